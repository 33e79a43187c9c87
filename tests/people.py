"""People for tests: strategies for intakes, and one healthy adult to start from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from smp_planner.domain.intake import (
    GOALS,
    HAIR_COLOURS,
    LOOKS,
    LUDWIG,
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
    Person,
    Scar,
    Skin,
)

START = date(2027, 1, 11)
ADULT = Intake(
    goals=("shaved_look",),
    area=AreaAnswer(norwood="V"),
    density="natural",
    kept_hair=0,
    skin=Skin(tone="III", traits=()),
    hair=Hair(colour="dark_brown", wears="shaved"),
    habits=Habits(sun="moderate", heavy_sweat=False, swims=False, sun_protection=True, headgear=False),
    person=Person(age=38, sex="male", could_be_pregnant=False),
    health_asked=True,
    medication_now=(),
    loss_moving_on="no",
    calendar=CalendarAnswer(start=START),
    wants_touch_ups="soft",
)


def adult(**changes: object) -> Intake:
    """The healthy adult with some answers changed."""
    return replace(ADULT, **changes)  # pyright: ignore[reportArgumentType]


def maybe(strategy: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.none() | strategy


def some(words: tuple[str, ...], *, least: int = 0) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(words), unique=True, min_size=least).map(tuple)


tenths = st.integers(1, 400).map(lambda n: Decimal(n) / 10)
scars = st.builds(Scar, length_cm=tenths, width_cm=st.integers(1, 50).map(lambda n: Decimal(n) / 10))
measured = st.builds(Measured, cm2=st.integers(2, 550)) | st.builds(
    Measured, length_cm=st.integers(2, 25), width_cm=st.integers(2, 20)
)
areas = st.builds(
    AreaAnswer,
    norwood=maybe(st.sampled_from(NORWOOD[1:])),
    ludwig=maybe(st.sampled_from(LUDWIG)),
    zones=some(ZONES),
    measured=maybe(measured),
    scars=st.just(()) | st.lists(scars, max_size=1).map(tuple),
).filter(lambda a: a.norwood or a.ludwig or a.zones or a.measured or a.scars)
days = st.integers(0, 200).map(lambda n: START + timedelta(days=n))


@st.composite
def life_events(draw: st.DrawFn) -> LifeEvent:
    first = draw(days)
    kind = draw(st.sampled_from(["be_ready", "sun", "sport", "swimming"]))
    return LifeEvent(
        from_=first, to=first + timedelta(days=draw(st.integers(0, 10))), name="a day", kind=kind
    )


@st.composite
def aways(draw: st.DrawFn) -> Away:
    first = draw(days)
    return Away(from_=first, to=first + timedelta(days=draw(st.integers(0, 40))))


calendars = st.builds(
    CalendarAnswer,
    start=days,
    weekdays=some(WEEKDAYS, least=1),
    away=st.lists(aways(), max_size=2).map(tuple),
    events=st.lists(life_events(), max_size=3).map(tuple),
)
intakes = st.builds(
    Intake,
    goals=some(GOALS, least=1),
    area=areas,
    calendar=calendars,
    density=maybe(st.sampled_from(LOOKS) | st.integers(50, 200)),
    kept_hair=maybe(st.integers(0, 10).map(lambda n: Decimal(n) / 10)),
    skin=st.builds(Skin, tone=maybe(st.sampled_from(TONES)), traits=maybe(some(TRAITS))),
    hair=st.builds(
        Hair,
        colour=maybe(st.sampled_from(HAIR_COLOURS)),
        wears=st.sampled_from([None, "shaved", "short", "long"]),
    ),
    habits=st.builds(
        Habits,
        sun=st.sampled_from([None, "low", "moderate", "high"]),
        heavy_sweat=st.sampled_from([None, True, False]),
        swims=st.sampled_from([None, True, False]),
    ),
    person=st.builds(
        Person, age=maybe(st.integers(18, 90)), sex=st.sampled_from([None, "male", "female", "other"])
    ),
    health_asked=st.booleans(),
    wants_touch_ups=st.sampled_from([None, "crisp", "soft"]),
    loss_moving_on=st.sampled_from([None, "yes", "no"]),
)
