"""Name the families of rules: what the letters of an id say."""

from __future__ import annotations

FAMILIES: dict[str, tuple[str, str]] = {
    "COV": ("封面", "cover"),
    "NAM": ("文件名称", "title of the document"),
    "ELM": ("要素", "elements of a document"),
    "TOC": ("目次", "table of contents"),
    "IDX": ("索引", "index"),
    "FWD": ("前言", "foreword"),
    "INT": ("引言", "introduction"),
    "SCP": ("范围", "scope"),
    "REF": ("规范性引用文件", "normative references"),
    "BIB": ("参考文献", "bibliography"),
    "TRM": ("术语和定义", "terms and definitions"),
    "SYM": ("符号和缩略语", "symbols and abbreviated terms"),
    "GEN": ("总则、总体要求、通用要求", "principles and general requirements"),
    "LVL": ("章条", "clauses"),
    "LST": ("列项", "lists"),
    "MOD": ("能愿动词", "verbal forms"),
    "WRD": ("用词", "wording"),
    "OTH": ("不宜规定的内容", "what a standard does not regulate"),
    "ADD": ("附加信息中的条款", "provisions in notes, examples and footnotes"),
    "NTE": ("注", "notes"),
    "EXM": ("示例", "examples"),
    "FTN": ("脚注", "footnotes"),
    "ANX": ("附录", "annexes"),
    "FIG": ("图", "figures"),
    "TAB": ("表", "tables"),
    "EQN": ("公式", "formulas"),
    "CIT": ("提及和来源", "mentions and sources"),
    "NUM": ("数值、日期和文件编号", "numbers, dates and document numbers"),
    "UNI": ("单位", "units"),
    "PUN": ("标点符号", "punctuation"),
    "KND": ("文件类型的要求", "what a kind of document demands"),
    "STG": ("阶段的要求", "what a stage demands"),
    "ADO": ("采用国际标准", "adoption of ISO and IEC documents"),
}
"""By the beginning of the ids: Chinese and English name, in the order of a document."""


def letters(id_: str) -> str:
    """Return the letters with which an id begins."""
    return id_.rstrip("0123456789")


def family_of(id_: str, lang: str) -> str:
    """Return the name of the family of a rule, given by its id or its letters; “” for one that is not stdlint's own."""
    named = FAMILIES.get(letters(id_))
    return named[lang == "en"] if named else ""
