"""What is stated of a draft besides its text, in front matter, document properties and settings."""

from __future__ import annotations

import pytest

from stdlint.document import Document
from stdlint.formats import docx, markdown
from stdlint.views.project import NOTHING, Project, project
from tests import docx_builder as word

_TEXT = "# 螺栓\n\n# 前言\n\n# 1 范围\n"

_SAID = Project("guidance", "review", "公园　服务指南", "20240001-T-469", ("东山研究院", "东山大学"), ("张三", "李四"))

_YAML = """---
title: 别的
stdlint:
  kind: guidance  # 指南
  stage: "review"
  title: 公园　服务指南
  number: 20240001-T-469
  units:
    - 东山研究院
    - '东山大学'
  drafters: [张三, "李四"]
author: 甲
---
"""
_FLOW = """---
stdlint: {kind: guidance, stage: review, title: "公园　服务指南", number: 20240001-T-469,
  units: [东山研究院, 东山大学], drafters: [张三, 李四]}
---
"""
_DOTTED = """---
stdlint.kind: guidance
stdlint.stage: review
stdlint.title: 公园　服务指南
stdlint.number: 20240001-T-469
stdlint.units: 东山研究院、东山大学
stdlint.drafters: 张三；李四
---
"""
_TOML = """+++
title = "别的"
[stdlint]
kind = "guidance"  # 指南
stage = 'review'
title = "公园　服务指南"
number = "20240001-T-469"
units = [
  "东山研究院",
  "东山大学",
]
drafters = ["张三", "李四"]
+++
"""
_JSON = """{
"title": "别的",
"stdlint": {"kind": "guidance", "stage": "review", "title": "公园　服务指南", "number": "20240001-T-469",
  "units": ["东山研究院", "东山大学"], "drafters": "张三、李四"}
}
"""


@pytest.mark.parametrize("front", [_YAML, _FLOW, _DOTTED, _TOML, _JSON], ids=["yaml", "flow", "dotted", "toml", "json"])
def test_front_matter_states_kind_stage_and_project(front: str) -> None:
    document = Document(markdown.read((front + "\n" + _TEXT).encode()))
    assert document.project == _SAID
    assert document.kinds == ("guidance",)
    assert (document.stage.name, document.stage.told_by) == ("review", "setting")
    assert document.cover.title == "螺栓", "the title of the project is not that of the draft"


def test_document_properties_state_kind_stage_and_project() -> None:
    said = {
        "stdlint.kind": "guidance",
        "stdlint.stage": "review",
        "stdlint.title": "公园　服务指南",
        "stdlint.number": "20240001-T-469",
        "stdlint.units": "东山研究院、东山大学",
        "stdlint.drafters": "张三, 李四",
        "Company": "别的",
    }
    document = Document(docx.read(word.build(word.para("螺栓"), word.para("前言"), properties=said)))
    assert document.project == _SAID
    assert document.kinds == ("guidance",)
    assert document.stage.name == "review"
    assert "Company" not in document.source.meta


def test_several_kinds_are_stated_in_a_row() -> None:
    for front in (
        "---\nstdlint: {kind: [specification, service]}\n---\n",
        "---\nstdlint.kind: specification, service\n---\n",
    ):
        assert Document(markdown.read((front + _TEXT).encode())).kinds == ("specification", "service")
    data = word.build(word.para("螺栓"), properties={"stdlint.kind": "specification、service"})
    assert Document(docx.read(data)).kinds == ("specification", "service")


def test_kinds_that_do_not_exist_are_passed_over() -> None:
    assert Document(markdown.read(f"---\nstdlint.kind: novel, guidance\n---\n{_TEXT}".encode())).kinds == ("guidance",)


def test_demands_win_over_the_draft_and_the_draft_over_what_is_usual() -> None:
    source = markdown.read(f"---\nstdlint: {{kind: guidance, stage: review}}\n---\n{_TEXT}".encode())
    document = Document(
        source, demanded=Project(stage="approval"), usual=Project(kind="product", stage="consultation", title="螺母")
    )
    assert document.project == Project("guidance", "approval", "螺母")


def test_nothing_is_stated_where_nobody_states_anything() -> None:
    assert Document(markdown.read(_TEXT.encode())).project == NOTHING
    assert project({"title": "别的", "stdlint": ""}) == NOTHING
