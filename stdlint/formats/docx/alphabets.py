"""Write numbers in the letters and words of lists that are rare in Chinese drafts.

Source: ECMA-376, 17.18.59 (ST_NumberFormat), and what [MS-OI29500], 2.1.540 says of Word.
"""

from __future__ import annotations

from collections.abc import Callable

_ONES = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"),
    *("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"
_KATAKANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
_HALF_KATAKANA = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ"
_IROHA = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン"
_GANADA = "가나다라마바사아자차카타파하"
_CHOSUNG = "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"


def _repeated(signs: str) -> Callable[[int], str]:
    """Return a, b … z, aa, bb: Word repeats the letter instead of counting in base 26."""

    def written(number: int) -> str:
        times, sign = divmod(number - 1, len(signs))
        return signs[sign] * min(times + 1, 30) if number > 0 else str(number)

    return written


def _beginning_again(signs: str) -> Callable[[int], str]:
    return lambda number: signs[(number - 1) % len(signs)] if number > 0 else str(number)


def _words(number: int) -> str:
    """Return the number below 10 000 in English words."""
    if number >= 1000:
        return f"{_words(number // 1000)} thousand {_words(number % 1000)}".rstrip()
    if number >= 100:
        return f"{_ONES[number // 100 - 1]} hundred {_words(number % 100)}".rstrip()
    if number >= 20:
        ones = number % 10
        return _TENS[number // 10 - 2] + (f"-{_ONES[ones - 1]}" if ones else "")
    return _ONES[number - 1] if number else ""


def _cardinal(number: int) -> str:
    return _words(number).capitalize() if 0 < number < 10_000 else str(number)


def _ordinal(number: int) -> str:
    if not 0 < number < 10_000:
        return str(number)
    words = _words(number)
    last = words.replace("-", " ").rsplit(" ", 1)[-1]
    changed = _ORDINALS.get(last) or (last[:-1] + "ieth" if last.endswith("y") else last + "th")
    return (words[: len(words) - len(last)] + changed).capitalize()


ALPHABETS: dict[str, Callable[[int], str]] = {
    "lowerLetter": _repeated(_LATIN),
    "upperLetter": _repeated(_LATIN.upper()),
    "russianLower": _repeated(_RUSSIAN),
    "russianUpper": _repeated(_RUSSIAN.upper()),
    "chicago": _repeated("*†‡§"),
    "aiueo": _beginning_again(_HALF_KATAKANA),
    "aiueoFullWidth": _beginning_again(_KATAKANA),
    "irohaFullWidth": _beginning_again(_IROHA),
    "ganada": _beginning_again(_GANADA),
    "chosung": _beginning_again(_CHOSUNG),
    "cardinalText": _cardinal,
    "ordinalText": _ordinal,
}
