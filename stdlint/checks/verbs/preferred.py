"""Prefer “应、宜、可、能” to their equivalents.

The equivalents (“应该”, “可以”, “能够” …) are for the special case that grammar leaves no other way;
used at random they make the reader ask whether something else is meant.

“应该”“可以”“能够”等是语言结构需要时的等效表述；随意混用，读者会以为另有含义。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document

non_preferred_verbal_form = Check(
    id="MOD050",
    message="首选“{preferred}”，“{word}”只在特殊情况下使用。",
    message_en="Prefer “{preferred}”; “{word}” is for special cases only.",
    bad="""
        # 4 要求

        用户⟦可以⟧选择颜色，设备⟦应该⟧接地，仪表⟦能够⟧显示温度。⟦建议⟧采用铜线，⟦允许⟧使用铝线，⟦无须⟧校准。
    """,
    good="""
        # 4 要求

        用户可选择颜色，设备应接地，仪表能显示温度。宜采用铜线，可使用铝线，不必校准。
    """,
    clean=(
        """
        # 4 要求

        推荐性标准和推荐值见表1，允许误差应不大于5%，最大允许浓度见表2。项目建议书应存档。系统应能显示温度。
        系统向用户提供建议。不可以用“可以”一词。本方法可以称为快速法。
        """,
        """
        # 档案扫描操作规程

        # 5 程序指示

        只准许在照片表面无尘时进入扫描步骤。
        """,
        """
        # 4 要求

        本文件并未指出所有可能的安全问题。

        | 尺寸 | 推荐设备 | 推荐精度<br>mm | 允许磨损量 |
        |---|---|---|---|
        | 10 | 扫描仪 | 0.1 | 0.2 |
        """,
    ),
    english=(
        (
            """
            # 4 Requirements

            The lid ⟦is to⟧ be closed. The samples ⟦are required to⟧ be dried, the operator ⟦has to⟧
            record the mass, and users ⟦ought not to⟧ open it. Users ⟦are permitted to⟧ choose the colour.
            """,
            """
            # 4 Requirements

            The lid shall be closed. The samples shall be dried, the operator shall record the mass, and
            users should not open it. Users may choose the colour.
            """,
        ),
        (
            """
            # 4 Requirements

            ⟦It is recommended that⟧ the filter be replaced.
            """,
            """
            # 4 Requirements

            The filter should be replaced.
            """,
        ),
    ),
    clean_english=(
        """
        # 4 Requirements

        The key words "MUST" and "MAY" are to be interpreted as described in RFC 2119, and further methods are
        to be found in the Bibliography.

        The aim of the test is to be reached in two steps. If the lid is to be closed, the clamp shall be
        used. The value that has to be recorded is given in Table 1. The user does not have to calibrate it
        and need not clean it. Calibration is required to obtain traceability.

        Only dry samples are permitted. This has to do with the design. The test method is able to detect 5
        mg. “It is recommended that” is an equivalent form. Many laboratories have to repeat their tests.

        NOTE The lid is to be closed.
        """,
        """
        # 1 Scope

        The lid is to be closed.
        """,
    ),
)

_PREFERRED = {
    "应该": "应",
    "不应该": "不应",
    "只准许": "应",
    "不准许": "不应",
    "可以": "可",
    "允许": "可",
    "可以不": "不必",
    "无须": "不必",
    "能够": "能",
    "不能够": "不能",
    "有可能": "可能",
    "没有可能": "不可能",
    "推荐": "宜",
    "建议": "宜",
    "不推荐": "不宜",
    "不建议": "不宜",
}
_AUXILIARY = patterns.compile(r"(?:应|不应|宜|须|必须|使|使之|使其|以便|确保|保证|是否|仍|才|只有|方)$")


@non_preferred_verbal_form.finder
def find(doc: Document) -> Iterator[Finding]:
    if doc.lang == "en":
        yield from _english(doc)
        return
    for modal in doc.clause_modals:
        preferred = _PREFERRED.get(modal.word)
        if preferred is None or modal.attributive:
            continue
        if modal.word == "只准许" and "code-of-practice" in doc.kinds:
            continue
        if modal.word == "能够" and _AUXILIARY.search(doc.text[max(0, modal.span[0] - 4) : modal.span[0]]):
            continue
        yield non_preferred_verbal_form.at(modal.span, fix=preferred, safe=False, word=modal.word, preferred=preferred)


_ENGLISH = patterns.compile(
    r"(?P<shall>(?:is|are)\s+to(?!\s+be\s+(?:found|interpreted|understood|expected|noted|regarded|seen|read)\b)"
    r"|(?:is|are)\s+required\s+to(?=\s+be\b)|has\s+to(?!\s+do\b)|have\s+to(?=\s+be\b))"
    r"|(?P<should>ought(?:\s+not)?\s+to)|(?P<may>(?:is|are)\s+permitted(?:\s+to)?)"
    r"|(?P<advice>[Ii]t\s+is\s+(?:not\s+)?recommended\s+that)"
)


def _english(doc: Document) -> Iterator[Finding]:
    for modal in doc.clause_modals:
        match = None if modal.attributive else _ENGLISH.match(doc.text, modal.span[0])
        if match is None:
            continue
        preferred, word = match.lastgroup or "", match.group()
        if preferred == "may" and not word.endswith("to"):
            continue
        right = "should" if preferred == "advice" else preferred
        if " not" in word:
            right += " not"
        fix = None if preferred == "advice" else right
        yield non_preferred_verbal_form.at(match.span(), fix=fix, safe=False, word=word, preferred=right)
