"""What stands over a question that counts people: what a picture of them is, and over what time it counts."""

from __future__ import annotations

import re

from smp_planner.domain.comparison import Cell, Row
from smp_planner.language.texts import N_, _

WHAT_THEY_ARE = N_(
    "Each picture is 100 people. Those to whom it happened are filled. A hatched picture means not known: "
    "for people like you, or over the time that is named. The words say why. What was counted over another "
    "time is told in words, without a picture. Studies asked in different ways, so read the words too. What "
    "happened to others does not say what will happen to you."
)

FIGURES = re.compile(r"\d(?:[\d,.]*\d)?")
SENTENCES = re.compile(r"(?<=[.?!]) ")


def count_told(cell: Cell) -> str:
    """The words of a cell; a count is told both ways, then what its words hold beyond the same figures."""
    if not cell.of_100:
        return cell.say
    told = {*FIGURES.findall(cell.of_100)}
    sentences = ((one, {*FIGURES.findall(one)}) for one in SENTENCES.split(cell.say))
    return " ".join((cell.of_100, *(one for one, figures in sentences if not figures or figures - told)))


def time_counted(row: Row) -> str:
    """Over what time a question counts people, the same for every option; nothing where it counts nobody."""
    return _("Over what time? {time}", time=row.over) if row.over else ""
