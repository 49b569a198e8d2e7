"""Cover every prescribed item in the explanatory note, if only to say that there is nothing to say.

The note tells those who comment, review and approve why the draft is as it is. An item that is left out leaves open
whether it was forgotten; “无” does not. The comparison with the former edition is asked of revisions only; notes on
other than national standards often treat comparison with and use of international documents as one.

编制说明应逐项交代；确无内容的，写“无”。新旧内容的对比只适用于修订；国家标准以外的编制说明常将国际标准的对比和采用情况并为一项。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint.check import Check, Finding
from stdlint.document import Document

_HEADS = (
    "一、工作简况",
    "二、编制原则、主要内容及其确定依据",
    "三、试验验证的分析、综述报告，技术经济论证，预期的经济效益、社会效益和生态效益",
    "四、与国际、国外同类标准技术内容的对比情况",
    "五、以国际标准为基础的起草情况",
    "六、与有关法律、行政法规及相关标准的关系",
    "七、重大分歧意见的处理经过和依据",
    "八、涉及专利的有关说明",
    "九、实施国家标准的要求，以及组织措施、技术措施、过渡期和实施日期的建议",
    "十、其他应当说明的事项",
)
_GROUP = (
    "1 任务来源、起草过程",
    "2 标准编制原则和确定标准主要内容的论据",
    "3 主要试验（或验证）情况",
    "4 标准中涉及知识产权的情况",
    "5 采用国际标准和国外先进标准的程度",
    "6 与现行法律、法规和强制性标准的协调性",
    "7 重大分歧意见的处理：无。",
    "8 贯彻标准的措施建议",
    "9 废止现行标准的建议",
    "10 其他：无。",
)


def _note(heads: tuple[str, ...], *without: int, title: str = "《金属垫圈试样的制备》编制说明") -> str:
    said = [f"## {head}\n\n略。" for number, head in enumerate(heads, 1) if number not in without]
    return "\n\n".join([f"# {title}", *said])


def _both(*without: int, more: str = "") -> tuple[str, str]:
    """Return a note without some items, its title marked, and one with them."""
    bad, good = _note(_HEADS, *without, title="⟦《金属垫圈试样的制备》编制说明⟧"), _note(_HEADS)
    return bad + more, good + more


_SENTENCES = """
《金属垫圈试样的制备》编制说明

任务来源：国家标准化管理委员会下达的计划，计划号20221234-T-469。

本标准的编制遵循科学性和适用性原则。本标准规定了试样的制备步骤。

起草组开展了为期三个月的试验验证，结果表明步骤可行。

国内外没有同类标准。本标准没有采用国际标准。

本标准与现行法律、法规和强制性标准没有冲突。

本标准没有产生重大分歧意见。本标准不涉及专利。

建议本标准发布6个月后实施。

无其他应当说明的事项。
"""

explanatory_note_item_missing = Check(
    id="STG081",
    message="编制说明缺少“{missing}”；确无内容的，写“无”。",
    message_en="The explanatory note lacks the item “{missing_en}”; where there is nothing to say, it says so.",
    bad=_both(7)[0],
    good=_both(7)[1],
    more=(
        _both(8),
        _both(1),
        _both(9),
        _both(10),
        _both(4),
        (
            _note(_HEADS, title="⟦《金属垫圈》（修订）编制说明⟧"),
            _note((*_HEADS, "附：修订前后技术内容的对比"), title="《金属垫圈》（修订）编制说明"),
        ),
        (
            _note(_GROUP, 6, title="⟦团体标准《街道夜间照明服务指南》编制说明⟧"),
            _note(_GROUP, title="团体标准《街道夜间照明服务指南》编制说明"),
        ),
    ),
    clean=(
        _SENTENCES,
        _note(_GROUP, 9, title="团体标准《街道夜间照明服务指南》编制说明"),
        _note((*_GROUP[:4], "5 与国际、国外对比情况", *_GROUP[5:]), title="行业标准《街道夜间照明规范》编制说明"),
        _note(_GROUP, title="《街道夜间照明服务指南》（征求意见稿）编制说明\n\n（东方照明协会团体标准）"),
    ),
)


@explanatory_note_item_missing.finder
def find(doc: Document) -> Iterator[Finding]:
    note = doc.explanatory_note
    draft = doc.beside.get("draft")
    revised = draft is not None and draft.foreword is not None and draft.foreword.has("replacement")
    for _, parts in note.missing(revised=revised):
        yield explanatory_note_item_missing.at(
            note.head,
            missing="、".join(part.name for part in parts),
            missing_en=", ".join(part.name_en for part in parts),
        )
