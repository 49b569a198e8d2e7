"""Read the pack of an organisation: rules written as data, without code.

Beside `[checks]`, which changes rules of other packs, it holds forbidden and preferred words, fixed sentences, terms
with their equivalents, and the bodies that may propose a document or have it under their jurisdiction.

机构规则包：不写程序，用数据写明本机构的禁用词和推荐词、固定语句、术语及其对应词、提出和归口单位。
"""

from __future__ import annotations

from pathlib import Path

from stdlint.pack import Pack


def read(file: Path, name: str, *, modules: bool = False) -> Pack:
    """Return the pack that a TOML file describes; with `modules` its entries may name modules that hold checks."""
    from stdlint.house.reading import pack

    return pack(file, name, modules=modules)
