r"""Write a formula of Word (OMML, ECMA-376, 22.1) on one line as LaTeX does: \frac{a}{b}, W_{i}, \sum_{i=1}^{n}.

Letters and operators stay the characters that they are: η, not \eta. What LaTeX has no word for is left as it stands.
"""

from __future__ import annotations

from collections.abc import Callable

from lxml.etree import _Element

from stdlint import patterns
from stdlint.formats.docx.names import M, W, on

_DELETED = (W + "del", W + "moveFrom")
_NARY = {
    "∑": r"\sum",
    "∏": r"\prod",
    "∐": r"\coprod",
    "∫": r"\int",
    "∬": r"\iint",
    "∭": r"\iiint",
    "∮": r"\oint",
    "⋃": r"\bigcup",
    "⋂": r"\bigcap",
}
_ACCENTS = {
    "\u0302": r"\hat",
    "\u0303": r"\tilde",
    "\u0304": r"\bar",
    "\u0305": r"\bar",
    "\u0307": r"\dot",
    "\u0308": r"\ddot",
    "\u20d7": r"\vec",
    "\u030c": r"\check",
    "\u0306": r"\breve",
    "^": r"\hat",
    "ˆ": r"\hat",
    "~": r"\tilde",
    "˜": r"\tilde",
    "¯": r"\bar",
    "‾": r"\bar",
    "→": r"\vec",
}
_BRACES = {"⏞": r"\overbrace", "⏟": r"\underbrace"}
_FUNCTION_NAMES = """
    sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh coth ln lg log exp max min sup inf lim det
    dim ker arg deg gcd
"""
_FUNCTIONS = frozenset(_FUNCTION_NAMES.split())
_TAG = patterns.compile(r"\\tag\{([^{}]*)\}")
_ROW = " \\\\ "
_COMMAND = patterns.compile(r"\\[A-Za-z]+$")
_NUMBER = patterns.compile(r"#\s*(?:\\left)?[(（]?(.*?)(?:\\right)?[)）]?\s*")
_ESCAPED = str.maketrans({"{": r"\{", "}": r"\}"})


def linear(formula: _Element) -> tuple[str, str]:
    """Return an `m:oMath` as one line of LaTeX, tracked deletions left out, and the number that stands in it or “”."""
    said = _children(formula)
    number = _TAG.search(said)
    return _tidy(_TAG.sub("", said)), number[1] if number else ""


def _children(parent: _Element | None) -> str:
    if parent is None:
        return ""
    found = ""
    for child in parent:
        handler = _HANDLERS.get(child.tag)
        if handler is not None:
            piece = handler(child)
        elif child.tag in _DELETED or str(child.tag).endswith("Pr"):
            continue
        else:
            piece = _children(child)
        if piece[:1].isascii() and piece[:1].isalpha() and _COMMAND.search(found):
            found += " "
        found += piece
    return found


def _run(element: _Element) -> str:
    said = "".join([text.text or "" for text in element.iter(M + "t", W + "t")])
    if not said:
        return ""
    properties = element.find(M + "rPr")
    if properties is not None and on(properties.find(M + "nor"), M + "val"):
        return rf"\text{{{said.translate(_ESCAPED)}}}"
    upright = properties is not None and _said(properties, "sty") == "p"
    if upright and said.strip().isalpha() and said.isascii():
        name = said.strip()
        return "\\" + name if name in _FUNCTIONS else rf"\mathrm{{{said}}}"
    return said.translate(_ESCAPED)


def _fraction(element: _Element) -> str:
    above, below = _part(element, "num"), _part(element, "den")
    kind = _property(element, "fPr", "type")
    if kind == "lin":
        return f"{_bound(above)}/{_bound(below)}"
    if kind == "noBar":
        return rf"\genfrac{{}}{{}}{{0pt}}{{}}{{{above}}}{{{below}}}"
    return rf"\frac{{{above}}}{{{below}}}"


def _scripts(element: _Element) -> str:
    return _bound(_part(element, "e")) + _script("_", _part(element, "sub")) + _script("^", _part(element, "sup"))


def _before(element: _Element) -> str:
    scripts = _script("_", _part(element, "sub")) + _script("^", _part(element, "sup"))
    return "{}" + scripts + _bound(_part(element, "e"))


def _radical(element: _Element) -> str:
    degree = _part(element, "deg")
    hidden = element.find(f"{M}radPr/{M}degHide")
    index = f"[{degree}]" if degree and not on(hidden, M + "val") else ""
    return rf"\sqrt{index}{{{_part(element, 'e')}}}"


def _large(element: _Element) -> str:
    sign = _property(element, "naryPr", "chr", "∫")
    return (
        (_NARY.get(sign, sign))
        + _script("_", _part(element, "sub"))
        + _script("^", _part(element, "sup"))
        + f"{{{_part(element, 'e')}}}"
    )


def _delimited(element: _Element) -> str:
    first = _property(element, "dPr", "begChr", "(")
    last = _property(element, "dPr", "endChr", ")")
    between = _property(element, "dPr", "sepChr", "|")
    inner = between.join([_children(part) for part in element.iterchildren(M + "e")])
    return rf"\left{first.translate(_ESCAPED) or '.'}{inner}\right{last.translate(_ESCAPED) or '.'}"


def _function(element: _Element) -> str:
    name = _part(element, "fName")
    plain = name.removeprefix(r"\mathrm{").removesuffix("}").strip()
    if plain in _FUNCTIONS:
        name = "\\" + plain
    elif plain.isalpha() and plain.isascii() and len(plain) > 1:
        name = rf"\operatorname{{{plain}}}"
    return f"{name}{{{_part(element, 'e')}}}"


def _accent(element: _Element) -> str:
    sign = _property(element, "accPr", "chr", "\u0302")
    return f"{_ACCENTS.get(sign, chr(92) + 'hat')}{{{_part(element, 'e')}}}"


def _bar(element: _Element) -> str:
    below = _property(element, "barPr", "pos", "bot") != "top"
    return f"{chr(92)}{'underline' if below else 'overline'}{{{_part(element, 'e')}}}"


def _group(element: _Element) -> str:
    sign = _property(element, "groupChrPr", "chr", "⏟")
    inner = _part(element, "e")
    if sign in _BRACES:
        return f"{_BRACES[sign]}{{{inner}}}"
    word = "overset" if _property(element, "groupChrPr", "pos", "bot") == "top" else "underset"
    return f"{chr(92)}{word}{{{sign}}}{{{inner}}}"


def _lower(element: _Element) -> str:
    return _limit(element, "_", "underset")


def _upper(element: _Element) -> str:
    return _limit(element, "^", "overset")


def _limit(element: _Element, mark: str, word: str) -> str:
    base, limit = _part(element, "e"), _part(element, "lim")
    name = base.removeprefix("\\")
    if name in _FUNCTIONS or base.startswith((r"\sum", r"\prod", r"\underbrace", r"\overbrace")):
        return ("\\" + name if name in _FUNCTIONS else base) + _script(mark, limit)
    return f"{chr(92)}{word}{{{limit}}}{{{base}}}"


def _matrix(element: _Element) -> str:
    rows = [
        " & ".join([_children(cell) for cell in row.iterchildren(M + "e")]) for row in element.iterchildren(M + "mr")
    ]
    return rf"\begin{{matrix}}{_ROW.join(rows)}\end{{matrix}}"


def _equations(element: _Element) -> str:
    rows = [_numbered(_children(row)) for row in element.iterchildren(M + "e")]
    if len(rows) == 1:
        return rows[0]
    return rf"\begin{{aligned}}{_ROW.join(rows)}\end{{aligned}}"


def _numbered(row: str) -> str:
    """Return a row with its number, which Word sets off by “#”, as LaTeX tags it."""
    at = row.rfind("#")
    number = _NUMBER.fullmatch(row, at) if at >= 0 else None
    return row if number is None else rf"{row[:at]}\tag{{{number[1]}}}"


def _phantom(element: _Element) -> str:
    shown = element.find(f"{M}phantPr/{M}show")
    return "" if shown is not None and not on(shown, M + "val") else _part(element, "e")


def _part(element: _Element, name: str) -> str:
    return _children(element.find(M + name)).strip()


def _script(mark: str, said: str) -> str:
    return f"{mark}{{{said}}}" if said else ""


def _bound(said: str) -> str:
    """Return an operand that scripts may follow: braces around more than one thing."""
    if len(said) <= 1 or (said[0] == "\\" and said[1:].isalpha()) or _is_one(said):
        return said
    return f"{{{said}}}"


def _is_one(said: str) -> bool:
    """Say whether it is one command with one argument, such as \\mathrm{BOD}, or one pair of delimiters."""
    if said.startswith("\\left") and said.find("\\left", 1) < 0 and said.rstrip(")]}|.\\").endswith("\\right"):
        return True
    word, brace, rest = said.partition("{")
    return bool(brace) and word[:1] == "\\" and word[1:].isalpha() and rest.endswith("}") and "}" not in rest[:-1]


def _property(element: _Element, properties: str, name: str, default: str = "") -> str:
    """Return the `m:val` of a property, the default without the property, “” where it is there and empty."""
    child = element.find(f"{M}{properties}/{M}{name}")
    return default if child is None else child.get(M + "val") or ""


def _said(properties: _Element, name: str) -> str:
    child = properties.find(M + name)
    return "" if child is None else child.get(M + "val") or ""


def _tidy(said: str) -> str:
    return " ".join(said.split())


_HANDLERS: dict[object, Callable[[_Element], str]] = {
    M + "r": _run,
    M + "f": _fraction,
    **dict.fromkeys([M + name for name in ("sSub", "sSup", "sSubSup")], _scripts),
    M + "sPre": _before,
    M + "rad": _radical,
    M + "nary": _large,
    M + "d": _delimited,
    M + "func": _function,
    M + "acc": _accent,
    M + "bar": _bar,
    M + "groupChr": _group,
    M + "limLow": _lower,
    M + "limUpp": _upper,
    M + "m": _matrix,
    M + "eqArr": _equations,
    M + "phant": _phantom,
}
