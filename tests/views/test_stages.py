"""The stages drawn, to compare a photo with."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from smp_planner.views.picture_taps import is_drawn
from tests.views.shown import press


def test_a_patient_sees_every_stage_drawn_with_its_words(patient: AppTest) -> None:
    press(patient, "next")
    patient.pills(key="area_ways").set_value(["norwood"]).run()
    drawn = " ".join(piece.value for piece in patient.markdown)
    assert drawn.count("<svg") == drawn.count("<figcaption>") == 9
    assert "<figcaption>III: deep temples<" in drawn
    assert 'aria-label="A head from above, Norwood stage III vertex"' in drawn
    patient.pills(key="area_ways").set_value(["ludwig"]).run()
    drawn = " ".join(piece.value for piece in patient.markdown)
    assert drawn.count("<figcaption>") == 3
    assert "<figcaption>II: the parting is clearly wider<" in drawn


def test_the_clinic_s_screen_draws_the_stages_when_asked(page: AppTest) -> None:
    assert not [piece for piece in page.markdown if "smp-stages" in piece.value]
    page.session_state["norwood_meaning"] = True
    page.run()
    assert [piece for piece in page.markdown if "smp-stages" in piece.value]


@pytest.mark.parametrize("sent", ["VIII", "II-b", "", None, 3, {"a": 1}, ["VI"]])
def test_what_is_no_stage_is_no_answer_though_a_browser_sends_it(sent: object) -> None:
    assert is_drawn("norwood", "VI")
    assert not is_drawn("norwood", sent)
    assert not is_drawn("ludwig", "VI")
