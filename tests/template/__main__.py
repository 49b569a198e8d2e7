"""Write the Word twins of Markdown drafts.

    python -m tests.template fixtures/product.md …
    python -m tests.template --looks fixtures/looks.md …

writes fixtures/product.docx beside each, in the look of the template of 2020; with `--looks` one file for each look,
fixtures/looks-set2020.docx and so on.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.template import LOOKS, docx


def main(arguments: list[str]) -> None:
    """Write the Word twins of each Markdown file beside it."""
    for path in (Path(argument) for argument in arguments if argument != "--looks"):
        data = path.read_bytes()
        if "--looks" in arguments:
            for look in LOOKS:
                path.with_name(f"{path.stem}-{look}.docx").write_bytes(docx(data, look))
        else:
            path.with_suffix(".docx").write_bytes(docx(data))


if __name__ == "__main__":
    main(sys.argv[1:])
