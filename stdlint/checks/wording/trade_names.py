"""Give the proper name of a product, not a trade name or mark; where none exists, add the prescribed footnote.

A trade name favours one supplier and may change its meaning. A name with the prescribed footnote (“给出这一信息是为了
方便本文件使用者……”) is as it should be. Only ®, ™ and names that are never anything else are judged.

标准中给出产品的正确名称，不用商品名或商标；无法避免时，用规定的脚注说明只是为了方便使用者、并不表示认可。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import OBJECT

trade_name = Check(
    id="OTH020",
    message="“{name}”是商品名或商标，应给出产品的正确名称；无法避免时，应附脚注说明并不表示对该产品的认可。",
    message_en="“{name}” is a trade name or mark; give the proper name of the product, or add the prescribed footnote.",
    bad="""
        # 5 试验

        使用⟦特氟隆®⟧涂层。
    """,
    good="""
        # 5 试验

        使用聚四氟乙烯涂层。
    """,
    more=(
        (
            """
            # 5 试验

            使用⟦Milli-Q®⟧纯水机和⟦特氟龙⟧容器。

            用⟦Parafilm⟧封口，用⟦Kevlar™⟧绳固定。
            """,
            """
            # 5 试验

            使用纯水机和聚四氟乙烯容器。

            用封口膜封口，用芳纶绳固定。
            """,
        ),
    ),
    clean=(
        """
        # 5 试验

        使用Milli-Q®[^1]纯水机，再用Milli-Q®水清洗。见《特氟隆涂层》。

        [^1]: Milli-Q®是由某公司提供的产品的商标。给出这一信息是为了方便本文件使用者，并不表示对该产品的认可。
        """,
        """
        # 4 要求

        注册商标应标注“®”，未注册的标注™。商标符号包括®和™。

        # 参考文献

        [1]　Teflon® coatings
        """,
    ),
)

_MARKED = patterns.compile(r"(?P<name>[A-Za-z0-9][A-Za-z0-9 \-]{0,24}[A-Za-z0-9]|[\u4e00-\u9fff]{1,12})[ ]?[®™]")
_SOME = ("氟", "凯夫拉", "Teflon", "Kevlar", "Viton", "Pyrex", "Parafilm")
_NAMES = patterns.compile(r"特氟[隆龙纶]|铁氟[龙隆]|凯夫拉|Teflon|Kevlar|Viton|Pyrex|Parafilm")
_VERB = patterns.compile(
    r"(?:涂有|带有|装有|配有|使用|采用|选用|应用|用|宜|应|为|如|例如|或|和|与|及|的|在|将|以|经|加入|标注|符号|包括)(?=[^®™])"
)
_NO_NAME = patterns.compile(r"(?:标注|符号|标志|标识|标记|和|或|包括|注册|商标|字样|带有?|加|用)$")
_DISCLAIMED = patterns.compile(
    r"为了方便本(?:文件|标准|部分)的?使用者|(?:不|并非)(?:表示|意味着?|代表)对[^。]{0,20}认可"
)
_ELEMENTS = frozenset(("scope", "terms", "symbols", "clause", "annex"))


@trade_name.finder
def find(doc: Document) -> Iterator[Finding]:
    told: set[int] = set()
    disclaimed: str | None = None
    found = [match.span() for match in doc.matches(_MARKED)] if "®" in doc.text or "™" in doc.text else []
    marked = [_name(doc, span) for span in found]
    known = any(name in doc.text for name in _SOME)
    named = [match.span() for match in doc.matches(_NAMES)] if known else []
    spans = [span for span in marked if span] + [s for s in named if not any(m and m[0] <= s[0] < m[1] for m in marked)]
    for span in sorted(spans):
        block = doc.block_at(span[0])
        if doc.regions[block].element not in _ELEMENTS or "商标" in doc.cover.title:
            continue
        if disclaimed is None:
            disclaimed = "\n".join(
                doc.said(at) for at, one in enumerate(doc.blocks) if _DISCLAIMED.search(doc.text, *one.span)
            )
        name = doc.text[slice(*span)]
        bare = name.rstrip("®™ ").strip()
        if bare in disclaimed or _DISCLAIMED.search(doc.said(block)) or _footed(doc, span, bool(disclaimed)):
            continue
        if (key := hash(bare)) not in told:
            told.add(key)
            yield trade_name.at(span, name=name)


def _name(doc: Document, span: tuple[int, int]) -> tuple[int, int] | None:
    """Return the span of a name with its ®, without the words in front of it; None if there is no name."""
    start, end = span
    known = _NAMES.search(doc.text, start, end)
    start = known.start() if known else start
    sign = max(doc.text.find("®", start, end), doc.text.find("™", start, end))
    while (verb := _VERB.search(doc.text, start, sign)) is not None:
        start = verb.end()
    start += len(doc.text[start:sign]) - len(doc.text[start:sign].lstrip())
    name = doc.text[start:sign].rstrip()
    return None if len(name) < 2 or _NO_NAME.search(name) else (start, end)


def _footed(doc: Document, span: tuple[int, int], disclaimed: bool) -> bool:
    """Say whether a footnote mark stands behind a name, in a document that has the prescribed footnote."""
    return disclaimed and doc.text[span[1] : span[1] + 1] == OBJECT
