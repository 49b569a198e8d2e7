"""Name the same function type in the English title as in the Chinese one.

规范 is a specification, 规程 a code of practice, 指南 guidance or guidelines, 术语 a vocabulary, 试验方法 a test
method. Only the words of another type are told; many other words are in use.

英文译名中的功能类型词与中文名称一致：规范为specification，规程为code of practice，指南为guidance或guidelines，
术语为vocabulary，试验方法为test method。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document

_TOP = """
        ICS 21.060

        CCS J 13

        中华人民共和国国家标准

        GB/T 1234.1—XXXX
"""
_END = """
        XXXX-XX-XX 发布

        XXXX-XX-XX 实施

        国家市场监督管理总局　发布

        # 前言
"""


def _with(english: str, chinese: str = "螺栓　第1部分：试验方法") -> str:
    return f"{_TOP}\n        {chinese}\n\n        {english}\n{_END}"


english_title_kind_mismatch = Check(
    id="NAM052",
    message="中文名称为“{kind}”，英文译名用“{right}”一类的词，不用“{wrong}”。",
    message_en="The Chinese title says “{kind}”, so the English one says “{right}”, not “{wrong}”.",
    bad=_with("⟦Specification for safety of cranes⟧", "起重机安全规程"),
    good=_with("Code of practice for safety of cranes", "起重机安全规程"),
    more=(
        (
            _with("⟦Guidelines for property management services⟧", "物业管理服务规范"),
            _with("Specification for property management services", "物业管理服务规范"),
        ),
        (
            _with("⟦Technical specification for green procurement⟧", "绿色采购指南"),
            _with("Guidelines for green procurement", "绿色采购指南"),
        ),
        (
            _with("Bolts—⟦Specification⟧".replace("Bolts—⟦", "⟦Bolts—"), "螺栓　术语"),
            _with("Bolts—Vocabulary", "螺栓　术语"),
        ),
        (
            _with("⟦Specification for noise of household appliances⟧", "家用电器　噪声测试方法"),
            _with("Test method for noise of household appliances", "家用电器　噪声测试方法"),
        ),
    ),
    clean=(
        _with("Code of safe operation for cranes", "起重机安全规程"),
        _with("Technical regulations for cultivation of tea", "茶树栽培技术规程"),
        _with("Bolts—Terms and definitions", "螺栓　术语"),
        _with("Guide to the use of specifications", "规范使用指南"),
        _with("Code for design of parks", "公园设计规范"),
        _with("Technical requirements for bolts", "螺栓　技术规范"),
        _with("Water quality—Determination of total phosphorus", "水质　总磷的测定"),
        _with("Bolts—Specification for inspection", "螺栓　检验规范指南"),
    ),
)

_GUIDE = r"guid(?:eline|ance|e)s?\b"
_SPECIFICATION = r"specifications?\b"
_PRACTICE = "code of practice"
_VOCABULARY = "vocabulary"
_METHOD = r"test methods?\b"
_CODE = "code|practice|procedure|regulation|rule"
_MEASURE = "method|determination|test|measure|analys|detect|inspect|examin|identif|assay|procedure|evaluat"
_KINDS = {
    "specification": ("规范", "Specification", "specification|code(?! of practice)"),
    "code-of-practice": ("规程", "Code of practice", _CODE),
    "guidance": ("指南", "Guidelines", "guid|directive|manual|handbook"),
    "terminology": ("术语", "Vocabulary", "vocabular|term|glossary|definition|nomenclature"),
    "test-method": ("方法", "Test method", _MEASURE),
}
"""For each kind of document its Chinese word, the English one to use, and those that will do."""
_WRONG = {
    "specification": patterns.compile(f"(?i){_GUIDE}|{_PRACTICE}|{_VOCABULARY}"),
    "code-of-practice": patterns.compile(f"(?i){_SPECIFICATION}|{_GUIDE}|{_VOCABULARY}"),
    "guidance": patterns.compile(f"(?i){_SPECIFICATION}|{_PRACTICE}|{_VOCABULARY}|{_METHOD}"),
    "terminology": patterns.compile(f"(?i){_SPECIFICATION}|{_PRACTICE}|{_GUIDE}|{_METHOD}"),
    "test-method": patterns.compile(f"(?i){_SPECIFICATION}|{_PRACTICE}|{_GUIDE}|{_VOCABULARY}"),
}
_RIGHT = {kind: patterns.compile(f"(?i){words[2]}") for kind, words in _KINDS.items()}


@english_title_kind_mismatch.finder
def find(doc: Document) -> Iterator[Finding]:
    page = doc.cover_page
    words = _KINDS.get(doc.kind) if page.english else None
    if words is None or not any(text.rstrip("　 ").endswith(words[0]) for text, _ in page.title):
        return
    said = " ".join(text for text, _ in page.english)
    named = [kind for kind, (word, *_) in _KINDS.items() if any(word in text for text, _ in page.title)]
    if any(_RIGHT[kind].search(said) for kind in named):
        return
    for text, span in page.english:
        if wrong := _WRONG[doc.kind].search(text):
            yield english_title_kind_mismatch.at(span, kind=words[0], right=words[1], wrong=wrong.group())
            return
