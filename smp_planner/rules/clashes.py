"""Where a clinic's values can't stand beside the base rules: told at the clinic's own lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from types import MappingProxyType

from smp_planner.errors import Problem
from smp_planner.rules.checks import check_folder
from smp_planner.rules.layers import Layer, laid
from smp_planner.rules.own_care import OwnCare

At = tuple[object, str]
"""What a problem is about, whichever numbers it tells: its place and its code."""


def check_layer(base: Layer, layer: Layer) -> list[Problem]:
    """Every problem of meaning; what only a clinic's values bring about is told at those values."""
    found = check_folder(layer)
    if not found or not layer.edits:
        return found
    before, tried = set(check_folder(base)), _Tried(base, layer)
    told: list[Problem] = []
    for problem in found:
        its_own = layer.clinic_file is not None and problem.place.file == layer.clinic_file.found.file
        clashes = () if its_own or problem in before else _clashes(problem, layer, tried)
        told += [*clashes] or [problem]
    return list(dict.fromkeys(told))


def _clashes(problem: Problem, layer: Layer, tried: _Tried) -> Iterator[Problem]:
    """One problem at each value that is needed to bring it about."""
    assert layer.clinic_file is not None
    for id_ in tried.causes(problem):
        path = layer.moves[id_][0] if id_ in layer.moves else ("exceptions", id_)
        text = f"clashes with the rules beside it: {problem.key} {problem.message}, in {problem.place}"
        hint = "move the other one too, or choose a value that fits"
        yield layer.clinic_file.problem(path, text, "R545", hint)


class _Tried:
    """What is wrong with one file of the rules under some of a clinic's values, each choice tried once.

    A file at a time is enough, and quick: no check holds the figures of one against those of another.
    """

    def __init__(self, base: Layer, layer: Layer) -> None:
        self._base, self._layer = base, layer
        self._known: dict[Sequence[str], frozenset[At]] = {}
        self._by_file: dict[str, list[str]] = {}
        for edit in layer.edits:
            self._by_file.setdefault(edit.parameter.split(".", 1)[0], []).append(edit.parameter)

    def causes(self, problem: Problem) -> Sequence[str]:
        """The values of a file, less all without which the problem is still there: by halves, then parts."""
        at = (problem.place, problem.code)
        needed = next((tuple(ids) for ids in self._by_file.values() if at in self._with_only(tuple(ids))), ())
        size = len(needed) // 2
        while size:
            start = 0
            while start < len(needed):
                fewer = needed[:start] + needed[start + size :]
                if at in self._with_only(fewer):
                    needed = fewer
                else:
                    start += size
            size //= 2
        return needed

    def _with_only(self, ids: Sequence[str]) -> frozenset[At]:
        if ids not in self._known:
            self._known[ids] = self._found(ids) if ids else frozenset()
        return self._known[ids]

    def _found(self, ids: Sequence[str]) -> frozenset[At]:
        name, base, layer = ids[0].split(".", 1)[0], self._base, self._layer
        assert layer.clinic is not None
        assert layer.clinic_file is not None
        alone = base._replace(files={name: base.files[name]}, found={name: base.found[name]})
        moves = {id_: layer.moves[id_] for id_ in ids if id_ in layer.moves}
        signed = {id_: layer.care.exceptions[id_] for id_ in ids if id_ in layer.care.exceptions}
        under = laid(alone, layer.clinic, layer.clinic_file, moves, OwnCare(signed, MappingProxyType({})))
        return frozenset((problem.place, problem.code) for problem in check_folder(under))
