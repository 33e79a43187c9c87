"""Every reason and every note that a "why?" shows, and the page's own words, read at grade 8 or lower.

Three rules take what the measure can't judge out of it, each by its form and none by its name:
- a text of fewer than eight words: the grade of "Nobody counted." tells how long two words are;
- a name that the answers chose (a stage, an option, a health answer): medical names stand as doctors use
  them, so they count as one short word;
- a list: its parts are read one by one, so its commas and semicolons end them.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from smp_planner.rules.load import load_rules
from smp_planner.rules.rule_book import rule_book
from smp_planner.rules.ruleset import RuleSet
from tests.fair_people import PLANS, fair_plan
from tests.reading_grade import reading_grade, words

ROOT = Path(__file__).resolve().parents[1]
HIGHEST, SHORT, LISTED = 8, 8, 4
VIEWS = sorted((ROOT / "smp_planner" / "views").glob("*.py"))
MARKED = {"N_", "_"}
PLACE = re.compile(r"\{\w+\}")


@cache
def names() -> re.Pattern[str]:
    """The names of answers and options, the longest first."""
    rules = load_rules()
    told = {name for choices in rules.intake.choices.values() for name in choices.values()}
    told |= {option.name for option in rules.options.options.values()}
    longest = sorted(map(re.escape, told), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(longest)})\b", re.IGNORECASE)


def grade(text: str) -> float:
    """The grade of a text by the rules above."""
    plain = names().sub("it", PLACE.sub("it", text))
    if plain.count(",") + plain.count(";") >= LISTED:
        plain = re.sub(r"[,;] ", ". ", plain)
    return reading_grade(plain) if len(words(plain)) >= SHORT else 0.0


def hard(texts: Iterator[tuple[str, str]]) -> list[str]:
    """The texts that are too hard, with where they stand."""
    found = {text: where for where, text in texts}
    return [f"{where} ({grade(text):.1f}): {text}" for text, where in found.items() if grade(text) > HIGHEST]


def test_a_long_sentence_is_found_and_a_short_text_a_list_and_names_are_let_be() -> None:
    long = (
        "Visit 2 can be this late if the others move too: all gaps stay allowed, no new event clashes, and "
        "the first visit moves at most 90 days from its earliest day."
    )
    assert grade(long) > HIGHEST
    assert grade("Nobody counted.") == 0
    assert (
        grade("Avoid direct sun, hard exercise, swimming pools, saunas, razors and creams on it.") <= HIGHEST
    )


@pytest.mark.parametrize("who", PLANS)
def test_every_reason_of_a_plan_and_every_note_behind_it_reads_easily(who: str) -> None:
    trace = fair_plan(who).trace
    reasons = ((step.field, text) for step in trace for text in (step.because, step.plainly) if text)
    notes = ((rule.id, rule.note) for step in trace for rule in step.rules if rule.note)
    assert hard(reasons) == []
    assert hard(notes) == []


@pytest.mark.parametrize("region", ["US", "UK"])
def test_every_note_of_the_rules_reads_easily(region: str) -> None:
    rules: RuleSet = load_rules(region=region)
    readings = (one.reading for one in rules.kept(rule_book).rules)
    assert hard((reading.id, reading.note) for reading in readings if reading.note) == []


def test_the_page_s_own_words_read_easily() -> None:
    assert hard(own_texts()) == []


def own_texts() -> Iterator[tuple[str, str]]:
    """The words that the page's modules mark for telling, with their places."""
    for path in VIEWS:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (
                isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKED
            ):
                continue
            [*said] = (arg.value for arg in node.args if isinstance(arg, ast.Constant))
            yield from ((f"{path.name}:{node.lineno}", text) for text in said if isinstance(text, str))
