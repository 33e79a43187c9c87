"""Take it along: the plan to read, calendar, spreadsheet rows, record; each is made when it is asked for."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from smp_planner.domain.plan import TreatmentPlan
from smp_planner.language.speech import speaking, spoken_now
from smp_planner.language.texts import N_, _
from smp_planner.views.picture import show_quiet

PROVISIONAL = N_("The dates are provisional until a doctor has answered. The calendar file waits for that.")
CALENDAR = N_(
    "It holds the visits, the main limits and the first check. Without full titles it names no "
    "treatment: visits are “Appointment”, and a limit says no more than “No swimming”."
)
RECORD = N_("The record holds all your answers, health questions too. Keep it where you keep private papers.")


def offer_downloads(plan: TreatmentPlan) -> None:
    """A button for each file; a file is made on the click and kept nowhere."""
    stamp = plan.sessions.items[0].date.strftime("%Y%m%d")
    _button(_("Plan to read or print (txt)"), lambda: _text(plan), f"plan-{stamp}.txt", "text/plain")
    show_quiet(_("The whole plan in plain words, with what you agreed on."))
    if plan.suitability.provisional:
        st.info(_(PROVISIONAL))
    else:
        full = st.toggle(_("Full titles in the calendar"), key="full_titles", persist_state="session")
        show_quiet(_(CALENDAR))
        name = _("Calendar file (ics)")
        _button(name, lambda: _calendar(plan, full=full), f"plan-{stamp}.ics", "text/calendar")
    _button(_("Table (csv)"), lambda: _rows(plan), f"plan-{stamp}.csv", "text/csv")
    _button(_("Whole record (json)"), lambda: _record(plan), f"plan-{stamp}.json", "application/json")
    show_quiet(_(RECORD))


def _button(label: str, make: Callable[[], bytes], name: str, kind: str) -> None:
    """A button for one file; it is made after the page, where nothing is spoken, so the speech goes along."""
    speech = spoken_now()

    def made() -> bytes:
        with speaking(speech):
            return make()

    st.download_button(label, made, file_name=name, mime=kind, on_click="ignore")


def _calendar(plan: TreatmentPlan, *, full: bool) -> bytes:
    from smp_planner.exports.ical import to_ics

    return to_ics(plan, full_titles=full)


def _text(plan: TreatmentPlan) -> bytes:
    from smp_planner.exports.text import to_text

    return to_text(plan).encode()


def _rows(plan: TreatmentPlan) -> bytes:
    from smp_planner.exports.table import to_csv

    return to_csv(plan).encode()


def _record(plan: TreatmentPlan) -> bytes:
    from smp_planner.exports.record import to_json

    return to_json(plan).encode()
