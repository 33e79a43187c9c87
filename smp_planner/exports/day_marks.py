"""What of a plan stands on a calendar: visits, the main limits, preparations, the person's own days."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import NamedTuple

from smp_planner.domain.care import CareDay
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.pictures.months import Run

ONE_DAY = timedelta(1)


class Mark(NamedTuple):
    """A word on the calendar, the rule it stands for, and what it means in full."""

    word: str
    rule: str
    means: str


# A row of the calendar bears one word a day: the first whose rule holds, which asks for the later one too
# (who keeps dry uses no shampoo; who may not sweat stays out of the sauna).
LIMITS: Mapping[str, tuple[Mark, ...]] = {
    "wash": (
        Mark("Keep dry", "touching", "Keep dry, don't touch, no shampoo"),
        Mark("No soap", "shampoo", "Water is fine, no shampoo yet"),
    ),
    "sweat": (
        Mark("No gym", "heavy_exercise", "No heavy exercise, no hard sweat, no sauna"),
        Mark("No heat", "sauna_steam", "No sauna, steam or long hot shower"),
    ),
    "water": (Mark("No swim", "swimming", "No swimming, in pool or sea"),),
    "sun": (Mark("No sun", "direct_sun", "No direct sun on your scalp"),),
}
VISIT, SETTLED, EVENT, AWAY, BEFORE = "visit", "settled", "event", "away", "before"
OWN = (EVENT, AWAY)
ON_TOP = "on top"  # what is no limit shares a row
PREPARE = Mark("Prepare", "", "A visit is near and asks for something")


def runs_of(plan: TreatmentPlan) -> tuple[Run, ...]:
    """Everything that stands on the calendar, in the order in which a day bears it."""
    calendar, settled = plan.intake.calendar, plan.sessions.settled_on
    return (
        *(_on_top(v.date, v.date, f"Visit {v.number}", VISIT) for v in plan.sessions.items),
        _on_top(settled, settled, "Settled", SETTLED),
        *(_on_top(event.from_, event.to, event.name, EVENT) for event in calendar.events),
        *(_on_top(away.from_, away.to, away.name or "Away", AWAY) for away in calendar.away),
        *_preparations(plan),
        *(run for kind, marks in LIMITS.items() for run in _limits(plan.aftercare.days, kind, marks)),
    )


def treatment_days(runs: Sequence[Run]) -> tuple[date, date]:
    """From the first day that asks for anything to the last; the person's own days may lie outside."""
    asked = [run for run in runs if run.kind not in OWN]
    return min(run.first for run in asked), max(run.last for run in asked)


def word_of(day: CareDay, marks: Sequence[Mark]) -> str | None:
    """The word that a row of the calendar bears on that day."""
    return next((mark.word for mark in marks if mark.rule in day.avoid), None)


def _on_top(first: date, last: date, word: str, kind: str) -> Run:
    return Run(first, last, word, kind, ON_TOP)


def _preparations(plan: TreatmentPlan) -> Iterator[Run]:
    """The days before each visit on which something is to be done or left for it."""
    for visit in plan.sessions.items:
        first = min((p.from_ for p in plan.aftercare.before if p.session == visit.number), default=visit.date)
        if first < visit.date:
            yield _on_top(first, visit.date - ONE_DAY, PREPARE.word, BEFORE)


def _limits(days: Sequence[CareDay], kind: str, marks: Sequence[Mark]) -> Iterator[Run]:
    """One row's runs of days with the same word; the days of a plan follow each other."""
    for word, group in groupby(days, key=lambda day: word_of(day, marks)):
        held = [day.date for day in group]
        if word is not None:
            yield Run(held[0], held[-1], word, kind, kind)
