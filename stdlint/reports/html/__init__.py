"""Show reports as one HTML page: the draft as the reader understood it, with the findings at their words.

The page needs nothing else and sends nothing anywhere: no font, picture or script from outside. Without JavaScript
everything on it can be read; with it, findings can be filtered and stepped through.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from stdlint import __version__, patterns
from stdlint.reports.html import page
from stdlint.reports.html.words import Words
from stdlint.result import DocumentReport

if TYPE_CHECKING:
    from jinja2 import Environment

_TEMPLATES = "stdlint.reports.html"
_UNSHOWN = patterns.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Control characters, marks of direction, and halves of characters."""


def render(reports: Sequence[DocumentReport], lang: str = "zh") -> str:
    """Return the page, with its own words in “zh” or “en”; messages stay in the language of each report.

    Reports that hold their document (`Demand.keep`) show the draft, others only list the findings.
    """
    from markupsafe import Markup

    words = Words(lang)
    style, script = (_part(name) for name in ("page.css", "page.js"))
    return (
        _environment()
        .get_template("page.html")
        .render(
            views=[page.view(report, number, words) for number, report in enumerate(reports, 1)],
            words=words,
            style=Markup(style),
            script=Markup(script),
            policy=_policy(style, script),
            version=__version__,
        )
    )


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=lambda said: _UNSHOWN.sub("\ufffd", said) if type(said) is str else said,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


@cache
def _part(name: str) -> str:
    """Return a style sheet or script as it stands beside the template."""
    from importlib.resources import files

    return (files(_TEMPLATES) / "templates" / name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    """Return what the browser may do for the page: nothing but its own style and script, known by their digests."""
    allowed = f"style-src {_digest(style)}; script-src {_digest(script)}"
    return f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"


def _digest(text: str) -> str:
    from base64 import b64encode
    from hashlib import sha256

    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
