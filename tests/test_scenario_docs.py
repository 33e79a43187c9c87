"""The scenarios as a document: complete, readable, up to date."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from tests.scenario_docs import DOCUMENT, expected_in_words, given_in_words, render_scenarios

FILE = """
about: Scars with their margin.
given: {goals: [scar_camouflage], skin: {tone: III, traits: []}}
cases:
  - name: Two scars are planned one by one
    region: UK
    given: {area: {scars: [{length_cm: 3, width_cm: 0.5}, {length_cm: 2, width_cm: 1}]}, health_asked: true}
    expect:
      area.cm2: {low: 60, typical: 63, high: 63}
      shade.target: null
    because: Each has its own margin.
  - name: One scar is planned alone
    expect: {kind: plan}
    because: One is enough.
"""

DOCUMENTED = """
2 cases:

- [Old scars](#old-scars): 2

## Old scars

Scars with their margin.

Unless a case says otherwise: goals: scar_camouflage; skin: tone III, traits none.

### Two scars are planned one by one

- **Given** region: UK; area: scars length_cm 3, width_cm 0.5 and length_cm 2, width_cm 1; health_asked: yes
- **Expect**
  - `area.cm2` is 63 (60 to 63)
  - `shade.target` is not known
- **Because** Each has its own margin.

### One scar is planned alone

- **Expect**
  - `kind` is plan
- **Because** One is enough.
"""


def test_the_document_of_scenarios_is_up_to_date(request: pytest.FixtureRequest) -> None:
    document = render_scenarios()
    if request.config.getoption("--rewrite-goldens"):
        DOCUMENT.parent.mkdir(parents=True, exist_ok=True)
        DOCUMENT.write_text(document, encoding="utf-8")
    assert DOCUMENT.read_text(encoding="utf-8") == document, "write it anew with pytest --rewrite-goldens"


def test_a_file_is_a_chapter_and_a_case_tells_what_is_given_expected_and_why(tmp_path: Path) -> None:
    (tmp_path / "old_scars.yaml").write_text(FILE, encoding="utf-8")
    _, body = render_scenarios(tmp_path).split("plan record.\n", 1)
    assert body == DOCUMENTED


@pytest.mark.parametrize(
    ("expected", "words"),
    [
        ("plan", "is plan"),
        (False, "is no"),
        ([Decimal("0.3"), 1], "is 0.3, 1"),
        ({"at_least": 6}, "at least 6"),
        ({"at_most": 7}, "at most 7"),
        ({"count": 0}, "0 in number"),
        ({"absent": True}, "is not there"),
        ({"contains": ["a b", "c"], "lacks": "d"}, "holds `a b`, `c` and does not hold `d`"),
        ({"low": 1, "typical": 2, "high": 3}, "is 2 (1 to 3)"),
        ({"open_to_you": "ask"}, "`open_to_you` is ask"),
    ],
)
def test_an_expectation_is_told_in_words(expected: object, words: str) -> None:
    assert expected_in_words(expected) == words


def test_answers_are_told_in_one_line() -> None:
    given = {"goals": ["crown", "hairline"], "kept_hair": Decimal("0.5"), "habits": {"swims": False}}
    assert given_in_words(given) == "goals: crown, hairline; kept_hair: 0.5; habits: swims no"
