from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from lxml import html as parser

from stdlint import __version__
from stdlint.linting import Demand, lint_file
from stdlint.model import OBJECT, Span
from stdlint.reports import html
from stdlint.result import DocumentReport, Dropped, Notice, Place, Result
from stdlint.suppression import Suppression
from tests.browser import CHROMIUM, Page, browser

ROOT = Path(__file__).parent.parent
GOLDEN = Path(__file__).parent / "golden" / "page.html"
DRAFT = ROOT / "fixtures" / "service-excellence.docx"

SMALL = """\
---
number: T/ABC 001—2026
title: 茶叶包装　要求
---

# 前言

本文件由茶叶协会提出并归口。

# 1 范围

本文件规定了茶叶包装的要求。

# 2 规范性引用文件

本文件没有规范性引用文件。

# 3 术语和定义

本文件没有需要界定的术语和定义。

# 4 要求

包装必须完好，\\
标签必须清楚。

a) 纸袋；

b) 铁罐。

表1　尺寸

| 种类 | 长 | 宽 |
|---|---|---|
| 纸袋 | 20 | $x^2$ |

![茶罐](罐.png)
"""

HOSTILE = """\
---
title: "\\"><img src=x onerror=document.title='pwned'>"
---

# 1 范围

本文件规定了\\<script>document.title="pwned"\\</script>的要求。

<script>document.title="pwned"</script>

`"><img src=x onerror=alert(1)>`必须转义。

# 3 术语和定义

## 3.1

**\\</mark>\\</a>\\<script>document.title="pwned"\\</script>** `</style><svg onload=alert(1)>`

必须是文字的东西。
"""
HOSTILE_NAME = "\"><img src=x onerror=document.title='pwned'>.md"


def read(text: str, name: str = "draft.md", **asked: str) -> DocumentReport:
    return lint_file(text.encode(), name, Demand(keep=True, **asked))  # type: ignore[arg-type]


def with_spans(report: DocumentReport, spans: Sequence[Span], severities: Sequence[str] = ()) -> DocumentReport:
    """Return the report with findings on these spans instead of its own."""
    assert report.document is not None
    text = report.document.text
    grades = [*severities, *["warning"] * len(spans)]
    results = tuple(
        Result(
            "MOD010",
            "must-for-shall",
            grade,
            f"第{number}处。",
            None,
            Place("要求", "4", 1, None, None, None, None, start, end, text[start:end]),
            None,
            str(number),
        )
        for number, ((start, end), grade) in enumerate(zip(spans, grades, strict=False), 1)
    )
    return replace(report, findings=results)


def tree(page: str) -> parser.HtmlElement:
    return parser.document_fromstring(page)


def words_of(page: parser.HtmlElement, number: int, document: int = 1) -> str:
    """Return the marked words of a finding, an object as “□”."""
    within = page.get_element_by_id(f"d{document}-top")
    marks = [mark for mark in within.find_class("mark") if str(number) in mark.get("data-f").split()]
    return "".join(mark.text_content() for mark in marks)


def shown(page: parser.HtmlElement, of: str) -> list[str]:
    return [element.text_content() for element in page.find_class(of)]


def test_the_draft_is_shown_with_headings_lists_tables_and_objects() -> None:
    page = tree(html.render([read(SMALL)]))
    (draft,) = page.find_class("draft")
    assert [heading.text_content().strip() for heading in draft.iter("h3")] == [
        "前言",
        "1 范围",
        "2 规范性引用文件",
        "3 术语和定义",
        "4 要求",
    ]
    (items,) = draft.find_class("items")
    assert [item.text_content().strip() for item in items] == ["a) 纸袋；", "b) 铁罐。"]
    (table,) = draft.iter("table")
    assert [[cell.text_content().strip() for cell in row] for row in table] == [
        ["种类", "长", "宽"],
        ["纸袋", "20", "x^2"],
    ]
    assert [cell.tag for cell in table[0]] == ["th"] * 3
    assert [one.text_content().strip() for one in draft.find_class("object")] == ["□ 图片 “茶罐”"]
    assert OBJECT not in draft.text_content()


def test_merged_cells_span_columns_and_rows() -> None:
    grid = "<table><tr><td rowspan=2>甲</td><td colspan=2>乙</td></tr><tr><td>丙</td><td>丁</td></tr></table>"
    page = tree(html.render([read(f"# 1 范围\n\n本文件规定了表。\n\n{grid}\n")]))
    (table,) = page.find_class("draft")[0].iter("table")
    assert [[(cell.text_content(), cell.get("colspan"), cell.get("rowspan")) for cell in row] for row in table] == [
        [("甲", None, "2"), ("乙", "2", None)],
        [("丙", None, None), ("丁", None, None)],
    ]


@pytest.mark.parametrize("name", ["service-excellence.docx", "seeded/tables.md", "seeded/cover-absent.docx"])
def test_every_finding_has_a_card_and_its_words_are_marked(name: str) -> None:
    path = ROOT / "fixtures" / name
    report = lint_file(path.read_bytes(), path.name, Demand(keep=True))
    assert report.document is not None
    page = tree(html.render([report]))
    assert len(page.find_class("card")) == len(report.findings) > 0
    for number, result in enumerate(report.findings, 1):
        card = page.get_element_by_id(f"d1-f{number}")
        assert result.message in card.text_content()
        assert result.rule in card.text_content()
        assert not result.clause or result.clause in card.text_content()
        mark = page.get_element_by_id(f"d1-m{number}")
        assert card.find_class("to")[0].get("href") == f"#d1-m{number}"
        said = report.document.text[result.place.offset : result.place.end_offset]
        assert words_of(page, number) == said.replace("\t", " ").replace("\u2028", "")
        assert mark.tag == "span" or str(number) in mark.get("data-f").split()


def test_a_card_says_what_to_write_instead_and_why() -> None:
    page = tree(html.render([read(SMALL)]))
    card = next(card for card in page.find_class("card") if "MOD010" in card.text_content())
    assert "改为：应" in card.text_content()
    assert "GB/T 1.1—2020, C.1" in card.text_content()
    scope = next(card for card in page.find_class("card") if "SCP022" in card.text_content())
    assert "加上：本文件适用于" in scope.text_content()
    assert "法律用语" in card.find(".//details").text_content()


def test_overlapping_findings_are_cut_at_their_ends() -> None:
    report = read(SMALL)
    assert report.document is not None
    at = report.document.text.index("包装必须完好")
    report = with_spans(report, [(at, at + 4), (at + 2, at + 6), (at + 2, at + 4)], ["info", "error", "warning"])
    page = tree(html.render([report]))
    marks = [(mark.text_content(), mark.get("data-f").split(), mark.get("class")) for mark in page.find_class("mark")]
    assert marks == [
        ("包装", ["1"], "mark info"),
        ("必须", ["3", "1", "2"], "mark error"),
        ("完好", ["2"], "mark error"),
    ]
    assert {page.get_element_by_id(f"d1-m{number}").tag for number in (1, 2, 3)} == {"a", "span"}
    assert not any(mark.find_class("mark")[1:] for mark in page.find_class("mark")), "links do not stand in links"


def test_an_empty_finding_is_a_point_and_one_on_a_label_marks_the_label() -> None:
    report = read(SMALL)
    assert report.document is not None
    label = next(block for block in report.document.blocks if block.label == "a)").span
    at = report.document.text.index("必须完好")
    page = tree(html.render([with_spans(report, [label, (at, at)])]))
    assert [mark.text_content() for of in page.find_class("label") for mark in of.find_class("mark")] == ["a)"]
    (point,) = page.find_class("point")
    assert point.get("id") == "d1-m2"
    assert point.getprevious() is None or point.getprevious().tag != "a"
    assert point.tail == "必须完好，"


def test_a_finding_over_a_line_break_and_an_object_is_one_run_of_marks() -> None:
    report = read(SMALL)
    assert report.document is not None
    text = report.document.text
    at, cell = text.index("完好，"), text.index(OBJECT)
    page = tree(html.render([with_spans(report, [(at, at + 6), (cell, cell + 1)])]))
    assert words_of(page, 1) == "完好，标签"
    assert words_of(page, 2) == "x^2"
    assert len([mark for mark in page.find_class("mark") if mark.get("id") == "d1-m1"]) == 1


def test_the_counts_of_outline_chart_and_summary_agree() -> None:
    report = lint_file(DRAFT.read_bytes(), DRAFT.name, Demand(keep=True))
    page = tree(html.render([report]))
    counted = report.count()
    assert page.find_class("verdict")[0].text_content() == (
        f"共发现 {len(report.findings)} 处问题："
        f"{counted['error']} 个错误、{counted['warning']} 个警告、{counted['info']} 个提示。"
    )
    top = page.find_class("outline")[0].find("ul").iterchildren("li")
    dots = [int(dot.text_content()) for entry in top for dot in entry.find("a").find_class("dot")]
    assert sum(dots) == len(report.findings)
    assert sum(map(int, shown(page, "total"))) == len(report.findings)
    outlined = {one.get("href") for one in page.find_class("outline")[0].iter("a")}
    assert all(page.get_element_by_id(target.removeprefix("#")) is not None for target in outlined)


def test_the_page_is_the_same_every_time_and_whole() -> None:
    first, second = (html.render([read(SMALL), read(HOSTILE)]) for _ in range(2))
    assert first == second
    ids = re.findall(r' id="([^"]*)"', first)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r' href="#([^"]*)"', first)) <= set(ids)


def test_the_policy_knows_style_and_script_and_allows_nothing_else() -> None:
    page = html.render([read(SMALL)])

    def digest(tag: str) -> str:
        inner = page.split(f"<{tag}>")[1].split(f"</{tag}>")[0]
        return f"sha256-{b64encode(sha256(inner.encode()).digest()).decode()}"

    policy = tree(page).xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy == (
        f"default-src 'none'; style-src '{digest('style')}'; script-src '{digest('script')}'; "
        "base-uri 'none'; form-action 'none'"
    )
    assert not re.search(r"https?://|\bstyle=|\bon[a-z]+=|innerHTML", page)


def test_what_a_draft_holds_is_text_and_never_markup() -> None:
    report = read(HOSTILE, HOSTILE_NAME)
    page = html.render([report])
    drawn = tree(page)
    assert len(list(drawn.iter("script"))) == 1
    assert not list(drawn.iter("img"))
    assert not any(svg.get("onload") for svg in drawn.iter("svg"))
    assert '<script>document.title="pwned"</script>' in drawn.find_class("draft")[0].text_content()
    assert HOSTILE_NAME in drawn.find_class("facts")[0].text_content()


def test_marks_of_direction_and_control_characters_are_not_passed_on() -> None:
    report = replace(read(SMALL), path="a\u202egpj.md\x1b[31m")
    page = html.render([report])
    assert not re.search("[\u202a-\u202e\x1b]", page)
    assert "a\ufffdgpj.md" in page


def test_several_files_are_listed_first() -> None:
    unreadable = DocumentReport("c.docx", errors=("文件是空的。",))
    page = tree(html.render([read(SMALL), read(HOSTILE, "b.md"), unreadable]))
    (files,) = page.find_class("files")
    links = [link.get("href") for link in files.iter("a")]
    assert links == ["#d1-top", "#d2-top", "#d3-top"]
    third = page.get_element_by_id("d3-top")
    assert "文件是空的。" in third.text_content()
    assert not third.find_class("draft")
    assert not third.find_class("verdict"), "what was not read has no verdict"


def test_a_report_without_its_draft_lists_the_findings() -> None:
    report = lint_file(SMALL.encode(), "a.md", Demand())
    page = tree(html.render([report]))
    assert len(page.find_class("card")) == len(report.findings) > 0
    assert "报告中没有草案原文" in page.find_class("summary")[0].text_content()
    assert not page.find_class("mark")
    assert not any(element.tag == "a" for element in page.find_class("to"))


def test_what_was_left_out_and_what_was_not_read_is_told() -> None:
    report = read(SMALL)
    first = report.findings[0]
    report = replace(
        report,
        dropped=(Dropped(first, "引用法律原文", Suppression(("MOD010",))), Dropped(first, "", Suppression(("ALL",)))),
        notices=(Notice("unused-suppression", "“ignore”没有用到。", None, "a.stdlint.toml", 3),),
        notes=("图片中的文字没有读。",),
        errors=("检查中出错。",),
        known=4,
    )
    said = tree(html.render([report])).text_content()
    for words in (
        "引用法律原文",
        "（未说明理由）",
        "a.stdlint.toml:3",
        "“ignore”没有用到。",
        "图片中的文字没有读。",
        "检查中出错。",
    ):
        assert words in said
    assert "另有4处基线中已有的问题" in said
    plain = tree(html.render([read(SMALL)])).text_content()
    assert "已说明不改的问题" not in plain
    assert "没有读到或没有检查的内容" not in plain


def test_a_draft_without_findings_says_so() -> None:
    page = tree(html.render([with_spans(read(SMALL), [])]))
    assert shown(page, "verdict") == ["没有发现问题。"]
    assert page.find_class("draft")
    assert not page.find_class("findings")


def test_the_page_speaks_english() -> None:
    path = ROOT / "fixtures" / "international-standard.md"
    report = with_spans(lint_file(path.read_bytes(), path.name, Demand(keep=True)), [(0, 5)], ["error"])
    page = html.render([report], "en")
    drawn = tree(page)
    assert drawn.get("lang") == "en"
    assert shown(drawn, "verdict") == ["1 finding: 1 error."]
    interface = [drawn.find_class(of)[0].text_content() for of in ("summary", "side", "bar", "basis", "legend")]
    assert not re.search("[\u4e00-\u9fff]", "".join(interface).replace("要求 (1)", ""))
    assert "Basis: common practice" in interface


def test_the_first_steps_count_all_findings_and_not_the_warnings() -> None:
    said = tree(html.render([read(SMALL)], "en")).find_class("summary")[0].text_content()
    assert re.search(r"The corrected words are given for \d+ findings\.", said)
    assert re.search(r"which has \d+ findings?\.", said)
    assert "of them" not in said


def test_the_page_has_a_main_part_and_a_way_to_the_findings() -> None:
    page = tree(html.render([read(SMALL), read(SMALL, "b.md")]))
    (main,) = page.iter("main")
    assert len(main.find_class("doc")) == 2
    for link in page.find_class("skip"):
        assert "findings" in page.get_element_by_id(link.get("href").removeprefix("#")).get("class").split()
    assert len(page.find_class("skip")) == 2
    assert [one.text_content() for one in page.iter("h1")] == ["标准草案检查报告"]


def small_page() -> str:
    """Return the page of a small draft, from its body on and without its script."""
    page = html.render([read(SMALL)]).replace(f"stdlint {__version__}", "stdlint VERSION")
    return re.sub("<script>.*</script>\n", "", page[page.index("<body>") :], flags=re.DOTALL)


def test_the_page_of_a_small_draft_is_the_golden_one() -> None:
    """After a deliberate change: python -m tests.golden."""
    assert small_page() == GOLDEN.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def chromium() -> Iterator[Page]:
    if CHROMIUM is None:
        pytest.skip("there is no Chromium")
    with browser() as page:
        yield page


def opened(page: Page, folder: Path, reports: Sequence[DocumentReport], width: int = 1400, height: int = 900) -> None:
    path = folder / "report.html"
    path.write_text(html.render(reports), encoding="utf-8")
    page.resize(width, height, phone=width < 600)
    page.open(path.as_uri())


def visible(page: Page, selector: str) -> int:
    value = page.ask(f"[...document.querySelectorAll('{selector}')].filter(e => e.getClientRects().length).length")
    assert isinstance(value, int)
    return value


def addresses(page: Page) -> list[str]:
    """Return what the browser asked for."""
    sent = [
        one["params"]["request"]["url"] for one in page.messages if one.get("method") == "Network.requestWillBeSent"
    ]
    return [address for address in sent if not address.startswith("file:")]


def complaints(page: Page) -> list[str]:
    """Return what the browser reported: violations of the policy, exceptions."""
    logged = [one["params"]["entry"]["text"] for one in page.messages if one.get("method") == "Log.entryAdded"]
    thrown = [str(one["params"]) for one in page.messages if one.get("method") == "Runtime.exceptionThrown"]
    return logged + thrown


def test_a_filter_takes_cards_and_marks_away_and_gives_them_back(chromium: Page, tmp_path: Path) -> None:
    report = lint_file(DRAFT.read_bytes(), DRAFT.name, Demand(keep=True))
    opened(chromium, tmp_path, [report])
    total, errors = len(report.findings), report.count()["error"]
    assert visible(chromium, ".card") == total
    assert visible(chromium, ".mark.error") > 0
    chromium.click(".toggle.error")
    assert chromium.ask("document.querySelector('.toggle.error').getAttribute('aria-pressed')") == "false"
    assert visible(chromium, ".card") == total - errors
    assert visible(chromium, ".card.error") == visible(chromium, ".mark.error") == 0
    assert chromium.ask("document.querySelectorAll('.mark.off').length") > 0
    assert chromium.ask("document.querySelector('.shown').textContent") == f"显示 {total - errors} / {total} 处"
    chromium.click(".reset")
    assert visible(chromium, ".card") == total
    assert chromium.ask("document.querySelectorAll('.mark.off').length") == 0
    assert complaints(chromium) == addresses(chromium) == []


def test_family_chapter_and_search_narrow_the_findings(chromium: Page, tmp_path: Path) -> None:
    report = lint_file(DRAFT.read_bytes(), DRAFT.name, Demand(keep=True))
    opened(chromium, tmp_path, [report])

    def choose(what: str, value: str) -> int:
        chromium.ask(
            f"(f => {{ f.value = '{value}'; f.dispatchEvent(new Event('input')); }})"
            f"(document.querySelector('[data-filter={what}]'))"
        )
        return visible(chromium, ".card")

    assert choose("family", "COV") == sum(result.rule.startswith("COV") for result in report.findings)
    assert choose("text", "专利") == 1
    assert choose("text", "没有这些字") == 0
    assert visible(chromium, ".nothing") == 1
    choose("text", "")
    choose("family", "")
    name = chromium.ask("[...document.querySelectorAll('[data-filter=chapter] option')].at(-1).value")
    assert choose("chapter", name) == 6
    assert visible(chromium, f".card[data-chapter={name}]") == 6


def test_a_card_leads_to_its_words_and_words_to_their_card(chromium: Page, tmp_path: Path) -> None:
    report = lint_file(DRAFT.read_bytes(), DRAFT.name, Demand(keep=True))
    opened(chromium, tmp_path, [report])
    seen = "(r => r.top >= 0 && r.bottom <= innerHeight)(document.querySelector('{}').getBoundingClientRect())"
    assert chromium.ask(seen.format("#d1-m60")) is False
    chromium.click("#d1-f60 .message")
    assert chromium.ask("document.querySelector('#d1-m60').classList.contains('current')") is True
    assert chromium.ask(seen.format("#d1-m60")) is True
    assert chromium.ask(seen.format("#d1-f60")) is True
    chromium.click("#d1-m61")
    assert chromium.ask("document.querySelector('.card.current').id") == "d1-f61"
    assert chromium.ask(seen.format("#d1-f61")) is True
    chromium.press("j")
    assert chromium.ask("document.querySelector('.card.current').id") == "d1-f62"
    assert chromium.ask("document.activeElement.id") == "d1-f62"
    chromium.press("k")
    chromium.press("k")
    assert chromium.ask("document.querySelector('.card.current').id") == "d1-f60"
    chromium.click("[data-step='1']")
    assert chromium.ask("document.querySelectorAll('.card.current').length") == 1
    assert chromium.ask("document.querySelector('.card.current').id") == "d1-f61"


def test_a_draft_full_of_script_does_nothing(chromium: Page, tmp_path: Path) -> None:
    report = read(HOSTILE, HOSTILE_NAME)
    opened(chromium, tmp_path, [report])
    assert "pwned" not in chromium.ask("document.title").replace("document.title='pwned'", "")
    assert chromium.ask("document.querySelectorAll('img, iframe, object, form').length") == 0
    assert chromium.ask("document.scripts.length") == 1
    assert '<script>document.title="pwned"</script>' in chromium.ask("document.querySelector('.draft').innerText")
    assert complaints(chromium) == addresses(chromium) == []


def test_one_of_several_files_is_open_at_a_time(chromium: Page, tmp_path: Path) -> None:
    opened(chromium, tmp_path, [read(SMALL), read(HOSTILE, "b.md"), DocumentReport("c.docx", errors=("空的。",))])
    assert visible(chromium, ".doc") == 1
    assert visible(chromium, "#d1-top") == 1
    chromium.click("[data-doc='d3-']")
    assert visible(chromium, ".doc") == visible(chromium, "#d3-top .trouble") == 1


def test_a_filter_does_not_move_the_words_of_the_draft(chromium: Page, tmp_path: Path) -> None:
    opened(chromium, tmp_path, [lint_file(DRAFT.read_bytes(), DRAFT.name, Demand(keep=True))])
    marks = "[...document.querySelectorAll('.mark:not(.point)')]"
    where = f"JSON.stringify({marks}.map(e => e.getBoundingClientRect().toJSON()))"
    before = chromium.ask(where)
    chromium.ask("document.querySelectorAll('.toggle').forEach(button => button.click())")
    assert visible(chromium, ".card") == 0
    assert chromium.ask("getComputedStyle(document.querySelector('.mark')).borderBottomWidth") == "2px"
    assert chromium.ask(where) == before


def test_without_script_everything_can_be_read(chromium: Page, tmp_path: Path) -> None:
    report = read(SMALL)
    chromium.send("Emulation.setScriptExecutionDisabled", value=True)
    try:
        opened(chromium, tmp_path, [report, report])
        assert visible(chromium, ".doc") == 2
        assert visible(chromium, ".card") == 2 * len(report.findings)
        assert visible(chromium, ".filters") == visible(chromium, ".steps button") == visible(chromium, ".close") == 0
        assert complaints(chromium) == []
    finally:
        chromium.send("Emulation.setScriptExecutionDisabled", value=False)


@pytest.mark.parametrize("width", [320, 390, 800])
def test_a_narrow_window_is_not_overflown(chromium: Page, tmp_path: Path, width: int) -> None:
    path = ROOT / "fixtures" / "seeded" / "tables.md"
    wide = "# 9 宽表\n\n" + "|".join(["", *["列的名称很长"] * 12, ""]) + "\n" + "|---" * 12 + "|\n" + "|1" * 12 + "|\n"
    report = read(path.read_text(encoding="utf-8") + "\n" + wide + "\n" + "x" * 200 + "\n")
    opened(chromium, tmp_path, [report, read(SMALL, "a" * 90 + ".md")], width, 800)
    assert chromium.ask("innerWidth") == width
    assert chromium.ask("document.scrollingElement.scrollWidth") <= width


def test_on_a_phone_a_finding_opens_below_the_draft(chromium: Page, tmp_path: Path) -> None:
    opened(chromium, tmp_path, [lint_file(DRAFT.read_bytes(), DRAFT.name, Demand(keep=True))], 390, 844)
    chromium.click(".mark")
    assert visible(chromium, ".card") == 1
    assert chromium.ask("getComputedStyle(document.querySelector('.findings')).position") == "fixed"
    for _ in range(25):
        chromium.click("[data-step='1']")
        words, sheet = (
            chromium.ask(f"(r => [r.top, r.bottom])(document.querySelector('{of}').getBoundingClientRect())")
            for of in (".mark.current", ".findings")
        )
        assert 0 <= words[0] < words[1] <= sheet[0], "the sheet does not hide the words"
    chromium.click(".close")
    assert visible(chromium, ".card") > 1
