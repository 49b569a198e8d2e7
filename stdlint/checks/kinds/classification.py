"""Let a classification standard give the classes or codes, and say how they were made.

Classes and codes are the whole of such a standard. Who adds a class later has to know by what the others were divided
and how their codes are composed.

分类标准的核心是分类和（或）编码；说明分类方法（线分类法、面分类法等）和代码结构，使用者才能扩充和核对。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.code_tables import CodeTable

classification_without_classes = Check(
    id="KND190",
    message="分类标准应有分类或编码的内容，没有哪一章的标题提到分类、类目、编码或代码。",
    message_en="A classification standard shall give classes or codes; no clause is about either.",
    bad="""
        # ⟦文献分类与代码⟧

        # 1 范围

        本文件规定了文献的分类与代码。

        # 3 术语和定义

        # 4 管理

        编码由专人管理。
    """,
    good="""
        # 文献分类与代码

        # 1 范围

        本文件规定了文献的分类与代码。

        # 3 术语和定义

        # 4 分类

        文献分为图书和期刊。

        # 5 编码

        代码由两位数字组成。
    """,
    clean=(
        """
        # 文献分类

        # 4 总则

        ## 4.1 分级

        文献分为三级。
        """,
        """
        # 文献分类

        # 4 图书

        | 代码 | 名称 |
        |---|---|
        | 11 | 小说 |
        """,
        """
        # 文献分类

        # 4 总则

        见附录A。

        # 附录A（规范性）　类目表

        图书、期刊。
        """,
        """
        # 文献分类

        # 4 图书

        图书分为小说、诗歌两类。
        """,
        """
        # 文献分类

        # 1 范围

        本文件确立了文献的分类。
        """,
    ),
)

classification_basis_missing = Check(
    id="KND194",
    message="分类标准应说明{what}。",
    message_en="A classification standard explains {what_en}.",
    bad="""
        # 文献分类与代码

        # 4 ⟦分类表⟧

        表1　分类表

        | 代码 | 名称 |
        |---|---|
        | 11 | 书 |
        | 12 | 刊 |
    """,
    good="""
        # 文献分类与代码

        # 4 分类方法和代码结构

        采用线分类法，代码由两位数字组成。

        # 5 分类表

        表1　分类表

        | 代码 | 名称 |
        |---|---|
        | 11 | 书 |
        | 12 | 刊 |
    """,
    more=(
        (
            """
            # 文献分类与代码

            # 4 ⟦分类⟧

            文献按载体分类。

            # 附录A（规范性）　代码表

            表A.1　代码表

            | 代码 | 名称 |
            |---|---|
            | 11 | 书 |
            | 12 | 刊 |
            """,
            """
            # 文献分类与代码

            # 4 分类

            文献按载体分类，用两位数字代码表示。

            # 附录A（规范性）　代码表

            表A.1　代码表

            | 代码 | 名称 |
            |---|---|
            | 11 | 书 |
            | 12 | 刊 |
            """,
        ),
    ),
    clean=(
        """
        # 文献分类与代码

        # 4 分类

        文献按载体分为图书和期刊。
        """,
        """
        # 钢丝绳　分类与命名

        # 4 分类

        钢丝绳按用途分类，代号见表1。

        表1　类别代号

        | 代号 | 类别名称 |
        |---|---|
        | A | 一般用途 |
        | B | 电梯用 |
        """,
        """
        # 文献分类与代码

        # 4 分类方法

        ## 4.1 编码方法

        见GB/T 7027。

        # 5 分类表

        | 代码 | 名称 |
        |---|---|
        | 11 | 书 |
        | 12 | 刊 |
        """,
    ),
)

_CLASSES = patterns.compile(r"分[类级组层档区]|类[目别型]|[门大中小]类|级别|等级|码|代号|层级|目录|谱系|体系|划分|类$")
_DIVIDES = patterns.compile(r"分为[^。；\n]{0,60}类|分成[^。；\n]{0,60}类|归为[^。；\n]{0,60}类|分类")
_METHOD = patterns.compile(
    r"分[类级]的?(?:方法|原则|依据|规则|标准|法|维度|要素|基准|准则|思路)|[线面]分类|混合分类|(?:线|面|混合)(?:性)?分类法|层级分类|分面|划分(?:方法|原则|依据|规则|标准)"
    r"|(?:按照?|依据|根据|依照|以)[^。；\n]{1,40}?(?:分为|划分|分类|分成|归类|进行分类|为分类|作为分类)|编码(?:的)?(?:原则|依据)"
)
_STRUCTURE = patterns.compile(
    r"(?:代码|编码|码)的?(?:结构|组成|构成|格式|方法|规则|形式|长度|方式|表示(?:方法|形式)?|含义)|(?:代码|编码|类目|类别|分类)[^。；\n]{0,30}?(?:由|采用|用|以|为)[^。；\n]{0,40}?(?:位|数字|字母|字符|码|段|层)"
    r"|[一二两三四五六七八九十\d]+\s*位(?:阿拉伯)?(?:数字|代码|字母|字符|编码|码)|层次码|层级码|顺序码|组合码|复合码|缩写码|无含义代码|编码法|第[一二三四五六\d]+(?:[、至～~—-]第?[一二三四五六\d]+)*位|码段|码位"
)

_COMPOSED = patterns.compile(r"[A-Z]*\d+[A-Z\d]+|[A-Z]+\d+")
"""A code whose places may each say something."""

_BODY = ("clause", "annex", "symbols")


@classification_without_classes.finder
@classification_basis_missing.finder
def find(doc: Document) -> Iterator[Finding]:
    tables = doc.code_tables
    if tables:
        yield from _unexplained(doc, tables)
    elif doc.chapters and not _classifies(doc):
        yield classification_without_classes.at(doc.first_span())


def _classifies(doc: Document) -> bool:
    """Say whether a title of a chapter, below it or of an annex may be meant, or the chapters speak of classes."""
    if any(_CLASSES.search(section.title) for chapter in doc.chapters for section in chapter.section.walk()):
        return True
    return any(doc.region_at(match.start()).element in _BODY for match in _DIVIDES.finditer(doc.text))


def _unexplained(doc: Document, tables: list[CodeTable]) -> Iterator[Finding]:
    method, structure = (
        any(doc.region_at(match.start()).element in _BODY for match in pattern.finditer(doc.text))
        for pattern in (_METHOD, _STRUCTURE)
    )
    structure = structure or not any(_COMPOSED.fullmatch(one.code) for table in tables for one in table.classes)
    if method and structure:
        return
    missing = [
        (what, what_en)
        for what, what_en, there in (
            ("分类方法", "the method of classification", method),
            ("代码结构", "the structure of the codes", structure),
        )
        if not there
    ]
    chapter = next(
        (one.section for one in doc.chapters if "classification" in one.roles | one.inner or "coding" in one.roles),
        tables[0].table.region.section.chapter,
    )
    yield classification_basis_missing.at(
        chapter.place, what="和".join(what for what, _ in missing), what_en=" and ".join(en for _, en in missing)
    )
