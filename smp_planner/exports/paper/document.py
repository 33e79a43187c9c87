"""A plan, or a referral, as the whole document to print: every section in the order in which it is read."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from smp_planner.domain.clinic import Logo
from smp_planner.domain.drawing import Look
from smp_planner.domain.plan import Compared, Referral, TreatmentPlan
from smp_planner.domain.words import spoken
from smp_planner.exports.call_words import prepared_by
from smp_planner.exports.clinics_own import own_rules_in_short
from smp_planner.exports.numbered_sources import Numbers, numbered, numbered_in_short
from smp_planner.exports.paper.about import who_says_so
from smp_planner.exports.paper.agreed import (
    agreed_in_short,
    agreed_today,
    first_week,
    first_week_in_short,
    later_in_short,
    later_on,
)
from smp_planner.exports.paper.before import before_in_one, before_visits
from smp_planner.exports.paper.blocks import Paper, Picture, Section
from smp_planner.exports.paper.brought_up import brought_up
from smp_planner.exports.paper.care import care_in_full
from smp_planner.exports.paper.chances import chances
from smp_planner.exports.paper.every_question import every_question
from smp_planner.exports.paper.fridge_sheet import fridge_sheets
from smp_planner.exports.paper.matters import matters
from smp_planner.exports.paper.money import what_it_costs
from smp_planner.exports.paper.months import months
from smp_planner.exports.paper.one_fridge_sheet import one_fridge_sheet
from smp_planner.exports.paper.options import five_options, for_and_against
from smp_planner.exports.paper.picture_of_look import heads_by_visit, scalp_with_dots
from smp_planner.exports.paper.pictures import fading, timeline_of
from smp_planner.exports.paper.privacy import privacy
from smp_planner.exports.paper.questions import am_i_ready, steps_to_a_decision, to_decide_by, what_to_ask
from smp_planner.exports.paper.referral import no_plan
from smp_planner.exports.paper.risks import risks, what_can_go_wrong
from smp_planner.exports.paper.signing import signing
from smp_planner.exports.paper.sources import sources, sources_in_short
from smp_planner.exports.paper.summary import summary
from smp_planner.exports.paper.touch_ups import touch_ups_and_fading
from smp_planner.exports.paper.understood import understood
from smp_planner.exports.paper.visits import visits
from smp_planner.exports.paper.when_to_call import when_to_call
from smp_planner.exports.paper.years import over_ten_years
from smp_planner.exports.record_fields import intake_record
from smp_planner.exports.wording import NOT_ADVICE
from smp_planner.language.speech import spoken_now
from smp_planner.language.texts import N_, _

OUR_TITLE = N_("Your SMP plan")
NO_PLAN = N_("Your options, with no plan for now")
OUR_BRAND = N_("SMP planner")
MADE_ON = N_("Made on {day}")
EDITION = N_("Rules of {day} ({fingerprint}).")
MARK_LENGTH = 8
MOST_OVER_DOTS = 3  # rules of a clinic's own that the first page tells above the dots
HEAD, HEAD_WITH_OWN_RULES = 48, 36
"""The share of the page's width that the head takes on the first page, beside what else stands there."""


class _Beside(NamedTuple):
    """What goes with a plan: its look, and the day it was made on."""

    look: Look | None
    made_on: date | None


def paper_of(
    plan: Compared,
    *,
    look: Look | None = None,
    logo: Logo | None = None,
    whole: bool = False,
    made_on: date | None = None,
) -> Paper:
    """The document, the same for PDF and page; told in the language that is spoken.

    In short it is what a person takes home: a plan with what to ask, the options side by side, chances. The
    `whole` of it adds every question of the comparison, the risks, the months, the answers and all sources.
    With the look of the plan its dots are drawn as well, with the clinic's logo its first page bears it; a
    section that has nothing to say is left out. The day on which the plan was made stands on the first page,
    and until which day a quote is valid follows from it.
    """
    rules = plan.rules
    beside = _Beside(look, made_on)
    sections = _whole(plan, beside) if whole else _short(plan, beside)
    return Paper(
        title=_(NO_PLAN) if isinstance(plan, Referral) else _(OUR_TITLE),
        person=plan.intake.person.name.strip(),
        brand=rules.clinic or _(OUR_BRAND),
        mark=mark_of(plan),
        edition=rules.edition,
        footer=f"{_(EDITION, day=rules.edition, fingerprint=rules.fingerprint)} {_(NOT_ADVICE)}",
        language=spoken_now().language,
        sections=tuple(section for section in sections if section and section.blocks),
        prepared=prepared_by(rules),
        made=_(MADE_ON, day=spoken(made_on)) if made_on else "",
        colour=rules.profile.colour if rules.profile else None,
        logo=logo,
    )


def _has_price_list(plan: TreatmentPlan) -> bool:
    """Whether money needs more room than the sheet before that for the fridge has left."""
    return plan.cost is not None and plan.cost.quote is not None


def mark_of(plan: Compared) -> str:
    """A short mark that tells one plan from another, always the same for the same answers and rules.

    It is a hash of both without the name, so whoever opens the plan anew and leaves the name out gets the
    same mark. No answer can be read from it; only who knows all others could try what the last one is.
    """
    rules, intake = plan.rules, plan.intake
    nameless = intake_record(replace(intake, person=replace(intake.person, name="")))
    told = json.dumps([nameless, rules.fingerprint, rules.clinic, rules.region], sort_keys=True, default=str)
    return hashlib.sha256(told.encode()).hexdigest()[:MARK_LENGTH].upper()


def _short(plan: Compared, beside: _Beside) -> Iterator[Section | None]:
    """What a person takes home."""
    numbers = numbered_in_short(plan)
    if isinstance(plan, Referral):
        yield no_plan(plan)
    else:
        yield from _plan_itself(plan, beside, whole=False)
        yield agreed_in_short(plan)
        yield first_week_in_short(plan)
        yield later_in_short(plan)
        yield before_in_one(plan)
        yield one_fridge_sheet(plan)
        later = touch_ups_and_fading(plan, whole=False), what_it_costs(plan, beside.made_on, whole=False)
        yield from later if _has_price_list(plan) else reversed(later)
    yield five_options(plan, what_can_go_wrong(plan), whole=False)
    yield chances(plan, numbers, whole=False)
    if isinstance(plan, Referral):
        yield steps_to_a_decision(plan)
    if plan.matters or not isinstance(plan, Referral):
        yield matters(plan, numbers)
    yield what_to_ask(plan, whole=isinstance(plan, Referral))  # without a plan, what to ask comes first
    yield to_decide_by(plan)
    if not isinstance(plan, Referral):
        yield when_to_call(plan, whole=False)
    yield sources_in_short(plan, numbers)
    yield privacy(plan, whole=False)
    yield signing(whole=False)


def _whole(plan: Compared, beside: _Beside) -> Iterator[Section | None]:
    """Everything that is known."""
    numbers = numbered(plan)
    if isinstance(plan, Referral):
        yield no_plan(plan)
    else:
        yield from _course(plan, beside)
    yield from _choice(plan, numbers)
    yield from _talk(plan, numbers)
    if not isinstance(plan, Referral):
        yield when_to_call(plan)
    yield sources(plan, numbers)
    yield who_says_so(plan)
    yield understood(plan)
    yield privacy(plan, whole=True)
    yield signing()


def _course(plan: TreatmentPlan, beside: _Beside) -> Iterator[Section]:
    """What happens when, what it takes, and what it costs."""
    yield from _plan_itself(plan, beside, whole=True)
    yield before_visits(plan)
    yield from fridge_sheets(plan)
    yield months(plan)
    yield care_in_full(plan)
    yield touch_ups_and_fading(plan, pictures=(fading(plan),))
    yield what_it_costs(plan, beside.made_on)
    yield agreed_today(plan)
    yield first_week(plan)
    yield later_on(plan)


def _plan_itself(plan: TreatmentPlan, beside: _Beside, *, whole: bool) -> Iterator[Section]:
    """The plan in short, what the answers bring up, and the visits; the dots are drawn once for both."""
    dots, first = _dots(plan, beside.look), 1 if _on_first_page(plan) else 0
    yield summary(plan, pictures=dots[:first], made_on=beside.made_on)
    yield brought_up(plan)
    pictures = _pictures_of_visits(plan, beside.look, dots[first:])
    yield visits(plan, pictures=pictures, whole=whole, made_on=beside.made_on)


def _dots(plan: TreatmentPlan, look: Look | None) -> tuple[Picture, ...]:
    """The head with its dots, small enough to stand on the first page."""
    share = HEAD_WITH_OWN_RULES if own_rules_in_short(plan.rules) else HEAD
    return scalp_with_dots(plan, look, share) if look else ()


def _on_first_page(plan: TreatmentPlan) -> bool:
    """Whether the first page has room for the dots: not under a long list of a clinic's own rules."""
    return len(own_rules_in_short(plan.rules)) <= MOST_OVER_DOTS


def _pictures_of_visits(
    plan: TreatmentPlan, look: Look | None, dots: tuple[Picture, ...]
) -> tuple[Picture, ...]:
    """The visits over the months, the head after each, where it is drawn, and `dots`."""
    heads = heads_by_visit(plan, look) if look else None
    return (timeline_of(plan), *([heads] if heads else []), *dots)


def _choice(plan: Compared, numbers: Numbers) -> Iterator[Section | None]:
    """The five options, alike for a plan and for a referral."""
    yield five_options(plan, whole=True)
    yield for_and_against(plan)
    yield from every_question(plan, numbers)
    yield chances(plan, numbers)
    yield over_ten_years(plan)
    yield risks(plan, numbers)


def _talk(plan: Compared, numbers: Numbers) -> Iterator[Section]:
    """What the person brings to the talk."""
    if plan.matters or not isinstance(plan, Referral):
        yield matters(plan, numbers)
    yield steps_to_a_decision(plan)
    yield what_to_ask(plan)
    yield am_i_ready(plan)
