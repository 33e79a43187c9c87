"""Days and shares in words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from smp_planner.domain.intake import WEEKDAYS
from smp_planner.domain.words import (
    day_and_weekday,
    joined,
    listed,
    per_cent,
    per_cent_exactly,
    sentence,
    short_day,
    short_weekday,
    spoken,
    spoken_span,
    weekday_of,
)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2027, 1, 12), "12 January 2027"),
        (date(2028, 2, 29), "29 February 2028"),
        (date(2027, 5, 1), "1 May 2027"),
        (date(2099, 12, 31), "31 December 2099"),
    ],
)
def test_a_day_is_written_with_the_name_of_its_month_and_no_leading_zero(day: date, words: str) -> None:
    assert spoken(day) == words


def test_every_month_has_its_own_name() -> None:
    months = [spoken(date(2027, month, 1)).split()[1] for month in range(1, 13)]
    assert months == [
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ]  # fmt: skip


def test_the_week_from_11_january_2027_runs_from_monday_to_sunday() -> None:
    assert tuple(weekday_of(date(2027, 1, 11 + later)) for later in range(7)) == WEEKDAYS


@pytest.mark.parametrize(
    ("parts", "told"), [(["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_words_in_a_row_have_commas_and_one_and(parts: list[str], told: str) -> None:
    assert listed(parts) == told


def test_other_words_may_stand_between() -> None:
    assert joined(["a", "b", "c"], comma="; ", last=" or ") == "a; b or c"


@pytest.mark.parametrize(("words", "told"), [("wedding is", "Wedding is"), ("NHS", "NHS"), ("", "")])
def test_a_sentence_begins_with_a_capital_letter(words: str, told: str) -> None:
    assert sentence(words) == told


def test_a_weekday_in_short_is_that_of_the_day() -> None:
    assert [short_weekday(date(2027, 1, day)) for day in range(11, 18)] == [
        "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"
    ]  # fmt: skip


def test_a_day_in_short_has_its_weekday_and_its_year_where_they_are_wanted() -> None:
    day = date(2027, 1, 11)
    told = (short_day(day), day_and_weekday(day), day_and_weekday(day, with_year=False))
    assert told == ("11 Jan 2027", "Mon 11 Jan 2027", "Mon 11 Jan")


def test_a_span_of_one_day_is_that_day() -> None:
    first, last = date(2027, 1, 11), date(2027, 1, 12)
    assert spoken_span(first, first) == "11 January 2027"
    assert spoken_span(first, last) == "11 January 2027 to 12 January 2027"


def test_a_share_is_told_in_whole_parts_of_a_hundred_or_as_exactly_as_it_is_counted_with() -> None:
    twelfth = Decimal(1) / 12
    assert (per_cent(twelfth), per_cent_exactly(twelfth)) == ("8%", "8.333%")
    assert (per_cent(Decimal("0.25")), per_cent_exactly(Decimal("0.25"))) == ("25%", "25%")
