"""Where it comes from: the numbered sources with their addresses, and who says so."""

from __future__ import annotations

from collections.abc import Iterator

from smp_planner.domain.plan import Compared
from smp_planner.domain.provenance import Source
from smp_planner.domain.words import spoken
from smp_planner.exports.about_lines import IPDAS, counted
from smp_planner.exports.numbered_sources import Numbers, source_told
from smp_planner.exports.paper.blocks import Block, Heading, Paragraph, Section, SourceList
from smp_planner.language.texts import N_, _

ALL_ELSE = N_("What everything else rests on")
READ_ON = N_("{told} Read on {day}.")
FOLLOWED = ("https://", "http://")


def sources(plan: Compared, numbers: Numbers) -> Section:
    """The sources that are cited by their number, then all others of the plan, numbered on."""
    known = {source.id: source for source in plan.sources}
    others = [id_ for id_ in known if id_ not in numbers]
    listed: list[Block] = [Heading(_("Sources of the comparison")), _listed(known, numbers)]
    if others:
        more = {id_: place for place, id_ in enumerate(others, start=len(numbers) + 1)}
        listed += [Heading(_(ALL_ELSE)), _listed(known, more)]
    return Section("sources", _("Sources"), tuple(listed))


def who_says_so(plan: Compared) -> Section:
    """The dates, each point under its title, and what our look at the list for decision aids came to."""
    return Section("about", _("Who says so"), tuple(_about(plan)))


def _listed(known: dict[str, Source], numbers: Numbers) -> SourceList:
    return SourceList(
        tuple((place, _told(known[id_]), _address(known[id_])) for id_, place in numbers.items())
    )


def _told(source: Source) -> str:
    return _(READ_ON, told=source_told(source), day=spoken(source.read_on))


def _address(source: Source) -> str | None:
    """The address, where it is one that a browser may follow."""
    return source.url if source.url and source.url.startswith(FOLLOWED) else None


def _about(plan: Compared) -> Iterator[Block]:
    about = plan.about
    yield Paragraph(about.say)
    for point in about.points:
        yield Heading(point.title)
        yield Paragraph(point.say)
    if about.ipdas:
        yield Heading(_(IPDAS))
        yield Paragraph(f"{about.ipdas.say} {counted(about.ipdas)}")
