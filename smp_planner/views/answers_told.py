"""What the person has answered, in a line for each step, to look over and to change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from smp_planner.domain.intake import Intake
from smp_planner.domain.quantities import Number
from smp_planner.domain.words import spoken
from smp_planner.rules.ruleset import RuleSet

OPEN = "not sure yet"


def told_by_step(intake: Intake, health: Sequence[str], rules: RuleSet) -> tuple[str, ...]:
    """The answers as the steps come: goals, area, look, person, health, skin and hair, days, dates.

    `health` is what was answered in each of its groups.
    """
    names = rules.intake.choices
    return (
        _joined(names["goals"][goal] for goal in intake.goals),
        _joined(_area(intake, names)),
        _joined(_look(intake, names)),
        _joined(_person(intake, names)),
        *health,
        _joined(_skin_and_hair(intake, names)),
        _joined(_habits(intake, names)),
        _joined(_dates(intake)),
    )


Names = Mapping[str, Mapping[str, str]]


def _joined(told: Iterable[str]) -> str:
    return ", ".join(told) or OPEN


def _area(intake: Intake, names: Names) -> Iterator[str]:
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


def _look(intake: Intake, names: Names) -> Iterator[str]:
    if isinstance(intake.density, str):
        yield names["density"][intake.density].split(":")[0]
    elif intake.density is not None:
        yield f"{intake.density} dots per cm2"


def _per_cent(share: Number) -> str:
    return f"{share * 100:.0f} per cent"


def _person(intake: Intake, names: Names) -> Iterator[str]:
    person = intake.person
    if person.age is not None:
        yield f"{person.age} years"
    if person.sex:
        yield names["sex"][person.sex].lower()


def _skin_and_hair(intake: Intake, names: Names) -> Iterator[str]:
    if intake.skin.tone:
        yield names["tone"][intake.skin.tone].split(":")[0]
    yield from (names["traits"][trait].lower() for trait in intake.skin.traits or ())
    if intake.hair.colour:
        yield f"{names['colour'][intake.hair.colour].lower()} hair"
    if intake.hair.wears:
        yield f"worn {names['wears'][intake.hair.wears].lower()}"


def _habits(intake: Intake, names: Names) -> Iterator[str]:
    habits = intake.habits
    if habits.sun:
        yield names["sun"][habits.sun].lower()
    yield from (
        words for words, said in (("sweats hard", habits.heavy_sweat), ("swims", habits.swims)) if said
    )
    if intake.wants_touch_ups:
        yield names["wants_touch_ups"][intake.wants_touch_ups].split(",")[0].lower()


def _dates(intake: Intake) -> Iterator[str]:
    yield f"from {spoken(intake.calendar.start)}"
    yield from (event.name for event in intake.calendar.events)
