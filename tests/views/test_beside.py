"""A plan is kept as A, an answer is changed, and the page says what is different."""

from __future__ import annotations

import re
from html import unescape

import pytest
from streamlit.testing.v1 import AppTest

from smp_planner.planner.pipeline import begin_plan
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views import beside, kept_plan
from smp_planner.views.plan_page import WHAT_IF
from smp_planner.views.tab_text import packed, unpacked
from tests.views.conftest import begun
from tests.views.shown import markup, none_of_these, open_tab, press, reasons, to_the_plan


def kept(page: AppTest) -> AppTest:
    return press(open_tab(page, WHAT_IF), "keep_a")


def test_what_differs_from_a_kept_plan_stands_in_rows(page: AppTest) -> None:
    assert "say the same" in markup(kept(page))
    page.pills(key="norwood").set_value("VII").run()
    told = markup(page)
    assert 'columnheader">Plan A</th>' in told
    assert 'rowheader">Treated area</th><td role="cell" data-label="Plan A">169.6 cm2' in told


def test_no_price_is_told_of_either_plan_before_the_health_questions(page: AppTest) -> None:
    kept(page)
    page.pills(key="density_look").set_value("dense").run()
    told = markup(page)
    assert 'rowheader">Density over the area</th>' in told
    assert 'rowheader">Price of all visits</th>' not in told
    assert "Money is shown once the health questions are answered." in told


def test_a_price_that_a_denser_look_does_not_change_is_named_with_the_reason(page: AppTest) -> None:
    page.number_input(key="age").set_value(40)
    page.pills(key="could_be_pregnant").set_value("no")
    none_of_these(page)
    kept(page)
    page.pills(key="density_look").set_value("dense").run()
    told = markup(page)
    price = r'">Price of all visits</th>.*?data-label="Difference">(.*?)</td>'
    assert re.findall(price, told.partition("Plan A and now")[2]) == ["the same"]
    assert "The price of all visits stays the same. Clinics ask more for a larger area" in told
    page.pills(key="norwood").set_value("VII").run()
    told = markup(page)
    assert 'rowheader">Price of all visits</th>' in told
    assert "The price of all visits stays the same." not in told
    beside = told.partition("Plan A and now")[2]
    assert "The price goes by the size of the area, not by visit." in beside


def test_a_sentence_sums_up_the_difference_and_a_screen_reader_says_it(page: AppTest) -> None:
    kept(page)
    page.pills(key="norwood").set_value("VII").run()
    [told] = re.findall(r'<span role="status">(Beside plan A.*?)</span>', markup(page))
    assert told.startswith("Beside plan A, the plan now has 1 more visit, takes 7 hours more")
    assert "How the low and high ends differ stands in the table." in told


def test_the_answers_that_were_changed_are_named_also_where_the_plan_stays_as_it_was(page: AppTest) -> None:
    assert "You changed" not in markup(kept(page))
    page.pills(key="density_look").set_value("dense").run()
    told = unescape(markup(page))
    assert "You changed, since you kept plan A:" in told
    assert "How dense it should look: from “Natural" in told
    press(page, "back_to_a")
    page.pills(key="loss_moving_on").set_value("no").run()
    told = unescape(markup(page))
    assert "Visits, dates, hours and money are the same in both." in told
    assert "Is your hair loss moving on? From “Not answered, or not sure” to “No" in told


def test_a_changed_scar_is_named_and_nobody_reads_that_nothing_changed(page: AppTest) -> None:
    page.pills(key="area_ways").set_value(["norwood", "scars"]).run()
    page.number_input(key="scar_1_age").set_value(30)
    page.pills(key="scar_1_raised").set_value("no").run()
    press(open_tab(page, WHAT_IF), "keep_a")
    page.pills(key="scar_1_raised").set_value("yes").run()
    told = markup(page)
    assert "say the same" not in told
    assert "What to ask or know may differ" in told
    assert "not raised" in told
    page.number_input(key="scar_1_age").set_value(6).run()
    assert re.search(r"30 months old[^<]*6 months old", markup(page))


def test_every_figure_of_both_plans_has_a_why_with_the_answers_of_its_own_plan(page: AppTest) -> None:
    kept(page)
    page.pills(key="density_look").set_value("dense").run()
    table = markup(page).partition("Plan A and now")[2].partition("</table>")[0]
    cells = re.findall(r'data-label="(?:Plan A|Now)">(.*?)</td>', table)
    assert len(cells) >= 8
    assert [cell for cell in cells if "<details data-key=" not in cell] == []
    told = reasons(page)
    of_a, of_now = told["a dots.per_cm2"], told["now dots.per_cm2"]
    assert "Planned with the natural look." in of_a
    assert "The answers behind it in plan A: How dense it should look: Natural" in of_a
    assert "Dense" not in of_a
    assert "Planned with the dense look." in of_now
    assert "The answers behind it now: How dense it should look: Dense" in of_now
    assert "cost.course" not in told or "plan A" not in told["cost.course"]


def test_dates_that_a_doctor_has_to_confirm_say_so_in_both_columns_and_in_the_difference(
    page: AppTest,
) -> None:
    page.checkbox(key="health_is_diabetes").set_value(True).run()
    kept(page)
    page.pills(key="norwood").set_value("VII").run()
    table = markup(page).partition("Plan A and now")[2].partition("</table>")[0]
    row = table.partition(">Settled by</th>")[2].partition("</tr>")[0]
    assert row.count("(to be confirmed)") == 3
    assert " days later (to be confirmed)" in row
    assert "Dates to be confirmed." in markup(page)


def test_going_back_gives_the_answers_of_a_again_and_stays_where_one_is(page: AppTest) -> None:
    kept(page)
    page.pills(key="norwood").set_value("VII").run()
    page.button(key="event_add").click().run()
    press(page, "back_to_a")
    assert page.pills(key="norwood").value == "V"
    assert not [field for field in page.text_input if field.key == "event_1_name"]
    assert page.session_state["part"] == "What if"
    assert "say the same" in markup(page)


def test_going_back_brings_look_and_dots_of_a_again(page: AppTest) -> None:
    page.pills(key="density_look").set_value("soft").run()
    page.pills(key="density_look").set_value("natural").run()
    kept(page)
    page.slider(key="density").set_value(60).run()
    page.pills(key="norwood").set_value("VII").run()
    press(page, "back_to_a")
    assert (page.pills(key="density_look").value, page.slider(key="density").value) == ("natural", 150)
    page.pills(key="weekdays").set_value(["tue"]).run()
    assert (page.pills(key="density_look").value, page.slider(key="density").value) == ("natural", 150)


def test_a_kept_plan_can_be_forgotten(page: AppTest) -> None:
    press(kept(page), "forget_a")
    assert page.button(key="keep_a").label == "Keep this plan as A"
    assert beside.MADE not in page.session_state  # nor is it left in the session


def test_a_kept_plan_outlives_a_reload(page: AppTest, rules: RuleSet) -> None:
    kept(page)
    held = packed(page.session_state.to_dict(), rules)
    again = begun()
    for key, value in unpacked(held, rules).answers.items():
        again.session_state[key] = value
    again.run()
    assert "say the same" in markup(again)
    page.pills(key="norwood").set_value("III").run()
    press(page, "forget_a")
    press(page, "keep_a")
    assert '"plan_a"' not in page.session_state["plan_a"]  # a kept plan holds no kept plan


def line(page: AppTest) -> list[str]:
    """The line of main differences beside the plan's sentence."""
    begins = r'<div class="line">(?:<span role="status">)?'
    return re.findall(rf"{begins}((?:Beside plan A:|Visits, hours)[^<]*?) ?<", markup(page))


def test_the_main_differences_stand_at_the_top_of_every_part_and_lead_to_the_table(page: AppTest) -> None:
    assert line(page) == []
    kept(page)
    assert line(page) == ["Visits, hours and settled day are as in plan A."]
    open_tab(page, "In short")
    page.pills(key="norwood").set_value("VII").run()
    for part in ("In short", "Aftercare", "All options"):
        [told] = line(open_tab(page, part))
        assert told.startswith(
            "Beside plan A: 1 more visit, 7 hours more in the chair and settled 28 days later"
        )
        assert told in markup(page).partition('class="summary"')[2].partition("<table")[0]
    assert "Plan A and now" not in markup(page)
    press(page, "see_beside")
    assert page.session_state["part"] == "What if"
    assert 'id="two-plans"' in markup(page)
    assert "Plan A and now" in markup(page)
    press(page, "forget_a")
    assert line(page) == []


def test_only_one_of_both_sentences_is_said_by_a_screen_reader(page: AppTest) -> None:
    kept(page)
    page.pills(key="norwood").set_value("VII").run()
    assert re.findall(r'<span role="status">(Beside plan A.)', markup(page)) == ["Beside plan A,"]
    open_tab(page, "Aftercare")
    assert re.findall(r'<span role="status">(Beside plan A.)', markup(page)) == ["Beside plan A:"]


def test_a_patient_reads_the_main_differences_too(page: AppTest) -> None:
    kept(page)
    page.pills(key="norwood").set_value("VII").run()
    press(page, "other_way")
    told = line(to_the_plan(page))
    assert [one.partition(",")[0] for one in told] == ["Beside plan A: 1 more visit"]


def test_plan_a_is_worked_out_once_and_anew_for_other_answers(
    page: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = list[str | None]()
    monkeypatch.setattr(
        kept_plan, "begin_plan", lambda *given: made.append(given[0].area.norwood) or begin_plan(*given)
    )
    kept(page)
    page.pills(key="norwood").set_value("VII").run()
    page.pills(key="norwood").set_value("VI").run()
    assert made == ["V", "VII", "VI"]  # plan A, then what was chosen beside it
    press(page, "forget_a")
    press(open_tab(page, WHAT_IF), "keep_a")
    assert made == ["V", "VII", "VI", "VI"]
