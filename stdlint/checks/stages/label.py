"""Show the stage of a draft on its cover, in full-width brackets, by the name that it has.

“（工作组讨论稿）”, “（征求意见稿）”, “（送审稿）” and “（报批稿）” tell readers how settled the text is; settings and
file name say the same. A published document shows no stage. Other words in brackets (试行, 英文版) are no stage.

草案封面在圆括号内标明所处阶段，名称与文件名、设置一致，使读者知道文本成熟到什么程度；正式文件的封面没有阶段名称。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Edit, Span
from stdlint.views.stage import STAGES
from stdlint.views.wording import BLANK


def _cover(label: str, stage: str = "") -> str:
    """Return a draft with this line below the title; `stage` is stated in its front matter."""
    said = f"        ---\n        stdlint: {{stage: {stage}}}\n        ---\n" if stage else ""
    line = f"        {label}\n\n" if label else ""
    return (
        f"{said}        团体标准\n\n        T/ABC 001—XXXX\n\n        ⟪公园服务规范⟫\n\n{line}"
        "        XXXX-XX-XX 发布\n\n        XXXX-XX-XX 实施\n\n        # 前言\n\n        # 1 范围\n"
    )


def _plain(label: str, stage: str = "") -> str:
    return _cover(label, stage).replace("⟪", "").replace("⟫", "")


def _at_title(stage: str) -> str:
    return _cover("", stage).replace("⟪", "⟦").replace("⟫", "⟧")


unknown_stage = Check(
    id="STG010",
    message="“{quote}”不是通行的阶段名称，宜为工作组讨论稿、征求意见稿、送审稿或报批稿。",
    message_en="“{quote}” is no known stage; it is 工作组讨论稿, 征求意见稿, 送审稿 or 报批稿.",
    bad=_plain("⟦（征求稿）⟧"),
    good=_plain("（征求意见稿）"),
    more=(
        (_plain("⟦（征求意见草案）⟧"), _plain("（征求意见稿）")),
        (_plain("⟦（终稿）⟧"), _plain("（报批稿）")),
        (_plain("⟦(送审版 V2.0)⟧"), _plain("（送审稿）")),
        (_plain("⟦评审稿⟧"), _plain("（送审稿）")),
        (_plain("⟦草案版次选择⟧"), _plain("（征求意见稿）")),
        ("# 公园服务规范⟦（第三稿）⟧\n\n# 前言\n\n# 1 范围", "# 公园服务规范（征求意见稿）\n\n# 前言\n\n# 1 范围"),
    ),
    clean=(
        *map(
            _plain,
            (
                "（英文版）",
                "（试行）",
                "（第1版）",
                "（2017年版）",
                "（送审讨论稿）",
                "（征求意见稿第二稿）",
                "（草案）",
            ),
        ),
        _plain("（本草案完成时间：2026年5月12日）"),
        "# 稿件终稿管理规范\n\n# 前言\n\n# 1 范围",
        "# 关于终稿\n\n（终稿）\n\n会议于2026年召开。",
    ),
)

missing_stage_label = Check(
    id="STG011",
    message="草案的封面宜标明所处阶段：“（{label}）”。",
    message_en="The cover of a draft shows its stage: “（{label}）”.",
    bad=_at_title("consultation"),
    good=_plain("（征求意见稿）", "consultation"),
    more=((_at_title("approval"), _plain("（报批稿）", "approval")),),
    clean=(
        _plain(""),
        _plain("", "published"),
        _plain("(送审稿)", "review"),
        _plain("（征求稿）", "consultation"),
        _plain("征求意见稿完成时间：2026-05-12", "consultation"),
        "---\nstdlint: {stage: review}\n---\n# 公园服务规范\n\n# 前言\n\n# 1 范围",
    ),
)

malformed_stage_label = Check(
    id="STG012",
    message="阶段名称写在全角圆括号内：“（{label}）”。",
    message_en="Put the stage in full-width brackets: “（{label}）”.",
    bad=_plain("⟦征求意见稿⟧"),
    good=_plain("（征求意见稿）"),
    more=(
        (_plain("⟦(征求意见稿)⟧"), _plain("（征求意见稿）")),
        (_plain("⟦【送审稿】⟧"), _plain("（送审稿）")),
        (_plain("⟦（报批稿)⟧"), _plain("（报批稿）")),
        (_plain("⟦（报批稿⟧"), _plain("（报批稿）")),
        (_plain("⟦报批稿）⟧"), _plain("（报批稿）")),
        (_plain("⟦征 求 意 见 稿⟧"), _plain("（征求意见稿）")),
        (
            "# 公园服务规范⟦(征求意见稿第2稿)⟧\n\n# 前言\n\n# 1 范围",
            "# 公园服务规范（征求意见稿第2稿）\n\n# 前言\n\n# 1 范围",
        ),
        ("# 公园服务规范 ⟦送审稿⟧\n\n# 前言\n\n# 1 范围", "# 公园服务规范 （送审稿）\n\n# 前言\n\n# 1 范围"),
    ),
    clean=(
        _plain("（ 征求意见稿 ）"),
        _plain("征求意见稿完成时间：2026-05-12"),
        _plain("阶段：征求意见稿"),
        "# 征求意见稿编写指南\n\n# 前言\n\n# 1 范围",
        "# 公园服务规范（征求意见稿）\n\n# 前言\n\n# 1 范围\n\n本文件规定了送审稿。",
    ),
)

stage_mismatch = Check(
    id="STG013",
    message="所示的阶段不一致：{said}。",
    message_en="The stages differ: {said_en}.",
    bad=_plain("⟦（送审稿）⟧", "consultation"),
    good=_plain("（送审稿）", "review"),
    more=((_plain("⟦(征求意见稿)⟧", "approval"), _plain("（报批稿）", "approval")),),
    clean=(
        _plain("（送审讨论稿）", "review"),
        _plain("（草案）", "consultation"),
        _plain("（报批稿）", "published"),
        _plain("（征求意见稿）"),
        _plain("", "review"),
    ),
)

stage_label_on_published_document = Check(
    id="STG014",
    message="正式文件的封面不应有阶段名称“{label}”。",
    message_en="The cover of a published document shows no stage such as “{label}”.",
    bad=_plain("⟦（报批稿）⟧", "published"),
    good=_plain("", "published"),
    more=(
        (_plain("⟦征求意见稿⟧", "published"), _plain("", "published")),
        (_plain("⟦（终稿）⟧", "published"), _plain("", "published")),
        (
            "---\nstdlint: {stage: published}\n---\n# 公园服务规范⟦（报批稿）⟧\n\n# 前言\n\n# 1 范围",
            "---\nstdlint: {stage: published}\n---\n# 公园服务规范\n\n# 前言\n\n# 1 范围",
        ),
    ),
    clean=(_plain("（试行）", "published"), _plain("（报批稿）", "approval"), _plain("（报批稿）")),
)

_FULL_WIDTH = patterns.compile("（[^()]*）")
_SPREAD = patterns.compile(rf"(?<=\p{{Han}}){BLANK}+(?=\p{{Han}})")
_BRACKETS = "（(【[〔）)】]〕 \u3000"
_SIGNS = {"setting": ("设置", "settings"), "cover": ("封面", "cover"), "file": ("文件名", "file name")}


@unknown_stage.finder
@missing_stage_label.finder
@malformed_stage_label.finder
@stage_mismatch.finder
@stage_label_on_published_document.finder
def find(doc: Document) -> Iterator[Finding]:
    if not (doc.cover.present or doc.is_draft):
        return
    published = doc.stage.name == "published"
    span, odd = doc.cover.stage_span, doc.cover.odd_stage
    if published and (doc.cover.stage or odd):
        yield _to_delete(doc, span or odd)
        return
    if span:
        yield from _form(doc, span)
    yield from _differing(doc)
    if odd:
        yield unknown_stage.at(odd)
    elif not (published or doc.cover.stage) and doc.stage.name and doc.cover_page.whole:
        yield missing_stage_label.at(doc.first_span(), label=STAGES[doc.stage.name][0])


def _to_delete(doc: Document, span: Span | None) -> Finding:
    if span is None:
        return stage_label_on_published_document.at(doc.first_span(), label=doc.cover.stage)
    start, label = span[0], doc.text[slice(*span)]
    while start > doc.blocks[doc.block_at(start)].span[0] and doc.text[start - 1] in " \u3000":
        start -= 1
    return stage_label_on_published_document.at(span, fix=[Edit(start, span[1], "")], safe=False, label=label)


def _form(doc: Document, span: Span) -> Iterator[Finding]:
    said = doc.text[slice(*span)]
    if _FULL_WIDTH.fullmatch(said):
        return
    start, end = doc.blocks[doc.block_at(span[0])].span
    before = doc.text[start : span[0]]
    if before.rstrip(" \u3000").endswith(("：", ":")) or doc.text.startswith("完成", span[1], end):
        return
    label = _SPREAD.sub("", said.strip(_BRACKETS))
    attached = said[0] not in _BRACKETS and before and not before[-1].isspace()
    yield malformed_stage_label.at(span, fix=None if attached else f"（{label}）", label=label)


def _differing(doc: Document) -> Iterator[Finding]:
    signs = {sign: stage for sign in _SIGNS if (stage := getattr(doc.stage, sign))}
    if len(set(signs.values())) < 2:
        return
    said = "，".join(f"{_SIGNS[sign][0]}为“{STAGES[stage][0]}”" for sign, stage in signs.items())
    said_en = ", ".join(f"{_SIGNS[sign][1]}: {STAGES[stage][1]}" for sign, stage in signs.items())
    yield stage_mismatch.at(doc.cover.stage_span or doc.first_span(), said=said, said_en=said_en)
