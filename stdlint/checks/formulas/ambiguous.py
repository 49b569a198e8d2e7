"""Let a symbol mean one thing in a clause: one quantity, and either the quantity or its numerical value.

Meanings are compared by the kind of quantity that they name (time, temperature, mass …); other differences of wording
are none. Only the explanations of one chapter or annex are compared.

同一章中一个符号宜只表示一个量，不应既表示量又表示数值。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.explanations import Explanation

ambiguous_formula_symbol = Check(
    id="EQN050",
    message="符号“{said}”在前面表示{before}，这里表示{here}，同一符号不宜表示不同的含义。",
    message_en="The symbol “{said}” stood for {before_en} before and stands for {here_en} here.",
    bad="""
        # 5 计算

        $$v=s/t$$ （1）

        式中：

        v——速度；

        s——路程；

        t——时间。

        $$p=k×t$$ （2）

        式中：

        p——压力；

        k——系数；

        ⟦t——试样的温度⟧。
    """,
    good="""
        # 5 计算

        $$v=s/t$$ （1）

        式中：

        v——速度；

        s——路程；

        t——时间。

        $$p=k×θ$$ （2）

        式中：

        p——压力；

        k——系数；

        θ——试样的温度。
    """,
    more=(
        (
            """
            # 5 计算

            $$v=s/t$$ （1）

            式中：

            v——速度的数值，单位为米每秒（m/s）；

            s——路程的数值，单位为米（m）；

            t——时间的数值，单位为秒（s）。

            $$a=v/t$$ （2）

            式中：

            a——加速度的数值，单位为米每二次方秒（m/s²）；

            ⟦t——时间⟧，单位为秒（s）。
            """,
            """
            # 5 计算

            $$v=s/t$$ （1）

            式中：

            v——速度的数值，单位为米每秒（m/s）；

            s——路程的数值，单位为米（m）；

            t——时间的数值，单位为秒（s）。

            $$a=v/t$$ （2）

            式中：

            a——加速度的数值，单位为米每二次方秒（m/s²）；

            t——时间的数值，单位为秒（s）。
            """,
        ),
    ),
    clean=(
        """
        # 5 计算

        $$w=m_{1}/m$$ （1）

        式中：

        w——水分；

        m——试样的质量，单位为克（g）；

        m<sub>1</sub>——干燥后的质量，温度为105 ℃时称量。

        $$c=m/V$$ （2）

        式中：

        c——浓度；

        m——称取的基准试剂质量，单位为毫克（mg）；

        V——滴定所消耗的体积。

        # 6 结果

        $$v=V/m$$ （3）

        式中：

        v——黏度；

        V——电压；

        m——时间。
        """,
    ),
)

_QUANTITIES = """
    时间=时间 时长 历时 周期; 温度=温度 温差; 质量=质量 重量 皮重 净重; 体积=体积 容积 容量; 压力=压力 压强 气压;
    速度=速度 流速 风速 转速; 浓度=浓度; 密度=密度; 电压=电压 电动势 电位差; 电流=电流; 电阻=电阻; 功率=功率; 频率=频率;
    面积=面积; 能量=能量 热量 功; 角度=角度 夹角; 流量=流量; 力=荷载 载荷 拉力 力; 次数=次数 个数 份数 数量 总数 人数;
    长度=长度 宽度 高度 厚度 直径 半径 距离 边长 深度; 系数=系数 因子 常数; 吸光度=吸光度; 黏度=黏度 粘度
"""
_KIND = {
    word: kind
    for entry in _QUANTITIES.split(";")
    for kind, words in [entry.strip().split("=")]
    for word in words.split()
}
_ENGLISH = {
    "时间": "a time", "温度": "a temperature", "质量": "a mass", "体积": "a volume", "压力": "a pressure",
    "速度": "a speed", "浓度": "a concentration", "密度": "a density", "电压": "a voltage", "电流": "a current",
    "电阻": "a resistance", "功率": "a power", "频率": "a frequency", "面积": "an area", "能量": "an energy",
    "角度": "an angle", "流量": "a flow rate", "力": "a force", "次数": "a number", "长度": "a length",
    "系数": "a coefficient", "吸光度": "an absorbance", "黏度": "a viscosity", "量": "a quantity",
    "数值": "a numerical value",
}  # fmt: skip
_LONGEST_FIRST = sorted(_KIND, key=len, reverse=True)
_NAMED = patterns.compile(r"[^，,；;。（(：:\n]*")
_VALUE = patterns.compile(r"的?数值(?=[，,；;。]|$)")
_UNIT = patterns.compile("单位为")


@ambiguous_formula_symbol.finder
def find(doc: Document) -> Iterator[Finding]:
    said: dict[tuple[int, str], list[Explanation]] = {}
    for group in doc.formulas:
        top = id(group.section.chapter)
        for line in group.lines:
            if len(line.keys) == 1 and "?" not in line.keys[0]:
                said.setdefault((top, line.keys[0]), []).append(line)
    for lines in said.values():
        if len(lines) > 1 and (found := _clash(doc, lines)):
            yield found


def _clash(doc: Document, lines: list[Explanation]) -> Finding | None:
    """Compare each explanation of a symbol with the first one."""
    first = doc.text[slice(*lines[0].meaning)]
    for line in lines[1:]:
        meaning = doc.text[slice(*line.meaning)]
        kinds = _kind(first), _kind(meaning)
        if not (all(kinds) and kinds[0] != kinds[1]):
            kinds = _form(first), _form(meaning)
        if all(kinds) and kinds[0] != kinds[1]:
            named = _NAMED.match(doc.text, *line.meaning)
            return ambiguous_formula_symbol.at(
                (line.symbol[0], named.end() if named is not None else line.meaning[1]),
                said=doc.text[slice(*line.symbol)].strip(),
                before=kinds[0],
                here=kinds[1],
                before_en=_ENGLISH[kinds[0]],
                here_en=_ENGLISH[kinds[1]],
            )
    return None


def _kind(meaning: str) -> str:
    """Return the kind of quantity that an explanation names at the end of its first words, or “”."""
    match = _NAMED.match(meaning)
    named = _VALUE.sub("", match[0].strip()) if match is not None else ""
    return next((_KIND[word] for word in _LONGEST_FIRST if named.endswith(word)), "")


def _form(meaning: str) -> str:
    """Say whether an explanation with a unit speaks of a quantity or of its numerical value, or “”."""
    if not _UNIT.search(meaning):
        return ""
    return "数值" if _VALUE.search(meaning) else "量"
