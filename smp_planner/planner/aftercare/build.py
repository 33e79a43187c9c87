"""Aftercare: before each visit, after each visit, by day, and whom to call."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from smp_planner.domain.care import Aftercare, CalendarWord, RuleName, WarningSign, Window
from smp_planner.domain.intake import CalendarAnswer
from smp_planner.domain.provenance import Step
from smp_planner.domain.words import fill
from smp_planner.planner.aftercare.burden import weigh_burden
from smp_planner.planner.aftercare.conflicts import find_conflicts
from smp_planner.planner.aftercare.days import list_days
from smp_planner.planner.aftercare.gaps import note_gaps, with_gaps
from smp_planner.planner.aftercare.lengths import CareLength, care_lengths
from smp_planner.planner.aftercare.maybe_longer import note_maybe_longer
from smp_planner.planner.aftercare.preparations import list_preparations
from smp_planner.planner.aftercare.windows import field_of_windows, lay_windows
from smp_planner.planner.own_rules import reasons_of_own
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.shapes.aftercare import AftercareRules, Instruction, OnCalendar


def build_aftercare(
    calendar: CalendarAnswer,
    in_hair: bool,
    visits: Sequence[date],
    lengths: Mapping[str, CareLength],
    rules: RuleSet,
) -> tuple[Aftercare, tuple[Step, ...]]:
    """Everything before and after the visits: dates in order, `lengths` from `measure_lengths`.

    `in_hair`: the dots stand between hair that isn't shaved.
    """
    windows, window_steps = lay_windows(visits, lengths, rules, in_hair=in_hair)
    days_after = care_lengths(lengths)
    before, before_steps = list_preparations(visits, days_after, rules, calendar=calendar, in_hair=in_hair)
    conflicts, conflict_steps = find_conflicts(calendar.events, visits, days_after, rules)
    gaps, gaps_steps = note_gaps(calendar.events, visits[-1], windows, days_after, rules)
    longer, longer_steps = note_maybe_longer(calendar.events, visits, lengths, rules)
    burden, burden_steps = weigh_burden(visits, windows, rules)
    days = list_days(windows)
    aftercare = Aftercare(
        names=rules.kept(_names_in_hair if in_hair else _names),
        windows=with_gaps(windows, gaps) if gaps else windows,
        days=days,
        call_if=rules.kept(_signs),
        before=before,
        conflicts=conflicts,
        burden=burden,
        gaps=gaps,
        maybe_longer=longer,
    )
    own = (_days_step(len(days), windows, rules.aftercare), _call_step(rules.aftercare))
    of_events = conflict_steps + gaps_steps + longer_steps
    return aftercare, window_steps + own + before_steps + burden_steps + of_events


def _names(rules: RuleSet) -> tuple[RuleName, ...]:
    own = rules.kept(reasons_of_own)
    return tuple(
        RuleName(
            rule=rule,
            kind=instruction.kind,
            short=instruction.short,
            said_by=instruction.said_by,
            calendar=_calendar_word(instruction.calendar),
            by_clinic=own.get(rule),
            for_good=_for_good(instruction),
        )
        for rule, instruction in rules.aftercare.instructions.items()
    )


def _for_good(instruction: Instruction) -> str | None:
    """What of a rule is kept up when its days are over, with its figure."""
    if instruction.for_good is None:
        return None
    factor = instruction.spf.read().number if instruction.spf is not None else None
    return fill(instruction.for_good, spf=factor)


def _names_in_hair(rules: RuleSet) -> tuple[RuleName, ...]:
    """The same in words for dots between hair that isn't shaved, where a rule has them."""
    instructions = rules.aftercare.instructions
    return tuple(
        name._replace(short=instructions[name.rule].short_in_hair or name.short)
        for name in rules.kept(_names)
    )


def _calendar_word(given: OnCalendar | None) -> CalendarWord | None:
    return CalendarWord(given.row, given.word, given.means) if given else None


def _signs(rules: RuleSet) -> tuple[WarningSign, ...]:
    return tuple(
        WarningSign(
            say=sign.say, whom=sign.whom, urgent=sign.urgent, sources=sign.read().sources, short=sign.short
        )
        for sign in rules.aftercare.call_if.values()
    )


def _days_step(count: int, windows: Sequence[Window], book: AftercareRules) -> Step:
    rules = dict.fromkeys(window.rule for window in windows)
    return Step(
        field="aftercare.days",
        value=count,
        because=book.words["because_lists"],
        uses=tuple(map(field_of_windows, rules)),
    )


def _call_step(book: AftercareRules) -> Step:
    return Step(
        field="aftercare.call_if",
        value=len(book.call_if),
        because=book.words["because_calls"],
        rules=tuple(sign.read() for sign in book.call_if.values()),
    )
