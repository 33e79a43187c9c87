"""The number to call at once is that of the region that is set, alike on the page and in every file."""

from __future__ import annotations

import re

import pytest

from smp_planner.exports.paper.document import paper_of
from smp_planner.exports.paper.page import to_page
from smp_planner.exports.record import to_json
from smp_planner.exports.table import to_csv
from smp_planner.exports.text import to_text
from smp_planner.rules.load import DATA, load_rules
from smp_planner.rules.ruleset import RuleSet
from tests.people import ADULT, plan_of

UK_CLINIC = DATA / "clinics" / "example-clinic.yaml"
BOTH = "911 (US) or 999 (UK)"
NUMBERS = re.compile(r"911 \(US\) or 999 \(UK\)|\b(?:911|999)(?=, at once| now)")


def called(rules: RuleSet) -> set[str]:
    """The numbers that stand in the texts of the rules and in every file of a plan, one or both."""
    plan = plan_of(ADULT, rules)
    files = (to_text(plan), to_csv(plan), to_json(plan), to_page(paper_of(plan)))
    found = [set(NUMBERS.findall(" ".join(file.split()))) for file in files]
    assert all(told == found[0] for told in found), "all files alike"
    return found[0] | set(NUMBERS.findall(str(rules.risks.risks)))


@pytest.mark.parametrize(("region", "number"), [("US", "911"), ("UK", "999")])
def test_a_region_that_is_set_names_its_own_number_alone(region: str, number: str) -> None:
    rules = load_rules(region=region)
    urgent = [sign.whom for sign in rules.aftercare.call_if.values() if sign.urgent]
    assert urgent == [f"{number}, at once"] * 2
    assert called(rules) == {number}


def test_a_clinic_names_that_of_its_region() -> None:
    assert called(load_rules(clinic=UK_CLINIC)) == {"999"}


def test_where_no_region_is_set_both_stand(rules: RuleSet) -> None:
    assert called(rules) == {BOTH}
