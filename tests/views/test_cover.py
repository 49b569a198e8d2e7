"""What the cover and the title of a draft tell."""

from __future__ import annotations

import pytest

from stdlint.document import Document
from stdlint.formats import markdown
from stdlint.views.cover import Cover
from stdlint.views.kinds import kind_of_title


def _cover(text: str) -> Cover:
    return Document(markdown.read(text.encode())).cover


def test_the_cover_of_a_national_standard_is_read() -> None:
    cover = _cover(
        "ICS 01.120\nCCS A 00\n\n中华人民共和国国家标准\n\nGB/T 12345.2—XXXX\n代替 GB/T 12345.2—2010\n\n"
        "家用电器\n\n第2部分：噪声测试方法\n\nHousehold appliances—Part 2: Test method for noise\n\n（征求意见稿）\n\n"
        "XXXX-XX-XX发布\n\n国家市场监督管理总局\n\n# 前言\n\n# 1 范围"
    )
    assert (cover.number, cover.base, cover.level, cover.stage) == (
        "GB/T 12345.2—XXXX",
        "12345",
        "national",
        "征求意见稿",
    )
    assert cover.title == "家用电器　第2部分：噪声测试方法"
    assert cover.title_en.startswith("Household")


@pytest.mark.parametrize(
    ("text", "number", "title"),
    [
        ("# T/ABC 001—2025\n\n# 养老服务指南\n\n# 前言", "T/ABC 001—2025", "养老服务指南"),
        ("# GB/T 12345—2024 家用电器　能效\n\n# 前言", "GB/T 12345—2024", "家用电器　能效"),
        ("# 螺栓　规范\n\n# Specification for bolts\n\n# 前言", "", "螺栓　规范"),
        ("# 仓储服务规范（征求意见稿）\n\n## 前言", "", "仓储服务规范"),
        ("Q/ABC 001—2025\n\n某某有限公司企业标准\n\n电子秤\n\n# 前言", "Q/ABC 001—2025", "电子秤"),
        ("DB11/T 1234—202X\n\n北京市地方标准\n\n公园规程\n\n# 前言", "DB11/T 1234—202X", "公园规程"),
    ],
)
def test_number_and_title_are_found_whatever_the_layout(text: str, number: str, title: str) -> None:
    cover = _cover(text)
    assert (cover.number, cover.title) == (number, title)


def test_the_title_on_body_page_1_is_preferred() -> None:
    assert _cover("# 电子秤\n\n# 前言\n\n文。\n\n# 电子秤　术语\n\n# 1 范围").title == "电子秤　术语"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("螺栓　术语", "terminology"),
        ("词汇　第5部分：数据表示", "terminology"),
        ("农业机械　术语和定义", "terminology"),
        ("绿色采购指南", "guidance"),
        ("智慧城市　建设指南　第3部分：数据", "guidance"),
        ("质量管理体系　要求及使用指南", "management-system"),
        ("食品安全　要求和应用指南", ""),
        ("电力变压器运行导则", ""),
        ("物业管理服务规范", "specification"),
        ("数据交换技术规范　第3部分：接口", "specification"),
        ("起重机安全规程", "code-of-practice"),
        ("田间试验操作规程（试行）", "code-of-practice"),
        ("水质　总磷的测定　钼酸铵分光光度法", "test-method"),
        ("工业用过硼酸钠　堆积密度测定", "test-method"),
        ("家用电器　噪声测试方法", "test-method"),
        ("全国主要产品分类与代码　第1部分：可运输产品", "classification"),
        ("条码　编码", "classification"),
        ("包装储运图示标志", "symbols"),
        ("企业信用评价指标体系", "evaluation"),
        ("电子秤", ""),
        ("咖啡研磨机　技术要求", ""),
        ("Information technology — Vocabulary", "terminology"),
        ("Household appliances — Part 2: Test methods", "test-method"),
    ],
)
def test_the_last_words_of_a_title_tell_the_kind(title: str, expected: str) -> None:
    assert kind_of_title(title) == expected
