"""Offers that a person got, on the page: typed as they were made, shown on one footing, none preferred."""

from __future__ import annotations

import re
from html import escape, unescape

import pytest
from streamlit.testing.v1 import AppTest

from smp_planner.rules.ruleset import RuleSet
from smp_planner.views import ask_offers, offers
from smp_planner.views.plan_page import OFFERS
from smp_planner.views.state import PATIENT
from smp_planner.views.tab_text import packed, unpacked
from tests.banned_words import promises, unwanted
from tests.reading_grade import reading_grade
from tests.views.conftest import Open
from tests.views.shown import PLAN_STEP, markup, none_of_these, open_tab, press

TABLE = re.compile(r'<table role="table" class="cards five"><caption>Your offers.*?</table>', re.DOTALL)
QUESTION = re.compile(r'<th scope="rowgroup"[^>]*>(.*?)</th>.*?<tr role="row">(.*?)</tr>', re.DOTALL)
CELL = re.compile(r'<td role="cell" data-label="([^"]*)">(.*?)</td>', re.DOTALL)
TAG = re.compile(r"<[^>]+>")
PICKS_ONE = ("winner", "cheapest", "cheaper", "dearest", "value for money", "recommended", "our pick", "save")


@pytest.fixture
def priced(open_page: Open) -> AppTest:
    """A page whose plan shows prices."""
    page = none_of_these(open_page())
    page.number_input(key="age").set_value(40)
    page.pills(key="could_be_pregnant").set_value("no").run()
    return page


def opened(page: AppTest) -> AppTest:
    page.session_state["fold_offers"] = True
    return open_tab(page, "Years and money")


def typed(page: AppTest, row: int, **fields: float) -> None:
    for name, value in fields.items():
        page.number_input(key=f"offer_{row}_{name}").set_value(value)
    page.run()
    assert not page.exception


def table(page: AppTest) -> dict[str, dict[str, str]]:
    """Each question of the table, and the answer under each name."""
    found = TABLE.search(markup(page))
    assert found
    return {
        unescape(question): {unescape(n): told(cell) for n, cell in CELL.findall(answers)}
        for question, answers in QUESTION.findall(found[0])
    }


def told(cell: str) -> str:
    return " ".join(unescape(TAG.sub(" ", cell)).removesuffix("why?").split())


def test_the_clinics_own_price_list_answers_the_same_questions_in_the_same_words(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SMP_CLINIC", "data/clinics/example-studio.yaml")
    page = none_of_these(open_page())
    page.number_input(key="age").set_value(40)
    page.pills(key="could_be_pregnant").set_value("no").run()
    typed(opened(page), 1, amount=800.0)
    own = {question: cells["Example studio's own price list"] for question, cells in table(page).items()}
    assert own["What is the deposit?"] == "$250. Given back up to 14 days before the first visit."
    assert own["Is tax in it?"] == "Not said."
    assert "In the totals over the years" not in own["What is in the price?"]
    assert "touch-up" in own["What is in the price?"]
    assert "Is all tax in the price?" in own["What to ask, as it is left out or not said"]
    assert "Is a patch test in the price?" not in own["What to ask, as it is left out or not said"]


def test_a_tax_that_the_clinic_states_is_told_in_a_few_words(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SMP_CLINIC", "data/clinics/example-clinic.yaml")
    page = none_of_these(open_page())
    page.number_input(key="age").set_value(40)
    page.pills(key="could_be_pregnant").set_value("no").run()
    typed(opened(page), 1, amount=800.0)
    assert table(page)["Is tax in it?"]["Example clinic's own price list"] == "Yes, VAT of 20 per cent."


def test_two_offers_are_typed_and_read_side_by_side(priced: AppTest) -> None:
    page = opened(priced)
    page.text_input(key="offer_1_name").set_value("Ink <b>& Co</b>")
    typed(page, 1, amount=800.0)
    press(page, "offer_add")
    page.pills(key="offer_2_priced_smp").set_value("package").run()
    page.pills(key="offer_2_tax").set_value("on_top").run()
    page.pills(key="offer_2_holds_smp").set_value(["free_touch_ups", "numbing"]).run()
    typed(page, 2, amount=2700.0, visits=3, hours=9.0, tax_percent=8.0, free_count=2, deposit=200.0)
    shown = table(page)
    names = ["Ink <b>& Co</b>", "Offer B", offers.OWN]
    assert all(list(cells) == names for cells in shown.values())
    assert escape("Ink <b>& Co</b>") in markup(page)
    total = shown["What does it all cost, with tax?"]
    assert total[names[0]].startswith("$2,400 ($2,400 to $3,200) Tax may come on top.")
    assert total["Offer B"] == "$2,916"
    assert total[offers.OWN].startswith("$2,960 ($1,960 to $4,470)")
    assert shown["What is that for each visit?"]["Offer B"] == "$972"
    assert shown["What is that for each hour in the chair?"]["Offer B"] == "$324"
    assert "dots." in shown["What is that for 1,000 dots?"]["Offer B"]
    assert shown["Is tax in it?"] == {
        names[0]: "Not said.", "Offer B": "On top: 8 per cent. It is counted here.",
        offers.OWN: "Tax may come on top.",
    }  # fmt: skip
    assert shown["What is the deposit?"]["Offer B"] == "$200"
    assert shown["What is in the price?"]["Offer B"] == "Free touch-ups Numbing"
    asked = shown["What to ask, as it is left out or not said"]
    assert "Is all tax in the price?" in asked[names[0]]
    assert "Is all tax in the price?" not in asked["Offer B"]
    assert "Until when are touch-ups free?" in asked["Offer B"]
    assert "What is that for each graft?" not in shown


def test_an_offer_that_has_no_price_yet_is_named_beside_the_table(priced: AppTest) -> None:
    page = opened(priced)
    typed(page, 1, amount=800.0)
    assert "Not here yet" not in markup(page)
    press(page, "offer_add")
    page.text_input(key="offer_2_name").set_value("Studio Two").run()
    assert "Not here yet, as a price is missing or a field holds 0: Studio Two." in markup(page)
    typed(page, 2, amount=900.0)
    assert "Not here yet" not in markup(page)


def test_a_tax_in_thousandths_of_a_per_cent_is_kept_and_told(priced: AppTest) -> None:
    """Three visits of 899.95 and 8.875 per cent: 2,939.46, where 8.88 would make 2,939.60."""
    page = opened(priced)
    page.pills(key="offer_1_tax").set_value("on_top").run()
    typed(page, 1, amount=899.95, visits=3, tax_percent=8.875)
    shown = table(page)
    assert shown["What does it all cost, with tax?"]["Offer A"] == "$2,939.46"
    assert shown["Is tax in it?"]["Offer A"] == "On top: 8.875 per cent. It is counted here."


def test_surgery_is_typed_by_graft_and_shown_without_a_price_per_dot(priced: AppTest) -> None:
    page = opened(priced)
    page.pills(key="offer_1_sold").set_value("fue").run()
    assert "offer_1_visits" not in {field.key for field in page.number_input}
    typed(page, 1, amount=4.5, grafts=2000)
    shown = table(page)
    assert shown["What is that for each graft?"]["Offer A"] == "$4.50 Tax may come on top."
    assert shown["What does it all cost, with tax?"]["Offer A"].startswith("$9,000")
    assert shown["What is that for 1,000 dots?"]["Offer A"].startswith("Not known.")


def test_nothing_in_the_table_is_ordered_coloured_or_praised(priced: AppTest) -> None:
    page = opened(priced)
    typed(page, 1, amount=5000.0)
    press(page, "offer_add")
    typed(page, 2, amount=10.0)
    found = TABLE.search(markup(page))
    assert found
    assert [name for name, _cell in CELL.findall(found[0])][:2] == ["Offer A", "Offer B"]
    assert set(re.findall(r'class="([^"]*)"', found[0])) <= {"cards five", "on-phone", "quiet", "line quiet"}
    assert not re.search(r"style=|<img|<svg|✓|★|🏆", found[0])
    text = TAG.sub(" ", found[0]).lower()
    assert not [word for word in PICKS_ONE if word in text]
    assert promises(text) == []


def test_a_nought_is_told_at_its_field_and_every_other_answer_stays(priced: AppTest) -> None:
    page = opened(priced)
    typed(page, 1, amount=800.0, hours=9.0)
    typed(page, 1, visits=0)
    assert "Should be over 0; found 0." in markup(page)
    assert not TABLE.search(markup(page))
    assert page.number_input(key="offer_1_hours").value == 9
    typed(page, 1, visits=3)
    assert "Should be over 0" not in markup(page)
    assert table(page)["What does it all cost, with tax?"]["Offer A"].startswith("$2,400 ")


def test_without_a_price_the_page_says_what_is_missing(priced: AppTest) -> None:
    assert offers.NONE_YET in markup(opened(priced))


def test_there_are_no_more_than_three_and_each_can_be_taken_out(priced: AppTest) -> None:
    page = opened(priced)
    typed(page, 1, amount=1.0)
    for row in (2, 3):
        press(page, "offer_add")
        typed(page, row, amount=float(row))
    assert page.button(key="offer_add").disabled
    assert page.button(key="offer_2_drop").label == "Remove offer B"
    press(page, "offer_2_drop")
    assert list(table(page)["What is that for each visit?"].values())[:2] == [
        "$1 Tax may come on top.", "$3 Tax may come on top."
    ]  # fmt: skip


def test_no_offer_is_compared_before_the_health_questions(page: AppTest) -> None:
    opened(page)
    assert OFFERS not in [fold.label for fold in page.expander]
    assert "offer_1_amount" not in {field.key for field in page.number_input}


@pytest.mark.parametrize("way", ["clinic", PATIENT])
def test_both_ways_have_it_folded_away(priced: AppTest, way: str) -> None:
    priced.session_state["way"] = way
    priced.session_state["step"] = PLAN_STEP
    open_tab(priced, "Years and money")
    assert OFFERS in [fold.label for fold in priced.expander]
    assert "offer_1_amount" not in {field.key for field in priced.number_input}


def test_what_was_typed_stays_in_the_tab_and_in_no_other_place(priced: AppTest, rules: RuleSet) -> None:
    page = opened(priced)
    page.text_input(key="offer_1_name").set_value("Zebra Ink")
    typed(page, 1, amount=812.0)
    page.session_state["fold_offers"] = False
    open_tab(page, "Visits")
    assert "Zebra Ink" not in repr(page.session_state["kept_plan"].plan.whole)
    assert not page.query_params
    held = unpacked(packed(page.session_state.to_dict(), rules), rules).answers
    assert (held["offer_1_name"], held["offer_1_amount"]) == ("Zebra Ink", 812.0)
    assert table(opened(page))["What is that for each visit?"]["Zebra Ink"].startswith("$812")


def test_an_offer_moves_no_figure_of_the_plan(priced: AppTest) -> None:
    page = opened(priced)
    before = page.session_state["kept_plan"].plan
    typed(page, 1, amount=812.0)
    assert page.session_state["kept_plan"].plan is before


def test_the_words_are_plain_and_prefer_nothing(rules: RuleSet) -> None:
    own = [offers.HOW, offers.STAYS, offers.AS_TYPED, offers.NONE_YET]
    own += [*offers.ROWS.values(), *offers.TAX.values()]
    asked = [*(rule.ask for rule in rules.offers.unsaid.values()), *rules.offers.words.values()]
    held = [text for rule in rules.offers.holds.values() for text in (rule.name, rule.ask)]
    fields = [*ask_offers.HOW_PRICED.values(), *ask_offers.AMOUNT.values(), *ask_offers.TAX.values()]
    for text in (*own, *asked, *held, *fields):
        assert unwanted(text) == [], text
    assert reading_grade(" ".join(own)) <= 8
    assert reading_grade(" ".join((*asked, *(rule.ask for rule in rules.offers.holds.values())))) <= 8
