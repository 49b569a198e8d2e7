"""Keep requirements and instructions out of a guidance document.

Guidance lets its readers choose: it recommends and states. A document that demands something is a specification or a
code of practice. What the law demands keeps its words, and so does what another document or a contract is said to
demand. Clashing forms (“宜应”) are told by MOD080. Terms, scope, notes and informative annexes have rules of their own.

指南提供指导和建议，由使用者选择，只用推荐和陈述；提出要求的文件是规范或规程。法律规定的、转述其他文件或合同的要求除外；
“宜应”之类的连用由MOD080报告，术语、范围、注和资料性附录另有规则。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Span
from stdlint.views.modals import REQUIREMENT, Modal
from stdlint.views.provisions import commands
from stdlint.views.regions import PROVISION_ROLES, Region
from stdlint.views.reported import is_others, reports

_GUIDE = "        # 物业服务指南\n\n        # 1 范围\n\n        # 4 总则\n\n"


def _guide(text: str) -> str:
    return f"{_GUIDE}        {text}\n"


requirement_in_guidance = Check(
    id="KND030",
    message="指南不含要求型条款，“{word}”宜改为“{right}”或陈述。",
    message_en="Guidance contains no requirements; make “{word}” a recommendation (“{right}”) or a statement.",
    bad=_guide("组织⟦应⟧开展需求分析。"),
    good=_guide("组织宜开展需求分析。"),
    more=(
        (
            """
            ---
            stdlint: {kind: guidance}
            ---
            # 1 范围

            # 4 需求分析

            ⟦不应⟧仅分析现状。组织⟦应当⟧记录结果，⟦应该⟧公开结果。人员⟦须⟧经过培训，⟦必须⟧签字，⟦不得⟧代签。

            | 阶段 | 内容 |
            |---|---|
            | 准备 | 工作组⟦应⟧收集资料 |

            # 附录A（规范性）　估算

            ⟦应⟧按公式估算，⟦禁止⟧重复计算。
            """,
            """
            ---
            stdlint: {kind: guidance}
            ---
            # 1 范围

            # 4 需求分析

            不宜仅分析现状。组织宜记录结果，宜公开结果。人员宜经过培训，宜签字，不宜代签。

            | 阶段 | 内容 |
            |---|---|
            | 准备 | 工作组宜收集资料 |

            # 附录A（规范性）　估算

            宜按公式估算，不宜重复计算。
            """,
        ),
        (
            _guide(
                "服务转型前⟦要⟧做需求分析。⟦要⟧对成熟度进行评估，具体程序⟦需⟧满足GB/T 16733的要求，人员均⟦需⟧具备经验。"
            ),
            _guide("服务转型前宜做需求分析。宜对成熟度进行评估，具体程序宜满足GB/T 16733的要求，人员均宜具备经验。"),
        ),
        (
            _guide("⟦需⟧对服务进行记录，⟦要⟧定期开展演练，⟦务必⟧记录，⟦切勿⟧遗漏。"),
            _guide("宜对服务进行记录，宜定期开展演练，宜记录，不宜遗漏。"),
        ),
        (
            _guide("至少⟦应⟧包括三个阶段，⟦应⟧急需物资的采购按附录A。应急物资⟦应⟧应用新技术。"),
            _guide("至少宜包括三个阶段，宜急需物资的采购按附录A。应急物资宜应用新技术。"),
        ),
        (
            _guide("物业企业⟦要⟧定期检查设施，保安⟦要⟧对门禁进行检查。"),
            _guide("物业企业宜定期检查设施，保安宜对门禁进行检查。"),
        ),
        (
            _guide("服务⟦应⟧符合法律法规的规定，⟦应⟧遵守《物业管理条例》。"),
            _guide("服务宜符合法律法规的规定，宜遵守《物业管理条例》。"),
        ),
    ),
    clean=(
        """
        # 物业服务规范

        # 1 范围

        # 4 要求

        组织应开展需求分析。
        """,
        """
        # 社区应急物资储备指南

        # 1 范围

        本文件提供了储备的指导，应遵守的事项见附录B。

        # 3 术语和定义

        ## 3.1

        应答

        应当在收到通知之后作出的回应。

        # 4 总则

        供应商的响应和相应的应用相适应，效应、应力和反应与之对应。应急和应对的措施宜便于应用。根须、玉米须和用户须知除外。

        依据《中华人民共和国消防法》的规定，疏散通道必须保持畅通，不得堆放物品。法律、法规规定必须备案的，宜说明。组织必须遵守国家有关规定。

        宜确定是否应停止供应，宜考虑应采取的措施和应由谁负责。宜在协议中约定：供应商应在24 h内交货。

        宜在协议中明确供应商应按时供货。GB/T 24353要求组织应识别风险。宜说明什么情况下应启动预案。

        应由业主承担的费用宜单独列支。供应商承诺其产品必须耐用的，宜保存承诺书。必须指出的是，结果只反映当年的情况。

        消防法要求单位必须设置疏散通道。主要对设施进行检查，需要定期更换的部件见表3。

        宜在合同中规定供方应提供的资料，不宜使用“应”“必须”等字样。

        需要考虑的因素包括供需平衡、急需物资和所需人员。如需满足特殊的需要，宜另行商定。对需进行维修的设备宜登记，需具备资质的岗位见表1。

        主要要求和重要要素见表2。只要对结果进行评价，就能发现要点。必要时，宜对结果进行评价。

        注：操作者应戴手套。

        # 附录B（资料性）　合同

        供应商应按时供货。
        """,
    ),
)

instruction_in_guidance = Check(
    id="KND031",
    message="指南不含指示型条款，“{quote}……”宜改为推荐或陈述。",
    message_en="Guidance contains no instructions; make “{quote}…” a recommendation or a statement.",
    bad=_guide("⟦认真组织⟧宣贯工作。"),
    good=_guide("宜组织宣贯工作。"),
    more=(
        (
            """
            ---
            stdlint: {kind: guidance}
            ---
            # 1 范围

            # 4 总则

            4.1 ⟦建立⟧信息反馈机制，以发现问题。

            4.2 ⟦对⟧实施中的问题采取有效措施加以解决。

            4.3 面向媒体，⟦加大⟧宣传，形成氛围。

            4.4 ⟦了解⟧实施的关键点和难点。了解之后再培训。

            4.5 方案由组织制定。⟦及时修订⟧方案。

            4.6 ⟦按照⟧附录A进行评价。

            4.7 ⟦确保⟧设施可用。

            4.8 ⟦积极引导⟧业主参与。
            """,
            """
            ---
            stdlint: {kind: guidance}
            ---
            # 1 范围

            # 4 总则

            4.1 宜建立信息反馈机制，以发现问题。

            4.2 宜对实施中的问题采取有效措施加以解决。

            4.3 面向媒体，宜加大宣传，形成氛围。

            4.4 宜了解实施的关键点和难点。了解之后再培训。

            4.5 方案由组织制定。宜及时修订方案。

            4.6 宜按照附录A进行评价。

            4.7 宜确保设施可用。

            4.8 宜积极引导业主参与。
            """,
        ),
    ),
    clean=(
        """
        # 物业服务指南

        # 1 范围

        # 4 总则

        宜考虑：

        - 建立信息反馈机制；
        - 加强沟通。

        建立信息反馈机制是持续改进的基础。建立机制后，问题能及时发现。加强沟通有助于了解需求，明确的职责便于协作。

        对供应商进行评价的方法见6.2。对问题采取措施可避免损失。确定目标时，宜征求意见。了解需求的方法包括访谈。

        | 等级 | 行动 |
        |---|---|
        | 一级 | 加强巡查，及时报告 |

        了解业主的想法有多种途径。坚持公开的企业较多。

        遵守本文件。按照本文件的规定进行评价。

        组织通过访谈了解需求。及时性和完整性由组织评价。加强筋的尺寸见表2。

        注：认真组织宣贯工作。
        """,
    ),
)

_RIGHT = {"不": "不宜", "禁": "不宜", "严": "不宜"}
_DOES = r"[^，。；：\n\u2028]{1,40}?(?:进行|开展|加以|予以|实施|作出|做出)"
_OFTEN = "定期|及时|认真|严格|首先|至少|同时|充分"
_DEMANDS = patterns.compile(
    rf"(?P<word>要)(?:(?<=[。；，：\n前后时均都也还 \u3000]要)"
    rf"(?:对{_DOES}|(?:{_OFTEN})?(?:做(?!法)|进行|开展|建立|制定|加强|检查|评估|组织))"
    rf"|(?<=\p{{Han}}要)(?<![主重需必只想若如就首简纲摘提概扼次将快会紧险机]要)(?:对{_DOES}|(?:{_OFTEN})\p{{Han}}{{2}}))"
    r"|(?P<word>需)(?<![所必急无不如若按供内外刚军特何仅只视凡当]需)"
    rf"(?:对{_DOES}|(?:{_OFTEN})?(?:满足|符合|遵守|遵循|达到|进行|具备|建立|制定|配备|设置|确保|保证)(?!的))"
    r"|(?P<word>务必|切勿)(?!的)"
)
_PART_OF_CLAUSE = patterns.compile(
    r"(?:[时者后前的]|情况下)$|的[^，。；]*(?:见[\d表图附第]|包括|是)|的(?:人员|人|单位|组织|岗位|场所|设备|项目|产品)$"
)
_CLAUSE = patterns.compile(r"[^，。；：\n\u2028]*")
_IF = patterns.compile(r"(?:如|若|当|凡|对|向|因|由于)[^，。；：\n\u2028]*$")


@requirement_in_guidance.finder
def find(doc: Document) -> Iterator[Finding]:
    for modal in doc.clause_modals:
        demands = modal.type == REQUIREMENT and not modal.attributive and modal not in doc.clashing
        if demands and not _is_others(doc, modal):
            right = _RIGHT.get(modal.word[0], "宜")
            text = None if doc.text.startswith("可", modal.span[1]) or modal.word == "只准许" else right
            yield requirement_in_guidance.at(modal.span, fix=text, safe=False, word=modal.word, right=right)
    defined = _defined(doc)
    for match in doc.matches(_DEMANDS):
        start = match.start()
        region = doc.region_at(start)
        if not _provides(region, *PROVISION_ROLES) or doc.block_at(start) in defined:
            continue
        if _IF.search(before := doc.text[doc.sentence(start)[0] : start]) or reports(before):
            continue
        clause = _CLAUSE.match(doc.text, start)
        if clause is None or _PART_OF_CLAUSE.search(clause.group()) or doc.verbs((match.end("word"), clause.end())):
            continue
        word = match["word"]
        right = "不宜" if word == "切勿" else "宜"
        yield requirement_in_guidance.at(match.span("word"), fix=right, safe=False, word=word, right=right)


def _provides(region: Region, *roles: str) -> bool:
    """Say whether what guidance provides stands in a region, in one of the roles."""
    return region.normative and region.role in roles and region.element in ("clause", "annex")


def _is_others(doc: Document, modal: Modal) -> bool:
    return is_others(doc.text, doc.sentence(modal.span[0]), modal)


def _defined(doc: Document) -> set[int]:
    """Return the blocks of the term entries."""
    return {block for entry in doc.terms.entries for block in entry.blocks}


_ADVERB = "认真|切实|大力|积极|严格|及时|定期|全面|充分|深入|广泛|合理|科学|妥善|不断|进一步|持续"
_VERB = (
    "加强|加大|强化|健全|完善|落实|做好|搞好|抓好|建立健全|建立|制定|制订|明确|确定|设立|成立|采取|遵守|遵循|坚持"
    "|确保|识别|了解|掌握|开展|推进|推动|推广|组织|实施|培训|修订|更新|检查|评估|分析|收集|记录|公开|公布|宣传|执行|配备"
    "|考虑|尊重|关注|重视|保护|保障|优化|改进|提高|提升|利用|发挥|听取|征求|引导|动员"
)
_BARE = (
    "加强(?!筋|型)|加大|强化(?!木)|健全|完善|落实|做好|搞好|抓好|建立健全|建立|制定|制订|明确|设立|成立|采取|遵守|坚持|确保"
    "|了解|掌握|注重|重视|尊重"
)
_DIRECTS = patterns.compile(
    r"[ \u3000]*(?:(?:面向|通过|根据)[^，。；]{1,30}，)?"
    rf"(?P<verb>(?:{_ADVERB})地?(?:{_VERB})|{_BARE}"
    r"|对(?=[^，。；]{2,40}?(?:采取[^，。；]{0,10}措施|进行[^，。；的]{2,6}[，。；]|加以|予以)))"
    r"(?![的性了后时前者]|之|以来|过程)(?P<rest>[^。；]*)"
)
_STATES = patterns.compile(
    r"是|(?<!以\p{Han}{1,6})为(?!了)|属于|有(?:助|利)于|便于|能|会|可(?![用靠])|见[\d表图附第]|包括|由|取决|意味|体现|需要|作为|的(?:方法|方式|目的|过程|内容|原则|时机|基础)|有多|[较很更不]多|时，|后，|之前，"
)


_ITSELF = ("本文件", "本指南", "本标准", "本部分", "本导则")
"""The document itself: whoever is told to follow it is told of by KND034."""

_OPENS = re.compile(
    rf"[\n。；\u2028][ \u3000]*(?P<verb>{_ADVERB}|{_BARE}|对|面向|通过|根据|按|将|把"
    r"|称取|量取|吸取|移取|打开|关闭|开启|启动|加入|放入|置于|浸入|先"
    r"|(?:试验|使用|测定|测试|测量|检验|称量|安装|装配|操作|取样|开机)前)"
)
"""What `_DIRECTS` and `commands` begin with, at the beginning of a sentence."""


@instruction_in_guidance.finder
def instructions(doc: Document) -> Iterator[Finding]:
    silent = _defined(doc)
    items: set[int] | None = None
    for match in _OPENS.finditer(doc.text):
        index = doc.block_at(match.start("verb"))
        if not _provides(doc.regions[index], "text") or index in silent or doc.blocks[index].kind in ("label", "item"):
            continue
        if items is None:
            items = {item.block for one in doc.lists for item in one.items}
        sentence = doc.sentence(match.start("verb"))
        span = None if index in items or doc.verbs(sentence) else _directs(doc, sentence)
        if span is not None and not doc.text.startswith(_ITSELF, span[1]):
            silent.add(index)
            yield instruction_in_guidance.at(span)


def _directs(doc: Document, span: Span) -> Span | None:
    """Return the words by which a sentence tells somebody to do something, or None."""
    match = _DIRECTS.match(doc.text, *span)
    if match is None:
        return commands(doc.text, span)
    return None if _STATES.search(match["rest"]) else match.span("verb")
