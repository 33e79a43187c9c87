"""The visits: their days, hours and dots, what is to be said of them, and what happens at each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

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
STEP_WIDTHS = (1, 9)


def visits(
    plan: TreatmentPlan,
    *,
    pictures: Sequence[Picture] = (),
    whole: bool = True,
    made_on: date | None = None,
) -> Section:
    """The table of visits, `pictures` and clashes below it, then each visit's steps, tool and shade.

    Whole, each visit has its heading; in short, visits with the same steps are a row, and the pictures come
    last: in the midst of a sheet they would part that table, or leave the sheet before it half empty.
    """
    blocks: tuple[Block, ...] = (
        *notices(plan),
        Table(_("Your visits"), _head(plan), tuple(visit_rows(plan)), WIDTHS, small=True),
        *(pictures if whole else ()),
        *_bullets(_clashes_and_notes(plan, made_on)),
        *(_steps(plan) if whole else (_steps_in_one(plan),)),
        *((Heading(_("Tool and shade")),) if whole else ()),
        Paragraph(f"{plan.method.say} {plan.shade.say}"),
        *(() if whole else pictures),
    )
    return Section("visits", _("Visits"), blocks)


def _head(plan: TreatmentPlan) -> tuple[str, ...]:
    return tuple(sentence(words) for words in (_("visit"), *visit_head(plan)))


def _bullets(texts: Iterator[str]) -> Iterator[Block]:
    said = tuple(texts)
    if said:
        yield Bullets(said)


def _clashes_and_notes(plan: TreatmentPlan, made_on: date | None) -> Iterator[str]:
    """The patch test's day, what is said of visits, and limits on an event that no clash of a visit tells."""
    if before := patch_test_told(plan, made_on):
        yield before
    if further := further_hours_told(plan.sessions):
        yield further
    yield from about_visits(plan)
    told = {clash.say for clash in plan.sessions.conflicts}
    yield from (clash.say for clash in plan.aftercare.conflicts if clash.say not in told)


def _by_steps(plan: TreatmentPlan) -> dict[tuple[str, ...], list[Visit]]:
    """Visits by their steps: those with the same are told together."""
    alike: dict[tuple[str, ...], list[Visit]] = {}
    for visit in plan.sessions.items:
        alike.setdefault(visit.steps, []).append(visit)
    return alike


def _steps(plan: TreatmentPlan) -> Iterator[Block]:
    """What happens at each visit."""
    for steps, visits in _by_steps(plan).items():
        for visit in visits:
            day = to_confirm(plan, day_of(visit))
            yield Heading(_("Visit {number}, {day}", number=number(visit.number), day=day))
            yield Paragraph(visit.focus)
        if len(visits) > 1:
            yield Paragraph(_("At visits {numbers} alike:", numbers=_numbers(visits)))
        yield Bullets(steps)


def _steps_in_one(plan: TreatmentPlan) -> Table:
    """The same as a table: what each visit is for, then its steps."""
    rows = tuple(
        (_numbers(visits), " ".join((*dict.fromkeys(_aim(visit, visits) for visit in visits), *steps)))
        for steps, visits in _by_steps(plan).items()
    )
    head = (_("Visit"), _("What happens"))
    return Table(_("What happens at each"), head, rows, STEP_WIDTHS, small=True)


def _numbers(visits: Sequence[Visit]) -> str:
    return listed([number(visit.number) for visit in visits])


def _aim(visit: Visit, alike: Sequence[Visit]) -> str:
    """What a visit is for; under its number where it stands in a row with others."""
    if len({one.focus for one in alike}) == 1:
        return visit.focus
    return _("Visit {number}: {aim}", number=number(visit.number), aim=visit.focus)
