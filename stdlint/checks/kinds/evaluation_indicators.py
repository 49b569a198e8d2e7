"""Score every indicator of an evaluation, and no others.

An indicator without a rule for its score cannot be evaluated; a scored item that is no indicator changes the result
unseen. Names are compared where the same indicators stand in a table (or list) of indicators and in a table of scores;
where less than half of them agree, the two are not about the same level.

指标体系中的每个指标都应有取值（评分）规则，评分表中也不应出现指标体系以外的指标。
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Span
from stdlint.views.indicator_tables import IndicatorTable
from stdlint.views.outline import Section
from stdlint.views.wording import fold

indicator_without_score = Check(
    id="KND235",
    message="指标“{quote}”{where}中没有，指标体系与取值规则中的指标应一一对应。",
    message_en="The indicator “{quote}” is missing in {where_en}.",
    bad="""
        # ××服务评价规范

        # 6 评价指标

        表1 评价指标体系

        | 一级指标 | 二级指标 |
        |---|---|
        | 服务能力 | 人员 |
        | 服务能力 | 设施 |
        | 服务结果 | ⟦投诉处理⟧ |

        # 7 取值规则

        表2 评分表

        | 二级指标 | 评分标准 |
        |---|---|
        | 人员 | 全部持证的，得10分。 |
        | 设施 | 齐全的，得10分。 |
    """,
    good="""
        # ××服务评价规范

        # 6 评价指标

        表1 评价指标体系

        | 一级指标 | 二级指标 |
        |---|---|
        | 服务能力 | 人员 |
        | 服务能力 | 设施 |
        | 服务结果 | 投诉处理 |

        # 7 取值规则

        表2 评分表

        | 二级指标 | 评分标准 |
        |---|---|
        | 人员 | 全部持证的，得10分。 |
        | 设施 | 齐全的，得10分。 |
        | 投诉处理 | 全部办结的，得10分。 |
    """,
    more=(
        (
            """
            # ××服务评价规范

            # 6 评价指标

            评价指标由人员、设施、⟦响应⟧构成。

            # 7 取值规则

            表1 评分表

            | 指标 | 评分标准 |
            |---|---|
            | 人员 | 持证的，得10分。 |
            | 设施 | 齐全的，得10分。 |
            """,
            """
            # ××服务评价规范

            # 6 评价指标

            评价指标由人员和设施构成。

            # 7 取值规则

            表1 评分表

            | 指标 | 评分标准 |
            |---|---|
            | 人员 | 持证的，得10分。 |
            | 设施 | 齐全的，得10分。 |
            """,
        ),
        (
            """
            # ××服务评价规范

            # 6 评价指标

            表1 评价指标体系及权重

            | 一级指标 | 二级指标 | 权重 |
            |---|---|---|
            | 服务能力 | 人员 | 0.5 |
            | 服务能力 | 设施 | 0.5 |

            # 7 取值规则

            表2 服务能力评分表

            | 指标 | 取值规则 |
            |---|---|
            | 人员 | 全部持证的，得10分。 |
            | 设施 | 齐全的，得10分。 |
            | ⟦环境⟧ | 整洁的，得10分。 |
            """,
            """
            # ××服务评价规范

            # 6 评价指标

            表1 评价指标体系及权重

            | 一级指标 | 二级指标 | 权重 |
            |---|---|---|
            | 服务能力 | 人员 | 0.5 |
            | 服务能力 | 设施 | 0.5 |

            # 7 取值规则

            表2 服务能力评分表

            | 指标 | 取值规则 |
            |---|---|
            | 人员 | 全部持证的，得10分。 |
            | 设施 | 齐全的，得10分。 |
            """,
        ),
        (
            """
            # ××服务评价规范

            # 6 评价指标

            评价指标包括：

            a) 人员；

            b) 设施；

            c) ⟦投诉处理⟧。

            # 7 取值规则

            表1 评分表

            | 指标 | 分值 | 评分标准 |
            |---|---|---|
            | 人员 | 50 | 全部持证的，得50分。 |
            | 设施 | 50 | 齐全的，得50分。 |
            """,
            """
            # ××服务评价规范

            # 6 评价指标

            评价指标包括：

            a) 人员；

            b) 设施。

            # 7 取值规则

            表1 评分表

            | 指标 | 分值 | 评分标准 |
            |---|---|---|
            | 人员 | 50 | 全部持证的，得50分。 |
            | 设施 | 50 | 齐全的，得50分。 |
            """,
        ),
    ),
    clean=(
        """
        # ××服务评价规范

        # 6 评价指标

        评价指标包括定量指标、定性指标和综合指标。

        # 7 取值规则

        表1 评分表

        | 指标 | 评分标准 |
        |---|---|
        | 人员 | 持证的，得10分。 |
        | 设施 | 齐全的，得10分。 |
        """,
        """
        # ××服务评价规范

        # 6 评价指标

        表1 评价指标体系

        | 一级指标 | 二级指标 |
        |---|---|
        | 服务能力 | 人员 |
        | 服务能力 | 设施 |
        | 服务结果 | 投诉处理 |

        # 7 取值规则

        表2 评分表

        | 二级指标 | 评分标准 |
        |---|---|
        | 人员 | 全部持证的，得10分。 |
        | 设施 | 齐全的，得10分。 |
        | 其他 | 投诉处理及时的，得10分。 |
        """,
        """
        # ××服务评价规范

        # 6 评价指标

        表1 一级指标

        | 一级指标 | 权重 |
        |---|---|
        | 服务能力 | 0.5 |
        | 服务结果 | 0.5 |

        # 7 取值规则

        表2 评分表

        | 二级指标 | 评分标准 |
        |---|---|
        | 人员 | 全部持证的，得10分。 |
        | 投诉 | 全部办结的，得10分。 |
        """,
        """
        # ××服务评价规范

        # 6 评价指标

        表1 评价指标体系

        | 一级指标 | 二级指标 |
        |---|---|
        | 服务能力 | 人员 |
        | 服务能力 | 设施 |
        | 服务结果 | 投诉处理 |

        # 7 取值规则

        表2 服务能力评分表

        | 二级指标 | 评分标准 |
        |---|---|
        | 人员配备 | 全部持证的，得10分。 |
        | 设施 | 齐全的，得10分。 |

        投诉处理按办结的比例取值。
        """,
        """
        # ××服务评价规范

        # 6 评价指标

        ## 6.1 构成

        表1 评价指标体系

        | 一级指标 | 二级指标 | 类型 |
        |---|---|---|
        | 服务能力 | 人员 | 定性 |
        | 服务能力 | 设施 | 定性 |
        | 服务结果 | 投诉处理率 | 定量 |

        ## 6.2 指标计算

        ### 6.2.1 投诉处理率

        投诉处理率为办结的投诉与全部投诉之比。

        # 7 取值规则

        表2 评分表

        | 二级指标 | 评分标准 |
        |---|---|
        | 人员 | 全部持证的，得10分。 |
        | 设施 | 齐全的，得10分。 |
        """,
    ),
)

_SCORES = patterns.compile("评分|打分|计分|取值|赋分|赋值|得分")
_FINDS = patterns.compile("[评打计赋得]分|取值|赋值|计算|测算")
_LEAD = patterns.compile("指标(?:体系)?(?:由|包括|包含|分为|为|如下|有)")
_SENTENCE = patterns.compile(
    r"指标(?:体系)?(?:由|包括|包含|分为|有|为)?[：:]?(?P<names>\p{Han}{2,8}(?:、\p{Han}{2,8}?)+(?:[和及与]\p{Han}{2,8}?)?)"
    r"(?:[等共]?[一二三四五六七八九十\d]+(?:个|项|类)[^。；]{0,6}|构成|组成)?(?=[。；])"
)
_PART = patterns.compile("[^、和及与]{2,}")
_NAME = patterns.compile(r"[\p{Han}A-Za-z]{2,12}")
_REST = patterns.compile("其[他它](?:指标|项目|内容|方面)?")
_STOPS = "；;。，、"

Named = tuple[str, Span]


@indicator_without_score.finder
def find(doc: Document) -> Iterator[Finding]:
    tables = doc.indicator_tables
    scored = [one for one in tables if one.rules] or [one for one in tables if _SCORES.search(one.title)]
    if not scored:
        return
    system = [one for one in tables if one not in scored]
    named = [list(_leaves(one)) for one in system] or [list(_listed(doc)), *_enumerated(doc)]
    depth = max((len(one.levels) for one in system), default=9)
    ruled = [list(_leaves(one, depth)) for one in scored]
    text = "\n".join(chain((one.text for one in scored), _scoring_text(doc)))
    for span in _missing(named, text, ruled):
        yield indicator_without_score.at(span, where="在评分表", where_en="the table of scores")
    if system:
        text = "\n".join(one.text for one in system)
        for span in _missing(ruled, text, named):
            yield indicator_without_score.at(span, where="在指标体系", where_en="the indicator system")


def _missing(tables: list[list[Named]], text: str, others: list[list[Named]]) -> Iterator[Span]:
    """Yield the indicators that a text does not name, from those tables most of which it names."""
    known = list(chain.from_iterable(others))
    for indicators in tables:
        missing = [one for one in indicators if one[0] not in text and not _alike(one, known)]
        if len(missing) * 2 < len(indicators):
            yield from (span for _, span in missing)


def _leaves(table: IndicatorTable, depth: int = 9) -> Iterator[Named]:
    """Yield the innermost indicators, those of criteria below the `depth` of the indicator system left out."""
    for one in table.at(table.levels[:depth][-1]):
        if one.name and not _REST.fullmatch(one.name):
            yield one.name, one.span


def _alike(one: Named, others: list[Named]) -> bool:
    """Say whether an indicator is only called otherwise: one name holds the other."""
    return any(one[0] in other or other in one[0] for other, _ in others)


def _listed(doc: Document) -> Iterator[Named]:
    """Yield the indicators that a list names."""
    for one in doc.lists:
        if one.lead_in < 0 or not _LEAD.search(doc.said(one.lead_in)):
            continue
        for item in one.items:
            start, end = doc.stripped(doc.blocks[item.block].span)
            said = doc.text[start:end].rstrip(_STOPS)
            if _NAME.fullmatch(fold(said)):
                yield fold(said), (start, start + len(said))


def _enumerated(doc: Document) -> Iterator[list[Named]]:
    """Yield the indicators that a sentence names."""
    for match in doc.matches(_SENTENCE):
        region = doc.region_at(match.start())
        if region.normative and region.element in ("clause", "annex") and region.role == "text":
            yield [
                (fold(name.group()), (start + name.start(), start + name.end()))
                for start in (match.start("names"),)
                for name in _PART.finditer(match["names"])
            ]


def _scoring_text(doc: Document) -> Iterator[str]:
    """Yield what stands in the clauses about scores, whose rules may be sentences."""
    for chapter in doc.chapters:
        if "scoring" in chapter.roles:
            yield from _said_in(doc, chapter.section)
        elif "scoring" in chapter.inner:
            for section in chapter.section.walk():
                if section.titled and _FINDS.search(fold(section.title)):
                    yield from _said_in(doc, section)


def _said_in(doc: Document, section: Section) -> Iterator[str]:
    yield "\n".join(fold(doc.said(index)) for index in section.blocks())
    yield "\n".join(fold(below.title) for below in section.walk())
