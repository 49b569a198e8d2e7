"""Write units with the characters that are meant for them.

“˚”, “º” or the letter o is no degree sign, “㎡” cannot be searched for as m², “％” is too wide, and in “m2” the
exponent is not raised. Word and Markdown tell raised characters by mark-up; only what is plainly not raised is
reported.

“˚”“º”和字母o不是度的符号，“㎡”无法按m²检索，全角“％”过宽，“m2”的指数没有上标。
已设为上标的不报告。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Edit, Span
from stdlint.views.quantities import Quantity
from stdlint.views.units import SQUARE_SIGNS, is_legal, plain

full_width_percent = Check(
    id="UNI140",
    message="百分号用半角“%”，不用全角“％”。",
    message_en="The percent sign is the half-width “%”.",
    bad="""
        # 4 要求

        含量应为50⟦％⟧，湿度应为60％。
    """,
    good="""
        # 4 要求

        含量应为50%，湿度应为60%。
    """,
    clean=(
        """
        # 4 要求

        含量应为50%，“50％”。
        """,
    ),
)

lookalike_unit_character = Check(
    id="UNI220",
    message="“{wrong}”是形近字符，写为“{right}”。",
    message_en="“{wrong}” is written with a look-alike; write “{right}”.",
    bad="""
        # 4 要求

        温度应为20 ⟦˚C⟧，不高于25⟦ºC⟧。
    """,
    good="""
        # 4 要求

        温度应为20 °C，不高于25 °C。
    """,
    more=(
        (
            """
            # 4 要求

            温度（⟦⁰C⟧）为30 ⟦oC⟧，倾角应为30⟦º⟧，角度为17⟦°15'⟧。
            """,
            """
            # 4 要求

            温度（°C）为30 °C，倾角应为30°，角度为17°15′。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        温度应为20 °C和25 ℃，倾角为30°，厚度为5 µm和5 μm，电阻为5 Ω和5 Ω，角度为17°15′，直径为5'和3"，n⁰，C0C，
        No.5 oC代码。
        """,
    ),
)

compatibility_unit_character = Check(
    id="UNI221",
    message="不宜使用兼容字符“{wrong}”，写为“{right}”。",
    message_en="Do not use the compatibility character “{wrong}”; write “{right}”.",
    bad="""
        # 4 要求

        面积应为20⟦㎡⟧。
    """,
    good="""
        # 4 要求

        面积应为20 m²。
    """,
    more=(
        (
            """
            # 4 要求

            单位面积的质量为5 ⟦㎏⟧/㎡。

            | 项目 | 面积（⟦㎡⟧） |
            |---|---|
            | 甲 | 5 |
            """,
            """
            # 4 要求

            单位面积的质量为5 kg/m²。

            | 项目 | 面积（m²） |
            |---|---|
            | 甲 | 5 |
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        面积应为20 m²，温度为20 ℃，“㎡”。
        """,
    ),
)

plain_exponent = Check(
    id="UNI222",
    message="单位的指数应为上标，“{wrong}”写为“{right}”。",
    message_en="The exponent of a unit shall be raised: “{right}”, not “{wrong}”.",
    bad="""
        # 4 要求

        面积应为20 ⟦m2⟧。
    """,
    good="""
        # 4 要求

        面积应为20 m²。
    """,
    more=(
        (
            """
            # 4 要求

            密度应为1.5 ⟦g/cm3⟧，强度为5 N/mm2。
            """,
            """
            # 4 要求

            密度应为1.5 g/cm³，强度为5 N/mm²。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        面积应为20 m²，体积为6 m^3^和$7\\ \\mathrm{m}^3$，图中m2为质量，型号为5 M2，材料为5 H2O，代码为XJ-20m2。
        """,
    ),
)

mixed_celsius_sign = Check(
    id="UNI224",
    message="“℃”与“°C”应全文一致，多数写为“{right}”。",
    message_en="Use one of ℃ and °C throughout; most are written “{right}”.",
    bad="""
        # 4 要求

        温度应为20 ℃，不高于25 ⟦°C⟧。
    """,
    good="""
        # 4 要求

        温度应为20 ℃，不高于25 ℃。
    """,
    more=(
        (
            """
            # 4 要求

            温度应为20 °C，不高于25 ⟦℃⟧，不低于10 °C。
            """,
            """
            # 4 要求

            温度应为20 °C，不高于25 °C，不低于10 °C。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        温度应为20 °C，不高于25 °C，“℃”。
        """,
    ),
)

_WIDE_PERCENT = patterns.compile("％")
_LOOKALIKE = patterns.compile(
    r"[º˚⁰∘][ \u00a0]?C(?![A-Za-z])|(?<=\d[ \u00a0]?)o[ \u00a0]?C(?![A-Za-z\p{Han}])|(?<=\d)[º˚∘](?![A-Za-z\d])"
    r"|(?<=\d)°\d{1,2}'(?:\d{1,2}(?:''|\"))?"
)
_SQUARE = patterns.compile(f"[{''.join(SQUARE_SIGNS)}]")
_SQUARES = re.compile("[\u3371-\u33df]")
_CELSIUS = patterns.compile("℃|°C(?![A-Za-z])")
_PLAIN = patterns.compile(r"(?<=[A-Za-z])(?:\^[-−]?\d(?!\^)|[-−]?\d)")


@full_width_percent.finder
@lookalike_unit_character.finder
@compatibility_unit_character.finder
@plain_exponent.finder
@mixed_celsius_sign.finder
def find(doc: Document) -> Iterator[Finding]:
    text = doc.text
    if "％" in text:
        for spans in _together(doc, [match.span() for match in doc.matches(_WIDE_PERCENT)]):
            yield full_width_percent.at(spans[0], fix=[Edit(*span, "%") for span in spans])
    if any(sign in text for sign in "º˚⁰∘") or ("'" in text and "°" in text) or "oC" in text or "o C" in text:
        for match in doc.matches(_LOOKALIKE):
            yield from _lookalike(doc, match.span())
    squares = [match.span() for match in doc.matches(_SQUARE)] if _SQUARES.search(text) else []
    for spans in _together(doc, squares):
        edits = [Edit(*span, _gap(text, span[0]) + SQUARE_SIGNS[text[span[0]]]) for span in spans]
        sign = text[spans[0][0]]
        yield compatibility_unit_character.at(spans[0], fix=edits, wrong=sign, right=SQUARE_SIGNS[sign])
    yield from _mixed(doc)
    raised = [token for token in doc.quantities.tokens if _PLAIN.search(token) and is_legal(token)]
    for group in doc.quantities.paragraphs(one for one in doc.quantities.written(raised) if _is_plain(doc, one)):
        edits = [Edit(*one.unit, plain(one.token)) for one in group]
        token = group[0].token
        yield plain_exponent.at(group[0].unit, fix=edits, safe=False, wrong=token, right=plain(token))


def _together(doc: Document, spans: list[Span]) -> Iterator[list[Span]]:
    """Yield the spans of each paragraph together, and those of each table."""
    known: dict[tuple[int, int], list[Span]] = {}
    for span in spans:
        block = doc.block_at(span[0])
        table = doc.blocks[block].table
        known.setdefault((-1, table) if table >= 0 else (block, -1), []).append(span)
    yield from known.values()


def _gap(text: str, start: int) -> str:
    return " " if start and text[start - 1].isdigit() else ""


def _lookalike(doc: Document, span: Span) -> Iterator[Finding]:
    said = doc.text[slice(*span)]
    if said[-1] == "C":
        right, gap = "°C", _gap(doc.text, span[0])
    elif len(said) == 1:
        right, gap = "°", ""
    else:
        right, gap = said.replace("''", "″").replace('"', "″").replace("'", "′"), ""
    yield lookalike_unit_character.at(span, fix=gap + right, wrong=said, right=right)


def _mixed(doc: Document) -> Iterator[Finding]:
    if "℃" not in doc.text or "°C" not in doc.text:
        return
    signs = list(doc.matches(_CELSIUS))
    single = sum(sign.group() == "℃" for sign in signs)
    if not signs or single in (0, len(signs)):
        return
    usual = "℃" if single * 2 > len(signs) or (single * 2 == len(signs) and signs[0].group() == "℃") else "°C"
    odd = [sign.span() for sign in signs if sign.group() != usual]
    yield mixed_celsius_sign.at(odd[0], fix=[Edit(*span, usual) for span in odd], right=usual)


def _is_plain(doc: Document, one: Quantity) -> bool:
    """Say whether an exponent is not raised."""
    if not one.counted and doc.blocks[one.block].kind != "cell" and not doc.quantities.is_stated(one):
        return False
    spans = [(one.unit[0] + match.start(), one.unit[0] + match.end()) for match in _PLAIN.finditer(one.token)]
    return not any(map(doc.source.is_raised, spans))
