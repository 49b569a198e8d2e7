"""Word a definition so that it can replace the term.

A definition names the superordinate concept and what distinguishes it: no “是指”, not the term itself, one sentence,
no requirement.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Span
from stdlint.views.terms import Entry

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
    clean=(
        """
        # 3 术语和定义

        ### 3.1

        顾客　customer

        接受产品的个人，其感受称为顾客体验。

        ### 3.2

        顾客体验　customer experience

        顾客（3.1）的感受。
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
        """,
    ),
)

_COPULA = regex.compile(
    r"(?:是指|系指|即指|指的是|特指|泛指|专指|指(?![南标示令定导数挥针纹向甲派明出引征称纹])|是(?!否)|即(?![时使将插刻期可])|为一[种类个])"
)
_WORDS = frozenset(("应", "不应", "应该", "不应该", "应当", "只准许", "不准许", "必须", "不得"))
_STOP = regex.compile(r"。(?=[^”』」）)\]］\n])")
_RUNS_ON = {"组": "成合", "合": "成理", "构": "成造", "分": "为析成", "配": "合置", "成": "为"}
_PARTS = regex.compile(r"[（(][^（）()]*[）)]")


@definition_starting_with_copula.finder
@circular_definition.finder
@definition_of_several_sentences.finder
@requirement_in_definition.finder
def find(doc: Document) -> Iterator[Finding]:
    names = [name for entry in doc.terms.entries if (name := _name(entry))]
    for entry in doc.terms.entries:
        spans = entry.definition
        if not spans:
            continue
        yield from _copula(doc, entry, spans[0])
        yield from _circular(doc, entry, spans[0], names)
        for what, span, block in entry.contents:
            if what != "definition":
                continue
            if block not in (entry.block,) and doc.blocks[block].kind != "item":
                yield from _sentences(doc, span)
            modal = next((m for m in doc.verbs(span) if m.word in _WORDS and not m.attributive), None)
            if modal:
                yield requirement_in_definition.at(modal.span, word=modal.word)


def _name(entry: Entry) -> str:
    return _PARTS.sub("", entry.text).replace("\ufffc", "").strip()


def _copula(doc: Document, entry: Entry, span: Span) -> Iterator[Finding]:
    start, end = span
    at = start
    name = _name(entry)
    if name and doc.text.startswith(name, start):
        at = start + len(name)
        aside = _PARTS.match(doc.text, at, end)
        at = aside.end() if aside else at
    match = _COPULA.match(doc.text, at, end)
    if match is None or (
        at > start and match.group().startswith("指") and match.group() == "指" and not doc.text[at - 1 : at]
    ):
        return
    stop = match.end() + (1 if doc.text[match.end() : match.end() + 1] in "：，" else 0)
    word = doc.text[start:stop]
    yield definition_starting_with_copula.at((start, stop), fix="", safe=False, word=word)


def _circular(doc: Document, entry: Entry, span: Span, names: list[str]) -> Iterator[Finding]:
    name = _name(entry)
    if len(name) < 2:
        return
    at = doc.text.find(name, span[0] + len(name) + 1 if doc.text.startswith(name, span[0]) else span[0], span[1])
    if at < 0:
        return
    longer = [other for other in names if len(other) > len(name) and name in other]
    for other in longer:
        offset = other.find(name)
        if doc.text.startswith(other, at - offset):
            return
    following = doc.text[at + len(name) : at + len(name) + 1]
    if following in "（(" or following in _RUNS_ON.get(name[-1], ""):
        return
    yield circular_definition.at((at, at + len(name)), term=name)


def _sentences(doc: Document, span: Span) -> Iterator[Finding]:
    for match in _STOP.finditer(doc.text, *span):
        rest = doc.text[match.end() : span[1]].strip()
        if not rest or match.start() in doc.quoted or rest.startswith(("[来源", "［来源", "（见", "(见")):
            continue
        first = match.end() + len(doc.text[match.end() : span[1]]) - len(doc.text[match.end() : span[1]].lstrip())
        end = first + len(rest)
        yield definition_of_several_sentences.at((first, end), start=rest[:8] + ("……" if len(rest) > 8 else ""))
        return
