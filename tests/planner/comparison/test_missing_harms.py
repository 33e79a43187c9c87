"""Harms that a skin doctor missed: each with what prevents it and what to do, and none with a number."""

from __future__ import annotations

from typing import Literal

import pytest

from smp_planner.domain.comparison import Risk
from smp_planner.domain.intake import Person
from smp_planner.domain.plan import Referral
from smp_planner.planner.comparison.risks import harms_of, list_risks
from smp_planner.planner.comparison.whom import Whom
from smp_planner.planner.pipeline import plan_treatment
from smp_planner.rules.load import load_rules
from smp_planner.rules.ruleset import RuleSet
from tests.people import adult, plan_of
from tests.planner.comparison.whoms import WHOMS

MAN, WOMAN = Whom("men", "men"), Whom("women", "women")
UNCOUNTED = (
    "Not known",
    "No count was found",
    "Nobody has counted",
    "How many",
    "Breast changes were reported",
)
# Each by its option and id, with words that stand in what it is, what prevents it and what to do.
FOUND = {
    ("smp", "blood_infection"): ("hepatitis or HIV", "needle opened new", "see a doctor the same day"),
    ("smp", "hidden_mole"): ("hide a mole", "No dots on a mole", "Say that you have SMP"),
    ("smp", "edge_of_dots"): ("their edge shows", "Settle the loss first", "laser"),
    ("smp", "spread"): ("too many dots", "No touch-up if it has not faded", "lightened with laser"),
    ("fut", "bleeding"): ("bleed more", "Don't stop one on your own", "get help at once"),
    ("fue", "bleeding"): ("bleed more", "Don't stop one on your own", "get help at once"),
    ("fut", "numbing_reaction"): ("set off an allergy", "what you react to", "Say so at once"),
    ("fue", "numbing_reaction"): ("set off an allergy", "what you react to", "Say so at once"),
    ("fut", "lasting_pain"): ("sore or tight", "closed without pull", "nerve pain can be treated"),
    ("fue", "lasting_pain"): ("stay sore", "no deeper than needed", "nerve pain can be treated"),
    ("fut", "odd_line"): ("the grafts stand alone", "planned for more loss", "taken out"),
    ("fue", "odd_line"): ("the grafts stand alone", "planned for more loss", "taken out"),
    ("medication", "breast_or_semen_change"): ("sore or larger", "want a child", "lump, pain or fluid"),
    ("medication", "loss_on_stopping"): ("lost within months", "go on for years", "another choice"),
}  # fmt: skip


def risk_of(rules: RuleSet, option: str, id_: str, whom: Whom = MAN) -> Risk:
    (found,) = [risk for risk in list_risks(whom, rules)[0] if (risk.option, risk.id) == (option, id_)]
    return found


@pytest.mark.parametrize(("option", "id_"), FOUND)
def test_each_is_told_with_what_prevents_it_and_what_to_do(rules: RuleSet, option: str, id_: str) -> None:
    risk = risk_of(rules, option, id_)
    for words, text in zip(FOUND[option, id_], (risk.say, risk.prevent, risk.do), strict=True):
        assert words in text
    assert set(risk.sources) <= set(rules.sources)


@pytest.mark.parametrize("whom", WHOMS, ids=str)
def test_nobody_counted_them_and_none_has_a_number(rules: RuleSet, whom: Whom) -> None:
    for risk in list_risks(whom, rules)[0]:
        if (risk.option, risk.id) in FOUND:
            assert (risk.per_100, risk.of_100, risk.over) == (None, None, None), risk.id
            assert (risk.not_known or "").startswith(UNCOUNTED), risk.id


def test_hepatitis_from_a_needle_rests_on_the_regulator_that_names_it(rules: RuleSet) -> None:
    assert risk_of(rules, "smp", "blood_infection").sources[0] == "hpsc-bloodborne"


def test_a_tingle_in_a_scan_stands_among_the_risks_of_smp_also_where_no_plan_is_made(rules: RuleSet) -> None:
    """It stood in "Good to know" alone, which nobody reads who gets no plan."""
    referral = plan_treatment(adult(person=Person(age=17, sex="male")), rules)
    assert isinstance(referral, Referral)
    for risks in (plan_of(adult(), rules).risks, referral.risks):
        (told,) = [risk for risk in risks if (risk.option, risk.id) == ("smp", "allergy")]
        assert told.name == "allergy, or tingling in MRI"
        assert "An MRI scan may make it tingle or burn briefly." in told.say
        assert "In a scan about 1 of 100 felt that." in (told.not_known or "")
        assert "tope-shellock-2002" in told.sources


@pytest.mark.parametrize("whom", [MAN, Whom("scars", "men"), WOMAN], ids=str)
def test_men_read_of_a_headache_with_lotion_and_of_an_allergy_to_tablets(rules: RuleSet, whom: Whom) -> None:
    """Headache was counted in men; the source that rules the tablets out for allergy is of tablets alone."""
    told, man = risk_of(rules, "medication", "itch", whom), whom.sex == "men"
    assert told.name == ("itch, headache or allergy" if man else "itch")
    assert told.also == ("Headache: 0.6 to 3 of 100 men." if man else None)
    assert ("Tablets are not for people allergic to them." in told.say) is man
    assert ("for swollen lips or wheeze call 911" in told.do) is man
    assert ({"numan-tablets", "lotion-men-table"} <= set(told.sources)) is man


@pytest.mark.parametrize("sex", ["male", "female"])
def test_who_may_not_have_tablets_names_an_allergy_to_men(
    rules: RuleSet, sex: Literal["male", "female"]
) -> None:
    plan = plan_of(adult(person=Person(age=44, sex=sex, could_be_pregnant=False)), rules)
    (row,) = [row for row in plan.comparison.rows if row.id == "who_may_not"]
    assert ("Nor tablets with an allergy to them." in (row.cells["medication"].note or "")) is (sex == "male")


@pytest.mark.parametrize("option", ["fut", "fue"])
def test_a_reaction_at_home_calls_the_number_of_the_region(option: str) -> None:
    told = risk_of(load_rules(region="UK"), option, "numbing_reaction").do
    assert "for swollen lips, wheeze or faintness call 999." in told


def test_dots_harm_no_hair_that_we_know_of_and_their_edge_is_told_as_a_look(rules: RuleSet) -> None:
    """That nothing was reported stood there while the edge, which hair loss leaves behind, was not told."""
    harms = {harm.id: harm for harm in harms_of(list_risks(MAN, rules)[0], rules)}
    (of_smp,) = [said for said in harms["hair"].none if said.id == "smp"]
    assert of_smp.say == "We found no report that dots harm hair. SMP does not slow hair loss."
    assert risk_of(rules, "smp", "edge_of_dots").kind == "look"


def test_a_woman_reads_what_the_label_of_the_lotion_says_of_a_child(rules: RuleSet) -> None:
    risk = risk_of(rules, "medication", "unborn_child", WOMAN)
    assert "not for women who carry or breast-feed a child" in risk.say
    assert "lotion-label" in risk.sources
    assert "lotion" not in risk_of(rules, "medication", "unborn_child", MAN).say


def test_who_does_nothing_reads_of_low_mood_and_whom_to_call_as_with_tablets(rules: RuleSet) -> None:
    risk = risk_of(rules, "nothing", "worry")
    assert risk.name == "worry or low mood"
    assert "If you think of ending your life, call 911 (US) or 999 (UK) now." in risk.do


@pytest.mark.parametrize(
    ("option", "words"),
    [
        ("smp", ("hepatitis", "hide a mole", "show their edge", "mri")),
        ("fut", ("bleeding", "lasting pain", "reaction to numbing", "odd hairline")),
        ("fue", ("bleeding", "lasting pain", "reaction to numbing", "odd hairline")),
        ("medication", ("breast changes", "allergy", "headache", "heart signs")),
    ],
)
def test_the_question_what_can_go_wrong_names_them(
    rules: RuleSet, option: str, words: tuple[str, ...]
) -> None:
    said = rules.comparison.rows["body"]["risks"].cell(option).say
    assert [word for word in words if word not in said.lower()] == []
