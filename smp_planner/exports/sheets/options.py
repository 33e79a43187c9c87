"""The sheets of the choice: every question with every option's answer, and the risks of each."""

from __future__ import annotations

from collections.abc import Iterator

from smp_planner.domain.comparison import Cell as Answer
from smp_planner.domain.comparison import Harm, Risk, Row
from smp_planner.domain.plan import Compared, brought
from smp_planner.domain.words import sentence
from smp_planner.exports.chance_words import count_told, time_counted
from smp_planner.exports.numbered_sources import Numbers
from smp_planner.exports.open_words import openness
from smp_planner.exports.risk_lines import counted
from smp_planner.exports.sheets.sheet import Cell, Figure, Sheet, cites, in_three, three_heads
from smp_planner.exports.wording import STRENGTH, unit_alone
from smp_planner.language.texts import _


def comparison_sheet(plan: Compared, numbers: Numbers) -> Sheet:
    """A row a question and option: first whether it is open, then its answer in figures and in words."""
    head = (
        _("Group"), _("Question"), _("Option"), *three_heads(), _("Unit"), _("In words"), _("Evidence"),
        _("Sources"),
    )  # fmt: skip
    return Sheet(_("Comparison"), head, (*_openness(plan), *_answers(plan, numbers)))


def _openness(plan: Compared) -> Iterator[tuple[Cell, ...]]:
    for option in plan.comparison.options:
        answer = None, None, None, "", openness(option)
        yield _("The five options"), _("Is it open to you?"), option.name, *answer, "", ""


def _answers(plan: Compared, numbers: Numbers) -> Iterator[tuple[Cell, ...]]:
    names = {option.id: option.name for option in plan.comparison.options}
    for row in plan.comparison.rows:
        for id_, answer in row.cells.items():
            yield row.group, row.question, names[id_], *_answer(answer, row, numbers)


def _answer(answer: Answer, row: Row, numbers: Numbers) -> tuple[Cell, ...]:
    ends = [
        None if end is None else Figure(end, row.unit) for end in (answer.low, answer.typical, answer.high)
    ]
    unit = unit_alone(row.unit) if answer.low is not None else ""
    told = " ".join(filter(None, (count_told(answer), time_counted(row), answer.note)))
    return *ends, unit, told, _strength(answer.strength), cites(answer.sources, numbers)


def _strength(strength: str) -> str:
    return sentence(_(STRENGTH[strength])) if strength else ""


def risks_sheet(plan: Compared, numbers: Numbers) -> Sheet:
    """A row a risk, by kind of harm and option; an option that brings no such harm says so."""
    head = (
        _("Kind of harm"), _("Option"), _("Risk"), *three_heads(_("Of 100")), _("What it is"), _("How many"),
        _("Over what time"),
        _("Prevention"), _("What to do"), _("Evidence"), _("Sources"),
    )  # fmt: skip
    rows = (row for harm in plan.harms for row in _harm(plan, harm, numbers))
    return Sheet(_("Risks"), head, tuple(rows))


def _harm(plan: Compared, harm: Harm, numbers: Numbers) -> Iterator[tuple[Cell, ...]]:
    none = {said.id: said for said in harm.none}
    for option in plan.comparison.options:
        risks = brought(plan, harm, option.id)
        yield from ((harm.name, option.name, *_risk(risk, numbers)) for risk in risks)
        if not risks:
            said = none[option.id]
            why = (said.say, "", "", "", "", "", cites(said.sources, numbers))
            yield harm.name, option.name, "", None, None, None, *why


def _risk(risk: Risk, numbers: Numbers) -> tuple[Cell, ...]:
    words = (risk.say, counted(risk), risk.over or "", risk.prevent, risk.do, _strength(risk.strength))
    return sentence(risk.name), *in_three(risk.per_100), *words, cites(risk.sources, numbers)
