"""A clinic's file, its own rules: values moved inside the limits, exceptions beyond them, care of its own."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from smp_planner.rules.figures import Number, Pair, Strict, Text

Cites = Annotated[list[Text], Field(min_length=1)]


class Override(Strict):
    """A value that a clinic moves inside the limits, with its reason and sources."""

    value: Number
    reason: Text
    sources: Cites


class Signed(Strict):
    """Who answers for a rule beyond the limits, and since when."""

    by: Text
    on: date


class RuleException(Strict):
    """A rule of the clinic's own beyond the limits of the base rules: signed, sourced, printed as such."""

    value: Number
    range: Pair
    reason: Text
    sources: Cites
    signed: Signed


class OwnInstruction(Strict):
    """An instruction of this clinic alone: what to avoid, do or expect, until so many days after a visit.

    What to do or expect may loosen a rule ("You may swim from day 1"), so it needs a signature.
    """

    name: Text
    kind: Literal["avoid", "do", "expect"]
    say: Text
    why: Text
    to_day: int
    reason: Text
    sources: Cites
    signed: Signed | None = None
