"""The months on the page: a table for each, a day's words, and what is folded says what it holds."""

from __future__ import annotations

import re
from datetime import timedelta

from streamlit.testing.v1 import AppTest

from tests.views.shown import markup, open_folds, open_tab


def sheets(page: AppTest) -> list[str]:
    return re.findall(r'<table class="month">.*?</table>', markup(open_tab(page, "Aftercare")), re.DOTALL)


def test_each_month_is_a_table_with_a_caption_and_a_header_for_each_weekday(page: AppTest) -> None:
    made = sheets(page)
    assert len(made) >= 2
    for sheet in made:
        assert re.search(r"<caption>[A-Z][a-z]+ \d{4}</caption>", sheet)
        assert re.findall(r'<th scope="col">(\w+)</th>', sheet) == [
            "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun",
        ]  # fmt: skip


def test_the_first_visit_is_the_day_that_is_chosen_and_its_name_says_what_it_bears(page: AppTest) -> None:
    chosen = [label for sheet in sheets(page) for label in re.findall(r'aria-label="([^"]+)" checked', sheet)]
    assert len(chosen) == 1
    assert re.fullmatch(r"\d+ \w+: Visit 1, Keep dry, No gym, No swim, No sun", chosen[0])


def test_a_day_is_told_in_words(page: AppTest) -> None:
    told = re.findall(r'<div class="day\d">(.*?)</div>', "".join(sheets(page)), re.DOTALL)
    visit = next(words for words in told if "Visit 1 of 3" in words)
    assert "<b>Limits:</b> keep dry, don&#x27;t touch, no cream or oil" in visit
    assert "<b>Before a visit:</b> for visit 1: no alcohol" in visit


def test_an_event_stands_on_its_days_and_beyond_the_months_it_is_told_in_a_line(page: AppTest) -> None:
    page.button(key="event_add").click().run()
    page.text_input(key="event_1_name").set_value("<i>Fair</i>")
    page.date_input(key="event_1_from").set_value(page.session_state["start"] + timedelta(30)).run()
    assert "&lt;i&gt;Fair&lt;/i&gt;</span>" in "".join(sheets(page))
    page.date_input(key="event_1_from").set_value(page.session_state["start"] + timedelta(500)).run()
    assert "Fair" not in "".join(sheets(page))
    assert "Beyond these months: &lt;i&gt;Fair&lt;/i&gt;, " in markup(page)


def test_a_long_course_folds_its_later_months_and_says_what_each_holds(page: AppTest) -> None:
    page.pills(key="norwood").set_value("VII")
    page.slider(key="density").set_value(195).run()
    folded = re.findall(
        r'<details class="month-folded"><summary>(.*?)</summary>', markup(open_tab(page, "Aftercare"))
    )
    assert folded
    assert all(re.match(r"<b>[A-Z][a-z]+ \d{4}</b>: \w", summary) for summary in folded)
    assert any("Visit" in summary and "No sun (" in summary for summary in folded)
    assert len(sheets(page)) > 3


def test_the_same_stands_below_in_lines_of_words(page: AppTest) -> None:
    open_tab(page, "Aftercare")
    (label,) = [e.label for e in page.expander if e.label.startswith("The same in words")]
    lines = re.findall(r'<th scope="row" role="rowheader">\w{3} \d', markup(open_folds(page)))
    assert label == f"The same in words, to print or pin up: {len(lines)} lines"
