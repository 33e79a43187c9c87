"""The facts of the five options: what speaks against each, each question's answers, the risks, poor work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from smp_planner.domain.comparison import Comparison, Risk
from smp_planner.domain.matters import Concern
from smp_planner.domain.plan import Compared
from smp_planner.domain.talk import PutRight
from smp_planner.domain.words import sentence
from smp_planner.exports.chance_words import time_counted
from smp_planner.exports.decision_lines import asked_about
from smp_planner.exports.open_words import openness
from smp_planner.exports.risk_lines import counted
from smp_planner.exports.row import Row, figure_row, words
from smp_planner.exports.steps import Steps
from smp_planner.exports.wording import STRENGTH
from smp_planner.language.texts import _


def option_rows(comparison: Comparison) -> Iterator[Row]:
    """What is said first, each option with what speaks against it, then every question by option."""
    yield from (Row(_("options"), said.id, said.say, said.sources) for said in comparison.first)
    names = {option.id: option.name for option in comparison.options}
    for option in comparison.options:
        yield Row(_("open to you"), option.name, openness(option))
    for question in comparison.rows:
        for id_, cell in question.cells.items():
            item, text = f"{question.id}, {names[id_]}", words(cell.say, time_counted(question), cell.note)
            row = Row(_("comparison"), item, text, cell.sources, unit=question.unit)
            yield row._replace(low=cell.low, typical=cell.typical, high=cell.high)


def risk_rows(risks: Iterable[Risk], steps: Steps) -> Iterator[Row]:
    """Every risk, with its count where there is one, and how strong the evidence is."""
    for risk in risks:
        item = f"{risk.option}, {risk.id}"
        strength = f"{sentence(_(STRENGTH[risk.strength]))}." if risk.strength else None
        text = words(risk.say, counted(risk), risk.over, risk.prevent, risk.do, strength)
        if risk.per_100 is None:
            yield Row(_("risks"), item, text, risk.sources)
        else:
            cited = steps.sources(f"risks.{risk.option}.{risk.id}")
            yield figure_row(_("risks"), item, risk.per_100, cited, text)


def put_right_rows(put_right: Iterable[PutRight], steps: Steps) -> Iterator[Row]:
    """How poor work or a bad end of each option is put right."""
    for own in put_right:
        told = words(own.say, own.takes, own.not_known)
        yield Row(_("put right"), own.option, told, steps.sources(f"talk.put_right.{own.option}"))


def matters_rows(matters: Iterable[Concern], steps: Steps) -> Iterator[Row]:
    """What matters to the person; the answers to it stand in the comparison."""
    for concern in matters:
        said = words(concern.how_much, concern.say)
        yield Row(_("what matters"), concern.name, said, steps.sources(f"matters.{concern.id}"))


def question_rows(plan: Compared, steps: Steps) -> Iterator[Row]:
    """What to ask, and whom: about the reason where no plan is made, then about every option."""
    for asked in asked_about(plan):
        for field, question in asked.questions:
            yield Row(_("what to ask"), asked.whom, words(question.ask, question.why), steps.sources(field))
