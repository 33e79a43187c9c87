"""matters.yaml: what matters to people, the questions of the comparison that answer it, and how much."""

from typing import Annotated

from pydantic import Field

from smp_planner.rules.figures import Basis, Cited, Saying, Strict, Text, Words
from smp_planner.rules.shapes.rule_file import RuleFile


class ConcernRule(Cited):
    """One concern in plain words, and the ids of the questions that answer it."""

    name: Words
    rows: Annotated[list[Text], Field(min_length=1)]
    basis: Basis
    note: Words | None = None


class WeightRule(Strict):
    """How much a concern matters: the words to choose, and the sentence that is said of it."""

    name: Words
    say: Words


class MattersRules(RuleFile):
    """matters.yaml: the concerns in their order, words for their weight, and what is said of one's own."""

    concerns: Annotated[dict[str, ConcernRule], Field(min_length=1)]
    weights: dict[str, WeightRule]
    own: Saying
    words: dict[str, Words]
