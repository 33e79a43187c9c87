"""What somebody whose page stands open is told when the rules under it were renewed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from smp_planner.exports.plan_file import rules_alone
from smp_planner.rules.load import DATA, load_rules
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.saved import saved_rules
from smp_planner.views import renewal
from smp_planner.views.from_intake import put_answers
from smp_planner.views.renewal import told_of_renewal
from smp_planner.views.state import BEGUN, BEGUN_ON
from tests.edited_rules import edited_rules
from tests.people import ADULT, START
from tests.views.conftest import begun

SETTLED = "can be judged, value: 28, range: [7, 28]"


@pytest.fixture(scope="module")
def answers() -> dict[str, Any]:
    """The example that the clinic's page begins with."""
    return begun().run().session_state.to_dict()


@pytest.fixture
def then(tmp_path: Path) -> str:
    """Rules by which the look was judged after 60 days, as a tab holds them."""
    older = edited_rules(tmp_path, "sessions.yaml", SETTLED, SETTLED.replace("28", "60"))
    return rules_alone(saved_rules(older))


def test_days_that_moved_are_told_with_the_rule_behind_them(
    answers: dict[str, Any], then: str, rules: RuleSet
) -> None:
    told = told_of_renewal(answers, then, rules)
    assert told is not None
    assert "Settled by" in [row[0] for row in told["changes"]]
    assert [row[1:3] for row in told["rules"]] == [["60 days (7 to 60)", "28 days (7 to 28)"]]
    assert told["why"] == ["Some rules are not those of when you gave these answers."]


def test_a_tab_holds_the_price_list_of_then(rules: RuleSet) -> None:
    """Somebody whose health questions are answered, so that money is shown; the clinic's file is gone now."""
    state: dict[str, Any] = {BEGUN: {}, BEGUN_ON: START, "way": "clinic"}
    put_answers(ADULT, rules, state)
    clinic = load_rules(clinic=DATA / "clinics" / "example-clinic.yaml")
    told: Any = told_of_renewal(state, rules_alone(saved_rules(clinic)), rules)
    before = {row[0]: row[1] for row in told["changes"]}
    assert before["Each touch-up"] == "£240"
    assert before["Deposit"] == "£264"


def test_a_patient_who_has_seen_no_plan_is_told_of_none(
    answers: dict[str, Any], then: str, rules: RuleSet
) -> None:
    assert told_of_renewal({**answers, "way": "patient"}, then, rules) is None
    assert told_of_renewal({**answers, "way": "patient", "plan_seen": True}, then, rules)


@pytest.mark.parametrize("odd", ["", "[1]", "{", '{"kind": "smp-plan-answers", "version": 1}', "x" * 200_000])
def test_rules_of_then_that_are_none_tell_nothing(odd: str, answers: dict[str, Any], rules: RuleSet) -> None:
    assert told_of_renewal(answers, odd, rules) is None


def test_answers_that_no_plan_can_be_made_of_tell_nothing(
    answers: dict[str, Any], then: str, rules: RuleSet
) -> None:
    assert told_of_renewal({**answers, "start": None}, then, rules) is None


def test_rules_of_then_are_read_once_for_all_who_come_from_the_same_server(
    answers: dict[str, Any], then: str, rules: RuleSet, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A whole house moves at once when its server goes; reading takes longer than ten plans."""
    read: list[RuleSet] = []
    real = renewal.rules_then
    monkeypatch.setattr(renewal, "rules_then", lambda saved, now: read.append(now) or real(saved, now))
    newer = replace(rules, edition=replace(rules.edition, fingerprint="this test's own"))
    assert told_of_renewal(answers, then, newer) == told_of_renewal(answers, then, newer)
    assert len(read) == 1
