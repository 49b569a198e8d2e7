"""State no requirements in an informative annex.

An informative annex only adds information. Annexes that show contracts, templates and other texts, tables, and quoted
text are left alone.

资料性附录只给出附加信息，要求应写在正文或规范性附录中。合同、模板一类的文本、表格和引号中的文字不查。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.modals import REQUIREMENT
from stdlint.views.outline import Section

requirement_in_informative_annex = Check(
    id="ANX080",
    message="资料性附录中不写要求，“{word}”所在的句子应移至正文、规范性附录或改为陈述。",
    message_en="An informative annex contains no requirements; move the sentence with “{word}” or make it a statement.",
    bad="""
        # 附录A（资料性）　试验记录

        ## A.1 内容

        ⟦应⟧记录温度。
    """,
    good="""
        # 附录A（资料性）　试验记录

        ## A.1 内容

        记录的内容包括温度。
    """,
    more=(
        (
            "# 附录A（资料性）　标志示例\n\n标志⟦不应⟧脱落。标志应清晰。\n\n⟦须⟧使用红色。",
            "# 附录A（资料性）　标志示例\n\n标志为红色。",
        ),
        (
            "# 附录A（资料性）　用药方案\n\n⟦严禁⟧混用药剂。\n\n药剂⟦不可⟧连续使用。",
            "# 附录A（资料性）　用药方案\n\n药剂宜轮换使用。",
        ),
    ),
    clean=(
        """
        # 附录A（资料性）　试验记录

        ## A.1 内容

        应急响应时间和相应的应用见表A.1。“应记录温度”是正文的要求。应满足的要求见第5章。宜记录湿度。

        # 附录B（资料性）　合同示例

        供方应按期交货。

        # 附录C（规范性）　试验方法

        应记录温度。
        """,
    ),
)

_SAMPLE = patterns.compile(r"模板|范本|样表|样本|文本|合同|协议|承诺书|告知书|通知书|说明书|招标|标书|条款|规章|制度")


@requirement_in_informative_annex.finder
def find(doc: Document) -> Iterator[Finding]:
    for annex in doc.outline.all("annex"):
        if annex.status not in ("资料性", "提示的", "参考件") or _SAMPLE.search(annex.title):
            continue
        for section in annex.walk():
            if _SAMPLE.search(section.title):
                continue
            yield from _requirements(doc, section)


def _requirements(doc: Document, section: Section) -> Iterator[Finding]:
    for index in section.body:
        if doc.regions[index].role != "text":
            continue
        for modal in doc.verbs(doc.blocks[index].span):
            if modal.type == REQUIREMENT and not modal.attributive:
                yield requirement_in_informative_annex.at(modal.span, word=modal.word)
                break
