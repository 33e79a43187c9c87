"""Runs of days on the sheet of a month: its weeks, and in each week which run stands in which row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

DAYS_A_WEEK = 7
ONE_DAY = timedelta(1)


class Run(NamedTuple):
    """Days in a row, both ends included, that bear one word.

    `kind` says what they are; runs with the same `row` may stand beside each other.
    """

    first: date
    last: date
    word: str
    kind: str
    row: str


class Piece(NamedTuple):
    """What of a run falls in one week: where it begins among the seven days, and how many it holds."""

    run: Run
    column: int
    days: int

    def covers(self, column: int) -> bool:
        """Whether it lies on that day of the week."""
        return self.column <= column < self.column + self.days


class Week(NamedTuple):
    """Seven days, None where the day is another month's, and rows of pieces, the first on top."""

    days: tuple[date | None, ...]
    rows: tuple[tuple[Piece, ...], ...]


class Month(NamedTuple):
    """A month by its first day, its weeks, and every run that has a day in it."""

    first: date
    weeks: tuple[Week, ...]
    runs: tuple[Run, ...]


def months_of(runs: Sequence[Run], weekday: int) -> tuple[Month, ...]:
    """Each month in which a run has a day; `weekday` begins the weeks, Monday being 0.

    In every week the runs keep the order they are given in, and share a row where they share no day.
    """
    if not runs:
        return ()
    months: list[Month] = []
    first, last = min(run.first for run in runs).replace(day=1), max(run.last for run in runs)
    while first <= last:
        after = (first + 31 * ONE_DAY).replace(day=1)
        held = tuple(run for run in runs if run.first < after and run.last >= first)
        if held:
            months.append(Month(first, tuple(_weeks(first, after, held, weekday)), held))
        first = after
    return tuple(months)


def _weeks(first: date, after: date, runs: Sequence[Run], weekday: int) -> Iterator[Week]:
    day = first - (first.weekday() - weekday) % DAYS_A_WEEK * ONE_DAY
    while day < after:
        days = [day + number * ONE_DAY for number in range(DAYS_A_WEEK)]
        shown = [one if first <= one < after else None for one in days]
        yield Week(tuple(shown), _rows(shown, runs))
        day += DAYS_A_WEEK * ONE_DAY


def _rows(days: Sequence[date | None], runs: Sequence[Run]) -> tuple[tuple[Piece, ...], ...]:
    """The pieces of a week: those of one row beside each other, as far as they share no day."""
    rows: list[list[Piece]] = []
    for run in runs:
        held = [place for place, day in enumerate(days) if day is not None and run.first <= day <= run.last]
        if not held:
            continue
        piece = Piece(run, held[0], len(held))
        free = next((row for row in rows if _fits(row, piece)), None)
        if free is None:
            rows.append([piece])
        else:
            free.append(piece)
    return tuple(map(tuple, rows))


def _fits(row: Sequence[Piece], piece: Piece) -> bool:
    """Whether a piece belongs in a row and finds its days free there."""
    columns = range(piece.column, piece.column + piece.days)
    return row[0].run.row == piece.run.row and not any(other.covers(day) for other in row for day in columns)
