"""A diff shows lines of Markdown and paragraphs of Word."""

from __future__ import annotations

from stdlint.cli.fixing import painted
from stdlint.diff import diff
from tests import docx_builder as word
from tests.helpers import read


def test_lines_of_markdown_are_shown_as_diff_tools_show_them() -> None:
    before = "# 4 要求\n\n产品必须合格。\n\n包装完好。\n".encode()
    after = "# 4 要求\n\n产品应合格。\n\n包装完好。\n".encode()
    assert diff(before, after, "drafts/a.md") == (
        "--- a/drafts/a.md\n"
        "+++ b/drafts/a.md\n"
        "@@ -1,5 +1,5 @@\n"
        " # 4 要求\n"
        " \n"
        "-产品必须合格。\n"
        "+产品应合格。\n"
        " \n"
        " 包装完好。\n"
    )


def test_line_ends_stay_and_other_encodings_are_read() -> None:
    before, after = ("# 4 要求\r\n\r\n其它要求。\r\n", "# 4 要求\r\n\r\n其他要求。\r\n")
    shown = diff(before.encode("gb18030"), after.encode("gb18030"), "a.md")
    assert "-其它要求。\r\n+其他要求。\r\n" in shown
    assert diff(b"\xef\xbb\xbf" + before.encode(), b"\xef\xbb\xbf" + after.encode(), "a.md") == shown


def test_a_last_line_without_end_is_told() -> None:
    shown = diff("其它。".encode(), "其他。".encode(), "a.md")
    end = "\\ No newline at end of file\n"
    assert shown.endswith(f"-其它。\n{end}+其他。\n{end}")


def test_paths_of_windows_and_absolute_ones_are_shown_with_strokes() -> None:
    assert diff(b"a\n", b"b\n", "drafts\\a.md").startswith("--- a/drafts/a.md\n+++ b/drafts/a.md\n")
    assert diff(b"a\n", b"b\n", "./a.md").startswith("--- a/a.md\n")
    assert diff(b"a\n", b"b\n", "/tmp/a.md").startswith("--- a/tmp/a.md\n")


def test_paragraphs_of_word_are_shown_behind_their_places() -> None:
    before = read("# 4 要求\n\n## 4.1 外观\n\n外观完好。\n\n产品必须合格。", "docx").data
    after = read("# 4 要求\n\n## 4.1 外观\n\n外观完好。\n\n产品应合格。", "docx").data
    assert diff(before, after, "a.docx") == (
        "--- a/a.docx\n"
        "+++ b/a.docx\n"
        "@@ -1,4 +1,4 @@\n"
        " [4] 4 要求\n"
        " [4.1] 4.1 外观\n"
        " [4.1 ¶1] 外观完好。\n"
        "-[4.1 ¶2] 产品必须合格。\n"
        "+[4.1 ¶2] 产品应合格。\n"
    )


def test_a_line_break_and_a_picture_of_word_stay_on_the_line() -> None:
    broken = word.para(word.run("甲") + "<w:r><w:br/></w:r>" + word.run("乙") + "<w:r><w:drawing/></w:r>")
    shown = diff(word.build(broken, "其它。"), word.build(broken, "其他。"), "a.docx")
    assert " 甲↵乙□\n" in shown.replace("[—]", "").replace("[—", "")


def test_equal_files_have_no_diff() -> None:
    assert diff(b"a\n", b"a\n", "a.md") == ""


def test_a_diff_is_painted_as_diff_tools_paint_it() -> None:
    shown = painted(diff("# 4 要求\n其它。\n".encode(), "# 4 要求\n其他。\n".encode(), "a.md"))
    assert shown == (
        "\x1b[1m--- a/a.md\x1b[0m\n"
        "\x1b[1m+++ b/a.md\x1b[0m\n"
        "\x1b[36m@@ -1,2 +1,2 @@\x1b[0m\n"
        " # 4 要求\n"
        "\x1b[31m-其它。\x1b[0m\n"
        "\x1b[32m+其他。\x1b[0m\n"
    )
