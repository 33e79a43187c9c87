"""talk.yaml and its folder: what is agreed, the first week, whom to ask what, how poor work is put right."""

from collections.abc import Iterable, Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from smp_planner.domain.intake import OPTIONS
from smp_planner.rules.figures import Basis, Cited, Figure, Saying, Strict, Words
from smp_planner.rules.shapes.rule_file import Grade, RuleFile

Covered = Literal[
    "hairline_temples", "front", "midscalp", "crown", "sides", "donor", "whole_scalp", "measured"
]  # fmt: skip
"""A part of the area: a zone, or an area that was measured and lies nobody knows where."""


class AgreedByHair(Strict):
    """A note for the person and what is written down, for hair that is worn in one way."""

    say: Words
    write: Words


class SaidApart(Strict):
    """What is said where scars are all there is to cover, or of another kind of hair loss."""

    say: Words


class SaidOfGrey(Strict):
    """What is said where hair is grey or white by now; `for_scars` where scars are all there is to cover."""

    say: Words
    for_scars: Words


class AgreedRule(Saying):
    """One point of the talk: a note for the person, and what is written down of it.

    `known_by` is what the answers or the plan tell of it already; without `write` that is all there is.
    `of_loss`: it doesn't concern somebody who has scars covered and nothing else; `for_scars` is
    said to them.
    `for_grey` is said where hair is grey or white by now.
    `only_in`: it is about these parts of the area, and concerns nobody else; `only_told` is the answer that
    brings it up.
    `in_hair` is said and written in their place where the dots go between hair that isn't shaved,
    `long_by_bare` where bare skin lies beside hair that is worn long.
    """

    name: Words
    write: Words | None = None
    in_hair: AgreedByHair | None = None
    long_by_bare: AgreedByHair | None = None
    of_loss: bool = False
    for_grey: SaidOfGrey | None = None
    only_in: list[Covered] = []
    only_told: Literal["dot_scars"] | None = None
    for_scars: SaidApart | None = None
    known_by: Literal["patch_test", "medication_now", "loss_moving_on", "headgear"] | None = None


class AnswerRule(Saying):
    """A question that people ask, and the answer in plain words; `of_loss` and `for_scars` as of a point.

    `of_greying`: it concerns nobody whose hair is grey or white by now. `of_gaps`: which days events leave
    for the filling of gaps is said with it. `with_headgear` is said in place of `say` to who wears something
    on the head on most days.
    """

    question: Words
    with_headgear: Words | None = None
    of_loss: bool = False
    of_greying: bool = False
    of_gaps: bool = False
    for_scars: SaidApart | None = None


class AskedApart(Strict):
    """A question and what hangs on it, where scars are all there is, or of another kind of hair loss."""

    ask: Words | None = None
    why: Words


class QuestionRule(Cited):
    """A question to put to any clinic, and what hangs on it; `in_regions` stands in its place in a region."""

    ask: Words
    why: Words
    in_regions: dict[Literal["US", "UK"], Words] = Field(default_factory=dict[Literal["US", "UK"], Words])
    for_scars: AskedApart | None = None
    for_others: AskedApart | None = None
    basis: Basis
    note: Words | None = None


class OptionAsk(Strict):
    """Whom to ask about one option, and what."""

    whom: Words
    questions: Annotated[dict[str, QuestionRule], Field(min_length=1)]


class PutRightOfScars(Strict):
    """How a bad end is put right, what it takes, what is not known, where scars are all there is to cover."""

    say: Words
    takes: Words
    not_known: Words


class PutRightRule(Saying):
    """How poor work or a bad end is put right, what that takes, what is not known; figures are filled in."""

    takes: Words
    not_known: Words
    for_scars: PutRightOfScars | None = None
    strength: Grade


class ChoosingRule(OptionAsk):
    """Whom to ask about one option, what to ask before choosing, and how poor work is put right."""

    put_right: PutRightRule


class TalkRules(RuleFile):
    """What is agreed, days 0 to 7, what may come later; of each option, whom to ask what before choosing."""

    PARTED: ClassVar[str] = "choosing"

    clip_every_days: Figure
    agreed: Annotated[dict[str, AgreedRule], Field(min_length=1)]
    first_week: dict[str, AnswerRule]
    later: dict[str, AnswerRule]
    choosing: dict[str, ChoosingRule]
    words: dict[str, Words]

    def parts_needed(self) -> Iterable[str]:
        """A file for each option."""
        return OPTIONS

    def sentences(self) -> Iterator[tuple[str, str, AgreedRule | AnswerRule]]:
        """Each sentence that figures are filled into: its part, its id and its rule."""
        parts = (("agreed", self.agreed), ("first_week", self.first_week), ("later", self.later))
        for part, entries in parts:
            for id_, rule in entries.items():
                yield part, id_, rule
