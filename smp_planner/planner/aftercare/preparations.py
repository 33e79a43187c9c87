"""What to do or leave before each visit, with the days it takes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from math import ceil

from smp_planner.domain.care import Preparation
from smp_planner.domain.intake import CalendarAnswer
from smp_planner.domain.provenance import Step
from smp_planner.domain.words import fill, marked
from smp_planner.planner.own_rules import told_before
from smp_planner.planner.patch_test import days_to_test
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.shapes.aftercare import BeforeVisit, Instruction

ONE_DAY = timedelta(days=1)


def list_preparations(
    visits: Sequence[date],
    lengths: Mapping[str, int],
    rules: RuleSet,
    *,
    calendar: CalendarAnswer,
    in_hair: bool = False,
) -> tuple[tuple[Preparation, ...], tuple[Step, ...]]:
    """Every preparation of every visit, with one step a rule.

    It holds up to the visit itself, but on no day of the rule it starts after: neither on those
    after the visit before nor on the day of its own visit. Where that leaves no day, it falls
    away for that visit. `in_hair`: in words for dots between hair that isn't shaved, where a rule has them.
    """
    book = rules.aftercare
    own = rules.kept(told_before)
    found = [
        Preparation(
            rule=rule,
            session=number,
            from_=first,
            to=last,
            say=_said(before, own.get(rule), in_hair=in_hair),
            short=_short(before, in_hair=in_hair, by_clinic=rule in own),
        )
        for number, visit in enumerate(visits, start=1)
        for rule, before in book.before.items()
        if number == 1 or not before.first_visit_only
        for first, last in _days_for(visit, rule, visits[: number - 1], lengths, rules, calendar)
    ]
    return tuple(found), rules.kept(_steps)


def _said(before: BeforeVisit, own: str | None, *, in_hair: bool) -> str:
    """A preparation in words, and what the clinic says of it where it has moved it."""
    say = (in_hair and before.say_in_hair) or before.say
    return f"{say} {own}" if own else say


def _short(before: BeforeVisit, *, in_hair: bool, by_clinic: bool) -> str:
    """A preparation in few words, marked where the clinic has moved it."""
    short = (in_hair and before.short_in_hair) or before.short
    return marked(short) if by_clinic else short


def _days_for(
    visit: date,
    rule: str,
    earlier: Sequence[date],
    lengths: Mapping[str, int],
    rules: RuleSet,
    calendar: CalendarAnswer,
) -> Iterator[tuple[date, date]]:
    """From when to when a preparation holds for a visit; nothing where no day is left for it."""
    before = rules.aftercare.before[rule]
    if before.done_before:
        found = days_to_test(visit, before.days, rules, calendar)
        if found:
            yield found
        return
    first = max(visit - rules.kept(_days)[rule], _free_from(before, earlier, lengths))
    last = visit - rules.kept(_ends)[rule]
    if first <= last:
        yield first, last


def _days(rules: RuleSet) -> Mapping[str, timedelta]:
    """How long before a visit each preparation begins; part of a day counts as one."""
    before = rules.aftercare.before
    return {rule: timedelta(days=ceil(one.days.read().number)) for rule, one in before.items()}


def _ends(rules: RuleSet) -> Mapping[str, timedelta]:
    """How long before a visit each preparation ends: with it, or on the day before."""
    return {rule: ONE_DAY * _ends_before(one, rules) for rule, one in rules.aftercare.before.items()}


def _ends_before(before: BeforeVisit, rules: RuleSet) -> int:
    """How many days before the visit it ends: the day before where a rule of that day forbids it."""
    after = before.starts_after
    return int(after is not None and _holds_at_once(rules.aftercare.instructions[after]))


def _holds_at_once(instruction: Instruction) -> bool:
    """Whether a rule holds on the day of a visit."""
    return instruction.from_day is None and instruction.starts_after is None


def _steps(rules: RuleSet) -> tuple[Step, ...]:
    book, days = rules.aftercare, rules.kept(_days)
    return tuple(
        Step(
            field=f"aftercare.before.{rule}",
            value=days[rule].days,
            because=fill(book.words["because_before"], days=days[rule].days),
            rules=(before.read(), before.days.read()),
        )
        for rule, before in book.before.items()
    )


def _free_from(before: BeforeVisit, earlier: Sequence[date], lengths: Mapping[str, int]) -> date:
    """The first day on which a preparation may begin after the visit before."""
    if before.starts_after is None or not earlier:
        return date.min
    return earlier[-1] + timedelta(days=lengths[before.starts_after]) + ONE_DAY
