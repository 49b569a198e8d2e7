"""Hold the words of the page in Chinese and English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from stdlint.reports.families import family_of
from stdlint.reports.text import SEVERITIES

if TYPE_CHECKING:
    from stdlint.reports.html.page import Chapter

_WORDS = {
    "title": ("标准草案检查报告", "Report on a draft standard"),
    "files": ("文件", "Files"),
    "legend": ("这些颜色是什么意思？", "What do the colours mean?"),
    "error": (
        "不符合起草规则，提交之前应改正。",
        "Against the drafting rules; put it right before the draft is submitted.",
    ),
    "warning": (
        "多半不符合规则，请看一看，应改则改。",
        "Probably against the rules; look at it and change it if need be.",
    ),
    "info": ("供参考，可改可不改。", "For your attention; change it if you agree."),
    "places": ("“5.2 ¶3”指5.2的第3段。", "“5.2 ¶3” is the third paragraph of 5.2."),
    "disagree": (
        "不同意某一处？在Word中给这些文字加批注“stdlint: ignore 规则编号 理由”，"
        "或在Markdown中于该段之前写“<!-- stdlint: ignore 规则编号 理由 -->”，以后便不再报告。",
        "You disagree? Comment on the words in Word with “stdlint: ignore RULE reason”, or in Markdown write "
        "“<!-- stdlint: ignore RULE reason -->” before the paragraph; it will not be reported again.",
    ),
    "by chapter": ("各章的问题", "Findings by chapter"),
    "outline": ("大纲", "Outline"),
    "draft": ("草案", "Draft"),
    "as read": ("工具读到的草案，有问题的文字已标出", "The draft as it was read, with the findings marked"),
    "findings": ("问题", "Findings"),
    "skip": ("跳到问题列表", "Go to the list of findings"),
    "filters": ("筛选", "Filters"),
    "family": ("类别", "Family"),
    "chapter": ("章", "Chapter"),
    "all": ("全部", "All"),
    "search": ("搜索", "Search"),
    "reset": ("全部显示", "Show all"),
    "previous": ("上一处", "Previous"),
    "next": ("下一处", "Next"),
    "list": ("列表", "List"),
    "close": ("关闭", "Close"),
    "keys": ("键盘：j 下一处，k 上一处", "Keyboard: j next, k previous"),
    "none shown": ("没有符合筛选条件的问题。", "No finding matches the filters."),
    "basis": ("依据：", "Basis: "),
    "convention": ("依据：通行的写法", "Basis: common practice"),
    "binding": ("（{0}）", "({0})"),
    "line": ("第{0}行", "line {0}"),
    "fine": ("没有发现问题", "nothing found"),
    "change": ("改为：", "Write: "),
    "add": ("加上：", "Add: "),
    "delete": ("删去这些文字", "delete these words"),
    "certain fix": ("可自动修复", "can be fixed automatically"),
    "proposed fix": ("建议，请确认", "a suggestion; please confirm"),
    "other fix": ("可自动修复（改动在别处）", "can be fixed automatically (elsewhere in the draft)"),
    "other proposal": ("有修改建议（改动在别处）", "a correction elsewhere in the draft is proposed"),
    "why": ("为什么", "Why"),
    "heuristic": (
        "此规则凭字面判断，可能误报，请结合上下文确认。",
        "This rule judges by the wording and can be wrong; look at the context.",
    ),
    "here": ("此处", "here"),
    "to words": ("在草案中查看", "Show in the draft"),
    "dropped": ("已说明不改的问题", "Findings left out on purpose"),
    "no reason": ("（未说明理由）", "(no reason given)"),
    "reason": ("理由：", "Reason: "),
    "notices": ("另请注意", "Please note"),
    "notes": ("没有读到或没有检查的内容", "What was not read or not checked"),
    "errors": ("未能完成检查", "The check could not be completed"),
    "known": ("另有{0}处基线中已有的问题，未列出。", "{0} more findings are known to the baseline and not listed."),
    "no draft": ("报告中没有草案原文，只列出问题。", "The draft itself is not in this report; only the findings are."),
    "picture": ("图片", "picture"),
    "lost": ("图片（文件中没有）", "picture (not in the file)"),
    "object": ("对象", "object"),
    "header": ("页眉", "Header"),
    "footer": ("页脚", "Footer"),
    "shown": ("显示 {0} / {1} 处", "{0} of {1} shown"),
}


class Words:
    """Say what the page says, in one language: “zh” or “en”."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self._at = int(lang == "en")

    def __call__(self, key: str, *values: object) -> str:
        """Return a word or sentence, filled with values."""
        return _WORDS[key][self._at].format(*values) if values else _WORDS[key][self._at]

    def severity(self, severity: str) -> str:
        """Return what a severity is called."""
        return SEVERITIES["en" if self._at else "zh"][severity]

    def family(self, letters: str) -> str:
        """Return what a family of rules is called, “” where it is one of an organisation."""
        return family_of(letters, self.lang)

    def basis(self, basis: str) -> str:
        """Return how binding the provision is on which a rule rests, “” where there is none."""
        said = {"requirement": ("要求", "requirement"), "recommendation": ("推荐", "recommendation")}
        return said.get(basis, ("", ""))[self._at]

    def counted(self, number: int, severity: str) -> str:
        """Return “3 个错误”."""
        word = self.severity(severity)
        if not self._at:
            return f"{number} 个{word}"
        return f"{number} {word}" if number == 1 or severity == "info" else f"{number} {word}s"

    def found(self, count: Mapping[str, int]) -> str:
        """Return how much was found, in a sentence."""
        told = [self.counted(number, severity) for severity, number in count.items() if number]
        total = sum(count.values())
        if self._at:
            return f"{total} finding{'s' * (total != 1)}: {', '.join(told)}." if told else "Nothing was found."
        return f"共发现 {total} 处问题：{'、'.join(told)}。" if told else "没有发现问题。"

    def first_steps(self, count: Mapping[str, int], corrected: int, worst: Chapter | None) -> str:
        """Return what to do first: by the gravest severity, corrections that are at hand, the chapter to begin with."""
        gravest = next((severity for severity, number in count.items() if number), "")
        said = [_FIRST[gravest][self._at]]
        if corrected:
            said.append(_CORRECTED[self._at].format(corrected, "s" * (corrected != 1)))
        if worst:
            said.append(_WORST[self._at].format(worst.name, worst.total, "s" * (worst.total != 1)))
        return (" " if self._at else "").join(said)


_FIRST = {
    "error": (
        "先改错误：它们不符合起草规则。然后逐条看警告，提示供参考。",
        "Begin with the errors: they are against the drafting rules. Then go through the warnings.",
    ),
    "warning": (
        "没有错误。请逐条看看警告，多半应当修改。",
        "There are no errors. Go through the warnings; most of them will need a change.",
    ),
    "info": ("没有错误和警告。提示供参考。", "There are no errors and no warnings, only some things to consider."),
    "": (
        "工具能查的都没有问题；内容是否正确，仍须人工审读。",
        "What a tool can check is in order; whether the content is right, people still have to judge.",
    ),
}
_CORRECTED = ("全部问题中有{0}处已给出改法。", "The corrected words are given for {0} finding{1}.")
_WORST = ("可以从“{0}”开始，那里有{1}处问题。", "You can begin with “{0}”, which has {1} finding{2}.")
