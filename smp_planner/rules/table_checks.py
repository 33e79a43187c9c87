"""Tables of the rules are whole: every row that can be asked for, no stranger, sums that add up."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
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
from smp_planner.rules.files import RuleFile
from smp_planner.rules.source_map import Path

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
    ("options", ("grafts", "full_plan", "rows"), tuple(stage for stage in NORWOOD if stage != "I")),
)


def check_tables(files: Mapping[str, RuleFile]) -> Iterator[Problem]:
    """Rows that lack, rows too many, sums, and names that lead nowhere, in files with their shape."""
    for name, path, members in _COMPLETE:
        if name in files:
            yield from _complete(files[name], path, members)
    for name, check in _OF_ONE_FILE:
        if name in files:
            yield from check(files[name])


def _complete(file: RuleFile, path: Path, members: Collection[str]) -> Iterator[Problem]:
    rows = cast(dict[str, object], file.at(path) or {})
    for member in members:
        if member not in rows:
            yield file.problem(path, f"lacks the row '{member}'", "R305")
    yield from _strangers(file, path, rows, members)


def _strangers(
    file: RuleFile, path: Path, rows: Iterable[str], members: Collection[str]
) -> Iterator[Problem]:
    for row in rows:
        if row not in members:
            yield file.problem((*path, row), "is not a row of this table", "R306", did_you_mean(row, members))


def _splits(file: RuleFile) -> Iterator[Problem]:
    coverage = cast(Any, file.model)
    for table in ("norwood", "ludwig"):
        for stage, row in getattr(coverage, table).rows.items():
            path = (table, "rows", stage, "split")
            if sum(row.split.values()) != 100:
                yield file.problem(path, _not_100(row.split.values()), "R307")
            yield from _strangers(file, path, row.split, ZONES)


def _not_100(parts: Iterable[Any]) -> str:
    return f"adds up to {sum(parts)} per cent, not 100"


def _shares(file: RuleFile) -> Iterator[Problem]:
    sessions = cast(Any, file.model)
    low, high = sessions.count.limits
    given = {share.sessions for share in sessions.shares}
    for count in range(int(low), int(high) + 1):
        if count not in given:
            yield file.problem(("shares",), f"lacks the row for {count} sessions", "R305")
    for index, share in enumerate(sessions.shares):
        path = ("shares", index, "percent")
        if sum(share.percent) != 100:
            yield file.problem(path, _not_100(share.percent), "R307")
        if len(share.percent) != share.sessions:
            text = f"holds {len(share.percent)} visits for {share.sessions} sessions"
            yield file.problem(path, text, "R308")


def _named(file: RuleFile, path: Path, name: str, what: str, known: Collection[str]) -> Iterator[Problem]:
    if name not in known:
        yield file.problem(path, f"names '{name}', which is no {what}", "R309", did_you_mean(name, known))


def _zone_lists(file: RuleFile) -> Iterator[Problem]:
    coverage = cast(Any, file.model)
    for table in ("inside", "when_unsure"):
        for key, zones in getattr(coverage, table).items():
            for index, zone in enumerate(zones):
                yield from _named(file, (table, key, index), zone, "zone", ZONES)


def _next_stages(file: RuleFile) -> Iterator[Problem]:
    for scale, known in (("norwood", NORWOOD), ("ludwig", LUDWIG)):
        for stage, later in getattr(cast(Any, file.model).next_stage, scale).items():
            path = ("next_stage", scale, stage)
            yield from _named(file, path, stage, "stage", known)
            yield from _named(file, path, later, "stage", known)


def _looks(file: RuleFile) -> Iterator[Problem]:
    density = cast(Any, file.model)
    yield from _named(file, ("unsure_look",), density.unsure_look, "look", density.looks.rows)


def _events(file: RuleFile) -> Iterator[Problem]:
    aftercare = cast(Any, file.model)
    for kind, rule in aftercare.events.items():
        if kind != "be_ready":
            yield from _named(file, ("events", kind), rule, "instruction", aftercare.instructions)


def _questions(file: RuleFile) -> Iterator[Problem]:
    comparison = cast(Any, file.model)
    for id_, row in comparison.rows.items():
        yield from _named(file, ("rows", id_, "group"), row.group, "group", comparison.groups)
        yield from _complete(file, ("rows", id_, "cells"), OPTIONS)


_OF_ONE_FILE: tuple[tuple[str, Callable[[RuleFile], Iterator[Problem]]], ...] = (
    ("coverage", _splits),
    ("coverage", _zone_lists),
    ("coverage", _next_stages),
    ("density", _looks),
    ("sessions", _shares),
    ("aftercare", _events),
    ("comparison", _questions),
)
