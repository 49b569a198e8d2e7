"""Name the drafting organizations and the main drafters in the foreword, each on a line of the prescribed form.

The lines say who stands behind the text; organizations are given by the full names under which they can be found.
Mandatory national standards (GB) are published without either: there nothing is missing.

前言用“本文件起草单位：”“本文件主要起草人：”两行写明由谁起草，各项之间用顿号，末尾用句号；单位写全称，便于查找。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Edit, Span
from stdlint.views.fixed import SELF
from stdlint.views.foreword import Statement

missing_drafting_units = Check(
    id="FWD060",
    message="前言未给出起草单位，应写“本文件起草单位：……。”。",
    message_en="The foreword does not name the drafting organizations.",
    bad="""
        # ⟦前言⟧

        本文件由东山协会提出并归口。

        本文件主要起草人：张三。
    """,
    good="""
        # 前言

        本文件由东山协会提出并归口。

        本文件起草单位：东山研究院。

        本文件主要起草人：张三。
    """,
    more=(
        (
            """
            # 前言

            ⟦本文件起草单位：⟧

            本文件主要起草人：张三。
            """,
            """
            # 前言

            本文件起草单位：东山研究院。

            本文件主要起草人：张三。
            """,
        ),
    ),
    clean=(
        """
        GB 1234—2024

        # 前言

        本文件由国家市场监督管理总局提出并归口。
        """,
        """
        # 前言

        本文件由东山研究院、东山大学负责起草。

        本文件主要起草人：××、××。
        """,
        """
        # 前言

        本文件起草单位：×××、××××。
        """,
        """
        # 前言

        本文件起草单位：

        东山研究院

        东山大学

        本文件主要起草人：张三。
        """,
    ),
)

missing_drafters = Check(
    id="FWD061",
    message="前言未给出主要起草人，应写“本文件主要起草人：……。”。",
    message_en="The foreword does not name the main drafters.",
    bad="""
        # ⟦前言⟧

        本文件起草单位：东山研究院。
    """,
    good="""
        # 前言

        本文件起草单位：东山研究院。

        本文件主要起草人：张三。
    """,
    more=(
        (
            """
            # 前言

            本文件起草单位：东山研究院。

            ⟦本文件主要起草人：⟧

            # 1 范围
            """,
            """
            # 前言

            本文件起草单位：东山研究院。

            本文件主要起草人：张三。

            # 1 范围
            """,
        ),
    ),
    clean=(
        """
        GB 1234—2024

        # 前言

        本文件由国家市场监督管理总局提出并归口。
        """,
        """
        # 前言

        本文件起草单位：东山研究院。

        本文件主要起草人：XXX、XXX。
        """,
    ),
)

malformed_drafter_line = Check(
    id="FWD062",
    message="“{quote}”应改为“{right}”的形式，各项之间用顿号，末尾用句号。",
    message_en="“{quote}” should have the form “{right}”, with “、” between the names and “。” at the end.",
    bad="""
        # 前言

        ⟦起草人：张三,李四⟧
    """,
    good="""
        # 前言

        本文件主要起草人：张三、李四。
    """,
    more=(
        (
            """
            # 前言

            ⟦本文件主要起草单位：⟧东山研究院、东山大学（东山）。

            ⟦本文件起草人：⟧张三、李　四。
            """,
            """
            # 前言

            本文件起草单位：东山研究院、东山大学（东山）。

            本文件主要起草人：张三、李　四。
            """,
        ),
        (
            """
            # 前言

            ⟦本文件起草单位：东山研究院，东山大学；西山有限公司⟧

            ⟦本文件主要起草人：张三 李四 王小五⟧
            """,
            """
            # 前言

            本文件起草单位：东山研究院、东山大学、西山有限公司。

            本文件主要起草人：张三、李四、王小五。
            """,
        ),
        (
            """
            # 前言

            ⟦本文件由东山研究院、东山大学负责起草。⟧

            本文件主要起草人：张三、⟦李四⟧
            """,
            """
            # 前言

            本文件起草单位：东山研究院、东山大学。

            本文件主要起草人：张三、李四。
            """,
        ),
        (
            """
            # 前言

            ⟦本文件起草单位：⟧

            东山研究院

            东山大学

            本文件主要起草人：张三。
            """,
            """
            # 前言

            本文件起草单位：东山研究院、东山大学。

            本文件主要起草人：张三。
            """,
        ),
    ),
    clean=(
        """
        # 前言

        本文件起草单位：东山研究院、Siemens Ltd., China、西山（东山，西山）有限公司。

        本文件参加起草单位：南山大学。

        本标准主要起草人：张　三、李四。
        """,
        """
        # 前言

        本文件起草单位：

        本文件主要起草人：××××。
        """,
        """
        # 前言

        本标准按照GB/T 1.1—2009给出的规则起草。

        本标准由东山研究院负责起草。

        本标准起草人：张三，李四。
        """,
    ),
)

abbreviated_drafting_unit = Check(
    id="FWD063",
    message="起草单位“{quote}”宜用全称。",
    message_en="The drafting organization “{quote}” is better given by its full name.",
    bad="""
        # 前言

        本文件起草单位：⟦信通院⟧。
    """,
    good="""
        # 前言

        本文件起草单位：中国信息通信研究院。
    """,
    more=(
        (
            """
            # 前言

            本文件起草单位：东山大学、⟦中科院⟧、⟦华为⟧、⟦国家电网⟧、东山研究院。
            """,
            """
            # 前言

            本文件起草单位：东山大学、中国科学院、华为技术有限公司、国家电网有限公司、东山研究院。
            """,
        ),
    ),
    clean=(
        """
        # 前言

        本文件起草单位：公安部、清华大学、北京大学、新华社、首钢集团、××××、XXX、东山厂（西山）、外交部、国家卫生健康委员会。
        """,
        """
        # 前言

        本文件起草单位：……。
        """,
    ),
)

_LINE = patterns.compile(
    r"(?P<label>[^：:\n]{2,24}?(?:单位|机构|人员?|者)(?:名单)?)"
    r"(?:(?P<odd>为|是|有|如下|包括)[ \u3000]*[：:]?|[ \u3000]*[：:])"
    r"(?P<names>[^\n]*)"
)
_RIGHT = {
    "units": patterns.compile(rf"{SELF}起草单位"),
    "drafters": patterns.compile(rf"{SELF}主要起草人"),
}
_FORM = {"units": "本文件起草单位：", "drafters": "本文件主要起草人："}
_FURTHER = patterns.compile("参加|参与|参编|协作|协助|协编|支持|审查|审核|指导|牵头|联合|及|和")
_SENTENCE = patterns.compile(
    rf"(?:{SELF})?由(?P<names>[^。]+?)(?:共同|联合)?(?:负责|主要|组织|参加|牵头)*(?:共同|联合)?起草。?"
)
_PLACEHOLDER = patterns.compile(r"[×*＊_＿…△○□]|[Xx]{2,}|某某|\.{3}|待定|填写|（略）|^[略无]。?$")
_ASIDE = patterns.compile(r"[（(][^（）()]*[）)]|[A-Za-z][A-Za-z0-9.&'/-]*(?:[, ]+[A-Za-z][A-Za-z0-9.&'/-]*)*")
_WRONG_SIGN = patterns.compile(r"[，,；;/／|]|\.(?=[\u4e00-\u9fff])")
_BLANKS = patterns.compile(r"[ \u00a0\u3000\t]+")


class _Line(NamedTuple):
    """A line of names: the span of its label with the colon, that of the names, and the label's words."""

    label: Span
    names: Span
    said: str


@missing_drafting_units.finder
@missing_drafters.finder
@malformed_drafter_line.finder
@abbreviated_drafting_unit.finder
def find(doc: Document) -> Iterator[Finding]:
    foreword = doc.foreword
    if foreword is None or not foreword.sentences:
        return
    named = foreword.has("units", "drafters")
    other = foreword.legacy and not foreword.has("proposer", "committee")
    expected = named or not (other or doc.cover.code == "GB")
    for kind, check in (("units", missing_drafting_units), ("drafters", missing_drafters)):
        said = foreword.all(kind)
        if not said and expected:
            yield check.at(foreword.section.place)
        elif said and all(_is_empty(doc, one) for one in said):
            yield check.at(said[0].span)
        if not foreword.legacy:
            for one in said:
                yield from _form(doc, one)
                if kind == "units":
                    yield from _abbreviated(doc, one)


def _line(doc: Document, statement: Statement) -> _Line | None:
    match = _LINE.match(doc.text, *statement.span)
    if match is None:
        return None
    said = match["label"] + (match["odd"] or "")
    return _Line((match.start(), match.start("names")), match.span("names"), said)


def _is_empty(doc: Document, statement: Statement) -> bool:
    line = _line(doc, statement)
    return line is not None and not statement.items and not doc.text[slice(*line.names)].strip(" 　。")


def _form(doc: Document, statement: Statement) -> Iterator[Finding]:
    """Report a wrong label by itself, wrong signs with the whole line, a missing full stop at the last name."""
    kind, said = statement.kind, doc.text[slice(*statement.span)]
    form = _FORM[kind]
    if whole := _SENTENCE.fullmatch(said):
        if kind == "units" and "提出" not in said:
            yield malformed_drafter_line.at(
                statement.span, fix=f"{form}{_joined(whole['names'])}。", safe=False, right=form + "……。"
            )
        return
    line = _line(doc, statement)
    if line is None:
        return
    names = doc.text[slice(*line.names)].strip()
    mine = _RIGHT[kind].fullmatch(_BLANKS.sub("", line.said)) is not None
    if (not mine and _FURTHER.search(line.said)) or not (names or statement.items):
        return
    open_ = not names or _PLACEHOLDER.search(names) is not None
    right = form + "……。"
    if not open_ and _is_list_wrong(names):
        lead = line.said + "：" if mine else form
        stop = "" if statement.items else "。"
        fix = lead + _joined(names) + stop
        yield malformed_drafter_line.at(statement.span, fix=fix, safe=False, right=right)
    elif not mine or (not names and _is_column(doc, statement)):
        yield malformed_drafter_line.at(line.label, fix=None if mine else form, safe=False, right=right)
    elif not open_ and not names.endswith("。") and not statement.items:
        last = line.names[0] + len(doc.text[slice(*line.names)].rstrip())
        end = line.names[0] + len(doc.text[line.names[0] : last].rstrip("、，；,;. 　"))
        start = max(doc.text.rfind("、", line.names[0], end) + 1, line.names[0])
        if start < end:
            yield malformed_drafter_line.at((start, last), fix=[Edit(end, last, "。")], safe=False, right=right)


def _is_list_wrong(names: str) -> bool:
    plain = _ASIDE.sub("", names.rstrip("。.；;，、 "))
    if _WRONG_SIGN.search(plain):
        return True
    pieces = plain.split()
    return len(pieces) > 1 and "、" not in plain and all(len(piece) > 1 for piece in pieces)


def _joined(names: str) -> str:
    """Return the names with “、” between them; what stands in parentheses is left alone."""
    names = names.strip().rstrip("。.；;，、 ")
    kept = [match.span() for match in _ASIDE.finditer(names)]
    signs = "".join(
        "、" if sign in "，,；;/／|." and not any(start <= at < end for start, end in kept) else sign
        for at, sign in enumerate(names)
    )
    return signs if "、" in signs else "、".join(signs.split())


def _is_column(doc: Document, statement: Statement) -> bool:
    """Say whether the names stand one per line, and not just behind breaks that a scan made."""
    lines = [doc.text[slice(*span)] for span in statement.items]
    return len(lines) > 1 and not all(line.endswith(("、", "，", ",")) for line in lines[:-1])


_KNOWN = patterns.compile(
    "信通院|中国信通院|中科院|社科院|农科院|林科院|电科院|标准院|中国标院|电子标准院|铁科院|"
    "建科院|环科院|中国建科院|中国环科院|水科院|工信部|发改委|国标委|市监局|市监总局|卫健委|"
    "电子四院|国网|南网|国家电网|南方电网|中国移动|中国联通|中国电信|中国电科|中国石油|中国石化|"
    "中国海油|中石油|中石化|中海油|中国中车|中国商飞|中国核电|中国中化|中铁|中建|中交|北大|"
    "清华|复旦|浙大|南大|武大|北航|北理工|哈工大|西工大|中科大|国科大|上交大|西交大|同济|"
    "华为|中兴|腾讯|阿里|阿里巴巴|阿里云|百度|京东|小米|联想|海尔|格力|比亚迪|宁德时代|"
    "海康威视|大疆|科大讯飞|华大基因|三一重工|中联重科"
)
"""Organizations as people call them for short."""
_HAN = patterns.compile("[\u4e00-\u9fff]{2,3}")
_FULL = patterns.compile("[部署社院局厅委所室会校园馆台站厂队店行司处办坊场库]$|集团|大学|中心")


def _abbreviated(doc: Document, statement: Statement) -> Iterator[Finding]:
    line = _line(doc, statement)
    if line is None:
        return
    text = doc.text[slice(*line.names)]
    if _PLACEHOLDER.search(text):
        return
    at = line.names[0]
    for name in text.split("、"):
        bare = name.strip().rstrip("。；")
        short = _HAN.fullmatch(bare) and not _FULL.search(bare)
        if short or _KNOWN.fullmatch(bare):
            start = at + name.index(bare)
            yield abbreviated_drafting_unit.at((start, start + len(bare)))
        at += len(name) + 1
