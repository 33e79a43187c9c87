"""Over what time people were counted, told alike for every option of a question that counts people."""

from __future__ import annotations

from smp_planner.planner.comparison.cells import Blank
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.shapes.comparison import Over


def over_time(blank: Blank, asked: Over | None, rules: RuleSet) -> str:
    """The time of the count, and that the question asks about another one where it does."""
    over = blank.answer.over if blank.unknown is None else None
    if over is None:
        return rules.comparison.words.not_counted_over
    if asked is None or over.months is None or over.months == asked.months:
        return over.say
    return f"{over.say} {asked.say}"
