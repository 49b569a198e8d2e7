"""Do not put two marks where one belongs.

“。。” and “，。” are left over from editing. What an author writes about marks (“，。；”) and an ellipsis written with
full stops are not reported here.

“。。”“，。”之类连用的标点多为修改时的遗留，只保留一个。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.punctuation import DOUBLED

doubled_punctuation = Check(
    id="PUN230",
    message="标点“{quote}”连用，只保留一个。",
    message_en="The marks “{quote}” follow one another; keep one.",
    bad="""
        # 4 要求

        外观完好⟦。。⟧
    """,
    good="""
        # 4 要求

        外观完好。
    """,
    more=(
        (
            """
            # 4 要求

            外观完好⟦，，⟧无裂纹⟦，。⟧尺寸合格⟦；。⟧颜色均匀⟦,,⟧无划痕⟦、，⟧光泽一致⟦..⟧
            """,
            """
            # 4 要求

            外观完好，无裂纹。尺寸合格。颜色均匀，无划痕，光泽一致。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        标点“，，”不用，列项末尾（；，）的标点以及、，；等应一致，说明为“完好。”，颜色、光泽……。结果为完好。”。
        """,
    ),
)


@doubled_punctuation.finder
def find(doc: Document) -> Iterator[Finding]:
    for sites in doc.punctuation(DOUBLED):
        for site in sites:
            yield doubled_punctuation.at(site.span, fix=site.edits, safe=False, quote=doc.text[slice(*site.span)])
