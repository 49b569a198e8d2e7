"""Write the LaTeX of a formula as OMML, as an author's formula editor does."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape

import regex

_TOKEN = regex.compile(r"\\[A-Za-z]+|\\.|.")
_SIGNS = {r"\Delta": "Δ", r"\rho": "ρ", r"\eta": "η", r"\lambda": "λ", r"\times": "×", r"\cdot": "·", r"\%": "%"}
_NARY = {r"\sum": "∑"}


def omml(latex: str) -> str:
    """Return an `m:oMath`; what the few rules here do not know stays text."""
    return f"<m:oMath>{_sequence(iter(_TOKEN.findall(latex)))}</m:oMath>"


def _run(text: str) -> str:
    return f'<m:r><m:t xml:space="preserve">{escape(text)}</m:t></m:r>'


def _sequence(tokens: Iterator[str]) -> str:
    """Read until the end or a closing brace; scripts hang on the item before them."""
    items: list[str] = []
    operator = ""
    scripts: dict[str, str] = {}
    for token in tokens:
        if token == "}":
            break
        if token in "_^":
            scripts[token] = _argument(tokens)
            if not operator:
                items[-1] = _scripted(items[-1], scripts)
                scripts = {}
            continue
        if operator:
            items.append(_nary(operator, scripts, _item(token, tokens)))
            operator, scripts = "", {}
        elif token in _NARY:
            operator = _NARY[token]
        elif token != " ":
            items.append(_item(token, tokens))
    return "".join(items)


def _item(token: str, tokens: Iterator[str]) -> str:
    if token == r"\frac":
        top, below = _argument(tokens), _argument(tokens)
        return f"<m:f><m:num>{top}</m:num><m:den>{below}</m:den></m:f>"
    if token == r"\sqrt":
        return f'<m:rad><m:radPr><m:degHide m:val="1"/></m:radPr><m:deg/><m:e>{_argument(tokens)}</m:e></m:rad>'
    if token == "{":
        return _sequence(tokens)
    return _run(_SIGNS.get(token, token))


def _argument(tokens: Iterator[str]) -> str:
    token = next(tokens)
    return _sequence(tokens) if token == "{" else _item(token, tokens)


def _scripted(base: str, scripts: dict[str, str]) -> str:
    if "_" in scripts:
        return f"<m:sSub><m:e>{base}</m:e><m:sub>{scripts['_']}</m:sub></m:sSub>"
    return f"<m:sSup><m:e>{base}</m:e><m:sup>{scripts['^']}</m:sup></m:sSup>"


def _nary(operator: str, scripts: dict[str, str], base: str) -> str:
    return (
        f'<m:nary><m:naryPr><m:chr m:val="{operator}"/><m:limLoc m:val="undOvr"/></m:naryPr>'
        f"<m:sub>{scripts.get('_', '')}</m:sub><m:sup>{scripts.get('^', '')}</m:sup><m:e>{base}</m:e></m:nary>"
    )
