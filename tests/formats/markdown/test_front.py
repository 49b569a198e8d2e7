"""What front matter says of a draft besides its text, in YAML, TOML and JSON."""

from __future__ import annotations

import pytest

from stdlint.formats.markdown import read


def _meta(text: str) -> dict[str, str]:
    source = read(text.encode())
    assert source.text == "甲\n"
    return source.meta


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("---\nstdlint: {kind: guidance}\n---\n甲\n", {"kind": "guidance"}),
        (
            "---\nstdlint: { kind: \"guidance\", stage: 'review' }  # 指南\n---\n甲\n",
            {"kind": "guidance", "stage": "review"},
        ),
        ("---\nstdlint:\n\tkind: guidance\n---\n甲\n", {"kind": "guidance"}),
        ("---\r\nstdlint:\r\n  kind: guidance\r\n---\r\n甲\r\n", {"kind": "guidance"}),
        ("---\nstdlint:\n  # 说明\n\n  kind: guidance # 说明\n...\n甲\n", {"kind": "guidance"}),
        ("---\nstdlint:\n  title: 螺栓：规范 #1号\n---\n甲\n", {"title": "螺栓：规范"}),
        ("---\nstdlint:\n  title: 螺栓#1号\n---\n甲\n", {"title": "螺栓#1号"}),
        (
            "---\nstdlint:\n  units:\n  - 甲院\n  - 乙院\n  kind: guidance\n---\n甲\n",
            {"units": "甲院、乙院", "kind": "guidance"},
        ),
        ("---\nstdlint:\n  units: [甲院,\n    乙院]\n---\n甲\n", {"units": "[甲院,乙院]"}),
        ("---\nstdlint:\nauthor: 甲\n---\n甲\n", {}),
        ('+++\n[stdlint]\nkind = "guidance"\n+++\n甲\n', {"kind": "guidance"}),
        (
            '+++\nstdlint = {kind = "guidance", units = ["甲院", "乙院"]}\n+++\n甲\n',
            {"kind": "guidance", "units": "甲院、乙院"},
        ),
        ('+++\nstdlint.kind = "guidance"\n+++\n甲\n', {"kind": "guidance"}),
        ('+++\n[stdlint]\nkind = "guidance"\n[params]\nstage = "review"\n+++\n甲\n', {"kind": "guidance"}),
        ("+++\n[stdlint]\nkind = guidance\n+++\n甲\n", {}),
        ('+++\nstdlint = "guidance"\n+++\n甲\n', {}),
        (
            '{\n"stdlint": {"kind": "guidance", "units": ["甲院", "乙院"]}\n}\n甲\n',
            {"kind": "guidance", "units": "甲院、乙院"},
        ),
        ('{\n"stdlint": "guidance"\n}\n甲\n', {}),
    ],
)
def test_entries_below_stdlint_are_told_with_its_name(text: str, said: dict[str, str]) -> None:
    told = {name: value for name, value in _meta(text).items() if name.startswith("stdlint.")}
    assert told == {f"stdlint.{name}": value for name, value in said.items()}


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: 题\nstdlint:\n  title: 项目\n---\n甲\n",
        '+++\ntitle = "题"\n[stdlint]\ntitle = "项目"\n+++\n甲\n',
        '{\n"title": "题",\n"stdlint": {"title": "项目"}\n}\n甲\n',
    ],
)
def test_the_title_of_the_project_is_not_that_of_the_file(text: str) -> None:
    meta = _meta(text)
    assert (meta["title"], meta["stdlint.title"]) == ("题", "项目")


def test_entries_of_others_are_not_told_as_ours() -> None:
    assert _meta("---\nvale:\n  kind: guidance\nstdlint: {}\n---\n甲\n") == {"vale": "", "stdlint": "{}"}
