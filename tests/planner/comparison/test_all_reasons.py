"""Every reason against an option is told: what bars it hides no reason to ask a doctor first."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from smp_planner.domain.comparison import Option
from smp_planner.domain.intake import AreaAnswer, Hair, Intake, Person
from smp_planner.rules.ruleset import RuleSet
from tests.people import adult, plan_of

BLEEDS = "You may bleed more."
LATE = adult(
    person=Person(age=55, sex="male"),
    goals=("shaved_look",),
    area=AreaAnswer(norwood="VII"),
    kept_hair=0,
    health=("blood_thinner", "diabetes"),
    hair=Hair(colour="grey", wears="shaved"),
)
ON_TABLETS = adult(
    person=Person(age=32, sex="female"),
    goals=("added_density",),
    area=AreaAnswer(ludwig="II"),
    kept_hair=Decimal("0.5"),
    medication_now=("finasteride",),
)


def option(rules: RuleSet, intake: Intake, id_: str) -> Option:
    return next(one for one in plan_of(intake, rules).comparison.options if one.id == id_)


def test_who_wants_a_shaved_look_still_reads_that_surgery_may_bleed_more(rules: RuleSet) -> None:
    """A needle warned of bleeding and a scalpel did not; he might have said that he lets his hair grow."""
    for way in ("fut", "fue"):
        found = option(rules, LATE, way)
        assert found.open_to_you == "not_for_you"
        assert found.why.startswith("You want a shaved look.")
        assert BLEEDS in found.why
        assert "You named an illness that matters in an operation." in found.why
    assert BLEEDS in option(rules, LATE, "smp").why


def test_what_one_reason_says_no_other_says_again(rules: RuleSet) -> None:
    told = option(rules, LATE, "fue").why
    assert "You shave your head now." not in told
    lets_it_grow = replace(LATE, goals=("crown",))
    assert "You shave your head now." in option(rules, lets_it_grow, "fue").why


def test_a_young_man_whose_loss_moves_on_reads_all_that_speaks_for_waiting(rules: RuleSet) -> None:
    young = adult(
        person=Person(age=23, sex="male"),
        goals=("shaved_look",),
        area=AreaAnswer(norwood="III"),
        loss_moving_on="yes",
    )
    told = option(rules, young, "fut").why
    assert "Many surgeons wait until about 25" in told
    assert "Your loss moves on, around grafts too." in told


def test_a_woman_who_takes_tablets_made_for_men_is_told_to_ask_today(rules: RuleSet) -> None:
    """She read that nothing speaks against going on, and in the risks that no woman may take them."""
    for id_ in ("nothing", "medication"):
        found = option(rules, ON_TABLETS, id_)
        assert found.open_to_you == "ask"
        assert "You take tablets for men. Ask whoever gave them, today" in found.why
    on_lotion = replace(ON_TABLETS, medication_now=("minoxidil",))
    assert option(rules, on_lotion, "nothing").open_to_you == "nothing_against"
    assert "tablets for men" not in option(rules, on_lotion, "medication").why


def test_a_woman_who_takes_them_reads_of_low_mood_and_of_thoughts_of_ending_ones_life(rules: RuleSet) -> None:
    def ids(intake: Intake) -> set[str]:
        return {risk.id for risk in plan_of(intake, rules).risks if risk.option == "medication"}

    assert "low_mood" in ids(ON_TABLETS)
    assert "low_mood" not in ids(replace(ON_TABLETS, medication_now=("minoxidil",)))
    assert "sexual_problems" not in ids(ON_TABLETS)
