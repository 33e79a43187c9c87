"""Strokes across a box from edge to edge, which tell an area from others without any colour."""

from __future__ import annotations

from collections.abc import Iterator


def rising(width: float, height: float, apart: float, x: float = 0, y: float = 0) -> str:
    """The strokes from lower left to upper right, as the data of an SVG path; (x, y) is the upper left."""
    return "".join(
        f"M{x + max(0, at - height):g} {y + min(at, height):g}"
        f"L{x + min(at, width):g} {y + max(0, at - width):g}"
        for at in _steps(width, height, apart)
    )


def falling(width: float, height: float, apart: float, x: float = 0, y: float = 0) -> str:
    """The strokes from upper left to lower right."""
    return "".join(
        f"M{x + max(0, at - height):g} {y + max(0, height - at):g}"
        f"L{x + min(at, width):g} {y + min(height, height + width - at):g}"
        for at in _steps(width, height, apart)
    )


def _steps(width: float, height: float, apart: float) -> Iterator[float]:
    """How far along lower edge and side each stroke begins."""
    at = apart
    while at < width + height:
        yield at
        at += apart
