"""The dates of a plan whose health questions are open say beside them that an answer may move them."""

from __future__ import annotations

import re
from html import unescape

from streamlit.testing.v1 import AppTest

from smp_planner.views.overview import WAITS_FOR_HEALTH
from smp_planner.views.plan_page import HEALTH_MAY_MOVE
from tests.views.shown import markup, none_of_these, open_tab

ROWS = ("Patch test", "First visit", "Last visit", "Settled by")


def row(page: AppTest, name: str) -> str:
    found = re.search(rf"<th[^>]*>{name}</th><td[^>]*>(.*?)</td>", markup(page))
    assert found, name
    return unescape(found[1])


def answered(page: AppTest) -> AppTest:
    none_of_these(page)
    page.number_input(key="age").set_value(40)
    return page.pills(key="could_be_pregnant").set_value("no").run()


def test_each_date_says_so_until_health_is_answered(page: AppTest) -> None:
    assert HEALTH_MAY_MOVE in unescape(markup(page))
    assert all(WAITS_FOR_HEALTH in row(page, name) for name in ROWS)
    checked = answered(page)
    assert HEALTH_MAY_MOVE not in unescape(markup(checked))
    assert not any(WAITS_FOR_HEALTH in row(checked, name) for name in ROWS)


def test_each_visit_says_so_too(page: AppTest) -> None:
    words = "Your health answers may move it"
    visits = unescape(markup(open_tab(page, "Visits")))
    assert visits.count(words) == visits.count('class="when"') > 1
    assert words not in unescape(markup(answered(page)))
