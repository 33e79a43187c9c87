"""Where a doctor is to be asked, the page asks what was said; a yes brings dates and calendar, a no stops."""

from __future__ import annotations

from html import unescape
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from smp_planner.domain.intake import Intake
from smp_planner.exports.standing import DOCTOR_AGREED
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views.doctors_word import ASKED, SAID
from smp_planner.views.from_intake import put_answers
from smp_planner.views.plan_page import CONFIRM, DOCTOR_FIRST
from smp_planner.views.state import BEGUN, BEGUN_ON, DOCTORS_WORD
from smp_planner.views.to_intake import intake_of
from tests.people import adult
from tests.reading_grade import reading_grade
from tests.views.shown import markup, none_of_these, notices, open_tab, press, to_the_plan

THINNER = f"{DOCTORS_WORD}blood_thinner"


def ticked(page: AppTest, *ids: str) -> AppTest:
    for id_ in ids:
        page.checkbox(key=f"health_is_{id_}").set_value(True)
    return page.run()


def asked(page: AppTest) -> list[str]:
    return [str(pills.key) for pills in page.pills if str(pills.key).startswith(DOCTORS_WORD)]


def takes_calendar(page: AppTest) -> bool:
    open_tab(page, "Talk and files")
    return "Calendar file (ics)" in [button.proto.label for button in page.get("download_button")]


def opened(intake: Intake, rules: RuleSet) -> tuple[dict[str, Any], tuple[str, ...]]:
    fields: dict[str, Any] = {BEGUN: {}, BEGUN_ON: intake.calendar.start}
    return fields, put_answers(intake, rules, fields)


def test_it_is_asked_only_where_an_answer_needs_a_doctor(page: AppTest) -> None:
    assert asked(page) == []
    assert asked(ticked(page, "blood_thinner")) == [THINNER]
    question = page.pills(key=THINNER)
    assert (question.label, question.value) == (ASKED, "unsure")
    assert reading_grade(ASKED) <= 8
    assert all(reading_grade(said) <= 8 for said in (*SAID.values(), DOCTOR_AGREED))


def test_a_yes_brings_the_dates_and_the_calendar_and_keeps_the_warning(page: AppTest) -> None:
    page.number_input(key="age").set_value(40)
    page.pills(key="could_be_pregnant").set_value("no")
    ticked(none_of_these(page), "blood_thinner")
    assert DOCTOR_FIRST in notices(page)
    assert not takes_calendar(page)
    page.pills(key=THINNER).set_value("yes").run()
    assert DOCTOR_FIRST not in notices(page)
    assert CONFIRM not in notices(page)
    assert takes_calendar(page)
    told = markup(open_tab(page, "In short"))
    assert "Keep taking it as you were told." in told
    assert DOCTOR_AGREED in told


NO = "Not for now: your doctor said no."


def test_a_no_leads_to_the_reason_and_the_next_step_and_can_be_taken_back(
    page: AppTest,
) -> None:
    ticked(page, "blood_thinner").pills(key=THINNER).set_value("no").run()
    told = unescape(markup(page))
    assert NO in told
    assert "You asked a doctor about a blood thinner, and the answer was no." in told
    assert "Planned: " not in told
    assert DOCTOR_FIRST not in notices(page)
    assert page.pills(key=THINNER).value == "no"
    page.pills(key=THINNER).set_value("unsure").run()
    assert DOCTOR_FIRST in notices(page)


def test_a_no_holds_where_more_comes_to_ask_for_a_doctor_until_it_is_said_anew(page: AppTest) -> None:
    both = f"{DOCTORS_WORD}blood_thinner-diabetes"
    ticked(page, "blood_thinner").pills(key=THINNER).set_value("no").run()
    ticked(page, "diabetes")
    assert NO in unescape(markup(page))
    assert page.pills(key=both).value == "no"
    page.pills(key=both).set_value("yes").run()
    assert NO not in unescape(markup(page))
    ticked(page, "epilepsy")  # the yes came later, and for more
    assert NO not in unescape(markup(page))
    assert DOCTOR_FIRST in notices(page)


def test_a_no_falls_with_what_it_was_about(page: AppTest) -> None:
    ticked(page, "blood_thinner").pills(key=THINNER).set_value("no").run()
    ticked(page, "diabetes").checkbox(key="health_is_blood_thinner").set_value(False).run()
    assert NO not in unescape(markup(page))
    assert DOCTOR_FIRST in notices(page)


def test_what_comes_up_later_is_asked_about_anew(page: AppTest) -> None:
    ticked(page, "blood_thinner").pills(key=THINNER).set_value("yes").run()
    ticked(page, "diabetes")
    assert asked(page) == [f"{DOCTORS_WORD}blood_thinner-diabetes"]
    assert DOCTOR_FIRST in notices(page)


def test_a_patient_is_asked_at_the_plan_and_sees_it_among_the_answers(patient: AppTest) -> None:
    press(patient, "next")
    while not any(box.key == "health_is_blood_thinner" for box in patient.checkbox):
        press(patient, "next")
    ticked(patient, "blood_thinner")
    to_the_plan(patient)
    assert asked(patient) == [THINNER]
    assert SAID[True] not in unescape(markup(patient))
    patient.pills(key=THINNER).set_value("yes").run()
    assert SAID[True] in unescape(markup(patient))
    assert DOCTOR_FIRST not in notices(patient)


@pytest.mark.parametrize("said", [True, False, None])
def test_the_page_holds_it_when_answers_are_opened(said: bool | None, rules: RuleSet) -> None:
    fields, not_held = opened(adult(health=("blood_thinner",), doctor_agreed=said), rules)
    assert not_held == ()
    assert intake_of(fields, rules).doctor_agreed is said


def test_it_is_void_where_nothing_asks_for_a_doctor(rules: RuleSet) -> None:
    fields, not_held = opened(adult(doctor_agreed=True), rules)
    assert not_held == ()
    assert intake_of(fields, rules).doctor_agreed is None
    fields, _none = opened(adult(health=("blood_thinner",), doctor_agreed=True), rules)
    fields["health_is_blood_thinner"] = False
    assert intake_of(fields, rules).doctor_agreed is None
