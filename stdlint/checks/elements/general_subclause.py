"""Put what concerns a whole clause first in it.

“通用要求”, “通则” and “概述” hold what the subclauses below have in common, so readers look for them at the beginning.

“通用要求”“通则”“概述”写的是各条共同的内容，宜为所在章或条的第一条。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.wording import fold

general_subclause_not_first = Check(
    id="GEN032",
    message="“{title}”宜为所在章或条的第一条。",
    message_en="“{title}” should be the first subclause.",
    bad="""
        # 5 要求

        ## 5.1 外观

        外观应完好。

        ## 5.2 ⟦通用要求⟧

        产品应耐用。
    """,
    good="""
        # 5 要求

        ## 5.1 通用要求

        产品应耐用。

        ## 5.2 外观

        外观应完好。
    """,
    more=(
        (
            """
            # 附录A（规范性）　试验

            ## A.1 步骤

            称取试样。

            ## A.2 ⟦概　述⟧

            试验分为两步。
            """,
            """
            # 附录A（规范性）　试验

            ## A.1 概　述

            试验分为两步。

            ## A.2 步骤

            称取试样。
            """,
        ),
    ),
    clean=(
        """
        # 5 要求

        ## 5.1 概述

        要求分为两类。

        ## 5.2 通用要求

        产品应耐用。

        ## 5.3 外观的通用要求

        外观应完好。

        # 6 通则

        检验应逐件进行。
        """,
    ),
)

_GENERAL = frozenset(("通用要求", "通则", "概述", "一般要求", "一般规定", "总则", "总体要求"))
_BEGIN = "通概一总"
_FIRST = frozenset(("通用要求", "通则", "概述", "一般要求"))


@general_subclause_not_first.finder
def find(doc: Document) -> Iterator[Finding]:
    for parent, members in doc.levels.divided:
        if parent.children[0] is not members[0]:
            continue
        general = True
        for section in members:
            title = fold(section.title) if section.title[:1] in _BEGIN else ""
            if not general and title in _FIRST:
                yield general_subclause_not_first.at(section.head, title=title)
                break
            general = general and title in _GENERAL
