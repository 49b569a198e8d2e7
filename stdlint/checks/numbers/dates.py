"""Give years in full, and dates in one form.

“08年” may be a year or a duration, “2008.8.15” a number or a date; “三月15日” mixes two ways of writing. A year has
four digits, an all-numeric date is “2008-08-15”, and one date is in one kind of numerals. Dates of the cover are told
by COV100 to COV103, those of the bibliography by its own rules; what is quoted, code, or an example of a format is left
alone.

年份写全四位，全数字日期写为“2008-08-15”，同一日期只用一种数字：“08年”可能是年份也可能是年限，“2008.8.15”容易误认为数值，
“三月15日”两种写法混用。封面和参考文献中的日期、引文、代码和数据格式的示例不在此列。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.numerals import DIGITS, arabic
from stdlint.views.wording import BLANK, DASH

abbreviated_year = Check(
    id="NUM390",
    message="年份不简写，“{quote}”应写为“{right}”。",
    message_en="Give the year in full: “{right}”, not “{quote}”.",
    bad="""
        # 4 要求

        自⟦08年⟧10月起实施。
    """,
    good="""
        # 4 要求

        自2008年10月起实施。
    """,
    more=(
        (
            """
            # 4 要求

            ⟦98年⟧5月以前的产品、⟦09年⟧生产的产品和2008—⟦09年⟧的数据不适用，见⟦95年⟧版的5.2。
            """,
            """
            # 4 要求

            1998年5月以前的产品、2009年生产的产品和2008—2009年的数据不适用，见1995年版的5.2。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        自2008年10月起实施，寿命应不小于15年，每10年检查一次，20世纪90年代以来，使用98年以上，周期为0.05年，15年6个月，5～10年。
        “08年10月”是错误的写法。保存期限为10年、30年和50年。1年3月检查一次。
        """,
    ),
)

malformed_date = Check(
    id="NUM400",
    message="日期“{quote}”应写为“{right}”。",
    message_en="Write the date “{quote}” as “{right}”.",
    bad="""
        # 4 要求

        本批产品自⟦2008.8.15⟧起生产。
    """,
    good="""
        # 4 要求

        本批产品自2008-08-15起生产。
    """,
    more=(
        (
            """
            # 4 要求

            生产日期为⟦2008/8/15⟧、⟦2008-8-5⟧、⟦2008—08—15⟧、⟦2008．08．15⟧和⟦2008年08月5日⟧。

            | 批次 | 日期 |
            |---|---|
            | 1 | ⟦2020/1/5⟧ |
            """,
            """
            # 4 要求

            生产日期为2008-08-15、2008-08-05、2008-08-15、2008-08-15和2008年8月5日。

            | 批次 | 日期 |
            |---|---|
            | 1 | 2020-01-05 |
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        自2008-08-15起，2008年8月15日，2008年08月05日，2008年10月05日，20080815。版本为V2008.8.15和2008.8.15.1，“2008.8.15”。
        日期格式为YYYY/MM/DD，如2020/01/05。地址为https://a.example/2008/8/15。GB/T 1234—2008，见2008.13.40。

        示例：日期为2008/8/15。
        """,
    ),
)

mixed_date_numerals = Check(
    id="NUM430",
    message="同一日期不混用汉字和阿拉伯数字，“{quote}”应写为“{right}”。",
    message_en="Write a date in one kind of numerals: “{right}”, not “{quote}”.",
    bad="""
        # 4 要求

        每年⟦三月15日⟧检查。
    """,
    good="""
        # 4 要求

        每年3月15日检查。
    """,
    more=(
        (
            """
            # 4 要求

            自⟦2020年十月⟧、⟦二〇二〇年10月⟧、⟦8月十五日⟧和⟦2021年十二月1日⟧起实施。
            """,
            """
            # 4 要求

            自2020年10月、2020年10月、8月15日和2021年12月1日起实施。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        自2020年10月1日、二〇二〇年十月一日、3月15日、正月15日、农历八月15日和三月十五日起。满三个月15日内，第三月15日龄，
        2020年三月三，三月15日龄的雏鸡，“三月15日”是错误的写法。
        """,
    ),
)

_SHORT_YEAR = patterns.compile(
    rf"(?P<span>(?P<year>[0-9]{{2}}){BLANK}?年)(?:(?P<month>{BLANK}?(?:0?[1-9]|1[0-2]){BLANK}?月(?!龄))|(?P<issue>版|修订版?本?|发布|实施))?"
)
_YEAR_BEFORE = patterns.compile(rf"(?:19|20)[0-9]{{2}}年?{BLANK}?(?:{DASH}|[～~至/])$")
_JOINED_BEFORE = frozenset("0123456789.．,，%/-－–—～~至每第满∶:")
_OLDEST, _NEWEST = 50, 30
_ALL_DIGITS = patterns.compile(
    r"(?<![0-9A-Za-z./\-—_．])(?P<year>(?:19|20)[0-9]{2})(?P<sign>[./．／\-–—－])(?P<month>0?[1-9]|1[0-2])(?P=sign)"
    r"(?P<day>0?[1-9]|[12][0-9]|3[01])(?![0-9A-Za-z/\-—_%．.]|[ \u00a0]?[℃%])"
)
_BEGUN = tuple(re.compile(rf"{century}[0-9]{{2}}[./．／\-–—－][0-9]{{1,2}}[./．／\-–—－]") for century in ("20", "19"))
_WITH_ZERO = patterns.compile(
    rf"(?P<year>[0-9]{{4}}){BLANK}?年{BLANK}?(?:(?P<month>0[1-9]){BLANK}?月{BLANK}?(?P<day>[1-9])"
    rf"|(?P<month>[1-9]){BLANK}?月{BLANK}?(?P<day>0[1-9])){BLANK}?日"
)
_FORMAT = patterns.compile("[Yy]{4}|格式|[Dd][Dd]/|MM")
_HAN = "一二三四五六七八九十"
_DATE = patterns.compile(
    rf"(?<![0-9{_HAN}〇零○第每历腊正])(?:(?P<year>[0-9]{{4}}|[一二][一二三四五六七八九〇零○]{{3}}){BLANK}?年{BLANK}?)?"
    rf"(?P<month>[0-9]{{1,2}}|[{_HAN}]{{1,2}}){BLANK}?月(?:{BLANK}?(?P<day>[0-9]{{1,2}}|[{_HAN}]{{1,3}}){BLANK}?[日号](?!龄|内))?(?![{_HAN}龄0-9])"
)
_COUNTS = frozenset("0123456789" + _HAN)
_LONGEST = 14


@abbreviated_year.finder
def find_short(doc: Document) -> Iterator[Finding]:
    text = doc.text
    for place in doc.quantities.counted.get("年", ()):
        end = place - 1 if text[place - 1].isspace() else place
        if not text[end - 2 : end].isdigit() or text[end - 3] in "0123456789":
            continue
        match = _SHORT_YEAR.match(text, end - 2)
        if match and doc.quantities.says(match.start()) and _is_year(text, match):
            year = match["year"]
            right = ("19" if int(year) > _OLDEST else "20") + match["span"]
            yield abbreviated_year.at(match.span("span"), fix=right, safe=False, right=right)


def _is_year(text: str, match: regex.Match[str]) -> bool:
    start, year = match.start(), int(match["year"])
    if _YEAR_BEFORE.search(text, max(start - 8, 0), start):
        return True
    if text[start - 1] in _JOINED_BEFORE or _NEWEST < year <= _OLDEST:
        return False
    if match["month"] or match["year"][0] == "0":
        return True
    return match["issue"] is not None and year >= _OLDEST


@malformed_date.finder
def find(doc: Document) -> Iterator[Finding]:
    begun = [found.start() for pattern in _BEGUN for found in pattern.finditer(doc.text)]
    for match in filter(None, (_ALL_DIGITS.match(doc.text, at) for at in begun)):
        month, day = match["month"], match["day"]
        if match["sign"] == "-" and len(month) == len(day) == 2:
            continue
        before = doc.text[max(doc.blocks[doc.block_at(match.start())].span[0], match.start() - 30) : match.start()]
        if doc.quantities.says(match.start()) and not _FORMAT.search(before) and not _is_example(doc, match.start()):
            right = f"{match['year']}-{int(month):02}-{int(day):02}"
            yield malformed_date.at(match.span(), fix=right, safe=False, right=right)
    if "年0" not in doc.text and "月0" not in doc.text:
        return
    for match in doc.matches(_WITH_ZERO):
        if doc.quantities.says(match.start()):
            right = f"{match['year']}年{int(match['month'])}月{int(match['day'])}日"
            yield malformed_date.at(match.span(), fix=right, safe=False, right=right)


@mixed_date_numerals.finder
def find_mixed(doc: Document) -> Iterator[Finding]:
    text = doc.text
    at = text.find("月")
    while at >= 0:
        if text[at - 1] in _COUNTS or text[at - 1].isspace():
            match = next((one for one in _DATE.finditer(text, max(at - _LONGEST, 0), at + 8) if at < one.end()), None)
            if match and match.start() < at and _is_mixed(match) and doc.quantities.says(match.start()):
                right = _in_digits(match)
                yield mixed_date_numerals.at(match.span(), fix=right, safe=False, right=right)
        at = text.find("月", at + 1)


def _is_mixed(match: regex.Match[str]) -> bool:
    parts = [match[name] for name in ("year", "month", "day") if match[name]]
    return len({part.isdecimal() for part in parts}) == 2


def _in_digits(match: regex.Match[str]) -> str:
    year, month, day = match["year"] or "", match["month"], match["day"]
    if not year.isdecimal():
        year = "".join("0" if char in "○〇零" else str(DIGITS[char]) for char in year)
    right = f"{year}年" if year else ""
    right += (month if month.isdecimal() else arabic(month)) + "月"
    return right + f"{day if day.isdecimal() else arabic(day)}日" if day else right


def _is_example(doc: Document, offset: int) -> bool:
    return doc.region_at(offset).role in ("example", "code", "quote")
