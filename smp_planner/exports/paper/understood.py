"""The answers as they were understood, and what was made of them, so that whoever reads can check."""

from __future__ import annotations

from collections.abc import Iterator

from smp_planner.domain.plan import Compared, TreatmentPlan
from smp_planner.domain.words import planned, planned_area
from smp_planner.exports.dot_words import dots_by_part
from smp_planner.exports.paper.blocks import Block, Paragraph, Section, Table
from smp_planner.language.texts import N_, _

CHECK = N_("Look these over. If one is wrong, tell the clinic: the plan may change.")
OPEN = N_("Where an answer is open, the plan holds for what it could be, so its ranges are wider.")
WIDTHS = (2, 3)


def understood(plan: Compared) -> Section:
    """Each answer beside its question; then area and dots, part by part, that a plan was made with."""
    answers = tuple((answer.asked, answer.said) for answer in plan.understood)
    blocks: tuple[Block, ...] = (
        Paragraph(_(CHECK)),
        Table(_("Your answers"), (_("What was asked"), _("What we understood")), answers, WIDTHS),
        *_about_open(plan),
        *(_area(plan) if isinstance(plan, TreatmentPlan) else ()),
    )
    return Section("understood", _("Your answers as we understood them"), blocks)


def _about_open(plan: Compared) -> Iterator[Block]:
    if any(answer.open for answer in plan.understood):
        yield Paragraph(_(OPEN))


def _area(plan: TreatmentPlan) -> Iterator[Block]:
    parts = ((part.why, planned_area(part.cm2)) for part in plan.area.parts)
    rows = (
        *parts,
        (_("In all"), planned_area(plan.area.cm2)),
        (_("Density on bare skin"), planned(plan.dots.per_cm2)),
        (_("Dots in all. {how}", how=dots_by_part(plan)), planned(plan.dots.total)),
    )
    yield Table(_("What we made of them"), (_("Part"), _("Planned, from low to high")), rows, WIDTHS)
