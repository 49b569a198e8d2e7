"""Set a Markdown draft in Word in the looks that committees use, with everything that is awkward to read about them.

- `set2020`: the template of 2020, styles by role, every number automatic, the cover of frames and form fields;
- `tcs`: the authoring tool of about 2011, numbers shared between lists, typed list markers, the cover of text boxes;
- `plain`: no template, numbers typed, headings that are only bold.

Source: reference word-documents.md, sections 2 to 6.
"""

from __future__ import annotations

from stdlint.formats import markdown
from tests.template import plain, set2020, tcs
from tests.template.draft import Draft

LOOKS = {"set2020": set2020.docx, "tcs": tcs.docx, "plain": plain.docx}


def docx(data: bytes, look: str = "set2020") -> bytes:
    """Return the Word twin of a Markdown draft."""
    return LOOKS[look](Draft(markdown.read(data)))
