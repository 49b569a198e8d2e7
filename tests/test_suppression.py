"""Findings that an author has said are not wrong are left out, and nothing else is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import stdlint
from stdlint import sidecar
from stdlint.document import Document
from stdlint.engine import runs
from stdlint.formats import docx, markdown
from stdlint.linting import Codes, Demand, lint_document
from stdlint.profile import load
from stdlint.result import DocumentReport
from stdlint.suppression import Suppression, stated
from stdlint.suppression.command import Command, command
from stdlint.suppression.known import Known
from tests import docx_builder as word
from tests.formats.test_remarks import at, commented, on

FIXTURES = Path(__file__).parent.parent / "fixtures"
MUST = Demand(packs=("gbt-1.1",), codes=Codes(select=("MOD010", "MOD030", "TAB", "LVL")))
C = "<!-- stdlint: ignore MOD010 引用法律原文 -->"


def _report(text: str, demand: Demand = MUST) -> DocumentReport:
    return lint_document(Document(markdown.read(text.encode())), "draft.md", demand)


def _word(*comments: str, body: str) -> DocumentReport:
    return lint_document(Document(docx.read(commented(*comments, body=body))), "draft.docx", MUST)


def _kept(report: DocumentReport, rule: str = "MOD010") -> list[str]:
    """Return the character behind each finding that stays."""
    return [one.place.after[:1] for one in report.findings if one.rule == rule]


def _told(report: DocumentReport) -> list[tuple[str, str]]:
    return [(notice.kind, notice.message) for notice in report.notices]


KNOWN = Known(load(("gbt-1.1",)))


@pytest.mark.parametrize(
    ("text", "codes", "reason"),
    [
        ("stdlint: ignore MOD010 引用法律原文", ("MOD010",), "引用法律原文"),
        ("Stdlint：忽略MOD010引用法律原文", ("MOD010",), "引用法律原文"),
        ("stdlint: 忽略 MOD010，REF100、must-for-shall 理由", ("MOD010", "REF100", "must-for-shall"), "理由"),
        ("stdlint: ignore MOD010 REF100 reason", ("MOD010", "REF100"), "reason"),
        ("stdlint: ignore MOD010, the law is quoted", ("MOD010",), "the law is quoted"),
        ("stdlint: ignore MOD010 — the law", ("MOD010",), "the law"),
        ("stdlint: ignore MOD010 -- the law", ("MOD010",), "the law"),
        ("stdlint: ignore MOD010：“原文”", ("MOD010",), "原文"),
        ("stdlint: ignore MOD010（原文）", ("MOD010",), "原文"),
        ("stdlint: ignore MOD010 “必须”和“严禁”是原文", ("MOD010",), "“必须”和“严禁”是原文"),
        ("stdlint: ignore MOD010 (a) and (b)", ("MOD010",), "(a) and (b)"),
        ("stdlint: ignore MOD010 ISO 9001 has it so", ("MOD010",), "ISO 9001 has it so"),
        ("stdlint: ignore MOD010 misspelling of the law", ("MOD010",), "misspelling of the law"),
        ("stdlint: ignore MOD010 a well-known phrase", ("MOD010",), "a well-known phrase"),
        ("stdlint: ignore mod010\n  两行\n  的理由", ("MOD010",), "两行 的理由"),
        ("stdlint: ignore MOD", ("MOD",), ""),
        ("stdlint: ignore all it is a form", ("ALL",), "it is a form"),
        ("stdlint: ignore 全部 是表格", ("ALL",), "是表格"),
        ("stdlint: ignore 所有规则 是表格", ("ALL",), "是表格"),
        ("stdlint: ignore REF100 和 MOD010 原文", ("REF100", "MOD010"), "原文"),
        ("stdlint: ignore REF100/MOD010 原文", ("REF100", "MOD010"), "原文"),
        ("stdlint: ignore MOD010 和法律一致", ("MOD010",), "和法律一致"),
        ("stdlint: ignore MOD 010 原文", ("MOD010",), "原文"),
        ("stdlint: ignore MOD 999号文", ("MOD",), "999号文"),
        ("stdlint: ignore MOD* 原文", ("MOD",), "原文"),
        ("stdlint: ignore ＭＯＤ０１０ 原文", ("MOD010",), "原文"),
        ("stdlint: ignore MOD010 理由：原文", ("MOD010",), "原文"),
        ("stdlint: ignore MOD010 // 原文", ("MOD010",), "原文"),
        ("- stdlint: ignore MOD010 原文 -", ("MOD010",), "原文"),
        ("@stdlint: ignore MOD010 原文", ("MOD010",), "原文"),
        ("stdlint:\u00a0ignore\u00a0MOD010\u00a0原文", ("MOD010",), "原文"),
    ],
)
def test_rules_end_where_the_reason_begins(text: str, codes: tuple[str, ...], reason: str) -> None:
    assert command(text, KNOWN) == Command("ignore", codes, (), reason)


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("stdlint: ignore must-for-shal x", ("must-for-shal", "must-for-shall")),
        ("stdlint: ignore MOD010, must-for-shal x", ("must-for-shal", "must-for-shall")),
        ("stdlint: ignore MOD999 x", ("MOD999", "MOD080")),
        ("stdlint: ignore mispelling x", ("mispelling", "misspelling")),
        ("stdlint: ignore MOD01O x", ("MOD01O", "MOD010")),
    ],
)
def test_a_word_that_looks_like_a_rule_and_is_none_is_told_with_the_nearest(
    text: str, unknown: tuple[str, str]
) -> None:
    said = command(text, KNOWN)
    assert said is not None
    assert [word for word, _ in said.unknown] == [unknown[0]]
    assert said.unknown[0][1][:3] == unknown[1][:3]
    assert said.reason == "x"
    assert unknown[0] not in said.codes


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("stdlint: off", "off"),
        ("stdlint: on MOD", "on"),
        ("stdlint: file MOD x", "file"),
        ("stdlint: ignore-file MOD x", "file"),
        ("stdlint：全文忽略 MOD x", "file"),
        ("stdlint: 关闭 MOD", "off"),
        ("stdlint: 开启", "on"),
        ("stdlint: offer MOD", ""),
        ("stdlint: MOD010", ""),
        ("stdlint ignore MOD010 x", ""),
    ],
)
def test_the_verb_is_understood(text: str, verb: str) -> None:
    said = command(text, KNOWN)
    assert said is not None
    assert said.verb == verb


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("stdlint-disable MOD010 x", "MOD010"),
        ("stdlint-disable-next-line MOD010", "MOD010"),
        ("stdlint-ignore: REF100", "REF100"),
        ("stdlint_ignore MOD010", "MOD010"),
        ("stdlint disable MOD010", "MOD010"),
        ("stdlint 禁用", ""),
        ("stdlint off", ""),
        ("stdlint off MOD010", "MOD010"),
        ("stdlint: ignore (MOD010) x", "MOD010"),
        ("stdlint: ignore 法律原文 MOD010", "MOD010"),
        ("stdlint: ignore-next-line MOD010 x", "MOD010"),
        ("法律原文 stdlint: ignore MOD010", "MOD010"),
    ],
)
def test_what_was_meant_as_a_suppression_is_told_with_the_rule_that_it_names(text: str, code: str) -> None:
    said = command(text, KNOWN)
    assert said is not None
    assert (said.verb, said.codes) == ("", (code,) if code else ())
    report = _report(f"# 5 要求\n\n<!-- {text} -->\n\n产品必须一。\n")
    assert _kept(report) == ["一"]
    right = f"<!-- stdlint: ignore {code or '规则编号'} 理由 -->"
    assert _told(report) == [("malformed-suppression", f"“{text}”的写法不对，应写作“{right}”。")]


def test_the_right_way_is_told_as_one_writes_it_in_word() -> None:
    body = word.para(word.run("5　要求")) + word.para(on(0, word.run("产品必须一。")))
    report = _word("stdlint: 必须 引用", body=body)
    assert _told(report) == [
        ("malformed-suppression", "“stdlint: 必须 引用”的写法不对，应写作“stdlint: ignore 规则编号 理由”。")
    ]


def test_a_comment_without_end_and_a_link_used_as_comment_are_told() -> None:
    report = _report("# 5 要求\n\n<!-- stdlint: ignore MOD010 引用 ->\n\n产品必须一。\n")
    assert [(one.kind, one.line) for one in report.notices] == [("malformed-suppression", 3)]
    assert report.notices[0].message == (
        "“<!-- stdlint: ignore MOD010 引用 ->”没有以“-->”结束，它之后的内容都没有检查。"
    )
    report = _report("# 5 要求\n\n[//]: # (stdlint: ignore MOD010 引用)\n\n产品必须一。\n")
    assert [(one.kind, one.line) for one in report.notices] == [("malformed-suppression", 3)]
    assert _kept(report) == ["一"]
    assert _told(_report("# 5 要求\n\n```\n[//]: # (stdlint: ignore MOD010 引用)\n```\n\n产品应一。\n")) == []


@pytest.mark.parametrize(
    "text",
    [
        "sample: stdlint check",
        "stdlint on GitHub",
        "stdlint off the record",
        "stdlint-baseline.json",
        "stdlint",
        "请用stdlint: ignore",
    ],
)
def test_a_comment_that_only_names_stdlint_says_nothing_to_it(text: str) -> None:
    assert command(text, KNOWN) is None


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (f"{C}\n\n必须一。\n\n必须二。\n", ["二"]),
        (f"必须一。{C}必须二。\n\n必须三。\n", ["三"]),
        (f"- 必须一；\n{C}\n- 必须二；\n- 必须三。\n", ["一", "三"]),
        (f"a) 必须一；\n{C}\nb) 必须二。\n", ["一"]),
        (f"必须一。\n\n{C}\n\n注：必须二。\n\n必须三。\n", ["一", "三"]),
        (f"{C}\n\n表1　尺寸\n\n| 必须甲 | 乙 |\n|---|---|\n| 必须丙 | 必须丁 |\n\n必须戊。\n", ["戊"]),
        (f"表1　尺寸\n\n{C}\n\n| 必须甲 | 乙 |\n|---|---|\n| 必须丙 | 必须丁 |\n\n必须戊。\n", ["戊"]),
        (f"{C}\n\n| 必须甲 | 乙 |\n|---|---|\n| 必须丙 | 必须丁 |\n\n必须戊。\n", ["戊"]),
        (f"表1　尺寸\n\n| 必须甲 | 乙 |\n|---|---|\n| 必须丙 {C} | 必须丁 |\n", ["甲", "丁"]),
        (f"必须一。\n\n{C}\n", ["一"]),
    ],
)
def test_a_comment_speaks_of_its_block_or_of_the_next(text: str, kept: list[str]) -> None:
    report = _report("# 5 要求\n\n" + text)
    strict = _report("# 5 要求\n\n" + text, Demand(MUST.packs, codes=MUST.codes, strict=True))
    silenced = [one.result.place.after[:1] for one in report.dropped]
    assert sorted([*_kept(report), *silenced]) == sorted(_kept(strict))
    assert [after for after in _kept(report) if after in "一二三甲乙丙丁戊"] == [
        after for after in _kept(strict) if after in kept
    ]


def test_a_comment_in_front_of_a_heading_speaks_of_its_number_too() -> None:
    text = "# 5 要求\n\n甲。\n\n{}## 5.1 乙\n\n丙。\n\n## 5.2 丁\n\n戊。\n\n## 5.4 己\n\n庚。\n"
    demand = Demand(("gbt-1.1",))
    plain = [f for f in _report(text.format(""), demand).findings if f.place.quote == "5.4"]
    assert plain, "a jump of numbers is found on the number"
    code = plain[0].rule
    text = text.replace("{}", "").replace("## 5.4", f"<!-- stdlint: ignore {code} 留给后续 -->\n## 5.4")
    report = _report(text, demand)
    assert [one.result.place.quote for one in report.dropped] == ["5.4"]
    assert _told(report) == []


def test_rules_are_off_until_they_are_on_each_for_itself() -> None:
    report = _report(
        "# 5 要求\n\n必须零。\n\n<!-- stdlint: off MOD 理由 -->\n\n必须一。\n\n"
        "<!-- stdlint: on MOD010 -->\n\n必须二。\n\n"
        "<!-- stdlint: off MOD010 又 -->\n\n必须三。\n\n<!-- stdlint: on -->\n\n必须四。\n"
    )
    assert _kept(report) == ["零", "二", "四"]
    assert [one.reason for one in report.dropped] == ["理由", "理由"]
    assert _told(report) == []


def test_what_is_not_on_again_is_off_to_the_end_and_on_alone_is_told() -> None:
    report = _report("# 5 要求\n\n<!-- stdlint: on -->\n\n必须一。<!-- stdlint: off 理由 -->必须二。\n\n必须三。\n")
    assert _kept(report) == ["一"]
    assert _told(report) == [("unused-suppression", "“stdlint: on”没有用到：它之前没有与它对应的“off”，可删去。")]


def test_a_file_comment_holds_everywhere() -> None:
    report = _report("# 5 要求\n\n必须一。\n\n必须二。\n\n<!-- stdlint: file MOD010 议定 -->\n")
    assert _kept(report) == []
    assert [one.reason for one in report.dropped] == ["议定", "议定"]


@pytest.mark.parametrize(
    ("said", "kinds"),
    [
        ("ignore MOD010 理由", []),
        ("ignore MOD010", ["unreasoned-suppression"]),
        ("ignore MOD010, MOD030 理由", ["unused-suppression"]),
        ("ignore MOD010, ALL 理由", []),
        ("ignore FWD010 理由", []),
        ("ignore KND 理由", []),
        ("ignore MOD010, MOD999 理由", ["unknown-rule"]),
        ("ignore", ["malformed-suppression"]),
        ("ignore 理由", ["malformed-suppression"]),
        ("file 理由", ["malformed-suppression"]),
        ("ingore MOD010 理由", ["malformed-suppression"]),
    ],
)
def test_what_is_wrong_with_a_suppression_is_told_at_its_place(said: str, kinds: list[str]) -> None:
    report = _report(f"# 5 要求\n\n<!-- stdlint: {said} -->\n\n产品必须一。\n")
    assert [notice.kind for notice in report.notices] == kinds
    for notice in report.notices:
        assert notice.line == 3
        assert notice.place is not None
        assert notice.place.quote == "产品必须一。"
    if "malformed-suppression" in kinds:
        assert _kept(report) == ["一"]


def test_all_is_told_once_where_it_serves_nothing() -> None:
    report = _report("# 5 要求\n\n<!-- stdlint: ignore ALL 理由 -->\n\n产品应一。\n")
    assert [kind for kind, _ in _told(report)] == ["unused-suppression"]


def test_a_comment_of_word_on_words_speaks_of_these_words() -> None:
    body = word.para(word.run("5　要求")) + word.para(
        word.run("产品") + on(0, word.run("必须")) + word.run("一。外壳必须二。")
    )
    report = _word("stdlint: ignore MOD010 引用", body=body)
    assert _kept(report) == ["二"]
    assert [one.reason for one in report.dropped] == ["引用"]


def test_who_marks_other_words_of_the_sentence_is_served_where_it_is_clear_what_is_meant() -> None:
    one = word.para(word.run("产品必须一，") + on(0, word.run("外壳")) + word.run("应好。包装必须二。"))
    two = word.para(word.run("产品必须一，") + on(0, word.run("外壳")) + word.run("必须好。"))
    said = "stdlint: ignore MOD010 引用"
    assert _kept(_word(said, body=word.para(word.run("5　要求")) + one)) == ["二"]
    report = _word(said, body=word.para(word.run("5　要求")) + two)
    assert _kept(report) == ["一", "好"]
    assert [kind for kind, _ in _told(report)] == ["unused-suppression"]
    assert report.notices[0].place is not None
    assert report.notices[0].place.quote == "外壳"


@pytest.mark.parametrize("content", ["point", "whole"])
def test_a_comment_of_word_on_a_point_or_a_whole_paragraph_speaks_of_it(content: str) -> None:
    said = word.runs("产品必须一，外壳必须二。")
    body = word.para(word.run("5　要求")) + word.para(on(0, said) if content == "whole" else at(0) + said)
    assert _kept(_word("stdlint: ignore MOD010 引用", body=body + word.para(word.run("必须三。")))) == ["三"]


def test_a_comment_of_word_on_deleted_words_speaks_of_nothing() -> None:
    lost = '<w:del w:id="9" w:author="乙"><w:r><w:delText>必须零。</w:delText></w:r></w:del>'
    ended = '<w:rPr><w:del w:id="8" w:author="乙"/></w:rPr>'
    gone = word.para(on(0, lost), properties=ended) + word.para(word.run("必须一。"))
    among = word.para(word.run("必须一。") + on(0, lost) + word.run("必须二。"))
    for body, kept in ((gone, ["一"]), (among, ["一", "二"])):
        report = _word("stdlint: ignore MOD010 引用", body=word.para(word.run("5　要求")) + body)
        assert _kept(report) == kept
        assert [kind for kind, _ in _told(report)] == ["unused-suppression"]


def test_a_line_break_in_a_comment_of_word_parts_the_rule_from_the_reason() -> None:
    broken = f"{word.run('stdlint: ignore MOD010')}<w:r><w:br/></w:r>{word.run('quoted')}"
    said = f'<w:comment w:id="0" w:author="甲">{word.para(broken)}</w:comment>'
    body = word.para(word.run("5　要求")) + word.para(on(0, word.run("必须一。")))
    data = word.build(
        body, extra={"word/comments.xml": word.part("comments", said)}, related={"comments.xml": "comments"}
    )
    report = lint_document(Document(docx.read(data)), "draft.docx", MUST)
    assert [one.reason for one in report.dropped] == ["quoted"]


def test_rules_are_off_in_word_from_the_paragraph_of_one_comment_to_that_of_another() -> None:
    body = (
        word.para(word.run("5　要求") + word.run(""))
        + word.para(word.run("必须一，") + on(0, word.run("此处")) + word.run("。"))
        + word.para(word.run("必须二。"))
        + word.para(on(1, word.run("到此")) + word.run("必须三。"))
        + word.para(word.run("必须四。"))
    )
    assert _kept(_word("stdlint: off MOD010 引用", "stdlint: on", body=body)) == ["四"]


def _beside(tmp_path: Path, text: str, entry: str) -> DocumentReport:
    path = tmp_path / "draft.stdlint.toml"
    path.write_text(f"[[ignore]]\n{entry}\n", encoding="utf-8")
    return _report(text, Demand(MUST.packs, codes=MUST.codes, suppressions=sidecar.read(path)))


TWO = "# 5 要求\n\n## 5.1 甲\n\n产品必须一。\n\n## 5.2 乙\n\n产品必须二。\n"


@pytest.mark.parametrize(
    ("entry", "kept", "kinds"),
    [
        ('rule = "MOD010"\nreason = "x"', [], []),
        ('rule = "mod"\nreason = "x"', [], []),
        ('rule = "MOD010"\nclause = "5.2"\nreason = "x"', ["一"], []),
        ('rule = "MOD010"\nclause = "乙"\nwords = "必须"\nreason = "x"', ["一"], []),
        ('rule = "MOD010"\nclause = "5.2"\nwords = "应"\nreason = "x"', ["一", "二"], ["unused-suppression"]),
        ('rule = "MOD010"\nclause = "5.9"\nreason = "x"', ["一", "二"], ["unused-suppression"]),
        ('rule = "M"\nreason = "x"', ["一", "二"], ["unknown-rule"]),
        ('rule = "must-for-shal"\nreason = "x"', ["一", "二"], ["unknown-rule"]),
        ('rule = "MOD010"', [], ["unreasoned-suppression"]),
        ('rule = "FWD010"\nreason = "x"', ["一", "二"], []),
    ],
)
def test_a_file_beside_a_draft_suppresses_by_rule_clause_and_words(
    tmp_path: Path, entry: str, kept: list[str], kinds: list[str]
) -> None:
    report = _beside(tmp_path, TWO, entry)
    assert _kept(report) == kept
    assert [notice.kind for notice in report.notices] == kinds
    for notice in report.notices:
        assert (notice.place, notice.path, notice.line) == (None, str(tmp_path / "draft.stdlint.toml"), 1)


def test_a_clause_that_is_not_there_is_named(tmp_path: Path) -> None:
    report = _beside(tmp_path, TWO, 'rule = "MOD010"\nclause = "附录C"\nreason = "x"')
    assert _told(report) == [("unused-suppression", "“ignore MOD010 附录C”没有用到：文件中没有“附录C”。")]


def test_a_rule_that_reads_only_word_is_not_told_as_unused_in_markdown() -> None:
    uses = load(("gbt-1.1",))
    doc = Document(markdown.read("# 5 要求\n\n产品应好。\n".encode()))
    ran = {use.check.id for siblings in runs(doc, uses) for use in siblings}
    only = next(use.check.id for use in uses if use.check.id not in ran and "markdown" not in use.check.formats)
    demand = Demand(("gbt-1.1",), suppressions=[Suppression((only,), "x", path="draft.stdlint.toml", line=1)])
    assert _told(_report("# 5 要求\n\n产品应好。\n", demand)) == []


@pytest.mark.parametrize("ending", ["md", "docx"])
def test_a_draft_with_suppressions_is_silent_and_says_what_it_leaves_out(ending: str) -> None:
    path = FIXTURES / f"suppressed.{ending}"
    report = stdlint.lint(path.read_bytes(), path.name)
    assert [f"{one.rule} {one.place.clause}" for one in report.findings] == []
    assert [(one.result.rule, one.result.place.clause, one.reason) for one in report.dropped] == [
        ("NUM350", "5.4", "数值的写法与产品图样一致"),
        ("MOD010", "5.5", "强制性条文的原文，已与归口单位商定"),
        ("MOD010", "5.7", "引用安全规程"),
        ("MOD010", "5.7", "引用安全规程"),
    ]
    assert report.notices == ()


BLOCKS = (
    "产品必须一。",
    "## 5.1 甲",
    "- 外壳必须二；\n- 刀片应当好。",
    "注：必须三。",
    "表1　尺寸\n\n| 必须四 | 乙 |\n|---|---|\n| 必须五 | 丁 |",
    "产品必须六，不可能必须七。",
    "图1　结构",
    "1) 必须八；",
)
WORDS = st.sampled_from(("MOD010", "MOD", "ALL", "must-for-shall", "TAB", "MOD999", "LVL, MOD010", ""))
COMMENTS = st.builds(
    "<!-- stdlint: {} {} {} -->".format,
    st.sampled_from(("ignore", "off", "on", "file", "忽略", "foo")),
    WORDS,
    st.sampled_from(("", "理由", "— the law")),
)


def _draft(pieces: Iterable[str]) -> str:
    return "# 5 要求\n\n" + "\n\n".join(pieces) + "\n"


def _count(report: DocumentReport) -> Counter[tuple[str, int, int]]:
    return Counter((one.rule, one.place.offset, one.place.end_offset) for one in report.findings)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(BLOCKS), COMMENTS), min_size=1, max_size=10))
def test_nothing_is_lost_and_nothing_is_invented(pieces: list[str]) -> None:
    text = _draft(pieces)
    whole = _report(text, Demand(MUST.packs, codes=MUST.codes, strict=True))
    report = _report(text)
    dropped = Counter((o.result.rule, o.result.place.offset, o.result.place.end_offset) for o in report.dropped)
    assert _count(report) + dropped == _count(whole)
    assert (whole.dropped, whole.notices) == ((), ())


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(BLOCKS), min_size=1, max_size=8),
    st.integers(0, 8),
    st.sampled_from(("<!-- 审阅 -->", "<!-- stdlint: ignore REF 理由 -->", "<!-- 两\n行 -->")),
)
def test_a_comment_between_blocks_changes_nothing(pieces: list[str], at: int, comment: str) -> None:
    plain, other = _draft(pieces), _draft([*pieces[:at], comment, *pieces[at:]])
    assert markdown.read(plain.encode()).text == markdown.read(other.encode()).text
    assert _count(_report(plain)) == _count(_report(other))


def test_a_comment_alone_at_the_beginning_of_a_list_item_leaves_it_its_label() -> None:
    plain, other = "- 甲\n- 乙\n", "- 甲\n- <!-- 审阅 -->\n  乙\n"
    assert markdown.read(plain.encode()).blocks == markdown.read(other.encode()).blocks


def test_a_comment_in_front_of_a_term_entry_speaks_of_its_number_and_term() -> None:
    text = "# 3 术语和定义\n\n{}### 3.1\n\n必须项　must item\n\n必须有的项。\n"
    assert _kept(_report(text.format("<!-- stdlint: ignore ALL 名称 -->\n"))) == _kept(_report(text.format("")))[1:]
    doc = Document(markdown.read(text.format(f"{C}\n").encode()))
    (one,), _ = stated(doc)
    assert one.span is not None
    assert doc.text[slice(*one.span)] == "3.1\n\n必须项　must item"


def test_a_comment_of_word_on_a_caption_speaks_of_its_table() -> None:
    body = (
        word.para(word.run("5　要求"))
        + word.para(word.run("必须一，见表1。"))
        + word.para(on(0, word.run("表1　尺寸")))
        + word.table([word.para(word.run("必须二")), word.para(word.run("乙"))], [word.para(word.run("丙"))] * 2)
        + word.para(word.run("必须三。"))
    )
    assert _kept(_word("stdlint: ignore MOD010 引用", body=body)) == ["一", "三"]
