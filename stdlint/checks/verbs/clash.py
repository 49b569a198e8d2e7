"""Do not combine verbal forms of different types.

“宜应” leaves open whether the sentence is a recommendation or a requirement. “应能” (shall be able to) is right.

“宜应”使人不知是推荐还是要求。“应能”是正确的写法。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint.check import Check, Finding
from stdlint.document import Document

clashing_verbal_forms = Check(
    id="MOD080",
    message="“{word}”连用了不同类型的能愿动词，只保留一个。",
    message_en="“{word}” combines verbal forms of different types; keep one.",
    bad="""
        # 4 要求

        包装⟦宜应⟧防潮。滤芯⟦可应⟧更换。接地⟦必须应⟧可靠，⟦应不宜⟧高于10 Ω。
    """,
    good="""
        # 4 要求

        包装应防潮。滤芯可更换。接地应可靠，不宜高于10 Ω。
    """,
    clean=(
        """
        # 4 要求

        供方可应用户要求提供证书，有关事宜应书面确认，温度适宜应记录。三相应对称，影响应可忽略。

        设备应能启动，应可调节。温度适宜应记录，用户均可应用本方法。不宜和不应两种情况。
        """,
        """
        # 4 原则

        评价指标宜可量化，数据宜可核查、可追溯。
        """,
    ),
)


@clashing_verbal_forms.finder
def find(doc: Document) -> Iterator[Finding]:
    for first, second in doc.clashes:
        span = (first.span[0], second.span[1])
        yield clashing_verbal_forms.at(span, word=doc.text[span[0] : span[1]])
