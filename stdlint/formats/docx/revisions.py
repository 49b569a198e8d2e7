"""Read tracked changes and comments: who did what, when, and where in the text."""

from __future__ import annotations

from lxml.etree import _Element

from stdlint.formats.docx.cursor import Spot
from stdlint.formats.docx.names import P, T, W
from stdlint.layout import Change, Comment

_DATE = W + "date"
_AUTHOR = W + "author"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"


class Mark:
    """A tracked change that was met: its element, what it changes, where it begins and ends, and what it took away."""

    __slots__ = ("element", "end", "lost", "of", "start")

    def __init__(self, element: _Element, of: str, start: Spot, end: int = -1) -> None:
        self.element = element
        self.of = of
        self.start = start
        self.end = end
        self.lost: list[str] = []

    def change(self) -> Change:
        """Return what it says, with offsets."""
        start = self.start.offset
        said = self.element
        return Change(
            str(said.tag).removeprefix(W),
            self.of,
            (start, max(start, self.end)),
            "".join(self.lost),
            said.get(_AUTHOR) or "",
            said.get(_DATE) or "",
        )


def comments(
    root: _Element | None, extended: _Element | None, ranges: dict[str, tuple[Spot, int | None]]
) -> list[Comment]:
    """Return the comments that lie on something, in the order of the text.

    `extended` is the part of Word 2012 that names a comment by the paraId of its last paragraph and says whether it is
    resolved and which one it answers.
    """
    done: dict[str, tuple[bool, str]] = {}
    for element in extended if extended is not None else ():
        name, parent = element.get(_W15 + "paraId") or "", element.get(_W15 + "paraIdParent") or ""
        done[name] = element.get(_W15 + "done") in ("1", "true", "on"), parent
    elements = [element for element in root if element.tag == W + "comment"] if root is not None else []
    last = {element: _last(element) for element in elements}
    ids = {para: element.get(W + "id") or "" for element, para in last.items() if para}
    found: list[Comment] = []
    for element in elements:
        note = element.get(W + "id") or ""
        if note in ranges:
            spot, end = ranges[note]
            resolved, parent = done.get(last[element], (False, ""))
            span = spot.offset, max(spot.offset, spot.offset if end is None else end)
            author, date = element.get(_AUTHOR) or "", element.get(_DATE) or ""
            found.append(Comment(note, span, said_in(element), author, date, resolved, ids.get(parent, "")))
    return sorted(found, key=lambda comment: comment.span)


def said_in(comment: _Element) -> str:
    """Return the text of a comment, a line for each paragraph."""
    paragraphs = [
        "".join([text.text or "" if text.tag == T else " " for text in paragraph.iter(T, W + "br")])
        for paragraph in comment.iter(P)
    ]
    return "\n".join(paragraphs).strip()


def _last(comment: _Element) -> str:
    paragraphs = list(comment.iter(P))
    return (paragraphs[-1].get(_W14 + "paraId") or "") if paragraphs else ""
