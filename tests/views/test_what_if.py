"""What if: what changes stands in a row, as planned and then; where nothing does, that is said."""

from __future__ import annotations

import re

from streamlit.testing.v1 import AppTest

from smp_planner.views.plan_page import WHAT_IF
from tests.views.shown import markup, none_of_these, open_tab, reasons


def test_one_more_visit_is_told_in_rows_with_both_figures(page: AppTest) -> None:
    told = markup(open_tab(page, WHAT_IF))
    assert '<h3 id="one-more-visit">What if you need one more visit?</h3><table' in told
    for name in ("What", "As planned", "Then"):
        assert f'role="columnheader">{name}</th>' in told
    row = told.partition('role="rowheader">Number of visits</th>')[2].partition("</tr>")[0]
    assert '<td role="cell" data-label="As planned">3 <details data-key="sessions.count">' in row
    assert '<td role="cell" data-label="Then">4 <details data-key="what_if.one_more_session.visits">' in row


def test_each_row_has_a_why_of_its_own_as_planned_and_then(page: AppTest) -> None:
    page.pills(key="norwood").set_value("III").run()
    told = markup(open_tab(page, WHAT_IF))
    then = re.findall(r'data-label="Then">(.*?)</td>', told)
    assert len(then) > 8
    assert not [cell for cell in then if not re.search(r'data-key="what_if\.\w+\.\w+"', cell)]
    rows = re.findall(r'data-label="As planned">(.*?)</td>.*?data-label="Then">.*?data-key="([^"]+)"', told)
    of_surgery = [cell for cell, then in rows if "grafts" in then or "donor_left" in then]
    assert len(of_surgery) == 3
    assert all('data-key="comparison.rows.' in cell for cell in of_surgery)  # a why stood under "Then" alone
    for case in ("one_more_session", "fades_fast", "loss_moves_on"):
        assert told.count(f'data-key="what_if.{case}"') == 1
    why = reasons(page)
    assert "coverage.norwood.IV" in why["what_if.loss_moves_on.hours"]
    assert "grafts" in why["what_if.loss_moves_on.grafts"]


def test_the_page_says_that_the_price_does_not_go_by_visit_beside_it_and_where_visits_are_added(
    page: AppTest,
) -> None:
    none_of_these(page)
    page.number_input(key="age").set_value(38)
    page.pills(key="could_be_pregnant").set_value("no").run()
    told = markup(open_tab(page, WHAT_IF))
    _, _, below = told.partition('<h3 id="one-more-visit">What if you need one more visit?</h3>')
    moves = "The price goes by the size of the area, not by visit."
    assert moves in below.partition("<h3>What if the look fades fast?</h3>")[0]
    assert below.count(moves) == 2
    assert moves in reasons(page)["what_if.loss_moves_on.course"]


def test_a_case_that_changes_nothing_says_so_without_a_table(page: AppTest) -> None:
    page.pills(key="norwood").set_value("VII").run()
    told = markup(open_tab(page, WHAT_IF))
    assert '<h3>What if you lose more hair?</h3><div class="line">There is no later stage' in told


def test_more_loss_tells_what_surgery_would_need_and_have_left_as_planned_and_then(page: AppTest) -> None:
    page.pills(key="norwood").set_value("III").run()
    told = markup(open_tab(page, WHAT_IF))
    for what in ("Surgery, full plan", "Donor grafts left after FUT", "Donor grafts left after FUE"):
        assert f'role="rowheader">{what}</th>' in told
