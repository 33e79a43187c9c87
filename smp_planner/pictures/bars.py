"""A bar over days: filled, edged and hatched as its palette says."""

from __future__ import annotations

from smp_planner.pictures import hatch, svg
from smp_planner.pictures.palette import Area

APART = 7  # between the strokes of a hatched bar


def bar(x: float, y: float, width: float, height: float, area: Area) -> str:
    """The bar, with its strokes where its area is hatched."""
    look = {"fill": area.colour, "fill_opacity": area.cover, "stroke": area.edge}
    drawn = svg.rect(x, y, width, height, **look)
    if not area.hatched:
        return drawn
    strokes = hatch.rising if area.hatched == "rising" else hatch.falling
    data = strokes(width, height, APART, x, y)
    return drawn + svg.element("path", {"d": data, "stroke": area.edge, "stroke_width": 0.6, "fill": "none"})
