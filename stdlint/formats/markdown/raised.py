"""Find the superscripts and subscripts of a Markdown file: what stands in `<sup>` and `<sub>`."""

from __future__ import annotations

import re
from bisect import bisect_right

from stdlint.formats.markdown.decode import decode, unified
from stdlint.model import Source, Span

_RAISED = re.compile(r"<(su[pb])>([^<>\n]*)</\1>", re.IGNORECASE)


def raised(source: Source) -> list[Span]:
    """Return the spans of what is set high or low, in order."""
    if b"<su" not in source.data.lower():
        return []
    raw = unified(decode(source.data)[0])
    runs = sorted(
        (offset, start)
        for node, offset, start in zip(source.nodes, source.offsets, source.starts, strict=True)
        if node >= 0
    )
    found: list[Span] = []
    for match in _RAISED.finditer(raw):
        run = bisect_right(runs, (match.start(2), len(source.text))) - 1
        if run < 0:
            continue
        start = runs[run][1] + match.start(2) - runs[run][0]
        end = start + len(match[2])
        if source.text[start:end] == match[2]:
            found.append((start, end))
    return sorted(found)
