"""talk.yaml: what is agreed before the first visit, the first week in plain words, what to ask a clinic."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from smp_planner.rules.figures import Basis, Cited, Figure, Saying, Strict, Words
from smp_planner.rules.shapes.rule_file import RuleFile


class AgreedInHair(Strict):
    """A note for the person and what is written down, where the dots go between hair."""

    say: Words
    write: Words


class AgreedRule(Saying):
    """One point of the talk: a note for the person, and what is written down of it.

    `known_by` is what the answers or the plan tell of it already; without `write` that is all there is.
    `in_hair` is said and written in their place where the dots go between hair that isn't shaved.
    """

    name: Words
    write: Words | None = None
    in_hair: AgreedInHair | None = None
    known_by: Literal["patch_test", "medication_now", "loss_moving_on", "headgear"] | None = None


class AnswerRule(Saying):
    """A question that people ask, and the answer in plain words."""

    question: Words


class QuestionRule(Cited):
    """A question to put to any clinic, and what hangs on it."""

    ask: Words
    why: Words
    basis: Basis
    note: Words | None = None


class TalkRules(RuleFile):
    """talk.yaml: what is agreed, days 0 to 7, what may come later, and what to ask before choosing."""

    clip_every_days: Figure
    agreed: Annotated[dict[str, AgreedRule], Field(min_length=1)]
    first_week: dict[str, AnswerRule]
    later: dict[str, AnswerRule]
    practitioner: dict[str, QuestionRule]
    words: dict[str, Words]

    def sentences(self) -> Iterator[tuple[str, str, AgreedRule | AnswerRule]]:
        """Each sentence that figures are filled into: its part, its id and its rule."""
        parts = (("agreed", self.agreed), ("first_week", self.first_week), ("later", self.later))
        for part, entries in parts:
            for id_, rule in entries.items():
                yield part, id_, rule
