"""Show verdicts as one HTML page that needs nothing else: no script, no font, no picture from elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from stdlint import __version__
from stdlint.gate import Verdict
from stdlint.reports.gate import words
from stdlint.reports.gate.text import summary

if TYPE_CHECKING:
    from jinja2 import Template


def render(verdicts: Sequence[Verdict]) -> str:
    """Return the page."""
    english = bool(verdicts) and all(verdict.lang == "en" for verdict in verdicts)
    return _template().render(
        verdicts=verdicts, words=words, english=english, summary=summary(verdicts), version=__version__
    )


@cache
def _template() -> Template:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("stdlint.reports.gate"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=lambda said: words.harmless(said) if isinstance(said, str) else said,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("gate.html")
