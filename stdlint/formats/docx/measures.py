"""Read lengths and colours of WordprocessingML."""

from __future__ import annotations

from stdlint.formats.docx.names import integer

_UNITS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 7.2 / 2.54, "pc": 12.0, "pi": 12.0}


def points(text: str | None, per_point: int = 20) -> float | None:
    """Return a length in points: a number counts twentieths (or what `per_point` says), strict files name a unit.

    ECMA-376, 22.9.2.14 and 22.9.2.15. None for anything else.
    """
    if text is None:
        return None
    scale = _UNITS.get(text[-2:])
    try:
        return round(float(text[:-2]) * scale, 3) if scale else float(text) / per_point
    except ValueError:
        return None


def hundredths(text: str | None) -> float | None:
    """Return a number of characters or lines, which the file counts in hundredths."""
    number = integer(text)
    return None if number is None else number / 100


def colour(text: str | None) -> str:
    """Return six hexadecimal digits, “” for automatic."""
    return "" if text in (None, "auto") else text.upper()
