"""Which step of the patient's way an answer that doesn't fit stands in, and what is wrong in a step."""

from __future__ import annotations

from collections.abc import Iterable

from smp_planner.errors import Problem
from smp_planner.planner.all_faults import area_too_large
from smp_planner.planner.answer_checks import check_answers
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views.state import Answers
from smp_planner.views.to_intake import dated_waits, intake_of, questions_open

HEALTH_STEP, DATED = "health-", "treated_before."
STEP_OF = {
    "goals": "goals",
    "area": "area",
    "kept_hair": "area",
    "density": "look",
    "person": "person",
    "skin": "skin-and-hair",
    "hair": "skin-and-hair",
    "medication_now": "skin-and-hair",
    "loss_moving_on": "skin-and-hair",
    "habits": "days",
    "wants_touch_ups": "days",
    "calendar": "dates",
}


def step_of(key: str, rules: RuleSet) -> str | None:
    """The name of the step that asks for an answer, by its key; None where no step does."""
    dated = {f"{DATED}{day}": id_ for id_, day in dated_waits(rules).items()}
    return step_of_health(dated[key], rules) if key in dated else STEP_OF.get(key.split(".", 1)[0])


def step_of_health(criterion: str, rules: RuleSet) -> str | None:
    """The name of the step that asks a health question."""
    groups = rules.suitability.health_groups.items()
    return next((f"{HEALTH_STEP}{id_}" for id_, group in groups if criterion in group.ask), None)


def steps_to_mend(problems: Iterable[Problem], rules: RuleSet) -> tuple[str, ...]:
    """The names of the steps in which answers don't fit, each once."""
    steps = (step_of(problem.key, rules) for problem in problems)
    return tuple(dict.fromkeys(step for step in steps if step is not None))


def problems_in(step: str, answers: Answers, rules: RuleSet) -> list[Problem]:
    """What is wrong with the answers of a step, as the plan would tell it."""
    return [problem for problem in _problems(answers, rules) if step_of(problem.key, rules) == step]


def too_large_in_all(answers: Answers, rules: RuleSet) -> list[Problem]:
    """Whether the area with its edge and all scars is larger than any that is planned for."""
    return [] if any(questions_open(answers, rules)) else area_too_large(intake_of(answers, rules), rules)


def _problems(answers: Answers, rules: RuleSet) -> list[Problem]:
    if problems := list(questions_open(answers, rules)):
        return problems
    return [*check_answers(intake_of(answers, rules), rules), *too_large_in_all(answers, rules)]
