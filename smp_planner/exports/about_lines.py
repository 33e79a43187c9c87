"""Who says so, as lines of text."""

from __future__ import annotations

from collections.abc import Iterator

from smp_planner.domain.about import Ipdas
from smp_planner.domain.plan import Compared
from smp_planner.domain.words import number
from smp_planner.exports.lines import bullets, heading, paragraph
from smp_planner.language.texts import N_, _

IPDAS = N_("Point by point: the list for decision aids")
COUNTED = N_(
    "Of {all} points, {met} are met, {partly} are met in part, {open} are not done yet, and {apart} are not "
    "for this kind of tool."
)


def about_lines(plan: Compared) -> Iterator[str]:
    """The dates, each point after its title, and our own look at the list for decision aids."""
    yield from heading(_("Who says so"))
    yield from paragraph(plan.about.say)
    yield from bullets(f"{point.title}: {point.say}" for point in plan.about.points)
    if plan.about.ipdas:
        yield from _ipdas(plan.about.ipdas)


def counted(ipdas: Ipdas) -> str:
    """How many points there are, and how many are met, met in part, open, or not for this kind of tool."""
    status = [point.status for point in ipdas.points]
    return _(
        COUNTED,
        all=number(len(status)),
        met=number(status.count("met")),
        partly=number(status.count("in_part")),
        open=number(status.count("not_done")),
        apart=number(status.count("not_for_this")),
    )


def _ipdas(ipdas: Ipdas) -> Iterator[str]:
    """What the list is and the counts; then every point under its group, with where we stand."""
    yield from heading(_(IPDAS))
    yield from paragraph(f"{ipdas.say} {counted(ipdas)}")
    for group in dict.fromkeys(point.group for point in ipdas.points):
        yield ""
        yield from paragraph(group)
        here = (point for point in ipdas.points if point.group == group)
        yield from bullets(f"{point.id} {point.asks}: {point.told}. {point.how}" for point in here)
