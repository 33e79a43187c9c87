"""Safety questions that were answered with "not sure": such an answer is no "no"."""

from __future__ import annotations

from collections.abc import Iterator

from smp_planner.domain.findings import Finding
from smp_planner.domain.intake import Intake
from smp_planner.domain.provenance import Step
from smp_planner.domain.words import fill
from smp_planner.rules.shapes.suitability import SuitabilityRules


def find_open(intake: Intake, book: SuitabilityRules) -> tuple[Finding, ...]:
    """What the person is not sure about, and how to settle it; in the order of the rules."""
    years = book.adult_from_years.read().number
    return tuple(
        Finding(id=id_, say=fill(question.say, years=years), sources=question.read().sources)
        for id_, question in book.unsure.items()
        if id_ in intake.unsure_about
        and (not question.among or intake.person.sex is None or intake.person.sex in question.among)
    )


def open_steps(found: tuple[Finding, ...], book: SuitabilityRules) -> Iterator[Step]:
    """Why each question is listed, and with it why the plan is not checked."""
    for finding in found:
        yield Step(
            field=f"suitability.open.{finding.id}",
            value="open",
            because=book.because["open"],
            rules=(book.unsure[finding.id].read(),),
        )
