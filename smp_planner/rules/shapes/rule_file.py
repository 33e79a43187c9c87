"""What every rule file has: a review date; documents and their grades."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from smp_planner.rules.figures import Strict, Text, Words

Kind = Literal[
    "guideline", "regulator", "review", "trial", "cohort", "case_series", "small_study", "book",
    "society", "survey", "label", "standard", "formula", "clinic", "marketing", "press", "judgement",
]  # fmt: skip
Grade = Literal["high", "moderate", "low", "very_low"]
OptionId = Literal["nothing", "medication", "smp", "fut", "fue"]
Leans = Literal["for", "against", "neither"]
Weighs = Literal["gives", "asks"]  # what an option may give, or take from a person
CountedIn = Literal["men", "women", "pattern_loss"]  # pattern_loss: in men and women alike
OneSex = Literal["men", "women"]
Medicine = Literal["tablets", "lotion"]  # those that studies counted people on
# Who may be told something of their own; users: who uses a medicine for hair by now; resting: whose loss has
# stayed the same; far: whose loss has gone further than that of the men who were counted over years;
# whole_scalp: whose whole scalp another kind of hair loss has reached.
APART = (
    "for_men", "for_women", "for_others", "for_scars", "for_users", "for_resting", "for_far",
    "for_whole_scalp",
)  # fmt: skip
THIN = "for_thin"  # whose whole area is thin hair: told apart in cells alone


class Reviewed(Strict):
    """When and by whom the figures of a file were last looked through."""

    on: date
    by: Text


class RuleFile(Strict):
    """What every rule file begins with.

    `PARTED`: the key whose tables stand in files of their own, in the folder that has this file's name.
    """

    PARTED: ClassVar[str] = ""

    reviewed: Reviewed

    def parts_needed(self) -> Iterable[str]:
        """The names of the files that the folder must hold, and no others."""
        return ()


WebAddress = Annotated[str, Field(pattern=r"^https?://")]


class QuietTitle(Strict):
    """What a document is called where its own title or address would name a medicine."""

    title: Words
    url: WebAddress | None = None


class SourceEntry(Strict):
    """sources.yaml: one document."""

    title: Words
    year: int | None = None
    kind: Kind
    grade: Grade
    url: WebAddress | None = None
    read_on: date
    quiet: QuietTitle | None = None
