"""Know the codes of documents: sectors and their names, regions, levels.

Source: reference gbt-1.1-2020.md, 21.2; GB/T 2260 (regions). What is not known for certain is not called wrong, so the
lists also hold codes that are no longer given out.
"""

from __future__ import annotations

_SECTORS = """
AQ BB CB CH CJ CY DA DB DL DY DZ EJ FZ GA GC GH GM GY HB HG HJ HS HY JB JC JG JR JT JY KA LB LD LS LY MH MR MT MZ NB
NY QB QC QJ QX RB SB SC SF SH SJ SL SN SW SY TB TD TY WB WH WJ WM WS WW XB XF YB YC YD YJ YS YY YZ ZY
"""
SECTORS = frozenset(_SECTORS.split())
"""Codes of sectors that are given out today."""

_OTHERS = "BJ CN DJ FJ GF GN GX JJ KY NJ QG RF SD SG SS TJ TS XJ YW ZB ZC ZJ"
OTHERS = frozenset(_OTHERS.split())
"""Codes of two letters that old or special documents carry."""

SECTOR_NAMES = {
    "安全生产": "AQ",
    "包装": "BB",
    "船舶": "CB",
    "测绘": "CH",
    "城镇建设": "CJ",
    "新闻出版": "CY",
    "档案": "DA",
    "地震": "DB",
    "电力": "DL",
    "地质矿产": "DZ",
    "核工业": "EJ",
    "纺织": "FZ",
    "公共安全": "GA",
    "供销合作": "GH",
    "密码": "GM",
    "广播电影电视": "GY",
    "广播电视和网络视听": "GY",
    "航空": "HB",
    "化工": "HG",
    "环境保护": "HJ",
    "生态环境": "HJ",
    "海关": "HS",
    "海洋": "HY",
    "机械": "JB",
    "建材": "JC",
    "建筑工业": "JG",
    "金融": "JR",
    "交通": "JT",
    "交通运输": "JT",
    "教育": "JY",
    "旅游": "LB",
    "粮食": "LS",
    "林业": "LY",
    "民用航空": "MH",
    "煤炭": "MT",
    "民政": "MZ",
    "能源": "NB",
    "农业": "NY",
    "轻工": "QB",
    "汽车": "QC",
    "航天": "QJ",
    "气象": "QX",
    "认证认可": "RB",
    "国内贸易": "SB",
    "水产": "SC",
    "石油化工": "SH",
    "电子": "SJ",
    "水利": "SL",
    "出入境检验检疫": "SN",
    "石油天然气": "SY",
    "铁道": "TB",
    "铁路": "TB",
    "土地管理": "TD",
    "体育": "TY",
    "物资管理": "WB",
    "文化": "WH",
    "卫生": "WS",
    "文物保护": "WW",
    "稀土": "XB",
    "消防救援": "XF",
    "黑色冶金": "YB",
    "烟草": "YC",
    "通信": "YD",
    "应急管理": "YJ",
    "有色金属": "YS",
    "医药": "YY",
    "邮政": "YZ",
}
"""The code of a sector by the name in “中华人民共和国……行业标准”."""

_PROVINCES = "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82"
PROVINCES = frozenset(_PROVINCES.split())
"""The first two digits of the region codes."""

CITIES = frozenset(f"{number:02}" for number in (*range(1, 35), 51, 52, 53, 90))
"""The third and fourth digit: cities, prefectures, and what a province administers itself."""


def is_region(code: str) -> bool:
    """Say whether the digits of “DB11” or “DB3301” can be a region."""
    return code[:2] in PROVINCES and (len(code) < 4 or code[2:4] in CITIES)


def level_of(code: str) -> str:
    """Return the level of documents with a code: national, industry, local, group, enterprise, or “” if not known."""
    folded = code.replace("／", "/").replace(" ", "")
    if folded.startswith(("T/", "Q/")):
        return "group" if folded[0] == "T" else "enterprise"
    if folded.startswith("DB") and folded[2:3].isdigit():
        return "local"
    head = folded.split("/")[0]
    if head in ("GB", "GBT", "GBZ"):
        return "national"
    return "industry" if head in SECTORS else ""
