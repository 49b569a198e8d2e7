"""How a text mentions other documents: normatively, informatively, or not at all."""

from __future__ import annotations

import pytest

from stdlint.document import Document
from stdlint.formats import markdown
from stdlint.views.mentions import Mention


def _mentions(text: str) -> list[Mention]:
    return Document(markdown.read(text.encode())).mentions


def _clause(text: str) -> Mention:
    return _mentions(f"# 1 范围\n\n# 4 要求\n\n{text}\n")[0]


@pytest.mark.parametrize(
    "text",
    [
        "标志应符合GB/T 191的规定。",
        "标志应符合表1和GB/T 191的规定。",
        "标志应符合《包装储运图示标志》（GB/T 191）的规定。",
        "按GB/T 191检查标志。",
        "抗压强度按GB/T 17671测定。",
        "取样：按GB/T 3186。",
        "取样按GB/T 3186，制样按附录A。",
        "按GB/T 2423.17进行试验后，外壳应无锈蚀。",
        "包装件应能承受按GB/T 4857.5进行的跌落试验。",
        "防护等级应不低于GB/T 4208规定的IP44。",
        "包装上应有GB/T 191和GB/T 6388规定的标志。",
        "标志应符合下列文件的规定：\n\n——GB/T 191；",
        "GB/T 3100界定的符号适用于本文件。",
    ],
)
def test_requirements_and_instructions_cite_normatively(text: str) -> None:
    mention = _clause(text)
    assert (mention.way, mention.strict) == ("normative", True)


@pytest.mark.parametrize(
    "text",
    [
        "标志见GB/T 191。",
        "标志应清晰（见GB/T 191）。",
        "GB/T 191给出了标志的图形。",
        "注：标志按GB/T 191的规定。",
        "采用通用的协议，如GB/T 191、GB/T 6388。",
    ],
)
def test_prompts_and_notes_cite_informatively(text: str) -> None:
    assert _clause(text).way == "informative"


@pytest.mark.parametrize(
    "text",
    [
        "标志可按GB/T 191执行。",
        "标志应清晰，宜按GB/T 191执行。",
        "企业应通过GB/T 19001质量管理体系认证。",
        "应采用TLS协议（GB/T 191）。",
    ],
)
def test_a_doubtful_mention_is_not_strict(text: str) -> None:
    assert not _clause(text).strict


@pytest.mark.parametrize(
    "text",
    [
        "应采用螺栓 GB/T 5782-M12×80。",
        "应采用垫圈 GB/T 97.1-8。",
        "未注公差按GB/T 1804-m。",
        "标签应标明执行标准编号：GB/T 10001。",
    ],
)
def test_a_designation_is_the_thing_itself(text: str) -> None:
    assert _clause(text).sample


def test_a_column_of_methods_cites_normatively() -> None:
    table = "| 项目 | 检验方法 | 备注 |\n|---|---|---|\n| 水分 | GB 5009.3 | GB 5009.4 |\n"
    mentions = _mentions(f"# 1 范围\n\n# 4 要求\n\n应符合表1的规定。\n\n表1　指标\n\n{table}")
    assert [mention.strict for mention in mentions] == [True, False]


def test_the_document_itself_is_no_mention() -> None:
    foreword = "# 前言\n\n本文件是GB/T 97640《冷链》的第2部分。\n\n本文件代替GB/T 555—2010。\n\n"
    foreword += "本文件修改采用ISO 7777:2020。\n\n——用等同采用国际标准的GB/T 6462代替了ISO 1463。\n\n"
    text = "# 引言\n\nGB/T 97640由两个部分构成。GB/T 555—2010发布后，ISO 7777:2020也已发布。\n\n# 1 范围\n\n"
    assert _mentions(foreword + text) == []
    other = _mentions(
        foreword + "# 1 范围\n\n# 4 要求\n\n应符合GB/T 97640.1的规定。\n\n注：见GB/T 97640.1和GB/T 6462。"
    )
    assert [mention.citation.name for mention in other] == ["GB/T 97640.1", "GB/T 6462"]
