"""Which limits go on after the day on which the look is planned to be settled, and until when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from smp_planner.domain.plan import SmpPlan
from smp_planner.domain.words import listed, spoken
from smp_planner.exports.short_words import short_words
from smp_planner.language.texts import N_, _

GOES_ON = N_("“Settled” is about the look. Some limits go on after that day: {limits}.")
UNTIL = N_("{limit} until {day}")


def limits_after_settling(plan: SmpPlan) -> str | None:
    """A sentence that names each limit that ends later than the look settles; None where none does."""
    limits = [_(UNTIL, limit=name, day=spoken(last)) for _rule, name, last in _later(plan)]
    return _(GOES_ON, limits=listed(limits)) if limits else None


def fields_after_settling(plan: SmpPlan) -> tuple[str, ...]:
    """The steps behind that sentence."""
    return ("sessions.settled_on", *(f"aftercare.windows.{rule}" for rule, _name, _last in _later(plan)))


def _later(plan: SmpPlan) -> Iterator[tuple[str, str, date]]:
    """Limits that hold after the settled day: their rule, their name and their last day."""
    care, settled = plan.aftercare, plan.sessions.settled_on
    for rule, name in short_words(care, "avoid").items():
        last = max((window.to for window in care.windows if window.rule == rule), default=settled)
        if last > settled:
            yield rule, name, last
