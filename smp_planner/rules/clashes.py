"""Where a clinic's values can't stand beside the base rules: told at the clinic's own lines."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from smp_planner.errors import Problem
from smp_planner.rules.checks import check_folder
from smp_planner.rules.layers import Layer, laid
from smp_planner.rules.own_care import OwnCare


def check_layer(base: Layer, layer: Layer) -> list[Problem]:
    """Every problem of meaning; what only a clinic's values bring about is told at those values."""
    found = check_folder(layer)
    if not found or not layer.edits:
        return found
    before = set(check_folder(base))
    told: list[Problem] = []
    for problem in found:
        its_own = layer.clinic_file is not None and problem.place.file == layer.clinic_file.found.file
        told += [problem] if its_own or problem in before else _clashes(problem, base, layer)
    return list(dict.fromkeys(told))


def _clashes(problem: Problem, base: Layer, layer: Layer) -> Iterator[Problem]:
    """One problem at each value that is needed to bring it about."""
    assert layer.clinic_file is not None
    for id_ in _causes(problem, base, layer):
        path = layer.moves[id_][0] if id_ in layer.moves else ("exceptions", id_)
        text = f"clashes with the rules beside it: {problem.key} {problem.message}, in {problem.place}"
        hint = "move the other one too, or choose a value that fits"
        yield layer.clinic_file.problem(path, text, "R545", hint)


def _causes(problem: Problem, base: Layer, layer: Layer) -> list[str]:
    """The values that a clinic moves, less each without which the problem is still there."""
    needed = [edit.parameter for edit in layer.edits]
    for id_ in tuple(needed):
        fewer = [other for other in needed if other != id_]
        if _at(problem) in map(_at, check_folder(_with_only(fewer, base, layer))):
            needed = fewer
    return needed


def _at(problem: Problem) -> tuple[object, str]:
    """What a problem is about, whichever numbers it tells."""
    return problem.place, problem.code


def _with_only(ids: Collection[str], base: Layer, layer: Layer) -> Layer:
    """The layer with only some of the values that the clinic moves."""
    assert layer.clinic is not None
    assert layer.clinic_file is not None
    overrides = {id_: one for id_, one in layer.moves.items() if id_ in ids}
    exceptions = {id_: one for id_, one in layer.care.exceptions.items() if id_ in ids}
    care = OwnCare(exceptions, layer.care.instructions)
    return laid(base, layer.clinic, layer.clinic_file, overrides, care)
