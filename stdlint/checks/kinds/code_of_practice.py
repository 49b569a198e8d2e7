"""Establish the procedure of a code of practice, give its instructions, and say how following them is traced.

Its chapters are mostly called by the stages of the procedure (整地, 播种, 收获), so that hardly any title says “程序”.
The rule on the procedure therefore speaks only where every title is that of something in which no steps can stand; the
one on tracing only where neither a title nor a sentence asks for records or verification.

规程标准的核心技术要素是“程序确立”“程序指示”和“追溯/证实方法”。各阶段多以其内容命名（播种、收获），记录、档案、验收等均可作为追溯或证实
方法。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.core_elements import KEEPS_RECORDS, binding, has_own_structure, names_no_procedure, names_traces
from stdlint.views.provisions import INSTRUCTION
from stdlint.views.regions import PROVISION_ROLES

code_of_practice_without_procedure = Check(
    id="KND090",
    message="规程标准没有确立程序，也没有程序指示，应按阶段或步骤给出。",
    message_en="The code of practice establishes no procedure and gives no instructions; give them by stages or steps.",
    bad="""
        # ⟦城市绿地养护规程⟧

        # 1 范围

        # 3 术语和定义

        # 4 管理要求

        养护单位应配备养护人员。

        # 5 档案管理记录
    """,
    good="""
        # 城市绿地养护规程

        # 1 范围

        # 3 术语和定义

        # 4 程序确立

        # 5 程序指示

        # 6 档案管理记录
    """,
    more=(
        (
            """
            ---
            stdlint: {kind: code-of-practice}
            ---

            # 1 ⟦范围⟧

            # 3 术语和定义

            # 4 基本原则

            # 5 人员要求

            # 6 设施设备

            ## 6.1 场地环境

            # 7 追溯方法

            记录温度。
            """,
            """
            ---
            stdlint: {kind: code-of-practice}
            ---

            # 1 范围

            # 3 术语和定义

            # 4 基本原则

            # 5 人员要求

            # 6 设施设备

            # 7 接车

            # 8 追溯方法

            记录温度。
            """,
        ),
    ),
    clean=(
        "# 玉米栽培技术规程\n\n# 1 范围\n\n# 4 产地环境\n\n# 5 播种\n\n# 6 档案记录",
        "# 设备检修规程\n\n# 1 范围\n\n# 4 检修要求\n\n按以下步骤检修：\n\na) 断开电源；\nb) 打开外壳。",
        "# 设备检修规程\n\n# 1 范围\n\n# 4 技术要求\n\n## 4.1 解体\n\n# 5 记录",
        "# 设备检修规程\n\n# 1 范围\n\n# 4 检修要求\n\n断开电源，打开外壳。记录温度。",
        "# 4 管理要求",
    ),
)

code_of_practice_without_traceability = Check(
    id="KND091",
    message="规程标准没有给出追溯或证实方法，应给出如何证实程序得到履行，例如记录和档案。",
    message_en="The code of practice does not say how following the procedure is traced or verified, e.g. by records.",
    bad="""
        # ⟦玉米栽培技术规程⟧

        # 1 范围

        # 4 播种

        播种深度为4 cm～5 cm。

        # 5 收获

        籽粒乳线消失时收获。

        # 参考文献
    """,
    good="""
        # 玉米栽培技术规程

        # 1 范围

        # 4 播种

        播种深度为4 cm～5 cm。

        # 5 收获

        籽粒乳线消失时收获。

        # 6 追溯方法

        # 参考文献
    """,
    clean=(
        "# 玉米栽培技术规程\n\n# 1 范围\n\n# 4 播种\n\n# 5 生产档案",
        "# 玉米栽培技术规程\n\n# 1 范围\n\n# 4 播种\n\n# 5 田间管理\n\n应建立生产档案，保存2年。",
        "# 管道安装规程\n\n# 1 范围\n\n# 4 安装\n\n# 5 质量验收",
        "# 护理操作规程\n\n# 1 范围\n\n# 4 操作\n\n记录温度，表格见附录A。\n\n# 附录A（资料性）　护理记录表",
        "# 护理操作规程\n\n# 1 范围\n\n# 4 操作\n\n## 4.1 质量控制",
        "# 4 播种",
    ),
)

_RECORDS = patterns.compile("追溯|证实|记录|档案|台账")
_STEPS = patterns.compile(r"(?:步骤|程序|流程|顺序|操作)(?:如下|进行|见|[^。；\n]{0,12}?[：:]$)")


@code_of_practice_without_procedure.finder
def find_procedure(doc: Document) -> Iterator[Finding]:
    if not doc.is_draft or not has_own_structure(doc.chapters, doc.adoption.degree):
        return
    if names_no_procedure(doc.outline) and not any(_is_step(doc, at) for at in _blocks(doc) if _may_instruct(doc, at)):
        yield code_of_practice_without_procedure.at(doc.first_span())


@code_of_practice_without_traceability.finder
def find_traces(doc: Document) -> Iterator[Finding]:
    chapters = binding(doc.chapters, doc.pointers)
    if not doc.is_draft or not has_own_structure(chapters, doc.adoption.degree) or names_traces(chapters):
        return
    if not any(KEEPS_RECORDS.search(doc.text, *doc.blocks[index].span) for index in _blocks(doc)):
        yield code_of_practice_without_traceability.at(doc.first_span())


def _blocks(doc: Document) -> Iterator[int]:
    for chapter in doc.chapters:
        yield from (at for at in chapter.section.blocks() if doc.regions[at].role in PROVISION_ROLES)


def _may_instruct(doc: Document, block: int) -> bool:
    """Say whether a paragraph binds and stands under no title of records or tracing."""
    region = doc.regions[block]
    return region.normative and region.role == "text" and not _RECORDS.search(region.section.chapter.title)


def _is_step(doc: Document, block: int) -> bool:
    """Say whether a paragraph announces steps or tells somebody to do something."""
    if _STEPS.search(doc.text, *doc.blocks[block].span):
        return True
    return any(sentence.type == INSTRUCTION for sentence in doc.provisions.sentences(block))
