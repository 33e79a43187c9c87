"""The course of a plan as lines of text: visits, limits after them, later years, cost."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from smp_planner.domain.care import PATCH_TEST, Aftercare
from smp_planner.domain.plan import SmpPlan
from smp_planner.domain.quote import Quote
from smp_planner.domain.words import figure
from smp_planner.exports.call_words import by_whom, clinic_called, soon, urgent
from smp_planner.exports.later_words import checks_told, fading_told
from smp_planner.exports.lines import bullets, heading, named, paragraph
from smp_planner.exports.money_words import NO_PRICE, about_money, now_told, years_told
from smp_planner.exports.patch_test_words import patch_test_told
from smp_planner.exports.quote_words import PAID_FOR, PAID_WHEN, beside_quote, made_up, paid_when
from smp_planner.exports.short_words import main_limits, told_by_clinic
from smp_planner.exports.standing import to_confirm
from smp_planner.exports.visit_words import about_visits, visit_head, visit_rows
from smp_planner.exports.wording import days_held
from smp_planner.language.texts import _


def visit_lines(plan: SmpPlan, made_on: date | None = None) -> Iterator[str]:
    """A line for each visit, with the patch test before the first, what is said of them, tool and shade."""
    yield from heading(_("Visits"))
    _day, *names = visit_head(plan)
    before = patch_test_told(plan, made_on)
    for visit, day, *cells in visit_rows(plan):
        told = f"{day}; {named(zip(names, cells, strict=True))}"
        line = _("Visit {number}: {time}.", number=visit, time=told)
        yield from paragraph(f"{line} {before}".rstrip(), rest="  ")
        before = ""
    yield from bullets(about_visits(plan))
    yield from paragraph(f"{plan.method.say} {plan.shade.say}")


# --- limits -------------------------------------------------------------------------------


def limit_lines(plan: SmpPlan) -> Iterator[str]:
    """What comes before a visit, the limits in all and by their days, and every sign for which to call."""
    care = plan.aftercare
    yield from heading(_("Before and after the visits, and when to call"))
    yield from paragraph(_before_visits(plan))
    yield from paragraph(to_confirm(plan, care.burden.say))
    for days, limits in _by_days(care).items():
        yield from paragraph(f"{to_confirm(plan, days)}: {', '.join(limits)}", rest="  ")
    yield from bullets(told_by_clinic(care))
    told = {clash.say for clash in plan.sessions.conflicts}
    yield from bullets(clash.say for clash in care.conflicts if clash.say not in told)
    called = [(sign.whom, [sign.say]) for sign in urgent(care.call_if)]
    called += by_whom(soon(care.call_if)).items()
    yield from bullets(
        _("{signs}. Call {whom}.", signs=" ".join(signs).rstrip("."), whom=whom) for whom, signs in called
    )
    yield from bullets(clinic_called(plan.rules))


def _before_visits(plan: SmpPlan) -> str:
    """What to do or leave in the days before a visit, by how many before the first one it begins.

    A patch test that has its own day is not told again.
    """
    by_days: dict[int, list[str]] = {}
    has_day, first_visit = plan.sessions.patch_test_by is not None, plan.sessions.items[0].date
    for task in plan.aftercare.before:
        days = (first_visit - task.from_).days
        if task.session == 1 and days and not (has_day and task.rule == PATCH_TEST):
            by_days.setdefault(days, []).append(task.short)
    said = [
        _("{days} before: {tasks}", days=figure(days, "days"), tasks=", ".join(by_days[days]))
        for days in sorted(by_days, reverse=True)
    ]
    return _("For each visit, from {tasks}.", tasks="; ".join(said)) if said else ""


def _by_days(care: Aftercare) -> dict[str, list[str]]:
    """The main limits, those with the same days together."""
    by_days: dict[str, list[str]] = {}
    for rule, label in main_limits(care).items():
        runs = [(window.from_, window.to) for window in care.windows if window.rule == rule]
        if runs:
            by_days.setdefault(days_held(runs), []).append(label)
    return by_days


# --- later years and cost -----------------------------------------------------------------


def later_lines(plan: SmpPlan) -> Iterator[str]:
    """Checks over the years, and what is left of the look if nobody touches it."""
    yield from heading(_("Later"))
    yield from paragraph(" ".join((checks_told(plan), *plan.touch_ups.notes[:1])))
    yield from paragraph(fading_told(plan))


def cost_lines(plan: SmpPlan, made_on: date | None = None) -> Iterator[str]:
    """What it costs now and over the years, and what that holds; or why no price is shown."""
    yield from heading(_("Cost"))
    if plan.cost is None:
        yield from paragraph(_(NO_PRICE))
        return
    amounts = (*now_told(plan.cost), *years_told(plan.cost))
    yield from paragraph(f"{named(amounts)}.", rest="  ")
    if plan.cost.quote:
        yield from _quote_lines(plan, plan.cost.quote)
    yield from paragraph(" ".join(filter(None, about_money(plan, plan.cost, made_on))))


def _quote_lines(plan: SmpPlan, quote: Quote) -> Iterator[str]:
    """What it is made up of, then each payment with its day."""
    named_amounts = [(what, amount) for _fields, what, amount in made_up(quote)]
    yield from paragraph(f"{_(PAID_FOR)}: {named(named_amounts)}.", rest="  ")
    yield from paragraph(f"{_(PAID_WHEN)}:")
    yield from bullets(f"{what}, {day}: {amount}" for _field, what, day, amount in paid_when(plan, quote))
    yield from paragraph(" ".join(say for _field, say in beside_quote(quote)))
