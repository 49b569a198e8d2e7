"""English drafts: term entries in their layouts, and how documents are cited."""

from __future__ import annotations

from textwrap import dedent

from stdlint.document import Document
from stdlint.engine import lint
from stdlint.formats import markdown
from tests.helpers import uses_for

LEAD = "For the purposes of this document, the following terms and definitions apply."


def _document(text: str) -> Document:
    return Document(markdown.read(dedent(text).strip().encode()))


def _entries(text: str) -> list[tuple[str, str, list[str], list[str]]]:
    return [(e.number, e.text, e.admitted, [what for what, _, _ in e.contents]) for e in _document(text).terms.entries]


def test_an_entry_has_term_admitted_terms_definition_example_note_and_source() -> None:
    text = f"""
        # 3 Terms and definitions

        {LEAD}

        ### 3.1

        **batch**

        **lot**

        DEPRECATED: consignment

        quantity of bolts made under the same conditions

        EXAMPLE All bolts from one coil.

        Note 1 to entry: A batch may be divided.

        [SOURCE: ISO 16426:2002, 3.2, modified — “[…]” has been deleted.]
    """
    assert _entries(text) == [("3.1", "batch", ["lot", "consignment"], ["definition", "example", "note", "source"])]


def test_an_entry_may_be_typed_line_under_line_or_have_its_term_in_the_heading() -> None:
    text = f"""
        # 3 Terms and definitions

        {LEAD}

        ## 3.1 Terms related to nuts

        ### 3.1.1
        nut
        fastener with a threaded hole that goes
        on a bolt
        [SOURCE: ISO 1891-1:2019, 3.2]

        ### 3.1.2 screw

        fastener without a nut
    """
    assert _entries(text) == [
        ("3.1.1", "nut", [], ["definition", "source"]),
        ("3.1.2", "screw", [], ["definition"]),
    ]


def test_the_terminology_databases_belong_to_the_introductory_sentence() -> None:
    text = f"""
        # 3 Terms and definitions

        {LEAD}

        ISO and IEC maintain terminology databases for use in standardization at the following addresses:

        - ISO Online browsing platform: available at https://www.iso.org/obp
        - IEC Electropedia: available at https://www.electropedia.org/

        ### 3.1

        bolt

        threaded fastener
    """
    terms = _document(text).terms
    assert (len(terms.lead_in), terms.loose, len(terms.entries)) == (4, [], 1)


def test_only_a_requirement_cites_normatively() -> None:
    text = """
        # 4 Requirements

        Marking shall conform to ISO 780. Test it in accordance with ISO 2233. It should conform to ISO 7000.

        Marking shall be legible (see ISO 3864-1). It may conform to ISO 7010. Systems exist, such as ISO 9001.
    """
    ways = {m.citation.number: (m.way, m.strict) for m in _document(text).mentions}
    assert ways == {
        "780": ("normative", True),
        "2233": ("normative", True),
        "7000": ("informative", False),
        "3864-1": ("informative", False),
        "7010": ("normative", False),
        "9001": ("informative", False),
    }


def test_a_domain_that_markdown_takes_for_a_tag_keeps_homonyms_apart() -> None:
    text = f"""
        # 3 Terms and definitions

        {LEAD}

        ### 3.1

        bolt

        <fasteners> threaded part with a head

        ### 3.2

        bolt

        <locks> sliding bar
    """
    assert lint(_document(text), [uses_for("en")["duplicate-term"]], strict=True)[0] == []
