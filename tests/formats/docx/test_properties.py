"""What the document properties of a Word file say of a draft besides its text."""

from __future__ import annotations

import io
import zipfile

import pytest

from stdlint.formats import docx
from tests import docx_builder as word

_CUSTOM = "docProps/custom.xml"


def _with(custom: str) -> bytes:
    """Return a Word file with these custom properties as they stand."""
    data = word.build(word.para("甲"), properties={"stdlint.kind": "guidance"})
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, custom if name == _CUSTOM else old.read(name))
    return out.getvalue()


def _properties(*entries: str) -> str:
    office = "http://schemas.openxmlformats.org/officeDocument/2006"
    names = f'xmlns="{office}/custom-properties" xmlns:vt="{office}/docPropsVTypes"'
    return f"<Properties {names}>{''.join(entries)}</Properties>"


def test_custom_properties_of_ours_are_told_others_are_not() -> None:
    said = {"stdlint.kind": "guidance", "stdlint.units": "甲院、乙院", "密级": "内部", "Stdlint": "x"}
    assert docx.read(word.build(word.para("甲"), properties=said)).meta == {
        "stdlint.kind": "guidance",
        "stdlint.units": "甲院、乙院",
    }


def test_a_property_of_any_type_is_told_as_text() -> None:
    entries = (
        '<property name="stdlint.number"><vt:i4>20240001</vt:i4></property>',
        '<property name="stdlint.stage"><vt:lpwstr> review\n</vt:lpwstr></property>',
        '<property name="stdlint.title"><vt:lpwstr/></property>',
    )
    assert docx.read(_with(_properties(*entries))).meta == {
        "stdlint.number": "20240001",
        "stdlint.stage": "review",
        "stdlint.title": "",
    }


@pytest.mark.parametrize("custom", ["", "<Properties", "<Properties/>", _properties("<property/>"), "<!DOCTYPE x><x/>"])
def test_damaged_properties_are_no_properties(custom: str) -> None:
    source = docx.read(_with(custom))
    assert (source.text, source.meta) == ("甲\n", {})


def test_properties_do_not_change_the_text() -> None:
    plain = docx.read(word.build(word.para("甲")))
    assert docx.read(word.build(word.para("甲"), properties={"stdlint.kind": "guidance"})).text == plain.text
