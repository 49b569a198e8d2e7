"""Point to additional information with “见”.

“参见” was the word of the older edition. Lists of documents and quotations are left alone.

提示资料性内容只用“见”；“参见”是旧版的用语。文件清单和引号中的文字不查。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Edit, Span

nonstandard_see = Check(
    id="CIT050",
    message="提示参考的内容用“见”，不用“{quote}”。",
    message_en="Point to further information with “见”, not with “{quote}”.",
    bad="""
        # 4 要求

        记录的格式⟦参见⟧附录A。
    """,
    good="""
        # 4 要求

        记录的格式见附录A。
    """,
    more=(
        (
            """
            # 4 要求

            结构⟦详见⟧图1，尺寸详见表1，安装⟦请参阅⟧使用说明书（⟦参阅⟧5.2）。

            注：更多信息⟦可参见⟧GB/T 1.2，⟦参看⟧附录B，⟦请见⟧表2。
            """,
            """
            # 4 要求

            结构见图1，尺寸见表1，安装见使用说明书（见5.2）。

            注：更多信息见GB/T 1.2，见附录B，见表2。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        记录的格式见附录A。“参见”改为“见”。可供参考的信息见附录B。会议由各方参加，见证人应签字。

        # 参考文献

        [1] 螺栓手册，参见第3版
        """,
    ),
)

_WORDS = tuple(
    patterns.compile(pattern)
    for pattern in (
        r"参[见阅看](?!者)(?<=(?P<word>(?:(?<![许认])可|[请并])?参[见阅看]))",
        r"详见(?![解识])(?<=(?P<word>(?:(?<![许认])可|[请并])?详见))",
        r"(?P<word>请见)(?!谅)(?<![邀申恳敬提]请见)",
        r"参考(?=附录|图\d|表\d)(?<!可参考)(?<=(?P<word>请?参考))",
    )
)
_ELSEWHERE = frozenset(("cover", "contents", "title", "references", "bibliography", "index"))


@nonstandard_see.finder
def find(doc: Document) -> Iterator[Finding]:
    told: dict[tuple[int, str], list[Span]] = {}
    for pattern in _WORDS:
        for match in doc.matches(pattern):
            block = doc.block_at(match.start())
            if doc.regions[block].element not in _ELSEWHERE:
                told.setdefault((block, match["word"]), []).append((match.start("word"), match.end()))
    for found in told.values():
        yield nonstandard_see.at(found[0], fix=[Edit(*span, "见") for span in found])
