"""People as hypothesis draws them: anybody, and people for whom a plan can be made.

Every question of the intake is drawn, answered and not answered. `intakes` meets stops, waits,
doctor's questions and refusals too; `patients` leaves out what refers a person elsewhere.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from typing import get_args

from hypothesis import assume
from hypothesis import strategies as st

from smp_planner.domain.intake import (
    AT_HOME,
    GOALS,
    HAIR_COLOURS,
    LOOKS,
    LUDWIG,
    MEDICATIONS,
    NORWOOD,
    TONES,
    TRAITS,
    WEEKDAYS,
    ZONES,
    AreaAnswer,
    Away,
    CalendarAnswer,
    Habits,
    Hair,
    Intake,
    LifeEvent,
    Measured,
    OwnConcern,
    Person,
    Scar,
    ScarPlace,
    Skin,
    TreatedBefore,
    UndatedEvent,
)
from smp_planner.domain.plan import Referral, TreatmentPlan
from smp_planner.errors import IntakeError
from smp_planner.planner.answer_checks import health_ids
from smp_planner.planner.pipeline import plan_treatment
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.shapes.clinic import ClinicFile
from smp_planner.rules.shapes.clinic_hours import ClosedDays, ClosedSpan, EasterHoliday, MovingHoliday
from tests.packaged_rules import packaged_rules
from tests.people import START

NOT_POSSIBLE = ("I501", "I502")  # the area is too large or too small; no day is free
NAMES = ("wedding", "race", "race", "SMP hair clinic", "![x](http://x) <b>$1$</b>", "Zoë’s \u202eday", "")


def planned(intake: Intake, rules: RuleSet | None = None) -> TreatmentPlan | Referral:
    """The plan or referral. A person for whom none is possible is left out of the property.

    Any other refusal is a fault: what is drawn is well-formed.
    """
    try:
        return plan_treatment(intake, rules or packaged_rules())
    except IntakeError as error:
        assume(not all(problem.code in NOT_POSSIBLE for problem in error.problems))
        raise


def planned_course(intake: Intake, rules: RuleSet | None = None) -> TreatmentPlan:
    """The plan; a person who gets none is left out of the property."""
    plan = planned(intake, rules)
    assume(isinstance(plan, TreatmentPlan))
    assert isinstance(plan, TreatmentPlan)
    return plan


def maybe(strategy: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.none() | strategy


def some(
    words: tuple[str, ...], *, least: int = 0, most: int | None = None
) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(words), unique=True, min_size=least, max_size=most).map(tuple)


yes_or_no = st.sampled_from([None, True, False])
tenths = st.integers(0, 10).map(lambda n: Decimal(n) / 10)
scars = st.builds(
    Scar,
    length_cm=st.integers(1, 400).map(lambda n: Decimal(n) / 10),
    width_cm=st.integers(1, 50).map(lambda n: Decimal(n) / 10),
    age_months=maybe(st.integers(0, 60)),
    age_told_on=maybe(st.dates(date(2020, 1, 1), date(2030, 1, 1))),
    raised=yes_or_no,
    red=yes_or_no,
    place=maybe(st.sampled_from(get_args(ScarPlace))),
)
by = st.sampled_from([None, *AT_HOME])
measured = st.builds(Measured, cm2=st.integers(2, 690), by=by) | st.builds(
    Measured, length_cm=st.integers(2, 25), width_cm=st.integers(2, 20), by=by
)


def areas_at(stages: tuple[str, ...]) -> st.SearchStrategy[AreaAnswer]:
    return st.builds(
        AreaAnswer,
        norwood=maybe(st.sampled_from(stages)),
        ludwig=maybe(st.sampled_from(LUDWIG)),
        zones=some(ZONES),
        measured=maybe(measured),
        scars=st.just(()) | st.lists(scars, max_size=2).map(tuple),
        dot_scars=st.sampled_from([None, None, True]),
    ).filter(lambda a: a.norwood or a.ludwig or a.zones or a.measured or a.scars)


areas = areas_at(NORWOOD[1:])
days = st.integers(0, 200).map(lambda n: START + timedelta(days=n))


@st.composite
def life_events(draw: st.DrawFn) -> LifeEvent:
    first = draw(days)
    kind = draw(st.sampled_from(["be_ready", "sun", "sport", "swimming"]))
    last = first + timedelta(days=draw(st.integers(0, 10)))
    return LifeEvent(from_=first, to=last, name=draw(st.sampled_from(tuple(filter(None, NAMES)))), kind=kind)


@st.composite
def undated_events(draw: st.DrawFn) -> UndatedEvent:
    event = draw(life_events())
    return UndatedEvent(name=event.name, kind=event.kind)


@st.composite
def aways(draw: st.DrawFn) -> Away:
    first = draw(days)
    return Away(
        from_=first,
        to=first + timedelta(days=draw(st.integers(0, 40) | st.just(900))),
        name=draw(st.sampled_from(NAMES)),
    )


HOLIDAYS = (
    "12-25", "01-01", "02-29", EasterHoliday(days_after_easter=-2), EasterHoliday(days_after_easter=-100),
    MovingHoliday(the="last", weekday="mon", of="aug"), MovingHoliday(the="second", weekday="fri", of="jan"),
)  # fmt: skip

calendars = st.builds(
    CalendarAnswer,
    start=days,
    weekdays=some(WEEKDAYS, least=1),
    away=st.lists(aways(), max_size=2).map(tuple),
    events=st.lists(life_events(), max_size=3).map(tuple),
    undated=st.lists(undated_events(), max_size=2).map(tuple),
    visit_times=st.just({}) | st.dictionaries(st.integers(1, 6), st.just("09:30"), max_size=3),
    timezone=st.sampled_from([None, "America/Denver"]),
)
kept_hair = maybe(tenths | st.dictionaries(st.sampled_from(ZONES), maybe(tenths), min_size=1, max_size=3))


def before(day: st.SearchStrategy[date]) -> st.SearchStrategy[TreatedBefore]:
    return st.builds(
        TreatedBefore,
        smp=yes_or_no,
        transplant_on=maybe(day),
        laser_removal_on=maybe(day),
        chemo_or_radiotherapy_on=maybe(day),
    )


@cache
def ticked(*levels: str) -> tuple[str, ...]:
    """The ids of the packaged rules that a person may tick and that stand at one of the levels."""
    rules = packaged_rules()
    criteria = rules.suitability.criteria
    return tuple(id_ for id_ in health_ids(rules) if criteria[id_].level in levels)


def people(
    *,
    stages: tuple[str, ...],
    health: st.SearchStrategy[tuple[str, ...]],
    ages: st.SearchStrategy[int],
    treated: st.SearchStrategy[TreatedBefore],
    could_be_pregnant: st.SearchStrategy[bool | None],
    doctor_agreed: st.SearchStrategy[bool | None],
) -> st.SearchStrategy[Intake]:
    """Everything that is asked; what can refer a person elsewhere is given."""
    return st.builds(
        Intake,
        goals=some(GOALS, least=1),
        area=areas_at(stages),
        calendar=calendars,
        density=maybe(st.sampled_from(LOOKS) | st.integers(50, 200)),
        kept_hair=kept_hair,
        skin=st.builds(Skin, tone=maybe(st.sampled_from(TONES)), traits=maybe(some(TRAITS))),
        hair=st.builds(
            Hair,
            colour=maybe(st.sampled_from(HAIR_COLOURS)),
            wears=st.sampled_from([None, "shaved", "short", "long"]),
        ),
        habits=st.builds(
            Habits,
            sun=st.sampled_from([None, "low", "moderate", "high"]),
            heavy_sweat=yes_or_no,
            swims=yes_or_no,
            sun_protection=yes_or_no,
            headgear=yes_or_no,
        ),
        person=st.builds(
            Person,
            age=maybe(ages),
            sex=st.sampled_from([None, "male", "female", "other"]),
            could_be_pregnant=could_be_pregnant,
            name=st.sampled_from(["", "Ann O’Neil"]),
        ),
        health_asked=st.sampled_from([True, True, False]),
        health=health,
        medication_now=maybe(some(MEDICATIONS)),
        doctor_agreed=doctor_agreed,
        loss_moving_on=st.sampled_from([None, "yes", "no"]),
        treated_before=treated,
        matters=st.just({}) | st.just({"cost_now": 3, "scars": None, "can_undo": 0}),
        own_matters=st.just(()) | st.just((OwnConcern(name="My partner’s \u202eview <b>$1$</b>", weight=5),)),
        wants_touch_ups=st.sampled_from([None, "crisp", "soft"]),
        agreed=st.just({}) | st.just({"hairline": "7 cm, Zoë’s \u202eline <b>$1$</b>", "later": ""}),
    )


anything_ticked = st.deferred(lambda: some(ticked("stop", "wait", "ask_doctor", "know"), most=3))
nothing_against = st.deferred(lambda: some(ticked("ask_doctor", "know"), most=3))
intakes = people(
    stages=NORWOOD,
    health=st.just(()) | anything_ticked,
    ages=st.integers(18, 90) | st.integers(12, 30),
    treated=st.just(TreatedBefore()) | before(days.map(lambda day: day - timedelta(days=300))),
    could_be_pregnant=yes_or_no,
    doctor_agreed=yes_or_no,
)
patients = people(
    stages=NORWOOD[1:],
    health=st.just(()) | nothing_against,
    ages=st.integers(18, 90),
    treated=before(st.just(START - timedelta(days=400))),
    could_be_pregnant=st.sampled_from([None, False]),
    doctor_agreed=st.sampled_from([None, True]),
)


@st.composite
def closed_clinics(draw: st.DrawFn) -> ClinicFile:
    """A clinic that is closed on some weekdays, never on all, on some days and in spans, and in every year.

    Some name their opening hours.
    """
    closed_days = draw(some(WEEKDAYS, most=3))
    dates = draw(st.lists(days, max_size=20))
    spans = [
        ClosedSpan.model_validate({"from": first, "to": first + timedelta(draw(st.integers(0, 30)))})
        for first in draw(st.lists(days, max_size=3))
    ]
    yearly = draw(st.lists(st.sampled_from(HOLIDAYS), max_size=4))
    hours = st.sampled_from(
        [["09:00-11:00"], ["10:00-13:00", "14:00-16:30"], ["08:30-18:00"], ["00:00-24:00"]]
    )
    opened = [day for day in WEEKDAYS if day not in closed_days]
    opening = draw(st.none() | st.fixed_dictionaries({}, optional=dict.fromkeys(opened, hours)))
    return ClinicFile(
        name="A clinic",
        closed=ClosedDays(days=list(closed_days), dates=[*dates, *spans], yearly=yearly),
        opening=opening or None,
    )
