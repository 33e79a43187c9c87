"""A plan file as read: the table of its answers, the rules it was saved with, or what is wrong with it."""

from __future__ import annotations

from datetime import date
from typing import Annotated, NamedTuple, cast

from pydantic import Field, ValidationError

from smp_planner.answering.shape import ISO_DAY, IntakeShape, Name, Shape
from smp_planner.domain.intake import WEEKDAYS
from smp_planner.domain.saved_rules import Figures, SavedRules
from smp_planner.errors import Problem, did_you_mean
from smp_planner.exports.plan_file import KIND, VERSION
from smp_planner.language.texts import N_, _
from smp_planner.rules.figures import Number
from smp_planner.rules.shape_problems import described, shape_problems
from smp_planner.rules.source_map import SourceMap, as_table

RECORDS = ("plan", "referral")
FOREIGN = N_(
    "is no file of answers: an intake file holds goals, area and calendar; saved answers begin with {head}"
)
OTHER_KIND = N_("should be {kind}; found {found}")
RECORD = N_("is a plan record, not a file of answers")
RECORD_HINT = N_("put what stands under 'intake' in a file of its own")
NO_VERSION = N_("should be a whole number, {known} at most; found {found}")
NEWER = N_("is a newer version of saved answers than this planner knows: {found}; it opens up to {known}")
NEWER_HINT = N_("open it where it was saved, or with a newer planner")
NOT_CLOSED = N_("should be a weekday like 'mon' or a day like 2027-01-31; found {found}")
BACKWARDS = N_("should be what is planned with, then a low and a high end; the ends run backwards")
ShortText = Annotated[str, Field(max_length=40)]
Id = Annotated[str, Field(max_length=120)]
Three = Annotated[list[Number], Field(min_length=3, max_length=3)]


class RulesShape(Shape):
    """The rules that the answers were saved with."""

    edition: ShortText
    fingerprint: ShortText
    clinic: Name | None = None
    region: ShortText | None = None
    language: ShortText = "en"
    closed: list[ShortText] = Field(default_factory=list[str])
    figures: dict[Id, Three] = Field(default_factory=dict[str, list[Number]])
    words: dict[Id, ShortText] = Field(default_factory=dict[str, str])


class PlanFileShape(Shape):
    """A plan file; its answers have the shape of an intake file and are looked at as one."""

    kind: str
    version: int
    answers: dict[str, object]
    rules: RulesShape | None = None


class PlanFile(NamedTuple):
    """The answers as if they were a file of their own, each at its place, and the rules they came with.

    `answers` is None where they can't be made out.
    """

    answers: SourceMap | None
    rules: SavedRules | None
    problems: tuple[Problem, ...]


def is_foreign(found: SourceMap) -> bool:
    """Whether a file says of what kind it is, or holds none of the questions of an intake."""
    table = as_table(found.value) or {}
    return bool(table) and ("kind" in table or not IntakeShape.model_fields.keys() & table.keys())


def open_plan_file(found: SourceMap) -> PlanFile:
    """What a file that is no intake file itself holds: saved answers, or something else."""
    table = as_table(found.value) or {}
    refused = _of_another_kind(found, table) or _of_another_version(found, table)
    if refused:
        return PlanFile(None, None, (refused,))
    try:
        shape = PlanFileShape.model_validate(table)
    except ValidationError as fault:
        problems = shape_problems(fault, found, PlanFileShape, "I2")
        return PlanFile(_answers(found, table), None, tuple(problems))
    problems = _rule_faults(found, shape)
    rules = None if problems or shape.rules is None else _saved(shape.rules)
    return PlanFile(_answers(found, table), rules, tuple(problems))


def _of_another_kind(found: SourceMap, table: dict[str, object]) -> Problem | None:
    kind = table.get("kind")
    if kind in RECORDS:
        return _problem(found, "kind", _(RECORD), "I206", _(RECORD_HINT))
    if "kind" not in table:
        return _problem(found, "", _(FOREIGN, head=f"'kind: {KIND}'"), "I206")
    if kind != KIND:
        hint = did_you_mean(kind, [KIND]) if isinstance(kind, str) else ""
        return _problem(found, "kind", _(OTHER_KIND, kind=f"'{KIND}'", found=described(kind)), "I206", hint)
    return None


def _of_another_version(found: SourceMap, table: dict[str, object]) -> Problem | None:
    version = table.get("version", VERSION)
    if type(version) is not int or version < 1:
        return _problem(found, "version", _(NO_VERSION, known=VERSION, found=described(version)), "I207")
    if version > VERSION:
        text = _(NEWER, found=version, known=VERSION)
        return _problem(found, "version", text, "I207", _(NEWER_HINT))
    return None


def _problem(found: SourceMap, key: str, message: str, code: str, hint: str = "") -> Problem:
    place = found.place((key,) if key else ())
    return Problem(place=place, key=key, message=message, code=code, hint=hint)


def _answers(found: SourceMap, table: dict[str, object]) -> SourceMap | None:
    """The table under `answers` with the places of its own keys."""
    if as_table(table.get("answers")) is None:
        return None
    marks = {path[1:]: mark for path, mark in found.marks.items() if path[:1] == ("answers",)}
    return SourceMap(found.file, table["answers"], marks)


def _rule_faults(found: SourceMap, shape: PlanFileShape) -> list[Problem]:
    """What has the right shape in the rules and still can't be."""
    if shape.rules is None:
        return []
    faults: list[Problem] = []
    for place, closed in enumerate(shape.rules.closed):
        if closed not in WEEKDAYS and _day(closed) is None:
            path = ("rules", "closed", place)
            text = _(NOT_CLOSED, found=described(closed))
            faults.append(Problem(found.place(path), f"rules.closed.{place}", text, "I208"))
    for id_, (_value, low, high) in shape.rules.figures.items():
        if low > high:
            path = ("rules", "figures", id_)
            faults.append(Problem(found.place(path), f"rules.figures.{id_}", _(BACKWARDS), "I208"))
    return faults


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if ISO_DAY.match(text) else None
    except ValueError:
        return None


def _saved(shape: RulesShape) -> SavedRules:
    return SavedRules(
        edition=shape.edition,
        fingerprint=shape.fingerprint,
        clinic=shape.clinic,
        region=shape.region,
        language=shape.language,
        closed_days=tuple(day for day in WEEKDAYS if day in shape.closed),
        closed_dates=tuple(day for text in shape.closed if (day := _day(text)) is not None),
        figures={id_: cast(Figures, tuple(figures)) for id_, figures in shape.figures.items()},
        words=shape.words,
    )
