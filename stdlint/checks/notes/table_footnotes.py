"""Mark the footnotes of a table with raised letters from a on, one footnote for every mark.

The plain text does not tell whether a letter is raised. So a letter behind a word is only taken for a mark where the
table has footnotes; raised letters as characters (“ᵃ”) and as formulas are marks everywhere. Marks of the form “1)” are
told by FTN013; a table whose marks and footnotes do not agree is not also told to be lettered wrong.

图、表的脚注以上标小写字母标明，每个图或表从a起连续编号，标记与脚注一一对应。纯文本中看不出字母是否上标，因此只有表下有脚注时才把词尾的字母
看作标记。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Edit, Span
from stdlint.views.footnotes import RAISED_LETTERS, Footed, letter_of

malformed_table_footnote_marker = Check(
    id="FTN020",
    message="表脚注应以上标小写字母a、b……标明，不用“{mark}”。",
    message_en="Footnotes of a table are marked with superscript lower-case letters a, b …, not with “{mark}”.",
    bad="""
        # 4 要求

        尺寸应符合表1的规定。

        表1　尺寸

        | 长⟦①⟧ | 宽 |
        |---|---|
        | 10 | 20 |
        | ① 不含涂层。 |
    """,
    good="""
        # 4 要求

        尺寸应符合表1的规定。

        表1　尺寸

        | 长ᵃ | 宽 |
        |---|---|
        | 10 | 20 |
        | ᵃ 不含涂层。 |
    """,
    more=(
        (
            """
            # 4 要求

            尺寸应符合表1的规定。

            表1　尺寸

            | 长⟦（a）⟧ | 宽（b） |
            |---|---|
            | 10 | 20 |
            | （a）不含涂层。 |
            | （b）不含边框。 |

            表2　质量

            | 质量⟦※⟧ | 温度 |
            |---|---|
            | 10 | 20 |
            | ※ 不含涂层。 |

            表3　长度

            | 长度⟦A⟧ | 温度 |
            |---|---|
            | 10 | 20 |
            | A 不含涂层。 |
            """,
            """
            # 4 要求

            尺寸应符合表1的规定。

            表1　尺寸

            | 长ᵃ | 宽ᵇ |
            |---|---|
            | 10 | 20 |
            | ᵃ不含涂层。 |
            | ᵇ不含边框。 |

            表2　质量

            | 质量ᵃ | 温度 |
            |---|---|
            | 10 | 20 |
            | ᵃ 不含涂层。 |

            表3　长度

            | 长度ᵃ | 温度 |
            |---|---|
            | 10 | 20 |
            | ᵃ 不含涂层。 |
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        尺寸应符合表1的规定。

        表1　尺寸

        | 长a | 宽（mm） |
        |---|---|
        | ①号 | 20 |
        | （1）外观和尺寸都应检查。 |
        | a 不含涂层。 |
        """,
    ),
)

broken_table_footnote_lettering = Check(
    id="FTN021",
    message="每个图或表的脚注应从a起连续编号，“{letter}”应为“{right}”。",
    message_en="Footnotes start with a in each figure or table: “{letter}” should be “{right}”.",
    bad="""
        # 4 要求

        尺寸应符合表1的规定。

        表1　尺寸

        | 长ᵃ | 宽⟦ᶜ⟧ |
        |---|---|
        | 10 | 20 |
        | ᵃ 不含涂层。 |
        | ᶜ 不含边框。 |
    """,
    good="""
        # 4 要求

        尺寸应符合表1的规定。

        表1　尺寸

        | 长ᵃ | 宽ᵇ |
        |---|---|
        | 10 | 20 |
        | ᵃ 不含涂层。 |
        | ᵇ 不含边框。 |
    """,
    more=(
        (
            """
            # 4 要求

            尺寸应符合表1的规定。

            表1　尺寸

            | 长⟦b⟧ | 宽c |
            |---|---|
            | 10 | 20 |
            | b 不含涂层。 |
            | c 不含边框。 |
            """,
            """
            # 4 要求

            尺寸应符合表1的规定。

            表1　尺寸

            | 长a | 宽b |
            |---|---|
            | 10 | 20 |
            | a 不含涂层。 |
            | b 不含边框。 |
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        尺寸应符合表1的规定。

        表1　尺寸

        | 长a | 宽b |
        |---|---|
        | 10 | 20 |
        | a 不含涂层。 |
        | b 不含边框。 |

        表2　质量

        | 长a,b | 宽 |
        |---|---|
        | 10 | 20 |
        | a 不含涂层。 |
        | b 不含边框。 |

        表3　含量

        | 项目 | 含量 |
        |---|---|
        | 维生素c | 20 |
        | n 为样品数。 |
        """,
    ),
)

unmatched_footnote_marker = Check(
    id="FTN022",
    message="{what}“{mark}”没有对应的{other}，标记与脚注应一一对应。",
    message_en="The {what_en} “{mark}” has no {other_en}; marks and footnotes shall correspond one to one.",
    bad="""
        # 4 要求

        尺寸应符合表1的规定。

        表1　尺寸

        | 长⟦ᵃ⟧ | 宽 |
        |---|---|
        | 10 | 20 |
    """,
    good="""
        # 4 要求

        尺寸应符合表1的规定。

        表1　尺寸

        | 长ᵃ | 宽 |
        |---|---|
        | 10 | 20 |
        | ᵃ 不含涂层。 |
    """,
    more=(
        (
            """
            # 4 要求

            尺寸应符合表1的规定，结构见图1。

            表1　尺寸

            | 长⟦ᵃ⟧ | 宽 |
            |---|---|
            | 10 | 20 |

            ![结构](a.png)

            图1　结构
            """,
            """
            # 4 要求

            尺寸应符合表1的规定，结构见图1。

            表1　尺寸

            | 长 | 宽 |
            |---|---|
            | 10 | 20 |

            ![结构](a.png)

            图1　结构
            """,
        ),
        (
            """
            # 4 要求

            尺寸应符合表1的规定。

            表1　尺寸

            | 长a | 宽 |
            |---|---|
            | 10 | 20 |
            | a 不含涂层。 |
            | ⟦b⟧ 不含边框。 |

            表2　质量

            | 长度a | 宽度⟦b⟧ |
            |---|---|
            | 10 | 20 |
            | a 不含涂层。 |

            试剂⟦¹⁾⟧应合格，溶液⟦[^2]⟧应澄清。

            表3　宽度

            | 长a | 宽1) |
            |---|---|
            | 10 | 20 |
            | a 不含涂层。 |
            | ⟦b⟧ 不含边框。 |
            """,
            """
            # 4 要求

            尺寸应符合表1的规定。

            表1　尺寸

            | 长a | 宽b |
            |---|---|
            | 10 | 20 |
            | a 不含涂层。 |
            | b 不含边框。 |

            表2　质量

            | 长度a | 宽度b |
            |---|---|
            | 10 | 20 |
            | a 不含涂层。 |
            | b 不含边框。 |

            试剂应合格，溶液应澄清。

            表3　宽度

            | 长a | 宽b |
            |---|---|
            | 10 | 20 |
            | a 不含涂层。 |
            | b 不含边框。 |
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        尺寸应符合表1的规定，面积见[^0-9]，试剂¹⁾应合格。

        ¹⁾ 试剂由供方提供。

        表1　尺寸

        | 长ᵃ | 面积x²ⁿ |
        |---|---|
        | 10 | 维生素c |

        a 不含涂层。

        表2　质量

        | 方案a | 方案b |
        |---|---|
        | 10 | 20 |
        """,
        """
        # 4 要求

        | 长a | 宽 |
        |---|---|
        | 10 | 20 |
        | a 不含涂层。 |
        | n 为样品数。 |
        """,
    ),
)

_RAISED = patterns.compile(r"(?<=[\u4e00-\u9fff”）A-Za-z®™])[¹²³⁴-⁹]{1,2}[⁾]")
_UNDEFINED = patterns.compile(r"(?<=[\u4e00-\u9fff”）。，；®™\ufffc])\[\^\d{1,3}\](?![*+{?:])")
_FIGURES = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹⁰⁾", "1234567890)")
_MARK = ("脚注标记", "脚注", "mark", "footnote")
_NOTE = ("脚注", "标记", "footnote", "mark")


@malformed_table_footnote_marker.finder
@broken_table_footnote_lettering.finder
@unmatched_footnote_marker.finder
def find(doc: Document) -> Iterator[Finding]:
    for footed in doc.table_footnotes:
        if footed.foreign and not footed.text_marks:
            yield from _foreign(doc, footed)
        if footed.foreign or (footed.text_marks and not footed.notes):
            continue
        unmatched = _unmatched(doc, footed)
        if unmatched is not None:
            yield unmatched
        elif footed.notes:
            yield from _lettered(doc, footed)
    yield from _lettered_in_figures(doc)
    yield from _unmatched_in_text(doc)


def _occurrences(doc: Document, footed: Footed, mark: str) -> list[Span]:
    """Return where a foreign mark stands behind a word in the cells of a table."""
    found: list[Span] = []
    for start, end in footed.cells:
        at = doc.text.rfind(mark, start + 1, end)
        if at > start and doc.text[at - 1] not in (" ", "\u3000", mark[0]) and at + len(mark) == end:
            found.append((at, end))
    return found


def _foreign(doc: Document, footed: Footed) -> Iterator[Finding]:
    """Report the first mark of a table that is no letter; the fix gives letters to all its footnotes."""
    first: Span | None = None
    edits: list[Edit] = []
    for place, note in enumerate(footed.foreign):
        marks = _occurrences(doc, footed, note.letter)
        if not marks:
            return
        first = first or marks[0]
        letter = RAISED_LETTERS[min(place, len(RAISED_LETTERS) - 1)]
        edits += [Edit(*span, letter) for span in (*marks, note.marker)]
    if first is not None:
        fix = edits if not footed.notes and len(footed.foreign) <= len(RAISED_LETTERS) else None
        yield malformed_table_footnote_marker.at(first, fix=fix, safe=False, mark=doc.text[slice(*first)])


def _stands(doc: Document, footed: Footed, letter: str) -> Span | None:
    """Return where a letter, raised or plain, ends a word in the cells, and may thus be a mark: the clearest place."""
    raised = RAISED_LETTERS[ord(letter) - 97]
    for marks in (footed.marks, footed.plain):
        for known, span in marks:
            if known == letter:
                return span
    for start, end in footed.cells:
        for at in range(start, end):
            behind = doc.text[at + 1 : at + 2]
            if doc.text[at] == raised or (doc.text[at] == letter and not (behind.isascii() and behind.isalpha())):
                return at, at + 1
    return None


def _unmatched(doc: Document, footed: Footed) -> Finding | None:
    """Return the first mark without a footnote, or footnote without a mark."""
    letters = {note.letter for note in footed.notes}
    for letter, span in sorted(footed.marks, key=lambda mark: mark[1]):
        explained = letter in letters or _is_explained(footed, letter)
        if not explained and not any(said.startswith("\ufffc") for said in footed.behind):
            return _at(doc, span, _MARK, letter)
    if "a" not in letters:
        return None
    if not any(said.startswith("\ufffc") for said in footed.behind):
        following = chr(97 + len(letters))
        for letter, span in footed.plain:
            if letter not in letters and letter <= following and len(letters) == ord(max(letters)) - 96:
                return _at(doc, span, _MARK)
    for note in footed.notes:
        if _stands(doc, footed, note.letter) is None and not any(note.letter in said for said in footed.formulas):
            return _at(doc, note.marker, _NOTE, note.letter)
    return None


def _is_explained(footed: Footed, letter: str) -> bool:
    """Say whether a letter begins a paragraph behind the table, or a sentence in a footnote with another letter."""
    raised = RAISED_LETTERS[ord(letter) - 97]
    if any(letter_of(said[:1]) == letter for said in footed.behind):
        return True
    return any(raised in note.text or f"。{letter}" in note.text.replace(" ", "") for note in footed.notes)


def _at(doc: Document, span: Span, names: tuple[str, str, str, str], letter: str = "") -> Finding:
    what, other, what_en, other_en = names
    mark = letter or doc.text[slice(*span)]
    return unmatched_footnote_marker.at(span, what=what, other=other, what_en=what_en, other_en=other_en, mark=mark)


def _lettered(doc: Document, footed: Footed) -> Iterator[Finding]:
    """Report the first footnote of a table whose letter does not follow; the fix counts them all anew."""
    letters = [note.letter for note in footed.notes]
    at = next((at for at, letter in enumerate(letters) if letter != chr(97 + at)), -1)
    if at < 0 or letters[at] > "h":
        return
    mark = _stands(doc, footed, letters[at])
    if mark is None:
        return
    span = mark if letters.count(letters[at]) == 1 else footed.notes[at].marker
    edits = _relettered(doc, footed) if len(set(letters)) == len(letters) else None
    right = chr(97 + at)
    yield broken_table_footnote_lettering.at(span, fix=edits, safe=False, letter=letters[at], right=right)


def _relettered(doc: Document, footed: Footed) -> list[Edit] | None:
    edits: list[Edit] = []
    for place, note in enumerate(footed.notes):
        right = chr(97 + place)
        if note.letter == right:
            continue
        places = [span for letter, span in (*footed.marks, *footed.plain) if letter == note.letter] + [note.marker]
        if len(places) < 2 or any(doc.text[start] == "\ufffc" for start, _ in places):
            return None
        edits += [Edit(*span, right if doc.text[span[0]].isascii() else RAISED_LETTERS[place]) for span in places]
    return edits


def _lettered_in_figures(doc: Document) -> Iterator[Finding]:
    """Report the first footnote of a figure whose letter does not follow; its marks stand in the picture."""
    for figure in doc.figures:
        spans = [doc.blocks[part.block].span for part in (*figure.parts, *figure.behind) if part.kind == "footnote"]
        letters = [letter_of(doc.text[start]) for start, end in spans if doc.text[end - 1] == "。"]
        if len(letters) < 2 or len(letters) != len(spans) or letters[0] != "a":
            continue
        at = next((at for at, letter in enumerate(letters) if letter != chr(97 + at)), -1)
        if at > 0:
            start = spans[at][0]
            yield broken_table_footnote_lettering.at((start, start + 1), letter=letters[at], right=chr(97 + at))


def _unmatched_in_text(doc: Document) -> Iterator[Finding]:
    """Report raised marks “¹⁾” in the text, and “[^1]” in Markdown, that no footnote belongs to."""
    raised = [match for match in doc.matches(_RAISED) if doc.blocks[doc.block_at(match.start())].table < 0]
    if raised:
        notes = {one.number for one in doc.text_footnotes}
        labels = {block.label.replace("）", ")") for block in doc.blocks if block.label}
        for match in raised:
            plain = match.group().translate(_FIGURES)
            if int(plain[:-1]) not in notes and plain not in labels:
                yield _at(doc, match.span(), _MARK)
    if "[^" in doc.text:
        for match in doc.matches(_UNDEFINED):
            yield _at(doc, match.span(), _MARK)
    if doc.format == "markdown":
        used = {anchor.target for anchor in doc.source.anchors if anchor.kind == "footnote"}
        blocks = doc.blocks
        for index, block in enumerate(blocks):
            if block.kind == "footnote" and block.label and index - 1 not in used and index not in used:
                yield _at(doc, block.span, _NOTE)
