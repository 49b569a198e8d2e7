"""Open the scope with “本文件规定了……”, or another of the six prescribed forms, as the object demands.

Requirements are specified (规定), procedures and systems established (确立), methods described (描述), guidance
provided (提供), information given (给出), terms defined (界定); the reader learns from the first words what kind of
document this is. Compound openings are right. A wrong name of the document (“本标准”) is told by CIT010 and CIT011, a
background in front of the opening by SCP040, a missing statement of application by SCP022. Of the object only one that
plainly belongs to another verb is told, since many scopes list contents of several kinds.

范围的第一句说明文件做什么：规定要求，确立程序、体系，描述方法，提供指导，给出信息，界定术语；读者由此知道文件的类型。可以几个动词连用。
“本标准”之类的自称由CIT010、CIT011报告，句首的背景由SCP040报告；对象只在明显属于另一动词时才报告。
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Span
from stdlint.views.scope import VERBS, background

nonstandard_scope_opening = Check(
    id="SCP020",
    message="范围应以“本文件规定了（确立了、描述了、提供了、给出了、界定了）……”开头，不写“{quote}”。",
    message_en="Open the scope with “本文件规定了……” or another prescribed form, not with “{quote}”.",
    bad="""
        # 1 范围

        本文件⟦明确了⟧螺栓的要求。
    """,
    good="""
        # 1 范围

        本文件规定了螺栓的要求。
    """,
    more=(
        ("# 1 范围\n\n⟦规定了⟧螺栓的要求。", "# 1 范围\n\n本文件规定了螺栓的要求。"),
        ("# 1 范围\n\n本文件⟦规定⟧螺栓的要求。", "# 1 范围\n\n本文件规定了螺栓的要求。"),
        ("# 1 范围\n\n本文件⟦主要规定了⟧螺栓的要求。", "# 1 范围\n\n本文件规定了螺栓的要求。"),
        ("# 1 范围\n\n本规范⟦提出⟧螺栓的要求。", "# 1 范围\n\n本规范规定了螺栓的要求。"),
        ("# 1 范围\n\n本文件⟦定义了⟧螺栓的术语。", "# 1 范围\n\n本文件界定了螺栓的术语。"),
        ("# 1 范围\n\n本文件⟦建立了⟧评价的体系。", "# 1 范围\n\n本文件确立了评价的体系。"),
        ("# 1 范围\n\n本文件⟦阐述了⟧螺栓的检测方法。", "# 1 范围\n\n本文件描述了螺栓的检测方法。"),
        (
            "# 1 范围\n\n本文件⟦提出了⟧螺栓的分类、要求和包装，描述了对应的试验方法。",
            "# 1 范围\n\n本文件规定了螺栓的分类、要求和包装，描述了对应的试验方法。",
        ),
        ("# 1 范围\n\n为规范市场，本文件⟦明确了⟧螺栓的要求。", "# 1 范围\n\n为规范市场，本文件规定了螺栓的要求。"),
        (
            "# 1 范围\n\n⟦本文件对螺栓的要求进行了规定⟧。\n\n本文件适用于螺栓。",
            "# 1 范围\n\n本文件规定了螺栓的要求。\n\n本文件适用于螺栓。",
        ),
        (
            "# 1 范围\n\n⟦本文件适用于⟧螺栓。本文件规定了要求。",
            "# 1 范围\n\n本文件规定了螺栓的要求。本文件适用于螺栓。",
        ),
        ("# 1 范围\n\n⟦螺栓的尺寸、性能和试验⟧。", "# 1 范围\n\n本文件规定了螺栓的尺寸、性能和试验要求。"),
    ),
    clean=(
        "# 1 范围\n\n本文件确立了程序，规定了要求，描述了方法。",
        "# 1 范围\n\n本文件规定并描述了螺栓的要求和方法。",
        "# 1 范围\n\n本标准规定了螺栓的要求。",
        "# 1 范围\n\n本文件（以下简称“文件”）规定了螺栓的要求。",
        "# 1 范围\n\n为了统一全国的螺栓，特制定本文件。\n\n本文件规定了螺栓的要求。",
        "# 1 范围\n\nGB/T 20001的本部分规定了起草产品标准的要求。",
        "# 1 范围\n\n本文件为各类组织提供了建立体系的指南。",
        "# 1 范围\n\n注：见附录A。\n\n本文件给出了信息。",
        "# 1 范围\n\n为规范市场，本文件规定了要求。",
        "# 1 范围\n\n随着经济的发展，市场需要标准。本文件规定了要求。",
        "# 1 范围\n\n本文件规定了：\n\n- 要求；\n- 方法。",
        "# 1 范围\n\n## 1.1 内容\n\n本文件规定了要求。",
        "# 1 范围\n\nGB 4706.1—2005的第1章适用，并作下列补充。",
        "# 1 范围\n\nGB 4706.1—2005中的该章用下述内容代替：\n\n本文件涉及电热毯的安全。",
        "# 1 范围\n\n# 2 规范性引用文件",
    ),
)

scope_verb_mismatch = Check(
    id="SCP021",
    message="范围中“{noun}”与动词“{quote}”不相配，宜写“{right}”。",
    message_en="In the scope “{noun}” goes with “{right}” rather than with “{quote}”.",
    bad="""
        # 1 范围

        本文件⟦规定了⟧甲醛的测定方法。
    """,
    good="""
        # 1 范围

        本文件描述了甲醛的测定方法。
    """,
    more=(
        ("# 1 范围\n\n本文件⟦规定了⟧灌溉的术语和定义。", "# 1 范围\n\n本文件界定了灌溉的术语和定义。"),
        ("# 1 范围\n\n本文件⟦描述了⟧螺栓的技术要求。", "# 1 范围\n\n本文件规定了螺栓的技术要求。"),
        (
            "# 1 范围\n\n本文件规定了螺栓的要求，⟦规定了⟧对应的试验方法。",
            "# 1 范围\n\n本文件规定了螺栓的要求，描述了对应的试验方法。",
        ),
        (
            "# 1 范围\n\n本文件⟦规定了⟧测定水中苯系物的气相色谱-质谱法。",
            "# 1 范围\n\n本文件描述了测定水中苯系物的气相色谱-质谱法。",
        ),
        ("# 1 范围\n\n本文件⟦规定了⟧标准化工作的指南。", "# 1 范围\n\n本文件提供了标准化工作的指南。"),
        ("# 1 范围\n\n本文件⟦规定了⟧应急响应的程序。", "# 1 范围\n\n本文件确立了应急响应的程序。"),
    ),
    clean=(
        "# 1 范围\n\n本文件规定了螺栓的术语和定义、要求、试验方法、检验规则和包装。",
        "# 1 范围\n\n本文件规定了螺栓的要求和试验方法。",
        "# 1 范围\n\n本文件规定了螺栓的分类和测定的方法。",
        "# 1 范围\n\n本文件确立了结构及其起草的总体原则和要求，并规定了编写规则。",
        "# 1 范围\n\n本文件给出了编写的指南。本文件提供了信息和说明。",
        "# 1 范围\n\n本文件描述了对应的证实方法。",
        "# 1 范围\n\n本文件规定了检测方法标准的编写要求。",
    ),
)

_ITSELF = r"本(?:\p{Han}{0,6}?(?:文件|标准|规范|规程|导则|指南|通则|准则|技术条件|规定|办法|细则|制度)|部分)"
_SELF = rf"[ \u3000]*(?:[^，。\n]{{2,40}}?的)?(?P<itself>{_ITSELF})"
_GOOD = patterns.compile(
    rf"{_SELF}(?:[（(][^（）()\n]*[）)])?(?:(?:[为对就从按以在]|通过)(?:[^。\n]{{1,60}}?)|(?:针对|结合|基于|依据|根据|按照)[^。\n]{{1,60}}?，?)?(?:{VERBS})(?:(?:[、和并及与或]|并且)(?:{VERBS}))*了"
)
_INSERTED = r"(?:主要|仅|只|将|分别|重点|统一|详细|明确|具体|系统)"
_WRONG = patterns.compile(
    rf"{_SELF}(?:为[^，。\n]{{1,40}}?(?P<said>提供)(?!了)|(?P<said>{_INSERTED}?(?:(?P<right>{VERBS})了?|(?P<verb>明确|阐述|阐明|规范|提出|制定|制订|说明|介绍|叙述|论述|概述|列出|指出|指明|定义|建立|构建|设定|确定|设计|限定)(?:了|出了)?)))(?!于|的|性|化)"
)
_NO_SUBJECT = patterns.compile(rf"[ \u3000]*(?P<said>(?:主要)?(?P<right>{VERBS})了)")
_ABSENT = patterns.compile(rf"(?P<said>本\p{{Han}}{{1,6}}?(?P<right>{VERBS})了)")
_NAMED = {"定义": "界定", "建立": "确立", "构建": "确立"}
_RULES = (
    ("描述", r"(?:方法|路径|(?:谱|光度|滴定|重量|容量|比色|比浊|电极|荧光|发射|吸收)法)"),
    ("界定", r"(?:术语(?:和定义|及定义|与定义)?|词汇|符号|界限)"),
    ("提供", r"(?:指导|指南|建议)"),
    ("确立", r"(?:程序|总体原则)"),
    ("规定", r"(?:要求|特性|尺寸|技术条件)"),
)
_NOUNS = tuple((verb, patterns.compile(rf"[\p{{Han}}\-]{{0,14}}?{nouns}")) for verb, nouns in _RULES)
_STATED = patterns.compile(rf"(?P<verb>{VERBS})了(?P<object>[^，。；：\n]+)")
_AND = patterns.compile("、|以及|和(?!定义)|及(?!定义)|与(?!定义)")
_OWN = {
    "规定": patterns.compile("要求|特性|尺寸|指示|规则|参数|分类|指标|格式|内容|代码|编码|限值|等级|条件|标志|包装"),
    "确立": patterns.compile("程序|体系|系统|原则|框架|架构|模型|机制"),
    "描述": patterns.compile("法|路径|技术|步骤|过程|流程"),
    "界定": patterns.compile("术语|符号|界限|词汇|定义|概念|范围"),
    "提供": patterns.compile("指导|指南|建议|信息|说明|方法|参考|示例|框架"),
    "给出": patterns.compile("信息|说明|指导|指南|建议|示例|方法|术语|符号|原则|程序|定义|公式"),
}


@nonstandard_scope_opening.finder
@scope_verb_mismatch.finder
def find(doc: Document) -> Iterator[Finding]:
    scope = doc.scope
    if scope is None:
        return
    yield from _opening(doc, scope.opening)
    block = doc.blocks[scope.blocks[0]]
    for match in _STATED.finditer(doc.text, *block.span):
        if (better := _better(match)) is not None and match.start() not in doc.quoted:
            verb, noun = better
            span = (match.start(), match.start("object"))
            yield scope_verb_mismatch.at(span, fix=verb + "了", safe=False, noun=noun, right=verb + "了")


def _opening(doc: Document, opening: Span) -> Iterator[Finding]:
    start, end = opening
    if (reason := background(doc.text, opening)) is not None:
        named = _OWN_NAME.search(doc.text, max(reason[1], start), end)
        if reason[0] - start > 2 or named is None:
            return
        start = named.start()
    if _GOOD.match(doc.text, start, end) or _AMENDS.search(doc.text, start, end):
        return
    if match := _WRONG.match(doc.text, start, end):
        right = _verb(match, doc.text[match.end() : end]) + "了"
        yield nonstandard_scope_opening.at(match.span("said"), fix=right, safe=False)
    elif match := _NO_SUBJECT.match(doc.text, start, end) or _ABSENT.match(doc.text, start, end):
        right = f"本文件{match['right']}了"
        yield nonstandard_scope_opening.at(match.span("said"), fix=right, safe=False)
    elif match := _FIRST_WORDS.match(doc.text, start, end):
        yield nonstandard_scope_opening.at(match.span())


_OWN_NAME = patterns.compile(rf"(?<!定|编|写|订){_ITSELF}")
_FIRST_WORDS = patterns.compile(rf"{_ITSELF}(?:不?适用于?|是|为|属于)|[^，。；：\n]+")
_AMENDS = patterns.compile(r"(?:第1章|[该本此]章|1\.1|相应条款)[^。\n]{0,30}(?:适用|代替|替换|替代|补充|修改|增加)")


def _verb(match: regex.Match[str], behind: str) -> str:
    """Return the prescribed verb: the one written, or the one that goes with the object."""
    if match["right"]:
        return str(match["right"])
    if match["verb"] is None:
        return "提供"
    if match["verb"] in _NAMED:
        return _NAMED[match["verb"]]
    return _fitting(behind.partition("，")[0].rstrip("。"))[0] or "规定"


def _fitting(said: str) -> tuple[str, str]:
    """Return the verb that goes with an object, and its noun; “” where the object is of several kinds or of none."""
    tail = said.rpartition("的")[2]
    verbs: set[str] = set()
    for part in _AND.split(tail):
        verbs.add(next((verb for verb, nouns in _NOUNS if nouns.fullmatch(part)), ""))
    return (verbs.pop(), tail) if len(verbs) == 1 else ("", tail)


def _better(match: regex.Match[str]) -> tuple[str, str] | None:
    written, said = match["verb"], match["object"]
    verb, noun = _fitting(said)
    if not verb or verb == written:
        return None
    others = said if written in ("提供", "给出") else said[: len(said) - len(noun)]
    return None if _OWN[written].search(others) else (verb, noun)
