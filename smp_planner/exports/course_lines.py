"""The course of a plan as lines of text: visits, limits after them, later years, cost."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import zip_longest

from smp_planner.domain.calendar_math import MONTHS_A_YEAR
from smp_planner.domain.care import Aftercare, Preparation, WarningSign
from smp_planner.domain.course import EventConflict, LatestStart, Visit
from smp_planner.domain.plan import SmpPlan
from smp_planner.domain.quantities import Estimate, rounded
from smp_planner.domain.words import (
    between,
    day_and_weekday,
    figure,
    money,
    number,
    per_cent,
    planned,
    short_day,
    span,
    spoken,
)
from smp_planner.domain.years import TOLD_MONTHS, Cost, FadePoint, Removal
from smp_planner.exports.lines import bullets, grid, heading, paragraph
from smp_planner.exports.short_words import main_limits
from smp_planner.exports.visit_times import begins
from smp_planner.exports.wording import days_held
from smp_planner.language.texts import N_, _

VISIT_WIDTHS = (2, 17, 17, 12, 5, 22)
COST_WIDTHS = (13, 25, 14, 25)
HORIZONS = {"1y": N_("After 1 year"), "5y": N_("After 5 years"), "10y": N_("After 10 years")}


def to_confirm(plan: SmpPlan, words: str) -> str:
    """Words with dates; where these hang on a doctor's answer, they say so."""
    return _("{words} (to be confirmed)", words=words) if plan.suitability.provisional else words


def day_of(visit: Visit) -> str:
    """The day of a visit: Mon 11 Jan 2027."""
    return day_and_weekday(visit.date)


# --- visits -------------------------------------------------------------------------------


def visit_lines(plan: SmpPlan) -> Iterator[str]:
    """A line for each visit, what is to be said about them, tool and shade."""
    last = _("date") if plan.suitability.provisional else _("may move between")
    head = ("", _("day"), _("hours"), _("dots"), _("done"), last)
    yield from heading(_("Visits"))
    yield from grid([head, *_visits(plan)], VISIT_WIDTHS)
    yield from bullets(_about_visits(plan))
    yield from paragraph(f"{plan.method.say} {plan.shade.say}")


def _visits(plan: SmpPlan) -> Iterator[tuple[str, ...]]:
    for visit in plan.sessions.items:
        moves = days_held([(visit.earliest, visit.latest)])
        yield (
            number(visit.number),
            day_of(visit),
            f"{number(visit.hours.typical)} ({between(visit.hours.low, visit.hours.high)})",
            _("about {number}", number=number(visit.dots.typical)),
            per_cent(visit.share_after),
            _("to be confirmed") if plan.suitability.provisional else moves,
        )


def _about_visits(plan: SmpPlan) -> Iterator[str]:
    """What is said about one visit or all, clashes first."""
    sessions, calendar = plan.sessions, plan.intake.calendar
    yield from (f"{clash.say} {clash.what_would_fit}" for clash in sessions.conflicts)
    yield from (
        to_confirm(plan, latest.say)
        for latest in sessions.latest_start
        if not _told(latest, sessions.conflicts)
    )
    yield from (
        _("Visit {number}: {time}.", number=number(visit.number), time=time)
        for visit in sessions.items
        if (time := begins(visit, calendar))
    )
    yield from sessions.notes
    yield from (
        _("Visit {number}: {note}", number=number(visit.number), note=note)
        for visit in sessions.items
        for note in visit.notes
    )
    yield from _why_wide(sessions.count, sessions.chair_hours, plan.area.cm2, plan.dots.total)


def _told(latest: LatestStart, clashes: tuple[EventConflict, ...]) -> bool:
    """Whether a clash already names this last day for a first visit."""
    day = latest.on and spoken(latest.on)
    return any(clash.event == latest.event and day and day in clash.what_would_fit for clash in clashes)


def _why_wide(*estimates: Estimate) -> Iterator[str]:
    """Why a range is wide, each reason once."""
    yield from dict.fromkeys(estimate.note for estimate in estimates if estimate.note)


# --- limits -------------------------------------------------------------------------------


def limit_lines(plan: SmpPlan) -> Iterator[str]:
    """The days with limits in all, the main limits by their days, and every sign for which to call."""
    care = plan.aftercare
    yield from heading(_("Before and after the visits, and when to call"))
    yield from paragraph(_before_visits(care.before, plan.sessions.items[0].date))
    yield from paragraph(to_confirm(plan, care.burden.say))
    for days, limits in _by_days(care).items():
        yield from paragraph(f"{to_confirm(plan, days)}: {', '.join(limits)}", rest="  ")
    told = {clash.say for clash in plan.sessions.conflicts}
    yield from bullets(clash.say for clash in care.conflicts if clash.say not in told)
    urgent = [sign for sign in care.call_if if sign.urgent]
    yield from bullets(f"{sign.say.rstrip('.')} -> {sign.whom}" for sign in urgent)
    yield from bullets(f"{signs.rstrip('.')} -> {whom}" for whom, signs in _by_whom(care.call_if).items())


def _before_visits(tasks: tuple[Preparation, ...], first_visit: date) -> str:
    """What to do or leave in the days before a visit, by how many before the first one it begins."""
    by_days: dict[int, list[str]] = {}
    for task in tasks:
        days = (first_visit - task.from_).days
        if task.session == 1 and days:
            by_days.setdefault(days, []).append(task.short)
    said = [
        _("{days} before: {tasks}", days=figure(days, "days"), tasks=", ".join(by_days[days]))
        for days in sorted(by_days, reverse=True)
    ]
    return _("For each visit, from {tasks}.", tasks="; ".join(said)) if said else ""


def _by_whom(signs: tuple[WarningSign, ...]) -> dict[str, str]:
    """The signs that are not urgent, by who helps."""
    by_whom: dict[str, str] = {}
    for sign in signs:
        if not sign.urgent:
            by_whom[sign.whom] = f"{by_whom.get(sign.whom, '')} {sign.say}".strip()
    return by_whom


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
    touch_ups = plan.touch_ups
    first, last = touch_ups.items[0], touch_ups.items[-1]
    leeway = "" if first.from_ == first.to else f" ({days_held([(first.from_, first.to)])})"
    checks = _(
        "A check every {interval}, {count} in all: the first about {first}, the last about {last}.",
        interval=planned(touch_ups.interval_months),
        count=number(len(touch_ups.items)),
        first=f"{short_day(first.typical)}{leeway}",
        last=to_confirm(plan, short_day(last.typical)),
    )
    yield from heading(_("Later"))
    yield from paragraph(" ".join((checks, *touch_ups.notes[:1])))
    left = (_left(point) for point in touch_ups.fade if point.months in TOLD_MONTHS)
    yield from paragraph(
        _(
            "If nobody refreshes it, of 100 parts of the look these are left: {parts}.",
            parts=", ".join(left),
        )
    )


def _left(point: FadePoint) -> str:
    return _(
        "{parts} after {time}",
        parts=between(rounded(point.low * 100), rounded(point.high * 100)),
        time=figure(point.months // MONTHS_A_YEAR, "years"),
    )


def cost_lines(plan: SmpPlan) -> Iterator[str]:
    """What it costs now and over the years, and what that holds; or why no price is shown."""
    yield from heading(_("Cost"))
    cost = plan.cost
    if cost is None:
        yield from paragraph(_("Not shown yet: the health questions come first."))
        return
    yield from grid(_amounts(cost), COST_WIDTHS)
    held = _("Included: {parts}.", parts=". ".join(cost.included))
    left_out = _("Extra: {parts}.", parts=". ".join(cost.not_included))
    good_for = _("Good for {days}.", days=figure(cost.valid_days, "days"))
    yield from paragraph(" ".join(filter(None, (held, left_out, cost.tax, good_for, cost.course.note))))


def _amounts(cost: Cost) -> list[tuple[str, ...]]:
    """Now on the left, over the years on the right."""
    now = [
        (_("The course"), money(cost.course)),
        (_("Each touch-up"), money(cost.touch_up)),
        (_("Laser removal"), _laser(cost.removal)),
    ]
    years = [(_(HORIZONS.get(horizon, horizon)), money(total)) for horizon, total in cost.totals.items()]
    return [(*left, *right) for left, right in zip_longest(now, years, fillvalue=("", ""))]


def _laser(removal: Removal) -> str:
    price = money(removal.price) if removal.price else _("not priced")
    return f"{span(removal.sessions)}, {price}"
