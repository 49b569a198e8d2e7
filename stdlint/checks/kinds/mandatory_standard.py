"""Do not make an option of a mandatory national standard.

A standard “GB 4706.1” binds without being cited. “可参考GB 4706.1” lets the reader think that it may be left aside.
Numbers with “/T” or “/Z” are recommended; methods, terms and examples taken from a mandatory standard, and what is
cited with “应” elsewhere, are not weakened.

“GB”后没有“/T”“/Z”的标准是强制性的，不引用也要执行；“可参考”会使读者以为可以不执行。借用其方法、术语、示例的，以及在别处
已用“应”引用的，不在此列。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Span
from stdlint.views.citations import Citation
from stdlint.views.modals import REQUIREMENT
from stdlint.views.regions import PROVISION_ROLES

mandatory_standard_weakened = Check(
    id="KND291",
    message="{name}是强制性国家标准，不以“{word}”弱化。",
    message_en="{name} is a mandatory national standard; do not weaken it to an option (“{word}”).",
    bad="""
        # 1 范围

        # 4 要求

        电气安全⟦可参考GB 4706.1⟧。
    """,
    good="""
        # 1 范围

        # 4 要求

        电气安全应符合GB 4706.1的规定。
    """,
    more=(
        (
            """
            # 1 范围

            # 4 要求

            电气安全⟦参照GB 4706.1—2005⟧执行，标志⟦可以参考强制性国家标准GB 2894⟧的规定。防火⟦参考GB/T 191、GB 8624⟧。

            电气安全⟦可选择执行GB 19517⟧，食品添加剂⟦可按GB 2760⟧的规定执行。

            ⟦GB 5749可作为参考⟧，⟦GB 18580仅供参考⟧，⟦GB 3096仅作参考⟧。
            """,
            """
            # 1 范围

            # 4 要求

            电气安全应符合GB 4706.1—2005的规定。
            """,
        ),
    ),
    clean=(
        """
        # 前言

        本文件参考GB 4706.1编制。

        # 1 范围

        # 2 规范性引用文件

        GB 4706.1 安全

        # 4 要求

        可参考GB/T 4706.1和GB/Z 6829。电气安全应符合GB 2894的规定，标志可参考GB 2894。

        铅含量可参照GB 5009.12规定的方法测定。可参考GB 7718给出的示例。术语的理解可参考GB 5296中的定义。

        本文件制定时参考了GB 4706.1。不得仅参考GB 4706.1。安全信息参见GB 4706.1。GB 4706.1已发布，可参考GB/T 191。

        可按GB 5009.3测定，编码可采用GB 18030，可按GB 2894选择标志，宜符合GB 2894的规定。

        注：可参考GB 4706.1。

        # 参考文献

        [1] GB 4706.1
        """,
    ),
)

_BEFORE = patterns.compile(
    r"(?P<said>(?:均|也)?(?:(?:可以?|宜|建议|可予)?(?P<word>参考|参照)(?:执行|使用|采用)?"
    r"|(?P<word>可以?(?:选择|自愿|自行)?执行)|(?P<by>可以?(?:选择|自愿|自行)?(?:按照?|依照)))[ \u3000]*"
    r"(?:现行)?(?:强制性)?(?:国家)?(?:标准)?(?:《[^》\n]*》[ \u3000]*)?"
    r"(?:GB(?:/[TZ])?[ \u3000]?[\d.]+(?:[—-]\d{4})?(?:《[^》\n]*》)?[、和与及或][ \u3000]*)*[（(]?)$"
)
_BEHIND = patterns.compile(
    r"(?:《[^》\n]*》)?(?:的规定|的要求)?(?P<word>可以?(?:作为|供)?参[考照]|仅?(?:作为?|供)参考)"
)
_CARRIED_OUT = patterns.compile(r"(?:《[^》\n]*》)?[）)]?(?:的(?:规定|要求))?执行")
_BORROWS = patterns.compile(
    r"[^，。；\n\u2028]{0,24}?(?:方法|测定|检测|检验|测量|试验|计算|示例|例子|格式|图|术语|定义|分类|符号|公式|附录|资料|数据|信息|步骤|程序|试剂|配制|取样|抽样)"
)
_DENIED = patterns.compile(r"(?:不|仅|只|未|曾)[^，。；]{0,4}$")


@mandatory_standard_weakened.finder
def find(doc: Document) -> Iterator[Finding]:
    for citation in doc.citations:
        if citation.code != "GB" or not _speaks(doc, citation):
            continue
        found = _weakened(doc, citation)
        if found is not None and not _demanded(doc, citation):
            span, word = found
            yield mandatory_standard_weakened.at(span, name=citation.name, word=word)


def _speaks(doc: Document, citation: Citation) -> bool:
    region = doc.regions[citation.block]
    return region.normative and region.role in PROVISION_ROLES and citation.span[0] not in doc.quoted


def _weakened(doc: Document, citation: Citation) -> tuple[Span, str] | None:
    """Return the words that make an option of a citation, with the word that does it, or None."""
    start, end = citation.span
    first, last = doc.sentence(start)
    if behind := _BEHIND.match(doc.text, end):
        return (start, behind.end()), behind["word"]
    before = _BEFORE.search(doc.text[first:start])
    if before is None or _DENIED.search(doc.text, first, first + before.start()):
        return None
    if _BORROWS.match(doc.text, end, last) or (before["by"] and not _CARRIED_OUT.match(doc.text, end, last)):
        return None
    word = "by" if before["by"] else "word"
    return (first + before.start(), end), before["said"][: before.end(word) - before.start("said")]


def _demanded(doc: Document, citation: Citation) -> bool:
    """Say whether the draft demands elsewhere what the standard demands."""
    return any(
        any(modal.type == REQUIREMENT for modal in doc.verbs(doc.sentence(other.span[0])))
        for other in doc.citations
        if other.key == citation.key and other.code == "GB" and other is not citation and _speaks(doc, other)
    )
