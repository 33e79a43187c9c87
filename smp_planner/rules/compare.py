"""Two sets of rules beside each other, key by key: base rules, other folders, clinics' files over them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from smp_planner.domain.differences import NOTHING, Difference, differences
from smp_planner.domain.provenance import Reading
from smp_planner.domain.rule_changes import MovedFigure, OtherKey, RuleChanges
from smp_planner.rules.files import ReadFile
from smp_planner.rules.layers import Layer
from smp_planner.rules.models import MODELS
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.saved import is_figure
from smp_planner.rules.source_map import Path, as_table
from smp_planner.rules.walk import cited

MOVES = ("overrides", "exceptions")
"""The keys of a clinic's file under which it moves figures of the base rules."""
TOLD_AS_FIGURE = ("value", "range", "of")
CLINIC = "clinic"


class Side(NamedTuple):
    """One of the two: the files as read, and the rules they come to."""

    layer: Layer
    rules: RuleSet


def rule_changes(one: Side, other: Side) -> RuleChanges:
    """Every figure and every other key that differs, in the order of the files."""
    mine, theirs = _figures(one), _figures(other)
    moved = tuple(
        MovedFigure(id_, before.label or id_, before, theirs[id_])
        for id_, before in mine.items()
        if id_ in theirs and _planned(before) != _planned(theirs[id_])
    )
    keys = [key for name in one.layer.files for key in _of_file(name, one.layer, other.layer)]
    return RuleChanges(moved, (*keys, *_of_clinics(one.layer, other.layer, moved)))


def _figures(side: Side) -> Mapping[str, Reading]:
    """Every figure of the rules by its id."""
    return {
        found.id: _as_named(found.entry.read(), side.layer)
        for name in MODELS
        if name != "sources"
        for found in cited(name, getattr(side.rules, name))
        if is_figure(found)
    }


def _as_named(figure: Reading, layer: Layer) -> Reading:
    """The figure with the clinic's file as the call names it; a plan has the name of the file alone."""
    moved = layer.overrides.get(figure.id)
    return figure if moved is None else replace(figure, place=str(moved.place))


def _planned(figure: Reading) -> tuple[object, ...]:
    return figure.value, figure.range


def _of_file(name: str, one: Layer, other: Layer) -> Iterator[OtherKey]:
    """The keys of a rule file that differ, less those that a moved figure tells.

    Where both have the same text, what differs was laid over it by a clinic, and is told as the clinic's.
    """
    mine, theirs = one.files[name], other.files[name]
    if mine.text == theirs.text:
        return
    owners = {**_owners(name, other), **_owners(name, one)}
    for difference in differences(mine.found.value, theirs.found.value):
        owner = _owner(difference.path, owners)
        if not (owner in _figure_paths(name, one) and difference.path[len(owner) :][:1] in _TOLD):
            yield _key(_id(name, difference.path, owner, owners), difference, mine, theirs)


_TOLD = {(key,) for key in TOLD_AS_FIGURE}


def _owners(name: str, layer: Layer) -> Mapping[Path, str]:
    """The entries of a file that have an id, by their path."""
    return {found.path: found.id for found in layer.found.get(name, ())}


def _figure_paths(name: str, layer: Layer) -> set[Path]:
    return {found.path for found in layer.found.get(name, ()) if is_figure(found)}


def _owner(path: Path, owners: Mapping[Path, str]) -> Path:
    """The path of the innermost entry that holds a key; an empty one where none does."""
    return next((path[:n] for n in range(len(path), 0, -1) if path[:n] in owners), ())


def _id(name: str, path: Path, owner: Path, owners: Mapping[Path, str]) -> str:
    return ".".join([owners.get(owner, name), *map(str, path[len(owner) :])])


def _of_clinics(one: Layer, other: Layer, moved: Sequence[MovedFigure]) -> Iterator[OtherKey]:
    """What the clinics' files say otherwise, less what moves a figure that is told as such."""
    mine, theirs = one.clinic_file, other.clinic_file
    before = _settings(mine, {figure.id: figure.before.place for figure in moved})
    after = _settings(theirs, {figure.id: figure.after.place for figure in moved})
    for difference in differences(before, after):
        yield _key(".".join([CLINIC, *map(str, difference.path)]), difference, mine, theirs)


def _settings(file: ReadFile | None, told: Mapping[str, str]) -> dict[str, object]:
    """What a clinic's file holds, less the figures told from a place in it."""
    if file is None:
        return {}
    values = dict(file.rows(()))
    for key in MOVES:
        moves = as_table(values.pop(key, None)) or {}
        if rest := {id_: one for id_, one in moves.items() if not _stands_in(file, told.get(id_, ""))}:
            values[key] = rest
    return values


def _stands_in(file: ReadFile, place: str) -> bool:
    return place.startswith(f"{file.found.file}:")


def _key(id_: str, found: Difference, mine: ReadFile | None, theirs: ReadFile | None) -> OtherKey:
    path, before, after = found
    return OtherKey(id_, before, after, _place(path, before, mine), _place(path, after, theirs))


def _place(path: Path, value: object, file: ReadFile | None) -> str:
    return "" if file is None or value is NOTHING else str(file.found.place(path))
