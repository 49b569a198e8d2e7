from __future__ import annotations

from tests.golden import write
from tests.test_html import GOLDEN, small_page

write()
GOLDEN.write_text(small_page(), encoding="utf-8")
