"""Offers come onto one footing: the same figures of each, from the offer, this plan and the rules alone."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smp_planner.domain.offers import FREE_TOUCH_UPS, Offer, OfferFigure, OneFooting, Priced, RowId, TaxSaid
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.domain.quantities import Estimate, Number
from smp_planner.planner.offers.footing import ROWS, on_one_footing
from smp_planner.rules.ruleset import RuleSet
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
    assert ends(unsaid)[2] == 2700 + max(3 * each.high, 5 * each.number)
    cost = plan().cost
    assert cost
    own = replace(plan(), cost=replace(cost, touch_up=Estimate(77, 77, 77, "USD")))
    assert figures(offer(2700, "package"), of=own)["five_years"] == unsaid, "no other clinic asks it"
    assert "Their price is not said. Clinics ask $300 to $1,000 each." in unsaid.notes


def test_free_touch_ups_are_taken_off_where_a_check_falls_while_they_are_free() -> None:
    free = {"touch_up": 100, "holds": frozenset({FREE_TOUCH_UPS})}
    found = five_years(**free, free_count=1, free_months=24)
    assert ends(found) == (2800, 2900, 3100)
    assert "Free ones are taken off." in found.notes
    assert ends(five_years(**free, free_count=9, free_months=60)) == (2700,) * 3


def test_free_touch_ups_that_end_before_the_first_check_take_nothing_off_and_that_is_said() -> None:
    free = {"touch_up": 100, "holds": frozenset({FREE_TOUCH_UPS})}
    found = five_years(**free, free_count=2, free_months=6)
    assert found.amount == five_years(touch_up=100).amount
    assert "The free ones end before this plan's first check." in found.notes


def test_free_touch_ups_without_number_or_end_reach_from_the_least_to_all() -> None:
    free = {"touch_up": 100, "holds": frozenset({FREE_TOUCH_UPS})}
    assert ends(five_years(**free, free_months=60)) == (2700, 2900, 3100)
    assert ends(five_years(**free, free_count=5)) == (2700, 3000, 3200)


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
    assert own["per_hour"].notes == ("This plan has 5.5 to 20.25 hours.",)
    assert own["per_1000_dots"].notes == figures(offer(visits=3))["per_1000_dots"].notes


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
