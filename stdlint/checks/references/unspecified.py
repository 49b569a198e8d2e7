"""Name the document whose provisions are to be met.

“The relevant laws” apply anyway, and a reader cannot know which standards are “relevant”. Where both stand in one
phrase, only the laws are reported. A sentence that names a document is left alone.

法律法规本来就要遵守，不写“应符合国家有关法律法规”；“有关标准”没有说清是哪个文件，读者无从执行，应写出文件编号。
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.modals import RECOMMENDATION, REQUIREMENT
from stdlint.views.provisions import INSTRUCTION
from stdlint.views.regions import PROVISION_ROLES

general_compliance_with_law = Check(
    id="REF130",
    message="不应笼统要求遵守法律法规，“{phrase}”应删除。",
    message_en="A document does not require compliance with the law in general; delete “{phrase}”.",
    bad="""
        # 4 要求

        产品⟦应符合国家有关法律法规的规定⟧。
    """,
    good="""
        # 4 要求

        产品应符合GB/T 191的规定。
    """,
    more=(
        (
            """
            # 4 要求

            服务人员⟦应遵守国家法律、法规和规章制度⟧，仪表整洁。

            废液的处置⟦应符合国家和地方现行环境保护法律法规及政策的要求⟧。

            服务机构应依法设立，⟦严格遵守国家相关的法律法规⟧。

            服务应满足下列要求：

            a) ⟦符合国家有关法律、法规的规定⟧；

            b) 信息真实。
            """,
            """
            # 4 要求

            服务人员应仪表整洁。

            废液的处置应符合GB 8978的要求。

            服务机构应依法设立。

            服务应满足下列要求：

            a) 信息真实。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        废液的处置应符合《中华人民共和国环境保护法》的规定。组织应识别适用的法律法规，并证实有能力满足适用的法律法规要求。

        应贯彻企业的质量政策。应遵守企业的规章制度。文件中不应有要求符合法规或政策性文件的条款。供应商宜遵守国家有关法律法规。应建立法律法规清单。

        注：处置还涉及国家有关法律法规的规定，应遵守国家有关法律法规。

        # 附录A（资料性）示例

        应遵守国家有关法律法规。
        """,
    ),
)

unspecified_standard = Check(
    id="REF131",
    message="“{phrase}”没有写明是哪个文件，应写出所引用文件的编号。",
    message_en="“{phrase}” does not say which document; give its number.",
    bad="""
        # 4 要求

        产品⟦应符合国家现行有关标准的规定⟧。
    """,
    good="""
        # 4 要求

        产品应符合GB/T 191的规定。
    """,
    more=(
        (
            """
            # 4 要求

            包装⟦应符合相关标准的要求⟧。

            验收⟦按国家有关规定⟧执行。

            仪器应经检定，精度⟦应满足相应国家标准和行业标准⟧。

            食品⟦应符合食品安全国家标准⟧，应选用⟦符合国家标准⟧的材料，机电设备⟦应符合国家有关防火的规定⟧。

            设备应满足下列要求：

            ——⟦符合有关规范的规定⟧；

            ——外观完好。
            """,
            """
            # 4 要求

            包装应符合GB/T 191的要求。

            验收按GB/T 2828.1执行。

            仪器应经检定，精度应满足JJG 99的要求。

            食品应符合GB 2760的规定，应选用符合GB/T 6682的材料，机电设备应符合GB 50016的规定。

            设备应满足下列要求：

            ——外观完好。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        产品应符合国家标准GB/T 191的规定。产品应符合现行国家标准《包装储运图示标志》的规定。应符合7.5.2中的相关规定。

        应按照本文件的有关规定执行。应符合下列有关标准的规定：

        应按规定执行。相关标准的编号应正确。应按照标准化工作的要求进行。试样的数量应按有关产品标准的规定确定。应符合国家标准化管理委员会的要求。用相关标准溶液校准。编码应符合国家标准编号的格式，工作应按国家标准制定程序进行。

        产品宜符合有关标准的规定。本文件给出了符合国家标准的方法。应符合相关方要求。应按相关标准溶液配制。

        # 附录A（资料性）示例

        应符合有关标准的规定。
        """,
        """
        # 3 术语和定义

        ### 3.1

        合格品　qualified product

        符合有关标准要求的产品。
        """,
    ),
)

_LEAD = r"(?:应当?|必须|须|严格|认真|自觉)*"
_LAW = patterns.compile(
    rf"{_LEAD}(?:符合|遵守|遵循|遵照|执行|满足|服从|贯彻)(?:并[^，。；]{{2}})?(?!本|其)(?:(?!适用)[^，。；：《“（()\n\dA-Za-z]){{0,16}}?(?:法律|法规|规章(?!制度)|政策)"
    r"(?:[^，。；：《（()\n]{0,16}(?:规定|要求|制度)|(?:[、和与及]|以及)?(?:法规|规章|政策|规范|标准))*"
)
_GENERAL = patterns.compile(r"^(?:应|必须|须|严格|认真|自觉).*(?:法律|法规)|国家|有关|相关|现行|地方|当地|各项")
_GENERIC = patterns.compile("(?:产品|材料)(?:技术)?(?:标准|规范)")
_ABOUT = (
    r"(?:国家|我国|地方|当地|行业|团体|有关|相关|相应|现行|最新|对应|主管部门|部门|强制性|推荐性|安全|卫生|环保|环境保护|消防|质量|技术|管理|产品|专业|其[他它]"
    r"|各项|标准|[的和与及或、])"
)
_VAGUE = patterns.compile(r"有关|相关|相应|现行|国家|行业|地方")
_STANDARD = patterns.compile(
    rf"{_LEAD}(?:符合|遵守|遵循|遵照|执行|满足|达到|按照|依照|依据|根据|参照|按)(?:{_ABOUT}{{1,8}}?|国家(?:现行)?的?(?:有关|相关)\p{{Han}}{{1,12}}?|\p{{Han}}{{2,4}}(?=国家标准|行业标准)(?:国家|行业))(?:标准(?!化|体系|编[号写]|代号|文本|[制修]|备案|实施|审查|管理|溶液|物质|样|曲线|[值差品液气件]|大气|状态|条件|偏差|操作|作业|[和、及或]\p{{Han}}{{2}}标准)|规范(?![化围])|规程|规定(?!的(?!要求)))"
    r"(?:[和与及或、](?:标准|规范|规程|规定))*(?:的?(?:规定|要求))?"
)
_DONE = patterns.compile(r"(?:的?(?:方法|程序))?(?:进行|执行|办理|处理|实施|操作|测定|检[验测]|验收)")


_LAWS = ("法律", "法规", "规章", "政策")
_HINTS = ("有关", "相关", "相应", "现行", "国家", "行业", "地方")
_LEADS = frozenset("合守循照行足到据按从彻家国方当业体关应新门性荐全生保护防量术理品它他项准的和与及或、律规")
"""The last characters of what may stand in front of those words."""


@general_compliance_with_law.finder
@unspecified_standard.finder
def find(doc: Document) -> Iterator[Finding]:
    laws = [match for match in _matches(doc, _LAW, _LAWS) if _GENERAL.search(match.group()) and _requires(doc, match)]
    for match in laws:
        yield general_compliance_with_law.at(match.span(), phrase=match.group())
    for match in _matches(doc, _STANDARD, _HINTS, _LEADS):
        phrase = match.group()
        if not _VAGUE.search(phrase) or _GENERIC.search(phrase) or not _requires(doc, match) or _is_named(doc, match):
            continue
        if not any(law.start() < match.end() and match.start() < law.end() for law in laws):
            yield unspecified_standard.at(match.span(), phrase=phrase)


def _matches(
    doc: Document, pattern: regex.Pattern[str], hints: tuple[str, ...], leads: frozenset[str] = frozenset()
) -> Iterator[regex.Match[str]]:
    """Yield the matches in the blocks of the normative text where one of the words stands, behind one of `leads`."""
    text = doc.text
    blocks: set[int] = set()
    for hint in hints:
        at = text.find(hint)
        while at >= 0:
            if not leads or text[at - 1 : at] in leads:
                blocks.add(doc.block_at(at))
            at = text.find(hint, at + 2)
    for index in sorted(blocks):
        region = doc.regions[index]
        if region.normative and region.role in PROVISION_ROLES and region.element != "terms":
            yield from (m for m in pattern.finditer(text, *doc.blocks[index].span) if m.start() not in doc.quoted)


def _requires(doc: Document, match: regex.Match[str]) -> bool:
    """Say whether the words belong to a requirement or instruction."""
    index = doc.block_at(match.start())
    sentence = doc.provisions.at(match.start(), index)
    if sentence is None:
        return False
    if sentence.type in (REQUIREMENT, INSTRUCTION):
        return True
    done = _DONE.match(doc.text, match.end()) is not None
    return (done or doc.blocks[index].kind == "item") and sentence.type != RECOMMENDATION


def _is_named(doc: Document, match: regex.Match[str]) -> bool:
    """Say whether the sentence names a document, or a list that does follows."""
    start, end = doc.sentence(match.start())
    block = doc.block_at(start)
    if "《" in doc.text[start:end] or doc.text[start:end].rstrip().endswith(("：", ":")):
        return True
    return any(citation.block == block and start <= citation.span[0] < end for citation in doc.citations)
