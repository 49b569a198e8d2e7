"""Know units: their symbols and names, wrong spellings, those that are not legal, and the statement “单位为毫米”.

Source: GB 3100—1993; GB/T 1.1—2020, 9.7.4.1, 9.8.4; reference typography.md, 3.1, 3.2 and 3.4.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from stdlint import patterns
from stdlint.model import Span
from stdlint.views.wording import fold

_PREFIXES = {
    "m": "n μ m c d k",
    "g A C": "n μ m k",
    "s": "n μ m",
    "K": "m",
    "mol": "n μ m k",
    "Hz": "m k M G T",
    "N": "μ m k M",
    "Pa": "μ m h k M G",
    "J": "m k M G",
    "W": "n μ m k M G T",
    "V": "n μ m k M",
    "F": "p n μ m",
    "Ω": "μ m k M G T",
    "S T H L l": "n μ m",
    "Wb Ah": "m k",
    "lm lx": "k",
    "Bq": "k M G T",
    "Gy Sv rad": "μ m",
    "eV Wh bit": "k M G",
    "var VA": "k M",
    "min h d a r t u cd sr dB Np tex dtex kn hm kt ℃ °C ° ′ ″ % ‰": "",
}
LEGAL = frozenset(p + u for units, ps in _PREFIXES.items() for u in units.split() for p in ("", *ps.split()))
"""Symbols of single units, with the prefixes that occur; without exponents."""

ANGLES = frozenset("°′″")
PERCENT = frozenset("%‰％")
LENGTHS = frozenset(("nm", "μm", "mm", "cm", "dm", "m", "km"))
LOOSE = frozenset("ACFHKNSTBLlJrau")
"""Single letters that also name types, grades and classes: 4K, 3C, 304L."""


def _table(text: str) -> dict[str, str]:
    entries = (entry.split(":") for line in text.splitlines() for entry in line.split(";") if ":" in entry)
    return {wrong: right.strip() for right, wrongs in entries for wrong in wrongs.split()}


MISCASED = _table(
    """
    kg: KG Kg kG; km: KM Km kM; cm: CM Cm cM; mm: MM mM; dm: DM Dm; mg: MG mG; mL: ML Ml; μm: um UM; μg: ug UG
    μL: uL ul; μs: us; μF: uF; μA: uA; μV: uV; μH: uH; μW: uW; μmol: umol; Pa: PA pa; kPa: KPA KPa Kpa kpa kPA
    MPa: MPA Mpa mpa; hPa: HPA HPa Hpa hpa; GPa: GPA Gpa gpa; Hz: HZ hz hZ; kHz: KHZ KHz Khz khz kHZ
    MHz: MHZ Mhz mhz mHZ; GHz: GHZ Ghz ghz; kW: KW Kw kw; kV: KV Kv kv; mV: mv; mA: ma; kA: KA; kN: KN Kn
    kJ: KJ Kj kj; MJ: Mj; kW·h: KWH kwh KWh Kwh kWH; mA·h: MAH mah mAH; kV·A: KVA Kva kva KVa kVa; dB: DB db Db
    min: Min MIN; mol: Mol MOL; mmol: mMol Mmol MMOL; lx: LX Lx; kΩ: KΩ; kvar: Kvar KVar kVar KVAR; kmol: Kmol
    """
)
"""Symbols in the wrong case, or with u for μ."""

_IN_COMPOUND = {"M": "m", "H": "h", "S": "s"}

HOMEMADE = _table(
    """
    r/min: rpm RPM Rpm r.p.m; r/s: rps; s: sec secs Sec; h: hr hrs Hrs; mL: cc; m²: sqm sq.m; m³: cum; lx: lux Lux
    Ω: ohm ohms Ohm Ohms; kΩ: kohm Kohm kOhm; MΩ: Mohm MOhm; g: gm gms; km/h: kph KPH; °C: degC; L: ltr lit
    A: amp amps Amp; V: volt volts Volt; W: watt watts Watt
    """
)
PLURALS = _table(
    "kg: kgs Kgs KGS KGs; mm: mms; cm: cms; km: kms; mg: mgs; min: mins Mins; mL: mLs mls; mol: mols; dB: dBs"
)
COMPOUND_PREFIXES = _table(
    """
    nm: mμm μkm; nF: mμF; pF: μμF uuF; GW: kMW MkW; GW·h: kMWh; mg: μkg; g: mkg; GΩ: kMΩ MkΩ; GHz: kMHz
    pm: mnm μμm; nA: mμA; nV: mμV; pA: μμA; ns: mμs; pg: μμg; ng: mμg
    """
)
PARTS_PER = {
    **dict.fromkeys(("ppm", "PPM", "ppmv", "ppmw"), "10⁻⁶"),
    **dict.fromkeys(("ppb", "PPB", "ppbv"), "10⁻⁹"),
    "pphm": "10⁻⁸",
    "ppt": "",
    "pptv": "",
}
SQUARE_SIGNS = dict(
    zip(
        "㎡㎥㎜㎝㎞㎏㎎㎍㎖㎗㏄㎐㎑㎒㎓㏀㏁㎾㎽㎸㎷㎂㎃㎄㎩㎪㎫㎬㎚㎛㎟㎠㎢㎣㎤㎦㎲㎳㎧㏈㏒",
        [
            "m²",
            "m³",
            "mm",
            "cm",
            "km",
            "kg",
            "mg",
            "μg",
            "mL",
            "dL",
            "mL",
            "Hz",
            "kHz",
            "MHz",
            "GHz",
            "kΩ",
            "MΩ",
            "kW",
            "mW",
            "kV",
            "mV",
            "μA",
            "mA",
            "kA",
            "Pa",
            "kPa",
            "MPa",
            "GPa",
            "nm",
            "μm",
            "mm²",
            "cm²",
            "km²",
            "mm³",
            "cm³",
            "km³",
            "μs",
            "ms",
            "m/s",
            "dB",
            "lg",
        ],
        strict=True,
    )
)
"""Compatibility characters and the symbols they stand for."""

SYMBOLS = _table(
    """
    nm: 纳米; μm: 微米; mm: 毫米; cm: 厘米; dm: 分米; km: 千米; m: 米; μg: 微克; mg: 毫克; kg: 千克; g: 克; t: 吨
    μL: 微升; mL: 毫升; L: 升; mm²: 平方毫米; cm²: 平方厘米; dm²: 平方分米; m²: 平方米; km²: 平方千米; hm²: 公顷
    mm³: 立方毫米; cm³: 立方厘米; dm³: 立方分米; m³: 立方米; mV: 毫伏; kV·A: 千伏安; kV: 千伏; V: 伏特 伏; μA: 微安
    mA·h: 毫安时; mA: 毫安; kA: 千安; A: 安培; mW: 毫瓦; kW·h: 千瓦时; kW: 千瓦; MW: 兆瓦; W: 瓦特 瓦; Pa: 帕斯卡 帕
    kPa: 千帕; MPa: 兆帕; N: 牛顿; kN: 千牛; J: 焦耳; kJ: 千焦; MJ: 兆焦; ℃: 摄氏度; K: 开尔文; Hz: 赫兹
    kHz: 千赫 千赫兹; MHz: 兆赫 兆赫兹; GHz: 吉赫 吉赫兹; Ω: 欧姆; kΩ: 千欧; MΩ: 兆欧; dB: 分贝; lx: 勒克斯; lm: 流明
    cd: 坎德拉; mol: 摩尔; mmol: 毫摩尔; T: 特斯拉; μF: 微法; mH: 毫亨; mSv: 毫西弗; rad: 弧度
    """
)
"""Names that stand behind a number only as units, with their symbols; those of time are in `TIMES`."""

TIMES = _table("h: 小时; min: 分钟; s: 秒钟 秒; d: 天; ms: 毫秒; μs: 微秒")
_STATED = _table(
    """
    μm: 微米; kPa: 千帕; MPa: 兆帕; Pa: 帕; GPa: 吉帕; N: 牛; N·m: 牛米; J: 焦; W: 瓦; V: 伏; A: 安; Ω: 欧; Hz: 赫
    kHz: 千赫; MHz: 兆赫; GHz: 吉赫; min: 分; s: 秒; °: 度; mg/kg: 毫克每千克; μg/kg: 微克每千克
    g/kg: 克每千克; mg/L: 毫克每升
    μg/L: 微克每升; g/L: 克每升; mg/m³: 毫克每立方米; kg/m³: 千克每立方米; g/cm³: 克每立方厘米; m/s: 米每秒
    km/h: 千米每小时; L/h: 升每小时; L/min: 升每分; m³/h: 立方米每小时
    """
)
_ALIKE = {"µm": "μm", "um": "μm", "°C": "℃", "m2": "m²", "m3": "m³"}
_BY_SYMBOL = {symbol: name for name, symbol in (*reversed((SYMBOLS | TIMES).items()), *_STATED.items())}
NAMES = _BY_SYMBOL | {alike: _BY_SYMBOL[symbol] for alike, symbol in _ALIKE.items()}
"""The names of units by their symbols, as “单位为……” gives them: those of `SYMBOLS`, and others that are no sure units
behind a number, or units of several parts."""

COLLOQUIAL = _table("kg: 公斤; km: 公里; t: 公吨; km²: 平方公里; cm²: 平方公分")

_NOT_LEGAL = """
    kgf N 9.80665; kgf/cm² MPa 0.0980665; kgf/mm² MPa 9.80665; kgf·m N·m 9.80665; kgf·cm N·m 0.0980665; tf kN 9.80665
    dyn μN 10; dyn/cm mN/m 1; atm kPa 101.325; mmHg kPa 0.133322; mmH2O Pa 9.80665; mmH₂O Pa 9.80665; Torr Pa 133.322
    torr Pa 133.322; bar MPa 0.1; Bar MPa 0.1; mbar Pa 100; psi kPa 6.89476; PSI kPa 6.89476; erg J 0.0000001
    cal J 4.1868; kcal kJ 4.1868; Kcal kJ 4.1868; kcal/h W 1.163; Btu kJ 1.05506; BTU kJ 1.05506; hp kW 0.7457
    HP kW 0.7457; Gs mT 0.1; Oe A/m 79.5775; Ci GBq 37; mCi MBq 37; lb kg 0.453592; lbs kg 0.453592; lbf N 4.44822
    oz g 28.3495; ft m 0.3048; yd m 0.9144; inch mm 25.4; inches mm 25.4; mph km/h 1.609344; mile km 1.609344
    miles km 1.609344; gal L 3.785; Å nm 0.1; ℉ ℃ 0; °F ℃ 0; °K K 1; cP mPa·s 1; cp mPa·s 1
    cSt mm²/s 1; bps bit/s 1; kbps kbit/s 1; Kbps kbit/s 1; Mbps Mbit/s 1; mbps Mbit/s 1; Gbps Gbit/s 1
    公尺 m 1; 公分 cm 1; 公厘 mm 1; 英尺 m 0.3048; 英寸 mm 25.4; 英吋 mm 25.4; 吋 mm 25.4; 英里 km 1.609344; 公升 L 1
    立升 L 1; 加仑 L 0; 品脱 L 0; 盎司 g 28.3495; 磅 kg 0.453592; 英磅 kg 0.453592; 马力 kW 0.735499; 公斤力 N 9.80665
    千克力 N 9.80665; 吨力 kN 9.80665; 毫米汞柱 kPa 0.133322; 毫米水柱 Pa 9.80665; 个大气压 kPa 101.325
    个标准大气压 kPa 101.325; 标准大气压 kPa 101.325; 大气压 kPa 101.325; 千卡 kJ 4.1868; 大卡 kJ 4.1868
    卡路里 J 4.1868; 冷吨 kW 0; 华氏度 ℃ 0; 开氏度 K 1; 度电 kW·h 1; 市斤 kg 0.5; 斤 kg 0.5
    高斯 mT 0.1; 奥斯特 A/m 79.5775; 尔格 J 0.0000001; 毫巴 Pa 100; 巴 MPa 0.1; 拉德 Gy 0.01
    雷姆 Sv 0.01; 旦尼尔 tex 0.1111
    市亩 hm² 0; 亩 hm² 0; 公亩 m² 100
    达因 μN 10; 居里 GBq 37; 厘泊 mPa·s 1; 厘斯 mm²/s 1; 克分子 mol 1; 克当量 mol 0; 毫克当量 mmol 0; 转/分钟 r/min 1
    转/分 r/min 1; 转/秒 r/s 1; 平方 m² 1; 立方 m³ 1
"""
NOT_LEGAL: dict[str, tuple[str, float]] = {
    unit: (legal, float(factor))
    for unit, legal, factor in (entry.split() for line in _NOT_LEGAL.strip().splitlines() for entry in line.split(";"))
}
"""Units that are not legal, with the legal unit and the factor (0: no conversion)."""

_NOT_BEHIND = {
    "米": "制黄尺粒面饭粉兰袋",
    "克": "隆拉罗服重当力分",
    "升": "级降高温压至到华起迁格板任序学幅",
    "吨": "位级公千力桶车",
    "瓦": "特楞片斯房砾",
    "伏": "特击虫安",
    "帕": "斯",
    "毫米": "汞水波",
    "厘米": "波",
    "斤": "斧",
    "磅": "秤",
    "平方": "米厘毫千公分英和根差项面尺十百寸",
    "立方": "米厘毫千公分英和根体氮晶尺寸",
    "摩尔": "比质浓体分",
    "千伏": "安",
    "分贝": "仪",
    "公斤": "力级",
    "公里": "标桩碑",
    "公分": "母子",
    "大气压": "力强",
    "标准大气压": "力强",
    "千牛": "顿",
    "千克": "服隆力",
    "毫安": "时",
    "秒": "表",
    "天": "然气花",
    "高斯": "分投噪函光曲滤模金",
    "巴": "掌士斯黎西豆",
}
"""Characters that make another word of a name: 克 + 隆."""


def named(names: dict[str, str] | dict[str, tuple[str, float]]) -> str:
    """Return a pattern for these names, the longest first, which passes over other words that begin like them."""
    return "|".join(
        f"{name}(?![{_NOT_BEHIND[name]}])" if name in _NOT_BEHIND else name
        for name in sorted(names, key=len, reverse=True)
        if not name.isascii()
    )


_FOLD = str.maketrans("µΩÅ％０１２３４５６７８９", "μΩÅ%0123456789")
_RAISED = str.maketrans("0123456789-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻")
_EXPONENT = patterns.compile(r"(?<=[A-Za-zμΩ])(?:\^?([-−]?\d)\^?)(?![\dA-Za-z])")
_ATOM = patterns.compile(r"[A-Za-zμΩÅ℃℉°′″%‰]+")
_SHAPE = patterns.compile(r"(?:[/·⋅]?[（(]?[A-Za-zμΩ℃℉°′″%‰]+(?:⁻?[¹²³⁴])?[）)]?)+")


@lru_cache(2048)
def plain(token: str) -> str:
    """Return a unit with raised exponents and one character for each sign: “kg/m3” → “kg/m³”."""
    token = token.translate(_FOLD)
    if any(char.isdigit() for char in token):
        return _EXPONENT.sub(lambda match: match[1].translate(_RAISED), token)
    return token


@lru_cache(2048)
def is_legal(token: str) -> bool:
    """Say whether a token is the symbol of a legal unit, single or compound."""
    folded = plain(token)
    if folded in LEGAL:
        return True
    return _SHAPE.fullmatch(folded) is not None and LEGAL.issuperset(_ATOM.findall(folded))


@lru_cache(2048)
def in_right_case(token: str) -> str:
    """Return a unit that is written in the wrong case as it should be, or “” if nothing is wrong or nothing known."""
    folded = plain(token)
    atoms = _ATOM.findall(folded)
    if not _SHAPE.fullmatch(folded) or not all(a in LEGAL or a in MISCASED or a in _IN_COMPOUND for a in atoms):
        return ""
    if folded in ("M²", "M³"):
        return "m" + folded[1:]
    if len(atoms) == 1:
        return MISCASED[atoms[0]] + folded[len(atoms[0]) :] if atoms[0] in MISCASED else ""
    sure = any(atom in MISCASED or (atom in LEGAL and atom not in LOOSE) for atom in atoms)
    right = _ATOM.sub(lambda match: MISCASED.get(match[0]) or _IN_COMPOUND.get(match[0], match[0]), folded)
    return right if sure and right != folded and "S" not in atoms[:1] else ""


_SYMBOL = (
    r"(?:[mcdknμµu]?m[²³23]?|hm²|[kmμµ]?g|t|s|min|h|d|a|[mμµ]?[lL]|[kMG]?(?:Pa|N|J|W|V|Hz)|[mk]?A|[kM]?Ω|℃|°C|°|K|%|‰|dB|lx|cd"
    r"|m?mol|N·m|kW·h|pH)"
)
_NAME = (
    r"(?:平方|立方|二次方|三次方)?(?:[毫厘分微纳皮百千兆吉太]|十万|百万|[万亿])?(?:米|克|升|帕(?:斯卡)?|牛(?:顿)?|焦(?:耳)?|瓦(?:特)?|伏(?:特)?|安(?:培)?|欧(?:姆)?|赫(?:兹)?|吨|元|秒|分钟?"
    r"|小?时|天|日|月|年|度|摄氏度|开(?:尔文)?|分贝|勒(?:克斯)?|流明|坎(?:德拉)?|摩(?:尔)?|法(?:拉)?|亨(?:利)?|西(?:门子)?|特(?:斯拉|克斯)?|韦(?:伯)?|贝可(?:勒尔)?|戈(?:瑞)?|希(?:沃特)?|弧度|乏|转|字节|比特|位|像素"
    r"|公斤|公里|公顷|亩|人|个|件|次|台|套|只|户|株|头|枚|辆|项|百分比|百分数|份|人次)"
)
_ONE = rf"(?:{_SYMBOL}|{_NAME})"
_UNIT = rf"{_ONE}(?:(?:[/／·]|每){_ONE}){{0,3}}(?:\((?:{_SYMBOL}|{_NAME})(?:/{_SYMBOL})?\))?"
_STATEMENT = patterns.compile(
    rf"(?P<open>[(\[【])?(?P<lead>(?:计量|长度|尺寸|质量|数量|时间|含量|温度|浓度|面积|金额|货币)?单位|数值单位)(?P<link>均?为|[:：]|是|/|\(|)(?P<unit>{_UNIT})(?:[、,，和](?:{_UNIT}))*[)\]】]?(?P<end>[。.])?"
)
_BARE = patterns.compile(rf"[(\[【]?(?P<unit>{_SYMBOL}(?:/{_SYMBOL})*)[)\]】]?")
_ANY = patterns.compile(
    r"[（(]?(?:计量)?单位(?:均?为|[：:])[\s\u3000]*[^\p{Han}\s，。；：（）()]{1,12}[）)]?|单位均?为\p{Han}{2,14}"
)
_BEHIND = patterns.compile(
    r"[（(\[【]?(?:计量|长度|尺寸)?单位[\s\u3000]*[：:/为是]?[\s\u3000]*[^（(）)\[\]】\s]{1,14}[）)\]】]?$"
)


class Statement(NamedTuple):
    """A unit statement: where it stands, its unit, and whether it reads “单位为……”."""

    span: Span
    unit: str
    right: bool


def read_statement(said: str, start: int = 0) -> Statement | None:
    """Read a paragraph that is a unit statement; `start` is where it stands in the text."""
    if len(said) > 30 or not said:
        return None
    folded = fold(said)
    lead = len(said) - len(said.lstrip())
    span = (start + lead, start + len(said.rstrip()))
    match = _STATEMENT.fullmatch(folded)
    if match is not None:
        right = match["link"] in ("为", "均为") and not match["open"] and not match["end"]
        return Statement(span, match["unit"], right)
    bare = _BARE.fullmatch(folded)
    if bare is None or (len(bare["unit"]) == 1 and bare["unit"] not in "%‰℃Ω"):
        return None
    return Statement(span, bare["unit"], False)


def is_unit_statement(said: str) -> bool:
    """Say whether a paragraph states the unit of a figure or table, in whatever form, right or wrong."""
    return len(said) <= 30 and (read_statement(said) is not None or _ANY.fullmatch(said.strip()) is not None)


def unit_behind(title: str) -> Statement | None:
    """Read a unit statement at the end of a caption: “尺寸（单位：mm）”; its span is one of the title."""
    match = _BEHIND.search(title)
    if match is None:
        return None
    statement = read_statement(match.group())
    return None if statement is None else statement._replace(span=match.span())
