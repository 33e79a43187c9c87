"""Which months of a plan are shown at once, which are folded, and what each holds in short."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from smp_planner.domain.care import Aftercare
from smp_planner.domain.plan import SmpPlan
from smp_planner.exports.day_marks import (
    BEFORE,
    CLINICS,
    ON_TOP,
    OUR_RULE,
    Mark,
    clinics_marks,
    each_limit,
    prepare,
    rows_of,
    runs_of,
    treatment_days,
)
from smp_planner.exports.on_days import OWN, SETTLED, SETTLED_NAME, SETTLED_WORD, VISIT
from smp_planner.language.speech import spoken_now
from smp_planner.language.texts import _, p_
from smp_planner.pictures.months import Month, Piece, Run, months_of

MOST_OPEN = 3  # more sheets than these are a wall on a phone


class Sheets(NamedTuple):
    """The months that are shown, those that are folded to a line, and own days that lie beyond them all."""

    open: tuple[Month, ...]
    folded: tuple[Month, ...]
    beyond: tuple[Run, ...]


def month_sheets(plan: SmpPlan) -> Sheets:
    """The months of the treatment: the first that hold more than one limit are open, all others folded.

    Their weeks begin as on the calendars of the person's country, wherever the prices are from.
    """
    runs = runs_of(plan)
    first, last = treatment_days(runs)
    made = months_of(runs, spoken_now().days.first_weekday)
    months = [month for month in made if first.replace(day=1) <= month.first <= last]
    rich = [month for month in months if _holds_much(month)][:MOST_OPEN]
    shown = {run for month in months for run in month.runs}
    return Sheets(
        tuple(rich),
        tuple(month for month in months if month not in rich),
        tuple(run for run in runs if run not in shown),
    )


def _holds_much(month: Month) -> bool:
    """Whether there is a visit in that month, or more than one thing to mind."""
    words = {run.word for run in month.runs if run.kind not in OWN}
    return any(run.kind == VISIT for run in month.runs) or len(words) > 1


def in_short(month: Month, care: Aftercare) -> str:
    """What holds in a month, each with its days: Visit 4 (15), No sun (1 to 9, 15 to 30).

    A sheet bears one word a day in a row; here each limit has all its days, also those on which a stricter
    one stands on the sheet.
    """
    last = max(day for day in month.weeks[-1].days if day is not None)
    days: dict[str, list[str]] = {}
    on_top = [run for run in month.runs if run.row == ON_TOP]
    limits = [run for run in each_limit(care) if run.first <= last and run.last >= month.first]
    for run in (*on_top, *limits):
        first = run.first.day if run.first >= month.first else 1
        until = run.last.day if run.last <= last else last.day
        told = str(first) if first == until else p_("days", "{low} to {high}", low=first, high=until)
        days.setdefault(run.word, []).append(told)
    return ", ".join(f"{word} ({', '.join(held)})" for word, held in days.items())


def word_on_sheet(piece: Piece) -> str:
    """The word of a run in one week; of a limit of the clinic's own on a single day a shorter one."""
    short = _(OUR_RULE)
    is_cut = piece.run.kind == CLINICS and piece.days == 1 and len(piece.run.word) > len(short)
    return short if is_cut else piece.run.word


def words_meant(care: Aftercare, months: Sequence[Month]) -> list[tuple[str, Mark]]:
    """Each word of the calendar that isn't clear by itself, as far as these months bear it, with its kind."""
    marks = [(SETTLED, Mark(_(SETTLED_WORD), "", _(SETTLED_NAME))), (BEFORE, prepare())]
    marks += [(CLINICS, mark) for mark in clinics_marks(care)]
    marks += [(kind, mark) for kind, of_row in rows_of(care).items() for mark in of_row]
    borne = {run.word for month in months for run in month.runs}
    borne |= {
        word_on_sheet(piece) for month in months for week in month.weeks for row in week.rows for piece in row
    }
    return [(kind, mark) for kind, mark in marks if mark.word in borne]
