"""The course day by day, for the door of a fridge: days with the same main limits are one line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from smp_planner.domain.care import Aftercare, CareDay, Preparation
from smp_planner.domain.plan import SmpPlan
from smp_planner.domain.words import day_and_weekday, number, sentence
from smp_planner.exports.day_marks import rows_of, word_of
from smp_planner.exports.on_days import VISIT, on_days
from smp_planner.exports.short_words import left_on, short_words
from smp_planner.language.speech import spoken_now
from smp_planner.language.texts import _, p_


class DayLine(NamedTuple):
    """Days in a row, both ends included, what they begin with, and what to leave and to do on them."""

    first: date
    last: date
    name: str
    leave: tuple[str, ...] = ()
    do: tuple[str, ...] = ()
    ask: str = ""


def day_lines(plan: SmpPlan) -> list[DayLine]:
    """The days before each visit, and after it the runs of days with the same main limits, in order."""
    on = tuple(on_days(plan))
    visits = {each.first: each.name for each in on if each.kind == VISIT}
    own = (DayLine(each.first, each.last, each.name) for each in on if each.kind != VISIT)
    lines = [*_limits(plan.aftercare, visits), *_preparations(plan), *own]
    return sorted(lines, key=lambda line: (line.first, line.last))


def spoken_days(first: date, last: date) -> str:
    """Days with their weekdays: Mon 11 Jan to Thu 14 Jan 2027."""
    if first == last:
        return day_and_weekday(first)
    start = day_and_weekday(first, with_year=first.year != last.year)
    return p_("days", "{low} to {high}", low=start, high=day_and_weekday(last))


def _short(day: date) -> str:
    return spoken_now().days.told(day, "short_without_year")


def said(line: DayLine) -> str:
    """What a line holds, as sentences; its days and its name stand apart."""
    leave = sentence(", ".join(line.leave))
    do = _("Do: {tasks}.", tasks=", ".join(line.do)) if line.do else ""
    return " ".join(filter(None, (line.ask, leave and f"{leave}.", do)))


# --- after the visits ---------------------------------------------------------------------


def _limits(care: Aftercare, visits: Mapping[date, str]) -> Iterator[DayLine]:
    """What to leave and to do in each run of days; days that ask for nothing have no line."""
    to_leave, to_do = short_words(care, "avoid"), short_words(care, "do")
    for run in _runs(care, visits):
        first, last = run[0].date, run[-1].date
        leave = tuple(_held(to_leave, run, [left_on(care, day) for day in run]))
        do = tuple(_held(to_do, run, [day.do for day in run]))
        if leave or do:
            yield DayLine(first, last, visits.get(first, ""), leave, do)


def _runs(care: Aftercare, visits: Mapping[date, str]) -> Iterator[list[CareDay]]:
    """Days in a row that bear the same words on the calendar; each visit begins a new run."""
    rows = rows_of(care).values()

    def words(day: CareDay) -> list[str | None]:
        return [word_of(day, marks) for marks in rows]

    run: list[CareDay] = []
    for day in care.days:
        if run and (day.date in visits or words(day) != words(run[-1])):
            yield run
            run = []
        run.append(day)
    if run:
        yield run


def _held(table: Mapping[str, str], run: Sequence[CareDay], rules: Sequence[Sequence[str]]) -> Iterator[str]:
    """Words of the rules that hold in a run; where one doesn't hold on all its days, from when or to when."""
    for rule, words in table.items():
        held = [day.date for day, of_day in zip(run, rules, strict=True) if rule in of_day]
        if held:
            since = held[0] if held[0] > run[0].date else None
            until = held[-1] if held[-1] < run[-1].date else None
            yield _within(words, since, until)


def _within(words: str, since: date | None, until: date | None) -> str:
    if since and until:
        return _("{words} from {first} to {last}", words=words, first=_short(since), last=_short(until))
    if since:
        return _("{words} from {first}", words=words, first=_short(since))
    return _("{words} to {last}", words=words, last=_short(until)) if until else words


# --- before the visits --------------------------------------------------------------------


def _preparations(plan: SmpPlan) -> Iterator[DayLine]:
    for visit in plan.sessions.items:
        asked = [p for p in plan.aftercare.before if p.session == visit.number]
        if asked:
            first = min(p.from_ for p in asked)
            name = _("Before visit {number}", number=number(visit.number))
            yield DayLine(first, visit.date, name, ask=_asked(asked, first))


def _asked(preparations: Sequence[Preparation], first: date) -> str:
    """What a visit asks for, by the day on which it begins."""
    by_day: dict[date, list[str]] = {}
    for preparation in sorted(preparations, key=lambda p: p.from_):
        by_day.setdefault(preparation.from_, []).append(preparation.short)
    said = [
        asked if day == first else _("from {day}: {tasks}", day=_short(day), tasks=asked)
        for day, asked in ((day, ", ".join(short)) for day, short in by_day.items())
    ]
    return f"{'. '.join(map(sentence, said))}."
