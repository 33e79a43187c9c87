"""what_if.yaml, article.yaml and its folder: changed assumptions, and claims that were settled."""

from collections.abc import Iterable
from typing import Annotated, ClassVar

from pydantic import Field

from smp_planner.rules.figures import Cited, Figure, Strict, Text, Words
from smp_planner.rules.shapes.by_sale import BySale
from smp_planner.rules.shapes.rule_file import RuleFile


class WhatIfRule(Strict):
    """One changed assumption.

    `to_stage` asks in the stead of `say` where the loss goes on to a stage, `to_larger` where an area without
    one grows; `to_sooner` where checks are sooner than any in the range of the plan. `because`: how the new
    plan comes about; `checks`, after it, how many checks that makes.
    """

    say: Words
    none: Words
    same: Words
    no_dates: Words
    because: Words
    to_stage: Words | None = None
    to_larger: Words | None = None
    to_sooner: Words | None = None
    checks: Words | None = None
    more_sessions: Figure | None = None
    price_rise: Figure | None = None


class WhatIfRules(RuleFile):
    """what_if.yaml: the assumptions that are changed one at a time."""

    cases: dict[str, WhatIfRule]
    no_clash: Words
    because: Words
    goes_by: BySale
    names: dict[str, Words]


class Claim(Cited):
    """A claim of the article that contradicts itself or the literature, and our settlement.

    `tells_prices`: it names amounts of money, which nobody is told before the health questions.
    """

    topic: Words
    claims: Annotated[list[Words], Field(min_length=1)]
    literature: Words
    settled: Words
    rules: list[Text] = []
    tells_prices: bool = False


class ArticleRules(RuleFile):
    """Where the source article can't be taken at its word: it contradicts itself, or nothing supports it."""

    PARTED: ClassVar[str] = "claims"

    claims: dict[str, Annotated[dict[str, Claim], Field(min_length=1)]]

    def parts_needed(self) -> Iterable[str]:
        """A file for what the article contradicts itself in, and one for what nothing bears out."""
        return ("contradicts_itself", "not_supported")
