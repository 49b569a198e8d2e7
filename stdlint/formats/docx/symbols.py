"""Translate the signs of symbol fonts that `w:sym` names into Unicode."""

from __future__ import annotations

_SYMBOL = dict(
    zip(
        (*range(0x61, 0x7B), *range(0x41, 0x5B)),
        "αβχδεφγηιϕκλμνοπθρστυϖωξψζΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ",
        strict=True,
    )
) | {
    0x22: "∀",
    0x24: "∃",
    0x27: "∋",
    0x2A: "∗",
    0x2D: "−",
    0x40: "≅",
    0x5C: "∴",
    0x5E: "⊥",
    0x7E: "∼",
    0xA2: "′",
    0xA3: "≤",
    0xA5: "∞",
    0xAB: "↔",
    0xAC: "←",
    0xAD: "↑",
    0xAE: "→",
    0xAF: "↓",
    0xB0: "°",
    0xB1: "±",
    0xB2: "″",
    0xB3: "≥",
    0xB4: "×",
    0xB5: "∝",
    0xB6: "∂",
    0xB7: "•",
    0xB8: "÷",
    0xB9: "≠",
    0xBA: "≡",
    0xBB: "≈",
    0xBC: "…",
    0xC5: "⊕",
    0xC6: "∅",
    0xC7: "∩",
    0xC8: "∪",
    0xC9: "⊃",
    0xCA: "⊇",
    0xCC: "⊂",
    0xCD: "⊆",
    0xCE: "∈",
    0xCF: "∉",
    0xD0: "∠",
    0xD1: "∇",
    0xD6: "√",
    0xD7: "⋅",
    0xD8: "¬",
    0xD9: "∧",
    0xDA: "∨",
    0xDB: "⇔",
    0xDC: "⇐",
    0xDE: "⇒",
    0xE5: "∑",
    0xF2: "∫",
}
_WINGDINGS = {
    0x6C: "●",
    0x6E: "■",
    0x71: "❑",
    0x75: "◆",
    0x9F: "•",
    0xA7: "▪",
    0xA8: "□",
    0xD8: "➢",
    0xDF: "←",
    0xE0: "→",
    0xE1: "↑",
    0xE2: "↓",
    0xFB: "✗",
    0xFC: "✓",
    0xFE: "☑",
}
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS, "wingdings 2": {0x50: "✓", 0x52: "☑", 0xA3: "□"}}


def symbol(font: str, code: str) -> str:
    """Return the plain character for a hexadecimal code in a font, "" if there is none.

    Symbol fonts stand at U+F000 and up, or below U+0100 in files of other programs.
    """
    try:
        point = int(code, 16)
    except ValueError:
        return ""
    table = _FONTS.get(font.casefold())
    low = point & 0xFF
    if table is not None and (point < 0x100 or 0xF000 <= point < 0xF100):
        found = table.get(low, "")
        return found or (chr(low) if font.casefold() == "symbol" and 0x20 < low < 0x7F else "")
    if 0xE000 <= point < 0xF900 or not 0x20 <= point <= 0x10FFFF or 0xD800 <= point < 0xE000:
        return ""
    return chr(point)
