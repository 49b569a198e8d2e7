"""Keep what every start would otherwise have to make anew: compiled patterns and parsed packs, nothing of any draft.

Making them takes longer than checking a draft of 100 pages. They lie in the user's cache folder, or where
STDLINT_CACHE_DIR says, for one version of stdlint and Python each. Where nothing can be written, nothing is kept.
"""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Callable
from typing import TypeVar

from stdlint import __version__

Made = TypeVar("Made")
Key = tuple[str | int, ...]

_kept: dict[Key, bytes] | None = None
_made: dict[Key, object] = {}


def get(key: Key, make: Callable[[], Made]) -> Made:
    """Return what is kept under `key`, or make it; `key` is all that it depends on."""
    global _kept
    if _kept is None:
        _kept = _read()
    if kept := _kept.get(key):
        try:
            found: Made = pickle.loads(kept)
        except Exception:
            del _kept[key]
        else:
            return found
    made = _made[key] = make()
    return made


def write() -> None:
    """Write down what had to be made; what cannot be written is made again next time."""
    if not _made:
        return
    from tempfile import NamedTemporaryFile

    path = _path()
    content = {**(_kept or {}), **{key: pickle.dumps(made) for key, made in _made.items()}}
    try:
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        with NamedTemporaryFile(dir=os.path.dirname(path), delete=False) as file:
            file.write(pickle.dumps(content))
        os.replace(file.name, path)
    except OSError:
        return
    _made.clear()


def _path() -> str:
    folder = os.environ.get("STDLINT_CACHE_DIR") or os.path.join(_caches(), "stdlint")
    return os.path.join(folder, f"{__version__}-{sys.implementation.cache_tag}.pickle")


def _caches() -> str:
    """Return the folder in which programs keep what they can make again."""
    if sys.platform == "win32":
        return os.environ.get("LOCALAPPDATA") or os.path.expanduser(r"~\AppData\Local")
    if sys.platform == "darwin":
        return os.path.expanduser("~/Library/Caches")
    return os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")


def _read() -> dict[Key, bytes]:
    try:
        with open(_path(), "rb") as file:
            content = pickle.load(file) if _is_own(file.fileno()) else {}
    except Exception:
        return {}
    return content if isinstance(content, dict) else {}


def _is_own(file: int) -> bool:
    """Say whether the user wrote the file: what a pickle holds is run."""
    return sys.platform == "win32" or os.fstat(file).st_uid == os.getuid()
