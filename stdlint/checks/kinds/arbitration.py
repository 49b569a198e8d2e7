"""Name the arbitration method where several methods are given for one characteristic.

Two methods give two values; without a word which decides, a dispute cannot be settled. Methods are clauses, annexes,
documents and what is called “……法”; a choice of instruments is no choice of methods, and methods for different cases
(“……时”) do not compete. “仲裁” or “争议” in the same subclause, or in the general clauses of the chapter, settles it.

同一特性给出多种试验方法时，应指明仲裁方法，否则发生争议时无从判定。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.chapters import Chapter
from stdlint.views.outline import Section
from stdlint.views.regions import PROVISION_ROLES
from stdlint.views.wording import BLANK, fold

methods_without_arbitration = Check(
    id="KND065",
    message="“{quote}”给出了多种方法，应指明哪一种为仲裁方法。",
    message_en="“{quote}” gives several methods; name the one that decides in a dispute.",
    bad="""
        # 涂料技术规范

        # 4 要求

        # 5 证实方法

        ## 5.1 固含量

        ⟦按5.2或按5.3⟧测定。
    """,
    good="""
        # 涂料技术规范

        # 4 要求

        # 5 证实方法

        ## 5.1 固含量

        按5.2或按5.3测定，5.2为仲裁方法。
    """,
    more=(
        (
            """
            ---
            stdlint: {kind: product}
            ---

            # 4 技术要求

            # 5 试验方法

            ## 5.1 碳

            ⟦按GB/T 20123或GB/T 223.69⟧的规定进行。

            ## 5.2 水分

            用⟦烘干法或卡尔·费休法⟧测定水分。

            ## 5.3 灰分

            按附录A进行测定，也可⟦按附录A或者附录B⟧的方法试验。

            ## 5.4 硫

            ⟦按GB/T 214测定，也可按GB/T 25214⟧测定。
            """,
            """
            ---
            stdlint: {kind: product}
            ---

            # 4 技术要求

            # 5 试验方法

            ## 5.1 碳

            按GB/T 20123或GB/T 223.69的规定进行，仲裁时按GB/T 20123。

            ## 5.2 水分

            用烘干法或卡尔·费休法测定水分。有争议时，采用烘干法。

            ## 5.3 灰分

            按附录A进行测定。

            ## 5.4 硫

            按GB/T 214测定。
            """,
        ),
    ),
    clean=(
        """
        # 涂料技术规范

        # 4 要求

        包装应符合5.1或5.2的规定，按GB/T 191或合同包装。

        # 5 证实方法

        ## 5.1 尺寸

        用钢卷尺或卡尺测量尺寸。按5.2或合同规定的方法检验。

        ## 5.2 厚度

        厚度不大于10 mm时按5.3或5.4测定。

        ## 5.3 外观

        按GB/T 9761规定的目视法进行检验。

        # 6 检验规则
        """,
        """
        # 涂料技术规范

        # 4 要求

        # 5 证实方法

        ## 5.1 一般规定

        有争议时，以先列出的方法为准。

        ## 5.2 固含量

        按附录A或附录B测定。
        """,
    ),
)

_DOCUMENT = r"[A-Z]{2,}(?:/[A-Z]{1,4})?[ \u00a0]?[\d.]+(?:[-—:]\d+)*(?:中的?[第\d.A-Z章]+)?"
_METHOD = (
    rf"(?:{_DOCUMENT}|(?<![\d.])\d{{1,2}}(?:\.\d{{1,2}})+(?![\d.])|附录{BLANK}?[A-Z](?:\.\d+)*|[\p{{Han}}·-]{{2,12}}(?<![方做办用说算])法"
    rf"|方法{BLANK}?[A-Z一二三\d])"
)
_CHOICE = patterns.compile(
    rf"(?:(?<=[按用]|采用|按照|依据)|按照?){BLANK}?(?P<first>{_METHOD})(?:、{_METHOD})*(?:的?规定)?"
    rf"(?:或者?|(?:的方法)?(?:进行)?(?:测定|试验|检验|检测|测试|分析|测量)?，?也可(?:以)?){BLANK}?"
    rf"(?:按照?|采用|用)?{BLANK}?(?!(?P=first)(?![\d.])){_METHOD}"
    r"(?=[^。；，\n]{0,24}?(?:测定|试验|检验|检测|测试|分析|测量|验证|执行|进行))"
)
_OFFERS = patterns.compile("或|也可")
_SETTLED = patterns.compile("仲裁|争议|异议|疑义|有疑|为准")
_CASES = patterns.compile(r"时[，,按采用]|时，|情况|分别|对于|适用|根据|视|当")
_GENERAL = patterns.compile("一般|通则|总则|规定|条件|仲裁|争议|概述")


@methods_without_arbitration.finder
def find(doc: Document) -> Iterator[Finding]:
    offering = {doc.block_at(match.start()) for match in _OFFERS.finditer(doc.text)}
    for chapter in doc.chapters if offering else ():
        if not _gives_methods(chapter):
            continue
        for index in chapter.section.blocks():
            if index not in offering or doc.regions[index].role not in PROVISION_ROLES:
                continue
            for match in _CHOICE.finditer(doc.text, *doc.blocks[index].span):
                sentence = doc.sentence(match.start())
                if _CASES.search(doc.text, *sentence) or _is_settled(doc, doc.regions[index].section):
                    continue
                yield methods_without_arbitration.at(match.span())


def _gives_methods(chapter: Chapter) -> bool:
    return not chapter.roles.isdisjoint(("verification", "traceability", "procedure", "sampling"))


def _is_settled(doc: Document, section: Section) -> bool:
    """Say whether the subclause, or what is said in general above it, names the method that decides."""
    places = [*section.walk()]
    above = section.parent
    while above is not None:
        places.append(above)
        places += [child for child in above.children if child.titled and _GENERAL.search(fold(child.title))]
        above = above.parent
    return any(_SETTLED.search(doc.text, *doc.blocks[index].span) for place in places for index in place.body)
