"""What is said about the dates of a course: late visits, clashes, latest starts, no dates."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from smp_planner.domain.course import EventConflict
from smp_planner.domain.intake import CalendarAnswer, LifeEvent
from smp_planner.domain.provenance import Reading
from smp_planner.domain.words import spoken
from smp_planner.errors import Place, Problem
from smp_planner.planner.appointments.course_dates import DateRules
from smp_planner.rules.ruleset import RuleSet

ONE_DAY = timedelta(1)

LATE = (
    "This visit is {gap} days after visit {before}. {low} to {high} days are usual; up to {most} are allowed."
)
SOON = (
    "This visit is {gap} days after visit {before}."
    " We plan {planned} where we can; {least} is the shortest allowed."
)

FITS_LATER = "{event} fits on {settled} or later."
FITS_SOONER = "With a first visit by {on} it would fit too, but then another of your events clashes."
TOO_LATE_NOW = "For {day}, the first visit would have to be by {on}, before the day you can start."
FITS_MOVED = "{event} fits if it starts after {last}, or is over before {first}."

IN_TIME = (
    "Planned to be settled by {day}, if healing is usual and the first visit is by {on}."
    " A start on that day needs the shortest gaps your days allow."
)
COULD_BE = (
    "Could be settled by {day}, if healing is usual and the first visit is by {on},"
    " but not with the dates planned here."
)
TOO_LATE = (
    "Too late to be settled by {day}: the first visit would have to be by {on}, before the day you can start."
)
NEVER = "No course of visits fits in the year before {day}."

NO_DAYS = "no course of {count} visits can start within {within} days of {start}: {reason}"
NO_FIRST = "no such day is open at the clinic and free"
NO_NEXT = (
    "visit {number} must be {least} to {most} days after visit {before},"
    " and no such day is open at the clinic and free"
)
NO_DAYS_HINT = "offer more weekdays, or shorten a time away"


def first_visit_note(
    calendar: CalendarAnswer,
    first_open: date,
    visit: date,
    *,
    keeps_clear_of: Sequence[LifeEvent],
    rules: RuleSet,
) -> tuple[str, ...]:
    """Why the first visit isn't on the first day asked for; nothing when it is."""
    notes, aftercare = rules.sessions.notes, rules.aftercare
    if visit == calendar.start:
        return ()
    if keeps_clear_of:
        events = aftercare.words["and"].join(event.name for event in keeps_clear_of)
        return (notes["first_moved_for_events"].say.format(day=spoken(first_open), events=events),)
    if visit > first_open:
        return (notes["first_moved_for_gaps"].say.format(day=spoken(first_open)),)
    before = first_open - ONE_DAY
    if any(away.from_ <= before <= away.to for away in calendar.away):
        return (notes["first_after_away"].say.format(last=spoken(before)),)
    return (notes["first_open"].say.format(day=spoken(first_open)),)


def gap_note(number: int, gap: int, row: Reading) -> tuple[str, ...]:
    """What to say of the gap before a visit: nothing when it is usual and as long as planned."""
    if gap > row.high:
        return (LATE.format(gap=gap, before=number - 1, low=row.low, high=row.high, most=row.limits[-1]),)
    if gap < row.number:
        return (SOON.format(gap=gap, before=number - 1, planned=row.number, least=row.limits[0]),)
    return ()


def not_ready(
    event: LifeEvent, *, settled_on: date, start: date, latest: date | None, rules: RuleSet
) -> EventConflict:
    """The look settles after an event at which it should be ready."""
    fits = [FITS_LATER.format(event=event.name, settled=spoken(settled_on))]
    if latest is not None:
        words = TOO_LATE_NOW if latest < start else FITS_SOONER
        fits.append(words.format(day=spoken(event.from_), on=spoken(latest)))
    return EventConflict(
        event=event.name,
        say=_clash(event, event.from_, settled_on, rules),
        what_would_fit=" ".join(fits),
    )


def not_healed(event: LifeEvent, *, dates: Sequence[date], window: int, rules: RuleSet) -> EventConflict:
    """An event meets the days after visits on which its kind of thing is to be avoided."""
    runs = _runs(dates, timedelta(window))
    from_, to = next(run for run in runs if event.from_ <= run[1])
    first, last = spoken(dates[0]), spoken(runs[-1][1])
    return EventConflict(
        event=event.name,
        say=_clash(event, from_, to, rules),
        what_would_fit=FITS_MOVED.format(event=event.name, first=first, last=last),
    )


def latest_start_says(event: LifeEvent, *, latest: date | None, start: date, clashes: bool) -> str:
    """What to say of the latest start for an event at which the look should be ready."""
    if latest is None:
        words = NEVER
    elif latest < start:
        words = TOO_LATE
    else:
        words = COULD_BE if clashes else IN_TIME
    return words.format(day=spoken(event.from_), on=latest and spoken(latest))


def no_days(start: date, asked: DateRules, *, stuck_at: int) -> Problem:
    """No course of visits is possible: how long was looked for, and at which visit it fails."""
    reason = NO_FIRST
    if stuck_at > 1:
        gap = asked.gaps[stuck_at - 2]
        reason = NO_NEXT.format(number=stuck_at, before=stuck_at - 1, least=gap.shortest, most=gap.longest)
    count, within = len(asked.gaps) + 1, asked.accepted_within.number
    return Problem(
        place=Place("answers", 1, 1),
        key="calendar",
        message=NO_DAYS.format(count=count, within=within, start=spoken(start), reason=reason),
        code="I502",
        hint=NO_DAYS_HINT,
    )


def _runs(dates: Sequence[date], healing: timedelta) -> list[tuple[date, date]]:
    """The healing days after all visits; windows that touch are one."""
    runs: list[tuple[date, date]] = []
    for day in dates:
        touches = bool(runs) and day <= runs[-1][1] + ONE_DAY
        first = runs.pop()[0] if touches else day
        runs.append((first, day + healing))
    return runs


def _clash(event: LifeEvent, from_: date, to: date, rules: RuleSet) -> str:
    aftercare = rules.aftercare
    on = spoken(event.from_)
    if event.to != event.from_:
        on = aftercare.words["span"].format(**{"from": on, "to": spoken(event.to)})
    words = {"event": event.name, "on": on, "from": spoken(from_), "to": spoken(to)}
    return aftercare.event_words[event.kind].format(**words)
