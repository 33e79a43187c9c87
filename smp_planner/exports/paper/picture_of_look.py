"""The look of a plan on paper: the head with its dots, a square centimetre, each visit, single patches."""

from __future__ import annotations

from collections.abc import Iterator

from smp_planner.domain.drawing import Look, Patch
from smp_planner.domain.plan import SmpPlan
from smp_planner.domain.words import listed
from smp_planner.exports.look_words import (
    HEAD,
    HEAD_WITH_HAIR,
    UNDER_HEAD,
    UNDER_PATCH,
    Moment,
    colours_of,
    hair_around,
    moments_of,
    name_of,
    times_as_wide,
)
from smp_planner.exports.paper.blocks import Picture
from smp_planner.language.texts import _
from smp_planner.pictures.drawn_look import head_with_dots, patch_with_dots
from smp_planner.pictures.head import order_of


def scalp_with_dots(plan: SmpPlan, look: Look) -> tuple[Picture, ...]:
    """The head when all visits are done, then the patches that a head has no place for."""
    last = list(moments_of(plan))[-1]
    patches = (_patch(plan, look, patch, last) for patch in look.drawing.patches)
    return (*_head(plan, look, last), *patches)


def _head(plan: SmpPlan, look: Look, moment: Moment) -> Iterator[Picture]:
    if not look.drawing.zones:
        return
    area, says = plan.intake.area, HEAD_WITH_HAIR if hair_around(look.drawing) else HEAD
    words = _(says, places=listed(look.places), moment=moment.words)
    order = order_of(area.norwood, area.ludwig)
    drawn = head_with_dots(look.drawing, moment.done, colours_of(plan), label=words, order=order)
    yield Picture(drawn, words, _(UNDER_HEAD, times=times_as_wide(look.dot_mm)), share=60)


def _patch(plan: SmpPlan, look: Look, patch: Patch, moment: Moment) -> Picture:
    name = name_of(patch)
    words = _("A drawing of skin. {patch}. {moment}.", patch=name, moment=moment.words)
    drawn = patch_with_dots(patch, moment.done, colours_of(plan), label=words)
    return Picture(drawn, words, _(UNDER_PATCH, patch=name, times=times_as_wide(look.dot_mm)), share=60)


def heads_by_visit(plan: SmpPlan, look: Look) -> Picture | None:
    """The head after each visit in a row, with the share that is done; nothing where no zone is treated."""
    return next(_head(plan, look, list(moments_of(plan))[-1]), None)
