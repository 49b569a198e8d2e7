"""One draft in four looks: read alike, silent where it conforms, and with the same findings where it does not."""

from __future__ import annotations

import json
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import stdlint
from stdlint import formats
from stdlint.document import Document
from stdlint.reports import outline
from tests.template import LOOKS, docx

FIXTURES = Path(__file__).parent.parent / "fixtures"
FILES = ("looks.md", *(f"looks-{look}.docx" for look in LOOKS))
TYPED = "TOC030"
"""What is true of the look without a template alone: its contents are typed."""


@cache
def _document(name: str) -> Document:
    return Document(formats.reader(name).read((FIXTURES / name).read_bytes()))


def _outline(document: Document) -> Any:
    """Return the outline without what only tells one file from the other."""
    content = json.loads(outline.as_json(document, ""))
    return {key: value for key, value in content.items() if key not in ("version", "path", "format")}


def _expected(name: str) -> Any:
    return json.loads((FIXTURES / f"{name}.outline.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", FILES)
def test_every_look_has_the_outline_that_was_written_by_hand(name: str) -> None:
    assert _outline(_document(name)) == _expected("looks")


@pytest.mark.parametrize("name", ["product.md", "product.docx", "guidance.md", "guidance.docx"])
def test_a_draft_has_the_outline_that_was_written_by_hand(name: str) -> None:
    assert _outline(_document(name)) == _expected(name.partition(".")[0])


@pytest.mark.parametrize("name", FILES)
def test_every_look_shows_people_the_same(name: str) -> None:
    shown, first = (outline.as_text(_document(one), "", "zh") for one in (name, FILES[0]))
    assert shown == first


@pytest.mark.parametrize("name", FILES)
def test_a_conforming_draft_is_silent_in_every_look(name: str) -> None:
    report = stdlint.lint((FIXTURES / name).read_bytes(), name)
    found = [f"{f.rule} {f.place.clause} {f.place.quote}" for f in report.findings]
    assert found == ([f"{TYPED} None 目    次"] if "plain" in name else [])
    assert report.errors == ()


@pytest.mark.parametrize("look", LOOKS)
def test_a_look_is_up_to_date(look: str) -> None:
    made = docx((FIXTURES / "looks.md").read_bytes(), look)
    assert made == (FIXTURES / f"looks-{look}.docx").read_bytes(), (
        "run: python -m tests.template --looks fixtures/looks.md"
    )


@pytest.mark.parametrize("name", FILES[1:])
def test_every_look_has_the_same_paragraphs_in_the_same_roles(name: str) -> None:
    assert _paragraphs(_document(name)) == _paragraphs(_document(FILES[0]))


def _paragraphs(document: Document) -> list[tuple[str, str, str, str]]:
    """Return clause, role, label and text of the paragraphs behind the contents, those of titles and terms left out."""
    terms = {entry.block for entry in document.terms.entries}
    found = []
    for index, block in enumerate(document.blocks):
        region = document.regions[index]
        if (
            block.kind == "label"
            or index in document.outline.titles
            or index in terms
            or block.span[0] == block.span[1]
        ):
            continue
        if region.element in ("cover", "contents") or region.role in ("header", "footer"):
            continue
        label = "".join(block.label.split())
        said = "".join(document.said(block).split())
        found.append((region.section.number, region.role, "" if label == region.section.number else label, said))
    return found


@pytest.mark.parametrize("look", ["", *LOOKS])
def test_every_look_has_items_of_the_same_level(look: str) -> None:
    deep = "1) 预埋安装：\n   - 现浇基础；\n   - 预制基础；\n"
    text = (FIXTURES / "looks.md").read_text(encoding="utf-8").replace("1) 预埋安装；\n", deep).encode()
    read = Document(formats.reader("draft.docx" if look else "draft.md").read(docx(text, look) if look else text))
    levels = [block.level for block in read.blocks if block.kind == "item" and block.label in ("·", "1)")]
    # A typed marker does not say that it stands below “1)”; only the indent does, and authors set that by hand.
    below = 2 if look == "plain" else 3
    assert levels[-5:] == [2, below, below, 2, 2]


DEFECTS = (
    # element or clause, what is written, what is planted instead
    ("本文件由住房和城乡建设部提出。", "本文件由住房和城乡建设部提出，使用单位应及时反馈意见。"),
    ("雾化降温桩不消耗市电，", "雾化降温桩不应消耗市电，"),
    (
        "本文件适用于公园、广场和街旁绿地用太阳能雾化降温桩的设计、生产和检验。",
        "本文件适用于公园、广场和街旁绿地，其他场所应参照使用。",
    ),
    ("GB/T 191　包装储运图示标志", "GB/T 191-08　包装储运图示标志"),
    ("CJ/T 94　饮用净水水质标准", "CJ/T 94　饮用净水水质标准\n\nQB/T 97001　园林器具分类"),
    ("雾滴　mist droplet", "雾滴　Mist Droplet"),
    ("喷头　nozzle", "喷头"),
    ("由喷头（3.2.1）喷出并", "是由喷头（3.2.9）喷出并"),
    ("[来源：GB/T 97013—2016，3.4，有修改]", "[来源：GB/T 97013，3.4，修改]"),
    (
        "以太阳能供电，向周围空气喷出雾滴（3.1.2）以降低气温的立柱式装置。",
        "以太阳能供电的立柱式装置。降温桩应喷出雾滴。",
    ),
    ("$P$——供水压力，", "$P$——供水压力，应"),
    ("注：图中未画出管路。", "注：管路应有保温层。"),
    ("示例1：桩高为1 800 mm的固定式降温桩标记为", "示例1：桩高为1 800 mm的固定式降温桩不应标记为"),
    ("外壳应无锐边和毛刺", "外壳必须无锐边和毛刺"),
    ("CJ/T 94不适用于再生水。", "不应使用再生水。"),
    ("雾滴粒径应不大于60 μm。", "雾滴粒径应当足够小。"),
    ("喷雾流量应符合表2的规定。", "喷雾流量应符合表2和GB/T 97002的规定，不得超过限值。"),
    ("储水箱缺水时，MCU应在5 s内", "储水箱缺水时，MCU应尽量在5 s内"),
    ("按GB/T 4208—2017规定的方法检验", "按GB/T 4208中13.4规定的方法检验"),
    ("7.6.3　排空储水箱，", "7.6.3　严禁带电操作。排空储水箱，"),
    ("温度计的分度值应不大于", "温度计的分度值应该不大于"),
    ("广场上的降温桩按网格布置，", "广场上的降温桩应按网格布置，"),
    ("[2] GB/T 98211　城市家具数字化标识\n", "[2] GB/T 8170—2008　数值修约规则与极限数值的表示和判定\n"),
)


@cache
def _defective() -> bytes:
    text = (FIXTURES / "looks.md").read_text(encoding="utf-8")
    for good, bad in DEFECTS:
        assert text.count(good) == 1, good
        text = text.replace(good, bad)
    return text.encode()


@cache
def _found(look: str) -> list[tuple[str, str]]:
    """Return rule and quotation of what is found in the defective draft in one look."""
    data = docx(_defective(), look) if look else _defective()
    report = stdlint.lint(data, "draft.docx" if look else "draft.md")
    assert report.errors == ()
    told = [finding for finding in report.findings if finding.rule != TYPED]
    return sorted((finding.rule, "".join(finding.place.quote.split())) for finding in told)


def test_the_defective_draft_shows_many_rules() -> None:
    assert len({rule for rule, _ in _found("")}) >= 25


@pytest.mark.parametrize("look", LOOKS)
def test_every_look_shows_the_same_defects(look: str) -> None:
    assert _found(look) == _found("")


@pytest.mark.parametrize(("look", "skipped"), [("", True), ("plain", True), ("set2020", False), ("tcs", False)])
def test_only_typed_numbers_can_be_skipped(look: str, skipped: bool) -> None:
    text = (FIXTURES / "looks.md").read_text(encoding="utf-8").replace("### 3.2.2", "### 3.2.4")
    data = docx(text.encode(), look) if look else text.encode()
    report = stdlint.lint(data, "draft.docx" if look else "draft.md")
    found = [(f.name, f.place.quote) for f in report.findings if f.rule != TYPED]
    assert found == [("skipped-term-number", "3.2.4")] * skipped


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_a_look_that_libreoffice_saved_again_has_the_same_outline(tmp_path: Path) -> None:
    paths = [str(FIXTURES / name) for name in FILES[1:]]
    command = ["soffice", "--headless", "--convert-to", "docx", "--outdir", str(tmp_path)]
    command += [f"-env:UserInstallation=file://{tmp_path}/profile", *paths]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    for name in FILES[1:]:
        document = Document(formats.reader(name).read((tmp_path / name).read_bytes()))
        content, expected = _outline(document), _expected("looks")
        if not any(anchor.kind == "formula" for anchor in document.source.anchors):
            expected["formulas"] = content["formulas"]  # LibreOffice without Math throws formulas away
        assert content == expected, name
