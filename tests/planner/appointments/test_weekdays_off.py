"""Weekdays on which no visit is: the plan says which, and whether clinic or person left them out."""

from __future__ import annotations

import pytest

from smp_planner.domain.intake import Weekday
from smp_planner.rules.load import load_rules
from smp_planner.rules.ruleset import RuleSet
from tests.planner.appointments.courses import EVERY_DAY, planned

CLINIC = load_rules(clinic="data/clinics/example-clinic.yaml")  # open from Tuesday to Saturday
ITS_OWN = "Our clinic is closed on Monday and Sunday, so no visit is then."


def test_a_clinic_that_is_closed_on_weekdays_is_named_as_the_one_that_closes_them() -> None:
    found = planned(CLINIC, 3, weekdays=EVERY_DAY)
    assert found.weekdays_off == (ITS_OWN,)
    assert not {day.strftime("%a") for day in found.dates} & {"Mon", "Sun"}


@pytest.mark.parametrize(
    ("weekdays", "said"),
    [
        (
            ("tue", "thu", "fri"),
            ("By your answers, no visit is on Monday, Wednesday, Saturday and Sunday.",),
        ),
        (EVERY_DAY, ()),
        (("mon", "tue", "wed", "thu", "fri", "sat"), ()),  # as everybody begins: nobody switched off a day
    ],
)
def test_weekdays_that_a_person_switched_off_are_named_as_their_own_answer(
    rules: RuleSet, weekdays: tuple[Weekday, ...], said: tuple[str, ...]
) -> None:
    assert planned(rules, 3, weekdays=weekdays).weekdays_off == said


def test_what_the_clinic_closes_is_not_put_down_to_the_person_too() -> None:
    found = planned(CLINIC, 3, weekdays=("tue", "wed", "thu"))
    assert found.weekdays_off == (ITS_OWN, "By your answers, no visit is on Friday and Saturday.")
