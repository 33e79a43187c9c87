"""Can I swim on 12 March? The page answers for the activity and the day that are chosen."""

from __future__ import annotations

import re
from datetime import timedelta

from streamlit.testing.v1 import AppTest

from tests.views.shown import markup, open_tab


def test_the_page_answers_for_the_activity_and_the_day_that_are_chosen(page: AppTest) -> None:
    open_tab(page, "Aftercare")
    first = page.date_input(key="can_i_on").value
    assert "Not on" in markup(page)
    page.date_input(key="can_i_on").set_value(first + timedelta(6)).run()
    page.pills(key="can_i").set_value("foil_shaver").run()
    assert "No rule of this plan speaks against it" in markup(page)
    page.pills(key="can_i").set_value("razor").run()
    assert "No rule of this plan speaks against it" not in markup(page)
    assert "Not on" in markup(page)


def test_without_a_day_nothing_is_answered(page: AppTest) -> None:
    open_tab(page, "Aftercare")
    page.date_input(key="can_i_on").set_value(None).run()
    assert not page.exception
    assert "What holds on" not in markup(page)


def test_the_answer_is_announced_and_its_reason_is_not_read_along(page: AppTest) -> None:
    open_tab(page, "Aftercare")
    [told] = re.findall(r'<span role="status">(.*?)</span>', markup(page))
    assert told.startswith("Not on")
    assert "why?" not in told
