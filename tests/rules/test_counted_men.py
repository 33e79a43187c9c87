"""The ages that texts name of the men who were counted over years are those that the rule holds."""

from __future__ import annotations

import re
from pathlib import Path

from smp_planner.rules.load import DATA
from smp_planner.rules.ruleset import RuleSet

SPAN, UNDER = (
    re.compile(r"\b(\d\d) to (\d\d)(?=,? with mild| when they began)"),
    re.compile(r"\b(?:began|men|tablets,|men,) under (\d\d)\b"),
)


def texts() -> str:
    files = (path for folder in ("comparison", "risks") for path in sorted(Path(DATA, folder).glob("*.yaml")))
    own = (Path(DATA, f"{name}.yaml") for name in ("comparison", "hair"))
    return " ".join(path.read_text("utf-8") for path in (*files, *own))


def test_each_text_names_the_ages_of_the_rule(rules: RuleSet) -> None:
    """Whom the figures hold for is decided by the rule; a text with another age would be told by it."""
    youngest, oldest = rules.hair.counted.ages
    spans, under = SPAN.findall(texts()), UNDER.findall(texts())
    assert len(spans) >= 4
    assert len(under) >= 8
    assert {(int(low), int(high)) for low, high in spans} == {(youngest, oldest)}
    assert {int(age) for age in under} == {oldest + 1}
