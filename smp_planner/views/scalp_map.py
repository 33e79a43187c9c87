"""The scalp to tap: the places of the list under it as a picture, by click, thumb or keyboard.

The browser sends the places as they are after a tap, and gets those of the list back; the answer
itself stands in the session once, under the key of the list.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import streamlit as st
from streamlit.components.v2 import component

from smp_planner.domain.intake import ZONES
from smp_planner.language.texts import N_, _
from smp_planner.pictures import svg
from smp_planner.pictures.borders import drawn
from smp_planner.pictures.scalp import Label, View, scalp_views
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views.parts import answered

LIST, MAP, TURN = "zones", "scalp_map", "scalp_map_turn"
WORDS = {
    "label": N_("Places on the head, to tap"),
    "hint": N_("Tap a place to choose it. Tap it once more to let it go."),
    "chosen": N_("chosen"),
    "open": N_("not chosen"),
    "part": N_("chosen as a part of “{place}”"),
}


def show_scalp_map(rules: RuleSet) -> None:
    """The head from three sides; what is chosen in the list is marked, and a tap changes the list."""
    state = st.session_state
    _scalp(
        data={
            "chosen": list(state.get(LIST) or ()),
            "turn": state.get(TURN),
            "names": rules.intake.choices[LIST],
            "inside": rules.coverage.inside,
            "words": {name: _(words) for name, words in WORDS.items()},
            "views": [view.name for view in scalp_views()],
        },
        key=MAP,
        on_tapped_change=answered(_follow),
    )


def _follow() -> None:
    """Take the places over from the map; which tap it was goes back, so that the map knows it arrived."""
    tapped = st.session_state[MAP]["tapped"]
    st.session_state[LIST] = [zone for zone in ZONES if zone in tapped["zones"]]
    st.session_state[TURN] = tapped["turn"]


# --- the markup -----------------------------------------------------------------------------


def _markup() -> str:
    views = "".join(_view(number, view) for number, view in enumerate(scalp_views()))
    return f'<div class="scalp" role="group"><div class="views">{views}</div><p></p></div>'


def _view(number: int, view: View) -> str:
    """One view: what isn't scalp, the zones, the outlines that mark the chosen, and the boxes to tick."""
    shapes = {zone: f"scalp{number}-{zone}" for zone in view.zones}
    even = {"vector-effect": "non-scaling-stroke"}  # a style would not reach the copies
    outlines = (
        svg.element("path", {"id": shapes[zone], "d": drawn(*loops)} | even)
        for zone, loops in view.zones.items()
    )
    defs = svg.element("defs", {}, _hatch(number), *outlines)
    zones = (_zone(zone, shape, number, view) for zone, shape in shapes.items())
    edges = (
        svg.element("use", {"class": "edge", "href": f"#{shape}", "data-zone": zone})
        for zone, shape in shapes.items()
    )
    box = {"viewBox": f"-2 0 {view.width + 4} {view.height}", "role": "group"}
    boxes = (_box(zone, label) for zone, label in view.labels.items())
    drawing = svg.element("svg", box, defs, *_still(view), *zones, *edges, *boxes)
    return f'<div class="view">{drawing}<span aria-hidden="true"></span></div>'


def _hatch(number: int) -> str:
    look = {"id": f"hatch{number}", "width": 7, "height": 7, "patternUnits": "userSpaceOnUse"}
    stripe = svg.element("rect", {"width": 2, "height": 7})
    return svg.element("pattern", look | {"patternTransform": "rotate(45)"}, stripe)


def _still(view: View) -> Iterator[str]:
    """The head itself, and on it or beside it nose, ears and the lines of a face."""
    yield svg.element("path", {"class": "skin", "d": drawn(view.head)})
    for border in view.still:
        yield svg.element("path", {"class": "line", "d": drawn((border,)).removesuffix("Z")})


def _zone(zone: str, shape: str, number: int, view: View) -> str:
    """The shape of a zone, for a pointer alone; its box to tick stands on it once, see `_box`."""
    look = {"class": "zone", "data-zone": zone, "aria-hidden": "true"}
    near = svg.element("path", {"class": "near", "d": drawn(*view.near.get(zone, ()))})
    fill = svg.element("use", {"class": "fill", "href": f"#{shape}"})
    stripes = {"class": "stripes", "href": f"#{shape}", "fill": f"url(#hatch{number})"}
    return svg.element("g", look, near if zone in view.near else "", fill, svg.element("use", stripes))


def _box(zone: str, at: Label) -> str:
    """The name of a zone, and over it an unseen box to tick.

    It is smaller than the zone, as a screen reader taps a box in its middle, and the middle of a bent
    shape may lie beside it.
    """
    spot = {"x": at.x, "y": at.y, "font-size": at.size, "data-letters": at.letters, "data-zone": zone}
    half = at.room / 2
    box = {"x": at.x - half, "y": at.y - half, "width": at.room, "height": at.room, "data-zone": zone}
    role = {"class": "zone box", "role": "checkbox", "tabindex": 0, "aria-checked": "false"}
    return svg.element("text", spot | {"aria-hidden": "true"}) + svg.element("rect", box | role)


_FILES = Path(__file__).parent
_scalp = component(
    "smp_scalp_map",
    html=_markup(),
    css=(_FILES / "scalp_map.css").read_text(encoding="utf-8"),
    js=(_FILES / "scalp_map.js").read_text(encoding="utf-8"),
)
