"""Word a requirement with “应”.

“必须” suggests a legal or physical necessity, which a standard cannot impose; “应当” and “须” are legal language that
Annex C does not know. An external constraint (“依据……法律的规定，……必须……”) keeps its “必须”.

“必须”表示法律等外部约束，标准自己不能施加；“应当”“须”是法律用语，附录C中没有。依据法律规定的“必须”除外。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Span
from stdlint.views.modals import external

TITLED_LAW = patterns.compile(r"《[^》]*(?:(?<!方)法|条例|规定|办法|规则)(?:（[^》]*）)?》")
LAW = patterns.compile(rf"法律|法规|条例|规章(?!制度)|国家(?:有关|相关)?规定|{TITLED_LAW.pattern}")
LAWFULLY = patterns.compile(r"依法[^，：]*$")

must_for_shall = Check(
    id="MOD010",
    message="用“应”表述要求，不用“必须”。",
    message_en="Word a requirement with {right}, not {word}.",
    bad="""
        # 4 要求

        产品⟦必须⟧通过检验，包装⟦必须⟧完好。
    """,
    good="""
        # 4 要求

        产品应通过检验，包装应完好。
    """,
    more=(
        (
            """
            # 4 要求

            但是⟦必须⟧按《水质　总磷的测定方法》测定。操作者⟦必须⟧遵守企业的规章制度，⟦必须⟧具备的能力见表1。
            店主⟦必须⟧实名，并依法取得许可。
            """,
            """
            # 4 要求

            但是应按《水质　总磷的测定方法》测定。操作者应遵守企业的规章制度，应具备的能力见表1。
            店主应实名，并依法取得许可。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        依据《中华人民共和国特种设备安全法》的规定，作业人员必须持证上岗。经营者必须依法登记，依法必须备案的项目见表2。

        本章所称“必须”是指外部约束。必需品的清单见表1，这些步骤并非必须。
        """,
        """
        # 引言

        依据法律规定，在这些环境中必须穿戴护目用具。

        # 参考文献

        [1] 必须品储备手册
        """,
    ),
    english=(
        (
            """
            # 4 Requirements

            The lid ⟦must⟧ be closed. The hinges ⟦must not⟧ be oiled; the seal ⟦mustn't⟧ leak.
            """,
            """
            # 4 Requirements

            The lid shall be closed. The hinges shall not be oiled; the seal shall not leak.
            """,
        ),
    ),
    clean_english=(
        """
        # 4 Requirements

        In accordance with national legislation, pressure vessels must be registered. Because the country is
        seismically active, all buildings must be earthquake-resistant.

        The word “must” and the word 'must' are not used. The key words "MUST" and "MUST NOT" are defined in
        RFC 2119. Fresh grape must is stored at 4 °C, and the must of the grapes is a must.

        NOTE The lid must be clean.
        """,
        """
        # Installation guide

        The package must be installed first.
        """,
        """
        # Introduction

        The supplier must be known.

        # 1 Scope
        """,
    ),
)

ought_for_shall = Check(
    id="MOD040",
    message="用“应”表述要求，不用“应当”。",
    message_en="Write “应” (shall), not “应当”.",
    bad="""
        # 4 要求

        产品⟦应当⟧通过检验。
    """,
    good="""
        # 4 要求

        产品应通过检验。
    """,
    clean=(
        """
        # 4 要求

        设备应当量配置，应当天清洗，故障应当场排除。《中华人民共和国标准化法》规定，企业应当公开其执行的标准。
        """,
    ),
)

need_for_shall = Check(
    id="MOD041",
    message="用“应”表述要求，不单独使用“须”。",
    message_en="Write “应” (shall), not “须”.",
    bad="""
        # 4 要求

        产品⟦须⟧通过检验，操作者均⟦须⟧经过培训。
    """,
    good="""
        # 4 要求

        产品应通过检验，操作者均应经过培训。
    """,
    more=(
        (
            "# 4 要求\n\n每根⟦须⟧检验，案卷⟦须⟧编号，服务⟦须⟧以预约的方式提供。",
            "# 4 要求\n\n每根应检验，案卷应编号，服务应以预约的方式提供。",
        ),
    ),
    clean=(
        """
        # 4 要求

        无须重复试验，玉米须和晶须见表1。用户须知见附录A。根须的长度应不大于5 mm，胡须、触须除外，“须”字不用。
        """,
    ),
)

_CHECKS = {
    "必须": must_for_shall,
    "must": must_for_shall,
    "must not": must_for_shall,
    "mustn't": must_for_shall,
    "应当": ought_for_shall,
    "不应当": ought_for_shall,
    "须": need_for_shall,
}


@must_for_shall.finder
@ought_for_shall.finder
@need_for_shall.finder
def find(doc: Document) -> Iterator[Finding]:
    for modal in doc.clause_modals:
        check = _CHECKS.get(modal.word)
        if check is None or modal in doc.clashing:
            continue
        sentence = doc.sentence(modal.span[0])
        if check is not must_for_shall:
            if not TITLED_LAW.search(doc.text, *sentence):
                yield check.at(modal.span, fix="不应" if modal.word == "不应当" else "应", safe=False)
        elif doc.lang == "zh":
            if not _external(doc, modal.span, sentence):
                yield check.at(modal.span, fix="应", safe=False, right="“应” (shall)", word="“必须” (must)")
        elif not external(doc.text, sentence):
            right = "shall" if modal.word == "must" else "shall not"
            yield check.at(modal.span, fix=right, safe=False, right=f"“{right}”", word=f"“{modal.word}”")


def _external(doc: Document, span: Span, sentence: Span) -> bool:
    """Say whether a law is named as the ground of “必须”: before it, or in the same clause of the sentence."""
    comma = doc.text.find("，", span[1], sentence[1])
    end = sentence[1] if comma < 0 else comma
    return (
        LAW.search(doc.text, sentence[0], end) is not None
        or LAWFULLY.search(doc.text, sentence[0], span[0]) is not None
        or doc.text.find("依法", span[1], end) >= 0
    )
