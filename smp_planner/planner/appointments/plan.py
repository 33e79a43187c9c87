"""The dates of the visits: read the rules and the calendar, search, and say what was found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from smp_planner.domain.course import EventConflict, LatestStart
from smp_planner.domain.intake import CalendarAnswer, Intake, LifeEvent
from smp_planner.domain.provenance import Telling
from smp_planner.errors import IntakeError
from smp_planner.planner.appointments.course_dates import Appointments, DateRules, read_date_rules
from smp_planner.planner.appointments.day_search import (
    Blocked,
    Found,
    Search,
    find_days,
    latest_first,
    room_to_move,
    stuck_at,
)
from smp_planner.planner.appointments.day_sets import DaySet, first_of
from smp_planner.planner.appointments.open_days import Frame, open_days
from smp_planner.planner.appointments.steps import trace_appointments
from smp_planner.planner.appointments.words import (
    first_visit_note,
    gap_note,
    latest_start_says,
    no_days,
    not_healed,
    not_ready,
)
from smp_planner.rules.ruleset import RuleSet

YEAR_DAYS = 365


def plan_appointments(
    intake: Intake, count: int, lengths: Mapping[str, int], rules: RuleSet
) -> tuple[Appointments, Telling]:
    """Days for a course of `count` visits, and why each is what it is.

    `lengths` are the last days of the aftercare rules that events keep clear of, counted from
    a visit as day 0; both ends are held. Raises IntakeError when no course can start in the
    time that the rules accept.
    """
    calendar, asked = intake.calendar, read_date_rules(count, intake.calendar, rules)
    frame = _frame(calendar, asked)
    appointments = _Question(
        calendar=calendar,
        lengths=lengths,
        asked=asked,
        rules=rules,
        frame=frame,
        open_days=open_days(frame, calendar, rules),
    ).answer()
    return appointments, partial(trace_appointments, appointments, asked, calendar)


def _frame(calendar: CalendarAnswer, asked: DateRules) -> Frame:
    """The days that a course can have: it starts in the accepted time and ends in its own."""
    length = int(asked.accepted_within.number) + sum(gap.longest for gap in asked.gaps) + 1
    return Frame(first=calendar.start, length=length)


class _Question(NamedTuple):
    """One person's calendar under the rules of one course, and the days of it that are open."""

    calendar: CalendarAnswer
    lengths: Mapping[str, int]
    asked: DateRules
    rules: RuleSet
    frame: Frame
    open_days: DaySet

    def answer(self) -> Appointments:
        """The dates that come first in the order of preference, and what is said of them."""
        asked, frame = self.asked, self.frame
        search, found = self.found()
        if found is None:
            raise IntakeError([no_days(self.calendar.start, asked, stuck_at=stuck_at(search))])
        rooms = room_to_move(search, found, first_by=max(found.days[0], int(asked.start_within.number)))
        dates = tuple(frame.day(number) for number in found.days)
        gaps = tuple((later - sooner).days for sooner, later in pairwise(dates))
        pairs = enumerate(zip(gaps, asked.rows, strict=True), start=2)
        ready = [event for event in self.calendar.events if event.kind == "be_ready"]
        clashing = [self.calendar.events[position] for position in found.clashes]
        return Appointments(
            dates=dates,
            gaps=gaps,
            earliest=tuple(frame.day(room.earliest) for room in rooms),
            latest=tuple(frame.day(room.latest) for room in rooms),
            settled_on=dates[-1] + timedelta(asked.settled_days),
            conflicts=tuple(self.conflict(event, dates) for event in clashing),
            latest_start=tuple(self.latest_start(event, clashes=event in clashing) for event in ready),
            notes=(
                self.first_note(found),
                *(gap_note(number, gap, row) for number, (gap, row) in pairs),
            ),
        )

    def found(self) -> tuple[Search, Found | None]:
        """The days near the start; days far later only where they spare an event, or none are near."""
        near = self.search(first_by=int(self.asked.start_within.number))
        sooner = find_days(near)
        if sooner is not None and not sooner.clashes:
            return near, sooner
        far = self.search(first_by=int(self.asked.accepted_within.number))
        later = find_days(far)
        if sooner is not None and later is not None and len(sooner.clashes) <= len(later.clashes):
            return near, sooner
        return far, later

    def first_note(self, found: Found) -> tuple[str, ...]:
        """Why the first visit is later than the start: what it keeps clear of, gaps, or no day before."""
        frame, first = self.frame, first_of(self.open_days)
        kept: list[LifeEvent] = []
        if found.days[0] > first:
            _, alone = self._replace(calendar=replace(self.calendar, events=())).found()
            kept = self.kept_clear(found, alone)
        return first_visit_note(
            self.calendar, frame.day(first), frame.day(found.days[0]), keeps_clear_of=kept, rules=self.rules
        )

    def kept_clear(self, found: Found, alone: Found | None) -> list[LifeEvent]:
        """The events that put the first visit off: those that the course without them would clash with."""
        if alone is None or alone.days[0] >= found.days[0]:
            return []
        blocks = [self.blocked(event) for event in self.calendar.events]
        kept = [
            event
            for number, (event, block) in enumerate(zip(self.calendar.events, blocks, strict=True))
            if number not in found.clashes and any(block.first <= day <= block.last for day in alone.days)
        ]
        return [event for event in kept if event.kind != "be_ready"] or kept

    def search(self, *, first_by: int) -> Search:
        """The question in numbers of days; the first visit is `first_by` days after the start at most."""
        return Search(
            open_days=self.open_days,
            first_by=first_by,
            gaps=self.asked.gaps,
            events=tuple(self.blocked(event) for event in self.calendar.events),
        )

    def blocked(self, event: LifeEvent) -> Blocked:
        """The days on which a visit clashes with an event.

        It clashes with being ready when the look hasn't settled by the event's first day, and
        with any other event when a day of its healing window falls in it.
        """
        frame = self.frame
        if event.kind == "be_ready":
            unsettled = self.asked.settled_days - 1
            return Blocked(first=frame.number(event.from_, later=-unsettled), last=frame.length)
        healing = self.window(event)
        return Blocked(first=frame.number(event.from_, later=-healing), last=frame.number(event.to))

    def window(self, event: LifeEvent) -> int:
        """Days after a visit on which an event of its kind is to be avoided."""
        return self.lengths[self.rules.aftercare.events[event.kind]]

    def conflict(self, event: LifeEvent, dates: tuple[date, ...]) -> EventConflict:
        """Why an event clashes with the dates, and what would fit."""
        if event.kind != "be_ready":
            return not_healed(event, dates=dates, window=self.window(event), rules=self.rules)
        return not_ready(
            event,
            settled_on=dates[-1] + timedelta(self.asked.settled_days),
            start=self.calendar.start,
            latest=self.latest_first(event),
            rules=self.rules,
        )

    def latest_start(self, event: LifeEvent, *, clashes: bool) -> LatestStart:
        """The latest first visit from which the look can settle by an event, and the words for it."""
        latest = self.latest_first(event)
        say = latest_start_says(event, latest=latest, start=self.calendar.start, clashes=clashes)
        return LatestStart(event=event.name, on=latest, say=say)

    def latest_first(self, event: LifeEvent) -> date | None:
        """The latest first visit in the year before an event, other events aside."""
        first = date.fromordinal(max(event.from_.toordinal() - YEAR_DAYS, 1))
        frame = Frame(first=first, length=YEAR_DAYS)
        days = open_days(frame, self.calendar, self.rules)
        last_by = frame.number(event.from_, later=-self.asked.settled_days)
        latest = latest_first(days, self.asked.gaps, last_by=last_by)
        return None if latest is None else frame.day(latest)
