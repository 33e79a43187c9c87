"""Who should ask first and who may not; nothing is ever recommended, and doing nothing is never barred."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings

from smp_planner.domain.comparison import Option
from smp_planner.domain.findings import Finding, Suitability, Wait
from smp_planner.domain.intake import OPTIONS, AreaAnswer, Hair, Intake, Measured, Person, Scar, TreatedBefore
from smp_planner.domain.provenance import Step
from smp_planner.planner.comparison.gates import Asked, open_options
from smp_planner.planner.comparison.grafts import plan_surgery
from smp_planner.planner.comparison.missing_hair import kept_parts
from smp_planner.planner.coverage.assess import assess_coverage
from smp_planner.planner.suitability.assess import assess_suitability
from smp_planner.rules.ruleset import RuleSet
from tests.banned_words import unwanted
from tests.drawn_people import intakes
from tests.packaged_rules import packaged_rules
from tests.people import adult

CHECKED = Suitability(checked=True, provisional=False)
PLAIN = adult(
    goals=("added_density",),
    hair=Hair(colour="dark_brown", wears="short"),
    area=AreaAnswer(norwood="IV"),
    kept_hair=Decimal("0.01"),
)
TOLD = Scar(length_cm=10, width_cm=1, age_months=30, raised=False, red=False)
BEFORE = TreatedBefore(transplant_on=date(2020, 5, 1))
MEN = {"age": 38, "sex": "male"}
ASKED_OF_MEN = "tablets_not_asked"  # what each man who takes no tablets is told


def plain(**changes: object) -> Intake:
    """A man whom nothing speaks against, with some answers changed."""
    return replace(PLAIN, **changes)  # pyright: ignore[reportArgumentType]


def person(**answers: object) -> Intake:
    return plain(person=Person(**(MEN | answers)))  # pyright: ignore[reportArgumentType]


def assess(
    rules: RuleSet, intake: Intake, suitability: Suitability = CHECKED
) -> tuple[dict[str, Option], dict[str, Step]]:
    coverage, _ = assess_coverage(intake, rules)
    case = Asked(
        intake=intake,
        suitability=suitability,
        coverage=coverage,
        kept=kept_parts(intake.kept_hair, coverage, rules),
        surgery=plan_surgery(intake, coverage, rules),
        both_ways=rules.surgery.donor.rows["both"].read(),
    )
    options, steps = open_options(case, rules)
    return {option.id: option for option in options}, {step.field: step for step in steps}


def found(rules: RuleSet, intake: Intake, suitability: Suitability = CHECKED) -> dict[str, tuple[str, ...]]:
    """The reasons that came up, by option, but for what each man is asked before tablets."""
    _, steps = assess(rules, intake, suitability)
    return {
        option: tuple(
            reading.id.removeprefix("options.gates.")
            for reading in steps[f"comparison.options.{option}"].rules
            if reading.id.startswith("options.gates.") and not reading.id.endswith((".figure", ASKED_OF_MEN))
        )
        for option in OPTIONS
    }


def reasons(
    medication: tuple[str, ...] = (),
    smp: tuple[str, ...] = (),
    surgery: tuple[str, ...] = (),
    fue: tuple[str, ...] = (),
    nothing: tuple[str, ...] = (),
) -> dict[str, tuple[str, ...]]:
    return {"nothing": nothing, "medication": medication, "smp": smp, "fut": surgery, "fue": surgery + fue}


SORE = reasons(("medication_sore_scalp",), (), ("surgery_sore_scalp",))
UNEXPLAINED = reasons(
    ("medication_sudden_loss",), (), ("surgery_unexplained_loss",), nothing=("nothing_unexplained_loss",)
)
SHEDDING = reasons(
    ("medication_fast_loss",), (), ("surgery_unexplained_loss",), nothing=("nothing_unexplained_loss",)
)
PATCHY = reasons(("medication_other_loss",), ("smp_patchy",), ("surgery_patchy",))
CANCER = reasons(("cancer_doctor_first",), (), ("cancer_doctor_first",))
PREGNANT = reasons(("medication_breastfeeding",), (), ("surgery_pregnant",))


def test_a_man_with_steady_loss_has_nothing_against_any_option(rules: RuleSet) -> None:
    options, steps = assess(rules, PLAIN)
    assert list(options) == ["nothing", "medication", "smp", "fut", "fue"]
    for option in options.values():
        if option.id == "medication":  # see the questions that are asked before tablets
            continue
        assert option.open_to_you == "nothing_against"
        assert option.why == "Nothing you told us rules it out."
    assert options["fut"].name == "Strip surgery (FUT)"
    step = steps["comparison.options.smp"]
    assert step.value == "nothing_against"
    assert [reading.id for reading in step.rules] == ["options.nothing_against"]


@pytest.mark.parametrize(
    ("intake", "expected"),
    [
        (person(sex="female"), reasons(surgery=("surgery_women",))),
        (person(sex="other"), reasons(("tablets_sex_other",))),
        (person(sex=None), reasons(("tablets_sex_unsaid",))),
        (person(age=17), reasons(("medication_under_age",), surgery=("surgery_under_age",))),
        (person(age=18), reasons(surgery=("surgery_young",))),
        (person(age=24), reasons(surgery=("surgery_young",))),
        (person(age=25), reasons()),
        (person(age=None), reasons()),
        (plain(loss_moving_on="yes"), reasons((), ("smp_moving_loss",), ("surgery_moving_loss",))),
        (plain(loss_moving_on=None), reasons()),
        (plain(treated_before=BEFORE), reasons(surgery=("surgery_used_before",))),
        (plain(unsure_about=("transplant_on",)), reasons(surgery=("surgery_used_before",))),
        (
            plain(hair=Hair(wears="shaved")),
            reasons(("medication_shaved_scalp",), surgery=("surgery_shaved_head",)),
        ),
        (plain(goals=("shaved_look",)), reasons(surgery=("surgery_shaved_look",))),
        (plain(goals=("alopecia_cover",)), PATCHY),
        (plain(area=AreaAnswer(norwood="VI")), reasons(("medication_late_stage",), (), ("surgery_need",))),
        (plain(area=AreaAnswer(norwood="V")), reasons(("medication_late_stage",))),
        (plain(kept_hair=0), reasons(("medication_bare_skin",))),
        (plain(kept_hair=None), reasons()),
        (plain(area=AreaAnswer(zones=("crown",)), kept_hair={"crown": None}), reasons()),
        (plain(medication_now=("minoxidil",)), reasons()),
        (
            plain(medication_now=("other",), loss_moving_on="yes"),
            reasons(("medication_not_enough",), ("smp_moving_loss",), ("surgery_moving_loss",)),
        ),
        (plain(area=AreaAnswer(measured=Measured(cm2=105))), reasons(fue=("surgery_need",))),
        # nothing known of the area: 31 to 322 cm2 are no need to be told to somebody as theirs
        (plain(area=AreaAnswer(), goals=("shaved_look",)), reasons(surgery=("surgery_shaved_look",))),
        (plain(area=AreaAnswer(norwood="VII", measured=Measured(cm2=50))), reasons()),
        (
            plain(area=AreaAnswer(scars=(Scar(length_cm=10, width_cm=1),))),
            reasons(("medication_scars",), ("smp_scar_untold",), surgery=("surgery_scar_untold",)),
        ),
        (
            plain(area=AreaAnswer(scars=(Scar(length_cm=10, width_cm=1, raised=False, red=False),))),
            reasons(("medication_scars",), ("smp_scar_untold",)),
        ),
        (plain(area=AreaAnswer(scars=(TOLD,))), reasons(("medication_scars",))),
        (plain(health=("keloid",)), reasons(surgery=("surgery_keloid",))),
        (plain(health=("blood_thinner",)), reasons(smp=("smp_bleeding",), surgery=("surgery_bleeding",))),
        (plain(health=("haemophilia",)), reasons(smp=("smp_bleeding",), surgery=("surgery_slow_clotting",))),
        (plain(health=("diabetes",)), reasons(surgery=("surgery_fitness",))),
        (plain(health=("heart_disease",)), reasons(("medication_heart",), surgery=("surgery_fitness",))),
        (
            plain(health=("high_blood_pressure",)),
            reasons(("medication_blood_pressure",), surgery=("surgery_fitness",)),
        ),
        (plain(health=("hepatitis_hiv",)), reasons(("medication_liver",), surgery=("surgery_fitness",))),
        (plain(health=("active_skin_disease",)), SORE),
        (plain(health=("skin_infection_or_sunburn",)), SORE),
        (plain(health=("undiagnosed_hair_loss",)), UNEXPLAINED),
        (plain(health=("active_shedding",)), SHEDDING),
        (plain(health=("active_shedding", "undiagnosed_hair_loss")), UNEXPLAINED),
        (plain(health=("pregnant_or_breastfeeding",)), PREGNANT),
        (
            plain(health=("changing_mole",)),
            reasons(("mole_first",), (), ("mole_first",), nothing=("nothing_with_a_mole",)),
        ),
        (
            plain(area=AreaAnswer(norwood="IV", scars=(Scar(length_cm=10, width_cm=1, raised=True),))),
            reasons(surgery=("surgery_raised_scar",)),
        ),
        (plain(health=("skin_cancer_in_field",)), CANCER),
        (plain(health=("chemo_or_radiotherapy",)), CANCER),
        (plain(health=("acne_capsules_now",)), reasons(surgery=("surgery_acne_medicine",))),
        (plain(health=("acne_capsules_before",)), reasons(surgery=("surgery_acne_medicine",))),
        (plain(health=("allergy_pigment_latex_numbing",)), reasons(surgery=("surgery_allergy",))),
        (plain(health=("recent_transplant",)), reasons(surgery=("surgery_healing",))),
        (plain(health=("vitiligo",)), reasons()),
    ],
)  # fmt: skip
def test_each_answer_brings_up_its_reason_and_no_other(
    rules: RuleSet, intake: Intake, expected: dict[str, tuple[str, ...]]
) -> None:
    assert found(rules, intake) == expected


def test_after_the_wait_for_a_cancer_treatment_each_option_still_asks_the_doctor(rules: RuleSet) -> None:
    intake = plain(treated_before=TreatedBefore(chemo_or_radiotherapy_on=date(2026, 4, 29)))
    intake = replace(intake, calendar=replace(intake.calendar, start=date(2027, 5, 3)))
    options, steps = assess(rules, intake, assess_suitability(intake, rules)[0].suitability)
    doctor = rules.options.gates["cancer_doctor_first"].why
    for id_ in ("medication", "fut", "fue"):
        assert options[id_].open_to_you == "ask"
        assert doctor in options[id_].why
        assert (
            "suitability.ask_doctor.chemo_or_radiotherapy_before" in steps[f"comparison.options.{id_}"].uses
        )
    assert options["smp"].open_to_you == "ask"
    assert options["smp"].why == rules.options.gates["smp_doctor"].why


@pytest.mark.parametrize(
    "intake",
    [
        person(sex="female", could_be_pregnant=True),
        replace(person(sex="female"), health=("could_be_pregnant",)),
    ],
)
def test_a_possible_pregnancy_bars_medication_wherever_it_was_said(rules: RuleSet, intake: Intake) -> None:
    options, _ = assess(rules, intake)
    assert rules.options.gates["surgery_pregnancy"].why in options["fut"].why
    assert options["medication"].open_to_you == "not_for_you"
    assert options["medication"].why == rules.options.gates["medication_pregnancy"].why
    assert options["smp"].open_to_you == "nothing_against"


def test_a_possible_pregnancy_is_asked_about_before_either_operation(rules: RuleSet) -> None:
    intake = person(could_be_pregnant=True)
    assert found(rules, intake) == reasons(("medication_pregnancy",), surgery=("surgery_pregnancy",))
    options, _ = assess(rules, intake)
    for option in ("fut", "fue"):
        assert options[option].open_to_you == options["medication"].open_to_you == "not_for_you"
        assert "Surgery and its medicines wait until you know." in options[option].why


def test_pregnancy_that_is_ruled_out_or_not_asked_brings_up_nothing(rules: RuleSet) -> None:
    for answer in (False, None):
        assert found(rules, person(could_be_pregnant=answer)) == reasons()


def test_with_loss_over_the_whole_scalp_there_is_no_hair_to_move(rules: RuleSet) -> None:
    intake = plain(goals=("alopecia_cover",), area=AreaAnswer(zones=("whole_scalp",)))
    options, _ = assess(rules, intake)
    for option in ("fut", "fue"):
        assert options[option].open_to_you == "not_for_you"
        assert rules.options.gates["surgery_no_donor"].why in options[option].why


def test_a_whole_scalp_with_hair_to_move_is_asked_about_and_not_barred(rules: RuleSet) -> None:
    options, _ = assess(rules, plain(goals=("added_density",), area=AreaAnswer(zones=("whole_scalp",))))
    assert options["fut"].open_to_you == "ask"


@pytest.mark.parametrize("option", ["fut", "fue"])
def test_a_shaved_look_speaks_against_both_operations_for_their_scars(rules: RuleSet, option: str) -> None:
    options, _ = assess(rules, plain(goals=("shaved_look",)))
    assert options[option].open_to_you == "not_for_you"
    assert "You want a shaved look" in options[option].why
    begun, _ = assess(rules, plain(goals=("shaved_look",), goals_by="begun"))
    assert "shaved look" not in begun[option].why, "nobody chose it"
    assert options["smp"].open_to_you == options["nothing"].open_to_you == "nothing_against"


def test_who_shaves_now_and_wants_another_look_is_asked_first(rules: RuleSet) -> None:
    options, _ = assess(rules, plain(goals=("hairline",), hair=Hair(wears="shaved")))
    assert options["fue"].open_to_you == "ask"
    assert "You shave your head now" in options["fue"].why


@pytest.mark.parametrize("option", ["fut", "fue"])
def test_slow_loss_asks_first_for_surgery_as_for_dots_and_names_no_medicine(
    rules: RuleSet, option: str
) -> None:
    options, _ = assess(rules, plain(loss_moving_on="yes"))
    assert options[option].open_to_you == options["smp"].open_to_you == "ask"
    for told in (options[option].why, options["smp"].why):
        assert "Your loss moves on" in told
        assert "Ask a doctor if it can be slowed." in told


@pytest.mark.parametrize("answer", ["active_shedding", "undiagnosed_hair_loss"])
def test_fast_or_patchy_loss_speaks_against_surgery_and_dots_wait_too(rules: RuleSet, answer: str) -> None:
    intake = plain(loss_moving_on="yes", health=(answer,))
    options, _ = assess(rules, intake, assess_suitability(intake, rules)[0].suitability)
    for option in ("smp", "fut", "fue"):
        assert options[option].open_to_you == "not_for_you"


def test_the_row_of_who_may_not_says_of_moving_loss_and_shaving_what_the_gates_say(rules: RuleSet) -> None:
    cells = rules.comparison.rows["who"]["who_may_not"].cells
    for option in ("fut", "fue"):
        barred, _, asked = cells[option].say.partition("Ask first")
        assert "fast or patchy loss" in barred
        assert "moving loss" not in barred
        assert "shaved look" in barred
        assert "moving loss" in asked
        assert "shave now" in asked
    assert "moving loss" in cells["smp"].say.partition("Ask first")[2]


def test_open_health_questions_ask_first_for_every_treatment_alike(rules: RuleSet) -> None:
    unchecked = Suitability(checked=False, provisional=False)
    asked = ("health_not_asked",)
    assert found(rules, PLAIN, unchecked) == reasons(asked, asked, asked)


def test_what_a_doctor_must_say_about_smp_is_asked_of_smp_alone(rules: RuleSet) -> None:
    doctor = Finding(id="vitiligo", say="Ask a skin doctor.", sources=("scalp-method",))
    provisional = Suitability(checked=True, provisional=True, ask_doctor=(doctor,))
    assert found(rules, PLAIN, provisional) == reasons(smp=("smp_doctor",))


# --- while no plan is made for now ----------------------------------------------------------

KELOID = Finding(id="keloid", say="Talk with a skin doctor.", sources=("scalp-method",))
HEALING = Wait(
    id="recent_transplant", say="Wait 9 months.", until=date(2027, 7, 11), why="It ends on 11 July 2027.",
    sources=("scalp-method",),
)  # fmt: skip


def test_what_stops_smp_is_its_reason_in_the_very_words_and_a_wait_tells_its_day(rules: RuleSet) -> None:
    stopped = Suitability(checked=True, provisional=False, stop=(KELOID,), wait=(HEALING,))
    options, steps = assess(rules, PLAIN, stopped)
    smp = options["smp"]
    assert smp.open_to_you == "not_for_you"
    assert smp.why == ("Not now. Talk with a skin doctor. Wait 9 months. It ends on 11 July 2027.")
    uses = ("suitability.stop.keloid", "suitability.wait.recent_transplant")
    assert steps["comparison.options.smp"].uses == uses


def test_a_stop_bars_smp_even_where_a_doctor_would_have_been_asked(rules: RuleSet) -> None:
    doctor = Finding(id="diabetes", say="Ask your doctor.", sources=("scalp-method",))
    both = Suitability(checked=False, provisional=True, stop=(KELOID,), ask_doctor=(doctor,))
    assert found(rules, PLAIN, both)["smp"] == ("smp_not_now",)


def test_a_wait_that_a_date_tells_counts_for_surgery_without_a_tick(rules: RuleSet) -> None:
    waiting = Suitability(checked=True, provisional=False, wait=(HEALING,))
    assert found(rules, PLAIN, waiting) == reasons(smp=("smp_not_now",), surgery=("surgery_healing",))
    step = assess(rules, PLAIN, waiting)[1]["comparison.options.fue"]
    assert step.uses == ("suitability.wait.recent_transplant",)


def test_nobody_under_age_is_left_with_a_treatment_that_nothing_speaks_against(rules: RuleSet) -> None:
    minor = person(age=17)
    options, _ = assess(rules, minor, assess_suitability(minor, rules)[0].suitability)
    against = {id_: option.open_to_you for id_, option in options.items()}
    assert against.pop("nothing") == "nothing_against"
    assert set(against.values()) == {"not_for_you"}


# What stops or delays SMP says nothing of these: the skin's way with pigment, or a scar that is not cut.
NOTHING_TO_SAY = {
    "keloid": {"medication"},
    "acne_capsules_now": {"medication"},
    "allergy_pigment_latex_numbing": {"medication"},
    "recent_transplant": {"medication"},
    "recent_laser_removal": {"medication"},
    "nothing_to_cover": {"medication"},
    "doctor_said_no": {"medication"},
    "dot_scars_alone": {"medication", "smp", "fut", "fue"},
}


def test_what_stops_smp_is_weighed_for_every_other_treatment_too(rules: RuleSet) -> None:
    """A reason against SMP alone would leave surgery looking open to somebody who should see a doctor."""
    for id_, criterion in rules.suitability.criteria.items():
        if criterion.level not in ("stop", "wait"):
            continue
        stop = Finding(id=id_, say="Not now.", sources=("scalp-method",))
        said = {"age": person(age=17), "could_be_pregnant": person(could_be_pregnant=True)}
        intake = replace(said.get(criterion.found_by, PLAIN), medication_now=("finasteride",))
        gates = found(rules, intake, Suitability(checked=True, provisional=False, stop=(stop,)))
        silent = {option for option, told in gates.items() if set(told) <= {"tablets_in_men"}}
        assert silent - {"nothing"} == NOTHING_TO_SAY.get(id_, set()), id_


def test_a_young_man_whose_loss_moves_on_has_a_reason_to_wait_for_dots_as_for_grafts(rules: RuleSet) -> None:
    young = plain(
        person=Person(age=24, sex="male"), area=AreaAnswer(norwood="II"), loss_moving_on="yes",
        goals=("hairline",),
    )  # fmt: skip
    options, _ = assess(rules, young)
    for option in ("smp", "fut", "fue"):
        assert options[option].open_to_you == "ask"
        assert "Ask a doctor if it can be slowed." in options[option].why
    assert "Many surgeons wait until about 25" in options["fut"].why


def test_a_woman_with_scars_alone_is_not_told_how_many_women_with_hair_loss_suit_surgery(
    rules: RuleSet,
) -> None:
    scars = AreaAnswer(scars=(Scar(length_cm=10, width_cm=1),))
    alone = plain(person=Person(age=38, sex="female"), goals=("scar_camouflage",), area=scars)
    assert "surgery_women" not in found(rules, alone)["fut"]
    thin_too = replace(alone, goals=("added_density", "scar_camouflage"), area=replace(scars, ludwig="II"))
    assert "surgery_women" in found(rules, thin_too)["fue"]


# --- how reasons are told -------------------------------------------------------------------


def test_all_that_stops_or_delays_a_plan_or_asks_a_doctor_has_a_short_name(rules: RuleSet) -> None:
    against = [one for one in rules.suitability.criteria.values() if one.level != "know"]
    assert [one.say for one in against if not one.short] == []


def test_each_of_several_answers_is_named_and_none_that_nobody_gave(rules: RuleSet) -> None:
    boy = plain(health=("keloid",), person=Person(age=16, sex="male"), medication_now=None)
    _, steps = assess(rules, boy, assess_suitability(boy, rules)[0].suitability)
    led = steps["comparison.options.smp"].because
    assert led == (
        "What led here, told or left open: your age; keloids or thick scars. Each has a rule, named below."
    )
    man = plain(person=Person(age=40, sex="male"), medication_now=None)
    _, steps = assess(rules, man)
    assert "that you named no tablets" in steps["comparison.options.medication"].because


def test_several_reasons_are_all_told(rules: RuleSet) -> None:
    options, steps = assess(rules, person(age=20, sex="female"))
    young, women = rules.options.gates["surgery_young"], rules.options.gates["surgery_women"]
    assert options["fut"].open_to_you == "ask"
    assert options["fut"].why == f"{young.why.format(value=25)} {women.why.format(low=2, high=30)}"
    assert steps["comparison.options.fut"].because == (
        "What led here, told or left open: your age, under 25; that you are a woman who loses hair."
        " Each has a rule, named below."
    )
    assert young.figure
    assert women.figure
    rests = (young.read(), young.figure.read(), women.read(), women.figure.read())
    assert steps["comparison.options.fut"].rules == rests


def test_the_need_and_the_donor_area_are_told_in_grafts(rules: RuleSet) -> None:
    measured = AreaAnswer(measured=Measured(cm2=Decimal("150.1")))
    options, steps = assess(rules, plain(area=measured, kept_hair=0))
    # 150.1 x 40 = 6,004, told to the nearest ten
    assert options["fue"].why.startswith(
        "You need about 6,000 grafts. This way alone doesn't reach: about 4,000, both ways 6,000."
    )
    assert "This way alone doesn't reach: about 4,500" in options["fut"].why
    step = steps["comparison.options.fut"]
    assert {"surgery.donor.fut", "surgery.donor.both"} < {reading.id for reading in step.rules}
    assert step.uses == ("comparison.rows.grafts_needed.fut",)


@settings(max_examples=60, deadline=None)
@given(intakes)
def test_doing_nothing_is_open_to_everybody_and_no_option_goes_missing(intake: Intake) -> None:
    rules = packaged_rules()
    options, steps = assess(rules, intake)
    assert tuple(options) == OPTIONS
    see_a_doctor = {"undiagnosed_hair_loss", "active_shedding", "changing_mole"} & set(intake.health)
    says_sex = intake.person.sex in ("female", "male")
    asks = bool(see_a_doctor) or (says_sex and "finasteride" in (intake.medication_now or ()))
    assert options["nothing"].open_to_you == ("ask" if asks else "nothing_against")
    for option in options.values():
        assert option.why
        of_women = rules.options.options[option.id].nothing_against_women
        nothing = (rules.options.nothing_against.say, *((of_women.say,) if of_women else ()))
        open_ = option.why.startswith(nothing)
        assert (option.open_to_you == "nothing_against") == open_
        assert steps[f"comparison.options.{option.id}"].value == option.open_to_you


# --- the same reason weighs the same ------------------------------------------------------------

STOPPED = {
    "keloid": ("fut", "fue"),
    "undiagnosed_hair_loss": ("medication", "fut", "fue"),
    "active_shedding": ("medication", "fut", "fue"),
    "pregnant_or_breastfeeding": ("medication", "fut", "fue"),
}


@pytest.mark.parametrize("id_", STOPPED)
def test_what_stops_smp_stops_the_others_of_which_the_sources_say_the_same(rules: RuleSet, id_: str) -> None:
    intake = plain(health=(id_,))
    options, _ = assess(rules, intake, assess_suitability(intake, rules)[0].suitability)
    assert options["smp"].open_to_you == "not_for_you"
    for option in STOPPED[id_]:
        assert options[option].open_to_you == "not_for_you", option


def test_patchy_loss_stops_medicine_and_surgery_as_the_label_and_the_surgeons_say(rules: RuleSet) -> None:
    options, _ = assess(rules, plain(goals=("alopecia_cover",)))
    found = {id_: option.open_to_you for id_, option in options.items()}
    assert found == {
        "nothing": "nothing_against", "medication": "not_for_you", "smp": "ask", "fut": "not_for_you",
        "fue": "not_for_you",
    }  # fmt: skip


def test_doing_nothing_with_unexplained_loss_asks_for_a_doctor_and_stays_open(rules: RuleSet) -> None:
    """A woman of 30 with patchy loss that no doctor has explained."""
    intake = plain(
        goals=("alopecia_cover",), area=AreaAnswer(measured=Measured(cm2=30)),
        health=("undiagnosed_hair_loss",),
        person=Person(age=30, sex="female"),
    )  # fmt: skip
    options, steps = assess(rules, intake)
    nothing = options["nothing"]
    assert nothing.open_to_you == "ask"
    assert nothing.why == "You can choose this. But see a doctor first, as the cause may need care."
    assert steps["comparison.options.nothing"].because.startswith(
        "What led here, told or left open: hair loss that no doctor has explained."
    )


def test_the_why_of_an_option_names_answers_and_rules_and_repeats_no_word_of_its_cell(
    rules: RuleSet,
) -> None:
    """It said the cell again, word for word."""
    intake = plain(health=("diabetes", "blood_thinner"), person=Person(age=22, sex="male"))
    options, steps = assess(rules, intake, assess_suitability(intake, rules)[0].suitability)
    for id_, option in options.items():
        step = steps[f"comparison.options.{id_}"]
        assert step.because not in option.why
        assert option.why not in step.because
    because = steps["comparison.options.fue"].because
    for answer in ("your age, under 25", "a blood thinner"):
        assert answer in because
    assert "diabetes" in steps["comparison.options.smp"].because


def test_where_nothing_speaks_against_it_the_why_says_how_many_reasons_were_held_against_it(
    rules: RuleSet,
) -> None:
    step = assess(rules, PLAIN)[1]["comparison.options.smp"]
    known = sum("smp" in gate.options for gate in rules.options.gates.values())
    assert step.because == (
        f"We hold {known} reasons against it, or to ask first. None of your answers brings one up."
    )


@pytest.mark.parametrize("stage", ["V", "VI", "VII"])
def test_a_man_from_norwood_five_up_with_bare_skin_is_told_how_little_medicine_can_do(
    rules: RuleSet, stage: str
) -> None:
    options, _ = assess(rules, plain(area=AreaAnswer(norwood=stage), kept_hair=0))
    medication = options["medication"]
    assert medication.open_to_you == "ask"
    assert "from Norwood V up it helps less" in medication.why
    assert "No hair is left there" in medication.why


def test_scars_alone_are_bare_and_no_reason_of_their_own_against_medicine(rules: RuleSet) -> None:
    scars = plain(area=AreaAnswer(scars=(Scar(length_cm=10, width_cm=1),)), kept_hair=0)
    assert found(rules, scars)["medication"] == ("medication_scars",)


def test_a_man_is_asked_first_about_what_nobody_asked_before_tablets(rules: RuleSet) -> None:
    options, steps = assess(rules, PLAIN)
    told = [id_ for id_, option in options.items() if "Not asked" in option.why]
    assert told == ["medication"]
    medication = options["medication"]
    assert medication.open_to_you == "ask"
    assert medication.in_short == "mood, prostate test, planned child"
    assert medication.in_short in medication.why
    assert unwanted(medication.why) == unwanted("")
    rests_on = [reading.id for reading in steps["comparison.options.medication"].rules]
    assert rests_on == ["options.gates.tablets_not_asked"]


@pytest.mark.parametrize(
    ("taken", "told"),
    [
        (("finasteride",), "tablets_in_men"),
        (("minoxidil", "finasteride"), "tablets_in_men"),
        (("minoxidil",), ASKED_OF_MEN),
        (("other",), ASKED_OF_MEN),
    ],
)
def test_a_man_on_tablets_is_told_what_to_tell_his_doctor_and_others_what_to_ask_first(
    rules: RuleSet, taken: tuple[str, ...], told: str
) -> None:
    """He read that nothing rules medication out; the regulator speaks to those who take them too."""
    intake = plain(medication_now=taken)
    options, steps = assess(rules, intake)
    on_tablets = told == "tablets_in_men"
    for option in ("nothing", "medication"):
        words = "You take tablets: tell your doctor of low mood, a prostate test, a planned child."
        assert (options[option].why == words) is on_tablets
    assert options["medication"].open_to_you == "ask"
    assert options["nothing"].open_to_you == ("ask" if on_tablets else "nothing_against")
    step = steps["comparison.options.medication"]
    assert [reading.id for reading in step.rules] == [f"options.gates.{told}"]
    assert "mhra-2024" in step.rules[0].sources


def test_a_man_on_tablets_hears_of_mood_also_where_they_are_not_for_his_loss(rules: RuleSet) -> None:
    intake = plain(goals=("alopecia_cover",), medication_now=("finasteride",))
    medication = assess(rules, intake)[0]["medication"]
    assert medication.open_to_you == "not_for_you"
    assert "low mood" in medication.why


def test_a_woman_of_58_reads_that_nothing_rules_out_the_lotion(rules: RuleSet) -> None:
    options, steps = assess(rules, person(age=58, sex="female", could_be_pregnant=False))
    medication = options["medication"]
    assert medication.open_to_you == "nothing_against"
    assert (
        medication.why == "Nothing you told us rules out the lotion. These tablets are for men; others: ask."
    )
    assert medication.in_short == "the lotion"
    rests_on = [reading.id for reading in steps["comparison.options.medication"].rules]
    assert rests_on == ["options.options.medication.nothing_against_women"]


def test_a_liver_disease_is_asked_about_before_tablets_and_not_of_women_who_get_none(rules: RuleSet) -> None:
    liver = ("hepatitis_hiv",)
    of_women = replace(person(age=58, sex="female"), health=liver)
    assert found(rules, of_women)["medication"] == ()
    for sex in ("male", "other"):
        assert "medication_liver" in found(rules, replace(person(sex=sex), health=liver))["medication"]


def test_a_woman_with_a_heart_disease_asks_before_the_lotion(rules: RuleSet) -> None:
    options, _ = assess(rules, replace(person(age=58, sex="female"), health=("heart_disease",)))
    assert (options["medication"].open_to_you, options["medication"].in_short) == ("ask", "")
    assert "before you use the lotion" in options["medication"].why


def test_who_uses_a_medicine_reads_what_doing_nothing_means_for_them(rules: RuleSet) -> None:
    for intake, goes_on in ((plain(medication_now=("finasteride",)), True), (PLAIN, False)):
        about = assess(rules, intake)[0]["nothing"].about
        assert ("You go on with your medicine as now" in about) == goes_on
        assert ("To stop it is another choice" in about) == goes_on


@pytest.mark.parametrize(("months", "told"), [(4, "ask"), (30, "nothing_against")])
def test_a_scar_that_is_young_asks_first_for_surgery_as_for_smp(
    rules: RuleSet, months: int, told: str
) -> None:
    """A scar of four months asked a doctor before dots, and nothing spoke against cutting beside it."""
    scar = Scar(length_cm=20, width_cm=Decimal("0.4"), age_months=months, raised=False, red=False)
    intake = plain(goals=("scar_camouflage",), area=AreaAnswer(scars=(scar,)))
    options, _ = assess(rules, intake, assess_suitability(intake, rules)[0].suitability)
    assert [options[option].open_to_you for option in ("smp", "fut", "fue")] == [told] * 3


def test_who_ticked_fast_loss_reads_of_that_and_not_of_patches(rules: RuleSet) -> None:
    """Jo ticked "falls out much faster" and read "Sudden or patchy loss needs a doctor"."""
    options, _ = assess(rules, plain(health=("active_shedding",)))
    assert "falls out faster than usual" in options["medication"].why
    assert "atchy" not in options["medication"].why
