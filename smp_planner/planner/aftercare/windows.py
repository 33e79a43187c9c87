"""Windows of days: each aftercare rule laid over the visits, runs that touch made one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from math import ceil
from typing import NamedTuple

from smp_planner.domain.care import Kind, Window
from smp_planner.domain.provenance import Reading, Step
from smp_planner.domain.words import fill, joined
from smp_planner.planner.aftercare.lengths import CareLength, usual_lengths
from smp_planner.planner.own_rules import told_beside
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.shapes.aftercare import AftercareRules, Instruction

Turn = tuple[int, int, int]
"""Number of a visit, its day, and the day of the next visit (days as ordinals)."""
Run = tuple[int, int, tuple[int, ...]]
"""First day, last day (both as ordinals, both held), and the numbers of the visits it follows."""


@cache
def field_of_windows(rule: str) -> str:
    """The field of the trace that a rule's windows stand in; all plans share it, as rules name it."""
    return f"aftercare.windows.{rule}"


def lay_windows(
    visits: Sequence[date], lengths: Mapping[str, CareLength], rules: RuleSet, *, in_hair: bool = False
) -> tuple[tuple[Window, ...], tuple[Step, ...]]:
    """Every rule's windows over the visits, in the order of the rules, with one step a rule.

    `in_hair`: in words for dots between hair that isn't shaved, where a rule has them.
    """
    turns = _turns(visits)
    usual, beside = rules.kept(_told_usually), rules.kept(told_beside)
    windows: list[Window] = []
    steps: list[Step] = []
    for rule, instruction in rules.aftercare.instructions.items():
        length = lengths[rule]
        first = _first_day(instruction, lengths)
        runs = lay_runs(turns, first, length.days, instruction)
        if runs:
            told = usual[rule]
            if told.first != first or told.length is not length:
                told = _told(rule, first, length, rules)
            say = told.say
            if in_hair and instruction.say_in_hair is not None:
                say = _say(instruction.say_in_hair, instruction, length, first, rules.aftercare)
            windows += _windows(rule, instruction.kind, say, beside[rule], runs)
            steps.append(told.step)
    return tuple(windows), tuple(steps)


class _Told(NamedTuple):
    """The words and the step of a rule, which follow from its first day and its length."""

    first: int
    length: CareLength
    say: str
    step: Step


def _told_usually(rules: RuleSet) -> Mapping[str, _Told]:
    """Every rule as it is told to somebody for whom nothing lengthens any."""
    lengths = rules.kept(usual_lengths)
    return {
        rule: _told(rule, _first_day(instruction, lengths), lengths[rule], rules)
        for rule, instruction in rules.aftercare.instructions.items()
    }


def _told(rule: str, first: int, length: CareLength, rules: RuleSet) -> _Told:
    book = rules.aftercare
    instruction = book.instructions[rule]
    say = _say(instruction.say, instruction, length, first, book)
    return _Told(first, length, say, _step(rule, instruction, first, length, book))


def _turns(visits: Sequence[date]) -> list[Turn]:
    days = [day.toordinal() for day in visits]
    following = [*days[1:], date.max.toordinal()]
    return [
        (number, day, after) for number, (day, after) in enumerate(zip(days, following, strict=True), start=1)
    ]


def lay_runs(turns: Sequence[Turn], first: int, last: int, instruction: Instruction) -> list[Run]:
    """The runs of days of one rule, from its first to its last day after each visit that counts.

    Only what is to be avoided goes on past the next visit; anything else starts anew there.
    """
    starts_anew = instruction.kind != "avoid"
    runs: list[Run] = []
    for number, visit, following in turns if instruction.after == "each_session" else turns[-1:]:
        begin, end = visit + first, visit + last
        if starts_anew and end >= following:
            end = following - 1
        if end < begin:
            continue
        if runs and begin <= runs[-1][1] + 1:
            start, _, numbers = runs.pop()
            runs.append((start, end, (*numbers, number)))
        else:
            runs.append((begin, end, (number,)))
    return runs


def _first_day(instruction: Instruction, lengths: Mapping[str, CareLength]) -> int:
    if instruction.from_day is not None:
        return ceil(instruction.from_day.read().number)
    return lengths[instruction.starts_after].days + 1 if instruction.starts_after is not None else 0


def _windows(rule: str, kind: Kind, say: str, differs: str | None, runs: Sequence[Run]) -> list[Window]:
    day = date.fromordinal
    return [
        Window(
            rule=rule, kind=kind, say=say, from_=day(first), to=day(last), sessions=visits, differs=differs
        )
        for first, last, visits in runs
    ]


def _say(
    words_of: str, instruction: Instruction, length: CareLength, first: int, book: AftercareRules
) -> str:
    """A rule's words with this person's days, and how long it may be where an answer is missing."""
    low, high = (length.rule.low, length.rule.high) if length.rule else (length.days, length.days)
    spf = instruction.spf.read().number if instruction.spf is not None else None
    say = fill(words_of, first=first, days=length.days, next=length.days + 1, low=low, high=high, spf=spf)
    if length.at_most == length.days:
        return say
    words = book.words
    reasons = joined(length.unsure, comma=words["comma"], last=words["or"])
    return f"{say} {fill(words['unsure'], reasons=reasons, days=length.at_most)}"


def _step(rule: str, instruction: Instruction, first: int, length: CareLength, book: AftercareRules) -> Step:
    others = (instruction.starts_after, instruction.ends_with)
    return Step(
        field=field_of_windows(rule),
        value=length.days,
        because=f"{instruction.why} {_because(instruction, first, length, book)}",
        rules=(instruction.read(), *_figures(instruction, length)),
        uses=tuple([field_of_windows(other) for other in others if other is not None]),
    )


def _figures(instruction: Instruction, length: CareLength) -> tuple[Reading, ...]:
    begins = (instruction.from_day.read(),) if instruction.from_day is not None else ()
    ends = (length.rule,) if length.rule is not None else ()
    factor = (instruction.spf.read(),) if instruction.spf is not None else ()
    return (*begins, *ends, *factor, *length.readings)


def _because(instruction: Instruction, first: int, length: CareLength, book: AftercareRules) -> str:
    words = book.words
    if length.rule is None or not length.longer:
        visit = words[instruction.after]
        return fill(words["because_days"], first=first, days=length.days, visit=visit)
    return fill(
        words["because_longer"],
        value=length.rule.number,
        reasons=joined(length.longer, comma=words["comma"], last=words["and"]),
        days=length.days,
        most=length.rule.limits[1],
    )
