"""Look up the steps of a trace: at a field, below it, above it, and what they rest on."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import NamedTuple

from smp_planner.domain.provenance import Reading, Step

AFTER_A_DOT = chr(ord(".") + 1)  # what comes right after all that is below a field, by name


class _Sorted(NamedTuple):
    """Fields by name, so that those below one stand side by side, and the place of each in the plan."""

    names: list[str]
    places: array[int]


class Steps:
    """The steps of one plan by field, in the order of the plan. A page keeps them, so they are small."""

    def __init__(self, by_field: Mapping[str, Step]) -> None:
        self.by_field = by_field

    @classmethod
    def of(cls, trace: Iterable[Step]) -> Steps:
        """The steps of a trace; of two with one field the later counts."""
        return cls({step.field: step for step in trace})

    @cached_property
    def _sorted(self) -> _Sorted:
        named = sorted((field, place) for place, field in enumerate(self.by_field))
        return _Sorted([field for field, _ in named], array("L", [place for _, place in named]))

    def _at_or_below(self, field: str) -> tuple[str, ...]:
        """The fields that have a step at or below this one, in the order of the plan."""
        names, places = self._sorted
        first, end = bisect_left(names, f"{field}."), bisect_left(names, field + AFTER_A_DOT)
        at = bisect_left(names, field)
        found = [*range(first, end), *((at,) if field in self.by_field else ())]
        return tuple(names[each] for each in sorted(found, key=places.__getitem__))

    def at(self, field: str) -> Step:
        """The step of exactly this field; raises LookupError where there is none."""
        if field not in self.by_field:
            raise LookupError(f"the plan has no step for '{field}'")
        return self.by_field[field]

    def below(self, field: str) -> tuple[str, ...]:
        """The fields that have a step at or below this one; raises LookupError where there is none."""
        found = self._at_or_below(field)
        if not found:
            raise LookupError(f"the plan has no step at or below '{field}'")
        return found

    def readings(self, steps: Iterable[Step]) -> tuple[Reading, ...]:
        """The rules that steps rest on, each once: their own, else those of the nearest steps they use."""
        found: dict[str, Reading] = {}
        waiting, seen = [*steps], set[str]()
        for step in waiting:  # grows by the steps used
            if step.field in seen:
                continue
            seen.add(step.field)
            for reading in step.rules:
                found[reading.id] = reading
            if not step.rules:
                waiting += self.used(step)
        return tuple(found.values())

    def matching(self, field: str) -> tuple[Step, ...]:
        """The step of a field and those below it; else the nearest above, which covers it."""
        below = tuple(self.by_field[name] for name in self._at_or_below(field))
        above = self.covering(field)
        return below or ((above,) if above else ())

    def covering(self, field: str) -> Step | None:
        """The step of a field, or of the nearest field above it."""
        while field and field not in self.by_field:
            field = field.rpartition(".")[0]
        return self.by_field.get(field)

    def used(self, step: Step) -> tuple[Step, ...]:
        """The steps that one names: of each name its own step, else those below it or the one above."""
        own = self.by_field
        return tuple(
            one for name in step.uses for one in ((own[name],) if name in own else self.matching(name))
        )

    def used_by(self, chosen: Iterable[Step]) -> tuple[Step, ...]:
        """The steps that the chosen ones rest on, near or far, without the chosen ones."""
        own = {step.field: step for step in chosen}
        found: set[str] = set()
        waiting = [*own.values()]
        while waiting:
            for step in self.used(waiting.pop()):
                if step.field not in found:
                    found.add(step.field)
                    waiting.append(step)
        return tuple(step for name, step in self.by_field.items() if name in found and name not in own)

    def sources(self, field: str) -> tuple[str, ...]:
        """Ids of the documents a field rests on: by the rules of its steps, else by the steps they use."""
        readings = self.readings(self.matching(field))
        return tuple(dict.fromkeys(id_ for reading in readings for id_ in reading.sources))
