"""State in the foreword how the document is related to the international document, in the usual words.

“本文件等同采用……”, “本文件修改采用……”, or “本文件参考……起草，一致性程度为非等效”: readers and catalogues look for these
words. Only the first two are called an adoption.

前言用通行的表述说明与国际文件的关系：等同采用、修改采用，或参考起草且一致性程度为非等效；非等效不是“采用”。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Edit, Span
from stdlint.views.adoption import DOCUMENT, NOT_EQUIVALENT
from stdlint.views.fixed import SELF
from stdlint.views.wording import BLANK

missing_adoption_statement = Check(
    id="ADO030",
    message="{sign}，但前言未说明本文件与该国际文件的关系，如“本文件等同采用……”。",
    message_en="The foreword does not state the relation to the international document, although {sign_en}.",
    bad="""
        GB/T 19001—XXXX

        质量管理体系　要求

        Quality management systems—Requirements

        （ISO 9001:2015，IDT）

        # ⟦前言⟧

        本文件由××归口。

        # 1 范围
    """,
    good="""
        GB/T 19001—XXXX

        质量管理体系　要求

        Quality management systems—Requirements

        （ISO 9001:2015，IDT）

        # 前言

        本文件等同采用ISO 9001:2015《质量管理体系　要求》。

        本文件由××归口。

        # 1 范围
    """,
    more=(
        (
            """
            GB/T 19001—XXXX/ISO 9001:2015

            质量管理体系　要求

            # ⟦前言⟧

            本文件代替GB/T 19001—2016《质量管理体系　要求》。

            # 1 范围
            """,
            """
            GB/T 19001—XXXX/ISO 9001:2015

            质量管理体系　要求

            # 前言

            本文件代替GB/T 19001—2016《质量管理体系　要求》。

            本文件使用翻译法等同采用ISO 9001:2015《质量管理体系　要求》。

            # 1 范围
            """,
        ),
        (
            """
            GB/T 19001—XXXX

            质量管理体系　要求

            （ISO 9001:2015，IDT）

            # ⟦前言⟧

            本文件做了下列最小限度的编辑性改动：

            ——增加了3.4的注2。

            # 1 范围
            """,
            """
            GB/T 19001—XXXX

            质量管理体系　要求

            （ISO 9001:2015，IDT）

            # 前言

            本文件等同采用ISO 9001:2015《质量管理体系　要求》。

            本文件做了下列最小限度的编辑性改动：

            ——增加了3.4的注2。

            # 1 范围
            """,
        ),
    ),
    clean=(
        """
        GB/T 19001—XXXX

        （ISO 9001:2015，NEQ）

        # 前言

        本文件参考ISO 9001:2015起草。

        # 1 范围
        """,
        """
        GB/T 19001—XXXX/ISO 9001:2015

        # 1 范围
        """,
    ),
)

malformed_adoption_statement = Check(
    id="ADO031",
    message="与国际文件的关系不写作“{quote}”，应使用“等同采用”“修改采用”或“一致性程度为非等效”等通行表述。",
    message_en="“{quote}” is not the usual wording: an identical adoption, a modified one, or not equivalent.",
    bad="""
        # 前言

        本文件⟦与ISO 9001:2015相同⟧。
    """,
    good="""
        # 前言

        本文件等同采用ISO 9001:2015。
    """,
    more=(
        (
            """
            # 前言

            本文件⟦采用⟧ISO 9001:2015《质量管理体系　要求》。
            """,
            """
            # 前言

            本文件等同采用ISO 9001:2015《质量管理体系　要求》。
            """,
        ),
        (
            """
            # 前言

            本文件⟦等同转化⟧ISO 9001:2015《质量管理体系　要求》。
            """,
            """
            # 前言

            本文件等同采用ISO 9001:2015《质量管理体系　要求》。
            """,
        ),
        (
            """
            # 前言

            本文件⟦IDT⟧ ISO 9001:2015《质量管理体系　要求》。
            """,
            """
            # 前言

            本文件等同采用 ISO 9001:2015《质量管理体系　要求》。
            """,
        ),
        (
            """
            # 前言

            本文件⟦与ISO 9001:2015《质量管理体系　要求》完全一致⟧。
            """,
            """
            # 前言

            本文件等同采用ISO 9001:2015《质量管理体系　要求》。
            """,
        ),
        (
            """
            # 前言

            本文件⟦等同于⟧ISO/IEC 27001:2022《信息安全管理体系　要求》。
            """,
            """
            # 前言

            本文件等同采用ISO/IEC 27001:2022《信息安全管理体系　要求》。
            """,
        ),
        (
            """
            # 前言

            本文件⟦完全采用⟧IEC 60335-1:2020《家用和类似用途电器的安全》。
            """,
            """
            # 前言

            本文件等同采用IEC 60335-1:2020《家用和类似用途电器的安全》。
            """,
        ),
        (
            """
            # 前言

            本文件⟦翻译自⟧ISO 9001:2015《质量管理体系　要求》。
            """,
            """
            # 前言

            本文件等同采用ISO 9001:2015《质量管理体系　要求》。
            """,
        ),
        (
            """
            # 前言

            本文件按照GB/T 1.1—2020的规定起草。

            本文件⟦等效采用⟧ISO 9001:2015《质量管理体系　要求》。
            """,
            """
            # 前言

            本文件按照GB/T 1.1—2020的规定起草。

            本文件修改采用ISO 9001:2015《质量管理体系　要求》。
            """,
        ),
        (
            """
            # 前言

            本文件按照GB/T 1.1—2020的规定起草。

            本文件⟦参照采用⟧ISO 9001:2015《质量管理体系　要求》。
            """,
            """
            # 前言

            本文件按照GB/T 1.1—2020的规定起草。

            本文件参考ISO 9001:2015《质量管理体系　要求》起草，一致性程度为非等效。
            """,
        ),
    ),
    clean=(
        """
        # 前言

        本文件使用翻译法等同采用ISO 9001:2015《质量管理体系　要求》。
        """,
        """
        # 前言

        本文件的抽样方案与ISO 2859-1:1999一致。
        """,
        """
        # 前言

        本文件与ISO 9001:2015《质量管理体系　要求》相协调。
        """,
        """
        # 前言

        本文件采用ISO 9001:2015界定的过程方法。
        """,
        """
        # 前言

        本标准等效采用ISO 9001:1994《质量体系》。

        本标准由××归口。

        本标准代替GB/T 19001—1992《质量体系》。
        """,
    ),
)

adoption_claimed_for_neq = Check(
    id="ADO100",
    message="一致性程度为非等效时不称为“采用”，如“本文件参考ISO 9:2015起草，一致性程度为非等效”。",
    message_en="A document that is not equivalent is no adoption: “{quote}”.",
    bad="""
        # 前言

        本文件⟦非等效采用⟧ISO 9:2015《××》。
    """,
    good="""
        # 前言

        本文件参考ISO 9:2015《××》起草，一致性程度为非等效。
    """,
    more=(
        (
            """
            # 前言

            本文件⟦参考采用⟧ISO 9001:2015《质量管理体系　要求》，一致性程度为非等效。
            """,
            """
            # 前言

            本文件参考ISO 9001:2015《质量管理体系　要求》起草，一致性程度为非等效。
            """,
        ),
        (
            """
            # 前言

            本文件使用重新起草法⟦采用⟧ISO 9001:2015《质量管理体系》，与ISO 9001:2015的一致性程度为非等效。
            """,
            """
            # 前言

            本文件使用重新起草法参考ISO 9001:2015《质量管理体系》编制，与ISO 9001:2015的一致性程度为非等效。
            """,
        ),
    ),
    clean=(
        """
        # 前言

        本文件与ISO 9001:2015的一致性程度为非等效。
        """,
        """
        # 前言

        本文件修改采用ISO 10:2000《一》，与ISO 20:2001的一致性程度为非等效。
        """,
        """
        # 前言

        本标准非等效采用ISO 9001:1994《质量体系》。

        本标准由××归口。

        本标准代替GB/T 19001—1992《质量体系》。
        """,
    ),
)

_NUMBER = rf"{DOCUMENT}[\d.:：+—/A-Z-]*"
_OTHERWISE = patterns.compile(
    rf"{SELF}(?:在技术内容上)?(?:(?P<whole>与{BLANK}*(?P<document>{_NUMBER}{BLANK}*(?:《[^《》\n]*》)?)(?:的?(?:技术)?内容)?"
    rf"(?:完全|基本)?(?:相同|一致|等同)(?=[。，；]))"
    rf"|(?P<same>(?:完全|全文|直接)(?:等同)?采用|等同(?:于|翻译|转化)|等同(?=ISO|IEC)|(?:直接)?(?:翻译自|译自|转化自)|IDT(?:采用)?)"
    rf"了?{BLANK}*(?={_NUMBER})|(?P<other>等效采用|(?:参照|参考|部分)采用|EQV|MOD|NEQ)了?{BLANK}*(?={_NUMBER})"
    rf"|(?P<other>采用)了?{BLANK}*(?={_NUMBER}{BLANK}*(?:《[^《》\n]*》)?{BLANK}*(?:[。；，]|$)))"
)
_CALLED = patterns.compile(
    r"(?P<said>非等(?:效|同)(?:地)?采用)"
    rf"|(?P<said>(?:参照|参考|部分)?(?<!等同|修改)采用)了?{BLANK}*(?={_NUMBER})"
)


@missing_adoption_statement.finder
@malformed_adoption_statement.finder
@adoption_claimed_for_neq.finder
def find(doc: Document) -> Iterator[Finding]:
    foreword = doc.foreword
    if foreword is None:
        return
    adoption = doc.adoption
    if adoption.claimed and not adoption.related and foreword.sentences:
        yield _unstated(doc, foreword.section.place)
    if foreword.legacy:
        return
    for span in adoption.related:
        neq = any(c.degree == NOT_EQUIVALENT and span[0] <= c.span[0] < span[1] for c in adoption.statements)
        called = _CALLED.search(doc.text, *span) if neq else None
        if called is not None:
            yield adoption_claimed_for_neq.at(called.span("said"))
        elif not any(span[0] <= claim.span[0] < span[1] for claim in adoption.statements):
            yield from _otherwise(doc, span)


def _unstated(doc: Document, place: Span) -> Finding:
    adoption = doc.adoption
    if adoption.dual:
        number = doc.text[slice(*adoption.dual)].lstrip("/／ ")
        sign, sign_en = f"文件编号中有“{number}”", f"the document number holds “{number}”"
    else:
        sign, sign_en = "封面有一致性程度标识", "the cover has a mark of consistency"
    return missing_adoption_statement.at(place, sign=sign, sign_en=sign_en)


def _otherwise(doc: Document, span: Span) -> Iterator[Finding]:
    """Report a relation in other words; where they can only mean an identical adoption, offer its usual words."""
    match = _OTHERWISE.search(doc.text, *span)
    if match is None:
        return
    if match["whole"]:
        at = match.span("whole")
        partly = "基本" in match["whole"]
        fix = None if partly else [Edit(*at, f"等同采用{match['document']}")]
        yield malformed_adoption_statement.at(at, fix=fix, safe=False)
    elif match["same"]:
        yield malformed_adoption_statement.at(match.span("same"), fix="等同采用", safe=False)
    else:
        yield malformed_adoption_statement.at(match.span("other"))
