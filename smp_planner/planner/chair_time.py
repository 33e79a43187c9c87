"""Chair time, for whoever books: it is worked out only when it is asked for.

Which weekday finishes soonest is planned anew for each: the same visits, on that weekday alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple
from zoneinfo import ZoneInfo

from smp_planner.domain.chair_time import BookableVisit, ChairTime, ChairWeek, Finish, UnusualGap
from smp_planner.domain.course import Visit
from smp_planner.domain.intake import WEEKDAYS, CalendarAnswer, Weekday
from smp_planner.domain.opening import HOUR
from smp_planner.domain.plan import SmpPlan
from smp_planner.domain.quantities import Number, rounded
from smp_planner.errors import IntakeError
from smp_planner.language.speech import speaking
from smp_planner.planner.aftercare.lengths import care_lengths
from smp_planner.planner.appointments.long_enough import is_long_enough, minutes_of
from smp_planner.planner.appointments.plan import FoundDays, find_appointments
from smp_planner.planner.appointments.start_times import bookable_days, minutes_open_on
from smp_planner.planner.chair_time_steps import chair_time_steps
from smp_planner.planner.course import lay_ground, needed_minutes
from smp_planner.planner.sessions.plan import PlannedVisits, plan_visits
from smp_planner.planner.suitability.young_scars import scar_wait
from smp_planner.rules.clinic_days import clinic_days
from smp_planner.rules.clinic_hours import NO_CLINIC
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.shapes.clinic import ClinicFile

QUARTERS = "0.25"
ONE_WEEK = timedelta(7)


def chair_time(plan: SmpPlan, rules: RuleSet) -> ChairTime:
    """Starts of each visit, the finish by weekday, and chair hours by week, of a plan made by these rules."""
    with speaking(rules.speech):
        asked = _asked(plan, rules)
        file = asked.file
        told = ChairTime(
            hours_named=file.opening is not None,
            timezone=file.timezone,
            every_minutes=file.slot_minutes,
            chairs=file.chairs,
            visits=tuple(_visits(asked)),
            finishes=(_as_planned(asked), *sorted(_by_weekday(asked), key=_soonest)),
            weeks=tuple(_weeks(asked)),
            chair_hours=plan.sessions.chair_hours,
        )
        return replace(told, trace=tuple(chair_time_steps(told, asked.found.asked, rules)))


class _Asked(NamedTuple):
    """A plan, and what its days were found by."""

    plan: SmpPlan
    rules: RuleSet
    visits: PlannedVisits
    found: FoundDays
    file: ClinicFile

    @property
    def zone(self) -> ZoneInfo | None:
        """The zone of the clinic's clock, where its file names one."""
        return ZoneInfo(self.file.timezone) if self.file.timezone else None

    def found_for(self, calendar: CalendarAnswer) -> FoundDays:
        """The days of the same visits in another calendar."""
        lengths, needed = self.found.lengths, self.found.needed
        return find_appointments(
            calendar, self.visits.count, lengths, self.rules, needed, waits=self.found.waits
        )


def _asked(plan: SmpPlan, rules: RuleSet) -> _Asked:
    ground = lay_ground(plan.intake, rules)
    visits = plan_visits(ground.coverage, ground.dots, ground.drivers, rules)
    lengths, needed = care_lengths(ground.care), needed_minutes(visits, rules)
    found = find_appointments(
        plan.intake.calendar, visits.count, lengths, rules, needed, waits=scar_wait(plan.intake, rules)
    )
    return _Asked(plan, rules, visits, found, rules.clinic or NO_CLINIC)


def _visits(asked: _Asked) -> Iterator[BookableVisit]:
    """Each visit with its starts on each day; days without hours have none."""
    spans_on = clinic_days(asked.rules).spans_on
    for visit, days in zip(asked.plan.sessions.items, asked.found.days_to_move(), strict=True):
        usual, longest = minutes_of((visit.hours.typical, visit.hours.high))
        planned, *others = bookable_days(
            [visit.date, *(day for day in days if day != visit.date)],
            spans_on, usual, longest, every=asked.file.slot_minutes, zone=asked.zone,
        )  # fmt: skip
        yield BookableVisit(number=visit.number, hours=visit.hours, planned=planned, others=tuple(others))


def _as_planned(asked: _Asked) -> Finish:
    return _finish(None, asked.found, asked, offered=True)


def _by_weekday(asked: _Asked) -> Iterator[Finish]:
    """The course on each weekday on which the clinic is open, also one that the person did not offer."""
    calendar = asked.plan.intake.calendar
    for weekday in clinic_days(asked.rules).weekdays:
        offered = weekday in calendar.weekdays
        alone = replace(calendar, weekdays=(weekday,))
        try:
            yield _finish(weekday, asked.found_for(alone), asked, offered=offered)
        except IntakeError:
            yield Finish(weekday=weekday, offered=offered)


def _finish(weekday: Weekday | None, found: FoundDays, asked: _Asked, *, offered: bool) -> Finish:
    told = found.told()
    pairs = zip(found.dates, found.needed or [0] * len(found.dates), strict=True)
    return Finish(
        weekday=weekday,
        offered=offered,
        first_on=told.dates[0],
        last_on=told.dates[-1],
        settled_on=told.settled_on,
        soonest_on=found.soonest_settled(),
        gaps=told.gaps,
        unusual=tuple(_unusual(told.gaps, found, asked.rules)),
        held=all(is_long_enough(day, minutes, asked.rules) for day, minutes in pairs),
        clashes=tuple(clash.event for clash in told.conflicts),
    )


def _unusual(gaps: Sequence[int], found: FoundDays, rules: RuleSet) -> Iterator[UnusualGap]:
    """The gaps shorter than planned, or longer than the range; the range of the base rules, where moved."""
    for visit, (days, row) in enumerate(zip(gaps, found.asked.rows, strict=True), start=2):
        usual = rules.replaced.get(row.id, row)
        if days < row.number or days > usual.high:
            yield UnusualGap(visit, days, row.number, usual.low, usual.high, row.limits[0])


def _soonest(finish: Finish) -> tuple[bool, bool, date, int]:
    """Courses that the hours hold come first, then the sooner finish; those without dates come last."""
    weekday = WEEKDAYS.index(finish.weekday) if finish.weekday else -1
    return finish.settled_on is None, not finish.held, finish.settled_on or date.max, weekday


def _weeks(asked: _Asked) -> Iterator[ChairWeek]:
    """The weeks with visits, in order."""
    weeks: dict[date, list[Visit]] = {}
    for visit in asked.plan.sessions.items:
        weeks.setdefault(visit.date - timedelta(visit.date.weekday()), []).append(visit)
    for monday, visits in weeks.items():
        yield ChairWeek(
            monday=monday,
            visits=tuple(visit.number for visit in visits),
            hours=sum(visit.hours.typical for visit in visits),
            at_most=sum(visit.hours.high for visit in visits),
            open_hours=_open_hours(monday, asked),
        )


def _open_hours(monday: date, asked: _Asked) -> Number | None:
    """Hours open of all chairs in a week; None where the file names no hours."""
    if asked.file.opening is None:
        return None
    clinic = clinic_days(asked.rules)
    week = (monday + timedelta(day) for day in range(ONE_WEEK.days))
    minutes = sum(minutes_open_on(day, clinic.spans_on(day), asked.zone) for day in week)
    return rounded(Decimal(minutes * asked.file.chairs) / HOUR, QUARTERS)
