"""Word a definition so that it can replace the term.

A definition names the superordinate concept and what distinguishes it: no “是指”, not the term itself, one sentence,
no requirement.

定义要能在上下文中代替术语：写出上位概念和区别特征，不用“是指”，不重复术语本身，只用一句话，不写要求。
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Span
from stdlint.views.terms import Entry
from stdlint.views.wording import has_chinese

definition_starting_with_copula = Check(
    id="TRM070",
    message="定义不宜以“{word}”开头，直接写出定义的内容。",
    message_en="A definition should not begin with “{word}”; write what defines the term.",
    bad="""
        # 3 术语和定义

        ### 3.1

        标准化文件　standardizing document

        ⟦标准化文件是指⟧通过标准化活动制定的文件。
    """,
    good="""
        # 3 术语和定义

        ### 3.1

        标准化文件　standardizing document

        通过标准化活动制定的文件。
    """,
    more=(
        (
            """
            # 3 术语和定义

            ### 3.1

            文件　document

            ⟦指⟧固定在介质上的信息。
            """,
            """
            # 3 术语和定义

            ### 3.1

            文件　document

            固定在介质上的信息。
            """,
        ),
        (
            """
            # 3 术语和定义

            ### 3.1

            文件　document

            ⟦所谓文件，是指⟧固定在介质上的信息。
            """,
            """
            # 3 术语和定义

            ### 3.1

            文件　document

            固定在介质上的信息。
            """,
        ),
    ),
    clean=(
        """
        # 3 术语和定义

        ### 3.1

        指标　indicator

        指示目标达到程度的数值。

        ### 3.2

        服务　service

        为满足顾客的需要而完成的活动。

        ### 3.3

        指南　guidance

        指导人们做某事的文件。

        ### 3.4

        方便食品　convenience food

        即食的或简单加热后食用的食品。

        ### 3.5

        锚泊　anchoring

        系泊方式的一种。
        """,
    ),
)

circular_definition = Check(
    id="TRM071",
    message="定义中不宜出现所定义的术语“{term}”。",
    message_en="The definition should not contain the term “{term}” that it defines.",
    bad="""
        # 3 术语和定义

        ### 3.1

        质量管理　quality management

        与⟦质量管理⟧有关的活动。
    """,
    good="""
        # 3 术语和定义

        ### 3.1

        质量管理　quality management

        在质量方面指挥和控制组织的活动。
    """,
    more=(
        (
            """
            # 3 术语和定义

            ### 3.1

            数据完整率　data integrity rate

            收到的数据条数与应收的数据条数之比，⟦数据完整率⟧越接近1越好。
            """,
            """
            # 3 术语和定义

            ### 3.1

            数据完整率　data integrity rate

            收到的数据条数与应收的数据条数之比。
            """,
        ),
    ),
    clean=(
        """
        # 3 术语和定义

        ### 3.1

        顾客　customer

        接受产品的个人，其感受称为顾客体验。

        ### 3.2

        顾客体验　customer experience

        顾客（3.1）的感受。

        ### 3.3

        标准　standard

        通过标准化活动制定的文件。

        ### 3.4

        数据质量　data quality

        数据满足使用要求的程度，受数据质量应急小组和数据质量可视图的影响。
        """,
    ),
    english=(
        (
            """
            # 3 Terms and definitions

            For the purposes of this document, the following terms and definitions apply.

            ### 3.1

            quality management

            activity of ⟦quality management⟧
            """,
            """
            # 3 Terms and definitions

            For the purposes of this document, the following terms and definitions apply.

            ### 3.1

            quality management

            management with regard to quality
            """,
        ),
    ),
    clean_english=(
        """
        # 3 Terms and definitions

        For the purposes of this document, the following terms and definitions apply.

        ### 3.1

        test

        procedure carried out by means of test equipment

        ### 3.2

        nut

        fastener used with a nut bolt (3.3), a nutcracker or a nut-like part

        ### 3.3

        nut bolt

        threaded fastener with a head

        ### 3.4

        plant

        \\<plant engineering\\> set of equipment
        """,
    ),
)

definition_of_several_sentences = Check(
    id="TRM072",
    message="定义应为一个短语或句子，“{start}”起的附加信息应放入注或示例。",
    message_en="A definition is one phrase or sentence; move what follows from “{start}” to a note or example.",
    bad="""
        # 3 术语和定义

        ### 3.1

        文件　document

        固定在介质上的信息。⟦它由委员会批准。⟧
    """,
    good="""
        # 3 术语和定义

        ### 3.1

        文件　document

        固定在介质上的信息。

        注：它由委员会批准。
    """,
    more=(
        (
            """
            # 3 术语和定义

            ### 3.1

            文件　document

            固定在介质上的信息。

            ⟦文件一般由委员会批准。⟧

            注：介质包括纸。
            """,
            """
            # 3 术语和定义

            ### 3.1

            文件　document

            固定在介质上的信息。

            注1：文件一般由委员会批准。

            注2：介质包括纸。
            """,
        ),
    ),
    clean=(
        """
        # 3 术语和定义

        ### 3.1

        文件　document

        固定在介质上的信息。[来源：GB/T 20000.1—2014，5.2]

        ### 3.2

        批　batch

        在相同条件下生产的一组产品（见3.1。）

        ### 3.3

        口号　slogan

        “安全第一。预防为主。”一类的短句。

        ### 3.4

        密度　density

        质量与体积之比。

        $$\\rho = m/V$$

        式中：

        m——质量。

        注：

        单位由使用者选定。

        ### 3.5

        样本　sample

        下列之一：

        a) 一件产品；

        b) 一批产品。
        """,
    ),
    english=(
        (
            """
            # 3 Terms and definitions

            For the purposes of this document, the following terms and definitions apply.

            ### 3.1

            bolt

            threaded fastener. ⟦It has a head.⟧
            """,
            """
            # 3 Terms and definitions

            For the purposes of this document, the following terms and definitions apply.

            ### 3.1

            bolt

            threaded fastener

            Note 1 to entry: It has a head.
            """,
        ),
        (
            """
            # 3 Terms and definitions

            For the purposes of this document, the following terms and definitions apply.

            ### 3.1

            bolt

            threaded fastener

            ⟦A bolt has a head.⟧
            """,
            """
            # 3 Terms and definitions

            For the purposes of this document, the following terms and definitions apply.

            ### 3.1

            bolt

            threaded fastener

            Note 1 to entry: A bolt has a head.
            """,
        ),
    ),
    clean_english=(
        """
        # 3 Terms and definitions

        For the purposes of this document, the following terms and definitions apply.

        ### 3.1

        bolt

        threaded fastener, e.g. Hexagon bolt, of dimension No. 5, approx. Metric size

        ### 3.2

        proof load

        load given by

        $F = A S$

        where

        F is the load.

        ### 3.3

        set

        quantity made up of the following:

        - bolts;
        - nuts.

        Note 1 to entry: It is sold. It has a price.
        """,
    ),
)

requirement_in_definition = Check(
    id="TRM080",
    message="定义中不写要求，“{word}”所在的表述应改为陈述。",
    message_en="A definition contains no requirement; turn “{word}” into a statement.",
    bad="""
        # 3 术语和定义

        ### 3.1

        标准器　standard instrument

        ⟦应⟧在试验前校准的仪器。
    """,
    good="""
        # 3 术语和定义

        ### 3.1

        标准器　standard instrument

        在试验前校准的仪器。
    """,
    more=(
        (
            """
            # 3 术语和定义

            ### 3.1

            台账　ledger

            记录收支,⟦应⟧按统一格式填写的账册。
            """,
            """
            # 3 术语和定义

            ### 3.1

            台账　ledger

            记录收支,按统一格式填写的账册。
            """,
        ),
    ),
    clean=(
        """
        # 3 术语和定义

        ### 3.1

        服务标准　service standard

        规定服务应满足的要求以确保其适应性的标准。

        ### 3.2

        效应　effect

        供应商对响应、反应、应力和应急的感应，以及相应的应用。

        ### 3.3

        必需品　necessity

        生活中必不可少、不可替代的物品。

        ### 3.4

        职业能力　competence

        操作人员应具备的知识和技能的总和。

        ### 3.5

        禁用物质　prohibited substance

        不得在食品中使用的物质。
        """,
    ),
    english=(
        (
            """
            # 3 Terms and definitions

            For the purposes of this document, the following terms and definitions apply.

            ### 3.1

            bolt

            fastener that ⟦shall⟧ be tightened
            """,
            """
            # 3 Terms and definitions

            For the purposes of this document, the following terms and definitions apply.

            ### 3.1

            bolt

            fastener that is tightened
            """,
        ),
    ),
    clean_english=(
        """
        # 3 Terms and definitions

        For the purposes of this document, the following terms and definitions apply.

        ### 3.1

        requirement

        expression, using “shall”, of criteria that have to be fulfilled

        Note 1 to entry: The term “bolt” shall be used with a size.

        ### 3.2

        permission

        expression that conveys consent, which may be given for the month of May

        EXAMPLE A user may enter.
        """,
    ),
)

_COPULA = patterns.compile(
    r"(?:，|：)?(?:是指|系指|即指|指的是|特指|泛指|专指|指(?![南标示令定导数挥针纹向甲派明出引征称接尖状环套关距间节掌])|是(?!否|非)"
    r"|系(?=由|为|一[种个类])|即(?=由|为|是|对|在|把|将|指|通过|用于|一[种个类]|，)|为一[种类个])"
)
_LEADS_ON = patterns.compile(r"(?:of|the|an?|more|by|for|in|to|with)\s$")
_SIGNS = patterns.compile("[，,。；;：:、]")
_SO_CALLED = patterns.compile(r"所谓的?")
_WORD_ABOUT = patterns.compile(r"(?:用于|用来|用以)?(?:描述|表示|表达)(?=[^\n]*的(?:术语|词语|名词|用语)[。；]?$)")
_WORDS = frozenset(("应", "不应", "应该", "不应该", "应当", "只准许", "不准许", "必须", "不得"))
_STOP = patterns.compile(r"。(?=[^”』」）)\]］\n])")
_FREE = patterns.compile(r"[^\u4e00-\u9fffA-Za-z]|[的和与及或对由在以为是把将用有进所中上内时等被按从向并而]")
_PREDICATE = patterns.compile("包括|分为|反映|表示|通常|一般|越|应(?!用|力|变|急|答)|可(?!靠|追|用|比|视|及)")
_SUFFIXES = "化性率度者员商器件学力法论师品库"
_CIRCUMSTANCE = patterns.compile(r"(?:[时前后下中上内间以并且而又均都也还]|组成|构成|进行)$|^[在经按由从以为]")
_ATTRIBUTE = patterns.compile(r"[^，。；：\n]{1,20}的[^，。；：\n]{1,20}")
_RUNS_ON = {"组": "成合", "合": "成理", "构": "成造", "分": "为析成", "配": "合置", "成": "为"}
_PARTS = patterns.compile(r"[（(][^（）()]*[）)]")
_MARKED = patterns.compile(r"\ufffc?[ \u3000]*(?:注|示例|例)[ \d\ufffc]{0,4}[：:]|[\[［（(]")


@definition_starting_with_copula.finder
@circular_definition.finder
@definition_of_several_sentences.finder
@requirement_in_definition.finder
def find(doc: Document) -> Iterator[Finding]:
    names = [name for entry in doc.terms.entries if (name := _name(entry))]
    if doc.lang != "zh":
        yield from _english(doc, names)
        return
    for entry in doc.terms.entries:
        spans = entry.definition
        if not spans:
            continue
        copula = _copula(doc, entry, spans[0])
        if copula is not None:
            yield copula
        yield from _circular(doc, entry, spans[0], names, bool(copula))
        several = False
        for what, span, block in entry.contents:
            if what == "definition" and not several:
                finding = _sentences(doc, span) or _second(doc, entry, span, block)
                several = finding is not None
                if finding is not None:
                    yield finding
            if what != "definition":
                continue
            modal = next((m for m in doc.verbs(span) if m.word in _WORDS and not m.attributive), None)
            if modal and not _relative(
                doc.text[span[0] : modal.span[0]], modal.word, doc.text[modal.span[1] : span[1]]
            ):
                yield requirement_in_definition.at(modal.span, word=modal.word)


_DOMAIN = patterns.compile(r"\s*[<⟨〈][^<>⟨⟩〈〉]*[>⟩〉]\s*")
_STOP_ENGLISH = patterns.compile(
    r"(?<=[a-z]{3}|[)\]])(?<!\b(?:etc|approx|resp|incl|viz|max|min|Fig|Eq|fig|ref|vol|sec|cf|ext))\.\s+(?=[A-Z][a-z]*\s)"
)
_GOES_ON = patterns.compile(
    r"(?=$|[,;:.)]|\s+(?:of|that|which|who|with|in|for|and|or|is|are|by|to|at|on|under|from|as|where|when|between|during|within|through)\b)"
)
_SENTENCE_ENGLISH = patterns.compile(r"(?:[A-Z][a-z]+|A)\s[^\n]{4,}\.")


def _english(doc: Document, names: list[str]) -> Iterator[Finding]:
    longer = {name.casefold() for name in names}
    for entry in doc.terms.entries:
        spans = entry.definition
        if not spans:
            continue
        yield from _english_circular(doc, entry, spans[0], longer)
        before, several = "", False
        for what, (start, end), block in entry.contents:
            if what == "definition":
                for modal in doc.verbs((start, end)):
                    if modal.word.startswith("shall"):
                        yield requirement_in_definition.at(modal.span, word=modal.word)
                        break
                if not several and (at := _english_addition(doc, (start, end), block, before)) >= 0:
                    several = True
                    text = doc.text[at:end].rstrip()
                    words = " ".join(text.split()[:3])
                    yield definition_of_several_sentences.at((at, at + len(text)), start=words)
            before = doc.text[start:end].rstrip() if what == "definition" else ""


def _english_addition(doc: Document, span: Span, block: int, before: str) -> int:
    """Return where a further sentence begins, inside a definition or as a paragraph right below it, or -1."""
    if doc.blocks[block].kind != "para":
        return -1
    text = doc.text[span[0] : span[1]].rstrip()
    if before and not before.endswith((":", ";", ",", "where")) and _SENTENCE_ENGLISH.fullmatch(text):
        return span[0]
    stop = _STOP_ENGLISH.search(doc.text, *span)
    return stop.end() if stop else -1


def _english_circular(doc: Document, entry: Entry, span: Span, names: set[str]) -> Iterator[Finding]:
    name = _name(entry).casefold()
    if len(name) < 4 or not name[-1].isalpha():
        return
    domain = _DOMAIN.match(doc.text, *span)
    first = domain.end() if domain else span[0]
    text = doc.text[first : span[1]].casefold()
    pattern = regex.compile(rf"(?<![\w-]){regex.escape(name)}(?![\w-])")
    match = next((m for m in pattern.finditer(text) if _GOES_ON.match(text, m.end())), None)
    if match is None or len(text) != span[1] - first:
        return
    if any(len(other) > len(name) and name in other and other in text for other in names):
        return
    if " " not in name and (match.start() == 0 or not _LEADS_ON.search(text[: match.start()])):
        return
    at = first + match.start()
    yield circular_definition.at((at, at + len(name)), term=doc.text[at : at + len(name)])


def _relative(before: str, word: str, after: str) -> bool:
    """Say whether a verbal form only describes: “操作人员应具备的能力” (somebody else has to), “不得使用的物质”."""
    if _ATTRIBUTE.fullmatch(after.rstrip("。；")) is None:
        return False
    subject = _SIGNS.split(before)[-1]
    return word in ("不得", "不准许", "只准许") or (len(subject) > 1 and not _CIRCUMSTANCE.search(subject))


def _name(entry: Entry) -> str:
    return _PARTS.sub("", entry.text).replace("\ufffc", "").strip()


def _copula(doc: Document, entry: Entry, span: Span) -> Finding | None:
    start, end = span
    so_called = _SO_CALLED.match(doc.text, start, end)
    at = so_called.end() if so_called else start
    name = _name(entry)
    if name and doc.text.startswith(name, at):
        at += len(name)
        aside = _PARTS.match(doc.text, at, end)
        at = aside.end() if aside else at
    match = _COPULA.match(doc.text, at, end)
    if match is None:
        about = _WORD_ABOUT.match(doc.text, start, end)
        return definition_starting_with_copula.at(about.span(), word=about.group()) if about else None
    if at == start and match.group()[0] in "，：":
        return None
    stop = match.end() + (1 if doc.text[match.end() : match.end() + 1] in "：，" else 0)
    return definition_starting_with_copula.at((start, stop), fix="", safe=False, word=doc.text[start:stop])


def _circular(doc: Document, entry: Entry, span: Span, names: list[str], copula: bool) -> Iterator[Finding]:
    name = _name(entry)
    if len(name) < 2:
        return
    first = span[0] + len(name) + 1 if copula else span[0]
    at = doc.text.find(name, first, span[1])
    if at < 0:
        return
    longer = [other for other in names if len(other) > len(name) and name in other]
    for other in longer:
        offset = other.find(name)
        if doc.text.startswith(other, at - offset):
            return
    following = doc.text[at + len(name) : at + len(name) + 1]
    alone = len(name) > 3 or _FREE.match(doc.text[at - 1]) is not None
    ends = _FREE.match(following) or _PREDICATE.match(doc.text, at + len(name), span[1])
    if following in _SUFFIXES if at == span[0] else not (alone and ends):
        return
    if following in "（(" or following in _RUNS_ON.get(name[-1], ""):
        return
    yield circular_definition.at((at, at + len(name)), term=name)


def _sentences(doc: Document, span: Span) -> Finding | None:
    """Return a finding on what follows the first sentence of a definition."""
    for match in _STOP.finditer(doc.text, *span):
        rest = doc.text[match.end() : span[1]].strip()
        if not rest or rest[-1] in "：:" or match.start() in doc.quoted or _MARKED.match(rest):
            continue
        first = match.end() + len(doc.text[match.end() : span[1]]) - len(doc.text[match.end() : span[1]].lstrip())
        return _more(first, rest)
    return None


def _second(doc: Document, entry: Entry, span: Span, block: int) -> Finding | None:
    """Return a finding on a paragraph right below a definition that is complete in itself."""
    text = doc.text[span[0] : span[1]].rstrip()
    place = next(i for i, (_, other, _) in enumerate(entry.contents) if other == span)
    before, above, _ = entry.contents[place - 1] if place else ("", span, block)
    plain = doc.blocks[block].kind == "para" and not doc.blocks[block].label
    if before != "definition" or not plain or not doc.text[above[0] : above[1]].rstrip().endswith("。"):
        return None
    if len(text) < 6 or not text.endswith("。") or not has_chinese(text) or _MARKED.match(text):
        return None
    return _more(span[0], text)


def _more(start: int, text: str) -> Finding:
    shown = text[:8] + ("……" if len(text) > 8 else "")
    return definition_of_several_sentences.at((start, start + len(text)), start=shown)
