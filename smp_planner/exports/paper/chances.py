"""What happened to 100 people, for each option in the same frame: a picture, and words both ways."""

from __future__ import annotations

from collections.abc import Iterator

from smp_planner.domain.comparison import Row
from smp_planner.domain.plan import Compared
from smp_planner.exports.numbered_sources import Numbers
from smp_planner.exports.paper.blocks import Block, Paragraph, Section
from smp_planner.exports.paper.every_question import answered
from smp_planner.language.texts import N_, _

WHAT_THEY_ARE = N_(
    "Each picture is 100 people. Those to whom it happened are filled. A hatched picture means that nobody "
    "has counted. Studies asked in different ways and over different times, so read the words too: each "
    "answer says over what time people were counted. What "
    "happened to others does not say what will happen to you."
)


def chances(plan: Compared, numbers: Numbers) -> Section:
    """Each question that counts people: its pictures in a row, then each option's whole answer."""
    return Section("chances", _("Chances, of 100 people"), tuple(_blocks(plan, numbers)), alone=True)


def _blocks(plan: Compared, numbers: Numbers) -> Iterator[Block]:
    yield Paragraph(_(WHAT_THEY_ARE))
    for row in plan.comparison.rows:
        if row.chance:
            yield from _counted(plan, row, numbers)


def _counted(plan: Compared, row: Row, numbers: Numbers) -> Iterator[Block]:
    yield from answered(plan, row, numbers)
