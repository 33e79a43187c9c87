"""The lists of names in the rules' checks are the names that the planner asks for."""

from __future__ import annotations

import re
from pathlib import Path

import smp_planner
from smp_planner.domain.intake import AreaAnswer, Habits, Skin
from smp_planner.planner.drivers import find_drivers
from smp_planner.rules.row_names import AT_LEAST, CHOICES, DRIVERS, EXACTLY
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.wordings import WORDINGS
from tests.people import adult

PLANNER = Path(smp_planner.__file__).parent / "planner"
SOURCE = "\n".join(path.read_text() for path in sorted(PLANNER.rglob("*.py")))


def asked_for(table: str) -> set[str]:
    """Names in quotes between the brackets of a table, as in `notes["name"]`."""
    return set(re.findall(rf'\b{table}\["(\w+)"', SOURCE))


def test_every_driver_is_known_and_every_known_driver_is_one(rules: RuleSet) -> None:
    """What isn't answered may apply; the rest applies to a whole scalp with scars, made dense."""
    area = AreaAnswer(zones=("whole_scalp",))
    goals = ("scar_camouflage", "alopecia_cover")
    person = adult(goals=goals, area=area, skin=Skin(), habits=Habits(), wants_touch_ups=None)
    found = find_drivers(person, rules, treated_cm2=600, dots_per_cm2=200)
    assert found.present | found.unsure == set(DRIVERS)


def test_every_sentence_that_is_asked_for_is_listed() -> None:
    listed = {name for _, _, wordings in WORDINGS for name in wordings}
    asked = asked_for("notes") | asked_for("words") | asked_for("because") | asked_for("referral")
    assert len(asked) > 30
    assert asked <= listed


def test_every_row_that_is_asked_for_is_listed() -> None:
    listed = {name for table in (EXACTLY, AT_LEAST) for _, _, names in table for name in names}
    tables = ("instructions", "beside", "criteria", "cases", "choices")
    asked = {name for table in tables for name in asked_for(table)}
    assert {"direct_sun", "heavy_exercise"} <= asked <= listed


def test_every_list_of_choices_has_its_words(rules: RuleSet) -> None:
    written = {name: set(words) for name, words in rules.intake.choices.items()}
    assert written == {name: set(words) for name, words in CHOICES.items()}
