"""Do not combine verbal forms of different types.

“宜应” leaves open whether the sentence is a recommendation or a requirement. “应能” (shall be able to) is right.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.modals import PERMISSION, RECOMMENDATION, REQUIREMENT

clashing_verbal_forms = Check(
    id="MOD080",
    message="“{word}”连用了不同类型的能愿动词，只保留一个。",
    message_en="“{word}” combines verbal forms of different types; keep one.",
    bad="""
        # 4 要求

        包装⟦宜应⟧防潮。操作者⟦可应⟧要求更换。
    """,
    good="""
        # 4 要求

        包装应防潮。操作者可要求更换。
    """,
    clean=(
        """
        # 4 要求

        设备应能启动，应可调节。温度适宜应记录，用户均可应用本方法。不宜和不应两种情况。
        """,
    ),
)

_TYPES = {REQUIREMENT, RECOMMENDATION, PERMISSION}


@clashing_verbal_forms.finder
def find(doc: Document) -> Iterator[Finding]:
    for first, second in pairwise(doc.clause_modals):
        if first.span[1] != second.span[0] or not {first.type, second.type} <= _TYPES:
            continue
        if first.type == second.type and {first.word, second.word} != {"必须", "应"}:
            continue
        if first.word == "应" and second.type == PERMISSION:
            continue
        span = (first.span[0], second.span[1])
        yield clashing_verbal_forms.at(span, word=doc.text[span[0] : span[1]])
