from __future__ import annotations

import pytest

from stdlint.document import Document
from stdlint.formats import markdown
from stdlint.views.chapters import roles_of
from stdlint.views.kinds import kinds


@pytest.mark.parametrize(
    ("title", "opening", "roles", "expected"),
    [
        ("物业服务规范", "", (), ("specification", "service")),
        ("卓越服务良好实践转化为标准指南", "", (), ("guidance", "service")),
        ("企业信用评价指南", "", (), ("guidance", "evaluation")),
        ("居家适老化改造服务评价规范", "", (), ("evaluation", "service")),
        ("环境管理体系　指南", "", (), ("guidance", "management-system")),
        ("环境管理体系　要求及使用指南", "", (), ("management-system",)),
        ("能源管理体系规范", "", (), ("management-system",)),
        ("信息技术　服务器　技术规范", "", (), ("specification",)),
        ("信息技术　Web服务接口规范", "", (), ("specification",)),
        (
            "离心泵　技术条件",
            "",
            ("requirements", "verification", "inspection", "packing"),
            ("specification", "product"),
        ),
        ("离心泵", "", ("requirements", "verification", "inspection"), ("product",)),
        ("离心泵", "", ("requirements", "verification"), ()),
        ("离心泵", "", ("verification", "inspection", "packing"), ("product",)),
        ("离心泵", "", ("verification", "inspection"), ()),
        ("城市绿地养护", "本文件提供了城市绿地养护的指导。", (), ("guidance",)),
        ("城市绿地养护", "本文件规定了城市绿地养护的要求，给出了养护的建议。", (), ()),
        ("城市绿地养护", "本文件确立了城市绿地养护的程序，规定了各阶段的指示。", (), ("code-of-practice",)),
        ("测绘基本概念", "本文件界定了测绘的术语和定义。", (), ("terminology",)),
        ("服装号型", "本文件确立了服装的分类与代码。", (), ("classification",)),
        ("服装号型", "本文件规定了服装的分类、要求和试验方法。", (), ()),
        ("气瓶　第3部分：爆破", "本文件描述了气瓶爆破试验的方法。", (), ("test-method",)),
        ("车用终端　性能要求和试验方法", "", (), ()),
        ("轻型汽车污染物排放限值及测量方法", "", (), ()),
        ("碳排放核算　水泥企业", "本文件描述了水泥企业碳排放的核算方法。", (), ()),
        ("杀虫剂药效试验及评价　第1部分：防蛀剂", "", ("scoring",), ()),
        ("流量的测量　流量计的在线校准", "本文件描述了流量计在线校准的原理、设备和程序。", (), ("test-method",)),
        ("旅游资源调查与评价", "", ("indicators",), ("evaluation",)),
        ("", "", (), ()),
    ],
)
def test_title_scope_and_chapters_tell_the_kinds(
    title: str, opening: str, roles: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    assert kinds(title, opening, roles) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("要求和试验方法", {"requirements", "verification"}),
        ("检验规则", {"inspection"}),
        ("标志、标签和随行文件", {"marking"}),
        ("包装、运输和贮存", {"packing"}),
        ("总则", {"principles"}),
        ("试验数据处理", {"data"}),
        ("编码方法和代码", {"coding"}),
    ],
)
def test_titles_tell_what_chapters_are_for(title: str, expected: set[str]) -> None:
    assert expected <= roles_of(title)


def test_a_draft_knows_its_kinds_and_its_chapters() -> None:
    scope = "# 电子秤\n\n# 1 范围\n\n本文件规定了电子秤的技术要求和试验方法。\n\n"
    clauses = "# 4 技术要求\n\n秤应水平。\n\n# 5 试验方法\n\n称量。\n\n# 6 检验规则\n\n逐台检验。\n"
    doc = Document(markdown.read((scope + clauses).encode()))
    assert doc.kinds == ("product",)
    assert doc.kind == "product"
    assert [chapter.section.number for chapter in doc.chapters] == ["4", "5", "6"]
