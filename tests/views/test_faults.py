"""Where the page itself fails, a person reads our words, no traceback, and no answer goes to the log."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from smp_planner.views import living_plan, patient_way, plan_page, shell
from smp_planner.views.faults import FAULT
from tests.reading_grade import reading_grade
from tests.views.conftest import Open
from tests.views.shown import markup, press

QUOTING = "could not read 'my keloid'"


def fail(*_: object) -> None:
    raise ValueError(QUOTING)


def told(page: AppTest) -> list[str]:
    assert not page.exception
    return [error.value for error in page.error]


@pytest.mark.parametrize(
    ("where", "name"),
    [(shell, "rules_here"), (living_plan, "plan_for"), (plan_page, "fill_whys")],
    ids=["the whole page", "the plan", "a part of the plan"],
)
def test_a_fault_is_told_in_our_words_and_the_log_quotes_no_answer(
    where: object,
    name: str,
    open_page: Open,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(where, name, fail)
    page = open_page()
    assert told(page) == [FAULT]
    assert "keloid" not in caplog.text + markup(page)
    assert "ValueError" in caplog.text
    assert f"in {fail.__name__}" in caplog.text
    assert "ValueError" not in markup(page)
    caplog.clear()


def test_a_fault_at_a_step_leaves_the_way_out(
    patient: AppTest, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(patient_way, "_show_step", fail)
    assert told(press(patient, "next")) == [FAULT]
    assert [button.key for button in patient.button if button.key == "begin_anew"]
    monkeypatch.undo()
    assert told(patient.run()) == []
    caplog.clear()


def held(page: AppTest) -> str:
    """What the tab is given to hold."""
    found = (piece.proto for piece in page.get("bidi_component"))
    return " ".join(str(proto) for proto in found if proto.component_name in ("smp_tab_keeper", "smp_so_far"))


@pytest.mark.parametrize("way", ["clinic", "patient"])
def test_an_answer_given_where_the_page_fails_is_still_held_by_the_tab(
    way: str, open_page: Open, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The words send the person to load the page again: nothing may be lost by that."""
    monkeypatch.setenv("SMP_VIEW", way)
    page = open_page()
    assert "alopecia_cover" not in held(page)
    monkeypatch.setattr(plan_page, "fill_whys", fail)
    monkeypatch.setattr(patient_way, "_show_step", fail)
    page.session_state["goals"] = ["alopecia_cover"]
    assert told(page.run()) == [FAULT]
    assert "alopecia_cover" in held(page)
    caplog.clear()


def test_the_words_are_plain() -> None:
    assert reading_grade(FAULT) <= 6
