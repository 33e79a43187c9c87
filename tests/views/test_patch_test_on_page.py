"""The patch test stands with its day on the page: in short, and before the first visit among the visits."""

from __future__ import annotations

import re
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from tests.views.conftest import Open
from tests.views.shown import markup, open_tab, reasons, to_the_plan

BY = "on or before Sat 9 Jan 2027"


def planned(page: AppTest) -> AppTest:
    page.session_state["start"] = date(2027, 1, 11)
    return page.run()


@pytest.mark.parametrize("way", ["clinic", "patient"])
def test_it_has_a_dated_line_in_short_and_before_the_first_visit(
    open_page: Open, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    monkeypatch.setenv("SMP_VIEW", way)
    page = open_page()
    page = planned(page if way == "clinic" else to_the_plan(page))
    short = markup(open_tab(page, "In short"))
    row = short.partition('role="rowheader">Patch test</th>')[2].partition("</tr>")[0]
    assert "On or before 9 January 2027 " in row
    assert short.index(">Patch test<") < short.index(">First visit<")
    visits = markup(open_tab(page, "Visits"))
    assert f"Patch test: {BY}. " in visits
    assert visits.index("Patch test: ") < visits.index("Visit 1 of ")
    assert "Days for a patch test" in reasons(page)["sessions.patch_test_by"]


def test_a_test_whose_last_day_has_passed_is_told_so_wherever_it_stands(page: AppTest) -> None:
    """A first visit in a day or two leaves none for whoever had no test yet; who had one can come."""
    page.session_state["start"] = page.session_state["begun_on"]
    page.session_state["weekdays"] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    page.run()
    for part in ("In short", "Visits"):
        told = markup(open_tab(page, part))
        assert "has passed; if you had none by then, choose a later first day" in told, part
        assert "n or before" not in told, part


def test_while_a_doctor_has_to_answer_it_is_to_be_confirmed(page: AppTest) -> None:
    page.session_state["health_is_blood_thinner"] = True
    told = markup(open_tab(planned(page), "In short"))
    row = told.partition('role="rowheader">Patch test</th>')[2].partition("</tr>")[0]
    assert "(to be confirmed)" in row
    assert re.search(rf"Patch test: {BY} \(to be confirmed\)\.", markup(open_tab(page, "Visits")))
