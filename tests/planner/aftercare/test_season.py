"""A course that heals in summer keeps out of the sun as long as somebody who gets much of it."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smp_planner.domain.intake import CalendarAnswer
from smp_planner.planner.aftercare.lengths import measure_lengths
from smp_planner.planner.aftercare.season import heals_in_summer, in_season, usual_healing_days
from smp_planner.planner.drivers import Drivers
from smp_planner.planner.pipeline import plan_treatment
from smp_planner.rules.load import load_rules
from smp_planner.rules.ruleset import RuleSet
from tests.edited_rules import edited_rules
from tests.people import adult

JUNE = date(2027, 6, 1)
WINTER = date(2027, 1, 11)
SOME = Drivers(present=frozenset({"fair_skin"}), unsure=frozenset({"high_sun", "oily"}))
SUNNY = Drivers(present=frozenset({"high_sun"}), unsure=frozenset())


def test_a_usual_course_heals_for_66_days(rules: RuleSet) -> None:
    assert usual_healing_days(rules) == 10 + 28 + 28


def test_more_usual_visits_heal_longer(tmp_path: Path) -> None:
    clinic = tmp_path / "clinic.yaml"
    clinic.write_text(
        "name: Four visits\noverrides: {sessions.count: {value: 4, reason: ours, sources: [our-judgement]}}\n"
    )
    assert usual_healing_days(load_rules(clinic=clinic)) == 10 + 28 + 28 + 28


@pytest.mark.parametrize(
    ("start", "summer"),
    [
        (date(2027, 3, 26), False),
        (date(2027, 3, 27), True),
        (date(2027, 7, 15), True),
        (date(2027, 8, 31), True),
        (date(2027, 9, 1), False),
        (date(2027, 12, 20), False),
    ],
)
def test_summer_is_reached_when_a_healing_day_lies_in_one_of_its_months(
    rules: RuleSet, start: date, summer: bool
) -> None:
    assert heals_in_summer(start, rules) is summer


def test_the_months_are_those_of_the_region(tmp_path: Path) -> None:
    rules = edited_rules(tmp_path, "aftercare.yaml", "UK: [June, July, August]", "UK: [January]")
    assert not heals_in_summer(WINTER, rules)
    assert heals_in_summer(WINTER, load_rules(tmp_path / "data", region="UK"))


def test_summer_stands_in_place_of_much_sun(rules: RuleSet) -> None:
    assert in_season(SOME, WINTER, rules) is SOME
    assert in_season(SUNNY, JUNE, rules) is SUNNY
    assert in_season(SOME, JUNE, rules) == Drivers(
        present=frozenset({"fair_skin", "summer"}), unsure=frozenset({"oily"})
    )


def test_the_trace_says_that_the_skin_heals_in_summer(rules: RuleSet) -> None:
    plan = plan_treatment(adult(calendar=CalendarAnswer(start=JUNE)), rules)
    step = next(step for step in plan.trace if step.field == "aftercare.windows.direct_sun")
    assert "longer because you heal in summer: 35 days" in step.because
    assert "aftercare.instructions.direct_sun.longer_for.summer" in [reading.id for reading in step.rules]


drivers = st.frozensets(st.sampled_from(["fair_skin", "sensitive", "high_sun", "large_area", "oily"]))


@given(drivers, drivers, st.integers(0, 400).map(lambda days: WINTER + timedelta(days=days)))
def test_the_season_never_shortens_a_limit_and_counts_no_more_than_much_sun(
    rules: RuleSet, present: frozenset[str], unsure: frozenset[str], start: date
) -> None:
    who = Drivers(present=present, unsure=unsure - present)
    sunny = Drivers(present=present | {"high_sun"}, unsure=unsure - present - {"high_sun"})
    plain, season, most = (measure_lengths(d, rules) for d in (who, in_season(who, start, rules), sunny))
    for rule, length in season.items():
        assert plain[rule].days <= length.days <= most[rule].days
        assert length.days <= length.at_most <= max(most[rule].at_most, plain[rule].at_most)
