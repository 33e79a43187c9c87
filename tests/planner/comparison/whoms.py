"""Everybody whom the comparison tells apart: by kind of loss, sex and medicine, and by whom studies held."""

from __future__ import annotations

from collections.abc import Mapping

from smp_planner.planner.comparison.whom import MEDICINES, NO_MEDICINE, OTHER, Kind, Outside, Sex, Uses, Whom

KINDS: tuple[tuple[Kind, Sex], ...] = (
    ("men", "men"),
    ("women", "women"),
    ("unsaid", "unsaid"),
    ("others", "men"),
    ("others", "women"),
    ("others", "unsaid"),
    ("scars", "men"),
    ("scars", "women"),
    ("scars", "unsaid"),
)
USES: tuple[Uses, ...] = (NO_MEDICINE, (OTHER,), ("tablets",), ("lotion",), MEDICINES)
OUTSIDE: Mapping[Kind, tuple[Outside | None, ...]] = {
    "men": (None, "resting", "far", "other_age"),
    "women": (None, "resting"),
    "unsaid": (None, "resting", "far", "other_age"),
    "others": (None,),
    "scars": (None,),
}
AREAS: Mapping[Kind, tuple[bool, ...]] = {"others": (False, True)}
WHOMS = tuple(
    Whom(kind, sex, uses, outside, whole_scalp)
    for uses in USES
    for kind, sex in KINDS
    for outside in OUTSIDE[kind]
    for whole_scalp in AREAS.get(kind, (False,))
)
