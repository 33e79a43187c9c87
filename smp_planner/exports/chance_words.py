"""The words around counts of people: what a picture of them is, over what time, and the count both ways."""

from __future__ import annotations

from smp_planner.domain.comparison import Cell, Row
from smp_planner.domain.quantities import Estimate, rounded
from smp_planner.domain.words import number
from smp_planner.language.texts import N_, _

WHAT_THEY_ARE = N_(
    "Each picture is 100 people. Those to whom it happened are filled. A hatched picture means not known: "
    "for people like you, or over the time that is named. The words say why. What was counted over another "
    "time is told in words, without a picture. Studies asked in different ways, so read the words too. What "
    "happened to others does not say what will happen to you."
)

DRAWN = N_("{count_told} Filled: {count}.")


def count_told(cell: Cell) -> str:
    """The words of a cell; a count of people is told both ways."""
    return cell.of_100 or cell.say


def time_counted(row: Row) -> str:
    """Over what time a question counts people, the same for every option; nothing where it counts nobody."""
    return _("Over what time? {time}", time=row.over) if row.over else ""


def drawn_in_words(count: Estimate, told: str) -> str:
    """What a picture of 100 people shows: whom, and what happened to how many of them.

    `told` begins with the sentence that tells the count; what follows it stands beside the picture.
    """
    sentence = f"{told.partition('. ')[0].rstrip('.')}."
    return _(DRAWN, count_told=sentence, count=number(rounded(count.typical)))
