"""The years after the course in words: the checks, and what is left of the look if nobody touches it."""

from __future__ import annotations

from smp_planner.domain.calendar_math import MONTHS_A_YEAR
from smp_planner.domain.plan import SmpPlan
from smp_planner.domain.quantities import Estimate, rounded
from smp_planner.domain.words import between, figure, listed, planned, short_day
from smp_planner.domain.years import TOLD_MONTHS, FadePoint, TouchUp, TouchUps
from smp_planner.exports.clinics_own import marked_if_moved
from smp_planner.exports.standing import to_confirm
from smp_planner.exports.wording import days_held
from smp_planner.language.texts import N_, _

COUNTED = N_("How many checks: {counted}. Money over the years counts the same number of touch-ups.")
INTERVAL = "touch_ups.interval_months"


def checks_told(plan: SmpPlan) -> str:
    """How often the look is checked, how many times, and about when first and last."""
    touch_ups = plan.touch_ups
    first, last = touch_ups.items[0], touch_ups.items[-1]
    return _(
        "A check every {interval}, {count} in all: the first about {first}, the last about {last}.",
        interval=interval_told(plan),
        count=_in_all(touch_ups),
        first=day_of_check(first),
        last=to_confirm(plan, short_day(last.typical)),
    )


def _in_all(touch_ups: TouchUps) -> str:
    """How many checks are planned, and from the fewest to the most where the years counted are the same."""
    listed_all = len(touch_ups.items)
    counted = (count for count in touch_ups.within.values() if count.typical == listed_all)
    return planned(next(counted, Estimate(listed_all, listed_all, listed_all, ""))._replace(unit=""))


def checks_in_years_told(plan: SmpPlan) -> str:
    """How many checks there may be within some years, from the fewest to the most; money counts the same."""
    counted = [
        _("within {years} {count}", years=years_of(horizon), count=planned(count._replace(unit="")))
        for horizon, count in plan.touch_ups.within.items()
    ]
    return _(COUNTED, counted=listed(counted)) if counted else ""


def years_of(horizon: str) -> str:
    """So many years in words, from their name in the plan: 5y."""
    return figure(int(horizon.removesuffix("y")), "years")


def interval_told(plan: SmpPlan) -> str:
    """The months from check to check, marked where they are the clinic's own."""
    return marked_if_moved(planned(plan.touch_ups.interval_months), INTERVAL, plan.rules)


def day_of_check(check: TouchUp) -> str:
    """The day a check is planned with, and how far it may move: 18 Sep 2028 (18 Jun to 18 Dec 2028)."""
    planned_on = short_day(check.typical)
    return planned_on if check.from_ == check.to else f"{planned_on} ({days_held([(check.from_, check.to)])})"


def fading_told(plan: SmpPlan) -> str:
    """Of 100 parts of the look, how many are left after some years."""
    left = (
        _("{parts} after {time}", parts=parts_left(point), time=years_after(point))
        for point in plan.touch_ups.fade
        if point.months in TOLD_MONTHS
    )
    return _(
        "If nobody refreshes it, of 100 parts of the look these are left: {parts}.", parts=", ".join(left)
    )


def parts_left(point: FadePoint) -> str:
    """How many of 100 parts of the look are left, from low to high: 84 to 88."""
    return between(rounded(point.low * 100), rounded(point.high * 100))


def years_after(point: FadePoint) -> str:
    """How long after the last visit a point lies, in whole years."""
    return figure(point.months // MONTHS_A_YEAR, "years")
