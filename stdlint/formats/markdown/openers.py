"""Open or emit what begins with a mark of its own: headings, code, formulas, HTML, tables and what is no text."""

from __future__ import annotations

import re
from collections.abc import Callable

from stdlint.formats.markdown import shapes
from stdlint.formats.markdown.shapes import BLANKS
from stdlint.formats.markdown.state import Leaf, State, trimmed

Opener = Callable[[State, str, int, int, int, int], bool]
"""Take state, line, where the line begins, where its text begins, the columns before it, and how many containers go on;
return False where the line is something else."""

_RAW_TAGS = r"(?i)<(script|pre|style|textarea)(?:[\s>]|$)"
_LONE_TAG = r"(?:<[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?/?>|</[A-Za-z][A-Za-z0-9-]*\s*>)[ \t\r]*$"
_TABLE_TAG = r"(?i)<(/?)table\b"
_TABLE_END = r"(?i)</table\s*>[ \t\r]*$"
_MARKED = (("<!--", "-->"), ("<?", r"\?>"), ("<![CDATA[", r"\]\]>"))
_DISPLAY = r"\$\$[^$]+\$\$[ \t\u3000]*(?:[…·. ]*[（(][^（）()]{1,8}[）)]|\\tag\{[^{}]*\})?$"
_ENVIRONMENT = r"\\begin\{([A-Za-z]+\*?)\}"
_FORMULAS = frozenset(
    (
        *("align", "alignat", "aligned", "array", "cases", "displaymath", "eqnarray", "equation", "flalign"),
        *("gather", "gathered", "math", "matrix", "multline", "split", "subequations"),
    )
)
_FARTHEST = 10_000
"""How far behind its beginning the end of a formula, of TeX code and of a table drawn with dashes is looked for."""


def heading(state: State, line: str, base: int, start: int, blanks: int, here: int) -> bool:
    """Emit a heading behind hashes."""
    match = (shapes.GLUED if state.glued else shapes.HEADING).match(line.rstrip("\r"), start)
    if match is None:
        return False
    state.leave(here)
    first = match.end()
    end = max(len(line.rstrip(BLANKS)), first)
    if closing := re.search(shapes.CLOSED_HASHES, line[first:end]):
        end = first + closing.start()
    state.begin("heading")
    words = trimmed(state.raw, base + first, base + end)
    state.leaves.append(Leaf._make(("heading", [words], len(match[1]), *state.context)))
    state.state = ""
    return True


def fence(state: State, line: str, base: int, start: int, blanks: int, here: int) -> bool:
    """Open fenced code, or a formula fenced as “math”."""
    match = re.match(shapes.FENCE, line[start:].rstrip(BLANKS))
    if match is None:
        return False
    state.leave(here)
    mark = match[1] or match[3]
    info = (match[2] or match[4] or "").strip().lower()
    state.begin("fence")
    state.fence = (mark[0], len(mark), blanks)
    state.forced = "formula" if info.split(" ")[0].strip("{}.") in ("math", "latex", "tex") else "code"
    return True


def dollars(state: State, line: str, base: int, start: int, blanks: int, here: int) -> bool:
    """Open a formula that stands between two lines of “$$”, or on one line of its own."""
    if not line.startswith("$$", start):
        return False
    if re.match(_DISPLAY, line[start:].rstrip(BLANKS)):
        state.leave(here)
        state.begin("para")
        state.add(line, base, start)
        state.close()
        return True
    if line.find("$$", start + 2) >= 0:
        return False
    return _display(state, line, base, start, here, "$$")


def backslash(state: State, line: str, base: int, start: int, blanks: int, here: int) -> bool:
    r"""Open a formula between “\[” and “\]” or a TeX environment; drop a TeX command on a line of its own."""
    rest = line[start:].rstrip(BLANKS)
    if rest.startswith("\\["):
        return "\\]" not in rest and _display(state, line, base, start, here, "\\]")
    if state.state == "para":
        return False
    if match := re.match(_ENVIRONMENT, rest):
        kind = "formula" if match[1].rstrip("*") in _FORMULAS else "code"
        close = f"\\end{{{match[1]}}}"
        if close not in rest:
            return _display(state, line, base, start, here, close, kind)
        state.leave(here)
        state.begin("display")
        state.forced = kind
        state.add(line, base, start)
        state.close()
        return True
    if re.match(shapes.COMMAND, rest):
        state.leave(here)
        return True
    return False


def _display(state: State, line: str, base: int, start: int, here: int, close: str, kind: str = "") -> bool:
    after = base + start + len(close)
    if state.raw.find(close, after, after + _FARTHEST) < 0:
        return False
    state.leave(here)
    state.begin("display")
    state.until = re.compile(re.escape(close))
    state.forced = kind or ("para" if close == "$$" else "formula")
    state.add(line, base, start)
    return True


def html(state: State, line: str, base: int, start: int, blanks: int, here: int) -> bool:
    """Open an HTML block; drop a comment on a line of its own, which leaves the label of a list item to the text."""
    rest = line[start:]
    if rest.startswith("<!--") and rest.find("-->", 2) == len(rest.rstrip(BLANKS)) - len("-->"):
        state.leave(here)
        return True
    until = ""
    if match := re.match(_RAW_TAGS, rest):
        until = f"(?i)</{match[1]}>"
    elif rest[1:2] in ("!", "?"):
        until = next((end for begin, end in _MARKED if rest.startswith(begin)), ">" if rest[2:3].isalpha() else "")
    if not until and not shapes.is_block_tag(rest) and (state.state == "para" or not re.match(_LONE_TAG, rest)):
        return False
    state.leave(here)
    state.begin("html")
    state.tables_open = 0
    state.until = re.compile(until) if until else None
    state.add(line, base, start)
    if state.until is not None:
        if state.until.search(line, start + 2):
            state.close()
    else:
        count_tables(state, rest)
        if not state.tables_open and re.search(_TABLE_END, rest):
            state.close()
    return True


def count_tables(state: State, line: str) -> None:
    """Count the HTML tables that are open, so that blank lines do not end them."""
    if "<" not in line:
        return
    for match in re.finditer(_TABLE_TAG, line):
        state.tables_open = max(state.tables_open + (-1 if match[1] else 1), 0)


def rule(state: State, line: str, base: int, start: int, blanks: int, here: int) -> bool:
    """Drop a thematic break, or open the table that a line of dashes begins."""
    if state.state != "para" and shapes.DASHES.match(line, start) and _is_drawn(state, line, base):
        state.leave(here)
        state.begin("drawn")
        state.until = shapes.DASHES
        state.keep(line, base, 0)
        return True
    if not shapes.is_rule(line[start:]):
        return False
    state.leave(here)
    state.rule = (base + start, base + len(line.rstrip(BLANKS)))
    return True


def _is_drawn(state: State, line: str, base: int) -> bool:
    """Say whether a line of dashes above a table without a head has its like below it, before a blank line."""
    begin = base + len(line)
    blank = re.compile(shapes.BLANK_LINE).search(state.raw, begin, begin + _FARTHEST)
    end = blank.start() if blank else min(len(state.raw), begin + _FARTHEST)
    return state.raw.find("\n" + line.rstrip(BLANKS), begin, end) >= 0


def grid(state: State, line: str, base: int, start: int, blanks: int, here: int) -> bool:
    """Open a table drawn with “+---+”; drop an include that begins with another mark."""
    if state.state == "para" or not re.match(shapes.GRID, line[start:].rstrip(BLANKS)):
        return False
    state.leave(here)
    state.begin("drawn")
    state.until = None
    state.keep(line, base, 0)
    return True


def dropped(state: State, line: str, base: int, start: int, blanks: int, here: int) -> bool:
    """Drop what is no text: includes, attributes, the marks of captions and of notes."""
    rest = line[start:].rstrip(BLANKS)
    if re.match(shapes.ASIDE, rest):
        state.leave(here)
        return True
    if state.state == "para":
        return False
    if re.match(shapes.DROPPED, rest):
        state.leave(here)
        if match := re.search(shapes.INCLUDED, rest):
            state.included.append(match[1])
        if shapes.SNIPPETS.match(rest) and state.raw.find(rest, base + len(line)) >= 0:
            state.begin("skipped")
            state.until = shapes.SNIPPETS
        return True
    caption = re.match(shapes.CAPTION, rest)
    match = caption or re.match(shapes.CALLOUT, rest)
    if match is None:
        return False
    state.leave(here)
    state.begin("para")
    state.add(line, base, start + match.end())
    if caption:
        state.forced = "caption"
    else:
        state.close()
    return True


OPENERS: dict[str, tuple[Opener, ...]] = {
    "#": (heading,),
    "`": (fence,),
    "~": (fence,),
    "<": (html,),
    "$": (dollars,),
    "\\": (backslash,),
    "-": (rule, dropped),
    "*": (rule, dropped),
    "_": (rule,),
    "+": (grid,),
    **dict.fromkeys("[]!:;{@iTt", (dropped,)),
}
