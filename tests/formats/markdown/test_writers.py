"""One draft as many programs would write it: read alike, silent where it conforms, with the same defects where not."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

import pytest

import stdlint
from stdlint.document import Document
from stdlint.formats.markdown import read
from stdlint.reports import outline
from tests.test_looks import DEFECTS

FIXTURES = Path(__file__).parents[3] / "fixtures"
_NUMBERED = re.compile(r"(\d+(?:\.\d+)*|[A-Z](?:\.\d+)+)(?:[ 　]+(.*))?")
_ANNEX = re.compile(r"附录([A-Z])（(.*?)）　?(.*)")
_CAPTION = r"(?m)^([表图](?:[A-Z]\.)?\d+)　(.*)$"
_FORMULA = r"(?m)^\$\$ (.*?) \$\$ （(\d+)）$"
_NOTE = r"(?m)^(注|示例)(\d?)：(.*)$"
_TERM = r"(?m)^### (\d+\.\d+(?:\.\d+)?)\n\n(.{1,40}　[a-zA-Z].*)$"

Writer = Callable[[str], str | bytes]


def _headings(text: str, write: Callable[[int, str, str], str]) -> str:
    """Write every heading anew from its level, its number and its title."""

    def one(match: re.Match[str]) -> str:
        found = _NUMBERED.fullmatch(match[2])
        number, title = (found[1], found[2] or "") if found else ("", match[2])
        return write(len(match[1]), number, title)

    return re.sub(r"(?m)^(#+) (.*)$", one, text)


def _html_tables(text: str) -> str:
    """Write every table as HTML on one line, rows of notes spanning all columns."""

    def one(match: re.Match[str]) -> str:
        lines = [line.strip("|").split("|") for line in match[0].strip().split("\n")]
        rows = [
            f"<td>{'</td><td>'.join(cell.strip() for cell in cells)}</td>"
            if len(cells) == len(lines[0])
            else f'<td colspan="{len(lines[0])}">{cells[0].strip()}</td>'
            for cells in (lines[:1] + lines[2:])
        ]
        return f"<table border=1><tr>{'</tr><tr>'.join(rows)}</tr></table>\n"

    return re.sub(r"(?m)(?:^\|.*\n?)+", one, text)


def _paddle(text: str) -> str:
    """PaddleOCR: numbers and titles in two headings, annexes in three pieces, captions in `div`, LaTeX for numbers."""

    def heading(_: int, number: str, title: str) -> str:
        if annex := _ANNEX.fullmatch(title):
            return f"# 附录 {annex[1]}\n\n（{annex[2]}）\n\n## {annex[3]}"
        return f"### {number} \n\n## {title}" if "." in number and title else f"## {number} {title}".rstrip()

    text = re.sub(_TERM, r"### \1 \n\n## \2", _headings(text, heading))
    text = re.sub(_CAPTION, r'<div style="text-align: center;">\1 \2</div>' + "\n", text)
    text = re.sub(r"(?m)^([a-z]|\d)\) ", r"\1）", _html_tables(text))
    text = re.sub(r"<sup>([ab])</sup>", r"$ ^{\1} $", re.sub(r"(\d+) ℃", r"$ \1^{\\circ}C $", text))
    return re.sub(r"(?<![\d.\-A-Z ])(\d+)～(\d+)(?=\s*[a-zA-Z%μ])", r"$ \1\\sim\2 $", text)


def _mineru(text: str) -> str:
    """MinerU: every heading on the first level, formulas on lines of their own with their number below."""

    def heading(_: int, number: str, title: str) -> str:
        if annex := _ANNEX.fullmatch(title):
            return f"# 附录{annex[1]}\n\n# （{annex[2]}）\n\n# {annex[3]}"
        return f"# {number} {title}".strip() if not number or title else f"# {number}"

    text = re.sub(_FORMULA, r"$$\n\1\n$$\n\n（\2）", _html_tables(_headings(text, heading)))
    return re.sub(_CAPTION, r"\1 \2", text)


def _pages(text: str) -> str:
    """Any OCR program: page numbers, running titles and the mark of a PDF library between the paragraphs."""
    number = re.search(r"(?m)^[A-Z/]+ ?[\d.]+—XXXX$", text)
    title = number[0] if number else ""
    paragraphs = text.split("\n\n")
    begin = next(at for at, paragraph in enumerate(paragraphs) if paragraph.startswith("# 1 "))
    made = []
    for at, paragraph in enumerate(paragraphs):
        made.append(paragraph)
        if at > begin and at % 11 == 0 and paragraph.endswith("。"):
            made += [str(at // 11), "Powered by TCPDF (www.tcpdf.org)", f"## {title}" if at % 2 else title]
    return "\n\n".join(made)


def _pandoc(text: str) -> str:
    """Pandoc: anchors, escaped brackets, lines wrapped at blanks and in Chinese text."""
    at = count(1)
    text = _headings(
        text, lambda level, number, title: f"{'#' * level} []{{#_T{next(at)} .anchor}}{number} {title} {{#s{next(at)}}}"
    )
    text = re.sub(r"(?m)^\[(来源.*|\d)\]", r"\\[\1\\]", text.replace("<sup>a</sup>", "^a^"))
    text = re.sub(r"(?m)^([a-z]\)) (.*)$", r"\1  \2", text)
    return re.sub(r"(?m)^(?![#|$!\[])(.{38}[\u4e00-\u9fff])(?=[\u4e00-\u9fff].{3})", r"\1\n", text)


def _github(text: str) -> str:
    """GitHub: closed headings, notes in quotes, dashes as bullets, references as a list."""
    text = _headings(text, lambda level, number, title: f"{'#' * level} {number} {title} {'#' * level}")
    text = re.sub(_NOTE, r"> [!NOTE]\n> **\1\2：** \3", re.sub(r"(?m)^——", "* ", text))
    return re.sub(r"(?m)^((?:GB|CJ|ISO|SL)[^\n]*　.*)\n$", r"- \1", text)


def _mkdocs(text: str) -> str:
    """MkDocs: underlined headings, notes in boxes, captions below the tables' heads in bold."""
    text = _headings(text, lambda level, number, title: f"{number} {title}\n{('=' if level == 1 else '-') * 6}")
    return re.sub(_CAPTION, r"**\1　\2**", re.sub(_NOTE, r'!!! note "\1\2"' + "\n\n" + r"    \3", text))


def _word(text: str) -> str:
    """Word by way of HTML: anchors, blanks as entities, indents of two ideographic spaces, every paragraph tagged."""
    at = count(1)
    text = _headings(
        text, lambda level, number, title: f'{"#" * level} <a id="_T{next(at)}"></a>**{number}&emsp;{title}**'
    )
    text = re.sub(
        _TERM.replace("### ", r"#+ <a id=\"_T\d+\"></a>\*\*").replace(r"\n\n", r"&emsp;\*\*\n\n"), r"\1\n\n\2", text
    )
    return re.sub(r"(?m)^(?![表图])([\u4e00-\u9fff].*)$", r"　　<span>\1</span>", text)


def _bold(text: str) -> str:
    """An editor without styles: bold lines for headings, typed dashes, glued captions."""
    text = _headings(
        text, lambda _, number, title: f"**{number}　{title}**" if number and title else f"**{number}{title}**"
    )
    text = re.sub(r"(?m)^ +- (?!.* (?:[ⅡⅢⅣ]|\d+)$)", "·", text)
    return re.sub(_CAPTION, r"\1\2", re.sub(r"(?m)^- (?!.* (?:[ⅡⅢⅣ]|\d+)$)", "——", text))


def _plain(text: str) -> str:
    """A text file: typed numbers, no marks at all, full-width brackets behind letters."""
    text = _headings(text, lambda _, number, title: f"{number}　{title}".strip("　"))
    return re.sub(r"(?m)^([a-z]|\d)\) ", r"\1）", text).replace("**", "")


def _glued(text: str) -> bytes:
    """A beginner on Windows: no blank behind the hashes, tabs behind numbers, GB 18030."""
    text = _headings(text, lambda level, number, title: f"{'#' * level}{number}\t{title}".rstrip().replace("#\t", "#"))
    return text.replace("\n", "\r\n").encode("gb18030")


def _tex(text: str) -> bytes:
    """A TeX user: brackets for formulas, numbers as tags or dots, invisible blanks, UTF-16."""
    text = re.sub(_FORMULA, r"\\[\n\1\n\\]\n\n（\2）", text)
    text = re.sub(r"\\tag\{(.*?)\}", r"\\cdots\\cdots(\1)", text)
    return _headings(text, lambda level, number, title: f"{'#' * level} \u200b{number} {title}").encode("utf-16")


def _dense(text: str) -> str:
    """An author who saves blank lines: entries, captions, items and notes line under line."""
    text = re.sub(_TERM + r"\n\n(?!\$)", r"\1\n\2\n", text)
    text = re.sub(_CAPTION + r"\n\n(?!\|)", r"\1　\2\n", text)
    return re.sub(r"(?m)\n(?=\n(?:注|\[\d|\[来源))", "", text)


WRITERS: tuple[Writer, ...] = (
    *(_paddle, _mineru, _pages, _pandoc, _github, _mkdocs, _word),
    *(_bold, _plain, _glued, _tex, _dense),
)


def _written(writer: Writer, text: str) -> bytes:
    made = writer(text)
    return made if isinstance(made, bytes) else made.encode()


def _outline(data: bytes) -> Any:
    """Return the outline without blanks, which every program sets in its own way."""
    shown = outline.as_json(Document(read(data)), "")
    return json.loads(re.sub(r"[\u3000 ]+", " ", shown))


@cache
def _fixture(name: str) -> str:
    return (FIXTURES / f"{name}.md").read_text(encoding="utf-8")


@cache
def _defective() -> str:
    text = _fixture("looks")
    for good, bad in DEFECTS:
        text = text.replace(good, bad)
    return text


def _rules(data: bytes) -> Counter[str]:
    report = stdlint.lint(data, "draft.md")
    assert report.errors == ()
    return Counter(finding.rule for finding in report.findings)


@pytest.mark.parametrize("name", ["looks", "product", "terminology", "test-method"])
@pytest.mark.parametrize("writer", WRITERS)
def test_every_program_writes_the_same_draft(writer: Writer, name: str) -> None:
    data = _written(writer, _fixture(name))
    assert data != _fixture(name).encode()
    assert _outline(data) == _outline(_fixture(name).encode())
    report = stdlint.lint(data, "draft.md")
    assert [f"{f.rule} {f.place.clause} {f.place.quote}" for f in report.findings] == []


@pytest.mark.parametrize("writer", WRITERS)
def test_every_program_shows_the_same_defects(writer: Writer) -> None:
    assert _rules(_written(writer, _defective())) == _rules(_defective().encode())
