"""Rows that the planner asks for by name: what each table must hold, may hold, or must hold all of."""

from __future__ import annotations

from smp_planner.domain.intake import (
    AT_HOME,
    GOALS,
    HAIR_COLOURS,
    LOOKS,
    LUDWIG,
    MEDICATIONS,
    NORWOOD,
    OPTIONS,
    REGIONS,
    SAFETY_QUESTIONS,
    SEXES,
    TONES,
    TRAITS,
    WEEKDAYS,
    ZONES,
)
from smp_planner.domain.matters import WEIGHTS
from smp_planner.domain.plan_figures import HORIZONS, SURGERY
from smp_planner.rules.shapes.clinic import STATED
from smp_planner.rules.source_map import Path

Rows = tuple[tuple[str, Path, tuple[str, ...]], ...]

GREYS = ("1", "2", "3", "4", "5")
EVENTS = ("be_ready", "sun", "sport", "swimming")
DRIVERS = (
    "large_area", "whole_scalp", "scar_tissue", "alopecia", "difficult_skin", "dense_look", "heavy_sweat",
    "oily", "fair_skin", "sensitive", "dry_flaky", "high_sun", "swims", "crisp_look",
)  # fmt: skip
CARE_DRIVERS = (*DRIVERS, "summer")  # of the sun limit alone: by the days of the course
CHOICES = {
    "goals": GOALS,
    "zones": ZONES,
    "norwood": NORWOOD,
    "ludwig": LUDWIG,
    "density": LOOKS,
    "tone": TONES,
    "traits": TRAITS,
    "colour": HAIR_COLOURS,
    "wears": ("shaved", "short", "long"),
    "sun": ("low", "moderate", "high"),
    "sex": SEXES,
    "medication_now": MEDICATIONS,
    "loss_moving_on": ("yes", "no", "unsure"),
    "weekdays": WEEKDAYS,
    "event_kind": (*EVENTS, "sun_and_swimming"),
    "wants_touch_ups": ("crisp", "soft"),
}
IN_A_LINE = (
    "density", "zones", "traits", "colour", "wears", "sun", "sex", "medication_now", "wants_touch_ups",
)  # fmt: skip


def shares_of(count: int) -> str:
    """The table of how the dots are spread over so many visits."""
    return f"of_{count}"


def visit_of(number: int) -> str:
    """The row of one visit of a course; the first is 1."""
    return f"visit_{number}"


EXACTLY: Rows = (
    ("suitability", ("unsure",), SAFETY_QUESTIONS),
    ("coverage", ("zones", "rows"), ZONES),
    ("coverage", ("norwood", "rows"), NORWOOD),
    ("coverage", ("ludwig", "rows"), LUDWIG),
    ("coverage", ("when_unsure",), GOALS),
    ("coverage", ("at_home", "may_be_off", "rows"), AT_HOME),
    ("density", ("looks", "rows"), LOOKS),
    ("density", ("shade",), HAIR_COLOURS),
    ("density", ("greys",), GREYS),
    ("density", ("tone_shift", "rows"), TONES),
    ("sessions", ("gaps", "rows"), ("first_to_second", "second_to_third", "later")),
    ("technique", ("method",), ("scar", "large_area", "other")),
    ("technique", ("focus",), ("first", "second", "middle", "last")),
    ("aftercare", ("events",), EVENTS),
    ("prices", ("regions",), REGIONS),
    ("options", ("options",), OPTIONS),
    ("surgery", ("full_plan", "rows"), tuple(stage for stage in NORWOOD if stage != "I")),
    ("surgery", ("first_operation", "rows"), tuple(stage for stage in NORWOOD if stage not in ("I", "II"))),
    ("surgery", ("donor", "rows"), (*SURGERY, "both")),
    ("surgery", ("prices",), REGIONS),
    *(
        ("surgery", ("prices", region, table, "rows"), SURGERY)
        for region in REGIONS
        for table in ("per_graft", "minimum")
    ),
    ("medication", ("tablets_taken", "rows"), ("men", "women", "unsaid")),
    ("what_if", ("cases",), ("one_more_session", "fades_fast", "loss_moves_on", "prices_up")),
    ("comparison", ("horizons",), HORIZONS),
    ("ipdas", ("groups",), ("qualifying", "certifying", "quality")),
    ("matters", ("weights",), tuple(WEIGHTS)),
    ("intake", ("choices",), tuple(CHOICES)),
    ("intake", ("in_a_line",), IN_A_LINE),
    ("aftercare", ("summer", "months"), REGIONS),
    ("aftercare", ("emergency", "in_region"), REGIONS),
    ("sessions", ("holidays", "in_region"), REGIONS),
    ("sessions", ("holidays", "perhaps"), REGIONS),
    ("decision", ("ask",), OPTIONS),
    ("decision", ("sure",), ("sure", "understand", "weighed", "support")),
    (
        "offers",
        ("unsaid",),
        (
            "visits",
            "hours",
            "grafts",
            "tax",
            "tax_share",
            "free_count",
            "free_months",
            "touch_up",
            "deposit",
            "valid",
        ),
    ),
    ("intake", ("drivers",), ("large_area", "fair_skin", "difficult_skin")),
    *(("intake", ("choices", name), members) for name, members in CHOICES.items()),
    *(("intake", ("in_a_line", name), CHOICES[name]) for name in IN_A_LINE),
)
AT_LEAST: Rows = (
    ("surgery", ("survival", "rows"), SURGERY),
    ("technique", ("steps",), ("later",)),
    (
        "aftercare",
        ("instructions",),
        (
            "direct_sun", "heavy_exercise", "swimming", "sauna_steam", "touching", "shampoo",
            "normal_shampoo", "creams", "foil_shave", "razor", "tight_hats", "exfoliant", "self_tan_and_dye",
            "redness", "scabs",
        ),
    ),
    ("aftercare", ("before",), ("alcohol", "caffeine", "razor", "tan_or_sunburn", "patch_test")),
    (
        "suitability",
        ("criteria",),
        (
            "under_18", "pregnant_or_breastfeeding", "keloid", "active_skin_disease", "undiagnosed_hair_loss",
            "changing_mole", "recent_transplant", "recent_laser_removal", "blood_thinner",
        ),
    ),
    (
        "talk",
        ("agreed",),
        (
            "hairline", "upkeep", "numbing", "patch_test", "medication_now", "loss_moving_on", "headgear",
            "who", "later",
        ),
    ),
    ("talk", ("first_week",), ("hurts", "notice", "work")),
    ("talk", ("later",), ("greys", "spreads", "colour", "transplant")),
    *(
        ("talk", ("choosing", option, "questions"), ("licence", "who", "correction", "price", "time"))
        for option in OPTIONS
    ),
    ("talk", ("choosing", "smp", "questions"), ("needles", "pigment", "healed")),
    ("decision", ("recap",), ("grows", "nothing", "undone")),
    ("offers", ("holds",), ("free_touch_ups",)),
    (
        "about",
        ("points",),
        (
            "what", "whom", *STATED, "evidence", "graded", "updates", "reading", "untested", "regulator",
            "answers", "prices", "care",
        ),
    ),
)  # fmt: skip
AT_MOST: Rows = (
    ("medication", ("prices",), REGIONS),
    ("surgery", ("survival", "rows"), (*SURGERY, *(f"{option}_in_scar" for option in SURGERY))),
    ("sessions", ("add", "rows"), DRIVERS),
    ("touch_ups", ("sooner_for", "rows"), DRIVERS),
    ("technique", ("steps",), ("first", "second", "middle", "later", "last")),
)
