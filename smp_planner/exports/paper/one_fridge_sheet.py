"""One sheet for the fridge: what to leave, to do and to expect, with the dates after each visit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from smp_planner.domain.care import Aftercare, Window
from smp_planner.domain.plan import SmpPlan, TreatmentPlan
from smp_planner.domain.words import between, day_and_weekday, number, sentence
from smp_planner.exports.call_words import clinic_called
from smp_planner.exports.day_lines import day_lines
from smp_planner.exports.paper.blocks import Block, Paragraph, Section, Table
from smp_planner.exports.paper.when_to_call import urgent_paragraphs
from smp_planner.exports.short_words import Kind, short_words
from smp_planner.exports.standing import standing, to_confirm
from smp_planner.exports.wording import days_without_year
from smp_planner.language.texts import N_, _, p_

ID = "after_visit_1"  # that of the first of several sheets, so that what leads to one finds the other
HOW = N_("Day 0 is the day of the visit. All other signs stand under “When to call, and whom”.")
BESIDE = 6
"""Visits that have room beside each other: as many as are planned at most."""
WHAT, DATES = 19, 8
LONG_WIDTHS = (3, 5)
NO_DAY = "–"
KINDS: tuple[Kind, ...] = ("avoid", "do", "expect")

Days = tuple[date, date]  # in a row, both ends included
Runs = tuple[Days, ...]


class _Visit(NamedTuple):
    """A visit by its number, and the days from it up to the next one."""

    number: int
    days: Days


class _Rule(NamedTuple):
    """A rule in short words; the runs of days on which it holds."""

    kind: Kind
    words: str
    windows: tuple[Window, ...]

    @property
    def all_along(self) -> bool:
        """Whether it holds from one visit over another to its end, without a break."""
        return len(self.windows) == 1 and len(self.windows[0].sessions) > 1


def one_fridge_sheet(plan: TreatmentPlan) -> Section:
    """The sheet for all visits: each rule once, and beside it its dates."""
    return Section(ID, _("After each visit: for the fridge"), tuple(_blocks(plan)), alone=True, sheet=True)


def _blocks(plan: SmpPlan) -> Iterator[Block]:
    if first := " ".join(standing(plan)):
        yield Paragraph(first, "notice")
    yield from urgent_paragraphs(plan.aftercare.call_if)
    yield from map(Paragraph, clinic_called(plan.rules))
    yield Paragraph(_(HOW), "quiet")
    visits, rules = _visits(plan), _rules(plan.aftercare)
    if rows := (*_all_along([rule for rule in rules if rule.all_along]), *_comes_up(plan)):
        head = (to_confirm(plan, _("Dates")), _("What"))
        yield Table(_("All along, and what comes up"), head, rows, LONG_WIDTHS)
    for at in range(0, len(visits), BESIDE):
        yield _day_table(visits[at : at + BESIDE], [rule for rule in rules if not rule.all_along])


def _visits(plan: SmpPlan) -> list[_Visit]:
    last = plan.aftercare.days[-1].date
    firsts = [*(visit.date for visit in plan.sessions.items), last + timedelta(1)]
    days = [(first, after - timedelta(1)) for first, after in pairwise(firsts)]
    return [_Visit(visit.number, held) for visit, held in zip(plan.sessions.items, days, strict=True)]


def _rules(care: Aftercare) -> list[_Rule]:
    return [
        _Rule(kind, words, tuple(window for window in care.windows if window.rule == rule))
        for kind in KINDS
        for rule, words in short_words(care, kind).items()
    ]


# --- after each visit -----------------------------------------------------------------------


def _day_table(visits: Sequence[_Visit], rules: Sequence[_Rule]) -> Table:
    """Rules that hold on the same days are one row; those that begin first stand on top.

    That dates are to be confirmed stands above it: in each head it would leave no room for the words.
    """
    alike: dict[tuple[Runs, ...], list[_Rule]] = {}
    for rule in rules:
        held = tuple(_held(rule, visit.days) for visit in visits)
        if any(held):
            alike.setdefault(held, []).append(rule)
    by_day = {held: _from_visits(held, visits) for held in alike}
    rows = tuple(
        (_on_days(by_day[held], _in_a_row(alike[held])), *map(_dates, held))
        for held in sorted(alike, key=by_day.__getitem__)
    )
    named = (
        _(
            "Visit {number}, {day}",
            number=number(visit.number),
            day=day_and_weekday(visit.days[0], with_year=False),
        )
        for visit in visits
    )
    shares = (WHAT, *(DATES for _visit in visits))
    return Table("", (_("Day after the visit: what"), *named), rows, shares)


def _held(rule: _Rule, days: Days) -> Runs:
    """The runs of those days on which a rule holds."""
    first, last = days
    within = ((max(window.from_, first), min(window.to, last)) for window in rule.windows)
    return tuple(sorted((start, end) for start, end in within if start <= end))


def _from_visits(held: Sequence[Runs], visits: Sequence[_Visit]) -> list[tuple[int, int]]:
    """From which to which day after its visit a rule holds, for each visit after which it does."""
    return [
        ((runs[0][0] - visit.days[0]).days, (runs[-1][1] - visit.days[0]).days)
        for runs, visit in zip(held, visits, strict=True)
        if runs
    ]


def _on_days(days: Sequence[tuple[int, int]], words: str) -> str:
    """What holds, with the days after a visit where they are the same after each; else from which day on."""
    firsts, lasts = ({day[end] for day in days} for end in (0, 1))
    if len(firsts) > 1:
        return words
    first = firsts.pop()
    told = between(first, lasts.pop()) if len(lasts) == 1 else _("from {day}", day=number(first))
    return _("{days}: {words}", days=told, words=words)


def _dates(runs: Runs) -> str:
    return "; ".join(days_without_year(*days) for days in runs) or NO_DAY


def _in_a_row(rules: Sequence[_Rule]) -> str:
    """What is left, done and usual, one after the other."""
    leave, do, usual = (", ".join(rule.words for rule in rules if rule.kind == kind) for kind in KINDS)
    told = (
        leave and f"{sentence(leave)}.",
        do and _("Do: {tasks}.", tasks=do),
        usual and _("Usual: {signs}.", signs=usual),
    )
    return " ".join(filter(None, told))


# --- over all visits, and what comes up -------------------------------------------------------


def _all_along(rules: Sequence[_Rule]) -> Iterator[tuple[str, str]]:
    """What holds from one visit over the others, by its days; what ends first stands on top."""
    by_days: dict[Days, list[_Rule]] = {}
    for rule in rules:
        [window] = rule.windows
        by_days.setdefault((window.from_, window.to), []).append(rule)
    for days in sorted(by_days, key=lambda days: (days[1], days[0])):
        yield _with_weekdays(*days), _in_a_row(by_days[days])


def _comes_up(plan: SmpPlan) -> Iterator[tuple[str, str]]:
    """The person's own days, and the day by which the look has settled."""
    for line in day_lines(plan):
        if not (line.leave or line.do or line.ask):
            yield _with_weekdays(line.first, line.last), line.name


def _with_weekdays(first: date, last: date) -> str:
    """Days with their weekdays, without the year: Mon 11 Jan to Thu 14 Jan."""
    start, end = (day_and_weekday(day, with_year=False) for day in (first, last))
    return start if first == last else p_("days", "{low} to {high}", low=start, high=end)
