"""The sheet of a month for paper: its weeks, and under the days bars with their words."""

from __future__ import annotations

from collections.abc import Iterator

from smp_planner.domain.words import short_weekday
from smp_planner.language.speech import spoken_now
from smp_planner.pictures import svg
from smp_planner.pictures.bars import bar
from smp_planner.pictures.lettering import SIZE, cut
from smp_planner.pictures.months import DAYS_A_WEEK, Month, Piece, Week
from smp_planner.pictures.palette import BARS, PAPER

WIDTH = 540
CELL = WIDTH / DAYS_A_WEEK
TITLE, HEADS, NUMBER, ROW, GAP = 20, 18, 17, 16, 3  # heights
INSET = 1.5  # from the edge of a day to its bar


def month_sheet(month: Month, label: str) -> str:
    """The sheet with its name, the names of its weekdays, and every run of days in its weeks."""
    name = spoken_now().days.told(month.first, "month_and_year")
    inside = [svg.text(0, 14, name, fill=PAPER.words, font_size=14, font_weight=600), *_heads(month)]
    top = float(TITLE + HEADS)
    for week in month.weeks:
        inside += _week(week, top)
        top += _height(week)
    return svg.picture(WIDTH, round(top) + 1, label, *inside, letters=PAPER.letters)


def _heads(month: Month) -> Iterator[str]:
    full = next(week.days for week in month.weeks if None not in week.days)
    for column, day in enumerate(full):
        if day:
            x = column * CELL + GAP
            yield svg.text(x, TITLE + 12, short_weekday(day), fill=PAPER.words, font_size=SIZE)


def _height(week: Week) -> float:
    return NUMBER + ROW * len(week.rows) + GAP


def _week(week: Week, top: float) -> Iterator[str]:
    """The days with their numbers, then the bars from the first row to the last."""
    for column, day in enumerate(week.days):
        if day:
            x = column * CELL
            yield svg.rect(x, top, CELL, _height(week), rx=0, fill="none", stroke=PAPER.had_not,
                           stroke_width=0.6)  # fmt: skip
            yield svg.text(x + GAP, top + 13, str(day.day), fill=PAPER.words, font_size=SIZE)
    for row, pieces in enumerate(week.rows):
        for piece in pieces:
            yield from _piece(piece, top + NUMBER + ROW * row)


def _piece(piece: Piece, y: float) -> Iterator[str]:
    """A run in its week, with its word as far as there is room."""
    look = BARS[piece.run.kind]
    x, width = piece.column * CELL + INSET, piece.days * CELL - 2 * INSET
    yield bar(x, y, width, ROW - 2, look.area)
    words = {"fill": look.words, "font_size": SIZE, "font_weight": 600 if look.strong else 400}
    if look.area.hatched:
        words |= {"stroke": PAPER.behind, "stroke_width": 3, "paint_order": "stroke"}
    yield svg.text(x + GAP, y + 11, cut(piece.run.word, width - 2 * GAP), **words)
