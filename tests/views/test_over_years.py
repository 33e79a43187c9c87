"""Hair and money over the years: how far ahead is chosen once, and moves the tables and the pictures."""

from __future__ import annotations

import re

import pytest
from streamlit.testing.v1 import AppTest

from smp_planner.domain.comparison import CurvePoint
from smp_planner.domain.words import between, number
from smp_planner.views.over_years import HORIZONS
from tests.views.conftest import Open
from tests.views.shown import markup, none_of_these, open_folds, open_tab

AXIS_ENDS = re.compile(r'text-anchor="middle"[^>]*>(\d+)</text>')


@pytest.fixture
def page(open_page: Open) -> AppTest:
    """The options of somebody who has answered the health questions, so that there is money to show."""
    page = none_of_these(open_page())
    page.number_input(key="age").set_value(40)
    page.pills(key="could_be_pregnant").set_value("no").run()
    return open_tab(page, "All options")


def at(curve: tuple[CurvePoint, ...], year: int) -> str:
    [point] = [point for point in curve if point.year == year]
    assert point.low is not None and point.typical is not None and point.high is not None  # noqa: PT018
    return f"{number(point.typical)} ({between(point.low, point.high)})"


@pytest.mark.parametrize("years", HORIZONS)
def test_the_choice_moves_the_table_and_every_picture(page: AppTest, years: int) -> None:
    page.radio(key="horizon").set_value(years).run()
    shown = markup(open_folds(page))
    curves = page.session_state["kept_plan"].plan.whole.comparison.curves
    told = "1 year" if years == 1 else f"{years} years"
    assert f"<caption>After {told}</caption>" in shown
    for kind in (curves.hair, curves.cost):
        for curve in kind.values():
            if curve and curve[0].low is not None:
                assert f">{at(curve, years)}</td>" in shown
    pictures = [piece.value for piece in page.markdown if "years</text>" in piece.value]
    assert len(pictures) == 2
    for picture in pictures:
        assert AXIS_ENDS.findall(picture)[-1] == str(years)
    later = [year for year in HORIZONS if year > years]
    for year in later:
        assert f">{year} years</th>" not in shown


def test_ten_years_are_shown_first(page: AppTest) -> None:
    assert page.radio(key="horizon").value == HORIZONS[-1]
    assert "Own hair over 10 years" in markup(page)
