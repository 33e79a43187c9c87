"""A clinic's quote adds up to the last coin, follows visits and area, and never shows a price too soon."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from smp_planner.domain.intake import AreaAnswer, CalendarAnswer, Intake, Measured, Scar
from smp_planner.domain.plan import SmpPlan, TreatmentPlan
from smp_planner.domain.quantities import Estimate, Number
from smp_planner.domain.quote import Quote
from smp_planner.domain.years import Cost
from smp_planner.errors import IntakeError
from smp_planner.exports.record import from_json, to_json
from smp_planner.planner.one_at_a_time import Span
from smp_planner.planner.pipeline import Begun, begin_plan
from smp_planner.planner.years.payments import shared_out
from smp_planner.rules.load import load_rules
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.shapes.clinic_prices import ClinicPrices
from tests.drawn_people import NOT_POSSIBLE, patients
from tests.people import ADULT, START, adult, plan_of
from tests.scenario_items import clinic_file

CLINICS = ("example-studio", "example-clinic", "by-area", "by-hour")
clinics = st.sampled_from(CLINICS)
PAID = ("by_visit", "before_the_first", "half_and_half")


@cache
def rules_of(clinic: str) -> RuleSet:
    return load_rules(clinic=clinic_file(clinic))


def with_prices(clinic: str, **changes: Any) -> RuleSet:
    """The rules of a clinic with some of its terms changed."""
    rules = rules_of(clinic)
    assert rules.asks is not None
    prices = rules.asks.prices.model_copy(update=changes)
    return replace(rules, asks=rules.asks._replace(prices=prices))


def edited(folder: Path, *changes: tuple[str, str]) -> RuleSet:
    """The rules of the UK example, without its logo, with passages of its file changed."""
    text = clinic_file("example-clinic").read_text()
    for old, new in ((", logo: example-clinic.svg", ""), *changes):
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    path = folder / "edited.yaml"
    path.write_text(text)
    return load_rules(clinic=path)


def outline(intake: Intake, rules: RuleSet) -> SmpPlan | None:
    """What is planned, with its quote; None for a referral.

    Who has no day at this clinic is left out of a property.
    """
    try:
        begun = begin_plan(intake, rules)
    except IntakeError as fault:
        assume(all(problem.code not in NOT_POSSIBLE for problem in fault.problems))
        raise
    return replace(begun.outline, cost=begun.quoted[0]) if isinstance(begun, Begun) else None


def cost_of(intake: Intake, rules: RuleSet) -> Cost:
    plan = outline(intake, rules)
    assert plan is not None
    assert plan.cost is not None
    return plan.cost


def quote_of(intake: Intake, rules: RuleSet) -> Quote:
    quote = cost_of(intake, rules).quote
    assert quote is not None
    return quote


def ends(amount: Estimate) -> tuple[Number, Number, Number]:
    return amount.low, amount.typical, amount.high


def summed(amounts: list[Estimate]) -> tuple[Number, ...]:
    return tuple(sum(end) for end in zip(*map(ends, amounts), strict=True))


# --- adding up ----------------------------------------------------------------------------


@given(person=patients, clinic=clinics, paid=st.sampled_from(PAID))
def test_lines_and_payments_are_the_total_and_the_total_is_net_and_tax(
    person: Intake, clinic: str, paid: str
) -> None:
    plan = outline(person, with_prices(clinic, paid=paid))
    if plan is None or plan.cost is None:
        return  # nobody is shown a price before the health questions
    quote = plan.cost.quote
    assert quote is not None
    assert ends(plan.cost.course) == ends(quote.total)
    assert summed([line.amount for line in quote.lines]) == ends(quote.total)
    assert summed([payment.amount for payment in quote.payments]) == ends(quote.total)
    tax = [quote.tax.amount] if quote.tax else []
    assert summed([quote.net, *tax]) == ends(quote.total)
    amounts = [*(line.amount for line in quote.lines), *(one.amount for one in quote.payments), quote.net]
    for low, typical, high in map(ends, amounts):
        assert 0 <= low <= typical <= high
        assert all(end * 100 == int(end * 100) for end in (low, typical, high))
    assert {payment.on for payment in quote.payments} - {None} <= {v.date for v in plan.sessions.items}


@given(clinic=clinics, small=st.integers(5, 300), more=st.integers(0, 200))
def test_more_area_never_lowers_the_price(clinic: str, small: int, more: int) -> None:
    """A square centimetre more may bring another visit, a longer one or the next stage, never less money.

    A visit that was only needed perhaps may now be planned, and a course by stage or by area holds it.
    """
    less, dearer = (
        quote_of(adult(area=AreaAnswer(measured=Measured(cm2=cm2))), rules_of(clinic))
        for cm2 in (small, small + more)
    )
    perhaps = sum(line.amount.high for line in less.lines if not line.amount.typical)
    held = (0, 0, perhaps if less.by in {"stage", "area"} else 0)
    assert all(a - c <= b for a, b, c in zip(ends(less.total), ends(dearer.total), held, strict=True))


coins = st.integers(0, 500_000).map(lambda pence: Decimal(pence) / 100)


@given(low=coins, wider=coins, widest=coins, parts=st.integers(2, 8))
def test_an_amount_is_shared_out_to_the_last_coin_at_each_end(
    low: Decimal, wider: Decimal, widest: Decimal, parts: int
) -> None:
    total = Span(low, low + wider, low + wider + widest)
    shares = shared_out(total, parts)
    assert [sum(end) for end in zip(*shares, strict=True)] == [*total]
    assert all(0 <= share.low <= share.typical <= share.high for share in shares)


@given(start=st.dates(date(2027, 3, 1), date(2027, 4, 10)), clinic=clinics)
def test_payments_fall_on_the_days_of_the_visits_also_where_the_clocks_change(
    start: date, clinic: str
) -> None:
    """Summer time begins in this month, in London a fortnight after Denver; a day stays a day."""
    moved = adult(calendar=CalendarAnswer(start=start, timezone="Europe/London"))
    plan = outline(moved, with_prices(clinic, paid="by_visit"))
    assert plan is not None
    assert plan.cost is not None
    assert plan.cost.quote is not None
    on = {payment.visit: payment.on for payment in plan.cost.quote.payments if payment.on}
    assert on
    assert on == {visit.number: visit.date for visit in plan.sessions.items if visit.number in on}


# --- the terms ----------------------------------------------------------------------------


def terms(**changes: Any) -> dict[str, Any]:
    """Terms as the models of a clinic's file hold them."""
    whole = ClinicPrices.model_validate(
        {"touch_up": 1, "extra_visit": 1, "valid_days": 30, "sources": ["ours"], **changes}
    )
    return {name: getattr(whole, name) for name in changes}


def test_a_deposit_never_takes_more_than_the_least_that_is_paid() -> None:
    all_of_it = with_prices("by-hour", **terms(deposit={"amount": 5000, "refund": "Never."}))
    quote = quote_of(ADULT, all_of_it)
    assert quote.deposit is not None
    assert ends(quote.deposit.amount) == (quote.total.low,) * 3
    assert quote.payments[0].what == "Deposit: the usual £5,000, cut to the least that this plan may cost"
    assert summed([payment.amount for payment in quote.payments]) == ends(quote.total)


def test_a_deposit_over_more_than_one_visit_leaves_nothing_to_pay_at_the_first() -> None:
    rules = with_prices("example-studio", **terms(deposit={"percent": 50, "refund": "Never."}))
    quote = quote_of(ADULT, rules)
    assert quote.payments[0].what == "Deposit"
    assert [payment.visit for payment in quote.payments] == [None, 2, 3, 4]
    assert ends(quote.payments[1].amount) == (525, 525, 525)  # 1,050 + 800 - 1,325


def test_without_a_deposit_or_free_touch_ups_the_first_payment_is_at_the_first_visit() -> None:
    quote = quote_of(ADULT, with_prices("example-clinic", deposit=None, free_touch_ups=None, patch_test=None))
    assert quote.deposit is quote.free_touch_ups is None
    assert [payment.visit for payment in quote.payments] == [1, 2, 3, 4]
    assert [line.id for line in quote.lines] == ["stage", "visit_4"]


def test_a_clinic_that_lists_nothing_as_extra_is_told_to_leave_out_what_all_do() -> None:
    cost = cost_of(ADULT, with_prices("example-clinic", not_included=[], patch_test=None))
    assert any("Travel" in one for one in cost.not_included)
    assert any("patch test" in one for one in cost.not_included)


def test_scars_alone_have_a_price_of_their_own_in_a_list_by_stage_and_none_of_a_stage() -> None:
    scar = Scar(length_cm=20, width_cm=Decimal("0.2"))
    quote = quote_of(adult(area=AreaAnswer(scars=(scar,))), rules_of("example-clinic"))
    assert quote.lines[0].id == "scars"
    assert "stage" not in [line.id for line in quote.lines]


def test_only_ludwig_prices_price_everybody_by_their_area() -> None:
    stages = {"stage": {"ludwig": {"I": 750, "II": 1000, "III": 1300}, "scars": 500}}
    rules = with_prices("example-clinic", **terms(**stages))
    measured = adult(area=AreaAnswer(measured=Measured(cm2=100)))
    assert quote_of(measured, rules).total.typical == 1200
    thin = adult(area=AreaAnswer(ludwig="I", measured=Measured(cm2=100)))
    assert quote_of(thin, rules_of("example-clinic")).total.typical == 1200


def test_a_price_found_by_area_says_whose_it_is_and_why(tmp_path: Path) -> None:
    """A Ludwig answer beside Norwood stages alone, cm2 that were measured, zones, more than a stage."""
    alike = ("VI: 1350, VII: 1500", "VI: 1100, VII: 1100")
    rules = edited(tmp_path, ("    ludwig: {I: 750, II: 1000, III: 1300}\n", ""), alike)
    told = {
        "the area was measured. It is the smallest stage of the list that covers 120 cm2": AreaAnswer(
            norwood="II", measured=Measured(cm2=120)
        ),
        "this list has no price for Ludwig II. It is the smallest stage of the list that covers 110 cm2": (
            AreaAnswer(ludwig="II")
        ),
        "more was told than one stage. It is the smallest stage of the list that covers 140 cm2": AreaAnswer(
            norwood="III", zones=("crown", "midscalp")
        ),
        "no stage was told. It is the smallest stage of the list that covers 140 cm2": AreaAnswer(
            zones=("front", "crown")
        ),
    }
    for why, area in told.items():
        (line, *_visits) = quote_of(adult(area=area), rules).lines
        assert line.what == f"The course, at the price of Norwood V, found by its area: {why}"
    (largest, *_visits) = quote_of(adult(area=AreaAnswer(measured=Measured(cm2=500))), rules).lines
    assert largest.what.endswith(
        "Norwood VII, found by its area: the area was measured. It is the largest "
        "stage of the list; none covers 500 cm2"
    )
    by_stage = quote_of(adult(area=AreaAnswer(norwood="VII", zones=("crown",))), rules_of("example-clinic"))
    assert by_stage.lines[0].what == "The course, by the stage of hair loss"


def test_two_stages_have_the_price_of_the_dearer_and_the_cheaper_may_do() -> None:
    both = adult(area=AreaAnswer(norwood="II", ludwig="III"))
    low, typical, high = ends(quote_of(both, rules_of("example-clinic")).total)
    assert 660 <= low <= typical <= high
    assert typical >= 1560


def test_a_price_below_all_others_is_told() -> None:
    rules = with_prices("by-area", **terms(area=[{"cm2": 50, "price": 300}]))
    assert quote_of(ADULT, rules).beside_others[0].startswith("This clinic's price lies below")


@pytest.mark.parametrize("stage", ["III", "V"])
@pytest.mark.parametrize("clinic", CLINICS)
def test_a_visits_share_is_in_whole_pounds_or_dollars(clinic: str, stage: str) -> None:
    """It is what the course comes to by visit, and no amount that anybody pays."""
    cost = cost_of(adult(area=AreaAnswer(norwood=stage)), rules_of(clinic))
    assert all(Decimal(end) == int(end) for end in ends(cost.per_session))
    assert cost.per_session.low <= cost.per_session.typical <= cost.per_session.high


def test_a_tax_that_the_list_holds_already_is_not_added(tmp_path: Path) -> None:
    quote = quote_of(ADULT, edited(tmp_path, ("included: false}", "included: true}")))
    assert quote.total.typical == 1100
    assert quote.tax is not None
    assert (quote.tax.amount.typical, quote.net.typical) == (Decimal("183.33"), Decimal("916.67"))


def test_by_the_hour_each_visit_is_paid_by_its_hours_and_what_may_come_on_top_is_the_last_line() -> None:
    plan = outline(ADULT, with_prices("by-hour", paid="by_visit", deposit=None, patch_test=None))
    assert plan is not None
    assert plan.cost is not None
    assert plan.cost.quote is not None
    *of_each, further = plan.cost.quote.payments
    assert [ends(one.amount)[1:] for one in of_each] == [
        (visit.hours.typical * 180, visit.hours.high * 180) for visit in plan.sessions.items
    ]
    assert sum(one.amount.low for one in of_each) == plan.sessions.chair_hours.low * 180
    assert further.what == "Further visits, if they are needed"
    assert ends(further.amount) == (0, 0, Decimal("5.25") * 180)  # of 20.25 hours at most, 15 in three visits
    assert further.on is None


def test_a_patch_test_is_paid_at_the_first_visit_by_stage_too(tmp_path: Path) -> None:
    rules = edited(
        tmp_path, ("patch_test: 0", "patch_test: 50"), ('included: ["A patch test"]', "included: []")
    )
    paid = [payment.amount.typical for payment in quote_of(ADULT, rules).payments]
    assert paid == [276, 440 + 60 - 276, 440, 440, 0]


def test_a_visit_that_may_be_needed_is_paid_when_it_is_and_never_before_the_first() -> None:
    for clinic in ("example-studio", "example-clinic"):
        quote = quote_of(ADULT, with_prices(clinic, paid="before_the_first", deposit=None))
        first, perhaps = quote.payments
        assert first.amount.low == first.amount.high == quote.total.typical
        assert (perhaps.what, perhaps.on) == ("At visit 4, only if it is needed", None)


def test_touch_ups_that_are_free_past_the_first_check_are_not_said_to_end_before_it() -> None:
    free = quote_of(
        ADULT, with_prices("example-clinic", **terms(free_touch_ups={"visits": 1, "within_months": 24}))
    )
    assert free.free_touch_ups is not None
    assert free.free_touch_ups.until == date(2029, 2, 23)
    assert free.free_touch_ups.say.endswith("that is until 23 February 2029.")


def test_a_further_visit_and_a_touch_up_that_are_dearer_than_most_are_told(tmp_path: Path) -> None:
    dearer = ("extra_visit: 220", "extra_visit: 400"), ("touch_up: 200", "touch_up: 500")
    quote = quote_of(ADULT, edited(tmp_path, *dearer))
    assert quote.beside_others == (
        "A touch-up, £600, lies above what most clinics publish: £200 to £500.",
        "A visit beyond this plan, £480, lies above what most clinics publish: £190 to £450.",
    )


def test_one_more_visit_costs_its_hours_a_later_visit_or_its_own_price() -> None:
    priced = {"by-hour": "hour", "by-area": "extra_visit", "example-studio": "visit.later"}
    for clinic, rule in priced.items():
        begun = begin_plan(ADULT, rules_of(clinic))
        assert isinstance(begun, Begun)
        plan = begun.whole
        answer = next(one for one in plan.what_if if one.id == "one_more_session")
        assert "Price of all visits" in answer.effect
        read = {reading.id for step in plan.trace for reading in step.rules}
        assert f"clinic.prices.{rule}" in read


@pytest.mark.parametrize(
    ("clinic", "says", "short"),
    [
        (
            "example-clinic",
            "by the stage of hair loss or by scar work, not by visit.",
            "by stage or scar work;",
        ),
        ("by-area", "by the size of the area, not by visit.", "by area; one more visit is extra."),
        ("example-studio", "by visit: each further one is paid", "by visit; one more visit is paid."),
        ("by-hour", "by the hours in the chair", "by hour; one more visit costs its hours."),
    ],
)
def test_the_plan_says_what_moves_the_price_as_the_clinic_sells(clinic: str, says: str, short: str) -> None:
    rules = rules_of(clinic)
    begun = begin_plan(ADULT, rules)
    assert isinstance(begun, Begun)
    plan = begun.whole
    assert plan.cost is not None
    assert plan.cost.goes_by.startswith(f"The price goes {says}")
    assert (plan.what_if[0].why or "").startswith(f"The price goes {short}")
    assert plan.cost.as_of == date(2026, 11, 1)


def test_prices_of_a_region_are_as_of_their_review_not_of_another_file(rules: RuleSet) -> None:
    plan = outline(ADULT, rules)
    assert plan is not None
    assert plan.cost is not None
    assert plan.cost.as_of == rules.prices.reviewed.on


# --- never too soon -----------------------------------------------------------------------


@pytest.mark.parametrize("clinic", CLINICS)
def test_no_price_is_shown_before_the_health_questions_or_with_a_referral(clinic: str) -> None:
    unasked = outline(adult(health_asked=False), rules_of(clinic))
    assert unasked is not None
    assert unasked.cost is None
    assert outline(adult(health=("keloid",)), rules_of(clinic)) is None


@pytest.mark.parametrize("clinic", CLINICS)
def test_every_amount_of_a_quote_has_a_step_that_names_the_clinic_and_is_kept_in_the_record(
    clinic: str,
) -> None:
    rules = rules_of(clinic)
    begun = begin_plan(ADULT, rules)
    assert isinstance(begun, Begun)
    plan = begun.whole
    assert plan.cost is not None
    assert plan.cost.quote is not None
    steps = {step.field: step for step in plan.trace}
    for line in plan.cost.quote.lines:
        step = steps[f"cost.quote.lines.{line.id}"]
        assert step.value == line.amount
        assert {reading.set_by for reading in step.rules} == {rules.edition.clinic}
    for payment in plan.cost.quote.payments:
        assert steps[f"cost.quote.payments.{payment.number}"].value == payment.amount
    read = from_json(to_json(plan))
    assert isinstance(read, TreatmentPlan)
    assert read.cost == plan.cost


def test_the_visits_of_the_quote_stay_on_their_days_when_the_start_moves() -> None:
    for days in (0, 7, 60):
        plan = outline(
            adult(calendar=CalendarAnswer(start=START + timedelta(days=days))), rules_of("example-clinic")
        )
        assert plan is not None
        assert plan.cost is not None
        assert plan.cost.quote is not None
        assert [p.on for p in plan.cost.quote.payments if p.on] == [v.date for v in plan.sessions.items]


def test_a_quote_is_made_when_the_whole_plan_is_asked_for() -> None:
    """Before that nobody looks at it, and each answer would wait for it."""
    begun = begin_plan(ADULT, rules_of("example-studio"))
    assert isinstance(begun, Begun)
    assert begun.outline.cost is not None
    assert begun.outline.cost.quote is None
    cost, steps = begun.quoted
    assert begun.whole.cost == cost
    assert replace(begun.outline.cost, quote=begun.whole.cost.quote if begun.whole.cost else None) == cost
    assert all(step in begun.whole.trace and step not in begun.outline.trace for step in steps)


def test_a_course_beyond_the_limits_of_its_region_is_told_and_another_is_not() -> None:
    beyond = "For such a course this price is beyond"
    for clinic, told in (("by-hour-dear", True), ("by-hour", False)):
        plan = outline(ADULT, rules_of(clinic))
        assert plan is not None
        assert plan.cost is not None
        assert any(note.startswith(beyond) for note in plan.cost.notes) is told


def test_scars_in_the_area_named_keep_their_price_and_the_plan_says_why() -> None:
    rules = load_rules(clinic=clinic_file("example-clinic"))
    scar = Scar(length_cm=20, width_cm=1, age_months=30, raised=False, red=False)
    for zones, inside in ((("donor",), True), (("crown",), False)):
        cost = plan_of(adult(area=AreaAnswer(norwood="V", zones=zones, scars=(scar,))), rules).cost
        assert cost is not None
        assert cost.quote is not None
        assert "scars" in [line.id for line in cost.quote.lines]
        assert any("so the price of scar work stays" in note for note in cost.notes) is inside
