"""Write a number in the formats of ECMA-376, 17.18.59 (ST_NumberFormat) that Word files use."""

from __future__ import annotations

from collections.abc import Callable

from stdlint.formats.docx.alphabets import ALPHABETS

_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
_PLAIN = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_LEGAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
_LEGAL_JAPANESE = "〇壱弐参四伍六七八九"
_KOREAN = "영일이삼사오육칠팔구"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


def render(number: int, form: str) -> str:
    """Return the number in that format; "" for `none` and `bullet`, decimal for a format that is not known.

    A custom format is given by its pattern: “001, 002, 003, ...”.
    """
    if form.startswith("0"):
        return str(number).zfill(len(form.partition(",")[0]))
    return _FORMS.get(form, str)(number)


def _roman(number: int) -> str:
    if not 0 < number <= 32767:
        return str(number)
    digits = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        digits += sign * count
    return digits


def _counting(number: int, digits: str = _PLAIN, units: str = "十百千万", zero: str = "零", one: str = "一十") -> str:
    """Return 一百零三; `one` at the head is written without its 一."""
    if not 0 < number < 100_000:
        return "".join(digits[int(figure)] for figure in str(number)) if number >= 0 else str(number)
    found, gap = "", False
    for power in (4, 3, 2, 1, 0):
        figure = number // 10**power % 10
        if figure:
            found += (zero if gap and found else "") + digits[figure] + (units[power - 1] if power else "")
        gap = not figure
    return found[1:] if found.startswith(one) else found


def _japanese(number: int) -> str:
    found = _counting(number, zero="")
    return found.replace("一十", "十").replace("一百", "百").replace("一千", "千") if 0 < number < 100_000 else found


def _positional(number: int, zero: str = "〇") -> str:
    return "".join(_PLAIN[int(figure)] for figure in str(max(number, 0))).replace("〇", zero)


def _from(first: str, last: int) -> Callable[[int], str]:
    return lambda number: chr(ord(first) + number - 1) if 0 < number <= last else str(number)


def _pick(signs: str) -> Callable[[int], str]:
    return lambda number: signs[number - 1] if 0 < number <= len(signs) else str(number)


def _chinese(number: int) -> str:
    return _counting(number) if 0 < number < 100 else _positional(number, "○")


def _cycle(number: int) -> str:
    return _STEMS[(number - 1) % 10] + _BRANCHES[(number - 1) % 12] if number > 0 else str(number)


def _ordinal(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


_FORMS: dict[str, Callable[[int], str]] = {
    **ALPHABETS,
    "none": lambda _: "",
    "bullet": lambda _: "",
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "ordinal": _ordinal,
    "chineseCounting": _chinese,
    "taiwaneseCounting": _chinese,
    "chineseCountingThousand": _counting,
    "taiwaneseCountingThousand": _counting,
    "japaneseCounting": _japanese,
    "chineseLegalSimplified": lambda number: _counting(number, _LEGAL, "拾佰仟萬"),
    "ideographLegalTraditional": lambda number: _counting(number, _LEGAL_TRADITIONAL, "拾佰仟萬"),
    "japaneseLegal": lambda number: _counting(number, _LEGAL_JAPANESE, "拾百阡萬", ""),
    "koreanCounting": lambda number: _counting(number, _KOREAN, "십백천만", "", "일십"),
    "koreanDigital": lambda number: "".join(_KOREAN[int(figure)] for figure in str(max(number, 0))),
    "koreanDigital2": lambda number: _positional(number, "零"),
    "ideographDigital": _positional,
    "taiwaneseDigital": lambda number: _positional(number, "○"),
    "japaneseDigitalTenThousand": _positional,
    "ideographTraditional": _pick(_STEMS),
    "ideographZodiac": _pick(_BRANCHES),
    "ideographZodiacTraditional": _cycle,
    "ideographEnclosedCircle": _from("㈠", 10),
    "decimalEnclosedCircle": _from("①", 20),
    "decimalEnclosedCircleChinese": _from("①", 20),
    "decimalEnclosedParen": _from("⑴", 20),
    "decimalEnclosedFullstop": _from("⒈", 20),
    "decimalFullWidth": lambda number: str(number).translate(_FULL_WIDTH),
    "decimalFullWidth2": lambda number: str(number).translate(_FULL_WIDTH),
    "numberInDash": lambda number: f"- {number} -",
    "hex": lambda number: f"{number:X}",
}
