"""Packs and checks that other installed packages bring."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from stdlint import profile
from stdlint.cli.config import config
from stdlint.config import settings_for
from stdlint.linting import Demand, lint_file
from stdlint.profile import UsageError, read_pack, rows
from stdlint.result import DocumentReport

DRAFT = "# 1 范围\n\n本文件规定了甲。\n\n# 4 要求\n\n产品应通过检验！应搞定。\n"
PACK = """
title = "Acme 标准编写规定"

[checks]
acme-exclamation = { module = "acme_signs", clause = "3.2", severity = "error" }
must-for-shall = "info"

[[words]]
id = "ACM020"
name = "acme-word"
words = ["搞定"]
"""
CHECK = '''"""Do not write exclamation marks.

They shout.
"""

import regex

from stdlint.check import Check

acme_exclamation = Check(
    id="ACM010",
    message="不写“{quote}”。",
    message_en="do not write “{quote}”.",
    bad="# 4 要求\\n\\n应通过检验⟦！⟧",
    good="# 4 要求\\n\\n应通过检验。",
)


@acme_exclamation.finder
def find(doc):
    for match in doc.matches(regex.compile("！")):
        yield acme_exclamation.at(BODY)
'''


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Install a package “acme” into a folder on the path, and return the folder."""
    folder = tmp_path / "site"
    info = folder / "acme_stdlint-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: acme-stdlint\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[stdlint.packs]\nacme = acme_pack:path\nbroken = acme_nowhere:path\n")
    where = "from pathlib import Path\n\n\ndef path():\n    return Path(__file__).with_name('acme.toml')\n"
    (folder / "acme_pack.py").write_text(where)
    (folder / "acme.toml").write_text(PACK, encoding="utf-8")
    _write_check(folder, "match.span(), fix='。'")
    (tmp_path / "stdlint.toml").write_text('extend-packs = ["acme"]')
    monkeypatch.syspath_prepend(folder)
    read_pack.cache_clear()
    profile.chosen.cache_clear()
    for name in ("acme_pack", "acme_signs"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    return folder


def _write_check(folder: Path, arguments: str) -> None:
    (folder / "acme_signs.py").write_text(CHECK.replace("BODY", arguments), encoding="utf-8")


def lint(folder: Path) -> DocumentReport:
    settings = settings_for(str(folder / "draft.md"))
    return lint_file(DRAFT.encode(), "draft.md", Demand(besides=settings.besides))


def test_the_checks_of_an_installed_package_are_laid_over_those_of_the_draft(site: Path) -> None:
    own = [one for one in lint(site.parent).findings if one.rule.startswith("ACM")]
    assert [(one.rule, one.severity, one.place.quote, one.clause, one.fixed) for one in own] == [
        ("ACM010", "error", "！", "Acme 标准编写规定, 3.2", "。"),
        ("ACM020", "warning", "搞定", None, None),
    ]


def test_a_rule_of_a_package_is_explained_and_tried_like_others(site: Path) -> None:
    (use,) = [use for use in rows(("acme",)) if use.check.id == "ACM010"]
    assert use.check.doc.startswith("Do not write exclamation marks.")
    result = CliRunner().invoke(config, ["test", "acme"])
    assert result.exit_code == 0
    assert "ACM010 acme-exclamation (error)" in result.output


@pytest.mark.parametrize("arguments", ["None", "(5, 3)", "(0, 99999)", "match.nothing"])
def test_a_crash_of_a_check_is_told_and_the_others_run(site: Path, arguments: str) -> None:
    _write_check(site, arguments)
    report = lint(site.parent)
    assert "ACM020" in {one.rule for one in report.findings}
    (error,) = report.errors
    assert error.startswith("Internal error in ACM010 acme-exclamation")


def test_a_package_that_cannot_be_loaded_is_told_in_a_sentence(site: Path) -> None:
    with pytest.raises(UsageError, match=r"pack “broken” cannot be loaded .*acme_nowhere"):
        read_pack("broken")
    with pytest.raises(UsageError, match="unknown pack “acmee”; did you mean “acme”"):
        read_pack("acmee")
    (site / "acme_signs.py").write_text("import nothing_of_the_kind")
    with pytest.raises(UsageError, match="check acme-exclamation: acme_signs cannot be loaded"):
        read_pack("acme")


def test_a_name_of_stdlint_cannot_be_taken(site: Path) -> None:
    text = PACK.replace("ACM020", "MOD010")
    (site / "acme.toml").write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=r"acme\.toml: there is a rule MOD010 already"):
        read_pack("acme")


def test_installed_packages_are_looked_through_only_for_a_pack_of_others() -> None:
    code = (
        "import sys, stdlint; from stdlint.profile import load; load(('gbt-1.1', 'kind-product'));"
        "sys.exit('importlib.metadata' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
