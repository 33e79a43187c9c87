"""After the course: the checks of the look over the years, and how it fades if nobody touches it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from smp_planner.domain.calendar_math import MONTHS_A_YEAR
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.domain.quantities import rounded
from smp_planner.domain.words import number, sentence, short_day
from smp_planner.exports.later_words import checks_in_years_told, interval_told, parts_left, years_after
from smp_planner.exports.on_fading import months_of_check
from smp_planner.exports.paper.blocks import Block, Bullets, Heading, Paragraph, Picture, Section, Table
from smp_planner.exports.paper.notices import notices
from smp_planner.exports.standing import to_confirm
from smp_planner.exports.wording import days_held
from smp_planner.language.texts import N_, _

OF_100 = N_("Of 100 parts of the look, so many are left if nobody refreshes it")


def touch_ups_and_fading(
    plan: TreatmentPlan, *, pictures: Sequence[Picture] = (), whole: bool = True
) -> Section:
    """The checks, what is to be said of them, and fading; `pictures` stand above the table of fading.

    In short, the checks are in small letters, and what is left stands in one row, with a column a year.
    """
    touch_ups = plan.touch_ups
    every = _("A check every {interval}.", interval=interval_told(plan))
    blocks: tuple[Block, ...] = (
        *notices(plan),
        Paragraph(" ".join(filter(None, (every, checks_in_years_told(plan))))),
        _checks(plan, small=not whole),
        Bullets(touch_ups.notes),
        *((Heading(_("How it fades")),) if whole else ()),
        *pictures,
        _left(plan) if whole else _left_in_a_row(plan),
    )
    return Section("touch_ups", _("Touch-ups and fading"), blocks, together=not whole)


def _checks(plan: TreatmentPlan, *, small: bool) -> Table:
    rows = tuple(
        (
            number(check.number),
            months_of_check(plan, check),
            short_day(check.typical),
            days_held([(check.from_, check.to)]),
        )
        for check in plan.touch_ups.items
    )
    told = (
        _("check"),
        _("after the last visit"),
        to_confirm(plan, _("planned about")),
        to_confirm(plan, _("may be on")),
    )
    head = tuple(map(sentence, told))
    return Table(_("Checks of your look"), head, rows, (2, 7, 5, 8), small=small)


def _left(plan: TreatmentPlan) -> Table:
    return Table(_(OF_100), (_("After the last visit"), sentence(_("left"))), tuple(_fading(plan)), (1, 1))


def _left_in_a_row(plan: TreatmentPlan) -> Table:
    after, left = zip(*_fading(plan), strict=True)
    return Table(_(OF_100), (_("After"), *after), ((sentence(_("left")), *left),), small=True)


def _fading(plan: TreatmentPlan) -> Iterator[tuple[str, str]]:
    """The points of the curve that are whole years after the last visit."""
    for point in plan.touch_ups.fade:
        if point.months and point.months % MONTHS_A_YEAR == 0:
            left = number(rounded(point.typical * 100))
            yield years_after(point), _("{left} ({range})", left=left, range=parts_left(point))
