"""What must hold for every plan and every referral, whoever it is for: steps, ranges, records."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from jsonschema.protocols import Validator

from smp_planner.domain.intake import AreaAnswer, Intake, Measured
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.errors import IntakeError
from smp_planner.exports.record import from_json, to_json
from smp_planner.exports.record_schema import plan_schema
from smp_planner.planner.pipeline import plan_treatment
from smp_planner.rules.load import load_rules
from smp_planner.rules.ruleset import RuleSet
from tests.drawn_people import intakes, patients, planned
from tests.packaged_rules import packaged_rules
from tests.people import ADULT, adult
from tests.records import ENDS, entries, figures, record_of, shown, spans, step_behind

anybody = intakes | patients
seldom = settings(
    max_examples=2000, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
)


# --- who is met -----------------------------------------------------------------------------


def outcome(intake: Intake) -> set[str]:
    """What comes of a person's answers, in a few words."""
    try:
        plan = plan_treatment(intake, packaged_rules())
    except IntakeError as error:
        return {problem.code for problem in error.problems}
    findings = plan.suitability
    words = {"stop": findings.stop, "wait": findings.wait, "doctor": findings.ask_doctor}
    found = {word for word, listed in words.items() if listed} | {plan.kind}
    if isinstance(plan, TreatmentPlan):
        found |= {"clash"} if plan.sessions.conflicts else set[str]()
        found |= {"no price"} if plan.cost is None else {"price"}
    elif plan.ask_again_on:
        found.add("ask again")
    return found


@pytest.mark.parametrize(
    "met",
    [
        {"referral", "stop"},
        {"referral", "wait", "ask again"},
        {"plan", "doctor"},
        {"plan", "price"},
        {"plan", "no price"},
        {"plan", "clash"},
        {"I501"},
        {"I502"},
    ],
    ids=" ".join,
)
def test_the_people_who_are_drawn_meet_every_outcome(met: set[str]) -> None:
    """Raises NoSuchExample when the properties below never see such a person."""
    find(anybody, lambda intake: met <= outcome(intake), settings=seldom)


@given(patients)
def test_patients_are_never_referred(intake: Intake) -> None:
    assert isinstance(planned(intake), TreatmentPlan)


def test_a_healthy_adult_gets_a_plan(rules: RuleSet) -> None:
    assert isinstance(plan_treatment(ADULT, rules), TreatmentPlan)


# --- the trace ------------------------------------------------------------------------------


@given(anybody)
def test_every_figure_of_a_plan_has_a_step_in_its_trace(intake: Intake) -> None:
    record = record_of(planned(intake))
    fields = {step["field"] for step in record["trace"]}
    assert [path for path, _ in figures(record) if step_behind(path, fields) is None] == []


@given(anybody)
def test_a_step_holds_the_very_figure_that_is_shown(intake: Intake) -> None:
    record = record_of(planned(intake))
    said = {step["field"]: step["value"] for step in record["trace"]}
    for path, value in entries(shown(record)):
        if path not in said:
            continue
        if isinstance(value, dict) and value.keys() >= set(ENDS):
            assert [said[path][end] for end in ENDS] == [value[end] for end in ENDS], path
        elif isinstance(value, (int, float)) or (isinstance(value, str) and path.endswith(DATES)):
            assert said[path] == value, path


DATES = (".date", ".earliest", ".latest", "_on", ".until", "_day")


@given(anybody)
def test_no_two_steps_explain_the_same_field(intake: Intake) -> None:
    fields = [step.field for step in planned(intake).trace]
    assert len(set(fields)) == len(fields)


@pytest.mark.ipdas("2.2.1")
@given(anybody)
def test_every_step_leads_to_a_rule_with_a_source_that_the_plan_lists(intake: Intake) -> None:
    plan = planned(intake)
    steps = {step.field: step for step in plan.trace}
    listed = {source.id for source in plan.sources}

    def readings(field: str, seen: frozenset[str] = frozenset()) -> Iterator[Any]:
        step = steps[field]
        yield from step.rules
        for other in step.uses:
            if other not in seen:
                yield from readings(other, seen | {field})

    for field in steps:
        found = list(readings(field))
        assert found, f"{field} rests on no rule"
        assert all(reading.sources and set(reading.sources) <= listed for reading in found)


# --- ranges and records ---------------------------------------------------------------------


@pytest.mark.ipdas("2.2.4")
@given(anybody)
def test_ranges_never_invert_and_wide_ones_say_why(intake: Intake) -> None:
    for path, span in spans(record_of(planned(intake))):
        assert span["low"] <= span["typical"] <= span["high"], path
        if span["high"] > 3.5 * span["low"]:
            assert span.get("note"), f"{path}: {span}"


@cache
def validator() -> Validator:
    """The schema of the record, checked itself once."""
    kind = jsonschema.validators.validator_for(plan_schema())
    kind.check_schema(plan_schema())
    return kind(plan_schema())


@settings(max_examples=25)  # the validator is slow
@given(anybody)
def test_a_record_fits_its_schema_and_reads_back_equal(intake: Intake) -> None:
    plan = planned(intake)
    text = to_json(plan)
    validator().validate(json.loads(text))
    assert from_json(text) == plan


# --- the same bytes -------------------------------------------------------------------------


@cache
def other_rules() -> RuleSet:
    """The packaged rules, read a second time: nothing that plans keep with them is shared."""
    return load_rules()


@given(anybody)
def test_the_same_answers_and_rules_give_the_same_bytes(intake: Intake) -> None:
    assert to_json(planned(intake)) == to_json(planned(intake, other_rules()))


def test_the_bytes_do_not_hang_on_the_order_of_sets() -> None:
    """Strings hash otherwise in each process; a set that is written as it comes would show."""

    def told(seed: str) -> bytes:
        command = [
            sys.executable,
            "-m",
            "smp_planner",
            "plan",
            "docs/example-intake.yaml",
            "--format",
            "json",
        ]
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        return subprocess.run(command, env=environment, capture_output=True, check=True).stdout

    assert told("1") == told("2")


def test_one_area_serves_both_the_plan_and_the_grafts(rules: RuleSet) -> None:
    small = plan_treatment(adult(area=AreaAnswer(measured=Measured(cm2=50))), rules)
    large = plan_treatment(adult(area=AreaAnswer(measured=Measured(cm2=100))), rules)
    assert isinstance(small, TreatmentPlan)
    assert isinstance(large, TreatmentPlan)

    def grafts(plan: TreatmentPlan) -> Any:
        return next(row for row in plan.comparison.rows if row.id == "grafts_needed").cells["fut"].typical

    assert grafts(large) == 2 * grafts(small)
