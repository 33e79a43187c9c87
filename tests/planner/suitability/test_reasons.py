"""Why a doctor, a wait or a stop is needed at all: told in the "why?" of each, in plain words."""

from __future__ import annotations

import pytest

from smp_planner.planner.suitability.assess import assess_suitability
from smp_planner.rules.ruleset import RuleSet
from tests.banned_words import unwanted
from tests.packaged_rules import packaged_rules
from tests.people import adult
from tests.planner.suitability.assessed import steps_of
from tests.reading_grade import reading_grade, words

NEEDED = [id_ for id_, rule in packaged_rules().suitability.criteria.items() if rule.level != "know"]


@pytest.mark.parametrize("id_", NEEDED)
def test_each_stop_wait_and_word_of_a_doctor_has_a_short_plain_reason(id_: str, rules: RuleSet) -> None:
    reason = rules.suitability.criteria[id_].reason
    assert reason is not None
    assert len(words(reason.say)) <= 20
    assert reading_grade(reason.say) <= 8 or len(words(reason.say)) < 10
    assert not unwanted(reason.say)


def test_who_takes_a_blood_thinner_reads_why_a_doctor_comes_first(rules: RuleSet) -> None:
    step = steps_of(rules, health=("blood_thinner",))["suitability.ask_doctor.blood_thinner"]
    assert step.because.startswith("You said that this applies to you. It can make you bleed more")
    assert "suitability.criteria.blood_thinner.reason" in {reading.id for reading in step.rules}


@pytest.mark.parametrize("id_", NEEDED)
def test_the_reason_ends_what_its_step_says(id_: str, rules: RuleSet) -> None:
    criterion = rules.suitability.criteria[id_]
    steps = assess_suitability(adult(health=(id_,)), rules)[1]
    [step] = [step for step in steps if step.field == f"suitability.{criterion.level}.{id_}"]
    assert criterion.reason is not None
    assert step.because.endswith(criterion.reason.say)


def test_what_is_only_good_to_know_needs_no_reason(rules: RuleSet) -> None:
    step = steps_of(rules)["suitability.know.not_regrowth"]
    assert step.because == "This is true for everyone who thinks of SMP."
