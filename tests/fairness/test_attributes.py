"""Every question of the comparison was promised, and none can be dropped unseen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest
import yaml

from smp_planner.rules.ruleset import RuleSet

TABLE = Path(__file__).with_name("attributes.yaml")
# Named in the contract with those who read a plan from outside.
CONTRACT = {
    "grafts_needed", "cost_10y", "visits", "days_off_work", "first_result_months", "full_result_months",
    "on_stopping", "regrows_hair", "halts_loss", "scar", "reversible", "risks", "evidence",
}  # fmt: skip


@pytest.fixture(scope="module")
def attributes() -> Mapping[str, list[str]]:
    """The questions that tell each thing, by its name."""
    parts = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
    return {name: rows for part in parts.values() for name, rows in part.items()}


def untold(attributes: Mapping[str, list[str]], rows: Iterable[str]) -> list[str]:
    """What has lost one of the questions that tell it."""
    there = set(rows)
    return [name for name, tell in attributes.items() if not set(tell) <= there]


def ids(rules: RuleSet) -> list[str]:
    return [id_ for _, id_, _ in rules.comparison.questions()]


def test_everything_that_has_to_be_told_is_told(rules: RuleSet, attributes: Mapping[str, list[str]]) -> None:
    assert untold(attributes, ids(rules)) == []


def test_to_drop_any_question_is_seen(rules: RuleSet, attributes: Mapping[str, list[str]]) -> None:
    for dropped in ids(rules):
        assert untold(attributes, (id_ for id_ in ids(rules) if id_ != dropped)), dropped


def test_what_others_read_by_name_is_there(rules: RuleSet) -> None:
    assert set(ids(rules)) >= CONTRACT
