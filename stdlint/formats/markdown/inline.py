"""Take the Markdown syntax out of a paragraph and remember where every character that stays stood.

The rules are those of CommonMark, with strikethrough, footnotes, formulas, attributes and macros, and three
concessions to Chinese drafts: `**` may open and close next to Chinese punctuation, a `*` between two digits is a
multiplication sign, and a line break between Chinese characters is no blank. Every search is linear in the length of
the paragraph.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right

from stdlint.model import LINE_BREAK, OBJECT, Span

SPECIAL = re.compile(r"[\\`*_\[\]<&$\n~!{]")
"""What may begin Markdown syntax inside a paragraph; most paragraphs have none of it."""

_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_ENTITY = r"&(?:#[xX][0-9a-fA-F]{1,6}|#[0-9]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});"
_AUTOLINK = r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*|[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9.-]{1,255})>"
TAG = (
    r"<(/?)([A-Za-z][A-Za-z0-9-]*+)"
    r"((?:\s++[A-Za-z_:][A-Za-z0-9_.:-]*+(?:\s*+=\s*+(?:[^\s\"'=<>`]++|'[^']*+'|\"[^\"]*+\"))?+)*+)\s*+/?>"
)
_DECLARATION = r"<![A-Za-z][^>]*+>"
_ENCLOSED = (("<!--", "-->", 2), ("<?", "?>", 0), ("<![CDATA[", "]]>", 0))
_MACROS = {"{{": "}}", "{%": "%}"}
_PAREN_FORMULA = r"\\\((?:[^\\\n\u3000-\u303f\uff00-\uffef]|\\[^()\n]){1,300}\\\)"
_BRACKET_FORMULA = r"\\\[((?:[^\\]|\\[^\]])+)\\\][\s\u3000]*(?:[（(][^（）()]{1,8}[）)])?\s*$"
_IS_MATH = r"[\^_=<>+±×]|\\[A-Za-z]|\A\\.\s*[A-Za-z\u0370-\u03ff]\s*\\.\Z"
_IS_ESCAPED = r"\\[\\`*_\[\]<>&$~#!.)(-]"
_CHINESE = r"[\u4e00-\u9fff]"
NUMBER = r"\\tag\*?\{([^{}]*)\}"
ATTRIBUTES = (
    r"\{(?::?[ \t]*+(?:(?:[#.=][^\s{}]++|[\w:-]++=(?:\"[^\"{}]*\"|'[^'{}]*'|[^\s{}\"']++))[ \t]*+)++"
    r"|-|:[ \t]*\w+[ \t]*)\}"
)
"""What Pandoc and kramdown write behind a heading, a link or a picture: “{#id .class width=50%}”."""
_ATTRIBUTE = r"([A-Za-z_:][\w.:-]*)\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'=<>`]+)"
_TICKS = r"`+"
_CLOSING_DOLLAR = r"(?<![\s\\$])\$(?![\d$])"
_SPACED_FORMULA = r"\$ ([^$\n\u4e00-\u9fff\u3000-\u303f\uff00-\uffef]{1,200}?) \$"
_RAISED_NUMBER = r"\$ ?\^\{? ?(\d{1,2}) ?\}? ?\$(?=\s*[：:])"
"""The number of a note as OCR programs write it: “注 $ ^{1} $：”."""
_CODE_LINE = r"\n|[^\n]+"
_CELL_CODE = r"\n|(?:[^\n\\]|\\(?!\|))+|(?<=\\)\|[^\n\\]*"
_FOOTNOTE = r"\[\^([^\]\[\s]{1,64})\]"
_DEFINED = r"\[((?:[^\[\]\\]|\\.){0,999})\]"
_TITLE = r"(?s)\s*+(?:(?<=\s)(?:\"(?:[^\"\\]|\\.)*+\"|'(?:[^'\\]|\\.)*+'|\((?:[^()\\]|\\.)*+\))\s*+)?+\)"
_ANGLED = r"<(?:[^<>\\\n]|\\.)*+>"
_BARE_STEP = r"(?:[^\s()\\\x00-\x1f]|\\[()\\]?)++"
_FILE = r"/|\.[A-Za-z]{2,5}(?:#|$)"
_MARKUP = r"[*_`\[\]]"
_SHARED_MARK = frozenset("“”‘’…—·⸺─―")

_KEEP, _LOCK, _SOFT, _HARD, _OBJECT, _CODE, _MACRO, _ENTITY_PIECE, _DELIMITER = range(9)


class Text:
    """What is left of a paragraph: `runs` are (start in the text, node, offset in the file), as in `Source`.

    `notes` holds where the footnotes stand that are written inside it, by the names that their anchors have.
    """

    __slots__ = ("anchors", "bold", "locked", "notes", "runs", "text")

    def __init__(self, text: str, runs: list[tuple[int, int, int]]) -> None:
        self.text = text
        self.runs = runs
        self.anchors: list[tuple[int, str, str]] = []
        self.locked: list[Span] = []
        self.notes: dict[str, list[Span]] = {}
        self.bold = False

    def is_plain(self) -> bool:
        """Say whether the text stands in one piece, with nothing hanging on it."""
        return len(self.runs) == 1 and not (self.bold or self.anchors or self.locked or self.runs[0][1] < 0)


class Names:
    """What a document defines elsewhere: link reference labels and footnote labels, both casefolded."""

    __slots__ = ("footnotes", "links")

    def __init__(self) -> None:
        self.links: set[str] = set()
        self.footnotes: dict[str, int] = {}


class _Delimiter:
    __slots__ = ("char", "closes", "count", "first", "length", "opens")

    def __init__(self, char: str, first: int, count: int, opens: bool, closes: bool) -> None:
        self.char = char
        self.first = first
        self.count = self.length = count
        self.opens = opens
        self.closes = closes


_Piece = tuple[int, int, int, str, "_Delimiter | None"]
_Bracket = tuple[int, int, int, str]


def normal(label: str) -> str:
    """Return the form in which two link labels are compared."""
    return " ".join(label.casefold().split())


def joint(before: str, after: str) -> str:
    """Return what a line break between two characters stands for: a blank, or nothing next to Chinese text."""
    if _is_chinese_mark(before) or _is_chinese_mark(after):
        return ""
    chinese = is_chinese(before) + is_chinese(after)
    shared = (before in _SHARED_MARK) + (after in _SHARED_MARK)
    return "" if chinese + shared == 2 and chinese else " "


def attributes(text: str) -> dict[str, str]:
    """Return the attributes of an HTML tag, names in lower case."""
    return {match[1].lower(): match[2].strip("\"'") for match in re.finditer(_ATTRIBUTE, text)}


def strip(raw: str, lines: list[Span], names: Names, *, cell: bool = False) -> Text:
    """Return the text of a paragraph, or of a table cell, that stands on these lines of the file."""
    start, end = lines[0]
    flat = raw[start:end]
    if len(lines) == 1 and not SPECIAL.search(flat):
        return Text(flat, [(0, 0, start)])
    return _Scanner(raw, lines, names, cell).result()


def literal(text: str) -> bool:
    """Say whether a text means itself when it is written into a paragraph."""
    if not SPECIAL.search(text):
        return True
    return _Scanner(text, [(0, len(text))], Names(), False).result().text == text


class _Scanner:
    __slots__ = (
        "bold_tags",
        "brackets",
        "cell",
        "delimiters",
        "dollars",
        "flat",
        "lines",
        "live_from",
        "missing",
        "names",
        "pieces",
        "raw",
        "starts",
        "strong",
        "ticks",
    )

    def __init__(self, raw: str, lines: list[Span], names: Names, cell: bool) -> None:
        self.raw = raw
        self.lines = lines
        self.names = names
        self.cell = cell
        self.flat = "\n".join([raw[start:end] for start, end in lines])
        self.starts = [0]
        for start, end in lines[:-1]:
            self.starts.append(self.starts[-1] + end - start + 1)
        self.pieces: list[_Piece] = []
        self.delimiters: list[_Delimiter] = []
        self.brackets: list[_Bracket] = []
        self.live_from = 0
        self.strong: list[Span] = []
        self.bold_tags: list[int] = []
        self.ticks: dict[int, list[int]] | None = None
        self.dollars: list[int] | None = None
        self.missing: set[str] = set()

    def result(self) -> Text:
        flat, pos, size = self.flat, 0, len(self.flat)
        handlers = _HANDLERS
        while match := SPECIAL.search(flat, pos):
            here = match.start()
            if here > pos:
                self._piece(_KEEP, pos, here)
            pos = handlers[flat[here]](self, here)
        if pos < size:
            self._piece(_KEEP, pos, size)
        self._match(0)
        return self._assembled()

    def _piece(self, kind: int, start: int, end: int, text: str = "", run: _Delimiter | None = None) -> None:
        self.pieces.append((kind, start, end, text, run))

    def _keep(self, start: int, end: int) -> int:
        self.pieces.append((_KEEP, start, end, "", None))
        return end

    def _find(self, text: str, start: int) -> int:
        """Find a closing string, and remember when there is none."""
        if text in self.missing:
            return -1
        found = self.flat.find(text, start)
        if found < 0:
            self.missing.add(text)
        return found

    def _backslash(self, here: int) -> int:
        following = self.flat[here + 1 : here + 2]
        if following in "([" and following and (end := self._tex(here, following)):
            return end
        if following == "\n":
            self._piece(_HARD, here, here + 1)
            return here + 2
        if following in _PUNCTUATION and following:
            return self._keep(here + 1, here + 2)
        return self._keep(here, here + 1)

    def _tex(self, here: int, opening: str) -> int:
        r"""Return the end of a formula between “\(” and “\)”, or between “\[” and “\]” if it is all there is, or 0."""
        flat = self.flat
        if opening == "[" and here:
            return 0
        if self._find("\\)" if opening == "(" else "\\]", here + 2) < 0:
            return 0
        match = re.compile(_PAREN_FORMULA if opening == "(" else _BRACKET_FORMULA).match(flat, here)
        if match is None:
            return 0
        end = match.end() if opening == "(" else match.end(1) + 2
        words = flat[here:end]
        if not re.search(_IS_MATH, words) or (re.search(_CHINESE, words) and "\\text" not in words):
            return 0
        if opening == "[" and re.search(_IS_ESCAPED, words[2:-2]):
            return 0
        self._piece(_OBJECT, here, end, "formula")
        return end

    def _brace(self, here: int) -> int:
        close = _MACROS.get(self.flat[here : here + 2])
        end = self._find(close, here + 2) if close else -1
        if end < 0:
            return self._keep(here, here + 1)
        self._piece(_MACRO, here, end + 2)
        return end + 2

    def _attributed(self, end: int) -> int:
        """Return the end of the attributes “{#id .class}” that follow, or `end` where there are none."""
        if not self.flat.startswith("{", end):
            return end
        match = re.compile(ATTRIBUTES).match(self.flat, end)
        return match.end() if match else end

    def _newline(self, here: int) -> int:
        end = self.lines[bisect_right(self.starts, here) - 1][1]
        self._piece(_HARD if not self.cell and self.raw.startswith("  ", end) else _SOFT, here, here + 1)
        return here + 1

    def _code(self, here: int) -> int:
        flat = self.flat
        if self.ticks is None:
            self.ticks = {}
            for match in re.finditer(_TICKS, flat):
                self.ticks.setdefault(match.end() - match.start(), []).append(match.start())
        end = here
        while flat.startswith("`", end):
            end += 1
        length = end - here
        places = self.ticks.get(length, [])
        index = bisect_left(places, end)
        if index == len(places):
            return self._keep(here, end)
        close = places[index]
        inner = flat[end:close]
        trim = inner[0] in " \n" and inner[-1] in " \n" and not inner.isspace() if inner else False
        if inner:
            self._piece(_CODE, end + trim, close - trim)
        return self._attributed(close + length)

    def _dollar(self, here: int) -> int:
        flat = self.flat
        if flat.startswith("$$", here):
            close = self._find("$$", here + 2)
            if close <= here + 2:
                return self._keep(here, here + 2)
            self._piece(_OBJECT, here, close + 2, "formula")
            return close + 2
        if here < 9 and flat[:here].strip("* ") == "注" and (match := re.compile(_RAISED_NUMBER).match(flat, here)):
            self._piece(_KEEP, *match.span(1))
            return match.end()
        if match := re.compile(_SPACED_FORMULA).match(flat, here):
            if any(mark in match[1] for mark in "\\^_{=<>+×±"):
                self._piece(_OBJECT, here, match.end(), "formula")
                return match.end()
            return self._keep(here, here + 1)
        if flat[here + 1 : here + 2].strip():
            if self.dollars is None:
                self.dollars = [match.start() for match in re.finditer(_CLOSING_DOLLAR, flat)]
            index = bisect_right(self.dollars, here + 1)
            if index < len(self.dollars) and not _has_sentence(flat[here : self.dollars[index]]):
                close = self.dollars[index] + 1
                self._piece(_OBJECT, here, close, "formula")
                return close
        return self._keep(here, here + 1)

    def _entity(self, here: int) -> int:
        match = re.compile(_ENTITY).match(self.flat, here)
        if match is None:
            return self._keep(here, here + 1)
        character = _character(match.group())
        if not character:
            return self._keep(here, here + 1)
        self._piece(_ENTITY_PIECE, here, match.end(), character)
        return match.end()

    def _angle(self, here: int) -> int:
        flat = self.flat
        if (match := re.compile(TAG).match(flat, here)) and not (match[1] and match[3]):
            return self._tag(match)
        if match := re.compile(_AUTOLINK).match(flat, here):
            self._piece(_LOCK, here + 1, match.end() - 1)
            return match.end()
        for mark, closing, shared in _ENCLOSED:
            if flat.startswith(mark, here):
                close = self._find(closing, here + len(mark) - shared)
                return close + len(closing) if close >= 0 else self._keep(here, here + len(mark))
        if match := re.compile(_DECLARATION).match(flat, here):
            return match.end()
        return self._keep(here, here + 1)

    def _tag(self, match: re.Match[str]) -> int:
        name = match[2].lower()
        if name == "br":
            self._piece(_HARD, match.start(), match.end())
        elif name == "img":
            self._piece(_OBJECT, match.start(), match.end(), "picture:" + attributes(match[3]).get("alt", ""))
        elif name in ("b", "strong"):
            if not match[1]:
                self.bold_tags.append(match.end())
            elif self.bold_tags:
                self.strong.append((self.bold_tags.pop(), match.start()))
        return match.end()

    def _delimit(self, here: int) -> int:
        flat = self.flat
        char = flat[here]
        end = here + 1
        while flat.startswith(char, end):
            end += 1
        before = flat[here - 1] if here else " "
        after = flat[end] if end < len(flat) else " "
        opens, closes = _flanks(char, end - here, before, after)
        if not (opens or closes) or (char == "~" and end - here != 2):
            return self._keep(here, end)
        run = _Delimiter(char, here, end - here, opens, closes)
        self.delimiters.append(run)
        self._piece(_DELIMITER, here, end, "", run)
        return end

    def _match(self, bottom: int) -> None:
        """Pair the delimiter runs from `bottom` on, as CommonMark does, and forget them."""
        openers: list[_Delimiter] = []
        floor: dict[tuple[str, bool, int], int] = {}
        for run in self.delimiters[bottom:]:
            while run.closes and run.count:
                key = (run.char, run.opens, run.length % 3)
                index = _opener(openers, run, floor.get(key, -1))
                if index < 0:
                    floor[key] = run.first
                    break
                opener = openers[index]
                used = 2 if opener.count >= 2 and run.count >= 2 else 1
                opener.count -= used
                if used == 2 and run.char != "~":
                    self.strong.append((opener.first + opener.count, run.first))
                run.first += used
                run.count -= used
                del openers[index + 1 if opener.count else index :]
            if run.opens and run.count:
                openers.append(run)
        del self.delimiters[bottom:]

    def _open(self, here: int) -> int:
        flat = self.flat
        if match := re.compile(_FOOTNOTE).match(flat, here):
            label = normal(match[1])
            if label in self.names.footnotes:
                self._piece(_OBJECT, here, match.end(), "footnote:" + label)
                return match.end()
        if here and flat[here - 1] == "^" and not flat.endswith("\\^", 0, here):
            return self._bracket(here, here + 1, "footnote")
        return self._bracket(here, here + 1, "")

    def _picture(self, here: int) -> int:
        if not self.flat.startswith("[", here + 1):
            return self._keep(here, here + 1)
        return self._bracket(here, here + 2, "picture")

    def _bracket(self, here: int, end: int, kind: str) -> int:
        self.brackets.append((here, len(self.pieces), len(self.delimiters), kind))
        return self._keep(here, end)

    def _close(self, here: int) -> int:
        if not self.brackets:
            return self._keep(here, here + 1)
        start, piece, delimiter, kind = self.brackets.pop()
        live = kind == "picture" or len(self.brackets) >= self.live_from
        self.live_from = min(self.live_from, len(self.brackets))
        if kind == "footnote":
            self._note(start, here, piece, delimiter)
            return here + 1
        end = self._target(start, here, kind == "picture") if live else 0
        if not end:
            end = self._attributed(here + 1)
            if end == here + 1 or kind:
                return self._keep(here, here + 1)
            self.pieces[piece] = (_KEEP, start, start, "", None)
            return end
        if kind == "picture":
            del self.delimiters[delimiter:]
            del self.pieces[piece:]
            alt = re.sub(_MARKUP, "", self.flat[start + 2 : here])
            self._piece(_OBJECT, start, end, "picture:" + alt.replace("\n", " "))
            return self._attributed(end)
        self._match(delimiter)
        self.live_from = len(self.brackets)
        self.pieces[piece] = (_KEEP, start, start, "", None)
        if not self.flat.startswith("(", here + 1) and self.flat[here + 1 : end] in ("", "[]"):
            self.pieces[piece:] = [(_LOCK if p[0] == _KEEP else p[0], *p[1:]) for p in self.pieces[piece:]]
        return self._attributed(end)

    def _note(self, start: int, here: int, piece: int, delimiter: int) -> None:
        """Put the mark of a footnote in place of “^[…]”."""
        del self.delimiters[delimiter:]
        del self.pieces[piece:]
        kind, first, end, words, run = self.pieces[-1]
        self.pieces[-1] = (kind, first, end - 1, words, run)
        self._piece(_OBJECT, start - 1, here + 1, "footnote:")

    def _target(self, start: int, close: int, picture: bool) -> int:
        """Return the end of the link whose text closes at `close`, or 0 where the brackets are only brackets."""
        flat = self.flat
        if flat.startswith("(", close + 1) and self._find(")", close + 2) >= 0:
            end = _inline_target(flat, close + 2)
            if end:
                return end
        if not self.names.links:
            return 0
        after = close + 1
        if (match := re.compile(_DEFINED).match(flat, after)) and match[1].strip():
            return match.end() if normal(match[1]) in self.names.links else 0
        inner = start + 2 if picture else start + 1
        if close - inner > 999 or normal(flat[inner:close]) not in self.names.links:
            return 0
        return match.end() if match else after

    def _assembled(self) -> Text:
        text = Text("", [])
        build = _Assembly(self, text)
        for kind, start, end, note, run in self.pieces:
            build.add(kind, start, end, note, run)
        text.text = "".join(build.parts)
        text.bold = bool(self.strong) and self._whole_bold()
        return text

    def _whole_bold(self) -> bool:
        ranges = sorted(self.strong)
        reach = 0
        index = 0
        for kind, start, end, _, run in self.pieces:
            if kind in (_SOFT, _HARD) or start == end or (run and not run.count):
                continue
            while index < len(ranges) and ranges[index][0] <= start:
                reach = max(reach, ranges[index][1])
                index += 1
            if end > reach and self.flat[start:end].strip():
                return False
        return True

    def place(self, flat: int) -> int:
        """Return where in the file a character of the joined lines stands."""
        if len(self.starts) == 1:
            return self.lines[0][0] + flat
        line = bisect_right(self.starts, flat) - 1
        return self.lines[line][0] + flat - self.starts[line]


class _Assembly:
    __slots__ = ("length", "parts", "scanner", "soft", "text")

    def __init__(self, scanner: _Scanner, text: Text) -> None:
        self.scanner = scanner
        self.text = text
        self.parts: list[str] = []
        self.length = 0
        self.soft = -1

    def add(self, kind: int, start: int, end: int, note: str, run: _Delimiter | None) -> None:
        if kind == _DELIMITER and run is not None:
            start, end = run.first, run.first + run.count
            kind = _KEEP
        if start == end:
            return
        if kind == _SOFT:
            self.soft = start
        elif kind == _HARD:
            self.soft = -1
            self._push(LINE_BREAK, -1, start)
        elif kind == _OBJECT:
            self._object(start, end, note)
        elif kind == _CODE:
            self._code(start, end)
        elif kind == _MACRO:
            at = self.length
            self._code(start, end)
            self.text.locked.append((at, self.length))
        else:
            self._words(kind, start, end, note)

    def _words(self, kind: int, start: int, end: int, note: str) -> None:
        words = note if kind == _ENTITY_PIECE else self.scanner.flat[start:end]
        self._join(words[0])
        if kind != _KEEP:
            self.text.locked.append((self.length, self.length + len(words)))
        self._push(words, 0, start)

    def _object(self, start: int, end: int, note: str) -> None:
        kind, _, words = note.partition(":")
        flat = self.scanner.flat
        number = None
        if kind == "formula":
            words = formula(flat[start:end])
            number = re.compile(NUMBER).search(flat, start, end)
        elif kind == "footnote" and not words:
            words = f"^{self.scanner.place(start)}"
            self.text.notes[words] = self._lines(start + 2, end - 1)
        self._join(OBJECT)
        self.text.anchors.append((self.length, kind, words))
        self._push(OBJECT, -1, start)
        if number:
            self.text.locked.append((self.length, self.length + len(number[1]) + 2))
            self._push("（", -1, start)
            self._push(number[1], 0, number.start(1))
            self._push("）", -1, start)

    def _lines(self, start: int, end: int) -> list[Span]:
        """Return where in the file a part of the joined lines stands."""
        found = []
        for match in re.compile(r"[^\n]+").finditer(self.scanner.flat, start, end):
            first = self.scanner.place(match.start())
            found.append((first, first + len(match.group())))
        return found

    def _code(self, start: int, end: int) -> None:
        words = self.scanner.flat[start:end]
        self._join(words[0])
        at, part = self.length, len(self.parts)
        for piece in re.finditer(_CELL_CODE if self.scanner.cell else _CODE_LINE, words):
            if piece.group() == "\n":
                self._push(" ", -1, start + piece.start())
            else:
                self._push(piece.group(), 0, start + piece.start())
        self.text.anchors.append((at, "code", "".join(self.parts[part:])))

    def _join(self, after: str) -> None:
        if self.soft >= 0 and self.length and self.parts[-1] != LINE_BREAK:
            blank = joint(self.parts[-1][-1], after)
            if blank:
                self._push(blank, -1, self.soft)
        self.soft = -1

    def _push(self, words: str, node: int, flat: int) -> None:
        self.text.runs.append((self.length, node, self.scanner.place(flat)))
        self.parts.append(words)
        self.length += len(words)


def formula(words: str) -> str:
    """Return a formula without the marks around it."""
    words = words.replace("\n", " ").strip().strip("$")
    if words.startswith(("\\(", "\\[")):
        words = words[2:]
    return words.removesuffix("\\)").removesuffix("\\]").strip()


def _character(entity: str) -> str:
    """Return what an HTML entity stands for, or nothing where there is no such entity."""
    import html
    from html.entities import html5

    found = html.unescape(entity) if entity[1] == "#" else html5.get(entity[1:], "")
    return found.replace("\n", " ").replace("\r", " ") or ("\ufffd" if entity[1] == "#" else "")


def _flanks(char: str, length: int, before: str, after: str) -> tuple[bool, bool]:
    """Say whether a delimiter run may open and may close."""
    if char == "*" and length == 1 and before.isdigit() and after.isdigit():
        return False, False
    blank_before, blank_after = before.isspace(), after.isspace()
    mark_before, mark_after = _is_mark(before), _is_mark(after)
    near_before, near_after = blank_before or mark_before, blank_after or mark_after
    if length > 1 and char == "*":
        mark_before = mark_before and not _is_chinese(before)
        mark_after = mark_after and not _is_chinese(after)
        near_before = near_before or _is_chinese(before)
        near_after = near_after or _is_chinese(after)
    left = not blank_after and (not mark_after or near_before)
    right = not blank_before and (not mark_before or near_after)
    if char != "_":
        return left, right
    return left and (not right or mark_before), right and (not left or mark_after)


def _is_mark(char: str) -> bool:
    return char in _PUNCTUATION or (char > "\x7f" and unicodedata.category(char)[0] in "PS")


def is_chinese(char: str) -> bool:
    """Say whether a character is a Chinese, Japanese or Korean letter or mark, or has full width."""
    return char >= "\u2e80" and (
        char <= "\u9fff"
        or "\uac00" <= char <= "\ud7af"
        or "\uf900" <= char <= "\ufaff"
        or "\ufe30" <= char <= "\ufe4f"
        or "\uff00" <= char <= "\uffef"
        or "\U00020000" <= char <= "\U0003ffff"
    )


def _is_chinese_mark(char: str) -> bool:
    return "\u3000" <= char <= "\u303f" or (
        "\ufe30" <= char <= "\uff65"
        and (char <= "\ufe4f" or (char > "\uff00" and unicodedata.category(char)[0] in "PS"))
    )


def _is_chinese(char: str) -> bool:
    return is_chinese(char) or char in _SHARED_MARK


def _has_sentence(text: str) -> bool:
    return "。" in text or "；" in text or "！" in text or "？" in text


def _opener(openers: list[_Delimiter], closer: _Delimiter, floor: int) -> int:
    """Return the index of the run that `closer` closes, or -1; runs before the place `floor` are known not to."""
    for index in range(len(openers) - 1, -1, -1):
        opener = openers[index]
        if opener.first < floor:
            return -1
        if opener.char != closer.char:
            continue
        mixed = (opener.closes or closer.opens) and (opener.length + closer.length) % 3 == 0
        if not mixed or (opener.length % 3 == 0 and closer.length % 3 == 0):
            return index
    return -1


def _inline_target(flat: str, start: int) -> int:
    """Return the end of “(address "title")” whose inside begins at `start`, or 0."""
    while start < len(flat) and flat[start] in " \t\n":
        start += 1
    if flat.startswith("<", start):
        match = re.compile(_ANGLED).match(flat, start)
        end = match.end() if match else -1
    else:
        end = _bare_address(flat, start)
        if end > start and is_chinese(flat[start]) and not re.search(_FILE, flat[start : min(end, start + 300)]):
            return 0
    title = re.compile(_TITLE).match(flat, end) if end >= 0 else None
    return title.end() if title else 0


def _bare_address(flat: str, start: int) -> int:
    depth = 0
    end = start
    while True:
        if match := re.compile(_BARE_STEP).match(flat, end):
            end = match.end()
        elif flat.startswith("(", end) and depth < 8:
            depth += 1
            end += 1
        elif flat.startswith(")", end) and depth:
            depth -= 1
            end += 1
        else:
            return -1 if depth else end


_HANDLERS = {
    "\\": _Scanner._backslash,
    "\n": _Scanner._newline,
    "`": _Scanner._code,
    "$": _Scanner._dollar,
    "{": _Scanner._brace,
    "&": _Scanner._entity,
    "<": _Scanner._angle,
    "*": _Scanner._delimit,
    "_": _Scanner._delimit,
    "~": _Scanner._delimit,
    "[": _Scanner._open,
    "!": _Scanner._picture,
    "]": _Scanner._close,
}
