"""What the command line explains of a plan, and the schemas that it writes."""

from __future__ import annotations

import json

import jsonschema
import pytest

from tests.commands.conftest import Run


def test_every_figure_can_be_explained(run: Run) -> None:
    status, out, told = run("explain", "a.yaml")
    assert (status, told) == (0, "")
    assert "\nsessions.count = " in out


def test_one_figure_can_be_explained(run: Run) -> None:
    status, out, _ = run("explain", "a.yaml", "sessions.count")
    assert status == 0
    assert out.startswith("sessions.count = ")
    assert "data/sessions.yaml:" in out


def test_a_figure_that_no_plan_has_is_refused_with_a_hint(run: Run) -> None:
    expected = "the plan has no figure 'sesions.count'; did you mean 'sessions.count'?\n"
    assert run("explain", "a.yaml", "sesions.count") == (2, "", expected)


def test_a_clinic_is_named_in_an_explanation(run: Run) -> None:
    assert "Test studio: ours" in run("explain", "a.yaml", "sessions.count", "--clinic", "clinic.yaml")[1]


@pytest.mark.parametrize("kind", ["intake", "plan"])
def test_a_schema_is_written(kind: str, run: Run) -> None:
    status, out, told = run("schema", kind)
    assert (status, told) == (0, "")
    jsonschema.Draft202012Validator.check_schema(json.loads(out))


def test_the_rules_have_a_schema_for_each_file(run: Run) -> None:
    schemas = json.loads(run("schema", "rules")[1])
    assert len(schemas) == 29
    for schema in schemas.values():
        jsonschema.Draft202012Validator.check_schema(schema)


def test_the_schema_of_an_intake_knows_the_ids_of_the_rules(run: Run) -> None:
    out = run("schema", "intake")[1]
    assert '"keloid"' in out
    assert '"cost_over_years"' in out
    assert '"hairline"' in out


def test_a_plan_fits_the_schema_that_is_written(run: Run) -> None:
    schema = json.loads(run("schema", "plan")[1])
    jsonschema.Draft202012Validator(schema).validate(json.loads(run("plan", "a.yaml", "--format", "json")[1]))
