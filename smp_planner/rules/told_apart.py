"""The talk and the steps to a decision for scars alone, and the steps for another kind of hair loss.

Who loses no hair is told of no loss, and who loses it in another way of no pattern loss.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, Protocol, TypeVar, cast

from pydantic import BaseModel

from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.shapes.decision import DecisionRules
from smp_planner.rules.shapes.talk import ChoosingRule, OptionAsk, TalkRules

Apart = Literal["scars", "others"]
"""Who is told the steps in words of their own: who has scars alone, or another kind of hair loss."""


class _Worded(Protocol):
    """A rule that may have other words where scars are all there is to cover."""

    @property
    def for_scars(self) -> BaseModel | None: ...


Rule = TypeVar("Rule", bound=_Worded)
Asked = TypeVar("Asked", ChoosingRule, OptionAsk)


def talk_of(rules: RuleSet, *, scars_alone: bool) -> TalkRules:
    """The rules of the talk, without what is about a loss where scars are all there is to cover."""
    return rules.kept(_talk_of_scars) if scars_alone else rules.talk


def decision_of(rules: RuleSet, apart: Apart | None) -> DecisionRules:
    """The rules of the steps to a decision, in the words of those who are told them apart."""
    if apart is None:
        return rules.decision
    return rules.kept(_decision_of_scars if apart == "scars" else _decision_of_others)


def _talk_of_scars(rules: RuleSet) -> TalkRules:
    book = rules.talk
    return book.model_copy(
        update={
            "agreed": {id_: _worded(rule) for id_, rule in book.agreed.items() if not rule.of_loss},
            "later": {id_: _worded(rule) for id_, rule in book.later.items() if not rule.of_loss},
            "choosing": {option: _choosing(own) for option, own in book.choosing.items()},
        }
    )


def _choosing(own: ChoosingRule) -> ChoosingRule:
    return _asked(own).model_copy(update={"put_right": _worded(own.put_right)})


def _decision_of_scars(rules: RuleSet) -> DecisionRules:
    return _decision(rules.decision, "scars")


def _decision_of_others(rules: RuleSet) -> DecisionRules:
    return _decision(rules.decision, "others")


def _decision(book: DecisionRules, apart: Apart) -> DecisionRules:
    return book.model_copy(
        update={
            "problem": _worded(book.problem, apart),
            "time": _each(book.time, apart),
            "ask": {option: _asked(own, apart) for option, own in book.ask.items()},
            "ask_reason": _asked(book.ask_reason, apart),
            "recap": _each(book.recap, apart),
        }
    )


def _asked(own: Asked, apart: Apart = "scars") -> Asked:
    return own.model_copy(update={"questions": _each(own.questions, apart)})


def _each(rules: Mapping[str, Rule], apart: Apart) -> dict[str, Rule]:
    return {id_: _worded(rule, apart) for id_, rule in rules.items()}


def _worded(rule: Rule, apart: Apart = "scars") -> Rule:
    """The rule with the words of those who are told it apart in place of the others, where it has some."""
    own: BaseModel | None = getattr(rule, f"for_{apart}")
    if own is None:
        return rule
    told = {name: words for name, words in dict(own).items() if words is not None}
    return cast("Rule", cast("BaseModel", rule).model_copy(update=told))
