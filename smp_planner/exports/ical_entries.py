"""What of a plan goes into a calendar: patch test, visits, main limits, both checks; at most 25 events."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from smp_planner.domain.care import PATCH_TEST, Aftercare, Window
from smp_planner.domain.course import Sessions, Visit
from smp_planner.domain.intake import CalendarAnswer
from smp_planner.domain.plan import SmpPlan
from smp_planner.domain.words import number, sentence, spoken
from smp_planner.exports.short_words import bare_words, clinics_limits
from smp_planner.exports.visit_times import begins, starts_at, times_of
from smp_planner.exports.visit_words import days_taken, hours_told, last_day
from smp_planner.language.texts import N_, _

MOST_EVENTS = 25
CHECK_OF_THE_LOOK = "check_the_look"

# The limits in the order in which they find room; those of a group that share their days are one event.
GROUPS = (("direct_sun",), ("heavy_exercise",), ("swimming", "sauna_steam"), ("touching",))
ANY_DAY = N_("Any day from {first} to {last} will do.")
ANY_OPEN_DAY = N_("Any day from {first} to {last} on which the clinic is open will do.")


class Entry(NamedTuple):
    """One event: what it is, its discreet and its full title, its days (end exclusive), advice."""

    key: str
    discreet: str
    full: str
    start: date
    end: date
    advice: str
    is_visit: bool = False


def entries_of(plan: SmpPlan) -> tuple[Entry, ...]:
    """Patch test, visits, both checks, and as many of the limits as there is room for, by day."""
    fixed = (*_patch_test(plan), *_visits(plan), *_check_of_the_look(plan), *_first_check(plan))
    limits: tuple[Entry, ...] = ()
    own = ((rule,) for rule in clinics_limits(plan.aftercare))
    for group in (*GROUPS, *own):
        more = _limits(plan.aftercare, group)
        if len(fixed) + len(limits) + len(more) <= MOST_EVENTS:
            limits += more
    return tuple(sorted((*fixed, *limits), key=lambda entry: (f"{entry.start:%Y-%m-%d}", entry.key)))


def _visits(plan: SmpPlan) -> Iterator[Entry]:
    for visit in plan.sessions.items:
        start, end, when = _span(visit, times_of(plan))
        own, count = number(visit.number), number(len(plan.sessions.items))
        title = _("SMP visit {number} of {count}", number=own, count=count)
        lasts = _("Plan for {hours}.", hours=hours_told(visit))
        moves = _moves(visit, plan.sessions)
        yield Entry(
            key=f"visit-{visit.number}",
            discreet=_("Appointment {number}", number=own),
            full=f"{title}{_unplaced(visit, plan)}",
            start=start,
            end=end,
            advice=f"{when} {lasts} {visit.focus} {moves}",
            is_visit=True,
        )


def _patch_test(plan: SmpPlan) -> Iterator[Entry]:
    """The last day for the test of the pigment, with what to ask for."""
    day = plan.sessions.patch_test_by
    if day is not None:
        tasks = (task for task in plan.aftercare.before if task.rule == PATCH_TEST)
        yield Entry(
            key="patch-test",
            discreet=_("Short appointment, on or before this day"),
            full=_("SMP patch test, on or before this day"),
            start=day,
            end=day + timedelta(days=1),
            advice=" ".join(
                f"{task.say} {_any_day(task.from_, day, ANY_OPEN_DAY)}".rstrip() for task in tasks
            ),
        )


def _any_day(first: date, last: date, say: str = ANY_DAY) -> str:
    """That no day of some is better than another; nothing where there is one alone."""
    return _(say, first=spoken(first), last=spoken(last)) if first < last else ""


def _moves(visit: Visit, sessions: Sessions) -> str:
    """How far the day of a visit may move."""
    if visit.earliest == visit.latest:
        return _("It may not move.")
    first, last = spoken(visit.earliest), spoken(visit.latest)
    told = _("It may move between {first} and {last}.", first=first, last=last)
    if last_day(visit, sessions) is None:
        told = _("It may be on {first} or later.", first=first)
    return " ".join(filter(None, (told, days_taken(visit, sessions))))


def _span(visit: Visit, answers: CalendarAnswer) -> tuple[date, date, str]:
    """Start, exclusive end, and the time in words; whole days where no time was chosen."""
    when = begins(visit, answers)
    told = _("At {time}.", time=when) if when else _("The time is to be agreed.")
    start = starts_at(visit, answers)
    if start is None:
        return visit.date, visit.date + timedelta(days=1), told
    return start, start + timedelta(minutes=int(visit.hours.typical * 60)), told


def _unplaced(visit: Visit, plan: SmpPlan) -> str:
    """The chosen time for a title, where no zone was given to set the event to it."""
    answers = times_of(plan)
    unplaced = answers.timezone is None and visit.number in answers.visit_times
    return f", {begins(visit, answers)}" if unplaced else ""


def _limits(care: Aftercare, group: Sequence[str]) -> tuple[Entry, ...]:
    """One event for each run of days; rules of the group with the same days share it."""
    runs: dict[tuple[date, date], list[Window]] = {}
    for window in care.windows:
        if window.rule in group:
            runs.setdefault((window.from_, window.to), []).append(window)
    names = bare_words(care, "avoid")
    clinics = {name.rule for name in care.names if name.by_clinic}
    seen: dict[str, int] = {}
    entries: list[Entry] = []
    for (first, last), shared in sorted(runs.items()):
        rules = "+".join(window.rule for window in shared)
        seen[rules] = seen.get(rules, 0) + 1
        words = ", ".join(names[window.rule] for window in shared)
        advice = " ".join(_advice(window, clinics) for window in shared)
        entries.append(_limit(f"{rules}-{seen[rules]}", words, advice, first, last))
    return tuple(entries)


def _advice(window: Window, clinics: Collection[str]) -> str:
    """What a rule says; one of the clinic's own also that it is, and why."""
    return f"{window.say} {window.differs}" if window.rule in clinics else window.say


def _limit(key: str, words: str, advice: str, first: date, last: date) -> Entry:
    return Entry(
        key=key,
        discreet=sentence(words),
        full=_("SMP aftercare: {limits}", limits=words),
        start=first,
        end=last + timedelta(days=1),
        advice=advice,
    )


def _check_of_the_look(plan: SmpPlan) -> Iterator[Entry]:
    """The days on which to ask for the first check, soon after the last visit, with what is done then."""
    for window in plan.aftercare.windows:
        if window.rule == CHECK_OF_THE_LOOK:
            yield Entry(
                key="check-of-the-look",
                discreet=_("First check-up, on one of these days"),
                full=_("SMP first check of the look, on one of these days"),
                start=window.from_,
                end=window.to + timedelta(days=1),
                advice=window.say,
            )


def _first_check(plan: SmpPlan) -> Iterator[Entry]:
    for check in plan.touch_ups.items[:1]:
        yield Entry(
            key=f"check-{check.number}",
            discreet=_("Check-up"),
            full=_("SMP check for a touch-up"),
            start=check.typical,
            end=check.typical + timedelta(days=1),
            advice=_any_day(check.from_, check.to),
        )
