"""The words of a section on paper, as a reader meets them."""

from __future__ import annotations

from collections.abc import Iterator

from smp_planner.domain.plan import TreatmentPlan
from smp_planner.exports.paper.agreed import agreed_today, first_week, later_on
from smp_planner.exports.paper.before import before_visits
from smp_planner.exports.paper.blocks import (
    Bullets,
    Lines,
    Pairs,
    Paper,
    Picture,
    Section,
    SourceList,
    Table,
    Ticks,
)
from smp_planner.exports.paper.brought_up import brought_up
from smp_planner.exports.paper.care import care_in_full
from smp_planner.exports.paper.fridge_sheet import fridge_sheets
from smp_planner.exports.paper.money import what_it_costs
from smp_planner.exports.paper.privacy import privacy
from smp_planner.exports.paper.signing import signing
from smp_planner.exports.paper.summary import summary
from smp_planner.exports.paper.touch_ups import touch_ups_and_fading
from smp_planner.exports.paper.understood import understood
from smp_planner.exports.paper.visits import visits
from smp_planner.exports.paper.when_to_call import when_to_call


def dated(plan: TreatmentPlan) -> list[Section]:
    """The sections of the course that hold dates."""
    return [
        summary(plan),
        visits(plan),
        *fridge_sheets(plan),
        care_in_full(plan),
        before_visits(plan),
        touch_ups_and_fading(plan),
    ]


def course(plan: TreatmentPlan) -> list[Section]:
    """All sections of the course."""
    return [
        *dated(plan),
        brought_up(plan),
        what_it_costs(plan),
        when_to_call(plan),
        first_week(plan),
        later_on(plan),
        agreed_today(plan),
        understood(plan),
        privacy(plan, whole=True),
        signing(),
    ]


def texts(section: Section) -> Iterator[str]:
    """Every text of a section, in the order in which it is read."""
    yield section.title
    for block in section.blocks:
        match block:
            case Ticks(items=items, ask=ask):
                yield from (ask, *items)
            case Bullets(items=items) | Lines(items=items):
                yield from items
            case Pairs(items=pairs):
                yield from (text for pair in pairs for text in pair)
            case Table(caption=caption, head=head, rows=rows):
                yield from (caption, *head)
                yield from (cell for row in rows for cell in row)
            case Picture(words=words):
                yield words
            case SourceList():
                pass
            case _:
                yield block.say


def told(section: Section) -> str:
    """A section as one text."""
    return "\n".join(texts(section))


def section(paper: Paper, id_: str) -> Section:
    """A section of the document by its id."""
    return next(found for found in paper.sections if found.id == id_)


def tables(section: Section) -> list[Table]:
    return [block for block in section.blocks if isinstance(block, Table)]
