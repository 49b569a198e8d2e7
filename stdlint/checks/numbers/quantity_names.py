"""Call quantities by the names laid down for them.

“比热”, “分子量” or “电流强度” are names of older standards, and what is measured in kilograms is mass: weight is
a force. Established compounds (超高分子量聚乙烯, 载重量, 净重) and the share meant by “占……比重” are left alone, and
so are admitted terms in term entries.

量的名称应用规定的名称：“比热”“分子量”“电流强度”是旧名称；以千克为单位的量是质量，重量是力。
“超高分子量聚乙烯”“载重量”“净重”等固定说法，以及表示份额的“比重”不在此列。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.quantities import GAP
from stdlint.views.regions import CLAUSES

obsolete_quantity_name = Check(
    id="UNI250",
    message="“{name}”是旧名称，用“{right}”。",
    message_en="“{name}” is an old name; use “{right}”.",
    bad="""
        # 4 要求

        材料的⟦比热⟧应不小于5 J/(kg·K)，⟦分子量⟧应不大于500。
    """,
    good="""
        # 4 要求

        材料的比热容应不小于5 J/(kg·K)，相对分子质量应不大于500。
    """,
    more=(
        (
            """
            # 4 要求

            ⟦电流强度⟧应不大于5 A，⟦绝对温度⟧应为300 K，⟦摩尔浓度⟧为0.1 mol/L，⟦重量百分比⟧为5%。⟦比重⟧应为1.25。
            ⟦粘滞系数⟧和⟦摩擦系数⟧见表1，
            ⟦当量浓度⟧为0.1，按⟦体积百分比浓度⟧计。
            """,
            """
            # 4 要求

            电流应不大于5 A，热力学温度应为300 K，物质的量浓度为0.1 mol/L，质量分数为5%。相对密度应为1.25。
            黏度和摩擦因数见表1，
            物质的量浓度为0.1，按体积分数计。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        比热容、相对分子质量、相对原子质量、超高分子量聚乙烯、数均分子量、分子量分布、低分子量、占总数的比重为5%，
        比重不低于50%，导热系数，透光率，
        质量摩尔浓度，《摩擦系数的测定》，“比热”，占比重较大，对比热处理前后，结果比热轧板好，权重的比重。
        """,
    ),
)

weight_for_mass = Check(
    id="UNI251",
    message="以千克、克、吨为单位的量称为“质量”，不称“重量”。",
    message_en="A quantity in kilograms, grams or tonnes is called mass, not weight.",
    bad="""
        # 4 要求

        产品的⟦重量⟧应不大于5 kg。
    """,
    good="""
        # 4 要求

        产品的质量应不大于5 kg。
    """,
    more=(
        (
            """
            # 4 要求

            单件⟦重量⟧宜为20kg～30 kg，样品⟦重量⟧≥500 g。

            | 项目 | ⟦重量⟧（kg） | ⟦重量⟧/g |
            |---|---|---|
            | 甲 | 5 | 5 |
            """,
            """
            # 4 要求

            单件质量宜为20kg～30 kg，样品质量≥500 g。

            | 项目 | 质量（kg） | 质量/g |
            |---|---|---|
            | 甲 | 5 | 5 |
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        质量应不大于5 kg，载重量为5 t，起重量应不小于10 t，净重5 kg，毛重6 kg，重量级，重量为50 N，重量法，失重，
        重量应符合规定，5 kg，
        “重量不大于5 kg”，承重量为5 kg，重量分析法称取5 g。
        """,
    ),
)

_OLD = {
    "比热": "比热容",
    "原子量": "相对原子质量",
    "分子量": "相对分子质量",
    "绝对温度": "热力学温度",
    "开氏温度": "热力学温度",
    "电流强度": "电流",
    "摩擦系数": "摩擦因数",
    "重量摩尔浓度": "质量摩尔浓度",
    "体积摩尔浓度": "物质的量浓度",
    "克分子浓度": "物质的量浓度",
    "摩尔浓度": "物质的量浓度",
    "当量浓度": "物质的量浓度",
    "重量百分比浓度": "质量分数",
    "重量百分浓度": "质量分数",
    "重量百分比": "质量分数",
    "重量百分数": "质量分数",
    "质量百分比浓度": "质量分数",
    "质量百分浓度": "质量分数",
    "体积百分比浓度": "体积分数",
    "体积百分浓度": "体积分数",
    "体积百分比": "体积分数",
    "摩尔百分数": "摩尔分数",
    "摩尔百分比": "摩尔分数",
    "摩尔数": "物质的量",
    "克分子数": "物质的量",
    "放射性强度": "放射性活度",
    "消光度": "吸光度",
    "无量纲量": "量纲一的量",
    "无因次量": "量纲一的量",
    "比电阻": "电阻率",
    "粘滞系数": "黏度",
    "黏滞系数": "黏度",
    "粘滞度": "黏度",
    "周波": "频率",
    "赫数": "频率",
    "公斤数": "质量",
    "瓦数": "功率",
    "安培数": "电流",
    "流明数": "光通量",
    "勒克司": "勒克斯",
    "光洁度": "表面粗糙度",
    "比重": "相对密度",
}
_GUARDED = {
    "比热": (r"(?<![对相好])", r"(?![容处轧加水力量熔风熨压成源交电机])"),
    "原子量": ("", ""),
    "分子量": (r"(?<![高低均大小等])", r"(?!分布|聚|标准|标记|化合物|\p{Han}{0,2}聚)"),
    "比重": (r"(?<!占)", r"(?=(?:应|宜)?(?:不[大小]于|不[高低]于|为|[≥≤=])[ ]?[01]\.\d+(?![\d ]*[%％])|[计瓶]|（g/cm)"),
    "摩尔浓度": (r"(?<![量积])", ""),
    "周波": ("", r"(?!动)"),
    "当量浓度": ("", ""),
    "光洁度": (r"(?<![肤颜])", ""),
    "绝对温度": ("", r"(?!计)"),
    "瓦数": (r"(?<![千兆])", r"(?!据|字|值)"),
    "赫数": (r"(?<![千兆])", r"(?!据|字|值)"),
    "公斤数": ("", r"(?!据|字)"),
    "安培数": ("", r"(?!据|字)"),
    "摩尔数": ("", r"(?!据|字)"),
    "流明数": ("", r"(?!据|字)"),
}
_NAMES = patterns.compile(
    "|".join(
        (_GUARDED[name][0] + name + _GUARDED[name][1]) if name in _GUARDED else name
        for name in sorted(_OLD, key=len, reverse=True)
    )
)
_ANY = re.compile("|".join(sorted(_OLD)))
_SHARE = patterns.compile(r"占|份额|权重|百分|%")
_WEIGHT = patterns.compile(
    rf"(?<![起载承举吊配净毛失称超自升])重量(?![级法分百摩])(?:[^，。；：、\d（(/\n]{{0,6}}{GAP}*\d+(?:\.\d+)?{GAP}*(?:[～~±-]{GAP}*\d+(?:\.\d+)?{GAP}*)?(?:kg|mg|g|t|Kg|KG|千克|公斤|克|吨)(?![A-Za-z·/])"
    rf"|{GAP}*[（(/]{GAP}*(?:单位[：:])?(?:kg|mg|g|t|Kg|KG|千克|克|吨)(?:[）)]|\n))"
)


@obsolete_quantity_name.finder
def find(doc: Document) -> Iterator[Finding]:
    if _ANY.search(doc.text) is None:
        return
    for match in doc.matches(_NAMES):
        if doc.region_at(match.start()).element not in CLAUSES:
            continue
        name = match.group()
        if name == "比重" and _SHARE.search(doc.text, *doc.sentence(match.start())):
            continue
        yield obsolete_quantity_name.at(match.span(), fix=_OLD[name], safe=False, name=name, right=_OLD[name])


@weight_for_mass.finder
def find_weight(doc: Document) -> Iterator[Finding]:
    start = doc.text.find("重量")
    if start < 0:
        return
    for match in _WEIGHT.finditer(doc.text, start):
        at = match.start()
        kind = doc.blocks[doc.block_at(at)].kind
        if (
            at not in doc.quoted
            and kind not in ("toc", "header", "footer", "code")
            and doc.region_at(at).element in CLAUSES
        ):
            yield weight_for_mass.at((at, at + 2), fix="质量", safe=False)
