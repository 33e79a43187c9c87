"""Two ways in, one plan: the patient's steps, the clinic's one screen, and the button between them."""

from __future__ import annotations

from datetime import date
from html import unescape

import pytest
from streamlit.testing.v1 import AppTest

from smp_planner.rules.load import load_rules
from smp_planner.views.can_plan import WAYS_IN
from smp_planner.views.patient_way import count_before_the_plan, steps_of
from smp_planner.views.ways import WAYS
from tests.views.conftest import Open
from tests.views.shown import markup, none_of_these, notices, open_tab, press, titles, to_the_plan

STEPS = steps_of(load_rules())
BEFORE_THE_PLAN = count_before_the_plan(load_rules())


def test_a_setting_may_name_each_way_that_there_is() -> None:
    assert tuple(WAYS) == WAYS_IN


def title(page: AppTest) -> str:
    return titles(page)[0]


def test_the_clinic_s_way_opens_where_the_deployment_names_none(page: AppTest) -> None:
    assert titles(page) == ["What you would like", "Your plan"]


def test_the_patient_s_way_opens_with_one_question_and_nothing_said_of_the_person(patient: AppTest) -> None:
    assert title(patient) == "What would you like?"
    assert [pills.key for pills in patient.pills] == ["goals", "unsure_of_goals"]
    assert patient.pills(key="goals").value == []
    assert "Step 1 of 8" in markup(patient)


def test_an_unknown_way_is_told_and_nothing_is_asked(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SMP_VIEW", "tablet")
    page = open_page()
    assert "it should be patient or clinic." in markup(page)
    assert not page.pills


def test_every_step_is_told_with_its_number_and_the_last_leads_to_the_plan(patient: AppTest) -> None:
    seen = [title(patient)]
    for number in range(2, BEFORE_THE_PLAN + 1):
        press(none_of_these(patient) if seen[-1].startswith("Your health") else patient, "next")
        assert f"Step {number} of {BEFORE_THE_PLAN}" in markup(patient)
        seen.append(title(patient))
    assert seen == [step.title for step in STEPS[:BEFORE_THE_PLAN]]
    assert seen[-1] == "Your dates"
    assert patient.button(key="next").label == "See my plan"
    press(patient, "next")
    assert title(patient) == "Your plan"
    assert "Planned:" in notices(patient)


def test_what_only_makes_a_plan_more_exact_is_asked_after_it_and_offered_till_it_is_answered(
    patient: AppTest,
) -> None:
    to_the_plan(patient)
    assert offered_more(patient) == ["Your skin and hair", "Your habits"]
    press(patient, f"to_step_more_{BEFORE_THE_PLAN}")
    assert title(patient) == "Your skin and hair"
    assert title(press(patient, "back")) == "Your plan"
    press(patient, f"to_step_more_{BEFORE_THE_PLAN}")
    assert "More about you: 1 of 2" in markup(patient)
    patient.pills(key="tone").set_value("III").run()
    press(patient, "next")
    assert (title(patient), patient.button(key="next").label) == ("Your habits", "See my plan")
    press(patient, "next")
    assert title(patient) == "Your plan"
    assert offered_more(patient) == ["Your habits"]


def test_a_plan_that_waits_for_a_doctor_asks_no_more(patient: AppTest) -> None:
    press(press(press(patient, "next"), "next"), "next")
    patient.number_input(key="age").set_value(17).run()
    press(patient, "next")
    assert title(patient) == "Not for now"
    assert not offered_more(patient)


def offered_more(page: AppTest) -> list[str]:
    """The steps that the plan offers, to make it more exact."""
    return [button.label for button in page.button if button.key and button.key.startswith("to_step_more_")]


def test_somebody_who_is_sure_of_nothing_gets_a_plan_that_is_no_example_and_shows_no_price(
    patient: AppTest,
) -> None:
    to_the_plan(patient)
    assert "not checked and shows no price" in notices(patient)
    assert "This is an example" not in markup(patient)
    assert "$" not in markup(patient)


def test_back_loses_nothing(patient: AppTest) -> None:
    patient.pills(key="goals").set_value(["crown"]).run()
    press(patient, "next")
    patient.pills(key="area_ways").set_value(["norwood"]).run()
    patient.pills(key="norwood").set_value("IV").run()
    press(press(patient, "back"), "next")
    assert patient.pills(key="norwood").value == "IV"
    assert press(patient, "back").pills(key="goals").value == ["crown"]


def test_health_comes_before_the_plan_and_with_it_the_price(patient: AppTest) -> None:
    press(press(press(patient, "next"), "next"), "next")
    patient.number_input(key="age").set_value(40).run()
    patient.pills(key="sex").set_value("male").run()
    press(patient, "next")
    while title(patient).startswith("Your health"):
        assert "$" not in markup(patient)
        press(none_of_these(patient), "next")
    press(patient, "next")
    assert "shows no price" not in notices(patient)
    assert "Price of all visits" in markup(patient)


def test_from_the_plan_each_step_can_be_reached(patient: AppTest) -> None:
    to_the_plan(patient)
    press(patient, "to_step_2")
    assert title(patient) == STEPS[2].title
    press(patient, "skip")
    assert title(patient) == "Your plan"


def test_the_plan_comes_back_on_the_tab_that_was_open(patient: AppTest) -> None:
    stop = "health_is_pregnant_or_breastfeeding"
    group = next(n for n, step in enumerate(STEPS) if step.group == "medicine")
    open_tab(to_the_plan(patient), "Visits")
    for ticked, then in ((True, "Not for now"), (False, "Your plan")):
        press(patient, f"to_step_{group}")
        patient.checkbox(key=stop).set_value(ticked).run()
        press(patient, "skip")
        assert title(patient) == then
    assert patient.session_state["part"] == "Visits"


def test_the_plan_says_what_was_answered_and_offers_to_answer_what_was_not(patient: AppTest) -> None:
    patient.pills(key="goals").set_value(["crown"]).run()
    to_the_plan(patient)
    told = markup(patient)
    assert "Cover the crown" in told
    assert "not answered yet" in told
    for group in load_rules().suitability.health_groups.values():
        press(patient, "to_step_health")
        assert title(patient) == group.title
        press(none_of_these(patient), "skip")
    assert "none of these" in markup(patient)
    assert patient.button(key="to_step_health").label == "Answer this first: about you"
    press(patient, "to_step_health")
    assert title(patient) == "About you"
    patient.number_input(key="age").set_value(40)
    patient.pills(key="could_be_pregnant").set_value("no").run()
    press(patient, "skip")
    assert not [button for button in patient.button if button.key == "to_step_health"]
    assert "Price of all visits" in markup(patient)


def test_a_referral_at_a_health_step_leads_on_to_the_health_questions_that_are_left(patient: AppTest) -> None:
    to_the_plan(patient)
    groups = {step.group: n for n, step in enumerate(STEPS) if step.group}
    press(patient, f"to_step_{groups['scalp']}")
    patient.checkbox(key="health_is_keloid").set_value(True).run()
    press(patient, "next")
    assert title(patient) == "Not for now"
    on = patient.button(key="to_step_first_health-illness")
    assert on.label == "Go on with the health questions"
    on.click().run()
    for group in ("illness", "medicine"):  # one after the other, and not back to the stop between them
        assert title(patient) == load_rules().suitability.health_groups[group].title
        press(none_of_these(patient), "next")
    assert title(patient) == "Not for now"
    assert not [button for button in patient.button if button.label == "Go on with the health questions"]


def test_a_second_stop_on_the_way_through_the_health_questions_is_told_at_once(patient: AppTest) -> None:
    to_the_plan(patient)
    groups = {step.group: n for n, step in enumerate(STEPS) if step.group}
    press(patient, f"to_step_{groups['scalp']}")
    patient.checkbox(key="health_is_keloid").set_value(True).run()
    press(patient, "next")
    press(patient, "to_step_first_health-illness")
    patient.checkbox(key="health_is_allergy_pigment_latex_numbing").set_value(True).run()
    press(patient, "next")
    assert title(patient) == "Not for now"
    assert "See a skin or allergy doctor first" in markup(patient)


def test_the_field_of_the_age_says_what_leaving_it_empty_does(patient: AppTest) -> None:
    press(press(press(patient, "next"), "next"), "next")
    assert patient.number_input(key="age").label == "Age in years (left empty: no price)"


def test_a_referral_says_its_reason_and_nothing_that_is_still_open_before_it(patient: AppTest) -> None:
    patient.session_state["area_ways"], patient.session_state["ludwig"] = ["ludwig"], "II"
    to_the_plan(patient)
    assert "Not told yet: how much hair is still there." in markup(patient)
    press(patient, f"to_step_{next(n for n, step in enumerate(STEPS) if step.group == 'scalp')}")
    patient.checkbox(key="health_is_changing_mole").set_value(True).run()
    press(patient, "skip")
    assert title(patient) == "Not for now"
    assert "Not told yet: how much hair" not in markup(patient)
    assert "Show the mole to a doctor before anything else." in markup(patient)
    told = "You can choose this. But show the mole to a doctor first."
    assert told in markup(patient), "doing nothing stays, and a doctor looks"
    assert not [button for button in patient.button if button.key == "to_step_health"]


def test_who_is_not_sure_about_health_reads_what_to_do_and_finds_the_way_there(patient: AppTest) -> None:
    to_the_plan(patient)
    press(patient, "to_step_health")
    patient.checkbox(key="health_unsure_scalp").set_value(True).run()
    patient.pills(key="health_which_scalp").set_value(["changing_mole"]).run()
    press(patient, "skip")
    assert "about: a new or changing mole." in markup(patient)
    assert "Ask a doctor or the clinic, then tick what applies, or “None of these”." in markup(patient)
    press(patient, f"to_step_{next(n for n, step in enumerate(STEPS) if step.group == 'scalp')}")
    patient.checkbox(key="health_none_scalp").set_value(True).run()
    press(patient, "skip")
    assert "You weren't sure about:" not in markup(patient)


def test_from_every_step_there_is_a_way_back_to_a_plan_that_was_seen(patient: AppTest) -> None:
    assert not [button for button in patient.button if button.key == "skip"]
    to_the_plan(patient)
    for number in range(len(STEPS)):
        press(patient, f"to_step_{number}")
        assert title(press(patient, "skip")) == "Your plan"


def test_nobody_is_asked_on_once_an_answer_stops_the_plan(patient: AppTest) -> None:
    press(press(press(patient, "next"), "next"), "next")
    patient.number_input(key="age").set_value(17).run()
    press(patient, "next")
    assert "SMP is for adults" in markup(patient)
    assert title(patient) == "Not for now"
    press(patient, "to_step_3")
    patient.number_input(key="age").set_value(18).run()
    assert title(press(patient, "next")) == STEPS[4].title


def test_an_age_out_of_bounds_is_kept_and_told_at_its_question_and_on_the_plan(patient: AppTest) -> None:
    press(press(press(patient, "next"), "next"), "next")
    patient.number_input(key="age").set_value(150).run()
    assert "Should be 0 to 120 years; found 150." in markup(patient)
    to_the_plan(patient)
    assert "Age: should be 0 to 120 years; found 150." in markup(patient)
    assert press(patient, "to_step_3").number_input(key="age").value == 150


def test_the_other_way_shows_the_same_answers_and_the_same_plan(patient: AppTest) -> None:
    patient.pills(key="goals").set_value(["crown"]).run()
    to_the_plan(patient)
    told = notices(patient)
    press(patient, "other_way")
    assert titles(patient) == ["What you would like", "Your plan"]
    assert patient.pills(key="goals").value == ["crown"]
    assert notices(patient) == told
    press(patient, "other_way")
    assert title(patient) == "Your plan"


def test_an_example_that_nobody_touched_is_not_taken_for_a_patient_s_answers(page: AppTest) -> None:
    assert "This is an example" in markup(page)
    press(page, "other_way")
    assert page.pills(key="goals").value == []
    press(page, "other_way")
    assert "This is an example" in markup(page)


def test_answers_that_a_clinic_gave_stay_for_the_patient(page: AppTest) -> None:
    page.pills(key="norwood").set_value("VI").run()
    press(page, "other_way")
    press(page, "next")
    assert page.pills(key="norwood").value == "VI"


def to_step(page: AppTest, name: str) -> AppTest:
    while title(page) != next(step.title for step in STEPS if step.name == name):
        press(page, "next")
    return page


def measure(page: AppTest, cm2: float) -> None:
    page.pills(key="area_ways").set_value(["measured"]).run()
    page.pills(key="measured_as").set_value("cm2").run()
    page.number_input(key="measured_cm2").set_value(cm2)


@pytest.mark.parametrize(("ways", "comes_to"), [(["measured"], "900"), (["measured", "scars"], "790.")])
def test_an_answer_that_does_not_fit_keeps_the_patient_at_its_step_once_and_says_why(
    patient: AppTest, ways: list[str], comes_to: str
) -> None:
    measure(to_step(patient, "area"), 690.0 if "scars" in ways else 900.0)
    patient.pills(key="area_ways").set_value(ways).run()
    press(patient, "next")
    assert title(patient) == "Where on your head?"
    assert "An answer here doesn't fit." in unescape(markup(patient))
    assert f"The area: should be 1 to 700 cm2; it comes to {comes_to}" in markup(patient)
    press(patient, "next")
    assert title(patient) == "How should it look?"
    assert "An answer here doesn't fit." not in unescape(markup(patient))


def test_once_it_fits_the_patient_goes_on_and_is_told_nothing_more(patient: AppTest) -> None:
    measure(to_step(patient, "area"), 900.0)
    press(patient, "next")
    patient.number_input(key="measured_cm2").set_value(100.0).run()
    assert "An answer here doesn't fit." not in unescape(markup(patient))
    press(patient, "next")
    assert title(patient) == "How should it look?"


def test_health_without_a_tick_keeps_the_patient_at_its_step_once_and_says_what_to_tick(
    patient: AppTest,
) -> None:
    press(to_step(patient, "health-scalp"), "next")
    assert title(patient) == "Your health: scalp and hair"
    assert "Nothing is ticked yet. If none fits you, tick “None of these”." in unescape(markup(patient))
    none_of_these(patient)
    assert "Nothing is ticked yet." not in unescape(markup(patient))
    press(patient, "next")
    assert title(patient) == "Your health: illness and allergy"
    assert "Nothing is ticked yet." not in unescape(markup(patient)), "not before somebody goes on"
    press(press(patient, "next"), "next")
    assert title(patient) == "Your health: medicine, now and soon"


def test_an_event_without_a_day_keeps_the_patient_at_the_dates_once_and_says_so(patient: AppTest) -> None:
    press(to_step(patient, "dates"), "event_add")
    press(patient, "next")
    assert title(patient) == "Your dates"
    assert "has no day yet, so it is not counted." in unescape(markup(patient))
    press(patient, "next")
    assert title(patient) == "Your plan"


def test_a_plan_that_does_not_fit_leads_back_to_each_step_that_is_to_blame(patient: AppTest) -> None:
    measure(to_step(patient, "area"), 900.0)
    press(patient, "next")
    press(patient, "next")
    to_step(patient, "dates").date_input(key="start").set_value(None).run()
    press(press(patient, "next"), "next")
    assert [button.label for button in patient.button if button.key.startswith("to_step_first")] == [
        "Change this first: Your dates"
    ], "without a first day nothing else is looked at"
    press(patient, "to_step_first_dates").date_input(key="start").set_value(date(2027, 1, 11)).run()
    press(patient, "skip")
    assert patient.button(key="to_step_first_area").label == "Change this first: Where on your head?"
    assert not [button for button in patient.button if button.key == "to_step_health"]
    press(patient, "to_step_first_area")
    assert title(patient) == "Where on your head?"


def test_a_referral_that_asks_for_a_date_has_a_button_to_it(patient: AppTest) -> None:
    to_step(patient, "health-scalp").checkbox(key="health_is_recent_transplant").set_value(True).run()
    press(patient, "skip")
    assert "Give the date where we ask for it" in markup(patient)
    assert patient.button(key="to_step_first_health-scalp").label == "Give the date first"
    press(patient, "to_step_first_health-scalp")
    patient.date_input(key="transplant_on").set_value(date(2010, 1, 1)).run()
    press(patient, "skip")
    assert title(patient) == "Your plan"


def test_a_referral_without_a_date_to_give_has_no_such_button(patient: AppTest) -> None:
    to_step(patient, "health-scalp").checkbox(key="health_is_changing_mole").set_value(True).run()
    press(patient, "skip")
    labels = [button.label for button in patient.button if button.key.startswith("to_step_first")]
    assert labels == ["Go on with the health questions"]
