"""Which answers and rules led to what is said of an option: the "why?" behind "Is it open to you?"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from smp_planner.domain.words import fill
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.shapes.options import Gate


def led_here(gates: Sequence[Gate], named: Sequence[Sequence[str]], known: int, rules: RuleSet) -> str:
    """The answers behind the reasons that came up; or of how many `known` reasons none did.

    `named` are the health answers and the like behind each reason, where it rests on such.
    """
    words = rules.options.led_here
    if not gates:
        return fill(words["none"], count=known)
    told = (part for gate, ids in zip(gates, named, strict=True) for part in _found(gate, ids, rules))
    return fill(words["answers"], found="; ".join(dict.fromkeys(told)))


def _found(gate: Gate, named: Sequence[str], rules: RuleSet) -> Iterator[str]:
    """The answer that brings a reason up; of health each one, by the name that the questions have for it."""
    value = gate.figure.read().number if gate.figure is not None else None
    found = fill(rules.options.led_here[gate.found_by], value=value)
    for id_ in named or (None,):
        yield (id_ and rules.suitability.criteria[id_].short) or found
