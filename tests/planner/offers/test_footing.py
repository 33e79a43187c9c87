"""Offers come onto one footing: the same figures of each, from the offer, this plan and the rules alone."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import indent
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smp_planner.domain.offers import FREE_TOUCH_UPS, Offer, OfferFigure, OneFooting, Priced, RowId, TaxSaid
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.domain.quantities import Estimate, Number
from smp_planner.planner.offers.footing import ROWS, on_one_footing
from smp_planner.rules.load import load_rules
from smp_planner.rules.ruleset import RuleSet
from tests.own_clinic import CHECKS, own_clinic
from tests.packaged_rules import packaged_rules
from tests.people import adult, plan_of


@cache
def plan() -> TreatmentPlan:
    """3 visits (3 to 4), some hours and dots, a check every 18 months (12 to 24)."""
    made = plan_of(adult(), packaged_rules())
    checks = replace(made.touch_ups, interval_months=Estimate(12, 18, 24, "months"))
    return replace(made, touch_ups=checks)


def offer(amount: Number = 900, priced: Priced = "visit", **said: Any) -> Offer:
    return Offer(**{"name": "A", "sold": "smp", "priced": priced, "amount": amount, "tax": "in", **said})


def footing(*offers: Offer, of: TreatmentPlan | None = None) -> OneFooting:
    found = on_one_footing(offers, of or plan(), packaged_rules())
    assert found is not None
    return found


def figures(one: Offer, of: TreatmentPlan | None = None) -> dict[RowId, OfferFigure]:
    return {row.id: row.offers[0] for row in footing(one, of=of).rows}


def ends(figure: OfferFigure) -> tuple[Number, Number, Number]:
    assert figure.amount is not None
    assert figure.amount.unit == "USD"
    return figure.amount.low, figure.amount.typical, figure.amount.high


# --- one footing, however it was priced ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("amount", "priced"), [(900, "visit"), (2700, "package"), (300, "hour")], ids=["visit", "package", "hour"]
)
def test_the_same_offer_told_in_three_ways_comes_out_the_same(amount: int, priced: Priced) -> None:
    told = offer(amount, priced, visits=3, hours=9, touch_up=400)
    assert figures(told) == figures(offer(900, "visit", visits=3, hours=9, touch_up=400))
    found = figures(told)
    assert ends(found["total"]) == (2700,) * 3
    assert ends(found["per_visit"]) == (900,) * 3
    assert ends(found["per_hour"]) == (300,) * 3
    assert ends(found["five_years"]) == (2700 + 2 * 400, 2700 + 3 * 400, 2700 + 5 * 400)
    assert found["total"].notes == ()


def test_a_thousand_dots_are_those_of_this_plan_from_many_to_few() -> None:
    dots = replace(plan().dots, total=Estimate(15_000, 25_000, 30_000, "dots"))
    found = figures(offer(3000, "package"), of=replace(plan(), dots=dots))["per_1000_dots"]
    assert ends(found) == (100, 120, 200)
    assert found.notes == ("This plan has 15,000 to 30,000 dots.",)


def test_what_this_plan_may_need_none_of_is_not_shared_out() -> None:
    dots = replace(plan().dots, total=Estimate(0, 25_000, 30_000, "dots"))
    found = figures(offer(), of=replace(plan(), dots=dots))["per_1000_dots"]
    assert found == OfferFigure(None, ("Not known. This plan may need none.",))


def test_visits_that_were_not_said_are_this_plans_low_to_high_and_said_so() -> None:
    found = figures(offer())
    count = plan().sessions.count
    assert ends(found["total"]) == (900 * count.low, 900 * count.typical, 900 * count.high)
    assert found["total"].notes == ("Visits not said. This plan has 3 to 4 visits.",)
    assert found["per_visit"] == OfferFigure(Estimate(900, 900, 900, "USD"))
    package = figures(offer(2400, "package"))
    assert ends(package["per_visit"]) == (600, 800, 800)
    assert ends(package["total"]) == (2400,) * 3


def test_an_offer_of_fewer_visits_is_not_shared_out_over_this_plans_dots_and_hours() -> None:
    """It looked cheaper for an hour and for 1,000 dots, by the hours and dots of one visit more."""
    short = figures(offer(250, visits=2))
    for row in ("per_hour", "per_1000_dots"):
        assert short[row].amount is None
        assert short[row].notes == (
            "Not known. They offer 2 visits and this plan has 3 to 4 visits, so it may be less work. "
            "Ask how many hours and dots they plan.",
        )
    assert ends(short["per_visit"]) == (250, 250, 250)
    assert ends(short["total"]) == (500, 500, 500)
    with_hours = figures(offer(250, visits=2, hours=5))
    assert ends(with_hours["per_hour"]) == (100, 100, 100)
    assert with_hours["per_1000_dots"].amount is None
    assert figures(offer(250, visits=3))["per_1000_dots"].amount is not None


def test_hours_that_were_not_said_widen_the_price_of_an_hour_alone() -> None:
    found, hours = figures(offer(2400, "package")), plan().sessions.chair_hours
    low, _typical, high = ends(found["per_hour"])
    assert low == round(2400 / hours.high)
    assert high == round(2400 / hours.low)
    assert found["per_hour"].notes[0].startswith("Hours not said. This plan has ")
    by_hour = figures(offer(200, "hour"))
    assert ends(by_hour["per_hour"]) == (200,) * 3
    assert ends(by_hour["total"])[2] == 200 * hours.high


# --- tax ------------------------------------------------------------------------------------------------


def test_tax_with_its_share_is_added_to_every_amount() -> None:
    before, after = figures(offer(visits=3)), figures(offer(visits=3, tax="on_top", tax_percent=20))
    assert ends(after["total"]) == (3240,) * 3
    assert ends(after["per_visit"]) == (1080,) * 3
    assert after["total"].notes == before["total"].notes


@pytest.mark.parametrize(
    ("tax", "note"), [("unsaid", "Tax may come on top."), ("on_top", "Tax comes on top.")]
)
def test_tax_that_nobody_told_is_never_invented_but_named_beside_every_amount(
    tax: TaxSaid, note: str
) -> None:
    told, silent = figures(offer(visits=3)), figures(offer(visits=3, tax=tax))
    for id_ in ("total", "per_visit", "per_hour", "per_1000_dots", "five_years"):
        assert silent[id_].amount == told[id_].amount
        assert silent[id_].notes[0] == note


# --- five years -----------------------------------------------------------------------------------------


def five_years(**said: Any) -> OfferFigure:
    return figures(offer(2700, "package", **said))["five_years"]


def test_a_later_touch_up_has_the_price_they_ask_or_the_range_of_the_rules() -> None:
    assert ends(five_years(touch_up=100)) == (2900, 3000, 3200)  # 2 to 5 checks, 3 planned
    assert five_years(touch_up=100).notes == ("Touch-ups to pay: 2 to 5.", "They ask $100 each.")
    unsaid, each = five_years(), packaged_rules().prices.regions["US"].touch_up.read()
    assert ends(unsaid) == (2700 + 2 * each.low, 2700 + 3 * each.number, 2700 + 5 * each.high)
    cost = plan().cost
    assert cost
    own = replace(plan(), cost=replace(cost, touch_up=Estimate(77, 77, 77, "USD")))
    assert figures(offer(2700, "package"), of=own)["five_years"] == unsaid, "no other clinic asks it"
    assert "Their price is not said. Clinics ask $300 to $1,000 each." in unsaid.notes


def test_a_clinics_own_time_between_checks_is_said_to_be_its_own(tmp_path: Path) -> None:
    """One check in five years is this clinic's promise; another clinic may see people four times."""
    rules = own_clinic(tmp_path, exceptions=CHECKS)
    found = on_one_footing((offer(2700, "package"),), plan_of(adult(), rules), rules)
    assert found is not None
    (notes,) = [row.offers[0].notes for row in found.rows if row.id == "five_years"]
    told = "That is a check after {}, as Own clinic states. Other clinics may ask for more, so ask."
    assert told.format("48 months") in notes
    assert not [note for note in five_years().notes if "a check after" in note]


def test_free_touch_ups_are_taken_off_where_a_check_falls_while_they_are_free() -> None:
    free = {"touch_up": 100, "holds": frozenset({FREE_TOUCH_UPS})}
    found = five_years(**free, free_count=1, free_months=24)
    assert ends(found) == (2800, 2900, 3100)
    assert "Free ones are taken off, where a check falls in their time." in found.notes
    assert ends(five_years(**free, free_count=9, free_months=60)) == (2700,) * 3


def test_free_touch_ups_that_end_before_the_first_check_take_nothing_off_and_that_is_said() -> None:
    free = {"touch_up": 100, "holds": frozenset({FREE_TOUCH_UPS})}
    found = five_years(**free, free_count=2, free_months=6)
    assert found.amount == five_years(touch_up=100).amount
    assert "The free ones end before this plan's first check." in found.notes


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({}, "How many are free, and for how long, was not said. So none is taken off."),
        ({"free_months": 60}, "How many are free was not said. So none is taken off."),
        ({"free_count": 5}, "For how long some are free was not said. So none is taken off."),
    ],
)
def test_free_touch_ups_without_number_or_end_take_nothing_off(said: dict[str, int], told: str) -> None:
    free = {"touch_up": 100, "holds": frozenset({FREE_TOUCH_UPS})}
    found = five_years(**free, **said)
    assert found.amount == five_years(touch_up=100).amount
    assert told in found.notes


def test_the_ends_are_what_the_words_add_up_to() -> None:
    """Two to three visits at $600 and two to three touch-ups at $300 to $1,000: 1,800 to 4,800."""
    made = replace(
        plan(),
        sessions=replace(plan().sessions, count=Estimate(2, 3, 3, "visits")),
        touch_ups=replace(plan().touch_ups, interval_months=Estimate(18, 24, 24, "months")),
    )
    found = figures(offer(600), of=made)["five_years"]
    assert ends(found) == (1800, 2800, 4800)
    assert found.notes == (
        "Touch-ups to pay: 2 to 3.",
        "Their price is not said. Clinics ask $300 to $1,000 each.",
        "Visits not said. This plan has 2 to 3 visits.",
    )


@given(st.integers(1, 60), st.integers(0, 30), st.integers(0, 5), st.integers(0, 70))
def test_no_gap_between_checks_leaves_more_or_fewer_touch_ups_to_pay_than_told(
    low: int, longer: int, count: int, months: int
) -> None:
    """A longer gap may leave more to pay, where the free ones end before the first check."""
    gaps = range(low, low + longer + 1)
    checks = replace(plan().touch_ups, interval_months=Estimate(gaps[0], gaps[0], gaps[-1], "months"))
    free = {"free_count": count, "free_months": months, "holds": frozenset({FREE_TOUCH_UPS})}
    one = offer(1, "package", touch_up=1, **free)
    found = ends(figures(one, of=replace(plan(), touch_ups=checks))["five_years"])
    to_pay = [60 // gap - min(60 // gap, count, months // gap) for gap in gaps]
    assert found == (1 + min(to_pay), 1 + to_pay[0], 1 + max(to_pay))


def test_tax_on_top_is_added_to_a_later_touch_up_that_they_price_and_to_no_other() -> None:
    taxed = {"tax": "on_top", "tax_percent": 20}
    assert ends(five_years(touch_up=100, **taxed)) == (3240 + 240, 3240 + 360, 3240 + 600)
    assert "With tax that is $120." in five_years(touch_up=100, **taxed).notes
    assert ends(five_years(**taxed))[0] == 3240 + 2 * 300
    assert five_years(**taxed).notes[-1] == "No tax is added to that."


def test_the_number_of_free_touch_ups_is_nothing_where_none_are_held() -> None:
    assert five_years(touch_up=100, free_count=5, free_months=60) == five_years(touch_up=100)


# --- surgery --------------------------------------------------------------------------------------------


def test_surgery_has_a_price_per_graft_and_none_per_dot_visit_or_hour() -> None:
    by_graft = figures(offer(5, "graft", sold="fue", grafts=2000))
    assert figures(offer(10_000, "package", sold="fue", grafts=2000)) == by_graft
    assert ends(by_graft["total"]) == (10_000,) * 3
    assert ends(by_graft["per_graft"]) == (5,) * 3
    assert by_graft["per_1000_dots"] == OfferFigure(
        None, ("Not known. Surgery moves hair and sets no dots.",)
    )
    assert by_graft["per_visit"].amount is by_graft["per_hour"].amount is None
    assert by_graft["five_years"].notes[-1].startswith("Later operations are not counted.")


def test_grafts_that_were_not_said_are_this_plans_for_the_total_and_not_known_for_a_share() -> None:
    cell = next(row for row in plan().comparison.rows if row.id == "grafts_needed").cells["fut"]
    assert cell.low
    assert cell.high
    by_graft = figures(offer(5, "graft", sold="fut"))
    assert ends(by_graft["total"])[::2] == (5 * cell.low, 5 * cell.high)
    assert by_graft["total"].notes[0].startswith("Grafts not said. This plan counts ")
    package = figures(offer(10_000, "package", sold="fut"))
    assert package["per_graft"] == OfferFigure(None, ("Not known. They did not say how many grafts.",))


def test_a_plan_that_counts_no_grafts_makes_up_none(rules: RuleSet) -> None:
    row = next(row for row in plan().comparison.rows if row.id == "grafts_needed")
    none = row.cells["fue"]._replace(low=None, typical=None, high=None, not_known="Not known.")
    rows = tuple(
        row._replace(cells={**row.cells, "fue": none}) if one.id == row.id else one
        for one in plan().comparison.rows
    )
    without = replace(plan(), comparison=replace(plan().comparison, rows=rows))
    found = figures(offer(5, "graft", sold="fue"), of=without)
    words = rules.offers.words
    assert found["total"] == OfferFigure(None, (words["grafts_not_known"],))
    assert found["five_years"].amount is None
    assert ends(found["per_graft"]) == (5,) * 3


# --- beside the plan, and what to ask -------------------------------------------------------------------


def test_this_plans_own_estimate_stands_beside_them_in_the_same_rows() -> None:
    own = {row.id: row.plan for row in footing(offer(), offer(700)).rows}
    cost = plan().cost
    assert cost
    assert tuple(own) == ROWS
    assert own["total"] == OfferFigure(cost.course, (cost.tax,))
    assert own["per_visit"].amount == cost.per_session
    assert own["five_years"].amount == cost.totals["5y"]
    assert own["per_graft"].amount is None
    assert own["per_hour"].notes == ("Tax may come on top.", "This plan has 5.5 to 20.25 hours.")
    assert own["per_1000_dots"].notes == figures(offer(visits=3, tax="unsaid"))["per_1000_dots"].notes
    estimate = footing(offer())
    assert estimate.own_ask is None
    assert estimate.own_holds == ("Every visit of this plan, counted once",)


def asked_of_the_clinic(price_list: str) -> tuple[list[str], OneFooting]:
    """What is asked of a clinic with a price list, by the ids of the rules."""
    rules = with_prices(price_list)
    found = on_one_footing([offer()], plan_of(adult(), rules), rules)
    assert found
    assert found.own_ask is not None
    ids = {rule.ask: id_ for id_, rule in (rules.offers.unsaid | rules.offers.holds).items()}
    return [ids[ask] for ask in found.own_ask], found


def with_prices(price_list: str) -> RuleSet:
    with TemporaryDirectory() as folder:
        clinic = Path(folder, "clinic.yaml")
        clinic.write_text(
            "name: C\nsources:\n  p: {title: P, kind: clinic, grade: very_low, read_on: 2026-11-01}\n"
            f"prices:\n  visit: {{first: 900, later: 800}}\n  touch_up: 400\n"
            f"  valid_days: 60\n  sources: [p]\n{indent(price_list, '  ')}\n"
        )
        return load_rules(clinic=clinic)


def test_the_same_is_asked_of_the_clinics_own_price_list_as_of_any_offer() -> None:
    ids, found = asked_of_the_clinic("")
    assert ids == [
        "tax", "deposit", "free_touch_ups", "patch_test", "numbing", "correction", "scars", "follow_up",
        "refund", "in_writing",
    ]  # fmt: skip
    assert {row.id: row.plan for row in found.rows}["per_visit"].notes == ("Tax may come on top.",)
    told, better = asked_of_the_clinic(
        "patch_test: 0\nfree_touch_ups: {visits: 1, within_months: 12}\n"
        "tax: {name: VAT, percent: 20, included: true}\nincluded: [Numbing cream]\n"
        'deposit: {amount: 250, refund: "Given back up to 7 days before."}'
    )
    assert told == ["correction", "scars", "follow_up", "in_writing"]
    assert {row.id: row.plan for row in better.rows}["per_visit"].notes == ()
    assert better.own_holds[:2] == ("Every visit of this plan, counted once", "Numbing cream")
    assert "touch-up" in better.own_holds[2]


def test_offers_stay_in_the_order_they_were_given() -> None:
    dear, cheap = offer(2000, name="dear"), offer(100, name="cheap")
    found = footing(dear, cheap)
    assert [one.name for one in found.offers] == ["dear", "cheap"]
    assert [ends(figure)[1] for figure in found.rows[1].offers] == [2000, 100]


def test_all_that_is_left_out_or_not_said_is_asked_and_nothing_else(rules: RuleSet) -> None:
    nothing_said = offer(tax="unsaid")
    asked = footing(nothing_said).ask[0]
    of_smp = [rule.ask for id_, rule in rules.offers.unsaid.items() if "smp" in rule.of and id_ not in
              ("tax_share", "free_count", "free_months")]  # fmt: skip
    held = {id_: rule for id_, rule in rules.offers.holds.items() if "smp" in rule.of}
    assert list(asked) == [*of_smp, *(rule.ask for rule in held.values())]
    all_said = offer(
        visits=3, hours=9, tax="on_top", tax_percent=8, deposit=0, touch_up=0, free_count=1, free_months=12,
        valid_days=30, holds=frozenset(held),
    )  # fmt: skip
    told = footing(all_said)
    assert told.ask == ((),)
    assert told.holds == (tuple(rule.name for rule in held.values()),)


def test_half_an_answer_asks_for_the_other_half(rules: RuleSet) -> None:
    unsaid = rules.offers.unsaid
    asked = footing(offer(tax="on_top", holds=frozenset({FREE_TOUCH_UPS}))).ask[0]
    for id_ in ("tax_share", "free_count", "free_months"):
        assert unsaid[id_].ask in asked
    assert unsaid["tax"].ask not in asked
    assert rules.offers.holds[FREE_TOUCH_UPS].ask not in asked


def test_surgery_is_asked_about_grafts_and_smp_about_dots_work(rules: RuleSet) -> None:
    smp, fue = footing(offer(), offer(5, "graft", sold="fue")).ask
    assert rules.offers.unsaid["grafts"].ask in fue
    assert rules.offers.unsaid["grafts"].ask not in smp
    assert rules.offers.holds["patch_test"].ask not in fue


def test_no_price_is_compared_where_the_plan_shows_none(rules: RuleSet) -> None:
    assert on_one_footing([offer()], replace(plan(), cost=None), rules) is None


# --- properties -----------------------------------------------------------------------------------------

money = st.decimals(min_value=1, max_value=50_000, places=2)
maybe = st.none()
offers = st.builds(
    Offer,
    name=st.just("A"),
    sold=st.just("smp"),
    priced=st.sampled_from(["visit", "package", "hour"]),
    amount=money,
    visits=maybe | st.integers(1, 12),
    hours=maybe | st.decimals(min_value=1, max_value=60, places=1),
    tax=st.sampled_from(["in", "on_top", "unsaid"]),
    tax_percent=maybe | st.decimals(min_value=0, max_value=30, places=2),
    touch_up=maybe | money,
    free_count=maybe | st.integers(1, 9),
    free_months=maybe | st.integers(1, 70),
    holds=st.sampled_from([frozenset[str](), frozenset({FREE_TOUCH_UPS})]),
) | st.builds(
    Offer,
    name=st.just("A"),
    sold=st.sampled_from(["fut", "fue"]),
    priced=st.sampled_from(["graft", "package"]),
    amount=money,
    grafts=maybe | st.integers(1, 9000),
)


@given(offers, money)
def test_an_offer_that_asks_more_is_cheaper_in_no_row_and_no_range_runs_backwards(
    one: Offer, more: Decimal
) -> None:
    dearer = replace(one, amount=Decimal(one.amount) + more)
    for row in footing(one, dearer).rows:
        less, greater = row.offers
        assert (less.amount is None) == (greater.amount is None)
        assert less.notes == greater.notes
        for figure in row.offers:
            assert figure.amount is None or figure.amount.low <= figure.amount.typical <= figure.amount.high
        if less.amount and greater.amount:
            assert all(a <= b for a, b in zip(ends(less), ends(greater), strict=True)), row.id


@given(offers)
def test_what_is_not_said_never_narrows_a_range(one: Offer) -> None:
    """Saying what this plan counts with anyway leaves the total inside what it was."""
    said = replace(one, visits=one.visits or 3, hours=one.hours or plan().sessions.chair_hours.typical)
    before, after = (row.amount for row in (figures(one)["total"], figures(said)["total"]))
    if before and after:
        assert before.low <= after.low <= after.high <= before.high
