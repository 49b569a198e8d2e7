"""What the foreword says."""

from __future__ import annotations

import inspect

import pytest

from stdlint.document import Document
from stdlint.formats import docx, markdown
from stdlint.views.foreword import Foreword, kinds, targets
from tests.docx_builder import build, para, run


def _read(text: str) -> tuple[Document, Foreword]:
    doc = Document(markdown.read(inspect.cleandoc(text).encode()))
    assert doc.foreword is not None
    return doc, doc.foreword


def _kinds(foreword: Foreword) -> list[str]:
    return [statement.kind for statement in foreword.statements]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("本文件按照GB/T1.1—2020《标准化工作导则》的规定起草。", ["basis"]),
        ("本标准依据GB/T1.1—2009编写。", ["basis"]),
        ("本文件是GB/T1《标准化工作导则》的第1部分。", ["part"]),
        ("GB/T1已经发布了以下部分：", ["parts"]),
        ("本文件代替GB/T1—2009《螺栓》，与GB/T1—2009相比，主要技术变化如下：", ["replacement", "changes"]),
        ("本文件与ISO898：2013相比，做了下列编辑性改动：", ["international"]),
        ("本文件参考ISO898起草，一致性程度为非等效。", ["international"]),
        ("请注意本文件的某些内容可能涉及专利。", ["patent"]),
        ("本文件由东山协会提出并归口。", ["proposer", "committee"]),
        ("归口单位：东山协会", ["committee"]),
        ("本文件由东山研究院负责起草。", ["units"]),
        ("本文件起草单位：东山专利事务所、归口研究院。", ["units"]),
        ("本文件主要起草人：张三。", ["drafters"]),
        ("本文件及其所代替文件的历次版本发布情况为：", ["history"]),
        ("本文件于2009年首次发布，本次为第一次修订。", ["history"]),
        ("本文件的附录A为规范性附录。", ["annexes"]),
        ("为规范服务，制定本文件。", []),
    ],
)
def test_a_sentence_tells_what_it_states(sentence: str, kind: list[str]) -> None:
    assert kinds(sentence) == kind


def test_list_items_belong_to_the_sentence_that_opens_the_list() -> None:
    doc, foreword = _read(
        """
        # 前言

        本文件代替GB/T 1—2009《螺栓》，与GB/T 1—2009相比，主要技术变化如下：

        a) 增加了专利的要求（见5.2）；

        b) 删除了“由供方提出。”（见2009年版的5.2）。

        本文件由××归口。
        """
    )
    assert _kinds(foreword) == ["replacement", "changes", "committee"]
    changes = foreword.first("changes")
    assert changes is not None
    assert [doc.text[slice(*item)][:3] for item in changes.items] == ["增加了", "删除了"]


def test_names_may_stand_one_per_line() -> None:
    doc, foreword = _read("# 前言\n\n本文件起草单位：\n\n东山研究院\n\n归口大学\n\n本文件主要起草人：张三。")
    units = foreword.first("units")
    assert units is not None
    assert [doc.text[slice(*item)] for item in units.items] == ["东山研究院", "归口大学"]
    assert _kinds(foreword) == ["units", "drafters"]


def test_a_foreword_may_be_one_paragraph_with_line_breaks() -> None:
    line = (
        run("本文件由××提出")
        + "<w:r><w:br/></w:r>"
        + run("本文件由××归口")
        + "<w:r><w:br/></w:r>"
        + run("起草单位：甲。")
    )
    foreword = Document(docx.read(build(para("前言"), para(line)))).foreword
    assert foreword is not None
    assert _kinds(foreword) == ["proposer", "committee", "units"]


def test_a_sentence_that_a_scan_has_broken_is_read_as_one() -> None:
    doc, foreword = _read(
        """
        # 前言

        本文件代替GB/T 1—2009《螺栓》，与GB/T 1—2009相比，除结构调整和

        编辑性改动外，主要技术变化如下：

        ——增加了甲（见5.2）；

        ——删除了乙。

        II

        请注意本文件的某些内容可能涉及专利。本文件的发布机构不承担识

        别专利的责任。本文件由××归口。
        """
    )
    assert _kinds(foreword) == ["replacement", "changes", "patent", "patent", "committee"]
    changes = foreword.first("changes")
    assert changes is not None
    assert changes.broken
    assert [doc.text[slice(*item)][:4] for item in changes.items] == ["增加了甲", "删除了乙"]
    assert foreword.all("patent")[1].text == "本文件的发布机构不承担识别专利的责任。"


def test_numbered_clauses_between_foreword_and_scope_belong_to_the_foreword() -> None:
    doc, foreword = _read("# 前言\n\n## 0.1 依据\n\n本文件由××归口。\n\n# 1 范围\n\n本文件由××提出。")
    assert _kinds(foreword) == ["committee"]
    assert [doc.text[slice(*number)] for number in foreword.numbers] == ["0.1"]


def test_a_draft_without_scope_begins_its_clauses_behind_the_foreword() -> None:
    _, foreword = _read("# 前言\n\n本文件由××归口。\n\n# 1 总则\n\n本文件由××提出。\n\n# 2 要求")
    assert _kinds(foreword) == ["committee"]
    assert foreword.numbers == []


@pytest.mark.parametrize(
    ("text", "edition", "legacy"),
    [
        ("本标准按照GB/T 1.1—2009给出的规则起草。\n\n本标准由××归口。", "2009", True),
        ("本标准按照GB/T 1.1—2009给出的规则起草。\n\n本文件由××归口。", "2009", False),
        ("本标准按照《标准化工作导则　第1部分：标准的结构和编写》起草。\n\n本标准由××归口。", "2009", True),
        ("本标准按照GB/T 1.1—2020给出的规则起草。\n\n本标准由××归口。", "2020", False),
        ("本标准代替GB/T 1—1990。\n\n本标准由××归口。", "", True),
    ],
)
def test_an_old_foreword_is_told_by_its_basis_and_its_wording(text: str, edition: str, legacy: bool) -> None:
    _, foreword = _read(f"# 前言\n\n{text}")
    assert (foreword.edition, foreword.legacy) == (edition, legacy)


@pytest.mark.parametrize(
    ("item", "found"),
    [
        ("增加了甲（见5.5和6.6）；", [("5.5", False), ("6.6", False)]),
        ("更改了甲（见第5章，2009年版的第4章、5.1.1）；", [("5", False), ("4", True), ("5.1.1", True)]),
        ("更改了甲（2009年版的5.2，见5.3）；", [("5.2", True), ("5.3", False)]),
        ("更改了甲（见附录A，GB/T 1.1—2009的6.9）；", [("A", False), ("6.9", True)]),
        ("将1.5更改为2.5（见表A.3）；", []),
        ("删除了甲（见上一版的5.2）。", [("5.2", True)]),
    ],
)
def test_a_change_points_into_both_editions(item: str, found: list[tuple[str, bool]]) -> None:
    assert [(target.number, target.old) for target in targets(item, (0, len(item)))] == found


def test_a_draft_without_foreword_has_none() -> None:
    assert Document(markdown.read("# 1 范围\n\n本文件规定了螺栓。".encode())).foreword is None
