"""Whoever isn't sure reads how to find out."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from smp_planner.rules.load import load_rules
from smp_planner.views.find_out import HOW
from smp_planner.views.patient_way import steps_of
from tests.banned_words import unwanted
from tests.reading_grade import reading_grade
from tests.views.shown import markup, press

STEPS = steps_of(load_rules())


def test_a_patient_who_is_not_sure_reads_how_to_find_out(patient: AppTest) -> None:
    press(patient, "next")
    assert HOW["kept_way"] in markup(patient)
    patient.pills(key="kept_way").set_value("same").run()
    assert HOW["kept_way"] not in markup(patient)


def test_the_clinic_s_screen_has_no_room_for_that(page: AppTest) -> None:
    assert page.pills(key="kept_way").value == "unsure"
    assert HOW["kept_way"] not in markup(page)


def test_every_hint_belongs_to_a_question_that_is_asked(patient: AppTest) -> None:
    """A hint under a misspelt name would never be read."""
    asked = {pills.key for pills in patient.pills}
    for _ in STEPS[1:]:
        press(patient, "next")
        if any(pills.key == "area_ways" for pills in patient.pills):
            for way in ("norwood", "ludwig"):
                patient.pills(key="area_ways").set_value([way]).run()
                asked |= {pills.key for pills in patient.pills}
        asked |= {pills.key for pills in patient.pills}
    assert asked >= set(HOW)


def test_the_words_around_the_questions_are_plain_and_promise_nothing() -> None:
    texts = [f"{step.title} {step.why}" for step in STEPS] + [*HOW.values()]
    assert reading_grade(" ".join(texts)) <= 8
    assert [text for text in texts if unwanted(text)] == []
