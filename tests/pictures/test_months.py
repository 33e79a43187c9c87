"""Runs of days fall on the sheets of their months as on a calendar of paper."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from smp_planner.pictures.months import Run, months_of

MONDAY, SUNDAY = 0, 6


def run(first: date, days: int, word: str = "No sun", row: str = "sun") -> Run:
    return Run(first, first + timedelta(days - 1), word, row, row)


def test_a_month_has_its_own_days_in_weeks_of_seven() -> None:
    (month,) = months_of([run(date(2027, 1, 11), 1)], MONDAY)
    assert [len(week.days) for week in month.weeks] == [7] * 5
    assert month.weeks[0].days == (None, None, None, None, *(date(2027, 1, day) for day in (1, 2, 3)))
    assert month.weeks[-1].days[-1] == date(2027, 1, 31)


def test_on_a_sheet_that_begins_with_sunday_the_first_of_january_2027_stands_sixth() -> None:
    (month,) = months_of([run(date(2027, 1, 11), 1)], SUNDAY)
    assert month.weeks[0].days.index(date(2027, 1, 1)) == 5
    assert month.weeks[-1].days[0] == date(2027, 1, 31)


def test_a_run_over_two_weeks_and_two_months_is_cut_at_both() -> None:
    months = months_of([run(date(2027, 1, 28), 9)], MONDAY)  # Thursday to the Friday of the next week
    cut = [
        (month.first.month, piece.column, piece.days)
        for month in months
        for week in month.weeks
        for row in week.rows
        for piece in row
    ]
    assert cut == [(1, 3, 4), (2, 0, 5)]


def test_a_month_without_a_run_has_no_sheet() -> None:
    months = months_of([run(date(2027, 1, 5), 2), run(date(2027, 4, 5), 2)], MONDAY)
    assert [month.first for month in months] == [date(2027, 1, 1), date(2027, 4, 1)]
    assert months_of([], MONDAY) == ()


def test_runs_of_one_row_stand_beside_each_other_and_under_each_other_where_they_meet() -> None:
    first = run(date(2027, 1, 4), 2, "Trip", "top")
    beside = run(date(2027, 1, 6), 2, "Visit 1", "top")
    meets = run(date(2027, 1, 5), 1, "Party", "top")
    other = run(date(2027, 1, 9), 1, "No sun", "sun")
    (month,) = months_of([first, beside, meets, other], MONDAY)
    rows = [[piece.run.word for piece in row] for row in month.weeks[1].rows]
    assert rows == [["Trip", "Visit 1"], ["Party"], ["No sun"]]


@given(
    st.lists(
        st.builds(
            run,
            st.dates(date(2026, 12, 1), date(2027, 6, 30)),
            st.integers(1, 60),
            st.sampled_from(["a", "b", "c"]),
            st.sampled_from(["top", "sun"]),
        ),
        min_size=1,
        max_size=8,
    ),
    st.integers(0, 6),
)
def test_every_day_of_every_run_is_drawn_once_and_no_two_over_each_other(
    runs: list[Run], weekday: int
) -> None:
    drawn: list[tuple[Run, date]] = []
    for month in months_of(runs, weekday):
        for week in month.weeks:
            for row in week.rows:
                places = [place for piece in row for place in range(7) if piece.covers(place)]
                assert len(places) == len(set(places))
                drawn += [
                    (piece.run, day)
                    for piece in row
                    for place, day in enumerate(week.days)
                    if piece.covers(place) and day is not None
                ]
    wanted = [(one, one.first + timedelta(n)) for one in runs for n in range((one.last - one.first).days + 1)]
    assert sorted(drawn) == sorted(wanted)
