"""What the person has answered, in a line for each kind of question, to look over and to change."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import wraps

from smp_planner.domain.intake import Intake
from smp_planner.domain.words import figure, number, per_cent, spoken
from smp_planner.language.texts import N_, _, n_
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views.state import Answers

OPEN = N_("not sure yet")

Names = Mapping[str, Mapping[str, str]]  # by question, the words of each choice
Told = Callable[[Intake, Answers, RuleSet], str]


def _joined(tell: Callable[[Intake, Names], Iterator[str]]) -> Told:
    """What is told in parts as one line; without any part it is open."""

    @wraps(tell)
    def told(intake: Intake, _answers: Answers, rules: RuleSet) -> str:
        return ", ".join(tell(intake, rules.intake.choices)) or _(OPEN)

    return told


@_joined
def told_goals(intake: Intake, names: Names) -> Iterator[str]:
    """What the person would like."""
    yield from (names["goals"][goal] for goal in intake.goals)


@_joined
def told_area(intake: Intake, names: Names) -> Iterator[str]:
    """Where on the head, how that was told, and the hair that is left there."""
    area = intake.area
    for scale, stage in (("norwood", area.norwood), ("ludwig", area.ludwig)):
        if stage:
            yield names[scale][stage].split(":")[0]
    yield from (names["zones"][zone] for zone in area.zones)
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
def told_look(intake: Intake, names: Names) -> Iterator[str]:
    """How dense it should look."""
    if isinstance(intake.density, str):
        yield names["density"][intake.density].split(":")[0]
    elif intake.density is not None:
        dots = int(intake.density)
        yield n_("{count} dot per cm2", "{count} dots per cm2", dots, count=number(intake.density))


@_joined
def told_person(intake: Intake, names: Names) -> Iterator[str]:
    """Age and sex."""
    person = intake.person
    if person.age is not None:
        yield figure(person.age, "years")
    if person.sex:
        yield names["sex"][person.sex].lower()


@_joined
def told_skin_and_hair(intake: Intake, names: Names) -> Iterator[str]:
    """Skin, and how the hair is worn."""
    if intake.skin.tone:
        yield names["tone"][intake.skin.tone].split(":")[0]
    yield from (names["traits"][trait].lower() for trait in intake.skin.traits or ())
    if intake.hair.colour:
        yield _("{colour} hair", colour=names["colour"][intake.hair.colour].lower())
    if intake.hair.wears:
        yield _("worn {how}", how=names["wears"][intake.hair.wears].lower())


@_joined
def told_habits(intake: Intake, names: Names) -> Iterator[str]:
    """Sun, sweat, swimming, and how soon a refresh is wanted."""
    habits = intake.habits
    if habits.sun:
        yield names["sun"][habits.sun].lower()
    if habits.heavy_sweat:
        yield _("sweats hard")
    if habits.swims:
        yield _("swims")
    if intake.wants_touch_ups:
        yield names["wants_touch_ups"][intake.wants_touch_ups].split(",")[0].lower()


@_joined
def told_dates(intake: Intake, _names: Names) -> Iterator[str]:
    """The first day that suits, and the events."""
    yield _("from {day}", day=spoken(intake.calendar.start))
    yield from (event.name for event in intake.calendar.events)
