"""Who says so, on paper: every point of it, or in short what a reader has to know first."""

from __future__ import annotations

from collections.abc import Iterator

from smp_planner.domain.plan import Compared
from smp_planner.exports.about_lines import IPDAS, counted
from smp_planner.exports.paper.blocks import Block, Bullets, Heading, Paragraph, Section
from smp_planner.language.texts import N_, _

TITLE = N_("Who says so")
FIRST = (("makers", "funder"), ("untested",))
"""The points that are told in short, by the line they stand in."""
POINT = N_("{title}: {say}")
IN_THE_WHOLE = N_("The whole paper tells all steps to a decision, and everything on who says so.")


def who_says_so(plan: Compared) -> Section:
    """The dates, each point under its title, and what our look at the list for decision aids came to."""
    return Section("about", _(TITLE), tuple(_about(plan)))


def about_in_short(plan: Compared) -> Iterator[Block]:
    """The dates; who made and who paid; what was not tested with people; and where there is more.

    It stands under its heading, inside another section.
    """
    yield Heading(_(TITLE))
    points = {point.id: point for point in plan.about.points}
    lines = (
        " ".join(_(POINT, title=points[id_].title, say=points[id_].say) for id_ in line if id_ in points)
        for line in FIRST
    )
    yield Bullets((plan.about.say, *filter(None, lines)), small=True)
    yield Paragraph(_(IN_THE_WHOLE), "quiet")


def _about(plan: Compared) -> Iterator[Block]:
    about = plan.about
    yield Paragraph(about.say)
    for point in about.points:
        yield Heading(point.title)
        yield Paragraph(point.say)
    if about.ipdas:
        yield Heading(_(IPDAS))
        yield Paragraph(f"{about.ipdas.say} {counted(about.ipdas)}")
