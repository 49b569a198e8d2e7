"""Take the entries of the lists of documents apart: serial number, number, gap, title, original title, punctuation.

Source: GB/T 1.1—2020, 8.6.3, 8.13, 10.3.4, 10.3.6.
"""

from __future__ import annotations

from typing import NamedTuple

from stdlint import patterns
from stdlint.model import LINE_BREAK, Block, Source, Span
from stdlint.views.citations import Citation, family
from stdlint.views.cover import Cover
from stdlint.views.references import Lists, Reference
from stdlint.views.wording import BLANK, has_chinese, is_chinese

_MARKER = patterns.compile(
    rf"{BLANK}*(?P<marker>[【〔［\[]\d{{1,3}}[】〕］\]]{BLANK}*[.．、]?|[（(]?\d{{1,2}}[)）]|[①-⑳]"
    rf"|\d{{1,2}}{BLANK}?[、.．](?!\d)|\d(?:\.\d{{1,2}}){{1,2}}(?=[ \u3000\t])"
    rf"|[（(]?[一二三四五六七八九十]{{1,3}}[)）、.．]|[a-z][)）.]|——?|[-*•·●▪◆■○](?=\S|{BLANK})){BLANK}*"
)
_SUFFIX = patterns.compile(
    rf"(?:{BLANK}*[/+](?:XG|A|AMD|Amd|AC|Cor|COR){BLANK}?\d*(?:[—:：-](?:19|20)\d{{2}})?)*(?:{BLANK}*[（(]{BLANK}*(?:[^（）()]{{0,8}}(?:版|部分|修改单|修订)[^（）()]{{0,8}}){BLANK}*[）)])*"
)
_CLOSING = patterns.compile(rf"(?:{BLANK}*[。；;，,、.．：:])+{BLANK}*$")
_GAP = patterns.compile(rf"(?:{BLANK}|[：:，,、;；]|[—–-]{{1,2}}(?=\p{{Han}}))*")
_ORIGINAL = patterns.compile(r"[（(](?P<original>[^\p{Han}]*[a-zà-ÿ]{2}[^\p{Han}]*)[）)]" + BLANK + "*$")
_LONGEST_TITLE = 2_000
_PROSE = patterns.compile(r"。.|。$|(?:应|宜)(?:符合|按|采用|使用|执行)|适用于本|本(?:文件|标准)")
_PLACEHOLDER = patterns.compile(
    rf"(?:GB(?:[/／][TZ])?|DB\w{{0,6}}(?:[/／]T)?|T[/／][A-Z]{{2,}}|Q[/／][A-Z]{{2,}}|(?<![A-Za-z])[A-Z]{{2,3}}(?:[/／][TZ])?|ISO(?:/IEC)?|IEC){BLANK}*"
    rf"(?:[XxＸ×Χ]{{2,}}|\d{{1,6}}(?:\.\d{{1,3}})?(?=[—–―:：-]{{1,2}}(?:[XxＸ×Χ]{{2,4}}|(?:19|20)[\dXx×]?[XxＸ×]))|[＿_]{{2,}}|\d{{0,4}}[?？]{{2,}})(?:\.(?:\d+|[XxＸ×]+))?(?:[—–―:：-]{{1,2}}(?:[XxＸ×Χ\d＿_?？]{{2,4}}))?"
)
_GROUP = patterns.compile(
    r"(?:[一二三四五六七八九十\d]{1,2}[、.．\s]+)?(?:(?:中国|国内外?|国外|国际|国家|行业|地方|团体|企业|其[他它]|相关|有关|主要|专业|引用|参考|及|和|与|、|法律)*"
    r"(?:标准|文件|文献|法律|法规|规范|资料|书籍|图书|专著|论文|期刊|网站|网页|政策|规章)(?:类|部分)?)+[:：]?"
    r"|(?:[一二三四五六七八九十]{1,2}、)?\p{Han}{2,4}标准"
)
_MARKS = patterns.compile(
    rf"(?:《[^《》]+》|“[^“”]+”|\"[^\"]+\"|「[^「」]+」|〈[^〈〉]+〉|『[^『』]+』)(?={BLANK}*(?:[（(][^（）()]*[）)]{BLANK}*)*$)"
)
_LAWS = (
    "计量|标准化|安全|安全生产|食品安全|药品管理|消防|环境保护|环境影响评价|防治|治理|质量|劳动|合同|劳动合同|刑|公司|广告|商标|专利|著作权|档案|测绘|气象"
    "|农业|森林|草原|渔业|种子|动物防疫|建筑|城乡规划|招标投标|政府采购|电力|节约能源|能源|水|土地管理|矿产资源|旅游|教育|邮政|保险|信息保护|电信|海关|税收"
    "|保护|促进|监督|管理|保障|保险|监督管理|反间谍|电子签名|密码|慈善|公证|统计|会计|审计|气象|文物保护|公路|铁路|航空|港口|煤炭|矿山安全"
)
_LAW = patterns.compile(
    rf"《?(?:[^，。；（(》]{{0,16}}(?<![方测分试检算])(?:{_LAWS})法|民法典)》?(?=[（(〔\s]|$)|《?中华人民共和国[^，。；（(]{{1,24}}法(?!\p{{Han}})"
)
_POLICY = patterns.compile(
    r"(?:条例|办法|细则|(?<!技术)规定|通知|意见|决定|批复|纲要)》?(?=[（(〔\[\s]|$)|令\s?第?\s?\d+\s?号|国务院|部令|[〔\[（(](?:19|20)\d{2}[〕\]）)]\s?第?\d+\s?号"
)
_METHOD = patterns.compile(r"(?:测定|检测|检验|试验|分析)(?:方法|技术|规程|规范)|(?:测定|方法)(?=\s|$|[（(])|技术规范")
_BRACKETED = patterns.compile(rf"{BLANK}*[\[［](\d{{1,3}})[\]］]")
_LONGEST_MARKER = 6
_FULL_LINE = 34
"""From this length on a paragraph may be a line that goes on in the next one."""


class Entry(NamedTuple):
    """An entry of a list of documents.

    `marker` is the serial number or bullet in front of it, `label` whether that is a block of its own, `computed`
    whether nobody typed it. `number` is the document's number with “（所有部分）” or its edition, or None;
    `placeholder` stands for a number that was left open. `gap` lies between number and title; `title` ends before
    the punctuation `closing`. `original` is the foreign title in the parentheses at its end, or None; `marks` are the
    title marks or quotes around all of the title, with what stands in them.

    `law`: a law, regulation or policy document. `prose`: a sentence of the draft rather than a document. `group`: the
    heading of a group of entries. `continued`: it goes on in the next paragraph, or is the rest of one.
    """

    reference: Reference
    span: Span
    marker: Span | None
    label: bool
    computed: bool
    number: Span | None
    placeholder: Span | None
    gap: Span
    title: Span
    closing: Span
    original: Span | None
    marks: Span | None
    law: bool
    prose: bool
    cell: bool
    group: bool
    continued: bool = False

    @property
    def citation(self) -> Citation | None:
        """The number of the document that it begins with."""
        return self.reference.citation


class Entries(NamedTuple):
    """The entries of both lists."""

    normative: list[Entry]
    bibliography: list[Entry]


def is_own(citation: Citation, cover: Cover) -> bool:
    """Say whether a listed document is the draft itself; a former edition is told by its year."""
    if not cover.base or citation.number != cover.sequence or citation.series:
        return False
    dated = bool(citation.year) and cover.year.isdigit() and citation.year != cover.year
    return not dated and citation.key[0] == family(cover.code.replace("／", "/"))


def is_drafting_rule(citation: Citation) -> bool:
    """Say whether a listed document is GB/T 1.1, by which drafts are written."""
    return citation.key == ("GB", "1.1")


def entries(source: Source, lists: Lists) -> Entries:
    """Return the entries of both lists, taken apart."""
    return Entries(
        _parted(source, lists.normative, lists.named), _parted(source, lists.bibliography, lists.named_informatively)
    )


def _parted(source: Source, references: list[Reference], cited: list[Citation]) -> list[Entry]:
    return _joined(source, [_entry(source, line) for entry in references for line in _lines(source, entry, cited)])


def _lines(source: Source, reference: Reference, cited: list[Citation]) -> list[Reference]:
    """Return the lines of an entry, where line breaks are forced; only the first has the label of the paragraph."""
    start, end = reference.span
    block = source.blocks[reference.block]
    if start != block.span[0]:
        reference = reference._replace(ordinal=0)
    if LINE_BREAK not in source.text[start:end]:
        return [reference]
    found: list[Reference] = []
    for line in source.text[start:end].split(LINE_BREAK):
        span = (start, start + len(line))
        if found:
            number = _BRACKETED.match(line)
            opening = (c for c in cited if span[0] <= c.span[0] <= span[0] + _LONGEST_MARKER and c.span[1] <= span[1])
            found.append(Reference(reference.block, span, next(opening, None), int(number[1]) if number else 0))
        elif line.strip():
            found.append(reference._replace(span=span))
        start += len(line) + 1
    return [line for line in found if source.text[slice(*line.span)].strip()]


def _entry(source: Source, reference: Reference) -> Entry:
    text, block = source.text, source.blocks[reference.block]
    start, end = reference.span
    while end > start and text[end - 1].isspace():
        end -= 1
    marker, label, computed = _marker(source, reference, block)
    if label and not reference.ordinal and (bracketed := _BRACKETED.match(text, start, end)) is not None:
        reference = reference._replace(ordinal=int(bracketed[1]))
        label = computed = False
    if not label and (typed := _MARKER.match(text, start, end)) is not None:
        marker, start = typed.span("marker"), typed.end()
    while start < end and text[start].isspace():
        start += 1
    citation = reference.citation
    number = placeholder = None
    after = start
    if citation is not None and citation.span[0] <= start + 12:
        after = citation.series[1] if citation.series else citation.span[1]
        after = _SUFFIX.match(text, after, end).end()  # type: ignore[union-attr]
        number = (citation.span[0], after)
    left_open = _PLACEHOLDER.match(text, number[0] if number else start, end)
    if left_open is not None:
        placeholder = left_open.span()
        if number is None and left_open.start() <= start + 2:
            after = left_open.end()
    closing = _CLOSING.search(text, after, end)
    stop = closing.start() if closing else end
    gap = _GAP.match(text, after, stop)
    begins = gap.end() if gap and after > start else after
    original = _ORIGINAL.search(text, begins, stop) if stop - begins < _LONGEST_TITLE else None
    marks = _MARKS.match(text, begins, stop) if begins < stop else None
    law = number is None and placeholder is None and _is_law(text, start, stop)
    prose = not law and number is None and placeholder is None and _PROSE.search(text, start, end) is not None
    return Entry(
        reference,
        (start, end),
        marker,
        label,
        computed,
        number,
        placeholder,
        (after, begins),
        (begins, stop),
        (stop, end),
        original.span() if original else None,
        marks.span() if marks else None,
        law,
        prose,
        block.table >= 0,
        number is None and _GROUP.fullmatch(text, start, end) is not None,
    )


def _is_law(text: str, start: int, end: int) -> bool:
    """Say whether a title is that of a law, a regulation or a policy document; announced test methods are none."""
    if _LAW.match(text, start, end):
        return True
    return _POLICY.search(text, start, end) is not None and not _METHOD.search(text, start, end)


def _marker(source: Source, reference: Reference, block: Block) -> tuple[Span | None, bool, bool]:
    """Return the label in front of an entry, that it is a block of its own, and whether it is computed."""
    if reference.span[0] != block.span[0] or reference.block == 0:
        return None, False, False
    before = source.blocks[reference.block - 1]
    if before.kind != "label" or block.kind == "heading":
        return None, False, False
    return before.span, True, not before.typed


def _joined(source: Source, found: list[Entry]) -> list[Entry]:
    """Mark the entries that stand in two paragraphs: a number above its title, a title in two lines."""
    text = source.text
    for at in range(len(found) - 1):
        entry, below = found[at], found[at + 1]
        if entry.cell or below.cell or below.number or below.placeholder or below.marker:
            continue
        if below.prose or below.group:
            continue
        rest = text[slice(*below.span)]
        alone = entry.number is not None and entry.title[0] == entry.title[1]
        goes_on = entry.number is not None and not below.law and _goes_on(text, entry, rest)
        if alone or goes_on:
            found[at] = entry._replace(continued=True)
            found[at + 1] = below._replace(continued=True)
    return found


def _goes_on(text: str, entry: Entry, rest: str) -> bool:
    """Say whether the title of an entry is cut off and `rest` ends it."""
    title, sign = text[slice(*entry.title)], text[slice(*entry.closing)][:1]
    if (
        title.endswith(("、", "和", "与", "及", "第"))
        or (sign and sign in "：、")
        or rest.startswith(("第", "（", "(", "—"))
    ):
        return True
    if sign or entry.original:
        return False
    full = entry.span[1] - entry.span[0] >= _FULL_LINE and is_chinese(title[-1:]) and is_chinese(rest[:1])
    return (full and not rest.startswith("中华人民共和国")) or not has_chinese(rest)
