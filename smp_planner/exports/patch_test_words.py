"""The patch test as a step with a day of its own, before the first visit."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from smp_planner.domain.plan import SmpPlan
from smp_planner.domain.words import day_and_weekday
from smp_planner.exports.standing import to_confirm
from smp_planner.language.texts import N_, _

NAME, BY = N_("Patch test"), N_("on or before {day}")
THIS_DAY = N_("on or before this day")


def patch_test_by(plan: SmpPlan, *, told_as: Callable[[date], str] = day_and_weekday) -> str:
    """The last day for the test, that it waits where it does; nothing where there is no such day."""
    day = plan.sessions.patch_test_by
    return to_confirm(plan, _(BY, day=told_as(day))) if day else ""


def patch_test_told(plan: SmpPlan) -> str:
    """The same as a sentence that says what it is a day for."""
    by = patch_test_by(plan)
    return _("{name}: {by}.", name=_(NAME), by=by) if by else ""
