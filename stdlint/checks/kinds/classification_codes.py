"""Let every code stand for one class, and extend the code of the class above.

Codes are read by machines: one that stands twice, is of another length, or does not begin with the code of its parent
cannot be told apart or sorted.

代码表中代码不重复；同层代码长度相同，下位类的代码以上位类的代码开头；同一上位类之下类名不重复；表中不提建议。
各层代码只写本层的码段（如中类均从01编起）时，不作前缀比较；只看读法确定的表。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.code_tables import (
    Class,
    CodeTable,
    composed,
    counted,
    misnamed,
    misplaced,
    odd_length,
    parent_of,
    parents,
    plain,
)
from stdlint.views.modals import RECOMMENDATION
from stdlint.views.tables import last_paragraph

_HEAD = """
        # 文献分类与代码

        # 4 分类方法和代码结构

        采用线分类法，代码由两位数字组成。

        # 5 代码表

        表1　代码表

        | 代码 | 名称 | 说明 |
        |---|---|---|"""

_LEVELS = """
        # 文献分类与代码

        # 5 代码表

        表1　代码表

        | 大类代码 | 大类名称 | 中类代码 | 中类名称 |
        |---|---|---|---|"""

duplicate_code = Check(
    id="KND191",
    message="代码不应重复，“{code}”已用于“{other}”。",
    message_en="Codes shall be unique; “{code}” already stands for “{other}”.",
    bad=f"""{_HEAD}
        | 11 | 书 | — |
        | ⟦11⟧ | 刊 | — |
    """,
    good=f"""{_HEAD}
        | 11 | 书 | — |
        | 12 | 刊 | — |
    """,
    more=(
        (
            f"""{_LEVELS}
        | 1 | 书 | 11 | 小说 |
        |  |  | ⟦11⟧ | 诗歌 |
        | 2 | 刊 | 21 | 月刊 |
            """,
            f"""{_LEVELS}
        | 1 | 书 | 11 | 小说 |
        |  |  | 12 | 诗歌 |
        | 2 | 刊 | 21 | 月刊 |
            """,
        ),
        (
            """
            # 文献分类与代码

            # 附录A（规范性）　代码表

            | 类目名称 | 代码 | 类目名称 | 代码 |
            |---|---|---|---|
            | 书 | 11 | 图 | 21 |
            | 刊 | 12 | 报 | ⟦12⟧ |
            """,
            """
            # 文献分类与代码

            # 附录A（规范性）　代码表

            | 类目名称 | 代码 | 类目名称 | 代码 |
            |---|---|---|---|
            | 书 | 11 | 图 | 21 |
            | 刊 | 12 | 报 | 22 |
            """,
        ),
        (
            """
            # 文献分类与代码

            # 5 代码表

            表1　代码表

            | 序号 | 类别代码 | 类别 |
            |---|---|---|
            | 1 | 1.1 | 书 |
            | 2 | 1.2 | 刊 |
            | 3 | ⟦1.2⟧ | 报 |
            """,
            """
            # 文献分类与代码

            # 5 代码表

            表1　代码表

            | 序号 | 类别代码 | 类别 |
            |---|---|---|
            | 1 | 1.1 | 书 |
            | 2 | 1.2 | 刊 |
            | 3 | 1.3 | 报 |
            """,
        ),
    ),
    clean=(
        f"""{_LEVELS}
        | A | 书 | 01 | 小说 |
        |  |  | 02 | 诗歌 |
        | B | 刊 | 01 | 月刊 |
        """,
        """
        # 文献分类与代码

        # 5 代码表

        表1　代码表

        | 序号 | 分类依据 | 类别名称 | 代码 |
        |---|---|---|---|
        | 1 | 用途 | 民用 | 1 |
        | 2 |  | 军用 | 2 |
        | 3 | 材料 | 纸 | 1 |
        | 4 |  | 布 | 2 |
        """,
        """
        # 文献分类与代码

        # 5 代码表

        表1　代码表

        | 代码 | 名称 |
        |---|---|
        | 按用途 |  |
        | 1 | 民用 |
        | 按材料 |  |
        | 1 | 纸 |
        """,
        """
        # 阀门分类与代码

        # 5 参数

        表1　参数

        | 特性 | 代码 | 名称 |
        |---|---|---|
        | 压力 | 11 | 低 |
        | 温度 | 11 | 高 |
        """,
        f"""{_LEVELS}
        | 1 | 书 | 11 | 小说 |
        | 1 | 书 | 12 | 诗歌 |
        """,
    ),
)

code_outside_parent = Check(
    id="KND192",
    message="下位类的代码应以上位类的代码开头，同层代码长度应相同：代码“{code}”{fact}。",
    message_en="A code shall extend that of its parent and have the length of its level: “{code}” {fact_en}.",
    bad=f"""{_HEAD}
        | 11 | 书 | — |
        | ⟦121⟧ | 小说 | — |
    """,
    good=f"""{_HEAD}
        | 11 | 书 | — |
        | 111 | 小说 | — |
    """,
    more=(
        (
            """
            # 文献分类与代码

            # 5 代码表

            表1　代码表

            | 代码 | 名称 |
            |---|---|
            | 01 | 书 |
            | 0101 | 小说 |
            | 010101 | 长篇 |
            | ⟦01012⟧ | 短篇 |
            | 0102 | 诗 |
            | 010201 | 古诗 |
            | 010202 | 新诗 |
            | 010203 | 律诗 |
            """,
            """
            # 文献分类与代码

            # 5 代码表

            表1　代码表

            | 代码 | 名称 |
            |---|---|
            | 01 | 书 |
            | 0101 | 小说 |
            | 010101 | 长篇 |
            | 010102 | 短篇 |
            | 0102 | 诗 |
            | 010201 | 古诗 |
            | 010202 | 新诗 |
            | 010203 | 律诗 |
            """,
        ),
        (
            """
            # 文献分类与代码

            # 5 代码表

            表1　代码表

            | 代码 | 名称 |
            |---|---|
            | 01 | 书 |
            | 0101 | 小说 |
            | 010101 | 长篇 |
            | 010102 | 短篇 |
            | ⟦0103⟧ | 诗 |
            | 010201 | 古诗 |
            | 010202 | 新诗 |
            """,
            """
            # 文献分类与代码

            # 5 代码表

            表1　代码表

            | 代码 | 名称 |
            |---|---|
            | 01 | 书 |
            | 0101 | 小说 |
            | 010101 | 长篇 |
            | 010102 | 短篇 |
            | 0102 | 诗 |
            | 010201 | 古诗 |
            | 010202 | 新诗 |
            """,
        ),
        (
            """
            # 文献分类与代码

            # 5 代码表

            表1　代码表

            | 代码 | 名称 |
            |---|---|
            | 01 | 书 |
            | 0101 | 小说 |
            | 0102 | 诗 |
            | 02 | 刊 |
            | ⟦0103⟧ | 月刊 |
            """,
            """
            # 文献分类与代码

            # 5 代码表

            表1　代码表

            | 代码 | 名称 |
            |---|---|
            | 01 | 书 |
            | 0101 | 小说 |
            | 0102 | 诗 |
            | 02 | 刊 |
            | 0201 | 月刊 |
            """,
        ),
        (
            """
            # 文献分类与代码

            # 5 代码表

            表1　代码表

            | 代码 | 名称 |
            |---|---|
            | A | 书 |
            | A1 | 小说 |
            | A2 | 诗 |
            | B | 刊 |
            | ⟦C1⟧ | 月刊 |
            """,
            """
            # 文献分类与代码

            # 5 代码表

            表1　代码表

            | 代码 | 名称 |
            |---|---|
            | A | 书 |
            | A1 | 小说 |
            | A2 | 诗 |
            | B | 刊 |
            | B1 | 月刊 |
            """,
        ),
        (
            """
            # 文献分类与代码

            # 5 代码表

            表1　代码表

            | 代码 | 名称 |
            |---|---|
            | A | 书 |
            | A-01 | 小说 |
            | A-02 | 诗 |
            | B | 刊 |
            | ⟦C-01⟧ | 月刊 |
            """,
            """
            # 文献分类与代码

            # 5 代码表

            表1　代码表

            | 代码 | 名称 |
            |---|---|
            | A | 书 |
            | A-01 | 小说 |
            | A-02 | 诗 |
            | B | 刊 |
            | B-01 | 月刊 |
            """,
        ),
        (
            """
            # 文献分类与代码

            # 5 代码表

            采用线分类法。

            表1　大类

            | 代码 | 名称 |
            |---|---|
            | A1 | 书 |
            | A2 | 刊 |

            表2　中类

            | 代码 | 名称 |
            |---|---|
            | A101 | 小说 |
            | A102 | 诗 |
            | ⟦A301⟧ | 月刊 |
            """,
            """
            # 文献分类与代码

            # 5 代码表

            采用线分类法。

            表1　大类

            | 代码 | 名称 |
            |---|---|
            | A1 | 书 |
            | A2 | 刊 |

            表2　中类

            | 代码 | 名称 |
            |---|---|
            | A101 | 小说 |
            | A102 | 诗 |
            | A201 | 月刊 |
            """,
        ),
        (
            f"""{_LEVELS}
        | 1 | 书 | 11 | 小说 |
        |  |  | 12 | 诗歌 |
        |  |  | ⟦23⟧ | 散文 |
            """,
            f"""{_LEVELS}
        | 1 | 书 | 11 | 小说 |
        |  |  | 12 | 诗歌 |
        |  |  | 13 | 散文 |
            """,
        ),
        (
            """
            # 行业分类

            # 5 分类表

            表1　分类表

            | 代码 |  |  |  | 类别名称 |
            |---|---|---|---|---|
            | 门类 | 大类 | 中类 | 小类 |  |
            | A |  |  |  | 农业 |
            |  | 01 |  |  | 种植业 |
            |  |  | 011 |  | 谷物种植 |
            |  |  |  | 0111 | 稻谷种植 |
            |  |  |  | 0112 | 小麦种植 |
            |  |  |  | ⟦0121⟧ | 玉米种植 |
            """,
            """
            # 行业分类

            # 5 分类表

            表1　分类表

            | 代码 |  |  |  | 类别名称 |
            |---|---|---|---|---|
            | 门类 | 大类 | 中类 | 小类 |  |
            | A |  |  |  | 农业 |
            |  | 01 |  |  | 种植业 |
            |  |  | 011 |  | 谷物种植 |
            |  |  |  | 0111 | 稻谷种植 |
            |  |  |  | 0112 | 小麦种植 |
            |  |  | 012 | 0120 | 薯类种植 |
            """,
        ),
        (
            """
            # 文献分类与代码

            # 5 代码表

            表1　代码表

            | 编码 | 类目名称 |
            |---|---|
            | 01 | 书 |
            | 0101 | 小说 |
            | 0102 | 诗歌 |
            | ⟦103⟧ | 散文 |
            | 02 | 刊 |
            | 0201 | 月刊 |
            """,
            """
            # 文献分类与代码

            # 5 代码表

            表1　代码表

            | 编码 | 类目名称 |
            |---|---|
            | 01 | 书 |
            | 0101 | 小说 |
            | 0102 | 诗歌 |
            | 0103 | 散文 |
            | 02 | 刊 |
            | 0201 | 月刊 |
            """,
        ),
        (
            f"""{_HEAD}
        | 11 | 书 | — |
        | 12 | 刊 | — |
        | 13 | 报 | — |
        | ⟦4⟧ | 图 | — |
            """,
            f"""{_HEAD}
        | 11 | 书 | — |
        | 12 | 刊 | — |
        | 13 | 报 | — |
        | 14 | 图 | — |
            """,
        ),
    ),
    clean=(
        """
        # 文献分类与代码

        # 5 代码表

        表1　代码表

        | 代码 | 名称 |
        |---|---|
        | 1 | 书 |
        | 2 | 刊 |
        | 11 | 甲 |
        | 21 | 乙 |
        | 22 | 丙 |
        | 111 | 丁 |
        | 211 | 戊 |
        """,
        """
        # 文献分类与代码

        # 5 代码表

        表1　代码表

        | 代码 | 名称 |
        |---|---|
        | 1 | 书 |
        | 1.1 | 甲 |
        | 1.2 | 乙 |
        | 1.9 | 丙 |
        | 1.10 | 丁 |
        | 2 | 刊 |
        | 2.1 | 戊 |
        """,
        """
        # 文献分类与代码

        # 5 代码表

        表1　代码表

        | 代码 | 名称 |
        |---|---|
        | 8 | 书 |
        | 9 | 刊 |
        | 10 | 报 |
        | 11 | 图 |
        """,
        f"""{_LEVELS}
        | A | 书 | 01 | 小说 |
        |  |  | 02 | 诗歌 |
        | B | 刊 | 01 | 月刊 |
        """,
        """
        # 区划代码

        # 5 代码表

        表1　代码表

        | 代码 | 名称 |
        |---|---|
        | 110000 | 甲市 |
        | 110100 | 市辖区 |
        | 110101 | 东区 |
        | 120000 | 乙市 |
        """,
        """
        # 单位代码

        # 5 代码表

        表1　代码表

        | 字母代码 | 名称 |
        |---|---|
        | KGM | 千克 |
        | LTR | 升 |
        | MTR | 米 |
        | CT | 箱 |
        """,
        """
        # 文献分类与代码

        # 5 代码表

        表1　代码表

        | 一级类 |  | 二级类 |  |
        |---|---|---|---|
        | 编码 | 名称 | 编码 | 名称 |
        | 01 | 耕地 | 0101 | 水田 |
        |  |  | 0102 | 旱地 |
        | 02 | 园地 | 0201 | 果园 |
        """,
    ),
)

duplicate_class_name = Check(
    id="KND193",
    message="同一上位类之下的类名不应重复，“{name}”已是“{other}”的类名。",
    message_en="Sibling classes have different names; “{name}” is already the name of “{other}”.",
    bad=f"""{_HEAD}
        | 11 | 其他 | — |
        | 12 | ⟦其他⟧ | — |
    """,
    good=f"""{_HEAD}
        | 11 | 图书 | — |
        | 12 | 其他 | — |
    """,
    more=(
        (
            f"""{_LEVELS}
        | 1 | 书 | 11 | 小说 |
        |  |  | 12 | ⟦小说⟧ |
        | 2 | 刊 | 21 | 小说 |
            """,
            f"""{_LEVELS}
        | 1 | 书 | 11 | 小说 |
        |  |  | 12 | 诗歌 |
        | 2 | 刊 | 21 | 小说 |
            """,
        ),
    ),
    clean=(
        f"""{_HEAD}
        | 11 | 书 | — |
        | 119 | 其他 | — |
        | 12 | 刊 | — |
        | 129 | 其他 | — |
        """,
        """
        # 区划代码

        # 5 代码表

        表1　代码表

        | 代码 | 名称 |
        |---|---|
        | 110000 | 甲市 |
        | 110100 | 市辖区 |
        | 120000 | 乙市 |
        | 120100 | 市辖区 |
        """,
        f"""{_HEAD}
        | 11 | 预留 | — |
        | 12 | 预留 | — |
        """,
    ),
)

recommendation_in_code_table = Check(
    id="KND195",
    message="代码表使用陈述或要求型条款，不使用“{quote}”提出建议。",
    message_en="A code table states or requires; it does not recommend with “{quote}”.",
    bad=f"""{_HEAD}
        | 11 | 书 | ⟦宜⟧归入图书 |
    """,
    good=f"""{_HEAD}
        | 11 | 书 | 归入图书 |
    """,
    clean=(
        f"""{_HEAD}
        | 11 | 书 | 适宜长期保存 |
        | 12 | 刊 | 应归入期刊 |
        """,
        """
        # 文献分类与代码

        # 5 编码方法

        编码宜留有余量。
        """,
    ),
)

_LAYERED = patterns.compile(r"层次码|层级码|层次代码|层次编码|线分类法|层累制")
_SPARE = patterns.compile(r"[（(\[]?(?:保留|预留|备用|待定|自定义|空|留空|空白|扩充|[—\-–/]+).*")


@duplicate_code.finder
@code_outside_parent.finder
@duplicate_class_name.finder
@recommendation_in_code_table.finder
def find(doc: Document) -> Iterator[Finding]:
    yield from _outside_tables(doc)
    for codes in doc.code_tables:
        yield from _repeated(doc, codes)
        yield from _tiered(doc, codes) if codes.tiered else _prefixed(doc, codes)
        yield from _namesakes(doc, codes)
    yield from _recommending(doc)


def _repeated(doc: Document, codes: CodeTable) -> Iterator[Finding]:
    known: dict[tuple[int, tuple[str, ...], str], str] = {}
    for one in codes.classes:
        if one.name:
            other = known.setdefault((one.level, one.above, one.code), one.name)
            if other != one.name:
                yield duplicate_code.at(last_paragraph(doc.source, one.cell), code=one.code, other=other)


def _outside(doc: Document, one: Class, parent: str) -> Finding:
    fact = f"不以上位类的代码“{parent}”开头" if parent else "之前没有它的上位类"
    fact_en = f"does not begin with “{parent}”" if parent else "has no parent"
    return code_outside_parent.at(last_paragraph(doc.source, one.cell), code=one.code, fact=fact, fact_en=fact_en)


def _odd(doc: Document, classes: list[Class]) -> Iterator[Finding]:
    """Report the one code of a level whose length differs."""
    if counted(classes) or not plain(classes):
        return
    odd = odd_length([one.code for one in classes])
    for one in classes:
        if odd and one.code == odd:
            yield code_outside_parent.at(
                last_paragraph(doc.source, one.cell),
                code=odd,
                fact="与同层其他代码的长度不同",
                fact_en="is longer or shorter than others",
            )


def _tiered(doc: Document, codes: CodeTable) -> Iterator[Finding]:
    """Compare the levels side by side, unless most codes of a level do not repeat those above."""
    for level in range(codes.levels):
        classes = [one for one in codes.classes if one.level == level]
        judged = [one for one in classes if one.parent and not (one.parent.isalpha() and one.code[0].isdigit())]
        outside = [one for one in judged if not one.code.startswith(one.parent) or one.code == one.parent]
        if outside and len(outside) * 2 <= len(judged) - len(outside):
            yield from (_outside(doc, one, one.parent) for one in outside)
        else:
            yield from _odd(doc, classes)


def _prefixed(doc: Document, codes: CodeTable) -> Iterator[Finding]:
    """Compare codes of one column, whose lengths tell their levels, where nearly all have a parent in the table."""
    classes = codes.classes
    if len(classes) < 2 or counted(classes) or not composed(classes):
        return
    above = parents(classes)
    shortest = min(map(len, above))
    misled = misnamed(classes)
    for one in classes:
        if one.code in misled and [other.code for other in classes].count(one.code) == 1:
            yield _misnamed(doc, one, misled[one.code])
    begun = tuple(misled.values())
    orphans = [
        one for one in classes if len(one.code) > shortest and not above[one.code] and not one.code.startswith(begun)
    ]
    children = sum(bool(parent) for parent in above.values())
    layered = len(orphans) == 1 and _LAYERED.search(doc.text) is not None
    if orphans and (len(orphans) * 2 <= children or (layered and len(orphans) >= children)):
        for one in orphans:
            before = classes[: classes.index(one)]
            yield _outside(doc, one, next((b.code for b in reversed(before) if len(b.code) < len(one.code)), ""))
        return
    elsewhere = {} if misled else misplaced(classes)
    if elsewhere:
        yield from (_outside(doc, one, elsewhere[one.code]) for one in classes if one.code in elsewhere)
        return
    by_depth: dict[int, list[Class]] = {}
    for one in classes:
        by_depth.setdefault(_depth(one.code, above), []).append(one)
    for level in by_depth.values():
        yield from _odd(doc, level)


def _outside_tables(doc: Document) -> Iterator[Finding]:
    """Report the outermost codes of a table that have no parent in another, where nearly all have one."""
    tables = [codes for codes in doc.code_tables if composed(codes.classes)]
    if len(tables) < 2 or not _LAYERED.search(doc.text):
        return
    lengths: dict[int, set[str]] = {}
    for table in tables:
        for one in table.classes:
            lengths.setdefault(len(one.code), set()).add(one.code)
    for table in tables:
        shortest = min(len(one.code) for one in table.classes)
        others = lengths.get(max((length for length in lengths if length < shortest), default=0), set())
        misled = misnamed(table.classes)
        outermost = [one for one in table.classes if len(one.code) == shortest and one.code not in misled]
        orphans = [one for one in outermost if not parent_of(one.code, others)]
        if others and len(orphans) * 2 <= len(outermost) - len(orphans):
            yield from (_outside(doc, one, "") for one in orphans)


def _misnamed(doc: Document, one: Class, begun: str) -> Finding:
    fact, fact_en = f"的下位类都以“{begun}”开头", f"stands above classes that begin with “{begun}”"
    return code_outside_parent.at(last_paragraph(doc.source, one.cell), code=one.code, fact=fact, fact_en=fact_en)


def _depth(code: str, above: dict[str, str]) -> int:
    depth = 0
    while code := above.get(code, ""):
        depth += 1
    return depth


def _namesakes(doc: Document, codes: CodeTable) -> Iterator[Finding]:
    """Report a name that comes again under one parent; without parents, where codes differ only at the end."""
    above = {} if codes.tiered else parents(codes.classes)
    known: dict[tuple[object, ...], str] = {}
    for one in codes.classes:
        if not one.name or one.named is None or _SPARE.fullmatch(one.name):
            continue
        parent = "" if codes.tiered else above[one.code] or one.code[:-1]
        key = (one.level, one.above, parent, len(one.code) if not codes.tiered else 0, one.name)
        other = known.setdefault(key, one.code)
        if other != one.code:
            yield duplicate_class_name.at(last_paragraph(doc.source, one.named), name=one.name, other=other)


def _recommending(doc: Document) -> Iterator[Finding]:
    inside = {doc.blocks[one.cell.cell.blocks[-1]].table for codes in doc.code_tables for one in codes.classes}
    if not inside:
        return
    for modal in doc.clause_modals:
        recommends = modal.type == RECOMMENDATION and modal.word in ("宜", "不宜") and not modal.attributive
        if recommends and doc.blocks[doc.block_at(modal.span[0])].table in inside:
            yield recommendation_in_code_table.at(modal.span)
