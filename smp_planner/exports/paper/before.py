"""Before each visit: what to do or leave, and from when to when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from smp_planner.domain.care import Preparation
from smp_planner.domain.course import Visit
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.domain.words import number, sentence
from smp_planner.exports.day_lines import spoken_days
from smp_planner.exports.paper.blocks import Block, Bullets, Heading, Section, Table
from smp_planner.exports.paper.notices import notices
from smp_planner.exports.standing import to_confirm
from smp_planner.exports.visit_words import day_of
from smp_planner.exports.wording import Run, days_held
from smp_planner.language.texts import _

WIDTHS, ONE_WIDTHS = (2, 3), (4, 3)


def before_visits(plan: TreatmentPlan) -> Section:
    """A table for each visit in short words, then what the words mean in full."""
    blocks: tuple[Block, ...] = (*notices(plan), *_tables(plan), *_in_full(plan))
    return Section("before", _("Before each visit"), blocks)


def before_in_one(plan: TreatmentPlan) -> Section:
    """The same in one table: each instruction once in its own words, with its days before each visit."""
    runs: dict[str, list[Run]] = {}
    for task in sorted(plan.aftercare.before, key=lambda task: (task.session, task.from_, task.to)):
        runs.setdefault(task.say, []).append((task.from_, task.to))
    rows = tuple((words, days_held(list(dict.fromkeys(days)))) for words, days in runs.items())
    head = (_("What to do or leave"), to_confirm(plan, _("Days before each visit")))
    table = Table("", head, rows, ONE_WIDTHS)
    return Section("before", _("Before each visit"), (*notices(plan), *((table,) if rows else ())))


def _tables(plan: TreatmentPlan) -> Iterator[Block]:
    for visit in plan.sessions.items:
        asked = [task for task in plan.aftercare.before if task.session == visit.number]
        if asked:
            yield _table(plan, visit, asked)


def _table(plan: TreatmentPlan, visit: Visit, asked: Sequence[Preparation]) -> Table:
    """What one visit asks for, by the days on which it holds, those that begin first on top."""
    by_days: dict[tuple[date, date], list[str]] = {}
    for task in sorted(asked, key=lambda task: (task.from_, task.to)):
        by_days.setdefault((task.from_, task.to), []).append(task.short)
    rows = tuple((spoken_days(*days), ". ".join(map(sentence, short))) for days, short in by_days.items())
    caption = _("Before visit {number}, {day}", number=number(visit.number), day=day_of(visit))
    head = (to_confirm(plan, _("Days")), _("What to do or leave"))
    return Table(to_confirm(plan, caption), head, rows, WIDTHS)


def _in_full(plan: TreatmentPlan) -> Iterator[Block]:
    """Each instruction in its own words, once."""
    said = dict.fromkeys((task.short, task.say) for task in plan.aftercare.before)
    if said:
        yield Heading(_("In full"))
        yield Bullets(tuple(_in_words(short, words) for short, words in said))


def _in_words(short: str, words: str) -> str:
    return _("{short}: {words}", short=sentence(short), words=words)
