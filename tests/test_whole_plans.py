"""What must hold for every plan, whoever it is for."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, assume, given, settings

from smp_planner.domain.intake import AreaAnswer, Intake, Measured
from smp_planner.domain.plan import Referral, TreatmentPlan
from smp_planner.errors import IntakeError
from smp_planner.exports.record import from_json, to_json
from smp_planner.exports.record_schema import plan_schema
from smp_planner.planner.pipeline import plan_treatment
from smp_planner.rules.ruleset import RuleSet
from tests.people import ADULT, adult, intakes

settings.register_profile("plans", max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
settings.load_profile("plans")

UNTRACED = {"rules", "intake", "trace", "sources", "kind"}


def planned(intake: Intake, rules: RuleSet) -> TreatmentPlan | Referral:
    """The plan; a person for whom no plan is possible is left out of the property."""
    try:
        return plan_treatment(intake, rules)
    except IntakeError:
        assume(False)
        raise


def figures(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every number and date of a record, with its path; items of lists by their natural key."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from figures(inner, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for position, inner in enumerate(value, start=1):
            yield from figures(inner, f"{path}.{natural_key(inner, path, position)}")
    elif is_figure(value):
        yield path, value


def is_figure(value: Any) -> bool:
    return (isinstance(value, (int, float)) and not isinstance(value, bool)) or (
        isinstance(value, str) and is_date(value)
    )


def natural_key(item: Any, path: str, position: int) -> str:
    if not isinstance(item, dict):
        return str(position)
    if path == "risks":
        return f"{item['option']}.{item['id']}"
    if path == "sessions.latest_start":
        return str(position)
    for key in ("number", "id", "rule", "event", "months"):
        if key in item:
            return str(item[key])
    return str(position)


def is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def traced(path: str, fields: set[str]) -> bool:
    """Whether a step stands at the path or above it, but not merely at the section's name."""
    parts = path.replace(".cells.", ".").split(".")
    return path in fields or any(".".join(parts[:length]) in fields for length in range(2, len(parts) + 1))


@given(intakes)
def test_every_figure_of_a_plan_has_a_step_in_its_trace(rules: RuleSet, intake: Intake) -> None:
    record = json.loads(to_json(planned(intake, rules)))
    fields = {step["field"] for step in record["trace"]}
    shown = {key: value for key, value in record.items() if key not in UNTRACED}
    missing = [path for path, _ in figures(shown) if not traced(path, fields)]
    assert not missing


@given(intakes)
def test_every_step_leads_to_a_rule_with_a_source_that_the_plan_lists(rules: RuleSet, intake: Intake) -> None:
    plan = planned(intake, rules)
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


@given(intakes)
def test_ranges_never_invert_and_wide_ones_say_why(rules: RuleSet, intake: Intake) -> None:
    record = json.loads(to_json(planned(intake, rules)))
    for path, span in spans({key: value for key, value in record.items() if key not in UNTRACED}):
        assert span["low"] <= span["typical"] <= span["high"], path
        if span["high"] > 3.5 * span["low"] and "touch_ups.fade" not in path and "curves" not in path:
            assert span.get("note"), f"{path}: {span}"


def spans(value: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(value, dict):
        if {"low", "typical", "high"} <= value.keys():
            yield path, value
        for key, inner in value.items():
            yield from spans(inner, f"{path}.{key}")
    elif isinstance(value, list):
        for position, inner in enumerate(value):
            yield from spans(inner, f"{path}.{position}")


@given(intakes)
def test_a_record_fits_its_schema_and_reads_back_equal(rules: RuleSet, intake: Intake) -> None:
    plan = planned(intake, rules)
    text = to_json(plan)
    jsonschema.validate(json.loads(text), plan_schema())
    assert from_json(text) == plan


@given(intakes)
def test_the_same_answers_and_rules_give_the_same_bytes(rules: RuleSet, intake: Intake) -> None:
    assert to_json(planned(intake, rules)) == to_json(planned(intake, rules))


@given(intakes)
def test_visits_increase_keep_their_gaps_and_fall_on_free_days(rules: RuleSet, intake: Intake) -> None:
    plan = planned(intake, rules)
    assume(isinstance(plan, TreatmentPlan))
    assert isinstance(plan, TreatmentPlan)
    rows = list(rules.sessions.gaps.rows.values())
    days = [visit.date for visit in plan.sessions.items]
    for number, (before, after) in enumerate(pairwise(days)):
        low, high = rows[min(number, 2)].read().limits
        assert low <= (after - before).days <= high
    for visit in plan.sessions.items:
        assert visit.date >= intake.calendar.start
        assert visit.weekday in intake.calendar.weekdays
        assert not any(a.from_ <= visit.date <= a.to for a in intake.calendar.away)
        assert visit.earliest <= visit.date <= visit.latest


@given(intakes)
def test_no_instruction_stands_before_its_visit_and_rules_of_the_article_hold(
    rules: RuleSet, intake: Intake
) -> None:
    plan = planned(intake, rules)
    assume(isinstance(plan, TreatmentPlan))
    assert isinstance(plan, TreatmentPlan)
    visits = {visit.number: visit.date for visit in plan.sessions.items}
    for window in plan.aftercare.windows:
        assert window.from_ >= visits[window.sessions[0]]
        assert window.from_ <= window.to
    last = plan.sessions.last_on
    ends = {w.rule: w.to for w in plan.aftercare.windows if len(visits) in w.sessions}
    assert timedelta(days=28) <= ends["direct_sun"] - last <= timedelta(days=42)
    assert timedelta(days=7) <= ends["heavy_exercise"] - last <= timedelta(days=14)
    assert 3 <= plan.sessions.count.low <= plan.sessions.count.high <= 6
    assert 12 <= plan.touch_ups.interval_months.low <= plan.touch_ups.interval_months.high <= 24


@given(intakes)
def test_dots_and_areas_add_up(rules: RuleSet, intake: Intake) -> None:
    plan = planned(intake, rules)
    assume(isinstance(plan, TreatmentPlan))
    assert isinstance(plan, TreatmentPlan)
    for end in ("low", "typical", "high"):
        assert sum(getattr(d, end) for d in plan.dots.per_session) == getattr(plan.dots.total, end)
        assert sum(getattr(p.cm2, end) for p in plan.area.parts) == getattr(plan.area.cm2, end)
    assert plan.sessions.items[-1].share_after == 1


@given(intakes)
def test_money_needs_the_health_questions_and_grows_with_the_years(rules: RuleSet, intake: Intake) -> None:
    plan = planned(intake, rules)
    assume(isinstance(plan, TreatmentPlan))
    assert isinstance(plan, TreatmentPlan)
    if not intake.health_asked:
        assert plan.cost is None
        return
    assert plan.cost is not None
    line = [plan.cost.course, *(plan.cost.totals[h] for h in ("1y", "5y", "10y"))]
    for end in ("low", "typical", "high"):
        amounts = [getattr(amount, end) for amount in line]
        assert amounts == sorted(amounts)


@pytest.mark.parametrize("answer", ["area", "density"])
@given(intakes)
def test_more_area_or_density_never_lowers_sessions_hours_or_price(
    rules: RuleSet, answer: str, intake: Intake
) -> None:
    cm2 = intake.area.measured.cm2 if intake.area.measured and intake.area.measured.cm2 else 120
    less = replace(intake, area=AreaAnswer(measured=Measured(cm2=cm2)), density=110)
    more = replace(less, area=AreaAnswer(measured=Measured(cm2=cm2 + 45)))
    if answer == "density":
        more = replace(less, density=140 if cm2 % 2 else 195)
    low, high = planned(less, rules), planned(more, rules)
    assume(isinstance(low, TreatmentPlan) and isinstance(high, TreatmentPlan))
    assert isinstance(low, TreatmentPlan)
    assert isinstance(high, TreatmentPlan)
    assert high.sessions.count.typical >= low.sessions.count.typical
    assert high.sessions.chair_hours.typical >= low.sessions.chair_hours.typical
    assert high.dots.total.typical >= low.dots.total.typical
    if low.cost and high.cost:
        assert high.cost.course.typical >= low.cost.course.typical


def test_a_healthy_adult_gets_a_plan(rules: RuleSet) -> None:
    assert isinstance(plan_treatment(ADULT, rules), TreatmentPlan)


def test_one_area_serves_both_the_plan_and_the_grafts(rules: RuleSet) -> None:
    small = plan_treatment(adult(area=AreaAnswer(measured=Measured(cm2=50))), rules)
    large = plan_treatment(adult(area=AreaAnswer(measured=Measured(cm2=100))), rules)
    assert isinstance(small, TreatmentPlan)
    assert isinstance(large, TreatmentPlan)

    def grafts(plan: TreatmentPlan) -> Any:
        return next(row for row in plan.comparison.rows if row.id == "grafts_needed").cells["fut"].typical

    assert grafts(large) == 2 * grafts(small)
