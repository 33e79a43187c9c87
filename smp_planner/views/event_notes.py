"""What becomes of the person's events: which the dates clash with, how soon before one the look settles."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import streamlit as st

from smp_planner.domain.calendar_math import add_days
from smp_planner.domain.course import EventConflict
from smp_planner.domain.intake import LifeEvent
from smp_planner.domain.plan import SmpPlan
from smp_planner.domain.words import fill, spoken
from smp_planner.exports.event_words import comes_before_all, missed_told, of_event, starts_told, suited_told
from smp_planner.exports.standing import to_confirm
from smp_planner.language.texts import N_, _
from smp_planner.planner.pipeline import Begun
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views import html
from smp_planner.views.parts import drawing_all
from smp_planner.views.whys import Whys

ONE_MORE = N_("If you need one more visit, these dates change.")


def event_notes(plan: SmpPlan, whys: Whys) -> Iterator[str]:
    """A notice for each event that the dates clash with, with what would fit; then how the others fit."""
    for conflict, said in zip(plan.sessions.conflicts, missed_told(plan), strict=True):
        why = whys.why("sessions.conflicts", *_starts_in(plan, conflict))
        yield (html.fact if comes_before_all(plan, conflict) else html.notice)(said, why)
    for one in suited_told(plan):
        fields = [*(f"aftercare.windows.{rule}" for rule in one.limits), *_of_notes(plan, one.event)]
        said = f"{one.how_well} {one.held}".rstrip()
        yield (html.notice if one.none_to_spare or one.unless else html.fact)(
            said, *([whys.why(*fields)] if fields else ())
        )


def _of_notes(plan: SmpPlan, event: LifeEvent) -> Iterator[str]:
    """The steps behind what is told of longer limits and of days left to fill gaps, where it is told."""
    notes = {"aftercare.maybe_longer": plan.aftercare.maybe_longer, "aftercare.gaps": plan.aftercare.gaps}
    yield from (field for field, told in notes.items() if any(of_event(event, told)))


def one_more_note(begun: Begun) -> str:
    """What one more visit does to the dates, where an event hangs on the number of visits; else nothing."""
    if not any(one.may_move for one in suited_told(begun.outline)):
        return ""
    told = " ".join(f"{change.what}: {change.after}." for change in begun.one_more.dates)
    return f"{_(ONE_MORE)} {to_confirm(begun.outline, told)}" if told else begun.one_more.effect


def _starts_in(plan: SmpPlan, conflict: EventConflict) -> Iterator[str]:
    """The steps of the last days to start that a clash tells of, so that no other line has to."""
    elsewhere = {place for place, _name, _said in starts_told(plan)}
    for place, latest in enumerate(plan.sessions.latest_start, start=1):
        if latest.event == conflict.event and place not in elsewhere:
            yield f"sessions.latest_start.{place}"


def offer_other_starts(plan: SmpPlan, rules: RuleSet, today: date) -> None:
    """Buttons for other first days to start: soon enough for an event that is missed, or after it.

    Their names hold the day alone: a button would read marks in a typed name.
    """
    by = {day: _("Plan a start on {day}", day=spoken(day)) for day in _could_start_by(plan, today)}
    after = {
        add_days(last, 1): _("Plan a start after {day}", day=spoken(last))
        for last in _could_start_after(plan, rules)
    }
    for start, label in (by | after).items():
        st.button(
            label, key=f"start_on_{start:%Y_%m_%d}", on_click=drawing_all(_start_on), args=(start,)
        )  # fmt: skip


def _could_start_by(plan: SmpPlan, today: date) -> Iterator[date]:
    """The last days to start for the events that are missed, where they are still to come."""
    start = plan.intake.calendar.start
    missed = {clash.event for clash in plan.sessions.conflicts if clash.on >= start}
    ends = {latest.on for latest in plan.sessions.latest_start if latest.event in missed and latest.on}
    yield from sorted(day for day in ends if today <= day < start)


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


def _start_on(day: date) -> None:
    """Answer the question of the first day to start."""
    st.session_state["start"] = day
