"""The questions about days: the first one, weekdays, events, time away, times of day."""

from __future__ import annotations

from datetime import timedelta
from functools import cache

import streamlit as st

from smp_planner.domain.intake import WEEKDAYS
from smp_planner.domain.words import listed, number
from smp_planner.language.texts import N_, _
from smp_planner.planner.answer_bounds import most_of, own_days
from smp_planner.rules.clinic_days import clinic_days
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views.asking import NOT_SURE, ask_day, ask_many, ask_rows
from smp_planner.views.parts import answered
from smp_planner.views.picture import show_quiet
from smp_planner.views.state import AWAY, BEGUN_ON, EVENTS, UNSURE, for_clinic
from smp_planner.views.to_calendar import days_on_offer, visit_numbers

LONGEST_NAME = 60
KINDS_OF_EVENTS = N_("Wedding, beach holiday, race?")
TAKE_AWAY = N_("Tap a day that doesn't suit, to take it away.")
CLOSED = N_("Closed: {days}.")
MAY_BE_CLOSED = N_("{days}: perhaps closed.")
ANY_DAY = N_("Not sure? Leave them.")
READY = "be_ready"
KIND_UNSURE = N_("Not sure? Keep “{kind}”. Then we try to have you settled by that day.")
CONTINENTS = {
    "Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian",
    "Pacific",
}  # fmt: skip
BEGINS = N_("Not sure? Keep this day.")


def ask_start(rules: RuleSet) -> None:
    """The first day on offer, from the day on which the page was opened, and the weekdays that suit."""
    first, last = days_on_offer(st.session_state[BEGUN_ON], rules)
    ask_day(_("First day you could start"), "start", first=first, last=last)
    days = rules.intake.start_values.start_in_days
    if st.session_state["start"] == st.session_state[BEGUN_ON] + timedelta(days):
        show_quiet(_(BEGINS))
    names = rules.intake.choices["weekdays"]
    ask_many(_("Days that suit you"), "weekdays", {day: names[day] for day in WEEKDAYS})
    show_quiet(" ".join(filter(None, (_closed(rules), _(TAKE_AWAY if for_clinic() else ANY_DAY)))))


def _closed(rules: RuleSet) -> str:
    """On which weekdays the clinic is closed, by its file; without one, why a weekday is off at first."""
    if rules.clinic:
        say, on = CLOSED, clinic_days(rules).weekdays
    else:
        begun, chosen = rules.intake.start_values.weekdays, st.session_state.get("weekdays") or ()
        say, on = MAY_BE_CLOSED, (*begun, *chosen)
    off = [name for day, name in rules.intake.choices["weekdays"].items() if day not in on]
    return _(say, days=listed(off)) if off else ""


def ask_events(rules: RuleSet) -> None:
    """Events that healing should keep clear of, and days on which the person is away."""
    show_quiet(_(KINDS_OF_EVENTS))
    accepted = rules.intake.accepted
    ask_rows(
        EVENTS, _("Add an event"), N_("Remove event {number}"), lambda row: _event(row, rules),
        most=most_of(accepted.events),
    )  # fmt: skip
    show_quiet(_("Days you can't come?"))
    ask_rows(
        AWAY, _("Add time away"), N_("Remove time away {number}"), lambda row: _away(row, rules),
        most=most_of(accepted.away),
    )  # fmt: skip


def _event(row: int, rules: RuleSet) -> None:
    kinds = rules.intake.choices["event_kind"]
    _name(_("Event (your own words)"), f"{EVENTS}_{row}_name")
    st.session_state.setdefault(f"{EVENTS}_{row}_kind", next(iter(kinds)))
    st.pills(
        _("What matters on that day?"), list(kinds), format_func=lambda id_: kinds[id_],
        key=f"{EVENTS}_{row}_kind", required=True, wrap=True, persist_state="session",
        on_change=answered(),
    )  # fmt: skip
    if not for_clinic():
        show_quiet(_(KIND_UNSURE, kind=kinds[READY]))
    _span(f"{EVENTS}_{row}", rules)


def _away(row: int, rules: RuleSet) -> None:
    _name(_("Reason (your own words)"), f"{AWAY}_{row}_name")
    _span(f"{AWAY}_{row}", rules)


def _name(label: str, key: str) -> None:
    st.text_input(label, key=key, max_chars=LONGEST_NAME, persist_state="session", on_change=answered())


def _span(key: str, rules: RuleSet) -> None:
    """A day, or a first and a last one."""
    first, last = own_days(rules.intake.accepted)
    ask_day(_("Day"), f"{key}_from", first=first, last=last)
    ask_day(_("Last day, if it is longer than one day"), f"{key}_to", first=first, last=last)


def ask_times(rules: RuleSet) -> None:
    """A time of day for all visits or for each; without one the calendar holds whole days."""
    show_quiet(_("Only for the calendar file. Without a time, a visit takes the whole day there."))
    st.toggle(
        _("A time of its own for each visit"), key="visit_times_differ", persist_state="session",
        on_change=answered(),
    )  # fmt: skip
    if st.session_state.get("visit_times_differ"):
        for visit in visit_numbers(rules):
            _time(_("Time of visit {number}, if there is one", number=number(visit)), f"visit_{visit}_time")
    else:
        _time(_("Time of every visit"), "visit_time")
    st.session_state.setdefault("timezone", _own_zone())
    not_sure = _(NOT_SURE)  # told now: Streamlit asks for an option's name later too
    st.selectbox(
        _("Time zone"), [UNSURE, *zones_of_the_world()], key="timezone", persist_state="session",
        on_change=answered(), format_func=lambda zone: not_sure if zone == UNSURE else zone,
    )  # fmt: skip


def _time(label: str, key: str) -> None:
    st.time_input(label, None, key=key, format="localized", persist_state="session", on_change=answered())


def _own_zone() -> str:
    """The time zone that the browser tells, if it is one we know."""
    zone = st.context.timezone
    return zone if zone in zones_of_the_world() else UNSURE


@cache
def zones_of_the_world() -> tuple[str, ...]:
    """The time zones of the world by place: `Europe/London`."""
    from zoneinfo import available_timezones

    return tuple(sorted(zone for zone in available_timezones() if zone.partition("/")[0] in CONTINENTS))
