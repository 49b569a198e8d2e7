"""Introduce each of several notes by its own label.

Notes counted inside one “注：” cannot be cited, and are taken for a list. A note that introduces a list says something
in front of it.

多个注分别以“注1：”“注2：”引出；合在一个“注：”之下就无法单独提及。注中先有文字、再引出列项的不在此列。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Span
from stdlint.views.notes import Note

notes_run_together = Check(
    id="NTE013",
    message="多个注应分别以“注1：”“注2：”引出，不应在一个“注：”之下用“{marker}”编号。",
    message_en="Each of several notes shall have its own label; do not count them as “{marker}” below one “注：”.",
    bad="""
        # 4 要求

        试样应干燥。

        注：⟦1.⟧ 试样为圆形。2. 试样干燥。
    """,
    good="""
        # 4 要求

        试样应干燥。

        注1：试样为圆形。

        注2：试样干燥。
    """,
    more=(
        (
            """
            # 4 要求

            试样应干燥。

            注：⟦（1）⟧试样为圆形；（2）试样干燥。

            # 5 试验

            试样应干燥。

            注：⟦①⟧试样为圆形。

            ②试样干燥。

            # 6 标志

            标志应清晰。

            注：

            ⟦1)⟧ 标志为矩形；

            2) 标志为圆形。

            表1　尺寸

            | 长 | 宽 |
            |---|---|
            | 10 | 20 |
            | 注：⟦1、⟧已测量。2、可测量。 |
            """,
            """
            # 4 要求

            试样应干燥。

            注1：试样为圆形；

            注2：试样干燥。

            # 5 试验

            试样应干燥。

            注1：试样为圆形。

            注2：试样干燥。

            # 6 标志

            标志应清晰。

            注1：标志为矩形；

            注2：标志为圆形。

            表1　尺寸

            | 长 | 宽 |
            |---|---|
            | 10 | 20 |
            | 注1：已测量。 |
            | 注2：可测量。 |
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        试样应干燥。

        注：试样有下列形状：

        1) 圆形；

        2) 矩形。

        # 5 试验

        注：1 mol等于6.02×10²³个。2 mol为其两倍。

        注：1.5 m为常用长度。

        注：1—直径，2—高度。
        """,
    ),
)

_MARK = patterns.compile(
    r"(?P<mark>[（(][1一a][)）]|[1a][)）]|[①⑴]|[1一a][、．]|1\.(?!\d))"
    r"[ \u3000]*(?=[\u4e00-\u9fffA-Za-z“《])"
)
_SECOND = r"(?:[（(][2二b][)）]|[2b][)）、．]|二、|2\.(?!\d)|[②⑵])"
_LATER = patterns.compile(rf"[。；;，\u2028 ][ \u3000]*{_SECOND}")
_NEXT = patterns.compile(rf"[ \u3000]*{_SECOND}")


@notes_run_together.finder
def find(doc: Document) -> Iterator[Finding]:
    for note in doc.notes:
        if note.kind != "note":
            continue
        span = _counted(doc, note)
        if span is not None:
            yield notes_run_together.at(span, marker=doc.text[slice(*span)])


def _counted(doc: Document, note: Note) -> Span | None:
    """Return the span of the “1.” with which a note begins, if a “2.” follows."""
    first = note.blocks[0]
    start, end = doc.blocks[first].span
    if start == end:
        label = doc.blocks[first + 1] if first + 1 < len(doc.blocks) else None
        own = label is not None and label.kind == "label" and label.label.strip("（()）.、") in ("1", "①", "a")
        return label.span if label is not None and own and _follows(doc, first + 2, first) else None
    match = _MARK.match(doc.text, start, end)
    if match is None:
        return None
    if _LATER.search(doc.text, match.end(), end) or _follows(doc, first, first):
        return match.span("mark")
    return None


def _follows(doc: Document, at: int, note: int) -> bool:
    """Say whether the paragraph behind a block is counted as the second one."""
    if at + 1 >= len(doc.blocks) or doc.outline.owner[at + 1] is not doc.outline.owner[note]:
        return False
    following = doc.blocks[at + 1]
    if following.kind == "label":
        return following.label.strip("（()）.、") in ("2", "②", "b")
    return _NEXT.match(doc.text, *following.span) is not None
