"""How far ahead is chosen once, at the comparison, and moves rows, tables and pictures together."""

from __future__ import annotations

import re

import pytest
from streamlit.testing.v1 import AppTest

from smp_planner.domain.comparison import CurvePoint
from smp_planner.domain.words import between, number
from smp_planner.exports.over_years import YEARS
from smp_planner.views.state import CLINIC, PATIENT
from tests.views.conftest import Open
from tests.views.shown import PLAN_STEP, markup, none_of_these, open_folds, open_tab

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
    if point.low == point.typical == point.high == 0:
        return "0"  # a sure nothing has no range
    return f"{number(point.typical)} ({between(point.low, point.high)})"


@pytest.mark.parametrize("years", YEARS)
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
    later = [year for year in YEARS if year > years]
    for year in later:
        assert f">{year} years</th>" not in shown


def test_ten_years_are_shown_first(page: AppTest) -> None:
    assert page.radio(key="horizon").value == YEARS[-1]
    assert "Own hair over 10 years" in markup(page)


def test_hair_of_surgery_is_told_without_the_moved_hair_in_picture_and_tables(page: AppTest) -> None:
    shown = markup(open_folds(page))
    nothing, fut = (
        page.session_state["kept_plan"].plan.whole.comparison.curves.hair[id_] for id_ in ("nothing", "fut")
    )
    assert at(nothing, 10) == at(fut, 10)
    assert f">{at(fut, 10)}, without the moved hair <details" in shown
    assert "Strip surgery (FUT), without the moved hair <" in shown
    [hair] = [piece.value for piece in page.markdown if "Own hair over 10 years: " in piece.value]
    assert hair.count("without the moved hair") >= 2


MONEY = {1: "after one year?", 5: "after five years?", 10: "after ten years?"}


@pytest.mark.parametrize("years", YEARS)
def test_the_big_table_shows_the_questions_of_those_years_and_keeps_the_others_a_tap_away(
    page: AppTest, years: int
) -> None:
    page.radio(key="horizon").set_value(years).run()
    shown = markup(open_folds(page))
    table, away = shown.split("<caption>What does it cost?</caption>")[1].split("</table>", 1)
    away = away.split("</table>", 1)[0]
    assert "Of other years" in away
    for other, asked in MONEY.items():
        question = f"What will I have paid {asked}</th>"
        assert (question in table) == (other == years)
        assert (question in away) == (other != years)
    assert "What do I pay first?</th>" in table


def test_a_question_of_those_years_stays_the_one_that_a_phone_shows(page: AppTest) -> None:
    open_folds(page)
    [choice] = [one for one in page.radio if "What do I pay first?" in one.options]
    choice.set_value("cost_10y").run()
    page.radio(key="horizon").set_value(1).run()
    assert page.radio(key=choice.key).value == "cost_1y"
    assert not page.exception


@pytest.mark.parametrize("way", [CLINIC, PATIENT])
def test_both_ways_in_choose_it_before_the_comparison(page: AppTest, way: str) -> None:
    page.session_state["way"], page.session_state["step"] = way, PLAN_STEP
    page.run()
    keys = [choice.key for choice in page.main.radio]
    assert keys.index("horizon") < keys.index("one_of_about") < keys.index("one_of_0")
