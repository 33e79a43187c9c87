"""Agreed today, and the list for choosing a practitioner: what is shown, written and ticked."""

from __future__ import annotations

from html import unescape

import pytest
from streamlit.testing.v1 import AppTest

from smp_planner.domain.intake import LONGEST_AGREED, OPTIONS
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views.plan_page import AGREED, PRACTITIONER
from smp_planner.views.state import CLINIC, PATIENT
from smp_planner.views.tab_text import packed, unpacked
from smp_planner.views.to_intake import intake_of
from tests.banned_words import promises
from tests.reading_grade import reading_grade
from tests.views.shown import PLAN_STEP, markup, open_folds, open_tab, to_the_plan

FIELDS = ("hairline", "upkeep", "numbing", "patch_test", "headgear", "first_week", "who", "later")


def parts(page: AppTest) -> list[str]:
    open_tab(page, "Talk and files")
    return [part.label for part in page.expander if part.label in (AGREED, PRACTITIONER)]


def test_each_way_shows_its_own_part_first_and_has_the_other_too(page: AppTest) -> None:
    assert page.session_state["way"] == CLINIC
    assert parts(page) == [AGREED, PRACTITIONER]
    page.session_state["way"] = PATIENT
    page.session_state["step"] = PLAN_STEP
    assert parts(page) == [PRACTITIONER, AGREED]


def test_every_point_to_agree_on_has_a_line_and_its_note(page: AppTest, rules: RuleSet) -> None:
    open_tab(page, AGREED)
    lines = {line.key: line for line in page.text_input if line.key != "name"}
    assert tuple(key.removeprefix("agreed_") for key in lines) == FIELDS
    assert all(line.max_chars == LONGEST_AGREED for line in lines.values())
    for id_, point in rules.talk.agreed.items():
        assert (f"<h3>{point.name}</h3>" in markup(page)) is not bool(point.only_told), id_


def test_what_the_plan_knows_stands_as_a_fact_and_not_as_a_line(page: AppTest) -> None:
    page.pills(key="loss_moving_on").set_value("yes")
    page.pills(key="takes_medicine").set_value("no").run()
    shown = markup(open_tab(page, AGREED))
    assert '<div class="fact">Your loss is moving on.</div>' in shown
    assert '<div class="fact">You take no medicine for hair loss now.</div>' in shown
    assert '<div class="fact">On or before ' in shown


def test_what_nobody_answered_yet_is_said_to_be_open(page: AppTest) -> None:
    shown = markup(open_tab(page, AGREED))
    assert shown.count("Not answered yet.") == 2
    assert "You take no medicine" not in shown


def test_what_is_written_down_is_an_answer_that_stays(page: AppTest, rules: RuleSet) -> None:
    open_tab(page, AGREED).text_input(key="agreed_hairline").set_value(" 7 cm, soft edge ").run()
    open_tab(page, "Visits")
    assert intake_of(page.session_state, rules).agreed == {"hairline": "7 cm, soft edge"}  # pyright: ignore[reportArgumentType]
    assert "This is an example" not in markup(page)
    assert open_tab(page, AGREED).text_input(key="agreed_hairline").value == " 7 cm, soft edge "


def test_the_first_week_and_later_stand_below_in_plain_words(page: AppTest, rules: RuleSet) -> None:
    shown = markup(open_folds(open_tab(page, AGREED)))
    for answer in (*rules.talk.first_week.values(), *rules.talk.later.values()):
        assert f"<h3>{answer.question}</h3>" in shown
    assert "Some redness and swelling for 2 to 5 days" in shown


@pytest.mark.parametrize("option", OPTIONS)
def test_a_question_to_whoever_does_it_can_be_ticked_and_says_what_hangs_on_it(
    page: AppTest, rules: RuleSet, option: str
) -> None:
    open_tab(page, PRACTITIONER).radio(key="choosing_for").set_value(option).run()
    own = rules.talk.choosing[option]
    assert f"<h3>Ask {own.whom}</h3>" in markup(page)
    assert "0 of 9 answered" in markup(page)
    for id_, question in own.questions.items():
        assert page.checkbox(key=f"tick_{option}_{id_}").label == question.ask
        assert question.why in unescape(markup(page))
    page.checkbox(key=f"tick_{option}_licence").check().run()
    assert "1 of 9 answered" in markup(page)
    open_tab(page, "Visits")
    assert open_tab(page, PRACTITIONER).checkbox(key=f"tick_{option}_licence").value


def test_ticks_and_written_words_live_in_the_tab_and_ticks_are_no_answer(
    page: AppTest, rules: RuleSet
) -> None:
    open_tab(page, PRACTITIONER).radio(key="choosing_for").set_value("smp").run()
    page.checkbox(key="tick_smp_healed").check().run()
    open_tab(page, AGREED).text_input(key="agreed_who").set_value("Ann").run()
    state = {str(key): page.session_state[key] for key in ("tick_smp_healed", "agreed_who", "start", "goals")}
    held = unpacked(packed(state, rules), rules).answers
    assert (held["tick_smp_healed"], held["agreed_who"]) == (True, "Ann")
    assert intake_of(held, rules).agreed == {"who": "Ann"}
    assert intake_of({**held, "tick_smp_healed": False}, rules) == intake_of(held, rules)


@pytest.mark.parametrize("part", [AGREED, PRACTITIONER])
def test_the_words_around_are_plain_and_promise_nothing(page: AppTest, part: str) -> None:
    before = {piece.proto.body for piece in page.get("html")}
    open_tab(page, part)
    words = [piece.proto.body for piece in page.get("html") if piece.proto.body not in before]
    first = words[0].partition('<div class="line">')[2].partition("</div>")[0]
    assert first
    assert reading_grade(first) <= 8
    assert promises(first) == []


def test_a_patient_begins_with_the_list_for_smp_and_a_clinic_with_the_first(
    page: AppTest, patient: AppTest
) -> None:
    assert open_tab(page, PRACTITIONER).radio(key="choosing_for").value == "nothing"
    own = open_tab(to_the_plan(patient), PRACTITIONER).radio(key="choosing_for")
    assert own.value == "smp"
    assert own.options == page.radio(key="choosing_for").options, "the order is that of all options"
