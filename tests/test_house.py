"""Packs that an organisation writes without code."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from stdlint import profile
from stdlint.cli.config import config
from stdlint.config import settings_for
from stdlint.document import Document
from stdlint.engine import lint
from stdlint.profile import Pack, UsageError
from tests.helpers import fixed, read

FIXTURES = Path(__file__).parent.parent / "fixtures" / "house"
FORMATS = ("markdown", "docx")


def pack(folder: Path, said: str) -> Pack:
    file = folder / "acme.toml"
    file.write_text(said, encoding="utf-8")
    profile.pack_at.cache_clear()
    return profile.pack_at(file)


def found(rules: Pack, text: str, format_: str = "markdown", lang: str = "zh") -> list[tuple[str, str, str]]:
    """Return (id, words, words after the fix) of the findings on a draft."""
    doc = Document(read(text, format_), lang=lang)
    results, errors = lint(doc, profile.load((rules,), select=("ALL",)))
    assert errors == []
    said = []
    for use, finding in results:
        fix = "".join(edit.text for edit in finding.fix.edits) if finding.fix else ""
        said.append((use.check.id, doc.text[slice(*finding.span)], fix))
        assert use.check.message.format(quote="", **finding.fields)
        assert use.check.message_en.format(quote="", **finding.fields)
    return said


def words(more: str) -> str:
    return f'[[words]]\nid = "ACM010"\n{more}\n'


@pytest.mark.parametrize("format_", FORMATS)
def test_forbidden_words_are_found_where_the_draft_says_them(tmp_path: Path, format_: str) -> None:
    rules = pack(tmp_path, words('words = ["老人", "残疾老人"]\nprefer = "老年人"\nexcept = ["老人院"]'))
    text = "# 2 规范性引用文件\n\nGB/T 1 老人鞋\n\n# 4 要求\n\n残疾老人和老人应住老人院，不写“老人”。"
    assert found(rules, text, format_) == [("ACM010", "残疾老人", "老年人"), ("ACM010", "老人", "老年人")]


def test_the_longest_of_the_words_is_found(tmp_path: Path) -> None:
    rules = pack(tmp_path, words('words = { "老人" = "老年人", "老人家" = "老年人" }'))
    assert found(rules, "# 4 要求\n\n老人家应满意。") == [("ACM010", "老人家", "老年人")]


def test_a_table_of_words_says_what_to_write_for_each(tmp_path: Path) -> None:
    rules = pack(tmp_path, words('words = { "其它" = "其他", "做为" = "作为" }\nsafe = true'))
    source = read("# 4 要求\n\n其它要求做为参考。", "markdown")
    doc = Document(source, lang="zh")
    results, _ = lint(doc, profile.load((rules,)))
    assert all(one.finding.fix and one.finding.fix.safe for one in results)
    assert fixed(source, [one.finding for one in results]).text == "4\n要求\n其他要求作为参考。\n"


def test_latin_words_are_whole_and_keep_their_capital(tmp_path: Path) -> None:
    rules = pack(tmp_path, 'lang = "en"\n' + words('words = { "use up" = "consume", "via" = "through" }'))
    text = "# 4 Requirements\n\nVia the aviary, do not use  up vial or via."
    assert [one[1:] for one in found(rules, text, lang="en")] == [
        ("Via", "Through"),
        ("use  up", "consume"),
        ("via", "through"),
    ]
    assert found(rules, "# 4 要求\n\nvia 应可用。") == []


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ('"前言"', ["前"]),
        ('["foreword", "范围"]', ["前", "范"]),
        ('"normative"', ["范", "条"]),
        ('"informative"', ["前"]),
    ],
)
def test_a_rule_may_hold_in_some_elements(tmp_path: Path, where: str, expected: list[str]) -> None:
    rules = pack(tmp_path, words(f"pattern = '(?<=在)[前范条](?=一流)'\nin = {where}"))
    text = "# 前言\n\n在前一流。\n\n# 1 范围\n\n在范一流。\n\n# 4 要求\n\n在条一流。"
    assert [one[1] for one in found(rules, text)] == expected


def test_a_pattern_may_use_its_groups_and_has_limited_time(tmp_path: Path) -> None:
    rules = pack(tmp_path, words(r"""pattern = '第(\d)款'""" + "\n" + r"""prefer = '\1)'"""))
    assert found(rules, "# 4 要求\n\n见第2款。") == [("ACM010", "第2款", "2)")]
    named = pack(tmp_path, words(r"pattern = '第(?P<right>\d)款'" + "\n" + r"prefer = '\g<right>)'"))
    assert found(named, "# 4 要求\n\n见第2款。") == [("ACM010", "第2款", "2)")]
    slow = pack(tmp_path, words("pattern = '(a|aa)+$'"))
    doc = Document(read("# 4 要求\n\n" + "a" * 90 + "。", "markdown"), lang="zh")
    _, errors = lint(doc, profile.load((slow,)))
    assert len(errors) == 1
    assert "ACM010 takes longer than 2 s" in errors[0]


SENTENCE = """
[[sentences]]
id = "ACM020"
in = "foreword"
begins = "本文件版权"
sentence = "本文件版权归甲协会所有。未经许可不可翻印。"
"""


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("本文件版权归甲协会所有。未经许可不可翻印。", []),
        ("本文件由甲提出。本文件版权归 甲协会所有。未经许可不可翻印。", []),
        ("本文件版权归乙所有。未经许可不可翻印。本文件由甲归口。", ["本文件版权归乙所有。未经许可不可翻印。"]),
        ("本文件版权归甲协会所有。", ["本文件版权归甲协会所有。"]),
        ("本文件由甲提出。", ["前言"]),
    ],
)
def test_a_fixed_sentence_is_asked_for_word_for_word(
    tmp_path: Path, format_: str, said: str, expected: list[str]
) -> None:
    rules = pack(tmp_path, SENTENCE)
    given = found(rules, f"# 前言\n\n{said}\n\n# 1 范围\n\n本文件版权归乙。", format_)
    assert [one[1] for one in given] == expected
    if expected and expected != ["前言"]:
        assert given[0][2] == "本文件版权归甲协会所有。未经许可不可翻印。"


def test_a_sentence_that_is_not_required_may_be_missing(tmp_path: Path) -> None:
    rules = pack(tmp_path, SENTENCE + "required = false")
    assert found(rules, "# 前言\n\n本文件由甲提出。") == []
    assert len(found(rules, "# 前言\n\n本文件版权归乙所有。")) == 1


TERMS = """
[[terms]]
id = "ACM030"
term = "顾客"
english = ["customer", "client"]
avoid = ["客户"]
"""


@pytest.mark.parametrize("format_", FORMATS)
def test_terms_have_their_equivalent_and_no_synonyms(tmp_path: Path, format_: str) -> None:
    rules = pack(tmp_path, TERMS)
    text = (
        "# 3 术语和定义\n\n下列术语和定义适用于本文件。\n\n3.1\n\n顾客 {}\n\n接受产品的组织。\n\n# 4 要求\n\n{}应满意。"
    )
    assert found(rules, text.format("Customer", "顾客"), format_) == []
    assert found(rules, text.format("buyer", "客户"), format_) == [
        ("ACM030", "buyer", "customer"),
        ("ACM030", "客户", "顾客"),
    ]


def test_a_synonym_inside_a_longer_term_of_the_table_is_right(tmp_path: Path) -> None:
    said = (
        '[[terms]]\nid = "ACM030"\nentries = [{term = "顾客", avoid = ["客户"]}, {term = "客户端", english = "client"}]'
    )
    assert found(pack(tmp_path, said), "# 4 要求\n\n客户端的客户应满意。") == [("ACM030", "客户", "顾客")]


BODIES = """
[bodies]
id = "ACM040"
proposed-by = ["工业和信息化部", "中国甲协会"]
under-jurisdiction = "全国螺纹标准化技术委员会"
drafting-units = ["东山螺纹研究院"]
"""


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("本文件由工业和信息化部提出。本文件由全国螺纹标准化技术委员会（SAC/TC 108）归口。", []),
        ("本文件由工业和信息化部和中国甲协会提出。", []),
        ("本文件由中国甲协提出。", [("中国甲协", "中国甲协会")]),
        ("本文件由乙局、中国甲协会共同提出。", [("乙局", "")]),
        ("本文件由全国螺丝标准化技术委员会归口。", [("全国螺丝标准化技术委员会", "全国螺纹标准化技术委员会")]),
        ("本文件由中国甲协会提出并归口。", [("中国甲协会", "")]),
        ("归口单位：全国螺纹标准化技术委员会", []),
        ("本文件起草单位：东山罗纹研究院、西山大学。", [("东山罗纹研究院", "东山螺纹研究院")]),
    ],
)
def test_bodies_are_known_by_name(tmp_path: Path, format_: str, said: str, expected: list[tuple[str, str]]) -> None:
    given = found(pack(tmp_path, BODIES), f"# 前言\n\n{said}", format_)
    assert [one[1:] for one in given] == expected


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("titel = 'x'", "unknown setting “titel”; did you mean “title”"),
        ("words = 3", r"words is a list of tables \(\[\[words\]\]\), not 3"),
        ("[[words]]\nwords = ['x']", r"words\[1\] needs id"),
        (words("wrods = ['x']"), r"unknown setting “words\[1\].wrods”; did you mean “words”"),
        (words("words = ['x']\npattern = 'y'"), "needs either words or pattern"),
        (words("words = ['']"), r"words\[1\].words holds an empty text"),
        (words("words = [1]"), r"words\[1\].words is a list of words|a text or a list of texts"),
        (words("pattern = '('"), r"words\[1\].pattern is wrong: missing \)"),
        (words("pattern = 'x*'"), "matches the empty text"),
        (words(r"pattern = 'x'" + "\n" + r"prefer = '\4'"), r"words\[1\].prefer: the pattern has no group 4"),
        (words("words = ['x']\nin = 'forword'"), r"words\[1\].in: unknown element “forword”; did you mean “foreword”"),
        (words("words = ['x']\nmessage = '{wort}'"), r"words\[1\].message may hold {word}, {prefer}, {quote}"),
        (
            words("words = ['x']\nseverity = 'eror'"),
            "severity is one of error, warning, info, not 'eror'; did you mean",
        ),
        (words("words = ['x']\nname = 'Bad name'"), r"words\[1\].name is of small letters"),
        (words("words = ['x']\nbad = 'x'"), "has 1 bad and 0 good examples"),
        (words("words = ['x']\nbad = 'x'\ngood = 'y'"), "bad marks with ⟦…⟧"),
        (words("words = ['x']") * 2, r"words\[2\]: “ACM010” is given twice; words\[1\] has it already"),
        (words("words = ['x']").replace("ACM010", "ACM10"), "two to six capital letters and three digits"),
        (words("words = ['x']").replace("ACM010", "MOD010"), "there is a rule MOD010 already"),
        (words("words = ['x']\nname = 'must-for-shall'"), "there is a rule must-for-shall already"),
        ("[checks]\nmust-for-shal = 'info'", "checks: unknown rule “must-for-shal”; did you mean “must-for-shall”"),
        ("[checks]\nmust-for-shall = { mots = 1 }", "has no option “mots”"),
        ("[checks]\nx = { module = 'os' }", "only an installed package can bring a module"),
        ("[[sentences]]\nid = 'ACM020'\nsentence = 'a'", r"sentences\[1\] needs in"),
        (SENTENCE.replace('"本文件版权"', '"另一句"'), "begins is the beginning of the sentence"),
        ("[[terms]]\nid = 'ACM030'", "needs either term or entries"),
        ("[[terms]]\nid = 'ACM030'\nterm = 'x'", "needs english or avoid"),
        ("[[terms]]\nid = 'ACM030'\nentries = [{trem = 'x'}]", r"unknown setting “terms\[1\].entries\[1\].trem”"),
        ("[bodies]\nid = 'ACM040'", "bodies needs one of proposed-by, under-jurisdiction, drafting-units"),
    ],
)
def test_what_is_wrong_in_a_pack_is_told_with_its_place(tmp_path: Path, said: str, sentence: str) -> None:
    with pytest.raises(UsageError, match=rf"acme\.toml: .*(?:{sentence})"):
        pack(tmp_path, said)


def test_the_examples_of_a_pack_are_tried(tmp_path: Path) -> None:
    good = words("words = { 'x' = 'y' }\nbad = '应写⟦x⟧。'\ngood = '应写y。'\nclean = 'xx。'")
    pack(tmp_path, good)
    file = str(tmp_path / "acme.toml")
    result = CliRunner().invoke(config, ["test", file])
    assert (result.exit_code, result.output) == (0, "ACM010 acm010 (warning) “…”应写作“…”。 [3个示例]\n")
    for wrong, sentence in (
        ("bad = '应写⟦x⟧和x。'\ngood = '应写y。'", "错误示例中应找出“x”，实际找出“x、x”。"),
        ("bad = '应写⟦x⟧。'\ngood = '应写z。'", "错误示例改正后与正确示例不同。"),
        ("clean = 'x。'", "正确示例中找出了“x”。"),
    ):
        pack(tmp_path, words(f"words = {{ 'x' = 'y' }}\n{wrong}"))
        result = CliRunner().invoke(config, ["test", file])
        assert result.exit_code == 1
        assert sentence in result.output


def test_the_pack_of_an_association_holds_what_it_promises() -> None:
    result = CliRunner().invoke(config, ["test", str(FIXTURES / "association.toml")])
    assert result.exit_code == 0
    assert result.output.count("CHS") == 6


@pytest.mark.parametrize("format_", FORMATS)
def test_a_conforming_draft_is_silent_and_an_offending_one_breaks_every_rule(format_: str) -> None:
    settings = settings_for(str(FIXTURES / "offending.md"))
    (rules,) = settings.besides
    assert isinstance(rules, Pack)
    conforming, offending = (
        (FIXTURES / f"{name}.md").read_text(encoding="utf-8") for name in ("conforming", "offending")
    )
    assert found(rules, conforming, format_) == []
    told = {one[0] for one in found(rules, offending, format_)}
    assert told == {
        entry["check"].id for entry in rules.checks.values() if isinstance(entry, dict) and "check" in entry
    }
