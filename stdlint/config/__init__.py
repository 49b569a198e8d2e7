"""Know what a project settles for its drafts: the settings of `stdlint.toml`, or those in `pyproject.toml`.

They are found upward from a draft; the nearest folder with settings has the say, and what it extends is laid under it.
A key given later replaces the one before, tables are merged key by key, and `ignore` and the keys that begin with
`extend-` add up.
"""

from __future__ import annotations

from stdlint.config.settings import NONE, Settings, Told, settings_for

__all__ = ["NONE", "Settings", "Told", "settings_for"]
