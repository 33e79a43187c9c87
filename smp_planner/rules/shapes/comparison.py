"""comparison.yaml: the questions, and the answer of each option."""

from typing import Annotated, Literal

from pydantic import Field

from smp_planner.rules.figures import Cited, Number, Strict, Text
from smp_planner.rules.shapes.rule_file import Grade, Leans, RuleFile


class Answer(Cited):
    """One answer: words, and a figure where one is known.

    `say` may hold {low}, {typical}, {high} and, with `from_plan`, is filled from this plan.
    """

    say: Text
    leans: Leans
    value: Number | None = None
    range: Annotated[list[Number], Field(min_length=2, max_length=2)] | None = None
    per_100: bool = False
    not_known: Text | None = None
    from_plan: Text | None = None
    strength: Grade
    note: Text | None = None


class CellRule(Answer):
    """One option's answer, and whom it describes.

    Counted in men with pattern loss, it says nothing of others: for them it isn't known, or for
    women as `for_women` says.
    """

    counted_in: Literal["men"] | None = None
    for_women: Answer | None = None


class RowRule(Strict):
    """One question, answered for each of the five options."""

    group: Text
    question: Text
    unit: Text
    cells: dict[str, CellRule]


class ComparisonRules(RuleFile):
    """comparison.yaml: the questions and the answers per option."""

    groups: dict[str, Text]
    rows: dict[str, RowRule]
