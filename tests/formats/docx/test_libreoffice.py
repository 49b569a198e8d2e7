"""Labels are those that LibreOffice writes, but for differences that are listed here with reason and source."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest

from stdlint.formats import docx
from tests.formats.docx.listed_drafts import DRAFTS, FORMATS

SOFFICE = shutil.which("soffice")
MARK = re.compile(r"款(\d{4})")
COMPARED = 915
AGREEING = 735
"""Labels equal but for blanks, in LibreOffice 7.4."""


class Known(NamedTuple):
    """Labels of a draft on which LibreOffice does not show what Word does; `marks` are numbers and ranges."""

    draft: str
    marks: str
    reason: str


BULLETS = "LibreOffice's text export writes signs of its own for bullets (•, ◦, ▪)"
RESTART = "LibreOffice 7.4 ignores w:lvlRestart; ECMA-376, 17.9.10"
LEGAL = "LibreOffice ignores w:isLgl; ECMA-376, 17.9.4; 01 stays 01 in Word's own list “Article I. / Section 1.01”"
TIED = "LibreOffice takes the level from w:ilvl of the style; ECMA-376, 17.3.1.19: from w:pStyle of the list"
MISSING = "LibreOffice makes up “1.” for levels that the list does not define"

KNOWN = [
    Known("template", "10-11 27-28 44-45 61-62 78-79 96-97 114-115", BULLETS),
    Known("overrides", "16-17 19", "w:startOverride holds on each level of the instance; ECMA-376, 17.9.26"),
    Known("restarts", "20 24 79 82-83 90 92 94 98", RESTART),
    Known("legal", "2-3 7 11-12 16 20-21 25", LEGAL),
    Known("linked", "14-20", TIED),
    Known("revised", "6", "LibreOffice counts hidden paragraphs, which Word does not show"),
    Known("odd", "4-5", "LibreOffice does not read a level text with the same number twice"),
    Known("odd", "10-11", "LibreOffice does not read “%0”, which is no number; ECMA-376, 17.9.11"),
    Known("odd", "28-29", "Word ignores a text with the number of a deeper level; [MS-OI29500], 2.1.283 c"),
    Known("odd", "37 55 66-68 73 78-80", MISSING),
    Known("odd", "40-45", BULLETS),
    Known("odd", "70-71 75", "LibreOffice counts in 16 bits"),
]

LOCALE = "LibreOffice uses the words of its Asian locale; ECMA-376, 17.18.59: those of the language of the text"
UNKNOWN = "LibreOffice does not know the format; ECMA-376, 17.18.59"
FORM_DIFFERENCES = {
    "ordinal": (1, LOCALE),
    "cardinalText": (1, LOCALE),
    "ordinalText": (1, LOCALE),
    "hex": (10, UNKNOWN),
    "chineseCounting": (100, "LibreOffice: 一百; [MS-DOCX], 2.4: 一○○"),
    "ideographDigital": (10, "LibreOffice: 十; [MS-DOCX], 2.4: 一〇"),
    "ideographZodiacTraditional": (1, UNKNOWN),
    "ideographEnclosedCircle": (1, "LibreOffice: ①; [MS-OI29500], 2.1.540 a: in parentheses, ㈠"),
    "japaneseCounting": (100, "LibreOffice: 一百; Japanese writes 百"),
    "japaneseLegal": (10, "LibreOffice leaves out 拾"),
    "japaneseDigitalTenThousand": (1, UNKNOWN),
    "taiwaneseDigital": (1, UNKNOWN),
    "decimalEnclosedParen": (1, UNKNOWN),
    "decimalEnclosedFullstop": (1, UNKNOWN),
    "numberInDash": (1, UNKNOWN),
}


def known() -> set[tuple[str, int]]:
    """Return the marks of all differences: (draft, number)."""
    found: set[tuple[str, int]] = set()
    for draft, marks, _ in KNOWN:
        for piece in marks.split():
            first, _, last = piece.partition("-")
            found |= {(draft, number) for number in range(int(first), int(last or first) + 1)}
    mark = 0
    for form, starts in FORMATS.items():
        least = FORM_DIFFERENCES.get(form, (1 << 20, ""))[0]
        for start in starts:
            for number in range(start, start + 3):
                mark += 1
                if number >= least:
                    found.add(("formats", mark))
    return found


def shown(text: str) -> dict[int, str]:
    """Return the label that stands before each mark in a text file."""
    found = {}
    for line in text.splitlines():
        if match := MARK.search(line):
            found[int(match[1])] = re.sub(r"\s", "", line[: match.start()])
    return found


def read(data: bytes) -> dict[int, str]:
    """Return the label of each marked paragraph as the reader gives it."""
    source = docx.read(data)
    found = {}
    for block in source.blocks:
        if block.kind != "label" and (match := MARK.search(source.text[slice(*block.span)])):
            found[int(match[1])] = re.sub(r"\s", "", block.label)
    return found


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_labels_are_those_that_LibreOffice_shows(tmp_path: Path) -> None:
    for name, draft in DRAFTS.items():
        (tmp_path / f"{name}.docx").write_bytes(draft().docx())
    files = [str(path) for path in sorted(tmp_path.glob("*.docx"))]
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [str(SOFFICE), "--headless", profile, "--convert-to", "txt:Text (encoded):UTF8", "--outdir"]
    subprocess.run([*command, str(tmp_path / "out"), *files], check=True, capture_output=True, timeout=100)
    ours: dict[tuple[str, int], str] = {}
    theirs: dict[tuple[str, int], str] = {}
    for name in DRAFTS:
        text = (tmp_path / "out" / f"{name}.txt").read_text(encoding="utf-8-sig")
        theirs |= {(name, mark): label for mark, label in shown(text).items()}
        ours |= {(name, mark): label for mark, label in read((tmp_path / f"{name}.docx").read_bytes()).items()}
    differing = {place: (label, theirs.get(place)) for place, label in ours.items() if theirs.get(place) != label}
    assert ours.keys() == theirs.keys()
    assert {place: both for place, both in differing.items() if place not in known()} == {}
    assert len(ours) == COMPARED
    assert len(ours) - len(differing) >= AGREEING


def test_every_listed_difference_is_one_of_a_generated_paragraph() -> None:
    assert {name for name, _ in known()} <= DRAFTS.keys()
    assert FORM_DIFFERENCES.keys() <= FORMATS.keys()
    marks = {(name, mark) for name, draft in DRAFTS.items() for mark in read(draft().docx())}
    assert known() <= marks
