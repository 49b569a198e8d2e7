"""Make realistic drafts of any length, in Word with automatic numbering and in Markdown.

    python benchmarks/generate.py 10 100 1000

writes benchmarks/data/draft-10.docx, draft-10.full.docx, draft-10.md … A page is 30 paragraphs. The Word files are
built like the SET2020 template: every number comes from style → numPr → abstractNum, chapters sit on level 1 below an
empty level 0, subclauses inherit their numId, and each paragraph is split into 1 to 6 runs with rPr and rsid noise. The
“full” ones have the run properties of a draft that many hands have edited, 1 KB of XML for a paragraph instead of 0.7.
"""

from __future__ import annotations

import random
import sys
import zipfile
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

DATA = Path(__file__).with_name("data")
PARAGRAPHS_PER_PAGE = 30


class Item(NamedTuple):
    """A paragraph by its role, or a table with its rows."""

    role: str
    text: str = ""
    level: int = 0
    rows: tuple[tuple[str, ...], ...] = ()


_SUBJECTS = (
    "服务提供者",
    "检验机构",
    "制造商",
    "控制器",
    "传感器",
    "数据接口",
    "供电装置",
    "管理平台",
    "试验装置",
    "样品",
    "记录系统",
    "报警单元",
)
_OBJECTS = (
    "标称电压",
    "响应时间",
    "工作温度",
    "防护等级",
    "通信协议",
    "校准周期",
    "绝缘电阻",
    "测量误差",
    "存储容量",
    "外观质量",
    "可靠性",
    "适应能力",
)
_VERBS = ("满足", "符合", "保持", "达到", "记录", "验证", "标明", "保存")
_TITLES = (
    "一般要求",
    "环境条件",
    "结构",
    "性能",
    "接口",
    "安全",
    "电磁兼容",
    "标志",
    "包装",
    "运输",
    "贮存",
    "检验规则",
    "数据管理",
    "服务流程",
    "人员",
    "评价",
)
_ENGLISH = (
    "service",
    "interface",
    "controller",
    "voltage",
    "response",
    "platform",
    "sample",
    "protocol",
    "period",
    "error",
)


class _Writer:
    """Draft sentences of a standard; everything follows from the seed."""

    def __init__(self, pages: int) -> None:
        self.random = random.Random(pages)
        self.references = [f"GB/T {number}" for number in self.random.sample(range(1000, 45000), 12 + pages // 10)]

    def one(self, words: tuple[str, ...]) -> str:
        return self.random.choice(words)

    def sentence(self) -> str:
        pick = self.random.random()
        subject, thing = self.one(_SUBJECTS), self.one(_OBJECTS)
        number = self.random.randint(2, 500)
        if pick < 0.35:
            return f"{subject}的{thing}应{self.one(_VERBS)}{self.one(_OBJECTS)}的规定，偏差不应大于{number} mm。"
        if pick < 0.5:
            return f"{subject}宜定期{self.one(_VERBS)}{thing}，并在{number} h内完成响应。"
        if pick < 0.6:
            return f"在供需双方同意的情况下，{subject}可采用其他方法{self.one(_VERBS)}{thing}。"
        if pick < 0.75:
            return f"{thing}应按照{self.random.choice(self.references)}规定的方法测量，结果保留到小数点后两位。"
        if pick < 0.78:
            return f"{subject}必须{self.one(_VERBS)}{thing}，不得采用未经确认的数据。"
        if pick < 0.8:
            return f"{subject}应当具有足够的{thing}，并符合GB/T 19001-2016的要求。"
        return (
            f"{thing}与{subject}的状态有关，{self.one(_OBJECTS)}随温度升高而变化，其范围为{number} ℃～{number + 20} ℃。"
        )

    def paragraph(self) -> str:
        return "".join(self.sentence() for _ in range(self.random.randint(1, 4)))

    def table(self) -> Item:
        head = ("项目", "单位", "要求", "试验方法")
        rows = [
            (self.one(_OBJECTS), "mm", f"≤{self.random.randint(1, 90)}", f"{self.random.randint(4, 9)}.{n + 1}")
            for n in range(9)
        ]
        return Item("table", self.one(_OBJECTS) + "的要求", rows=(head, *rows))


def draft(pages: int) -> Iterator[Item]:
    """Yield the items of a draft of about `pages` pages."""
    writer = _Writer(pages)
    one, many = writer.one, writer.random.randint
    yield Item("cover-number", f"GB/T {10000 + pages}—2024")
    yield Item("cover-title", "智能服务系统　技术规范")
    yield Item("cover-title-en", "Intelligent service systems—Technical specifications")
    yield Item("foreword", "前言")
    yield Item("para", "本文件按照GB/T 1.1—2020《标准化工作导则　第1部分：标准化文件的结构和起草规则》的规定起草。")
    yield Item("para", "请注意本文件的某些内容可能涉及专利。本文件的发布机构不承担识别专利的责任。")
    yield Item("title", "智能服务系统　技术规范")
    yield Item("chapter", "范围", 1)
    yield Item("para", "本文件规定了智能服务系统的要求，描述了对应的试验方法。")
    yield Item("para", "本文件适用于智能服务系统的设计、生产和使用。")
    yield Item("chapter", "规范性引用文件", 1)
    yield Item(
        "para",
        "下列文件中的内容通过文中的规范性引用而构成本文件必不可少的条款。其中，注日期的引用文件，仅该日期对应的版本适用于本文件；"
        "不注日期的引用文件，其最新版本（包括所有的修改单）适用于本文件。",
    )
    for reference in sorted(writer.references, key=lambda name: int(name.split()[1])):
        yield Item("reference", f"{reference}　{one(_OBJECTS)}试验方法")
    yield Item("chapter", "术语和定义", 1)
    yield Item("para", "下列术语和定义适用于本文件。")
    for number in range(6 + pages // 4):
        yield Item("term", f"{one(_SUBJECTS)}{one(_OBJECTS)}{number + 1}　{one(_ENGLISH)} {one(_ENGLISH)}")
        yield Item("para", f"用于{one(_VERBS)}{one(_OBJECTS)}的{one(_SUBJECTS)}。")
        if number % 3 == 0:
            yield Item("para", f"[来源：{writer.references[number % 12]}—2015，3.{number + 1}]")
    left = pages * PARAGRAPHS_PER_PAGE - 60 - len(writer.references)
    annexes = min(26, max(1, pages // 25))
    per_annex = left // (4 * annexes)
    yield from _body(writer, left * 3 // 4, "chapter", "clause")
    for annex in range(annexes):
        yield Item("annex", one(_TITLES), rows=(("规范性" if annex % 2 == 0 else "资料性",),))
        yield from _body(writer, per_annex, "annex-clause", "annex-clause")
    yield Item("bibliography", "参考文献")
    for _ in range(6):
        yield Item("bibliography-entry", f"GB/T {many(100, 9000)}　{one(_OBJECTS)}通则")


def _body(writer: _Writer, paragraphs: int, top: str, sub: str) -> Iterator[Item]:
    one, chance = writer.one, writer.random.random
    written = 0
    tables = 0
    while written < paragraphs:
        yield Item(top, one(_TITLES), 1)
        for _ in range(4):
            yield Item(sub, one(_TITLES), 2)
            for _ in range(3):
                yield Item(sub, one(_TITLES), 3)
                for _ in range(writer.random.randint(1, 3)):
                    yield Item("para", writer.paragraph())
                    written += 1
                if chance() < 0.3:
                    yield Item("para", f"{one(_SUBJECTS)}应包括下列内容：")
                    for number in range(3):
                        yield Item(
                            "letter", f"{one(_OBJECTS)}的{one(_VERBS)}记录{'；' if number < 2 else '。'}", number
                        )
                    written += 4
                if chance() < 0.2:
                    yield Item("note", f"{one(_OBJECTS)}与{one(_SUBJECTS)}的类型有关。")
                    written += 1
                written += 1
            written += 1
        if written > tables * 50 * 3:
            yield writer.table()
            written += 40
            tables += 1


def markdown(items: Iterator[Item]) -> bytes:
    """Return the draft as Markdown with typed numbers."""
    lines: list[str] = []
    counts = [0, 0, 0]
    annexes, table = "", 0

    def number(level: int, head: str) -> str:
        counts[level - 1] += 1
        counts[level:] = [0] * (3 - level)
        shown = [str(count) for count in counts[:level]]
        return ".".join([head, *shown] if head else shown)

    for role, text, level, rows in items:
        if role == "annex":
            annexes += chr(ord("A") + len(annexes))
            counts = [0, 0, 0]
            lines.append(f"# 附录{annexes[-1]}（{rows[0][0]}）{text}")
        elif role in ("chapter", "clause"):
            lines.append(f"{'#' * level} {number(level, '')}　{text}")
        elif role == "annex-clause":
            lines.append(f"{'#' * (level + 1)} {number(level, annexes[-1])}　{text}")
        elif role == "term":
            lines.append(f"## {number(2, '')}\n\n{text}")
        elif role in ("foreword", "title", "bibliography"):
            lines.append(f"# {text}")
        elif role == "letter":
            lines.append(f"{chr(97 + level)}) {text}")
        elif role == "note":
            lines.append(f"注：{text}")
        elif role == "table":
            table += 1
            body = [" | ".join(row) for row in rows]
            lines.append(
                f"表{table}　{text}\n\n| {body[0]} |\n|{'---|' * len(rows[0])}\n"
                + "\n".join(f"| {r} |" for r in body[1:])
            )
        else:
            lines.append(text)
    return ("\n\n".join(lines) + "\n").encode()


_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STYLES = {
    "para": ("affd", "标准文件_段", ""),
    "chapter": (
        "affc",
        "标准文件_章标题",
        '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="2"/></w:numPr><w:outlineLvl w:val="0"/>',
    ),
    "clause2": ("affe", "标准文件_一级条标题", '<w:numPr><w:ilvl w:val="2"/></w:numPr><w:outlineLvl w:val="1"/>'),
    "clause3": ("afff", "标准文件_二级条标题", '<w:numPr><w:ilvl w:val="3"/></w:numPr><w:outlineLvl w:val="2"/>'),
    "untitled": ("aff0", "标准文件_一级无标题", '<w:outlineLvl w:val="9"/>'),
    "term": ("aff1", "标准文件_术语条一", '<w:outlineLvl w:val="9"/>'),
    "annex": (
        "aff2",
        "标准文件_附录标识",
        '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr><w:outlineLvl w:val="0"/>',
    ),
    "annex-clause1": (
        "aff3",
        "标准文件_附录一级条标题",
        '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr><w:outlineLvl w:val="1"/>',
    ),
    "annex-clause2": (
        "aff4",
        "标准文件_附录二级条标题",
        '<w:numPr><w:ilvl w:val="2"/></w:numPr><w:outlineLvl w:val="2"/>',
    ),
    "annex-clause3": (
        "aff5",
        "标准文件_附录三级条标题",
        '<w:numPr><w:ilvl w:val="3"/></w:numPr><w:outlineLvl w:val="3"/>',
    ),
    "letter": ("aff6", "标准文件_字母编号列项（一级）", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="4"/></w:numPr>'),
    "note": ("aff7", "标准文件_注：", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr>'),
    "caption": ("aff8", "标准文件_正文表标题", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="6"/></w:numPr>'),
    "cell": ("aff9", "标准文件_表格", ""),
    "foreword": ("affa", "标准文件_前言、引言标题", '<w:outlineLvl w:val="0"/>'),
    "title": ("affb", "标准文件_正文标准名称", ""),
    "bibliography": ("affg", "标准文件_参考文献标题", '<w:outlineLvl w:val="0"/>'),
    "bibliography-entry": (
        "affh",
        "标准文件_参考文献条目",
        '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>',
    ),
    "reference": ("affi", "标准文件_引用文件", ""),
    "cover-number": ("affj", "标准文件_封面标准编号", ""),
    "cover-title": ("affk", "标准文件_封面标准名称", ""),
    "cover-title-en": ("affl", "标准文件_封面标准英文名称", ""),
}
_PARENTS = {
    "clause2": "chapter",
    "clause3": "clause2",
    "untitled": "clause2",
    "term": "untitled",
    "annex-clause2": "annex-clause1",
    "annex-clause3": "annex-clause2",
}
_LEVELS = {
    2: (("none", "%1"), ("decimal", "%1%2　"), ("decimal", "%1%2.%3　"), ("decimal", "%1%2.%3.%4　")),
    3: (("upperLetter", "附录%1"), ("decimal", "%1.%2　"), ("decimal", "%1.%2.%3　"), ("decimal", "%1.%2.%3.%4　")),
    4: (("lowerLetter", "%1)"),),
    5: (("none", "注："),),
    6: (("decimal", "表%1　"),),
    7: (("decimal", "[%1]"),),
}
_LINKED = {
    2: (None, "chapter", "clause2", "clause3"),
    3: ("annex", "annex-clause1", "annex-clause2", "annex-clause3"),
    4: ("letter",),
    5: ("note",),
    6: ("caption",),
    7: ("bibliography-entry",),
}


_SIZE = '<w:szCs w:val="21"/>'
_EDITED = '<w:color w:val="000000"/><w:kern w:val="0"/><w:sz w:val="21"/>'
_LANGUAGE = '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar"/>'


def docx(items: Iterator[Item], full: bool = False) -> bytes:
    """Return the draft as a Word file with automatic numbers."""
    shuffled = random.Random(1)
    body = "".join(_block(item, shuffled) for item in items)
    if full:
        body = body.replace(_SIZE + "</w:rPr>", _EDITED + _SIZE + _LANGUAGE + "</w:rPr>")
    parts = {
        "[Content_Types].xml": _CONTENT_TYPES,
        "_rels/.rels": _RELATIONSHIPS,
        "word/_rels/document.xml.rels": _DOCUMENT_RELATIONSHIPS,
        "word/document.xml": f'{_XML}<w:document xmlns:w="{_W}"><w:body>{body}<w:sectPr/></w:body></w:document>',
        "word/styles.xml": _styles(),
        "word/numbering.xml": _numbering(),
    }
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _block(item: Item, shuffled: random.Random) -> str:
    role, text, level, rows = item
    if role == "table":
        return _paragraph("caption", text, shuffled) + _table(rows, shuffled)
    if role == "annex":
        return _paragraph(role, f"（{rows[0][0]}）{text}", shuffled, "<w:r><w:br/></w:r>")
    if role in ("clause", "annex-clause"):
        return _paragraph(f"{role}{level}", text, shuffled)
    return _paragraph(role, text, shuffled)


def _paragraph(role: str, text: str, shuffled: random.Random, first: str = "") -> str:
    cuts = sorted({0, len(text), *(shuffled.randint(0, len(text)) for _ in range(shuffled.randint(0, 5)))})
    runs = "".join(_run(text[a:b], shuffled) for a, b in pairwise(cuts))
    rsid = f"{shuffled.randrange(1 << 32):08X}"
    start, end = "", ""
    if shuffled.random() < 0.1:
        name = shuffled.randrange(1 << 30)
        start, end = f'<w:bookmarkStart w:id="{name}" w:name="_Toc{name}"/>', f'<w:bookmarkEnd w:id="{name}"/>'
    return (
        f'<w:p w:rsidR="{rsid}" w:rsidRDefault="00AB12CD" w:rsidP="{rsid}">'
        f'<w:pPr><w:pStyle w:val="{_STYLES[role][0]}"/>'
        f'<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr></w:pPr>{start}{first}{runs}{end}</w:p>'
    )


def _run(text: str, shuffled: random.Random) -> str:
    rsid = f' w:rsidRPr="{shuffled.randrange(1 << 32):08X}"' if shuffled.random() < 0.5 else ""
    noise = '<w:proofErr w:type="spellStart"/>' if shuffled.random() < 0.1 else ""
    return (
        f'{noise}<w:r{rsid}><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:hint="eastAsia"/>'
        f"{_SIZE}</w:rPr>"
        f'<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    )


def _table(rows: tuple[tuple[str, ...], ...], shuffled: random.Random) -> str:
    def cell(text: str) -> str:
        return f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>{_paragraph("cell", text, shuffled)}</w:tc>'

    body = "".join(f"<w:tr>{''.join(map(cell, row))}</w:tr>" for row in rows)
    grid = '<w:gridCol w:w="2000"/>' * len(rows[0])
    return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>'


def _styles() -> str:
    made = "".join(
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{id_}"><w:name w:val="{name}"/>'
        + (f'<w:basedOn w:val="{_STYLES[_PARENTS[role]][0]}"/>' if role in _PARENTS else "")
        + f"<w:pPr>{properties}</w:pPr></w:style>"
        for role, (id_, name, properties) in _STYLES.items()
    )
    return f'{_XML}<w:styles xmlns:w="{_W}">{made}</w:styles>'


def _numbering() -> str:
    abstracts = ""
    numbers = ""
    for id_, levels in _LEVELS.items():
        made = ""
        for position, ((format_, text), role) in enumerate(zip(levels, _LINKED[id_], strict=True)):
            linked = f'<w:pStyle w:val="{_STYLES[role][0]}"/>' if role else ""
            made += (
                f'<w:lvl w:ilvl="{position}"><w:start w:val="1"/><w:numFmt w:val="{format_}"/>{linked}'
                f'<w:suff w:val="nothing"/><w:lvlText w:val="{text}"/></w:lvl>'
            )
        abstracts += (
            f'<w:abstractNum w:abstractNumId="{id_}"><w:multiLevelType w:val="multilevel"/>{made}</w:abstractNum>'
        )
        numbers += f'<w:num w:numId="{id_}"><w:abstractNumId w:val="{id_}"/></w:num>'
    return f'{_XML}<w:numbering xmlns:w="{_W}">{abstracts}{numbers}</w:numbering>'


_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_CONTENT_TYPES = (
    f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
    f'<Override PartName="/word/numbering.xml" ContentType="{_TYPE}.numbering+xml"/></Types>'
)
_RELATIONSHIPS = (
    f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_RELATION}/officeDocument" Target="word/document.xml"/></Relationships>'
)
_DOCUMENT_RELATIONSHIPS = (
    f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_RELATION}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId2" Type="{_RELATION}/numbering" Target="numbering.xml"/></Relationships>'
)


def main(sizes: list[int]) -> None:
    """Write the drafts."""
    DATA.mkdir(exist_ok=True)
    for pages in sizes:
        files = {"docx": docx(draft(pages)), "full.docx": docx(draft(pages), full=True), "md": markdown(draft(pages))}
        for ending, content in files.items():
            path = DATA / f"draft-{pages}.{ending}"
            path.write_bytes(content)
            print(f"{path}  {len(content) / 1e6:.2f} MB")


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [10, 100, 1000])
