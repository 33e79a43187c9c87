"""The sheets of the months: each day with its number and marks, and its words where it is chosen.

A day is chosen by a radio button that fills its square, so one stop of the tab key and the arrow keys reach
all of them, and no word of it goes to the server or into the address.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from html import escape

import streamlit as st

from smp_planner.domain.care import Aftercare
from smp_planner.domain.plan import SmpPlan
from smp_planner.domain.words import number, short_weekday
from smp_planner.exports.day_lines import day_lines, said, spoken_days
from smp_planner.exports.day_words import DayWords, days_in_words
from smp_planner.exports.month_sheets import Sheets, in_short, month_sheets, word_on_sheet, words_meant
from smp_planner.language.speech import spoken_now
from smp_planner.language.texts import N_, NN_, _, n_
from smp_planner.pictures.months import Month, Piece, Week
from smp_planner.views import html
from smp_planner.views.chosen_day import keep_chosen_day
from smp_planner.views.fold import fold
from smp_planner.views.later_limits import later_limits
from smp_planner.views.look_of_months import MONTHS_LOOK
from smp_planner.views.picture import show
from smp_planner.views.whys import Whys

Days = Mapping[date, DayWords]
HOW = N_("Each sheet is a month. Choose a day to read all that holds on it.")
FOLDED = N_("These months hold less, or come later. Open one to see its days.")
WHY_BELOW = N_("Why each limit holds, and for how long, stands below with its days and reasons.")
IN_WORDS = NN_(
    "The same in words, to print or pin up: {count} line",
    "The same in words, to print or pin up: {count} lines",
)


def show_months(plan: SmpPlan, whys: Whys) -> None:
    """The months as sheets, what their words mean, and the same day by day in words."""
    sheets = month_sheets(plan)
    months = (*sheets.open, *sheets.folded)
    days = days_in_words(plan, [day for month in months for day in _marked(month)])
    chosen = plan.sessions.items[0].date
    open_to = html.quiet(_("Dates to be confirmed.")) if plan.suitability.provisional else ""
    st.html(MONTHS_LOOK)
    show(
        html.heading(_("Month by month")), html.quiet(_(HOW)), open_to,
        *later_limits(plan, whys),
        f'<div class="months">{"".join(_sheet(month, days, chosen) for month in sheets.open)}</div>',
        *_folded(sheets, plan.aftercare, days, chosen),
        html.heading(_("What the words mean")), _meanings(plan, months),
    )  # fmt: skip
    keep_chosen_day()
    lines = day_lines(plan)
    rows = [(spoken_days(line.first, line.last), escape(line.name), escape(said(line))) for line in lines]
    sheet = html.table(_("Day by day"), (_("Days"), _("What is on"), _("What to mind")), rows)
    words = n_(*IN_WORDS, len(rows), count=number(len(rows)))
    fold(words, "fold_days", lambda: show(html.quiet(_(WHY_BELOW)), sheet))


def _folded(sheets: Sheets, care: Aftercare, days: Days, chosen: date) -> Iterator[str]:
    """The months that hold little or come later, a line each that opens; own days beyond all months."""
    if sheets.folded:
        yield html.quiet(_(FOLDED))
    for month in sheets.folded:
        summary = f"<summary><b>{_name(month)}</b>: {escape(in_short(month, care))}</summary>"
        yield f'<details class="month-folded">{summary}{_sheet(month, days, chosen)}</details>'
    if sheets.beyond:
        told = [f"{run.word}, {spoken_days(run.first, run.last)}" for run in sheets.beyond]
        yield html.quiet(_("Beyond these months: {days}.", days="; ".join(told)))


def _meanings(plan: SmpPlan, months: tuple[Month, ...]) -> str:
    meant = (
        f'<li><span class="bar {kind} begins ends">{escape(mark.word)}</span>{escape(mark.means)}.</li>'
        for kind, mark in words_meant(plan.aftercare, months)
    )
    return f'<ul class="meanings">{"".join(meant)}</ul>'


# --- one sheet ----------------------------------------------------------------------------


def _name(month: Month) -> str:
    return spoken_now().days.told(month.first, "month_and_year")


def _marked(month: Month) -> Iterator[date]:
    """The days of a month that bear anything."""
    for week in month.weeks:
        for column, day in enumerate(week.days):
            if day is not None and _pieces(week, column):
                yield day


def _sheet(month: Month, days: Days, chosen: date) -> str:
    full = next(week.days for week in month.weeks if None not in week.days)
    heads = "".join(f'<th scope="col">{short_weekday(day)}</th>' for day in full if day)
    weeks = "".join(_week(week, days, chosen) for week in month.weeks)
    top = f"<caption>{_name(month)}</caption><thead><tr>{heads}</tr></thead>"
    return f'<table class="month">{top}{weeks}</table>'


def _week(week: Week, days: Days, chosen: date) -> str:
    cells = "".join(_day(week, column, day, days, chosen) for column, day in enumerate(week.days))
    words = "".join(
        f'<div class="day{column}">{_told(day, days[day])}</div>'
        for column, day in enumerate(week.days, start=1)
        if day is not None and day in days
    )
    told = f'<tr class="told"><td colspan="7">{words}</td></tr>' if words else ""
    return f'<tbody><tr class="days">{cells}</tr>{told}</tbody>'


def _day(week: Week, column: int, day: date | None, days: Days, chosen: date) -> str:
    if day is None:
        return "<td></td>"
    numbered = f'<span class="number">{day.day}</span>'
    if day not in days:
        return f"<td>{numbered}</td>"
    bars = "".join(_bar(next((p for p in row if p.covers(column)), None), column) for row in week.rows)
    words = [piece.run.word for piece in _pieces(week, column)]
    label = f"{spoken_now().days.told(day, 'long_without_year')}: {', '.join(words)}"
    pressed = " checked" if day == chosen else ""
    button = f'<input type="radio" name="day-of-plan" value="{day}" aria-label="{escape(label)}"{pressed}>'
    return f'<td>{button}{numbered}<div aria-hidden="true">{bars}</div></td>'


def _pieces(week: Week, column: int) -> list[Piece]:
    return [piece for row in week.rows for piece in row if piece.covers(column)]


def _bar(piece: Piece | None, column: int) -> str:
    """What a day shows of a run: its word on the first day of the week, else the bar alone."""
    if piece is None:
        return '<span class="bar"></span>'
    begins, ends = column == piece.column, column == piece.column + piece.days - 1
    look = f"bar {piece.run.kind}{' begins' if begins else ''}{' ends' if ends else ''}"
    word = f'<span style="--days:{piece.days}">{escape(word_on_sheet(piece))}</span>' if begins else ""
    return f'<span class="{look}">{word}</span>'


def _told(day: date, words: DayWords) -> str:
    """A day in words: what is on, then what to mind, a line for each kind."""
    kinds = (
        (_("Limits"), words.leave), (_("Do"), words.do), (_("Usual"), words.usual),
        (_("Before a visit"), words.before),
    )  # fmt: skip
    lines = [f"<p><b>{spoken_days(day, day)}.</b> {escape(', '.join(words.names))}</p>"]
    lines += [f"<p><b>{escape(kind)}:</b> {escape(', '.join(told))}.</p>" for kind, told in kinds if told]
    return "".join(lines)
