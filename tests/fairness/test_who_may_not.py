"""The row "Who may not have it?" names what every gate names, and where it bars, so does the gate."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import pytest

from smp_planner.domain.intake import OPTIONS, AreaAnswer
from smp_planner.domain.plan_figures import SURGERY
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.shapes.comparison import Answer
from smp_planner.rules.shapes.options import Gate
from tests.fair_people import WOMAN
from tests.people import adult, plan_of

ASK_FIRST = re.compile(r"\bAsk\b")
# What each gate is about, as the row may say it.
NAMED: Mapping[str, str] = {
    "tablets_not_asked": "mood.* prostate test.* child|prostate test, or a\\s+wish for a child",
    "tablets_in_men": "mood.* prostate test.* child|prostate test, or a\\s+wish for a child",
    "tablets_sex_unsaid": "Tablets: not women",
    "tablets_sex_other": "Tablets: not women",
    "tablets_in_women": "[Tt]ablets(?: here)? are for men|Tablets: not women",
    "medication_pregnancy": "pregnant",
    "medication_breastfeeding": "breast-feeding",
    "medication_under_age": "under eighteen",
    "medication_sore_scalp": "red, infected or sunburnt scalp",
    "medication_heart": "heart",
    "medication_blood_pressure": "blood pressure",
    "medication_shaved_scalp": "shaved scalp",
    "medication_liver": "liver",
    "nothing_unexplained_loss": "sudden, patchy, painful or scaly loss",
    "medication_other_loss": "patchy",
    "medication_sudden_loss": "sudden",
    "medication_fast_loss": "sudden",
    "medication_scars": "a scar",
    "medication_late_stage": "bare skin",
    "medication_bare_skin": "bare skin",
    "medication_not_enough": "loss goes on with a medicine",
    "smp_moving_loss": "moving loss",
    "smp_young": "young",
    "smp_patchy": "patchy",
    "smp_doctor": "illness, medicine",
    "smp_bleeding": "blood thinners, slow clotting",
    "smp_scar_untold": "a scar",
    "nothing_with_a_mole": "mole that changes",
    "mole_first": "mole that changes",
    "cancer_doctor_first": "cancer",
    "surgery_under_age": "under eighteen",
    "surgery_young": "young",
    "surgery_moving_loss": "moving loss",
    "surgery_need": "many grafts",
    "surgery_used_before": "had a transplant",
    "surgery_women": "a woman",
    "surgery_pregnancy": "pregnant",
    "surgery_pregnant": "pregnant.* breast-feed",
    "surgery_sore_scalp": "skin is sore",
    "surgery_unexplained_loss": "no doctor has explained",
    "surgery_acne_medicine": "acne capsules",
    "surgery_allergy": "allergy",
    "surgery_healing": "still heals",
    "surgery_nothing_bare": "no bare skin",
    "medication_after_birth": "after-birth",
    "surgery_after_birth": "after a birth",
    "surgery_keloid": "keloids",
    "surgery_raised_scar": "raised scar",
    "surgery_young_scar": "still heals",
    "surgery_scar_untold": "raised scar",
    "surgery_bleeding": "blood thinners",
    "surgery_slow_clotting": "slow clotting",
    "surgery_fitness": "are ill",
    "surgery_shaved_look": "shaved look",
    "surgery_shaved_head": "shave now",
    "surgery_patchy": "patchy",
    "surgery_no_donor": "thin donor hair",
}
# Gates that name no condition: a question that is open, what a doctor said, and what the plan of SMP itself
# says (see NOT_NOW).
OF_THE_FORM = {"health_not_asked", "smp_not_now", "smp_dot_scars", "smp_doctor_agreed", "surgery_doctors_no"}
# A gate that asks, since one medicine of two is open, where the row bars the other.
BARS_ONE_OF_TWO = {"medication_sore_scalp", "tablets_sex_unsaid", "tablets_sex_other", "tablets_in_women"}
# A gate that asks who does nothing new, because of the medicine that goes on: its row bars nobody.
GOES_ON = {"tablets_in_women", "tablets_in_men"}
# What puts SMP off, as its row may say it.
NOT_NOW: Mapping[str, str] = {
    "under_18": "under eighteen",
    "pregnant_or_breastfeeding": "pregnant or breast-feeding",
    "keloid": "keloids",
    "active_skin_disease": "skin disease",
    "skin_infection_or_sunburn": "sore or burnt skin",
    "undiagnosed_hair_loss": "no doctor has explained",
    "changing_mole": "mole that changes",
    "skin_cancer_in_field": "skin cancer",
    "acne_capsules_now": "acne capsules",
    "allergy_pigment_latex_numbing": "allergy",
    "nothing_to_cover": "no bare skin",
    "dot_scars_alone": "",  # it stops the plan alone
    "recent_transplant": "Wait after a transplant",
    "recent_laser_removal": "laser removal",
    "chemo_or_radiotherapy": "cancer treatment",
    "active_shedding": "very active loss",
    "recent_birth": "a birth",
    "could_be_pregnant": "pregnant",
}

OF_BIRTH = {"pregnant_or_breastfeeding", "could_be_pregnant", "recent_birth"}  # no man is asked


def row_of(rules: RuleSet, option: str) -> Iterator[tuple[str, Answer]]:
    """The answer of an option for everybody else, and those for some people alone."""
    rule = rules.comparison.rows["who"]["who_may_not"].cell(option)
    yield "", rule
    for name in ("for_men", "for_women"):
        answer = getattr(rule, name)
        if answer:
            yield name, answer


def in_two(answer: Answer) -> tuple[str, str]:
    """Who may not, and who asks first: words and note alike."""
    barred, asked = list[str](), list[str]()
    for said in (answer.say, answer.note or ""):
        split = ASK_FIRST.search(said)
        barred.append(said[: split.start()] if split else said)
        asked.append(said[split.start() :] if split else "")
    return " ".join(barred), " ".join(asked)


def is_read_by(gate: Gate, name: str) -> bool:
    """Whether people of a kind can meet a gate: what is about tablets is about men, or who is neither."""
    if gate.found_by in {"sex", "sex_unsaid"}:
        return not name
    if gate.found_by in {"stage", "tablets_not_asked", "man_on_tablets"} or gate.only_for == "men":
        return name != "for_women"
    if gate.found_by in {"woman_losing_hair", "woman_on_tablets"}:
        return name != "for_men"
    return not (gate.found_by in OF_BIRTH or OF_BIRTH & set(gate.among)) or name != "for_men"


def test_every_gate_has_its_words(rules: RuleSet) -> None:
    assert NAMED.keys() | OF_THE_FORM == rules.options.gates.keys()


@pytest.mark.parametrize("option", OPTIONS)
def test_who_may_not_names_what_every_gate_names(rules: RuleSet, option: str) -> None:
    """For the right people, and among those who may not where the gate bars."""
    for id_, gate in rules.options.gates.items():
        if option not in gate.options or id_ in OF_THE_FORM:
            continue
        for name, answer in row_of(rules, option):
            if is_read_by(gate, name) and not (option == "nothing" and id_ in GOES_ON):
                barred, asked = in_two(answer)
                told = barred if gate.open_to_you == "not_for_you" else asked
                told = f"{barred} {asked}" if id_ in BARS_ONE_OF_TWO or option == "nothing" else told
                assert re.search(NAMED[id_], told, re.DOTALL), f"{option} {name}: {id_}"


def test_who_may_not_have_smp_now_is_named_one_by_one(rules: RuleSet) -> None:
    criteria = rules.suitability.criteria
    assert NOT_NOW.keys() | {"doctor_said_no"} == {
        id_ for id_, rule in criteria.items() if rule.level in {"stop", "wait"}
    }
    for name, answer in row_of(rules, "smp"):
        barred, _ = in_two(answer)
        missing = {id_ for id_, words in NOT_NOW.items() if not re.search(words, barred)}
        assert missing == (OF_BIRTH if name == "for_men" else set())


def test_a_blood_thinner_asks_and_slow_clotting_speaks_against_surgery(rules: RuleSet) -> None:
    """A doctor may say how a thinner is taken; blood that is slow to clot needs a blood doctor's word."""
    for answer, state, words in (
        ("blood_thinner", "ask", "keep taking what a doctor gave you"),
        ("haemophilia", "not_for_you", "No surgery without the word of a blood doctor."),
    ):
        plain = adult(health=(answer,), goals=("added_density",))
        options = {option.id: option for option in plan_of(plain, rules).comparison.options}
        for option in SURGERY:
            assert options[option].open_to_you == state
            assert words in options[option].why


def test_a_woman_with_patchy_loss_finds_herself_in_the_row_of_smp(rules: RuleSet) -> None:
    plan = plan_of(adult(goals=("alopecia_cover",), person=WOMAN), rules)
    (smp,) = [option for option in plan.comparison.options if option.id == "smp"]
    (row,) = [row for row in plan.comparison.rows if row.id == "who_may_not"]
    assert smp.open_to_you == "ask"
    assert "Patchy loss" in smp.why
    assert "patchy" in row.cells["smp"].say.partition("Ask first")[2]


def test_who_needs_more_than_single_grafts_give_reads_that_they_alone_do_not_reach(rules: RuleSet) -> None:
    plan = plan_of(adult(goals=("added_density",), area=AreaAnswer(norwood="VI")), rules)
    (fue,) = [option for option in plan.comparison.options if option.id == "fue"]
    assert "This way alone doesn't reach: about 4,000, both ways 6,000." in fue.why
