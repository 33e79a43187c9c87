"""The five options side by side: what an option gives stands beside what it takes, of all alike."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from smp_planner.domain.intake import AreaAnswer, Hair, Person
from smp_planner.exports.side_by_side import key_rows
from smp_planner.rules.ruleset import RuleSet
from tests.people import adult, plan_of

MAN = adult(person=Person(age=40, sex="male"), kept_hair=None)
WOMAN = adult(
    person=Person(age=58, sex="female", could_be_pregnant=False),
    area=AreaAnswer(ludwig="I"),
    goals=("added_density",),
    kept_hair=Decimal("0.5"),
    hair=Hair(wears="long"),
)


def headline(rules: RuleSet, intake: object = MAN) -> dict[str, list[str]]:
    plan = plan_of(intake, rules)  # pyright: ignore[reportArgumentType]
    return {question: told for question, *told in key_rows(plan.comparison)}


def test_the_headline_tells_what_options_give_before_what_they_take(rules: RuleSet) -> None:
    told = headline(rules)
    assert list(told)[:5] == [
        "Open to you?", "Hair grows?", "Stops the loss?", "How long it lasts", "Visits, year 1",
    ]  # fmt: skip
    nothing, medication, smp, fut, fue = told["Hair grows?"]
    assert (nothing, smp) == ("no", "no")
    assert medication.startswith("it can")
    assert fut == fue == "no new hair, the moved hair grows"
    assert told["Stops the loss?"][2:] == ["no", "no", "no"]
    assert "then the gain goes within months" in told["How long it lasts"][1]


def test_no_short_answer_is_longer_than_nine_words(rules: RuleSet) -> None:
    for intake in (MAN, WOMAN):
        told = headline(rules, intake)
        for question in ("Hair grows?", "Stops the loss?", "How long it lasts"):
            assert all(len(answer.split()) <= 9 for answer in told[question]), told[question]


def test_a_man_reads_in_the_headline_what_to_ask_before_tablets_and_a_woman_that_lotion_is_open(
    rules: RuleSet,
) -> None:
    assert headline(rules)["Open to you?"][1] == "Ask first (mood, prostate test, planned child)"
    assert headline(rules, WOMAN)["Open to you?"][1] == "Nothing you told us rules it out (the lotion)"
    shaves = replace(WOMAN, hair=Hair(wears="shaved"))
    assert headline(rules, shaves)["Open to you?"][1] == "Ask first"


def test_the_headline_prices_tablets_lotion_and_both(us: RuleSet) -> None:
    assert headline(us)["Paid, 10 years"][1] == (
        "tablets $600 to $3,600, lotion $1,200 to $3,000, both $1,800 to $6,600"
    )
    assert headline(us, WOMAN)["Paid, 10 years"][1] == "$1,200 to $3,000"


def test_where_our_sum_gives_few_grafts_or_none_the_headline_sends_to_a_surgeon_and_tells_no_price(
    rules: RuleSet,
) -> None:
    """With half of her hair left a woman read "none, or up to $4,500" beside the price of SMP."""
    half, unsure = replace(WOMAN, area=AreaAnswer(ludwig="II")), replace(WOMAN, kept_hair=None)
    for intake in (WOMAN, half, unsure, replace(WOMAN, kept_hair=1)):
        told = headline(rules, intake)
        for row in ("Paid first", "Paid, 10 years"):
            assert told[row][3:] == ["not known: ask a surgeon"] * 2
            assert told[row][0] == "$0"


def test_no_price_of_surgery_in_the_headline_begins_at_nothing(rules: RuleSet) -> None:
    """Where nobody said how much hair is left: an operation that is done costs the least fee at least."""
    unsure = replace(WOMAN, area=AreaAnswer(ludwig="II"), kept_hair=None)
    for intake in (MAN, unsure, replace(MAN, area=AreaAnswer(zones=("crown",)))):
        told = headline(rules, intake)
        for row in ("Paid first", "Paid, 10 years"):
            assert all(price.startswith("$") and not price.startswith("$0") for price in told[row][3:])
