"""Not now, or not here: the reasons and the next step, then options and steps to a decision as for all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import streamlit as st

from smp_planner.domain.findings import Finding
from smp_planner.domain.plan import Referral, ReferralOutline
from smp_planner.domain.words import spoken
from smp_planner.exports.referral_words import NO_PRICE, once_cleared_up, title_of_asked, waits_told
from smp_planner.language.texts import _
from smp_planner.planner.referral import BegunReferral
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views import html
from smp_planner.views.decision import TITLE as DECISION
from smp_planner.views.decision import show_decision
from smp_planner.views.doctors_word import ask_for_doctors_word
from smp_planner.views.downloads import TITLE as FILES_TITLE
from smp_planner.views.downloads import offer_downloads
from smp_planner.views.fold import fold
from smp_planner.views.options import show_options
from smp_planner.views.picture import show
from smp_planner.views.practitioner import TITLE as PRACTITIONER
from smp_planner.views.practitioner import show_practitioner
from smp_planner.views.risks import show_risks
from smp_planner.views.save_answers import offer_to_save
from smp_planner.views.what_matters import TITLE as MATTERS
from smp_planner.views.what_matters import show_what_matters
from smp_planner.views.who_says_so import offer_who_says_so
from smp_planner.views.whys import Whys
from smp_planner.views.whys_sent import fill_whys


def show_referral(
    title: str, begun: BegunReferral, rules: RuleSet, notices: Iterable[str], made_on: date
) -> None:
    """Title and headline, every reason with its sources, from when to ask again; then options and steps.

    `notices` are of goals that nobody chose: the options are compared for them.
    """
    referral = begun.outline
    whys = Whys(referral, rules)
    show(title, html.said(referral.say), *_reasons(referral, whys), *map(html.notice, notices))
    if referral.ask_again_on:
        again = _("Ask again from {day}.", day=spoken(referral.ask_again_on))
        show(html.paragraph(again, whys.why("ask_again_on")))
    if told := once_cleared_up(referral):
        show(html.paragraph(told))
    show(html.paragraph(_(NO_PRICE)))
    if referral.suitability.doctor_refused:
        ask_for_doctors_word(referral.suitability)
    if referral.suitability.know:
        know = referral.suitability.know
        title = _("For later, if SMP is for you then")
        fold(title, "fold_know", lambda: show(*_told("know", know, whys)))
    _show_options(begun.whole, whys.of(begun.whole), rules)
    _show_steps(begun.whole, whys.of(begun.whole))
    show(html.heading(_(FILES_TITLE)))
    offer_downloads(begun.whole, rules, made_on)
    offer_to_save(referral.intake, rules)
    fill_whys(whys)


def _show_options(referral: Referral, whys: Whys, rules: RuleSet) -> None:
    first = (html.paragraph(said.say, whys.cited(said.sources)) for said in referral.comparison.first)
    st.header(_("All options"), anchor=False)
    show(*first)
    fold(_(MATTERS), "fold_matters", lambda: show_what_matters(referral, whys, rules))
    show_options(referral, whys, open_first=True)
    show(html.heading(_("Risks of each option")))
    show_risks(referral, whys)
    offer_who_says_so(referral, whys, "referral")


def _show_steps(referral: Referral, whys: Whys) -> None:
    """What to take along to whoever is asked next, folded away under the names it has in a plan."""
    st.header(_("To talk over"), anchor=False)
    fold(_(DECISION), "fold_decision", lambda: show_decision(referral, whys))
    fold(_(PRACTITIONER), "fold_practitioner", lambda: show_practitioner(referral, whys))


def _reasons(referral: ReferralOutline, whys: Whys) -> Iterator[str]:
    found = referral.suitability
    for finding in found.stop:
        yield html.paragraph(finding.say, whys.why(f"suitability.stop.{finding.id}"))
    for wait, said in waits_told(found):
        yield html.paragraph(said, whys.why(f"suitability.wait.{wait.id}"))
    for title, level, findings in (
        (title_of_asked(found), "ask_doctor", found.ask_doctor),
        (_("Still open"), "open", found.open),
    ):
        if findings:
            yield html.heading(title)
        yield from _told(level, findings, whys)


def _told(level: str, findings: Sequence[Finding], whys: Whys) -> Iterator[str]:
    for finding in findings:
        yield html.paragraph(finding.say, whys.why(f"suitability.{level}.{finding.id}"))
