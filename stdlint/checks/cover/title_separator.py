"""Separate the elements of the Chinese title by a space.

A colon stands only behind “第×部分”. In the names of methods and routes a hyphen joins words (气相色谱-质谱法) and
separates no elements.

中文名称的各元素之间空一个汉字的间隙，不用冒号和连接号；冒号只用在“第×部分”之后。“气相色谱-质谱法”等词中的连接号不在此列
。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Edit
from stdlint.views.wording import BLANK


def _title(text: str) -> str:
    return f"        # {text}\n\n        # 前言\n\n        # 1 范围\n\n        # 2 规范性引用文件\n"


wrong_title_separator = Check(
    id="COV070",
    message="名称的各元素之间空一个汉字的间隙，不用“{separator}”。",
    message_en="Separate the elements of the Chinese title by a space, not by “{separator}”.",
    bad=_title("农业机械⟦—⟧技术规范"),
    good=_title("农业机械　技术规范"),
    more=(
        (_title("标准化工作导则⟦：⟧第1部分：总则"), _title("标准化工作导则　第1部分：总则")),
        (_title("标准化工作导则⟦-⟧第1部分：总则"), _title("标准化工作导则　第1部分：总则")),
        (_title("农业机械⟦ - ⟧联合收割机"), _title("农业机械　联合收割机")),
        (_title("农业机械⟦——⟧联合收割机"), _title("农业机械　联合收割机")),
        (_title("智能制造⟦: ⟧对象标识要求"), _title("智能制造　对象标识要求")),
        (_title("土壤质量⟦—⟧总铅的测定"), _title("土壤质量　总铅的测定")),
    ),
    clean=(
        _title("水质　苯系物的测定　顶空/气相色谱-质谱法"),
        _title("水质　多环芳烃的测定　液液萃取—高效液相色谱法"),
        _title("中国—东盟跨境电商服务规范"),
        _title("京津—塘沽高速公路养护规范"),
        _title("标准化工作导则　第1部分：总则"),
        _title("低压开关设备　第5-1部分：控制电路电器"),
        _title("锂-硫电池　技术规范"),
        _title("标准化工作导则　第1单元：标准的起草与表述规则　第1部分：标准编写的基本规定"),
    ),
)

_HAN = "[\u4e00-\u9fff）)》”]"
_PART = "第[\\dX×一二三四五六七八九十-]+(?:部[分份]|单元|篇|分册)"
_SEPARATOR = patterns.compile(
    rf"(?<={_HAN})(?:{BLANK}*[-—–―－]{{2,}}{BLANK}*|{BLANK}+[-—–―－]{BLANK}+|(?<!{_PART}){BLANK}*[:：]{BLANK}*"
    rf"|{BLANK}*[-—–―－]{BLANK}*(?={_PART})|[—–―](?=[^—–―]{{4,}}$)|[-－](?=(?:技术|通用|安全|试验|测试|检验|一般)[^-]{{2,}}$))(?=[\u4e00-\u9fff])"
)
_DASH = patterns.compile("[—–―－-]")
_JOINED = patterns.compile("法$|高速|铁路|公路|航线|跨境|合作|贸易|走廊|经济带")
_WITH_METHOD = patterns.compile(r"[谱取解提化析离体光剂原定换馏集样显色]$")
_SPACED = patterns.compile(f"{BLANK}|[-—–―－]{{2}}")
_MANY = 3


@wrong_title_separator.finder
def find(doc: Document) -> Iterator[Finding]:
    first: Finding | None = None
    edits: list[Edit] = []
    for text, span in doc.cover_page.titles:
        for match in _SEPARATOR.finditer(text):
            sign = match.group().strip()
            tight = _DASH.fullmatch(sign) and not _SPACED.search(match.group())
            if tight and not text.startswith("第", match.end()) and _joins(text, match.start(), match.end()):
                continue
            edits.append(Edit(span[0] + match.start(), span[0] + match.end(), "　"))
            if first is None:
                first = wrong_title_separator.at(
                    (span[0] + match.start(), span[0] + match.end()), separator=sign, safe=False
                )
    if first is not None:
        yield wrong_title_separator.at(first.span, fix=edits, safe=False, **first.fields)


def _joins(text: str, start: int, end: int) -> bool:
    """Say whether a dash joins the words of a method, a route or two names, and separates no elements."""
    left = text[:start].split()[-1]
    right = text[end:].split()[0]
    return bool(_JOINED.search(right) or _WITH_METHOD.search(left) or len(left) < _MANY)
