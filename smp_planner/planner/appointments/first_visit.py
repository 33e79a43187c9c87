"""Why the first visit isn't on the first day asked for: events, gaps, or no day before."""

from __future__ import annotations

from datetime import timedelta

from smp_planner.domain.intake import CalendarAnswer, LifeEvent
from smp_planner.domain.words import fill, joined, spoken
from smp_planner.language.texts import _
from smp_planner.planner.appointments.day_search import Found, Search, choose_days, first_start, kept_clear
from smp_planner.planner.appointments.day_sets import first_of
from smp_planner.planner.appointments.long_enough import LONG_ENOUGH
from smp_planner.planner.appointments.open_days import Frame
from smp_planner.rules.ruleset import RuleSet

ONE_DAY = timedelta(1)


def first_visit_note(
    calendar: CalendarAnswer, frame: Frame, search: Search, found: Found, *, within: int, rules: RuleSet
) -> tuple[str, ...]:
    """Why the first visit is later than the first day on offer; nothing when it isn't.

    A day that nobody may have chosen is named as what it is: the first one that is open.
    """
    visit, notes, words = found.days[0], rules.sessions.notes, rules.aftercare.words
    if visit == 0:
        return ()
    first = first_of(search.open_days)
    if visit == first:
        return _nothing_sooner(calendar, frame, first, rules)
    if visit == first_of(search.of_each(search.open_days)[0]):
        return (fill(_(LONG_ENOUGH), day=spoken(frame.day(visit))),)
    day = spoken(frame.day(first))
    if late := _putting_off(calendar, search, found, within):
        missed = [calendar.events[place] for place in found.clashes]
        kept = [event for event in late if event not in missed]
        events = joined([event.name for event in kept or late], comma=words["comma"], last=words["and"])
        apart = any(event.kind == "be_ready" for event in late)
        missed_note = "first_later_for_missed" if apart else "first_later_for_days"
        note = notes["first_later_for_events" if kept else missed_note]
        return (fill(note.say, day=day, events=events),)
    why = "first_later_for_course" if visit == first_start(search) else "first_later_for_gaps"
    return (fill(notes[why].say, day=day),)


def _nothing_sooner(calendar: CalendarAnswer, frame: Frame, first: int, rules: RuleSet) -> tuple[str, ...]:
    """No day before the first visit is open and free."""
    notes, before = rules.sessions.notes, frame.day(first) - ONE_DAY
    if any(away.from_ <= before <= away.to for away in calendar.away):
        return (fill(notes["first_after_away"].say, last=spoken(before)),)
    return (fill(notes["first_open"].say, day=spoken(frame.day(first))),)


def _putting_off(calendar: CalendarAnswer, search: Search, found: Found, within: int) -> list[LifeEvent]:
    """The events that put the first visit off: those that the course without them would clash with.

    One to be ready for wants the visits early: it is named only where it is alone, or where a
    visit is put off from its worst days.
    """
    alone = choose_days(search._replace(events=()), within=within)
    if alone is None or alone.days[0] >= found.days[0]:
        return []
    kept = [
        (place, calendar.events[place])
        for place, closed in enumerate(kept_clear(search, found))
        if any(closed >> day & 1 for day in alone.days)
    ]
    late = [event for place, event in kept if event.kind != "be_ready" or place in found.clashes]
    return late or [event for _, event in kept]
