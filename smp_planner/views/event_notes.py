"""What becomes of the person's events: which the dates clash with, how soon before one the look settles."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import streamlit as st

from smp_planner.domain.calendar_math import add_days
from smp_planner.domain.intake import LifeEvent
from smp_planner.domain.plan import SmpPlan
from smp_planner.domain.words import figure, fill, listed, sentence, spoken, spoken_span
from smp_planner.exports.short_words import left_on, short_words
from smp_planner.language.texts import N_, _
from smp_planner.planner.appointments.in_time import InTime, events_in_time
from smp_planner.planner.appointments.words import is_over
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views import html
from smp_planner.views.parts import drawing_all
from smp_planner.views.whys import Whys

# What is said of an event, and what where no more than some visits may be needed for that.
KEPT_CLEAR = (
    N_("{event} ({day}) is kept clear of healing."),
    N_("{event} ({day}) is kept clear of healing, if {visits} are enough."),
)
ON_THE_DAY = (
    N_("Planned to be settled on the very day of {event} ({day})."),
    N_("Planned to be settled on the very day of {event} ({day}), if {visits} are enough."),
)
THE_DAY_BEFORE = (
    N_("Planned to be settled the day before {event} ({day})."),
    N_("Planned to be settled the day before {event} ({day}), if {visits} are enough."),
)
DAYS_BEFORE = (
    N_("Planned to be settled {days} before {event} ({day})."),
    N_("Planned to be settled {days} before {event} ({day}), if {visits} are enough."),
)

STILL_HOLDS = N_("These limits still hold then: {limits}.")


def event_notes(plan: SmpPlan, whys: Whys) -> Iterator[str]:
    """A notice for each event that the dates clash with, with what would fit; then how the others fit."""
    why = whys.why("sessions.conflicts") if plan.sessions.conflicts else ""
    calendar = plan.intake.calendar
    over = {(event.name, event.from_) for event in calendar.events if is_over(event, calendar.start)}
    for conflict in plan.sessions.conflicts:
        if (conflict.event, conflict.on) in over:
            yield html.fact(conflict.what_would_fit, why)
        else:
            yield html.notice(f"{conflict.say} {conflict.what_would_fit}", why)
    yield from (_told(plan, found, whys) for found in events_in_time(plan))


def _told(plan: SmpPlan, found: InTime, whys: Whys) -> str:
    """An event that the dates suit; one on the very day of settling has no day to spare, and is a notice."""
    said = _suits(found)
    if found.settled_days_before != 0:
        return html.fact(said)
    limits = _limits_on(plan, found.event)
    if not limits:
        return html.notice(said)
    named = listed([short_words(plan.aftercare, "avoid")[rule] for rule in limits])
    why = whys.why(*(f"aftercare.windows.{rule}" for rule in limits))
    return html.notice(f"{said} {_(STILL_HOLDS, limits=named)}", why)


def _limits_on(plan: SmpPlan, event: LifeEvent) -> list[str]:
    """What to leave on any day of an event, in the order of the care."""
    held = [day for day in plan.aftercare.days if event.from_ <= day.date <= event.to]
    rules = {rule for day in held for rule in left_on(plan.aftercare, day)}
    return [rule for rule in short_words(plan.aftercare, "avoid") if rule in rules]


def offer_to_start_after(plan: SmpPlan, rules: RuleSet) -> None:
    """A button for each event that the visits would come after, were the first day you could start later.

    Its name holds the day alone: a button would read marks in a typed name.
    """
    for last in _could_start_after(plan, rules):
        st.button(
            _("Plan a start after {day}", day=spoken(last)), key=f"start_after_{last:%Y_%m_%d}",
            on_click=drawing_all(_start_after), args=(last,),
        )  # fmt: skip


def _could_start_after(plan: SmpPlan, rules: RuleSet) -> Iterator[date]:
    """The last days of the events for which the plan says to start after them, each once."""
    said = {(clash.event, clash.on): clash.what_would_fit for clash in plan.sessions.conflicts}
    words = rules.sessions.words["fits_after_it"]
    ends = {
        event.to
        for event in plan.intake.calendar.events
        if event.kind == "be_ready"
        and fill(words, last=spoken(event.to)) in said.get((event.name, event.from_), "")
        and add_days(event.to, 1) <= rules.intake.accepted.start[1]
    }
    yield from sorted(ends)


def _start_after(last: date) -> None:
    """Answer the question of the first day with the day after an event."""
    st.session_state["start"] = add_days(last, 1)


def _suits(found: InTime) -> str:
    event, days = found.event, found.settled_days_before
    if days is None:
        always, if_enough = KEPT_CLEAR
    elif days > 1:
        always, if_enough = DAYS_BEFORE
    else:
        always, if_enough = THE_DAY_BEFORE if days else ON_THE_DAY
    return sentence(
        _(
            if_enough if found.if_visits else always,
            event=event.name,
            day=spoken_span(event.from_, event.to),
            days=figure(days or 0, "days"),
            visits=figure(found.if_visits or 0, "visits"),
        )
    )
