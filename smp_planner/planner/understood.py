"""The answers in words, in the order in which they are asked: what the plan was made from."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import NamedTuple

from smp_planner.domain.crown_alone import stage_not_counted
from smp_planner.domain.intake import CARRIES, UNNAMED_MEDICINE, WEEKDAYS, Intake, Measured, Scar
from smp_planner.domain.scar_places import IN_A_LINE
from smp_planner.domain.understood import Understood
from smp_planner.domain.words import (
    STAGE_IN_WORDS,
    Scale,
    figure,
    number,
    per_cent,
    sentence,
    spoken,
    spoken_span,
    stage_told,
)
from smp_planner.language.texts import N_, NP_, _, p_
from smp_planner.planner.suitability.found import asks_doctor
from smp_planner.planner.suitability.open_questions import names_of_unsure
from smp_planner.rules.ruleset import RuleSet

BEGUN = N_("{answer} (where the page begins; nobody chose it)")
NOT_SAID = N_("Not answered, or not sure")
NONE = NP_("answers", "None")
YES, NO = NP_("answers", "Yes"), NP_("answers", "No")
NONE_APPLIES = N_("none applies to you")
PREGNANT, DOCTOR = "could_be_pregnant", "doctor_agreed"
UNNAMED = {
    "under_18": N_("not of age yet"),
}
"""Health answers that only a file of answers can name: the page works them out from other answers."""
TYPED = ("events", "away")  # begin with a name that somebody typed, which stays as it is
UNSURE = N_("not sure about some")
UNSURE_NAMED = N_("not sure of: {which}")
NOT_NAMED = N_("yes, not said which")
TREATED = {
    "transplant_on": N_("hair transplant on {day}"),
    "laser_removal_on": N_("laser removal on {day}"),
    "chemo_or_radiotherapy_on": N_("chemotherapy or radiotherapy on {day}"),
}
BY = {
    "string": N_("measured with a string"),
    "card": N_("measured with a card"),
    "palm": N_("measured with a palm"),
    "begun": N_("a size to begin with, not measured"),
}

DOT_SCARS = N_("many small dots from an earlier FUE, not counted")
RAISED = {True: N_("raised"), False: N_("not raised")}
RED = {True: N_("red"), False: N_("not red")}


class _Given(NamedTuple):
    """The answers, the words of the choices alone and in a line, and the short names of health questions.

    A question is known by its own id and by that of the answer that it is found by. `unsure_health` are the
    names of those that the person isn't sure of.
    """

    intake: Intake
    alone: Mapping[str, Mapping[str, str]]
    in_a_line: Mapping[str, Mapping[str, str]]
    health: Mapping[str, str]
    unsure_health: tuple[str, ...]


Tell = Callable[[_Given], Iterator[str]]


def understand(intake: Intake, rules: RuleSet) -> tuple[Understood, ...]:
    """Each kind of answer under its name; one of which nothing can be told is open.

    Who is male isn't asked about pregnancy; of who ticks it no answer to that is open. What a doctor said
    is told where one is to be asked and something was said.
    """
    criteria = rules.suitability.criteria
    names = {id_: rule.short or _(UNNAMED.get(id_, id_)) for id_, rule in criteria.items()}
    names |= {
        rule.found_by: rule.short for rule in criteria.values() if rule.found_by in TREATED and rule.short
    }
    unsure = tuple(names_of_unsure(intake.unsure_health, rules.suitability))
    given = _Given(intake, rules.intake.choices, rules.intake.in_a_line, names, unsure)
    left_out = {PREGNANT} if intake.person.sex == "male" else set[str]()
    if CARRIES in intake.health and intake.person.could_be_pregnant is None:
        left_out.add(PREGNANT)
    if intake.doctor_agreed is None or not asks_doctor(intake, rules):
        left_out.add(DOCTOR)
    return tuple(_understood(id_, given) for id_ in ASKED if id_ not in left_out)


def _understood(id_: str, given: _Given) -> Understood:
    asked, tell = ASKED[id_]
    said = ", ".join(tell(given))
    if id_ not in TYPED:
        said = sentence(said)
    return Understood(id_, _(asked), said or _(NOT_SAID), open=not said)


def _in_order(chosen: Collection[str], names: Mapping[str, str]) -> list[str]:
    """What was chosen by name, in the order of the rules: the order of taps is no answer."""
    return [names[id_] for id_ in sorted(chosen, key=[*names].index)]


# --- what is wanted, and where --------------------------------------------------------------


def _goals(given: _Given) -> Iterator[str]:
    told = _in_order(given.intake.goals, given.alone["goals"])
    yield from (_(BEGUN, answer=goal) if given.intake.goals_by else goal for goal in told)


def _area(given: _Given) -> Iterator[str]:
    told = _parts_of_area(given)
    return (_(BEGUN, answer=part) for part in told) if given.intake.area_by else told


def _parts_of_area(given: _Given) -> Iterator[str]:
    area = given.intake.area
    if area.norwood:
        yield _stage("norwood", area.norwood, given)
    if area.ludwig:
        yield _stage("ludwig", area.ludwig, given)
    yield from _in_order(area.zones, given.in_a_line["zones"])
    yield from stage_not_counted(area)
    if area.measured:
        yield from _measured(area.measured)
    for scar in area.scars:
        yield _(
            "a scar of {length} by {width} cm", length=number(scar.length_cm), width=number(scar.width_cm)
        )
        if scar.place:
            yield _(IN_A_LINE[scar.place])
        yield from _state_of(scar)
        if scar.by:
            yield _(BY[scar.by])
    if area.dot_scars:
        yield _(DOT_SCARS)


def _state_of(scar: Scar) -> Iterator[str]:
    """How old a scar is, and whether it is raised and red, as far as that was told."""
    if scar.age_months is not None:
        age, on = figure(scar.age_months, "months"), scar.age_told_on
        yield _("{age} old on {day}", age=age, day=spoken(on)) if on else _("{age} old", age=age)
    for answer, words in ((scar.raised, RAISED), (scar.red, RED)):
        if answer is not None:
            yield _(words[answer])


def _stage(scale: Scale, stage: str, given: _Given) -> str:
    return _(STAGE_IN_WORDS, stage=stage_told(scale, stage), words=given.alone[scale][stage])


def _measured(measured: Measured) -> Iterator[str]:
    if measured.length_cm is not None and measured.width_cm is not None:
        length, width = number(measured.length_cm), number(measured.width_cm)
        yield _("{length} by {width} cm", length=length, width=width)
    if measured.cm2 is not None:
        yield figure(measured.cm2, "cm2")
    if measured.by:
        yield _(BY[measured.by])


def _kept_hair(given: _Given) -> Iterator[str]:
    kept, zones = given.intake.kept_hair, given.in_a_line["zones"]
    if isinstance(kept, Mapping):
        for zone in sorted(kept, key=[*zones].index):
            share = kept[zone]
            told = _(NOT_SAID) if share is None else per_cent(share)
            yield _("{place}: {share}", place=zones[zone], share=told)
    elif kept is not None:
        yield per_cent(kept)


def _density(given: _Given) -> Iterator[str]:
    density = given.intake.density
    if isinstance(density, str):
        yield given.alone["density"][density]
    elif density is not None:
        yield figure(density, "dots/cm2")


# --- the person -----------------------------------------------------------------------------


def _age(given: _Given) -> Iterator[str]:
    if given.intake.person.age is not None:
        yield figure(given.intake.person.age, "years")


def _sex(given: _Given) -> Iterator[str]:
    if given.intake.person.sex:
        yield given.alone["sex"][given.intake.person.sex]


def _health(given: _Given) -> Iterator[str]:
    """What was ticked, by name; nothing as long as the questions were not gone through."""
    intake = given.intake
    named = _in_order([id_ for id_ in intake.health if id_ != PREGNANT], given.health)
    if intake.health_asked and not named and "health" not in intake.unsure_about:
        yield _(NONE_APPLIES)
    yield from named
    if "health" in intake.unsure_about:
        which = "; ".join(given.unsure_health)
        yield _(UNSURE_NAMED, which=which) if which else _(UNSURE)


def _pregnant(intake: Intake) -> bool | None:
    """Either way of saying it counts: among the health answers, or by itself."""
    return True if PREGNANT in intake.health else intake.person.could_be_pregnant


def _treated(given: _Given) -> Iterator[str]:
    before = given.intake.treated_before
    if before.smp is not None:
        yield _("SMP before") if before.smp else _("no SMP before")
    for name, words in TREATED.items():
        day = getattr(before, name)
        if day is not None:
            yield _(words, day=spoken(day))
        elif name in given.intake.unsure_about:
            yield _("{what}: not sure", what=given.health[name])


def _medicine(given: _Given) -> Iterator[str]:
    taken = given.intake.medication_now
    if taken is not None:
        names = {**given.in_a_line["medication_now"], UNNAMED_MEDICINE: _(NOT_NAMED)}
        yield from _in_order(taken, names)
        if not taken:
            yield p_(*NONE)


def _skin(given: _Given) -> Iterator[str]:
    skin = given.intake.skin
    if skin.tone:
        yield given.alone["tone"][skin.tone]
    yield from _in_order(skin.traits or (), given.in_a_line["traits"])
    if skin.traits == ():
        yield _("not oily, flaky, thick or sensitive")


def _hair(given: _Given) -> Iterator[str]:
    hair = given.intake.hair
    if hair.colour:
        yield given.in_a_line["colour"][hair.colour]
    if hair.wears:
        yield given.in_a_line["wears"][hair.wears]


def _moving_on(given: _Given) -> Iterator[str]:
    if given.intake.loss_moving_on:
        yield given.alone["loss_moving_on"][given.intake.loss_moving_on]


def _sun(given: _Given) -> Iterator[str]:
    if given.intake.habits.sun:
        yield given.alone["sun"][given.intake.habits.sun]


def _crisp(given: _Given) -> Iterator[str]:
    if given.intake.wants_touch_ups:
        yield given.alone["wants_touch_ups"][given.intake.wants_touch_ups]


def _yes_no(read: Callable[[Intake], bool | None]) -> Tell:
    """What tells a question with yes and no."""

    def tell(given: _Given) -> Iterator[str]:
        answer = read(given.intake)
        if answer is not None:
            yield p_(*YES) if answer else p_(*NO)

    return tell


# --- the days -------------------------------------------------------------------------------


def _start(given: _Given) -> Iterator[str]:
    yield spoken(given.intake.calendar.start)


def _weekdays(given: _Given) -> Iterator[str]:
    names = given.alone["weekdays"]
    yield from (names[day] for day in WEEKDAYS if day in given.intake.calendar.weekdays)


def _events(given: _Given) -> Iterator[str]:
    calendar, kinds = given.intake.calendar, given.alone["event_kind"]
    for event in calendar.events:
        days = spoken_span(event.from_, event.to)
        yield _("{event} ({days}; {kind})", event=event.name, days=days, kind=kinds[event.kind])
    for event in calendar.undated:
        yield _("{event} (no day yet; {kind})", event=event.name, kind=kinds[event.kind])
    if not calendar.events and not calendar.undated:
        yield p_(*NONE)


def _away(given: _Given) -> Iterator[str]:
    away = given.intake.calendar.away
    for days in away:
        told = spoken_span(days.from_, days.to)
        yield _("{name} ({days})", name=days.name, days=told) if days.name else told
    if not away:
        yield p_(*NONE)


ASKED: Mapping[str, tuple[str, Tell]] = {
    "goals": (N_("What you would like"), _goals),
    "area": (N_("Where on your head"), _area),
    "kept_hair": (N_("Hair that is still there"), _kept_hair),
    "density": (N_("How dense it should look"), _density),
    "age": (N_("Age"), _age),
    "sex": (N_("Sex"), _sex),
    "could_be_pregnant": (N_("Could you be pregnant?"), _yes_no(_pregnant)),
    "health": (N_("Health questions"), _health),
    DOCTOR: (N_("Has a doctor said yes?"), _yes_no(lambda intake: intake.doctor_agreed)),
    "treated_before": (N_("Treated before"), _treated),
    "medication_now": (N_("Medicine for hair loss now"), _medicine),
    "loss_moving_on": (N_("Is your hair loss moving on?"), _moving_on),
    "skin": (N_("Skin"), _skin),
    "hair": (N_("Hair"), _hair),
    "sun": (N_("Sun"), _sun),
    "heavy_sweat": (N_("Do you sweat hard on most days?"), _yes_no(lambda own: own.habits.heavy_sweat)),
    "swims": (N_("Do you swim every week?"), _yes_no(lambda own: own.habits.swims)),
    "sun_protection": (
        N_("Do you use sunscreen on your head?"),
        _yes_no(lambda own: own.habits.sun_protection),
    ),
    "headgear": (
        N_("Do you wear a hat, helmet or headscarf on most days?"),
        _yes_no(lambda own: own.habits.headgear),
    ),
    "wants_touch_ups": (N_("How crisp should it stay?"), _crisp),
    "start": (N_("First day you could start"), _start),
    "weekdays": (N_("Days that suit you"), _weekdays),
    "events": (N_("Your events"), _events),
    "away": (N_("Days you can't come"), _away),
}
"""What was asked, by its id: its name, and what tells the answer."""
