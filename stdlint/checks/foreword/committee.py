"""Name the committee in charge in the foreword, in the prescribed form and with its code.

Who wants to propose a change has to know whom to ask; the code tells committees of similar names apart.

前言写明文件由谁归口，全国标准化技术委员会还要写明代号：对文件有意见的人据此知道该找谁。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.foreword import Foreword, Statement

missing_responsible_committee = Check(
    id="FWD040",
    message="前言未说明文件由谁归口，应写“本文件由……归口。”。",
    message_en="The foreword does not name the committee in charge (“本文件由……归口。”).",
    bad="""
        # ⟦前言⟧

        本文件由工业和信息化部提出。

        本文件起草单位：东山研究院。
    """,
    good="""
        # 前言

        本文件由工业和信息化部提出。

        本文件由全国电梯标准化技术委员会（SAC/TC 196）归口。

        本文件起草单位：东山研究院。
    """,
    clean=(
        """
        # 前言

        本文件由卫生信息标准专业委员会负责技术审查和技术咨询，由东山市卫生健康委员会负责业务管理。

        本文件起草单位：东山研究院。
        """,
        """
        # 前言

        本文件由东山市农业农村局提出、归口并组织实施。

        本文件起草单位：东山研究院。
        """,
        """
        # 前言

        本文件的技术归口单位为××××。
        """,
        """
        Q/DSJX 001—2024

        东山机械有限公司企业标准

        # 前言

        本文件由东山机械有限公司提出并起草。

        # 1 范围
        """,
        """
        # 前言

        本标准代替GB 5009.3—2010《食品中水分的测定》。

        本标准与GB 5009.3—2010相比，主要变化如下：

        ——增加了卡尔·费休法。

        # 1 范围
        """,
    ),
)

malformed_committee_statement = Check(
    id="FWD041",
    message="“{quote}”应写成“本文件由……{verb}。”的形式。",
    message_en="“{quote}” should have the form “本文件由……{verb}。”",
    bad="""
        # 前言

        ⟦归口单位：全国螺纹标准化技术委员会（SAC/TC 108）⟧
    """,
    good="""
        # 前言

        本文件由全国螺纹标准化技术委员会（SAC/TC 108）归口。
    """,
    more=(
        (
            """
            # 前言

            ⟦本文件的提出单位为东山市应急管理局。⟧

            ⟦归口部门：东山市应急管理局。⟧
            """,
            """
            # 前言

            本文件由东山市应急管理局提出。

            本文件由东山市应急管理局归口。
            """,
        ),
        (
            """
            # 前言

            ⟦由中国东山协会提出并归口。⟧
            """,
            """
            # 前言

            本文件由中国东山协会提出并归口。
            """,
        ),
        (
            """
            # 前言

            ⟦提出并归口单位：中国东山协会⟧
            """,
            """
            # 前言

            本文件由中国东山协会提出并归口。
            """,
        ),
    ),
    clean=(
        """
        # 前言

        本文件由东山市农业农村局提出并组织实施。

        本文件由东山市农业标准化技术委员会归口管理。

        本标准由××××提出。
        """,
        """
        # 前言

        本标准按照GB/T 1.1—2009给出的规则起草。

        归口单位：全国螺纹标准化技术委员会。

        本标准起草单位：东山研究院。
        """,
    ),
)

missing_committee_code = Check(
    id="FWD050",
    message="“{name}”后应给出代号，如“（SAC/TC 286）”。",
    message_en="The committee “{name}” lacks its code, such as (SAC/TC 286).",
    bad="""
        # 前言

        本文件由⟦全国螺纹标准化技术委员会⟧归口。
    """,
    good="""
        # 前言

        本文件由全国螺纹标准化技术委员会（SAC/TC 108）归口。
    """,
    more=(
        (
            """
            # 前言

            本文件由⟦全国金融标准化技术委员会证券分技术委员会⟧提出。本文件由⟦全国金融标准化技术委员会⟧（TC 180）归口。
            """,
            """
            # 前言

            本文件由全国金融标准化技术委员会证券分技术委员会（SAC/TC 180/SC 4）提出。
            本文件由全国金融标准化技术委员会（SAC/TC 180）归口。
            """,
        ),
    ),
    clean=(
        """
        # 前言

        本文件由全国××××标准化技术委员会归口。

        本文件由全国碳排放管理标准化技术委员会 (SAC / TC548)提出。

        本文件由全国原理与方法标准化技术委员会（SAC/TC ×××）归口。

        本文件由东山省螺纹标准化技术委员会归口。

        本文件由全国区块链标准化技术委员会（筹）归口。

        本文件起草单位：全国螺纹标准化技术委员会秘书处、东山研究院。
        """,
    ),
)

_LABEL = patterns.compile(
    r"^(?:本(?:文件|标准|部分)的?)?(?P<verb>(?:技术)?归口(?:管理)?|提出(?:单位|部门)?(?:[、和及与并/]|以及)归口|提出)"
    r"(?:单位|部门|机构|标委会|委员会)?(?:：|[为是](?=.))(?P<name>[^：。]*)。?$"
)
_SUBJECTLESS = patterns.compile(r"^由(?P<name>[^，。]+?)(?P<verb>提出(?:[、和及与并]+归口)?|归口)。?$")
_NAME = patterns.compile(
    r"全国[^，。；：（(]{1,60}?标准化(?:(?:分)?技术委员会|工作组)(?:[^，。；：、（(提归]{0,30}分技术委员会)?"
)
_CODE = patterns.compile(r"[\s\u3000]*[（(](?:[^（）()]*S[\s]*A[\s]*C|筹)")
_PLACEHOLDER = patterns.compile(r"[×*＊_＿…]|[Xx]{2,}|某某")


@missing_responsible_committee.finder
@malformed_committee_statement.finder
@missing_committee_code.finder
def find(doc: Document) -> Iterator[Finding]:
    foreword = doc.foreword
    if foreword is None or not foreword.sentences:
        return
    if _lacks_committee(doc, foreword):
        yield missing_responsible_committee.at(foreword.section.place)
    if foreword.legacy:
        return
    told: set[int] = set()
    for statement in foreword.all("proposer", "committee"):
        if statement.span[0] in told:
            continue
        told.add(statement.span[0])
        yield from _malformed(doc, statement)
        yield from _codeless(doc, statement)


def _lacks_committee(doc: Document, foreword: Foreword) -> bool:
    """Say whether a committee should be named: enterprises have none, and old forewords may be of another kind."""
    if doc.cover.level == "enterprise" or foreword.has("committee"):
        return False
    return not foreword.legacy or foreword.has("proposer", "units", "drafters")


def _malformed(doc: Document, statement: Statement) -> Iterator[Finding]:
    match = _LABEL.match(statement.text) or _SUBJECTLESS.match(statement.text)
    if match is None or statement.broken:
        return
    said = doc.text[slice(*statement.span)]
    both = "提出" in match["verb"] and "归口" in match["verb"]
    verb = "提出并归口" if both else "归口" if "归口" in match["verb"] else "提出"
    if said.startswith("由"):
        fix: str | None = "本文件" + said
    else:
        name = said[max(said.find(sign) for sign in "：:为是") + 1 :].strip("。 　")
        fix = f"本文件由{name}{verb}。" if match["name"] and name in said else None
    yield malformed_committee_statement.at(statement.span, fix=fix, safe=False, verb=verb)


def _codeless(doc: Document, statement: Statement) -> Iterator[Finding]:
    for match in _NAME.finditer(doc.text, *statement.span):
        if not _CODE.match(doc.text, match.end()) and not _PLACEHOLDER.search(match.group()):
            yield missing_committee_code.at(match.span(), name=match.group())
