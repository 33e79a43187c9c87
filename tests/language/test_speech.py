"""Who speaks what: each person their own, a plan what its rules speak."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

from smp_planner.domain.plan import TreatmentPlan
from smp_planner.domain.words import spoken
from smp_planner.language.choose import speech_of
from smp_planner.language.speech import OWN, speaking, spoken_now
from smp_planner.planner.pipeline import plan_treatment
from smp_planner.rules.ruleset import RuleSet
from tests.people import adult

ONE_EACH = Barrier(2, timeout=20)


def test_two_people_at_once_each_get_the_days_of_their_own_country() -> None:
    def told(tag: str) -> str:
        with speaking(speech_of(tag)):
            ONE_EACH.wait()
            words = spoken(date(2027, 1, 12))
            ONE_EACH.wait()
            return words

    with ThreadPoolExecutor(2) as two:
        assert list(two.map(told, ["en-GB", "en-US"])) == ["12 January 2027", "January 12, 2027"]


def test_what_was_spoken_before_is_spoken_again_after_a_fault() -> None:
    try:
        with speaking(speech_of("de-DE")):
            raise LookupError
    except LookupError:
        pass
    assert spoken_now() is OWN


def test_a_plan_is_told_in_the_speech_of_its_rules_whoever_asks(rules: RuleSet) -> None:
    american = rules.with_habits(speech_of("en-US"))
    with speaking(speech_of("de-DE")):
        plan = plan_treatment(adult(), american)
        assert isinstance(plan, TreatmentPlan)
        assert spoken_now().name == "en_DE"
    assert "from January 11, 2027" in plan.aftercare.burden.say
    assert plan == plan_treatment(adult(), american)
    assert plan != plan_treatment(adult(), rules)
