"""A plan: its one sentence, what is still open, and one of its parts at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from html import escape
from typing import NamedTuple

import streamlit as st

from smp_planner.domain.course import Glance
from smp_planner.domain.findings import Suitability
from smp_planner.domain.plan import Outline, TreatmentPlan
from smp_planner.domain.provenance import Reading
from smp_planner.domain.words import figure, number, spoken
from smp_planner.exports.told_first import told_first
from smp_planner.language.texts import N_, _
from smp_planner.planner.pipeline import Begun
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views import html
from smp_planner.views.aftercare import show_aftercare
from smp_planner.views.agreed import show_agreed
from smp_planner.views.beside import show_beside_in_short
from smp_planner.views.crown_alone import offer_crown_alone
from smp_planner.views.decision import TITLE as DECISION
from smp_planner.views.decision import show_decision
from smp_planner.views.doctors_word import ask_for_doctors_word
from smp_planner.views.downloads import TITLE as FILES_TITLE
from smp_planner.views.downloads import offer_downloads
from smp_planner.views.drawn_look import show_drawn_look
from smp_planner.views.event_notes import event_notes, offer_other_starts, one_more_note
from smp_planner.views.focus import TO_PARTS
from smp_planner.views.fold import fold
from smp_planner.views.link_out import offer_link
from smp_planner.views.offers import show_offers
from smp_planner.views.options import show_options
from smp_planner.views.overview import show_overview
from smp_planner.views.picture import show
from smp_planner.views.practitioner import TITLE as PRACTITIONER
from smp_planner.views.practitioner import show_practitioner
from smp_planner.views.risks import show_risks
from smp_planner.views.save_answers import offer_to_save
from smp_planner.views.state import PART, for_clinic
from smp_planner.views.visits import show_visits
from smp_planner.views.what_if import show_what_if
from smp_planner.views.what_matters import TITLE as MATTERS
from smp_planner.views.what_matters import show_what_matters
from smp_planner.views.who_says_so import offer_who_says_so
from smp_planner.views.whys import Whys
from smp_planner.views.whys_sent import fill_whys
from smp_planner.views.years import show_years

AGREED = N_("Agreed today")
WHAT_IF = N_("What if")
YEARS = N_("Years and money")
TO_THE_PARTS = N_("Parts of the plan")
ALL_OF_ONE_MORE = N_("See all that one more visit changes")
OFFERS = N_("Compare offers you got")
CONFIRM = N_("Dates to be confirmed.")
PLANNED = N_("Planned: {visits}, the first on {day}.")
PLANNED_BETWEEN = N_("Planned: {visits} (may be {low} to {high}), the first on {day}.")
AT_USUAL_PACE = N_("Planned: {visits} (may be {low} to {high} at the usual pace), the first on {day}.")
HEALTH_MAY_MOVE = N_("Your health answers may move these dates, or speak against SMP.")
SETTLED = N_("Planned to be settled by {day}, if healing is usual and you start on that first day.")
DOCTOR_FIRST = N_("Please ask your doctor first. Until then every date here is provisional.")
SOME_OPEN = N_("Some health answers are still open, so this plan is not checked and shows no price.")
ALL_OPEN = N_("The health questions are still open, so this plan is not checked and shows no price.")
SUMMED_UP = ("sessions.count", "sessions.items.1.date", "sessions.settled_on")
"""The figures of the plan's one sentence."""
Part = Callable[[Begun, Whys, RuleSet, date], None]


def _of_smp(draw: Callable[[Outline, Whys, RuleSet], None]) -> Part:
    """A part that needs no more than what is planned with SMP."""

    def part(begun: Begun, whys: Whys, rules: RuleSet, _made_on: date) -> None:
        draw(begun.outline, whys, rules)

    return part


def _of_all(draw: Callable[[TreatmentPlan, Whys, RuleSet, date], None]) -> Part:
    """A part that needs what stands beside SMP too."""

    def part(begun: Begun, whys: Whys, rules: RuleSet, made_on: date) -> None:
        draw(begun.whole, whys.of(begun.whole), rules, made_on)

    return part


def _show_years_and_offers(plan: TreatmentPlan, whys: Whys, rules: RuleSet, made_on: date) -> None:
    show_years(plan, whys, made_on)
    if plan.cost is not None:  # no price before the health questions, and none of others beside it
        fold(_(OFFERS), "fold_offers", lambda: show_offers(plan, whys, rules))


def _show_options_and_risks(plan: TreatmentPlan, whys: Whys, rules: RuleSet, _made_on: date) -> None:
    fold(_(MATTERS), "fold_matters", lambda: show_what_matters(plan, whys, rules))
    show_options(plan, whys)
    show(html.heading(_("Risks of each option")))
    show_risks(plan, whys)
    offer_who_says_so(plan, whys, "options")


def _show_talk_and_files(plan: TreatmentPlan, whys: Whys, rules: RuleSet, made_on: date) -> None:
    """A patient decides and chooses before anything is agreed; a clinic sees first what is agreed."""
    chosen = (PRACTITIONER, "fold_practitioner", lambda: show_practitioner(plan, whys))
    agreed = (AGREED, "fold_agreed", lambda: show_agreed(plan, whys))
    decided = (DECISION, "fold_decision", lambda: show_decision(plan, whys))
    for title, key, draw in (agreed, chosen, decided) if for_clinic() else (decided, chosen, agreed):
        fold(_(title), key, draw)
    show(html.heading(_(FILES_TITLE)))
    offer_downloads(plan, rules, made_on)
    offer_to_save(plan.intake, rules)
    offer_link(plan)
    offer_who_says_so(plan, whys, "talk")


PARTS: Mapping[str, Part] = {
    N_("In short"): _of_smp(lambda plan, whys, _rules: show_overview(plan, whys)),
    N_("The look"): _of_smp(show_drawn_look),
    N_("Visits"): _of_smp(show_visits),
    N_("Aftercare"): _of_smp(lambda plan, whys, _rules: show_aftercare(plan, whys)),
    YEARS: _of_all(_show_years_and_offers),
    WHAT_IF: _of_all(lambda plan, whys, rules, _made_on: show_what_if(plan, whys, rules)),
    N_("All options"): _of_all(_show_options_and_risks),
    N_("Talk and files"): _of_all(_show_talk_and_files),
}


def summary(course: Glance, suitability: Suitability) -> str:
    """The plan in one sentence, for eyes and for a screen reader."""
    count = course.sessions
    between = AT_USUAL_PACE if count.note else PLANNED_BETWEEN
    visits = _(
        PLANNED if count.low == count.high else between,
        visits=figure(count.typical, "visits"),
        low=number(count.low),
        high=number(count.high),
        day=spoken(course.first_on),
    )
    settled = _(SETTLED, day=spoken(course.settled_on))
    before = [_(CONFIRM)] if suitability.provisional else []
    after = [] if suitability.checked else [_(HEALTH_MAY_MOVE)]
    return " ".join(filter(None, (*before, visits, count.note, settled, *after)))


def still_open(found: Suitability) -> Iterator[str]:
    """What a doctor or an answer has to settle before the plan is one to rely on."""
    if found.provisional:
        yield _(DOCTOR_FIRST)
    if not found.checked:
        yield _(SOME_OPEN if found.open else ALL_OPEN)


def told_first_notes(found: Suitability, whys: Whys) -> Iterator[str]:
    """What a doctor may have to look at first, and what it can change."""
    for known in told_first(found):
        yield html.notice(known.say, whys.why(f"suitability.know.{known.id}"))


class Notice(NamedTuple):
    """What is said of the answers over the plan, the rule behind a figure in it, and what chooses that."""

    say: str
    rule: Reading | None = None
    answers: tuple[str, ...] = ()
    why: str = ""

    def told(self, whys: Whys) -> str:
        """The notice as HTML, with its "why?" where a rule stands behind it."""
        return html.notice(self.say, whys.rule(self.rule, *self.answers, say=self.why) if self.rule else "")


def show_plan(title: str, begun: Begun, rules: RuleSet, notices: Iterable[Notice], today: date) -> None:
    """The title, the sentence, notices of the answers, what is still open, and the part that is chosen."""
    plan = begun.outline
    whys = Whys(plan, rules)
    show(
        title,
        html.said(summary(plan.sessions.glance, plan.suitability), whys.why(*SUMMED_UP)),
        *map(html.notice, still_open(plan.suitability)),
        *told_first_notes(plan.suitability, whys),
        *(one.told(whys) for one in notices),
    )
    ask_for_doctors_word(plan.suitability)
    offer_crown_alone(plan.intake, rules)
    if told := [*event_notes(plan, whys)]:
        show(*told)
    _show_one_more(begun)
    show_beside_in_short(plan, rules, _open_what_if, has_table=_shows_beside())
    offer_other_starts(plan, rules, today)
    PARTS[_chosen_part()](begun, whys, rules, today)
    _lead_back_to_parts()
    fill_whys(whys)


def _lead_back_to_parts() -> None:
    """The way from the end of a part to the choice of parts; on a phone it stays in reach all along."""
    show(f'<a class="{TO_PARTS}" href="#your-plan">{escape(_(TO_THE_PARTS))}</a>')


def _show_one_more(begun: Begun) -> None:
    """What one more visit does to the dates that an event hangs on, and the way to all that it changes."""
    if told := one_more_note(begun):
        with st.container(horizontal=True, key="one_more_in_short"):
            show(html.paragraph(told))
            st.button(_(ALL_OF_ONE_MORE), on_click=_open_what_if, key="see_one_more", type="tertiary")


def _shows_beside() -> bool:
    """Whether the two plans stand side by side on the page."""
    return st.session_state.get(PART) == WHAT_IF


def _open_what_if() -> None:
    """The part of the plan that tells what changes if something does, and has two plans side by side."""
    st.session_state[PART] = WHAT_IF


def _chosen_part() -> str:
    """The part that is looked at; it stays chosen while no plan is shown.

    Streamlit's tabs took a quarter of the time after a tap: they search what they hold at each change.
    """
    if st.session_state.get(PART) not in PARTS:
        st.session_state[PART] = next(iter(PARTS))
    st.segmented_control(
        _("Part of the plan"), list(PARTS), format_func=_, required=True, key=PART, wrap=True,
        label_visibility="collapsed", persist_state="session",
    )  # fmt: skip
    return st.session_state[PART]
