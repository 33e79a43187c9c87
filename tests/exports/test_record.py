"""The plan record: what is written, in which order, and that it reads back equal."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from smp_planner.answers import read_intake
from smp_planner.domain.intake import OPTIONS, AreaAnswer, Intake, LifeEvent, Measured, Scar
from smp_planner.domain.plan import Referral, TreatmentPlan
from smp_planner.domain.provenance import Reading, Source, Step
from smp_planner.domain.quantities import Estimate
from smp_planner.exports.record import from_json, number_text, to_json
from smp_planner.exports.record_schema import plan_schema
from smp_planner.planner.pipeline import plan_treatment
from smp_planner.rules.ruleset import RuleSet
from tests.exports.sample_plan import BUSY, PLAN, PROVISIONAL, REFERRAL, UNCHECKED
from tests.people import ADULT, adult

PLANS = (PLAN, PROVISIONAL, UNCHECKED, BUSY, REFERRAL)
SCHEMA = jsonschema.Draft202012Validator(plan_schema(), format_checker=jsonschema.FormatChecker())

# The plan record of the contract; a list stands for a list of tables with these keys.
CONTRACT: dict[str, Any] = {
    "kind": None,
    "rules": {"edition": None, "fingerprint": None, "clinic": None, "region": None, "clinic_edits": None},
    "intake": {"goals": None, "area": None, "calendar": {"start": None, "weekdays": None}},
    "suitability": {
        "checked": None,
        "provisional": None,
        "stop": None,
        "wait": None,
        "ask_doctor": None,
        "know": [{"id": None, "say": None, "sources": None}],
    },
    "area": {"cm2": None, "parts": [{"id": None, "cm2": None, "why": None}]},
    "dots": {"per_cm2": None, "total": None, "per_session": None},
    "method": {"suggested": None, "say": None, "sources": None},
    "shade": {"first_session": None, "target": None, "say": None},
    "sessions": {
        "count": {"low": None, "typical": None, "high": None},
        "chair_hours": None,
        "items": [
            dict.fromkeys(
                (
                    "number",
                    "date",
                    "weekday",
                    "earliest",
                    "latest",
                    "hours",
                    "dots",
                    "share_after",
                    "focus",
                    "steps",
                )
            )
        ],
        "last_on": None,
        "settled_on": None,
        "conflicts": [{"event": None, "say": None, "what_would_fit": None}],
        "latest_start": [{"event": None, "on": None}],
    },
    "aftercare": {
        "windows": [dict.fromkeys(("rule", "kind", "say", "from", "to", "sessions"))],
        "days": [{"date": None, "avoid": None, "do": None, "expect": None}],
        "call_if": [{"say": None, "whom": None, "urgent": None, "sources": None}],
        "before": [{"session": None, "from": None, "to": None, "say": None}],
        "conflicts": None,
        "burden": dict.fromkeys(
            (
                "days_without_sun",
                "days_without_swimming",
                "days_without_heavy_exercise",
                "first_day",
                "last_day",
            )
        ),
    },
    "touch_ups": {
        "interval_months": None,
        "items": [dict.fromkeys(("number", "from", "typical", "to"))],
        "fade": [dict.fromkeys(("months", "low", "typical", "high"))],
    },
    "risks": [dict.fromkeys(("option", "id", "say", "prevent", "do", "sources"))],
    "cost": {
        **dict.fromkeys(("currency", "tax", "valid_days", "course", "per_session", "touch_up")),
        "totals": {"1y": None, "5y": None, "10y": None},
        **dict.fromkeys(("removal", "included", "not_included")),
    },
    "comparison": {
        "options": [dict.fromkeys(("id", "name", "open_to_you", "why"))],
        "rows": [
            {
                **dict.fromkeys(("id", "group", "question", "unit")),
                "cells": {
                    option: dict.fromkeys(("say", "leans", "sources", "strength"))
                    for option in ("nothing", "medication", "smp", "fut", "fue")
                },
            }
        ],
        "curves": {"hair": {"smp": None}, "cost": {"smp": None}},
    },
    "what_if": [{"id": None, "say": None, "effect": None}],
    "trace": [{"field": None, "value": None, "because": None, "rules": None, "uses": None}],
    "sources": [dict.fromkeys(("id", "title", "year", "kind", "grade", "url", "read_on"))],
}


@pytest.fixture(scope="module")
def record(rules: RuleSet) -> dict[str, Any]:
    wedding = LifeEvent(from_=date(2027, 2, 20), to=date(2027, 2, 20), name="wedding", kind="be_ready")
    calendar = replace(ADULT.calendar, events=(wedding,))
    return json.loads(to_json(plan_treatment(adult(calendar=calendar), rules)))


def lacking(record: Any, wanted: Any, path: str = "") -> list[str]:
    """Paths that a record should have and lacks."""
    if isinstance(wanted, list):
        items = record if isinstance(record, list) and record else [None]
        return [gap for item in items for gap in lacking(item, wanted[0], f"{path}[]")]
    if wanted is None:
        return []
    gaps = [f"{path}.{key}" for key in wanted if not isinstance(record, dict) or key not in record]
    inner = [
        lacking(record[key], part, f"{path}.{key}") for key, part in wanted.items() if key in (record or {})
    ]
    return gaps + [gap for found in inner for gap in found]


def test_a_plan_record_has_every_key_of_the_contract(record: dict[str, Any]) -> None:
    assert lacking(record, CONTRACT) == []


def test_a_referral_has_its_reasons_and_neither_sessions_nor_cost() -> None:
    record = json.loads(to_json(REFERRAL))
    assert record["kind"] == "referral"
    assert record["suitability"]["stop"][0]["id"] == "keloid"
    assert not {"sessions", "cost", "aftercare"} & set(record)
    assert [option["id"] for option in record["comparison"]["options"]] == list(OPTIONS)


@pytest.mark.parametrize("plan", PLANS, ids=["plan", "provisional", "unchecked", "busy", "referral"])
def test_a_record_reads_back_as_the_plan_it_was_written_from(plan: TreatmentPlan | Referral) -> None:
    assert from_json(to_json(plan)) == plan


@pytest.mark.parametrize("plan", PLANS, ids=["plan", "provisional", "unchecked", "busy", "referral"])
def test_a_record_fits_its_schema(plan: TreatmentPlan | Referral) -> None:
    SCHEMA.validate(json.loads(to_json(plan)))


def test_a_record_of_real_rules_fits_its_schema_and_reads_back(rules: RuleSet) -> None:
    plan = plan_treatment(ADULT, rules)
    text = to_json(plan)
    SCHEMA.validate(json.loads(text))
    assert from_json(text) == plan


def test_the_schema_refuses_a_key_that_a_record_does_not_have(record: dict[str, Any]) -> None:
    with pytest.raises(jsonschema.ValidationError, match="is not valid under"):
        SCHEMA.validate({**record, "mood": "good"})


def test_the_schema_refuses_a_record_without_its_sessions(record: dict[str, Any]) -> None:
    with pytest.raises(jsonschema.ValidationError):
        SCHEMA.validate({key: value for key, value in record.items() if key != "sessions"})


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(plan_schema())


def test_the_same_plan_gives_the_same_bytes() -> None:
    assert to_json(PLAN) == to_json(from_json(to_json(PLAN)))


def test_keys_stand_in_the_order_of_the_plan() -> None:
    expected = [field.name for field in fields(TreatmentPlan)]
    assert list(json.loads(to_json(PLAN))) == expected


def test_a_record_is_written_as_python_would_indent_it() -> None:
    text = to_json(BUSY)
    plain = json.loads(text, parse_float=float)
    assert text == json.dumps(plain, indent=2, ensure_ascii=False) + "\n"


def test_letters_beyond_ascii_are_written_as_they_are() -> None:
    assert '"Zoë – “fine” \U0001f600"' in to_json(replace(PLAN, notes=("Zoë – “fine” \U0001f600",)))


def test_signs_that_json_keeps_for_itself_are_escaped() -> None:
    assert '"a \\"b\\" \\\\ \\n"' in to_json(replace(PLAN, notes=('a "b" \\ \n',)))


def test_a_trailing_underscore_is_dropped_from_a_key() -> None:
    window = json.loads(to_json(PLAN))["aftercare"]["windows"][0]
    assert (window["from"], "from_" in window) == ("2027-01-11", False)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (Decimal("3"), "3"),
        (Decimal("3.0"), "3"),
        (Decimal("1E+3"), "1000"),
        (Decimal("0.50"), "0.5"),
        (Decimal("-0.25"), "-0.25"),
        (Decimal("1E-7"), "0.0000001"),
        (Decimal("0.1234567890123456789"), "0.1234567890123456789"),
        (Decimal("-0"), "0"),
    ],
)
def test_a_decimal_is_written_in_full_and_whole_where_it_is_whole(number: Decimal, text: str) -> None:
    assert number_text(number) == text


def test_nothing_is_left_out_of_the_answers() -> None:
    answers = json.loads(to_json(PLAN))["intake"]
    assert answers["kept_hair"] is None
    assert answers["skin"] == {"tone": None, "traits": None}


def test_what_is_none_is_left_out_of_the_plan() -> None:
    record = json.loads(to_json(UNCHECKED))
    assert "cost" not in record
    assert "gap_days" not in record["sessions"]["items"][0]
    assert "per_100" not in record["risks"][0]
    assert "over" not in record["risks"][0]
    assert record["risks"][1]["over"] == "Counted over a year."


def test_keys_that_readers_count_on_are_there_as_null() -> None:
    source = Source(
        id="a", title="A", year=None, kind="clinic", grade="low", url=None, read_on=date(2026, 1, 1)
    )
    plan = replace(PLAN, sources=(source,))
    record = json.loads(to_json(plan))
    assert (record["rules"]["clinic"], record["rules"]["region"]) == (None, None)
    assert (record["shade"]["first_session"], record["shade"]["target"]) == (None, None)
    assert (record["sources"][0]["year"], record["sources"][0]["url"]) == (None, None)
    assert record["trace"][2]["value"] is None
    assert json.loads(to_json(REFERRAL))["suitability"]["wait"][1]["until"] is None


def test_one_part_used_twice_is_written_twice() -> None:
    twice = replace(PLAN, risks=(PLAN.risks[0], PLAN.risks[0]))
    risks = json.loads(to_json(twice))["risks"]
    assert risks[0] == risks[1]


def test_a_step_tells_its_rules_in_full() -> None:
    rule = json.loads(to_json(PLAN))["trace"][0]["rules"][0]
    assert rule == {
        "id": "sessions.count",
        "value": 3,
        "range": [3, 4],
        "limits": [3, 6],
        "unit": "sessions",
        "basis": "paper",
        "sources": ["liu-2025", "scalpguru"],
        "at": {"liu-2025": "method"},
        "place": "data/sessions.yaml:9:1",
        "set_by": "base rules",
    }


@pytest.mark.parametrize(
    "value", [3, Decimal("0.5"), "natural", date(2027, 1, 11), Estimate(1, 2, 3, "cm2"), None]
)
def test_a_step_reads_back_with_a_value_of_any_kind(value: Any) -> None:
    reading = Reading(id="a", value="b", sources=("c",), place="d")
    plan = replace(PLAN, trace=(Step(field="x", value=value, because="y", rules=(reading,)),))
    back = from_json(to_json(plan)).trace[0].value
    assert (back, type(back)) == (value, type(value))


def test_the_answers_can_be_read_as_an_intake_file(tmp_path: Path) -> None:
    scar = Scar(length_cm=Decimal("20.5"), width_cm=Decimal("0.2"), age_months=30, raised=False)
    area = AreaAnswer(zones=("crown",), measured=Measured(cm2=150), scars=(scar,))
    event = LifeEvent(from_=date(2027, 3, 20), to=date(2027, 3, 22), name="race", kind="sport")
    calendar = replace(ADULT.calendar, events=(event,), visit_times={1: "09:30"}, timezone="America/Denver")
    intake = adult(area=area, calendar=calendar, kept_hair={"crown": Decimal("0.5")}, matters={"cost_now": 3})
    assert reread(intake, tmp_path) == intake


def test_answers_that_are_not_sure_can_be_read_back(tmp_path: Path) -> None:
    intake = Intake(goals=(), area=AreaAnswer(), calendar=ADULT.calendar)
    record = json.loads(to_json(replace(PLAN, intake=intake)))
    assert record["intake"]["goals"] == "unsure"
    SCHEMA.validate(record)
    assert reread(intake, tmp_path) == intake
    assert from_json(to_json(replace(PLAN, intake=intake))) == replace(PLAN, intake=intake)


def test_an_area_is_written_without_its_empty_parts() -> None:
    assert json.loads(to_json(PLAN))["intake"]["area"] == {"norwood": "V"}


def reread(intake: Intake, folder: Path) -> Intake:
    path = folder / "intake.json"
    path.write_text(json.dumps(json.loads(to_json(replace(PLAN, intake=intake)))["intake"]), encoding="utf-8")
    return read_intake(path)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[]", "its kind should be"),
        ("{}", "its kind should be"),
        ('{"kind": ["plan"]}', "its kind should be"),
        ('{"kind": "plan", "mood": 1}', "has no"),
        ('{"kind": "plan"}', "missing"),
        ('{"kind": "referral", "rules": 3}', "not a plan record"),
        ("{", "Expecting"),
    ],
)
def test_a_text_that_is_no_record_is_refused(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        from_json(text)


@pytest.mark.parametrize(
    ("place", "wrong"),
    [
        (("kind",), "plans"),
        (("say",), 5),
        (("ask_again_on",), "soon"),
        (("suitability", "checked"), "yes"),
        (("suitability", "stop"), [3]),
        (("trace",), [{"field": "a", "value": [1], "because": "b"}]),
    ],
)
def test_a_record_with_a_wrong_value_is_refused(place: tuple[str, ...], wrong: Any) -> None:
    record = json.loads(to_json(REFERRAL))
    table = record
    for key in place[:-1]:
        table = table[key]
    table[place[-1]] = wrong
    with pytest.raises(ValueError, match=r"not a plan record|Invalid isoformat"):
        from_json(json.dumps(record))
