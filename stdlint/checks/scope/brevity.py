"""Keep the scope short enough to serve as an abstract.

It says what the document does and what it applies to, in a few paragraphs and normally without subclauses. Why the
document was made, the state of the industry and the law behind it belong in the introduction. Each paragraph with a
background gives one finding.

范围要简洁，能作内容提要使用：说明文件做什么、适用于什么，一般不分条。制定的目的、背景和法律依据写在引言中。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.scope import background
from stdlint.views.wording import fold

subdivided_scope = Check(
    id="SCP011",
    message="范围通常不分条，只在确有必要时才细分；“{title}”可并入一段。",
    message_en="A scope is divided into subclauses only where really necessary; “{title}” can be a paragraph.",
    bad="""
        # 1 范围

        ## 1.1 ⟦内容⟧

        本文件规定了螺栓的要求。

        ## 1.2 适用界限

        本文件适用于钢制螺栓。
    """,
    good="""
        # 1 范围

        本文件规定了螺栓的要求。

        本文件适用于钢制螺栓。
    """,
    more=(
        (
            "# 1 范围\n\n⟦1.1⟧ 本文件规定了螺栓的要求。\n\n1.2 本文件适用于钢制螺栓。",
            "# 1 范围\n\n本文件规定了螺栓的要求。\n\n本文件适用于钢制螺栓。",
        ),
    ),
    clean=(
        """
        # 1 范围

        本文件规定了螺栓的下列要求：

        a) 尺寸；
        b) 强度。

        # 2 规范性引用文件
        """,
    ),
)

background_in_scope = Check(
    id="SCP040",
    message="范围不写背景和目的，“{quote}”应删除或移至引言。",
    message_en="A scope gives no background or purpose; delete “{quote}” or move it to the introduction.",
    bad="""
        # 1 范围

        ⟦为规范市场⟧，本文件规定了螺栓的要求。
    """,
    good="""
        # 1 范围

        本文件规定了螺栓的要求。
    """,
    more=(
        (
            """
            # 1 范围

            ⟦随着经济的发展，螺栓的需求日益增长⟧。本文件规定了螺栓的要求。

            ⟦本文件的目的是提高螺栓的质量⟧。

            本文件规定了包装的要求，⟦从而提高运输的效率⟧。
            """,
            """
            # 1 范围

            本文件规定了螺栓的要求。

            本文件规定了包装的要求。
            """,
        ),
        (
            "# 1 范围\n\n⟦根据《中华人民共和国标准化法》⟧，制定本文件。\n\n本文件规定了要求。",
            "# 1 范围\n\n本文件规定了要求。",
        ),
        (
            "# 1 范围\n\n⟦为贯彻落实《质量强国建设纲要》，加强管理⟧，特制定本文件。\n\n⟦本文件旨在规范市场秩序⟧。",
            "# 1 范围\n\n本文件规定了要求。",
        ),
    ),
    clean=(
        """
        # 1 范围

        本文件规定了螺栓的要求，提供了为规范市场而采取的措施。

        本文件为组织提供了建立体系的指南。

        本文件适用于为了防止触电而设置的装置，以提高能效为目的的项目，根据《中华人民共和国公司法》登记的企业和目前在用的设备。

        根据GB/T 1.1起草的文件参照使用。

        为防止火灾而设置的装置参照使用，为规范市场而采取的措施见附录A。
        """,
    ),
)

long_scope = Check(
    id="SCP041",
    message="范围过长（{paragraphs}段、{characters}字），应简洁，以便能作内容提要使用。",
    message_en="The scope is too long for an abstract: {paragraphs} paragraphs, {characters} characters.",
    bad="# 1 ⟦范围⟧\n\n本文件规定了螺栓的要求。\n\n" + "螺栓有多种。\n\n" * 5 + "本文件适用于螺栓。",
    good="# 1 范围\n\n本文件规定了螺栓的要求。\n\n本文件适用于螺栓。",
    more=(
        (
            "# 1 ⟦范围⟧\n\n本文件规定了螺栓的要求。" + "螺栓有多种，尺寸不同，用途不同，材料也不同。" * 24,
            "# 1 范围\n\n本文件规定了螺栓的要求。",
        ),
    ),
    clean=(
        """
        # 1 范围

        本文件规定了螺栓的要求。

        本文件适用于：

        - 甲；
        - 乙；
        - 丙；
        - 丁；
        - 戊。

        本文件不适用于木螺钉。

        注：木螺钉见GB/T 100。
        """,
    ),
)


@subdivided_scope.finder
def find_subdivided(doc: Document) -> Iterator[Finding]:
    section = doc.outline.first("scope")
    if section is not None and section.children:
        child = section.children[0]
        span = child.place if child.titled else child.label or child.place
        yield subdivided_scope.at(span, title=f"{child.number} {child.title if child.titled else ''}".strip())


@background_in_scope.finder
def find_background(doc: Document) -> Iterator[Finding]:
    for index in doc.scope.blocks if doc.scope else ():
        span = background(doc.text, doc.blocks[index].span)
        if span is not None:
            yield background_in_scope.at(span)


@long_scope.finder
def find_long(doc: Document, *, paragraphs: int = 5, characters: int = 500) -> Iterator[Finding]:
    scope = doc.scope
    if scope is None:
        return
    given = sum(doc.blocks[index].kind != "item" for index in scope.blocks)
    length = sum(len(fold(doc.said(index))) for index in scope.blocks)
    if given > paragraphs or length > characters:
        yield long_scope.at(scope.section.place, paragraphs=given, characters=length)
