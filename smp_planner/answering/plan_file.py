"""A plan file as read: the table of its answers, the rules it was saved with, or what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, NamedTuple, cast

from pydantic import Field, ValidationError

from smp_planner.answering.shape import ISO_DAY, IntakeShape, Name, Shape
from smp_planner.domain.intake import WEEKDAYS, Weekday
from smp_planner.domain.saved_rules import Figures, SavedPrices, SavedRules
from smp_planner.errors import Problem, did_you_mean
from smp_planner.exports.plan_file import KIND, VERSION
from smp_planner.language.texts import N_, _
from smp_planner.rules.clinic_days import open_span
from smp_planner.rules.closed_words import from_word
from smp_planner.rules.figures import Number
from smp_planner.rules.saved_prices import as_saved
from smp_planner.rules.shape_problems import described, shape_problems
from smp_planner.rules.shapes.clinic_hours import Day
from smp_planner.rules.shapes.clinic_prices import ClinicPrices
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
NO_HOURS = N_("should be hours like '09:00-17:30'; found {found}")
NOT_CLOSED = N_("should be a weekday like 'mon' or a day like 2027-01-31; found {found}")
BACKWARDS = N_("should be what is planned with, then a low and a high end; the ends run backwards")
ShortText = Annotated[str, Field(max_length=40)]
Id = Annotated[str, Field(max_length=120)]
Three = Annotated[list[Number], Field(min_length=3, max_length=3)]


class NoPrices(Shape):
    """That the clinic had no price list."""


class RulesShape(Shape):
    """The rules that the answers were saved with."""

    edition: ShortText
    fingerprint: ShortText
    clinic: Name | None = None
    region: ShortText | None = None
    language: ShortText = "en"
    closed: list[ShortText] = Field(default_factory=list[str])
    opening: dict[Day, list[ShortText]] | None = None
    figures: dict[Id, Three] = Field(default_factory=dict[str, list[Number]])
    words: dict[Id, ShortText] = Field(default_factory=dict[str, str])
    prices: ClinicPrices | NoPrices | None = None


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
        if not _is_closed(closed):
            path = ("rules", "closed", place)
            text = _(NOT_CLOSED, found=described(closed))
            faults.append(Problem(found.place(path), f"rules.closed.{place}", text, "I208"))
    for day, spans in (shape.rules.opening or {}).items():
        for place, span in enumerate(spans):
            if open_span(span) is None:
                text = _(NO_HOURS, found=described(span))
                at = ("rules", "opening", day, place)
                faults.append(Problem(found.place(at), f"rules.opening.{day}.{place}", text, "I208"))
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


def _is_closed(text: str) -> bool:
    """Whether a text names closed days: a weekday, a day, two ends of days, or a day of every year."""
    return text in WEEKDAYS or any(read(text) is not None for read in (_day, _days, from_word))


def _days(text: str) -> tuple[date, date] | None:
    """Two days, the second no earlier than the first."""
    first, _slash, last = text.partition("/")
    ends = _day(first), _day(last)
    return None if ends[0] is None or ends[1] is None or ends[1] < ends[0] else (ends[0], ends[1])


def _hours(opening: Mapping[Day, list[str]]) -> Mapping[Weekday, tuple[str, ...]]:
    return {day: tuple(spans) for day, spans in opening.items()}


def _saved(shape: RulesShape) -> SavedRules:
    return SavedRules(
        edition=shape.edition,
        fingerprint=shape.fingerprint,
        clinic=shape.clinic,
        region=shape.region,
        language=shape.language,
        closed_days=tuple(day for day in WEEKDAYS if day in shape.closed),
        closed_dates=tuple(day for text in shape.closed if (day := _day(text)) is not None),
        closed_spans=tuple(span for text in shape.closed if (span := _days(text)) is not None),
        closed_yearly=tuple(text for text in shape.closed if text not in WEEKDAYS and from_word(text)),
        opening=None if shape.opening is None else _hours(shape.opening),
        figures={id_: cast(Figures, tuple(figures)) for id_, figures in shape.figures.items()},
        words=shape.words,
        prices=_prices(shape),
    )


def _prices(shape: RulesShape) -> SavedPrices | None:
    """The price list of then; None where a file says of a clinic, but not what it asked."""
    if shape.prices is None:
        return {} if shape.clinic is None else None
    return as_saved(shape.prices) if isinstance(shape.prices, ClinicPrices) else {}
