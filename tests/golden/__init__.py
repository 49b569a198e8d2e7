"""A small set of reports with everything in it that could break a form, and the files that show it in each.

`python -m tests.golden` writes the files anew.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from stdlint import __version__
from stdlint.check import Check
from stdlint.document import Document
from stdlint.engine import Found
from stdlint.formats import docx, markdown
from stdlint.model import Edit
from stdlint.profile import Use
from stdlint.reports.forms import render
from stdlint.result import DocumentReport, report
from stdlint.suppression import Suppression, Trouble
from tests import docx_builder as word

HERE = Path(__file__).parent

ENDINGS = {
    "text": "txt",
    "concise": "txt",
    "grouped": "txt",
    "json": "json",
    "jsonl": "jsonl",
    "sarif": "sarif",
    "gitlab": "json",
    "github": "txt",
    "rdjsonl": "jsonl",
    "junit": "xml",
    "checkstyle": "xml",
    "csv": "csv",
    "markdown": "md",
}
"""The forms that have a golden file, and how its name ends."""

MARKDOWN = """\
# 接口 <script>alert(1)</script> & “规范”

## 1 范围

系统必须 100% 可用|`a|b`，不得使用@admin 的 #123 接口。\\
第二行😀必须成立\t并且<必须>。

## 2 要求

### 2.1 总则

数据 应 完整，甲、乙和
丙必须一致。

标题之后的文字
"""

MARKDOWN_PATH = "草案 1,终稿#2.md"
WORD_PATH = "sub dir\\标准&草案.docx"
CLEAN_PATH = "clean.md"
BROKEN_PATH = "broken\x1b[31m.docx"
BESIDE_PATH = "草案 1,终稿#2.stdlint.toml"

_DOC = """A word of the golden set.

“必须”不是能愿动词，\n示例中的 <b> 不得成为标记。"""

MUST = Check(
    "GLD010",
    "用“应”表述要求，不用“{quote}” <&>",
    "write “shall”, not “{quote}” <&>",
    bad="系统⟦必须⟧可用 `x` | <b>。",
    good="系统应可用 `x` | <b>。",
    name="must-for-shall",
    doc=_DOC,
)
SPACE = Check("GLD020", "多余的空格", "needless space", bad="数据⟦ ⟧应", good="数据应", name="needless-space", doc=_DOC)
STOP = Check("GLD030", "句末缺句号", "full stop missing", bad="文字", good="文字。", name="missing-stop", doc=_DOC)
WHOLE = Check("GLD040", "并列用 {sign}：=1+1\n100%", "use {sign}", bad="和", good="、", name="=list-sign", doc=_DOC)

USES = [
    Use(MUST, "GB/T 1.1—2020, C.1", "error", "requirement"),
    Use(SPACE, "", "info"),
    Use(STOP, "GB/T 1.1—2020, 5.2", "warning", "recommendation", "heuristic"),
    Use(WHOLE, "", "warning"),
]


def sample() -> list[DocumentReport]:
    """Return the reports, in the order of the files' names."""
    return [_markdown_report(), _word_report(), _clean_report(), _broken_report()]


def said(form: str) -> str:
    """Return the golden reports in a form, with no version that changes with each release."""
    return render(form, sample()).replace(f'"version": "{__version__}"', '"version": "0"')


def golden(form: str) -> Path:
    """Return the path of the golden file of a form."""
    return HERE / f"{form}.{ENDINGS[form]}"


def _spans(doc: Document, words: str) -> list[tuple[int, int]]:
    found, at = [], doc.text.find(words)
    while at >= 0:
        found.append((at, at + len(words)))
        at = doc.text.find(words, at + 1)
    return found


def _findings(doc: Document) -> list[Found]:
    must, space, stop, whole = USES
    found = [Found(must, MUST.at(span, fix="应")) for span in _spans(doc, "必须")]
    found += [Found(space, SPACE.at(span, fix="", safe=False)) for span in _spans(doc, " 应 ")[:1]]
    for start, end in _spans(doc, "标题之后的文字"):
        found.append(Found(stop, STOP.at((end, end), fix=[Edit(end, end, "。")])))
        # A fix that reaches outside the words reported.
        found.append(Found(whole, WHOLE.at((start, start + 2), fix=[Edit(start + 2, end, "后文")], sign="@、")))
    for start, end in _spans(doc, "乙和丙"):
        # Words and a fix over the end of a line.
        found.append(Found(whole, WHOLE.at((start, end), fix="乙、丙", sign="、")))
    return sorted(found, key=lambda one: (one.finding.span, one.use.check.id))


def _markdown_report() -> DocumentReport:
    doc = Document(markdown.read(MARKDOWN.encode()), name=MARKDOWN_PATH)
    found = _findings(doc)
    comment = Suppression(("GLD010",), "引用法律|原文 <i>", None, said="stdlint: ignore GLD010", line=5)
    beside = Suppression(("GLD020",), "", None, path=BESIDE_PATH, line=4, said="GLD020")
    place = _spans(doc, "第二行")[0]
    unused = comment._replace(said="stdlint: ignore GLD099 |<b>", place=(place[0], place[0]))
    return report(
        doc,
        [one for one in found if one is not found[0] and one.use.check is not SPACE],
        [],
        path=MARKDOWN_PATH,
        packs=["golden"],
        lang="zh",
        where=markdown.where,
        dropped=[
            (found[0], comment),
            *((one, beside) for one in found if one.use.check is SPACE),
        ],
        troubles=[Trouble("unused", unused, "GLD099"), Trouble("unreasoned", beside)],
        uses=USES,
        keep=True,
    )


def _word_report() -> DocumentReport:
    data = word.build(
        *(
            word.para(text)
            for text in (
                "1 范围",
                "本文件规定了<必须>&“引号”'的要求|。",
                "2 要求",
                "系统必须可用😀，数据 应 完整。",
                "标题之后的文字",
            )
        )
    )
    doc = Document(docx.read(data), name=WORD_PATH)
    return report(
        doc, _findings(doc), [], path=WORD_PATH, packs=["golden"], lang="zh", where=None, uses=USES, keep=True
    )


def _clean_report() -> DocumentReport:
    doc = Document(markdown.read("# 标准\n\n## 1 范围\n\n本文件规定了要求。\n".encode()), name=CLEAN_PATH)
    notes = ["不检查图片。"]
    made = report(
        doc, [], [], path=CLEAN_PATH, packs=[], lang="zh", where=markdown.where, notes=notes, uses=USES, keep=True
    )
    return replace(made, known=12)


def _broken_report() -> DocumentReport:
    return DocumentReport(BROKEN_PATH, errors=("文件是空的：100%，\n<&> |。",))


def write() -> None:
    """Write every golden file anew."""
    for form in ENDINGS:
        golden(form).write_bytes(said(form).encode("utf-8", "backslashreplace"))
