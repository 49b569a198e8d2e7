"""Read the TOML files that people write, and say in one sentence what is wrong with one.

A shape says what a key holds: a function from (value) to the words for what is wanted (“” where the value is right),
a mapping from keys to shapes, or `Each` of many tables or of keys that people choose.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from stdlint.pack import UsageError, nearest

Told = Callable[[object], str]


class Each(NamedTuple):
    """A table of any keys (`listed`: a list) whose values have one shape."""

    shape: Shape
    listed: bool = False


Shape = Told | Mapping[str, Any] | Each


def text(value: object) -> str:
    return "" if isinstance(value, str) else "a text"


def texts(value: object) -> str:
    right = isinstance(value, list) and all(isinstance(word, str) for word in value)
    return "" if right else "a list of texts"


def text_or_texts(value: object) -> str:
    return "a text or a list of texts" if text(value) and texts(value) else ""


def truth(value: object) -> str:
    return "" if isinstance(value, bool) else "true or false"


def anything(value: object) -> str:
    return ""


def one_of(*words: str) -> Told:
    """Return the shape of a value that is one of some words."""

    def told(value: object) -> str:
        return "" if isinstance(value, str) and value in words else f"one of {', '.join(words)}"

    return told


def read(file: Path) -> dict[str, Any]:
    """Return what a TOML file says. Raises UsageError, with line and column where it is no TOML."""
    import tomllib

    try:
        return tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError:
        raise UsageError(f"{file} cannot be read: it is not UTF-8") from None
    except OSError as error:
        raise UsageError(f"{file} cannot be read: {error.strerror or error}") from None
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{file} cannot be read: {error}") from None


def refuse_wrong(value: object, shape: Shape, file: Path, key: str = "") -> None:
    """Raise UsageError for the first key or value under `key` that does not fit its shape."""
    if isinstance(shape, Each):
        for part, inner in _parts(value, shape, file, key):
            refuse_wrong(inner, shape.shape, file, part)
    elif isinstance(shape, Mapping):
        if not isinstance(value, dict):
            raise UsageError(f"{file}: {key} is a table, not {value!r}")
        for name, inner in value.items():
            if name not in shape:
                raise UsageError(f"{file}: unknown setting “{inside(key, name)}”{nearest(name, shape)}")
            refuse_wrong(inner, shape[name], file, inside(key, name))
    elif wanted := shape(value):
        near = nearest(value, wanted[7:].split(", ")) if isinstance(value, str) and wanted.startswith("one of") else ""
        raise UsageError(f"{file}: {key} is {wanted}, not {value!r}{near}")


def _parts(value: object, shape: Each, file: Path, key: str) -> Sequence[tuple[str, object]]:
    if shape.listed:
        if isinstance(value, list):
            return [(f"{key}[{number}]", one) for number, one in enumerate(value, 1)]
        raise UsageError(f"{file}: {key} is a list of tables ([[{key}]]), not {value!r}")
    if isinstance(value, dict):
        return [(inside(key, name), one) for name, one in value.items()]
    raise UsageError(f"{file}: {key} is a table, not {value!r}")


def inside(key: str, name: str) -> str:
    """Return the path of a key inside a table, as one writes it in TOML."""
    bare = name.replace("-", "").replace("_", "")
    said = name if bare.isascii() and bare.isalnum() else f'"{name}"'
    return f"{key}.{said}" if key else said
