"""Say in a line what a draft was taken for: its kinds, its level, its stage."""

from __future__ import annotations

from collections.abc import Sequence

from stdlint.views.kinds import KINDS
from stdlint.views.stage import STAGES

LEVELS = {
    "national": ("国家标准", "national standard"),
    "industry": ("行业标准", "sector standard"),
    "local": ("地方标准", "local standard"),
    "group": ("团体标准", "group standard"),
    "enterprise": ("企业标准", "enterprise standard"),
}
"""What the levels are called in Chinese and English."""


def understood(kinds: Sequence[str], level: str | None, stage: str | None, lang: str) -> str:
    """Return “指南 · 团体标准 · 征求意见稿”, without what is not known."""
    english = lang == "en"
    named = [(KINDS[kind].en if english else KINDS[kind].zh) for kind in kinds]
    words = ["+".join(named) if english else "、".join(named)]
    words += [LEVELS[level][english]] if level in LEVELS else []
    words += [STAGES[stage][english]] if stage in STAGES else []
    return " · ".join(word for word in words if word)
