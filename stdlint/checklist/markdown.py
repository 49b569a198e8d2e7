"""Write a checklist as a form in Markdown: a table for each group, with columns to fill in."""

from __future__ import annotations

from stdlint.checklist.questions import Checklist, Group, clause

FIELDS = {"zh": ("标准名称", "填写人", "日期"), "en": ("Title of the standard", "Filled in by", "Date")}
"""What a form asks before its questions."""

_COLUMNS = {
    "zh": ("序号", "问题", "答复", "说明或证据"),
    "en": ("No.", "Question", "Answer", "Explanation or evidence"),
}
_YES_NO = {"zh": "（是/否/不适用）", "en": " (yes/no/not applicable)"}

_CHOOSE = {"zh": ("的答复选其中一项：", "：", "；", "。"), "en": (" is one of these: ", ": ", ";", ".")}


def as_markdown(checklist: Checklist, lang: str, title: str = "") -> str:
    """Return the form in one language; `title` is the title of the standard."""
    lang = "en" if lang == "en" else "zh"
    values = (title, "", "")
    colon = ": " if lang == "en" else "："
    fields = [f"- {name}{colon}{value}".rstrip() for name, value in zip(FIELDS[lang], values, strict=True)]
    lines = ["---", f"stdlint: {{checklist: {checklist.name}}}", "---", "", f"# {checklist.said(lang)}", ""]
    lines += [checklist.preface(lang), "", *fields]
    for number, group in enumerate(checklist.groups, 1):
        lines += ["", *_group(group, number, lang)]
    return "\n".join(lines) + "\n"


def columns(group: Group, lang: str) -> tuple[str, ...]:
    """Return the head of the table of a group; that of the answers names yes and no where they are asked for."""
    number, question, answer, words = _COLUMNS[lang]
    is_yes_no = any(one.kind == "yes-no" for one in group.questions)
    return number, question, answer + (_YES_NO[lang] if is_yes_no else ""), words


def _group(group: Group, number: int, lang: str) -> list[str]:
    opening, closing = (" (", ")") if lang == "en" else ("（", "）")
    lines = [f"## {number} {group.said(lang)}{opening}{clause(group.clause, lang)}{closing}", ""]
    lines += _choices(group, lang)
    lines += [_row(columns(group, lang)), "| --- | --- | --- | --- |"]
    for question in group.questions:
        asked = f"{question.said(lang)}{opening}{question.basis(lang)}{closing}"
        lines.append(_row((question.id, asked, "", "")))
    return lines


def _choices(group: Group, lang: str) -> list[str]:
    """Return the answers to choose from, each with its condition."""
    lead, colon, semicolon, stop = _CHOOSE[lang]
    lines: list[str] = []
    for question in group.questions:
        if question.kind == "choice":
            options = [
                (one.title_en, one.when_en) if lang == "en" else (one.title, one.when) for one in question.choices
            ]
            ends = [semicolon] * (len(options) - 1) + [stop]
            lines += [f"{question.id}{lead}".rstrip(), ""]
            lines += [f"- {name}{colon}{when}{end}" for (name, when), end in zip(options, ends, strict=True)]
            lines.append("")
    return lines


def _row(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
