"""Figures, money and days in words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from smp_planner.domain.edition import ClinicEdit
from smp_planner.domain.quantities import Estimate
from smp_planner.domain.words import between, figure, money, number, planned, planned_area, short_day, span
from smp_planner.exports.wording import days_held, moved_far_in_short


@pytest.mark.parametrize(
    ("value", "words"),
    [(0, "0"), (25500, "25,500"), (Decimal("2.5"), "2.5"), (Decimal("1234.50"), "1,234.50"), (-47, "-47")],
)
def test_thousands_are_grouped_and_decimals_stay(value: int | Decimal, words: str) -> None:
    assert number(value) == words


@pytest.mark.parametrize(
    ("estimate", "words"),
    [
        (Estimate(3, 3, 4, "sessions"), "3 to 4 visits"),
        (Estimate(1, 1, 1, "sessions"), "1 visit"),
        (Estimate(1, 1, 2, "hours"), "1 to 2 hours"),
        (Estimate(80, 140, 200, "cm2"), "80 to 200 cm2"),
        (Estimate(150, 150, 150, "dots/cm2"), "150 dots/cm2"),
        (Estimate(1800, 2800, 4000, "USD"), "$1,800 to $4,000"),
        (Estimate(500, 500, 500, "GBP"), "£500"),
        (Estimate(1, 11, 30, "per 100"), "1 to 30"),
        (Estimate(2, 3, 4, ""), "2 to 4"),
    ],
)
def test_a_span_runs_from_low_to_high_with_its_unit(estimate: Estimate, words: str) -> None:
    assert span(estimate) == words


@pytest.mark.parametrize(
    ("estimate", "words"),
    [
        (Estimate(3, 3, 4, "sessions"), "3 visits (3 to 4)"),
        (Estimate(1, 1, 3, "sessions"), "1 visit (1 to 3)"),
        (Estimate(3, 3, 3, "sessions"), "3 visits"),
        (Estimate(Decimal("1.5"), 2, 4, "hours"), "2 hours (1.5 to 4)"),
        (Estimate(1, 11, 30, "per 100"), "11 (1 to 30)"),
    ],
)
def test_what_is_planned_stands_before_its_span(estimate: Estimate, words: str) -> None:
    assert planned(estimate) == words


def test_an_area_is_told_in_both_units() -> None:
    assert planned_area(Estimate(100, 170, 230, "cm2")) == "170 cm2 (100 to 230), or 26.4 in2 (15.5 to 35.7)"
    assert planned_area(Estimate(92, 92, 92, "cm2")) == "92 cm2, or 14.3 in2"


def test_money_has_its_sign_before_every_amount() -> None:
    assert money(Estimate(1800, 2800, 4000, "USD")) == "$2,800 ($1,800 to $4,000)"
    assert money(Estimate(400, 650, 850, "GBP")) == "£650 (£400 to £850)"


def test_a_range_without_a_unit_is_bare() -> None:
    assert between(1, 2000) == "1 to 2,000"
    assert between(7, 7) == "7"


def test_one_of_a_thing_is_singular() -> None:
    assert figure(1, "grafts") == "1 graft"
    assert figure(2, "grafts") == "2 grafts"
    assert figure(1, "cm2") == "1 cm2"


def test_a_day_in_short() -> None:
    assert short_day(date(2028, 2, 29)) == "29 Feb 2028"


@pytest.mark.parametrize(
    ("runs", "words"),
    [
        ([(date(2027, 1, 11), date(2027, 1, 14))], "11 to 14 Jan 2027"),
        ([(date(2027, 1, 11), date(2027, 1, 11))], "11 Jan 2027"),
        ([(date(2027, 1, 28), date(2027, 2, 2))], "28 Jan to 2 Feb 2027"),
        ([(date(2026, 12, 28), date(2027, 1, 2))], "28 Dec 2026 to 2 Jan 2027"),
        ([(date(2027, 1, 11), date(2028, 1, 14))], "11 Jan 2027 to 14 Jan 2028"),
        (
            [(date(2027, 1, 11), date(2027, 1, 14)), (date(2027, 2, 1), date(2027, 2, 4))],
            "11 to 14 Jan; 1 to 4 Feb 2027",
        ),
        (
            [(date(2027, 12, 1), date(2027, 12, 4)), (date(2028, 1, 1), date(2028, 1, 4))],
            "1 to 4 Dec 2027; 1 to 4 Jan 2028",
        ),
        (
            [(date(2027, 12, 30), date(2028, 1, 4)), (date(2028, 2, 1), date(2028, 2, 4))],
            "30 Dec 2027 to 4 Jan 2028; 1 to 4 Feb 2028",
        ),
        (
            [(date(2027, 1, 11), date(2027, 1, 14)), (date(2027, 1, 21), date(2027, 1, 24))],
            "11 to 14, 21 to 24 Jan 2027",
        ),
        (
            [(date(2027, 1, 11), date(2027, 1, 11)), (date(2027, 1, 21), date(2027, 1, 24))],
            "11, 21 to 24 Jan 2027",
        ),
        (
            [(date(2027, 1, 11), date(2027, 1, 14)), (date(2027, 1, 28), date(2027, 2, 2))],
            "11 to 14 Jan; 28 Jan to 2 Feb 2027",
        ),
        (
            [(date(2027, 1, 11), date(2027, 1, 14)), (date(2028, 1, 11), date(2028, 1, 14))],
            "11 to 14 Jan 2027; 11 to 14 Jan 2028",
        ),
        ([], ""),
    ],
)
def test_runs_of_days_name_a_month_and_a_year_where_they_change(
    runs: list[tuple[date, date]], words: str
) -> None:
    assert days_held(runs) == words


def test_days_of_care_that_a_clinic_moved_are_the_least_as_answers_make_them_longer() -> None:
    care = ClinicEdit(
        parameter="aftercare.instructions.heavy_exercise.to_day", from_=10, to=4, reason="so",
        label="Days without heavy exercise", unit="days", range=(7, 14), outside_range=True,
    )  # fmt: skip
    assert moved_far_in_short(care).startswith("Days without heavy exercise: at least 4 days.")
    visits = ClinicEdit(
        parameter="sessions.count", from_=3, to=4, reason="so", label="Sessions", unit="days", range=(3, 6)
    )
    assert "at least" not in moved_far_in_short(visits)
