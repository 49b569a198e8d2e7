"""Number the steps of a procedure.

Dashes say that the order does not matter; steps follow one another, and people cite them: “5.2 b)”. A list counts as
one of steps where it is introduced as such, or where each of its items tells to do something and nothing says that they
are alternatives, rules or contents.

步骤有先后次序，还要被提及，所以用字母编号或数字编号的列项或有编号的条，不用破折号列项。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.lists import List
from stdlint.views.provisions import imperative

unnumbered_steps = Check(
    id="KND094",
    message="步骤有先后次序，列项用“a)”“b)”编号，不用“{quote}”。",
    message_en="Steps follow one another; number the items “a)”, “b)” instead of “{quote}”.",
    bad="""
        # 泵站操作规程

        # 4 启动

        按以下步骤启动：

        ⟦——⟧打开阀门；
        ——启动泵。
    """,
    good="""
        # 泵站操作规程

        # 4 启动

        按以下步骤启动：

        a) 打开阀门；
        b) 启动泵。
    """,
    more=(
        (
            """
            # 泵站操作规程

            # 4 启动

            启动的操作程序如下：

            ⟦——⟧检修人员到场；
            ——值班人员确认水位；
            ——水泵投入运行。

            # 5 停机

            停机时：

            ⟦——⟧关闭泵；
            ——关闭阀门。

            # 6 检修步骤

            ⟦——⟧电源断开；
            ——外壳拆除。

            # 7 程序指示

            ⟦——⟧打开阀门；
            ——启动泵。
            """,
            """
            # 泵站操作规程

            # 4 启动

            启动的操作程序如下：

            a) 检修人员到场；
            b) 值班人员确认水位；
            c) 水泵投入运行。

            # 5 停机

            停机时：

            a) 关闭泵；
            b) 关闭阀门。

            # 6 检修步骤

            a) 电源断开；
            b) 外壳拆除。

            # 7 程序指示

            a) 打开阀门；
            b) 启动泵。
            """,
        ),
    ),
    clean=(
        """
        # 泵站操作规程

        # 4 启动

        操作应符合下列要求：

        ——阀门全开；
        ——泵无异响。

        操作人员：

        ——持有证书；
        ——身体健康。

        采取下列措施之一：

        ——关闭泵；
        ——关闭阀门。

        程序包括下列阶段：

        ——准备；
        ——启动。

        注：步骤如下：
        """,
    ),
)

_STEPS = patterns.compile(
    r"(?:步骤|程序|工序|流程|顺序)[^。；，\n]{0,10}?(?:如下|为|是|进行|操作)?[^。；，\n]{0,8}?[：:]$|(?:按照?|依照?)(?:以下|下列|如下|下述)[^。；，\n]{0,8}?(?:步骤|程序|工序|流程|顺序|操作)"
    r"|(?:进行|执行)?(?:以下|下列|如下)(?:操作|步骤|工序)|操作(?:方法)?如下"
)
_TITLE = patterns.compile("(?:步骤|流程|工序)$")
_NO_STEPS = patterns.compile(
    r"之一|任[一选]|要求|规定|包括|包含|内容|组成|构成|分为|原则|注意|准备|情况|情形|条件|措施|方式|特点|禁止|不应|不得|可(?:以|采|选|用)|方法"
)


@unnumbered_steps.finder
def find(doc: Document) -> Iterator[Finding]:
    for one in doc.lists:
        if one.items[0].ordinal or len(one.items) < 2:
            continue
        if doc.regions[one.items[0].block].normative and _gives_steps(doc, one):
            yield unnumbered_steps.at(one.items[0].marker)


def _gives_steps(doc: Document, one: List) -> bool:
    if one.lead_in < 0:
        return one.above == "title" and (_TITLE.search(one.section.title) is not None or _are_told(doc, one))
    lead = doc.said(one.lead_in).rstrip()
    announced = lead[max(lead.rfind("。"), lead.rfind("；")) + 1 :]
    if _NO_STEPS.search(announced):
        return False
    return _STEPS.search(announced) is not None or _are_told(doc, one)


def _are_told(doc: Document, one: List) -> bool:
    """Say whether every item of a list tells to do something."""
    return all(imperative(doc.said(item.block)) for item in one.items)
