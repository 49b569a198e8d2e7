"""Lint draft standards in Word and Markdown.

    >>> import stdlint
    >>> report = stdlint.lint(b"# 4 Requirements\n", "draft.md")

Importing this package loads nothing else; the first use of a name loads what it needs.
"""

from __future__ import annotations

__version__ = "0.1.0"
__all__ = ["DocumentReport", "Place", "ReadError", "Result", "UsageError", "__version__", "lint"]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from stdlint.model import ReadError
    from stdlint.profile import UsageError
    from stdlint.result import DocumentReport, Place, Result
    from stdlint.views.project import Project

_HOMES = {
    "DocumentReport": "result",
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
    import gc

    pausing = gc.isenabled()
    gc.disable()
    try:
        return _lint(data, filename, packs, (select, ignore, extend_select), lang, (kind, stage), usual, today)
    finally:
        if pausing:
            gc.enable()


def _lint(
    data: bytes,
    filename: str,
    packs: Sequence[str],
    codes: tuple[Sequence[str], Sequence[str], Sequence[str]],
    lang: str | None,
    demanded: tuple[str, str],
    usual: Project | None,
    today: date | None,
) -> DocumentReport:
    """Lint one draft; `lint` holds back the garbage collector, which would look at every block again and again."""
    from stdlint import formats, profile, result
    from stdlint.document import Document
    from stdlint.dossier import is_companion, no_draft, role_of
    from stdlint.linting import Codes, lint_document
    from stdlint.views.project import Project

    stated, usual = Project(*demanded), usual or Project()
    profile.refuse_unknown(stated)
    profile.refuse_unknown(usual)
    reader = formats.reader(filename)
    doc = Document(reader.read(data), name=filename, demanded=stated, usual=usual, today=today)
    if not set(profile.COMPANIONS) & set(packs):
        role = role_of(filename, doc)
        if is_companion(role, doc):
            lang = lang or doc.lang
            notes = [no_draft(role)[lang == "zh"]]
            return result.report(doc, [], [], path=filename, packs=(), lang=lang, where=None, notes=notes, role=role)
    return lint_document(
        doc, filename, packs=packs, codes=Codes(*codes), lang=lang, where=getattr(reader, "where", None)
    )


def __getattr__(name: str) -> object:
    """Load the module that holds a public name when it is first asked for."""
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(f"stdlint.{_HOMES[name]}"), name)
    raise AttributeError(f"module 'stdlint' has no attribute {name!r}")
