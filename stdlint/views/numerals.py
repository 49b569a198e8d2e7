"""Read numbers in Chinese characters, and write numbers in Arabic numerals.

Source: GB/T 15835—2011; reference typography.md, section 2.
"""

from __future__ import annotations

NUMERALS = "一二三四五六七八九"
DIGITS = {char: value for value, char in enumerate("零" + NUMERALS)} | {"两": 2, "〇": 0}
POWERS = {"十": 10, "百": 100, "千": 1000}


def arabic(words: str) -> str:
    """Return a number in words in Arabic numerals, or “” for an approximation such as 三四."""
    whole, _, decimals = words.partition("点")
    total = section = digit = 0
    before = ""
    for char in whole:
        if char in POWERS:
            section += (digit or 1) * POWERS[char]
            digit = 0
        elif char == "万":
            total, section, digit = (section + digit) * 10_000, 0, 0
        elif before and before in DIGITS and before not in "零〇":
            return ""
        else:
            digit = DIGITS[char]
        before = char
    fraction = "".join([str(DIGITS[char]) for char in decimals])
    return f"{total + section + digit}{'.' if fraction else ''}{fraction}"


def grouped(number: int) -> str:
    """Return a number with its digits in groups of three: 12345 → “12 345”."""
    return f"{number:,}".replace(",", " ")
