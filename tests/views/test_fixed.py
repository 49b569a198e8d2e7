"""When words of a draft are a fixed sentence."""

from __future__ import annotations

import pytest

from stdlint.views.fixed import same

SENTENCE = "本文件按照GB/T 1.1—2020《标准化工作导则　第1部分：标准化文件的结构和起草规则》的规定起草。"


@pytest.mark.parametrize(
    "said",
    [
        SENTENCE,
        "本文件按照 GB/T 1.1-2020《标准化工作导则 第 1 部分:标准化文件的结构和起草规则》的规定起草。",
        "本文件按照ＧＢ／Ｔ 1.1——2020《标准化工作导则第1部分：标准化文件的结构和起草规则》的规定起草。",
    ],
)
def test_blanks_widths_and_dashes_make_no_difference(said: str) -> None:
    assert same(said, SENTENCE)


@pytest.mark.parametrize(
    "said",
    [
        "本标准按照GB/T 1.1—2020《标准化工作导则　第1部分：标准化文件的结构和起草规则》的规定起草。",
        "本文件按照GB/T 1.1—2020给出的规则起草。",
        SENTENCE.rstrip("。"),
    ],
)
def test_other_words_and_a_missing_full_stop_do(said: str) -> None:
    assert not same(said, SENTENCE)


def test_parentheses_and_commas_may_have_either_width() -> None:
    assert same("其中,最新版本(包括所有的修改单)适用于本文件。", "其中，最新版本（包括所有的修改单）适用于本文件。")
