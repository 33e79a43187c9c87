"""Tables of the rules are whole: every row that can be asked for, no stranger, sums that add up."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from itertools import pairwise
from typing import Any, cast

from smp_planner.domain.intake import GOALS, LUDWIG, NORWOOD, ZONES
from smp_planner.domain.quantities import Number
from smp_planner.errors import Problem, did_you_mean
from smp_planner.language.days import MONTHS
from smp_planner.rules.answer_names import ANSWER_CHECKS, named
from smp_planner.rules.files import ReadFile
from smp_planner.rules.health_checks import check_health_groups
from smp_planner.rules.models import PARTED
from smp_planner.rules.row_names import (
    AT_LEAST,
    AT_MOST,
    CARE_DRIVERS,
    EXACTLY,
    Rows,
    shares_of,
    visit_of,
)
from smp_planner.rules.shapes.rule_file import RuleFile
from smp_planner.rules.source_map import Path
from smp_planner.rules.templates import unfillable
from smp_planner.rules.year_checks import check_years

METHODS = ("digital", "manual", "either")


def check_tables(files: Mapping[str, ReadFile]) -> Iterator[Problem]:
    """Rows that lack, rows too many, sums, and names that lead nowhere, in files with their shape."""
    for table in (EXACTLY, AT_LEAST):
        yield from _each(files, table, lacking)
    for table in (EXACTLY, AT_MOST):
        yield from _each(files, table, strange)
    for name in PARTED:
        if name in files:
            yield from _parts(files[name])
    for name, check in (*_OF_ONE_FILE, *ANSWER_CHECKS, ("suitability", check_health_groups)):
        if name in files:
            yield from check(files[name])


Check = Callable[[ReadFile, Path, Collection[str]], Iterator[Problem]]


def _each(files: Mapping[str, ReadFile], table: Rows, check: Check) -> Iterator[Problem]:
    for name, path, members in table:
        if name in files:
            yield from check(files[name], path, members)


def lacking(file: ReadFile, path: Path, members: Collection[str]) -> Iterator[Problem]:
    """Rows that a table must hold and does not."""
    if not file.found.holds(path):
        return  # that the whole table lacks is told at the table above
    rows = file.rows(path)
    for member in members:
        if member not in rows:
            yield file.problem(path, f"lacks the row '{member}'", "R305")


def strange(file: ReadFile, path: Path, members: Collection[str]) -> Iterator[Problem]:
    """Rows of a table that nothing asks for."""
    for row in file.rows(path):
        if row not in members:
            yield file.problem((*path, row), "is not a row of this table", "R306", did_you_mean(row, members))


def _exactly(file: ReadFile, path: Path, members: Collection[str]) -> Iterator[Problem]:
    yield from lacking(file, path, members)
    yield from strange(file, path, members)


def _parts(file: ReadFile) -> Iterator[Problem]:
    """A folder holds the files that its rule file needs, and no others."""
    model, key = cast(RuleFile, file.model), PARTED[file.name]
    for name in file.missing_parts:
        hint = f"it stands in {file.name}/{name}.yaml"
        yield file.problem((key,), f"lacks the table '{name}'", "R305", hint)
    needed = tuple(model.parts_needed())
    for name in file.rows((key,)):
        if name not in needed:
            text = f"the file is none of those that {file.name}.yaml asks for"
            yield file.problem((key, name), text, "R306", did_you_mean(name, needed))


def _splits(file: ReadFile) -> Iterator[Problem]:
    coverage = cast(Any, file.model)
    for table in ("norwood", "ludwig"):
        for stage, row in getattr(coverage, table).rows.items():
            path = (table, "rows", stage, "split")
            if sum(row.split.values()) != 100:
                yield file.problem(path, _not_100(row.split.values()), "R307")
            low, high = getattr(coverage, table).split.limits
            for zone, percent in row.split.items():
                if not low <= percent <= high:
                    text = f"{percent} is outside the limits {low}-{high}"
                    yield file.problem((*path, zone), text, "R303")
            yield from strange(file, path, ZONES)


def _not_100(parts: Collection[Number]) -> str:
    return f"adds up to {sum(parts)} per cent ({' + '.join(map(str, parts))}), not 100"


def _shares(file: ReadFile) -> Iterator[Problem]:
    sessions = cast(Any, file.model)
    low, high = sessions.count.limits
    counts = {shares_of(count): count for count in range(int(low), int(high) + 1)}
    yield from _exactly(file, ("shares",), tuple(counts))
    for name, table in sessions.shares.items():
        percent = [row.value for row in table.rows.values()]
        if sum(percent) != 100:
            yield file.problem(("shares", name), _not_100(percent), "R307")
        if name in counts:
            visits = tuple(map(visit_of, range(1, counts[name] + 1)))
            yield from _exactly(file, ("shares", name, "rows"), visits)


def _zone_lists(file: ReadFile) -> Iterator[Problem]:
    coverage = cast(Any, file.model)
    for zone in coverage.cells:
        yield from named(file, ("cells", zone), zone, "zone that holds others", coverage.inside)
    for table in ("inside", "when_unsure"):
        for key, zones in getattr(coverage, table).items():
            for index, zone in enumerate(zones):
                yield from named(file, (table, key, index), zone, "zone", ZONES)
    for index, zone in enumerate(coverage.scar.inside):
        yield from named(file, ("scar", "inside", index), zone, "zone", ZONES)
    yield from named(file, ("scar", "hair_around"), coverage.scar.hair_around, "zone", ZONES)
    yield from named(file, ("unsure_goal",), coverage.unsure_goal, "goal", GOALS)


def _next_stages(file: ReadFile) -> Iterator[Problem]:
    for index, stage in enumerate(cast(Any, file.model).nothing_bare):
        yield from named(file, ("nothing_bare", index), stage, "stage", NORWOOD)
    for scale, known in (("norwood", NORWOOD), ("ludwig", LUDWIG)):
        for stage, later in getattr(cast(Any, file.model).next_stage, scale).items():
            path = ("next_stage", scale, stage)
            yield from named(file, path, stage, "stage", known)
            yield from named(file, path, later, "stage", known)


def _looks(file: ReadFile) -> Iterator[Problem]:
    density = cast(Any, file.model)
    yield from named(file, ("unsure_look",), density.unsure_look, "look", density.looks.rows)


def _care(file: ReadFile) -> Iterator[Problem]:
    aftercare = cast(Any, file.model)
    for kind, rule in aftercare.events.items():
        if kind != "be_ready":
            yield from named(file, ("events", kind), rule, "instruction", aftercare.instructions)
    sun, ready = aftercare.events_before.sun, aftercare.events_shown.be_ready
    yield from named(file, ("events_before", "sun"), sun, "preparation", aftercare.before)
    yield from named(file, ("events_shown", "be_ready"), ready, "instruction", aftercare.instructions)
    for id_, instruction in aftercare.instructions.items():
        if instruction.longer_for is not None:
            yield from strange(file, ("instructions", id_, "longer_for", "rows"), CARE_DRIVERS)
    for region, months in aftercare.summer.months.items():
        for index, month in enumerate(months):
            yield from named(file, ("summer", "months", region, index), month, "month", MONTHS)


def _methods(file: ReadFile) -> Iterator[Problem]:
    for id_, choice in cast(Any, file.model).method.items():
        yield from named(file, ("method", id_, "choose"), choice.choose, "method", METHODS)


def _assumptions(file: ReadFile) -> Iterator[Problem]:
    cases = cast(Any, file.model).cases
    for id_, case in cases.items():
        yield from unfillable(file, ("cases", id_, "say"), case.say, ("rise",) if id_ == "prices_up" else ())
        yield from unfillable(file, ("cases", id_, "to_stage"), case.to_stage or "", ("stage",))
        yield from unfillable(file, ("cases", id_, "to_larger"), case.to_larger or "", ("growth",))
        yield from unfillable(
            file, ("cases", id_, "to_sooner"), case.to_sooner or "", ("shortest", "planned")
        )
        yield from unfillable(file, ("cases", id_, "checks"), case.checks or "", ("years", "then", "planned"))
    for id_, figure in (("one_more_session", "more_sessions"), ("prices_up", "price_rise")):
        if id_ in cases and getattr(cases[id_], figure) is None:
            yield file.problem(("cases", id_), f"lacks its figure, {figure}", "R305")


def _points(file: ReadFile) -> Iterator[Problem]:
    for region, prices in cast(Any, file.model).regions.items():
        for table in ("course", "scar_course"):
            points = getattr(prices, table).points
            for index, (smaller, larger) in enumerate(pairwise(points), start=1):
                if larger.cm2 <= smaller.cm2:
                    path = ("regions", region, table, "points", index, "cm2")
                    text = f"{larger.cm2} is not above {smaller.cm2}, the point before it"
                    yield file.problem(path, text, "R312")


_OF_ONE_FILE: tuple[tuple[str, Callable[[ReadFile], Iterator[Problem]]], ...] = (
    ("coverage", _splits),
    ("coverage", _zone_lists),
    ("coverage", _next_stages),
    ("density", _looks),
    ("sessions", _shares),
    ("technique", _methods),
    ("aftercare", _care),
    ("touch_ups", check_years),
    ("prices", _points),
    ("what_if", _assumptions),
)
