"""Keep a line for the record number on the cover of a published sector standard, below the CCS number.

A sector standard is put on record after publication; a draft has no record number yet. The line may be left blank.
National standards of environmental protection bear the numbers of a sector, but are none.

行业标准发布后备案，封面CCS号下方应有“备案号：”一行，内容可以空缺；草案还没有备案号；国家生态环境标准（HJ）不是行业标准。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint.check import Check, Finding
from stdlint.document import Document


def _cover(
    ccs: str, *, level: str = "中华人民共和国通信行业标准", number: str = "YD/T 1234—2024", day: str = "2024-03-15"
) -> str:
    return (
        f"        ICS 33.040\n\n        {ccs}\n\n        {level}\n\n        {number}\n\n        光纤收发器\n\n"
        f"        Optical fibre media converters\n\n        {day} 发布\n\n        2024-10-01 实施\n\n"
        "        中华人民共和国工业和信息化部　发布\n\n        # 前言\n"
    )


def _undated(ccs: str) -> str:
    front = "---\nstdlint: {stage: published}\n---\n"
    return f"{front}ICS 33.040\n\n{ccs}\n\n中华人民共和国通信行业标准\n\nYD/T 1234—2024\n\n光纤收发器\n\n# 前言"


missing_record_number = Check(
    id="COV050",
    message="行业标准的封面没有“备案号”一行。",
    message_en="The cover of the sector standard has no line for the record number (备案号).",
    bad=_cover("⟦CCS M 00⟧"),
    good=_cover("CCS M 00\n\n        备案号：12345—2024"),
    more=((_undated("⟦CCS M 00⟧"), _undated("CCS M 00\n\n备案号：")),),
    clean=(
        _cover("CCS M 00　备案号："),
        _cover("CCS M 00\n\n        备 案 号："),
        _cover("CCS M 00", day="XXXX-XX-XX"),
        _cover("CCS M 00", level="中华人民共和国国家标准", number="GB/T 1234—2024"),
        _cover("CCS Z 16", level="国家生态环境标准", number="HJ 1234—2024"),
        _cover("CCS M 00", level="团体标准", number="T/ABC 123—2024"),
        _cover("CCS M 00", level="北京市地方标准", number="DB11/T 123—2024"),
        _cover("（无文献分类号）"),
    ),
)


@missing_record_number.finder
def find(doc: Document) -> Iterator[Finding]:
    page = doc.cover_page
    if doc.stage.name != "published" or doc.level != "industry" or not (page.ics and page.ccs):
        return
    if page.level_line is not None and "行业标准" not in page.level_line.folded:
        return
    if not any("备案号" in line.folded for line in page.lines):
        yield missing_record_number.at(page.ccs[-1].span)
