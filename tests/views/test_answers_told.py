"""What was answered, in a line for each step."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from smp_planner.domain.intake import (
    AreaAnswer,
    CalendarAnswer,
    Habits,
    Hair,
    Intake,
    LifeEvent,
    Measured,
    Person,
    Scar,
    Skin,
)
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views.answers_told import OPEN
from smp_planner.views.patient_way import steps_of
from tests.people import START

NOBODY = Intake(goals=(), area=AreaAnswer(), calendar=CalendarAnswer(start=START))
SCAR = Scar(length_cm=20, width_cm=Decimal("0.2"))
HALF = Decimal("0.5")
GALA = LifeEvent(from_=date(2027, 3, 20), to=date(2027, 3, 20), name="gala", kind="be_ready")


def told_at(step: str, intake: Intake, rules: RuleSet) -> str:
    return next(one for one in steps_of(rules) if one.name == step).told(intake, {}, rules)


@pytest.mark.parametrize(
    ("step", "answer", "told"),
    [
        ("goals", {"goals": ("crown", "hairline")}, "Cover the crown, A new hairline"),
        ("area", {"area": AreaAnswer(norwood="III-vertex")}, "Norwood III vertex"),
        ("area", {"area": AreaAnswer(zones=("crown",), scars=(SCAR,))}, "Crown, 1 scar"),
        ("area", {"area": AreaAnswer(measured=Measured(cm2=100), scars=(SCAR, SCAR))}, "measured, 2 scars"),
        (
            "area",
            {"area": AreaAnswer(ludwig="II"), "kept_hair": HALF},
            "Ludwig II, 50% of the hair left",
        ),
        ("area", {"kept_hair": {"crown": HALF}}, "hair left by place"),
        ("look", {"density": "soft"}, "Soft"),
        ("look", {"density": 120}, "120 dots per cm2"),
        ("person", {"person": Person(age=41, sex="female")}, "41 years, female"),
        (
            "skin-and-hair",
            {"skin": Skin(tone="II", traits=("oily",)), "hair": Hair(colour="red", wears="long")},
            "Fitzpatrick II, oily skin, red hair, worn long",
        ),
        ("days", {"habits": Habits(sun="high", heavy_sweat=True, swims=False)}, "a lot of sun, sweats hard"),
        ("dates", {"calendar": CalendarAnswer(start=START, events=(GALA,))}, "from 11 January 2027, gala"),
    ],
)
def test_each_answer_is_told_at_its_step(
    rules: RuleSet, step: str, answer: dict[str, object], told: str
) -> None:
    assert told_at(step, replace(NOBODY, **answer), rules) == told


def test_what_is_open_says_so_at_each_step(rules: RuleSet) -> None:
    steps = [step.name for step in steps_of(rules) if step.group is None]
    assert {name for name in steps if told_at(name, NOBODY, rules) != OPEN} == {"dates"}


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ({}, "not answered yet"),
        ({"health_none_illness": True}, "nothing ticked"),
        ({"health_is_diabetes": True, "health_is_epilepsy": True}, "2 ticked"),
        ({"health_unsure_illness": True}, "nothing ticked, not sure of all"),
        ({"health_is_keloid": True}, "not answered yet"),
    ],
)
def test_each_group_of_the_health_questions_tells_its_own(
    rules: RuleSet, answers: dict[str, object], told: str
) -> None:
    step = next(step for step in steps_of(rules) if step.group == "illness")
    assert step.told(NOBODY, answers, rules) == told
