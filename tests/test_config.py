from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import assume, given
from hypothesis import strategies as st

import stdlint
from stdlint.cli.config import config
from stdlint.config import NONE, settings_for
from stdlint.config.globs import matches
from stdlint.config.shape import SETTINGS
from stdlint.linting import Demand, lint_file
from stdlint.profile import Pack, UsageError
from stdlint.tables import refuse_wrong
from stdlint.views.project import Project

DRAFT = "# 物业服务\n\n# 1 范围\n\n本文件规定了物业服务。\n\n# 4 管理\n\n组织应开展需求分析。\n"
MUST = (
    "# 物业服务\n\n# 1 范围\n\n本文件规定了物业服务。\n\n# 4 管理\n\n组织必须开展分析。\n\n# 5 人员\n\n人员必须在场。\n"
)


def write(path: Path, said: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(said, encoding="utf-8")
    return path


def found(path: Path, text: str = MUST) -> list[tuple[str, str, str | None]]:
    """Return (severity, id, clause) of the findings of MOD on a draft at `path`."""
    said = settings_for(str(path))
    demand = Demand(said.packs, said.besides, said.codes, usual=said.usual, clauses=said.clauses)
    report = lint_file(text.encode(), str(path), demand)
    return [(one.severity, one.rule, one.place.clause) for one in report.findings if one.rule.startswith("MOD")]


def test_the_nearest_folder_above_a_draft_settles(tmp_path: Path) -> None:
    write(tmp_path / "stdlint.toml", 'kind = "guidance"\nignore = ["MOD"]\n')
    inner = tmp_path / "inner"
    assert settings_for(str(inner / "draft.md")).usual.kind == "guidance"
    write(inner / "pyproject.toml", "[project]\nname = 'x'\n")
    assert settings_for(str(inner / "draft.md")).codes.ignore == ("MOD",)


def test_pyproject_settles_in_a_table_of_its_own(tmp_path: Path) -> None:
    said = '[tool.stdlint]\nstage = "review"\n[tool.stdlint.project]\ntitle = "螺母"\nunits = ["甲公司", "乙公司"]\n'
    write(tmp_path / "pyproject.toml", said)
    usual = settings_for(str(tmp_path / "draft.md")).usual
    assert usual == Project(stage="review", title="螺母", units=("甲公司", "乙公司"))


def test_nothing_is_settled_where_no_file_is(tmp_path: Path) -> None:
    assert settings_for(str(tmp_path / "draft.md")) == NONE


WRONG = [
    ('knid = "guidance"', "unknown setting “knid”; did you mean “kind”"),
    ('kind = "guidence"', "unknown kind of document “guidence”; did you mean “guidance”"),
    ('stage = "reviw"', "unknown stage “reviw”; did you mean “review”"),
    ("kind = 3", "kind is a text, not 3"),
    ('packs = "gbt-1.1"', "packs is a list of texts"),
    ('packs = ["gbt-1"]', "packs: unknown pack “gbt-1”; did you mean “gbt-1.1”"),
    ('extend-packs = ["./no.toml"]', "extend-packs: .*no.toml cannot be read"),
    ('[project]\ntitel = "x"', "unknown setting “project.titel”; did you mean “title”"),
    ("project = 1", "project is a table"),
    ("\nkind = x", "cannot be read: .*line 2, column 8"),
    ('fail-on = "erorr"', "fail-on is one of error, warning, info, never, not 'erorr'; did you mean “error”"),
    ('ignore = ["MOD01O"]', "ignore: unknown rule “MOD01O”; did you mean “MOD010”"),
    ("[checks]\nmust-for-shal = false", "checks: unknown rule “must-for-shal”; did you mean “must-for-shall”"),
    ('[checks]\nMOD010 = "fatal"', "checks.MOD010: must-for-shall: severity is one of error, warning, info"),
    ("[checks]\nmust-for-shall = 3", "checks.must-for-shall is a severity, true, false or a table, not 3"),
    ("[checks]\ntoo-deep = { depest = 5 }", "too-deep has no option “depest”; did you mean “deepest”"),
    ("[checks]\ntoo-deep = { deepest = 'x' }", "deepest is of type int"),
    ("[checks]\ntoo-deep = { default = 1 }", "checks.too-deep.default is true or false"),
    ("[checks]\ntoo-deep = { module = 'os' }", "checks.too-deep: unknown setting “module”"),
    ('[files."a.md"]\nignroe = ["MOD"]', 'unknown setting “files."a.md".ignroe”; did you mean “ignore”'),
    ('[files."a.md"]\nselect = ["XYZ"]', 'files."a.md".select: unknown rule “XYZ”'),
    ('[files."a.md".checks]\nmust-for-shal = true', 'files."a.md".checks: unknown rule “must-for-shal”'),
    ('[clauses."附录A"]\nseverity = 1', 'unknown setting “clauses."附录A".severity”; did you mean “severities”'),
    ('[clauses."5.2"]\nignore = ["XYZ"]', 'clauses."5.2".ignore: unknown rule “XYZ”'),
    ('[clauses."5.2".severities]\nMOD010 = "fatal"', 'clauses."5.2".severities.MOD010 is one of error'),
]


@pytest.mark.parametrize(("said", "sentence"), WRONG)
def test_a_wrong_setting_is_told_with_its_file(tmp_path: Path, said: str, sentence: str) -> None:
    write(tmp_path / "stdlint.toml", said)
    with pytest.raises(UsageError, match=rf"stdlint\.toml.*{sentence}"):
        settings_for(str(tmp_path / "draft.md"))


@pytest.mark.parametrize("said", ["[tool]\nstdlint = 3\n", "[tool.stdlint]\nknid = 'x'\n"])
def test_a_wrong_table_in_pyproject_is_told(tmp_path: Path, said: str) -> None:
    write(tmp_path / "pyproject.toml", said)
    with pytest.raises(UsageError, match=r"pyproject\.toml.*tool\.stdlint"):
        settings_for(str(tmp_path / "draft.md"))


PLACES = {
    (): tuple(SETTINGS),
    ("project",): ("title", "number", "units", "drafters"),
    ("files", "annexes"): ("kind", "stage", "packs", "extend-packs", "select", "ignore", "extend-select", "checks"),
    ("clauses", "A"): ("ignore", "severities"),
}


@given(st.sampled_from([(place, key) for place, keys in PLACES.items() for key in keys]), st.data())
def test_the_error_for_a_misspelt_key_names_the_right_one(
    one: tuple[tuple[str, ...], str], data: st.DataObject
) -> None:
    place, key = one
    at = data.draw(st.integers(0, len(key) - 1))
    wrong = key[:at] + data.draw(st.sampled_from(["x", "z", "_", ""])) + key[at + 1 :]
    assume(wrong not in PLACES[place])
    said: dict[str, object] = {wrong: 1}
    for table in reversed(place):
        said = {table: said}
    with pytest.raises(UsageError) as error:
        refuse_wrong(said, SETTINGS, Path("stdlint.toml"))
    told = ".".join((*place, wrong))
    assert str(error.value) == f"stdlint.toml: unknown setting “{told}”; did you mean “{key}”?"


def test_a_pyproject_of_others_settles_nothing(tmp_path: Path) -> None:
    write(tmp_path / "pyproject.toml", "tool = 3\n")
    assert settings_for(str(tmp_path / "draft.md")) == NONE


def test_settings_are_utf_8_with_or_without_a_mark(tmp_path: Path) -> None:
    (tmp_path / "stdlint.toml").write_bytes('\ufeffkind = "guidance"'.encode())
    assert settings_for(str(tmp_path / "draft.md")).usual.kind == "guidance"
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "stdlint.toml").write_bytes("kind = '指南'".encode("gbk"))
    with pytest.raises(UsageError, match="it is not UTF-8"):
        settings_for(str(tmp_path / "inner" / "draft.md"))


def test_a_file_extends_others_and_has_the_last_word(tmp_path: Path) -> None:
    write(
        tmp_path / "base.toml",
        'kind = "product"\nstage = "review"\nignore = ["MOD"]\n[checks]\ntoo-deep = { deepest = 4 }\n',
    )
    write(tmp_path / "house.toml", 'stage = "approval"\n[project]\ntitle = "螺母"\n')
    said = (
        'extend = ["../base.toml", "../house.toml"]\nkind = "guidance"\nignore = ["WRD"]\n[checks]\ntoo-deep = "info"\n'
    )
    write(tmp_path / "a" / "stdlint.toml", said)
    settings = settings_for(str(tmp_path / "a" / "draft.md"))
    assert settings.usual == Project("guidance", "approval", "螺母")
    assert settings.codes.ignore == ("MOD", "WRD")
    (pack,) = settings.besides
    assert isinstance(pack, Pack)
    assert pack.checks == {"too-deep": {"deepest": 4, "severity": "info"}}
    told = {(one.key, Path(one.file).name) for one in settings.told}
    assert {("stage", "house.toml"), ("kind", "stdlint.toml"), ("ignore", "base.toml")} <= told
    assert ("kind", "base.toml") not in told


def test_extending_in_a_circle_and_nothing_are_errors(tmp_path: Path) -> None:
    write(tmp_path / "stdlint.toml", 'extend = "b.toml"')
    write(tmp_path / "b.toml", 'extend = "stdlint.toml"')
    with pytest.raises(UsageError, match=r"b\.toml: extend goes in a circle: .*stdlint\.toml → .*b\.toml → .*stdlint"):
        settings_for(str(tmp_path / "draft.md"))
    write(tmp_path / "a" / "stdlint.toml", 'extend = "no.toml"')
    with pytest.raises(UsageError, match=r"stdlint\.toml: extend: .*no\.toml cannot be read"):
        settings_for(str(tmp_path / "a" / "draft.md"))


def test_an_error_in_an_extended_file_names_that_file(tmp_path: Path) -> None:
    write(tmp_path / "stdlint.toml", 'extend = "base.toml"')
    write(tmp_path / "base.toml", 'ignore = ["MOD01O"]')
    with pytest.raises(UsageError, match=r"base\.toml: ignore: unknown rule"):
        settings_for(str(tmp_path / "draft.md"))


def test_rules_are_switched_off_changed_and_switched_on(tmp_path: Path) -> None:
    assert found(tmp_path / "draft.md") == [("error", "MOD010", "4"), ("error", "MOD010", "5")]
    for name, said in {
        "off": "must-for-shall = false",
        "weak": 'MOD010 = "info"',
        "again": "must-for-shall = { severity = 'warning', default = false }",
    }.items():
        write(tmp_path / name / "stdlint.toml", f"[checks]\n{said}\n[files.'x.md'.checks]\nmod010 = true")
    assert found(tmp_path / "off" / "draft.md") == []
    assert len(found(tmp_path / "off" / "x.md")) == 2
    assert found(tmp_path / "weak" / "draft.md") == [("info", "MOD010", "4"), ("info", "MOD010", "5")]
    assert found(tmp_path / "again" / "draft.md") == []
    assert [one[0] for one in found(tmp_path / "again" / "x.md")] == ["warning", "warning"]


def test_a_table_for_files_holds_for_them_alone(tmp_path: Path) -> None:
    said = 'kind = "product"\n[files."annexes/*.md"]\nignore = ["MOD"]\nkind = "guidance"\n'
    write(tmp_path / "stdlint.toml", said)
    inside = settings_for(str(tmp_path / "annexes" / "a.md"))
    assert (inside.usual.kind, inside.codes.ignore) == ("guidance", ("MOD",))
    outside = settings_for(str(tmp_path / "a.md"))
    assert (outside.usual.kind, outside.codes.ignore) == ("product", ())


def test_a_table_for_a_clause_holds_in_it_alone(tmp_path: Path) -> None:
    write(
        tmp_path / "stdlint.toml",
        '[clauses."4"]\nignore = ["MOD010"]\n[clauses."人员".severities]\nmust-for-shall = "info"',
    )
    assert found(tmp_path / "draft.md") == [("info", "MOD010", "5")]


def test_the_settings_of_a_folder_are_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = write(
        tmp_path / "stdlint.toml", 'ignore = ["MOD"]\n[files."1*.md"]\nignore = ["WRD"]\n[checks]\ntoo-deep = "info"'
    )
    first = settings_for(str(tmp_path / "0.md"))
    file.write_text("wrong")
    kinds = {id(settings_for(str(tmp_path / f"{number}.md"))) for number in range(200)}
    assert len(kinds) == 2
    assert settings_for(str(tmp_path / "2.md")) is first


@pytest.mark.parametrize(
    ("pattern", "path", "meant"),
    [
        ("*.md", "a/b/c.md", True),
        ("*.md", "a/b/c.docx", False),
        ("annexes/*.md", "annexes/a.md", True),
        ("annexes/*.md", "annexes/old/a.md", False),
        ("annexes/*.md", "b/annexes/a.md", False),
        ("**/annexes/*.md", "b/annexes/a.md", True),
        ("drafts/old/**", "drafts/old/x/a.md", True),
        ("drafts/old/**", "drafts/older/a.md", False),
        ("drafts/old", "drafts/old/x/a.md", True),
        ("old/", "drafts/old/x/a.md", True),
        ("drafts\\old\\*", "drafts/old/a.md", True),
        ("./a?.md", "ab.md", True),
        ("a[0-9].md", "a1.md", True),
        ("a[!0-9].md", "a1.md", False),
        ("草案(1).md", "草案(1).md", True),
    ],
)
def test_patterns_mean_files_below_the_one_that_says_them(pattern: str, path: str, meant: bool) -> None:
    assert matches(Path("/p") / path, Path("/p"), pattern) is meant
    assert not matches(Path("/q") / path, Path("/p"), pattern)


def test_a_file_is_excluded_even_if_it_is_named(tmp_path: Path) -> None:
    write(tmp_path / "stdlint.toml", 'exclude = ["drafts/old/**"]\nbaseline = "known/baseline.json"')
    old, new = (str(tmp_path / "drafts" / name) for name in ("old/a.md", "a.md"))
    assert settings_for(old).is_excluded(old)
    assert not settings_for(new).is_excluded(new)
    assert settings_for(new).baseline == str(tmp_path / "known" / "baseline.json")


def shown(*arguments: str) -> str:
    result = CliRunner().invoke(config, ["show", *arguments], catch_exceptions=False)
    assert result.exit_code == 0
    return result.output


def test_config_show_says_where_each_value_comes_from(tmp_path: Path) -> None:
    write(tmp_path / "base.toml", 'fail-on = "warning"\n')
    said = 'extend = "base.toml"\nkind = "product"\n[checks]\nMOD010 = false\n[files."d*.md"]\nignore = ["WRD080"]\n'
    file = write(tmp_path / "stdlint.toml", said)
    draft = write(tmp_path / "draft.md", DRAFT)
    write(tmp_path / "draft.stdlint.toml", "")
    page = shown(str(draft))
    assert f"设置文件：{file}" in page
    assert f"忽略说明：{tmp_path / 'draft.stdlint.toml'}" in page
    assert f"  文件类型: 产品  ← {file}: kind\n" in page
    assert f"  不通过的级别: 警告  ← {tmp_path / 'base.toml'}: fail-on\n" in page
    assert f'  不用的规则: WRD080  ← {file}: files."d*.md".ignore\n' in page
    assert "  规则包: gbt-1.1, kind-product  ← 草案自身\n" in page
    assert f"  MOD010 must-for-shall: 错误 → 不用  ← {file}: checks.MOD010\n" in page
    assert f'  WRD080 misspelling: 错误 → 不用  ← {file}: files."d*.md".ignore\n' in page


def test_config_show_as_data_and_in_english(tmp_path: Path) -> None:
    write(tmp_path / "stdlint.toml", '[checks]\ntoo-deep = { deepest = 4, severity = "info" }\n')
    draft = write(tmp_path / "draft.md", "---\nstdlint: {kind: guidance}\n---\n" + DRAFT)
    data = json.loads(shown(str(draft), "--format", "json"))
    values = {one["key"]: one for one in data["settings"]}
    assert (values["kind"]["value"], values["kind"]["from"]) == ("guidance", "draft")
    assert values["select"] == {"key": "select", "value": [], "from": "default"}
    (rule,) = data["rules"]
    assert (rule["name"], rule["now"], rule["options"]) == ("too-deep", "info", {"deepest": 4})
    assert rule["by"][0]["at"] == "checks.too-deep"
    assert "too-deep: error → info (deepest = 4)" in shown(str(draft), "--lang", "en")


def test_config_show_says_that_nothing_is_settled(tmp_path: Path) -> None:
    draft = write(tmp_path / "draft.md", DRAFT)
    assert "没有设置文件" in shown(str(draft))
    assert "There is no file with settings." in shown(str(tmp_path), "--lang", "en")


def test_a_stage_that_is_like_none_is_told_with_all() -> None:
    with pytest.raises(UsageError, match="unknown stage “审查”; known are working-draft, consultation"):
        stdlint.lint(DRAFT.encode(), "draft.md", stage="审查")


def test_the_draft_wins_over_its_folder_and_the_command_line_over_both() -> None:
    def kinds(draft: str, kind: str = "") -> tuple[str, ...]:
        return stdlint.lint(draft.encode(), "draft.md", kind=kind, usual=Project(kind="product")).kinds

    stated = "---\nstdlint: {kind: guidance}\n---\n" + DRAFT
    assert kinds(DRAFT) == ("product",)
    assert kinds(stated) == ("guidance",)
    assert kinds(stated, "evaluation, service") == ("evaluation", "service")


def test_an_unknown_kind_is_an_error_on_the_command_line_and_a_problem_of_the_draft() -> None:
    with pytest.raises(UsageError, match="unknown kind of document “guidence”; did you mean “guidance”"):
        stdlint.lint(DRAFT.encode(), "draft.md", kind="guidence")
    report = stdlint.lint(("---\nstdlint: {kind: guidence}\n---\n" + DRAFT).encode(), "draft.md")
    assert report.errors[-1] == "没有名为“guidence”的文件类型，是否指“guidance”？"


def test_a_rule_of_a_pack_for_some_files_does_not_disturb_the_others(tmp_path: Path) -> None:
    write(tmp_path / "acme.toml", '[[words]]\nid = "ACM010"\nname = "acme-word"\nwords = ["分析"]\n')
    said = 'ignore = ["ACM"]\n[checks]\nacme-word = "info"\n[files."a.md"]\nextend-packs = ["./acme.toml"]\n'
    write(tmp_path / "stdlint.toml", said)
    assert len(found(tmp_path / "b.md")) == 2
    assert settings_for(str(tmp_path / "b.md")).codes.ignore == ()
    assert settings_for(str(tmp_path / "a.md")).codes.ignore == ("ACM",)
