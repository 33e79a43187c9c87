"""A clinic's logo: a small SVG or PNG file beside the clinic's own, safe to print and to send along."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from smp_planner.domain.clinic import Logo
from smp_planner.errors import Problem
from smp_planner.rules.drawn_logo import drawing_faults
from smp_planner.rules.files import ReadFile

MOST_BYTES = 200_000
MOST_PIXELS = 4000  # in each direction
KEY = ("brand", "logo")
TAKE_ALONG = "take the logo along, into the folder of the clinic's file, or take the line out"
_PNG = b"\x89PNG\r\n\x1a\n"
_SIZE = slice(16, 24)  # width and height in the first chunk of a PNG


def read_logo(name: str | None, clinic: Path, file: ReadFile) -> tuple[Logo | None, list[Problem]]:
    """The logo that the clinic's file at this path names, or every problem that it has."""
    if name is None:
        return None, []
    data, fault = _data(name, clinic.parent)
    if data is None:
        return None, [file.problem(KEY, *fault)]
    is_png = data.startswith(_PNG)
    faults = [*(_picture_faults if is_png else drawing_faults)(data)]
    problems = [file.problem(KEY, f"'{name}' {text}", code, hint) for text, code, hint in faults]
    return (None if problems else Logo("png" if is_png else "svg", data)), problems


def _data(name: str, home: Path) -> tuple[bytes | None, tuple[str, str, str]]:
    """What the file holds; or what is wrong, its code, and a hint where there is one."""
    try:
        path = home / name
        if Path(name).is_absolute() or not path.resolve().is_relative_to(home.resolve()):
            return None, (
                f"should be a file in the folder of the clinic's file; found '{name}'",
                "R525",
                "",
            )
        if not path.is_file():
            return None, (f"names no file: '{name}'", "R526", TAKE_ALONG)
        with path.open("rb") as opened:
            data = opened.read(MOST_BYTES + 1)
    except (OSError, ValueError):
        return None, (f"can't be opened: '{name}'", "R526", "")
    if len(data) > MOST_BYTES:
        return None, (f"'{name}' is larger than {MOST_BYTES // 1000} kB", "R527", "")
    return data, ("", "", "")


def _picture_faults(data: bytes) -> Iterator[tuple[str, str, str]]:
    """Whether a PNG is whole, and no more than a page can hold."""
    from PIL import Image

    try:
        _walk(data)
        sides = struct.unpack(">II", data[_SIZE])
        if max(sides) > MOST_PIXELS:
            yield f"has more than {MOST_PIXELS} pixels to a side", "R527", ""
            return
        with Image.open(BytesIO(data), formats=("PNG",)) as picture:
            picture.load()
    except (OSError, SyntaxError, ValueError, struct.error, zlib.error):
        yield "is a damaged PNG picture", "R527", ""


def _walk(data: bytes) -> None:
    """Through the chunks of a PNG to its end, as the printer does; Pillow passes over some damage."""
    place, kind = len(_PNG), b""
    while kind != b"IEND":
        length, kind = struct.unpack_from(">I4s", data, place)
        end = place + 8 + length
        (told,) = struct.unpack_from(">I", data, end)
        if zlib.crc32(data[place + 4 : end]) != told:
            raise ValueError("a chunk is not what it was")
        place = end + 4
