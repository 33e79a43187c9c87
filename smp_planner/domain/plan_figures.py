"""The figures of a plan that a cell of the comparison may ask for, by name."""

from __future__ import annotations

from smp_planner.domain.intake import OPTIONS

SURGERY = ("fut", "fue")
PER_CM2 = "per_cm2"
LOOKS_FULL = "full"
AT_CROWN = "crown"
PLACED = "placed"
DONOR = "donor"
ON_BARE_SKIN = "bare"
GROWING = "growing"
OWN_HAIR = "own"  # how much of the own hair was told, or reckoned, in words
GRAFTS_PER_CM2 = "comparison.grafts_per_cm2.{}"  # by kind of surgery
AS_DENSE = ("cost_per_cm2",)  # for surgery also with the grafts on each cm2
AS_PLACED = ("cover_share",)  # for surgery also with the grafts that are placed, and how many of 100 grow
AS_OF_DONOR = ("not_covered",)  # for surgery also with the grafts that the donor area gives
AS_FULL = ("density", "cover_share", "not_covered")  # for surgery also with the grafts that look full
AS_WITH_HAIR = ("cover_share", "not_covered")  # for surgery also told together with the own hair
AS_BARE = ("density",)  # for SMP also with the dots that bare skin takes
AS_CROWN = ("density",)  # for surgery also with the grafts that are planned at the crown
HORIZONS = ("1y", "5y", "10y")

PLAN_FIGURES: tuple[str, ...] = (
    *(f"cost_{when}.{option}" for when in ("first", *HORIZONS) for option in OPTIONS),
    *(f"cost_per_cm2.{option}" for option in OPTIONS if option != "nothing"),
    "density.smp",
    "visits.smp",
    "chair_hours.smp",
    "days_without_sun.smp",
    "days_without_exercise.smp",
    "days_without_swimming.smp",
    "full_result.smp",
    "touch_ups_10y.smp",
    "way_back.smp",
    "way_back_cost.smp",
    *(
        f"{figure}.{option}"
        for figure in (
            "density",
            "look",
            "survival",
            "grafts_needed",
            "first_operation",
            "grafts_growing",
            "donor",
            "donor_left",
            "operations",
            "cover_share",
            "not_covered",
        )
        for option in SURGERY
    ),
    *(f"hair_10y.{option}" for option in OPTIONS),
)
