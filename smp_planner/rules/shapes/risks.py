"""risks.yaml and its folder: what can go wrong, for every option."""

from collections.abc import Iterable
from typing import Annotated, ClassVar

from pydantic import Field

from smp_planner.domain.intake import OPTIONS
from smp_planner.rules.figures import Cited, CountFigure, Strict, Words
from smp_planner.rules.shapes.rule_file import CountedIn, Grade, OneSex, RuleFile


class RiskAnswer(Cited):
    """One risk as it is told: a count out of 100 or why there is none, what helps, what to do.

    `of_100` tells the count both ways: it holds {count}, {rest} and {range}.
    """

    say: Words
    per_100: CountFigure | None = None
    of_100: Words | None = None
    not_known: Words | None = None
    prevent: Words
    do: Words
    strength: Grade


class RiskRule(RiskAnswer):
    """One risk of one option, and what others are told where it was not counted in them.

    `only_for`: a risk that only one sex runs; where the sex isn't said, it is told too.
    """

    only_for: OneSex | None = None
    counted_in: CountedIn | None = None
    for_men: RiskAnswer | None = None
    for_women: RiskAnswer | None = None
    for_others: RiskAnswer | None = None
    for_scars: RiskAnswer | None = None


class RiskReasons(Strict):
    """The sentence that answers "why?" for a risk; `counted` may hold {label} of its figure."""

    counted: Words
    not_counted: Words


class RiskRules(RuleFile):
    """What can go wrong, by option."""

    PARTED: ClassVar[str] = "risks"

    because: RiskReasons
    risks: dict[str, Annotated[dict[str, RiskRule], Field(min_length=1)]]

    def parts_needed(self) -> Iterable[str]:
        """A file for each option."""
        return OPTIONS
