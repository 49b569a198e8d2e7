"""Word a prohibition with “不应”.

Annex C names “不可”, “不得” and “禁止” as forms that do not replace “不应”; “严禁”, “不许” and “不准” are the language
of orders, and “不能” speaks of ability.

附录C规定不用“不可”“不得”“禁止”代替“不应”；“严禁”“不许”“不准”是命令用语，“不能”表示没有能力。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document

TITLED_LAW = patterns.compile(r"《[^》]*(?:(?<!方)法|条例|规定|办法|规则)(?:（[^》]*）)?》")

must_not_for_shall_not = Check(
    id="MOD020",
    message="用“不应”表述禁止，不用“不得”。",
    message_en="Write “不应” (shall not), not “不得”.",
    bad="""
        # 4 要求

        外壳⟦不得⟧有裂纹。
    """,
    good="""
        # 4 要求

        外壳不应有裂纹。
    """,
    clean=(
        """
        # 4 要求

        不得不停机时，应记录原因。样品处置不得当会影响结果。不得已而停机的情况见表1。

        标志“不得倒置”应清晰。《中华人民共和国产品质量法》规定，不得伪造产地。
        """,
    ),
)

cannot_for_shall_not = Check(
    id="MOD021",
    message="用“不应”表述禁止，不用“不可”。",
    message_en="Write “不应” (shall not), not “不可”.",
    bad="""
        # 4 要求

        长度⟦不可⟧超过5 mm，⟦不可⟧与酸接触。
    """,
    good="""
        # 4 要求

        长度不应超过5 mm，不应与酸接触。
    """,
    more=(
        (
            """
            # 4 要求

            标签⟦不可⟧脱落，记录⟦不可⟧涂改，密封件⟦不可⟧重复使用。样品⟦不可⟧冷冻。
            """,
            """
            # 4 要求

            标签不应脱落，记录不应涂改，密封件不应重复使用。样品不应冷冻。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        不可避免的误差应计入。接地是必不可少的，缺一不可。不可抗力、不可燃材料、不可逆反应、不可再生资源、不可拆卸的部件
        和不可追溯的记录应标明。不可回收物、不可见光、不可否认性、不可重复使用的容器应分开。不可用性分析见附录A。

        不可判定的情形、不可分辨的细节、不可估量的损失和坚不可摧的结构见附录B。
        """,
    ),
)

prohibit_for_shall_not = Check(
    id="MOD022",
    message="用“不应”表述禁止，不用“禁止”。",
    message_en="Write “不应” (shall not), not “禁止”.",
    bad="""
        # 4 要求

        ⟦禁止⟧使用明火。
    """,
    good="""
        # 4 要求

        不应使用明火。
    """,
    more=(
        (
            """
            # 4 要求

            车间中⟦禁止⟧吸烟、⟦禁止⟧饮食，贮存场所⟦禁止⟧使用明火，⟦禁止⟧与酸混放。⟦禁止⟧使用国家明令禁止的农药。
            """,
            """
            # 4 要求

            车间中不应吸烟、不应饮食，贮存场所不应使用明火，不应与酸混放。不应使用国家明令禁止的农药。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        禁止标志的颜色应为红色。国家禁止使用的农药名单见附录A。入口应设置“禁止吸烟”的标识。禁止类项目、禁止通行标志
        和禁止使用的物质清单应公布。红色表示禁止，在饲料中禁止使用的药物见表1，法律明文禁止的事项除外。
        """,
    ),
)

strictly_forbid_for_shall_not = Check(
    id="MOD023",
    message="用“不应”表述禁止，不用“{word}”。",
    message_en="Write “不应” (shall not) rather than “{word}”.",
    bad="""
        # 4 要求

        ⟦严禁⟧携带火种进入。⟦不许⟧在此停留。⟦不准⟧拆开外壳。
    """,
    good="""
        # 4 要求

        不应携带火种进入。不应在此停留。不应拆开外壳。
    """,
    clean=(
        """
        # 4 要求

        测量不准确时应重新校准。不准许使用腐蚀性清洗剂。
        """,
    ),
)

unable_for_shall_not = Check(
    id="MOD060",
    message="用“不应”表述禁止，不用“不能”。",
    message_en="Write “不应” (shall not), not “不能” (cannot), for a prohibition.",
    bad="""
        # 4 要求

        偏差⟦不能⟧大于5%。
    """,
    good="""
        # 4 要求

        偏差不应大于5%。
    """,
    more=(
        ("# 4 要求\n\n参数⟦不能⟧随意更改。", "# 4 要求\n\n参数不应随意更改。"),
        ("# 4 要求\n\n盘体⟦不能⟧与农药混放。", "# 4 要求\n\n盘体不应与农药混放。"),
        (
            "# 4 要求\n\n压力⟦不能⟧高于额定值的80%，并保持稳定。",
            "# 4 要求\n\n压力不应高于额定值的80%，并保持稳定。",
        ),
    ),
    clean=(
        """
        # 4 要求

        不能使用自动方法时，应采用手动方法。信号不能有效传输的区段应标明。如果结果不能大于检出限，应重新取样。
        设备不能启动的原因应记录。
        """,
    ),
)

_LIMIT = patterns.compile(
    r"不能(?:大于|小于|超过|低于|高于|少于|多于|短于|长于|使用|采用|随意|随便|任意|擅自|私自|有(?!效|机|序|力|所|关)"
    r"|[与和][^，。；：、\n]{1,10}(?:混(?:放|装|存|运|用)|接触|[同共]用))"
)
_CONDITION_BEFORE = patterns.compile(r"(?:如|若|当|因|由于|凡|对于?|在|一旦|只要|除非|果)[^，。；：\n]*$")
_CONDITION_AFTER = patterns.compile(
    r"[^，。；：\n]*?(?:时|的(?!情况|\s*[\d一二三半])[^，。；：\n]{0,12}|的情况下?|情况下|者|则)(?=[，。；：\n]|$)"
)

_WORDS = {
    "不得": must_not_for_shall_not,
    "不可": cannot_for_shall_not,
    "禁止": prohibit_for_shall_not,
    "严禁": strictly_forbid_for_shall_not,
    "不许": strictly_forbid_for_shall_not,
    "不准": strictly_forbid_for_shall_not,
    "不能": unable_for_shall_not,
}


@must_not_for_shall_not.finder
@cannot_for_shall_not.finder
@prohibit_for_shall_not.finder
@strictly_forbid_for_shall_not.finder
@unable_for_shall_not.finder
def find(doc: Document) -> Iterator[Finding]:
    for modal in doc.clause_modals:
        check = _WORDS.get(modal.word)
        if (
            check is None
            or (modal.attributive and modal.word != "不得")
            or not _prohibits(doc, modal.word, modal.span[0])
        ):
            continue
        yield check.at(modal.span, fix="不应", safe=False, word=modal.word)


def _prohibits(doc: Document, word: str, start: int) -> bool:
    sentence = doc.sentence(start)
    if TITLED_LAW.search(doc.text, *sentence):
        return False
    if word == "不能":
        return (
            _LIMIT.match(doc.text, start) is not None
            and not _CONDITION_BEFORE.search(doc.text[sentence[0] : start])
            and not _CONDITION_AFTER.match(doc.text, start)
        )
    return True
