"""Make a requirement verifiable: no “足够”, “适当”, “及时” without a criterion.

Annex C names “应足够坚固” and “应较为便捷” as wording that cannot be verified. A vague word followed by a number or a
limit of time is not reported, nor is “充分混匀” in a procedure.

附录C把“应足够坚固”“应较为便捷”列为不能证实的要求。后面给出数值、时限的，以及步骤中的“充分混匀”之类不报告。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document

vague_requirement = Check(
    id="MOD030",
    message="“{word}”无法证实，要求中应给出可核查的指标或条件。",
    message_en="“{word}” cannot be verified; give a value or condition that can be checked.",
    bad="""
        # 4 要求

        外壳⟦应具有良好⟧的强度。发现故障后⟦应及时⟧处理，用户的意见⟦应充分⟧听取。

        通风⟦应适当⟧，布局⟦应合理⟧，维护⟦应方便⟧，成本⟦应比较低⟧。
    """,
    good="""
        # 4 要求

        外壳应能承受5 J的冲击。发现故障后应在24 h内处理，用户的意见应逐条答复。

        通风量应不小于5 m³/h。
    """,
    more=(
        (
            """
            # 4 要求

            机构⟦应提供足够⟧的场地，⟦应选择合适⟧的设备，人员⟦应充足⟧。发现缺陷⟦应尽早⟧修复（见6.2）。
            """,
            """
            # 4 要求

            机构应提供不小于20 m²的场地，应选择检定合格的设备，人员应不少于3名。发现缺陷应在2 d内修复（见6.2）。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        试样应充分混匀，应充分冲洗。发现故障后应及时处理，处理时间不超过2 h。应比较两次测量的结果。

        应有足够的长度，且不小于200 mm。应相对于基准面测量，应较上一周期降低5%。“应及时”一词不用。

        创建和更新成文信息时，组织应确保适当的：

        ——标识和说明；

        ——评审和批准。
        """,
        """
        # 4 总则

        宜合理安排试验。相应比较结果见表1。
        """,
    ),
    english=(
        (
            """
            # 4 Requirements

            The lid ⟦shall be suitable⟧. Operators ⟦shall have adequate⟧ training, and access ⟦shall be reasonably⟧
            easy. The laboratory ⟦shall provide sufficient⟧ space.
            """,
            """
            # 4 Requirements

            The lid shall withstand 50 N. Operators shall have completed the training given in Annex B.
            The laboratory shall provide a space of at least 20 m².
            """,
        ),
    ),
    clean_english=(
        """
        # 4 Requirements

        The volume shall be sufficient to immerse the probe. The cable shall be suitable for outdoor use. The
        wall shall have sufficient thickness, at least 2 mm. The organization shall determine the appropriate
        methods. The means shall be appropriate to the risk.

        The strength shall be adequate in accordance with ISO 898-1. The seal should be suitable. “The lid
        shall be suitable” is no requirement.

        NOTE The lid shall be suitable.
        """,
    ),
)

unverifiable_phrase = Check(
    id="MOD031",
    message="“{word}”是标准中列为反例的定性要求，应给出可证实的指标。",
    message_en="“{word}” is an example of what the standard calls unverifiable; give a value that can be checked.",
    bad="""
        # 4 要求

        外壳应⟦足够坚固⟧，操作应⟦较为便捷⟧，并具有⟦适当的强度⟧。
    """,
    good="""
        # 4 要求

        外壳应能承受5 J的冲击，操作步骤不应多于3步，抗拉强度应不小于200 MPa。
    """,
    clean=(
        """
        # 4 要求

        “应足够坚固”之类的表述无法证实。
        """,
    ),
    english=(
        (
            """
            # 4 Requirements

            The lid shall be ⟦sufficiently strong⟧. The handle shall be ⟦of adequate strength⟧.
            """,
            """
            # 4 Requirements

            The lid shall withstand 50 N.
            """,
        ),
    ),
    clean_english=(
        """
        # 4 Requirements

        Phrases such as “sufficiently strong” cannot be verified. The signal is sufficiently strong at this distance.
        """,
    ),
)

_LINK = (
    r"(?:能够|能|做到|具有|具备|有|保持|为|力求|进行|采用|采取"
    r"|设有|设置|留有|预留|配备|配置|给予|得到|处于|提供|选择|选用|建立|制定|安排|确保|保证)?"
)
_DOING = (
    r"(?:混|搅|摇|溶|振|洗|冲|干燥|接触|反应|燃烧|冷却|浸|润|研磨"
    r"|均|放电|预热|排气|清洗|乳化|分散|燃|风干|复温|平衡|吸收|沉淀|熔|灼|浇|考虑|摩擦|暴露|静置|回温|解冻|通风|排空|展开|加热)"
)
_VAGUE = patterns.compile(
    rf"应(?:当|该)?{_LINK}(?P<word>足够|充足|适当(?!人|考虑|避免|的[：:]|的标识和说明)|合适|适宜|适时|酌情|合理(?!考虑|避免)|良好|尽快|尽早|及时(?!性)|必要的|方便(?!面)|便捷|便利|美观|坚固|充分(?!{_DOING}|必要|利用率)|较为(?!准)|妥善|完善的?(?=[，。；]|制度|体系|措施)"
    r"|相对(?:稳定|独立|固定|完善|集中|宽松|简单|完整|合理|安全|统一|平衡|封闭|较)|(?:比较|较)(?:高|低|好|大|小|强|容易|稳定|方便|明显|完善|均匀|清晰|完整|平整|光滑|宽|长|短|快|慢|多|少)(?:的|(?=[，。；、\n]|$)))"
)
_PHRASE = patterns.compile(r"(?:足够|较为|相对|比较)(?:坚固|便捷|完善)|适当的强度")
_CRITERION = patterns.compile(
    r"\d[\d.]*\s*(?:[%‰a-zA-Zμ℃Ω°]|个|次|小时|分钟|天|日|年|月|倍|人|件|层)|[≤≥<>±]|不?(?:小于|大于|少于|多于|低于|高于|超过)|[一二两三四五六七八九十]+(?:个?工作日|小时|分钟|天|日)内|当[日天]|立即|附录|见表|符合|以确保|按照?[^，。；]{1,30}(?:规定|要求)"
)

_FIRST = frozenset("能做具有保为力进采设留预配给得处提选建制安确足充适合酌良尽及必方便美坚较妥完相比")
"""The characters that a vague word, or a verb in front of one, begins with."""

_SHALL = frozenset(("应", "应当", "应该", "不应"))


@vague_requirement.finder
@unverifiable_phrase.finder
def find(doc: Document) -> Iterator[Finding]:
    if doc.lang == "en":
        yield from _english(doc)
        return
    text = doc.text
    requiring = {m.span for m in doc.clause_modals if m.word in _SHALL and not m.attributive}
    for phrase in doc.matches(_PHRASE):
        before = doc.verbs((doc.sentence(phrase.start())[0], phrase.start()))
        if before and before[-1].span in requiring:
            yield unverifiable_phrase.at(phrase.span(), word=phrase.group())
    for modal in doc.clause_modals:
        if modal.span not in requiring:
            continue
        if text[modal.span[1] : modal.span[1] + 1] not in _FIRST:
            continue
        match = _VAGUE.match(text, modal.span[0] + (modal.word == "不应"))
        if match is None or _PHRASE.match(text, match.start("word")) or _has_criterion(doc, match.end()):
            continue
        yield vague_requirement.at(match.span(), word=match["word"])


_ENGLISH_VAGUE = patterns.compile(
    r"(?:\s+(?:be|have|provide|ensure|use|offer|possess))(?:\s+(?:an?|the|of))?\s+(?P<word>(?:adequate|sufficient)(?:ly)?|(?:suitab|reasonab)l[ey]|appropriate(?:ly)?(?=[.,;])"
    r"|(?:very|fairly|relatively)\s\w+|user-friendly|good)\b"
)
_ENGLISH_PHRASE = patterns.compile(r"sufficiently\s(?:strong|robust|convenient)\b|of\sadequate\sstrength\b")
_ENGLISH_CRITERION = patterns.compile(
    r"\d|\b(?:in accordance|accord|conform|compl(?:y|ies)|specified|defined|given in|Annex|at least|not (?:less|more)"
    r"|such that|so that)\b"
)
_ENGLISH_AIM = patterns.compile(r"(?:\s\w+)?\s(?:to|for|as|with|that|so|enough)\b")


def _english(doc: Document) -> Iterator[Finding]:
    for modal in doc.clause_modals:
        if not modal.word.startswith("shall") or modal.attributive:
            continue
        end = doc.sentence(modal.span[0])[1]
        phrase = _ENGLISH_PHRASE.search(doc.text, modal.span[1], end)
        if phrase and phrase.start() not in doc.quoted and len(doc.text[modal.span[1] : phrase.start()].split()) <= 3:
            yield unverifiable_phrase.at(phrase.span(), word=phrase.group())
            continue
        match = _ENGLISH_VAGUE.match(doc.text, modal.span[1])
        if match is None or _ENGLISH_AIM.match(doc.text, match.end()):
            continue
        if not _ENGLISH_CRITERION.search(doc.text, match.end(), end):
            yield vague_requirement.at((modal.span[0], match.end()), word=match["word"])


def _has_criterion(doc: Document, after: int) -> bool:
    """Say whether a number, a limit or a document follows in the same sentence."""
    return _CRITERION.search(doc.text, after, doc.sentence(after - 1)[1]) is not None
