"""comparison.yaml: the questions, and the answer of every option to each."""

from typing import Annotated

from pydantic import Field

from smp_planner.rules.figures import Cited, Number, Strict, Text
from smp_planner.rules.shapes.rule_file import CountedIn, Grade, Leans, RuleFile


class Answer(Cited):
    """One answer: words, and a figure where one is known.

    `say` may hold {low}, {typical}, {high}, {range} and {span} of the figure; with `from_plan` it is
    filled from this plan.
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
    """One option's answer to one question, and what others are told where it was not counted in them.

    Without `counted_in` it holds for everybody. Others have another kind of hair loss, or scars alone.
    """

    counted_in: CountedIn | None = None
    for_men: Answer | None = None
    for_women: Answer | None = None
    for_others: Answer | None = None
    for_scars: Answer | None = None


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
