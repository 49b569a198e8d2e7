"""Let number, category and publishing body of the cover fit one another.

A national standard has a number with GB and is published by an authority of the state, a group standard has one with
T/ and is published by an association; a sector standard has the code of its sector.

文件代号、层次或类别、发布机构相符：国家标准为GB并由国家机构发布，团体标准为T/并由社会团体发布，行业标准用本行业的代号。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.codes import SECTOR_NAMES, SECTORS, level_of
from stdlint.views.wording import fold


def _with(category: str, number: str, publisher: str) -> str:
    return f"""
        ICS 01.120

        CCS A 00

        {category}

        {number}

        公园服务规范

        Specification for park services

        2024-03-15 发布

        2024-10-01 实施

        {publisher}

        # 前言
    """


_STATE = "国家市场监督管理总局\n\n        国家标准化管理委员会　发布"

number_category_mismatch = Check(
    id="COV081",
    message="文件编号“{quote}”的代号与封面的“{category}”不一致。",
    message_en="The code of the number “{quote}” does not fit “{category}” on the cover.",
    bad=_with("中华人民共和国国家标准", "⟦YD/T 1234—2020⟧", _STATE),
    good=_with("中华人民共和国国家标准", "GB/T 1234—2020", _STATE),
    more=(
        (
            _with("团体标准", "⟦GB/T 1234—2020⟧", "北京公园协会　发布"),
            _with("团体标准", "T/ABC 1234—2020", "北京公园协会　发布"),
        ),
        (
            _with("北京市地方标准", "⟦T/ABC 1234—2020⟧", "北京市市场监督管理局　发布"),
            _with("北京市地方标准", "DB11/T 1234—2020", "北京市市场监督管理局　发布"),
        ),
        (
            _with("中华人民共和国通信行业标准", "⟦HG/T 1234—2020⟧", "中华人民共和国工业和信息化部　发布"),
            _with("中华人民共和国通信行业标准", "YD/T 1234—2020", "中华人民共和国工业和信息化部　发布"),
        ),
        (
            _with("中华人民共和国国家标准化指导性技术文件", "⟦GB/T 1234—2020⟧", _STATE),
            _with("中华人民共和国国家标准化指导性技术文件", "GB/Z 1234—2020", _STATE),
        ),
        (
            _with("中华人民共和国国家标准", "⟦GB/Z 1234—2020⟧", _STATE),
            _with("中华人民共和国国家标准化指导性技术文件", "GB/Z 1234—2020", _STATE),
        ),
    ),
    clean=(
        _with("中华人民共和国地震行业标准", "DB/T 1234—2020", "中国地震局　发布"),
        _with("中华人民共和国国家职业卫生标准", "GBZ 1234—2020", "国家卫生健康委员会　发布"),
        _with("中华人民共和国国家计量技术规范", "JJF 1234—2020", "国家市场监督管理总局　发布"),
        _with("中华人民共和国国家军用标准", "GJB 1234—2020", "某部　发布"),
        _with("中华人民共和国石油化工行业标准", "SH/T 1234—2020", "中华人民共和国工业和信息化部　发布"),
        _with("中华人民共和国密码行业标准", "GM/T XXXX—XXXX", "国家密码管理局　发布"),
        _with("团体标准", "T/XXX XXXX—XXXX", "××协会　发布"),
        _with("地方标准", "DBXX/T XXXX—XXXX", "××市场监督管理局　发布"),
    ),
)

publisher_category_mismatch = Check(
    id="COV092",
    message="“{publisher}”不发布{category}，发布机构与文件的层次或类别不符。",
    message_en="“{publisher}” does not publish documents of the category “{category}”.",
    bad=_with("团体标准", "T/ABC 1234—2020", "⟦国家标准化管理委员会 发布⟧"),
    good=_with("团体标准", "T/ABC 1234—2020", "中国标准化协会 发布"),
    more=(
        (
            _with("中华人民共和国国家标准", "GB/T 1234—2020", "⟦中国标准化协会　发布⟧"),
            _with("中华人民共和国国家标准", "GB/T 1234—2020", _STATE),
        ),
        (
            _with("团体标准", "T/ABC 1234—2020", "⟦北京市市场监督管理局　发布⟧"),
            _with("团体标准", "T/ABC 1234—2020", "北京公园协会　发布"),
        ),
        (
            _with("地方标准", "DB11/T 1234—2020", "⟦北京公园协会　发布⟧"),
            _with("地方标准", "DB11/T 1234—2020", "北京市市场监督管理局　发布"),
        ),
        (
            _with("中华人民共和国通信行业标准", "YD/T 1234—2020", "⟦某某通信有限公司　发布⟧"),
            _with("中华人民共和国通信行业标准", "YD/T 1234—2020", "中华人民共和国工业和信息化部　发布"),
        ),
        (
            _with("某某有限公司企业标准", "Q/ABC 1234—2020", "⟦国家标准化管理委员会　发布⟧"),
            _with("某某有限公司企业标准", "Q/ABC 1234—2020", "某某有限公司　发布"),
        ),
    ),
    clean=(
        _with("团体标准", "T/CCPITCSC 1234—2020", "中国国际贸易促进委员会商业行业委员会　发布"),
        _with("中华人民共和国国家标准", "GB 1234—2020", "国家卫生健康委员会\n\n        国家市场监督管理总局　发布"),
        _with("上海市地方标准", "DB31/T 1234—2020", "上海市市场监督管理局　发布"),
        _with("中华人民共和国水产行业标准", "SC/T 1234—2020", "中华人民共和国农业农村部　发布"),
        _with("团体标准", "T/ABC 1234—2020", "中国公园协会\n\n        某某有限公司　发布"),
    ),
)  # fmt: skip

_SECTOR_NAME = patterns.compile("中华人民共和国(.{1,12}?)行业标准")
_STATE_ORGAN = "国家标准化管理委员会|国家市场监督管理总局|国家质量(?:技术)?监督|国家技术监督局"
_GOVERNMENT = f"{_STATE_ORGAN}|(?:市场|质量技术|食品药品)监督管理(?:委员会|局)|人民政府|中华人民共和国.*部|厅发布"
_ASSOCIATION = "协会|学会|联合会|商会|促进会|研究会|联盟"
_COMPANY = "公司|集团"
_FOREIGN = {
    "national": patterns.compile(f"{_ASSOCIATION}|{_COMPANY}|[省市县区]市场监督管理局"),
    "guidance": patterns.compile(f"{_ASSOCIATION}|{_COMPANY}|[省市县区]市场监督管理局"),
    "industry": patterns.compile(f"{_ASSOCIATION}|{_COMPANY}|[省市县区]市场监督管理局"),
    "local": patterns.compile(f"{_ASSOCIATION}|{_COMPANY}|国家标准化管理委员会|国家市场监督管理总局"),
    "group": patterns.compile(f"{_GOVERNMENT}|{_COMPANY}"),
    "enterprise": patterns.compile(f"{_GOVERNMENT}|{_ASSOCIATION}"),
}
_FITS = {
    "national": patterns.compile(rf"{_STATE_ORGAN}|(?:国家|中华人民共和国).*(?:[部局署]|委员会)"),
    "guidance": patterns.compile(rf"{_STATE_ORGAN}|(?:国家|中华人民共和国).*(?:[部局署]|委员会)"),
    "industry": patterns.compile(r"[部局署]发布|委员会|中华人民共和国"),
    "local": patterns.compile(r"[省市区县州盟].*(?:监督|[厅局]|委员会|人民政府)"),
    "group": patterns.compile(f"{_ASSOCIATION}|贸易促进委员会|社会团体"),
    "enterprise": patterns.compile(f"{_COMPANY}|银行|厂|合作社"),
}
_NAMES = {
    "national": "国家标准",
    "guidance": "国家标准化指导性技术文件",
    "industry": "行业标准",
    "local": "地方标准",
    "group": "团体标准",
    "enterprise": "企业标准",
}


@number_category_mismatch.finder
@publisher_category_mismatch.finder
def find(doc: Document) -> Iterator[Finding]:
    page = doc.cover_page
    if not page.level or page.level_line is None:
        return
    category = page.level_line.folded
    span = doc.cover.number_span
    if page.number and not page.loose and span and not _fits(doc.cover.code, page.level, category):
        yield number_category_mismatch.at(span, category=category)
    said = "".join(line.folded for line in page.publisher)
    if not said or _FITS[page.level].search(said):
        return
    for line in page.publisher:
        if _FOREIGN[page.level].search(line.folded):
            publisher = line.folded.removesuffix("发布")
            yield publisher_category_mismatch.at(line.span, publisher=publisher, category=_NAMES[page.level])
            return


def _fits(code: str, level: str, category: str) -> bool:
    """Say whether a code can belong to the category, or nobody can tell."""
    folded = fold(code)
    known = level_of(folded)
    if not known or folded.startswith("XX"):
        return True
    if level == "guidance":
        return known != "national" or folded == "GB/Z"
    if known != level or folded == "GB/Z":
        return False
    sector = _SECTOR_NAME.search(category)
    expected = SECTOR_NAMES.get(sector[1]) if sector else None
    head = folded.split("/")[0]
    return level != "industry" or expected is None or head not in SECTORS or head == expected
