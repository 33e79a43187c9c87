"""Whether a colour can be read as text on another, by WCAG 2.2; and one like it that can."""

from __future__ import annotations

import re

WHITE = "#ffffff"
READABLE = 4.5
"""The contrast that text of usual size needs at least (WCAG 2.2, 1.4.3)."""

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_STEPS = 20


def is_colour(text: str) -> bool:
    """Whether a text is a colour as `#rrggbb`."""
    return _COLOUR.fullmatch(text) is not None


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as `#rrggbb`: from 1, alike, to 21, black on white."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def readable(colour: str, ground: str) -> str:
    """The colour itself where it can be read on a dark ground; else mixed with white until it can."""
    lighter = (_with_white(colour, step / _STEPS) for step in range(_STEPS + 1))
    return next((one for one in lighter if contrast(one, ground) >= READABLE), WHITE)


def _with_white(colour: str, share: float) -> str:
    return "#" + "".join(f"{round(part + (255 - part) * share):02x}" for part in _parts(colour))


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
