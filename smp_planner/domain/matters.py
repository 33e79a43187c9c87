"""What matters to a person, and what the comparison answers to it: no score, and no option wins."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

Weight = Literal["most_of_all", "a_lot", "a_little"]

WEIGHTS: Mapping[Weight, int] = {"most_of_all": 5, "a_lot": 3, "a_little": 1}
"""From which weight of an answer, 0 to 5, its words hold, the heaviest first; 0 is no concern."""


class LinedUp(NamedTuple):
    """A question of the comparison, by the id of its row, and each option's answer in the neutral order."""

    row: str
    question: str
    options: Mapping[str, str]


class Concern(NamedTuple):
    """One thing that matters to the person, how much, and the questions that answer it.

    `how_much` says the weight in words; `weight` is None where it was not said. A concern that the person
    typed has no questions: `say` tells that nobody has an answer to it here.
    """

    id: str
    name: str
    how_much: str
    weight: Weight | None = None
    say: str | None = None
    questions: tuple[LinedUp, ...] = ()


def weight_in_words(points: int) -> Weight | None:
    """The words of a weight from 0 to 5; None where it is no concern."""
    return next((words for words, least in WEIGHTS.items() if points >= least), None)
