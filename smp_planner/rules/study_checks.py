"""Figures of studies: the people behind them, whom they hold for, their range in the words, their time."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from smp_planner.errors import Problem
from smp_planner.rules.figures import OfPeople
from smp_planner.rules.files import ReadFile
from smp_planner.rules.shapes.comparison import (
    PEOPLE,
    RANGE_OF,
    UNTREATED,
    Answer,
    CellRule,
    Over,
    RowRule,
)
from smp_planner.rules.shapes.risks import RiskRule
from smp_planner.rules.shapes.rule_file import APART, THIN
from smp_planner.rules.source_map import Path
from smp_planner.rules.templates import unfillable

OF_100 = ("count", "rest", "range")


def check_spread(file: ReadFile, path: Path, figure: OfPeople) -> Iterator[Problem]:
    """A figure spans a range, or says that it is one number of one study; a zero need not."""
    written, fields = file.rows(path), vars(figure)
    value, span = fields["value"], fields["range"]
    if figure.of is not None:
        yield from _of(file, path, figure.of, ranged="range" in written)
    if span is None or value is None:
        return
    point = span[0] == span[1]
    if figure.one_study and (figure.of is not None or not point):
        text = "is called one study, but its range has two ends"
        yield file.problem((*path, "one_study"), text, "R306")
    elif point and value and not figure.one_study:
        hint = "give `of`, the people who had it and those counted, or say one_study: true"
        yield file.problem((*path, "range"), "has one number for a range", "R304", hint)


def _of(file: ReadFile, path: Path, of: list[int], *, ranged: bool) -> Iterator[Problem]:
    count, people = of
    if not 0 <= count <= people or not people:
        text = f"should be how many had it, then how many were counted; found {count} of {people}"
        yield file.problem((*path, "of"), text, "R302")
    elif ranged:
        yield file.problem((*path, "range"), "is written beside `of`, from which it follows", "R306")


def check_told(
    file: ReadFile, path: Path, answer: Answer, row: RowRule, figures: Collection[str]
) -> Iterator[Problem]:
    """The words, or the note, tell the range of each figure; `figures` are what they can be filled with."""
    from_study = answer.of is not None or answer.one_study or row.unit == PEOPLE
    asked = ["range"] if answer.value is not None and from_study else []
    asked += [RANGE_OF.format(name) for name in answer.beside]
    if f"{{{UNTREATED}}}" in answer.say and UNTREATED in figures:
        asked.append(RANGE_OF.format(UNTREATED))
    for name in dict.fromkeys(asked):
        if f"{{{name}}}" not in f"{answer.say} {answer.note or ''}":
            yield file.problem(
                (*path, "say"), f"tells a figure without its range: {{{name}}} is missing", "R306"
            )


def check_time(file: ReadFile, path: Path, answer: Answer, row: RowRule) -> Iterator[Problem]:
    """A count of people was made over the time that its question asks about, or else it is not known here."""
    asked = row.over.months if row.over and row.chance and answer.value is not None else None
    if answer.over_months == asked:
        return
    found = "no time" if answer.over_months is None else f"{answer.over_months} months"
    expected = "none" if asked is None else f"{asked} months"
    hint = "what was counted over another time is not known here; the words may tell it from `beside`"
    text = f"should be the time over which the question counts people: {expected}; found {found}"
    yield file.problem((*path, "over_months") if answer.over_months else path, text, "R306", hint)


def check_chance(file: ReadFile, path: Path, row: RowRule, told: Collection[str]) -> Iterator[Problem]:
    """A question that counts people is a chance, and no other; it says over what time it counts them.

    `told` are the months for which there are words.
    """
    if row.chance != (row.unit == PEOPLE):
        yield file.problem(
            path, f"counts in {row.unit}; chance: true belongs to {PEOPLE}, and to no other unit", "R308"
        )
    if row.over is None:
        if row.chance:
            text = "counts people; over should say over what time, for every option"
            hint = "a count over another time belongs in the words of a cell that is not known"
            yield file.problem(path, text, "R304", hint)
    elif not row.chance:
        yield file.problem((*path, "over"), "is the time of a count of people, but there is none", "R306")
    elif not _is_one_time(row.over, told):
        months = " or ".join(told)
        text = (
            f"should hold months, {months}, for which there are words, or not_told: why no study tells them"
        )
        yield file.problem((*path, "over"), text, "R306")


def _is_one_time(over: Over, told: Collection[str]) -> bool:
    """Whether it holds months that there are words for, or why no study tells them, and not both."""
    if over.months is None:
        return over.not_told is not None
    return over.not_told is None and str(over.months) in told


def check_both_ways(
    file: ReadFile, path: Path, of_100: str | None, beside: tuple[str, ...] = (), *, counted: bool
) -> Iterator[Problem]:
    """A count of people is told both ways, and nothing else is."""
    if of_100 is None and counted:
        text = "counts people out of 100; of_100 should tell it both ways, with {count}, {rest} and {range}"
        yield file.problem(path, text, "R306")
    if of_100 is None:
        return
    if not counted:
        yield file.problem((*path, "of_100"), "tells a count of people, but there is none", "R306")
    for name in OF_100 if counted else ():
        if f"{{{name}}}" not in of_100:
            text = f"should tell the count both ways, with its range: {{{name}}} is missing"
            yield file.problem((*path, "of_100"), text, "R306")
    yield from unfillable(file, (*path, "of_100"), of_100, (*OF_100, *beside))


def check_whom(file: ReadFile, path: Path, rule: CellRule | RiskRule) -> Iterator[Problem]:
    """Those in whom the answer itself was counted are told nothing else."""
    name = f"for_{rule.counted_in}"
    if name in told_apart(rule):
        text = f"stands apart, but the answer itself was counted in {rule.counted_in}"
        yield file.problem((*path, name), text, "R306")


def told_apart(rule: CellRule | RiskRule) -> list[str]:
    """The names of the people who are told something of their own."""
    return [name for name in (*APART, THIN) if getattr(rule, name, None) is not None]
