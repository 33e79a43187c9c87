"""talk.yaml: what is agreed before the first visit, the first week in plain words, what to ask a clinic."""

from typing import Annotated, Literal

from pydantic import Field

from smp_planner.rules.figures import Basis, Cited, Figure, Saying, Text
from smp_planner.rules.shapes.rule_file import RuleFile


class AgreedPoint(Saying):
    """One point of the talk: a note for the person, and what is written down of it.

    `known_by` is what the answers or the plan tell of it already; without `write` that is all there is.
    """

    name: Text
    write: Text | None = None
    known_by: Literal["patch_test", "medication_now", "loss_moving_on", "headgear"] | None = None


class PlainAnswer(Saying):
    """A question that people ask, and the answer in plain words."""

    question: Text


class ClinicQuestion(Cited):
    """A question to put to any clinic, and what hangs on it."""

    ask: Text
    why: Text
    basis: Basis
    note: Text | None = None


class TalkRules(RuleFile):
    """talk.yaml: what is agreed, days 0 to 7, what may come later, and what to ask before choosing."""

    clip_every_days: Figure
    agreed: Annotated[dict[str, AgreedPoint], Field(min_length=1)]
    first_week: dict[str, PlainAnswer]
    later: dict[str, PlainAnswer]
    practitioner: dict[str, ClinicQuestion]
    words: dict[str, Text]
