"""Write files so that a failure leaves what was there."""

from __future__ import annotations

import os
import shutil
import stat
from contextlib import suppress

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def replace(path: str | os.PathLike[str], data: bytes) -> None:
    """Write a file whole or not at all: it is there at once with its new content, or as it was.

    A link stays, and the file that it leads to is replaced; mode, owner and attributes of that file are kept as far as
    the system allows. What is no regular file (a pipe, /dev/stdout) is written to. Raises OSError, for a file that is
    write-protected or open in Word too, and leaves nothing behind.
    """
    try:
        known = os.stat(path)
    except FileNotFoundError:
        known = None
    if known is not None:
        regular = stat.S_ISREG(known.st_mode)
        with open(path, "r+b" if regular else "wb") as file:
            if not regular:
                file.write(data)
                return
    target = os.path.realpath(path)
    beside = os.path.join(os.path.dirname(target), f".stdlint-{os.urandom(8).hex()}.tmp")
    try:
        with open(os.open(beside, _NEW, 0o666 if known is None else 0o600), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if known is not None:
            _resemble(beside, target, known)
        os.replace(beside, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(beside)
        raise


def _resemble(beside: str, target: str, known: os.stat_result) -> None:
    """Give a new file the owner, mode and attributes of the one whose place it takes."""
    if hasattr(os, "chown"):
        with suppress(OSError):
            os.chown(beside, known.st_uid, known.st_gid)
    with suppress(OSError):
        shutil.copystat(target, beside)
        os.utime(beside)
