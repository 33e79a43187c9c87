"""The sheets of care: each day with what holds on it, and the runs of days behind that."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from smp_planner.domain.care import Aftercare, Window
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.domain.words import marked, sentence, short_weekday
from smp_planner.exports.numbered_sources import Numbers
from smp_planner.exports.sheets.sheet import Cell, Sheet, cites
from smp_planner.exports.steps import Steps
from smp_planner.language.texts import N_, _

KINDS = {"avoid": N_("Avoid"), "do": N_("Do"), "expect": N_("Expect")}
PREPARE = N_("Before a visit")
A_DAY = timedelta(days=1)


def days_sheet(plan: TreatmentPlan, steps: Steps, numbers: Numbers) -> Sheet:
    """A row a day and instruction: what to leave, to do or to expect, and what comes before a visit."""
    head = (
        _("Day"), _("Weekday"), _("Visit"), _("Days after it"), _("Kind"), _("In short"), _("In full"),
        _("Sources"),
    )  # fmt: skip
    rows = sorted((*_prepared(plan, steps, numbers), *_held(plan, steps, numbers)), key=lambda row: row[0])
    told = ((day, short_weekday(day), *_after(day, plan), kind, *words) for day, kind, words in rows)
    return Sheet(_("Aftercare days"), head, tuple(told))


Told = tuple[str, str, str]  # in short, in full, sources


def _held(plan: TreatmentPlan, steps: Steps, numbers: Numbers) -> Iterator[tuple[date, str, Told]]:
    care = plan.aftercare
    short = _short(care)
    said = {window.rule: window.say for window in care.windows}
    cited = {rule: _cites(f"aftercare.windows.{rule}", steps, numbers) for rule in said}
    for day in care.days:
        for kind, rules in (("avoid", day.avoid), ("do", day.do), ("expect", day.expect)):
            for rule in rules:
                yield day.date, _(KINDS[kind]), (short[rule], said[rule], cited[rule])


def _prepared(plan: TreatmentPlan, steps: Steps, numbers: Numbers) -> Iterator[tuple[date, str, Told]]:
    for task in plan.aftercare.before:
        told = (sentence(task.short), task.say, _cites(f"aftercare.before.{task.rule}", steps, numbers))
        for past in range((task.to - task.from_).days + 1):
            yield task.from_ + past * A_DAY, _(PREPARE), told


def _cites(field: str, steps: Steps, numbers: Numbers) -> str:
    return cites(steps.sources(field), numbers)


def _after(day: date, plan: TreatmentPlan) -> tuple[Cell, Cell]:
    """The last visit up to a day and how many days ago it was, the visit being day 0; nothing before all."""
    past = [visit for visit in plan.sessions.items if visit.date <= day]
    return (past[-1].number, (day - past[-1].date).days) if past else (None, None)


def limits_sheet(plan: TreatmentPlan, steps: Steps, numbers: Numbers) -> Sheet:
    """A row for each run of days on which one instruction holds, both ends included."""
    head = (
        _("Kind"), _("In short"), _("From"), _("To"), _("Days"), _("After visits"), _("In full"),
        _("How others differ"), _("Sources"),
    )  # fmt: skip
    short = _short(plan.aftercare)
    rows = tuple(_limit(window, short, steps, numbers) for window in plan.aftercare.windows)
    return Sheet(_("Limits"), head, rows)


def _short(care: Aftercare) -> Mapping[str, str]:
    return {name.rule: sentence(marked(name.short) if name.by_clinic else name.short) for name in care.names}


def _limit(window: Window, short: Mapping[str, str], steps: Steps, numbers: Numbers) -> tuple[Cell, ...]:
    return (
        _(KINDS[window.kind]),
        short[window.rule],
        window.from_,
        window.to,
        (window.to - window.from_).days + 1,
        ", ".join(map(str, window.sessions)),
        window.say,
        window.differs or "",
        _cites(f"aftercare.windows.{window.rule}", steps, numbers),
    )
