"""Explain a rule in sections that a terminal and a page of Markdown show alike: facts, reason, examples, what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from stdlint.check import Check
from stdlint.profile import Bound, Use, bounds
from stdlint.reports.families import FAMILIES, family_of
from stdlint.reports.rules import readable, reason, said
from stdlint.reports.text import SEVERITIES, width
from stdlint.views.kinds import KINDS
from stdlint.views.stage import STAGES

_MORE = 3
"""How many examples are shown besides the first, and how many traps."""

_LINES = 40
_LINE = 400
_CUT = {"zh": "……（略）", "en": "… (cut)"}

_BASES = {
    "zh": {
        "requirement": "要求（标准规定应这样做）",
        "recommendation": "推荐（标准建议宜这样做）",
        "statement": "陈述（标准说明的通常做法）",
        "convention": "惯例（标准没有规定，是stdlint的建议）",
    },
    "en": {
        "requirement": "requirement (the standard says “shall”)",
        "recommendation": "recommendation (the standard says “should”)",
        "statement": "statement (the standard says how things are)",
        "convention": "convention (no standard demands it; stdlint advises it)",
    },
}
_CERTAINTIES = {
    "zh": {
        "deterministic": "确定（有明确的判断依据，很少误报）",
        "heuristic": "推断（按词句推断，可能误报，请人工确认）",
        "data": "查表（按名录或词表判断）",
    },
    "en": {
        "deterministic": "certain (there is a clear criterion, seldom wrong)",
        "heuristic": "a guess from the wording (may be wrong, please judge)",
        "data": "by a list (of names, codes or words)",
    },
}
_FIXES = {
    "zh": {"safe": "可自动修复", "unsafe": "给出建议，须人工确认", None: "没有自动修复，需人工修改"},
    "en": {
        "safe": "safe: can be applied unasked",
        "unsafe": "unsafe: a suggestion to confirm",
        None: "none: to be put right by hand",
    },
}
_TYPES = {"zh": {"int": "整数", "str": "文字", "float": "数", "bool": "true或false", "tuple": "清单"}, "en": {}}
_SIDECAR = 'ignore = [{{ rules = ["{id}"], clause = "5.2", reason = "{why}" }}]'
_BESIDE = {
    "draft": ("同时提交的标准草案", "The draft it goes with"),
    "commented": ("被征求意见的标准草案", "The draft that was commented on"),
}


class Settled(NamedTuple):
    """How a project uses a rule: `path` of the settings, None in place of a use that they switch off."""

    path: str
    use: Use | None
    ignored: bool = False


class Explained(NamedTuple):
    """A rule with all there is to say about it.

    `uses`: the rule as each pack uses it. `fix`: “safe”, “unsafe” or None. `siblings`: id and name of the other checks
    of its module. `hides` and `hidden_by`: ids or beginnings of ids of rules that are not told on the words on which
    this one speaks, and of those beside which this one is not told.
    """

    uses: Sequence[Use]
    fix: str | None = None
    siblings: Sequence[tuple[str, str]] = ()
    hides: Sequence[str] = ()
    hidden_by: Sequence[str] = ()
    settled: Settled | None = None

    @property
    def check(self) -> Check:
        return self.uses[0].check


class Section(NamedTuple):
    """A part of the explanation: a heading (“” for none), sentences, and text to be shown as it stands.

    `whole`: its lines are to be copied, and not broken.
    """

    head: str
    sentences: Sequence[str] = ()
    shown: str = ""
    whole: bool = False


def sections(rule: Explained, lang: str) -> Iterator[Section]:
    """Yield the parts of the explanation of a rule in “zh” or “en”, the facts first."""
    yield Section("", list(_facts(rule, lang)))
    yield Section(_("要求", "Requirement", lang), [said(rule.uses[0], lang)])
    yield from reasons(rule.check, lang)
    yield from _examples(rule.check, lang)
    if rule.check.examples():
        yield Section(_("修复", "Fix", lang), [_FIXES[lang][rule.fix]])
    yield from _options(rule, lang)
    yield _suppressions(rule.check.id, lang)
    if related := list(_related(rule, lang)):
        yield Section(_("相关规则", "Related rules", lang), related)


def reasons(check: Check, lang: str) -> Iterator[Section]:
    """Yield the reason of a rule in one language."""
    if paragraphs := [paragraph for paragraph in reason(check.doc, lang).split("\n\n") if paragraph]:
        yield Section(_("理由", "Why", lang), [" ".join(paragraph.split("\n")) for paragraph in paragraphs])


def _(chinese: str, english: str, lang: str) -> str:
    return english if lang == "en" else chinese


def _facts(rule: Explained, lang: str) -> Iterator[str]:
    """Yield “级别：…” and what else is to be known at a glance."""
    check, colon, comma = rule.check, _("：", ": ", lang), _("、", ", ", lang)
    bound = bounds().get(check.name, Bound())
    level = _by_language(rule.uses, lambda use: SEVERITIES[lang][use.severity], lang)
    clauses = list(dict.fromkeys(use.clause for use in rule.uses if use.clause))
    facts = [
        (("类别", "Family"), family_of(check.id, lang)),
        (("级别", "Severity"), _severity(level, bound, lang)),
        (("依据", "Clause"), _("；", "; ", lang).join(clauses)),
        (("性质", "Basis"), _by_language(rule.uses, lambda use: _basis(use, lang), lang)),
        (("把握", "Certainty"), _by_language(rule.uses, lambda use: _CERTAINTIES[lang][use.certainty], lang)),
        (
            ("文件类型", "Kinds"),
            comma.join(_(KINDS[kind].zh, KINDS[kind].en, lang) for kind in bound.kinds),
        ),
        (("适用", "Speaks on"), _speaks_on(check, lang)),
        (("默认", "By default"), _off(rule, lang)),
        (("本项目", "In this project"), _settled(rule, lang)),
    ]
    for names, fact in facts:
        if fact:
            yield _(*names, lang) + colon + fact


def _basis(use: Use, lang: str) -> str:
    if use.basis == "convention" and not family_of(use.check.id, lang):
        return _("惯例（本机构的规定或做法）", "convention (of your organization)", lang)
    return _BASES[lang][use.basis]


def _by_language(uses: Sequence[Use], told: Callable[[Use], str], lang: str) -> str:
    """Return what holds for all uses, or for each language of drafts what holds there."""
    found = {use.lang: told(use) for use in reversed(uses)}
    if len(set(found.values())) == 1:
        return told(uses[0])
    named = {"zh": _("中文草案", "Chinese drafts", lang), "en": _("英文草案", "English drafts", lang)}
    return _("；", "; ", lang).join(
        f"{named[one]}{_('', ': ', lang)}{said}" for one, said in sorted(found.items())[::-1]
    )


def _severity(usual: str, bound: Bound, lang: str) -> str:
    """Return the severity, with those at the stages that change it; a rule of a few stages has no other."""
    words = SEVERITIES[lang]
    at = [f"{_(*STAGES[stage], lang)} {words[severity]}" for stage, severity in bound.severities.items()]
    if bound.stages:
        return _("仅用于", "only ", lang) + _("、", ", ", lang).join(at)
    return _("；", "; ", lang).join([usual, *at])


def _speaks_on(check: Check, lang: str) -> str:
    """Return the languages and formats of drafts, where the rule does not speak on all."""
    langs = {"zh": _("中文草案", "Chinese drafts", lang), "en": _("英文草案", "English drafts", lang)}
    formats = {"docx": "Word", "markdown": "Markdown"}
    named = [langs[one] for one in check.langs] if len(check.langs) == 1 else []
    named += [formats[one] for one in check.formats] if len(check.formats) == 1 else []
    return _("、", ", ", lang).join(named)


def _off(rule: Explained, lang: str) -> str:
    if any(use.default for use in rule.uses):
        return ""
    return _("不启用，用", "off; switch it on with ", lang) + f"--extend-select {rule.check.id}" + _("启用", "", lang)


def _settled(rule: Explained, lang: str) -> str:
    """Return what the settings of the project change."""
    if rule.settled is None:
        return ""
    path, use, ignored = rule.settled
    if use is None or ignored:
        return _(f"不启用（{path}）", f"off ({path})", lang)
    if use.severity in {one.severity for one in rule.uses}:
        return ""
    return _(f"级别改为{SEVERITIES[lang][use.severity]}（{path}）", f"{use.severity} ({path})", lang)


def _examples(check: Check, lang: str) -> Iterator[Section]:
    examples = check.examples(lang) or check.examples()
    shown = examples[: 1 + _MORE]
    for at, (bad, good) in enumerate(shown, start=1):
        number = f" {at}" if len(shown) > 1 else ""
        yield Section(_("错误示例", "Wrong", lang) + number, [], excerpt(readable(bad, lang), lang))
        yield Section(_("正确示例", "Right", lang) + number, [], excerpt(readable(good, lang), lang))
    for name, text in check.beside.items():
        yield Section(_(*_BESIDE[name], lang), [], excerpt(readable(text.strip("\n"), lang), lang))
    language = lang if check.examples(lang) else ""
    traps = check.traps(language)[len(examples) :][:_MORE]
    for at, trap in enumerate(traps, start=1):
        number = f" {at}" if len(traps) > 1 else ""
        yield Section(
            _("这样写没有问题", "Nothing is wrong with this", lang) + number, [], excerpt(readable(trap, lang), lang)
        )


def excerpt(example: str, lang: str) -> str:
    """Return an example of at most 40 lines around the first words marked, none of them endless."""
    lines = [line if len(line) <= _LINE else line[:_LINE] + _CUT[lang] for line in example.splitlines()]
    if len(lines) <= _LINES:
        return "\n".join(lines)
    marked = next((at for at, line in enumerate(lines) if "【" in line), 0)
    start = max(0, min(marked - _LINES // 4, len(lines) - _LINES))
    end = start + _LINES
    return "\n".join([*[_CUT[lang]][: start > 0], *lines[start:end], *[_CUT[lang]][: end < len(lines)]])


def _options(rule: Explained, lang: str) -> Iterator[Section]:
    """Yield the options with type, default and current value, and how to set them."""
    check, uses = rule.check, rule.uses
    if not check.options:
        return
    current = {**check.options, **uses[0].options}
    settled = rule.settled.use.options if rule.settled and rule.settled.use else {}
    told = []
    for name, usual in current.items():
        type_ = type(usual).__name__
        type_ = _TYPES[lang].get(type_, type_)
        default = _toml(usual)
        now = _toml({**current, **settled}[name])
        told.append(
            _(
                f"{name}：{type_}，默认{default}，现为{now}。",
                f"{name}: {type_}, {default} by default, now {now}.",
                lang,
            )
        )
    told.append(_("在stdlint.toml中设置：", "Set in stdlint.toml:", lang))
    values = ", ".join(f"{name} = {_toml(value)}" for name, value in {**current, **settled}.items())
    yield Section(_("选项", "Options", lang), told, f"[checks]\n{check.name} = {{ {values} }}", whole=True)


def _toml(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple | list):
        return f"[{', '.join(map(_toml, value))}]"
    return f'"{value}"' if isinstance(value, str) else str(value)


def _suppressions(id_: str, lang: str) -> Section:
    """Return how to keep the rule quiet where it is not right: in the draft, beside it, in all drafts of a project."""
    why = _("理由", "reason", lang)
    ways = [
        (_("Markdown，下一段", "Markdown, next block", lang), f"<!-- stdlint: ignore {id_} {why} -->"),
        (
            _("Markdown，二者之间", "Markdown, between", lang),
            f"<!-- stdlint: off {id_} {why} --> … <!-- stdlint: on {id_} -->",
        ),
        (_("Markdown，全文", "Markdown, whole draft", lang), f"<!-- stdlint: file {id_} {why} -->"),
        (_("Word，批注", "Word, comment", lang), f"stdlint: ignore {id_} {why}"),
        ("draft.stdlint.toml", _SIDECAR.format(id=id_, why=why)),
        ("stdlint.toml", f'ignore = ["{id_}"]'),
    ]
    room = max(width(where) for where, _ in ways) + 2
    shown = "\n".join(where + " " * (room - width(where)) + text for where, text in ways)
    told = _(
        "写明理由。批注加在有关文字上；draft.stdlint.toml放在draft.docx或draft.md旁；stdlint.toml用于项目的全部草案。",
        "Give the reason. A comment of Word lies on the words; draft.stdlint.toml stands beside draft.docx or "
        "draft.md; stdlint.toml is for all drafts of a project.",
        lang,
    )
    return Section(_("如何不报", "How to keep it quiet", lang), [told], shown, whole=True)


def _related(rule: Explained, lang: str) -> Iterator[str]:
    own = rule.check.id
    if rule.siblings:
        named = _("、", ", ", lang).join(f"{id_} {name}" for id_, name in rule.siblings)
        yield _(f"同一来源的规则：{named}", f"Of the same provision: {named}", lang)
    if rule.hides:
        named = _meant(rule.hides, lang)
        yield _(
            f"如果{named}也发现了同一处，只报{own}。",
            f"Where {named} find the same words, only {own} is told.",
            lang,
        )
    if rule.hidden_by:
        named = _meant(rule.hidden_by, lang)
        yield _(
            f"如果{named}也发现了同一处，不报{own}。",
            f"Where {named} find the same words, {own} is not told.",
            lang,
        )


def _meant(beginnings: Iterable[str], lang: str) -> str:
    """Return ids and beginnings of ids in words: “MOD族（能愿动词）”, “NUM2开头的规则”."""
    told = []
    for one in dict.fromkeys(beginnings):
        if one in FAMILIES:
            told.append(_(f"{one}族（{family_of(one, lang)}）", f"{one} ({family_of(one, lang)})", lang))
        else:
            told.append(one if len(one) == 6 else _(f"{one}开头的规则", f"rules beginning with {one}", lang))
    return _("、", ", ", lang).join(told)
