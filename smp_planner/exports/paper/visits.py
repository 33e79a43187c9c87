"""The visits: their days, hours and dots, what is to be said of them, and what happens at each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from smp_planner.domain.course import Visit
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.domain.words import listed, number, sentence
from smp_planner.exports.paper.blocks import Block, Bullets, Heading, Paragraph, Picture, Section, Table
from smp_planner.exports.paper.notices import notices
from smp_planner.exports.patch_test_words import patch_test_told
from smp_planner.exports.standing import to_confirm
from smp_planner.exports.visit_words import about_visits, day_of, further_hours_told, visit_head, visit_rows
from smp_planner.language.texts import _

WIDTHS = (5, 11, 11, 8, 6, 18)


def visits(plan: TreatmentPlan, *, pictures: Sequence[Picture] = ()) -> Section:
    """The table of visits, `pictures` and clashes below it, then each visit's steps, tool and shade."""
    blocks: tuple[Block, ...] = (
        *notices(plan),
        Table(_("Your visits"), _head(plan), tuple(visit_rows(plan)), WIDTHS, small=True),
        *pictures,
        *_bullets(_clashes_and_notes(plan)),
        *_steps(plan),
        Heading(_("Tool and shade")),
        Paragraph(f"{plan.method.say} {plan.shade.say}"),
    )
    return Section("visits", _("Visits"), blocks)


def _head(plan: TreatmentPlan) -> tuple[str, ...]:
    return tuple(sentence(words) for words in (_("visit"), *visit_head(plan)))


def _bullets(texts: Iterator[str]) -> Iterator[Block]:
    said = tuple(texts)
    if said:
        yield Bullets(said)


def _clashes_and_notes(plan: TreatmentPlan) -> Iterator[str]:
    """The patch test's day, what is said of visits, and limits on an event that no clash of a visit tells."""
    if before := patch_test_told(plan):
        yield before
    if further := further_hours_told(plan.sessions):
        yield further
    yield from about_visits(plan)
    told = {clash.say for clash in plan.sessions.conflicts}
    yield from (clash.say for clash in plan.aftercare.conflicts if clash.say not in told)


def _steps(plan: TreatmentPlan) -> Iterator[Block]:
    """What happens at each visit; visits with the same steps are told together."""
    alike: dict[tuple[str, ...], list[Visit]] = {}
    for visit in plan.sessions.items:
        alike.setdefault(visit.steps, []).append(visit)
    for steps, visits in alike.items():
        for visit in visits:
            day = to_confirm(plan, day_of(visit))
            yield Heading(_("Visit {number}, {day}", number=number(visit.number), day=day))
            yield Paragraph(visit.focus)
        if len(visits) > 1:
            numbers = listed([number(visit.number) for visit in visits])
            yield Paragraph(_("At visits {numbers} alike:", numbers=numbers))
        yield Bullets(steps)
