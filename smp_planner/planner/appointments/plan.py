"""The dates of the visits: read the rules and the calendar, search, and say what was found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from smp_planner.domain.course import EventConflict, LatestStart
from smp_planner.domain.intake import CalendarAnswer, LifeEvent
from smp_planner.domain.provenance import Telling, told_once
from smp_planner.domain.words import fill
from smp_planner.errors import IntakeError
from smp_planner.planner.appointments.clashes import asked_there, clash_told, days_around, within_told
from smp_planner.planner.appointments.course_dates import Appointments, DateRules, read_date_rules
from smp_planner.planner.appointments.day_search import (
    Found,
    Search,
    choose_days,
    days_to_move,
    earliest_last,
    room_of,
    stuck_at,
)
from smp_planner.planner.appointments.day_sets import DaySet, numbers_of, skips_a_week
from smp_planner.planner.appointments.first_visit import first_visit_note
from smp_planner.planner.appointments.hurried import hurried_visits
from smp_planner.planner.appointments.long_enough import days_that_hold, holds_of_others, too_short_note
from smp_planner.planner.appointments.moved_for_holiday import moved_for_holiday
from smp_planner.planner.appointments.nearest_days import Gap
from smp_planner.planner.appointments.open_days import Frame
from smp_planner.planner.appointments.perhaps_closed import perhaps_closed
from smp_planner.planner.appointments.question import (
    can_start_after,
    days_closed_for,
    frame_of,
    latest_first_visit,
    lay_search,
    year_before,
)
from smp_planner.planner.appointments.room_for_more import begun_with_room
from smp_planner.planner.appointments.steps import trace_appointments
from smp_planner.planner.appointments.weekdays_off import weekdays_off, weekdays_on
from smp_planner.planner.appointments.words import (
    fits_healed,
    fits_ready,
    gap_note,
    latest_start_says,
    no_days,
)
from smp_planner.planner.patch_test import better_day_to_test, last_day_to_test, no_day_to_test
from smp_planner.planner.suitability.young_scars import ScarWait, scar_wait_told
from smp_planner.rules.ruleset import RuleSet


def plan_appointments(
    calendar: CalendarAnswer,
    count: int,
    lengths: Mapping[str, int],
    rules: RuleSet,
    needed: tuple[int, ...] = (),
    kept: tuple[date, ...] = (),
    waits: ScarWait | None = None,
) -> tuple[Appointments, Telling]:
    """Days for a course of `count` visits, and why each is what it is.

    `lengths` are the last days of the aftercare rules that events keep clear of, counted from
    a visit as day 0; both ends are held. `needed` are the minutes in a row that each visit takes,
    where the clinic's file names its hours; `kept` the days of first visits that stand as they are; `waits`
    is for the scar that settles last.
    Raises IntakeError when no course can start in the time that the rules accept.
    """
    answer = find_appointments(calendar, count, lengths, rules, needed, kept, waits)
    appointments = answer.told()
    return appointments, told_once(
        partial(
            trace_appointments,
            appointments,
            answer.asked,
            answer.calendar,
            rules.sessions.words,
            answer.waits,
            weekdays=weekdays_on(answer.calendar, rules),
        )
    )


def find_appointments(
    calendar: CalendarAnswer,
    count: int,
    lengths: Mapping[str, int],
    rules: RuleSet,
    needed: tuple[int, ...] = (),
    kept: tuple[date, ...] = (),
    waits: ScarWait | None = None,
) -> FoundDays:
    """As `plan_appointments`: the days as they were found, with nothing told of them yet.

    Where no course fits the hours of the clinic, one is looked for as if they were open.
    """
    calendar = replace(calendar, start=waits.until) if waits else calendar
    asked = read_date_rules(count, calendar, rules)
    frame = frame_of(calendar, asked)
    search = lay_search(calendar, frame, asked, lengths, rules)
    held = days_that_hold(frame, needed, calendar, rules)
    for holds in (held, ()) if held else ((),):
        search = search._replace(holds=holds_of_others(kept, holds, frame, count))
        found = choose_days(search, within=asked.may_move)
        if found is not None:
            roomy = None if kept else begun_with_room(calendar, search, found, lengths, needed, rules)
            found = roomy or found
            return FoundDays(
                calendar=calendar,
                lengths=lengths,
                asked=asked,
                rules=rules,
                needed=needed,
                frame=frame,
                search=search,
                found=found,
                dates=tuple(frame.day(number) for number in found.days),
                waits=waits,
                with_room=roomy is not None,
            )
    raise IntakeError([no_days(calendar.start, asked, stuck_at=stuck_at(search))])


class FoundDays(NamedTuple):
    """The days found for one person's calendar, and what they were found by."""

    calendar: CalendarAnswer
    lengths: Mapping[str, int]
    asked: DateRules
    rules: RuleSet
    needed: tuple[int, ...]
    frame: Frame
    search: Search
    found: Found
    dates: tuple[date, ...]
    waits: ScarWait | None = None
    with_room: bool = False  # whether it begins sooner to leave room for one more visit before an event

    def days_to_move(self) -> list[list[date]]:
        """The days on which each visit could be held while the others may move too."""
        sets = days_to_move(self.search, self.found, within=self.asked.may_move)
        return [[self.frame.day(number) for number in numbers_of(days)] for days in sets]

    def soonest_settled(self) -> date:
        """The earliest day by which the look could settle, with gaps as short as the rules allow."""
        last = self.frame.day(earliest_last(self.search, self.found))
        return last + timedelta(self.asked.settled_days)

    def told(self) -> Appointments:
        """The dates with all that is said of them."""
        asked, frame, dates = self.asked, self.frame, self.dates
        may_be = days_to_move(self.search, self.found, within=asked.may_move)
        rooms = [room_of(days) for days in may_be]
        latest = tuple(frame.day(room.latest) for room in rooms)
        gaps = tuple((later - sooner).days for sooner, later in pairwise(dates))
        alike = [
            (place, event, None if place in self.found.clashes else self.latest_alike(event))
            for place, event in enumerate(self.calendar.events)
            if event.kind == "be_ready"
        ]
        clashing = [self.calendar.events[place] for place in self.found.clashes]
        return Appointments(
            dates=dates,
            gaps=gaps,
            earliest=tuple(frame.day(room.earliest) for room in rooms),
            latest=latest,
            some_taken=tuple(map(skips_a_week, may_be)),
            settled_on=dates[-1] + timedelta(asked.settled_days),
            conflicts=tuple(map(self.conflict, clashing)),
            done_before=tuple(map(self.done_before, clashing)),
            latest_start=tuple(
                self.latest_start(event, movable=latest[0], alike=on, clashes=place in self.found.clashes)
                for place, event, on in alike
            ),
            latest_alike=tuple(on for _, _, on in alike),
            notes=self.notes(gaps),
            weekdays_off=tuple(weekdays_off(self.calendar, self.rules)),
            no_last_day=self.no_last_day(),
            patch_test_by=last_day_to_test(dates[0], self.rules, self.calendar),
            better_for_test=better_day_to_test(dates[0], self.rules, self.calendar),
            not_before=self.waits.until if self.waits else None,
            hurried=hurried_visits(
                self.calendar.events,
                self.search,
                self.found,
                asked.rows,
                within=asked.may_move,
                rules=self.rules,
                for_one_more=self.with_room,
            ),
        )

    def notes(self, gaps: tuple[int, ...]) -> tuple[tuple[str, ...], ...]:
        """What is said of each visit: of the day of the first one, of the gap before each other one."""
        searched = self.calendar, self.frame, self.search, self.found
        within, rules = self.asked.may_move, self.rules
        first = first_visit_note(*searched, within=within, rules=rules)
        scar = (scar_wait_told(self.waits, rules),) if self.waits else ()
        pairs = enumerate(zip(gaps, self.asked.rows, strict=True), start=2)
        words, base = rules.sessions.words, rules.replaced
        days = (
            scar + first + no_day_to_test(self.dates[0], rules),
            *(gap_note(number, gap, row, words, base.get(row.id)) for number, (gap, row) in pairs),
        )
        holidays = moved_for_holiday(*searched, within=within, rules=rules)
        there = (perhaps_closed(day, rules) + asked_there(day, self.calendar, rules) for day in self.dates)
        told = tuple(off + of_day + asked for off, of_day, asked in zip(holidays, days, there, strict=True))
        if not self.needed:
            return told
        short = (
            too_short_note(day, minutes, self.rules)
            for day, minutes in zip(self.dates, self.needed, strict=True)
        )
        return tuple(notes + more for notes, more in zip(told, short, strict=True))

    def no_last_day(self) -> str | None:
        """That visits can also be later; None where an event after the first one is kept clear of."""
        if any(
            event.to >= self.dates[0] and place not in self.found.clashes
            for place, event in enumerate(self.calendar.events)
        ):
            return None
        words, gaps = self.rules.sessions.words, self.asked.gaps
        if not gaps:
            return words["no_last_day_alone"]
        return fill(words["no_last_day"], most=min(gap.longest for gap in gaps))

    def latest_first(self, event: LifeEvent) -> date | None:
        """The latest first visit from which the look settles by an event; no visit is on a day away."""
        return self._latest(event, self.asked)

    def latest_alike(self, event: LifeEvent) -> date | None:
        """The latest first visit from which a course with the gaps of this one settles by an event."""
        days = [(later - sooner).days for sooner, later in pairwise(self.dates)]
        return self.latest_clear(event, self.asked._replace(gaps=tuple(Gap(gap, gap, gap) for gap in days)))

    def latest_clear(self, event: LifeEvent, asked: DateRules) -> date | None:
        """The latest first visit from which a course of such gaps settles by an event.

        It keeps clear of all that these dates keep clear of, but for other events at which to be ready:
        each of these has a last day of its own.
        """
        clear = [
            one
            for place, one in enumerate(self.calendar.events)
            if one.kind != "be_ready" and place not in self.found.clashes
        ]
        closed = days_closed_for(clear, year_before(event), asked, self.lengths, self.rules)
        return self._latest(event, asked, closed=closed)

    def _latest(self, event: LifeEvent, asked: DateRules, *, closed: DaySet = 0) -> date | None:
        needed = self.needed if self.search.holds else ()
        kept = [one for place, one in enumerate(self.calendar.events) if place not in self.found.away]
        return latest_first_visit(event, self.calendar, asked, self.rules, needed, kept, closed=closed)

    def conflict(self, event: LifeEvent) -> EventConflict:
        """Why an event clashes with the dates, and what would fit."""
        clash = clash_told(event, self.dates, self.lengths, self.rules)
        ready = event.kind == "be_ready"  # its clash names the visits on it already
        fits = self.fits_ready(event) if ready else self.fits_healed(event)
        within = () if ready else within_told(event, self.dates, self.rules)
        return EventConflict(
            event=event.name, on=event.from_, say=" ".join((*clash, *within)), what_would_fit=fits
        )

    def done_before(self, event: LifeEvent) -> int:
        """How many visits come before an event at which the look should be ready, if more come after."""
        done = sum(day < event.from_ for day in self.dates)
        return done if event.kind == "be_ready" and done < len(self.dates) else 0

    def fits_ready(self, event: LifeEvent) -> str:
        """What would fit where the look settles after an event."""
        asked, calendar = self.asked, self.calendar
        return fits_ready(
            event,
            visits=self.dates,
            settled_on=self.dates[-1] + timedelta(asked.settled_days),
            soonest=self.soonest_settled(),
            start=calendar.start,
            latest=self.latest_first(event),
            can_follow=self.dates[0] <= event.to and can_start_after(event.to, self.search, self.frame),
            words=self.rules.sessions.words,
        )

    def fits_healed(self, event: LifeEvent) -> str:
        """What would fit where an event falls on days that the visits close for it."""
        around = days_around(event.kind, self.lengths, self.rules)
        return fits_healed(
            event,
            first=self.dates[0] - timedelta(max(days.before for days in around)),
            last=self.dates[-1] + timedelta(max(days.after for days in around)),
            words=self.rules.sessions.words,
        )

    def latest_start(
        self, event: LifeEvent, *, movable: date, alike: date | None, clashes: bool
    ) -> LatestStart:
        """The latest first visit from which the look can settle by an event, and the words for it.

        Where these dates are in time, it keeps clear of the other events that they keep clear of.
        """
        latest = self.latest_first(event) if clashes else self.latest_clear(event, self.asked)
        say = latest_start_says(
            event,
            latest=latest,
            start=self.calendar.start,
            movable=movable,
            alike=alike,
            clashes=clashes,
            words=self.rules.sessions.words,
        )
        return LatestStart(event=event.name, on=latest, say=say)
