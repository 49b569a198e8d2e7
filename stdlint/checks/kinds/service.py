"""Set requirements on the service in a service specification, not on who provides it and with what.

Customers receive the service; staff, premises and equipment are means, for which other standards exist. Where they are
inevitable, a standard is cited or an annex used. One word for the customer keeps readers from asking whether “顾客” and
“客户” are two parties.

服务规范规定服务本身的特性；组织、人员、设施设备和环境是手段，需要时引用相应的标准或写入附录。对服务的接受者用同一个词，
以免读者误以为“顾客”与“客户”是两方。
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import regex

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.modals import REQUIREMENT
from stdlint.views.outline import Section
from stdlint.views.regions import PROVISION_ROLES
from stdlint.views.wording import fold

requirement_on_service_organization = Check(
    id="KND066",
    message="服务规范规定服务的特性，不对“{title}”提出要求；需要时可引用相应的标准，或写入附录。",
    message_en="A service specification is about the service; cite a standard for “{title}”, or use an annex.",
    bad="""
        # 物业服务规范

        # 1 范围

        # 5 ⟦人员要求⟧

        服务人员应经过培训。
    """,
    good="""
        # 物业服务规范

        # 1 范围

        # 5 服务要求

        服务人员应在10 min内答复。
    """,
    more=(
        (
            """
            ---
            stdlint: {kind: "specification, service"}
            ---
            # 1 范围

            # 4 基本要求

            ## 4.1 ⟦服务机构⟧

            应具有营业执照。

            ## 4.2 ⟦从业人员⟧

            ### 4.2.1 人员资质

            应具有资质。

            ## 4.3 ⟦设施与设备要求⟧

            ### 4.3.1 厨房

            应配备消毒柜。

            # 5 ⟦服务场所和环境⟧

            应保持通风。

            # 6 服务内容

            应提供上门服务。
            """,
            """
            ---
            stdlint: {kind: "specification, service"}
            ---
            # 1 范围

            # 4 要求

            ## 4.1 响应时间

            应在10 min内答复。

            # 6 服务内容

            应提供上门服务。
            """,
        ),
        (
            """
            # 养老服务规范

            # 1 范围

            # 4 基本要求

            4.1 ⟦服务机构应具有⟧合法的资质，服务人员应具备能力。

            4.2 服务人员应配备工具。

            # 5 服务要求

            服务人员应主动问候。
            """,
            """
            # 养老服务规范

            # 1 范围

            # 4 基本要求

            4.1 服务机构应公开服务内容。

            4.2 服务人员应说明来意。

            # 5 服务要求

            服务人员应主动问候。
            """,
        ),
        (
            """
            # 养老服务规范

            # 1 范围

            # 4 ⟦组织机构与人员⟧

            应有三名护士。

            # 5 服务要求

            ⟦养老机构应取得⟧许可。入住人员应持有身份证件。

            # 6 护理

            ⟦护理人员应持有健康证明⟧。

            # 7 ⟦人员要求⟧
            """,
            """
            # 养老服务规范

            # 1 范围

            # 4 服务内容

            应有护理服务。

            # 5 服务要求

            护理人员应主动问候。入住人员应持有身份证件。

            # 6 证实方法
            """,
        ),
        (
            "# 养老服务规范\n\n# 1 范围\n\n# 4 ⟦服务提供者基本要求⟧\n\n应具有资质，并应有三名护士。",
            "# 养老服务规范\n\n# 1 范围\n\n# 4 服务要求\n\n应有护理服务。",
        ),
    ),
    clean=(
        """
        # 物业服务规范

        # 1 范围

        # 5 要求

        ## 5.1 服务人员

        服务人员应符合GB/T 20647.9的规定。服务机构应具有GB/T 20647.9规定的条件。

        ## 5.2 设施设备

        设施设备应符合附录A的规定。

        ## 5.3 设施设备维护

        应每月检查一次电梯。

        ## 5.4 人员密集场所的服务

        应公布时限。

        ## 5.5 共用设施设备

        应每周巡查一次。

        ## 5.6 从业人员

        从业人员由机构指派。

        # 6 证实方法

        ## 6.1 人员

        检查人员应不少于2人。

        # 附录A（规范性）　设施设备要求

        应有消毒柜。
        """,
        "# 物业服务指南\n\n# 1 范围\n\n# 4 人员要求\n\n应有资质。",
        "# 物业服务评价规范\n\n# 1 范围\n\n# 4 人员要求\n\n应有资质。",
        "# 物业服务管理规程\n\n# 1 范围\n\n# 4 人员要求\n\n应有资质。",
        "# 服务器技术规范\n\n# 1 范围\n\n# 4 设备要求\n\n应有电源。",
        "# 物业服务企业人员配备规范\n\n# 1 范围\n\n# 4 人员要求\n\n应有资质。",
    ),
)

mixed_customer_terms = Check(
    id="KND271",
    message="“{word}”与“{usual}”混用，若指同一对象，宜统一为“{usual}”。",
    message_en="Both “{word}” and “{usual}” are used; if they mean the same party, use one of them throughout.",
    bad="""
        # 物业服务规范

        # 1 范围

        # 4 要求

        顾客提出需求后，应及时答复顾客。⟦客户⟧不满意时应回访。
    """,
    good="""
        # 物业服务规范

        # 1 范围

        # 4 要求

        顾客提出需求后，应及时答复顾客。顾客不满意时应回访。
    """,
    more=(
        (
            """
            ---
            stdlint: {kind: service}
            ---
            # 1 范围

            # 4 要求

            应告知消费者时限。消费者投诉后，应在1 d内答复。⟦用户⟧不满意时应回访，并征求用户的意见。消费者可评价服务。

            | 阶段 | 内容 |
            |---|---|
            | 结束 | 回访⟦顾客⟧ |

            # 附录A（规范性）　测评

            询问⟦客户⟧。
            """,
            """
            ---
            stdlint: {kind: service}
            ---
            # 1 范围

            # 4 要求

            应告知消费者时限。消费者投诉后，应在1 d内答复。消费者不满意时应回访，并征求消费者的意见。消费者可评价服务。

            | 阶段 | 内容 |
            |---|---|
            | 结束 | 回访消费者 |

            # 附录A（规范性）　测评

            询问消费者。
            """,
        ),
    ),
    clean=(
        """
        # 物业服务规范

        # 前言

        本文件由用户协会提出，用户可反馈。

        # 1 范围

        # 4 要求

        应答复顾客，顾客可用客户端提出需求，用户名和用户界面应符合《客户服务规范》的规定。应保护消费者权益。

        顾客可向消费者协会投诉，客户经理和客服应答复顾客，客户服务中心应公开电话。

        注：客户可匿名。

        # 附录A（资料性）　问卷

        询问客户。
        """,
        """
        # 快递服务规范

        # 1 范围

        # 3 术语和定义

        ## 3.1

        客户　client

        与快递企业签订协议的组织。

        ## 3.2

        用户　user

        使用快递服务的人。

        # 4 要求

        应答复客户，客户可查询。应答复用户，用户可查询。
        """,
        """
        # 快递服务规范

        # 1 范围

        # 4 要求

        应答复顾客和客户，顾客可查询，客户可查询。
        """,
        "# 物业服务指南\n\n# 1 范围\n\n# 4 总则\n\n宜答复顾客，顾客可评价。",
    ),
)

_QUALITY = "(?:基本|资质|能力|配备|配置|资格|素质|岗位|管理|安全|卫生|硬件|专业|条件|健康|行为|职业|培训)"
_PERSONS = "人员|员工|机构|组织|企业|单位|提供者|提供方|经营者|经营单位|供应商|队伍|团队|师资|主体|服务员|岗位"
_MEANS = "设施|设备|设施设备|场所|场地|环境|用品|物品|物资|器具|工具|用具|车辆|装备|耗材|硬件|场馆|用房"
_JOINED = rf"(?:(?:{_MEANS}|{_PERSONS})(?:[与和及、])?)+"
_PROVIDES = patterns.compile(
    rf"^(?!\p{{Han}}*(?:共用|公用|公共|顾客|客户|用户|消费者|服务对象|业主|个人))\p{{Han}}{{0,6}}{_JOINED}的?{_QUALITY}{{0,3}}(?:要求|条件|规定)$"
    rf"|^(?:服务|从业|工作)?(?:服务|从业|工作|相关|专业|管理)(?:{_PERSONS}|{_MEANS})(?:[与和及、](?:服务)?(?:{_JOINED}))?(?:{_QUALITY}{{1,2}})?$"
    rf"|^(?:人员|(?:组织)?机构|场所|场地|设施设备|设施[与和及、]设备|设备设施|设备[与和及、]设施)(?:[与和及、]{_JOINED})?(?:{_QUALITY}{{1,2}})?$"
)
_ABOUT = patterns.compile(
    rf"(?:{_PERSONS}|{_MEANS})\p{{Han}}{{0,6}}(?:配备|配置|资质|资格|能力|条件|素质|任职|建设|设置|设计|经营|管理)"
)
"""Titles of documents whose subject is what provides a service."""
_OWNS = patterns.compile(
    "应(?:具有|具备|持[^，。；]{0,10}?证(?:[明书件]|上岗)?|取得|配备|配置|年满|经过?[^，。；]{0,12}培训)"
)
_OWNER = patterns.compile(
    r"(?:^|[。；，\n \u3000\u2028])"
    r"(?P<who>(?:服务|从业|工作|专业|管理|护理|送餐|配送|维修|接待|客服|值班|安保|保洁|驾驶|操作|技术|一线|(?P<field>\p{Han}{2}))?(?:机构|组织|企业|单位|提供者|提供方|经营者|人员|服务员|员工))(?:均|都|也)?$"
)
"""`field`: what may be the field of the service; it is where the title of the document has it, too (助餐机构)."""
_ELSEWHERE = patterns.compile(r"附录|(?:GB|[A-Z]{2,}|DB\d+|T/[A-Z]+)(?:/[TZ])?[ \u3000]?\d|国家标准|相关标准")


@requirement_on_service_organization.finder
def requirements(doc: Document) -> Iterator[Finding]:
    if doc.kind not in ("specification", "service") or _ABOUT.search(fold(doc.cover.title)):
        return
    chapters = [
        chapter.section
        for chapter in doc.chapters
        if chapter.section.element == "clause" and "verification" not in chapter.roles
    ]
    told = [section for chapter in chapters for section in _told(doc, chapter)]
    for section in told:
        yield requirement_on_service_organization.at(section.head, title=section.title)
    yield from _in_text(doc, chapters, told)


def _told(doc: Document, section: Section) -> Iterator[Section]:
    """Yield the clauses, the uppermost ones, that by title and text set requirements on providers or means."""
    if section.titled and _PROVIDES.search(fold(section.title)) and _requires(doc, section):
        yield section
        return
    for below in section.children:
        yield from _told(doc, below)


def _requires(doc: Document, section: Section) -> bool:
    blocks = [*doc.provision_blocks(section)]
    if not blocks:
        return section.title.endswith("要求")
    return any(
        modal.type == REQUIREMENT
        and not modal.attributive
        and not _ELSEWHERE.search(doc.text, *doc.sentence(modal.span[0]))
        for index in blocks
        for modal in doc.verbs(doc.blocks[index].span)
    )


def _in_text(doc: Document, chapters: list[Section], told: list[Section]) -> Iterator[Finding]:
    """Report in other clauses, once in each chapter, what providers have to own or to be."""
    silent = {id(below) for section in told for below in section.walk()}
    open_ = {id(chapter) for chapter in chapters}
    for match in doc.matches(_OWNS):
        owner = _OWNER.search(doc.text, max(0, match.start() - 9), match.start())
        if owner is None or (owner["field"] and owner["field"] not in doc.cover.title):
            continue
        region = doc.region_at(match.start())
        chapter = id(region.section.chapter)
        if region.role != "text" or id(region.section) in silent or chapter not in open_:
            continue
        if not _ELSEWHERE.search(doc.text, *doc.sentence(match.start())):
            open_.discard(chapter)
            yield requirement_on_service_organization.at((owner.start("who"), match.end()), title=owner["who"])


_CUSTOMER = patterns.compile(
    r"(?P<word>顾客|客户(?!端|机|经理|服务|关系管理|号|代码)|用户(?!名|界面|接口|端|标识|账号|账户|手册|协议|画像|权限|层|态|协会|站|线|侧)|消费者(?!协会|权益|保护|组织|委员会|代表|保障|物价))"
)
_ELEMENTS = frozenset(("scope", "terms", "clause", "annex"))


@mixed_customer_terms.finder
def words(doc: Document) -> Iterator[Finding]:
    if sum(word in doc.text for word in ("顾客", "客户", "用户", "消费者")) < 2:
        return
    uses = [match for match in doc.matches(_CUSTOMER) if _is_said(doc, match.start())]
    counts = Counter(match["word"] for match in uses)
    if len(counts) < 2:
        return
    usual = counts.most_common(1)[0][0]
    defined = {entry.text for entry in doc.terms.entries}
    first: dict[str, regex.Match[str]] = {}
    for match in uses:
        first.setdefault(match["word"], match)
    for word, match in first.items():
        if word != usual and counts[usual] > 1 and not {word, usual} <= defined and not _apart(doc.text, word, usual):
            yield mixed_customer_terms.at(match.span(), word=word, usual=usual)


def _is_said(doc: Document, offset: int) -> bool:
    region = doc.region_at(offset)
    return region.normative and region.element in _ELEMENTS and region.role in PROVISION_ROLES


def _apart(text: str, word: str, usual: str) -> bool:
    """Say whether the two words stand side by side somewhere, as those of two parties do."""
    return any(sign in text for one, other in ((word, usual), (usual, word)) for sign in _side_by_side(one, other))


def _side_by_side(one: str, other: str) -> Iterator[str]:
    for sign in ("、", "和", "与", "及", "或", "以及", "/", "（", "("):
        yield f"{one}{sign}{other}"
