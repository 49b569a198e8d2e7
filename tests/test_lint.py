from __future__ import annotations

from collections.abc import Iterator

import pytest

import stdlint
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.engine import lint
from stdlint.model import Edit
from stdlint.profile import Use
from stdlint.result import report
from tests.fakes import check, document


def ids(doc: Document, *uses: Use) -> list[tuple[str, tuple[int, int]]]:
    found, errors = lint(doc, uses, strict=True)
    assert errors == []
    return [(one.use.check.id, one.finding.span) for one in found]


def test_findings_stand_in_document_order() -> None:
    doc = document("产品应当合格。", "包装必须完好。")
    assert ids(doc, Use(check("MOD010", "必须")), Use(check("MOD040", "应当"))) == [
        ("MOD040", (2, 4)),
        ("MOD010", (10, 12)),
    ]


def siblings(calls: list[int]) -> tuple[Check, Check]:
    one, two = check("LVL010", "产"), check("LVL011", "品")

    @one.finder
    @two.finder
    def find(doc: Document, *, deepest: int = 3) -> Iterator[Finding]:
        calls.append(deepest)
        yield one.at((0, 1))
        yield two.at((1, 2))
        yield two.at((1, 2))

    return one, two


def test_a_finder_of_several_checks_runs_once() -> None:
    calls: list[int] = []
    one, two = siblings(calls)
    assert ids(document("产品"), Use(one), Use(two)) == [("LVL010", (0, 1)), ("LVL011", (1, 2))]
    assert calls == [3]


def test_findings_of_siblings_that_were_not_asked_are_dropped() -> None:
    _, two = siblings([])
    assert ids(document("产品"), Use(two)) == [("LVL011", (1, 2))]


def test_siblings_with_options_of_their_own_run_apart() -> None:
    calls: list[int] = []
    one, two = siblings(calls)
    assert len(ids(document("产品"), Use(one, options={"deepest": 6}), Use(two))) == 2
    assert sorted(calls) == [3, 6]


def test_a_crashing_check_is_told_and_the_others_run() -> None:
    broken = check("MOD010", "必须")

    @broken.finder
    def find(doc: Document) -> Iterator[Finding]:
        yield broken.at((0, 1))
        raise KeyError("x")

    doc = document("产品应当合格。")
    uses = [Use(broken), Use(check("MOD040", "应当"))]
    found, errors = lint(doc, uses)
    assert [one.use.check.id for one in found] == ["MOD040"]
    assert errors == ["Internal error in MOD010 mod010 (KeyError: 'x'); please report it."]
    with pytest.raises(KeyError):
        lint(doc, uses, strict=True)


def test_a_check_speaks_on_its_formats_and_language_only() -> None:
    word = check("MOD010", "必须", formats=("docx",))
    chinese = check("MOD040", "应当")
    any_ = check("MOD030", "适当", english=(("a⟦适当⟧", "a"),))
    said = "必须应当适当"
    assert [id_ for id_, _ in ids(document(said), Use(word), Use(chinese), Use(any_))] == ["MOD040", "MOD030"]
    english = [Use(one, lang="en") for one in (word, chinese, any_)]
    assert [id_ for id_, _ in ids(document(said, lang="en"), *english)] == ["MOD030"]
    assert ids(document(said, lang="en"), Use(any_)) == []
    assert [id_ for id_, _ in ids(document(said, format_="docx"), Use(word), Use(chinese), Use(any_))] == [
        "MOD010",
        "MOD040",
        "MOD030",
    ]


@pytest.mark.parametrize(
    ("winner", "loser", "left"),
    [
        ("TRM141", "REF100", ["TRM141"]),
        ("MOD031", "MOD030", ["MOD031"]),
        ("ADD010", "MOD040", ["ADD010"]),
        ("ADD014", "WRD020", ["ADD014"]),
        ("MOD010", "MOD040", ["MOD010", "MOD040"]),
    ],
)
def test_the_stronger_rule_speaks_alone_on_the_same_words(winner: str, loser: str, left: list[str]) -> None:
    doc = document("注：产品应当合格。", "包装应当完好。")
    uses = (Use(check(winner, "品应当合")), Use(check(loser, "应当")))
    told = ids(doc, *uses)
    assert [id_ for id_, span in told if span[0] < 9] == left
    assert (loser, (12, 14)) in told


def test_a_fix_of_computed_text_is_withheld() -> None:
    doc = document("产品必须合格，必须完好。")
    doc.source.locked.append((2, 4))
    found, _ = lint(doc, [Use(check("MOD010", "必须", fix="应"))])
    assert [one.finding.fix is not None for one in found] == [False, True]


def test_a_report_says_place_words_and_message() -> None:
    doc = document("# 范围", "产品必须合格。", format_="docx")
    found, _ = lint(doc, [Use(check("MOD010", "必须", fix="应"), clause="GB/T 1.1—2020, C.1", severity="error")])
    told = report(doc, found, [], path="a.docx", packs=["gbt-1.1"], lang="zh", where=None)
    (result,) = told.findings
    assert result.message == "不用“必须”"
    assert (result.place.quote, result.place.before, result.place.after) == ("必须", "产品", "合格。")
    assert (result.place.line, result.place.end_column) == (None, None)
    assert (result.place.element, result.place.clause, result.place.paragraph) == ("范围", "1", 1)
    assert result.fixed == "应"
    assert told.count() == {"error": 1, "warning": 0, "info": 0}


def test_a_message_that_lacks_a_field_is_an_error_of_that_check() -> None:
    silent = check("MOD010", "必须")
    silent.message = "{missing}"
    doc = document("产品必须合格。")
    found, _ = lint(doc, [Use(silent)])
    told = report(doc, found, [], path="a.md", packs=[], lang="zh", where=lambda source, offset: (1, offset + 1))
    assert told.findings == ()
    assert told.errors == ("Internal error in MOD010 mod010 (KeyError: 'missing'); please report it.",)


def fingerprints(*paragraphs: str) -> list[str]:
    doc = document(*paragraphs, format_="docx")
    found, _ = lint(doc, [Use(check("MOD010", "必须"))])
    told = report(doc, found, [], path="a.docx", packs=[], lang="zh", where=None)
    return [result.fingerprint for result in told.findings]


def test_a_fingerprint_survives_what_changes_around_it() -> None:
    (old,) = fingerprints("产品必须合格。")
    assert fingerprints("新的一段。", "另一段必须有。", "产品  必须合格。")[1] == old
    assert len(old) == 16
    assert set(old) <= set("0123456789abcdef")


def test_equal_paragraphs_have_different_fingerprints() -> None:
    assert len(set(fingerprints("产品必须合格，必须完好。", "产品必须合格，必须完好。"))) == 4


def test_words_at_an_insertion_are_its_surroundings() -> None:
    wanting = check("PUN010", "x")

    @wanting.finder
    def find(doc: Document) -> Iterator[Finding]:
        yield wanting.at((4, 4), fix=[Edit(4, 4, "。")])

    doc = document("产品合格")
    found, _ = lint(doc, [Use(wanting)], strict=True)
    told = report(doc, found, [], path="a.docx", packs=[], lang="en", where=None)
    assert told.findings[0].place.quote == "产品合格"
    assert told.findings[0].message == "do not write “”"


def test_a_term_and_brackets_without_end_do_not_stop_any_check() -> None:
    head = "# 3 术语和定义\n\n下列术语和定义适用于本文件。\n\n### 3.1\n\n"
    draft = f"{head}{'标准化文件' * 600}　document\n\n固定在介质上的信息。\n\n# 4 要求\n\n{'（（' * 2_000}\n"
    assert stdlint.lint(draft.encode(), "draft.md").errors == ()
