"""Chair time on the clinic's page: told in tables, and a start that is chosen there is the visit's time."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from smp_planner.rules.load import DATA
from smp_planner.views.chair_time import TITLE
from tests.views.conftest import Open
from tests.views.shown import markup, open_tab, reasons

UK = DATA / "clinics" / "example-clinic.yaml"


def opened(open_page: Open, monkeypatch: pytest.MonkeyPatch, clinic: Path, start: date) -> AppTest:
    """The page of a clinic with its fold of chair time open, for a course that starts on a day."""
    monkeypatch.setenv("SMP_CLINIC", str(clinic))
    page = open_page()
    page.date_input(key="start").set_value(start).run()
    return open_tab(page, TITLE)


def test_weekdays_starts_and_chair_hours_are_told(open_page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    told = markup(opened(open_page, monkeypatch, UK, date(2027, 1, 11)))
    assert (
        "Tuesday finishes soonest: planned to be settled by Tue, 23 Mar 2027, with gaps of 14 and 28 days."
        in told
    )
    assert "good gaps" not in told
    assert "less time to heal" not in told, "each weekday keeps the gaps that are planned"
    assert "no weekday can be settled sooner than Tuesday: Tue, 2 Mar 2027." in told
    assert "On any of the days that the person offers: Tue, 2 Mar 2027." in told
    assert "The shortest ones are a limit, not advice." in told
    assert ">Soonest with the shortest gaps allowed</th>" in told
    assert "All times are on the clinic's clock (Europe/London)." in told.replace("&#x27;", "'")
    assert ">1, on Tue, 12 Jan 2027</th>" in told
    assert "09:00 to 14:00, every 30 minutes." in told
    assert "79 hours (chairs: 2)" in told
    assert "Other days for visit 1, if the others move too" in told
    assert "09:00 to 09:30; 14:00, every 30 minutes." in told, "Fridays, with a break at noon"


def test_a_start_that_is_chosen_is_the_time_of_the_visit(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened(open_page, monkeypatch, UK, date(2027, 1, 11))
    page.selectbox(key="unkept_start_2").set_value(time(10)).run()
    assert "At 10:00, time of London" in markup(page)
    assert page.session_state["visit_2_time"] == time(10)
    assert page.session_state["visit_1_time"] is None
    page.selectbox(key="unkept_start_2").set_value("-").run()
    assert "time of London" not in markup(page)


def test_a_time_that_all_visits_share_stays_with_the_others(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened(open_page, monkeypatch, UK, date(2027, 1, 11))
    page.session_state["visit_time"], page.session_state["timezone"] = time(9), "Europe/London"
    page.run()
    assert page.selectbox(key="unkept_start_1").value == time(9)
    page.selectbox(key="unkept_start_3").set_value(time(11)).run()
    assert [page.session_state[f"visit_{visit}_time"] for visit in (1, 2, 3)] == [time(9), time(9), time(11)]


def test_what_a_weekday_lacks_is_told_beside_it(
    open_page: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clinic = tmp_path / "clinic.yaml"
    hours = '{sun: ["00:00-06:00"], mon: ["09:00-10:00"]}'
    clinic.write_text(f'name: "<b>Night</b>"\nopening: {hours}\ntimezone: Europe/London\n')
    page = opened(open_page, monkeypatch, clinic, date(2027, 3, 28))
    page.pills(key="weekdays").set_value(["sun"]).run()
    told = markup(page)
    assert "The person did not offer this day. Not open long enough for each visit." in told
    assert "00:00 to 00:30; 02:00 to 02:30, every 30 minutes. The clocks change on this day." in told
    assert "<b>Night</b>" not in told


def test_without_hours_the_page_says_what_to_add_and_still_compares_weekdays(page: AppTest) -> None:
    told = markup(open_tab(page, TITLE))
    assert "add the opening hours of each weekday to the clinic" in told
    assert "opening.tue" not in told
    assert "finishes soonest: planned to be settled by" in told
    assert "When each visit can start" not in told
    assert "chairs:" not in told


def test_every_row_of_chair_time_has_a_why_with_the_clinics_hours_and_who_set_them(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened(open_page, monkeypatch, UK, date(2027, 1, 11))
    told = markup(page)
    for caption in (
        "The same visits, all on one weekday",
        "Starts on the planned days",
        "Other days for visit 1, if the others move too",
        "Weeks with a visit",
    ):
        table = told.partition(f"<caption>{caption}</caption>")[2].partition("</table>")[0]
        rows = table.partition("<tbody")[2].split("<tr")[1:]
        assert rows, caption
        assert [row for row in rows if "<details data-key=" not in row] == [], caption
    behind = reasons(page)
    week = next(why for key, why in behind.items() if key.startswith("sessions.chair_time.weeks."))
    assert "Chairs: 2. Set by Example clinic. A clinic may set 1 to 100." in week
    assert "Open on Tuesday: 09:00 to 17:30. Set by Example clinic." in week
    assert "example-clinic.yaml:23" in week
    assert "Longest visit" in week


def test_a_patient_alone_sees_no_chair_time(patient: AppTest) -> None:
    assert "fold_chair_time" not in patient.session_state


def test_a_sooner_finish_by_a_short_gap_is_told_as_one_beside_the_gaps_of_the_rules(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A wedding on 24 March: Thursday is in time with 7 days to heal after visit 1, where 14 are planned."""
    page = opened(open_page, monkeypatch, UK, date(2027, 1, 9))
    page.session_state["fold_events"] = True
    page.session_state["event_rows"] = [1]
    page.run()
    page.button(key="event_add").click().run()
    page.date_input(key="event_1_from").set_value(date(2027, 3, 24)).run()
    told = markup(page)
    assert (
        "Thursday finishes soonest: planned to be settled by Thu, 18 Mar 2027, with gaps of 7 and 28" in told
    )
    assert "Thursday leaves less time to heal between visits than we plan." in told
    assert "no gap shorter than planned, Saturday finishes soonest: Sat, 20 Mar 2027, with gaps of 14" in told
    assert "The gaps differ from weekday to weekday" in told
    assert (
        "Visit 2 is 7 days after visit 1: the least healing gap that the rules allow. We plan 14; 7 to"
        in told
    )
    assert "good gaps" not in told
