"""Write XML that every parser takes."""

from __future__ import annotations

import re

from lxml import etree

_CONTROL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold."""


def plain(text: str) -> str:
    """Return `text` with a sign for every character that XML cannot hold."""
    return _CONTROL.sub("\ufffd", text)


def written(root: etree._Element) -> str:
    """Return a document with its declaration."""
    text = etree.tostring(root, encoding="unicode", pretty_print=True)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}'
