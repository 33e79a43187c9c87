"""Two plans beside each other: what differs is told, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from smp_planner.domain.findings import Finding, Suitability, Wait
from smp_planner.domain.intake import AreaAnswer
from smp_planner.domain.plan import Change
from smp_planner.domain.quantities import Estimate
from smp_planner.domain.words import spoken
from smp_planner.exports.plan_changes import (
    finding_changes,
    plan_changes,
    touch_up_changes,
)
from smp_planner.exports.plan_rows import differing_rows_and_price
from smp_planner.rules.ruleset import RuleSet
from tests.people import ADULT, plan_of


def test_the_same_answers_differ_in_nothing(rules: RuleSet) -> None:
    assert plan_changes(plan_of(ADULT, rules), plan_of(ADULT, rules)) == ()


def test_a_denser_look_differs_in_dots_hours_and_what_follows_from_them(rules: RuleSet) -> None:
    soft, dense = (plan_of(replace(ADULT, density=look), rules) for look in ("soft", "dense"))
    changes = {change.what: change for change in plan_changes(soft, dense)}
    assert changes["Density on bare skin"].before.startswith("100 dots")
    assert changes["Density on bare skin"].after.startswith("195 dots")
    assert {"Dots in all", "Hours in the chair"} <= set(changes)
    assert "Treated area" not in changes


def test_a_price_that_stays_is_told_as_the_same_beside_what_differs(rules: RuleSet) -> None:
    natural, dense = (plan_of(replace(ADULT, density=look), rules) for look in ("natural", "dense"))
    told = {row.what: row for row in differing_rows_and_price(natural, dense)}
    assert natural.cost == replace(  # pyright: ignore
        dense.cost, per_session=natural.cost.per_session, covers=natural.cost.covers
    )
    price = "$2,960 ($1,960 to $4,470)"
    assert told["Price of all visits"].change == Change("Price of all visits", price, price)
    assert told["Price of all visits"].same
    assert told["Cost over 10 years"].same
    assert "Cost over 1 year" not in told
    differing = {change.what for change in plan_changes(natural, dense)}
    assert set(told) - differing == {"Price of all visits", "Cost over 10 years"}
    larger = plan_of(replace(ADULT, area=AreaAnswer(norwood="VII")), rules)
    rows = differing_rows_and_price(natural, larger)
    assert tuple(row.change for row in rows) == plan_changes(natural, larger)


def test_nothing_is_the_same_where_nothing_differs_or_no_price_is_shown(rules: RuleSet) -> None:
    assert differing_rows_and_price(plan_of(ADULT, rules), plan_of(ADULT, rules)) == ()
    natural, dense = (
        plan_of(replace(ADULT, density=look, health_asked=False), rules) for look in ("natural", "dense")
    )
    rows = differing_rows_and_price(natural, dense)
    assert tuple(row.change for row in rows) == plan_changes(natural, dense)


def test_open_health_questions_leave_the_money_out(rules: RuleSet) -> None:
    unasked = plan_of(replace(ADULT, health_asked=False), rules)
    assert Change("Price of all visits", "$2,960 ($1,960 to $4,470)", "not shown yet") in plan_changes(
        plan_of(ADULT, rules), unasked
    )


def test_a_visit_between_the_first_and_the_last_that_moves_is_told(rules: RuleSet) -> None:
    one = plan_of(ADULT, rules)
    first, second, *others = one.sessions.items
    moved = replace(second, date=second.date + timedelta(days=3))
    other = replace(one, sessions=replace(one.sessions, items=(first, moved, *others)))
    assert plan_changes(one, other) == (Change("Visit 2", spoken(second.date), spoken(moved.date)),)


def test_visits_that_one_plan_has_alone_are_told_as_such(rules: RuleSet) -> None:
    one = plan_of(ADULT, rules)
    *items, last = one.sessions.items
    days = (last.date, last.date + timedelta(days=21), last.date + timedelta(days=42))
    more = replace(one.sessions, items=(*items, *(replace(last, date=day) for day in days)))
    told = plan_changes(one, replace(one, sessions=more))
    assert told == (Change(f"Visit {len(items) + 2}", "no visit", spoken(days[1])),)


@pytest.mark.parametrize(
    ("part", "what"),
    [
        ("per_session", "A visit's share of the price"),
        ("touch_up", "Each touch-up"),
        ("removal", "Laser removal"),
        ("totals", "Cost over 1 year"),
        ("valid_days", "The price holds for"),
    ],
)
def test_each_part_of_the_money_that_moves_is_told(part: str, what: str, rules: RuleSet) -> None:
    one = plan_of(ADULT, rules)
    assert one.cost is not None
    cost, much = one.cost, Estimate(9_000, 9_100, 9_200, "USD")
    moved: dict[str, Any] = {
        "per_session": much,
        "touch_up": much,
        "removal": replace(cost.removal, sessions=Estimate(3, 5, 12, "sessions")),
        "totals": {**cost.totals, "1y": much},
        "valid_days": cost.valid_days + 1,
    }
    other = replace(one, cost=replace(cost, **{part: moved[part]}))
    assert [change.what for change in plan_changes(one, other)] == [what]


@pytest.mark.parametrize("stage", ["III", "V", "VII"])
def test_turned_round_before_and_after_change_places(rules: RuleSet, stage: str) -> None:
    one, other = plan_of(ADULT, rules), plan_of(replace(ADULT, area=AreaAnswer(norwood=stage)), rules)
    turned = tuple(Change(what, after, before) for what, before, after in plan_changes(one, other))
    assert plan_changes(other, one) == turned


def test_what_the_health_answers_bring_up_is_told_where_one_plan_has_it_alone() -> None:
    both, doctor, know = (Finding(id=id_, say=f"{id_}.", sources=()) for id_ in ("Both", "Doctor", "Know"))
    waits = [
        Wait(id=id_, say=f"{id_}.", until=until, why="", sources=())
        for id_, until in (("Heal", date(2027, 3, 1)), ("Ask", None))
    ]
    one = Suitability(checked=True, provisional=True, ask_doctor=(both, doctor))
    other = Suitability(checked=True, provisional=True, ask_doctor=(both,), know=(know,), wait=tuple(waits))
    assert finding_changes(one, one) == ()
    assert finding_changes(one, other) == (
        Change("Wait", "not said", "Heal. Until 1 March 2027. Ask."),
        Change("Ask a doctor", "Doctor.", "not said"),
        Change("Good to know", "not said", "Know."),
    )


def test_later_checks_for_a_touch_up_and_the_time_between_them_are_told(rules: RuleSet) -> None:
    one = plan_of(ADULT, rules)
    (first, *_later), months = one.touch_ups.items, Estimate(12, 12, 12, "months")
    other = replace(one, touch_ups=replace(one.touch_ups, items=(first,), interval_months=months))
    assert touch_up_changes(one, one) == ()
    between, later = touch_up_changes(one, other)
    assert (between.what, between.after) == ("Between checks for a touch-up", "12 months")
    assert (later.what, later.after) == ("Later checks", "no later check")
    assert later.before.startswith(spoken(one.touch_ups.items[1].typical))
