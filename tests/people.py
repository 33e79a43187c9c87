"""One healthy adult for tests to start from, and the plan of a person."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from smp_planner.domain.intake import (
    AreaAnswer,
    CalendarAnswer,
    Habits,
    Hair,
    Intake,
    Person,
    Skin,
)
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.planner.pipeline import plan_treatment
from smp_planner.rules.ruleset import RuleSet

START = date(2027, 1, 11)
ADULT = Intake(
    goals=("shaved_look",),
    area=AreaAnswer(norwood="V"),
    density="natural",
    kept_hair=0,
    skin=Skin(tone="III", traits=()),
    hair=Hair(colour="dark_brown", wears="shaved"),
    habits=Habits(sun="moderate", heavy_sweat=False, swims=False, sun_protection=True, headgear=False),
    person=Person(age=38, sex="male", could_be_pregnant=False),
    health_asked=True,
    medication_now=(),
    loss_moving_on="no",
    calendar=CalendarAnswer(start=START),
    wants_touch_ups="soft",
)


def losing(**changes: object) -> Intake:
    """The healthy adult who did not say that the loss has stayed the same, with some answers changed."""
    return replace(ADULT, **{"loss_moving_on": None, **changes})  # pyright: ignore[reportArgumentType]


def adult(**changes: object) -> Intake:
    """The healthy adult with some answers changed."""
    return replace(ADULT, **changes)  # pyright: ignore[reportArgumentType]


def plan_of(intake: Intake, rules: RuleSet) -> TreatmentPlan:
    """The plan of somebody who gets one."""
    plan = plan_treatment(intake, rules)
    assert isinstance(plan, TreatmentPlan)
    return plan
