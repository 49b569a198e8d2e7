"""Tell the encoding of a text file by trying, and unify its line ends."""

from __future__ import annotations

import codecs
import re

from stdlint.model import ReadError

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_MARKS = {encoding: mark for mark, encoding in _BOMS}
_SAMPLE = 20_000
_LONE_RETURN = re.compile(r"\r(?!\n)")


def decode(data: bytes) -> tuple[str, str]:
    """Return the text without its byte order mark, and its encoding.

    The encodings "utf-8-sig", "utf-16-le" and "utf-16-be" imply a byte order mark. Raises ReadError.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _checked(_decoded(data[len(mark) :], encoding.removesuffix("-sig")), encoding)
    if b"\0" in data:
        raise ReadError("The file is not text: it contains NUL bytes.", "这不是文本文件：其中有空字节。")
    try:
        return _checked(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _checked(_likely(_decoded(data, "gb18030")), "gb18030")


def encode(text: str, encoding: str) -> bytes:
    """Return the bytes of a text, with the byte order mark that the encoding implies."""
    return _MARKS.get(encoding, b"") + text.encode(encoding.removesuffix("-sig"))


def unified(text: str) -> str:
    """Return a text of the same length in which every line ends in a line feed, with or without a return before it."""
    return _LONE_RETURN.sub("\n", text) if "\r" in text else text


def _decoded(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise _unknown() from None


def _likely(text: str) -> str:
    """Return a text if it reads as Chinese: Big5 and Shift JIS decode as GB 18030 to rare characters."""
    sample = text[:_SAMPLE]
    chinese = [char for char in sample if "\u4e00" <= char <= "\u9fff"]
    common = sum(len(char.encode("gb2312", "ignore")) == 2 for char in chinese)
    private = sum("\ue000" <= char <= "\uf8ff" for char in sample)
    if common * 4 < len(chinese) or private * 10 > len(chinese):
        raise _unknown()
    return text


def _unknown() -> ReadError:
    return ReadError(
        "The file is not text in UTF-8, UTF-16 with a byte order mark, or GB 18030.",
        "文件的编码不是UTF-8、带字节顺序标记的UTF-16或GB 18030。",
    )


def _checked(text: str, encoding: str) -> tuple[str, str]:
    if not text:
        raise ReadError("The file is empty.", "文件是空的。")
    if "\0" in text:
        raise ReadError("The file is not text: it contains NUL characters.", "这不是文本文件：其中有空字符。")
    return text, encoding
