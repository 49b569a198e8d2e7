"""State no requirements in the introduction.

Only requirements are kept out of it: an introduction may recommend and permit.

引言说明编制的原因和背景，不写要求；推荐和允许不在此限。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.modals import REQUIREMENT, Modal, provides
from stdlint.views.provisions import fixed
from stdlint.views.scope import NOTICE

requirement_in_introduction = Check(
    id="INT020",
    message="引言中不写要求，“{word}”所在的句子应移至正文或改为陈述。",
    message_en="An introduction contains no requirements; move the sentence with “{word}” to the body.",
    bad="""
        # 引言

        各单位⟦应⟧建立管理制度。

        # 1 范围
    """,
    good="""
        # 引言

        管理制度有助于各单位提高效率。

        # 1 范围
    """,
    more=(
        (
            "# 引言\n\n⟦禁止⟧转载本文件。\n\n数据⟦不可⟧泄露。\n\n各方⟦严禁⟧仿冒。\n\n# 1 范围",
            "# 引言\n\n本文件说明了数据的用途。\n\n# 1 范围",
        ),
    ),
    clean=(
        """
        # 引言

        本文件应运而生，用于应对数字化挑战，相应的应用、响应、适应和供应见正文。使用者宜结合实际，可自行选择。

        《标准化发展纲要》提出，各行业应优化治理结构。本文件说明企业应如何应对风险，是否应停机由各方自行判断。

        过去，行业中“应急”和“应当”两词混用。各方应承担的责任由合同规定。依据法律规定，必须穿戴护目用具。
        多国已禁止使用该物质，标准化工作不可一蹴而就。

        # 1 范围
        """,
    ),
    english=(
        (
            """
            # Introduction

            The organization ⟦shall⟧ plan the test.

            # 1 Scope
            """,
            """
            # Introduction

            Planning helps the organization to obtain reliable results.

            # 1 Scope
            """,
        ),
    ),
    clean_english=(
        """
        # Introduction

        ## 0.1 General

        This document explains what the organization shall provide. Users should read Clause 4 and may skip
        Annex A; the aim is to be consistent.

        ## 0.2 Verbal forms

        In this document, the following verbal forms are used:

        - “shall” indicates a requirement;

        - “may” indicates a permission.

        ISO draws attention to the fact that compliance with this document may involve the use of a patent.
        ISO shall not be held responsible for identifying any or all such patent rights. Workers must wear goggles.

        # 1 Scope
        """,
    ),
)

_WORDS = frozenset(("应", "不应", "应该", "不应该", "应当", "只准许", "不准许", "必须", "不得", "须", "严禁", "不许"))
_ORDERS = patterns.compile(
    r"(?<=[，；。：\n]|各\p{Han}{1,4})禁止(?=\p{Han})"
    r"|不可(?:超过|大于|小于|低于|高于|使用|采用|擅自|随意|任意|泄露|转让|拆|混|改)"
)
"""Words that are orders only in these places; elsewhere an introduction tells with them what is or cannot be."""
_LAW = patterns.compile(r"法律|法规|条例|规定，|指出|提出，|要求，|《")
_REPORTED = patterns.compile(r"》[^。；]{0,20}(?:指出|提出|强调|要求|倡导|呼吁)")


@requirement_in_introduction.finder
def find(doc: Document) -> Iterator[Finding]:
    for top in doc.outline.all("introduction"):
        for index in doc.provision_blocks(top):
            if doc.lang == "en":
                yield from _english(doc, index)
                continue
            if NOTICE.match(doc.text, *doc.blocks[index].span):
                continue
            for sentence in doc.provisions.sentences(index):
                modal = next((m for m in sentence.modals if not m.attributive and _requires(doc, m)), None)
                said = doc.text[sentence.span[0] : modal.span[0]] if modal else ""
                if modal and not _REPORTED.search(said) and (modal.word == "应" or not _LAW.search(said)):
                    yield requirement_in_introduction.at(modal.span, word=modal.word)
                    break


def _english(doc: Document, index: int) -> Iterator[Finding]:
    for sentence in doc.provisions.sentences(index):
        for modal in sentence.modals:
            if modal.type == REQUIREMENT and provides(doc.text, modal, sentence.span):
                if not fixed(doc.text, sentence.span):
                    yield requirement_in_introduction.at(modal.span, word=modal.word)
                break


def _requires(doc: Document, modal: Modal) -> bool:
    return modal.word in _WORDS or (modal.type == REQUIREMENT and _ORDERS.match(doc.text, modal.span[0]) is not None)
