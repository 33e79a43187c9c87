"""Where it comes from: the numbered sources with their addresses."""

from __future__ import annotations

from smp_planner.domain.plan import Compared, TreatmentPlan
from smp_planner.domain.provenance import Source
from smp_planner.domain.words import number, spoken
from smp_planner.exports.numbered_sources import Numbers, source_told
from smp_planner.exports.paper.blocks import Block, Bullets, Heading, Paragraph, Section, SourceList
from smp_planner.language.texts import N_, _

ALL_ELSE = N_("What everything else rests on")
RESTS_ON = N_("What your figures rest on")
LISTED = N_("By their number")
EVERY_SOURCE = N_(
    "For each figure its strongest sources are named, {most} at most. The whole paper lists all {count} "
    "sources."
)
MOST = 2  # sources of a figure that stand in short
WEIGHT = ("high", "moderate", "low", "very_low")
FIGURES = {
    "sessions.count": N_("Visits"),
    "sessions.chair_hours": N_("Hours in the chair"),
    "area.cm2": N_("Treated area"),
    "dots.per_cm2": N_("Density on bare skin"),
    "dots.over_area": N_("Density over the area"),
    "sessions.settled_on": N_("Settled by"),
    "touch_ups.interval_months": N_("First check for a touch-up"),
    "cost.course": N_("Price of all visits"),
}
"""The figures of the first page by their field of the plan record."""
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
    return Section("sources", _("Sources"), tuple(listed), alone=True)


def sources_in_short(plan: Compared, numbers: Numbers) -> Section:
    """Those that are cited by their number, then the strongest behind the first figures, numbered on."""
    known = {source.id: source for source in plan.sources}
    found = _behind_figures(plan) if isinstance(plan, TreatmentPlan) else {}
    behind = {name: _strongest(known, ids) for name, ids in found.items()}
    more = dict(numbers)
    for id_ in (id_ for ids in behind.values() for id_ in ids):
        more.setdefault(id_, len(more) + 1)
    resting = Bullets(
        tuple(_(name) for name in behind),
        tuple(tuple(sorted(more[id_] for id_ in ids)) for ids in behind.values()),
        small=True,
        beside=True,
    )
    figures = (Heading(_(RESTS_ON)), resting) if behind else ()
    every = Paragraph(_(EVERY_SOURCE, most=number(MOST), count=number(len(known))), "quiet")
    blocks = (*figures, Heading(_(LISTED)), _in_short(known, more), every)
    return Section("sources", _("Sources"), blocks)


def _strongest(known: dict[str, Source], ids: list[str]) -> list[str]:
    """The sources that weigh most, those that are cited first among equals."""
    return sorted(ids, key=lambda id_: WEIGHT.index(known[id_].grade))[:MOST]


def _in_short(known: dict[str, Source], numbers: Numbers) -> SourceList:
    """The sources in little room."""
    return SourceList(
        tuple((place, source_told(known[id_]), _address(known[id_])) for id_, place in numbers.items()),
        dense=True,
    )


def _behind_figures(plan: TreatmentPlan) -> dict[str, list[str]]:
    """The sources of each rule that a figure of the first page came from, by the figure's name."""
    steps = {step.field: step for step in plan.trace if step.field in FIGURES}
    found = {
        name: list(dict.fromkeys(id_ for rule in steps[field].rules for id_ in rule.sources))
        for field, name in FIGURES.items()
        if field in steps
    }
    return {name: ids for name, ids in found.items() if ids}


def _listed(known: dict[str, Source], numbers: Numbers) -> SourceList:
    return SourceList(
        tuple((place, _told(known[id_]), _address(known[id_])) for id_, place in numbers.items())
    )


def _told(source: Source) -> str:
    return _(READ_ON, told=source_told(source), day=spoken(source.read_on))


def _address(source: Source) -> str | None:
    """The address, where it is one that a browser may follow."""
    return source.url if source.url and source.url.startswith(FOLLOWED) else None
