"""Write numbers in the numerals of GB/T 15835.

Arabic numerals have half-width digits, a point as decimal mark and gaps between groups of three digits: a comma is a
decimal mark elsewhere in the world. They are combined with 万 and 亿 only. Approximate numbers are in Chinese
characters, three to four months being “三四个月” without a comma, and the zero in a year in Chinese characters is “〇”.
What is quoted, code, a link or a document number is left alone: numbers of documents are told by NUM205, labels of
clauses by LVL rules. The same slip in one paragraph, or one table, is told once.

阿拉伯数字用半角，小数点用“.”，多位数以空隙分节：逗号在许多国家就是小数点。阿拉伯数字只与“万”“亿”连用；相邻两数连用的概数用汉字，
中间不加顿号；汉字年份中的零写作“〇”。引文、代码、网址和文件编号不在此列；同一段落或同一表格中的同类问题只报告一次。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Edit, Span
from stdlint.views.numerals import DIGITS, NUMERALS, POWERS, grouped
from stdlint.views.quantities import UNIT
from stdlint.views.units import is_legal
from stdlint.views.wording import BLANK

malformed_approximate_number = Check(
    id="NUM320",
    message="概数用汉字表示，相邻两数之间不加顿号，“{quote}”应写为“{right}”。",
    message_en="Write the approximate number in Chinese characters without a comma: “{right}”, not “{quote}”.",
    bad="""
        # 4 要求

        试验应持续⟦3、4个月⟧。
    """,
    good="""
        # 4 要求

        试验应持续三四个月。
    """,
    more=(
        (
            """
            # 4 要求

            放置⟦五、六天⟧，重复⟦2、3 次⟧，等待⟦1、2个⟧小时，
            取样⟦两、三次⟧，观察⟦三、五天⟧，抽取⟦20几个⟧试样，共⟦十三、四人⟧，⟦三、四十个⟧点位。
            """,
            """
            # 4 要求

            放置五六天，重复两三次，等待一两个小时，取样两三次，观察三五天，抽取二十几个试样，共十三四人，三四十个点位。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        试验应持续三四个月，取3个、4个试样，见5.3、4个点，第3、4次，二、三等奖，一、二次设备，一、二年生草本，3、4级，1、2号，
        1、3天，分别在3、4天后取样，表3、4个，图1、2个，按1、2、3个，3、4和5个，于3、4天检查，三、四层，20多个，3、4月，a、b个，
        将3、4个试样分别称量。
        """,
    ),
)

comma_in_number = Check(
    id="NUM350",
    message="多位数以空隙分节，不用逗号，“{quote}”应写为“{right}”。",
    message_en="Group digits by a space, not a comma: “{right}”, not “{quote}”.",
    bad="""
        # 4 要求

        质量应不大于⟦12,345.6⟧ kg。
    """,
    good="""
        # 4 要求

        质量应不大于12 345.6 kg。
    """,
    more=(
        (
            """
            # 4 要求

            产量应不小于⟦1,000⟧t，面积应不小于1,234,567 m²。

            | 项目 | 数值 |
            |---|---|
            | 甲 | ⟦2,000⟧ |
            | 乙 | 3,000 |

            检修的间隔应不小于⟦10,000⟧ h。
            """,
            """
            # 4 要求

            产量应不小于1 000t，面积应不小于1 234 567 m²。

            | 项目 | 数值 |
            |---|---|
            | 甲 | 2 000 |
            | 乙 | 3 000 |

            检修的间隔应不小于10 000 h。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        质量应不大于12 345.6 kg，坐标为(100,200)和116.397,39.908，编号为100,200,300，1,2,3-三氯苯，0,125，区间为
        [1,100]，M12,345，“12,345”，https://a.example/1,234，1, 234。

        # 参考文献

        [1] Zhang. A survey of 1,234 samples[J]. Nature, 2020.
        """,
    ),
)

malformed_decimal_mark = Check(
    id="NUM370",
    message="小数点用“.”，“{quote}”应写为“{right}”。",
    message_en="The decimal mark is a point on the line: “{right}”, not “{quote}”.",
    bad="""
        # 4 要求

        系数应为⟦3·14⟧。
    """,
    good="""
        # 4 要求

        系数应为3.14。
    """,
    more=(
        (
            """
            # 4 要求

            厚度应不小于⟦0．5⟧ mm。

            宽度应不小于⟦2,5⟧ mm，含量不大于1•5%。

            | 项目 | 数值 |
            |---|---|
            | 系数 | ⟦1．25⟧ |
            """,
            """
            # 4 要求

            厚度应不小于0.5 mm。

            宽度应不小于2.5 mm，含量不大于1.5%。

            | 项目 | 数值 |
            |---|---|
            | 系数 | 1.25 |
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        系数应为3.14，见5．2和第5．3条，“3·14”，3·15晚会，12·9运动，x＝2·3·4，系数为2·10⁻³，产品型号为A1·5，
        GB/T 2423．1，取1,2 mm、3 mm试样各一个，ISO 3·5，间隔为10,000 h.
        """,
    ),
)

mixed_numerals = Check(
    id="NUM440",
    message="阿拉伯数字只与“万”“亿”连用，“{quote}”应写为“{right}”。",
    message_en="Arabic numerals combine with 万 and 亿 only: “{right}”, not “{quote}”.",
    bad="""
        # 4 要求

        人数应不少于⟦3千5百⟧人。
    """,
    good="""
        # 4 要求

        人数应不少于3 500人。
    """,
    more=(
        (
            """
            # 4 要求

            费用为⟦4仟⟧元，里程应不小于⟦3百⟧公里，抽取⟦5百⟧个，产量为⟦2千⟧多吨。
            """,
            """
            # 4 要求

            费用为4 000元，里程应不小于300公里，抽取500个，产量为2 000多吨。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        人数为3 500人，3亿4 500万，5万，电压为5千伏，质量为3千克，距离为3千米，10千瓦，5百分点，3百万，4千万，
        2022十大品牌，M5十字槽，第3百货店，3千字节，5千帕，2千赫，7百帕，5十字头，
        8千斤顶，型号A3百灵，20百日咳。“3千5百”。
        """,
    ),
)

wrong_zero_glyph = Check(
    id="NUM450",
    message="汉字数字中的零用“〇”，“{quote}”应写为“{right}”。",
    message_en="The zero in a number in Chinese characters is “〇”: “{right}”, not “{quote}”.",
    bad="""
        # 4 要求

        自⟦二O二O年⟧起实施。
    """,
    good="""
        # 4 要求

        自二〇二〇年起实施。
    """,
    more=(
        (
            """
            # 4 要求

            自⟦二○二一年⟧、⟦二0二二年⟧、⟦二零二三年⟧和⟦二０○四年⟧起实施，编号为⟦五O一⟧。

            自⟦二ＯＯ八年⟧起。
            """,
            """
            # 4 要求

            自二〇二一年、二〇二二年、二〇二三年和二〇〇四年起实施，编号为五〇一。

            自二〇〇八年起。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        自二〇二〇年起，一百零五个，二零配件，方案一0.5 mm，其一O型，“二O二O年”，三○，零一二三。步骤一00。
        """,
    ),
)

full_width_digits = Check(
    id="NUM460",
    message="数字和字母用半角字符，“{quote}”应写为“{right}”。",
    message_en="Digits and Latin letters are half-width: “{right}”, not “{quote}”.",
    bad="""
        # 4 要求

        厚度应不小于⟦１０⟧ mm。
    """,
    good="""
        # 4 要求

        厚度应不小于10 mm。
    """,
    more=(
        (
            """
            # 4 要求

            厚度应为⟦３．５⟧ mm，见Ａ类。

            | 项目 | 数值 |
            |---|---|
            | ⟦Ｂ⟧类 | １２ |
            """,
            """
            # 4 要求

            厚度应为3.5 mm，见A类。

            | 项目 | 数值 |
            |---|---|
            | B类 | 12 |
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        厚度应不小于10 mm。“１０”是全角数字。应符合ＧＢ／Ｔ 191的规定。
        """,
    ),
)

decrease_by_multiple = Check(
    id="NUM480",
    message="“{quote}”不通，减少不用倍数表述，宜写减少了几分之几或减少到几分之几。",
    message_en="“{quote}” is illogical; give a decrease as a fraction or a percentage.",
    bad="""
        # 4 要求

        能耗应⟦减少2倍⟧。
    """,
    good="""
        # 4 要求

        能耗应减少三分之二。
    """,
    more=(
        (
            "# 4 要求\n\n时间⟦缩短了约一倍⟧，噪声⟦降低3~4倍⟧，误差比甲法⟦小3倍⟧，故障率⟦成倍下降⟧。",
            "# 4 要求\n\n时间缩短了约一半，噪声降低四分之三，误差是甲法的三分之一，故障率明显下降。",
        ),
    ),
    clean=(
        """
        # 4 要求

        降低放大倍数，下降到原来的0.5倍，减小倍率，稀释10倍，缩小0.5倍，误差比限值低3倍标准偏差，减少为1.2倍，增加2倍。
        """,
    ),
)

doubled_approximation = Check(
    id="NUM490",
    message="“{before}”与“{behind}”语义重复，保留其一。",
    message_en="“{before}” and “{behind}” say the same; keep one of them.",
    bad="""
        # 4 要求

        应抽取⟦约5个左右⟧试样。
    """,
    good="""
        # 4 要求

        应抽取约5个试样。
    """,
    more=(
        (
            """
            # 4 要求

            加热⟦大约30 min左右⟧，放置⟦约为三天左右⟧，温度⟦接近20 ℃ 上下⟧。
            """,
            """
            # 4 要求

            加热大约30 min，放置约为三天，温度接近20 ℃。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        加热约30 min，放置3天左右，节约30%左右，预约5天左右，附近5 m左右，约5 m，左右两侧各一个，约30 mm左右两侧，
        约10 m上下游，约10 mm上下浮动，        约5个和左右对称的孔，约3 m的左右手柄，“约5个左右”。
        """,
    ),
)


_COUNTERS = "个月|个|天|次|人|周|家|株|遍|名|项|种|年|岁|元|小时|分钟|台|套|件|只|支|辆"
_TWO = re.compile(rf"、 ?[1-9{NUMERALS}]")
_IDIOM = (3, 5)
_ABOUT = patterns.compile(
    rf"(?P<tens>[二三四五六七八九]?十)?(?P<first>[1-9两{NUMERALS}]){BLANK}?、{BLANK}?(?P<second>[1-9{NUMERALS}])"
    rf"(?P<power>[十百千万]*){BLANK}?(?P<counter>{_COUNTERS})"
    r"(?![级生期度间座床侧回设绕系线电接仪能风元工泵谐品机方产转扬][^，。；]?|[^。；，]{0,14}分别|[^。；，]{0,6}和\d)"
)
_NOT_ABOUT_BEFORE = frozenset("0123456789.．、,-–—～~第表图式条章节注级和与及或至到于在" + NUMERALS + "十")
_SOME = patterns.compile(rf"(?<![0-9.A-Za-z第])(?P<tens>[1-9]?)(?P<end>0){BLANK}?几(?P<counter>{_COUNTERS})")
_WORDS = ("", *NUMERALS)

_COMMA = patterns.compile(
    r"(?<![0-9A-Za-z.,，(（\[［{\-][ ]?)(?<![0-9A-Za-z.,，(（\[［{\-])[1-9][0-9]{0,2}(?:,[0-9]{3})+"
    r"(?![0-9]|,[0-9]|[ ]?[\])）］}])(?:\.[0-9]+(?![0-9,.]))?"
)
_LIST = patterns.compile(r"[0-9]{3},[0-9]{3}(?:,[0-9]{3})*")

_MARKS = "·•∙⋅．・,"
_DECIMAL = patterns.compile(
    r"(?<![0-9A-Za-z.．·•∙⋅・,，、\-])(?:[0-9]{1,3}[ \u00a0])?[0-9]{1,5}(?P<mark>[·•∙⋅．・,])[0-9]{1,5}"
    r"(?![0-9]|[.．·•∙⋅・,、][0-9]|[A-Z])"
)
_UNIT_BEHIND = patterns.compile(rf"{BLANK}?(?P<unit>{UNIT})")
_VALUE_BEFORE = patterns.compile(rf"(?:[为是于达约±≥≤＞＜><＝=～]|大于|小于|等于|不超过){BLANK}?$")
_REFERS = patterns.compile(rf"(?:[见按第表图式条章节版]|附录[A-Z]?){BLANK}?$")
_POWER_OF_TEN = patterns.compile(r"[·•∙⋅]10(?:[⁻⁺⁰¹²³⁴-⁹^]|[-−][0-9])")

_MIXED = patterns.compile(
    rf"(?P<number>[0-9]{{1,3}}){BLANK}?(?P<power>[千百十仟佰拾])(?:(?P<more>[0-9]{{1,2}})(?P<less>[百十佰拾]))?"
    r"(?=余|多|元|公[里斤]|人(?!机)|个|名|次|台|套|户|亩|册|家|株|吨|辆|件|条(?!件)|只|[，。；）)、]|\n|(?<=[百佰])[米里]|(?<=[仟佰拾]).)"
)
_ATTACHED = frozenset("0123456789.．,，/-–—第表图式")
_OF_TEN = {"仟": 1000, "佰": 100, "拾": 10} | POWERS

_ZEROS = "OoＯｏ○◯⭕0０零"
_YEAR = patterns.compile(rf"(?<![{NUMERALS}〇十百千万])[一二][{NUMERALS}〇{_ZEROS}]{{3}}{BLANK}?年")
_ROUNDS = "OＯ○◯⭕"
_RUN = patterns.compile(rf"[{NUMERALS}〇]+[{_ROUNDS}][{NUMERALS}〇{_ROUNDS}]*(?<=[{NUMERALS}〇])")
_IN_WORDS = frozenset(NUMERALS + "〇")
_WORDS_AND_ROUNDS = frozenset(NUMERALS + _ROUNDS)
_ROUND = str.maketrans(_ZEROS, "〇" * len(_ZEROS))

_TIMES = (
    rf"(?:了|约|近|大约|至少|将近){{0,2}}{BLANK}?(?P<value>[0-9]+(?:\.[0-9]+)?|[一二两三四五六七八九十几数百]+)"
    rf"(?:{BLANK}?[～~至—-]{BLANK}?[0-9]+(?:\.[0-9]+)?)?{BLANK}?[多余几]?{BLANK}?倍"
    r"(?![数率频镜体液性]|的?(?:标准|中误差|均方|信噪|检出|量程|偏差))"
)
_FEWER = patterns.compile(
    rf"(?:减少|降低|缩小|下降|缩短|减小|减轻|减弱|减慢){_TIMES}|成倍地?(?:减少|降低|下降|缩短|缩小|减小)"
    rf"|(?<=比[^，。；\n]{{1,20}})(?:[低少小短轻慢薄细]){_TIMES}"
)

_APPROXIMATE = patterns.compile(
    rf"(?:大约|大概|差不多|将近|接近|(?<![大制预节条契合公特履违签解纽集简邀相])约|(?<![附最靠邻接临相远就毗将])近)"
    rf"(?:为|在|有|需|占|是|达)?{BLANK}?(?:[0-9]|[{NUMERALS}十百千万两几半数])[^，。；：、（）()\n的和与及]{{0,10}}?"
    rf"(?P<gap>{BLANK}*)(?P<behind>左右|上下)(?![手侧两边对臂旋转岸各端晃移摆舷方平眼脚耳游限部层班水级车盖翻相面缘表极联门摇浮波动调振跳运])"
)
_FARTHEST = 24
_WORD = patterns.compile("大约|大概|差不多|将近|接近|约|近")


@malformed_approximate_number.finder
def find_approximate(doc: Document) -> Iterator[Finding]:
    text = doc.text
    for comma in _TWO.finditer(text):
        at = comma.start()
        match = next((one for one in _ABOUT.finditer(text, max(at - 4, 0), at + 12) if one.start() < at), None)
        if match is None or not doc.quantities.says(match.start()) or text[match.start() - 1] in _NOT_ABOUT_BEFORE:
            continue
        first, second = _digit(match["first"]), _digit(match["second"])
        same = match["first"].isascii() == match["second"].isascii()
        follows = second == first + 1 or ((first, second) == _IDIOM and not match["first"].isascii())
        if follows and same and not (match["tens"] and match["first"].isascii()):
            words = _in_words(first, second, match["tens"] or "", match["power"])
            right = words + match["counter"]
            yield malformed_approximate_number.at(match.span(), fix=right, safe=False, right=right)
    if "几" in doc.quantities.counted:
        for match in doc.matches(_SOME):
            if doc.quantities.says(match.start()):
                tens = _digit(match["tens"] or "1")
                right = f"{_WORDS[tens] if tens > 1 else ''}十几{match['counter']}"
                yield malformed_approximate_number.at(match.span(), fix=right, safe=False, right=right)


def _in_words(first: int, second: int, tens: str, power: str) -> str:
    """Return an approximate number in Chinese characters; two of something is 两: 两三个, 一两个, but 十二三个."""
    two = _WORDS[2] if tens or power else "两"
    return tens + "".join(two if digit == 2 else _WORDS[digit] for digit in (first, second)) + power


def _digit(char: str) -> int:
    return int(char) if char.isdecimal() else DIGITS[char]


@comma_in_number.finder
def find_comma(doc: Document) -> Iterator[Finding]:
    found: list[tuple[Span, str]] = []
    if "," not in doc.text:
        return
    for match in doc.matches(_COMMA):
        if doc.quantities.says(match.start()) and not _is_list(match.group()) and not _is_name(doc.text, match.end()):
            found.append((match.span(), match.group().replace(",", " ")))  # noqa: PERF401
    yield from _once(doc, comma_in_number, found, safe=False)


def _is_name(text: str, end: int) -> bool:
    """Say whether letters that are no unit follow closely."""
    if not (text[end].isascii() and text[end].isalpha()):
        return False
    unit = _UNIT_BEHIND.match(text, end)
    return unit is None or not is_legal(unit["unit"])


def _is_list(said: str) -> bool:
    """Say whether the numbers between the commas rather follow one another: 100,200,300."""
    parts = said.split(",")
    return len(parts[0]) == 3 and parts == sorted(parts) and all(part.endswith("0") for part in parts)


@malformed_decimal_mark.finder
def find_decimal(doc: Document) -> Iterator[Finding]:
    found: list[tuple[Span, str]] = []
    text = doc.text
    for at in sorted(at for mark in _MARKS for at in _places(text, mark)):
        if not (text[at - 1].isdigit() and text[at + 1].isdigit()):
            continue
        match = next((one for one in _DECIMAL.finditer(text, max(at - 9, 0), at + 8) if one.start("mark") == at), None)
        if match and doc.quantities.says(match.start()) and _is_decimal(doc, match):
            found.append((match.span(), match.group().replace(match["mark"], ".")))
    yield from _once(doc, malformed_decimal_mark, found, safe=False)


def _is_decimal(doc: Document, match: regex.Match[str]) -> bool:
    text, (start, end) = doc.text, match.span()
    block = doc.blocks[doc.block_at(start)]
    before = text[max(block.span[0], start - 5) : start]
    if _POWER_OF_TEN.search(text, start, end + 1) or _REFERS.search(before) or block.kind == "label":
        return False
    unit = _UNIT_BEHIND.match(text, end)
    if match["mark"] == "," and not (end - match.end("mark") < 3 or text[start : match.start("mark")] == "0"):
        return False
    if unit is not None and is_legal(unit["unit"]):
        return match["mark"] != "," or before[-1:] != "取"
    alone = block.kind == "cell" and block.span == (start, end)
    ends = text[end] in "，。；）)\n"
    return match["mark"] != "," and (alone or (ends and _VALUE_BEFORE.search(before) is not None))


@mixed_numerals.finder
def find_mixed(doc: Document) -> Iterator[Finding]:
    text, counted = doc.text, doc.quantities.counted
    end = 0
    for place in sorted(place for power in _OF_TEN for place in counted.get(power, ())):
        start = place
        while text[start - 1].isdigit() or text[start - 1] == " ":
            start -= 1
        match = _MIXED.match(text, start if text[start] != " " else start + 1)
        if match is None or match.start() < end or match.start("power") != place:
            continue
        end = match.end()
        before = text[match.start() - 1]
        attached = before in _ATTACHED or (before.isascii() and before.isalpha())
        if attached or not doc.quantities.says(match.start()):
            continue
        value = int(match["number"]) * _OF_TEN[match["power"]]
        value += int(match["more"]) * _OF_TEN[match["less"]] if match["more"] else 0
        right = grouped(value)
        yield mixed_numerals.at(match.span(), fix=right, safe=False, right=right)


@wrong_zero_glyph.finder
def find_zero(doc: Document) -> Iterator[Finding]:
    text = doc.text
    years: list[Span] = []
    ends = 0
    near = [max(at - 5, 0) for at in _places(text, "年") if text[at - 4] in "一二" or text[at - 5] in "一二"]
    for match in filter(None, (_YEAR.search(text, at, at + 7) for at in near)):
        said = match.group()
        if not _is_wrong(said) or not doc.quantities.says(match.start()):
            continue
        right = said.translate(_ROUND)
        years.append(match.span())
        yield wrong_zero_glyph.at(match.span(), fix=right, right=right)
    for at in sorted(at for sign in _ROUNDS for at in _places(text, sign)):
        if at < ends or text[at - 1] not in _IN_WORDS:
            continue
        run = next((one for one in _RUN.finditer(text, max(at - 8, 0), at + 8) if one.start() < at < one.end()), None)
        in_year = any(start <= at < end for start, end in years)
        if run is None or in_year or not doc.quantities.says(at):
            continue
        ends = run.end()
        right = run.group().translate(_ROUND)
        yield wrong_zero_glyph.at(run.span(), fix=right, right=right)


def _is_wrong(year: str) -> bool:
    """Say whether a year in Chinese characters has a zero that is none: one of its signs at least must be certain."""
    return any(char in _ZEROS for char in year) and any(char in _WORDS_AND_ROUNDS for char in year[1:])


@full_width_digits.finder
def find_full_width(doc: Document) -> Iterator[Finding]:
    found = [
        (one.span, one.right)
        for one in doc.full_width
        if not one.number
        and one.span[0] not in doc.quoted
        and not _is_round(doc.text, one.span)
        and doc.regions[one.block].element not in ("cover", "contents")
    ]
    yield from _once(doc, full_width_digits, found, safe=True)


def _is_round(text: str, span: Span) -> bool:
    """Say whether the letters stand for the zeros of a number in Chinese characters."""
    return text[span[0] - 1] in _IN_WORDS and all(char in _ZEROS for char in text[slice(*span)])


@decrease_by_multiple.finder
def find_decrease(doc: Document) -> Iterator[Finding]:
    if "倍" not in doc.text:
        return
    for match in doc.matches(_FEWER):
        value = match["value"]
        if not (value and value.isascii() and float(value) < 1):
            yield decrease_by_multiple.at(match.span())


@doubled_approximation.finder
def find_doubled(doc: Document) -> Iterator[Finding]:
    text = doc.text
    for at in sorted((*_places(text, "左右"), *_places(text, "上下"))):
        near = _APPROXIMATE.finditer(text, max(at - _FARTHEST, 0), at + 3)
        match = next((one for one in near if one.start("behind") == at), None)
        if match is None or not doc.quantities.says(match.start()):
            continue
        word = _WORD.match(match.group())
        cut = Edit(match.start("gap"), match.end("behind"), "")
        before = word.group() if word else ""
        yield doubled_approximation.at(match.span(), fix=[cut], safe=False, before=before, behind=match["behind"])


def _places(text: str, sign: str) -> Iterator[int]:
    at = text.find(sign)
    while at >= 0:
        yield at
        at = text.find(sign, at + 1)


def _once(doc: Document, check: Check, found: list[tuple[Span, str]], *, safe: bool) -> Iterator[Finding]:
    """Report what is wrong in a paragraph, or a table, at its first place, and mend all places."""
    known: dict[tuple[int, int], list[tuple[Span, str]]] = {}
    for span, right in found:
        index = doc.block_at(span[0])
        table = doc.blocks[index].table
        known.setdefault((-1, table) if table >= 0 else (index, -1), []).append((span, right))
    for places in known.values():
        edits = [Edit(*span, right) for span, right in places]
        yield check.at(places[0][0], fix=edits, safe=safe, right=places[0][1])
