"""Answers that rules name: each is one that can be given."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import Any, cast

from smp_planner.domain.intake import HAIR_COLOURS, LUDWIG, NORWOOD, SEXES, TONES, TRAITS
from smp_planner.errors import Problem, did_you_mean
from smp_planner.rules.files import ReadFile
from smp_planner.rules.source_map import Path

DRIVER_ANSWERS = {"large_area": NORWOOD, "fair_skin": TONES, "difficult_skin": TRAITS}


def named(file: ReadFile, path: Path, name: str, what: str, known: Collection[str]) -> Iterator[Problem]:
    """A problem where a rule names something that isn't there."""
    if name not in known:
        yield file.problem(path, f"names '{name}', which is no {what}", "R309", did_you_mean(name, known))


def _criteria(file: ReadFile) -> Iterator[Problem]:
    """A criterion of an answer with several choices names some of them, any other names none."""
    suitability = cast(Any, file.model)
    answers = {
        "little_loss": LUDWIG, "light_hair": HAIR_COLOURS, "greying": HAIR_COLOURS,
        "dark_skin": TONES,
        "medicine_named": suitability.criteria,
    }  # fmt: skip
    for id_, criterion in suitability.criteria.items():
        known = answers.get(criterion.found_by)
        if known is not None and not criterion.among:
            yield file.problem(("criteria", id_), "lacks the answers that bring it up, 'among'", "R305")
        for index, answer in enumerate(criterion.among):
            yield from named(file, ("criteria", id_, "among", index), answer, "answer here", known or ())
    for id_, question in suitability.unsure.items():
        for index, sex in enumerate(question.among):
            yield from named(file, ("unsure", id_, "among", index), sex, "sex", SEXES)


def _drivers(file: ReadFile) -> Iterator[Problem]:
    for id_, driver in cast(Any, file.model).drivers.items():
        for index, answer in enumerate(driver.among):
            path = ("drivers", id_, "among", index)
            yield from named(file, path, answer, "answer here", DRIVER_ANSWERS.get(id_, (answer,)))


ANSWER_CHECKS: tuple[tuple[str, Callable[[ReadFile], Iterator[Problem]]], ...] = (
    ("suitability", _criteria),
    ("intake", _drivers),
)
