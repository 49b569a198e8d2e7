from __future__ import annotations

import pytest

from stdlint.reports.forms import FORMS, render
from tests.golden import ENDINGS, golden, said, sample


@pytest.mark.parametrize("form", ENDINGS)
def test_a_form_shows_the_golden_reports_as_its_golden_file_does(form: str) -> None:
    made = said(form).encode("utf-8", "backslashreplace").decode()
    assert made == golden(form).read_bytes().decode(), "run: python -m tests.golden"


def test_every_form_has_a_golden_file() -> None:
    assert set(FORMS) - set(ENDINGS) == {"full", "html"}
    assert render("full", sample()) == render("text", sample())


@pytest.mark.parametrize("form", FORMS)
def test_a_form_says_the_same_twice_and_takes_nothing_at_all(form: str) -> None:
    assert render(form, sample()) == render(form, sample())
    assert isinstance(render(form, []), str)
