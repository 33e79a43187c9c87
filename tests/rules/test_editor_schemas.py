"""The schemas that editors read: fresh, whole, and of one mind with the loader."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from smp_planner.rules.layers import parameters
from smp_planner.rules.load import DATA, read_layer, try_load
from smp_planner.rules.narrow_yaml import read
from smp_planner.rules.schema import editor_schemas, file_of, rules_schema

ROOT = DATA.parent
FOLDER = ROOT / "docs" / "reference" / "schemas"
GAP = "overrides.sessions.gaps.first_to_second"
SETTINGS = ROOT / ".vscode" / "settings.json"
CLINICS = sorted((DATA / "clinics").glob("*.yaml"))


schemas = cache(editor_schemas)


@cache
def clinic() -> jsonschema.Draft7Validator:
    """What finds the red lines of a clinic's file."""
    return jsonschema.Draft7Validator(schemas()["clinic.json"], format_checker=jsonschema.FormatChecker())


def as_json(text: str) -> Any:
    """What a rule file holds, as an editor sees it: numbers plain, days as text."""
    value = read(text, "f").value
    return json.loads(
        json.dumps(value, default=lambda one: float(one) if hasattr(one, "quantize") else str(one))
    )


def red_lines(text: str) -> set[str]:
    """The keys that an editor underlines in a clinic's file."""
    return {".".join(map(str, fault.absolute_path)) for fault in within(clinic().iter_errors(as_json(text)))}


def within(faults: Iterable[jsonschema.ValidationError]) -> Iterator[jsonschema.ValidationError]:
    """Faults, and those of the branches of a choice in them."""
    for fault in faults:
        yield fault
        yield from within(fault.context)


def test_the_schemas_in_the_docs_are_those_of_the_rules(request: pytest.FixtureRequest) -> None:
    written = {
        name: json.dumps(schema, indent=2, ensure_ascii=False) + "\n" for name, schema in schemas().items()
    }
    if request.config.getoption("--rewrite-goldens"):
        for path in FOLDER.glob("*.json"):
            path.unlink()
        for name, text in written.items():
            (FOLDER / name).write_text(text, encoding="utf-8")
    found = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.iterdir()}
    assert found == written, "write them anew with pytest --rewrite-goldens"


def test_every_rule_file_has_its_schema_in_the_editors_settings(request: pytest.FixtureRequest) -> None:
    folder = FOLDER.relative_to(ROOT)
    wanted = {f"./{folder}/{file_of(name)}": f"data/{name}" for name in rules_schema()}
    if request.config.getoption("--rewrite-goldens"):
        settings = {"yaml.schemas": wanted, "yaml.schemaStore.enable": False}
        SETTINGS.write_text(json.dumps(settings, indent=2) + "\n", encoding="utf-8")
    settings = json.loads(SETTINGS.read_text(encoding="utf-8"))
    assert settings["yaml.schemas"] == wanted, "write it anew with pytest --rewrite-goldens"
    assert settings["yaml.schemaStore.enable"] is False  # it asks a server for a list of schemas


def test_no_rule_file_has_a_red_line() -> None:
    paths = {name: list(DATA.glob(name)) for name in rules_schema()}
    assert {path for found in paths.values() for path in found} == set(DATA.rglob("*.yaml"))
    for name, found in paths.items():
        validator = jsonschema.Draft7Validator(schemas()[file_of(name)])
        for path in found:
            validator.validate(as_json(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", CLINICS, ids=lambda path: path.stem)
def test_a_worked_clinics_file_names_its_schema_and_has_no_red_line(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    named = text.splitlines()[0].removeprefix("# yaml-language-server: $schema=")
    assert (path.parent / named).resolve() == FOLDER / "clinic.json"
    assert red_lines(text) == set()


def test_every_key_of_a_clinics_file_says_what_it_is_for() -> None:
    schema = schemas()["clinic.json"]
    shapes = {"": schema, **schema["$defs"]}
    told = {
        f"{name}.{key}": inner for name, shape in shapes.items() for key, inner in shape["properties"].items()
    }
    assert len(told) > 60
    assert [key for key, inner in told.items() if "description" not in inner] == []


def test_an_editor_offers_every_figure_that_a_clinic_may_move_with_its_limits() -> None:
    offered = schemas()["clinic.json"]["properties"]["overrides"]["properties"]
    known = parameters(read_layer()[0])
    assert list(offered) == list(known)
    gap = offered["sessions.gaps.second_to_third"]
    assert gap["description"].startswith(
        "Days between visits: From the second to the third visit, in days. Range: 14"
    )
    low, high = known["sessions.gaps.second_to_third"].limits
    assert gap["properties"]["value"] == {"type": "integer", "minimum": low, "maximum": high}
    assert offered["density.least_share"]["properties"]["value"]["type"] == "number"


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("region: UK", "region: FR", "region"),
        ("name: Example clinic\n", "", ""),
        ("name: Example clinic", "name: 5", "name"),
        ("chairs: 2", "chairs: two", "chairs"),
        ("chairs: 2", "chair: 2", ""),
        ("to: 2027-08-14", "until: 2027-08-14", "closed.dates.0"),
        ('tue: ["09:00-17:30"]', 'tue: ["9:00-17:30"]', "opening.tue.0"),
        ("weekday: mon", "weekday: monday", "closed.yearly.4"),
        ("{percent: 20, refund", "{percent: a fifth, refund", "prices.deposit.percent"),
        ("  touch_up: 200\n", "", "prices"),
        ("paid: by_visit", "paid: later", "prices.paid"),
        ("kind: avoid", "kind: forbid", "instructions.alcohol_after.kind"),
        ("range: [4, 7]", "range: [4]", "exceptions.aftercare.instructions.heavy_exercise.to_day.range"),
        ("    value: 14\n", "    value: 900\n", f"{GAP}.value"),
        ("    value: 14\n", "    value: 14.5\n", f"{GAP}.value"),
        ("sessions.gaps.first_to_second:", "sessions.gaps.first_to_secnod:", "overrides"),
        ("    reason: We book every second visit two weeks after the first.\n", "", GAP),
    ],
)  # fmt: skip
def test_what_an_editor_underlines_the_loader_refuses_too(
    old: str, new: str, key: str, tmp_path: Path
) -> None:
    text = (DATA / "clinics" / "example-clinic.yaml").read_text(encoding="utf-8")
    assert text.count(old) == 1
    path = tmp_path / "clinic.yaml"
    path.write_text(text.replace(old, new), encoding="utf-8")
    assert key in red_lines(path.read_text(encoding="utf-8"))
    assert try_load(clinic=path)[1] != []


BEYOND = {
    "locale: en-GB": ("locale: english", "locale"),
    "longest_visit: {value: 4,": ("longest_visit: {value: 14,", "longest_visit.value"),
    "kind: clinic, grade: very_low, read_on: 2026-11-01}\n  example-clinic-prices": (
        "kind: clinic, grade: high, read_on: 2026-11-01}\n  example-clinic-prices",
        "sources.example-clinic-protocol.grade",
    ),
    " V: 1100,": (" V: 90000,", "prices.stage.norwood.V"),
    "scars: 500": ("scars: 50", "prices.stage.scars"),
    "touch_up: 200": ("touch_up: 9000", "prices.touch_up"),
    "extra_visit: 220": ("extra_visit: 9000", "prices.extra_visit"),
    "patch_test: 0": ("patch_test: 9000", "prices.patch_test"),
    "{visits: 1, within_months: 12}": ("{visits: 99, within_months: 6}", "prices.free_touch_ups.visits"),
    "percent: 20, included": ("percent: 80, included", "prices.tax.percent"),
    "{percent: 20, refund": ("{percent: 100, refund", "prices.deposit.percent"),
    "valid_days: 60": ("valid_days: 6", "prices.valid_days"),
    "    value: 4\n    range: [4, 7]": (
        "    value: 8\n    range: [7, 9]",
        "exceptions.aftercare.instructions.heavy_exercise.to_day.range",
    ),
}
"""What lies beyond limits, and where: what stands in the worked file, and what is put in its place."""


def test_an_editor_underlines_what_lies_beyond_the_limits_where_the_loader_refuses_it(tmp_path: Path) -> None:
    text = (DATA / "clinics" / "example-clinic.yaml").read_text(encoding="utf-8")
    for old, (new, _key) in BEYOND.items():
        assert text.count(old) == 1
        text = text.replace(old, new)
    path = tmp_path / "clinic.yaml"
    path.write_text(text, encoding="utf-8")
    keys = {key for _new, key in BEYOND.values()}
    assert keys <= red_lines(text)
    told = {problem.key for problem in try_load(clinic=path)[1]}
    assert keys <= told | {f"{key}.range" for key in told}


def test_the_limits_of_prices_that_an_editor_knows_are_those_of_the_region() -> None:
    """A price that is sound in pounds may be too low in dollars; without a region, dollars are meant."""
    told = {
        named: red_lines(f"name: a\n{named}prices: {{hour: 15}}\n")
        for named in ("region: UK\n", "", "region: US\n")
    }
    limits = {
        "prices.hour": [named for named, keys in told.items() if "prices.hour" in keys],
    }
    assert limits == {"prices.hour": ["", "region: US\n"]}


def test_an_editor_offers_as_exceptions_only_what_somebody_may_sign() -> None:
    offered = schemas()["clinic.json"]["properties"]["exceptions"]["properties"]
    assert "aftercare.instructions.heavy_exercise.to_day" in offered
    for never in ("aftercare.instructions.redness.to_day", "density.least_share", "touch_ups.horizon_years"):
        assert never not in offered
        assert never in parameters(read_layer()[0])
    redness = "exceptions: {aftercare.instructions.redness.to_day: {value: 9}}"
    assert "exceptions" in red_lines(f"name: a\n{redness}\n")


def test_what_has_not_its_shape_for_the_loader_is_underlined_too() -> None:
    """The planted faults of clinics' files, as far as their shape is told (R2..)."""
    cases = {
        path.stem: yaml.safe_load(path.read_text()) for path in (ROOT / "tests" / "bad_rules").glob("*.yaml")
    }
    told = {name: (ROOT / "tests" / "bad_rules" / f"{name}.expected").read_text() for name in cases}
    shaped = [
        name
        for name, case in cases.items()
        if "clinic" in case and "[R2" in told[name] and "[R1" not in told[name]
    ]
    of_clinic = [
        name
        for name in shaped
        if any(line.startswith("clinic.yaml") and "[R2" in line for line in told[name].splitlines())
    ]
    assert len(of_clinic) > 3
    assert [name for name in of_clinic if not red_lines(cases[name]["clinic"])] == []
