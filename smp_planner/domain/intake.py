"""A person's answers, as understood. `None` always means: not answered, or not sure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from smp_planner.domain.quantities import Number

Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
ScarPlace = Literal["back", "side", "top", "front"]
EventKind = Literal["be_ready", "sun", "sport", "swimming", "sun_and_swimming"]

WEEKDAYS: tuple[Weekday, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
SHAVED_GOAL, DENSITY_GOAL = "shaved_look", "added_density"
CROWN_GOAL = "crown"
SCAR_GOAL, ALOPECIA_GOAL = "scar_camouflage", "alopecia_cover"
WHOLE_SCALP = "whole_scalp"
GOALS = (
    SHAVED_GOAL,
    DENSITY_GOAL,
    "hairline",
    "crown",
    SCAR_GOAL,
    ALOPECIA_GOAL,
)
NORWOOD = ("I", "II", "IIA", "III", "III-vertex", "IV", "V", "VI", "VII")
LUDWIG = ("I", "II", "III")
ZONES = ("hairline_temples", "front", "midscalp", "crown", "sides", "donor", WHOLE_SCALP)
BEGUN_GOALS = "begun"  # goals that a page begins with, and nobody chose
BEGUN_AREA = "begun"  # an area that a page begins with, and nobody told
AT_HOME = ("string", "card", "palm")  # what an area can be estimated with at home
CARRIES = "pregnant_or_breastfeeding"  # a health answer
BEGUN_SIZE = "begun"  # a size that a page begins with, in place of a measurement
LOOKS = ("soft", "natural", "dense")
TONES = ("I", "II", "III", "IV", "V", "VI")
TRAITS = ("oily", "dry_flaky", "thick", "sensitive")
SEXES = ("male", "female", "other")
TREATED_ON = ("transplant_on", "laser_removal_on", "chemo_or_radiotherapy_on")  # days of earlier treatments
PAST_WAITS: Mapping[str, str] = {
    "transplant_past": "transplant_on",
    "chemo_or_radiotherapy_past": "chemo_or_radiotherapy_on",
}
"""What is brought up once the wait from such a day is over by the first day to plan."""

HAIR_COLOURS = ("black", "dark_brown", "light_brown", "blond", "red", "grey", "white")
MEDICATIONS = ("minoxidil", "finasteride", "other")
UNNAMED_MEDICINE = "unnamed"  # one is taken, and it was not said which
OPTIONS = ("nothing", "medication", "smp", "fut", "fue")
REGIONS = ("US", "UK")
SAFETY_QUESTIONS = (
    "health",
    "age",
    "could_be_pregnant",
    "transplant_on",
    "laser_removal_on",
    "chemo_or_radiotherapy_on",
)


LONGEST_AGREED = 300  # characters of what is written down of one point of the talk
LONGEST_CONCERN = 120  # characters of a concern that a person types


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A measured bare area: length times width in cm, or square centimetres directly.

    `by` says what it was estimated with at home; None is a tape measure, which counts as exact,
    and `begun` a size that a page begins with and nobody put in.
    """

    length_cm: Number | None = None
    width_cm: Number | None = None
    cm2: Number | None = None
    by: Literal["string", "card", "palm", "begun"] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scar:
    """One scar; age in months, raised and red matter for healing.

    `age_told_on` is the day on which the scar was that old: from then on it ages. Without it nobody knows,
    so the scar counts as that old on the first day on offer.
    `by` is `begun` where its size is one that a page begins with and nobody put in. `place` is the part of
    the head; it is drawn there, and one share of hair for an area of loss says nothing of a scar off it.
    """

    length_cm: Number
    width_cm: Number
    age_months: Number | None = None
    raised: bool | None = None
    red: bool | None = None
    by: Literal["begun"] | None = None
    age_told_on: date | None = None
    place: ScarPlace | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaAnswer:
    """What is to be covered: one or more of stage, zones, a measurement, scars.

    `crown_of_norwood` and `crown_of_ludwig` are a stage that was told before the crown alone was chosen in
    its place: it is kept, so that it can be taken again, and counts nothing. `dot_scars` are many small dots
    of an earlier FUE: they are told and not counted, as nobody knows how much work they take.
    """

    norwood: str | None = None
    ludwig: str | None = None
    zones: tuple[str, ...] = ()
    measured: Measured | None = None
    scars: tuple[Scar, ...] = ()
    crown_of_norwood: str | None = None
    crown_of_ludwig: str | None = None
    dot_scars: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Skin:
    """Fitzpatrick tone I-VI and traits; `traits=None`: not answered."""

    tone: str | None = None
    traits: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hair:
    """Colour of the hair and how it is worn."""

    colour: str | None = None
    wears: Literal["shaved", "short", "long"] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """What the scalp meets in daily life."""

    sun: Literal["low", "moderate", "high"] | None = None
    heavy_sweat: bool | None = None
    swims: bool | None = None
    sun_protection: bool | None = None
    headgear: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Who is planning; the name is for paper only and never leaves this object otherwise."""

    age: int | None = None
    sex: Literal["male", "female", "other"] | None = None
    could_be_pregnant: bool | None = None
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TreatedBefore:
    """Earlier treatment of the scalp that may ask for a wait."""

    smp: bool | None = None
    transplant_on: date | None = None
    laser_removal_on: date | None = None
    chemo_or_radiotherapy_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Away:
    """Days on which the person can't come, both ends included."""

    from_: date
    to: date
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LifeEvent:
    """A day, or days with both ends, that healing should keep clear of."""

    from_: date
    to: date
    name: str
    kind: EventKind

    @property
    def takes_its_days(self) -> bool:
        """Whether the person is there on all of its days, so that no visit is on them.

        A sport of several days may be a season at home, between whose days a visit fits.
        """
        return self.kind != "sport" or self.from_ == self.to


@dataclass(frozen=True, slots=True, kw_only=True)
class UndatedEvent:
    """An event that somebody named without its day: it is told, and not counted."""

    name: str
    kind: EventKind


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarAnswer:
    """When the person can come and what is coming up."""

    start: date
    weekdays: tuple[Weekday, ...] = ("mon", "tue", "wed", "thu", "fri", "sat")
    away: tuple[Away, ...] = ()
    events: tuple[LifeEvent, ...] = ()
    undated: tuple[UndatedEvent, ...] = ()
    visit_times: Mapping[int, str] = field(default_factory=dict[int, str])
    timezone: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnConcern:
    """What matters to the person, in words of their own, and how much, 0 to 5; None was not said."""

    name: str
    weight: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """All answers of one person. Only goals, area and the start date are always given.

    `unsure_about` names the safety questions that were asked and answered with "not sure": such an
    answer is no "no". A question that was merely left out is not among them. Where `health` is,
    `unsure_health` may name which health questions, each by its id, or a group of them. A zone of `kept_hair`
    that is None is one of which the person isn't sure; a zone that isn't named has no hair left. A
    concern of `matters` that is None was named without a weight; `own_matters` are the person's own, which
    no list holds. `agreed` holds what was written down of the points that clinic and person talked over, by
    the id of the point. `doctor_agreed` is whether a doctor who knows what asks for a doctor's word has said
    yes, or no, which is a stop; it counts for nothing where nothing asks. `goals_by` is `begun` where the
    goals are those that a page begins with: nobody chose them, so they are no word against an option. So is
    `area_by` where nobody told the area.
    """

    goals: tuple[str, ...]
    area: AreaAnswer
    calendar: CalendarAnswer
    density: str | Number | None = None
    kept_hair: Number | Mapping[str, Number | None] | None = None
    skin: Skin = field(default_factory=Skin)
    hair: Hair = field(default_factory=Hair)
    habits: Habits = field(default_factory=Habits)
    person: Person = field(default_factory=Person)
    health_asked: bool = False
    health: tuple[str, ...] = ()
    unsure_about: tuple[str, ...] = ()
    unsure_health: tuple[str, ...] = ()
    doctor_agreed: bool | None = None
    medication_now: tuple[str, ...] | None = None
    loss_moving_on: Literal["yes", "no"] | None = None
    treated_before: TreatedBefore = field(default_factory=TreatedBefore)
    matters: Mapping[str, int | None] = field(default_factory=dict[str, int | None])
    own_matters: tuple[OwnConcern, ...] = ()
    wants_touch_ups: Literal["crisp", "soft"] | None = None
    agreed: Mapping[str, str] = field(default_factory=dict[str, str])
    goals_by: Literal["begun"] | None = None
    area_by: Literal["begun"] | None = None


def but_density(intake: Intake) -> Intake:
    """The answers without the density, for what doesn't rest on it."""
    return intake if intake.density is None else replace(intake, density=None)
