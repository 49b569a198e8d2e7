"""Make the symbols and abbreviations Clause 4, and fill the clause with a list.

A clause of symbols inside the clause of terms has no place of its own. Where the clause of terms is missing or
has another number, that is told elsewhere and the number of this clause follows from it.

“符号和缩略语”宜为第4章；没有需要列出的符号和缩略语时不设此章。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.outline import Section
from stdlint.views.symbols import Clause

symbols_not_clause_4 = Check(
    id="SYM010",
    message="“{quote}”宜为第4章，这里是第{number}章。",
    message_en="“{quote}” should be Clause 4; here it is Clause {number}.",
    bad="""
        # 1 范围

        # 2 规范性引用文件

        # 3 术语和定义

        # 4 要求

        # 5 ⟦符号和缩略语⟧

        下列符号和缩略语适用于本文件。

        v——速度
    """,
    good="""
        # 1 范围

        # 2 规范性引用文件

        # 3 术语和定义

        # 4 符号和缩略语

        下列符号和缩略语适用于本文件。

        v——速度

        # 5 要求
    """,
    clean=(
        """
        # 1 范围

        # 2 分类

        # 3 规范性引用文件

        # 4 术语和定义

        # 5 缩略语

        下列缩略语适用于本文件。

        API：应用程序接口（Application Programming Interface）
        """,
        """
        # 1 范围

        # 2 规范性引用文件

        # 3 缩略语

        下列缩略语适用于本文件。

        API：应用程序接口（Application Programming Interface）
        """,
        """
        # 3 术语和定义

        # 4 符号

        下列符号适用于本文件。

        v——速度

        # 5 缩略语

        下列缩略语适用于本文件。

        API：应用程序接口（Application Programming Interface）
        """,
        """
        # 5 术语和缩略语

        ## 5.1 缩略语

        下列缩略语适用于本文件。

        API：应用程序接口（Application Programming Interface）
        """,
    ),
)

symbols_clause_without_list = Check(
    id="SYM023",
    message="“{quote}”中没有清单，没有需要列出的内容时不设此章。",
    message_en="“{quote}” holds no list; a draft without symbols and abbreviations has no such clause.",
    bad="""
        # 4 ⟦缩略语⟧

        # 5 要求
    """,
    good="""
        # 4 缩略语

        下列缩略语适用于本文件。

        API：应用程序接口（Application Programming Interface）

        # 5 要求
    """,
    more=(
        (
            """
            # 4 ⟦符号和缩略语⟧

            下列符号和缩略语适用于本文件。

            # 5 要求
            """,
            """
            # 5 要求
            """,
        ),
        (
            """
            # 4 符号和缩略语

            ## 4.1 符号

            下列符号适用于本文件。

            $v$——速度。

            ## 4.2 ⟦缩略语⟧

            下列缩略语适用于本文件。

            # 5 要求
            """,
            """
            # 4 符号

            下列符号适用于本文件。

            $v$——速度。

            # 5 要求
            """,
        ),
        (
            """
            # 4 ⟦符号和缩略语⟧

            本文件没有需要界定的符号和缩略语。

            # 5 要求
            """,
            """
            # 5 要求
            """,
        ),
        (
            """
            # 3 术语和缩略语

            ## 3.1 术语和定义

            本文件没有需要界定的术语和定义。

            ## 3.2 ⟦缩略语⟧

            无。

            # 5 要求
            """,
            """
            # 5 要求
            """,
        ),
    ),
    clean=(
        """
        # 4 符号

        GB 3102.1界定的符号适用于本文件。

        # 5 要求
        """,
        """
        # 4 缩略语

        下列缩略语适用于本文件。

        应用程序接口（API）：Application Programming Interface

        # 5 图形符号

        # 6 要求
        """,
        """
        # 4 符号

        下列符号适用于本文件。

        ![符号](a.png)

        # 5 要求
        """,
        """
        # 4 符号

        ## 4.1 几何量

        下列符号适用于本文件。

        l——长度
        """,
    ),
)


@symbols_not_clause_4.finder
@symbols_clause_without_list.finder
def find(doc: Document) -> Iterator[Finding]:
    signs = doc.symbols
    own = [section for section in signs.sections if section.parent is None and section.number.isdecimal()]
    terms = doc.outline.first("terms")
    if own and terms is not None and own[0].number not in ("4", _next(terms)):
        yield symbols_not_clause_4.at(own[0].place, number=own[0].number)
    for section in signs.sections:
        clauses = [clause for clause in signs.clauses if section.first <= clause.section.first < section.last]
        if any(clause.entries or clause.tabular for clause in clauses):
            for clause in clauses:
                if clause.section is not section and clause.lead != (0, 0) and _is_empty(doc, clause):
                    yield symbols_clause_without_list.at(clause.section.place)
            continue
        leads = [doc.text[slice(*clause.lead)] for clause in clauses if clause.lead != (0, 0)]
        others = [at for clause in clauses for at in clause.others]
        none = any(clause.none for clause in clauses)
        blocks = range(section.first, section.last)
        if (others and not (none and len(others) == 1)) or any(doc.blocks[at].table >= 0 for at in blocks):
            continue
        if any(_names_others(lead) for lead in leads):
            continue
        yield symbols_clause_without_list.at(section.place)


def _is_empty(doc: Document, clause: Clause) -> bool:
    """Say whether nothing follows the introductory sentence of a subclause."""
    blocks = range(clause.section.first, clause.section.last)
    lead = doc.text[slice(*clause.lead)]
    held = clause.entries or clause.others or clause.section.children or any(doc.blocks[at].table >= 0 for at in blocks)
    return not held and not _names_others(lead)


def _next(clause: Section) -> str:
    """Return the number behind that of a clause, “” where it has none."""
    return str(int(clause.number) + 1) if clause.number.isdecimal() else ""


def _names_others(lead: str) -> bool:
    return any(word in lead for word in ("界定", "规定", "给出", "见", "表", "附录", "GB", "ISO", "IEC"))
