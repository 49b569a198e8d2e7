"""Define a check and what it finds.

A check is a `Check(...)` with examples and a generator over a `Document`; it knows no clause and no severity, since one
mechanism serves several drafting standards: those stand in the packs.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from stdlint.model import Edit, Span

Finder = Callable[..., Iterator["Finding"]]


class Fix(NamedTuple):
    """A correction: its edits, and whether it is certain enough to be applied unasked."""

    edits: tuple[Edit, ...]
    safe: bool = True


@dataclass(slots=True)
class Finding:
    """Something wrong: which check says so, where, and what the message needs to be filled."""

    check: Check
    span: Span
    fields: dict[str, object] = field(default_factory=dict)
    fix: Fix | None = None


@dataclass(eq=False)
class Check:
    """Describe one thing that can be wrong with a draft.

    `message` and `message_en` are format strings; they are filled from the fields given to `at`, and `{quote}` is the
    text of the span. In `bad`, `⟦…⟧` marks exactly what is reported; `good` is clean and, where the check offers a fix,
    equals the fixed `bad`. More pairs stand in `more`: (bad, good) each; `clean` lists further texts that must stay
    silent (the traps). `english` holds (bad, good) pairs of English drafts and `clean_english` further silent ones; a
    check without them does not speak on English drafts, one without `bad` not on Chinese ones. `formats` narrows the
    formats in which it can speak. `beside` holds the other documents that its examples need, in Markdown, by what they
    are (see `Document.beside`).
    """

    id: str
    message: str
    message_en: str
    bad: str = ""
    good: str = ""
    more: tuple[tuple[str, str], ...] = ()
    clean: tuple[str, ...] = ()
    english: tuple[tuple[str, str], ...] = ()
    clean_english: tuple[str, ...] = ()
    formats: tuple[str, ...] = ("docx", "markdown")
    beside: dict[str, str] = field(default_factory=dict)
    name: str = ""
    doc: str = ""
    find: Finder | None = None

    @property
    def langs(self) -> tuple[str, ...]:
        """The languages of the drafts on which it speaks."""
        return (("zh",) if self.bad else ()) + (("en",) if self.english else ())

    def finder(self, function: Finder) -> Finder:
        """Make `function(doc, **options)` this check's finder; one function may serve several siblings."""
        self.find = function
        return function

    @property
    def options(self) -> dict[str, Any]:
        """The options of the finder, by name, with their defaults."""
        if self.find is None:
            return {}
        parameters = inspect.signature(self.find).parameters.values()
        return {p.name: p.default for p in parameters if p.kind is p.KEYWORD_ONLY}

    def at(
        self, span: Span, *, fix: str | Iterable[Edit] | None = None, safe: bool = True, **fields: object
    ) -> Finding:
        """Return a finding at `span`. `fix` is the text to put there, or the edits that put it right."""
        remedy = None
        if isinstance(fix, str):
            remedy = Fix((Edit(span[0], span[1], fix),), safe)
        elif fix is not None:
            edits = tuple(fix)
            remedy = Fix(edits, safe) if edits else None
        return Finding(self, span, fields, remedy)

    def examples(self, lang: str = "") -> list[tuple[str, str]]:
        """Return the (bad, good) pairs, those for drafts in one language or all."""
        chinese = [(self.bad, self.good), *self.more] if self.bad and lang != "en" else []
        english = self.english if lang != "zh" else ()
        return [(_plain(bad), _plain(good)) for bad, good in (*chinese, *english)]

    def traps(self, lang: str = "") -> list[str]:
        """Return the texts that must stay silent, the good examples included."""
        clean = (*(self.clean if lang != "en" else ()), *(self.clean_english if lang != "zh" else ()))
        return [good for _, good in self.examples(lang)] + list(map(_plain, clean))


def _plain(text: str) -> str:
    from textwrap import dedent

    return dedent(text).strip("\n")
