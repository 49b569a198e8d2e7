"""Give every anchor a name of its own.

A link to a name that two places have leads to the first of them. Word keeps its bookmarks apart by itself.

书签或锚点重名时，链接和交叉引用只能指向其中一个。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint.check import Check, Finding
from stdlint.document import Document

duplicate_anchor = Check(
    id="CIT038",
    message="锚点“{name}”重复，前面已用于“{other}”。",
    message_en="The anchor “{name}” occurs again; “{other}” has it already.",
    bad="""
        # 5 要求 {#req}

        产品应完好，按[第6章](#req)检查。

        # 6 ⟦试验方法⟧ {#req}

        目测检查。
    """,
    good="""
        # 5 要求 {#req}

        产品应完好，按[第6章](#req)检查。

        # 6 试验方法 {#test}

        目测检查。
    """,
    more=(
        (
            """
            # 5 要求

            <a id="look"></a>外观应完好。

            <a id="look"></a>⟦尺寸应符合图样。⟧
            """,
            """
            # 5 要求

            <a id="look"></a>外观应完好。

            <a id="size"></a>尺寸应符合图样。
            """,
        ),
    ),
    clean=(
        """
        # 5 要求 {#req}

        写作`{#req}`和`<a id="req">`。

        ```
        # 5 要求 {#req}
        ```
        """,
    ),
    formats=("markdown",),
)


@duplicate_anchor.finder
def find(doc: Document) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for name in doc.source.bookmarks:
        if name.name in seen:
            yield duplicate_anchor.at(name.span, name=name.name, other=seen[name.name])
        else:
            seen[name.name] = doc.text[slice(*name.span)].strip()[:20]
