"""Write a number in the formats of ECMA-376, 17.18.59 (ST_NumberFormat) that Word files use."""

from __future__ import annotations

from collections.abc import Callable

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
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


def render(number: int, form: str) -> str:
    """Return the number in that format; "" for `none` and `bullet`, decimal for a format that is not known."""
    return _FORMS.get(form, str)(number)


def _letters(number: int, first: str) -> str:
    """Return a … z, aa, bb … zz, aaa: Word repeats the letter instead of counting in base 26."""
    times, letter = divmod(number - 1, 26)
    return chr(ord(first) + letter) * min(times + 1, 30) if number > 0 else "0"


def _roman(number: int) -> str:
    if not 0 < number < 4000:
        return str(number)
    digits = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        digits += sign * count
    return digits


def _counting(number: int, digits: str = _PLAIN, units: str = "十百千", zero: str = "零") -> str:
    """Return 一百零三; a leading 一十 is written 十 with plain digits."""
    if not 0 < number < 10_000:
        return "".join(digits[int(figure)] for figure in str(number)) if number >= 0 else str(number)
    found, gap = "", False
    for power in (3, 2, 1, 0):
        figure = number // 10**power % 10
        if figure:
            found += (zero if gap and found else "") + digits[figure] + (units[power - 1] if power else "")
        gap = not figure
    return found.removeprefix("一") if found.startswith("一十") else found


def _positional(number: int, zero: str = "〇") -> str:
    return "".join(_PLAIN[int(figure)] for figure in str(max(number, 0))).replace("〇", zero)


def _from(first: str, last: int) -> Callable[[int], str]:
    return lambda number: chr(ord(first) + number - 1) if 0 < number <= last else str(number)


def _pick(signs: str) -> Callable[[int], str]:
    return lambda number: signs[number - 1] if 0 < number <= len(signs) else str(number)


def _chinese(number: int) -> str:
    return _counting(number) if number < 100 else _positional(number, "○")


def _cycle(number: int) -> str:
    return _STEMS[(number - 1) % 10] + _BRANCHES[(number - 1) % 12] if number > 0 else str(number)


def _ordinal(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


_FORMS: dict[str, Callable[[int], str]] = {
    "none": lambda _: "",
    "bullet": lambda _: "",
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "upperLetter": lambda number: _letters(number, "A"),
    "lowerLetter": lambda number: _letters(number, "a"),
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "ordinal": _ordinal,
    "chineseCounting": _chinese,
    "taiwaneseCounting": _chinese,
    "chineseCountingThousand": _counting,
    "taiwaneseCountingThousand": _counting,
    "japaneseCounting": lambda number: _counting(number, zero=""),
    "chineseLegalSimplified": lambda number: _counting(number, _LEGAL, "拾佰仟"),
    "ideographLegalTraditional": lambda number: _counting(number, _LEGAL_TRADITIONAL, "拾佰仟"),
    "ideographDigital": _positional,
    "taiwaneseDigital": lambda number: _positional(number, "○"),
    "japaneseDigitalTenThousand": _positional,
    "ideographTraditional": _pick(_STEMS),
    "ideographZodiac": _pick(_BRANCHES),
    "ideographZodiacTraditional": _cycle,
    "ideographEnclosedCircle": _from("㊀", 10),
    "decimalEnclosedCircle": _from("①", 20),
    "decimalEnclosedCircleChinese": _from("①", 20),
    "decimalEnclosedParen": _from("⑴", 20),
    "decimalEnclosedFullstop": _from("⒈", 20),
    "decimalFullWidth": lambda number: str(number).translate(_FULL_WIDTH),
    "decimalFullWidth2": lambda number: str(number).translate(_FULL_WIDTH),
    "numberInDash": lambda number: f"- {number} -",
    "hex": lambda number: f"{number:X}",
}
