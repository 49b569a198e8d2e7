"""Make a check from a table of an organisation's pack."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from stdlint import tables
from stdlint.check import Check
from stdlint.pack import BASES, SEVERITIES, Entry, UsageError, clause_of, nearest
from stdlint.views.elements import NAMES, ORDER, called

COMMON: dict[str, tables.Shape] = {
    "id": tables.text,
    "name": tables.text,
    "message": tables.text,
    "message-en": tables.text,
    "severity": tables.one_of(*SEVERITIES),
    "basis": tables.one_of(*BASES),
    "clause": tables.text,
    "why": tables.text,
    "lang": tables.one_of("zh", "en"),
    "default": tables.truth,
    "bad": tables.text_or_texts,
    "good": tables.text_or_texts,
    "clean": tables.text_or_texts,
}
"""The keys of every rule."""

_ID = re.compile(r"[A-Z]{2,6}\d{3}")
_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


@dataclass(eq=False)
class HouseCheck(Check):
    """A check made from data: it speaks on drafts of one language whether it has examples or not."""

    lang: str = "zh"

    @property
    def langs(self) -> tuple[str, ...]:
        """The language of the drafts on which it speaks."""
        return (self.lang,)


class Rule:
    """A table of the pack: what it says, and where it stands (“words[2]”)."""

    def __init__(self, file: Path, key: str, said: Mapping[str, Any], title: str, lang: str) -> None:
        self.file = file
        self.key = key
        self.said = said
        self.title = title
        self.lang: str = said.get("lang", lang)

    def wrong(self, sentence: str) -> UsageError:
        """Return the error that says what is wrong with this table."""
        return UsageError(f"{self.file}: {self.key}{sentence}")

    def texts(self, key: str) -> list[str]:
        """Return a text or a list of texts as a list; an empty one is an error."""
        value = self.said.get(key, [])
        listed = [value] if isinstance(value, str) else list(value)
        if not all(word.strip() for word in listed):
            raise self.wrong(f".{key} holds an empty text")
        return listed

    def need(self, *keys: str) -> None:
        """Refuse a table without one of the keys."""
        for key in keys:
            if not self.said.get(key):
                raise self.wrong(f" needs {key}")

    def elements(self) -> frozenset[str]:
        """Return the elements that `in` names, in English or Chinese; empty where it names none."""
        names = {name: name for name in ORDER}
        names |= {called(name, "zh"): name for name in NAMES} | {"封面": "cover", "正文": "clause", "附录": "annex"}
        for word in self.texts("in"):
            if word not in names:
                raise self.wrong(f".in: unknown element “{word}”{nearest(word, names)}")
        return frozenset(names[word] for word in self.texts("in"))

    def check(self, message: str, message_en: str, fields: tuple[str, ...]) -> HouseCheck:
        """Return the check without finder; the message of the table wins, and may hold the fields in braces."""
        self.need("id")
        id_, name = self.said["id"], self.said.get("name", self.said["id"].lower())
        if not _ID.fullmatch(id_):
            raise self.wrong(f".id is two to six capital letters and three digits, such as ACM010, not {id_!r}")
        if not _NAME.fullmatch(name):
            raise self.wrong(f".name is of small letters and hyphens, such as “vulgar-word”, not {name!r}")
        own = self.said.get("message", "")
        check = HouseCheck(id_, self._filled("message", message, fields), own or message_en, name=name, lang=self.lang)
        if "message-en" in self.said:
            check.message_en = self._filled("message-en", message_en, fields)
        check.doc = self.said.get("why", "").strip() or (check.message_en if self.lang == "en" else check.message)
        self._examples(check)
        return check

    def _filled(self, key: str, usual: str, fields: tuple[str, ...]) -> str:
        message: str = self.said.get(key) or usual
        try:
            message.format(**dict.fromkeys((*fields, "quote"), ""))
        except (KeyError, IndexError, ValueError, AttributeError):
            known = ", ".join(f"{{{field}}}" for field in (*fields, "quote"))
            raise self.wrong(f".{key} may hold {known} and no other braces") from None
        return message

    def _examples(self, check: HouseCheck) -> None:
        bad, good = self.texts("bad"), self.texts("good")
        if len(bad) != len(good):
            raise self.wrong(
                f" has {len(bad)} bad and {len(good)} good examples; each bad one has a good one beside it"
            )
        for text in bad:
            if "⟦" not in text:
                raise self.wrong(".bad marks with ⟦…⟧ what has to be found")
        pairs = tuple(zip(bad, good, strict=True))
        if self.lang == "en":
            check.english, check.clean_english = pairs, tuple(self.texts("clean"))
        elif pairs:
            (check.bad, check.good), check.more = pairs[0], pairs[1:]
        if self.lang != "en":
            check.clean = tuple(self.texts("clean"))

    def entry(self, check: Check) -> Entry:
        """Return what the pack says about the check."""
        return {
            "check": check,
            "clause": clause_of(self.title, self.said.get("clause", "")),
            "severity": self.said.get("severity", "warning"),
            "basis": self.said.get("basis", "convention"),
            "certainty": "data",
            "default": self.said.get("default", True),
            "lang": self.lang,
        }
