"""The sheets for the fridge: after each visit day by day what to leave, what to do, what is usual."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby, pairwise
from typing import NamedTuple

from smp_planner.domain.care import Aftercare, CareDay, Window
from smp_planner.domain.course import Visit
from smp_planner.domain.plan import SmpPlan, TreatmentPlan
from smp_planner.domain.words import between, day_and_weekday, number, sentence
from smp_planner.exports.call_words import clinic_called
from smp_planner.exports.day_lines import DayLine, day_lines
from smp_planner.exports.paper.blocks import Block, Paragraph, Section, Table
from smp_planner.exports.paper.when_to_call import urgent_paragraphs
from smp_planner.exports.short_words import Kind, left_on, short_words, told
from smp_planner.exports.standing import standing, to_confirm
from smp_planner.exports.visit_words import day_of
from smp_planner.language.texts import N_, _, p_

DAY_BY_DAY = timedelta(weeks=1)  # so many days are told one by one, so that a sheet is one page
HOW = N_("Day 0 is the day of the visit. All other signs stand under “When to call, and whom”.")
PREPARE = N_("{visit}: see “Before each visit”")
KINDS: tuple[Kind, ...] = ("avoid", "do", "expect")
DAY_WIDTHS, LONG_WIDTHS = (7, 3, 14, 6, 6), (3, 5)


class _Sheet(NamedTuple):
    """The days of one sheet: those in rows, and all from its visit up to the next one."""

    visit: Visit
    rows: tuple[CareDay, ...]
    first: date
    last: date


def fridge_sheets(plan: TreatmentPlan) -> tuple[Section, ...]:
    """A sheet for each visit, with the days that follow it up to the next one."""
    count, lines = number(len(plan.sessions.items)), day_lines(plan)
    return tuple(
        Section(
            f"after_visit_{sheet.visit.number}",
            _(
                "After visit {number} of {count}, {day}",
                number=number(sheet.visit.number),
                count=count,
                day=to_confirm(plan, day_of(sheet.visit)),
            ),
            tuple(_blocks(plan, sheet, lines)),
            alone=True,
        )
        for sheet in _sheets(plan)
    )


def _sheets(plan: SmpPlan) -> Iterator[_Sheet]:
    days = plan.aftercare.days
    end = days[-1].date + timedelta(1)
    for visit, after in pairwise((*plan.sessions.items, None)):
        assert visit is not None
        until = after.date if after else end
        in_rows = min(until, visit.date + DAY_BY_DAY)
        rows = tuple(day for day in days if visit.date <= day.date < in_rows)
        yield _Sheet(visit, rows, visit.date, until - timedelta(1))


def _blocks(plan: SmpPlan, sheet: _Sheet, lines: Sequence[DayLine]) -> Iterator[Block]:
    if first := " ".join(standing(plan)):
        yield Paragraph(first, "notice")
    yield _day_table(plan, sheet)
    yield from _longer(plan, sheet, lines)
    yield from urgent_paragraphs(plan.aftercare.call_if)
    yield from map(Paragraph, clinic_called(plan.rules))
    yield Paragraph(_(HOW), "quiet")


# --- day by day ---------------------------------------------------------------------------


class _Cells(NamedTuple):
    """What is left, done and usual, in short words."""

    leave: Sequence[str]
    do: Sequence[str]
    usual: Sequence[str]

    def told(self) -> tuple[str, ...]:
        return tuple(sentence(", ".join(words)) for words in self)


def _day_table(plan: SmpPlan, sheet: _Sheet) -> Table:
    """Days in a row on which the same holds are one row; days that ask for nothing more have none."""
    care = plan.aftercare
    go_on, tables = _after_rows(care, sheet), _words(care)

    def goes_on(rule: str, day: date) -> bool:
        return any(window.rule == rule and window.from_ <= day for window in go_on)

    def cells(day: CareDay) -> _Cells:
        held = (left_on(care, day), day.do, day.expect)
        ending = ([rule for rule in rules if not goes_on(rule, day.date)] for rules in held)
        return _Cells(*(told(table, rules) for table, rules in zip(tables, ending, strict=True)))

    rows = tuple(
        _row([day.date for day in run], words, sheet.first)
        for words, run in groupby(sheet.rows, key=cells)
        if any(words)
    )
    head = (to_confirm(plan, _("Dates")), _("Day"), *_kinds())
    return Table(_("The first week"), head, rows, DAY_WIDTHS)


def _row(days: Sequence[date], words: _Cells, visit: date) -> tuple[str, ...]:
    first, last = days[0], days[-1]
    return _short_days(first, last), between((first - visit).days, (last - visit).days), *words.told()


def _short_days(first: date, last: date) -> str:
    """Days with their weekdays, without the year: Mon 11 Jan to Thu 14 Jan."""
    start, end = (day_and_weekday(day, with_year=False) for day in (first, last))
    return start if first == last else p_("days", "{low} to {high}", low=start, high=end)


def _words(care: Aftercare) -> tuple[Mapping[str, str], ...]:
    """The short words of what to leave, to do, and what is usual, by rule."""
    return tuple(short_words(care, kind) for kind in KINDS)


def _kinds() -> tuple[str, ...]:
    return _("Don't"), _("Do"), _("Usual")


# --- what goes on, and what comes up --------------------------------------------------------


def _after_rows(care: Aftercare, sheet: _Sheet) -> list[Window]:
    """The windows of a sheet that don't end within its rows."""
    end = sheet.rows[-1].date
    return [window for window in care.windows if window.from_ <= sheet.last and window.to >= end]


def _longer(plan: SmpPlan, sheet: _Sheet, lines: Sequence[DayLine]) -> Iterator[Table]:
    """What goes on for longer, and what comes up: the next visit and the person's own days."""
    by_days: dict[tuple[date, date], set[str]] = {}
    for window in sorted(_after_rows(plan.aftercare, sheet), key=lambda window: (window.to, window.from_)):
        by_days.setdefault((window.from_, window.to), set()).add(window.rule)
    tables = _words(plan.aftercare)
    rows = [
        (_short_days(*days), _in_a_row(_Cells(*(told(table, tuple(rules)) for table in tables))))
        for days, rules in by_days.items()
    ]
    rows += [
        (_short_days(line.first, line.last), _(PREPARE, visit=line.name) if line.ask else line.name)
        for line in lines
        if _comes_up(line, sheet)
    ]
    if rows:
        head = (to_confirm(plan, _("Dates")), _("What"))
        yield Table(_("For longer, and what comes up"), head, tuple(rows), LONG_WIDTHS)


def _in_a_row(words: _Cells) -> str:
    """What is left, done and usual, one after the other."""
    leave = sentence(", ".join(words.leave))
    do = _("Do: {tasks}.", tasks=", ".join(words.do)) if words.do else ""
    usual = _("Usual: {signs}.", signs=", ".join(words.usual)) if words.usual else ""
    return " ".join(filter(None, (leave and f"{leave}.", do, usual)))


def _comes_up(line: DayLine, sheet: _Sheet) -> bool:
    """Whether a line falls on the days of a sheet and is no limit, nor asked for by its own visit."""
    if line.leave or line.do or line.first > sheet.last or line.last < sheet.first:
        return False
    return not line.ask or line.last > sheet.first
