"""Write the companions of the sample submissions that are no Markdown: tables of comments in Excel and Word.

    python -m tests.template.dossier

writes fixtures/dossiers/review/comment-table.xlsx, and fixtures/dossiers/review-word: the same submission in Word.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment

from stdlint.formats import markdown
from tests.helpers import word_twin
from tests.template import docx

DOSSIERS = Path(__file__).parents[2] / "fixtures" / "dossiers"

TITLE = "《社区应急物资储备点建设和运行指南》征求意见汇总处理表"
FORM = ("标准项目名称：社区应急物资储备点建设和运行指南", "承办人：宜静", "填写日期：2025年12月8日")
HEAD = ("序号", "标准章条编号", "意见内容", "提出单位", "处理意见", "备注")
COMMENTS = (
    (
        "4.2",
        "“30 min内”改为“20 min内”。",
        "江州市消防救援支队",
        "未采纳。理由：试用的储备点大多不能在20 min内完成转换。",
        "",
    ),
    ("5.1 a)", "“淹没深度”改为“淹没深度和持续时间”。", "江州市水务局", "采纳", ""),
    ("5.2", "通道宽度改为不宜小于1.2 m，以便轮椅通过。", "江州市残疾人服务中心", "采纳", ""),
    ("表1、7.3", "急救包的轮换周期改为12个月。", "江州市医学会", "部分采纳", "周期不变，7.3中补充药品提前轮换"),
    ("7.1", "供应商改为不少于三家。", "王守望", "未采纳。理由：规模较小的社区难以找到三家供应商。", ""),
    ("附录B", "清单中补充沙袋。", "江州市水务局", "未采纳", "该社区没有洪涝风险"),
    ("8.3", "“每年组织一次演练”改为“每年组织不少于一次演练”。", "江州市红十字会", "采纳", ""),
    ("全文", "统一使用“储备点”，不用“储备站”。", "东方应急供应协会标准化委员会", "采纳", ""),
)
COUNTS = (
    "说明：（1）发送《征求意见稿》的单位数：30个；",
    "（2）收到《征求意见稿》后，回函的单位数：12个；",
    "（3）收到《征求意见稿》后，回函并有建议或意见的单位数：7个；",
    "（4）没有回函的单位数：18个。",
    "共收到意见8条，采纳4条，部分采纳1条，未采纳3条。",
)


def comment_workbook(comments: Sequence[Sequence[str]] = COMMENTS, counts: Sequence[str] = COUNTS) -> bytes:
    """Return the table as a workbook: a title and a line of data above it, the counts below, all in merged cells."""
    book = Workbook()
    book.properties.creator = "stdlint"
    book.properties.created = book.properties.modified = datetime(2025, 12, 8)
    sheet = book.worksheets[0]
    sheet.title = "意见汇总"
    sheet.append([TITLE])
    sheet.append([FORM[0], None, None, FORM[1], FORM[2]])
    sheet.append(HEAD)
    for number, comment in enumerate(comments, 1):
        sheet.append([number, *comment])
    for count in counts:
        sheet.append([count])
    last = len(HEAD)
    for row in (1, *range(sheet.max_row - len(counts) + 1, sheet.max_row + 1)):
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=last)
    sheet.merge_cells("A2:C2")
    for letter, width in zip("ABCDEF", (6, 14, 48, 26, 40, 30), strict=True):
        sheet.column_dimensions[letter].width = width
    for cell in sheet["C"]:
        cell.alignment = Alignment(wrap_text=True)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def comment_markdown(comments: Sequence[Sequence[str]] = COMMENTS, counts: Sequence[str] = COUNTS) -> bytes:
    """Return the table in Markdown; it goes on behind a page with its header repeated."""
    half = len(comments) // 2
    rows = [f"| {number} | {' | '.join(comment)} |" for number, comment in enumerate(comments, 1)]
    head = [f"| {' | '.join(HEAD)} |", f"|{'---|' * len(HEAD)}"]
    lines = [f"# {TITLE}", "", "　".join(FORM), "", *head, *rows[:half], "", "（续）", "", *head, *rows[half:], ""]
    return "\n".join([*lines, *(f"{count}\n" for count in counts)]).encode()


def written() -> dict[Path, bytes]:
    """Return the files by their paths."""
    review, in_word = DOSSIERS / "review", DOSSIERS / "review-word"
    return {
        review / "comment-table.xlsx": comment_workbook(),
        in_word / "draft.docx": docx((review / "draft.md").read_bytes()),
        in_word / "commented.docx": docx((review / "commented.md").read_bytes()),
        in_word / "explanatory-note.docx": word_twin(markdown.read((review / "explanatory-note.md").read_bytes())),
        in_word / "comment-table.docx": word_twin(markdown.read(comment_markdown())),
    }


if __name__ == "__main__":
    for path, data in written().items():
        path.write_bytes(data)
