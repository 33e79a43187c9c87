"""What the person has answered, in a line for each kind of question, to look over and to change.

A line tells the answers, sizes as the tape has them, and then names the questions of the step that are
open.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import wraps
from operator import attrgetter
from typing import NamedTuple

from smp_planner.domain.crown_alone import stage_not_counted
from smp_planner.domain.intake import BEGUN_SIZE, UNNAMED_MEDICINE, WEEKDAYS, Intake, Measured
from smp_planner.domain.quantities import Number, rounded
from smp_planner.domain.scar_places import IN_A_LINE
from smp_planner.domain.words import figure, listed, number, per_cent, sentence, spoken, stage_told
from smp_planner.exports.wording import days_held
from smp_planner.language.texts import N_, _, n_
from smp_planner.planner.coverage.answers import area_unknown
from smp_planner.planner.dots.kept_hair import is_open
from smp_planner.planner.understood import DOT_SCARS
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views.begun_sizes import is_begun_scar, is_begun_size
from smp_planner.views.questions import question
from smp_planner.views.size_words import size_told
from smp_planner.views.state import PREGNANT, SCARS, Answers

OPEN = N_("not sure yet")
MEASURED_BY: Mapping[str | None, str] = {
    None: N_("measured: {size}"),
    "string": N_("measured with a string: {size}"),
    "card": N_("measured with payment cards: {count} ({size})"),
    "palm": N_("measured with palms: {count} ({size})"),
    BEGUN_SIZE: N_("a size to begin with, not measured: {size}"),
}
SCAR = N_("scar {number}: {size}")
SCAR_BEGUN = N_("scar {number}: {size}, a size to begin with, not measured")
SHARE = N_("{share} of the hair left")
YES_NO: Mapping[str, tuple[str, str]] = {
    "heavy_sweat": (N_("sweats hard"), N_("does not sweat hard")),
    "swims": (N_("swims"), N_("does not swim")),
    "sun_protection": (N_("uses sunscreen"), N_("uses no sunscreen")),
    "headgear": (N_("wears a hat, helmet or headscarf"), N_("wears no hat, helmet or headscarf")),
}
MOVING_ON = {"yes": N_("hair loss moves on"), "no": N_("hair loss does not move on")}
SKIN_AND_HAIR = (
    "skin.tone", "skin.traits", "hair.colour", "hair.wears", "loss_moving_on", "medication_now",
    "treated_before.smp",
)  # fmt: skip
HABITS = (*(f"habits.{habit}" for habit in ("sun", *YES_NO)), "wants_touch_ups")
OF_A_SCAR = ("age_months", "raised", "red")

Names = Mapping[str, Mapping[str, str]]  # by question, the words of each choice
Told = Callable[[Intake, Answers, RuleSet], str]
Open = Callable[[Intake], Iterator[str]]  # the keys of the questions that are open


class Begun(NamedTuple):
    """What nobody put in: the size of the area, and which scars, by place from 1."""

    size: bool
    scars: frozenset[int]


class Choices(NamedTuple):
    """The words of the choices, each alone and in a line with others; a card and a palm in cm2.

    `begun` tells what still is as the page began with it: the size, the scars by place;
    `weekdays` are those with which it begins.
    """

    alone: Names
    in_a_line: Names
    sizes: Mapping[str, Number]
    begun: Begun
    weekdays: Sequence[str]


def _begun(answers: Answers, rules: RuleSet) -> Begun:
    ways, rows = answers.get("area_ways") or (), answers.get(f"{SCARS}_rows") or ()
    return Begun(
        size="measured" in ways and is_begun_size(answers, rules),
        scars=frozenset(at for at, row in enumerate(rows, start=1) if is_begun_scar(row, answers, rules)),
    )


def _joined(open_: Open) -> Callable[[Callable[[Intake, Choices], Iterator[str]]], Told]:
    """What is told in parts as one line, with what is open; without any part all of it is open."""

    def joined(tell: Callable[[Intake, Choices], Iterator[str]]) -> Told:
        @wraps(tell)
        def told(intake: Intake, answers: Answers, rules: RuleSet) -> str:
            at_home = rules.coverage.at_home
            sizes = {"card": at_home.card_cm2.value, "palm": at_home.palm_cm2.value}
            begin = rules.intake.start_values.weekdays
            words = Choices(
                rules.intake.choices, rules.intake.in_a_line, sizes, _begun(answers, rules), begin
            )
            said = ", ".join(tell(intake, words))
            if not said:
                return _(OPEN)
            unsure = "; ".join(question(key).rstrip("?") for key in open_(intake))
            return _("{answers}. Not sure: {questions}", answers=said, questions=unsure) if unsure else said

        return told

    return joined


def _none(*keys: str) -> Open:
    """The questions that hold no answer."""

    def open_(intake: Intake) -> Iterator[str]:
        yield from (key for key in keys if attrgetter(key)(intake) in (None, ""))

    return open_


def _of_person(intake: Intake) -> Iterator[str]:
    yield from _none("person.age", "person.sex")(intake)
    if intake.person.sex != "male" and PREGNANT not in intake.health:
        yield from _none("person.could_be_pregnant")(intake)


def _of_area(intake: Intake) -> Iterator[str]:
    if area_unknown(intake.area) and not intake.area.dot_scars:
        yield "area"
    for place, scar in enumerate(intake.area.scars):
        yield from (f"area.scars.{place}.{key}" for key in OF_A_SCAR if getattr(scar, key) is None)
    if is_open(intake.kept_hair):
        yield "kept_hair"


@_joined(_none())
def told_goals(intake: Intake, choices: Choices) -> Iterator[str]:
    """What the person would like."""
    yield from (choices.alone["goals"][goal] for goal in intake.goals)


@_joined(_of_area)
def told_area(intake: Intake, choices: Choices) -> Iterator[str]:
    """Where on the head, how that was told, and the hair that is left there."""
    area = intake.area
    if area.norwood:
        yield stage_told("norwood", area.norwood)
    if area.ludwig:
        yield stage_told("ludwig", area.ludwig)
    yield from (choices.alone["zones"][zone] for zone in area.zones)
    yield from stage_not_counted(area)
    if area.measured is not None:
        yield _measured(area.measured, choices)
    for place, scar in enumerate(area.scars, start=1):
        told = SCAR_BEGUN if place in choices.begun.scars else SCAR
        said = _(told, number=number(place), size=size_told(scar.length_cm, scar.width_cm))
        yield ", ".join((said, _(IN_A_LINE[scar.place]))) if scar.place else said
    if area.dot_scars:
        yield _(DOT_SCARS)
    if isinstance(intake.kept_hair, Mapping):
        names = choices.in_a_line["zones"]
        for zone, share in intake.kept_hair.items():
            told = _("not sure") if share is None else per_cent(share)
            yield _("hair left, {place}: {share}", place=names[zone], share=told)
    elif intake.kept_hair is not None:
        yield _(SHARE, share=per_cent(intake.kept_hair))


def _measured(measured: Measured, choices: Choices) -> str:
    """How an area was measured, its size, and how many cards or palms that was."""
    by, cm2, sizes = measured.by, measured.cm2, choices.sizes
    by = BEGUN_SIZE if choices.begun.size else by
    size = size_told(measured.length_cm or 0, measured.width_cm or 0)
    if cm2 is not None:
        size = size_told(cm2, unit="cm2")
    one = sizes.get(by or "")
    count = number(rounded(Decimal(cm2) / one, "0.01")) if one and cm2 is not None else ""
    return _(MEASURED_BY[by], count=count, size=size)


@_joined(_none("density"))
def told_look(intake: Intake, choices: Choices) -> Iterator[str]:
    """How dense it should look."""
    if isinstance(intake.density, str):
        yield sentence(choices.in_a_line["density"][intake.density])
    elif intake.density is not None:
        dots = int(intake.density)
        yield n_("{count} dot per cm2", "{count} dots per cm2", dots, count=number(intake.density))


@_joined(_of_person)
def told_person(intake: Intake, choices: Choices) -> Iterator[str]:
    """Age and sex."""
    person = intake.person
    if person.age is not None:
        yield figure(person.age, "years")
    if person.sex:
        yield choices.in_a_line["sex"][person.sex]
    if person.could_be_pregnant is not None and person.sex != "male":
        yield _("could be pregnant") if person.could_be_pregnant else _("not pregnant")


@_joined(_none(*SKIN_AND_HAIR))
def told_skin_and_hair(intake: Intake, choices: Choices) -> Iterator[str]:
    """Skin, and how the hair is worn."""
    names = choices.in_a_line
    if intake.skin.tone:
        yield _("Fitzpatrick {type}", type=intake.skin.tone)
    yield from (names["traits"][trait] for trait in intake.skin.traits or ())
    if intake.skin.traits == ():
        yield _("not oily, flaky, thick or sensitive")
    if intake.hair.colour:
        yield names["colour"][intake.hair.colour]
    if intake.hair.wears:
        yield names["wears"][intake.hair.wears]
    if intake.loss_moving_on:
        yield _(MOVING_ON[intake.loss_moving_on])
    yield from _before(intake, names["medication_now"])


def _before(intake: Intake, names: Mapping[str, str]) -> Iterator[str]:
    """The medicine that is taken now, and whether there was SMP before."""
    if intake.medication_now is not None:
        named = {**names, UNNAMED_MEDICINE: _("a medicine for hair")}
        yield from (named[id_] for id_ in intake.medication_now)
        if not intake.medication_now:
            yield _("no medicine for hair")
    if intake.treated_before.smp is not None:
        yield _("SMP before") if intake.treated_before.smp else _("no SMP before")


@_joined(_none(*HABITS))
def told_habits(intake: Intake, choices: Choices) -> Iterator[str]:
    """Sun, sweat, swimming, and how soon a refresh is wanted."""
    habits, names = intake.habits, choices.in_a_line
    if habits.sun:
        yield names["sun"][habits.sun]
    for habit, (yes, no) in YES_NO.items():
        answer = getattr(habits, habit)
        if answer is not None:
            yield _(yes) if answer else _(no)
    if intake.wants_touch_ups:
        yield names["wants_touch_ups"][intake.wants_touch_ups]


@_joined(_none())
def told_dates(intake: Intake, choices: Choices) -> Iterator[str]:
    """The first day that suits, the weekdays that don't where any was switched off, events, and time away."""
    calendar, names = intake.calendar, choices.alone["weekdays"]
    yield _("from {day}", day=spoken(calendar.start))
    off = [day for day in WEEKDAYS if day not in calendar.weekdays]
    if set(off) & set(choices.weekdays):
        yield _("not on {days}", days=listed([names[day] for day in off]))
    yield from (event.name for event in (*calendar.events, *calendar.undated))
    for away in calendar.away:
        yield _("away {days}", days=days_held([(away.from_, away.to)]))
