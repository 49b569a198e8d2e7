"""Give an evaluation standard its indicators, the rules for their values, and the rule for the result.

Without indicators nothing says what is evaluated; without scores and result nobody can repeat the evaluation.
Whatever title, table or sentence can be meant counts; documents that describe a method or tests (with apparatus,
samples …) or assess risks are left out.

评价标准应有评价指标（体系）、取值（评分）规则和评价结果的形成规则，否则无法评价或评价结果不能重现。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.wording import fold

evaluation_without_indicators = Check(
    id="KND230",
    message="评价标准没有评价指标（体系）：各章、附录的标题和表中都没有给出指标。",
    message_en="The evaluation standard has no indicators: no title and no table gives any.",
    bad="""
        # ⟦××服务评价规范⟧

        # 1 范围

        本文件规定了××服务评价的程序。

        # 4 评价程序

        评价程序包括准备和实施。

        # 5 评价结果

        评价结果分为合格和不合格。
    """,
    good="""
        # ××服务评价规范

        # 1 范围

        本文件规定了××服务评价的程序。

        # 4 评价指标

        评价指标包括人员和设施。

        # 5 评价程序

        评价程序包括准备和实施。
    """,
    more=(
        (
            """
            # ⟦××服务评价指南⟧

            # 4 评价原则

            评价宜客观。

            # 5 评价方法

            宜采用查阅资料的方法评分。
            """,
            """
            # ××服务评价指南

            # 4 评价原则

            评价宜客观。

            # 5 评价内容

            ## 5.1 人员

            宜评价人员的资质。

            # 6 评价方法

            宜采用查阅资料的方法评分。
            """,
        ),
    ),
    clean=(
        """
        # ××服务评价规范

        # 4 评价程序

        按表1评价。

        表1 评分表

        | 项目 | 评分标准 | 分值 |
        |---|---|---|
        | 人员 | 持证 | 50 |
        | 设施 | 齐全 | 50 |
        """,
        """
        # ××纺织品抗菌性能的评价

        # 4 试剂和仪器

        试剂为分析纯。

        # 5 试验步骤

        培养24 h。

        # 6 结果评价

        抑菌率大于90%的为合格。
        """,
        """
        # ××服务评价规范

        # 4 评价程序

        评价程序包括准备和实施。

        # 附录A

        （规范性）

        # 评价指标体系

        见表A.1。
        """,
        """
        # 汽车乘员舱　气味主观评价方法

        # 1 范围

        本文件描述了汽车乘员舱气味的主观评价方法。

        # 4 评价步骤

        打开车门，嗅辨10 s。
        """,
        """
        # ××风险评价规程

        # 4 评价程序

        评价程序包括风险识别和风险分析。

        # 5 风险等级

        风险分为三级。
        """,
    ),
)

evaluation_without_scoring = Check(
    id="KND231",
    message="评价标准没有{missing}。",
    message_en="The evaluation standard lacks {missing_en}.",
    bad="""
        # ⟦××服务评价规范⟧

        # 4 评价指标

        ## 4.1 人员

        人员应具备资质。

        # 参考文献
    """,
    good="""
        # ××服务评价规范

        # 4 评价指标

        ## 4.1 人员

        人员应具备资质。

        # 5 取值规则

        人员具备资质的取1，否则取0。

        # 6 评价结果

        取值为1的评价为合格。

        # 参考文献
    """,
    more=(
        (
            """
            # ⟦××服务评价规范⟧

            # 4 评价指标

            人员应具备资质。

            # 5 评分方法

            人员具备资质的，得10分。
            """,
            """
            # ××服务评价规范

            # 4 评价指标

            人员应具备资质。

            # 5 评分方法

            人员具备资质的，得10分。

            # 6 评价等级

            得10分的为合格。
            """,
        ),
    ),
    clean=(
        """
        # ××服务评价规范

        # 4 评价指标

        人员应具备资质，每项分值为10分，总分不低于60分的，评价结论为合格。
        """,
        """
        # ××服务评价规范

        # 4 评价程序

        评价程序包括准备和实施。

        # 5 其他

        无。
        """,
        """
        # ××服务评价规范

        # 4 评价指标

        表1 评价指标及分值

        | 指标 | 分值 |
        |---|---|
        | 人员 | 50 |
        | 设施 | 50 |

        # 5 评价结论

        由评价小组给出。
        """,
    ),
)

_INDICATORS = patterns.compile(
    r"指标|(?:评价|评定|考核|测评)(?:的)?(?:内容|项目|要素|维度|因素|因子|事项|要求|要点|标准|准则|依据)|评分|打分|(?:要求|特性)$"
)
_EVALUATES = patterns.compile("评价|评分|评定|测评")
_TESTS = frozenset(("reagents", "apparatus", "samples"))
_ASSESSES = patterns.compile("风险|影响评价|安全性?评价|毒理|危害")
"""What is evaluated without indicators."""
_METHOD = patterns.compile("(?<![，、])描述了(?!.*指标)[^。]*方法")
"""The scope of a method by which a property is judged."""
_SCORING = patterns.compile(
    "取值|[评计赋打]分|赋值|权重|得分|分值|满分|扣分|测算|计算|评价值|加权|评价(?:方法|规则|标准|准则|细则)|指数|[0-9]分(?!钟)"
)
_RESULTS = patterns.compile(
    "等级|级别|星级|评级|结论|(?:评价|评定|判定)[^。，\n]{0,6}结果|结果[^。，\n]{0,6}(?:评价|判定|评定|形成)|判定|合格|达标|总得?分|综合得分"
)

_RULE = ("取值（评分）规则", "rules for scores or other values")
_RESULT = ("评价结果的形成规则", "a rule for the result")


@evaluation_without_indicators.finder
@evaluation_without_scoring.finder
def find(doc: Document) -> Iterator[Finding]:
    own = [chapter for chapter in doc.chapters if chapter.section.element == "clause"]
    titles = [fold(section.title) for chapter in doc.chapters for section in chapter.section.walk() if section.titled]
    if not own or not any(_EVALUATES.search(title) for title in titles):
        return
    if any(_TESTS & (chapter.roles | chapter.inner) for chapter in own) or _ASSESSES.search(doc.cover.title):
        return
    if doc.scope is not None and _METHOD.search(doc.text, *doc.scope.opening):
        return
    titles += [fold(caption.title) for caption in doc.captions if caption.title]
    if not doc.indicator_tables and not any(map(_INDICATORS.search, titles)):
        yield evaluation_without_indicators.at(doc.first_span())
        return
    start = doc.blocks[own[0].section.first].span[0]
    missing = [
        words for words, pattern in ((_RULE, _SCORING), (_RESULT, _RESULTS)) if not pattern.search(doc.text, start)
    ]
    if missing:
        zh, en = zip(*missing, strict=True)
        yield evaluation_without_scoring.at(doc.first_span(), missing="和".join(zh), missing_en=" and ".join(en))
