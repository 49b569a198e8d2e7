"""Show the settings that hold for a draft, and where each of them comes from."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from stdlint.config.holding import DEFAULT, DRAFT, Changed, Held, Holding
from stdlint.views.kinds import KINDS
from stdlint.views.stage import STAGES

_KEYS = {
    "kind": ("文件类型", "Kind"),
    "stage": ("所处阶段", "Stage"),
    "packs": ("规则包", "Packs"),
    "extend-packs": ("另加的规则包", "Packs laid over"),
    "lang": ("消息的语言", "Language of messages"),
    "select": ("只用的规则", "Only these rules"),
    "ignore": ("不用的规则", "Rules left out"),
    "extend-select": ("另加的规则", "Rules added"),
    "fail-on": ("不通过的级别", "Fails from"),
    "exclude": ("不检查的文件", "Files left out"),
    "baseline": ("基线", "Baseline"),
    "project": ("项目", "Project"),
    "checks": ("规则", "Rule"),
    "clauses": ("章条", "Clause"),
}
_BY = {DRAFT: ("草案自身", "the draft itself"), DEFAULT: ("默认", "default")}
_NOTHING = ("未定", "open")
_SEVERITIES = {"error": "错误", "warning": "警告", "info": "提示", "off": "不用", "": "新增"}


def as_text(path: str, files: Sequence[str], held: Holding, beside: str, excluded: bool, lang: str) -> str:
    """Return the page for people; `files` are the files with settings, `beside` the one with suppressions or “”."""
    english = lang == "en"
    none = ("没有设置文件（stdlint.toml 或 pyproject.toml 的 [tool.stdlint]）。", "There is no file with settings.")
    lines = [path, ""]
    lines += [f"{('设置文件：', 'Settings: ')[english]}{file}" for file in files] or [none[english]]
    if beside:
        lines.append(f"{('忽略说明：', 'Suppressions: ')[english]}{beside}")
    if excluded:
        lines.append(("按设置不检查这个文件。", "The settings exclude this file.")[english])
    lines += ["", ("设置", "Values")[english]]
    lines += [_row(_label(one.key, english), _value(one, english), _by(one, english)) for one in held.values]
    if held.changed:
        lines += ["", ("与规则包不同的规则", "Rules that differ from the packs")[english]]
        lines += [_changed(one, english) for one in held.changed]
    return "\n".join(lines) + "\n"


def as_json(path: str, files: Sequence[str], held: Holding, beside: str, excluded: bool) -> str:
    """Return the same as data."""
    data = {
        "path": path,
        "files": list(files),
        "suppressions": beside or None,
        "excluded": excluded,
        "settings": [_source(one) for one in held.values],
        "rules": [
            {
                "rule": one.rule,
                "name": one.name,
                "before": one.before,
                "now": one.now,
                "options": dict(one.options),
                "by": [_source(by) for by in one.by],
            }
            for one in held.changed
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=2, default=list) + "\n"


def _source(one: Held) -> dict[str, Any]:
    by = {"from": one.by} if one.by in _BY else {"from": "file", "file": one.by, "at": one.said or None}
    return {"key": one.key, "value": one.value, **by}


def _row(key: str, value: str, by: str) -> str:
    return f"  {key}: {value}  ← {by}"


def _label(key: str, english: bool) -> str:
    first, _, rest = key.partition(".")
    label = _KEYS.get(first, (first, first))[english]
    rest = rest.strip('"')
    return f"{label} {rest}" if rest else label


def _value(one: Held, english: bool) -> str:
    if one.value in ("", [], None, {}):
        empty = {"select": ("全部默认规则", "all default rules"), "kind": _NOTHING, "stage": _NOTHING}
        usual = {"packs": ("由草案决定", "as the draft asks"), "lang": ("随草案", "as the draft")}
        return (empty | usual).get(one.key, ("无", "none"))[english]
    if one.key == "kind" and not english:
        return "、".join(KINDS[kind].zh if kind in KINDS else kind for kind in one.value.split(","))
    if one.key == "stage" and not english:
        return STAGES[one.value][0] if one.value in STAGES else str(one.value)
    return _words(one.value, english)


def _words(value: Any, english: bool) -> str:
    if isinstance(value, bool):
        return (("用", "不用"), ("on", "off"))[english][not value]
    if isinstance(value, Mapping):
        return ", ".join(f"{key} = {_words(inner, english)}" for key, inner in value.items())
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    return str(value) if english else _SEVERITIES.get(str(value), str(value))


def _by(one: Held, english: bool) -> str:
    if one.by in _BY:
        return _BY[one.by][english]
    return f"{one.by}: {one.said}" if one.said else one.by


def _changed(one: Changed, english: bool) -> str:
    before, now = ((state or "new") if english else _SEVERITIES[state] for state in (one.before, one.now))
    change = now if before == now else f"{before} → {now}"
    options = f" ({_words(one.options, english)})" if one.options else ""
    return _row(f"{one.rule} {one.name}", change + options, "; ".join(_by(by, english) for by in one.by) or "?")
