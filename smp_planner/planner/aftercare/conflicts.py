"""The events of a person that fall on days on which a rule holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from smp_planner.domain.care import CareConflict
from smp_planner.domain.intake import LifeEvent
from smp_planner.domain.provenance import Step
from smp_planner.planner.appointments.clashes import SETTLED, Clash, find_clashes, rules_around
from smp_planner.rules.ruleset import RuleSet


def find_conflicts(
    events: Sequence[LifeEvent], visits: Sequence[date], lengths: Mapping[str, int], rules: RuleSet
) -> tuple[tuple[CareConflict, ...], tuple[Step, ...]]:
    """Each run of days that an event should keep clear of and falls on, in the order of the events."""
    clashes = [(event, clash) for event in events for clash in find_clashes(event, visits, lengths, rules)]
    if not clashes:
        return (), ()
    conflicts = tuple(
        CareConflict(event=event.name, rule=clash.rule, from_=clash.first, to=clash.last, say=clash.say)
        for event, clash in clashes
    )
    return conflicts, (_step([clash for _, clash in clashes], rules),)


def _step(clashes: Sequence[Clash], rules: RuleSet) -> Step:
    named = dict.fromkeys(clash.rule for clash in clashes)
    settled = (rules.sessions.settled_after_days.read(), *rules_around("be_ready", rules))
    return Step(
        field="aftercare.conflicts",
        value=len(clashes),
        because=rules.aftercare.words["because_conflicts"],
        rules=settled if SETTLED in named else (),
        uses=tuple(_fields(named, rules)),
    )


def _fields(named: Iterable[str], rules: RuleSet) -> Iterator[str]:
    """The fields of the trace that the rules stand in: what is asked before a visit, or after it."""
    for rule in named:
        if rule != SETTLED:
            part = "before" if rule == rules.aftercare.events_before.sun else "windows"
            yield f"aftercare.{part}.{rule}"
