"""The few SVG elements our pictures need; every text in them is escaped here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape

from smp_planner.domain.xml_text import NO_XML


def element(name: str, attributes: Mapping[str, object], *inside: str) -> str:
    """One element; attribute names write `_` for `-`."""
    pairs = "".join(f' {key.replace("_", "-")}="{_told(str(value))}"' for key, value in attributes.items())
    return f"<{name}{pairs}>{''.join(inside)}</{name}>"


def text(x: float, y: float, words: str, **attributes: object) -> str:
    """A line of text; it takes the page's own colour."""
    look = {"fill": "currentColor", "font_size": 12} | attributes
    return element("text", {"x": round(x, 1), "y": round(y, 1)} | look, _told(words))


def _told(words: str) -> str:
    """Words as XML may hold them: escaped, and without the characters that it can't hold at all."""
    return escape(NO_XML.sub("", words))


def line(x1: float, y1: float, x2: float, y2: float, **attributes: object) -> str:
    """A straight line."""
    ends = {"x1": round(x1, 1), "y1": round(y1, 1), "x2": round(x2, 1), "y2": round(y2, 1)}
    return element("line", ends | {"stroke": "currentColor"} | attributes)


def rect(x: float, y: float, width: float, height: float, **attributes: object) -> str:
    """A box with soft corners."""
    box = {"x": round(x, 1), "y": round(y, 1), "width": round(width, 1), "height": round(height, 1), "rx": 3}
    return element("rect", box | attributes)


def path(points: Iterable[tuple[float, float]], *, closed: bool = False, **attributes: object) -> str:
    """A run of straight strokes through the points."""
    drawn = "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    return element("path", {"d": f"M{drawn}{'Z' if closed else ''}", "fill": "none"} | attributes)


def picture(width: int, height: int, label: str, *inside: str, letters: str = "") -> str:
    """The whole picture: scales with the page, and says in words what it shows.

    With a family of `letters` it stands alone; else it takes the page's, and is no wider than it was drawn.
    """
    on_page = {"width": "100%", "style": f"max-width:{width}px;height:auto;font-family:inherit"}
    return element(
        "svg",
        {
            "viewBox": f"0 0 {width} {height}",
            "role": "img",
            "aria-label": label,
            **({"font_family": letters} if letters else on_page),
            "xmlns": "http://www.w3.org/2000/svg",
        },
        *inside,
    )
