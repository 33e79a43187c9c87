"""The page as a person uses it, through Streamlit's own test client."""

from __future__ import annotations

import re
from base64 import b64encode
from datetime import date, timedelta
from html import unescape
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from smp_planner.domain.words import sentence, spoken
from smp_planner.language.speech import Speech
from smp_planner.rules.load import DATA
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views.plan_page import PARTS
from tests.views.conftest import Open, begun
from tests.views.shown import has_parts, markup, none_of_these, notices, open_folds, open_tab

A_DAY = date(2030, 6, 3)


def test_the_page_opens_on_a_working_plan(page: AppTest) -> None:
    assert not page.exception
    assert "Planned: 3 visits" in notices(page)


def test_every_part_of_the_plan_opens(page: AppTest) -> None:
    for part in PARTS:
        open_tab(page, part)
        assert len(markup(page)) > 1000 or page.get("download_button"), part


def test_no_price_is_shown_before_the_health_questions(page: AppTest) -> None:
    assert "shows no price" in notices(page)
    none_of_these(page)
    assert "Some health answers are still open" in notices(page)
    assert "give your age in years" in markup(page)
    page.number_input(key="age").set_value(40)
    page.pills(key="could_be_pregnant").set_value("no").run()
    assert "shows no price" not in notices(page)
    assert "Price of all visits" in markup(page)


def test_the_page_says_that_it_opens_on_an_example(page: AppTest) -> None:
    assert "This is an example." in markup(page)
    page.pills(key="norwood").set_value("IV").run()
    assert "This is an example." not in markup(page)
    assert "Goals: “A shaved look” is still as in the example. Nobody chose it yet." in notices(page)
    assert "Area:" not in notices(page)


def test_goals_and_area_of_the_example_are_told_each_until_it_is_changed(page: AppTest) -> None:
    goal, area = (f"{told} is still as in the example." for told in ("“A shaved look”", "Area: Norwood V"))
    page.pills(key="weekdays").set_value(["sun"]).run()
    assert goal in notices(page)
    assert area in notices(page)
    page.pills(key="goals").set_value([]).run()
    assert goal not in notices(page)
    assert area in notices(page)
    assert "Goals: none is chosen. Until one is, we count as for “A shaved look”." in markup(page)


def test_of_both_stages_the_one_chosen_last_counts(page: AppTest) -> None:
    page.pills(key="area_ways").set_value(["norwood", "ludwig"]).run()
    assert page.session_state["area_ways"] == ["ludwig"]
    page.pills(key="area_ways").set_value(["ludwig", "norwood", "scars"]).run()
    assert page.session_state["area_ways"] == ["norwood", "scars"]


def test_a_goal_that_is_about_scars_alone_begins_with_scars(page: AppTest) -> None:
    page.pills(key="goals").set_value(["scar_camouflage"]).run()
    assert page.session_state["area_ways"] == ["scars"]
    page.pills(key="area_ways").set_value(["norwood"]).run()
    assert page.session_state["area_ways"] == ["norwood"]
    page.slider(key="density").set_value(100).run()
    assert page.session_state["area_ways"] == ["norwood"], "what somebody chose stays"


def test_a_man_is_not_asked_whether_he_is_pregnant(page: AppTest) -> None:
    page.checkbox(key="health_is_pregnant_or_breastfeeding").set_value(True).run()
    assert "Planned:" not in notices(page)
    page.pills(key="sex").set_value("male").run()
    assert "Planned: 3 visits" in notices(page)
    assert "health_is_pregnant_or_breastfeeding" not in {box.key for box in page.checkbox}


def test_where_hair_thins_the_page_says_what_the_plan_counts_with_until_the_share_is_told(
    page: AppTest,
) -> None:
    told = (
        "the plan counts as if 25% were left there: no count that we found tells how much is. Its range goes "
        "from 0% to 50%."
    )
    assert told not in markup(page)
    page.pills(key="area_ways").set_value(["ludwig"]).run()
    assert markup(page).count(told) == 2  # beside the question, and above the plan
    page.pills(key="kept_way").set_value("same").run()
    assert markup(page).count(told) == 2, "nobody has moved the slider yet"
    page.slider(key="kept_hair").set_value(40).run()
    assert told not in markup(page)


def test_where_the_top_is_almost_bare_the_page_says_that_the_plan_counts_as_if_no_hair_were_left(
    page: AppTest,
) -> None:
    page.pills(key="area_ways").set_value(["ludwig"]).run()
    page.pills(key="ludwig").set_value("III").run()
    told = "we count none there. The range allows for 50%."
    assert markup(page).count(told) == 2


def test_who_chooses_the_front_alone_reads_that_the_hairline_comes_along_and_how_to_say_it_is_full(
    page: AppTest,
) -> None:
    page.pills(key="area_ways").set_value(["zones"]).run()
    for zones, told in ((["front"], True), (["crown"], False), (["front", "hairline_temples"], False)):
        page.pills(key="zones").set_value(zones).run()
        assert ("The front half counts with its hairline" in markup(page)) is told
    page.pills(key="zones").set_value(["front"]).run()
    before = markup(page)
    page.pills(key="kept_way").set_value("places").run()
    page.pills(key="kept_zones").set_value(["hairline_temples"]).run()
    page.slider(key="kept_in_hairline_temples").set_value(100).run()
    dots = r"Dots in all</th><td[^>]*>([0-9,]+)"
    fewer, more = (int(re.findall(dots, text)[0].replace(",", "")) for text in (markup(page), before))
    assert fewer < more


def test_someone_who_is_not_sure_about_the_health_questions_gets_no_price(page: AppTest) -> None:
    none_of_these(page)
    page.number_input(key="age").set_value(40)
    page.pills(key="sex").set_value("male").run()
    assert "shows no price" not in notices(page)
    page.checkbox(key="health_unsure_scalp").set_value(True).run()
    assert not page.checkbox(key="health_none_scalp").value
    assert "Some health answers are still open" in notices(page)
    assert "shows no price" in notices(page)


def test_what_the_person_is_not_sure_about_is_named_or_else_its_group(page: AppTest) -> None:
    page.checkbox(key="health_unsure_scalp").set_value(True)
    page.checkbox(key="health_unsure_illness").set_value(True).run()
    page.pills(key="health_which_scalp").set_value(["changing_mole", "keloid"]).run()
    told = "You weren't sure about: a new or changing mole; keloids or thick scars; “Your health: illness and"
    assert told.replace("'", "&#x27;") in markup(page)


def test_none_of_these_and_a_tick_exclude_each_other_and_the_last_one_counts(page: AppTest) -> None:
    page.checkbox(key="health_is_diabetes").set_value(True).run()
    page.checkbox(key="health_none_illness").set_value(True).run()
    assert not page.checkbox(key="health_is_diabetes").value
    page.checkbox(key="health_is_epilepsy").set_value(True).run()
    assert not page.checkbox(key="health_none_illness").value
    assert page.checkbox(key="health_is_epilepsy").value


def test_the_density_slider_changes_the_plan_and_lets_go_of_the_look(page: AppTest) -> None:
    page.slider(key="density").set_value(195).run()
    assert "Planned: 4 visits" in notices(page)
    assert page.session_state["density_look"] is None


def test_a_look_moves_the_slider(page: AppTest) -> None:
    page.pills(key="density_look").set_value("dense").run()
    assert page.slider(key="density").value == 195
    assert "Planned: 4 visits" in notices(page)


def test_not_sure_moves_the_slider_to_what_is_planned_with(page: AppTest) -> None:
    for look in ("dense", "unsure"):
        page.pills(key="density_look").set_value(look).run()
    assert page.slider(key="density").value == 150
    assert page.pills(key="density_look").value == "unsure"
    assert "the range holds all three. Two open answers together can go past it." in markup(page)


def test_a_density_that_is_not_sure_widens_the_range(page: AppTest) -> None:
    before = markup(page)
    page.pills(key="density_look").set_value("unsure").run()
    assert not page.exception
    assert markup(page) != before


def test_a_stop_gives_a_referral_with_its_reason_and_no_plan(page: AppTest) -> None:
    page.checkbox(key="health_is_keloid").set_value(True).run()
    assert not page.exception
    assert "Planned:" not in notices(page)
    assert "thick, raised scars" in markup(page)
    assert not has_parts(page)


def test_a_stop_leaves_the_five_options_on_the_page_after_its_reason_and_without_a_price(
    page: AppTest,
) -> None:
    page.checkbox(key="health_is_keloid").set_value(True).run()
    told = markup(open_folds(page))
    reason, options = told.index("thick, raised scars"), told.index("The five options")
    assert reason < told.index("The reason above comes first") < options
    for name in ("Doing nothing", "Medication", "Strip surgery (FUT)", "Single-graft surgery (FUE)"):
        assert told.count(f">{name}</th>") > 2, name
    assert "Not now. Skin that makes thick, raised scars" in told
    assert told.count("We show no price before a plan can be made.") > 4
    assert "$0. There is nothing to buy." in told
    assert "$" not in told.replace("$0", "")
    assert "A doctor may find that this does not hold for you, or no longer does" in told


def test_the_plan_comes_back_with_the_part_that_was_open(page: AppTest) -> None:
    open_tab(page, "Visits")
    stop = page.checkbox(key="health_is_pregnant_or_breastfeeding")
    for ticked in (True, False):
        stop.set_value(ticked).run().run()
        assert has_parts(page) != ticked, "a referral has none"
    assert page.session_state["part"] == "Visits"
    for day in (None, A_DAY):
        page.date_input(key="start").set_value(day).run()
        assert has_parts(page) == bool(day), "what can't be planned has none"
    assert page.session_state["part"] == "Visits"


def test_a_treatment_asks_for_its_day_and_counts_without_one(page: AppTest) -> None:
    page.checkbox(key="health_is_recent_laser_removal").set_value(True).run()
    assert "We can&#x27;t tell how long" in markup(page)
    day = page.session_state["start"] - timedelta(days=10)
    page.date_input(key="laser_removal_on").set_value(day).run()
    assert "Ask again from" in markup(page)
    assert not page.exception


@pytest.mark.parametrize(
    ("locale", "told"),
    [("en-US", "Thu, Mar 4, 2027"), ("en-GB", "Thu, 4 Mar 2027"), (None, "Thu 4 Mar 2027")],
)
@pytest.mark.usefixtures("open_page")
def test_each_day_that_is_typed_stands_in_words_under_its_field(
    locale: str | None, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a British server an American browser asks for the month first: 03/04 went in as another day."""
    monkeypatch.setattr(type(st.context), "locale", locale)
    page = begun().run()
    for kind in ("event", "away"):
        page.button(key=f"{kind}_add").click().run()
    page.checkbox(key="health_is_recent_laser_removal").set_value(True).run()
    fields = ("start", "event_1_from", "event_1_to", "away_1_from", "laser_removal_on")
    before = markup(page).count(f">{told} <")
    for field in fields:
        page.date_input(key=field).set_value(date(2027, 3, 4)).run()
    assert not page.exception
    assert markup(page).count(f">{told} <") == before + len(fields)
    page.date_input(key="event_1_to").set_value(None).run()
    assert markup(page).count(f">{told} <") == before + len(fields) - 1


def test_days_that_don_t_fit_are_named_as_the_page_asks_them(page: AppTest) -> None:
    page.pills(key="weekdays").set_value([]).run()
    assert not page.exception
    assert "Some answers don't fit yet" in notices(page)
    assert "Days that suit you: should hold at least one day" in markup(page)


def test_a_cleared_first_day_is_asked_for(page: AppTest) -> None:
    page.date_input(key="start").set_value(None).run()
    assert not page.exception
    assert "Planned:" not in notices(page)
    assert "First day you could start: please choose a day." in markup(page)


def test_without_a_goal_the_page_says_which_it_plans_for(page: AppTest) -> None:
    page.pills(key="goals").set_value([]).run()
    assert "Then we count as for “A shaved look”." in markup(page)
    assert "Planned:" in notices(page)


@pytest.mark.usefixtures("open_page")
def test_a_page_that_stayed_open_past_the_first_day_says_so_and_plans_all_the_same() -> None:
    page = begun()
    page.session_state["begun_on"] = date(2021, 2, 1)
    page.session_state["start"] = date(2021, 3, 1)
    page.run()
    assert not page.exception
    assert "The first day you could start has passed." in markup(page)
    assert "the first on 1 March 2021" in notices(page)


def test_no_first_day_before_today_is_planned_and_the_page_says_which_may_be_chosen(page: AppTest) -> None:
    opened: date = page.session_state["begun_on"]
    page.date_input(key="start").set_value(opened - timedelta(1)).run()
    told = f"should be from {spoken(opened)} to {spoken(date(2099, 12, 31))}"
    found = f"; found {spoken(opened - timedelta(1))}."
    assert f'<div class="notice" role="alert">{sentence(told)}{found}' in markup(page)
    assert f"First day you could start: {told}{found}" in markup(page)
    assert "Planned:" not in notices(page)
    page.date_input(key="start").set_value(opened).run()
    assert "Planned:" in notices(page)
    assert found not in markup(page)
    assert "The first day you could start has passed" not in markup(page)


def test_an_age_out_of_bounds_says_at_the_field_and_above_the_plan_what_may_be_entered(page: AppTest) -> None:
    page.number_input(key="age").set_value(150).run()
    assert '<div class="notice" role="alert">Should be 0 to 120 years; found 150.' in markup(page)
    assert "Age: should be 0 to 120 years; found 150." in markup(page)
    assert "Some answers don't fit yet" in notices(page)
    page.number_input(key="age").set_value(50).run()
    assert "found 150" not in markup(page)
    assert "Planned:" in notices(page)


def test_the_most_and_the_least_that_any_field_takes_is_told_not_stumbled_over(page: AppTest) -> None:
    page.pills(key="area_ways").set_value(["measured", "scars"]).run()
    for way in ("lengths", "string", "cards", "cm2"):
        page.pills(key="measured_as").set_value(way).run()
        for pick in ("max", "min"):
            for field in page.number_input:
                field.set_value(getattr(field, pick))
            page.run()
            assert not page.exception
            assert "Some answers don't fit yet" in notices(page)
            assert "Should be 0.1 to 40 cm; found" in markup(page)
    for kind in ("event", "away"):
        page.button(key=f"{kind}_add").click().run()
    for box in page.checkbox:
        if str(box.key).startswith("health_is_recent"):
            box.set_value(True)
    page.run()
    for pick in ("max", "min"):
        for field in page.date_input:
            field.set_value(getattr(field, pick))
            page.run()
            assert not page.exception
    assert "First day you could start: should be from" in markup(page)


@pytest.mark.usefixtures("open_page")
def test_a_first_day_from_elsewhere_that_is_too_late_stays_and_is_told() -> None:
    page = begun()
    page.session_state["start"] = date(2100, 1, 1)
    page.run()
    assert not page.exception
    assert f"to {spoken(date(2099, 12, 31))}; found {spoken(date(2100, 1, 1))}" in markup(page)


def test_several_events_can_be_added_and_removed(page: AppTest) -> None:
    for _ in range(5):
        page.button(key="event_add").click().run()
    assert "Event 5 has no day yet" in markup(page)
    assert "Planned:" in notices(page)
    page.text_input(key="event_5_name").set_value("Race")
    page.date_input(key="event_5_from").set_value(page.session_state["start"] + timedelta(days=400)).run()
    page.button(key="event_2_drop").click().run()
    assert not page.exception
    assert page.session_state["event_rows"] == [1, 3, 4, 5]
    assert page.text_input(key="event_5_name").value == "Race"
    page.button(key="event_add").click().run()
    assert page.session_state["event_rows"] == [1, 3, 4, 5, 6]


@pytest.mark.parametrize(("kind", "most"), [("event", "events"), ("away", "away"), ("scar", "scars")])
def test_no_row_is_added_beyond_what_is_accepted(kind: str, most: str, page: AppTest, rules: RuleSet) -> None:
    page.pills(key="area_ways").set_value(["scars"])
    count = int(getattr(rules.intake.accepted, most).limits[1])
    page.session_state[f"{kind}_rows"] = list(range(1, count))
    page.session_state[f"{kind}_last"] = count - 1
    assert not page.run().button(key=f"{kind}_add").disabled
    page.button(key=f"{kind}_add").click().run()
    assert page.button(key=f"{kind}_add").disabled
    page.button(key=f"{kind}_{count}_drop").click().run()
    assert not page.button(key=f"{kind}_add").disabled


def test_a_second_scar_adds_to_the_area(page: AppTest) -> None:
    page.pills(key="area_ways").set_value(["scars"]).run()
    one = markup(page)
    page.button(key="scar_add").click().run()
    assert not page.exception
    page.pills(key="scar_2_raised").set_value("yes").run()
    assert markup(page) != one
    assert "Your scar is raised" in markup(page)


def test_the_last_scar_stays_while_the_area_is_told_by_scars(page: AppTest) -> None:
    page.pills(key="area_ways").set_value(["scars"]).run()
    assert not [button for button in page.button if button.key == "scar_1_drop"]


def test_broken_rules_are_told_without_a_path_and_the_log_has_the_problems(
    open_page: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    broken = tmp_path / "clinic.yaml"
    broken.write_text(
        "name: Broken\noverrides: {sessions.count: {value: 9, reason: x, sources: [article]}}\n"
    )
    monkeypatch.setenv("SMP_CLINIC", str(broken))
    page = open_page()
    assert not page.exception
    assert (
        page.error[0].value == "The rules have problems, so nothing can be planned. Please tell the clinic."
    )
    assert "Are you the clinic? The log of the start-up names the reason." in markup(page)
    assert not page.code
    assert "clinic.yaml" not in markup(page)
    assert f"{broken}:2:" in caplog.text
    assert "beyond the limits" in caplog.text
    caplog.clear()


def test_a_region_that_does_not_go_with_the_clinic_is_told_as_a_wrong_setting(
    open_page: Open, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """SMP_REGION=US with a clinic that counts in pounds opened "The rules have problems"."""
    monkeypatch.setenv("SMP_CLINIC", str(DATA / "clinics" / "example-clinic.yaml"))
    monkeypatch.setenv("SMP_REGION", "US")
    page = open_page()
    assert not page.exception
    assert page.error[0].value == (
        "A setting of the server is wrong, so nothing can be planned. The log of the server names it. Please "
        "tell the clinic."
    )
    assert "the region asked for, US, counts in USD" in caplog.text
    caplog.clear()


def test_the_weekdays_say_that_a_tap_takes_a_day_away(page: AppTest) -> None:
    """All six are chosen at first: who tapped Wednesday and Saturday took just these away."""
    assert "Sunday: perhaps closed. Tap a day that doesn't suit, to take it away." in unescape(markup(page))


def test_a_stop_says_why_no_cost_is_shown(page: AppTest) -> None:
    page.checkbox(key="health_is_keloid").set_value(True).run()
    assert "No cost of a treatment is shown now, because a price needs a plan" in markup(page)


def test_an_unknown_region_is_told_and_nothing_is_planned(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SMP_REGION", "Mars")
    page = open_page()
    assert not page.exception
    assert "it should be US or UK" in markup(page)
    assert not has_parts(page)


def test_a_clinic_in_the_environment_changes_the_plan_and_is_named(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SMP_CLINIC", str(DATA / "clinics" / "example-studio.yaml"))
    assert "Changed by the clinic" in markup(open_page())


def test_a_clinic_in_the_uk_is_named_says_whom_to_call_and_counts_in_pounds(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SMP_CLINIC", str(DATA / "clinics" / "example-clinic.yaml"))
    page = none_of_these(open_page())
    page.number_input(key="age").set_value(40)
    page.pills(key="sex").set_value("male").run()
    shown = markup(page)
    drawn = b64encode((DATA / "clinics" / "example-clinic.svg").read_bytes()).decode()
    assert (
        '<div class="line brand" style="color:light-dark(#1f4e79, #6283a1)">'
        f'<img src="data:image/svg+xml;base64,{drawn}" alt=""><bdi>Example clinic</bdi>'
    ) in shown
    assert "Prepared by Sam Reed, consultant, Example clinic." in shown
    assert "The clinic, at night and on days off: 020 7946 0001" in shown
    money = markup(open_tab(page, "Years and money"))
    assert ("£" in money, "$" in money) == (True, False)


def test_a_value_that_a_clinic_moved_out_of_the_recommended_range_says_so(
    open_page: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clinic = tmp_path / "clinic.yaml"
    move = "{value: %d, reason: our own count, sources: [article]}"
    for dots, outside in ((130, False), (90, True)):
        clinic.write_text(f"name: Ours\noverrides: {{density.looks.natural: {move % dots}}}\n")
        monkeypatch.setenv("SMP_CLINIC", str(clinic))
        st.cache_resource.clear()
        shown = markup(open_page())
        assert "our own count" in shown
        assert ("outside what the sources recommend" in shown) is outside


def test_rules_are_read_once_for_all_sessions(open_page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    from smp_planner.views import start_up

    read: list[str | None] = []
    load = start_up.load_rules

    def counted(*, clinic: str | None, region: str | None, speech: Speech) -> object:
        read.append(clinic)
        return load(clinic=clinic, region=region, speech=speech)

    monkeypatch.setattr(start_up, "load_rules", counted)
    open_page()
    open_page().slider(key="density").set_value(100).run()
    assert read == [None]


def test_two_people_don_t_see_each_other_s_answers(open_page: Open) -> None:
    one, other = open_page(), open_page()
    one.checkbox(key="health_is_keloid").set_value(True).run()
    assert "Planned:" not in notices(one)
    assert "Planned:" in notices(other.run())
