"""Resolve the fonts that runs name, those of the theme included."""

from __future__ import annotations

from lxml.etree import _Element

from stdlint.formats.docx.names import W

_SLOTS = (("latin", "ascii", "asciiTheme"), ("east_asian", "eastAsia", "eastAsiaTheme"))
_SCRIPTS = {"zh-TW": "Hant", "zh-HK": "Hant", "ja": "Jpan", "ko": "Hang"}


class Fonts:
    """The fonts of a theme by the name that runs call them: minorHAnsi, majorEastAsia …"""

    def __init__(self, theme: _Element | None = None, settings: _Element | None = None) -> None:
        self._theme: dict[str, str] = {}
        if theme is None:
            return
        language = None if settings is None else settings.find(W + "themeFontLang")
        script = _script("" if language is None else language.get(W + "eastAsia") or "")
        for size in ("major", "minor"):
            for collection in theme.iter(f"{{*}}{size}Font"):
                latin, east_asian = _typefaces(collection, script)
                for name in ("Ascii", "HAnsi"):
                    self._theme.setdefault(size + name, latin)
                self._theme.setdefault(f"{size}EastAsia", east_asian)

    def named(self, element: _Element) -> dict[str, str]:
        """Return the fonts that a `w:rFonts` names; a theme font wins over a plain one beside it (17.3.2.26)."""
        found: dict[str, str] = {}
        for slot, plain, theme in _SLOTS:
            font = self._theme.get(element.get(W + theme) or "") or element.get(W + plain)
            if font:
                found[slot] = font
        return found


def _script(language: str) -> str:
    return _SCRIPTS.get(language) or _SCRIPTS.get(language.partition("-")[0]) or "Hans"


def _typefaces(collection: _Element, script: str) -> tuple[str, str]:
    """Return the Latin and the East Asian font of a collection; without one of its own, the one for the script."""
    latin = east_asian = by_script = ""
    for font in collection:
        name = str(font.tag).rpartition("}")[2]
        typeface = font.get("typeface") or ""
        if name == "latin":
            latin = typeface
        elif name == "ea":
            east_asian = typeface
        elif name == "font" and font.get("script") == script:
            by_script = typeface
    return latin, east_asian or by_script
