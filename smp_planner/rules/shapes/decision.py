"""decision.yaml: what is decided, time to think, what to ask a professional, and two short checks."""

from typing import Annotated, Literal

from pydantic import Field

from smp_planner.rules.figures import Basis, Cited, Saying, Strict, Text, Words
from smp_planner.rules.shapes.rule_file import OptionId, RuleFile
from smp_planner.rules.shapes.talk import OptionAsk, SaidApart


class StepRule(Saying):
    """A sentence on the way to a decision, and what is said in its place where scars are all there is.

    `for_others` is said in its place of another kind of hair loss.
    """

    for_scars: SaidApart | None = None
    for_others: SaidApart | None = None


class WhyApart(Strict):
    """Why a fact is as it is, where scars are all there is to cover, or of another kind of hair loss."""

    why: Words


class RecapRule(Cited):
    """A question about a fact that decides, its answer and the reason.

    `rests_on` names the rows of the comparison that say the same, and of which options.
    """

    question: Words
    answer: Literal["yes", "no"]
    why: Words
    for_scars: WhyApart | None = None
    for_others: WhyApart | None = None
    rests_on: Annotated[dict[Text, list[OptionId]], Field(min_length=1)]
    basis: Basis
    note: Words | None = None


class SureRule(Cited):
    """One question of the check whether somebody is torn, and what a "no" asks for."""

    ask: Words
    if_no: Words
    basis: Basis
    note: Words | None = None


class DecisionRules(RuleFile):
    """decision.yaml: the steps to a decision, in their order."""

    decision: Saying
    problem: StepRule
    without_plan: Saying
    time: Annotated[dict[str, StepRule], Field(min_length=1)]
    ask: dict[str, OptionAsk]
    ask_reason: OptionAsk
    recap: dict[str, RecapRule]
    sure: dict[str, SureRule]
    talk_again: Saying
    all_yes: Saying
    words: dict[str, Words]
