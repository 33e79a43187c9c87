"""The first sheets: the plan in short, each figure and day in a row, and the answers that it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from smp_planner.domain.plan import Compared, TreatmentPlan
from smp_planner.domain.quantities import Estimate, to_in2
from smp_planner.domain.words import SCALES, sentence, stage_told
from smp_planner.exports.answer_notices import goal_beside_stage
from smp_planner.exports.area_words import area_holds
from smp_planner.exports.hair_unsaid import hair_unsaid
from smp_planner.exports.headline import headline
from smp_planner.exports.money_words import NO_PRICE, whose_prices
from smp_planner.exports.patch_test_words import NAME, THIS_DAY
from smp_planner.exports.sheets.sheet import Cell, Sheet, in_three, three_heads
from smp_planner.exports.standing import standing
from smp_planner.exports.told_first import told_first
from smp_planner.exports.wording import unit_alone
from smp_planner.language.texts import N_, _

IF_USUAL = N_("If healing is usual and you start on the first day.")
TO_CONFIRM = N_("To be confirmed.")


def in_short_sheet(plan: TreatmentPlan) -> Sheet:
    """The plan's sentence, then a row for each figure with its range, and for each day."""
    head = (_("What"), *three_heads(), _("Unit"), _("Day"), _("In words"))
    return Sheet(_("In short"), head, tuple(_rows(plan)))


def _rows(plan: TreatmentPlan) -> Iterator[tuple[Cell, ...]]:
    sessions, items = plan.sessions, plan.sessions.items
    yield from (_said(_("Status"), words) for words in standing(plan))
    yield _said(_("In short"), headline(plan))
    yield from (_said(_("Note"), known.say) for known in told_first(plan.suitability))
    yield from (_said(_("Note"), words) for words in goal_beside_stage(plan.intake))
    yield from (_said(_("Note"), words) for words in hair_unsaid(plan))
    yield _figure(_("Treated area"), plan.area.cm2, sentence(area_holds(plan)))
    yield _figure(_("Treated area"), to_in2(plan.area.cm2))
    yield from (_said(_("Stage"), stage) for stage in _stages(plan))
    yield _figure(_("Density on bare skin"), plan.dots.per_cm2)
    yield _figure(_("Density over the area"), plan.dots.over_area)
    yield _figure(_("Dots"), plan.dots.total, plan.dots.total.note or "")
    yield from (_said(_("Note"), one.say) for one in sessions.hurried)
    yield _figure(_("Visits"), sessions.count, sessions.count.note or "")
    yield _figure(_("Hours in the chair"), sessions.chair_hours)
    if sessions.patch_test_by:
        yield _day(plan, _(NAME), sessions.patch_test_by, f"{sentence(_(THIS_DAY))}.")
    yield _day(plan, _("First visit"), items[0].date)
    yield _day(plan, _("Last visit"), items[-1].date)
    yield _day(plan, _("Settled by"), sessions.settled_on, _(IF_USUAL))
    if plan.cost is None:
        yield _said(_("Price of all visits"), _(NO_PRICE))
    else:
        told = f"{sentence(plan.cost.covers)}. {whose_prices(plan.cost, plan.rules)}"
        yield _figure(_("Price of all visits"), plan.cost.course, told)


def _stages(plan: TreatmentPlan) -> Iterator[str]:
    for scale in SCALES:
        if stage := getattr(plan.intake.area, scale):
            yield stage_told(scale, stage)


def _said(what: str, words: str) -> tuple[Cell, ...]:
    return what, None, None, None, "", None, words


def _figure(what: str, value: Estimate, words: str = "") -> tuple[Cell, ...]:
    return what, *in_three(value), unit_alone(value.unit), None, words


def _day(plan: TreatmentPlan, what: str, day: date, words: str = "") -> tuple[Cell, ...]:
    waits = _(TO_CONFIRM) if plan.suitability.provisional else ""
    return what, None, None, None, "", day, " ".join(filter(None, (words, waits)))


def answers_sheet(plan: Compared) -> Sheet:
    """Each answer beside what was asked, as it was understood; what is open says so."""
    head = (_("What was asked"), _("What we understood"))
    return Sheet(_("Your answers"), head, tuple((one.asked, one.said) for one in plan.understood))
