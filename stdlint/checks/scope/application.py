"""State in the scope what the document applies to.

“本文件适用于……”, and where it helps “本文件不适用于……”, tell readers whether the document is for them. For what is not
covered the wording is “……参照使用”, a statement, not the permission “可参照使用”.

范围以“本文件适用于……”指明适用界限，必要时指明“本文件不适用于……”，读者据此判断文件是否与己有关；对未涵盖的对象写“参照使用”，
不写表示允许的“可参照使用”。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Edit

missing_applicability = Check(
    id="SCP022",
    message="范围中没有指明适用界限，应写“本文件适用于……”。",
    message_en="The scope does not say where the document applies: “本文件适用于……”.",
    bad="""
        # 1 ⟦范围⟧

        本文件规定了螺栓的要求。

        # 2 规范性引用文件
    """,
    good="""
        # 1 范围

        本文件规定了螺栓的要求。

        本文件适用于……。

        # 2 规范性引用文件
    """,
    more=(
        (
            "# 1 ⟦范围⟧\n\n本文件规定了螺栓的适用性要求。",
            "# 1 范围\n\n本文件规定了螺栓的适用性要求。\n\n本文件适用于……。",
        ),
    ),
    clean=(
        "# 1 范围\n\n本文件规定了螺栓的要求。\n\n本文件适用于钢制螺栓。",
        "# 1 范围\n\n本文件规定了螺栓的要求，适用于钢制螺栓。",
        "# 1 范围\n\n本文件规定了要求。\n\n本文件适用下列情况：\n\n- 甲；\n- 乙。",
        "# 1 范围\n\n本文件规定了要求。本文件不适用于木螺钉。",
        "# 1 范围\n\n本文件描述了方法。本文件用于钢中碳的测定。",
        "# 1 范围\n\n# 2 规范性引用文件",
    ),
)

permission_to_consult_in_scope = Check(
    id="SCP031",
    message="范围用陈述的形式，“{quote}”宜改为“{right}”。",
    message_en="A scope makes statements; write “{right}” rather than the permission “{quote}”.",
    bad="""
        # 1 范围

        本文件适用于钢制螺栓，其他螺栓⟦可参照使用⟧。
    """,
    good="""
        # 1 范围

        本文件适用于钢制螺栓，其他螺栓参照使用。
    """,
    more=(
        (
            """
            # 1 范围

            本文件适用于钢制螺栓。其他螺栓⟦可以参照执行⟧，木螺钉也⟦可参考使用⟧，螺母⟦可参照本文件⟧执行。
            """,
            """
            # 1 范围

            本文件适用于钢制螺栓。其他螺栓参照执行，木螺钉也参考使用，螺母参照本文件执行。
            """,
        ),
    ),
    clean=(
        """
        # 1 范围

        本文件适用于钢制螺栓，其他螺栓参照使用，不可参照使用的情况见附录A。本文件适用于可参考资料的编制。

        # 4 要求

        其他螺栓可参照使用。
        """,
    ),
)

_APPLIES = patterns.compile(r"适用(?!性|技术|条款)|本文件(?:[也亦还仅主要]{0,2}可?|可以)(?:用于|供)")
_PERMITTED = patterns.compile(
    r"(?<![不许认宁])可以?(?P<right>(?:参照|参考|比照)(?:使用|执行|采用|应用|实施|本文件|本标准|本规范|(?=[。；，\n])))"
)


@missing_applicability.finder
def find_missing(doc: Document) -> Iterator[Finding]:
    scope = doc.scope
    if scope is None or any(_APPLIES.search(doc.said(index)) for index in scope.blocks):
        return
    end = doc.blocks[scope.blocks[-1]].span[1]
    fix = [Edit(end, end, "\n本文件适用于……。")]
    yield missing_applicability.at(scope.section.place, fix=fix, safe=False)


@permission_to_consult_in_scope.finder
def find_permission(doc: Document) -> Iterator[Finding]:
    for index in doc.scope.blocks if doc.scope else ():
        for match in _PERMITTED.finditer(doc.text, *doc.blocks[index].span):
            if match.start() not in doc.quoted:
                yield permission_to_consult_in_scope.at(match.span(), fix=match["right"], right=match["right"])
