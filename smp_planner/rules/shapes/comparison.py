"""comparison.yaml and its folder: the questions, and the answer of every option to each."""

from collections.abc import Iterable, Iterator
from typing import Annotated, ClassVar

from pydantic import Field

from smp_planner.rules.figures import Cited, Number, Saying, Strict, Text
from smp_planner.rules.shapes.comparison_words import (
    CurveTexts,
    FigureNotes,
    FigureReasons,
    FigureWords,
    NotCounted,
    NotKnown,
)
from smp_planner.rules.shapes.rule_file import CountedIn, Grade, Leans, RuleFile

SURGERY_CELL = "surgery"


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
    """One question, answered for each of the five options; `surgery` answers for both FUT and FUE."""

    question: Text
    unit: Text
    cells: dict[str, CellRule]

    def cell(self, option: str) -> CellRule:
        """The answer of one option."""
        return self.cells.get(option) or self.cells[SURGERY_CELL]


class ComparisonRules(RuleFile):
    """The questions by group, the answers of every option, and the sentences around the figures."""

    PARTED: ClassVar[str] = "rows"

    groups: dict[str, Text]
    rows: dict[str, Annotated[dict[str, RowRule], Field(min_length=1)]]
    because: FigureReasons
    words: FigureWords
    not_known: NotKnown
    not_counted: NotCounted
    curves: CurveTexts
    notes: FigureNotes
    combinations: dict[str, Saying]

    def parts_needed(self) -> Iterable[str]:
        """A file for each group."""
        return self.groups

    def questions(self) -> Iterator[tuple[str, str, RowRule]]:
        """Each question in order: its group, its id, and its row."""
        for group in self.groups:
            for id_, row in self.rows[group].items():
                yield group, id_, row
