"""What the command line explains of a plan, and the schemas that it writes."""

from __future__ import annotations

import json
from pathlib import Path

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


def test_the_schemas_of_rules_go_to_a_folder_a_file_for_each_kind(run: Run) -> None:
    assert run("schema", "rules", "-o", "a/schemas") == (0, "", "")
    found = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in Path("a/schemas").iterdir()}
    assert {"sessions.json", "risks.json", "risks-part.json", "clinic.json"} <= set(found)
    assert len(found) == len(json.loads(run("schema", "rules")[1]))
    for schema in found.values():
        jsonschema.Draft7Validator.check_schema(schema)


def test_any_other_schema_goes_to_a_file(run: Run) -> None:
    assert run("schema", "intake", "-o", "intake.json") == (0, "", "")
    assert Path("intake.json").read_text(encoding="utf-8") == run("schema", "intake")[1]


@pytest.mark.parametrize(
    ("folder", "why"),
    [("a.yaml", "File exists"), ("a.yaml/b", "Not a directory"), ("\0", "not a path of a folder")],
)
def test_a_folder_that_cant_be_made_is_told(folder: str, why: str, run: Run) -> None:
    told = folder.replace("\0", r"\x00")  # a sign that would steer a terminal is written by its number
    assert run("schema", "rules", "-o", folder) == (2, "", f"{told}: can't be made: {why}\n")
