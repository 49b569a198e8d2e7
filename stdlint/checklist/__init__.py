"""Ask whether a good practice is to become a standard: need, feasibility, type; and read what a filled form answers.

The questions are data: `NAME.toml`. They follow chapters 4 to 6 of the guide that `questions.GUIDE` names.
"""

from __future__ import annotations

from stdlint.checklist.filled import Answer, Answers, Unanswered, answers, open_questions
from stdlint.checklist.markdown import as_markdown
from stdlint.checklist.questions import Checklist, Choice, Group, Question, names, read_checklist
from stdlint.checklist.word import as_docx

__all__ = [
    "Answer",
    "Answers",
    "Checklist",
    "Choice",
    "Group",
    "Question",
    "Unanswered",
    "answers",
    "as_docx",
    "as_markdown",
    "names",
    "open_questions",
    "read_checklist",
]
