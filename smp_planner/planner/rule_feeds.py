"""Which fields of a plan a rule feeds, as the steps of worked people tell it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from itertools import chain

from smp_planner.domain.intake import REGIONS, Intake
from smp_planner.domain.provenance import Step
from smp_planner.errors import IntakeError
from smp_planner.planner.pipeline import plan_treatment
from smp_planner.planner.worked_people import worked_abroad, worked_people
from smp_planner.rules.ruleset import RuleSet

NUMBERED = re.compile(r"\.\d+(?=\.|$)")


def rule_feeds(rules: RuleSet) -> Mapping[str, tuple[str, ...]]:
    """The fields that rest on each rule, by its id, as a plan names them; the place in a list is a star.

    Found by planning for people (`worked_people`), and for a few of them as in every other region.
    That takes about a third of a second: ask for it with `rules.kept`.
    """
    found: dict[str, dict[str, None]] = {}
    for region in REGIONS:
        there = replace(rules, edition=replace(rules.edition, region=region), told_region=region)
        people = worked_people(rules) if region == rules.region else worked_abroad(there)
        for step in chain.from_iterable(_steps(person, there) for person in people):
            for reading in step.rules:
                found.setdefault(reading.id, {})[NUMBERED.sub(".*", step.field)] = None
    return {id_: tuple(fields) for id_, fields in found.items()}


def _steps(person: Intake, rules: RuleSet) -> tuple[Step, ...]:
    """The steps of a person's plan; none where a clinic's rules leave them none, as with no day in reach."""
    try:
        return plan_treatment(person, rules).trace
    except IntakeError:
        return ()
