"""How many rules the page of all rules lists while prices are withheld."""

from __future__ import annotations

from smp_planner.rules.rule_book import rule_book
from tests.packaged_rules import packaged_rules

LISTED = len([*packaged_rules().kept(rule_book).without_prices().rules])
