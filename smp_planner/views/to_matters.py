"""From the page to what matters to the person: what was picked or typed, and how much it matters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, cast

from smp_planner.domain.intake import OwnConcern
from smp_planner.domain.matters import WEIGHTS
from smp_planner.planner.answer_bounds import most_of
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views.state import MATTERS, OWN_CONCERN, WEIGHED, Answers


def matters_of(answers: Answers) -> Mapping[str, int | None]:
    """The concerns that were picked, each with its weight."""
    return {id_: _weight(answers, f"{WEIGHED}{id_}") for id_ in answers.get(MATTERS) or ()}


def own_matters_of(answers: Answers, rules: RuleSet) -> Iterator[OwnConcern]:
    """The concerns that were typed, in the order of their lines."""
    for line in own_lines(rules):
        if words := typed(answers, line):
            yield OwnConcern(name=words, weight=_weight(answers, weight_of(line)))


def own_lines(rules: RuleSet) -> tuple[str, ...]:
    """The keys of the lines for concerns of one's own: as many as there is room for."""
    most = most_of(rules.intake.accepted.own_concerns)
    return tuple(f"{OWN_CONCERN}{place}" for place in range(1, most + 1))


def typed(answers: Answers, line: str) -> str:
    """What stands on a line; blanks alone are nothing."""
    return (answers.get(line) or "").strip()


def weight_of(line: str) -> str:
    """The key under which the weight of a line stands."""
    return f"{line}_weight"


def _weight(answers: Answers, key: str) -> int | None:
    """How much a concern matters, as an intake file holds it; None where it was not said."""
    return WEIGHTS.get(cast(Any, answers.get(key)))
