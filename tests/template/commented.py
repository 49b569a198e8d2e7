"""Set a Markdown draft in Word with its comments to stdlint as real comments of Word.

    python -m tests.template.commented fixtures/suppressed.md

writes fixtures/suppressed.docx. A comment lies on the paragraph that follows it; one with “on” on that before it.
"""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.text.run import Run

from stdlint.formats import markdown
from stdlint.model import Remark, Source
from tests.template import docx

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def commented(data: bytes, look: str = "set2020") -> bytes:
    """Return the Word twin of a Markdown draft with its comments, which stand apart there."""
    source = markdown.read(data)
    word = Document(BytesIO(docx(data, look)))
    for remark in source.remarks:
        said, earlier = _words(source, remark)
        alike = [
            paragraph
            for paragraph in word.element.body.iter(_W + "p")
            if "".join(text.text or "" for text in paragraph.iter(_W + "t")).endswith(said)
        ]
        runs = [Run(run, word) for run in alike[earlier].iter(_W + "r")]
        word.add_comment(runs=[runs[0], runs[-1]], text=remark.text, author="起草组", initials="起")
    out = BytesIO()
    word.save(out)
    return out.getvalue()


def _words(source: Source, remark: Remark) -> tuple[str, int]:
    """Return the text of the paragraph that a comment is for, and how many paragraphs before it end in the same."""
    texts = [block for block in source.blocks if block.kind != "label"]
    if remark.text.startswith("stdlint: on"):
        index = max(at for at, block in enumerate(texts) if block.span[1] < remark.span[0])
    else:
        index = min(at for at, block in enumerate(texts) if block.span[0] >= remark.span[0])
    said = [source.text[slice(*block.span)] for block in texts]
    return said[index], sum(text.endswith(said[index]) for text in said[:index])


if __name__ == "__main__":
    for name in sys.argv[1:]:
        path = Path(name)
        path.with_suffix(".docx").write_bytes(commented(path.read_bytes()))
