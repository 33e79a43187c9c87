"""Take it along: paper, calendar, spreadsheet and more; each file is made on the tap and kept nowhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from html import escape
from typing import NamedTuple

import streamlit as st

from smp_planner.domain.drawing import Look
from smp_planner.domain.findings import Suitability
from smp_planner.domain.plan import Compared, Referral, TreatmentPlan
from smp_planner.exports.ical_titles import titles_of
from smp_planner.exports.paper.blocks import Paper
from smp_planner.exports.paper.press import PRESS
from smp_planner.exports.paper_size import usual_paper
from smp_planner.exports.standing import waits
from smp_planner.language.texts import N_, _
from smp_planner.planner.dots.drawing import look_of
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views import html
from smp_planner.views.failed_files import tell_of_failed_files
from smp_planner.views.file_button import file_button
from smp_planner.views.fold import fold
from smp_planner.views.picture import show, show_quiet
from smp_planner.views.state import NAME, for_clinic
from smp_planner.views.typed_first import let_taps_wait_for_what_was_typed

TITLE = N_("Files to take along")
PROVISIONAL = N_(
    "The dates are provisional until a doctor has said yes. The calendar file waits for that. Once a doctor "
    "has, say so above."
)
ALL_OPEN = N_(
    "The health questions are still open, and their answers may move these dates. The calendar file comes "
    "once the health questions are answered."
)
SOME_OPEN = N_(
    "Some health answers are still open, and they may move these dates. The calendar file comes once they "
    "are given."
)
PAPER = N_("The plan to print or to keep, with a first page in short and a sheet for the fridge.")
NO_PLAN_PAPER = N_("Why not now, what comes next, all five options, and what to ask.")
CALENDAR = N_(
    "It holds the visits, the main limits, the first check of the look and the first check for a touch-up."
)
SHARED = N_(
    "Others may see what you put in a work or shared calendar. As it is, no entry names a treatment. Full "
    "titles say that it is SMP, and bring the advice along."
)
REPLACE = N_(
    "Put it in a calendar of its own. If your dates move, delete that calendar and take in the new file. "
    "Some calendars don't replace old entries by themselves."
)
SPREADSHEET = N_(
    "The figures with their sources, as sheets to sort and print. Your name is not in it. Your answers are, "
    "those on health too, and so are the names of your days."
)
TABLE = N_(
    "Each figure and date in a row. Your name is not in it. What your health answers bring up is, and so are "
    "the names of your days."
)
IN_ONE_FILE = N_("The same as on paper, in one file: in short, or with every question where that is on.")
RECORD = N_("The record holds all your answers, health questions too. Keep it where you keep private papers.")
SIZES = {"letter": N_("US letter"), "a4": N_("A4")}
LONGEST_NAME = 60
PAPER_SIZE, LARGE_PRINT, WHOLE, FULL_TITLES = "paper_size", "large_print", "whole_paper", "full_titles"


class Wanted(NamedTuple):
    """What is taken along: the plan by which rules, whether the whole of it, and made on which day."""

    plan: Compared
    rules: RuleSet
    whole: bool
    made_on: date


class File(NamedTuple):
    """A file to take along: its button, what makes it, how its name ends, its kind, what to know."""

    label: str
    make: Callable[[Wanted], bytes]
    ending: str
    kind: str
    about: str = ""


def offer_downloads(plan: Compared, rules: RuleSet, made_on: date) -> None:
    """The files that most people want, then all others, folded away."""
    tell_of_failed_files()
    let_taps_wait_for_what_was_typed()
    whole = bool(st.session_state.setdefault(WHOLE, False))
    wanted = Wanted(plan, rules, whole=whole, made_on=made_on)
    _offer_paper(wanted)
    _offer_calendar(plan)
    first, folded = (FILES[:1], FILES[1:]) if for_clinic() else ((), FILES)
    for file in first:
        _offer(file, wanted)

    def more() -> None:
        for file in folded:
            _offer(file, wanted)

    fold(_("More files"), "fold_more_files", more)


def _offer(file: File, wanted: Wanted) -> None:
    file_button(_(file.label), lambda: file.make(wanted), _name(wanted.plan, file.ending), file.kind)
    if file.about:
        show_quiet(_(file.about))


def _name(plan: Compared, ending: str) -> str:
    """A name that says nothing of what is planned: plan-20270111.pdf; without a plan options.pdf."""
    if isinstance(plan, Referral):
        return f"options.{ending}"
    return f"plan-{plan.sessions.items[0].date:%Y%m%d}.{ending}"


# --- paper --------------------------------------------------------------------------------


def _offer_paper(wanted: Wanted) -> None:
    """What is chosen for the paper, then its button."""
    plan = wanted.plan
    st.session_state.setdefault(PAPER_SIZE, usual_paper(plan.rules))
    st.session_state.setdefault(LARGE_PRINT, False)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.segmented_control(
            _("Size of paper"), list(SIZES), format_func=lambda id_: _(SIZES[id_]), key=PAPER_SIZE,
            required=True, persist_state="session",
        )  # fmt: skip
        st.toggle(_("Large print"), key=LARGE_PRINT, persist_state="session")
        st.toggle(_("With every question and all sources"), key=WHOLE, persist_state="session")
    # Told while it is typed, so that the first tap on the button prints it. To read a time for `live`, as in
    # "150ms", Streamlit would load pandas: 72 MiB.
    st.text_input(
        _("A name on the paper, if you like"), key=NAME, max_chars=LONGEST_NAME, live=True,
        persist_state="session",
    )  # fmt: skip
    size, large = st.session_state[PAPER_SIZE], st.session_state[LARGE_PRINT]
    label = _("Paper (PDF)") if isinstance(plan, Referral) else _("Plan on paper (PDF)")
    file_button(label, partial(_pdf, wanted, size, large=large), _name(plan, "pdf"), "application/pdf")
    show_quiet(_(NO_PLAN_PAPER) if isinstance(plan, Referral) else _(PAPER))


def _pdf(wanted: Wanted, size: str, *, large: bool) -> bytes:
    from smp_planner.exports.paper.pdf import to_pdf

    return to_pdf(_paper(wanted), size="a4" if size == "a4" else "letter", large=large, printer=PRESS.printed)


def _page(wanted: Wanted) -> bytes:
    from smp_planner.exports.paper.page import to_page

    return to_page(_paper(wanted)).encode()


def _paper(wanted: Wanted) -> Paper:
    """What is printed: in short, or the whole of it where that was asked for."""
    from smp_planner.exports.paper.document import paper_of

    return paper_of(
        wanted.plan,
        look=_look(wanted),
        logo=wanted.rules.logo,
        whole=wanted.whole,
        made_on=wanted.made_on,
    )


def _look(wanted: Wanted) -> Look | None:
    """The dots of a plan, to be drawn; a referral has none."""
    return look_of(wanted.plan.intake, wanted.rules) if isinstance(wanted.plan, TreatmentPlan) else None


# --- calendar -----------------------------------------------------------------------------


def _offer_calendar(plan: Compared) -> None:
    """The calendar file with what its entries are called, both ways; held back while dates wait."""
    if isinstance(plan, Referral) and plan.ask_again_on is None:
        return
    if waits(plan):
        for reason in _why_it_waits(plan.suitability):
            st.info(_(reason))
        return
    full = bool(st.session_state.get(FULL_TITLES))
    label = _("Reminder (ics)") if isinstance(plan, Referral) else _("Calendar file (ics)")
    file_button(label, lambda: _calendar(plan, full=full), _name(plan, "ics"), "text/calendar")
    called = [(escape(titles.discreet), escape(titles.full)) for titles in titles_of(plan)]
    heads = (_("Discreet"), _("With full titles"))
    if isinstance(plan, TreatmentPlan):
        show_quiet(_(CALENDAR))
    show(html.table(_("What each entry is called"), heads, called))
    st.toggle(_("Full titles in the calendar"), key=FULL_TITLES, persist_state="session")
    show_quiet(_(SHARED))
    if isinstance(plan, TreatmentPlan):
        show_quiet(_(REPLACE))


def _why_it_waits(found: Suitability) -> Iterator[str]:
    """What has to be known before dates stand."""
    if found.provisional:
        yield PROVISIONAL
    if not found.checked:
        yield SOME_OPEN if found.open else ALL_OPEN


def _calendar(plan: Compared, *, full: bool) -> bytes:
    from smp_planner.exports.ical import to_ics

    return to_ics(plan, full_titles=full)


# --- all others ---------------------------------------------------------------------------


def _workbook(wanted: Wanted) -> bytes:
    from smp_planner.exports.workbook import to_xlsx

    return to_xlsx(wanted.plan, made_on=wanted.made_on)


def _text(wanted: Wanted) -> bytes:
    from smp_planner.exports.text import to_text

    return to_text(wanted.plan, made_on=wanted.made_on).encode()


def _rows(wanted: Wanted) -> bytes:
    from smp_planner.exports.table import to_csv

    return to_csv(wanted.plan).encode()


def _record(wanted: Wanted) -> bytes:
    from smp_planner.exports.record import to_json

    return to_json(wanted.plan).encode()


WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FILES = (
    File(N_("Spreadsheet (xlsx)"), _workbook, "xlsx", WORKBOOK, SPREADSHEET),
    File(N_("Page for a browser (html)"), _page, "html", "text/html", IN_ONE_FILE),
    File(N_("Plain text (txt)"), _text, "txt", "text/plain", N_("In plain words, good to read aloud.")),
    File(N_("Table (csv)"), _rows, "csv", "text/csv", TABLE),
    File(N_("Whole record (json)"), _record, "json", "application/json", RECORD),
)
