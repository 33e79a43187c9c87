"""Every place of a file in which anybody may write what they like: found by writing there, not by a list."""

from __future__ import annotations

import copy
import dataclasses
import json
import types
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal, Union, cast, get_args, get_origin, get_type_hints

import yaml
from pydantic import BaseModel

from smp_planner.answers import read_answers
from smp_planner.domain.intake import Intake
from smp_planner.errors import Problem
from smp_planner.exports.plan_answers import answers_of
from smp_planner.exports.record import as_json
from smp_planner.planner.answer_checks import check_answers
from smp_planner.rules.load import try_load
from smp_planner.rules.narrow_yaml import read
from smp_planner.rules.shapes.clinic import STATED, ClinicFile
from tests.exports.test_handoff import TALKED
from tests.hostile.spoiled import Key, places
from tests.packaged_rules import packaged_rules

Place = tuple[Key, ...]
WORDS = "zqx words of my own"  # what no question offers and nobody promises
CLINICS = Path(__file__).resolve().parents[2] / "data/clinics"


def _everything() -> dict[str, Any]:
    answers = json.loads(as_json(answers_of(TALKED)))
    answers["area"] |= {"norwood": "III", "ludwig": "I", "crown_of_norwood": "III", "crown_of_ludwig": "I"}
    answers["skin"]["traits"] = ["oily"]
    answers["calendar"]["undated"] = [{"name": "a party", "kind": "be_ready"}]
    return answers


ANSWERS: Mapping[str, Any] = _everything()
"""Answers in which everything that can be written is written."""


def clinic_of(name: str) -> dict[str, Any]:
    """A worked clinic's file as plain values, without its logo."""
    told = read((CLINICS / f"{name}.yaml").read_text(encoding="utf-8"), name).value
    tree = cast(dict[str, Any], _with_floats(told))
    tree.get("brand", {}).pop("logo", None)
    return tree


def _with_floats(value: Any) -> Any:
    """A value in what YAML writes: it has no decimals."""
    if isinstance(value, dict):
        return {key: _with_floats(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_with_floats(one) for one in value]
    return float(value) if isinstance(value, Decimal) else value


def clinic_tree() -> dict[str, Any]:
    """A clinic that says all that a clinic may say; the logo is none of its words."""
    tree, other = clinic_of("example-clinic"), clinic_of("example-studio")
    source, instruction = next(iter(tree["sources"])), next(iter(tree["instructions"]))
    for point in STATED:
        tree["about"][point] = {"say": "Words of ours.", "sources": [source]}
    quiet = {"title": "Ours, in other words", "url": "https://example.org/ours"}
    tree["sources"][source] |= {"url": "https://example.org/ours", "quiet": quiet}
    tree["instructions"][instruction]["signed"] = {"by": "Dr B", "on": date(2026, 11, 1)}
    tree["closed"]["days"] = other["closed"]["days"]
    return tree


def answer_problems(tree: Any) -> list[Problem]:
    """What is wrong with answers, in form or by the rules."""
    found = read_answers(json.dumps(tree), "f.json")
    if found.intake is None or found.problems:
        return list(found.problems)
    return list(found.with_problems(check_answers(found.intake, packaged_rules())))


def clinic_problems(tree: Any, folder: Path) -> list[Problem]:
    """What is wrong with a clinic's file."""
    path = folder / "clinic.yaml"
    path.write_text(yaml.safe_dump(tree), encoding="utf-8")
    return try_load(clinic=path)[1]


def free_places(tree: Any, problems_of: Callable[[Any], list[Problem]]) -> list[Place]:
    """The places of a sound tree that take any words; where these are refused they are taken out again."""
    free = [place for place in places(tree) if isinstance(at(tree, place), str)]
    while problems := problems_of(written(tree, free, WORDS)):
        refused = {place for place in free for problem in problems if _is_about(problem, place)}
        assert refused, [str(problem) for problem in problems]
        free = [place for place in free if place not in refused]
    return free


def _is_about(problem: Problem, place: Place) -> bool:
    told, mine = f"{problem.key}.", f"{'.'.join(map(str, place))}."
    return told.startswith(mine) or mine.startswith(told)


def at(tree: Any, place: Place) -> Any:
    """What stands at a place."""
    for key in place:
        tree = tree[key]
    return tree


def written(tree: Any, free: Iterable[Place], words: str | Sequence[str]) -> Any:
    """The tree with words at these places, each told apart by its number at the end."""
    tree = copy.deepcopy(tree)
    for number, place in enumerate(free):
        said = words if isinstance(words, str) else words[number]
        at(tree, place[:-1])[place[-1]] = f"{said} {number}"
    return tree


# --- what a shape has of words --------------------------------------------------------------------


def texts_of(kind: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every place of a shape that holds text, `*` for each key or number in between."""
    kind = getattr(kind, "__origin__", kind) if hasattr(kind, "__metadata__") else kind
    origin, inside = get_origin(kind), get_args(kind)
    if kind is str:
        yield path
    elif origin is Literal:
        return
    elif dataclasses.is_dataclass(kind):
        for name, hint in get_type_hints(kind).items():
            yield from texts_of(hint, (*path, name.removesuffix("_")))
    elif isinstance(kind, type) and issubclass(kind, BaseModel):
        for name, field in kind.model_fields.items():
            yield from texts_of(field.annotation, (*path, field.alias or name))
    elif origin in (Union, types.UnionType):
        for one in inside:
            yield from texts_of(one, path)
    elif inside:  # a table by its values, a list by what it holds
        yield from texts_of(inside[0 if inside[-1] is ... else -1], (*path, "*"))


def shown_in(tree: Any, texts: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Those places of a shape that nothing in a tree stands at."""
    there = [place for place in places(tree) if isinstance(at(tree, place), str)]
    return [text for text in texts if not any(_fits(place, text) for place in there)]


def _fits(place: Place, text: tuple[str, ...]) -> bool:
    return len(place) == len(text) and all(
        wanted in ("*", key) for key, wanted in zip(place, text, strict=True)
    )


INTAKE_TEXTS = tuple(texts_of(Intake))
CLINIC_TEXTS = tuple(texts_of(ClinicFile))
