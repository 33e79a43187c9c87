"""What the person has answered, in a line for each kind of question, to look over and to change."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import wraps
from typing import NamedTuple

from smp_planner.domain.intake import Intake
from smp_planner.domain.words import figure, number, per_cent, sentence, spoken, stage_name
from smp_planner.language.texts import N_, _, n_
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views.state import Answers

OPEN = N_("not sure yet")

Names = Mapping[str, Mapping[str, str]]  # by question, the words of each choice
Told = Callable[[Intake, Answers, RuleSet], str]


class Choices(NamedTuple):
    """The words of the choices: each alone, and in a line with others."""

    alone: Names
    in_a_line: Names


def _joined(tell: Callable[[Intake, Choices], Iterator[str]]) -> Told:
    """What is told in parts as one line; without any part it is open."""

    @wraps(tell)
    def told(intake: Intake, _answers: Answers, rules: RuleSet) -> str:
        return ", ".join(tell(intake, Choices(rules.intake.choices, rules.intake.in_a_line))) or _(OPEN)

    return told


@_joined
def told_goals(intake: Intake, choices: Choices) -> Iterator[str]:
    """What the person would like."""
    yield from (choices.alone["goals"][goal] for goal in intake.goals)


@_joined
def told_area(intake: Intake, choices: Choices) -> Iterator[str]:
    """Where on the head, how that was told, and the hair that is left there."""
    area = intake.area
    if area.norwood:
        yield _("Norwood {stage}", stage=stage_name(area.norwood))
    if area.ludwig:
        yield _("Ludwig {stage}", stage=stage_name(area.ludwig))
    yield from (choices.alone["zones"][zone] for zone in area.zones)
    if area.measured is not None:
        yield _("measured")
    if area.scars:
        scars = len(area.scars)
        yield n_("{count} scar", "{count} scars", scars, count=number(scars))
    if isinstance(intake.kept_hair, Mapping):
        yield _("hair left by place")
    elif intake.kept_hair is not None:
        yield _("{share} of the hair left", share=per_cent(intake.kept_hair))


@_joined
def told_look(intake: Intake, choices: Choices) -> Iterator[str]:
    """How dense it should look."""
    if isinstance(intake.density, str):
        yield sentence(choices.in_a_line["density"][intake.density])
    elif intake.density is not None:
        dots = int(intake.density)
        yield n_("{count} dot per cm2", "{count} dots per cm2", dots, count=number(intake.density))


@_joined
def told_person(intake: Intake, choices: Choices) -> Iterator[str]:
    """Age and sex."""
    person = intake.person
    if person.age is not None:
        yield figure(person.age, "years")
    if person.sex:
        yield choices.in_a_line["sex"][person.sex]


@_joined
def told_skin_and_hair(intake: Intake, choices: Choices) -> Iterator[str]:
    """Skin, and how the hair is worn."""
    names = choices.in_a_line
    if intake.skin.tone:
        yield _("Fitzpatrick {type}", type=intake.skin.tone)
    yield from (names["traits"][trait] for trait in intake.skin.traits or ())
    if intake.hair.colour:
        yield names["colour"][intake.hair.colour]
    if intake.hair.wears:
        yield names["wears"][intake.hair.wears]


@_joined
def told_habits(intake: Intake, choices: Choices) -> Iterator[str]:
    """Sun, sweat, swimming, and how soon a refresh is wanted."""
    habits, names = intake.habits, choices.in_a_line
    if habits.sun:
        yield names["sun"][habits.sun]
    if habits.heavy_sweat:
        yield _("sweats hard")
    if habits.swims:
        yield _("swims")
    if intake.wants_touch_ups:
        yield names["wants_touch_ups"][intake.wants_touch_ups]


@_joined
def told_dates(intake: Intake, _choices: Choices) -> Iterator[str]:
    """The first day that suits, and the events."""
    yield _("from {day}", day=spoken(intake.calendar.start))
    yield from (event.name for event in intake.calendar.events)
