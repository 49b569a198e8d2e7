r"""Find the symbols that a formula uses, from its LaTeX or from what a Word formula was written as.

A symbol is a letter with its subscript, written as `W_{i}`: \mathrm, \mathbf and blanks fall away, \eta is η,
\overline{x} is \bar{x}. Numbers, names of functions, units, constants (π, upright e, d, i), words and formula numbers
are no symbols.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

import regex

from stdlint import patterns

_TOKEN = patterns.compile(r"\\[A-Za-z]+\*?|\\.|\d+(?:[.,]\d+)*|[A-Za-z]|\S", regex.DOTALL)
_LATIN = patterns.compile(r"[A-Za-z]+")
_CALCULUS = patterns.compile(r"\\i*int(?![A-Za-z])|[∫∬∭∮]|\\[dt]?frac\s*\{\s*d")
_FUNCTION_NAMES = """
    sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh coth ln lg log exp max min sup inf lim det
    dim ker arg deg gcd int round mod sgn Re Im tg ctg
"""
_FUNCTIONS = frozenset(_FUNCTION_NAMES.split())
_TYPED = patterns.compile(r"(?:arc)?(?:sin|cos|tan)|cot|sec|csc|ln|lg|log|exp|max|min|lim")
"""Functions that are told even if they are written together with what follows."""

_UNIT_SIGNS = """
    nm μm mm cm dm km mg μg kg mL ml kL kPa MPa GPa Pa hPa Hz kHz MHz GHz kW MW kWh mol mmol rad mrad lx lm
    cd dB ms μs kV mV kA mA kN mN kJ MJ mK rpm ppm ppb hm Wb
"""
_UNITS = frozenset(_UNIT_SIGNS.split())
_LONGEST = 10
_DEEPEST = 60
_CONSTANTS = frozenset("deijπ")
_LETTER_NAMES = """
    alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi omicron pi
    varpi rho varrho sigma varsigma tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma
    Upsilon Phi Psi Omega ell hbar varDelta varPhi varOmega
"""
_LETTER_SIGNS = "αβγδεεζηθθικλμνξοππρρσςτυφφχψωΓΔΘΛΞΠΣΥΦΨΩℓħΔΦΩ"
LETTERS = {f"\\{name}": sign for name, sign in zip(_LETTER_NAMES.split(), _LETTER_SIGNS, strict=True)}
"""What LaTeX calls a Greek letter, and the letter."""
_ACCENTS = {
    "\\overline": "bar",
    "\\widehat": "hat",
    "\\widetilde": "tilde",
    "\\overrightarrow": "vec",
    **{f"\\{name}": name for name in ("bar", "hat", "tilde", "vec", "dot", "ddot", "check", "breve")},
}
_UPRIGHT = ("\\mathrm", "\\text", "\\textrm", "\\textup", "\\rm", "\\mbox", "\\operatorname", "\\operatorname*")
_ITALIC = (
    "\\mathit",
    "\\mathbf",
    "\\boldsymbol",
    "\\bm",
    "\\mathcal",
    "\\mathbb",
    "\\mathsf",
    "\\textit",
    "\\textbf",
    "\\displaystyle",
    "\\limits",
)
_SILENT = {"\\begin": 1, "\\end": 1, "\\tag": 1, "\\tag*": 1, "\\label": 1, "\\genfrac": 4, "\\color": 1, "\\hspace": 1}
_PRIMES = {"'": "'", "’": "'", "′": "'", "″": "''", "\\prime": "'"}
_SPACES = ("\\ ", "\\,", "\\;", "\\:", "\\!", "\\quad", "\\qquad", "~")


def symbols(text: str) -> list[str]:
    """Return the symbols of a formula, each once, in the order of their first use."""
    return list(_symbols(text))


@lru_cache(1024)
def _symbols(text: str) -> tuple[str, ...]:
    tokens = [unicodedata.normalize("NFKC", token) if token.isalpha() else token for token in _split(text)]
    reader = _Reader(tokens, bool(_CALCULUS.search(text)))
    reader.sequence(len(tokens))
    return tuple(dict.fromkeys(reader.found))


def _split(text: str) -> Iterable[str]:
    """Yield the tokens; a subscript that is one character (₁, ᵢ) becomes two."""
    for token in _TOKEN.findall(text):
        kind = unicodedata.decomposition(token).split(" ")[0] if len(token) == 1 else ""
        if kind in ("<sub>", "<super>"):
            yield "_" if kind == "<sub>" else "^"
            yield unicodedata.normalize("NFKC", token)
        else:
            yield token


class _Reader:
    """Read tokens from left to right and collect symbols; `at` is the next token."""

    def __init__(self, tokens: list[str], calculus: bool) -> None:
        self.tokens = tokens
        self.calculus = calculus
        self.at = 0
        self.depth = 0
        self.found: list[str] = []
        self._after_number = False

    def sequence(self, end: int) -> None:
        """Read the tokens up to `end`."""
        while self.at < end:
            self._one(end)

    def _one(self, end: int) -> None:
        numeric = self._after_number
        token = self._next(end)
        if token in _SPACES:
            self.at += 1
            return
        name = self._name(end, numeric)
        place = len(self.found)
        subscript, primes = self._scripts(end, name)
        self._after_number = token[:1].isdigit()
        if name == "Δ" and not subscript and self.at < end:
            follower = self._delta(end)
            if follower:
                self.found.append(name + follower)
                return
        if name and (name != "π" or subscript):
            self.found.insert(place, name + (f"_{{{subscript}}}" if subscript else "") + primes)

    def _delta(self, end: int) -> str:
        """Return the symbol behind a Δ, which makes one symbol with it, or nothing."""
        known, start = len(self.found), self.at
        if not (self._next(end).isalpha() or self._next(end) in LETTERS):
            return ""
        self._one(end)
        added = self.found[known:]
        if len(added) != 1:
            self.at = start
        del self.found[known:]
        return added[0] if len(added) == 1 else ""

    def _name(self, end: int, numeric: bool) -> str:
        """Pass one thing and return the symbol that it is, without scripts, or nothing."""
        token = self._next(end)
        if token == "{":
            return self._group()
        if token in _UPRIGHT:
            self.at += 1
            return self._upright(end, numeric, token.startswith("\\operatorname"))
        if token in _ACCENTS:
            self.at += 1
            inner = self._name(end, False) if self.at < end else ""
            return f"\\{_ACCENTS[token]}{{{inner}}}" if inner else ""
        if token in _SILENT:
            self.at += 1
            for _ in range(_SILENT[token]):
                self.at = self._argument(end)[1]
            return ""
        if token in LETTERS:
            self.at += 1
            return LETTERS[token]
        if token.isalpha() and not _is_word(token):
            return self._letters(end, numeric)
        self.at += 1
        if token in _ITALIC and self._next(end) == "{":
            return self._group()
        return ""

    def _letters(self, end: int, numeric: bool) -> str:
        """Pass a letter, or a function or a unit that is written without any command."""
        word = "".join(self.tokens[self.at : min(end, self.at + _LONGEST)])
        match = _LATIN.match(word)
        run = match[0] if match else self.tokens[self.at]
        known = _TYPED.match(run)
        if run in _FUNCTIONS or (numeric and run in _UNITS) or (run in ("C", "F") and self._is_degree()):
            self.at += len(run)
            return ""
        if known:
            self.at += known.end()
            return ""
        token = self._next(end)
        self.at += 1
        following = self._next(end)
        if token == "e" and following == "^":
            return ""
        if token == "d" and self.calculus and (following.isalpha() or following in LETTERS):
            return ""
        return token

    def _is_degree(self) -> bool:
        """Say whether a sign for degrees stands in front."""
        before = [token for token in self.tokens[max(self.at - 3, 0) : self.at] if token not in "{}^"]
        return before[-1:] in (["°"], ["\\circ"])

    def _group(self) -> str:
        """Pass a group in braces; return its symbol if it is nothing but one."""
        start, end = self.at + 1, self._closing(self.at)
        known = len(self.found)
        self.at = start
        self.depth += 1
        if self.depth < _DEEPEST:
            self.sequence(end)
        self.depth -= 1
        self.at = end + 1
        added = self.found[known:]
        if len(added) == 1 and _plain(self.tokens[start:end]) == _plain(_TOKEN.findall(added[0])):
            del self.found[known:]
            return added[0]
        return ""

    def _upright(self, end: int, numeric: bool, function: bool) -> str:
        """Pass upright letters and return the symbol they are: a name of several letters, no unit, no word."""
        tokens, self.at = self._argument(end)
        said = _plain(tokens)
        if function or not said or said in _FUNCTIONS or said in _CONSTANTS or said in _UNITS or numeric:
            return ""
        if any(_is_word(char) for char in said) or not said[0].isalpha():
            return ""
        return said

    def _scripts(self, end: int, name: str) -> tuple[str, str]:
        """Pass what is set low or high; return the subscript of a symbol and its primes."""
        subscript = primes = ""
        while self.at < end:
            token = self._next(end)
            if token in _PRIMES:
                primes += _PRIMES[token]
                self.at += 1
            elif token == "_" or token == "^":
                self.at += 1
                tokens, behind = self._argument(end)
                if token == "_" and name:
                    subscript += _plain(tokens)
                elif token == "^" and all(t in _PRIMES for t in tokens):
                    primes += "".join([_PRIMES[t] for t in tokens])
                elif not (token == "^" and tokens[:1] and tokens[0] in _UPRIGHT):
                    self.sequence(behind)
                self.at = behind
            else:
                break
        return subscript, primes

    def _argument(self, end: int) -> tuple[list[str], int]:
        """Return the tokens of the argument that comes next, without braces, and where it ends."""
        token = self._next(end)
        if token == "{":
            close = self._closing(self.at)
            return self.tokens[self.at + 1 : close], min(close + 1, end)
        if token in _UPRIGHT or token in _ITALIC:
            self.at += 1
            tokens, behind = self._argument(end)
            self.at -= 1
            return [token, *tokens], behind
        return self.tokens[self.at : self.at + 1], min(self.at + 1, end)

    def _closing(self, at: int) -> int:
        depth = 0
        for index in range(at, len(self.tokens)):
            depth += {"{": 1, "}": -1}.get(self.tokens[index], 0)
            if not depth:
                return index
        return len(self.tokens)

    def _next(self, end: int) -> str:
        return self.tokens[self.at] if self.at < end else ""


def _plain(tokens: Iterable[str]) -> str:
    """Return a subscript or a name without braces, blanks and commands that only choose a font."""
    kept = (t for t in tokens if t not in "{}" and t not in _UPRIGHT and t not in _ITALIC and t not in _SPACES)
    return "".join([LETTERS.get(token, token) for token in kept])


def _is_word(char: str) -> bool:
    return "\u2e80" <= char <= "\u9fff" or "\uf900" <= char <= "\ufaff"
