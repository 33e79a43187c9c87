"""What matters to the person: picked, typed and weighed on the page, with all options alike under it."""

from __future__ import annotations

import re
from html import escape, unescape

import pytest
from streamlit.testing.v1 import AppTest

from smp_planner.domain.intake import LONGEST_CONCERN, OwnConcern
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.exports.matters_lines import NO_SCORE
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views.plan_page import MATTERS
from smp_planner.views.state import PATIENT
from smp_planner.views.tab_text import packed, unpacked
from smp_planner.views.to_intake import intake_of
from smp_planner.views.what_matters import HOW
from tests.banned_words import promises
from tests.reading_grade import reading_grade
from tests.views.shown import PLAN_STEP, markup, open_tab

TABLE = re.compile(r'<table role="table" class="cards five"><caption>([^<]*)</caption>.*?</table>', re.DOTALL)
CELL = re.compile(r'<td role="cell" data-label="([^"]*)">([^<]*)')


def plan_on(page: AppTest) -> TreatmentPlan:
    return page.session_state["kept_plan"].plan.whole


def pick(page: AppTest, *ids: str) -> AppTest:
    open_tab(page, MATTERS).pills(key="matters").set_value(list(ids)).run()
    assert not page.exception
    return page


def tables(page: AppTest) -> dict[str, str]:
    """The tables of the page by their captions, in order."""
    return {unescape(found[1]): found[0] for found in TABLE.finditer(markup(page))}


def test_it_stands_before_the_comparison_and_is_folded_away(page: AppTest) -> None:
    open_tab(page, "All options")
    assert MATTERS in [fold.label for fold in page.expander]
    assert not page.session_state["fold_matters"]
    pick(page, "scars")
    assert list(tables(page))[:2] == ["Scars", "The five options"]


@pytest.mark.parametrize("way", ["clinic", PATIENT])
def test_both_ways_have_it(way: str, page: AppTest) -> None:
    page.session_state["way"] = way
    page.session_state["step"] = PLAN_STEP
    pick(page, "scars")
    assert "Scars" in tables(page)


@pytest.mark.ipdas("Q9")
def test_every_concern_shows_all_options_alike_in_the_words_of_the_comparison(
    page: AppTest, rules: RuleSet
) -> None:
    pick(page, *rules.matters.concerns)
    plan, shown = plan_on(page), tables(page)
    names = {option.id: option.name for option in plan.comparison.options}
    for concern in plan.matters:
        cells = [(unescape(name), unescape(said).strip()) for name, said in CELL.findall(shown[concern.name])]
        assert [name for name, _ in cells] == [*names.values()] * len(concern.questions)
        told = [say for question in concern.questions for say in question.options.values()]
        assert [said for _, said in cells] == told
        assert shown[concern.name].count('class="on-phone"') == len(concern.questions)
        for question in concern.questions:
            assert f">{escape(question.question)}</th>" in shown[concern.name]


def test_the_heaviest_concern_comes_first_and_a_weight_can_be_taken_back(page: AppTest) -> None:
    pick(page, "scars", "privacy")
    page.pills(key="matters_privacy").set_value("most_of_all").run()
    assert [concern.id for concern in plan_on(page).matters] == ["privacy", "scars"]
    assert list(tables(page))[:2] == ["What other people see", "Scars"]
    page.pills(key="matters_privacy").set_value(None).run()
    assert [concern.id for concern in plan_on(page).matters] == ["scars", "privacy"]


def test_no_weight_is_chosen_for_anybody(page: AppTest) -> None:
    pick(page, "scars")
    assert page.pills(key="matters_scars").value is None
    assert "You did not say how much this matters." in markup(page)


def test_it_is_said_once_that_nothing_is_added_up(page: AppTest) -> None:
    assert NO_SCORE not in markup(open_tab(page, MATTERS))
    assert markup(pick(page, "scars", "pain")).count(NO_SCORE) == 1


def test_a_concern_of_ones_own_is_shown_as_typed_and_told_to_ask_about(page: AppTest, rules: RuleSet) -> None:
    line = open_tab(page, MATTERS).text_input(key="own_concern_1")
    assert line.max_chars == LONGEST_CONCERN
    line.set_value("<b>My</b> *wife*").run()
    shown = markup(page)
    assert "<h3>&lt;b&gt;My&lt;/b&gt; *wife*</h3>" in shown
    assert "<b>My" not in shown
    assert escape(rules.matters.own.say) in shown
    assert not any("wife" in pills.label for pills in page.pills)


def test_one_more_line_is_there_while_there_is_room(page: AppTest, rules: RuleSet) -> None:
    most = int(rules.intake.accepted.own_concerns.limits[1])
    open_tab(page, MATTERS)
    for number in range(1, most + 1):
        assert len(page.text_input) == number
        page.text_input(key=f"own_concern_{number}").set_value(f"thing {number}").run()
    assert len(page.text_input) == most
    page.text_input(key="own_concern_2").set_value(" ").run()
    assert [own.name for own in plan_on(page).intake.own_matters] == ["thing 1", "thing 3", "thing 4"]


@pytest.mark.ipdas("Q9")
def test_what_matters_changes_no_other_part_of_the_plan(page: AppTest) -> None:
    open_tab(page, "All options")
    before = plan_on(page)
    after = plan_on(pick(page, "scars", "cost_now"))
    for part in (
        "area",
        "sessions",
        "aftercare",
        "cost",
        "comparison",
        "risks",
        "what_if",
        "talk",
        "sources",
    ):
        assert getattr(after, part) == getattr(before, part), part


def test_it_stays_when_another_tab_is_opened_and_lives_in_the_browsers_tab(
    page: AppTest, rules: RuleSet
) -> None:
    pick(page, "scars").pills(key="matters_scars").set_value("a_lot").run()
    page.text_input(key="own_concern_1").set_value("My wife").run()
    page.pills(key="own_concern_1_weight").set_value("a_little").run()
    open_tab(page, "Visits")
    open_tab(page, "Visits")
    held = unpacked(packed(page.session_state.to_dict(), rules), rules).answers
    intake = intake_of(held, rules)
    assert intake.matters == {"scars": 3}
    assert intake.own_matters == (OwnConcern(name="My wife", weight=1),)
    assert open_tab(page, MATTERS).pills(key="matters_scars").value == "a_lot"


def test_the_words_around_are_plain_and_promise_nothing() -> None:
    assert reading_grade(HOW) <= 8
    assert promises(HOW) == []


def test_a_referral_has_it_too_as_its_options_are_the_same(page: AppTest) -> None:
    page.session_state["health_is_keloid"] = True
    page.session_state["fold_matters"] = True
    assert "Not for now" in markup(page.run())
    page.pills(key="matters").set_value(["scars"]).run()
    assert not page.exception
    assert list(tables(page))[:2] == ["Scars", "The five options"]
