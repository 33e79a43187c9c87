"""The colours of the look: skin by its type, hair by its colour, pigment by its step of grey.

Colours of a drawing, chosen by eye: no screen shows anybody's own. Pigment lies in the skin and takes
light away from it, so a dot is the skin's colour made darker.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from smp_planner.domain.quantities import Number

SKIN = {
    "I": "#f2dacb", "II": "#e8c6ae", "III": "#d8b091", "IV": "#b98b69", "V": "#8b5f44", "VI": "#58392a",
}  # fmt: skip
HAIR = {
    "black": "#1d1a19", "dark_brown": "#3a2a20", "light_brown": "#6b4a30", "blond": "#a98550",
    "red": "#8c4322", "grey": "#85827f", "white": "#d3d0cb",
}  # fmt: skip
LEFT = {1: 0.62, 2: 0.52, 3: 0.42, 4: 0.32, 5: 0.22}  # share of the skin's light that a dot leaves, by step
TINT, SEEN = 0.3, 0.66  # on paper: what is left of the skin, and how light hair may be beside it
GAIN = 0.8  # on paper: how far a dot stands out, as fine marks come out wider than they are
BRIGHTER, PALER = 1.35, 0.95  # what a line on dark hair makes of its light, and of what that leaves
SHADE, PALE = 0.86, 0.5  # what a line on light hair leaves of its light, and from where on hair is light
UNKNOWN_SKIN, UNKNOWN_HAIR, UNKNOWN_STEP = "III", "dark_brown", 3


class Colours(NamedTuple):
    """The colours of one person's look; the first visit may be lighter than the later ones.

    `shine` is that of a line on long hair.
    """

    skin: str
    rim: str
    hair: str
    first: str
    later: str
    shine: str


def colours(
    tone: str | None, hair: str | None, first: Number | None = None, later: Number | None = None
) -> Colours:
    """Skin, hair and pigment by steps, 1 (lightest grey) to 5 (black); a middle one where none is known."""
    skin, own = SKIN[tone or UNKNOWN_SKIN], HAIR[hair or UNKNOWN_HAIR]
    return Colours(
        skin=skin,
        rim=_darker(skin, 0.7),
        hair=own,
        first=_darker(skin, LEFT[int(first or UNKNOWN_STEP)]),
        later=_darker(skin, LEFT[int(later or UNKNOWN_STEP)]),
        shine=_shine(own),
    )


def in_ink(own: Colours) -> Colours:
    """The same for paper: skin as a light tint that takes little ink, hair dark enough to be seen on it.

    Beside hair, pigment stands out from the tint less than from the skin, as readers of PDF and printers make
    fine dots wider than hairs. Else the treated area would look denser than a full head of hair.
    """
    skin = _lighter(own.skin, TINT)
    most = SEEN * _light(skin)
    hair = own.hair if _light(own.hair) <= most else _darker(own.hair, most / _light(own.hair))
    weigh = _weighed(own, skin, hair)
    return own._replace(
        skin=skin, hair=hair, first=weigh(own.first), later=weigh(own.later), shine=_shine(hair)
    )


def _weighed(own: Colours, skin: str, hair: str) -> Callable[[str], str]:
    """What makes pigment lighter until it stands between skin and hair of the paper as between one's own."""
    apart, apart_on_paper = _light(own.skin) - _light(own.hair), _light(skin) - _light(hair)

    def weigh(pigment: str) -> str:
        out = (_light(own.skin) - _light(pigment)) * apart_on_paper / max(apart, 0.01)
        wanted, light = _light(skin) - GAIN * min(out, _light(skin) - _light(pigment)), _light(pigment)
        return _lighter(pigment, (1 - wanted) / (1 - light)) if wanted > light else pigment

    return weigh


def _shine(hair: str) -> str:
    """Lighter than dark hair, and darker than light hair."""
    if _light(hair) >= PALE:
        return _darker(hair, SHADE)
    return _lighter(_darker(hair, BRIGHTER), PALER)


def _light(colour: str) -> float:
    """How light a colour is, 0 to 1, as it turns grey in a printer."""
    shares = zip(_parts(colour), (0.299, 0.587, 0.114), strict=True)
    return sum(part * share for part, share in shares) / 255


def _lighter(colour: str, left: float) -> str:
    """A colour of which only a share is left on white paper."""
    return _colour(255 - (255 - part) * left for part in _parts(colour))


def _darker(colour: str, left: float) -> str:
    """A colour of which only a share of the light is left, or of which there is more."""
    return _colour(min(255, part * left) for part in _parts(colour))


def _parts(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[start : start + 2], 16) for start in (1, 3, 5))


def _colour(parts: Iterable[float]) -> str:
    return "#" + "".join(f"{round(part):02x}" for part in parts)
