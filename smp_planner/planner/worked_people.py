"""People who between them give every answer that a rule looks at, to see which rule feeds which figure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, get_args

from smp_planner.domain.calendar_math import MONTHS_A_YEAR, add_months
from smp_planner.domain.intake import (
    ALOPECIA_GOAL,
    AT_HOME,
    CROWN_GOAL,
    DENSITY_GOAL,
    GOALS,
    HAIR_COLOURS,
    LOOKS,
    LUDWIG,
    MEDICATIONS,
    NORWOOD,
    SCAR_GOAL,
    SEXES,
    TONES,
    TRAITS,
    TREATED_ON,
    WEEKDAYS,
    ZONES,
    AreaAnswer,
    CalendarAnswer,
    EventKind,
    Habits,
    Hair,
    Intake,
    LifeEvent,
    Measured,
    Person,
    Scar,
    Skin,
    TreatedBefore,
)
from smp_planner.planner.aftercare.season import heals_in_summer
from smp_planner.planner.answer_checks import health_ids
from smp_planner.rules.ruleset import RuleSet


def worked_people(rules: RuleSet) -> Iterator[Intake]:
    """They, as intakes that the rules accept; figures and days that they answer with are those of the rules.

    One for each stage, with the next look and hair of the lists; then what no stage brings up; then those
    who are asked to wait or to see a doctor.
    """
    plain = somebody(rules)
    for place, stage in enumerate(NORWOOD):
        yield _next(replace(plain, area=AreaAnswer(norwood=stage)), place)
    for place, stage in enumerate(LUDWIG):
        person = replace(plain.person, sex=SEXES[place])
        yield _next(replace(plain, area=AreaAnswer(ludwig=stage), person=person), len(NORWOOD) + place)
    for area in (AreaAnswer(norwood=NORWOOD[-1]), *(AreaAnswer(ludwig=stage) for stage in LUDWIG[:2])):
        yield Intake(goals=plain.goals, area=area, calendar=plain.calendar, health_asked=True)
    for zones in (ZONES[0:-1:2], ZONES[1:-1:2], ZONES[-1:]):  # the last is the whole scalp
        yield replace(plain, goals=(ALOPECIA_GOAL,), area=AreaAnswer(zones=zones))
    yield replace(plain, calendar=replace(plain.calendar, start=_before_summer(plain.calendar.start, rules)))
    yield with_a_scar(rules)
    short = replace(plain.hair, wears="short")
    yield replace(plain, hair=short, goals=(DENSITY_GOAL, SCAR_GOAL))  # of the scar nothing was told
    yield replace(plain, hair=replace(plain.hair, wears="long"), goals=(CROWN_GOAL,))
    yield replace(plain, medication_now=MEDICATIONS, loss_moving_on="yes")
    yield replace(plain, medication_now=MEDICATIONS, person=replace(plain.person, sex="female"))
    for goal in (SCAR_GOAL, DENSITY_GOAL):
        yield replace(plain, goals=(goal,), area=AreaAnswer(dot_scars=True))
    for by in AT_HOME:
        yield replace(plain, area=AreaAnswer(measured=_measured(by, rules)))
    yield _with_everything(plain)
    fuller = replace(plain, goals=(DENSITY_GOAL,), hair=short)  # a shaved look would bar surgery
    yield replace(fuller, area=AreaAnswer(norwood=NORWOOD[-1]))
    yield replace(fuller, person=replace(fuller.person, sex="female"))
    yield replace(fuller, area=AreaAnswer(zones=ZONES[:1]), person=replace(fuller.person, sex="female"))
    yield replace(fuller, hair=plain.hair)
    losing = replace(fuller, loss_moving_on="yes")
    yield losing
    yield replace(losing, area=AreaAnswer(norwood=NORWOOD[-1]))
    past = int(rules.hair.counted.ages[1]) + 1  # older than the men who were counted over years
    yield replace(losing, person=replace(losing.person, age=past))
    criteria, ask = rules.suitability.criteria, health_ids(rules)
    for id_ in ask:
        if criteria[id_].level in ("stop", "wait"):
            yield replace(fuller, health=(id_,))
    others = tuple(id_ for id_ in ask if criteria[id_].level not in ("stop", "wait"))
    for few in (others[0::3], others[1::3], others[2::3]):  # of many one speaks first, and others go untold
        yield replace(fuller, health=few)
    asking = tuple(id_ for id_ in others if criteria[id_].level == "ask_doctor")
    for agreed in (True, False):
        yield replace(fuller, health=asking[:1], doctor_agreed=agreed)
    yield replace(fuller, health_asked=False)
    anybody = replace(fuller.person, sex=None)
    yield replace(fuller, person=anybody, unsure_about=tuple(rules.suitability.unsure))
    adult = rules.suitability.adult_from_years.value
    for age in (adult, adult - 1):
        yield replace(fuller, person=replace(fuller.person, age=int(age)))
    start, wait = plain.calendar.start, criteria["recent_transplant"].wait
    months = (0, wait.value, wait.range[1]) if wait else (0,)  # within the wait, after it, after the longest
    for day in (add_months(start, -int(ago)) for ago in months):
        yield replace(fuller, treated_before=_treated(day))


def somebody(rules: RuleSet) -> Intake:
    """Somebody with nothing special, at the age that the rules have for an example."""
    return Intake(
        goals=tuple(rules.intake.start_values.goals),
        area=AreaAnswer(norwood=rules.intake.start_values.norwood),
        calendar=CalendarAnswer(start=date.fromisoformat(rules.edition.edition), weekdays=WEEKDAYS),
        density=rules.intake.start_values.density,
        kept_hair=rules.intake.accepted.kept_hair.value,
        skin=Skin(tone=TONES[-1], traits=()),
        hair=Hair(colour=HAIR_COLOURS[0], wears="shaved"),
        habits=Habits(sun="low", heavy_sweat=False, swims=False, sun_protection=True, headgear=False),
        person=Person(age=int(rules.intake.accepted.age.value), sex=SEXES[0], could_be_pregnant=False),
        health_asked=True,
        medication_now=(),
        loss_moving_on="no",
        treated_before=TreatedBefore(smp=False),
        wants_touch_ups="soft",
    )


def _next(plain: Intake, place: int) -> Intake:
    """Somebody with the next look, skin and hair of the lists."""
    return replace(
        plain,
        density=LOOKS[place % len(LOOKS)],
        skin=Skin(tone=TONES[place % len(TONES)], traits=TRAITS[place % len(TRAITS) :]),
        hair=Hair(colour=HAIR_COLOURS[place % len(HAIR_COLOURS)], wears="short"),
    )


def _before_summer(start: date, rules: RuleSet) -> date:
    """The first day, whole months on, from which the skin heals in summer."""
    days = (add_months(start, months) for months in range(MONTHS_A_YEAR))
    return next(day for day in days if heals_in_summer(day, rules))


def with_a_scar(rules: RuleSet) -> Intake:
    """Somebody with a young scar and nothing else to cover."""
    plain, accepted = somebody(rules), rules.intake.accepted
    scar = Scar(
        length_cm=accepted.scar_length_cm.value,
        width_cm=accepted.scar_width_cm.value,
        age_months=0,
        red=True,
        raised=True,
    )
    return replace(plain, goals=(SCAR_GOAL,), area=AreaAnswer(scars=(scar,)))


def worked_abroad(rules: RuleSet) -> Iterator[Intake]:
    """A few people for each other region: two with its prices, and whom only its leaflets ask."""
    plain = somebody(rules)
    yield plain
    yield with_a_scar(rules)
    yield from (
        replace(plain, health=tuple(gate.among)) for gate in rules.options.gates.values() if gate.not_in
    )


def _measured(by: Any, rules: RuleSet) -> Measured:
    """An area as it is estimated at home, of the size that the rules have for an example."""
    return Measured(cm2=rules.intake.accepted.area_cm2.value, by=by)


def _with_everything(plain: Intake) -> Intake:
    """Somebody in whom all comes together that asks for care, and who has plans for each kind of event."""
    start = plain.calendar.start
    kinds: Any = get_args(EventKind)
    weeks = [start + timedelta(weeks=2 * place) for place, _ in enumerate(kinds, start=1)]
    events = tuple(
        LifeEvent(from_=day, to=day, name=kind, kind=kind) for day, kind in zip(weeks, kinds, strict=True)
    )
    return replace(
        plain,
        goals=GOALS,
        skin=Skin(tone=TONES[0], traits=TRAITS),
        habits=Habits(sun="high", heavy_sweat=True, swims=True, sun_protection=False, headgear=True),
        loss_moving_on="yes",
        calendar=replace(plain.calendar, events=events),
        wants_touch_ups="crisp",
    )


def _treated(on: date) -> TreatedBefore:
    """All treated on the day on which the plan would begin."""
    days: Any = dict.fromkeys(TREATED_ON, on)
    return TreatedBefore(smp=True, **days)
