"""Money follows the treated area without cliffs, holds each visit once, and is never one number."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smp_planner.domain.course import Area
from smp_planner.domain.provenance import Step
from smp_planner.domain.quantities import Estimate, Number
from smp_planner.domain.years import Cost, TouchUps
from smp_planner.planner.coverage.extents import NOTHING, exactly
from smp_planner.planner.years.price_list import ScarWork
from smp_planner.planner.years.prices import estimate_price
from smp_planner.rules.load import load_rules
from smp_planner.rules.ruleset import RuleSet

EVERY_18 = (15, 18, 21)
NO_SCARS = ScarWork(cm2=0, added_cm2=NOTHING, alone=False)
areas = st.decimals(min_value=1, max_value=700, places=1)


@pytest.fixture(scope="session")
def uk() -> RuleSet:
    return load_rules(region="UK")


def area(typical: Number, low: Number | None = None, high: Number | None = None) -> Area:
    cm2 = Estimate(typical if low is None else low, typical, typical if high is None else high, "cm2")
    return Area(cm2=cm2, bare_cm2=cm2, parts=())


def only_scars(cm2: Number) -> ScarWork:
    return ScarWork(cm2=cm2, added_cm2=exactly(cm2), alone=True)


def scars_beside(cm2: Number) -> ScarWork:
    return ScarWork(cm2=cm2, added_cm2=exactly(cm2), alone=False)


def priced(
    rules: RuleSet, of: Area, interval: tuple[Number, Number, Number] = EVERY_18, **job: Any
) -> tuple[Cost, dict[str, Step]]:
    job = {"scars": NO_SCARS, "session_count": 3} | job
    checks = TouchUps(interval_months=Estimate(*interval, "months"), items=(), fade=())
    cost, tell = estimate_price(of, touch_ups=checks, rules=rules, **job)
    steps = list(tell())
    assert len({step.field for step in steps}) == len(steps)
    return cost, {step.field: step for step in steps}


def course(rules: RuleSet, of: Area, **job: Any) -> tuple[Number, Number, Number]:
    return ends(priced(rules, of, **job)[0].course)


def ends(amount: Estimate) -> tuple[Number, Number, Number]:
    return amount.low, amount.typical, amount.high


# --- the course ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cm2", "price"),
    [
        (30, (800, 1200, 1800)),
        (80, (1300, 2000, 2900)),  # half of the way from 30 to 130
        (130, (1800, 2800, 4000)),
        (300, (2500, 3500, 6000)),
    ],
)
def test_the_course_lies_on_the_lines_between_the_points(
    rules: RuleSet, cm2: int, price: tuple[int, int, int]
) -> None:
    assert course(rules, area(cm2)) == price


def test_outside_the_points_the_course_is_flat(rules: RuleSet) -> None:
    assert course(rules, area(5)) == course(rules, area(30))
    assert course(rules, area(600)) == course(rules, area(300))


def test_the_course_is_rounded_to_ten(rules: RuleSet) -> None:
    # 1,200 + 16 a cm2: 33 cm2 give 1,248; 800 + 10 a cm2: 830; 1,800 + 22 a cm2: 1,866
    assert course(rules, area(33)) == (830, 1250, 1870)


def test_an_area_that_is_sure_leaves_the_span_of_prices(rules: RuleSet) -> None:
    assert course(rules, area(130, low=125, high=135)) == (1800, 2800, 4000)


def test_an_area_that_is_not_sure_moves_the_typical_price(rules: RuleSet) -> None:
    # typical price at 30 and 300 cm2: 1,200 and 3,500, beyond 1,800 but not beyond 4,000
    assert course(rules, area(130, low=30, high=300)) == (1200, 2800, 4000)
    assert course(rules, area(30, low=30, high=300)) == (800, 1200, 3500)


def test_uk_prices_are_in_pounds(uk: RuleSet) -> None:
    cost, _ = priced(uk, area(130))
    assert cost.course == Estimate(850, 1200, 1500, "GBP")
    assert cost.touch_up == Estimate(200, 300, 500, "GBP")
    assert cost.currency == "GBP"
    assert "VAT" in cost.tax


def test_us_prices_are_in_dollars(rules: RuleSet) -> None:
    cost, _ = priced(rules, area(130))
    assert cost.currency == cost.course.unit == cost.totals["5y"].unit == "USD"
    assert cost.touch_up == Estimate(300, 500, 1000, "USD")
    assert "differs by state" in cost.tax


# --- scars --------------------------------------------------------------------------------


def test_scars_alone_have_their_own_prices(rules: RuleSet) -> None:
    job = {"scars": only_scars(100)}
    assert course(rules, area(100), **job) == (1000, 1800, 2500)
    # half of the way to 300 cm2: 2,025 and 3,125 are rounded up
    assert course(rules, area(200), **job) == (1200, 2030, 3130)


def test_scars_among_other_work_never_cost_less_than_alone(rules: RuleSet) -> None:
    assert course(rules, area(30), scars=scars_beside(20)) == (1000, 1800, 2500)


def test_scars_among_a_large_area_cost_what_the_area_does(rules: RuleSet) -> None:
    assert course(rules, area(300), scars=scars_beside(100)) == (2500, 3500, 6000)


def test_low_and_high_of_scars_among_other_work_are_the_dearer_ones(rules: RuleSet) -> None:
    # 70 cm2: 1,200, 1,840, 2,680, all over the scar's 1,000, 1,800, 2,500
    assert course(rules, area(70), scars=scars_beside(50)) == (1200, 1840, 2680)


def test_a_little_area_beside_a_scar_adds_a_little(rules: RuleSet) -> None:
    # 5 cm2 at 1,200 / 30 each (800 / 30, 1,800 / 30), over the scar's 1,000, 1,800, 2,500
    assert course(rules, area(105), scars=scars_beside(100)) == (1130, 2000, 2800)
    assert course(rules, area(100), scars=scars_beside(100)) == (1000, 1800, 2500)


# --- visits beyond the plan ---------------------------------------------------------------


def test_an_extra_visit_is_paid_once_on_top(rules: RuleSet) -> None:
    # 2,800 + 700; low 1,800 + 700 before 2,800 + 400; high 4,000 + 700 after 2,800 + 1,200
    assert course(rules, area(130), extra_visits=1) == (2500, 3500, 4700)


def test_two_extra_visits_are_paid_twice(rules: RuleSet) -> None:
    # 1,200 + 1,400; low 1,200 + 800 before 800 + 1,400; high 1,200 + 2,400 after 1,800 + 1,400
    assert course(rules, area(30), extra_visits=2) == (2000, 2600, 3600)


def test_a_visit_is_its_share_of_the_course(rules: RuleSet) -> None:
    assert priced(rules, area(130))[0].per_session == Estimate(600, 933, 1333, "USD")
    assert priced(rules, area(130), session_count=4)[0].per_session == Estimate(450, 700, 1000, "USD")


# --- the years ----------------------------------------------------------------------------


def test_totals_hold_the_course_and_the_touch_ups_of_the_years(rules: RuleSet) -> None:
    # every 18 months: 0, 3 and 6 touch-ups at 500
    totals = priced(rules, area(130))[0].totals
    assert list(totals) == ["1y", "5y", "10y"]
    assert ends(totals["1y"]) == (1800, 2800, 4000)
    # low: 1,800 + 1,500, before 2,800 + 900 and 2,800 + 2 x 500; high: 2,800 + 3,000
    assert ends(totals["5y"]) == (3300, 4300, 5800)
    # low: 2,800 + 6 x 300, before 1,800 + 3,000; high: 2,800 + 6 x 1,000
    assert ends(totals["10y"]) == (4600, 5800, 8800)


def test_more_frequent_checks_raise_the_high_end(uk: RuleSet) -> None:
    # 1,200 + 10 x 300, after 1,500 + 5 x 300 and 1,200 + 5 x 500
    assert priced(uk, area(130), (12, 24, 24))[0].totals["10y"].high == 4200


def test_rarer_checks_lower_the_low_end(uk: RuleSet) -> None:
    # 1,200 + 5 x 300, before 850 + 10 x 300 and 1,200 + 10 x 200
    assert priced(uk, area(130), (12, 12, 24))[0].totals["10y"].low == 2700


def test_a_check_on_the_last_day_of_the_year_counts(rules: RuleSet) -> None:
    assert priced(rules, area(130), (12, 12, 12))[0].totals["1y"].typical == 3300


def test_a_rise_raises_every_price(rules: RuleSet) -> None:
    rise = rules.what_if.cases["prices_up"].price_rise
    assert rise is not None
    cost, _ = priced(rules, area(130), extra_visits=1, price_rise=rise.read())
    # 3,500, 2,500 and 4,700 and a fifth
    assert cost.course == Estimate(3000, 4200, 5640, "USD")
    assert cost.touch_up == Estimate(360, 600, 1200, "USD")
    assert cost.totals["5y"].typical == 4200 + 3 * 600


# --- the rest -----------------------------------------------------------------------------


def test_a_very_wide_range_says_why(rules: RuleSet) -> None:
    # 800 to 3,500; 800 to 2,800 is just 3.5 times and needs no word
    cost, _ = priced(rules, area(30, high=300))
    assert cost.course.note == rules.prices.wide_range.say
    assert cost.per_session.note == rules.prices.wide_range.say
    assert priced(rules, area(30, high=130))[0].course.note is None


def test_removal_has_visits_but_no_price(rules: RuleSet) -> None:
    removal = priced(rules, area(130))[0].removal
    assert removal.sessions == Estimate(1, 2, 3, "sessions")
    assert removal.price is None
    assert removal.not_known == rules.prices.regions["US"].removal_price_not_known
    assert "about 6 visits (3 to 10)" in removal.say


def test_the_plan_says_what_is_in_the_price_and_how_long_it_holds(rules: RuleSet) -> None:
    cost, _ = priced(rules, area(130))
    assert cost.valid_days == 90
    assert cost.included == (*rules.prices.included, rules.prices.in_totals)
    assert cost.not_included == (*rules.prices.not_included, rules.prices.if_loss)
    assert cost.notes == tuple(note.say for note in rules.prices.notes.values())


# --- the trace ----------------------------------------------------------------------------


def ids(step: Step) -> list[str]:
    return [reading.id for reading in step.rules]


def points(table: str, count: int) -> list[str]:
    return [f"prices.regions.US.{table}.points.{number}" for number in range(1, count + 1)]


def test_every_figure_has_a_step_with_its_value(rules: RuleSet) -> None:
    cost, steps = priced(rules, area(130))
    assert {field: step.value for field, step in steps.items()} == {
        "cost.course": cost.course,
        "cost.covers": None,
        "cost.per_session": cost.per_session,
        "cost.touch_up": cost.touch_up,
        "cost.totals.1y": cost.totals["1y"],
        "cost.totals.5y": cost.totals["5y"],
        "cost.totals.10y": cost.totals["10y"],
        "cost.removal": cost.removal.sessions,
        "cost.valid_days": cost.valid_days,
        "cost.as_of": cost.as_of,
        "cost.notes": None,
    }
    assert all(step.rules and step.because for step in steps.values())


def test_the_course_rests_on_the_tables_that_apply(rules: RuleSet) -> None:
    without = priced(rules, area(130))[1]["cost.course"]
    among = priced(rules, area(130), scars=scars_beside(50))[1]["cost.course"]
    alone = priced(rules, area(130), scars=only_scars(130))[1]["cost.course"]
    assert ids(without) == points("course", 3)
    assert ids(among) == points("course", 3) + points("scar_course", 2)
    assert ids(alone) == points("scar_course", 2)
    assert without.uses == ("area.cm2",)


def test_an_extra_visit_and_a_rise_show_in_the_trace(rules: RuleSet) -> None:
    rise = rules.what_if.cases["prices_up"].price_rise
    assert rise is not None
    _, steps = priced(rules, area(130), extra_visits=1, price_rise=rise.read())
    raised = "what_if.cases.prices_up.price_rise"
    assert ids(steps["cost.course"]) == [*points("course", 3), "prices.regions.US.extra_visit", raised]
    for field in ("cost.per_session", "cost.touch_up", "cost.totals.10y"):
        assert ids(steps[field])[-1] == raised


def test_a_visits_share_is_set_beside_published_prices(rules: RuleSet) -> None:
    step = priced(rules, area(130))[1]["cost.per_session"]
    assert ids(step) == ["prices.regions.US.visit_seen"]
    assert step.because.endswith("clinics that sell by visit ask $400 to $1,200.")
    assert step.uses == ("cost.course", "sessions.count")


def test_a_total_uses_course_touch_up_and_interval(rules: RuleSet) -> None:
    step = priced(rules, area(130))[1]["cost.totals.5y"]
    assert ids(step) == ["prices.regions.US.touch_up"]
    assert step.uses == ("cost.course", "cost.touch_up", "touch_ups.interval_months")


def test_removal_and_validity_rest_on_their_rules(rules: RuleSet) -> None:
    steps = priced(rules, area(130))[1]
    assert ids(steps["cost.removal"]) == [
        "prices.removal_sessions", "prices.removal_sessions_ink", "prices.removal_say",
    ]  # fmt: skip
    assert ids(steps["cost.valid_days"]) == ["prices.valid_days"]
    assert ids(steps["cost.notes"]) == [f"prices.notes.{id_}" for id_ in rules.prices.notes]


# --- properties ---------------------------------------------------------------------------


@given(small=areas, more=st.decimals(min_value=0, max_value=200, places=1), scars=st.booleans())
def test_more_area_never_lowers_a_price(
    rules: RuleSet, small: Decimal, more: Decimal, *, scars: bool
) -> None:
    job = {"scars": only_scars(10) if scars else NO_SCARS}
    less, dearer = priced(rules, area(small), **job)[0], priced(rules, area(small + more), **job)[0]
    assert all(a <= b for a, b in zip(ends(less.course), ends(dearer.course), strict=True))
    for span, total in less.totals.items():
        assert all(a <= b for a, b in zip(ends(total), ends(dearer.totals[span]), strict=True))


@given(cm2=areas, scars=st.booleans())
def test_a_square_centimetre_more_never_makes_a_jump(rules: RuleSet, cm2: Decimal, *, scars: bool) -> None:
    # the steepest line: 16 of 1,200; rounding to ten adds at most 10 of 800
    job = {"scars": only_scars(cm2) if scars else NO_SCARS}
    one, two = course(rules, area(cm2), **job), course(rules, area(cm2 + 1), **job)
    assert all(b - a <= a * Decimal("0.03") for a, b in zip(one, two, strict=True))


@given(scar=areas, other=st.decimals(min_value=0, max_value=200, places=1))
def test_a_square_centimetre_beside_a_scar_never_makes_a_jump_either(
    rules: RuleSet, scar: Decimal, other: Decimal
) -> None:
    """From a scar alone on; the steepest line is that of the smallest course, 60 at its high end."""
    alone = course(rules, area(scar), scars=only_scars(scar))
    one, two = (course(rules, area(scar + o), scars=scars_beside(scar)) for o in (other, other + 1))
    larger = course(rules, area(scar + 1 + other), scars=scars_beside(scar + 1))
    assert all(0 <= b - a <= 60 + 10 for a, b in zip(one, two, strict=True))
    assert all(a <= b for a, b in zip(alone, one, strict=True))
    assert all(a <= b for a, b in zip(one, larger, strict=True))
    assert course(rules, area(scar), scars=scars_beside(scar)) == alone


@given(
    low=st.integers(1, 200), wider=st.integers(0, 200), widest=st.integers(0, 200),
    interval=st.lists(st.integers(12, 24), min_size=3, max_size=3).map(sorted), extra=st.integers(0, 3),
)  # fmt: skip
def test_totals_grow_with_the_years_and_parts_add_up(
    rules: RuleSet, low: int, wider: int, widest: int, interval: list[int], extra: int
) -> None:
    of = area(low + wider, low=low, high=low + wider + widest)
    shortest, typical, longest = interval
    cost, _ = priced(rules, of, (shortest, typical, longest), extra_visits=extra, session_count=3 + extra)
    spans = [ends(cost.course), *map(ends, cost.totals.values())]
    for less, more in pairwise(spans):
        assert all(a <= b for a, b in zip(less, more, strict=True))
    assert all(a <= b <= c for a, b, c in spans)
    checks = 120 // typical
    assert cost.totals["10y"].typical == cost.course.typical + checks * cost.touch_up.typical
    shared = cost.per_session.typical * (3 + extra)
    assert abs(shared - cost.course.typical) <= Decimal(3 + extra) / 2
