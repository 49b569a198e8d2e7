"""Full-width letters and digits, and the document numbers among them."""

from __future__ import annotations

from stdlint.formats import markdown
from stdlint.views.full_width import full_width


def _found(text: str) -> list[tuple[str, str, bool]]:
    source = markdown.read(text.encode())
    return [(source.text[slice(*one.span)], one.right, one.number) for one in full_width(source)]


def test_nothing_is_found_in_half_width_text() -> None:
    assert _found("应符合GB/T 191的规定（见5.2），中心／站。") == []


def test_a_run_holds_its_decimal_point() -> None:
    assert _found("厚度为３．５ mm，Ａ类。") == [("３．５", "3.5", False), ("Ａ", "A", False)]


def test_a_document_number_is_one_whole() -> None:
    assert _found("应符合ＧＢ／Ｔ１９１—2008和GB／T 2423．1。") == [
        ("ＧＢ／Ｔ１９１—2008", "GB/T 191—2008", True),
        ("GB／T 2423．1", "GB/T 2423.1", True),
    ]


def test_letters_that_are_no_code_make_no_document_number() -> None:
    assert _found("型号为ＡＢＣ 12。") == [("ＡＢＣ", "ABC", False)]
