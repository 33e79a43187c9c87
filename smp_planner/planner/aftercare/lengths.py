"""How many days each aftercare rule holds for one person, before any date is known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import ceil
from typing import NamedTuple

from smp_planner.domain.provenance import Reading
from smp_planner.domain.quantities import Number
from smp_planner.planner.drivers import Drivers
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.shapes.aftercare import Instruction


class CareLength(NamedTuple):
    """The last day of a rule (the visit is day 0), what it rests on, and what may lengthen it.

    `at_most` is the last day if everything in `unsure` applied too; both stay inside the limits.
    """

    days: int
    at_most: int
    rule: Reading | None
    longer: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
    readings: tuple[Reading, ...] = ()


def care_lengths(lengths: Mapping[str, CareLength]) -> Mapping[str, int]:
    """Last day of every aftercare rule, in days after a visit (the visit is day 0)."""
    return {rule: length.days for rule, length in lengths.items()}


def measure_lengths(drivers: Drivers, rules: RuleSet) -> Mapping[str, CareLength]:
    """Every rule's length with its reasons; a rule that ends with another one has that one's.

    A rule that nothing lengthens for this person has the very length of `usual_lengths`.
    """
    usual = rules.kept(usual_lengths)
    counted = drivers.present | drivers.unsure
    lengths: dict[str, CareLength] = {}
    for rule, instruction in rules.aftercare.instructions.items():
        table, other = instruction.longer_for, instruction.ends_with
        if other is not None and lengths[other] is not usual[other]:
            lengths[rule] = _ending_with(lengths[other])
        elif table is not None and not counted.isdisjoint(table.rows):
            lengths[rule] = _own_length(instruction, drivers)
        else:
            lengths[rule] = usual[rule]
    return lengths


def usual_lengths(rules: RuleSet) -> Mapping[str, CareLength]:
    """Every rule's length for somebody for whom nothing lengthens any."""
    nothing = Drivers(present=frozenset(), unsure=frozenset())
    lengths: dict[str, CareLength] = {}
    for rule, instruction in rules.aftercare.instructions.items():
        other = instruction.ends_with
        lengths[rule] = _own_length(instruction, nothing) if other is None else _ending_with(lengths[other])
    return lengths


def _ending_with(other: CareLength) -> CareLength:
    return CareLength(days=other.days, at_most=other.days, rule=None)


def _own_length(instruction: Instruction, drivers: Drivers) -> CareLength:
    assert instruction.to_day is not None, "a rule that ends with no other one has a last day"
    reading = instruction.to_day.read()
    table = instruction.longer_for
    if table is None:
        days = _within(reading, ())
        return CareLength(days=days, at_most=days, rule=reading)
    present = {name: row.read() for name, row in table.rows.items() if name in drivers.present}
    unsure = {name: row.read() for name, row in table.rows.items() if name in drivers.unsure}
    added = [extra.number for extra in present.values()]
    return CareLength(
        days=_within(reading, added),
        at_most=_within(reading, [*added, *(extra.number for extra in unsure.values())]),
        rule=reading,
        longer=tuple(table.rows[name].name or name for name in present),
        unsure=tuple(table.rows[name].name or name for name in unsure),
        readings=(*present.values(), *unsure.values()),
    )


def _within(reading: Reading, added: Iterable[Number]) -> int:
    """The planned days and all that is added, up to the limit; part of a day counts as one."""
    return ceil(min(sum(added, reading.number), reading.limits[1]))
