"""What the person has answered, in a line for each kind of question, to look over and to change."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import wraps

from smp_planner.domain.intake import Intake
from smp_planner.domain.quantities import Number
from smp_planner.domain.words import spoken
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views.state import Answers

OPEN = "not sure yet"

Names = Mapping[str, Mapping[str, str]]  # by question, the words of each choice
Told = Callable[[Intake, Answers, RuleSet], str]


def _joined(tell: Callable[[Intake, Names], Iterator[str]]) -> Told:
    """What is told in parts as one line; without any part it is open."""

    @wraps(tell)
    def told(intake: Intake, _answers: Answers, rules: RuleSet) -> str:
        return ", ".join(tell(intake, rules.intake.choices)) or OPEN

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
        yield "measured"
    if area.scars:
        yield f"{len(area.scars)} {'scar' if len(area.scars) == 1 else 'scars'}"
    if isinstance(intake.kept_hair, Mapping):
        yield "hair left by place"
    elif intake.kept_hair is not None:
        yield f"{_per_cent(intake.kept_hair)} of the hair left"


@_joined
def told_look(intake: Intake, names: Names) -> Iterator[str]:
    """How dense it should look."""
    if isinstance(intake.density, str):
        yield names["density"][intake.density].split(":")[0]
    elif intake.density is not None:
        yield f"{intake.density} dots per cm2"


def _per_cent(share: Number) -> str:
    return f"{share * 100:.0f} per cent"


@_joined
def told_person(intake: Intake, names: Names) -> Iterator[str]:
    """Age and sex."""
    person = intake.person
    if person.age is not None:
        yield f"{person.age} years"
    if person.sex:
        yield names["sex"][person.sex].lower()


@_joined
def told_skin_and_hair(intake: Intake, names: Names) -> Iterator[str]:
    """Skin, and how the hair is worn."""
    if intake.skin.tone:
        yield names["tone"][intake.skin.tone].split(":")[0]
    yield from (names["traits"][trait].lower() for trait in intake.skin.traits or ())
    if intake.hair.colour:
        yield f"{names['colour'][intake.hair.colour].lower()} hair"
    if intake.hair.wears:
        yield f"worn {names['wears'][intake.hair.wears].lower()}"


@_joined
def told_habits(intake: Intake, names: Names) -> Iterator[str]:
    """Sun, sweat, swimming, and how soon a refresh is wanted."""
    habits = intake.habits
    if habits.sun:
        yield names["sun"][habits.sun].lower()
    yield from (
        words for words, said in (("sweats hard", habits.heavy_sweat), ("swims", habits.swims)) if said
    )
    if intake.wants_touch_ups:
        yield names["wants_touch_ups"][intake.wants_touch_ups].split(",")[0].lower()


@_joined
def told_dates(intake: Intake, _: Names) -> Iterator[str]:
    """The first day that suits, and the events."""
    yield f"from {spoken(intake.calendar.start)}"
    yield from (event.name for event in intake.calendar.events)
