"""What stands first in a section with dates or money: that they are provisional, or not checked."""

from __future__ import annotations

from smp_planner.domain.plan import SmpPlan
from smp_planner.exports.paper.blocks import Paragraph
from smp_planner.exports.standing import standing


def notices(plan: SmpPlan) -> tuple[Paragraph, ...]:
    """A box for each thing that a reader has to know first; none where all is answered."""
    return tuple(Paragraph(words, "notice") for words in standing(plan))
