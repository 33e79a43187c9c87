"""The steps to a decision: what is decided, time to think, what to ask, two checks for the reader alone."""

from __future__ import annotations

from typing import Literal, NamedTuple

from smp_planner.domain.talk import OptionQuestions


class RecapQuestion(NamedTuple):
    """A question about a fact that decides, its answer and the reason."""

    id: str
    question: str
    answer: Literal["yes", "no"]
    why: str


class SureQuestion(NamedTuple):
    """A question about the reader's own mind, and what a "no" asks for."""

    id: str
    ask: str
    if_no: str


class Decision(NamedTuple):
    """The steps in their order. What somebody answers to `recap` and `sure` is kept nowhere.

    `reason` holds what to ask about the reason why no plan can be made; None where one is made.
    `talk_again` is said where one answer to `sure` is a "no", `all_yes` where none is.
    """

    say: str
    problem: str
    time: tuple[str, ...]
    ask: tuple[OptionQuestions, ...]
    recap: tuple[RecapQuestion, ...]
    sure: tuple[SureQuestion, ...]
    talk_again: str
    all_yes: str
    reason: OptionQuestions | None = None
