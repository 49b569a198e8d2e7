"""The explanation of rules: on a terminal, in Markdown, in JSON, in the pages of the reference."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import click.testing
import pytest
from markdown_it import MarkdownIt

from stdlint.cli import cli
from stdlint.cli.explaining import Book
from stdlint.config import NONE
from stdlint.profile import rows
from stdlint.reports import reference
from stdlint.reports.explain.content import Explained, excerpt
from stdlint.reports.explain.markdown import escaped, fenced
from stdlint.reports.explain.text import page as terminal
from stdlint.reports.explain.wrap import wrapped
from stdlint.reports.families import FAMILIES, letters
from stdlint.reports.rules import said
from stdlint.reports.text import width

ROOT = Path(__file__).parent.parent
MARKDOWN = MarkdownIt("gfm-like", {"linkify": False})
SETTINGS = """
extend-packs = ["acme.toml"]
ignore = ["MOD041"]
[checks]
too-deep = { severity = "warning", deepest = 3 }
ought-for-shall = false
"""
ACME = """
title = "某某协会标准编写规定"
[[words]]
id = "ACME010"
name = "solution"
words = ["解决方案"]
prefer = "方案"
why = "协会规定统一用“方案”。"
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    return tmp_path


@pytest.fixture(scope="module")
def explained() -> list[Explained]:
    book = Book((), NONE)
    return [book.explained(use.check.name) for use in rows()]


def run(*arguments: str) -> str:
    done = click.testing.CliRunner().invoke(cli, arguments, catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.stdout


def refused(*arguments: str) -> str:
    done = click.testing.CliRunner().invoke(cli, arguments, catch_exceptions=False)
    assert done.exit_code == 2, done.output
    return done.stderr


@pytest.fixture
def project(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder with settings and a pack of an organization."""
    made = folder / "项目"
    made.mkdir()
    (made / "stdlint.toml").write_text(SETTINGS, encoding="utf-8")
    (made / "acme.toml").write_text(ACME, encoding="utf-8")
    monkeypatch.chdir(made)
    return made


def test_a_rule_is_explained_wholly() -> None:
    told = run("rule", "MOD010")
    assert told.startswith("MOD010  must-for-shall\n类别：能愿动词\n级别：错误\n")
    for line in (
        "依据：GB/T 1.1—2020, C.1、9.5.4.2.2；ISO/IEC Directives, Part 2:2021, 7.2, 7.6",
        "性质：要求（标准规定应这样做）",
        "把握：确定（有明确的判断依据，很少误报）",
        "  用“应”表述要求，不用“必须”。",
        "    产品【必须】通过检验，包装【必须】完好。",
        "    产品应通过检验，包装应完好。",
        "错误示例 2",
        "这样写没有问题 1",
        "  给出建议，须人工确认",
        "    Markdown，下一段    <!-- stdlint: ignore MOD010 理由 -->",
        "    Word，批注          stdlint: ignore MOD010 理由",
        '    draft.stdlint.toml  ignore = [{ rules = ["MOD010"], clause = "5.2", reason = "理由" }]',
        '    stdlint.toml        ignore = ["MOD010"]',
        "  同一来源的规则：MOD040 ought-for-shall、MOD041 need-for-shall",
        "  如果ADD01开头的规则、GEN030、SYM050、KND030也发现了同一处，不报MOD010。",
    ):
        assert f"{line}\n" in told, line
    assert "\x1b" not in told


def test_a_rule_is_explained_in_english() -> None:
    told = run("rule", "must-for-shall", "--lang", "en")
    assert "Severity: error\n" in told
    assert "Basis: requirement (the standard says “shall”)\n" in told
    assert "Where rules beginning with ADD01, GEN030, SYM050, KND030 find the same words, MOD010 is not told." in told
    assert "理由" not in told


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("ANX100", "级别：提示；送审稿 警告；报批稿 错误；正式文件 错误"),
        ("STG030", "级别：仅用于正式文件 错误"),
        ("STG030", "性质：惯例（标准没有规定，是stdlint的建议）"),
        ("MOD030", "把握：推断（按词句推断，可能误报，请人工确认）"),
        ("KND150", "文件类型：术语"),
        ("TRM141", "  如果REF100也发现了同一处，只报TRM141。"),
        ("REF100", "  如果TRM141也发现了同一处，不报REF100。"),
        ("STG080", "同时提交的标准草案"),
    ],
)
def test_what_is_particular_to_a_rule_is_told(code: str, line: str) -> None:
    assert f"{line}\n" in run("rule", code)


def test_what_is_said_to_keep_a_rule_quiet_does_so() -> None:
    shown = dict(re.findall(r"^    (\S.*?)  +(.*)$", run("rule", "MOD010").partition("如何不报")[2], re.MULTILINE))
    text = "# 4 要求\n\n产品必须合格。\n"
    drafts = {
        "wrong": text,
        "next": f"# 4 要求\n\n{shown['Markdown，下一段']}\n\n产品必须合格。\n",
        "between": text.join(f"{mark.strip()}\n\n" for mark in shown["Markdown，二者之间"].split("…")),
        "whole": f"{shown['Markdown，全文']}\n\n{text}",
        "beside": text,
    }
    for name, draft in drafts.items():
        Path(f"{name}.md").write_text(draft, encoding="utf-8")
    Path("beside.stdlint.toml").write_text(shown["draft.stdlint.toml"].replace("5.2", "4"), encoding="utf-8")
    Path("settled").mkdir()
    Path("settled/stdlint.toml").write_text(shown["stdlint.toml"], encoding="utf-8")
    Path("settled/draft.md").write_text(text, encoding="utf-8")
    paths = [f"{name}.md" for name in drafts] + ["settled/draft.md"]
    report = json.loads(run("check", *paths, "--select", "MOD010", "--output-format", "json", "--exit-zero"))
    found = {one["path"]: len(one["findings"]) for one in report["documents"]}
    assert found == dict.fromkeys(paths, 0) | {"wrong.md": 1}


def test_options_tell_type_default_and_current_value() -> None:
    assert "  deepest：整数，默认5，现为5。\n" in run("rule", "LVL030")
    assert "本项目" not in run("rule", "LVL030")


def test_options_tell_what_the_project_settles(project: Path) -> None:
    told = run("rule", "LVL030")
    assert "  deepest：整数，默认5，现为3。\n" in told
    assert "  在stdlint.toml中设置：\n    [checks]\n    too-deep = { deepest = 3 }\n" in told
    assert "本项目：级别改为警告（stdlint.toml）\n" in told
    assert run("rule", "MOD010", "--output-format", "json").count('"enabled": true') == 1


def test_rules_that_a_project_leaves_out_say_so(project: Path) -> None:
    for code in ("MOD040", "MOD041"):
        assert "本项目：不启用（stdlint.toml）\n" in run("rule", code)
    assert "本项目" not in run("rule", "MOD010")
    settled = json.loads(run("rule", "MOD041", "--output-format", "json"))["rules"][0]["settled"]
    assert settled == {"path": "stdlint.toml", "enabled": False, "severity": "warning", "options": {}}


def test_a_rule_of_an_organization_is_explained_in_its_project(project: Path) -> None:
    told = run("rule", "ACME010")
    assert told.startswith("ACME010  solution\n级别：警告\n性质：惯例（本机构的规定或做法）\n")
    assert "  协会规定统一用“方案”。\n" in told
    assert "错误示例" not in told
    assert "  ACME010  solution" in run("rule", "ACME")


def test_a_rule_of_an_organization_is_unknown_elsewhere() -> None:
    assert "unknown rule “ACME010”" in refused("rule", "ACME010")


def test_several_rules_stand_one_after_the_other() -> None:
    told = run("rule", "MOD010", "NUM200")
    assert told.index("MOD010  must-for-shall") < told.index("\n" + "-" * 100 + "\n\nNUM200  ")
    assert run("rule", "MOD010,NUM200") == told


def test_a_family_is_listed() -> None:
    told = run("rule", "MOD")
    assert told.startswith("MOD 能愿动词\n  MOD010  must-for-shall ")
    assert told.endswith("13 条规则\n逐条说明：stdlint rule MOD010\n")
    assert "MOD080" in told
    assert "NUM" not in told


def test_an_unknown_rule_names_the_nearest() -> None:
    assert "unknown rule “must-for-shal”; did you mean “must-for-shall”" in refused("rule", "must-for-shal")


def test_json_is_that_of_the_list() -> None:
    one = json.loads(run("rule", "REF100", "--output-format", "json"))
    assert one["schema"] == "stdlint-rules/1"
    (rule,) = one["rules"]
    assert rule["id"] == "REF100"
    assert rule["clauses"] == ["GB/T 1.1—2020, 9.5.4.1.1", "ISO/IEC Directives, Part 2:2021, 10.5"]
    assert rule["hidden_by"] == ["TRM141"]
    assert len(rule["examples"]) == 3
    assert rule in json.loads(run("rules", "--format", "json", "--select", "REF"))["rules"]


def test_rules_are_selected_and_grouped() -> None:
    told = run("rules", "--select", "MOD,REF100")
    assert told.startswith("MOD 能愿动词\n  MOD010")
    assert "\n\nREF 规范性引用文件\n  REF100  " in told
    assert "REF090" not in told
    assert told.endswith("14 条规则\n")
    assert "unknown rule “MOE”" in refused("rules", "--select", "MOE")


LOADED = """
import sys
from stdlint.cli import cli, main
sys.argv = ["stdlint", "rule", {!r}]
try:
    main()
except SystemExit:
    print(*sys.modules)
"""


@pytest.mark.parametrize("code", ["MOD010", "must-for-shall"])
def test_only_the_module_of_the_rule_is_imported(code: str) -> None:
    for _ in range(2):  # the first run may have to make the table of ids
        done = subprocess.run(
            [sys.executable, "-c", LOADED.format(code)], capture_output=True, text=True, encoding="utf-8", check=True
        )
    loaded = [name for name in done.stdout.split() if re.fullmatch(r"stdlint\.checks\.\w+\.\w+", name)]
    assert loaded == ["stdlint.checks.verbs.requirement"]


@pytest.mark.parametrize(("lang", "cells"), [("zh", 60), ("en", 100)])
def test_lines_fit_into_the_terminal(explained: list[Explained], lang: str, cells: int) -> None:
    for rule in explained:
        for line in terminal(rule, lang, cells=cells).splitlines():
            word = max(map(width, line.split()), default=0)
            whole = line.startswith("    |") or "stdlint" in line
            assert width(line) <= cells or word > cells - 12 or whole, (rule.check.id, line)


def test_wrapping_counts_cells_and_keeps_marks_with_their_words() -> None:
    assert wrapped("应写“甲乙”。见GB/T 1.1", 8) == ["应写“甲", "乙”。见", "GB/T 1.1"]
    assert wrapped("甲，乙。丙", 5) == ["甲，", "乙。", "丙"]
    assert wrapped("a b", 10, "  ") == ["  a b"]
    assert wrapped("", 10) == [""]


def test_colour_only_on_a_terminal(explained: list[Explained]) -> None:
    rule = next(rule for rule in explained if rule.check.id == "MOD010")
    painted = terminal(rule, "zh", colour=True)
    assert "\x1b[1mMOD010  must-for-shall\x1b[0m\n" in painted
    assert "\x1b[31m【必须】\x1b[0m" in painted
    assert re.sub(r"\x1b\[[0-9;]*m", "", painted) == terminal(rule, "zh")


def test_a_long_example_is_cut_around_its_mark() -> None:
    lines = [f"第{number}行" for number in range(100)]
    shown = excerpt("\n".join([*lines[:60], "【错】", *lines[60:]]), "zh").splitlines()
    assert shown[0] == shown[-1] == "……（略）"
    assert "【错】" in shown
    assert len(shown) == 42
    assert excerpt("x" * 500, "zh") == "x" * 400 + "……（略）"


def test_markdown_shows_text_as_it_is() -> None:
    for text in ("a*b*_c_ [d](e) <br> `f` #g | h ~i~ &amp; \\", "x_{1}"):
        assert (
            "".join(
                child.content
                for child in MARKDOWN.parseInline(escaped(text))[0].children or []
                if child.type != "softbreak"
            )
            == text
        )
    assert fenced("a\n````\nb").startswith("`````text\n")
    (block,) = MARKDOWN.parse(fenced("# a\n```\nb\n```\n<script>"))
    assert (block.type, block.content) == ("fence", "# a\n```\nb\n```\n<script>\n")


def test_the_pages_have_a_heading_for_each_rule_and_no_html(explained: list[Explained]) -> None:
    pages = reference.pages(explained)
    assert set(pages) == {"rules.md", *(f"rules/{family.lower()}.md" for family in FAMILIES)}
    for name, content in pages.items():
        tokens = MARKDOWN.parse(content)
        inner = [child for token in tokens for child in token.children or []]
        assert not [token for token in (*tokens, *inner) if token.type in ("html_block", "html_inline")], name
        if name == "rules.md":
            continue
        headings = [
            tokens[at + 1].content
            for at, token in enumerate(tokens)
            if token.type == "heading_open" and token.tag == "h2"
        ]
        family = name[6:9].upper()
        assert headings == sorted(rule.check.id for rule in explained if letters(rule.check.id) == family)
        fences = [token.content for token in tokens if token.type == "fence"]
        assert len(fences) >= 3 * len(headings)


def test_message_and_reason_stand_in_the_page_as_they_are(explained: list[Explained]) -> None:
    pages = reference.pages(explained)
    shown = {
        name: "\n".join("".join(child.content for child in token.children or []) for token in MARKDOWN.parse(content))
        for name, content in pages.items()
    }
    for rule in explained:
        content = shown[f"rules/{rule.check.id[:3].lower()}.md"]
        for lang in ("zh", "en"):
            assert said(rule.uses[0], lang) in content, rule.check.id


def test_links_of_the_reference_lead_somewhere(explained: list[Explained]) -> None:
    pages = reference.pages(explained)
    anchors = {
        name: {found.lower() for found in re.findall(r"^## (\w{6})$", content, re.MULTILINE)}
        for name, content in pages.items()
    }
    links = [
        (name, str(child.attrs["href"]).partition("#"))
        for name, content in pages.items()
        for token in MARKDOWN.parse(content)
        for child in token.children or []
        if child.type == "link_open"
    ]
    for name, (page, _, anchor) in links:
        target = os.path.normpath(Path(name).parent / page) if page else name
        assert target in pages, (name, page)
        assert not anchor or anchor in anchors[target], (name, page, anchor)
    assert len(links) > 2 * len(explained)


def test_the_families_in_the_readme_are_those_of_the_rules() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    table = re.findall(r"^\| ([A-Z]{3}(?:, [A-Z]{3})*) \| (.*?) \| (.*?) \|$", readme, re.MULTILINE)
    named = {family: (chinese, english) for row, english, chinese in table for family in row.split(", ")}
    assert list(named) == list(FAMILIES)
    for family, (chinese, english) in FAMILIES.items():
        assert chinese in named[family][0], family
        assert english in named[family][1], family


def test_every_rule_is_of_a_family_with_a_name(explained: list[Explained]) -> None:
    assert {letters(rule.check.id) for rule in explained} == set(FAMILIES)
