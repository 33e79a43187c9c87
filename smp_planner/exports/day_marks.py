"""What of a plan stands on a calendar: visits, the main limits, preparations, the person's own days."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import NamedTuple

from smp_planner.domain.care import Aftercare, CalendarRow, CareDay
from smp_planner.domain.plan import SmpPlan
from smp_planner.domain.words import listed, sentence
from smp_planner.exports.on_days import OWN, on_days
from smp_planner.exports.short_words import clinics_limits
from smp_planner.language.texts import N_, _
from smp_planner.pictures.months import Run

ONE_DAY = timedelta(1)
OUR_RULE = N_("Our rule")
LONGEST_WORD = 14  # what fits beside the other words of a calendar


class Mark(NamedTuple):
    """A word on the calendar, the rule it stands for, and what it means in full."""

    word: str
    rule: str
    means: str


ROWS: tuple[CalendarRow, ...] = ("wash", "sweat", "water", "sun")
BEFORE = "before"
CLINICS = "clinics"
ON_TOP = "on top"  # what is no limit shares a row


def prepare() -> Mark:
    """What stands on the days before a visit."""
    return Mark(_("Prepare"), "", _("A visit is near and asks for something"))


def rows_of(care: Aftercare) -> dict[str, list[Mark]]:
    """The rows of limits on the calendar, each with its words.

    A row bears one word a day: the first whose rule holds, which asks for the later one too (who keeps
    dry uses no shampoo; who may not sweat stays out of the sauna).
    """
    rows: dict[str, list[Mark]] = {row: [] for row in ROWS}
    for name in care.names:
        if name.calendar:
            rows[name.calendar.row].append(Mark(name.calendar.word, name.rule, name.calendar.means))
    return rows


def runs_of(plan: SmpPlan) -> tuple[Run, ...]:
    """Everything that stands on the calendar, in the order in which a day bears it."""
    care = plan.aftercare
    return (
        *(Run(on.first, on.last, on.word, on.kind, ON_TOP) for on in on_days(plan)),
        *_preparations(plan),
        *_of_the_clinic(care),
        *(run for kind, marks in rows_of(care).items() for run in _limits(care.days, kind, marks)),
    )


def treatment_days(runs: Sequence[Run]) -> tuple[date, date]:
    """From the first day that asks for anything to the last; the person's own days may lie outside."""
    asked = [run for run in runs if run.kind not in OWN]
    return min(run.first for run in asked), max(run.last for run in asked)


def word_of(day: CareDay, marks: Sequence[Mark]) -> str | None:
    """The word that a row of the calendar bears on that day."""
    return next((mark.word for mark in marks if mark.rule in day.avoid), None)


def _preparations(plan: SmpPlan) -> Iterator[Run]:
    """The days before each visit on which something is to be done or left for it."""
    for visit in plan.sessions.items:
        first = min((p.from_ for p in plan.aftercare.before if p.session == visit.number), default=visit.date)
        if first < visit.date:
            yield Run(first, visit.date - ONE_DAY, prepare().word, BEFORE, ON_TOP)


def clinics_marks(care: Aftercare) -> list[Mark]:
    """The words for limits of the clinic's own: each by its name, and one for what has no room there.

    A long name has none, nor have several on one day: they are told beside the sheet.
    """
    limits = clinics_limits(care)
    named = [
        Mark(sentence(words), rule, _told_of_clinic([words]))
        for rule, words in limits.items()
        if len(words) <= LONGEST_WORD
    ]
    return [*named, Mark(_(OUR_RULE), "", _told_of_clinic([*limits.values()]))] if limits else []


def _told_of_clinic(limits: Sequence[str]) -> str:
    return _("Our clinic's rule: {limits}", limits=listed(limits))


def _of_the_clinic(care: Aftercare) -> Iterator[Run]:
    """The days on which a limit holds that only this clinic has."""
    limits, marks = clinics_limits(care), clinics_marks(care)
    words = {mark.rule: mark.word for mark in marks}

    def word(day: CareDay) -> str | None:
        rules = [rule for rule in limits if rule in day.avoid]
        if not rules:
            return None
        return words.get(rules[0] if len(rules) == 1 else "", words[""])

    yield from _runs(care.days, CLINICS, word)


def _limits(days: Sequence[CareDay], kind: str, marks: Sequence[Mark]) -> Iterator[Run]:
    """One row's runs of days with the same word."""
    return _runs(days, kind, lambda day: word_of(day, marks))


def each_limit(care: Aftercare) -> Iterator[Run]:
    """The days of each main limit and of each of the clinic's own, also where another one hides it."""
    own = [Mark(sentence(words), rule, "") for rule, words in clinics_limits(care).items()]
    for kind, marks in ((CLINICS, own), *rows_of(care).items()):
        for mark in marks:
            yield from _limits(care.days, kind, [mark])


def _runs(days: Sequence[CareDay], kind: str, word_on: Callable[[CareDay], str | None]) -> Iterator[Run]:
    """Days in a row that bear the same word; the days of a plan follow each other."""
    for word, group in groupby(days, key=word_on):
        held = [day.date for day in group]
        if word is not None:
            yield Run(held[0], held[-1], word, kind, kind)
