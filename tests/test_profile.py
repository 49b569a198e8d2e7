from __future__ import annotations

from pathlib import Path

import pytest

from stdlint.profile import Pack, UsageError, default_packs, load, merge, pack_names, read_pack, rows
from tests.fakes import packs

__all__ = ["packs"]


def names(folder: Path, **codes: list[str]) -> list[str]:
    return [use.check.name for use in load(["gbt-1.1"], **codes)]


def test_a_pack_says_which_checks_run(packs: Path) -> None:
    must, ought = load(["gbt-1.1"])
    assert (must.check.id, must.clause, must.severity, must.basis) == (
        "MOD010",
        "GB/T 1.1—2020, C.1",
        "error",
        "requirement",
    )
    assert must.check.name == "must-for-shall"
    assert must.check.doc.startswith("Word a requirement")
    assert (ought.clause, ought.basis) == ("", "convention")


def test_a_clause_of_another_document_is_left_as_it_stands(packs: Path) -> None:
    assert {use.check.id: use.clause for use in rows()}["MOD030"] == "GB/T 20001.5—2017, 6.1"


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        ({}, ["must-for-shall", "ought-for-shall"]),
        ({"select": ["MOD010"]}, ["must-for-shall"]),
        ({"select": ["must-for-shall"]}, ["must-for-shall"]),
        ({"select": ["MOD01"]}, ["must-for-shall"]),
        ({"select": ["mod01"]}, ["must-for-shall"]),
        ({"select": ["ALL"]}, ["must-for-shall", "ought-for-shall", "vague-requirement"]),
        ({"select": ["MOD"]}, ["must-for-shall", "ought-for-shall", "vague-requirement"]),
        ({"extend_select": ["MOD030"]}, ["must-for-shall", "ought-for-shall", "vague-requirement"]),
        ({"select": ["MOD"], "ignore": ["MOD01"]}, ["ought-for-shall", "vague-requirement"]),
        ({"select": ["MOD010"], "ignore": ["ALL"]}, []),
    ],
)
def test_codes_choose_checks(packs: Path, codes: dict[str, list[str]], expected: list[str]) -> None:
    assert names(packs, **codes) == expected


@pytest.mark.parametrize(
    ("code", "near"),
    [("MOD01O", "MOD010"), ("must-for-shal", "must-for-shall"), ("XYZ", ""), ("mod-for-shall", "must-for-shall")],
)
@pytest.mark.parametrize("option", ["select", "ignore", "extend_select"])
def test_an_unknown_code_is_an_error_that_names_the_nearest(packs: Path, code: str, near: str, option: str) -> None:
    with pytest.raises(UsageError, match=f"unknown rule “{code}”.*{near}"):
        names(packs, **{option: [code]})


def test_a_code_of_another_pack_is_known(packs: Path) -> None:
    (packs / "kind-guidance.toml").write_text(
        "[checks]\nmust-for-shall = false\nvague-requirement = { module = 'fake' }", encoding="utf-8"
    )
    assert [use.check.id for use in load(["gbt-1.1", "kind-guidance"], ignore=["MOD010"])] == ["MOD040"]


def test_packs_overlay_each_other_key_by_key() -> None:
    base = Pack("base", "", "zh", {"a": {"module": "m", "clause": "1", "severity": "error"}, "b": {"module": "m"}})
    kind = Pack("kind", "", "zh", {"a": {"severity": "info"}, "b": False, "c": False})
    assert merge([base, kind]) == {"a": {"lang": "zh", "module": "m", "clause": "1", "severity": "info"}}
    with pytest.raises(UsageError, match="pack “kind”: a is a table of settings or false, not True"):
        merge([Pack("kind", "", "zh", {"a": True})])


def test_options_are_passed_and_validated(packs: Path) -> None:
    line = "[checks]\nmust-for-shall = { %s }"
    (packs / "mine.toml").write_text(line % "most = 1", encoding="utf-8")
    (packs / "typo.toml").write_text(line % "mots = 1", encoding="utf-8")
    (packs / "type.toml").write_text(line % "most = 'one'", encoding="utf-8")
    (packs / "level.toml").write_text(line % "severity = 'fatal'", encoding="utf-8")
    assert load(["gbt-1.1", "mine"])[0].options == {"most": 1}
    with pytest.raises(UsageError, match="no option “mots”; did you mean “most”"):
        load(["gbt-1.1", "typo"])
    with pytest.raises(UsageError, match="most is of type int"):
        load(["gbt-1.1", "type"])
    with pytest.raises(UsageError, match="severity is one of error"):
        load(["gbt-1.1", "level"])


@pytest.mark.parametrize(
    ("entry", "sentence"),
    [
        ("must-for-shal = { severity = 'info' }", "unknown check “must-for-shal”; did you mean “must-for-shall”"),
        ("must-for-shal = { module = 'fake' }", "unknown check “must-for-shal” in fake; did you mean “must-for-shall”"),
        ("other = { module = 'fake' }", "unknown check “other”"),
        ("other = { module = 'nowhere' }", "no module stdlint/checks/nowhere.py"),
    ],
)
def test_an_unknown_check_is_an_error(packs: Path, entry: str, sentence: str) -> None:
    (packs / "mine.toml").write_text(f"[checks]\n{entry}", encoding="utf-8")
    with pytest.raises(UsageError, match=sentence):
        load(["gbt-1.1", "mine"])


def test_an_unknown_pack_is_an_error(packs: Path) -> None:
    with pytest.raises(UsageError, match=r"unknown pack “gbt-1”; did you mean “gbt-1\.1”"):
        read_pack("gbt-1")


def test_rows_lists_every_check_once(packs: Path) -> None:
    (packs / "kind-guidance.toml").write_text("[checks]\nmust-for-shall = { severity = 'info' }", encoding="utf-8")
    assert [(use.check.id, use.severity, use.default) for use in rows()] == [
        ("MOD010", "error", True),
        ("MOD040", "warning", True),
        ("MOD030", "info", False),
    ]
    assert rows(["gbt-1.1", "kind-guidance"])[0].severity == "info"


def test_a_draft_is_held_to_the_standard_of_its_language(packs: Path) -> None:
    assert default_packs("en") == ("gbt-1.1",)
    (packs / "iso-directives-2.toml").write_text("lang = 'en'", encoding="utf-8")
    pack_names.cache_clear()
    assert default_packs("en") == ("iso-directives-2",)
    assert default_packs("zh") == ("gbt-1.1",)
