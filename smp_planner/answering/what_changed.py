"""What is different since answers were saved: the plan of then beside the plan of now, and the rules moved.

The plan of then is made anew, with the saved figures in place of today's. It is never shown but beside the
plan of now. Where nothing was saved but the answers, or the rules are the same, there is nothing to tell.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from smp_planner.answering.moved_rules import MovedRule, moved_figures, moved_prices, moved_rule
from smp_planner.domain.intake import Intake
from smp_planner.domain.plan import Change, NotNow, Outline, ReferralOutline, SmpPlan
from smp_planner.domain.provenance import Trace
from smp_planner.domain.saved_rules import SavedPrices, SavedRules
from smp_planner.domain.words import listed, number
from smp_planner.errors import IntakeError
from smp_planner.exports.plan_changes import instruction_changes, payment_changes, plan_changes
from smp_planner.language.texts import N_, NN_, _, n_
from smp_planner.planner.pipeline import Begun, begin_plan
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.saved import (
    closed_on,
    course_figures,
    fits_today,
    instruction_marks,
    saved_rules,
)
from smp_planner.rules.saved_prices import words_of_prices

RENEWED = N_(
    "The rules were renewed since you gave these answers: they were of {before}, and are of {after}."
)
OTHER_CLINIC = N_("These answers were given with the settings of {before}; here those of {after} hold.")
OTHER_REGION = N_("These answers were given with prices for {before}; here those for {after} hold.")
SAME_RULES = N_("Some rules are not those of when you gave these answers.")
CLOSED = N_("The clinic is closed on other days than when these answers were given.")
OTHER_HOURS = N_("The clinic is open at other hours than when these answers were given.")
OTHER_PRICES = N_("Another price list holds here than when these answers were given.")
CLINIC_NOW = N_("These answers were given without a clinic's settings; here those of {after} hold.")
CLINIC_THEN = N_("These answers were given with the settings of {before}; here no clinic's settings hold.")
THE_SAME = N_("We found no difference in your visits, dates, money and instructions.")
THE_SAME_BUT_MONEY = N_("We found no difference in your visits, dates and instructions.")
NO_PRICES_THEN = N_(
    "Money can't be compared: these answers came without a price list of then that can be used here."
)
NO_PLAN_THEN = N_(
    "The saved figures don't fit together, so the plan of then can't be set beside the plan of now."
)
NO_DATES = N_("With these answers and rules no plan can be made.")
REFERRED = N_("Not for now")
PLANNED = N_("A plan")
WHAT_COMES_OUT = N_("What comes out")
OTHER_WORDS = N_("These instructions have other words now: {names}. Please read them anew.")
OTHER_PRICE_WORDS = N_("The price list has other words beside its prices now. Please read them anew.")
WORDS_UNKNOWN = N_(
    "Whether instructions have other words can't be told: they were saved in another language."
)
GONE = NN_(
    "{count} rule of then is no rule any more.",
    "{count} rules of then are no rules any more.",
)
OUTSIDE = NN_(
    "{count} figure of then is outside what is accepted now, so it is left as it is now.",
    "{count} figures of then are outside what is accepted now, so they are left as they are now.",
)
OUTSIDE_ARE = N_("Outside what is accepted now: {names}.")
OTHERS_MOVED = NN_(
    "{count} more rule has moved. It has no part in your plan.",
    "{count} more rules have moved. They have no part in your plan.",
)

RulesOfThen = Callable[[SavedRules], RuleSet | None]


class WhatChanged(NamedTuple):
    """What is told: why there is a difference at all, the rows of it, the rules behind it, what else."""

    why: tuple[str, ...]
    changes: tuple[Change, ...]
    rules: tuple[MovedRule, ...]
    notes: tuple[str, ...]


def what_changed(
    intake: Intake, saved: SavedRules | None, rules: RuleSet, rules_of_then: RulesOfThen
) -> WhatChanged | None:
    """The differences; None where the rules are those that the answers were saved with.

    `rules_of_then` gives today's rules with the saved figures in place, or None where they contradict each
    other.
    """
    now = rules.edition
    if saved is None or (saved.fingerprint, saved.region) == (now.fingerprint, now.region):
        return None
    then = rules_of_then(saved)
    after, before = _outline(intake, rules), then and _outline(intake, then)
    money = then is not None and _has_prices_of(saved, then)
    moved = dict(moved_figures(saved, rules))
    part = {id_ for outline in (before, after) if outline for id_ in _read(outline)}
    shown = (before, after) if money else (_without_money(before), _without_money(after))
    changes = tuple(changes_between(*shown)) if then else ()
    return WhatChanged(
        why=tuple(_why(saved, rules)),
        changes=changes,
        rules=(
            *(moved_rule(id_, figures, rules) for id_, figures in moved.items() if id_ in part),
            *(moved_prices(then, rules, part) if then and money else ()),
        ),
        notes=(
            *([] if then else [_(NO_PLAN_THEN)]),
            *([_(THE_SAME if money else THE_SAME_BUT_MONEY)] if then and not changes else []),
            *([_(NO_PRICES_THEN)] if then and not money else []),
            *_other_price_words(saved, rules),
            *_other_words(saved, after, rules),
            *_left_over(saved, moved.keys() - part, part, rules),
        ),
    )


def _outline(intake: Intake, rules: RuleSet) -> Outline | ReferralOutline | None:
    """What is planned, with what its price is made up of, or a referral; None where nothing can be."""
    try:
        begun = begin_plan(intake, rules)
    except IntakeError:
        return None
    if not isinstance(begun, Begun):
        return begun.outline
    outline, (cost, steps) = begun.outline, begun.quoted
    return replace(outline, cost=cost, trace=Trace(lambda: (*outline.trace, *steps)))


def _has_prices_of(saved: SavedRules, then: RuleSet) -> bool:
    """Whether rules of then ask what was asked then: a clinic's price list, or the region's prices."""
    return saved.prices is not None and bool(saved.prices) == (then.asks is not None)


def _without_money(outline: Outline | ReferralOutline | None) -> Outline | ReferralOutline | None:
    return replace(outline, cost=None) if isinstance(outline, Outline) else outline


def _read(outline: Outline | ReferralOutline) -> Iterator[str]:
    """The rules that a plan was made with."""
    yield from (reading.id for step in outline.trace for reading in step.rules)


def _why(saved: SavedRules, rules: RuleSet) -> Iterator[str]:
    now = rules.edition
    if saved.edition != now.edition:
        yield _(RENEWED, before=saved.edition, after=now.edition)
    if saved.clinic != now.clinic:
        told = OTHER_CLINIC if saved.clinic and now.clinic else CLINIC_THEN if saved.clinic else CLINIC_NOW
        yield _(told, before=saved.clinic, after=now.clinic)
    if saved.region != now.region:
        yield _(OTHER_REGION, before=saved.region or "-", after=now.region or "-")
    as_now = saved_rules(rules)
    if closed_on(saved) != closed_on(as_now):
        yield _(CLOSED)
    if saved.opening != as_now.opening:
        yield _(OTHER_HOURS)
    if saved.prices is not None and _asked(saved.prices) != _asked(as_now.prices or {}):
        yield _(OTHER_PRICES)
    if (saved.edition, saved.clinic, saved.region) == (now.edition, now.clinic, now.region):
        yield _(SAME_RULES)


def _asked(prices: SavedPrices) -> SavedPrices:
    """What a price list says, whatever the document is called that it stands in."""
    return {name: said for name, said in prices.items() if name != "sources"}


def changes_between(before: SmpPlan | NotNow | None, after: SmpPlan | NotNow | None) -> Iterator[Change]:
    """The rows in which what comes out differs; None stands for what can't be planned."""
    if isinstance(before, SmpPlan) and isinstance(after, SmpPlan):
        yield from plan_changes(before, after)
        yield from payment_changes(before, after)
        yield from instruction_changes(before, after)
    elif (told := what_comes_out(before)) != (tells := what_comes_out(after)):
        yield Change(_(WHAT_COMES_OUT), told, tells)


def what_comes_out(plan: SmpPlan | NotNow | None) -> str:
    """In words: a plan, a referral, or nothing that can be planned."""
    if plan is None:
        return _(NO_DATES)
    return _(PLANNED) if isinstance(plan, SmpPlan) else _(REFERRED)


def _other_words(saved: SavedRules, after: Outline | ReferralOutline | None, rules: RuleSet) -> Iterator[str]:
    """The instructions of the plan whose words are others now."""
    if not saved.words or not isinstance(after, Outline):
        return
    if saved.language != rules.speech.language:
        yield _(WORDS_UNKNOWN)
        return
    marks, part = rules.kept(instruction_marks), set(_read(after))
    other = [id_ for id_, mark in marks.items() if id_ in part and saved.words.get(id_, "") != mark]
    if other:
        yield _(OTHER_WORDS, names=listed(list(_names(other, rules))))


def _other_price_words(saved: SavedRules, rules: RuleSet) -> Iterator[str]:
    """That a clinic's price list says other things beside its figures, where then and now have one."""
    before, after = saved.prices, saved_rules(rules).prices
    if before and after and words_of_prices(before) != words_of_prices(after):
        yield _(OTHER_PRICE_WORDS)


def _names(ids: Iterable[str], rules: RuleSet) -> Iterator[str]:
    """What instructions are called; a warning sign, which has no name, is told in its first sentence."""
    book = rules.aftercare
    for id_ in ids:
        _file, table, name = id_.split(".", 2)
        if table == "call_if":
            yield f"“{book.call_if[name].say.partition('.')[0]}”"
        else:
            yield (book.instructions if table == "instructions" else book.before)[name].name


def _left_over(
    saved: SavedRules, others: Iterable[str], part: Collection[str], rules: RuleSet
) -> Iterator[str]:
    """What was saved and has no part in the comparison, counted; named where the plan rests on it."""
    known = course_figures(rules)
    same_region = [
        id_ for id_ in saved.figures if saved.region == rules.region or not id_.startswith("prices.")
    ]
    gone = sum(id_ not in known for id_ in same_region)
    outside = [
        id_ for id_, figures in saved.figures.items() if id_ in known and not fits_today(id_, figures, rules)
    ]
    for count, words in ((len(set(others)), OTHERS_MOVED), (gone, GONE), (len(outside), OUTSIDE)):
        if count:
            yield n_(*words, count, count=number(count))
    if names := dict.fromkeys(known[id_].label or id_ for id_ in outside if id_ in part):
        yield _(OUTSIDE_ARE, names=listed(list(names)))
