"""Try the examples of an organisation's pack: what is marked has to be found, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import dedent
from typing import NamedTuple

from stdlint import engine
from stdlint.document import Document
from stdlint.formats import markdown
from stdlint.pack import Pack
from stdlint.profile import Use, rows

_OPEN, _CLOSE = "⟦", "⟧"


class Tried(NamedTuple):
    """A rule, how many examples it has, and a sentence in Chinese and English for each that does not hold."""

    use: Use
    examples: int
    failures: list[tuple[str, str]]


def tried(pack: Pack) -> list[Tried]:
    """Return the rules of a pack with the outcome of their examples."""
    done = []
    for use in rows((pack,)):
        lang = use.lang
        failures = [failure for bad, good in use.check.examples(lang) for failure in _of_pair(use, bad, good)]
        failures += [failure for text in use.check.traps(lang) for failure in _of_clean(use, text)]
        done.append(Tried(use, len(use.check.examples(lang)) + len(use.check.traps(lang)), failures))
    return done


def _of_pair(use: Use, bad: str, good: str) -> Iterator[tuple[str, str]]:
    said = bad.replace(_OPEN, "").replace(_CLOSE, "")
    marked = [piece.split(_CLOSE)[0] for piece in bad.split(_OPEN)[1:]]
    doc, found, errors = _found(use, said)
    yield from errors
    words = [doc.text[slice(*one.finding.span)] for one in found]
    if words != marked and not errors:
        given, wanted = "、".join(words) or "无", "、".join(marked)
        yield (
            f"错误示例中应找出“{wanted}”，实际找出“{given}”。",
            f"the bad example should give “{wanted}”, and gives “{given if words else 'nothing'}”.",
        )
    if errors or words != marked:
        return
    edits = [edit for one in found if one.finding.fix for edit in one.finding.fix.edits]
    if edits and markdown.read(markdown.write(doc.source, edits)).text != _document(good, use.lang).text:
        yield "错误示例改正后与正确示例不同。", "the bad example, put right, is not the good one."


def _of_clean(use: Use, text: str) -> Iterator[tuple[str, str]]:
    doc, found, errors = _found(use, text)
    yield from errors
    if found:
        words = "、".join(doc.text[slice(*one.finding.span)] for one in found)
        yield f"正确示例中找出了“{words}”。", f"a good example gives “{words}”."


def _found(use: Use, text: str) -> tuple[Document, list[engine.Found], list[tuple[str, str]]]:
    doc = _document(text, use.lang)
    found, errors = engine.lint(doc, [use])
    return doc, found, [(error, error) for error in errors]


def _document(text: str, lang: str) -> Document:
    return Document(markdown.read(dedent(text).encode()), lang=lang, name="example.md")
