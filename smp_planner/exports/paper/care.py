"""The aftercare in full: each instruction in its own words, with all its days."""

from __future__ import annotations

from collections.abc import Iterator

from smp_planner.domain.care import Aftercare
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.exports.can_i import KINDS
from smp_planner.exports.paper.blocks import Block, Paragraph, Section, Table
from smp_planner.exports.paper.notices import notices
from smp_planner.exports.standing import to_confirm
from smp_planner.exports.wording import Run, days_held
from smp_planner.language.texts import _

WIDTHS = (3, 2)


def care_in_full(plan: TreatmentPlan) -> Section:
    """How many days there are limits, then a table for what to leave, to do, and what is usual."""
    burden = Paragraph(to_confirm(plan, plan.aftercare.burden.say))
    blocks: tuple[Block, ...] = (*notices(plan), burden, *_tables(plan))
    return Section("aftercare", _("Aftercare in full"), blocks)


def _tables(plan: TreatmentPlan) -> Iterator[Table]:
    for kind, name in KINDS.items():
        rows = tuple((words, days_held(runs)) for words, runs in _by_words(plan.aftercare, kind).items())
        if rows:
            yield Table(_(name), (_("What"), to_confirm(plan, _("Days"))), rows, WIDTHS)


def _by_words(care: Aftercare, kind: str) -> dict[str, list[Run]]:
    """The days of each instruction of a kind, by its words and where clinics differ."""
    runs: dict[str, list[Run]] = {}
    for window in care.windows:
        if window.kind == kind:
            words = " ".join(filter(None, (window.say, window.differs)))
            runs.setdefault(words, []).append((window.from_, window.to))
    return runs
