"""Which criteria a person's answers bring up: ticked by the person, or following from an answer."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from smp_planner.domain.in_hair import is_long_by_bare
from smp_planner.domain.intake import ALOPECIA_GOAL, SCAR_GOAL, AreaAnswer, Intake
from smp_planner.planner.coverage.answers import dot_scars_alone, nothing_to_cover
from smp_planner.planner.coverage.scars import find_scars
from smp_planner.planner.coverage.scars_alone import scars_alone
from smp_planner.planner.suitability.scars import is_young, scar_untold
from smp_planner.planner.suitability.waits import holds_on, span_of, treated_on, waiting_for
from smp_planner.planner.suitability.young import (
    YOUNG_LINE,
    YOUNG_LOSS,
    draws_young_line,
    has_young_loss,
)
from smp_planner.planner.suitability.young_scars import first_day_to_plan
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.shapes.suitability import Criterion

_BY_ANSWER: Mapping[str, Callable[[Intake, Collection[str]], bool]] = {
    "age_unknown": lambda intake, _: intake.person.age is None,
    "could_be_pregnant": lambda intake, _: intake.person.could_be_pregnant is True,
    "light_hair": lambda intake, among: intake.hair.colour in among,
    "dark_skin": lambda intake, among: intake.skin.tone in among,
    "greying": lambda intake, among: intake.hair.colour is None or intake.hair.colour in among,
    "raised_scar": lambda intake, _: any(scar.raised for scar in intake.area.scars),
    "scar_untold": lambda intake, _: scar_untold(intake),
    "everyone": lambda _, __: True,
    "smp_before": lambda intake, _: intake.treated_before.smp is True,
    "dot_scars": lambda intake, _: bool(intake.area.dot_scars),
    "headgear": lambda intake, _: intake.habits.headgear is True,
    "no_sun_protection": lambda intake, _: intake.habits.sun_protection is False,
    "medicine_named": lambda intake, among: (
        bool(intake.medication_now) or any(id_ in among for id_ in intake.health)
    ),
}


def is_found(id_: str, criterion: Criterion, intake: Intake, rules: RuleSet) -> bool:
    """Whether a criterion applies; a wait does until its day has come on the first day to plan."""
    book = rules.suitability
    since = treated_on(intake.treated_before, criterion)
    if since is not None:
        span = span_of(waiting_for(criterion, book), since)
        return holds_on(first_day_to_plan(intake, rules), criterion, span)
    if id_ in intake.health:
        return True
    if criterion.found_by == "age":
        age = intake.person.age
        return age is not None and age < book.adult_from_years.read().number
    if criterion.found_by == "young_scar":
        settled = book.settled_scar_months.read().number
        return any(is_young(scar, settled) for scar in intake.area.scars)
    if criterion.found_by in _BY_RULES:
        return _BY_RULES[criterion.found_by](intake, criterion.among, rules)
    by_answer = _BY_ANSWER.get(criterion.found_by)
    return by_answer is not None and by_answer(intake, criterion.among)


def asks_doctor(intake: Intake, rules: RuleSet) -> tuple[str, ...]:
    """What asks for a doctor's word first, by id, in the order of the rules."""
    criteria = rules.suitability.criteria.items()
    asking = ((id_, criterion) for id_, criterion in criteria if criterion.level == "ask_doctor")
    return tuple(id_ for id_, criterion in asking if is_found(id_, criterion, intake, rules))


def keeps_much_hair(intake: Intake, rules: RuleSet) -> bool:
    """Whether much hair is left, by the rule, in all of the area; a zone that nobody told has none left."""
    much, kept, area = rules.suitability.much_hair_left.read().number, intake.kept_hair, intake.area
    if set(intake.goals) == {SCAR_GOAL}:
        return False
    if not isinstance(kept, Mapping):
        return kept is not None and kept >= much
    zones = area.zones or (tuple(kept) if area.measured else ())
    return bool(zones) and all((kept.get(zone) or 0) >= much for zone in zones)


def _tells_stage(area: AreaAnswer) -> bool:
    """Whether a stage of pattern loss was told, also where the crown alone is counted in its place."""
    return any((area.norwood, area.ludwig, area.crown_of_norwood, area.crown_of_ludwig))


_BY_RULES: Mapping[str, Callable[[Intake, Collection[str], RuleSet], bool]] = {
    "nothing_to_cover": lambda intake, _, rules: (
        nothing_to_cover(intake, rules) and not dot_scars_alone(intake, rules)
    ),
    "dot_scars_alone": lambda intake, _, rules: dot_scars_alone(intake, rules),
    "loss_moving_on": lambda intake, _, rules: (
        intake.loss_moving_on == "yes" and not scars_alone(intake, rules)
    ),
    "loss_may_move_on": lambda intake, _, rules: (
        intake.loss_moving_on != "no" and not scars_alone(intake, rules)
    ),
    YOUNG_LOSS: lambda intake, _, rules: has_young_loss(intake, rules),
    YOUNG_LINE: lambda intake, _, rules: draws_young_line(intake, rules),
    "scar": lambda intake, _, rules: bool(find_scars(intake, rules)),
    "woman_without_stage": lambda intake, _, rules: (
        intake.person.sex == "female"
        and ALOPECIA_GOAL not in intake.goals
        and not _tells_stage(intake.area)
        and not scars_alone(intake, rules)
    ),
    "doctor_said_no": lambda intake, _, rules: (
        intake.doctor_agreed is False and bool(asks_doctor(intake, rules))
    ),
    "long_by_bare": lambda intake, _, rules: is_long_by_bare(intake, scars_alone=scars_alone(intake, rules)),
    "little_loss": lambda intake, among, rules: intake.area.ludwig in among or keeps_much_hair(intake, rules),
}
