"""Keep requirements on the result out of a code of practice.

It says how something is done; what the product has to be belongs into a specification, or is cited from it.

规程规定怎样做，对结果（产品、成品）的技术要求写入规范，规程中引用即可。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.wording import fold

result_requirements_in_procedure = Check(
    id="KND097",
    message="“{title}”是对结果的技术要求，宜放在规范标准中，规程中只引用。",
    message_en="“{title}” sets requirements on the result; they belong in a specification, which the procedure cites.",
    bad="""
        # 富硒茶加工技术规程

        # 4 加工

        # 5 ⟦产品质量要求⟧

        水分应不大于6.5%。
    """,
    good="""
        # 富硒茶加工技术规程

        # 4 加工
    """,
    more=(
        ("# 富硒茶加工技术规程\n\n# 4 加工\n\n# 5 ⟦成品技术指标⟧", "# 富硒茶加工技术规程\n\n# 4 加工"),
        ("# 富硒茶加工技术规程\n\n# 4 加工\n\n# 5 ⟦质量指标⟧", "# 富硒茶加工技术规程\n\n# 4 加工"),
        ("# 富硒茶加工技术规程\n\n# 4 加工\n\n# 5 ⟦富硒茶的质量要求⟧", "# 富硒茶加工技术规程\n\n# 4 加工"),
    ),
    clean=(
        """
        # 富硒茶加工技术规程

        # 4 鲜叶质量要求

        ## 4.1 富硒茶的质量要求

        # 5 技术要求

        ## 5.1 摊青

        # 6 产品检验

        # 7 质量控制要求
        """,
    ),
)

_NAMED = patterns.compile(r"^(?P<thing>\p{Han}{2,10}?)的?(?:质量|品质|感官|理化)(?:要求|指标|标准)$")
_MADE = patterns.compile("生产|加工|制作|制备|栽培|种植|养殖|酿造|酿制|腌制|饲养|繁育")
_RESULT = patterns.compile(
    r"^(?:(?:产品|成品|终产品|商品|制品|成果)的?(?:质量|品质|技术|性能|感官|理化)?(?:与安全)?(?:要求|指标|标准)|(?:产品|成品|商品)(?:质量|品质)"
    r"|(?:质量|品质|感官|理化|卫生)(?:指标|标准)|质量要求)$"
)


@result_requirements_in_procedure.finder
def find(doc: Document) -> Iterator[Finding]:
    for chapter in doc.chapters:
        section = chapter.section
        if section.element == "clause" and (_RESULT.match(title := fold(section.title)) or _is_product(title, doc)):
            yield result_requirements_in_procedure.at(section.place, title=section.title)


def _is_product(title: str, doc: Document) -> bool:
    """Say whether a title is about the quality of what the procedure, by the title of the document, makes."""
    named = _NAMED.match(title)
    made = _MADE.search(doc.cover.title) if named else None
    return named is not None and made is not None and named["thing"] in doc.cover.title[: made.start()]
