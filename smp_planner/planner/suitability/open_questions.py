"""Safety questions that were answered with "not sure": such an answer is no "no"."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from smp_planner.domain.findings import Finding
from smp_planner.domain.intake import Intake
from smp_planner.domain.provenance import Step
from smp_planner.domain.words import fill
from smp_planner.language.texts import _
from smp_planner.rules.shapes.suitability import OpenQuestion, SuitabilityRules


def find_open(intake: Intake, book: SuitabilityRules) -> tuple[Finding, ...]:
    """What the person is not sure about, and how to settle it; in the order of the rules."""
    return tuple(
        Finding(id=id_, say=_said(question, intake, book), sources=question.read().sources)
        for id_, question in book.unsure.items()
        if id_ in intake.unsure_about
        and (not question.among or intake.person.sex is None or intake.person.sex in question.among)
    )


def _said(question: OpenQuestion, intake: Intake, book: SuitabilityRules) -> str:
    """What is said of it, by name where the person named what it is."""
    if question.say_named and intake.unsure_health:
        return fill(question.say_named, which="; ".join(names_of_unsure(intake.unsure_health, book)))
    return fill(question.say, years=book.adult_from_years.read().number)


def names_of_unsure(named: Collection[str], book: SuitabilityRules) -> Iterator[str]:
    """The short names of health questions, and the headings of whole groups, in the order of the page."""
    for id_, group in book.health_groups.items():
        if id_ in named:
            yield _("“{heading}”", heading=group.title)
        yield from (book.criteria[asked].short or asked for asked in group.ask if asked in named)


def open_steps(found: tuple[Finding, ...], book: SuitabilityRules) -> Iterator[Step]:
    """Why each question is listed, and with it why the plan is not checked."""
    for finding in found:
        yield Step(
            field=f"suitability.open.{finding.id}",
            value="open",
            because=book.because["open"],
            rules=(book.unsure[finding.id].read(),),
        )
