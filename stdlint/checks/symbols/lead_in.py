"""Introduce the list of symbols or abbreviations with the prescribed sentence that fits it.

There are three: for symbols, for abbreviations, for both. A sentence that names other documents is left alone, and so
is the sentence that introduces a clause of terms with the symbols. Where the list is empty, only that is told.

引导语有三种，按章的标题和内容选用：下列符号、下列缩略语、下列符号和缩略语“适用于本文件。”
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Edit
from stdlint.views.fixed import same
from stdlint.views.symbols import ABBREVIATION, SYMBOL, Clause
from stdlint.views.wording import fold

missing_symbols_lead_in = Check(
    id="SYM020",
    message="清单前应有引导语“{right}”",
    message_en="The list lacks its introductory sentence “{right}”",
    bad="""
        # 4 ⟦缩略语⟧

        DNA：脱氧核糖核酸（Deoxyribonucleic Acid）

        RNA：核糖核酸（Ribonucleic Acid）
    """,
    good="""
        # 4 缩略语

        下列缩略语适用于本文件。

        DNA：脱氧核糖核酸（Deoxyribonucleic Acid）

        RNA：核糖核酸（Ribonucleic Acid）
    """,
    more=(
        (
            """
            # 3 术语、定义和符号

            ## 3.1 术语和定义

            本文件没有需要界定的术语和定义。

            ## 3.2 ⟦符号⟧

            v——速度；

            t——时间。
            """,
            """
            # 3 术语、定义和符号

            ## 3.1 术语和定义

            本文件没有需要界定的术语和定义。

            ## 3.2 符号

            下列符号适用于本文件。

            v——速度；

            t——时间。
            """,
        ),
        (
            """
            # 4 ⟦符号和缩略语⟧

            | 符号 | 说明 |
            |---|---|
            | v | 速度 |
            """,
            """
            # 4 符号和缩略语

            下列符号和缩略语适用于本文件。

            | 符号 | 说明 |
            |---|---|
            | v | 速度 |
            """,
        ),
    ),
    clean=(
        """
        # 4 符号和缩略语

        ## 4.1 符号

        下列符号适用于本文件。

        v——速度

        ## 4.2 缩略语

        下列缩略语适用于本文件。

        API：应用程序接口（Application Programming Interface）
        """,
        """
        # 4 符号

        GB 3102.1界定的以及下列符号适用于本文件。

        v——速度
        """,
        """
        # 4 符号和缩略语

        下列符号和缩略语适用于本文件。

        ## 4.1 几何量

        l——长度

        ## 4.2 力学量

        F——力
        """,
    ),
)

altered_symbols_lead_in = Check(
    id="SYM021",
    message="符号和缩略语的引导语应为“{right}”",
    message_en="The introductory sentence shall read “{right}”",
    bad="""
        # 4 缩略语

        ⟦下列缩略语适用于本标准。⟧

        API：应用程序接口（Application Programming Interface）
    """,
    good="""
        # 4 缩略语

        下列缩略语适用于本文件。

        API：应用程序接口（Application Programming Interface）
    """,
    more=(
        (
            """
            # 4 符号

            ⟦本文件采用下列符号：⟧

            v——速度
            """,
            """
            # 4 符号

            下列符号适用于本文件。

            v——速度
            """,
        ),
        (
            """
            # 4 符号和缩略语

            ⟦以下缩略语和符号适用于本文件⟧

            v——速度

            API：应用程序接口（Application Programming Interface）
            """,
            """
            # 4 符号和缩略语

            下列符号和缩略语适用于本文件。

            v——速度

            API：应用程序接口（Application Programming Interface）
            """,
        ),
        (
            """
            # 4 缩略语

            ⟦下列缩略词适用于本文件。⟧

            API：应用程序接口（Application Programming Interface）
            """,
            """
            # 4 缩略语

            下列缩略语适用于本文件。

            API：应用程序接口（Application Programming Interface）
            """,
        ),
        (
            """
            # 4 缩略语

            ⟦下列缩写适用于本部分。⟧

            API：应用程序接口（Application Programming Interface）
            """,
            """
            # 4 缩略语

            下列缩略语适用于本文件。

            API：应用程序接口（Application Programming Interface）
            """,
        ),
    ),
    clean=(
        """
        # 4 缩略语

        下列缩略语适用于本文件。

        API：应用程序接口（Application Programming Interface）
        """,
        """
        # 4 符号

        GB 3102.1规定的符号适用于本文件。
        """,
        """
        # 4 符号、代号和缩略语

        下列符号、代号和缩略语适用于本文件。

        v——速度
        """,
        """
        # 3 术语、定义和缩略语

        下列术语、定义和缩略语适用于本文件。

        ### 3.1

        文件　document

        固定在介质上的信息。
        """,
    ),
)

symbols_lead_in_mismatch = Check(
    id="SYM022",
    message="引导语“{quote}”与{fact}不符，应为“{right}”",
    message_en="The introductory sentence does not fit {fact_en}; it shall read “{right}”",
    bad="""
        # 4 缩略语

        ⟦下列符号和缩略语适用于本文件。⟧

        API：应用程序接口（Application Programming Interface）
    """,
    good="""
        # 4 缩略语

        下列缩略语适用于本文件。

        API：应用程序接口（Application Programming Interface）
    """,
    more=(
        (
            """
            # 4 符号和缩略语

            ⟦下列符号适用于本文件。⟧

            API：应用程序接口（Application Programming Interface）

            USB：通用串行总线（Universal Serial Bus）
            """,
            """
            # 4 符号和缩略语

            下列缩略语适用于本文件。

            API：应用程序接口（Application Programming Interface）

            USB：通用串行总线（Universal Serial Bus）
            """,
        ),
        (
            """
            # 4 符号和缩略语

            ⟦下列缩略语适用于本文件。⟧

            t——时间，单位为秒（s）；

            v——速度，单位为米每秒（m/s）。
            """,
            """
            # 4 符号和缩略语

            下列符号适用于本文件。

            t——时间，单位为秒（s）；

            v——速度，单位为米每秒（m/s）。
            """,
        ),
    ),
    clean=(
        """
        # 4 符号和缩略语

        下列符号和缩略语适用于本文件。

        API：应用程序接口（Application Programming Interface）

        USB：通用串行总线（Universal Serial Bus）
        """,
        """
        # 4 符号和缩略语

        下列缩略语适用于本文件。

        API：应用程序接口（Application Programming Interface）
        """,
        """
        # 4 符号、代号和缩略语

        下列符号和缩略语适用于本文件。

        v——速度
        """,
    ),
)

_RIGHT = {
    (True, False): "下列符号适用于本文件。",
    (False, True): "下列缩略语适用于本文件。",
    (True, True): "下列符号和缩略语适用于本文件。",
}
_SYMBOL = patterns.compile("符号|记号")
_ABBREVIATION = patterns.compile("略语|缩写|略词")
_OTHERS = patterns.compile(r"界定|规定的|确立|给出的|中的|代号|单位|术语|标识|运算|图形|[表图附]|[A-Z]/?T?[ \d]")
_WORDS = {(True, False): "都是符号的清单", (False, True): "都是缩略语的清单"}
_WORDS_EN = {(True, False): "a list of symbols only", (False, True): "a list of abbreviations only"}


@missing_symbols_lead_in.finder
@altered_symbols_lead_in.finder
@symbols_lead_in_mismatch.finder
def find(doc: Document) -> Iterator[Finding]:
    signs = doc.symbols
    led = {id(clause.section) for clause in signs.clauses if clause.lead != (0, 0)}
    for clause in signs.clauses:
        if clause.lead != (0, 0):
            yield from _wording(doc, clause)
        elif clause.entries and not _is_led(clause, led) and clause.alphabetical:
            right = _RIGHT.get(_named(clause.section.title)) or _RIGHT[_held(clause)]
            end = clause.section.head[1]
            fix = [Edit(end, end, f"\n{right}")]
            yield missing_symbols_lead_in.at(clause.section.place, fix=fix, safe=False, right=right)


def _is_led(clause: Clause, led: set[int]) -> bool:
    section = clause.section.parent
    while section is not None:
        if id(section) in led:
            return True
        section = section.parent
    return False


def _named(said: str) -> tuple[bool, bool]:
    """Say whether words name symbols, and whether abbreviations."""
    return _SYMBOL.search(said) is not None, _ABBREVIATION.search(said) is not None


def _held(clause: Clause) -> tuple[bool, bool]:
    kinds = {entry.kind for entry in clause.entries}
    return SYMBOL in kinds or "" in kinds, ABBREVIATION in kinds or "" in kinds


def _wording(doc: Document, clause: Clause) -> Iterator[Finding]:
    said = doc.text[slice(*clause.lead)]
    told, title = _named(fold(said)), _named(fold(clause.section.title))
    if _OTHERS.search(said) or "代号" in clause.section.title:
        return
    held = _held(clause)
    sure = len(clause.entries) > 1 and not (held[0] and held[1])
    if told == (False, False):
        return
    if not same(said, _RIGHT[told]):
        right = _RIGHT[told if sum(title) != 1 else title]
        if len(said) < 60 and said.count("。") < 2:
            yield altered_symbols_lead_in.at(clause.lead, fix=right, right=right)
    elif sum(title) == 1 and told != title:
        fact = f"标题“{fold(clause.section.title)}”"
        yield symbols_lead_in_mismatch.at(clause.lead, fact=fact, fact_en="the title", right=_RIGHT[title])
    elif sure and sum(told) == 1 and told != held:
        yield symbols_lead_in_mismatch.at(clause.lead, fact=_WORDS[held], fact_en=_WORDS_EN[held], right=_RIGHT[held])
