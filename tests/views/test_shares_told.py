"""A share is told to a patient in whole parts of a hundred, and to a clinic as it is multiplied by."""

from __future__ import annotations

import json
import re
from decimal import Decimal

import pytest
from streamlit.testing.v1 import AppTest

from smp_planner.domain.provenance import Reading
from smp_planner.exports.dot_words import less_hair, less_hair_plainly
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views.figure_told import figure_told
from smp_planner.views.state import untouched_key
from smp_planner.views.whys import Whys
from tests.people import ADULT, plan_of
from tests.views.conftest import Open
from tests.views.shown import markup, open_tab, reasons, rules_behind, to_the_plan

FRACTION = re.compile(r"\b0\.\d+")


def with_hair_left(page: AppTest) -> AppTest:
    """The plan in short of somebody who keeps a fifth of the hair."""
    page.session_state["kept_way"] = "same"
    page.session_state["kept_hair"] = 20
    page.session_state[untouched_key("kept_hair")] = False
    return open_tab(page, "In short")


@pytest.mark.parametrize(("way", "exact"), [("clinic", True), ("patient", False)])
def test_dots_where_hair_stays_come_from_a_share_that_the_reader_knows(
    open_page: Open, monkeypatch: pytest.MonkeyPatch, way: str, exact: bool
) -> None:
    monkeypatch.setenv("SMP_VIEW", way)
    page = open_page()
    page = with_hair_left(page if exact else to_the_plan(page))
    beside = re.findall(r"area x [^<]*\(part without hair\)", markup(page))
    assert beside == [
        "area x 150 x 0.8 (part without hair)" if exact else "area x 150 x about 80% (part without hair)"
    ]
    why = reasons(page)["dots.total"].partition("\n")[0]
    assert bool(FRACTION.search(why)) is exact
    assert (" x 80% = " in why) is not exact


def test_a_share_in_the_rules_is_told_to_a_patient_in_parts_of_a_hundred(rules: RuleSet) -> None:
    whys = Whys(plan_of(ADULT, rules), rules)
    whys.why("dots.total")
    [exact] = [rule["figure"] for rule in rules_behind(whys, with_places=True) if rule["figure"]]
    [plain] = [rule["figure"] for rule in rules_behind(whys, with_places=False) if rule["figure"]]
    assert exact.startswith("25% (we count with 0.25)")  # it was "0.25 share"
    assert "A clinic may set 25% to 100%." in exact
    assert plain.startswith("25%")
    assert "A clinic may set 25% to 100%." in plain
    assert json.dumps(plain).count("0.") == 0


def test_nothing_is_said_of_a_share_where_no_hair_stays(rules: RuleSet) -> None:
    bare = plan_of(ADULT, rules)
    assert (less_hair(bare), less_hair_plainly(bare)) == ("", "")


@pytest.mark.parametrize(
    ("value", "exact", "plain"),
    [
        (Decimal("8.93"), "9 people of 100 (we count with 8.93)", "9 people of 100"),
        (9, "9 people of 100", "9 people of 100"),
        (Decimal("0.4"), "0.4 people of 100", "0.4 people of 100"),
    ],
)
def test_people_come_whole_and_a_clinic_reads_the_count_behind_them(
    value: Decimal | int, exact: str, plain: str
) -> None:
    reading = Reading(
        id="x.y", value=value, range=(5, 12), limits=(5, 12), unit="people of 100", basis="paper",
        sources=(), at={}, place="data/x.yaml:1:1",
    )  # fmt: skip
    assert figure_told(reading, exactly=True).startswith(exact)
    told = figure_told(reading, exactly=False)
    assert told.startswith(plain)
    assert "we count with" not in told
