"""Tell what a draft demands itself from what it says that others demand: the law, a contract, another document.

“宜在协议中约定：供应商应在24 h内交货”, “依据《……法》的规定，……必须……” and “宜确定应由谁负责” demand nothing.

Source: GB/T 1.1—2020, 8.11 and Annex C; reference kinds.md, section 3 (GUI-03).
"""

from __future__ import annotations

from stdlint import patterns
from stdlint.model import Span
from stdlint.views.modals import Modal

_ASIDE = patterns.compile("[规要约明提告说注承是何哪如怎谁什多为法条依指]")
"""Characters of the words by which `_REPORTED` and `_BY_LAW` know that others demand something."""
_REPORTED = patterns.compile(
    r"\d(?<!(?:按|符合|依据|根据|满足|遵[守循]|执行|参照)[^，。；]{0,40})(?:《[^》]*》)?中?(?:规定|要求|指出|提出)(?!的|，?应)"
    r"|宜[^，。；]{0,20}(?:规定|约定|明确|要求|提醒|告知|说明|提示|注明|承诺)(?=[^，。；]*$)"
    r"|(?:是否|何时|何地|何种|哪|如何|怎样|谁|什么|多少|为何)[^，。；]{0,12}$"
)
_ASKED = patterns.compile("[^，。；]{0,4}(?:谁|哪|什么|多少|何种)")
_ATTRIBUTE = patterns.compile(
    r"[^，。；：\n\u2028]*的(?:，[^。；\n\u2028]*?|[^，。；：\n\u2028]*?)(?<![适便事制时])宜"
    r"|(?:再次|予以?|特别)?(?:指出|说明|强调|注意|承认|看到|明确)的是|说，"
)
"""What follows a verbal form in an attribute or a condition of a recommendation, or in a turn of phrase."""
_LAW = (
    r"(?:法律|法规|国家(?:有关|相关)?规定|条例|规章(?!制度)|(?:消防|安全生产|食品安全|产品质量|环境保护|劳动|个人信息保护|突发事件应对)法"
    r"|《[^》\n]*(?:(?<!方)法|条例|规定|办法|规则)(?:（[^》]*）)?》)"
)
_BY_LAW = patterns.compile(
    rf"(?<![不非])(?:依据|根据|依照|按照|按)[^。；]{{0,20}}{_LAW}|依法[^，]*$"
    rf"|(?<!(?:符合|遵守|遵循|满足|执行|落实|了解)[^，。；]{{0,20}}){_LAW}的?(?:第[^，。；]{{1,6}}条)?(?:明确)?(?:规定|要求)(?!的)"
)
_LAWFUL = patterns.compile(_LAW)


def reports(before: str) -> bool:
    """Say whether what stands in front of a verbal form in its sentence makes the demand that of others."""
    return _REPORTED.search(before) is not None


def is_others(text: str, sentence: Span, modal: Modal) -> bool:
    """Say whether a requirement is that of the law, of another document or of a contract, and not the draft's own."""
    before = text[sentence[0] : modal.span[0]]
    if _ASIDE.search(before) and (_REPORTED.search(before) or _BY_LAW.search(before)):
        return True
    if _ASKED.match(text, modal.span[1]) or _ATTRIBUTE.match(text, modal.span[1]):
        return True
    return modal.word not in ("应", "不应") and _LAWFUL.search(text, *sentence) is not None
