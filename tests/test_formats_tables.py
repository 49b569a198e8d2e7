from __future__ import annotations

import csv
from dataclasses import replace
from io import StringIO

import pytest
from lxml import etree
from markdown_it import MarkdownIt

from stdlint.reports import checkstyle, junit, markdown
from stdlint.reports import csv as as_csv
from stdlint.result import DocumentReport
from tests.golden import BESIDE_PATH, MARKDOWN_PATH, sample

PATHS = [MARKDOWN_PATH, "sub dir/标准&草案.docx", "clean.md", "broken\ufffd[31m.docx"]


def test_junit_counts_what_its_suites_hold() -> None:
    root = etree.fromstring(junit.render(sample()).encode())
    suites = root.findall("testsuite")
    assert [suite.get("name") for suite in suites] == PATHS
    for suite, one in zip(suites, sample(), strict=True):
        assert suite.get("failures") == str(len(suite.findall("testcase/failure"))) == str(len(one.findings))
        assert suite.get("errors") == str(len(suite.findall("testcase/error"))) == str(len(one.errors))
        assert suite.get("tests") == str(len(suite.findall("testcase")))
    assert [root.get(name) for name in ("tests", "failures", "errors")] == ["13", "11", "1"]
    (passed,) = suites[2].findall("testcase")
    assert len(passed) == 0
    failures = [str(one.get("message")) for one in root.iter("failure")]
    assert failures == [one.message for report in sample() for one in report.findings]


def test_checkstyle_lists_every_finding_under_its_file() -> None:
    root = etree.fromstring(checkstyle.render(sample()).encode())
    files = {str(one.get("name")): one.findall("error") for one in root.findall("file")}
    assert list(files) == [MARKDOWN_PATH, BESIDE_PATH, *PATHS[1:]]
    assert [len(files[path]) for path in (MARKDOWN_PATH, PATHS[1], "clean.md", PATHS[3])] == [7, 5, 0, 1]
    assert {str(name): value for name, value in files[MARKDOWN_PATH][0].attrib.items()} == {
        "line": "6",
        "column": "5",
        "severity": "error",
        "message": "用“应”表述要求，不用“必须” <&> [GB/T 1.1—2020, C.1]",
        "source": "stdlint.GLD010",
    }
    assert "line" not in files[PATHS[1]][0].attrib
    assert files[PATHS[3]][0].get("source") == "stdlint.not-checked"


def test_xml_holds_no_character_that_xml_cannot_hold() -> None:
    bad = replace(sample()[0], path="a\x00\x1b\udcff\ufffe.md")
    for made in (junit.render([bad]), checkstyle.render([bad])):
        assert "a\ufffd\ufffd\ufffd\ufffd.md" in made
        etree.fromstring(made.encode())


def test_a_table_reads_as_it_was_written_and_calculates_nothing() -> None:
    made = as_csv.render(sample())
    assert made.startswith("\ufeffpath,line,")
    rows = list(csv.DictReader(StringIO(made.removeprefix("\ufeff"))))
    assert len(rows) == sum(len(one.findings) + len(one.notices) + len(one.errors) for one in sample())
    first, result = rows[0], sample()[0].findings[0]
    assert first == {
        "path": MARKDOWN_PATH,
        "line": "6",
        "column": "5",
        "element": "范围",
        "clause": "1",
        "paragraph": "1",
        "severity": "error",
        "rule": "GLD010",
        "name": "must-for-shall",
        "message": result.message,
        "quote": "必须",
        "correction": "应",
        "basis": "GB/T 1.1—2020, C.1",
        "fingerprint": result.fingerprint,
    }
    assert rows[2]["name"] == "'=list-sign"
    assert rows[2]["message"] == "并列用 、：=1+1\n100%"
    assert not any(cell.startswith(("=", "+", "-", "@", "\t")) for row in rows for cell in row.values())


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"])
def test_a_cell_that_would_be_calculated_gets_an_apostrophe(cell: str) -> None:
    made = as_csv.render([DocumentReport(cell, errors=(cell, f"a{cell}"))])
    rows = list(csv.DictReader(StringIO(made.removeprefix("\ufeff"))))
    seen = cell.replace("\t", "\ufffd")
    assert [row["path"] for row in rows] == [f"'{seen}"] * 2
    assert [row["message"].replace("\t", "\ufffd") for row in rows] == [f"'{seen}", f"a{seen}"]


def _rendered(source: str) -> tuple[str, list[str]]:
    """Return the text of a comment as it is shown, and the raw HTML in it."""
    parser = MarkdownIt("gfm-like", {"html": True, "linkify": False})
    tokens = [one for token in parser.parse(source) for one in (token, *(token.children or ()))]
    raw = [line for one in tokens if one.type in ("html_block", "html_inline") for line in one.content.split("\n")]
    assert not any(one.type in ("link_open", "image") for one in tokens)
    return "\n".join(one.content for one in tokens if one.type in ("text", "text_special")), [one for one in raw if one]


def test_a_comment_holds_no_html_but_its_own() -> None:
    evil = (
        "<script>alert(1)</script> [a](http://b) ![c](d) @admin #123 GH-7 |`x|y`| **z** &lt; www.e.com \\| :tada: $m$"
    )
    result = replace(sample()[0].findings[0], message=evil)
    bad = replace(sample()[0], path=f"{evil}.md", findings=(result,) * 25, errors=(evil,), lang="zh")
    made = markdown.render([*sample(), bad])
    _, raw = _rendered(made)
    assert set(raw) == {
        "<!-- stdlint -->",
        "<!-- -->",
        "<details>",
        "<summary>另有 5 个问题</summary>",
        "</details>",
    }
    for called in ("@admin", "#123", "GH-7", "://b", "www.e", ":tada:"):
        assert called not in made.replace("\\", "")


def test_a_comment_shows_signs_as_they_are() -> None:
    evil = "<b> [a](b) @me #1 |`x|y`| **z** &lt; \\| a_b_c ~~d~~ $m$ 100%"
    shown, _ = _rendered(f"| a | b |\n| --- | --- |\n| {markdown.escaped(evil)} | x |\n")
    assert "".join(shown.split("\n")[:-1]).removeprefix("ab").replace("\n", "") == evil


def test_a_comment_lists_the_most_serious_first_and_folds_the_rest() -> None:
    result = sample()[0].findings[0]
    many = [replace(result, severity="info")] * 25 + [replace(result, severity="error")] * 3
    made = markdown.render([replace(sample()[0], findings=tuple(many), notices=(), dropped=())])
    opened, folded = made.split("<details>")
    rows = [line for line in opened.splitlines() if "GLD010" in line]
    assert [row.split(" | ")[0] for row in rows] == ["| 错误"] * 3 + ["| 提示"] * 17
    assert folded.count("GLD010") == 8
    assert "<summary>另有 8 个问题</summary>" in folded
    assert made.startswith("<!-- stdlint -->\n## 标准草案检查\n")


def test_a_comment_stays_below_the_limit_and_says_what_is_left_out() -> None:
    result = sample()[0].findings[0]
    many = [replace(sample()[0], path=f"{at}.md", findings=(result,) * 60) for at in range(40)]
    made = markdown.render(many)
    assert 0.9 * markdown.LONGEST < len(made) <= markdown.LONGEST
    listed = made.count("GLD010 must")
    assert made.endswith(f"其余 {2400 - listed} 个问题从略；请在本地运行 stdlint check 查看全部问题。\n")
    assert made.count("<details>") == made.count("</details>")
    assert "从略" not in markdown.render(sample())
