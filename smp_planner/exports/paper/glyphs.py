"""Which characters the shipped fonts can draw, read from the fonts themselves (OpenType's table cmap)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from struct import calcsize, iter_unpack, unpack_from
from typing import Any

FONTS = Path(__file__).parent / "fonts"
LATIN, ARABIC = "NotoSans", "NotoSansArabic"
WINDOWS_UNICODE = (3, 10)  # platform and encoding of a mapping for all of Unicode, which is in format 12


@cache
def characters_of(family: str) -> frozenset[int]:
    """The code points that every weight of a family of fonts draws: LATIN (with Greek, Cyrillic), ARABIC."""
    weights = [frozenset(_mapped(file)) for file in FONTS.glob(f"{family}-*.ttf")]
    return weights[0].intersection(*weights[1:])


def _mapped(file: Path) -> Iterator[int]:
    font = file.read_bytes()
    (tables,) = unpack_from(">H", font, 4)
    cmap = next(at for name, _sum, at, _size in _each(">4sIII", tables, font, 12) if name == b"cmap")
    (mappings,) = unpack_from(">H", font, cmap + 2)
    mapping = cmap + next(
        at for *kind, at in _each(">HHI", mappings, font, cmap + 4) if tuple(kind) == WINDOWS_UNICODE
    )
    (groups,) = unpack_from(">I", font, mapping + 12)
    for first, last, _glyph in _each(">III", groups, font, mapping + 16):
        yield from range(first, last + 1)


def _each(form: str, count: int, font: bytes, at: int) -> Iterator[tuple[Any, ...]]:
    return iter_unpack(form, font[at : at + calcsize(form) * count])
