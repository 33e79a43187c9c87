"""What the shape can't say: values in range, ranges in limits, known words, complete tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, cast

from smp_planner.domain.intake import (
    GOALS,
    HAIR_COLOURS,
    LOOKS,
    LUDWIG,
    MEDICATIONS,
    NORWOOD,
    OPTIONS,
    REGIONS,
    TONES,
    TRAITS,
    ZONES,
)
from smp_planner.errors import Problem, did_you_mean
from smp_planner.rules.figures import Cite
from smp_planner.rules.files import RuleFile, SourcesFile
from smp_planner.rules.layers import Layer
from smp_planner.rules.source_map import Path, dotted
from smp_planner.rules.walk import Found, cited


def check_folder(layer: Layer) -> list[Problem]:
    """Every problem of meaning in rule files that all have their shape."""
    found = {name: list(cited(name, cast(Any, file.model))) for name, file in layer.files.items() if name != "sources"}
    return [
        *_spans(layer, found),
        *_sources(layer, found),
        *_tables(layer.files),
        *_splits(layer.files),
        *_shares(layer.files),
        *_references(layer.files),
    ]


def problem(file: RuleFile, path: Path, message: str, code: str, hint: str = "") -> Problem:
    """A problem at a key path of a rule file."""
    return Problem(place=file.found.place(path), key=dotted(path), message=message, code=code, hint=hint)


def _spans(layer: Layer, found: Mapping[str, list[Found]]) -> Iterator[Problem]:
    for name, entries in found.items():
        for entry in entries:
            yield from _span(layer, layer.files[name], entry)


def _span(layer: Layer, file: RuleFile, found: Found) -> Iterator[Problem]:
    entry = cast(Any, found.entry)
    span, value = getattr(entry, "range", None), getattr(entry, "value", None)
    if span is None or value is None:
        if (span is None) != (value is None):
            yield problem(file, found.path, "has a value without a range, or a range without a value", "R304")
        return
    low, high = span
    if low > high:
        yield problem(file, (*found.path, "range"), f"runs backwards: {low} to {high}", "R301")
    elif not low <= value <= high and found.id not in layer.overrides:
        yield problem(file, (*found.path, "value"), f"{value} is outside its range {low}-{high}", "R302")
    floor, ceiling = found.limits or (low, high)
    if floor > ceiling:
        yield problem(file, (*found.path, "limits"), f"run backwards: {floor} to {ceiling}", "R301")
    elif not floor <= low <= high <= ceiling:
        yield problem(file, (*found.path, "range"), f"{low}-{high} is outside the limits {floor}-{ceiling}", "R303")


def _sources(layer: Layer, found: Mapping[str, list[Found]]) -> Iterator[Problem]:
    base = cast(SourcesFile, layer.files["sources"].model).root
    known = dict(base) | (layer.clinic.sources if layer.clinic else {})
    used: set[str] = set()
    for name, entries in found.items():
        for entry in entries:
            for index, citation in enumerate(entry.entry.sources):
                id_ = citation.id if isinstance(citation, Cite) else citation
                used.add(id_)
                if id_ not in known:
                    path = (*entry.path, "sources", index)
                    yield problem(layer.files[name], path, f"cites '{id_}', which sources.yaml does not list", "R401", did_you_mean(id_, known))
    yield from _clinic_sources(layer, known, used)
    for id_ in base:
        if id_ not in used:
            yield problem(layer.files["sources"], (id_,), "is cited by no rule", "R402")


def _clinic_sources(layer: Layer, known: Iterable[str], used: set[str]) -> Iterator[Problem]:
    if layer.clinic is None or layer.clinic_map is None:
        return
    for id_, override in layer.clinic.overrides.items():
        for index, source in enumerate(override.sources):
            used.add(source)
            if source not in known:
                path = ("overrides", id_, "sources", index)
                yield Problem(
                    place=layer.clinic_map.place(path), key=dotted(path), code="R401",
                    message=f"cites '{source}', which no list of sources holds", hint=did_you_mean(source, known),
                )  # fmt: skip


_COMPLETE: tuple[tuple[str, Path, tuple[str, ...]], ...] = (
    ("coverage", ("zones", "rows"), ZONES),
    ("coverage", ("norwood", "rows"), NORWOOD),
    ("coverage", ("ludwig", "rows"), LUDWIG),
    ("coverage", ("when_unsure",), GOALS),
    ("density", ("looks", "rows"), LOOKS),
    ("density", ("shade",), HAIR_COLOURS),
    ("density", ("tone_shift", "rows"), TONES),
    ("intake", ("choices", "goals"), GOALS),
    ("intake", ("choices", "traits"), TRAITS),
    ("intake", ("choices", "medication_now"), MEDICATIONS),
    ("prices", ("regions",), REGIONS),
    ("options", ("options",), OPTIONS),
    ("options", ("grafts", "full_plan", "rows"), tuple(s for s in NORWOOD if s != "I")),
)


def _tables(files: Mapping[str, RuleFile]) -> Iterator[Problem]:
    for name, path, members in _COMPLETE:
        yield from _complete(files[name], path, members)
    rows = cast(dict[str, Any], _at(files["comparison"], ("rows",)))
    for id_ in rows:
        yield from _complete(files["comparison"], ("rows", id_, "cells"), OPTIONS)


def _complete(file: RuleFile, path: Path, members: tuple[str, ...]) -> Iterator[Problem]:
    rows = cast(dict[str, Any], _at(file, path) or {})
    for member in members:
        if member not in rows:
            yield problem(file, path, f"lacks the row '{member}'", "R305")
    for row in rows:
        if row not in members:
            yield problem(file, (*path, row), "is not a row of this table", "R306", did_you_mean(row, members))


def _at(file: RuleFile, path: Path) -> object:
    value: Any = file.found.value
    for part in path:
        value = value.get(part) if isinstance(value, dict) else value[part]
    return value


def _splits(files: Mapping[str, RuleFile]) -> Iterator[Problem]:
    file = files["coverage"]
    coverage = cast(Any, file.model)
    for table in ("norwood", "ludwig"):
        for stage, row in getattr(coverage, table).rows.items():
            path = (table, "rows", stage, "split")
            if sum(row.split.values()) != 100:
                yield problem(file, path, f"adds up to {sum(row.split.values())} per cent, not 100", "R307")
            for zone in row.split:
                if zone not in ZONES:
                    yield problem(file, (*path, zone), "is not a zone", "R306", did_you_mean(zone, ZONES))


def _shares(files: Mapping[str, RuleFile]) -> Iterator[Problem]:
    file = files["sessions"]
    sessions = cast(Any, file.model)
    low, high = sessions.count.limits
    given = {share.sessions for share in sessions.shares}
    for count in range(int(low), int(high) + 1):
        if count not in given:
            yield problem(file, ("shares",), f"lacks the row for {count} sessions", "R305")
    for index, share in enumerate(sessions.shares):
        if sum(share.percent) != 100:
            yield problem(file, ("shares", index, "percent"), f"adds up to {sum(share.percent)} per cent, not 100", "R307")
        if len(share.percent) != share.sessions:
            yield problem(file, ("shares", index, "percent"), f"holds {len(share.percent)} visits for {share.sessions} sessions", "R308")


def _references(files: Mapping[str, RuleFile]) -> Iterator[Problem]:
    aftercare = cast(Any, files["aftercare"].model)
    for kind, rule in aftercare.events.items():
        if kind != "be_ready" and rule not in aftercare.instructions:
            yield problem(files["aftercare"], ("events", kind), f"names '{rule}', which is no instruction", "R309", did_you_mean(rule, aftercare.instructions))
    comparison = cast(Any, files["comparison"].model)
    for id_, row in comparison.rows.items():
        if row.group not in comparison.groups:
            yield problem(files["comparison"], ("rows", id_, "group"), f"names '{row.group}', which is no group", "R309", did_you_mean(row.group, comparison.groups))
