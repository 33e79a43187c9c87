"""The times at which a visit can start: inside one span, and right on the night the clocks change."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import cache
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from smp_planner.domain.opening import OpenSpan
from smp_planner.planner.appointments.start_times import bookable, bookable_days

DENVER, LONDON, BEIRUT = map(ZoneInfo, ("America/Denver", "Europe/London", "Asia/Beirut"))
CHANGES = date(2027, 3, 14), date(2027, 3, 28), date(2027, 10, 31)
NIGHT = (OpenSpan(0, 6 * 60),)


def starts(day: str, zone: ZoneInfo | None, hours: int = 4, spans: tuple[OpenSpan, ...] = NIGHT) -> list[str]:
    found = bookable(date.fromisoformat(day), spans, 60 * hours, 60 * hours, every=30, zone=zone)
    return [f"{start.at:%H:%M}-{start.ends:%H:%M}" for start in found.starts]


def test_a_visit_starts_so_that_it_ends_before_the_clinic_closes() -> None:
    day = bookable(
        date(2027, 1, 12), (OpenSpan(540, 780), OpenSpan(840, 1050)), 180, 210, every=30, zone=LONDON
    )
    told = [(f"{start.at:%H:%M}", f"{start.ends:%H:%M}", start.fits_longest) for start in day.starts]
    assert told == [
        ("09:00", "12:00", True),
        ("09:30", "12:30", True),
        ("10:00", "13:00", False),
        ("14:00", "17:00", True),
        ("14:30", "17:30", False),
    ]
    assert not day.clocks_change


@pytest.mark.parametrize(
    ("day", "zone", "told"),
    [
        # Six hours on the clock are five. Denver has no 02:00 then, London no 01:00.
        ("2027-03-14", DENVER, ["00:00-05:00", "00:30-05:30", "01:00-06:00"]),
        ("2027-03-28", LONDON, ["00:00-05:00", "00:30-05:30", "02:00-06:00"]),
        # Beirut has no midnight then.
        ("2027-03-28", BEIRUT, ["01:00-05:00", "01:30-05:30", "02:00-06:00"]),
        # Seven hours: of the two times that read 01:00 the first is meant.
        ("2027-10-31", LONDON, ["00:00-03:00", "00:30-03:30", "01:00-04:00", "01:30-04:30", "02:00-06:00"]),
        ("2027-11-07", DENVER, ["00:00-03:00", "00:30-03:30", "01:00-04:00", "01:30-04:30", "02:00-06:00"]),
        ("2027-03-14", LONDON, ["00:00-04:00", "00:30-04:30", "01:00-05:00", "01:30-05:30", "02:00-06:00"]),
    ],
)
def test_on_the_night_the_clocks_change_hours_are_counted_as_they_pass(
    day: str, zone: ZoneInfo, told: list[str]
) -> None:
    assert starts(day, zone) == told


def test_a_start_in_the_daytime_after_the_change_is_as_on_any_day() -> None:
    daytime = (OpenSpan(9 * 60, 15 * 60),)
    for day in ("2027-03-14", "2027-03-28", "2027-10-31", "2027-06-15"):
        for zone in (DENVER, LONDON, None):
            assert starts(day, zone, spans=daytime) == starts("2027-01-12", None, spans=daytime)


@pytest.mark.parametrize(
    ("opens", "closes", "told"),
    [
        (
            90,
            180,
            ["02:00-02:30", "02:30-03:00"],
        ),  # 01:30 is never read: it opens as the clock jumps to 02:00
        (0, 90, ["00:00-00:30", "00:30-02:00"]),  # and closes then
        (70, 110, []),
    ],
)
def test_hours_that_begin_or_end_in_the_hour_the_clocks_jump_over_do_so_at_the_jump(
    opens: int, closes: int, told: list[str]
) -> None:
    night = bookable(date(2027, 3, 28), (OpenSpan(opens, closes),), 30, 30, every=30, zone=LONDON)
    assert [f"{start.at:%H:%M}-{start.ends:%H:%M}" for start in night.starts] == told


def test_no_span_no_start() -> None:
    assert starts("2027-01-12", LONDON, hours=7) == starts("2027-01-12", LONDON, spans=()) == []


spans = st.lists(st.integers(0, 48), min_size=2, max_size=6, unique=True).map(
    lambda ends: tuple(OpenSpan(30 * a, 30 * b) for a, b in zip(*[iter(sorted(ends))] * 2, strict=False))
)


@given(
    day=st.dates(date(2027, 1, 1), date(2027, 12, 31))
    | st.sampled_from([date(2027, 3, 28), date(2027, 10, 31)]),
    spans=spans,
    usual=st.integers(1, 600),
    more=st.integers(0, 120),
    every=st.sampled_from([5, 15, 30, 60]),
    zone=st.sampled_from([None, DENVER, LONDON, BEIRUT]),
)
@example(day=date(2027, 3, 28), spans=(OpenSpan(90, 150),), usual=1, more=0, every=5, zone=LONDON)
def test_every_start_lies_in_a_span_that_holds_the_visit(
    day: date, spans: tuple[OpenSpan, ...], usual: int, more: int, every: int, zone: ZoneInfo | None
) -> None:
    (found,) = bookable_days([day], lambda _day: spans, usual, usual + more, every=every, zone=zone)
    assert found == bookable(day, spans, usual, usual + more, every=every, zone=zone)
    there = zone or UTC
    for start in found.starts:
        begins = datetime.combine(day, start.at, there).astimezone(UTC)
        assert begins.astimezone(there).time() == start.at
        ends = begins + timedelta(minutes=usual)
        assert ends.astimezone(there).time() == start.ends
        inside = [
            span
            for span in spans
            if moment(day, span.opens, there) <= begins and ends <= moment(day, span.closes, there)
        ]
        assert inside
        assert start.fits_longest == (ends + timedelta(minutes=more) <= moment(day, inside[0].closes, there))


@cache
def moment(day: date, minute: int, zone: tzinfo) -> datetime:
    """When the clock of the day first reads so, or later: looked for minute by minute."""
    wall = datetime.combine(day, time()) + timedelta(minutes=minute)
    now = datetime.combine(day, time(), zone).astimezone(UTC)
    while now.astimezone(zone).replace(tzinfo=None) < wall:
        now += timedelta(minutes=1)
    return now
