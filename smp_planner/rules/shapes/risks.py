"""risks.yaml: what can go wrong, for every option."""

from typing import Literal

from smp_planner.rules.figures import Cited, Figure, Text
from smp_planner.rules.shapes.rule_file import Grade, OptionId, RuleFile


class RiskRule(Cited):
    """One risk of one option, and whom it concerns.

    Counted in men with pattern loss, its count says nothing of others; `only_for` one sex, others
    don't have it.
    """

    option: OptionId
    say: Text
    per_100: Figure | None = None
    not_known: Text | None = None
    prevent: Text
    do: Text
    strength: Grade
    counted_in: Literal["men"] | None = None
    only_for: Literal["men", "women"] | None = None


class RiskRules(RuleFile):
    """risks.yaml: what can go wrong, for every option."""

    risks: dict[str, RiskRule]
