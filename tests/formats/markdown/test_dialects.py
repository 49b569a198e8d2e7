"""What the writers of Markdown add to it, each in its own way: GitHub, Pandoc, MkDocs, TeX, OCR programs."""

from __future__ import annotations

import pytest

from stdlint.formats.markdown import read, write
from stdlint.model import LINE_BREAK, OBJECT, Edit, ReadError, Source

Said = list[tuple[str, str]]


def said(text: str) -> Said:
    source = read(text.encode())
    return [(block.kind, source.text[slice(*block.span)]) for block in source.blocks]


def grid(source: Source) -> list[tuple[int, int, str]]:
    return [
        (cell.row, cell.column, "/".join(source.text[slice(*source.blocks[index].span)] for index in cell.blocks))
        for table in source.tables
        for cell in table.cells
    ]


CELLS = [("cell", "a"), ("cell", "b"), ("cell", "1"), ("cell", "2")]
PIPES = "| a | b |\n|---|---|\n| 1 | 2 |\n"


def check(cases: list[tuple[str, Said]]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize(("text", "expected"), cases)


@check(
    [
        ("> [!NOTE]\n> 甲\n", [("quote", "甲")]),
        ("> [!注意]\n> 甲\n", [("quote", "[!注意] 甲")]),
        ("> [!NOTE] 题\n> 甲\n", [("quote", "题"), ("quote", "甲")]),
        ("- [ ] 甲\n- [x] 乙\n", [("label", "——"), ("item", "甲"), ("label", "——"), ("item", "乙")]),
        ("见 <https://a.b/c_d> 和 https://a.b/c_d_e。\n", [("para", "见 https://a.b/c_d 和 https://a.b/c_d_e。")]),
        ("~~删~~ 5~10 ~一~\n", [("para", "删 5~10 ~一~")]),
        ('# 1 范围 <a name="x"></a>\n', [("label", "1"), ("heading", "范围")]),
        ("<details>\n<summary>题</summary>\n\n甲\n\n</details>\n", [("para", "题"), ("para", "甲")]),
    ]
)
def test_github_conventions(text: str, expected: Said) -> None:
    assert said(text) == expected


@check(
    [
        (PIPES + "\n: 表 1 名称 {#tbl:a}\n", [*CELLS, ("label", "表 1"), ("caption", "名称")]),
        (PIPES + ": 名称\n", [*CELLS, ("caption", "名称")]),
        ("甲\n\n: 名称\n\n" + PIPES, [("para", "甲"), ("caption", "名称"), *CELLS]),
        ("Table: 表 1 名称\n\n" + PIPES, [("label", "表 1"), ("caption", "名称"), *CELLS]),
        ("# 题 {-}\n\n# 题 {#a .b c=d}\n", [("heading", "题"), ("heading", "题")]),
        ("![图](a.png){width=50%}\n图 1 名称\n", [("para", OBJECT), ("label", "图 1"), ("caption", "名称")]),
        ("[甲]{.b}乙[丙](u){#c}`x`{.py}\n", [("para", "甲乙丙x")]),
        ("集合{x}和{.b}\n", [("para", "集合{x}和{.b}")]),
        ("::: {.note #x}\n甲\n:::\n乙\n", [("para", "甲"), ("para", "乙")]),
        ("术语\n: 定义\n\n    续\n", [("para", "术语"), ("para", "定义"), ("para", "续")]),
        ("术语\n\n:   定义\n    续\n\n:   二\n", [("para", "术语"), ("para", "定义续"), ("para", "二")]),
        ("| 一\n| 二\n", [("para", "一"), ("para", "二")]),
        ("(@) 甲\n(@a) 乙\n", [("label", "(1)"), ("item", "甲"), ("label", "(2)"), ("item", "乙")]),
        ("#. 甲\n#. 乙\n", [("label", "1)"), ("item", "甲"), ("label", "2)"), ("item", "乙")]),
        ("(a) 甲\n(b) 乙\n", [("label", "(a)"), ("item", "甲"), ("label", "(b)"), ("item", "乙")]),
        ("```{=html}\n<b>\n```\n\n`<b>`{=html}甲\n", [("code", "<b>"), ("para", "<b>甲")]),
        ("[@smith2020, p. 3]\n", [("para", "[@smith2020, p. 3]")]),
        ("段\n{: .a #b}\n\n{: .c}\n", [("para", "段")]),
    ]
)
def test_pandoc_conventions(text: str, expected: Said) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "+-----+-----+\n| 甲  | 乙  |\n+=====+=====+\n| 丙  | 丁  |\n|     | 戊  |\n+-----+-----+\n",
            [(0, 0, "甲"), (0, 1, "乙"), (1, 0, "丙"), (1, 1, "丁戊")],
        ),
        (
            "+-----+-----+\n| 甲  | 乙  |\n|     +-----+\n|     | 丙  |\n+-----+-----+\n| 丁        |\n+-----+-----+\n",
            [(0, 0, "甲"), (0, 1, "乙"), (1, 1, "丙"), (2, 0, "丁")],
        ),
        (
            "  甲     乙\n-----  ------\n  1      2\n         4\n",
            [(0, 0, "甲"), (0, 1, "乙"), (1, 0, "1"), (1, 1, "2"), (2, 0, ""), (2, 1, "4")],
        ),
        ("---  ---\n甲   乙\n丙   丁\n---  ---\n", [(0, 0, "甲"), (0, 1, "乙"), (1, 0, "丙"), (1, 1, "丁")]),
        (
            "-----------\n甲    乙\n---- -----\n1    2\n3    4\n\n5    6\n-----------\n\n正文\n",
            [(0, 0, "甲"), (0, 1, "乙"), (1, 0, "13"), (1, 1, "24"), (2, 0, "5"), (2, 1, "6")],
        ),
    ],
)
def test_drawn_tables_keep_their_grid_and_are_not_edited(text: str, expected: list[tuple[int, int, str]]) -> None:
    source = read(text.encode())
    assert [(row, column, cell.replace(" ", "")) for row, column, cell in grid(source)] == expected
    with pytest.raises(ValueError, match="typed"):
        write(source, [Edit(0, 1, "长长长长")])


@check(
    [
        (
            '!!! note "题"\n\n    甲\n\n    - 乙\n\n丙\n',
            [("para", t) for t in "题甲"] + [("label", "——"), ("item", "乙"), ("para", "丙")],
        ),
        ("??? warning\n    甲\n", [("para", "甲")]),
        ('=== "签"\n\n    甲\n', [("para", "签"), ("para", "甲")]),
        ("甲 {{ m }} 乙 {% raw %}\n", [("para", "甲 {{ m }} 乙 {% raw %}")]),
        ("{{ m() }}\n\n{% if x %}\n\n甲\n\n[TOC]\n\n*[HTML]: x\n", [("para", "甲")]),
    ]
)
def test_mkdocs_conventions(text: str, expected: Said) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    "line",
    [
        '--8<-- "a.md"',
        "--8<--\na.md\n--8<--",
        "{% include 'a.md' %}",
        '{% include-markdown "a.md" %}',
        "{{#include a.md}}",
        "{{< include a.md >}}",
        "!include a.md",
        '@import "a.md"',
        "![[a.md]]",
        "include::a.md[leveloffset=+1]",
    ],
)
def test_a_file_that_is_included_is_no_text_but_named(line: str) -> None:
    source = read(f"甲\n\n{line}\n\n乙\n".encode())
    assert source.text == "甲\n乙\n"
    assert source.unread == [("Files that the draft includes are not read: a.md.", "草案包含的文件未读取：a.md。")]


def test_macros_are_code_that_is_not_edited() -> None:
    source = read("甲{{ m }}\n".encode())
    assert [(anchor.kind, anchor.text) for anchor in source.anchors] == [("code", "{{ m }}")]
    assert not source.editable(2, 4)


@check(
    [
        ("甲\\(x^2\\)乙\\(n\\)\n", [("para", f"甲{OBJECT}乙{OBJECT}")]),
        ("甲\\(见乙\\)\n", [("para", "甲(见乙)")]),
        ("\\[\nE=mc^2 \\tag{A.1}\n\\]\n", [("formula", OBJECT + "（A.1）")]),
        ("\\[ a=b \\] （1）\n", [("formula", OBJECT + " （1）")]),
        ("\\[来源：GB/T 1.1\\]\n", [("para", "[来源：GB/T 1.1]")]),
        ("\\[a=b\\*c\\]\n", [("para", "[a=b*c]")]),
        ("$$ a=b \\tag{1} $$\n", [("formula", OBJECT + "（1）")]),
        ("```math\na=b\n```\n", [("formula", OBJECT)]),
        ("\\begin{align*}\na&=b\n\\end{align*}\n", [("formula", OBJECT)]),
        (
            "\\begin{figure}\nx\n\\end{figure}\n",
            [("code", f"\\begin{{figure}}{LINE_BREAK}x{LINE_BREAK}\\end{{figure}}")],
        ),
        ("\\newpage\n\n甲\n\n\\vspace{1cm}\n", [("para", "甲")]),
        ("$$\n没有结束\n", [("para", "$$ 没有结束")]),
    ]
)
def test_tex_formulas_and_commands(text: str, expected: Said) -> None:
    assert said(text) == expected


@check(
    [
        (
            "甲^[注一]乙[^a]丙\n\n[^a]: 注二\n",
            [
                ("para", f"甲{OBJECT}乙{OBJECT}丙"),
                ("label", "1)"),
                ("footnote", "注一"),
                ("label", "2)"),
                ("footnote", "注二"),
            ],
        ),
        (
            "甲[^b]乙[^a]\n\n[^a]: 一\n\n[^b]: 二\n",
            [
                ("para", f"甲{OBJECT}乙{OBJECT}"),
                ("label", "1)"),
                ("footnote", "二"),
                ("label", "2)"),
                ("footnote", "一"),
            ],
        ),
        ("甲^[注\n*二*]\n", [("para", f"甲{OBJECT}"), ("label", "1)"), ("footnote", "注二")]),
        ("x\\^[a]\n", [("para", "x^[a]")]),
    ]
)
def test_footnotes_stand_in_the_order_of_their_marks(text: str, expected: Said) -> None:
    assert said(text) == expected


@check(
    [
        ("### 3.1 \n\n## 制造 manufacturing\n", [("label", "3.1"), ("heading", ""), ("heading", "制造 manufacturing")]),
        (
            "# 附录 B\n\n(资料性)\n\n## 题\n",
            [("label", "附录 B"), ("heading", ""), ("para", "(资料性)"), ("heading", "题")],
        ),
        ("a）甲；\nb) 乙。\n", [("label", "a）"), ("item", "甲；"), ("label", "b)"), ("item", "乙。")]),
        ("保证真实性、安\n\n全性。\n", [("para", "保证真实性、安"), ("para", "全性。")]),
        (
            "甲\nPowered by TCPDF (www.tcpdf.org)\n乙\n",
            [("para", "甲"), ("footer", "Powered by TCPDF (www.tcpdf.org)"), ("para", "乙")],
        ),
        ("１．１　总则\n", [("label", "１．１"), ("para", "总则")]),
        ("甲<sub>2</sub>&nbsp;乙&emsp;丙<br>丁\n", [("para", f"甲2\xa0乙\u2003丙{LINE_BREAK}丁")]),
        ("<br>\n\n&nbsp;\n\n甲\n", [("para", "甲")]),
        (
            "<table><tr><td>a<br>b</td><td><b>c</td></tr></table>甲\n",
            [("cell", f"a{LINE_BREAK}b"), ("cell", "c"), ("para", "甲")],
        ),
    ]
)
def test_what_ocr_programs_write(text: str, expected: Said) -> None:
    assert said(text) == expected


def test_ragged_rows_keep_their_cells() -> None:
    source = read(b"a | b\n:-- | --:\n1 |\n1 | 2 \\| x | `3 \\| y`\n")
    assert grid(source) == [(0, 0, "a"), (0, 1, "b"), (1, 0, "1"), (2, 0, "1"), (2, 1, "2 | x"), (2, 2, "3 | y")]


def test_html_shows_what_a_browser_shows() -> None:
    text = "<pre><code>a &lt; b\n\n  c</code></pre>\n甲\n\n<div class\n乙\n\n<?php x > y ?>丙\n\n</a href='x'>\n"
    assert said(text) == [
        ("code", f"a < b{LINE_BREAK}{LINE_BREAK}c"),
        ("para", "甲"),
        ("para", "丙"),
        ("para", "</a href='x'>"),
    ]


@pytest.mark.parametrize(
    ("text", "meta"),
    [
        ('{\n"title": "题", "n": 1\n}\n\n甲\n', {"title": "题", "n": ""}),
        ("---\ntitle: 题\n...\n甲\n", {"title": "题"}),
        ('+++\r\ntitle = "题"\r\n+++\r\n甲\n', {"title": "题"}),
    ],
)
def test_front_matter_has_three_forms(text: str, meta: dict[str, str]) -> None:
    source = read(text.encode())
    assert (source.text, source.meta) == ("甲\n", meta)


def test_what_only_looks_like_front_matter_is_text() -> None:
    assert said("{\n甲\n}\n") == [("para", "{ 甲 }")]


@pytest.mark.parametrize("encoding", ["big5", "shift_jis", "cp1252", "utf-16-le"])
def test_other_encodings_are_refused(encoding: str) -> None:
    text = {"shift_jis": "この規格は製品の要求事項について規定する。", "cp1252": "Prüfung für Geräte"}.get(
        encoding, "本標準規定產品的試驗方法與檢驗規則。"
    )
    with pytest.raises(ReadError, match=r"^The file is not text"):
        read(text.encode(encoding))


def test_old_macintosh_line_ends_are_line_ends_everywhere() -> None:
    text = "---  ---\n甲   乙\n---  ---\n\n```\nx\n```\n\n\\[\na=b\n\\]\n"
    assert said(text.replace("\n", "\r")) == said(text)


@check(
    [
        ("$$ a=b $$\n\n（1）\n", [("formula", f"{OBJECT}（1）")]),
        ("\\[\na=b\n\\]\n\n(A.2)\n", [("formula", f"{OBJECT}(A.2)")]),
        ("$$ a=b $$ （1）\n\n（2）\n", [("formula", f"{OBJECT} （1）"), ("label", "（2）"), ("item", "")]),
        ("甲：\n\n（1）\n", [("para", "甲："), ("label", "（1）"), ("item", "")]),
    ]
)
def test_a_number_that_stands_alone_below_a_formula_is_its_number(text: str, expected: Said) -> None:
    assert said(text) == expected


def test_the_number_below_a_formula_is_not_edited() -> None:
    with pytest.raises(ValueError, match="typed"):
        write(read("$$ a=b $$\n\n（1）\n".encode()), [Edit(1, 4, "(1)")])


@check(
    [
        ("#1 范围\n\n##1.1 总则\n", [("label", "1"), ("heading", "范围"), ("label", "1.1"), ("heading", "总则")]),
        ("#Foreword\n\n#1 Scope\n", [("heading", "Foreword"), ("label", "1"), ("heading", "Scope")]),
        ("# 范围\n\n#标签\n\n#标签\n", [("heading", "范围"), ("para", "#标签"), ("para", "#标签")]),
        ("甲。\n\n#标签\n", [("para", "甲。"), ("para", "#标签")]),
    ]
)
def test_headings_may_lack_the_blank_behind_their_hashes_in_the_whole_file(text: str, expected: Said) -> None:
    assert said(text) == expected


@check(
    [
        ("注：甲。  \n乙。\n", [("label", "注："), ("note", "甲。"), ("para", "乙。")]),
        ("注：甲，  \n乙。\n", [("label", "注："), ("note", f"甲，{LINE_BREAK}乙。")]),
        ("表1　名称\n单位为米\n", [("label", "表1"), ("caption", "名称"), ("para", "单位为米")]),
        ("甲见表1。\n表1　应急物资\n", [("para", "甲见表1。"), ("label", "表1"), ("caption", "应急物资")]),
        ("[1] 甲法\n[2] 中国乙法\n", [("label", "[1]"), ("para", "甲法"), ("label", "[2]"), ("para", "中国乙法")]),
        ("注：甲。\n<sup>a</sup> 乙。\n", [("label", "注："), ("note", "甲。"), ("para", "a 乙。")]),
        ("甲……\n3.3.5\n", [("para", "甲…… 3.3.5")]),
        ("**3.1 甲（a）**\n乙。\n", [("label", "3.1"), ("heading", "甲（a）"), ("para", "乙。")]),
        ("3.4.4\n〈水〉插补\n", [("label", "3.4.4"), ("para", "〈水〉插补")]),
        ("--甲；\n--乙。\n", [("label", "--"), ("item", "甲；"), ("label", "--"), ("item", "乙。")]),
    ]
)
def test_lines_that_begin_a_paragraph_need_no_blank_line_before_them(text: str, expected: Said) -> None:
    assert said(text) == expected


@check(
    [
        ('!!! note "注1"\n    甲。\n\n    乙。\n', [("label", "注1："), ("note", "甲。"), ("para", "乙。")]),
        ('!!! note "注："\n\n    甲。\n', [("label", "注："), ("note", "甲。")]),
        ('!!! example "示例"\n\n    ```\n    x\n    ```\n', [("label", "示例："), ("example", ""), ("code", "x")]),
    ]
)
def test_a_box_that_is_called_a_note_is_one(text: str, expected: Said) -> None:
    assert said(text) == expected


@check(
    [
        ("注 $ ^{1} $ ：甲。\n", [("label", "注 1 ："), ("note", "甲。")]),
        ("# \u200b1 范围\n", [("label", "1"), ("heading", "范围")]),
        ("表1规格系列\n", [("label", "表1"), ("caption", "规格系列")]),
        ("图A.1：规格系列\n", [("label", "图A.1"), ("caption", "：规格系列")]),
        ("表1规定的项目，见下。\n", [("para", "表1规定的项目，见下。")]),
        ("1 Scope\n", [("label", "1"), ("para", "Scope")]),
        ("5 samples of each lot\n", [("para", "5 samples of each lot")]),
    ]
)
def test_labels_in_the_shapes_that_programs_give_them(text: str, expected: Said) -> None:
    assert said(text) == expected


def test_notes_that_run_on_in_a_cell_are_told_apart() -> None:
    source = read("<table><tr><td>注1：甲。注2：乙，见注3。</td></tr></table>\n".encode())
    assert grid(source) == [(0, 0, "注1：/甲。/注2：/乙，见注3。")]


def test_rules_around_a_title_are_no_front_matter() -> None:
    assert said("---\n\n# 题\n\n---\n\n甲\n") == [("heading", "题"), ("para", "甲")]


def test_an_edit_across_two_emphases_takes_both_marks_along() -> None:
    source = read("*甲乙*\n*丙丁*\n".encode())
    assert read(write(source, [Edit(1, 3, "戊")])).text == "甲戊丁\n"
