"""What an intake file looks like: keys and types of the answers, before they mean anything."""

import re
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

from smp_planner.domain.intake import LONGEST_AGREED, LONGEST_CONCERN, EventKind, ScarPlace, Weekday
from smp_planner.rules.figures import Number

UNSURE = "unsure"
LONGEST_NAME = 200
ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")


def _name(name: str) -> str:
    """A name of nothing but blanks is none."""
    return "" if name.isspace() else name


Name = Annotated[str, Field(max_length=LONGEST_NAME), AfterValidator(_name)]
ConcernName = Annotated[str, Field(max_length=LONGEST_CONCERN), AfterValidator(_name)]


def _day(value: object) -> object:
    """A date in quotes, as JSON has to write it, is a date too."""
    if not isinstance(value, str) or not ISO_DAY.match(value):
        return value
    try:
        return date.fromisoformat(value)
    except ValueError:
        return value


Day = Annotated[
    date,
    BeforeValidator(_day),
    WithJsonSchema({"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}),
]


def _sure(value: object) -> object:
    return None if value == UNSURE else value


NOT_SURE = {"enum": [UNSURE, None], "description": "not sure, or not answered"}
Share = Annotated[
    Number | None, BeforeValidator(_sure), WithJsonSchema({"anyOf": [{"type": "number"}, NOT_SURE]})
]
Weight = Annotated[
    int | None, BeforeValidator(_sure), WithJsonSchema({"anyOf": [{"type": "integer"}, NOT_SURE]})
]


def _words(value: object) -> object:
    """What was written down; nothing where the point is open, or holds nothing but blanks."""
    return "" if value in (None, UNSURE) or (isinstance(value, str) and value.isspace()) else value


Agreed = Annotated[
    str,
    Field(max_length=LONGEST_AGREED),
    BeforeValidator(_words),
    WithJsonSchema({"anyOf": [{"type": "string", "maxLength": LONGEST_AGREED}, NOT_SURE]}),
]
TimeOfDay = Annotated[str | None, BeforeValidator(_sure)]


class Shape(BaseModel):
    """Unknown keys and wrong types are errors; `None` means not answered."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, defer_build=True)


class MeasuredShape(Shape):
    """A measured area: two lengths, or square centimetres; and what it was estimated with, if at home.

    `begun` is a size that a page begins with, which nobody put in.
    """

    length_cm: Number | None = None
    width_cm: Number | None = None
    cm2: Number | None = None
    by: Literal["string", "card", "palm", "begun"] | None = None


class ScarShape(Shape):
    """One scar; `age_told_on` is the day on which it was so many months old, `place` the part of the head."""

    length_cm: Number
    width_cm: Number
    age_months: Number | None = None
    raised: bool | None = None
    red: bool | None = None
    by: Literal["begun"] | None = None
    age_told_on: Day | None = None
    place: ScarPlace | None = None


class AreaShape(Shape):
    """What is to be covered; of the stage that `crown_of_…` names nothing counts, as the crown alone does.

    `dot_scars`: many small dots of an earlier FUE, which are told and not counted.
    """

    norwood: str | None = None
    ludwig: str | None = None
    zones: list[str] = []
    measured: MeasuredShape | None = None
    scars: list[ScarShape] = []
    crown_of_norwood: str | None = None
    crown_of_ludwig: str | None = None
    dot_scars: bool | None = None


class SkinShape(Shape):
    """Tone and traits of the skin."""

    tone: str | None = None
    traits: list[str] | None = None


class HairShape(Shape):
    """Colour of the hair, and how it is worn."""

    colour: str | None = None
    wears: Literal["shaved", "short", "long"] | None = None


class HabitsShape(Shape):
    """What the scalp meets in daily life."""

    sun: Literal["low", "moderate", "high"] | None = None
    heavy_sweat: bool | None = None
    swims: bool | None = None
    sun_protection: bool | None = None
    headgear: bool | None = None


class PersonShape(Shape):
    """Who is planning."""

    age: int | None = None
    sex: Literal["male", "female", "other"] | None = None
    could_be_pregnant: bool | None = None
    name: Name = ""


class TreatedBeforeShape(Shape):
    """Earlier treatment of the scalp."""

    smp: bool | None = None
    transplant_on: Day | None = None
    laser_removal_on: Day | None = None
    chemo_or_radiotherapy_on: Day | None = None


class AwayShape(Shape):
    """Days on which the person can't come."""

    from_: Day = Field(alias="from")
    to: Day
    name: Name = ""


class EventShape(Shape):
    """A day (`on`) or days (`from` and `to`) that healing should keep clear of."""

    on: Day | None = None
    from_: Day | None = Field(default=None, alias="from")
    to: Day | None = None
    name: Name = ""
    kind: EventKind


class UndatedShape(Shape):
    """An event whose day isn't given yet."""

    name: Name
    kind: EventKind


class CalendarShape(Shape):
    """When the person can come and what is coming up."""

    start: Day
    weekdays: list[Weekday] | None = None
    away: list[AwayShape] = []
    events: list[EventShape] = []
    undated: list[UndatedShape] = []
    visit_times: dict[str, TimeOfDay] = {}
    timezone: str | None = None


class OwnConcernShape(Shape):
    """What matters to the person, in words of their own."""

    name: ConcernName
    weight: int | None = None


class IntakeShape(Shape):
    """All answers of one person; `goals_by`, `area_by`: goals or area are those that a page begins with."""

    goals: list[str]
    area: AreaShape
    density: str | Number | None = None
    kept_hair: Number | dict[str, Share] | None = None
    skin: SkinShape = SkinShape.model_construct()
    hair: HairShape = HairShape.model_construct()
    habits: HabitsShape = HabitsShape.model_construct()
    person: PersonShape = PersonShape.model_construct()
    health_asked: bool | None = None
    health: list[str] | None = None
    unsure_about: list[str] = []
    unsure_health: list[str] = []
    doctor_agreed: bool | None = None
    medication_now: list[str] | None = None
    loss_moving_on: Literal["yes", "no"] | None = None
    treated_before: TreatedBeforeShape = TreatedBeforeShape.model_construct()
    calendar: CalendarShape
    matters: dict[str, Weight] = {}
    own_matters: list[OwnConcernShape] = []
    wants_touch_ups: Literal["crisp", "soft"] | None = None
    agreed: dict[str, Agreed] = {}
    goals_by: Literal["begun"] | None = None
    area_by: Literal["begun"] | None = None
