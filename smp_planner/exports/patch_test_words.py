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
PASSED = N_("its last day, {day}, has passed; if you had none by then, choose a later first day")


def patch_test_by(
    plan: SmpPlan, *, told_as: Callable[[date], str] = day_and_weekday, today: date | None = None
) -> str:
    """The last day for the test, that it waits where it does; nothing where there is no such day.

    Where that day has passed `today`, the visits are too soon for whoever had no test yet, and that is said.
    """
    day = plan.sessions.patch_test_by
    if day is None:
        return ""
    if has_passed(plan, today):
        return _(PASSED, day=told_as(day))
    return to_confirm(plan, _(BY, day=told_as(day)))


def patch_test_told(plan: SmpPlan, today: date | None = None) -> str:
    """The same as a sentence that says what it is a day for."""
    by = patch_test_by(plan, today=today)
    return _("{name}: {by}.", name=_(NAME), by=by) if by else ""


def has_passed(plan: SmpPlan, today: date | None) -> bool:
    """Whether the last day for the test lies before `today`; nobody knows where no day is told."""
    day = plan.sessions.patch_test_by
    return day is not None and today is not None and day < today
