"""risks.yaml and its folder: what can go wrong, for every option."""

from collections.abc import Iterable
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from smp_planner.domain.intake import OPTIONS
from smp_planner.rules.figures import Cited, CountFigure, Saying, Strict, Text, Words
from smp_planner.rules.shapes.rule_file import CountedIn, Grade, Medicine, OneSex, OptionId, RuleFile

Surgery = Literal["fut", "fue"]
GRAFTS_LOST = "grafts_lost"  # how words ask for the grafts of 100 that do not grow
COUNTED = "counted"  # how words for others ask for the count of those in whom it was made


class RiskAnswer(Cited):
    """One risk as it is told: a count out of 100 or why there is none, what helps, what to do.

    `of_100` tells the count both ways: it holds {count}, {rest} and {range}, and {untreated} where people on
    a dummy were counted too; `untreated_not_known` says so where they were not. Each figure in `parts`
    stands in `also` by its name. `over` says over what time people were counted; risks are different events,
    so each has its own. `not_known` may tell how many of 100 grafts do not grow as {grafts_lost}, by the way
    of surgery named in `grafts_of`. What others are told may hold the count that was not made in them as
    {counted}, and its parts by their names, each with its range. `of_medicine`: it was counted in people who
    began that medicine; who uses it by now is told so beside. `called`: its name for those who are
    told it apart, where it is another.
    """

    called: Words | None = None
    say: Words
    per_100: CountFigure | None = None
    of_100: Words | None = None
    over: Words | None = None
    untreated: CountFigure | None = None
    untreated_not_known: Words | None = None
    parts: dict[str, CountFigure] = Field(default_factory=dict[str, CountFigure])
    also: Words | None = None
    not_known: Words | None = None
    grafts_of: Surgery | None = None
    of_medicine: Medicine | None = None
    prevent: Words
    do: Words
    strength: Grade


class RiskRule(RiskAnswer):
    """One risk of one option, and what others are told where it was not counted in them.

    `name` is what it is called in a row, `kind` one of the kinds of harm. `by_sex`: it is a harm of a
    medicine, which hangs on the sex and not on the kind of loss. `only_for`: a risk that only one
    sex runs; where the sex isn't said, it is told too, and so it is to who uses `or_users_of` by now,
    whatever their sex. `for_users` is what is told to who uses a medicine for
    hair by now, where nothing stands for their scars or their other loss. `for_resting` and `for_far` are
    told likewise where the loss has stayed the same, or has gone further than that of men counted over years,
    and `for_whole_scalp` where another kind of hair loss has reached the whole scalp.
    """

    name: Words
    kind: Text
    only_for: OneSex | None = None
    or_users_of: Medicine | None = None
    counted_in: CountedIn | None = None
    by_sex: bool = False
    for_men: RiskAnswer | None = None
    for_women: RiskAnswer | None = None
    for_others: RiskAnswer | None = None
    for_scars: RiskAnswer | None = None
    for_users: RiskAnswer | None = None
    for_resting: RiskAnswer | None = None
    for_far: RiskAnswer | None = None
    for_whole_scalp: RiskAnswer | None = None

    def counted_in_others(self, answer: RiskAnswer) -> dict[str, CountFigure]:
        """The counts of this risk that an answer for others asks for in its words, by name."""
        words = "" if answer is self else answer.not_known or ""
        counts = {COUNTED: self.per_100, **self.parts}
        return {name: count for name, count in counts.items() if count and f"{{{name}}}" in words}


class KindRule(Strict):
    """A kind of harm, and what is said of each option that brings none of it."""

    name: Words
    none: dict[OptionId, Saying] = Field(default_factory=dict[OptionId, Saying])


class RiskReasons(Strict):
    """The sentence that answers "why?" for a risk; `counted` may hold {label} of its figure."""

    counted: Words
    not_counted: Words


class RiskRules(RuleFile):
    """What can go wrong, by option."""

    PARTED: ClassVar[str] = "risks"

    because: RiskReasons
    kinds: Annotated[dict[str, KindRule], Field(min_length=1)]
    risks: dict[str, Annotated[dict[str, RiskRule], Field(min_length=1)]]

    def parts_needed(self) -> Iterable[str]:
        """A file for each option."""
        return OPTIONS
