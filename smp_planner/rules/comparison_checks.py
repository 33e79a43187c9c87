"""The answers of the comparison and the risks: words that can be filled, and for whom they hold."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import cast

from smp_planner.domain.intake import OPTIONS
from smp_planner.domain.plan_figures import (
    AS_BARE,
    AS_CROWN,
    AS_DENSE,
    AS_FULL,
    AS_OF_DONOR,
    AS_PLACED,
    AS_WITH_HAIR,
    AT_CROWN,
    DONOR,
    GROWING,
    LOOKS_FULL,
    ON_BARE_SKIN,
    OWN_HAIR,
    PER_CM2,
    PLACED,
    PLAN_FIGURES,
    SURGERY,
)
from smp_planner.errors import Problem, did_you_mean
from smp_planner.rules.figures import Saying
from smp_planner.rules.files import ReadFile
from smp_planner.rules.leaning_checks import check_leaning
from smp_planner.rules.risk_checks import check_risks
from smp_planner.rules.shapes.comparison import (
    FEWER,
    GAP,
    NOTHING,
    OTHERS,
    PEOPLE,
    RANGE_OF,
    SURGERY_CELL,
    UNTREATED,
    Answer,
    ComparisonRules,
    RowRule,
)
from smp_planner.rules.source_map import Path
from smp_planner.rules.study_checks import (
    check_both_ways,
    check_chance,
    check_spread,
    check_time,
    check_told,
    check_whom,
    told_apart,
)
from smp_planner.rules.table_checks import lacking, strange
from smp_planner.rules.templates import unfillable

OF_PLAN = ("low", "typical", "high", "range")
NOT_SURGERY = tuple(option for option in OPTIONS if option not in SURGERY)
OF_FIGURES = ("none_needed", "few_needed", "ink", "own_hair_reckoned")
OF_EACH = ("tablets", "tablets_range", "lotion", "lotion_range")
OF_STAGE = "later_stage"
SET_AGAINST = ("donor_used_before", "donor_size_used_before", "laser_price")


def check_comparison(files: Mapping[str, ReadFile]) -> Iterator[Problem]:
    """Every problem of what is said of the options, in files with their shape."""
    if "comparison" in files:
        yield from _words(files["comparison"])
        yield from _questions(files["comparison"])
        yield from _horizons(files["comparison"])
    if "risks" in files:
        yield from check_risks(files["risks"])


def _words(file: ReadFile) -> Iterator[Problem]:
    """How a range is said, and notes and gaps in knowledge that hold a figure, can be filled with any."""
    comparison = cast(ComparisonRules, file.model)
    yield from unfillable(file, ("words", "range"), comparison.words.range, ("low", "high"))
    for name in OF_FIGURES:
        saying: Saying = getattr(comparison.notes, name)
        yield from unfillable(file, ("notes", name, "say"), saying.say, OF_PLAN)
    yield from unfillable(file, ("notes", "each_alone", "say"), comparison.notes.each_alone.say, OF_EACH)
    later = comparison.notes.later_stage.say
    yield from unfillable(file, ("notes", OF_STAGE, "say"), later, (*OF_PLAN, "stage"))
    for name in SET_AGAINST:
        unknown: Saying = getattr(comparison.not_known, name)
        yield from unfillable(file, ("not_known", name, "say"), unknown.say, OF_PLAN)


def _questions(file: ReadFile) -> Iterator[Problem]:
    """No two questions have one id or the same words, and every option answers each once."""
    comparison, homes, asked = cast(ComparisonRules, file.model), dict[str, str](), dict[str, str]()
    for group, rows in comparison.rows.items():
        for id_, row in rows.items():
            path: Path = ("rows", group, id_)
            if homes.setdefault(id_, group) != group:
                yield file.problem(path, f"is a question of the group '{homes[id_]}' already", "R308")
            elif asked.setdefault(row.question, id_) != id_:
                text = f"asks the same as '{asked[row.question]}': nobody could choose between them"
                yield file.problem((*path, "question"), text, "R308")
            yield from check_chance(file, path, row, comparison.words.over)
            yield from _cells(file, (*path, "cells"), row)
            yield from check_leaning(file, path, row)


def _horizons(file: ReadFile) -> Iterator[Problem]:
    """The rows of each horizon are questions, and none has two horizons."""
    if file.missing_parts:
        return  # their questions are not known
    comparison, homes = cast(ComparisonRules, file.model), dict[str, str]()
    known = [id_ for _, id_, _ in comparison.questions()]
    for horizon, rows in comparison.horizons.items():
        for index, row in enumerate(rows):
            path: Path = ("horizons", horizon, index)
            if row not in known:
                text = f"names '{row}', which is no question of the comparison"
                yield file.problem(path, text, "R309", did_you_mean(row, known))
            elif homes.setdefault(row, horizon) != horizon:
                yield file.problem(path, f"stands under '{homes[row]}' already", "R308")


def _cells(file: ReadFile, path: Path, row: RowRule) -> Iterator[Problem]:
    cells, people = row.cells, row.unit == PEOPLE
    asked = OPTIONS if SURGERY_CELL not in cells else (*NOT_SURGERY, SURGERY_CELL)
    for check in (lacking, strange):
        yield from check(file, path, asked)
    for option, cell in cells.items():
        here, options = (*path, option), SURGERY if option == SURGERY_CELL else (option,)
        nothing = cells.get(NOTHING)
        same = nothing is not None and nothing.counted_in == cell.counted_in
        answers: list[tuple[Path, Answer, Answer | None]] = [
            (here, cell, nothing if same else None),
            *(
                ((*here, name), getattr(cell, name), getattr(nothing, name, None))
                for name in told_apart(cell)
            ),
        ]
        for at, answer, of_nothing in answers:
            figures = (*_figures(answer, of_nothing, people=people), *_brought_along(answer, options))
            yield from _answer(file, at, answer, options, figures)
            yield from check_told(file, at, answer, row, figures)
            yield from check_time(file, at, answer, row)
            yield from _of_studies(file, at, answer)
            counted = row.chance and answer.value is not None
            yield from check_both_ways(file, at, answer.of_100, _beside(answer, figures), counted=counted)
        yield from check_whom(file, here, cell)


def _of_studies(file: ReadFile, path: Path, answer: Answer) -> Iterator[Problem]:
    yield from check_spread(file, path, answer)
    for name, figure in answer.beside.items():
        yield from check_spread(file, (*path, "beside", name), figure)


def _beside(answer: Answer, figures: Collection[str]) -> tuple[str, ...]:
    """What stands beside the figure of an answer, with its ranges, and may follow a count told both ways."""
    names = (*answer.beside, UNTREATED)
    return tuple(name for one in names for name in (one, RANGE_OF.format(one)) if name in figures)


def _answer(
    file: ReadFile,
    path: Path,
    answer: Answer,
    options: Collection[str],
    figures: Collection[str],
) -> Iterator[Problem]:
    """The words of an answer can be filled, and a figure that it asks of the plan is there."""
    yield from unfillable(file, (*path, "say"), answer.say, figures)
    if answer.note is not None:
        beside = [name for one in answer.beside for name in (one, RANGE_OF.format(one))]
        yield from unfillable(file, (*path, "note"), answer.note, beside)
    yield from _with_own_hair(file, path, answer, options, figures)
    if answer.not_known is not None and (answer.value is not None or answer.from_plan is not None):
        yield file.problem((*path, "not_known"), "says why there is no figure, but there is one", "R306")
    for name in answer.beside:
        asked = (UNTREATED, GAP) if name == UNTREATED else (name,)
        if not any(f"{{{one}}}" in f"{answer.say} {answer.note or ''}" for one in asked):
            yield file.problem((*path, "beside", name), "is a figure that the words don't ask for", "R306")
    if answer.from_plan is None:
        return
    if answer.value is not None:
        text = "is a figure of its own beside from_plan, which gives one too"
        yield file.problem((*path, "value"), text, "R306")
    unknown = [option for option in options if f"{answer.from_plan}.{option}" not in PLAN_FIGURES]
    if unknown:
        text = f"names '{answer.from_plan}', which is no figure of a plan for {' and '.join(unknown)}"
        ends = tuple(f".{option}" for option in unknown)
        known = {figure.split(".")[0] for figure in PLAN_FIGURES if figure.endswith(ends)}
        yield file.problem((*path, "from_plan"), text, "R309", did_you_mean(answer.from_plan, sorted(known)))


def _with_own_hair(
    file: ReadFile, path: Path, answer: Answer, options: Collection[str], figures: Collection[str]
) -> Iterator[Problem]:
    """Words that count the own hair in belong to a figure of surgery that takes it off, and can be filled."""
    if answer.with_own_hair is None:
        return
    here: Path = (*path, "with_own_hair")
    if answer.from_plan not in AS_WITH_HAIR or not set(options) <= set(SURGERY):
        text = f"belongs to surgery with from_plan: {' or '.join(AS_WITH_HAIR)}"
        yield file.problem(here, text, "R306")
    else:
        yield from unfillable(file, here, answer.with_own_hair, (*figures, OWN_HAIR))


def _brought_along(answer: Answer, options: Collection[str]) -> tuple[str, ...]:
    """What a figure of the plan brings with it.

    For SMP the dots on bare skin; for surgery grafts on each cm2, as planned, to look full, at the crown.
    """
    if set(options) == {"smp"}:
        found = ((ON_BARE_SKIN, answer.from_plan in AS_BARE),)
    elif set(options) <= set(SURGERY):
        found = _of_surgery(answer)
    else:
        return ()
    return tuple(one for name, there in found if there for one in (name, RANGE_OF.format(name)))


def _of_surgery(answer: Answer) -> tuple[tuple[str, bool], ...]:
    return (
        (PER_CM2, answer.from_plan in AS_DENSE),
        (PLACED, answer.from_plan in AS_PLACED),
        (GROWING, answer.from_plan in AS_PLACED),
        (DONOR, answer.from_plan in AS_OF_DONOR),
        (LOOKS_FULL, answer.from_plan in AS_FULL),
        (AT_CROWN, answer.from_plan in AS_CROWN),
    )


def _figures(answer: Answer, nothing: Answer | None, *, people: bool) -> tuple[str, ...]:
    """What the words of an answer can be filled with: a loss, and in a row of people more.

    `nothing` is what the same people are told of doing nothing.
    """
    beside = [name for one in answer.beside for name in (one, RANGE_OF.format(one))]
    if answer.value is None:
        return (*OF_PLAN, *beside) if answer.from_plan else tuple(beside)
    also = (FEWER,) if answer.value < 0 else ()
    also += (OTHERS,) if people else ()
    if UNTREATED in answer.beside or (nothing is not None and nothing.value is not None):
        also += (UNTREATED, RANGE_OF.format(UNTREATED), GAP) if people else (GAP,)
    return tuple(dict.fromkeys((*OF_PLAN, *also, *beside)))
