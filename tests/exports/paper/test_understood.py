"""The answers as they were understood, and what is told of where they stand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from smp_planner.domain.intake import (
    AreaAnswer,
    Away,
    CalendarAnswer,
    Intake,
    LifeEvent,
    Measured,
    Person,
    Scar,
    TreatedBefore,
)
from smp_planner.exports.paper.privacy import privacy
from smp_planner.exports.paper.signing import signing
from smp_planner.exports.paper.understood import understood
from smp_planner.planner.answer_checks import check_answers
from smp_planner.planner.pipeline import plan_treatment
from smp_planner.rules.ruleset import RuleSet
from tests.exports.paper.sections import told
from tests.people import ADULT, START, adult

HOSTILE = "<script>=1+1</script> #let x 😀 \u202eabc {braces} \x1b[2J"


def said(intake: Intake, rules: RuleSet) -> dict[str, str]:
    """What was understood of each question."""
    return {one.id: one.said for one in plan_treatment(intake, rules).understood}


@pytest.mark.parametrize(
    ("changes", "question", "words"),
    [
        ({"area": AreaAnswer(norwood="III")}, "area", "Norwood III: deep temples"),
        ({"area": AreaAnswer(measured=Measured(length_cm=18, width_cm=12, by="string"))}, "area",
         "18 by 12 cm, measured with a string"),
        ({"area": AreaAnswer(measured=Measured(cm2=90))}, "area", "90 cm2"),
        ({"area": AreaAnswer(scars=(Scar(length_cm=20, width_cm=1),)), "goals": ("scar_camouflage",)}, "area",
         "A scar of 20 by 1 cm"),
        ({"kept_hair": {"crown": None}}, "kept_hair", "Crown: Not answered, or not sure"),
        ({"density": 120}, "density", "120 dots/cm2"),
        ({"health": ("diabetes", "epilepsy")}, "health", "Diabetes, epilepsy"),
        ({"health_asked": False}, "health", "Not answered, or not sure"),
        ({"unsure_about": ("health",)}, "health", "Not sure about some"),
        ({"health": ("diabetes",), "unsure_about": ("health",), "unsure_health": ("keloid", "illness")},
         "health",
         "Diabetes, not sure of: keloids or thick scars; “Your health: illness and allergy”"),
        ({"unsure_about": ("transplant_on",)}, "treated_before", "A hair transplant: not sure"),
        ({"treated_before": TreatedBefore(smp=True, transplant_on=date(2020, 1, 2))}, "treated_before",
         "SMP before, hair transplant on 2 January 2020"),
        ({"medication_now": ("unnamed",)}, "medication_now", "Yes, not said which"),
        ({"medication_now": ("minoxidil",)}, "medication_now", "Lotion"),
        ({"person": Person(age=41, sex="female")}, "could_be_pregnant", "Not answered, or not sure"),
    ],
)  # fmt: skip
def test_an_answer_is_told_as_it_was_given(
    changes: dict[str, object], question: str, words: str, rules: RuleSet
) -> None:
    assert said(adult(**changes), rules)[question] == words


def test_who_answered_all_is_not_told_that_something_is_open(rules: RuleSet) -> None:
    whole = adult(treated_before=TreatedBefore(smp=False))
    assert not any(one.open for one in plan_treatment(whole, rules).understood)
    assert "its ranges are wider" not in told(understood(plan_treatment(whole, rules)))
    assert "its ranges are wider" in told(understood(plan_treatment(replace(whole, density=None), rules)))


def test_every_health_answer_that_a_file_may_name_is_told_in_words(rules: RuleSet) -> None:
    for id_ in rules.suitability.criteria:
        intake = adult(health=(id_,), person=Person(age=31, sex="female"))
        if not check_answers(intake, rules):
            told_of = said(intake, rules)
            assert "_" not in told_of["health"]
            assert (
                "ot answered" not in told_of["could_be_pregnant" if id_ == "could_be_pregnant" else "health"]
            )


def test_a_man_is_not_asked_whether_he_is_pregnant(rules: RuleSet) -> None:
    assert "could_be_pregnant" not in said(ADULT, rules)


def test_names_that_somebody_typed_come_through_as_they_are(rules: RuleSet) -> None:
    days = CalendarAnswer(
        start=START,
        events=(LifeEvent(from_=date(2027, 9, 1), to=date(2027, 9, 1), name=HOSTILE, kind="be_ready"),),
        away=(Away(from_=date(2027, 8, 1), to=date(2027, 8, 2), name=HOSTILE),),
    )
    answers = said(adult(calendar=days), rules)
    assert answers["events"] == f"{HOSTILE} (1 September 2027; I want to look ready)"
    assert answers["away"] == f"{HOSTILE} (1 August 2027 to 2 August 2027)"


def test_a_referral_tells_its_answers_too(rules: RuleSet) -> None:
    referral = plan_treatment(adult(health=("keloid",)), rules)
    assert referral.kind == "referral"
    assert "Keloids or thick scars" in told(understood(referral))


def test_the_paper_says_which_answers_it_holds_and_not_more(rules: RuleSet) -> None:
    usual = told(privacy(plan_treatment(ADULT, rules), whole=False))
    assert "stores none" in usual
    assert "What your health answers bring up" in usual
    assert "name you typed" not in usual
    named = adult(person=replace(ADULT.person, name="Ann"), agreed={"who": "Ann"}, health_asked=False)
    words = told(privacy(plan_treatment(named, rules), whole=False))
    assert "The name you typed" in words
    assert "What was written down as agreed" in words
    assert "Ann" not in words
    assert "What your health answers bring up" not in words


def test_the_paper_says_that_it_tells_of_health_wherever_it_does(rules: RuleSet) -> None:
    ticked = adult(health_asked=False, health=("blood_thinner",))
    assert "What your health answers bring up" in told(privacy(plan_treatment(ticked, rules), whole=False))
    assert "age, sex, health and medicine" in told(privacy(plan_treatment(ADULT, rules), whole=True))
    referral = told(privacy(plan_treatment(adult(health=("keloid",)), rules), whole=False))
    assert "Why there is no plan for now, which tells of your health" in referral
    assert "where on the head" not in referral


def test_to_sign_is_no_consent_and_leaves_the_choice_open() -> None:
    words = told(signing())
    assert "This records a talk. It is not consent, not a quote, not medical advice." in words
    for line in ("Read and talked over", "Still deciding", "Declined for now", "interpreter", "copy"):
        assert line in words


def test_who_ticks_pregnancy_or_breastfeeding_is_not_told_that_it_is_open(rules: RuleSet) -> None:
    person = Person(age=29, sex="female")
    ticked = replace(ADULT, person=person, health=("pregnant_or_breastfeeding",))
    assert "could_be_pregnant" not in said(ticked, rules)
    ticked = replace(ticked, person=replace(person, could_be_pregnant=False))
    assert said(ticked, rules)["could_be_pregnant"] == "No"
