"""Open the scope with the verb of the kind of document: 规定 for a specification, 提供 for guidance.

The first words of the scope tell the reader what the document does; “规定了” in guidance promises requirements that do
not come. A scope without any such verb is told by SCP020, a verb that does not go with its own object by SCP021; where
the kind is known, KND010 speaks for both.

范围的动词说明文件的作用：规范“规定”要求，规程“确立”程序，指南“提供”指导，术语标准“界定”术语，试验方法标准“描述”方法。
范围没有这样的动词由SCP020报告，动词与宾语不相配由SCP021报告。
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.kinds import KINDS, SCOPE_VERBS
from stdlint.views.scope import VERBS

scope_verb_unfit_for_kind = Check(
    id="KND010",
    message="{kind}标准的范围应写“本文件{right}了……”，不写“{quote}”。",
    message_en="The scope of a document of this kind ({kind_en}) says “{right}了”, not “{quote}”.",
    bad="""
        # 物业服务指南

        # 1 范围

        本文件⟦规定了⟧物业服务的内容。

        本文件适用于物业服务。
    """,
    good="""
        # 物业服务指南

        # 1 范围

        本文件提供了物业服务的指导。

        本文件适用于物业服务。
    """,
    more=(
        (
            "---\nstdlint: {kind: guidance}\n---\n# 1 范围\n\n本文件给出了物业服务的建议，⟦规定了⟧人员的要求。",
            "---\nstdlint: {kind: guidance}\n---\n# 1 范围\n\n本文件给出了物业服务的建议和人员的信息。",
        ),
        (
            "# 富硒稻米生产技术规程\n\n# 1 范围\n\n本文件⟦规定了⟧富硒稻米生产的产地环境和播种的要求。",
            "# 富硒稻米生产技术规程\n\n# 1 范围\n\n本文件确立了富硒稻米生产的程序，规定了播种的操作指示。",
        ),
        (
            "# 农田灌溉　术语\n\n# 1 范围\n\n本标准⟦规定了⟧农田灌溉的名词。",
            "# 农田灌溉　术语\n\n# 1 范围\n\n本标准界定了农田灌溉的术语。",
        ),
        (
            "# 水质　总磷的测定\n\n# 1 范围\n\n本文件⟦规定了⟧水中总磷的原理、试剂和步骤。",
            "# 水质　总磷的测定\n\n# 1 范围\n\n本文件描述了水中总磷的测定方法。",
        ),
        (
            "# 物业服务规范\n\n# 1 范围\n\n本文件⟦提供了⟧物业服务的信息。本文件适用于物业服务。",
            "# 物业服务规范\n\n# 1 范围\n\n本文件规定了物业服务的要求。本文件适用于物业服务。",
        ),
    ),
    clean=(
        "# 物业服务指南\n\n# 1 范围\n\n本文件确立了物业服务的原则，提供了物业服务的指导。",
        "# 物业服务指南\n\n# 1 范围\n\n本文件给出了物业服务的信息。\n\n本文件适用于规定了职责的组织。",
        "# 物业服务规范\n\n# 1 范围\n\n本文件确立了原则，规定了物业服务的要求，描述了对应的证实方法。",
        "# 稻米生产技术规程\n\n# 1 范围\n\n本文件规定了播种和移栽的操作指示。",
        "# 行政区划代码\n\n# 1 范围\n\n本文件给出了行政区划的代码。",
        "# 农田灌溉　图形符号\n\n# 1 范围\n\n本文件规定了农田灌溉的图形符号。",
        "# 水质　总磷的测定\n\n# 1 范围\n\n本文件描述了测定方法，规定了质量控制的要求。",
        "# 能源管理体系　要求\n\n# 1 范围\n\n本文件规定了能源管理体系的要求。",
        "# 物业服务指南\n\n# 1 范围\n\n本文件适用于物业服务。",
        "# 物业服务指南\n\n# 1 范围\n\n本文件不采用“规定了”一词。",
        "# 物业服务\n\n# 1 范围\n\n本文件规定了物业服务的要求。",
    ),
)

_SAYS = patterns.compile(rf"(?P<verb>{VERBS})了")
_INSTRUCTIONS = patterns.compile(r"规定了[^。]*指示")
_NEVER = {"guidance": ("规定",)}
"""What a kind does not do besides what it is for."""


@scope_verb_unfit_for_kind.finder
def find(doc: Document) -> Iterator[Finding]:
    right = SCOPE_VERBS.get(doc.kind, ())
    said = _said(doc) if right else []
    wrong = next((match for match in said if match["verb"] in _NEVER.get(doc.kind, ())), None)
    if said and not any(match["verb"] in right for match in said) and not _instructs(doc):
        wrong = wrong or said[0]
    if wrong is not None:
        kind = KINDS[doc.kind]
        yield scope_verb_unfit_for_kind.at(wrong.span(), kind=kind.zh, kind_en=kind.en, right=right[0])


def _instructs(doc: Document) -> bool:
    """Say whether the scope of a code of practice names its instructions, which stand for the procedure."""
    if doc.kind != "code-of-practice" or doc.scope is None:
        return False
    return _INSTRUCTIONS.search(doc.text, *doc.scope.opening) is not None


def _said(doc: Document) -> list[regex.Match[str]]:
    """Return the verbs with which the scope says what the document does, in front of what it applies to."""
    found: list[regex.Match[str]] = []
    for index in doc.scope.blocks if doc.scope else ():
        start, end = doc.blocks[index].span
        applies = doc.text.find("适用", start, end)
        last = end if applies < 0 else applies
        found += [match for match in _SAYS.finditer(doc.text, start, last) if match.start() not in doc.quoted]
        if applies >= 0:
            break
    return found
