from __future__ import annotations

from pathlib import Path

import pytest

from stdlint.formats.markdown import read, where, write
from stdlint.model import LINE_BREAK, OBJECT, Edit, ReadError, Source

SEED = Path(__file__).parents[3] / "fixtures" / "service-excellence.md"


def blocks(text: str) -> list[tuple[str, str]]:
    source = read(text.encode())
    return [(block.kind, source.text[slice(*block.span)]) for block in source.blocks]


def levels(text: str) -> list[tuple[str, int]]:
    return [(block.label, block.level) for block in read(text.encode()).blocks if block.kind == "item"]


def words(source: Source, kind: str) -> list[str]:
    return [source.text[slice(*block.span)] for block in source.blocks if block.kind == kind]


CASES = [
    ("# 1 范围\n", [("label", "1"), ("heading", "范围")]),
    ("### 3.1\n", [("label", "3.1"), ("heading", "")]),
    ("# **5 要求** ##\n", [("label", "5"), ("heading", "要求")]),
    ("## 5.1 检验 {#inspection .x}\n", [("label", "5.1"), ("heading", "检验")]),
    ("附录 A\n======\n", [("label", "附录 A"), ("heading", "")]),
    ("# 目 次\n", [("heading", "目 次")]),
    ("7 维护\n", [("label", "7"), ("para", "维护")]),
    ("8 位置\n", [("label", "8"), ("para", "位置")]),
    ("3 维模型\n", [("para", "3 维模型")]),
    ("第一行\n第二行 mm\nkg 行，\nPa\n", [("para", "第一行第二行 mm kg 行，Pa")]),
    ("第一行  \n第二行\\\n第三行\n", [("para", f"第一行{LINE_BREAK}第二行{LINE_BREAK}第三行")]),
    ("一<br/>二\n", [("para", f"一{LINE_BREAK}二")]),
    (
        "定义。\n[来源：GB/T 1.1—2020，3.1]\n注：说明\n",
        [("para", "定义。"), ("para", "[来源：GB/T 1.1—2020，3.1]"), ("label", "注："), ("note", "说明")],
    ),
    (
        "4.1 产品应合格。\n4.2 包装应完好。\n",
        [("label", "4.1"), ("para", "产品应合格。"), ("label", "4.2"), ("para", "包装应完好。")],
    ),
    (
        "这一句话很长很长很长很长很长很长很长，见\n4.2 的规定。\n",
        [("para", "这一句话很长很长很长很长很长很长很长，见 4.2 的规定。")],
    ),
    ("——一；\n——二。\n", [("label", "——"), ("item", "一；"), ("label", "——"), ("item", "二。")]),
    ("- 一\n- 二\n", [("label", "——"), ("item", "一"), ("label", "——"), ("item", "二")]),
    ("- a) 一\n- 注：二\n", [("label", "a)"), ("item", "一"), ("label", "注："), ("note", "二")]),
    ("3. 一\n4. 二\n", [("label", "3)"), ("item", "一"), ("label", "4)"), ("item", "二")]),
    ("1) 一\n2) 二\n", [("label", "1)"), ("item", "一"), ("label", "2)"), ("item", "二")]),
    (
        "- 一\n\n    二\n\n    注：三\n",
        [("label", "——"), ("item", "一"), ("para", "二"), ("label", "注："), ("note", "三")],
    ),
    (
        "> 引用\n\n> 示例：甲\n\n> [!NOTE]\n> 乙\n",
        [("quote", "引用"), ("label", "示例："), ("example", "甲"), ("quote", "乙")],
    ),
    ("> - 甲\n", [("label", "——"), ("quote", "甲")]),
    ("表1　名称\n", [("label", "表1"), ("caption", "名称")]),
    (": 表 1 名称\n", [("label", "表 1"), ("caption", "名称")]),
    ('<div style="text-align: center;">图 1 名称</div>\n', [("label", "图 1"), ("caption", "名称")]),
    ("<center>\n\n图1 名称\n\n</center>\n\n正文\n", [("label", "图1"), ("caption", "名称"), ("para", "正文")]),
    ("```c\na\n\n  b\n```\n", [("code", f"a{LINE_BREAK}{LINE_BREAK}  b")]),
    (
        "段\n\n    a = 1\n\n    4.1 条\n\n    正文\n",
        [("para", "段"), ("code", "a = 1"), ("label", "4.1"), ("para", "条"), ("para", "正文")],
    ),
    ("　　全角\n", [("para", "全角")]),
    ("&emsp;&emsp;全角\n", [("para", "全角")]),
    ("$$\na=b\n$$ （1）\n", [("formula", f"{OBJECT} （1）")]),
    ("```math\na=b\n```\n", [("formula", OBJECT)]),
    (
        "下列缩略语适用于本文件。\nAPI：应用程序接口（Interface）\n$I_n$：额定电流\n",
        [
            ("para", "下列缩略语适用于本文件。"),
            ("para", "API：应用程序接口（Interface）"),
            ("para", f"{OBJECT}：额定电流"),
        ],
    ),
    ("式中：\n$F$——力；\nm——质量。\n", [("para", "式中："), ("para", f"{OBJECT}——力；"), ("para", "m——质量。")]),
    (
        "见[^x]。\n\n[^x]: 脚注\n    续\n\n尾\n",
        [("para", f"见{OBJECT}。"), ("para", "尾"), ("label", "1)"), ("footnote", "脚注续")],
    ),
    ("5*3，80 * 25 a_b_c 5*3\n", [("para", "5*3，80 * 25 a_b_c 5*3")]),
    ("**注意：**内容 H<sub>2</sub>O<!-- 批 -->\n", [("para", "注意：内容 H2O")]),
    ("[1] GB/T 1.1\n\n[2] GB/T 2\n", [("label", "[1]"), ("para", "GB/T 1.1"), ("label", "[2]"), ("para", "GB/T 2")]),
    ("见[1](见下文)和[甲](a.md)、[乙]。\n\n[乙]: http://a.b\n", [("para", "见[1](见下文)和甲、乙。")]),
    ("[TOC]\n\n--8<-- 'a.md'\n\n{% include 'b' %}\n\n正文\n\n---\n", [("para", "正文")]),
    ("---\na\n---\n", [("heading", "a")]),
    ("<p>甲</p>\n<script>\nx\n</script>\n\n乙\n", [("para", "甲"), ("para", "乙")]),
    (
        "a) 甲\n   1) 乙\nb) 丙\n",
        [("label", "a)"), ("item", "甲"), ("label", "1)"), ("item", "乙"), ("label", "b)"), ("item", "丙")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_draft_reads_as_its_blocks(text: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- 一\n    - 二\n        - 三\n", [("——", 1), ("·", 2), ("·", 3)]),
        ("a) 一\n1) 二\n2) 三\nb) 四\n", [("a)", 1), ("1)", 2), ("2)", 2), ("b)", 1)]),
        ("1) 一\n2) 二\n", [("1)", 1), ("2)", 1)]),
        ("- a) 一\n- 1) 二\n- b) 三\n", [("a)", 1), ("1)", 2), ("b)", 1)]),
        ("——一\n· 二\n", [("——", 1), ("·", 2)]),
        ("a) 一\n\n正文\n\n1) 二\n", [("a)", 1), ("1)", 1)]),
        ("- 一\n  1. 二\n  2. 三\n- 四\n", [("——", 1), ("1)", 2), ("2)", 2), ("——", 1)]),
    ],
)
def test_items_have_the_level_of_their_marks(text: str, expected: list[tuple[str, int]]) -> None:
    assert levels(text) == expected


def test_computed_labels_are_not_typed() -> None:
    found = {
        block.label: block.typed for block in read("- 一\n\n正文\n\n1) 二\n".encode()).blocks if block.kind == "item"
    }
    assert found == {"——": False, "1)": True}


def test_the_seed_reads_as_the_draft_it_is() -> None:
    source = read(SEED.read_bytes())
    headings = [block for block in source.blocks if block.kind == "heading"]
    assert [block.label for block in headings if block.label.startswith("3.")] == [f"3.{n}" for n in range(1, 9)]
    assert "目 次" in words(source, "heading")
    assert [block.label for block in source.blocks if block.kind == "para" and block.label.startswith("4.")] == [
        f"4.{n}" for n in range(1, 8)
    ]
    assert {block.level for block in source.blocks if block.kind == "item"} == {1, 2}
    assert [block.label for block in source.blocks if block.kind == "note"] == ["注：", "注：", "注1：", "注2："]


def test_a_pipe_table_keeps_its_grid() -> None:
    source = read("| a | b |\n|---|---|\n| x<br>y | 注1：甲<br>注2：乙 |\n| | \\| |\n正文\n".encode())
    cells = source.tables[0].cells
    assert [(cell.row, cell.column) for cell in cells] == [(0, 0), (0, 1), (1, 0), (1, 1), (2, 0), (2, 1)]
    texts = [[source.text[slice(*source.blocks[index].span)] for index in cell.blocks] for cell in cells]
    assert texts == [["a"], ["b"], [f"x{LINE_BREAK}y"], ["注1：", "甲", "注2：", "乙"], [], ["|"]]
    assert {block.table for block in source.blocks} == {0, -1}
    assert words(source, "para") == ["正文"]


def test_an_html_table_keeps_its_grid() -> None:
    source = read(
        b"<table><tr><th rowspan='2'>A<td colspan=2>B</td></tr>\n\n<tr><td>C $x$</td><td>\n"
        b"<table><tr><td>D</td></tr></table></td></tr></table>\n\nE\n"
    )
    assert [table.depth for table in source.tables] == [0, 1]
    assert [(cell.row, cell.column, cell.columns, cell.merged) for cell in source.tables[0].cells] == [
        (0, 0, 1, False),
        (0, 1, 2, False),
        (1, 0, 1, True),
        (1, 1, 1, False),
        (1, 2, 1, False),
    ]
    assert words(source, "cell") == ["A", "B", f"C {OBJECT}", "D"]
    assert words(source, "para") == ["E"]


def test_objects_say_what_they_stand_for() -> None:
    source = read("甲 $x^2$ ![图示](a.png) `if` 乙[^n]\n\n$$ y $$\n\n[^n]: 注\n".encode())
    assert [(anchor.kind, anchor.text) for anchor in source.anchors] == [
        ("formula", "x^2"),
        ("picture", "图示"),
        ("code", "if"),
        ("footnote", ""),
        ("formula", "y"),
    ]
    target = source.blocks[source.anchors[3].target]
    assert source.text[slice(*target.span)] == "1)"
    code = source.anchors[2].offset
    assert source.text[code : code + 2] == "if"


@pytest.mark.parametrize(
    ("text", "bold", "centred"),
    [
        ("**全 粗**\n", True, False),
        ("**部分**粗\n", False, False),
        ("<b>全粗</b>\n", True, False),
        ("**1** **甲**\n", True, False),
        ('<p align="center"><strong>甲</strong></p>\n', True, True),
        ('<div align="center">\n\n甲\n\n</div>\n', False, True),
    ],
)
def test_bold_and_centred_paragraphs_are_told(text: str, bold: bool, centred: bool) -> None:
    block = read(text.encode()).blocks[-1]
    assert (block.bold, block.centred) == (bold, centred)


def test_front_matter_is_no_text() -> None:
    source = read('---\ntitle: "标准: 一"\ntags:\n  - a\ndate: 2020-01-01\n---\n# 甲\n'.encode())
    assert source.meta == {"title": "标准: 一", "tags": "", "date": "2020-01-01"}
    assert source.text == "甲\n"
    assert read(b'+++\ntitle = "a"\n+++\nb\n').meta == {"title": "a"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encoding_and_line_ends_are_kept(encoding: str, end: str) -> None:
    data = f"# 1 范围{end}{end}第一行{end}必须 mm{end}".encode(encoding)
    source = read(data)
    assert source.text == "1\n范围\n第一行必须 mm\n"
    start = source.text.index("必须")
    assert where(source, start) == (4, 1)
    expected = f"# 1 范围{end}{end}第一行{end}应 mm{end}".encode(encoding)
    assert write(source, [Edit(start, start + 2, "应")]) == expected
    assert write(source, []) == data


@pytest.mark.parametrize(
    "data", [b"", b"\xef\xbb\xbf", b"a\0b", b"PK\x03\x04\0", b"\xff\xfe", b"\x81", b"\xff\xfe\x00\xd8", b"\xff\xff"]
)
def test_what_is_no_text_is_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(ReadError, match=r"^The file is "):
        read(data)


@pytest.mark.parametrize(
    ("text", "edits", "expected"),
    [
        ("甲乙丙\n", [(0, 1, "丁"), (3, 3, "。")], "丁乙丙。\n"),
        ("甲**乙丙**丁\n", [(0, 3, "戊")], "戊丁\n"),
        ("甲\\*乙\n", [(1, 2, "×")], "甲×乙\n"),
        ("甲\n乙\n", [(0, 1, "kg")], "kg乙\n"),
        ("m\nm\n", [(0, 1, "米")], "米\nm\n"),
        ("m\n米\n", [(0, 1, "米")], "米 米\n"),
        ("甲。\n[来源：乙]\n", [(3, 4, "源")], "甲。\n\n源来源：乙]\n"),
        ("### 3.1\n", [(4, 4, "术语")], "### 3.1 术语\n"),
        ("甲\n", [(0, 1, "a*b*c")], "a\\*b\\*c\n"),
        ("甲\n乙\n丙\n", [(0, 2, "丁")], "丁\n丙\n"),
        ("`甲`\n", [(0, 1, "a*b*c")], "`a*b*c`\n"),
        ("甲\n", [(0, 1, "- 乙")], "\\- 乙\n"),
        ("| 甲 |\n|---|\n", [(0, 1, "乙|丙")], "| 乙\\|丙 |\n|---|\n"),
    ],
)
def test_edits_are_written_where_the_characters_stand(
    text: str, edits: list[tuple[int, int, str]], expected: str
) -> None:
    source = read(text.encode())
    assert write(source, [Edit(*edit) for edit in edits]).decode() == expected


@pytest.mark.parametrize(
    ("text", "edit"),
    [
        ("甲\n\n乙\n", (0, 3, "丙")),
        ("- 甲\n", (0, 1, "a)")),
        ("甲&lt;乙\n", (1, 2, "丙")),
        ("甲 $x$\n", (2, 3, "丙")),
        ("    a = 1\n", (0, 0, "丙")),
        ("- 甲\n", (0, 0, "a")),
    ],
)
def test_what_no_author_typed_is_not_edited(text: str, edit: tuple[int, int, str]) -> None:
    with pytest.raises(ValueError, match="at"):
        write(read(text.encode()), [Edit(*edit)])


def test_edits_that_overlap_are_refused() -> None:
    with pytest.raises(ValueError, match="overlap"):
        write(read("甲乙丙\n".encode()), [Edit(0, 2, "丁"), Edit(1, 3, "丁")])


def test_places_are_lines_and_columns_of_the_file() -> None:
    source = read("# 1 范围\n\n- 甲\n- **乙**\n\n$$\nx\n$$\n".encode())
    assert where(source, source.text.index("1")) == (1, 3)
    assert where(source, source.text.index("范")) == (1, 5)
    assert where(source, source.text.index("\n", 2)) == (1, 7)
    assert where(source, source.text.index("——")) == (3, 1)
    assert where(source, source.text.index("甲")) == (3, 3)
    assert where(source, source.text.index("乙")) == (4, 5)
    assert where(source, source.text.index(OBJECT)) == (6, 1)
    assert where(read(b"ab\ncd\n"), 2) == (2, 1)
