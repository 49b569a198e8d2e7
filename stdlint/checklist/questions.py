"""Read the questions of a checklist: groups with the clause of the guide, and what counts as an answer."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from stdlint.profile import UsageError

GUIDE = (
    "《卓越服务良好实践转化为标准指南》（征求意见稿）",
    "“Good service excellence practices are translated into standard guidelines” (draft for comments)",
)
"""The guide whose clauses the questions cite, in Chinese and English."""

ORDER = ("need", "feasibility", "type")


class Choice(NamedTuple):
    """One of the answers to choose from, and when it is the right one."""

    name: str
    title: str
    title_en: str
    when: str
    when_en: str


YES_NO = (
    Choice("yes", "是", "Yes", "", ""),
    Choice("no", "否", "No", "", ""),
    Choice("none", "不适用", "N/A", "", ""),
)
"""The answers to a question of the kind yes-no."""


class Question(NamedTuple):
    """A question, and the clause of the guide that it comes from.

    `kind`: yes-no, text, or choice. `reason`: “no” is an answer only together with a reason.
    """

    id: str
    clause: str
    kind: str
    text: str
    text_en: str
    reason: bool = False
    choices: tuple[Choice, ...] = ()

    def said(self, lang: str) -> str:
        """Return the question in “en”, else in Chinese."""
        return self.text_en if lang == "en" else self.text

    def basis(self, lang: str) -> str:
        """Return the clause, and that a reason is asked for where it is."""
        if not self.reason:
            return clause(self.clause, lang)
        return clause(self.clause, lang) + ("; give a reason for “no”" if lang == "en" else "；答“否”时说明理由")


class Group(NamedTuple):
    """Questions under one heading."""

    title: str
    title_en: str
    clause: str
    questions: tuple[Question, ...]

    def said(self, lang: str) -> str:
        """Return the heading in “en”, else in Chinese."""
        return self.title_en if lang == "en" else self.title


class Checklist(NamedTuple):
    """A form: what it is called, how to fill it in, and its questions."""

    name: str
    title: str
    title_en: str
    intro: str
    intro_en: str
    groups: tuple[Group, ...]

    @property
    def questions(self) -> tuple[Question, ...]:
        """All questions in order."""
        return tuple([question for group in self.groups for question in group.questions])

    def said(self, lang: str) -> str:
        """Return the title in “en”, else in Chinese."""
        return self.title_en if lang == "en" else self.title

    def preface(self, lang: str) -> str:
        """Return how to fill in the form, and which document its clauses are those of."""
        if lang == "en":
            return f"{self.intro_en} The clauses are those of {GUIDE[1]}."
        return f"{self.intro}条号是{GUIDE[0]}的条号。"


def clause(number: str, lang: str) -> str:
    """Return the clause as people write it: “6，注1” is “6, Note 1” in English."""
    return number.replace("，注", ", Note ") if lang == "en" else number


def names() -> tuple[str, ...]:
    """Return the names of the checklists, in the order in which a project needs them."""
    return ORDER


@cache
def read_checklist(name: str) -> Checklist:
    """Return a checklist by its name; raise UsageError if there is none."""
    if name not in ORDER:
        raise UsageError(f"unknown checklist “{name}”; there are {', '.join(ORDER)}")
    import tomllib

    data = tomllib.loads(Path(__file__).with_name(f"{name}.toml").read_text(encoding="utf-8"))
    groups = tuple([_group(group) for group in data.pop("groups")])
    return Checklist(name, **data, groups=groups)


def _group(data: dict[str, Any]) -> Group:
    questions = tuple([_question(question) for question in data.pop("questions")])
    return Group(**data, questions=questions)


def _question(data: dict[str, Any]) -> Question:
    own = tuple([Choice(**choice) for choice in data.pop("choices", ())])
    return Question(**data, choices=YES_NO if data["kind"] == "yes-no" else own)
