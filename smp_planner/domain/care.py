"""Before and after the visits: windows, days, warning signs, burden."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

Kind = Literal["avoid", "do", "expect"]


class Window(NamedTuple):
    """One instruction over a run of days, both ends included, and the visits it follows.

    `differs` says where most clinics differ, or that the rule is the clinic's own, and why.
    """

    rule: str
    kind: Kind
    say: str
    from_: date
    to: date
    sessions: tuple[int, ...]
    differs: str | None = None


PATCH_TEST = "patch_test"
"""The preparation that has a last day of its own."""
OWN = "clinic_"
"""What the id of an instruction of a clinic's own begins with, so that it is no other rule's."""

CalendarRow = Literal["wash", "sweat", "water", "sun"]


class CalendarWord(NamedTuple):
    """How a main limit stands on the sheet of a month: its row, its word there, and what that means."""

    row: CalendarRow
    word: str
    means: str


class RuleName(NamedTuple):
    """What a rule is called where there is little room; a main limit has a word for the calendar too.

    On the days of the stricter rule `said_by` it needs no words of its own. `by_clinic` is the clinic's
    reason where the rule is one of its own, or was moved by it. `for_good` is what is kept up once its days
    after the last visit are over.
    """

    rule: str
    kind: Kind
    short: str
    said_by: str | None = None
    calendar: CalendarWord | None = None
    by_clinic: str | None = None
    for_good: str | None = None


class CareDay(NamedTuple):
    """What holds on one day: ids of the aftercare rules."""

    date: date
    avoid: tuple[str, ...]
    do: tuple[str, ...]
    expect: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WarningSign:
    """A sign to act on, whom to call, and whether at once; `short` where it is told in a line with others."""

    say: str
    whom: str
    urgent: bool
    sources: tuple[str, ...]
    short: str = ""


class Preparation(NamedTuple):
    """What to do or leave before one visit, both ends included."""

    rule: str
    session: int
    from_: date
    to: date
    say: str
    short: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CareConflict:
    """An aftercare window that falls on an event."""

    event: str
    rule: str
    from_: date
    to: date
    say: str


class EventNote(NamedTuple):
    """Something that is said of an event, which has this name and begins on this day."""

    event: str
    on: date
    say: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Burden:
    """Days with limits from the first visit to the end of the last window."""

    days_without_sun: int
    days_without_swimming: int
    days_without_sauna: int
    days_without_heavy_exercise: int
    first_day: date
    last_day: date
    say: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Aftercare:
    """Everything before and after the visits, by window and by day, and what every rule is called.

    `gaps`: events that take days from the filling of gaps, and which days are left; all say the same.
    `maybe_longer`: events that the dates suit unless an answer that is missing makes a limit longer.
    """

    names: tuple[RuleName, ...]
    windows: tuple[Window, ...]
    days: tuple[CareDay, ...]
    call_if: tuple[WarningSign, ...]
    before: tuple[Preparation, ...]
    conflicts: tuple[CareConflict, ...]
    burden: Burden
    gaps: tuple[EventNote, ...] = ()
    maybe_longer: tuple[EventNote, ...] = ()
