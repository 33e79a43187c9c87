"""What holds on each single day, so that "can I swim on 12 March?" has an answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise

from smp_planner.domain.care import CareDay, Window

Ids = tuple[str, ...]


def list_days(windows: Sequence[Window]) -> tuple[CareDay, ...]:
    """One entry for each day from the first window's first day to the last one's last day.

    Rules keep the order of the windows. Every set of rules is one bit mask, so that days on
    which the same rules hold share their ids.
    """
    kinds = {window.rule: window.kind for window in windows}
    bits = {rule: 1 << place for place, rule in enumerate(kinds)}
    turns = _turns(windows, bits)
    held: dict[int, tuple[Ids, Ids, Ids]] = {}
    days: list[CareDay] = []
    mask = 0
    for first, end in pairwise(sorted(turns)):
        mask ^= turns[first]
        if mask not in held:
            rules = [rule for rule, bit in bits.items() if mask & bit]
            held[mask] = (_of("avoid", rules, kinds), _of("do", rules, kinds), _of("expect", rules, kinds))
        avoid, do, expect = held[mask]
        days += [CareDay(date.fromordinal(day), avoid, do, expect) for day in range(first, end)]
    return tuple(days)


def _turns(windows: Sequence[Window], bits: Mapping[str, int]) -> dict[int, int]:
    """The days (ordinals) on which rules begin to hold or hold no more, as masks of these rules."""
    turns: dict[int, int] = {}
    for window in windows:
        bit = bits[window.rule]
        first, end = window.from_.toordinal(), window.to.toordinal() + 1
        turns[first] = turns.get(first, 0) ^ bit
        turns[end] = turns.get(end, 0) ^ bit
    return turns


def _of(kind: str, rules: Sequence[str], kinds: Mapping[str, str]) -> Ids:
    return tuple(rule for rule in rules if kinds[rule] == kind)
