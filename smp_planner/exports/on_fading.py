"""The picture of fading, for page and paper: the look untouched with its band, and under it the checks.

What a touch-up brings back has no figure in the rules, so no line is drawn after one.
"""

from __future__ import annotations

from smp_planner.domain.calendar_math import months_between
from smp_planner.domain.plan import SmpPlan
from smp_planner.domain.quantities import Estimate
from smp_planner.domain.words import figure, listed, per_cent, planned
from smp_planner.domain.years import TouchUp
from smp_planner.language.texts import N_, NN_, _, n_
from smp_planner.pictures.curves import Line, curves
from smp_planner.pictures.shape import Shape
from smp_planner.pictures.spans import Span, Spans

FADING = N_("How the look fades if nothing is refreshed, in per cent of the first day, by month.")
FADED = N_("After {months}: {typical} ({low} to {high}).")
CHECKS = NN_(
    "Under it the check for a touch-up, in months after the last visit: {months}.",
    "Under it the checks for a touch-up, in months after the last visit: {months}.",
)
LANE = N_("Under the line, a diamond is the month a check is planned for.")
LANE_WITH_SPANS = N_(
    "Under the line, a diamond is the month a check is planned for, its bar when it may be: "
    "each is counted from the planned month of the one before."
)
NOT_DRAWN = N_("We have no figure for what a touch-up brings back, so no line shows it.")


def draw_fading(plan: SmpPlan, label: str, shape: Shape) -> str:
    """The picture in one shape; `label` is what it says of itself in words."""
    points = [(p.months, p.low * 100, p.typical * 100, p.high * 100) for p in plan.touch_ups.fade]
    return curves(
        [Line(name=_("untouched"), points=points)],
        label=label, x_name=_("months after the last visit"), unit=_("% left"), top=100,
        spans=Spans(_("check for a touch-up"), [_span(plan, check) for check in plan.touch_ups.items]),
        shape=shape,
    )  # fmt: skip


def fading_in_words(plan: SmpPlan) -> str:
    """The whole picture for somebody who can't see it: where the line ends, and each check."""
    last = plan.touch_ups.fade[-1]
    low, typical, high = map(per_cent, (last.low, last.typical, last.high))
    end = _(FADED, months=figure(last.months, "months"), low=low, typical=typical, high=high)
    months = [planned(Estimate(*_span(plan, check), "")) for check in plan.touch_ups.items]
    checks = n_(*CHECKS, len(months), months=listed(months))
    return f"{_(FADING)} {end} {checks}"


def under_fading(plan: SmpPlan) -> str:
    """What stands under the picture: what is drawn, and what isn't as nobody knows it."""
    spanned = any(check.from_ < check.to for check in plan.touch_ups.items)
    return f"{_(FADING)} {_(LANE_WITH_SPANS if spanned else LANE)} {_(NOT_DRAWN)}"


def months_of_check(plan: SmpPlan, check: TouchUp) -> str:
    """How long after the last visit a check is planned, and how far that may move: 24 months (12 to 24)."""
    return planned(Estimate(*_span(plan, check), "months"))


def _span(plan: SmpPlan, check: TouchUp) -> Span:
    last = plan.sessions.last_on
    return Span(*(months_between(last, day) for day in (check.from_, check.typical, check.to)))
