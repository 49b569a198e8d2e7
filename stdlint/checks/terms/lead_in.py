"""Introduce the term entries with the prescribed sentence.

There are four of them: own terms only, terms of other documents only, both, none. Which one is right follows from what
stands below it.

引导语有四种：只有自己的术语、只用其他文件的术语、两者都有、没有术语。用哪一种由下面的内容决定。
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Edit, Span
from stdlint.views.mentions import listed
from stdlint.views.terms import ENGLISH_LEAD_IN, LEAD_IN, Entry, Terms
from stdlint.views.wording import fold

OWN = "下列术语和定义适用于本文件。"
NONE = "本文件没有需要界定的术语和定义。"
ENGLISH_OWN = "For the purposes of this document, the following terms and definitions apply."
ENGLISH_NONE = "No terms and definitions are listed in this document."

missing_terms_lead_in = Check(
    id="TRM020",
    message="术语条目前应有引导语，如“下列术语和定义适用于本文件。”",
    message_en="The term entries lack their introductory sentence, for example “{right}”",
    bad="""
        # 3 ⟦术语和定义⟧

        ### 3.1

        文件　document

        固定在介质上的信息。
    """,
    good="""
        # 3 术语和定义

        下列术语和定义适用于本文件。

        ### 3.1

        文件　document

        固定在介质上的信息。
    """,
    clean=(
        """
        # 3 术语、定义和缩略语

        ## 3.1 术语和定义

        下列术语和定义适用于本文件。

        ### 3.1.1

        文件　document

        固定在介质上的信息。

        ## 3.2 缩略语

        下列缩略语适用于本文件。
        """,
    ),
    english=(
        (
            """
            # 3 ⟦Terms and definitions⟧

            ### 3.1

            bolt

            threaded fastener with a head
            """,
            """
            # 3 Terms and definitions

            For the purposes of this document, the following terms and definitions apply.

            ### 3.1

            bolt

            threaded fastener with a head
            """,
        ),
        (
            """
            # 3 ⟦Terms and definitions⟧

            ISO and IEC maintain terminology databases for use in standardization at the following addresses:

            - ISO Online browsing platform: available at https://www.iso.org/obp
            - IEC Electropedia: available at https://www.electropedia.org/

            ### 3.1

            bolt

            threaded fastener with a head
            """,
            """
            # 3 Terms and definitions

            For the purposes of this document, the following terms and definitions apply.

            ISO and IEC maintain terminology databases for use in standardization at the following addresses:

            - ISO Online browsing platform: available at https://www.iso.org/obp
            - IEC Electropedia: available at https://www.electropedia.org/

            ### 3.1

            bolt

            threaded fastener with a head
            """,
        ),
    ),
    clean_english=(
        """
        # 3 Terms and definitions

        For the purposes of this document, the terms and definitions given in ISO 9000 and the following apply.

        ISO and IEC maintain terminology databases for use in standardization at the following addresses:

        - ISO Online browsing platform: available at https://www.iso.org/obp
        - IEC Electropedia: available at https://www.electropedia.org/

        ### 3.1

        bolt

        threaded fastener with a head
        """,
    ),
)

altered_terms_lead_in = Check(
    id="TRM021",
    message="术语和定义的引导语应为“{right}”",
    message_en="The introductory sentence of the terms shall read “{right}”",
    bad="""
        # 3 术语和定义

        ⟦下列术语适用于本标准。⟧

        ### 3.1

        文件　document

        固定在介质上的信息。
    """,
    good="""
        # 3 术语和定义

        下列术语和定义适用于本文件。

        ### 3.1

        文件　document

        固定在介质上的信息。
    """,
    more=(
        (
            """
            # 3 术语、定义和缩略语

            ## 3.1 术语和定义

            ⟦GB/T 4122.1规定的以及下列术语和定义适用于本文件。⟧

            ### 3.1.1

            文件　document

            固定在介质上的信息。
            """,
            """
            # 3 术语、定义和缩略语

            ## 3.1 术语和定义

            GB/T 4122.1界定的以及下列术语和定义适用于本文件。

            ### 3.1.1

            文件　document

            固定在介质上的信息。
            """,
        ),
        (
            """
            # 3 术语和定义

            ⟦GB/T 20000.1确立的以及下列术语和定义适用于本标准。⟧

            ### 3.1

            文件　document

            固定在介质上的信息。
            """,
            """
            # 3 术语和定义

            GB/T 20000.1界定的以及下列术语和定义适用于本文件。

            ### 3.1

            文件　document

            固定在介质上的信息。
            """,
        ),
        (
            """
            # 3 术语和定义

            ⟦本文件没有术语和定义。⟧
            """,
            """
            # 3 术语和定义

            本文件没有需要界定的术语和定义。
            """,
        ),
        (
            """
            # 3 术语和定义

            ⟦本文件采用下列术语和定义：⟧

            ### 3.1

            文件　document

            固定在介质上的信息。
            """,
            """
            # 3 术语和定义

            下列术语和定义适用于本文件。

            ### 3.1

            文件　document

            固定在介质上的信息。
            """,
        ),
    ),
    clean=(
        """
        # 3 术语和定义

        GB/T 20000.1、GB/T 20000.2和ISO 9000:2015界定的以及下列术语和定义适用于本文件。

        ### 3.1

        文件　document

        固定在介质上的信息。
        """,
        """
        # 3 术语、定义和缩略语

        下列术语、定义和缩略语适用于本文件。

        ### 3.1

        文件　document

        固定在介质上的信息。
        """,
        """
        # 3 术语和定义

        GB/T 20000.1界定的以及下列术语和定义适用于本文件。为了便于使用，以下重复列出了GB/T 20000.1中的某些术语和定义。

        ### 3.1

        文件　document

        固定在介质上的信息。
        """,
    ),
    english=(
        (
            """
            # 3 Terms and definitions

            ⟦For this standard, the following definitions apply.⟧

            ### 3.1

            bolt

            threaded fastener with a head
            """,
            """
            # 3 Terms and definitions

            For the purposes of this document, the following terms and definitions apply.

            ### 3.1

            bolt

            threaded fastener with a head
            """,
        ),
        (
            """
            # 3 Terms and definitions

            ⟦For this standard, the terms and definitions given in ISO 9000 and the following apply.⟧

            ### 3.1

            bolt

            threaded fastener with a head
            """,
            """
            # 3 Terms and definitions

            For the purposes of this document, the terms and definitions given in ISO 9000 and the following apply.

            ### 3.1

            bolt

            threaded fastener with a head
            """,
        ),
        (
            """
            # 3 Terms and definitions

            ⟦No terms are defined in this document.⟧

            # 4 Requirements
            """,
            """
            # 3 Terms and definitions

            No terms and definitions are listed in this document.

            # 4 Requirements
            """,
        ),
    ),
    clean_english=(
        """
        # 3 Terms and definitions

        For the purposes of this document, the terms and definitions given in ISO 9000:2015, ISO 1891-4 and the
        following apply.

        ISO and IEC maintain terminology databases for use in standardization at the following addresses:

        - ISO Online browsing platform: available at https://www.iso.org/obp
        - IEC Electropedia: available at https://www.electropedia.org/

        ### 3.1

        bolt

        threaded fastener with a head
        """,
        """
        # 3 Terms, definitions, symbols and abbreviated terms

        For the purposes of this document, the following terms, definitions, symbols and abbreviated terms apply.

        ### 3.1

        bolt

        threaded fastener with a head
        """,
        """
        # 3 Terms and definitions

        No terms and definitions are listed in this document.

        ISO and IEC maintain terminology databases for use in standardization at the following addresses:

        - ISO Online browsing platform: available at https://www.iso.org/obp
        - IEC Electropedia: available at https://www.electropedia.org/

        # 4 Requirements
        """,
    ),
)

terms_lead_in_conflict = Check(
    id="TRM022",
    message="引导语“{quote}”与{fact}不符。",
    message_en="The introductory sentence does not agree with the entries: {fact_en}.",
    bad="""
        # 3 术语和定义

        ⟦GB/T 20000.1界定的术语和定义适用于本文件。⟧

        ### 3.1

        文件　document

        固定在介质上的信息。
    """,
    good="""
        # 3 术语和定义

        GB/T 20000.1界定的以及下列术语和定义适用于本文件。

        ### 3.1

        文件　document

        固定在介质上的信息。
    """,
    more=(
        (
            """
            # 3 术语和定义

            ⟦下列术语和定义适用于本文件。⟧

            # 4 要求
            """,
            """
            # 3 术语和定义

            本文件没有需要界定的术语和定义。

            # 4 要求
            """,
        ),
    ),
    clean=(
        """
        # 3 术语和定义

        GB/T 20000.1界定的术语和定义适用于本文件。

        # 4 要求
        """,
        """
        # 3 术语和定义

        GB/T 20000.1界定的术语和定义适用于本文件。为便于使用，以下重复列出了其中的部分术语和定义。

        ### 3.1

        文件　document

        固定在介质上的信息。

        [来源：GB/T 20000.1—2014，5.2]
        """,
    ),
    english=(
        (
            """
            # 3 Terms and definitions

            ⟦For the purposes of this document, the terms and definitions given in ISO 9000 apply.⟧

            ISO and IEC maintain terminology databases for use in standardization at the following addresses:

            - ISO Online browsing platform: available at https://www.iso.org/obp
            - IEC Electropedia: available at https://www.electropedia.org/

            ### 3.1

            bolt

            threaded fastener with a head
            """,
            """
            # 3 Terms and definitions

            For the purposes of this document, the terms and definitions given in ISO 9000 and the following apply.

            ISO and IEC maintain terminology databases for use in standardization at the following addresses:

            - ISO Online browsing platform: available at https://www.iso.org/obp
            - IEC Electropedia: available at https://www.electropedia.org/

            ### 3.1

            bolt

            threaded fastener with a head
            """,
        ),
        (
            """
            # 3 Terms and definitions

            ⟦For the purposes of this document, the following terms and definitions apply.⟧

            ISO and IEC maintain terminology databases for use in standardization at the following addresses:

            - ISO Online browsing platform: available at https://www.iso.org/obp
            - IEC Electropedia: available at https://www.electropedia.org/

            # 4 Requirements
            """,
            """
            # 3 Terms and definitions

            No terms and definitions are listed in this document.

            ISO and IEC maintain terminology databases for use in standardization at the following addresses:

            - ISO Online browsing platform: available at https://www.iso.org/obp
            - IEC Electropedia: available at https://www.electropedia.org/

            # 4 Requirements
            """,
        ),
    ),
    clean_english=(
        """
        # 3 Terms and definitions

        For the purposes of this document, the terms and definitions given in ISO 9000 apply.

        ISO and IEC maintain terminology databases for use in standardization at the following addresses:

        - ISO Online browsing platform: available at https://www.iso.org/obp
        - IEC Electropedia: available at https://www.electropedia.org/

        # 4 Requirements
        """,
        """
        # 3 Terms, definitions and abbreviated terms

        ## 3.1 Terms and definitions

        For the purposes of this document, the following terms and definitions apply.

        ### 3.1.1

        bolt

        threaded fastener

        ## 3.2 Abbreviated terms

        DC direct current
        """,
    ),
)

terms_source_not_listed = Check(
    id="TRM023",
    message="引导语中提及的{name}应列入规范性引用文件。",
    message_en="{name}, named in the introductory sentence, shall be listed in Clause 2.",
    bad="""
        # 2 规范性引用文件

        本文件没有规范性引用文件。

        # 3 术语和定义

        ⟦GB/T 20000.1⟧界定的术语和定义适用于本文件。
    """,
    good="""
        # 2 规范性引用文件

        GB/T 20000.1　标准化工作指南　第1部分：标准化和相关活动的通用术语

        # 3 术语和定义

        GB/T 20000.1界定的术语和定义适用于本文件。
    """,
    clean=(
        """
        # 2 规范性引用文件

        GB/T 2900（所有部分）　电工术语

        # 3 术语和定义

        GB/T 2900.1界定的术语和定义适用于本文件。
        """,
    ),
    english=(
        (
            """
            # 2 Normative references

            There are no normative references in this document.

            # 3 Terms and definitions

            For the purposes of this document, the terms and definitions given in ⟦ISO 9000⟧ apply.
            """,
            """
            # 2 Normative references

            ISO 9000, *Quality management systems — Fundamentals and vocabulary*

            # 3 Terms and definitions

            For the purposes of this document, the terms and definitions given in ISO 9000 apply.
            """,
        ),
    ),
)

empty_terms_clause = Check(
    id="TRM024",
    message="没有术语时，应写“本文件没有需要界定的术语和定义。”",
    message_en="Without terms the clause shall say “{right}”",
    bad="""
        # 3 ⟦术语和定义⟧

        # 4 要求
    """,
    good="""
        # 3 术语和定义

        本文件没有需要界定的术语和定义。

        # 4 要求
    """,
    more=(
        (
            """
            # 3 ⟦术语和定义⟧

            无。
            """,
            """
            # 3 术语和定义

            本文件没有需要界定的术语和定义。
            """,
        ),
    ),
    english=(
        (
            """
            # 3 ⟦Terms and definitions⟧

            # 4 Requirements
            """,
            """
            # 3 Terms and definitions

            No terms and definitions are listed in this document.

            # 4 Requirements
            """,
        ),
        (
            """
            # 3 ⟦Terms and definitions⟧

            None.

            # 4 Requirements
            """,
            """
            # 3 Terms and definitions

            No terms and definitions are listed in this document.

            # 4 Requirements
            """,
        ),
    ),
)

_SIGNS = r"(?:[、，和及与]|以及)(?:符号|缩略语|代号|略语|缩写)"
_RIGHT = (
    ("own", patterns.compile(rf"下列(?:术语和定义|术语(?:、定义)?(?:{_SIGNS})+)适用于本文件。")),
    ("both", patterns.compile(rf".+界定的以及下列(?:术语和定义|术语(?:、定义)?(?:{_SIGNS})+)适用于本文件。")),
    ("other", patterns.compile(rf".+界定的术语和定义(?:{_SIGNS})*适用于本文件。")),
    ("none", patterns.compile(r"本文件没有需要界定的术语和定义。")),
)
_SPACE = patterns.compile(r"\s+")
_NO = patterns.compile(r"\b(?:no|not)\b", regex.IGNORECASE)
_ELSEWHERE = patterns.compile(r"\d|\b(?:given|defined|specified) in\b")
_SENTENCE = patterns.compile(r"[^。；\n\u2028]+[。；]?")
_NOTHING = patterns.compile(r"(?:暂?无|没有|不适用|略|/|[—-]+|(?i:none|nil|n/a|not\s?applicable|void))[。.]?")
_DOCUMENTS = patterns.compile(
    r"^(?P<documents>[^。\n]*?(?:\d|》|部分）|部分\))[^。\n]{0,4}?)(?:中)?(?:界定|确立|规定|给出|定义|所列|中的|的)"
)
_MERGED = patterns.compile(r"符号|缩略|略语|代号|缩写")
_WITHOUT = patterns.compile("没有|不涉及|不提供|不界定|未|无")
_REPEATED = patterns.compile("重复列出|以下列出|再次列出")


@missing_terms_lead_in.finder
@altered_terms_lead_in.finder
@terms_lead_in_conflict.finder
@terms_source_not_listed.finder
@empty_terms_clause.finder
def find(doc: Document) -> Iterator[Finding]:
    terms = doc.terms
    section = terms.section
    if section is None:
        return
    own, none = (OWN, NONE) if doc.lang == "zh" else (ENGLISH_OWN, ENGLISH_NONE)
    if not terms.lead_in:
        end = section.head[1]
        if terms.entries and doc.kind != "terminology":
            yield missing_terms_lead_in.at(section.place, fix=[Edit(end, end, "\n" + own)], safe=False, right=own)
        elif not section.children:
            said = [doc.blocks[index].span for index in section.body if doc.blocks[index].span != section.head]
            edit = Edit(*said[0], none) if said else Edit(end, end, "\n" + none)
            if all(_NOTHING.fullmatch(fold(doc.text[start:stop])) for start, stop in said):
                yield empty_terms_clause.at(section.place, fix=[edit], safe=False, right=none)
        return
    index = terms.lead_in[0]
    sentence = _lead_in(doc, index)
    if sentence:
        yield from (_wording if doc.lang == "zh" else _english_wording)(doc, sentence, terms)
    if doc.outline.first("references"):
        for mention in doc.mentions:
            citation = mention.citation
            if citation.block == index and mention.strict and not listed(citation.key, doc.references):
                yield terms_source_not_listed.at(citation.span, name=doc.text[citation.span[0] : citation.span[1]])


def _lead_in(doc: Document, index: int) -> Span | None:
    start, end = doc.blocks[index].span
    if doc.lang != "zh":
        sentences = doc.provisions.sentences(index)
        told = next((s.span for s in sentences if ENGLISH_LEAD_IN.search(doc.text, *s.span)), None)
        return told and doc.stripped(told)
    for match in _SENTENCE.finditer(doc.text, start, end):
        text = match.group()
        if LEAD_IN.search(text):
            return match.start() + len(text) - len(text.lstrip()), match.start() + len(text.rstrip())
    return None


def _wording(doc: Document, span: Span, terms: Terms) -> Iterator[Finding]:
    text = fold(doc.text[span[0] : span[1]])
    form = next((name for name, pattern in _RIGHT if pattern.fullmatch(text)), "")
    own = any(_sure(entry) for entry in (*terms.entries, *terms.unnumbered))
    some = own or bool(terms.entries or terms.unnumbered or terms.loose or terms.groups)
    if not form:
        title = doc.region_at(span[0]).section.title
        if _MERGED.search(text) or (_MERGED.search(title) and "适用" in text and "本文件" in text):
            return
        right = _rewritten(doc.text[span[0] : span[1]], some)
        yield altered_terms_lead_in.at(span, fix=right, right=right)
    elif (
        own
        and form in ("other", "none")
        and not _REPEATED.search(doc.text, span[1], doc.blocks[doc.block_at(span[0])].span[1])
    ):
        yield terms_lead_in_conflict.at(span, fact="列有术语条目", fact_en="there are entries")
    elif not some and form in ("own", "both") and not _MERGED.search(text):
        yield terms_lead_in_conflict.at(span, fact="没有术语条目", fact_en="there are none")


_ENGLISH_SIGNS = r"(?:(?:,| and) (?:symbols?|abbreviations|abbreviated terms|units))*"
_ENGLISH_TERMS = rf"terms?(?: and|,) definitions?{_ENGLISH_SIGNS}"
_ENGLISH_RIGHT = (
    ("own", patterns.compile(rf"For the purposes of this document, the following {_ENGLISH_TERMS} apply\.")),
    (
        "both",
        patterns.compile(
            rf"For the purposes of this document, the {_ENGLISH_TERMS} given in .+ and the following apply\."
        ),
    ),
    ("other", patterns.compile(rf"For the purposes of this document, the {_ENGLISH_TERMS} given in .+ apply\.")),
    ("none", patterns.compile(r"No terms and definitions are listed in this document\.")),
)
_ENGLISH_GIVEN = patterns.compile(
    r"\b(?:given|defined|specified|listed|contained|found|set out|provided|of|from|in)\s(?:in\s)?"
    r"(?P<documents>(?:ISO|IEC|EN|ASTM|IEEE|ITU)\b[^;\n]{2,160}?)(?P<also>,?\sand\s(?:in\s)?(?:also\s)?(?:with\s)?the\sfollowing\b[^.,;\n]{0,40}?"
    r"|,?\s(?:together with|as well as) the following\b[^.,;\n]{0,40}?)?,?\s(?:shall\s)?appl(?:y|ies)\b"
)
_ENGLISH_SECOND = patterns.compile(r"\brepeated\b|\breproduced\b|\bfor (?:ease|convenience)\b")
_ENGLISH_MERGED = patterns.compile(r"symbol|abbreviat|acronym|notation|units", regex.IGNORECASE)


def _english_wording(doc: Document, span: Span, terms: Terms) -> Iterator[Finding]:
    text = _SPACE.sub(" ", doc.text[span[0] : span[1]])
    form = next((name for name, pattern in _ENGLISH_RIGHT if pattern.fullmatch(text)), "")
    some = bool(terms.entries or terms.unnumbered or terms.loose or terms.groups)
    if not form:
        if _ENGLISH_MERGED.search(text) or _ENGLISH_MERGED.search(doc.region_at(span[0]).section.title):
            return
        right, certain = _english_rewritten(text, some)
        yield altered_terms_lead_in.at(span, fix=right if certain else None, right=right)
    elif form in ("other", "none") and any(entry.definition for entry in terms.entries):
        if not _ENGLISH_SECOND.search(doc.text, *doc.blocks[doc.block_at(span[0])].span):
            yield terms_lead_in_conflict.at(span, fact="列有术语条目", fact_en="there are entries")
    elif not some and form in ("own", "both") and not _ENGLISH_MERGED.search(text):
        yield terms_lead_in_conflict.at(span, fact="没有术语条目", fact_en="there are none")


def _english_rewritten(text: str, own: bool) -> tuple[str, bool]:
    """Return the right sentence, and whether nothing of the one that stands there is lost."""
    given = _ENGLISH_GIVEN.search(text)
    if given is not None:
        also = " and the following" if given["also"] or (own and "following" in text) else ""
        documents = given["documents"].strip().rstrip(",")
        return f"For the purposes of this document, the terms and definitions given in {documents}{also} apply.", True
    if own or not _NO.search(text):
        return ENGLISH_OWN, not _ELSEWHERE.search(text)
    return ENGLISH_NONE, True


def _sure(entry: Entry) -> bool:
    """Say whether what was read as an entry surely is one."""
    return bool(entry.english and entry.definition)


def _rewritten(text: str, own: bool) -> str:
    documents = _DOCUMENTS.match(text.strip())
    if documents and "没有" not in text:
        named = documents["documents"].strip()
        return f"{named}界定的{'以及下列' if own or '下列' in text or '以下' in text else ''}术语和定义适用于本文件。"
    return OWN if own or not _WITHOUT.search(text) else NONE
