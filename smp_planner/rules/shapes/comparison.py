"""comparison.yaml and its folder: the questions, and the answer of every option to each."""

from collections.abc import Iterable, Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from smp_planner.rules.figures import Basis, Number, OfPeople, Pair, Saying, Strict, Text, Words
from smp_planner.rules.shapes.comparison_words import (
    CurveTexts,
    FigureNotes,
    FigureReasons,
    FigureWords,
    NotCounted,
    NotKnown,
)
from smp_planner.rules.shapes.rule_file import CountedIn, Grade, Leans, Medicine, OneSex, RuleFile, Weighs

NOTHING, SURGERY_CELL = "nothing", "surgery"
# What words may ask for beside their figure.
FEWER, OTHERS, UNTREATED, GAP = "fewer", "others", "untreated", "gap"
RANGE_OF = "{}_range"  # how the range of a figure beside is asked for
WORDS, MONEY, PEOPLE = "words", "money", "people of 100"
RowUnit = Literal[
    "words", "money", "money per cm2", "people of 100", "women of 100", "grafts", "grafts of 100",
    "operations", "per cm2", "hairs per cm2", "per cent", "per cent of today", "score of 10", "mm", "months",
    "days", "visits", "hours", "times",
]  # fmt: skip


class Beside(OfPeople):
    """A figure beside that of an answer, in the unit of its row; limits are the row's or its own."""

    value: Number
    range: Pair
    limits: Pair | None = None
    basis: Basis
    note: Words | None = None


class Over(Strict):
    """Over what time a question counts people, the same for every option: its months, or why none is told."""

    months: int | None = None
    not_told: Words | None = None


class Answer(OfPeople):
    """One answer: words, and a figure where one is known.

    `say` may hold {low}, {typical}, {high} and {range} of the figure; with `from_plan` it is filled from this
    plan. Beside a figure of its own also {fewer}, what a loss comes to; {others}, the rest of 100 people;
    {untreated}, the figure of doing nothing, unless one stands beside; and {gap}, what lies between the two.
    Each figure in `beside` stands in the words by its name, and its range as {<name>_range}, as that of
    {untreated} does. Limits are the row's unless it has limits of its own. Words
    without a figure of their own may still tell some: what was counted another way, or over another time. The
    note may ask for what stands beside as the words do.
    In a row of chances `of_100` tells the figure both ways: it holds {count}, {rest} and {range}, and may
    hold what stands beside. `over_months`: over so many months it was counted, or over up to so many.
    `in_short`: a few words for a headline. `of_medicine`: it was counted in people who began that medicine;
    who uses it by now is told so beside. `with_own_hair`: the words where the grafts of the plan are fewer
    for the person's own hair, with {own} for how much of it was told or reckoned.
    """

    say: Words
    with_own_hair: Words | None = None
    in_short: Words | None = None
    leans: Leans
    value: Number | None = None
    range: Pair | None = None
    limits: Pair | None = None
    basis: Basis | None = None
    not_known: Words | None = None
    beside: dict[str, Beside] = Field(default_factory=dict[str, Beside])
    from_plan: Text | None = None
    of_100: Words | None = None
    over_months: int | None = None
    of_medicine: Medicine | None = None
    strength: Grade
    note: Words | None = None


class CellRule(Answer):
    """One option's answer to one question, and what others are told where it was not counted in them.

    Without `counted_in` it holds for everybody. Others have another kind of hair loss, or scars alone.
    `by_sex`: it tells a harm of a medicine, which hangs on the sex and not on the kind of loss.
    `from_the_start`: it was counted in people who used no medicine for hair when they began, and is not known
    for who uses one by now. `for_users` is what they are told instead, whoever they are. `over_years`: it was
    counted over years, in men whose age and stages hair.yaml tells, and is not known for others.
    `for_resting` is what people are told whose loss has stayed the same, `for_far` those whose loss has gone
    further than that of the men who were counted over years, `for_whole_scalp` those whose whole scalp
    another kind of hair loss has reached. `for_thin` is what
    people with pattern loss are told whose whole area is thin hair and not bare.
    """

    counted_in: CountedIn | None = None
    by_sex: bool = False
    from_the_start: bool = False
    over_years: bool = False
    for_men: Answer | None = None
    for_women: Answer | None = None
    for_others: Answer | None = None
    for_scars: Answer | None = None
    for_users: Answer | None = None
    for_resting: Answer | None = None
    for_far: Answer | None = None
    for_whole_scalp: Answer | None = None
    for_thin: Answer | None = None


class RowRule(Strict):
    """One question, answered for each of the five options; `surgery` answers for both FUT and FUE.

    `limits` hold for the figures that stand in the row; those from the plan have limits of their own.
    A `chance` counts the people to whom something happened, and is told both ways. `over` says over what
    time, the same for every option. `reach_years`: it tells of so many years ahead and of no others, and
    stands apart where somebody looks less far. `only_for`: a question that is about one sex alone.
    `of_the_option`: it tells what an option is, or who may have it, and so also where it isn't possible.
    Answers lean for or against an option where the question weighs something that it may give or ask;
    nowhere else.
    """

    question: Words
    unit: RowUnit
    weighs: Weighs | None = None
    chance: bool = False
    over: Over | None = None
    reach_years: int | None = None
    only_for: OneSex | None = None
    of_the_option: bool = False
    limits: Pair | None = None
    cells: dict[str, CellRule]

    def cell(self, option: str) -> CellRule:
        """The answer of one option."""
        return self.cells.get(option) or self.cells[SURGERY_CELL]


class Branch(Saying):
    """One way of doing nothing; some are about hair loss, and not for scars alone.

    `uses_medicine`: it is for those alone who use a medicine for hair by now, or for all but them.
    `for_others` is said in its place of another kind of hair loss.
    """

    not_for_scars: bool = False
    uses_medicine: bool | None = None
    for_others: Saying | None = None


class Combination(Saying):
    """What people combine; `for_others` is said in its place of another kind of hair loss.

    `of_surgery`: it is no choice where the back and sides hold no hair to move.
    """

    of_surgery: bool = False
    for_others: Saying | None = None


class ComparisonRules(RuleFile):
    """The questions by group, the answers of every option, and the sentences around the figures."""

    PARTED: ClassVar[str] = "rows"

    groups: dict[str, Words]
    horizons: dict[str, list[Text]]
    rows: dict[str, Annotated[dict[str, RowRule], Field(min_length=1)]]
    because: FigureReasons
    words: FigureWords
    not_known: NotKnown
    not_counted: NotCounted
    begun_already: dict[Medicine, Saying]
    curves: CurveTexts
    notes: FigureNotes
    branches: dict[str, Branch]
    combinations: dict[str, Combination]

    def parts_needed(self) -> Iterable[str]:
        """A file for each group."""
        return self.groups

    def horizon_of(self, row: str) -> str | None:
        """How far ahead a row tells, where others tell the same of other years."""
        return next((horizon for horizon, rows in self.horizons.items() if row in rows), None)

    def questions(self) -> Iterator[tuple[str, str, RowRule]]:
        """Each question in order: its group, its id, and its row."""
        for group in self.groups:
            for id_, row in self.rows[group].items():
                yield group, id_, row
