"""The shape of the project: arrows point down, packs and rule table agree, every check is whole."""

from __future__ import annotations

import ast
import csv
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner

from stdlint.cli import cli
from stdlint.profile import Bound, Use, bounds, pack_names, read_pack
from stdlint.reports import reference
from stdlint.views.stage import STAGES
from tests.helpers import all_uses, rule_table, uses_for

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "stdlint"

LAYERS = {
    "kept": set(),
    "patterns": {"kept"},
    "layout": set(),
    "complaint": set(),
    "model": {"layout", "complaint"},
    "views": {"model", "views"},
    "document": {"model", "views"},
    "check": {"model", "document"},
    "checks": {"model", "views", "document", "check"},
    "formats": {"layout", "model", "formats"},
    "pack": {"complaint"},
    "tables": {"pack"},
    "house": {"model", "views", "document", "check", "pack", "tables", "house"},
    "profile": {"kept", "document", "check", "views", "pack", "house"},
    "engine": {"model", "document", "check", "profile"},
    "places": {"views", "document"},
    "suppression": {"model", "document", "pack", "places", "profile", "engine", "suppression"},
    "sidecar": {"pack", "profile", "suppression"},
    "result": {"model", "document", "check", "engine", "profile", "views", "suppression"},
    "linting": {"formats", "views", "document", "profile", "engine", "places", "suppression", "dossier", "result"},
    "config": {"views", "document", "pack", "tables", "profile", "linting", "config"},
    "examples": {"formats", "document", "pack", "profile", "engine"},
    "fixing": {"model", "formats", "document", "result", "linting"},
    "diff": {"model", "formats", "document"},
    "files": set(),
    "baseline": {"profile", "result"},
    "since": {"model", "formats", "profile", "result", "baseline"},
    "dossier": {"model", "views", "document"},
    "checklist": {"model", "views", "profile", "checklist"},
    "submission": {"model", "views", "document", "formats", "dossier", "result"},
    "gate": {"kept", "views", "document", "profile", "result", "linting", "checklist", "dossier", "submission"},
    "reports": {
        "model",
        "document",
        "check",
        "profile",
        "result",
        "dossier",
        "gate",
        "views",
        "formats",
        "config",
        "reports",
    },
    "walk": {"formats"},
}
"""What a layer may import of stdlint, besides patterns; what is on top, the command line, may import all."""

TOP = {"cli", "__main__", "__init__"}

PARTS = ("core", "base", "kinds")
"""The parts of the rule table that are built."""

SETTLED = {"STG092"}
"""Rules on companions, whose stages choose a pack of their own."""

BESIDES = {"STG062"}
"""Rules of other parts that are built."""


def _layer(path: Path) -> str:
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


def _imports(path: Path) -> set[str]:
    """Return the parts of stdlint that a file imports, for type checkers too."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module] if node.module != "stdlint" else [f"stdlint.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        found |= {name.split(".")[1] for name in names if name.startswith("stdlint.")}
    return found - {"__version__"}


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_point_down(path: Path) -> None:
    layer = _layer(path)
    if layer not in TOP:
        assert _imports(path) - {"patterns"} <= LAYERS[layer]


def test_only_patterns_that_stand_in_the_code_are_kept_on_disk() -> None:
    """A pattern made of the words of a draft is compiled by regex itself: drafts are confidential."""
    for path in PACKAGE.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.Lambda)):
            assert "patterns.compile(" not in ast.unparse(function), (path, function.lineno)


def test_checks_do_not_import_checks() -> None:
    for path in (PACKAGE / "checks").rglob("*.py"):
        assert "checks" not in _imports(path), path


def test_views_do_not_know_the_document() -> None:
    for path in (PACKAGE / "views").rglob("*.py"):
        assert not {"document", "check"} & _imports(path), path


def test_the_linter_has_no_network_code() -> None:
    forbidden = {"socket", "urllib.request", "http", "http.client", "requests", "ssl", "asyncio"}
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not forbidden & set(names), path


def test_the_copy_of_the_rule_table_is_that_of_the_project() -> None:
    original = ROOT.parent / "shared" / "rules" / "rules.csv"
    if not original.exists():
        pytest.skip("the shared material is not beside the checkout")
    with original.open(encoding="utf-8-sig", newline="") as file:
        built = {row["id"]: row for row in csv.DictReader(file) if row["part"] in PARTS or row["id"] in BESIDES}
    assert built == rule_table()


def test_every_rule_of_the_table_is_implemented() -> None:
    assert {use.check.id for use in all_uses().values()} == set(rule_table())


@pytest.mark.parametrize("use", list(all_uses().values()), ids=lambda use: use.check.id)
def test_a_rule_agrees_with_the_rule_table(use: Use) -> None:
    row = rule_table()[use.check.id]
    assert use.check.name == row["name"]
    assert use.severity == row["severity"]
    assert use.clause == row["clause"]
    assert use.basis == row["basis"]
    assert use.certainty == row["certainty"]
    assert use.default == (row["default"] == "on")


@pytest.mark.parametrize("use", list(all_uses().values()), ids=lambda use: use.check.id)
def test_a_rule_is_bound_to_the_kinds_and_stages_of_the_rule_table(use: Use) -> None:
    row = rule_table()[use.check.id]
    bound = bounds().get(use.check.name, Bound())
    kinds = [kind for kind in row["kinds"].split() if not kind.startswith("!")]
    overrides = {at: said for at, said in (pair.split("=") for pair in row["overrides"].split()) if at in STAGES}
    stages = set() if use.check.id in SETTLED else set(row["stages"].split())
    assert set(bound.kinds) == set(kinds)
    assert set(bound.stages) == stages
    assert dict(bound.severities) == dict.fromkeys(stages, row["severity"]) | overrides


def test_the_checks_of_a_kind_say_the_same_in_all_its_packs() -> None:
    facts = ("module", "clause", "severity", "basis", "certainty", "default")
    said: dict[str, list[object]] = {}
    for name in pack_names():
        if name.startswith("kind-"):
            for check, entry in read_pack(name).checks.items():
                assert isinstance(entry, dict)
                said.setdefault(check, []).append([entry.get(fact) for fact in facts])
    assert all(one == entries[0] for entries in said.values() for one in entries)


@pytest.mark.parametrize("use", list(uses_for("en").values()), ids=lambda use: use.check.id)
def test_a_rule_for_english_drafts_agrees_with_the_rule_table(use: Use) -> None:
    row = rule_table()[use.check.id]
    overrides = dict(pair.split("=") for pair in row["overrides"].split())
    assert "iso" in row["profiles"].split()
    assert use.check.name == row["name"]
    assert use.severity == overrides.get("iso", row["severity"])
    assert use.clause == row["iso_clause"]
    assert use.basis == row["basis"]
    assert use.certainty == row["certainty"]
    assert use.check.english, "a check of the pack for English drafts has English examples"


def test_a_check_with_english_examples_is_in_the_pack_for_english_drafts() -> None:
    assert {use.check.id for use in all_uses().values() if use.check.english} == {
        use.check.id for use in uses_for("en").values()
    }


@pytest.mark.parametrize("use", list(all_uses().values()), ids=lambda use: use.check.id)
def test_a_check_is_whole(use: Use) -> None:
    check = use.check
    assert check.find is not None
    assert check.doc.split("\n")[0].endswith("."), "the module's docstring begins with the requirement"
    assert check.message.endswith(("。", "”")), "the message is a sentence"
    assert check.message_en.endswith((".", "”"))
    assert check.bad != check.good
    assert all("⟦" in bad or "[^1]" in bad for bad, _ in check.examples())
    assert not any("⟦" in text for _, text in check.examples())


def test_the_output_shown_in_the_readme_is_real(monkeypatch: pytest.MonkeyPatch) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    command = readme.split("<!-- sample: stdlint ")[1].split(" -->")[0].split()
    shown = readme.split("<!-- sample: ")[1].split("```\n")[1].splitlines()
    monkeypatch.chdir(ROOT)
    real = CliRunner().invoke(cli, [*command, "--fail-on", "never"]).output.splitlines()
    cut = next(at for at, line in enumerate(shown) if line.strip() == "……")
    assert real[:cut] == shown[:cut]
    assert real[-1] == shown[-1]


def test_the_readme_names_every_family_and_option() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for family in {use.check.id[:3] for use in all_uses().values()}:
        assert family in readme, family


def test_every_module_of_checks_is_in_a_pack() -> None:
    packs = [tomllib.loads(path.read_text(encoding="utf-8")) for path in (PACKAGE / "packs").glob("*.toml")]
    used = {said["module"] for pack in packs for said in pack["checks"].values() if "module" in said}
    modules = {
        ".".join(path.relative_to(PACKAGE / "checks").with_suffix("").parts)
        for path in (PACKAGE / "checks").rglob("*.py")
        if path.stem != "__init__"
    }
    assert used == modules


def test_ids_and_names_are_unique() -> None:
    uses = list(all_uses().values())
    assert len({use.check.id for use in uses}) == len({use.check.name for use in uses}) == len(uses)


def test_the_rule_reference_is_up_to_date(tmp_path: Path) -> None:
    CliRunner().invoke(cli, ["rules", "--docs", str(tmp_path)], catch_exceptions=False)
    made = {path.relative_to(tmp_path): path.read_text(encoding="utf-8") for path in tmp_path.rglob("*.md")}
    docs = ROOT / "docs"
    kept = [docs / "rules.md", *(docs / "rules").glob("*.md")]
    assert {path.relative_to(docs): path.read_text(encoding="utf-8") for path in kept} == made, (
        "run: stdlint rules --docs docs (and delete the page of a family that is no more)"
    )


def test_every_provision_has_rules_or_says_why_not() -> None:
    title, provisions = reference.provisions()
    cited = {number for use in all_uses().values() for number in reference.cited(use, title)}
    known = {number for provision in provisions for number in (provision.number, *provision.also)}
    assert cited <= known
    for provision in provisions:
        covered = not cited.isdisjoint({provision.number, *provision.also})
        assert covered != bool(provision.why_not), provision
