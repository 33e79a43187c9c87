"""What matters to the person, the heaviest first, and the words of the comparison for every option."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from smp_planner.domain.comparison import Comparison, Row
from smp_planner.domain.intake import Intake
from smp_planner.domain.matters import WEIGHTS, Concern, LinedUp, Weight, weight_in_words
from smp_planner.domain.provenance import Step
from smp_planner.rules.ruleset import RuleSet

HEAVIEST_FIRST = (*WEIGHTS, None)


def line_up(
    intake: Intake, comparison: Comparison, rules: RuleSet
) -> tuple[tuple[Concern, ...], tuple[Step, ...]]:
    """Each concern with every option's answer, and a step for each; nothing where nothing was named."""
    if not intake.matters and not intake.own_matters:
        return (), ()
    found = [*_of_rules(intake, comparison, rules), *_own(intake, rules)]
    found.sort(key=lambda concern: HEAVIEST_FIRST.index(concern.weight))
    return tuple(found), tuple(_step(concern, rules) for concern in found)


def _of_rules(intake: Intake, comparison: Comparison, rules: RuleSet) -> Iterator[Concern]:
    """The concerns that were picked, in the order of the rules, each with the questions about this person."""
    rows = {row.id: row for row in comparison.rows}
    for id_, rule in rules.matters.concerns.items():
        points = intake.matters.get(id_)
        if id_ in intake.matters and points != 0:
            questions = tuple(_lined_up(rows[row]) for row in rule.rows if row in rows)
            yield Concern(id_, rule.name, *_weighed(points, rules), questions=questions)


def _own(intake: Intake, rules: RuleSet) -> Iterator[Concern]:
    """The concerns that were typed, in their order."""
    for number, own in enumerate(intake.own_matters, start=1):
        if own.weight != 0:
            yield Concern(f"own_{number}", own.name, *_weighed(own.weight, rules), say=rules.matters.own.say)


def _weighed(points: int | None, rules: RuleSet) -> tuple[str, Weight | None]:
    """How much it matters, as a sentence and by its name."""
    weight = None if points is None else weight_in_words(points)
    return (rules.matters.weights[weight].say if weight else rules.matters.words["not_weighed"]), weight


def _lined_up(row: Row) -> LinedUp:
    options: Mapping[str, str] = {option: cell.say for option, cell in row.cells.items()}
    return LinedUp(row.id, row.question, options)


def _step(concern: Concern, rules: RuleSet) -> Step:
    if concern.say:
        because, rule = rules.matters.words["because_own"], rules.matters.own.read()
    else:
        because, rule = rules.matters.words["because"], rules.matters.concerns[concern.id].read()
    answers = (
        f"comparison.rows.{question.row}.{option}"
        for question in concern.questions
        for option in question.options
    )
    return Step(f"matters.{concern.id}", None, because, (rule,), tuple(answers))
