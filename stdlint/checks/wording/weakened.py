"""Do not take back with one word what “应” demands with another.

“尽可能”, “尽量”, “考虑”, “避免” and “慎重” go with “宜”, not with “应”; “通常”, “一般” and “原则上”
do not go with “应”. The common text of management system standards has “应考虑”, and may not be changed.

“尽可能”“尽量”“考虑”“避免”“慎重”与“宜”连用，不与“应”连用；“通常”“一般”“原则上”也不与“应”连用。管理体系标准的统一文本中有“应考虑”，除外。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Edit

weakened_requirement = Check(
    id="WRD020",
    message="“{word}”不与“应”一起使用，宜改用“宜”。",
    message_en="“{word}” is not used with “应” (shall); use “宜” (should).",
    bad="""
        # 4 要求

        ⟦应尽量⟧避免振动，⟦应充分考虑⟧温度的影响，⟦应避免⟧日晒。
    """,
    good="""
        # 4 要求

        宜尽量避免振动，宜充分考虑温度的影响，宜避免日晒。
    """,
    more=(
        (
            """
            # 4 要求

            噪声⟦应尽可能⟧低。管路⟦尽量应⟧短。
            """,
            """
            # 4 要求

            噪声宜尽可能低。管路尽量宜短。
            """,
        ),
        (
            """
            # 4 要求

            温度的影响⟦应予以充分考虑⟧，⟦应对湿度的影响加以考虑⟧。
            """,
            """
            # 4 要求

            温度的影响宜予以充分考虑，宜对湿度的影响加以考虑。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        在考虑温度影响的情况下应降低负荷。应采取措施避免日晒。防护罩应能避免误触。宜尽可能缩短管路。

        尽量减少搬动后，应记录位置。应在避免振动的条件下称量，应急考虑见附录A。应考虑的因素见表1。
        """,
        """
        # 场馆安全管理体系　要求

        # 6 策划

        策划管理体系时，组织应考虑4.1中提及的议题。
        """,
    ),
)

usually_with_shall = Check(
    id="WRD030",
    message="“{word}”不与“应”一起使用。",
    message_en="“{word}” (usually, generally, in principle) is not used with “应” (shall).",
    bad="""
        # 4 要求

        试验⟦一般⟧应在室温下进行。
    """,
    good="""
        # 4 要求

        试验应在室温下进行。
    """,
    more=(
        (
            """
            # 4 要求

            ⟦通常⟧应先校准。⟦原则上⟧不应更换试样。⟦一般情况下⟧试验应在室温下进行。
            """,
            """
            # 4 要求

            应先校准。不应更换试样。试验应在室温下进行。
            """,
        ),
        (
            """
            # 4 要求

            ⟦一般来说⟧，试样的宽度应为10 mm。试样应⟦通常⟧在室温下放置2 h，⟦通常⟧试样的厚度应不小于2 mm。
            """,
            """
            # 4 要求

            试样的宽度应为10 mm。试样应在室温下放置2 h，试样的厚度应不小于2 mm。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        一般要求应符合表1。一般工业固体废物应分类，一般缺陷应修复，一般用途的电缆应标明。通常采用铜线，接头应焊接。

        该方法一般应用于检测，通常由铜制成的接头应焊接。一般由三部分组成的系统应接地。

        通常使用的溶剂应密封。一般照明应符合GB 50034的规定，一般地区应设标志。一般宜在室温下进行。
        """,
    ),
)

_ADVERB = (
    r"(?:予以|予|给予|加以|综合|全面|统筹|同时|注意|重点|首先|认真|统一|都|均|也|还|着重|仔细|一并|整体|合理|适当)?"
)
_WEAK = patterns.compile(rf"{_ADVERB}(?P<word>尽可能|尽量|优先考虑|充分考虑|考虑(?!不)|避免|慎重)")
_OBJECT = patterns.compile(
    r"(?:对|将|把)[^，。；\n]{1,24}?(?:予以|加以|进行)(?P<word>充分考虑|优先考虑|考虑|避免)(?=[，。；\n])"
)
_WEAK_BEFORE = patterns.compile(r"(?P<word>尽可能|尽量)(?:地)?[^，。；：、\n\u2028的后时]{0,3}$")
_USUALLY = patterns.compile(
    r"(?P<word>通常情况下|通常(?!使用的|采用的|的|意义|所)|原则上|一般情况下|一般(?:来说|来讲|而言|地(?=，))|一般(?=不?应|在|按|采用|由|均|都|也|每|情况|不少于|不低于|不超过))，?"
    r"(?:(?!由|采用|使用|用于|具有|含有)[^，。；：！？\n\u2028]{0,16}|[^，。；：！？\n\u2028的]{0,16})(?:不?应(?:该|当)?)$"
)
_USUALLY_AFTER = patterns.compile(
    r"(?P<word>通常(?!使用的|采用的|的|意义|所)|原则上|一般(?=在|按|采用|由|不|为|每|情况下))"
)
_FIRST = frozenset("予给加综全统同注重首认都均也还着仔一整合适尽优充考避慎对将把")
"""The characters that a weakening word, or an adverb or object in front of one, begins with."""


@weakened_requirement.finder
@usually_with_shall.finder
def find(doc: Document) -> Iterator[Finding]:
    text = doc.text
    for modal in doc.clause_modals:
        if modal.word not in ("应", "应该", "应当", "不应"):
            continue
        start, end = modal.span
        window = text[max(0, start - 24) : start]
        following = text[end : end + 1]
        weak = None
        if modal.word != "不应" and following in _FIRST:
            weak = _WEAK.match(text, end) or _OBJECT.match(text, end)
        ahead = _WEAK_BEFORE.search(text, max(0, start - 8), start) if "尽" in window else None
        if weak and weak.group() == "考虑" and "management-system" in doc.kinds:
            weak = None
        if weak and not modal.attributive and not text.startswith(("的", "到的"), weak.end()):
            yield weakened_requirement.at(
                (start, weak.end()), fix=[Edit(start, end, "宜")], safe=False, word=weak["word"]
            )
        elif ahead:
            edits = [Edit(start, end, "不宜" if modal.word == "不应" else "宜")]
            yield weakened_requirement.at((ahead.start(), end), fix=edits, safe=False, word=ahead["word"])
        usual = _USUALLY.search(text, max(0, start - 24), end) if _has_usually(window) else None
        if not usual and following in ("通", "原", "一"):
            usual = _USUALLY_AFTER.match(text, end)
        if usual:
            gone = usual.span("word")
            comma = text.startswith("，", gone[1])
            yield usually_with_shall.at(gone, fix=[Edit(gone[0], gone[1] + comma, "")], safe=False, word=usual["word"])


def _has_usually(window: str) -> bool:
    return "一般" in window or "通常" in window or "原则上" in window
