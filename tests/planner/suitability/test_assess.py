"""Stop, wait, ask a doctor, know: who is referred, from when to ask again, and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smp_planner.domain.intake import (
    NORWOOD,
    SCAR_GOAL,
    AreaAnswer,
    Hair,
    Intake,
    Measured,
    Person,
    Scar,
    Skin,
    TreatedBefore,
)
from smp_planner.planner.suitability.assess import assess_suitability, stops
from smp_planner.rules.ruleset import RuleSet
from tests.drawn_people import intakes, patients
from tests.packaged_rules import packaged_rules
from tests.people import adult
from tests.planner.suitability.assessed import WAITS, assess, ids, steps_of
from tests.reading_grade import reading_grade

WOMAN = Person(age=29, sex="female", could_be_pregnant=False)
STOPS = {
    "under_18", "pregnant_or_breastfeeding", "keloid", "active_skin_disease", "skin_infection_or_sunburn",
    "undiagnosed_hair_loss", "changing_mole", "skin_cancer_in_field", "acne_capsules_now",
    "allergy_pigment_latex_numbing", "nothing_to_cover", "doctor_said_no", "dot_scars_alone",
}  # fmt: skip
ASKS = {
    "acne_capsules_before", "blood_thinner", "haemophilia", "diabetes", "epilepsy", "heart_disease",
    "high_blood_pressure",
    "immune_disease", "hepatitis_hiv", "photosensitising_drugs", "topical_retinoid_or_steroid",
    "hyperpigmentation_tendency", "vitiligo", "raised_scar", "young_scar", "chemo_or_radiotherapy_before",
}  # fmt: skip


# --- The table itself -----------------------------------------------------------------------


@pytest.mark.parametrize(("level", "expected"), [("stop", STOPS), ("wait", WAITS), ("ask_doctor", ASKS)])
def test_each_level_holds_its_criteria_and_no_other(rules: RuleSet, level: str, expected: set[str]) -> None:
    assert {id_ for id_, c in rules.suitability.criteria.items() if c.level == level} == expected


def test_whatever_a_person_ticks_has_words_to_tick(rules: RuleSet) -> None:
    for id_, criterion in rules.suitability.criteria.items():
        asked = criterion.found_by == "health" or criterion.level == "wait"
        words = criterion.ask or ""
        ticked = words[:1].isupper() and not words.endswith((".", "?"))
        assert not asked or ticked or id_ == "could_be_pregnant", id_


def test_no_criterion_tells_anyone_to_stop_a_medicine(rules: RuleSet) -> None:
    for id_, criterion in rules.suitability.criteria.items():
        assert "stop taking" not in criterion.say.lower(), id_
    assert "Keep taking it" in rules.suitability.criteria["blood_thinner"].say
    assert "aspirin for the heart included" in rules.suitability.criteria["keep_your_medicine"].say


def test_what_a_person_reads_stays_under_grade_8(rules: RuleSet) -> None:
    book = rules.suitability
    texts = [
        criterion.say.format(years=18, wait=9, months=12, judged=25, asked="a blood thinner", open="its age")
        for criterion in book.criteria.values()
    ]
    texts += [words for c in book.criteria.values() for words in (c.for_users, c.with_dates) if words]
    texts += [words.format(years=18, date="1 May 2027") for words in book.referral.values()]
    for text in texts:
        assert reading_grade(text) < 8.5, text
    assert reading_grade(" ".join(texts)) < 8


# --- Nothing against it ----------------------------------------------------------------------


def test_a_healthy_adult_is_not_referred_and_reads_what_is_true_for_everyone(rules: RuleSet) -> None:
    found = assess(rules)
    assert not found.refer
    assert found.ask_again_on is None
    assert found.say == ""
    assert found.suitability.checked
    assert not found.suitability.provisional
    assert ids(found, "know") == ["not_regrowth", "greying", "mri_tell_radiographer"]


@given(patients)
def test_whoever_is_of_age_and_names_no_illness_is_never_referred(intake: Intake) -> None:
    well = replace(intake.person, could_be_pregnant=False)
    asked = replace(intake, doctor_agreed=None)
    healthy = replace(asked, person=well, health=(), treated_before=TreatedBefore(smp=False))
    found = assess_suitability(healthy, packaged_rules())[0]
    only_a_scar_asks = {"raised_scar", "young_scar"}
    assert not found.refer
    assert set(ids(found, "ask_doctor")) <= only_a_scar_asks


def test_unasked_health_questions_are_not_a_no_but_no_referral_either(rules: RuleSet) -> None:
    found = assess(rules, health_asked=False)
    assert not found.suitability.checked
    assert not found.refer


def test_a_stop_that_is_known_refers_although_nobody_asked(rules: RuleSet) -> None:
    assert assess(rules, health_asked=False, person=Person(age=17)).refer


# --- Stop -----------------------------------------------------------------------------------


@pytest.mark.parametrize("id_", sorted(STOPS))
def test_every_stop_that_is_ticked_refers_without_a_date(rules: RuleSet, id_: str) -> None:
    found = assess(rules, health=(id_,))
    assert ids(found, "stop") == [id_]
    assert found.refer
    assert found.ask_again_on is None


@pytest.mark.parametrize(("age", "stops"), [(17, ["under_18"]), (18, []), (None, [])])
def test_adults_begin_on_their_18th_birthday(rules: RuleSet, age: int | None, stops: list[str]) -> None:
    assert ids(assess(rules, person=Person(age=age)), "stop") == stops


def test_a_minor_is_told_the_age_and_nothing_of_a_doctor(rules: RuleSet) -> None:
    found = assess(rules, person=Person(age=17))
    assert found.say == "Not for now: SMP is planned for people of 18 or older."
    assert found.suitability.stop[0].say.startswith("SMP is for adults: 18 or older.")
    assert found.suitability.stop[0].sources == ("scalp-method", "microscalpclinic-faq")


def test_an_illness_is_sent_to_a_doctor(rules: RuleSet) -> None:
    assert assess(rules, health=("changing_mole",)).say == (
        "Not for now: something in your answers speaks against SMP. You can read why below."
        " A doctor or a skin specialist can help you with the next step."
    )


def test_norwood_one_alone_has_nothing_to_cover(rules: RuleSet) -> None:
    found = assess(rules, area=AreaAnswer(norwood="I"))
    assert ids(found, "stop") == ["nothing_to_cover"]
    assert found.say == "There is nothing to cover yet, so there is nothing to plan."


def test_norwood_one_with_a_scar_to_hide_has_something_to_cover(rules: RuleSet) -> None:
    assert not assess(rules, area=AreaAnswer(norwood="I"), goals=("scar_camouflage",)).refer


@pytest.mark.parametrize(
    "more",
    [
        {"zones": ("crown",)},
        {"ludwig": "II"},
        {"measured": Measured(cm2=50)},
        {"scars": (Scar(length_cm=10, width_cm=1),)},
    ],
)
def test_norwood_one_with_any_other_area_is_planned(rules: RuleSet, more: dict[str, object]) -> None:
    assert not assess(rules, area=replace(AreaAnswer(norwood="I"), **more)).refer


@pytest.mark.parametrize("stage", NORWOOD[1:])
def test_every_later_norwood_stage_is_planned(rules: RuleSet, stage: str) -> None:
    assert not assess(rules, area=AreaAnswer(norwood=stage)).refer


def test_the_first_reason_gives_the_headline(rules: RuleSet) -> None:
    both = assess(rules, area=AreaAnswer(norwood="I"), health=("keloid",))
    assert ids(both, "stop") == ["keloid", "nothing_to_cover"]
    assert both.say.startswith("Not for now: something")


# --- Ask a doctor ----------------------------------------------------------------------------


@pytest.mark.parametrize("id_", sorted(ASKS))
def test_a_question_for_a_doctor_makes_the_plan_provisional_and_refers_nobody(
    rules: RuleSet, id_: str
) -> None:
    found = assess(rules, health=(id_,))
    assert ids(found, "ask_doctor") == [id_]
    assert found.suitability.provisional
    assert not found.refer


@pytest.mark.parametrize(("answer", "waits"), [(True, ["could_be_pregnant"]), (False, []), (None, [])])
def test_a_possible_pregnancy_waits_for_a_test_before_any_date_or_price(
    rules: RuleSet, answer: bool | None, waits: list[str]
) -> None:
    found = assess(rules, person=Person(age=30, could_be_pregnant=answer))
    assert ids(found, "wait") == waits
    assert found.refer is bool(waits)
    assert found.ask_again_on is None


@pytest.mark.parametrize(("raised", "asks"), [(True, ["raised_scar"]), (False, []), (None, [])])
def test_a_raised_scar_is_looked_at_first(rules: RuleSet, raised: bool | None, asks: list[str]) -> None:
    flat = Scar(length_cm=5, width_cm=1)
    area = AreaAnswer(scars=(flat, replace(flat, raised=raised)))
    assert ids(assess(rules, area=area), "ask_doctor") == asks


@pytest.mark.parametrize(
    ("months", "red", "asks"),
    [
        (11, None, ["young_scar"]),
        (0, False, ["young_scar"]),
        (12, False, []),
        (30, True, ["young_scar"]),
        (None, True, ["young_scar"]),
        (None, None, []),
    ],
)
def test_a_young_or_red_scar_settles_first(
    rules: RuleSet, months: int | None, red: bool | None, asks: list[str]
) -> None:
    old = Scar(length_cm=5, width_cm=1, age_months=60, red=False)
    area = AreaAnswer(scars=(old, replace(old, age_months=months, red=red)))
    found = assess(rules, area=area)
    assert ids(found, "ask_doctor") == asks
    assert found.suitability.provisional is bool(asks)


def test_a_young_scar_rests_on_the_age_at_which_scars_settle(rules: RuleSet) -> None:
    area = AreaAnswer(scars=(Scar(length_cm=5, width_cm=1, age_months=3),))
    found = assess(rules, area=area).suitability.ask_doctor[0]
    assert (
        found.say
        == "Your scar is still young or red. Let it settle first, and ask the doctor who treated it."
    )
    step = steps_of(rules, area=area)["suitability.ask_doctor.young_scar"]
    assert [reading.id for reading in step.rules][2:] == ["suitability.settled_scar_months"]
    assert step.because.startswith("This follows from your answers. ")


# --- Know -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("yes", ["further_hair_loss", "hair_loss_moving_on"]),
        (None, ["further_hair_loss"]),
        ("no", []),
    ],
)
def test_loss_that_moves_on_is_told_as_strongly_as_it_is_known(
    rules: RuleSet, answer: str | None, expected: list[str]
) -> None:
    found = ids(assess(rules, loss_moving_on=answer), "know")
    assert [id_ for id_ in found if "hair_loss" in id_] == expected


def test_who_uses_a_medicine_is_not_asked_to_find_out_whether_one_could_slow_it(rules: RuleSet) -> None:
    """Leila takes minoxidil: she read "ask a doctor whether medication could slow it"."""
    answers = {"loss_moving_on": "yes", "medication_now": ("minoxidil",)}
    said = [one.say for one in assess(rules, **answers).suitability.know if one.id == "hair_loss_moving_on"]
    assert len(said) == 1
    assert "ask whoever gave it to you what else could slow it" in said[0]
    assert "whether medication" not in said[0]


@pytest.mark.parametrize(("stage", "told"), [("I", True), ("II", False), ("III", False), (None, False)])
def test_early_thinning_is_told_that_little_may_change(rules: RuleSet, stage: str | None, told: bool) -> None:
    area = AreaAnswer(ludwig=stage, zones=("crown",))
    assert ("little_change_early_loss" in ids(assess(rules, area=area), "know")) is told


@pytest.mark.parametrize(
    ("colour", "light", "greying"),
    [
        ("blond", True, True),
        ("red", True, True),
        ("white", True, False),
        ("grey", False, False),
        ("black", False, True),
        ("light_brown", False, True),
        (None, False, True),
    ],
)
def test_hair_colour_decides_what_is_said_of_shade(
    rules: RuleSet, colour: str | None, light: bool, greying: bool
) -> None:
    found = ids(assess(rules, hair=Hair(colour=colour)), "know")
    assert ("light_hair" in found, "greying" in found) == (light, greying)


@pytest.mark.parametrize(("smp", "told"), [(True, True), (False, False), (None, False)])
def test_earlier_smp_is_to_be_told_to_the_clinic(rules: RuleSet, smp: bool | None, told: bool) -> None:
    assert ("smp_before" in ids(assess(rules, treated_before=TreatedBefore(smp=smp)), "know")) is told


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({}, False),
        ({"medication_now": None}, False),
        ({"medication_now": ("finasteride",)}, True),
        ({"health": ("blood_thinner",)}, True),
        ({"health": ("acne_capsules_now",)}, True),
        ({"health": ("photosensitising_drugs",)}, True),
        ({"health": ("topical_retinoid_or_steroid",)}, True),
        ({"health": ("diabetes",)}, False),
    ],
)
def test_whoever_names_a_medicine_is_told_to_keep_it(
    rules: RuleSet, changes: dict[str, object], told: bool
) -> None:
    assert ("keep_your_medicine" in ids(assess(rules, **changes), "know")) is told


# --- Trace ----------------------------------------------------------------------------------


@given(intakes, st.lists(st.sampled_from(sorted(STOPS | WAITS | ASKS)), unique=True, max_size=4).map(tuple))
def test_everything_listed_has_one_step_and_nothing_else_has(intake: Intake, health: tuple[str, ...]) -> None:
    found, steps = assess_suitability(replace(intake, health=health), packaged_rules())
    listed = [
        f"suitability.{level}.{id_}"
        for level in ("stop", "wait", "ask_doctor", "know")
        for id_ in ids(found, level)
    ]
    listed += ["ask_again_on"] if found.ask_again_on else []
    assert sorted(step.field for step in steps) == sorted(listed)
    assert all((step.rules or step.uses) and step.because for step in steps)


def test_a_step_says_who_brought_it_up(rules: RuleSet) -> None:
    steps = steps_of(rules, health=("blood_thinner",))
    asked = steps["suitability.ask_doctor.blood_thinner"]
    assert asked.because.startswith("You said that this applies to you. ")
    assert steps["suitability.ask_doctor.blood_thinner"].value == "ask_doctor"
    assert steps["suitability.know.keep_your_medicine"].because == "This follows from your answers."
    assert steps["suitability.know.not_regrowth"].because == "This is true for everyone who thinks of SMP."
    assert [r.id for r in steps["suitability.know.not_regrowth"].rules] == [
        "suitability.criteria.not_regrowth"
    ]


def test_the_age_limit_stands_behind_its_stop(rules: RuleSet) -> None:
    step = steps_of(rules, person=Person(age=12))["suitability.stop.under_18"]
    assert [r.id for r in step.rules] == [
        "suitability.criteria.under_18",
        "suitability.criteria.under_18.reason",
        "suitability.adult_from_years",
    ]
    assert step.value == "stop"


def test_the_length_of_a_wait_stands_behind_its_day(rules: RuleSet) -> None:
    steps = steps_of(rules, treated_before=TreatedBefore(transplant_on=date(2026, 8, 31)))
    wait = steps["suitability.wait.recent_transplant"]
    assert wait.value == date(2027, 5, 31)
    assert wait.because.startswith("The wait of 9 months from 31 August 2026 ends on 31 May 2027. ")
    assert [r.id for r in wait.rules] == [
        "suitability.criteria.recent_transplant",
        "suitability.criteria.recent_transplant.reason",
        "suitability.criteria.recent_transplant.wait",
    ]
    again = steps["ask_again_on"]
    assert again.value == date(2027, 5, 31)
    assert again.uses == ("suitability.wait.recent_transplant",)
    assert again.because == "This is the day on which the last of the waits is over."


def test_a_wait_without_a_date_has_a_step_without_a_value(rules: RuleSet) -> None:
    steps = steps_of(rules, health=("active_shedding",))
    assert steps["suitability.wait.active_shedding"].value is None
    assert [r.id for r in steps["suitability.wait.active_shedding"].rules] == [
        "suitability.criteria.active_shedding",
        "suitability.criteria.active_shedding.reason",
    ]
    assert "ask_again_on" not in steps


def test_the_longer_wait_after_a_transplant_rests_on_the_same_figure(rules: RuleSet) -> None:
    step = steps_of(rules, treated_before=TreatedBefore(transplant_on=date(2026, 4, 1)))[
        "suitability.know.late_transplant_wait"
    ]
    assert [r.id for r in step.rules] == [
        "suitability.criteria.late_transplant_wait",
        "suitability.criteria.recent_transplant.wait",
    ]


@pytest.mark.parametrize(
    ("answers", "stopped"),
    [
        ({}, False),
        ({"person": Person(age=17)}, True),
        ({"person": Person(age=18)}, False),
        ({"health": ("keloid",)}, True),
        ({"health": ("blood_thinner",)}, False),  # a doctor is asked, and a plan is shown
    ],
)
def test_an_answer_that_stops_a_plan_does_so_before_the_others_are_given(
    rules: RuleSet, answers: dict[str, object], stopped: bool
) -> None:
    assert bool(stops(adult(**answers), rules)) == stopped


def test_an_allergy_to_metal_is_told_to_the_clinic_and_is_no_refusal(rules: RuleSet) -> None:
    found = assess(rules, health=("metal_allergy",))
    assert not found.refer
    assert not found.suitability.provisional
    [told] = [known.say for known in found.suitability.know if known.id == "metal_allergy"]
    for words in ("Tell the clinic before you book.", "what the needles and the pigment hold", "patch test"):
        assert words in told
    step = steps_of(rules, health=("metal_allergy",))["suitability.know.metal_allergy"]
    assert step.because.startswith("You said that this applies to you. Needles are made of metal")


def test_what_was_reacted_to_is_asked_of_metal_too_in_the_talk(rules: RuleSet) -> None:
    assert "a metal such as nickel" in rules.talk.agreed["numbing"].say


def test_hives_after_hair_dye_have_a_question_and_lead_to_a_patch_test(rules: RuleSet) -> None:
    """She had hives after hair dye, and found no health question and nothing in the talk to say it to."""
    assert "hair dye or black henna" in (rules.suitability.criteria["metal_allergy"].ask or "")
    assert "hair dye, black henna" in rules.talk.agreed["numbing"].say
    found = assess(rules, health=("metal_allergy",))
    assert not found.refer
    [told] = [known.say for known in found.suitability.know if known.id == "metal_allergy"]
    assert "or hair dye" in told
    assert "ask for a patch test" in told


def test_a_birth_in_the_past_year_waits_as_that_loss_mostly_grows_back(rules: RuleSet) -> None:
    found = assess(rules, person=WOMAN, health=("recent_birth",))
    assert found.refer
    assert found.ask_again_on is None
    [wait] = found.suitability.wait
    assert "mostly it grows back by itself" in wait.say
    assert "a year after the birth, see a doctor" in wait.say


def test_who_breastfeeds_reads_that_loss_after_a_birth_mostly_grows_back(rules: RuleSet) -> None:
    found = assess(rules, person=WOMAN, health=("pregnant_or_breastfeeding",))
    assert "mostly grows back" in found.suitability.stop[0].say


@pytest.mark.parametrize(
    ("sex", "area", "told"),
    [
        ("female", AreaAnswer(zones=("crown",)), True),
        ("female", AreaAnswer(), True),
        ("female", AreaAnswer(ludwig="II"), False),
        ("female", AreaAnswer(zones=("crown",), crown_of_ludwig="II"), False),
        ("female", AreaAnswer(scars=(Scar(length_cm=4, width_cm=1),)), False),
        ("male", AreaAnswer(zones=("crown",)), False),
        (None, AreaAnswer(zones=("crown",)), False),
    ],
)
def test_a_woman_without_a_stage_reads_to_ask_a_doctor_for_the_cause(
    sex: Literal["female", "male"] | None, area: AreaAnswer, told: bool, rules: RuleSet
) -> None:
    goals = (SCAR_GOAL,) if area.scars else ("added_density",)
    found = assess(rules, person=replace(WOMAN, sex=sex), goals=goals, area=area)
    assert ("cause_not_told" in ids(found, "know")) is told


def test_a_woman_with_another_kind_of_loss_has_no_stage_to_tell(rules: RuleSet) -> None:
    found = assess(rules, person=WOMAN, goals=("alopecia_cover",), area=AreaAnswer(zones=("crown",)))
    assert "cause_not_told" not in ids(found, "know")


@pytest.mark.parametrize(("tone", "dark"), [("VI", True), ("V", True), ("IV", False), (None, False)])
def test_who_has_dark_skin_is_told_that_dots_show_less(rules: RuleSet, tone: str | None, dark: bool) -> None:
    found = ids(assess(rules, skin=Skin(tone=tone)), "know")
    assert ("dark_skin" in found) is dark
