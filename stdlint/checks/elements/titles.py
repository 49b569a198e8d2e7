"""Call the elements by their prescribed titles.

Informative elements carry exactly the titles of Table 3. The titles of normative elements may be adjusted, but
“范围” and “术语和定义” are written so everywhere.

资料性要素的标题与表3一致。规范性要素的标题可以调整，但“范围”和“术语和定义”通行这样写。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Edit, Span
from stdlint.views.elements import NAMES
from stdlint.views.outline import Section
from stdlint.views.wording import fold, has_chinese

nonstandard_element_title = Check(
    id="ELM030",
    message="标题“{title}”应为“{right}”。",
    message_en="The title “{title}” should read “{right}”.",
    bad="""
        # ⟦目　录⟧

        # ⟦序言⟧

        # 2 ⟦引用标准⟧

        # ⟦参考资料⟧
    """,
    good="""
        # 目　次

        # 前言

        # 2 规范性引用文件

        # 参考文献
    """,
    clean=(
        """
        # 目  次

        # 前　　言

        # 引　言

        # 2 规范性引用文件

        # 参 考 文 献

        # 索　引
        """,
        """
        # 安装说明

        ## 目录

        ## 1. 安装

        ## 参考资料
        """,
    ),
    english=(
        (
            """
            # ⟦Preface⟧

            # 1 Scope

            # 2 ⟦Normative reference⟧

            # 3 Terms and definitions

            # 4 Requirements

            # ⟦References⟧
            """,
            """
            # Foreword

            # 1 Scope

            # 2 Normative references

            # 3 Terms and definitions

            # 4 Requirements

            # Bibliography
            """,
        ),
    ),
    clean_english=(
        """
        # Table of contents

        - Foreword iii

        # FOREWORD

        # INTRODUCTION

        # 1 Scope

        # 2 Normative References

        # 3 Terms and definitions

        # 4 Requirements

        # BIBLIOGRAPHY

        # Alphabetical index
        """,
        """
        # Installation

        ## Preface

        ## 1. Install

        ## References
        """,
    ),
)

nonstandard_clause_title = Check(
    id="ELM031",
    message="标题“{title}”宜为“{right}”。",
    message_en="The title “{title}” should better read “{right}”.",
    bad="""
        # 1 ⟦适用范围⟧

        # 3 ⟦术语与定义⟧
    """,
    good="""
        # 1 范围

        # 3 术语和定义
    """,
    more=(
        (
            """
            # 1 ⟦目的和适用范围⟧

            # 2 规范性引用文件

            # 3 ⟦名词和定义⟧
            """,
            """
            # 1 范围

            # 2 规范性引用文件

            # 3 术语和定义
            """,
        ),
    ),
    clean=(
        """
        # 1 范围

        # 3 术语、定义和缩略语

        # 4 应用范围
        """,
        """
        # 3 术语和定义、符号

        # 附录A（规范性）　适用范围
        """,
    ),
    english=(
        (
            """
            # 1 ⟦Field of application⟧

            # 2 Normative references

            # 3 ⟦Definitions⟧

            # 4 Requirements
            """,
            """
            # 1 Scope

            # 2 Normative references

            # 3 Terms and definitions

            # 4 Requirements
            """,
        ),
    ),
    clean_english=(
        """
        # 1 Scope

        # 2 Normative references

        # 3 Terms, definitions and abbreviated terms

        # 4 Field of application of the method
        """,
        """
        # 1 SCOPE

        # 2 NORMATIVE REFERENCES

        # 3 TERMS AND DEFINITIONS

        # 4 Requirements
        """,
    ),
)

_MERGED = patterns.compile(r"符号|缩略|略语|代号|缩写")
_ENGLISH_MERGED = patterns.compile("symbol|abbreviat")


@nonstandard_element_title.finder
@nonstandard_clause_title.finder
def find(doc: Document) -> Iterator[Finding]:
    tops = doc.outline.top
    if not doc.is_draft and any(section.element in ("title", "clause") for section in tops):
        return
    for section in tops:
        name = NAMES.get(section.element)
        if doc.lang == "en":
            if name is not None:
                yield from _english(doc, section, name.en)
            continue
        title = fold(section.title)
        if name is None or title == name.zh or not has_chinese(title):
            continue
        if section.element in ("contents", "foreword", "introduction", "references", "bibliography", "index"):
            if section.element == "index" and title.endswith("索引"):
                continue
            edits = _rewrite(doc.text, section.head, name.zh)
            yield nonstandard_element_title.at(section.head, fix=edits, title=title, right=name.zh)
        elif section.element == "scope" or (section.element == "terms" and not _MERGED.search(title)):
            if doc.kind == "terminology" and title == "术语":
                continue
            edits = _rewrite(doc.text, section.head, name.zh)
            yield nonstandard_clause_title.at(section.head, fix=edits, safe=False, title=title, right=name.zh)


def _english(doc: Document, section: Section, right: str) -> Iterator[Finding]:
    """Report an English title; capitals are the author's own affair, and so is “Table of contents”."""
    title = section.title
    if fold(title).casefold() == fold(right).casefold():
        return
    if section.element in ("foreword", "introduction", "references", "bibliography"):
        if section.element == "bibliography" and section.number:
            return
        yield nonstandard_element_title.at(section.head, fix=right, title=title, right=right)
    elif section.element == "scope" or (section.element == "terms" and not _ENGLISH_MERGED.search(title.casefold())):
        if doc.kind == "terminology" and title.casefold() == "terms":
            return
        yield nonstandard_clause_title.at(section.head, fix=right, safe=False, title=title, right=right)


def _rewrite(text: str, span: Span, right: str) -> list[Edit]:
    """Return the edits that turn a title into the right one, keeping its inner blanks where the lengths agree."""
    places = [at for at in range(*span) if not text[at].isspace()]
    if len(places) != len(right):
        return [Edit(span[0], span[1], right)]
    return [Edit(at, at + 1, char) for at, char in zip(places, right, strict=True) if text[at] != char]
