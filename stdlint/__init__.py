"""Lint draft standards in Word and Markdown.

    >>> import stdlint
    >>> report = stdlint.lint(b"# 4 Requirements\n", "draft.md")

Importing this package loads nothing else; the first use of a name loads what it needs.
"""

from __future__ import annotations

__version__ = "0.1.0"
__all__ = ["DocumentReport", "Fixed", "Place", "ReadError", "Result", "UsageError", "__version__", "fix", "lint"]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from stdlint.fixing import Fixed
    from stdlint.linting import Demand
    from stdlint.model import ReadError
    from stdlint.profile import UsageError
    from stdlint.result import DocumentReport, Place, Result
    from stdlint.views.project import Project

_HOMES = {
    "DocumentReport": "result",
    "Fixed": "fixing",
    "Place": "result",
    "Result": "result",
    "ReadError": "model",
    "UsageError": "profile",
}


def lint(
    data: bytes,
    filename: str,
    *,
    packs: Sequence[str] = (),
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    extend_select: Sequence[str] = (),
    lang: str | None = None,
    kind: str = "",
    stage: str = "",
    usual: Project | None = None,
    today: date | None = None,
) -> DocumentReport:
    """Lint one draft and return what was found.

    `data` is the file itself; `filename` tells its format by its ending (.docx, .docm, .dotx, .dotm, .md, .markdown)
    and is repeated in the report, no file is opened. `packs` names the drafting standards to hold it to (default: the
    one for its language). `select`, `ignore` and `extend_select` take ids (“MOD010”), beginnings of ids (“MOD”), names
    (“must-for-shall”) and “ALL”; `ignore` wins. `lang` is the language of the messages, “zh” or “en” (default: that of
    the draft). `kind` (“guidance”) and `stage` (“consultation”) win over what the draft itself tells; `usual` holds
    what to take where the draft states nothing, and the data of its project. `today` tells how old a document is.

    The function is pure: equal arguments give equal reports. It raises `ReadError` for a file that cannot be read and
    `UsageError` for an unknown pack or rule; a check that crashes is told in `DocumentReport.errors`.
    """
    demand = _demand(packs, (select, ignore, extend_select), lang, (kind, stage), usual, today)
    with _Uncollected():
        from stdlint.linting import lint_file

        return lint_file(data, filename, demand)


def fix(
    data: bytes,
    filename: str,
    *,
    packs: Sequence[str] = (),
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    extend_select: Sequence[str] = (),
    lang: str | None = None,
    kind: str = "",
    stage: str = "",
    usual: Project | None = None,
    today: date | None = None,
    unsafe: bool = False,
) -> Fixed:
    """Fix one draft and return it with the report on what remains.

    The arguments are those of `lint`, as are the errors raised. Only fixes that are certain are made; with `unsafe`
    those too that may change what the draft says. Everything else in the file stays as it is; a paragraph of Word
    with tracked changes is not touched.
    """
    demand = _demand(packs, (select, ignore, extend_select), lang, (kind, stage), usual, today)
    with _Uncollected():
        from stdlint import fixing

        return fixing.fix(data, filename, demand, unsafe=unsafe)


def _demand(
    packs: Sequence[str],
    codes: tuple[Sequence[str], Sequence[str], Sequence[str]],
    lang: str | None,
    stated: tuple[str, str],
    usual: Project | None,
    today: date | None,
) -> Demand:
    from stdlint.linting import Codes, Demand
    from stdlint.views.project import Project

    kind, stage = stated
    return Demand(
        packs=packs, codes=Codes(*codes), lang=lang, kind=kind, stage=stage, usual=usual or Project(), today=today
    )


class _Uncollected:
    """Hold back the garbage collector, which would look at every block again and again."""

    def __enter__(self) -> None:
        import gc

        self.pausing = gc.isenabled()
        gc.disable()

    def __exit__(self, *_: object) -> None:
        import gc

        if self.pausing:
            gc.enable()


def __getattr__(name: str) -> object:
    """Load the module that holds a public name when it is first asked for."""
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(f"stdlint.{_HOMES[name]}"), name)
    raise AttributeError(f"module 'stdlint' has no attribute {name!r}")
