"""State no provisions in notes, examples and text footnotes.

Additional information helps to understand; what has to be done, or should be, stands in the text, where nobody can
overlook it. Footnotes to figures and tables are exempt, and examples that quote wording.

注、示例和脚注只帮助理解；要做或宜做的事写入正文，以免被忽略。图脚注、表脚注和引用措辞的示例除外。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Span
from stdlint.views.modals import PERMISSION, RECOMMENDATION, REQUIREMENT, provides
from stdlint.views.notes import Note
from stdlint.views.provisions import commands, fixed
from stdlint.views.wording import is_chinese

requirement_in_note = Check(
    id="ADD010",
    message="注中不写要求或指示，“{word}”所在的句子应移至正文或改为陈述。",
    message_en="A note contains no requirement or instruction; move the sentence with “{word}” to the text.",
    bad="""
        # 4 试验

        试验重复三次。

        注1：试样⟦应⟧干燥。

        注2：⟦按⟧GB/T 191规定的方法进行试验。
    """,
    good="""
        # 4 试验

        试验重复三次。试样应干燥。按GB/T 191规定的方法进行试验。

        注：干燥的试样吸水快。
    """,
    more=(
        (
            "# 4 试验\n\n试验重复三次。\n\n注：试验前⟦将⟧试样干燥2 h。",
            "# 4 试验\n\n试验重复三次。试验前将试样干燥2 h。",
        ),
    ),
    clean=(
        """
        # 4 试验

        注1：相应的应力、效应和应用见GB/T 1。应满足的要求见表1。词语“应”表示要求，试验通常重复三次。

        注2：按照用途分为三类。使用该方法测得的结果偏高。将试样称为A。将自动进行校准。注意：试样应干燥。
        """.replace("注意：试样应干燥。", ""),
    ),
    english=(
        (
            """
            # 4 Test

            The test is repeated.

            NOTE 1 The specimen ⟦shall⟧ be dry.

            NOTE 2 ⟦Heat⟧ the specimen to 60 °C.
            """,
            """
            # 4 Test

            The test is repeated. The specimen shall be dry. Heat the specimen to 60 °C.

            NOTE Dry specimens absorb water quickly.
            """,
        ),
    ),
    clean_english=(
        """
        # 4 Test

        The test is repeated.

        NOTE 1 ISO 9000 states that the supplier shall be informed. Use of this method gives high results.
        “Shall” and the word “shall” express a requirement, a specimen need not be dry, and the aim is to be
        fast.

        NOTE 2 The pressure must exceed 2 bar. Record keeping is not covered, and the user has to
        decide which value is used. Results can vary with what shall be measured.
        """,
        """
        # 3 Terms and definitions

        ## 3.1

        **husked rice**

        paddy from which the husk only has been removed

        Note 1 to entry: The term shall not be used for parboiled rice. It should be avoided and may be replaced.
        """,
    ),
)

requirement_in_example = Check(
    id="ADD011",
    message="示例中不写要求或指示，“{word}”所在的句子应移至正文或改为陈述。",
    message_en="An example contains no requirement or instruction; move the sentence with “{word}” to the text.",
    bad="""
        # 4 标签

        标签用颜色区分。

        示例：标签⟦应⟧为红色。
    """,
    good="""
        # 4 标签

        标签用颜色区分。

        示例：红色标签。
    """,
    clean=(
        """
        # 4 表述

        示例：“标签应为红色。”

        示例：应急灯、供应商。

        > 标签应为红色。

        # 5 用词

        要求用“应”表述。

        示例1：软管应耐压。

        示例2：阀门不应漏水。
        """,
    ),
    english=(
        (
            """
            # 4 Labels

            Labels are told by their colours.

            EXAMPLE The label ⟦shall⟧ be red.
            """,
            """
            # 4 Labels

            Labels are told by their colours.

            EXAMPLE A red label.
            """,
        ),
    ),
    clean_english=(
        """
        # 4 Wording

        EXAMPLE “The label shall be red.”

        > The label shall be red.
        """,
        """
        # 4 Wording

        A requirement is expressed by “shall”, which is the preferred verbal form.

        EXAMPLE 1 Hoses shall be tight.
        """,
    ),
)

requirement_in_footnote = Check(
    id="ADD012",
    message="条文脚注中不写要求或指示，“{word}”所在的句子应移至正文或改为陈述。",
    message_en="A text footnote contains no requirement or instruction; move the sentence with “{word}” to the text.",
    bad="""
        # 4 试剂

        使用试剂A[^1]。

        [^1]: 该试剂⟦应⟧密封保存。
    """,
    good="""
        # 4 试剂

        使用试剂A[^1]。该试剂应密封保存。

        [^1]: 该试剂由多家供应商提供。
    """,
    more=(
        (
            """
            # 4 试剂

            使用试剂A<sup>1)</sup>。

            1) 该试剂⟦应⟧密封保存。
            """,
            """
            # 4 试剂

            使用试剂A<sup>1)</sup>。该试剂应密封保存。

            1) 该试剂由多家供应商提供。
            """,
        ),
    ),
    english=(
        (
            """
            # 4 Reagents

            Use reagent A[^1].

            [^1]: The reagent ⟦shall⟧ be kept cool.
            """,
            """
            # 4 Reagents

            Use reagent A[^1]. The reagent shall be kept cool.

            [^1]: The reagent is sold by several suppliers.
            """,
        ),
    ),
    clean_english=(
        """
        # 4 Limits

        | Item | Limit |
        |---|---|
        | Chips[^1] | 5 |

        [^1]: The limit shall be determined after milling.
        """,
    ),
)

recommendation_in_note = Check(
    id="ADD013",
    message="{kind}中不写推荐，“{word}”所在的句子应移至正文或改为陈述。",
    message_en="Notes, examples and footnotes contain no recommendation; move the sentence with “{word}” to the text.",
    bad="""
        # 4 试验

        试验重复三次。

        注：试验⟦宜⟧在室温下进行。
    """,
    good="""
        # 4 试验

        试验重复三次。试验宜在室温下进行。

        注：室温下的结果较稳定。
    """,
    clean=(
        """
        # 4 试验

        注1：适宜的温度和便宜的材料见附录A。推荐值和建议书见GB/T 1，“宜”表示推荐。

        注2：具体事宜由委托方确定，推荐性标准有两个。
        """,
    ),
    english=(
        (
            """
            # 4 Test

            The test is repeated.

            NOTE The test ⟦should⟧ be repeated.
            """,
            """
            # 4 Test

            The test is repeated. The test should be repeated.

            NOTE The test is usually repeated.
            """,
        ),
    ),
    clean_english=(
        """
        # 4 Test

        NOTE It is known how often the test should be repeated; ISO 1 recommends that it should be done in May 2020.
        """,
    ),
)

permission_in_note = Check(
    id="ADD014",
    message="{kind}中不写允许，“{word}”所在的句子应移至正文或改为陈述。",
    message_en="Notes, examples and footnotes contain no permission; move the sentence with “{word}” to the text.",
    bad="""
        # 4 试验

        试验重复三次。

        注：⟦可⟧重复试验。
    """,
    good="""
        # 4 试验

        试验重复三次。可重复试验。

        注：试验有时需要重复。
    """,
    clean=(
        """
        # 4 试验

        注：按用途可分为两类，充分搅拌可提高溶解速度，系统误差可忽略。本方法也可称为快速法。可靠性、可追溯性和许可见附录A。试样可能含水，可见光不影响结果。需要时见表1。
        由于滤芯可以单独更换，拆装较快。附件可包括支架，一台设备可拥有多个接口，读数可以显示在屏幕上。
        """,
        """
        # 4 试验

        注：M表示必备，O表示可选。代码“20201”表示塑料可循环快递箱，“20301”表示可生物降解和可堆肥材料。
        """,
        """
        # 4 试验

        使用试剂A[^1]。

        [^1]: 该试剂可从试剂供应商购得。
        """,
    ),
    english=(
        (
            """
            # 4 Test

            The test is repeated.

            NOTE The test ⟦may⟧ be repeated.
            """,
            """
            # 4 Test

            The test is repeated. The test may be repeated.

            NOTE The test can be repeated.
            """,
        ),
    ),
    clean_english=(
        """
        # 4 Test

        Use column A[^1].

        NOTE 1 In May 2020 the list was revised. Fluids that may leak are described elsewhere. The test need
        not be repeated, and a can of oil is used.

        NOTE 2 In some countries, such tests are permitted.

        [^1]: This information is given for the convenience of users of this document and does not constitute
        an endorsement by ISO of the product named. Equivalent products may be used if they can be shown to
        lead to the same results.
        """,
    ),
)

_DESCRIBES = patterns.compile(
    r"(?:直接|间接|同时|还|分别|进一步)?(?:[区细]?分为|划分|归[为入]|见|导致|造成|引起|反映|体现|忽略|追溯|包括|包含|含有?"
    r"|[拥具]?有|存在|属于|来自|来源于|是|显示[在于出]|解析为|分解[为成]|转[化换]为|表现为"
    r"|[从由向在][^，。；\n]{0,20}?(?:购得|购买到?|购置|获得|获取|得到|下载|查[到阅询]|找到))"
)
_BECAUSE = patterns.compile(r"(?:由于|因为|鉴于|尽管|虽然|即使)[^，。；\n]{0,12}$")
_EFFECT = patterns.compile(
    r"(?:有效|显著|进一步)?(?:提高|降低|减少|增加|改善|避免|防止|促进|延长|缩短|节约|节省|保证|确保|提升|增强)\p{Han}"
)

_WORDING = patterns.compile(r"表述|措辞|句式|写作|用词|能愿动词|表示(?:要求|推荐|允许|有前提条件)")
_REQUIREMENT = {"note": requirement_in_note, "example": requirement_in_example, "footnote": requirement_in_footnote}
_KINDS = {"note": "注", "example": "示例", "footnote": "条文脚注"}
_ENGLISH_KINDS = {"note": "note", "example": "example", "footnote": "text footnote"}


@requirement_in_note.finder
@requirement_in_example.finder
@requirement_in_footnote.finder
@recommendation_in_note.finder
@permission_in_note.finder
def find(doc: Document) -> Iterator[Finding]:
    for note in doc.notes:
        element = doc.regions[note.blocks[0]].element
        if element in ("cover", "contents"):
            continue
        if doc.lang == "zh":
            yield from _provisions(doc, note)
        elif not doc.blocks[note.blocks[0]].label.startswith("Note") and not _under_table(doc, note):
            yield from _english(doc, note)


def _checks(note: Note) -> dict[str, Check]:
    """Return the check for each type of provision that a note of this kind may not contain."""
    return {
        REQUIREMENT: _REQUIREMENT[note.kind],
        RECOMMENDATION: recommendation_in_note,
        PERMISSION: permission_in_note,
    }


def _provisions(doc: Document, note: Note) -> Iterator[Finding]:
    """Report the first requirement, recommendation and permission of a note."""
    reported: set[str] = set()
    for index in note.blocks:
        if doc.blocks[index].kind in ("quote", "code"):
            continue
        for sentence in doc.provisions.sentences(index):
            for kind, check in _checks(note).items():
                modal = sentence.first(kind)
                if modal and kind == PERMISSION and _describes(doc, modal.span):
                    continue
                if modal and note.kind == "example" and _shows_wording(doc, note.blocks[0]):
                    return
                if modal:
                    if check.id not in reported:
                        reported.add(check.id)
                        yield check.at(modal.span, word=modal.word, kind=_KINDS[note.kind])
                    break
            else:
                verb = commands(doc.text, sentence.span)
                check = _REQUIREMENT[note.kind]
                if verb and check.id not in reported and note.kind != "example":
                    reported.add(check.id)
                    yield check.at(verb, word=doc.text[verb[0] : verb[1]], kind=_KINDS[note.kind])


_ENGLISH_WORDING = patterns.compile(r"verbal\sforms?|wording|worded|expressed|phrased|formulated")
_FORMS = {"shall": REQUIREMENT, "may": PERMISSION}


def _under_table(doc: Document, note: Note) -> bool:
    """Say whether a footnote is marked in a table: one of a table may contain requirements."""
    marks = [a.offset for a in doc.source.anchors if 0 <= a.target <= note.blocks[0]] if note.kind == "footnote" else []
    return bool(marks) and doc.blocks[doc.block_at(max(marks))].table >= 0


def _english(doc: Document, note: Note) -> Iterator[Finding]:
    """Report the first requirement, recommendation and permission of a note in an English draft."""
    checks = _checks(note)
    reported: set[str] = set()
    for index in note.blocks:
        if doc.blocks[index].kind in ("quote", "code"):
            continue
        for sentence in doc.provisions.sentences(index):
            if fixed(doc.text, sentence.span):
                continue
            modal = next((m for m in sentence.modals if provides(doc.text, m, sentence.span)), None)
            if modal is not None:
                span, check = modal.span, checks[_FORMS.get(modal.word.split()[0], RECOMMENDATION)]
                if note.kind == "example" and _shows_wording(doc, note.blocks[0]):
                    return
            else:
                verb = commands(doc.text, sentence.span, "en") if note.kind != "example" else None
                if verb is None:
                    continue
                span, check = verb, checks[REQUIREMENT]
            if check.id not in reported:
                reported.add(check.id)
                word = doc.text[slice(*span)]
                yield check.at(span, word=word, kind=_ENGLISH_KINDS[note.kind])


def _shows_wording(doc: Document, block: int) -> bool:
    """Say whether an example shows how to word something: the paragraph that it belongs to quotes such words."""
    body = doc.regions[block].section.body
    before = next((i for i in reversed(body) if i < block and doc.regions[i].role == "text"), None)
    said = doc.said(before) if before is not None else ""
    return "“" in said and (_WORDING if doc.lang == "zh" else _ENGLISH_WORDING).search(said) is not None


def _describes(doc: Document, span: Span) -> bool:
    """Say whether “可” tells what happens (“搅拌可提高速度”) rather than what is allowed."""
    if _DESCRIBES.match(doc.text, span[1]) or _BECAUSE.search(doc.text, max(0, span[0] - 16), span[0]):
        return True
    return is_chinese(doc.text[span[0] - 1]) and _EFFECT.match(doc.text, span[1]) is not None
