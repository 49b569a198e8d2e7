"""Set up only the elements that the standard foresees, and end with the bibliography or the index.

A standard has no abstract, no acknowledgements, no afterword. What only explains how it came about belongs into the
explanatory note that goes with the draft. Samples of documents in annexes are left alone. Behind the bibliography and
the index stands nothing; whole elements there are out of order, which another rule reports.

文件只由规定的要素构成，不设摘要、致谢、后记等；编写过程的说明写入编制说明。附录中的文件示例不查。参考文献或索引是最后的要素，清单之后
不再有其他内容；附录等要素位于其后的，由要素顺序的规则报告。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Span
from stdlint.views.outline import Section
from stdlint.views.wording import fold

content_after_last_element = Check(
    id="ELM022",
    message="“{title}”是最后的要素，其后不应再有其他内容。",
    message_en="“{title}” is the last element; nothing follows it.",
    bad="""
        # 1 范围

        # 参考文献

        [1] GB/T 1.2

        ⟦本文件的附加说明由起草单位负责解释。⟧
    """,
    good="""
        # 1 范围

        # 参考文献

        [1] GB/T 1.2
    """,
    more=(
        (
            """
            # 1 范围

            # 参考文献

            [1] GB/T 1.2

            [2] 螺栓手册

            ## ⟦起草人联系方式⟧

            本文件由起草单位解释。
            """,
            """
            # 1 范围

            # 参考文献

            [1] GB/T 1.2

            [2] 螺栓手册
            """,
        ),
        (
            """
            # 1 范围

            # 索引

            螺栓　3.1

            螺母　3.2

            ⟦索引由起草组按汉语拼音顺序编写。⟧
            """,
            """
            # 1 范围

            # 索引

            螺栓　3.1

            螺母　3.2
            """,
        ),
    ),
    clean=(
        """
        # 1 范围

        # 参考文献

        [1] GB/T 1.2

        [2] 螺栓手册. 北京：机械工业出版社，2020. 其中的第3版于

        2021年修订。

        [3] 国务院. 中华人民共和国标准化法实施条例。

        ━━━━━━━━━━
        """,
        """
        # 1 范围

        # 参考文献

        GB/T 1.2　标准化工作导则

        张某. 螺栓手册。

        # 索引

        ## A

        安装　3.1

        ____________
        """,
    ),
)

element_not_foreseen = Check(
    id="ELM023",
    message="文件不设“{title}”。",
    message_en="A standard has no “{title}”.",
    bad="""
        # 1 范围

        # 2 要求

        # ⟦致谢⟧

        感谢各单位的支持。
    """,
    good="""
        # 1 范围

        # 2 要求
    """,
    more=(
        (
            """
            ⟦摘　要⟧

            随着行业的发展，螺栓的需求不断增加。

            # 1 范围

            # 2 要求

            # 3 ⟦结束语⟧

            # ⟦编制说明⟧
            """,
            """
            # 1 范围

            # 2 要求
            """,
        ),
        (
            """
            GB/T 1234—2024

            # ⟦摘要⟧

            规定了螺栓的要求。

            # 前言

            # 螺栓　规范

            # 1 范围
            """,
            """
            GB/T 1234—2024

            # 前言

            # 螺栓　规范

            # 1 范围
            """,
        ),
    ),
    clean=(
        """
        # 1 范围

        # 2 摘要的编写

        摘要

        # 3 报告

        报告包括下列内容：

        - 摘要
        - 致谢

        | 摘要 | 致谢 |
        |---|---|
        | 后记 | 结论 |

        # 附录A（资料性）　报告示例

        ## 摘要

        致谢
        """,
    ),
)

_NAMES = """
    摘要 内容提要 内容摘要 关键词 致谢 鸣谢 后记 编后记 结束语 结语 绪论 编制说明 编写说明
    标准编制说明 标准编写说明 修订说明 修改说明 修订记录 修改记录 修订历史 修改历史 变更记录 变更历史
    变更履历 文件变更记录 文件修订记录 文档修订记录 文档变更记录 版本变更记录 版本修订记录 版本历史
    版权声明 免责声明 条文说明 用词说明 标准用词说明 本标准用词说明 本规范用词说明 本规程用词说明
    引用标准名录 附加说明
"""
_TITLES = frozenset(_NAMES.split())
_LONGEST = 16
_OPEN_TO_ALL = ("clause", "title", "cover", "foreword", "introduction", "bibliography", "index", "contents")
_PLAIN_TOO = ("cover", "title", "bibliography", "index")
_ENTRY = patterns.compile(r"[A-Z]{2,}|https?:|www\.|《|[\[［(（]|(?:19|20)\d\d|\d\s*$|出版|\p{Latin}{4,}|[.．]\s")
_SENTENCE = patterns.compile(r"\p{Han}{2,}[^\n]*[。…]\s*$")
_REMARK = patterns.compile(
    r"^(?:本(?:文件|标准|规范|规程|部分|附录)|以上|上述|此外|另外|其他|附加|如有|凡|感谢|特此|有关|索引|参考文献)"
    r"|感谢|解释|负责修订|供参考|起草组|编写组|说明[：:]"
)
_REMARK_TITLE = patterns.compile(r"说明|声明|解释|附[加注件表图]|备注|起草|联系")


@element_not_foreseen.finder
@content_after_last_element.finder
def find(doc: Document) -> Iterator[Finding]:
    tops = doc.outline.top
    if doc.is_engineering_code or not any(section.number for section in tops):
        return
    odd = dict(_odd(doc))
    for span, title in odd.items():
        yield element_not_foreseen.at(span, title=title)
    last = next((s for s in reversed(tops) if s.element in ("bibliography", "index")), None)
    if last is None or len(tops) < 2:
        return
    behind = [s for s in tops[tops.index(last) + 1 :] if s.titled and not s.number and s.element in ("clause", "title")]
    if last.element == "bibliography":
        behind = [*(s for s in last.children if _REMARK_TITLE.search(s.title)), *behind]
    found = [section.place for section in behind]
    found += [] if any(span[0] > last.head[1] for span in odd) else _loose(doc, last)
    if found and not odd.keys() & set(found):
        yield content_after_last_element.at(min(found), title=last.title)


def _odd(doc: Document) -> Iterator[tuple[Span, str]]:
    """Yield the titles of elements that no standard has: headings, and lines of their own outside the clauses."""
    for section in doc.walk():
        if section.titled and (section.parent is None or not section.number) and section.element in _OPEN_TO_ALL:
            title = fold(section.title).rstrip(":：")
            if title in _TITLES and section.head[0] not in doc.quoted:
                yield section.head, title
    for section in doc.outline.top:
        for index in section.blocks() if section.element in _OPEN_TO_ALL and section.element != "clause" else ():
            block = doc.blocks[index]
            if block.kind not in ("para", "heading") or block.table >= 0 or block.span[1] - block.span[0] > _LONGEST:
                continue
            title = fold(doc.said(block)).rstrip(":：")
            if title in _TITLES and (block.centred or block.bold or section.element in _PLAIN_TOO):
                yield _trimmed(doc, index), title


def _trimmed(doc: Document, index: int) -> Span:
    start, end = doc.blocks[index].span
    said = doc.text[start:end]
    return start + len(said) - len(said.lstrip()), start + len(said.rstrip())


def _loose(doc: Document, last: Section) -> list[Span]:
    """Return the first paragraph behind the entries that is no entry and continues none."""
    blocks = doc.blocks
    listed = [at for at in last.blocks() if blocks[at].kind in ("item", "para") and doc.said(at).strip()]
    for at in listed[1:]:
        said = doc.said(at).strip()
        if not blocks[at].label and _REMARK.search(said) and _SENTENCE.match(said) and not _ENTRY.search(said):
            return [blocks[at].span]
    return []
