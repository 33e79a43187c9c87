"""What is offered to take along, and what is said of it before anybody takes it."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from smp_planner.views.downloads import ALL_OPEN, PROVISIONAL, SOME_OPEN
from smp_planner.views.health_answers import SOME_UNSURE
from tests.reading_grade import reading_grade
from tests.views.conftest import Open
from tests.views.shown import markup, none_of_these, open_tab

CALENDAR = "Calendar file (ics)"


def offered(page: AppTest) -> list[str]:
    return [button.proto.label for button in page.get("download_button")]


def with_more(page: AppTest) -> AppTest:
    page.session_state["fold_more_files"] = True
    return open_tab(page, "Talk and files")


@pytest.fixture
def healthy(page: AppTest) -> AppTest:
    """The page of somebody whose health questions are answered."""
    none_of_these(page)
    page.number_input(key="age").set_value(40)
    page.pills(key="could_be_pregnant").set_value("no").run()
    return page


def test_a_consultant_sees_three_files_the_answers_and_a_fold_with_all_others(healthy: AppTest) -> None:
    assert offered(open_tab(healthy, "Talk and files")) == [
        "Plan on paper (PDF)",
        CALENDAR,
        "Spreadsheet (xlsx)",
        "Save my answers",
    ]
    assert offered(with_more(healthy))[3:] == [
        "Page for a browser (html)",
        "Plain text (txt)",
        "Table (csv)",
        "Whole record (json)",
        "Save my answers",
    ]


def test_both_ways_to_call_each_entry_are_seen_before_the_calendar_is_taken(healthy: AppTest) -> None:
    told = markup(open_tab(healthy, "Talk and files"))
    assert "Appointment 1" in told
    assert "SMP visit 1 of 3" in told
    assert "No direct sun" in told
    assert "SMP aftercare: no direct sun" in told
    assert "Check-up" in told


def test_titles_are_discreet_unless_full_ones_are_asked_for(healthy: AppTest) -> None:
    open_tab(healthy, "Talk and files")
    assert not healthy.toggle(key="full_titles").value


def test_the_page_warns_of_shared_calendars_and_says_how_to_replace_an_older_file(healthy: AppTest) -> None:
    told = markup(open_tab(healthy, "Talk and files"))
    assert "Others may see what you put in a work or shared calendar." in told
    assert "delete that calendar and take in the new file" in told


def test_the_calendar_waits_while_dates_are_provisional_and_says_why(page: AppTest) -> None:
    page.session_state["health_is_diabetes"] = True
    for box in page.checkbox:
        if "diabetes" in str(box.key):
            box.set_value(True)
    page.run()
    open_tab(page, "Talk and files")
    assert CALENDAR not in offered(page)
    assert any("The calendar file waits for that." in info.value for info in page.info)


def test_the_calendar_waits_for_the_health_questions_as_its_titles_do_and_says_so(page: AppTest) -> None:
    open_tab(page, "Talk and files")
    assert CALENDAR not in offered(page)
    assert [info.value for info in page.info] == [ALL_OPEN]


def test_one_open_health_answer_holds_the_calendar_back_too(healthy: AppTest) -> None:
    assert CALENDAR in offered(open_tab(healthy, "Talk and files"))
    assert not healthy.info
    unsure = next(box for box in healthy.checkbox if str(box.key).startswith(SOME_UNSURE))
    unsure.set_value(True).run()
    assert CALENDAR not in offered(healthy)
    assert [info.value for info in healthy.info] == [SOME_OPEN]


@pytest.mark.parametrize("told", [PROVISIONAL, ALL_OPEN, SOME_OPEN])
def test_why_the_calendar_waits_reads_easily(told: str) -> None:
    assert reading_grade(told) <= 8


def test_a_referral_can_be_taken_along_too(page: AppTest) -> None:
    for box in page.checkbox:
        if "keloid" in str(box.key):
            box.set_value(True)
    page.session_state["fold_more_files"] = True
    page.run()
    assert offered(page) == [
        "Paper (PDF)",
        "Spreadsheet (xlsx)",
        "Page for a browser (html)",
        "Plain text (txt)",
        "Table (csv)",
        "Whole record (json)",
        "Save my answers",
    ]


@pytest.mark.parametrize(("region", "size"), [("US", "letter"), ("UK", "a4")])
def test_paper_is_what_people_have_at_hand_and_can_be_chosen(
    region: str, size: str, open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SMP_REGION", region)
    page = open_tab(open_page(), "Talk and files")
    assert page.session_state["paper_size"] == size
    assert not page.toggle(key="large_print").value
