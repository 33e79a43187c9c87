"""Which limits go on after the look is planned to be settled, with the reason."""

from __future__ import annotations

from collections.abc import Iterator

from smp_planner.domain.plan import SmpPlan
from smp_planner.exports.after_settling import fields_after_settling, limits_after_settling
from smp_planner.views import html
from smp_planner.views.whys import Whys


def later_limits(plan: SmpPlan, whys: Whys) -> Iterator[str]:
    """A line that names them; nothing where each limit ends before."""
    if told := limits_after_settling(plan):
        yield html.paragraph(told, whys.why(*fields_after_settling(plan)))
