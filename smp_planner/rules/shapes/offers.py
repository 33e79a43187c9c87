"""offers.yaml: what an offer may hold or leave open, what to ask then, and the words of the comparison."""

from typing import Annotated, Literal

from pydantic import Field

from smp_planner.rules.figures import Basis, Cited, Words
from smp_planner.rules.shapes.rule_file import RuleFile

Sold = Literal["smp", "fut", "fue"]


class UnsaidRule(Cited):
    """What to ask where an offer for these treatments does not say something."""

    ask: Words
    of: Annotated[list[Sold], Field(min_length=1)]
    basis: Basis
    note: Words | None = None


class HeldRule(UnsaidRule):
    """What an offer may hold, by the name under which it is ticked, and what to ask where it is not."""

    name: Words


class OfferRules(RuleFile):
    """offers.yaml: how offers are set side by side."""

    unsaid: dict[str, UnsaidRule]
    holds: Annotated[dict[str, HeldRule], Field(min_length=1)]
    words: dict[str, Words]
