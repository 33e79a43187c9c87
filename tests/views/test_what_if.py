"""What if: what changes stands in a row, as planned and then; where nothing does, that is said."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from smp_planner.views.plan_page import WHAT_IF
from tests.views.shown import markup, open_tab


def test_one_more_visit_is_told_in_rows_with_both_figures(page: AppTest) -> None:
    told = markup(open_tab(page, WHAT_IF))
    assert "<h3>What if you need one more session?</h3><table" in told
    for name in ("What", "As planned", "Then"):
        assert f'role="columnheader">{name}</th>' in told
    assert (
        'role="rowheader">Number of visits</th>'
        '<td role="cell" data-label="As planned">3</td><td role="cell" data-label="Then">4</td>'
    ) in told
    assert "How this was worked out:" in told


def test_a_case_that_changes_nothing_says_so_without_a_table(page: AppTest) -> None:
    page.pills(key="norwood").set_value("VII").run()
    told = markup(open_tab(page, WHAT_IF))
    assert '<h3>What if you lose more hair?</h3><div class="line">There is no later stage' in told


def test_more_loss_tells_what_surgery_would_need_and_have_left_as_planned_and_then(page: AppTest) -> None:
    page.pills(key="norwood").set_value("III").run()
    told = markup(open_tab(page, WHAT_IF))
    for what in ("Surgery, full plan", "Donor grafts left after FUT", "Donor grafts left after FUE"):
        assert f'role="rowheader">{what}</th>' in told
