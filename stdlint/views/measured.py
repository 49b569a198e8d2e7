"""Read from a title what a test method measures: “氨氮” of “水质　氨氮的测定　纳氏试剂分光光度法”.

Source: GB/T 1.1—2020, 6.1.4.2, Table 1.
"""

from __future__ import annotations

from stdlint import patterns

_MEASURED = patterns.compile(
    r"(?:[^\s\-—]*?中)?(?P<what>[^\s\-—的中]{1,16}?)(?:含量|量|浓度)?的?(?:测定|试验|检测|测试|检验|测量|分析)(?:方法|法)?(?=$|[\s\-—（(])"
)


def measured(title: str) -> tuple[str, ...]:
    """Return the words by which a title names what is measured."""
    return tuple(match["what"] for match in _MEASURED.finditer(title) if len(match["what"]) > 1)
