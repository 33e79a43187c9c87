"""Tax as at a till: one rounding on the net sum, whatever a clinic sells by; the lines still add up."""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from smp_planner.domain.intake import AreaAnswer, Measured, Scar
from smp_planner.domain.quantities import Estimate, Number
from smp_planner.domain.years import Cost
from smp_planner.planner.course import Course
from smp_planner.planner.pipeline import Begun, begin_plan
from smp_planner.planner.years.asked import Work
from smp_planner.planner.years.clinic_cost import clinic_cost
from smp_planner.planner.years.quote import make_quote
from smp_planner.rules.clinic_asks import clinic_asks
from smp_planner.rules.load import load_rules
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.shapes.clinic import ClinicFile
from smp_planner.rules.shapes.clinic_prices import ClinicPrices
from smp_planner.rules.source_map import SourceMap
from tests.people import adult

AREAS = {
    "one stage": AreaAnswer(norwood="V"),
    "measured": AreaAnswer(measured=Measured(cm2=93)),
    "not sure": AreaAnswer(zones=("crown",)),
    "scars": AreaAnswer(norwood="III", scars=(Scar(length_cm=20, width_cm=Decimal("0.2")),)),
}
STAGES = ("II", "IIA", "III", "III-vertex", "IV", "V", "VI", "VII")
COIN = Decimal("0.01")


def coins(low: int, high: int) -> st.SearchStrategy[Decimal]:
    return st.integers(low * 100, high * 100).map(lambda pence: Decimal(pence) / 100)


def rising(size: int) -> st.SearchStrategy[list[Decimal]]:
    return st.lists(coins(200, 9000), min_size=size, max_size=size).map(sorted)


def by_stage(prices: list[Decimal], scars: Decimal) -> dict[str, Any]:
    return {"norwood": dict(zip(STAGES, prices, strict=True)), "scars": scars}


def by_area(prices: list[Decimal]) -> list[dict[str, Any]]:
    return [{"cm2": cm2, "price": price} for cm2, price in zip((50, 150, 300), prices, strict=True)]


def priced(by: str) -> st.SearchStrategy[dict[str, Any]]:
    return SOLD[by].map(lambda price: {by: price})


SOLD: dict[str, st.SearchStrategy[Any]] = {
    "visit": st.fixed_dictionaries({"first": coins(100, 3000), "later": coins(100, 3000)}),
    "stage": st.builds(by_stage, rising(len(STAGES)), coins(200, 3000)),
    "area": rising(3).map(by_area),
    "hour": coins(20, 900),
}
lists = st.sampled_from(sorted(SOLD)).flatmap(priced)
percents = st.integers(1_000, 30_000).map(lambda thousandths: Decimal(thousandths) / 1000)


@cache
def published() -> RuleSet:
    return load_rules()


@cache
def course_of(area: str) -> Course:
    begun = begin_plan(adult(area=AREAS[area]), published())
    assert isinstance(begun, Begun)
    return begun.course


def quoted(area: str, prices: dict[str, Any], percent: Number | None, *, included: bool = False) -> Cost:
    """The cost and the quote of a course by a price list that nobody wrote to a file."""
    rules, course = published(), course_of(area)
    tax = None if percent is None else {"name": "Tax", "percent": percent, "included": included}
    extra = {} if {"visit", "hour"} & set(prices) else {"extra_visit": Decimal("333.33")}
    stated = ClinicPrices.model_validate(
        {"touch_up": Decimal("199.99"), "valid_days": 30, "sources": ["ours"], "tax": tax} | extra | prices
    )
    file = ClinicFile.model_validate({"name": "Drawn"}).model_copy(update={"prices": stated})
    asks = clinic_asks(file, SourceMap("drawn.yaml"), rules.prices, rules.region)
    assert asks is not None
    work = Work(AREAS[area], course.ground.coverage, course.visits.planned)
    touch_ups = course.checks.touch_ups
    cost, _steps = clinic_cost(work, asks, touch_ups=touch_ups, rules=rules)
    quote, _steps = make_quote(cost, work, course.visits.days, touch_ups, asks, rules)
    return replace(cost, quote=quote)


def ends(amount: Estimate) -> tuple[Number, Number, Number]:
    return amount.low, amount.typical, amount.high


def summed(amounts: list[Estimate]) -> tuple[Number, ...]:
    return tuple(sum(end) for end in zip(*map(ends, amounts), strict=True))


def to_coin(amount: Number) -> Decimal:
    return Decimal(amount).quantize(COIN, ROUND_HALF_UP)


TRIAL = {"visit": {"first": 1000, "later": 750}, "patch_test": 0}


@given(
    area=st.sampled_from(sorted(AREAS)),
    prices=lists,
    percent=percents,
    paid=st.sampled_from(["by_visit", "before_the_first", "half_and_half"]),
    deposit=st.one_of(st.none(), st.integers(1, 99)),
    patch_test=st.one_of(st.none(), coins(0, 200)),
)
@example("one stage", TRIAL, Decimal("8.875"), "by_visit", 20, None)
def test_on_top_of_a_list_tax_is_rounded_once_on_the_sum_at_each_end(
    area: str,
    prices: dict[str, Any],
    percent: Decimal,
    paid: str,
    deposit: int | None,
    patch_test: Number | None,
) -> None:
    asked = {"patch_test": patch_test} | prices | {"paid": paid}
    if deposit:
        asked["deposit"] = {"percent": deposit, "refund": "Never."}
    plain, taxed = quoted(area, asked, None), quoted(area, asked, percent)
    listed, quote = plain.quote, taxed.quote
    assert listed is not None
    assert quote is not None
    assert quote.tax is not None
    assert ends(quote.net) == ends(listed.total)
    assert ends(quote.tax.amount) == tuple(to_coin(end * percent / 100) for end in ends(quote.net))
    assert ends(quote.total) == ends(taxed.course) == summed([quote.net, quote.tax.amount])
    assert summed([line.amount for line in quote.lines]) == ends(quote.total)
    assert summed([payment.amount for payment in quote.payments]) == ends(quote.total)
    for net, line in zip(listed.lines, quote.lines, strict=True):
        assert line.amount.low <= line.amount.typical <= line.amount.high
        for alone, end in zip(ends(net.amount), ends(line.amount), strict=True):
            assert abs(alone * (100 + percent) / 100 - end) < 2 * COIN
            assert end == to_coin(end)
            assert bool(alone) == bool(end)
    for payment in quote.payments:
        assert 0 <= payment.amount.low <= payment.amount.typical <= payment.amount.high
    if quote.deposit:
        usual = to_coin(quote.total.typical * Decimal(deposit or 0) / 100)
        assert quote.deposit.amount.typical == min(usual, quote.total.low)


@given(area=st.sampled_from(sorted(AREAS)), prices=lists, percent=percents)
def test_a_tax_in_the_list_moves_no_price_and_is_what_the_sum_holds(
    area: str, prices: dict[str, Any], percent: Decimal
) -> None:
    listed, quote = quoted(area, prices, None).quote, quoted(area, prices, percent, included=True).quote
    assert listed is not None
    assert quote is not None
    assert quote.tax is not None
    assert [line.amount for line in quote.lines] == [line.amount for line in listed.lines]
    assert ends(quote.total) == ends(listed.total)
    assert ends(quote.tax.amount) == tuple(to_coin(e * percent / (100 + percent)) for e in ends(quote.total))
    assert summed([quote.net, quote.tax.amount]) == ends(quote.total)


def test_four_visits_come_to_what_a_till_asks() -> None:
    """3,250.00 and 8.875 per cent of it, not four visits that were rounded one by one."""
    quote = quoted("one stage", TRIAL, Decimal("8.875")).quote
    assert quote is not None
    assert quote.tax is not None
    assert (quote.net.high, quote.tax.amount.high, quote.total.high) == (
        3250,
        Decimal("288.44"),
        Decimal("3538.44"),
    )
