"""The packaged rules, read once for all tests.

Properties call for them instead of asking for the `rules` fixture: hypothesis prints every argument
of a test that fails, and a whole set of rules buries the person it fails for.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from smp_planner.rules.load import load_rules
from smp_planner.rules.ruleset import RuleSet


@cache
def packaged_rules() -> RuleSet:
    """The packaged rules, for the default region."""
    return load_rules()


@cache
def us_rules() -> RuleSet:
    """The packaged rules where medicines are named, and tablets priced."""
    return load_rules(region="US")


@cache
def rules_of(region: str | None = None, clinic: Path | None = None) -> RuleSet:
    """The packaged rules of a region, or of a packaged clinic, whose files no test changes."""
    return load_rules(region=region, clinic=clinic)
