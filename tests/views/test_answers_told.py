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
from smp_planner.views.answers_told import OPEN, told_by_step
from smp_planner.views.health_answers import told_of_groups
from smp_planner.views.patient_way import steps_of
from tests.people import START

NOBODY = Intake(goals=(), area=AreaAnswer(), calendar=CalendarAnswer(start=START))
SCAR = Scar(length_cm=20, width_cm=Decimal("0.2"))
HALF = Decimal("0.5")
GALA = LifeEvent(from_=date(2027, 3, 20), to=date(2027, 3, 20), name="gala", kind="be_ready")
GOALS, AREA, LOOK, PERSON, HEALTH, SKIN, DAYS, DATES = range(8)
GROUPS = ("health as told",)


@pytest.mark.parametrize(
    ("step", "answer", "told"),
    [
        (GOALS, {"goals": ("crown", "hairline")}, "Cover the crown, A new hairline"),
        (AREA, {"area": AreaAnswer(norwood="III-vertex")}, "Norwood III vertex"),
        (AREA, {"area": AreaAnswer(zones=("crown",), scars=(SCAR,))}, "Crown, 1 scar"),
        (AREA, {"area": AreaAnswer(measured=Measured(cm2=100), scars=(SCAR, SCAR))}, "measured, 2 scars"),
        (
            AREA,
            {"area": AreaAnswer(ludwig="II"), "kept_hair": HALF},
            "Ludwig II, 50 per cent of the hair left",
        ),
        (AREA, {"kept_hair": {"crown": HALF}}, "hair left by place"),
        (LOOK, {"density": "soft"}, "Soft"),
        (LOOK, {"density": 120}, "120 dots per cm2"),
        (PERSON, {"person": Person(age=41, sex="female")}, "41 years, female"),
        (HEALTH, {}, "health as told"),
        (
            SKIN,
            {"skin": Skin(tone="II", traits=("oily",)), "hair": Hair(colour="red", wears="long")},
            "Fitzpatrick II, oily, red hair, worn long",
        ),
        (DAYS, {"habits": Habits(sun="high", heavy_sweat=True, swims=False)}, "a lot of sun, sweats hard"),
        (DATES, {"calendar": CalendarAnswer(start=START, events=(GALA,))}, "from 11 January 2027, gala"),
    ],
)
def test_each_answer_is_told_at_its_step(
    rules: RuleSet, step: int, answer: dict[str, object], told: str
) -> None:
    assert told_by_step(replace(NOBODY, **answer), GROUPS, rules)[step] == told


def test_there_is_a_line_for_each_step_and_what_is_open_says_so(rules: RuleSet) -> None:
    told = told_by_step(NOBODY, told_of_groups({}, rules), rules)
    assert len(told) == len(steps_of(rules))
    assert told[:HEALTH] == (OPEN,) * HEALTH
    assert told[-3:-1] == (OPEN,) * 2


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
    place = list(rules.suitability.health_groups).index("illness")
    assert told_of_groups(answers, rules)[place] == told
