"""What is told when answers are opened under other rules than those they were saved with."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from smp_planner.answering.plan_file import open_plan_file
from smp_planner.answering.what_changed import WhatChanged, what_changed
from smp_planner.domain.intake import CalendarAnswer, Intake
from smp_planner.domain.quantities import Number
from smp_planner.domain.saved_rules import SavedRules
from smp_planner.exports.plan_file import to_plan_file
from smp_planner.rules.load import DATA, load_rules
from smp_planner.rules.narrow_yaml import read
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.saved import rules_as_saved, saved_rules
from tests.edited_rules import edited_rules
from tests.packaged_rules import packaged_rules
from tests.people import adult

STUDIO = DATA / "clinics" / "example-studio.yaml"
UK = DATA / "clinics" / "example-clinic.yaml"


def told(
    saved: SavedRules, rules: RuleSet, intake: Intake | None = None, clinic: Path | None = None
) -> WhatChanged:
    changed = what_changed(
        intake or adult(), saved, rules, lambda then: rules_as_saved(then, rules, clinic=clinic)
    )
    assert changed is not None
    return changed


def moved(**figures: tuple[Number, Number, Number]) -> SavedRules:
    """What was saved, had some figures been others then."""
    saved = saved_rules(packaged_rules())
    figures_then = {id_.replace("__", "."): three for id_, three in figures.items()}
    return replace(saved, fingerprint="another", figures={**saved.figures, **figures_then})


def test_under_the_same_rules_nothing_is_told() -> None:
    rules = packaged_rules()
    assert what_changed(adult(), saved_rules(rules), rules, lambda _then: None) is None
    assert what_changed(adult(), None, rules, lambda _then: None) is None


def test_a_clinics_settings_are_told_with_what_they_move_and_why() -> None:
    clinic = load_rules(clinic=STUDIO)
    changed = told(saved_rules(packaged_rules()), clinic, clinic=STUDIO)
    assert changed.why[0].endswith("here those of Example studio hold.")
    assert "Last visit" in [change.what for change in changed.changes]
    exercise = next(rule for rule in changed.rules if "heavy exercise" in rule.name)
    assert (exercise.before[:7], exercise.after[:7]) == ("10 days", "14 days")
    assert exercise.set_by == "Example studio: Many of our clients train hard and in the heat."
    instruction = next(change for change in changed.changes if change.what == "No heavy exercise")
    assert instruction.before == "day 0 to day 10 after a visit"
    assert instruction.after == "day 0 to day 14 after a visit"


def test_the_plan_of_then_is_the_plan_that_those_rules_made() -> None:
    base, clinic = packaged_rules(), load_rules(clinic=STUDIO)
    there = told(saved_rules(base), clinic, clinic=STUDIO).changes
    back = told(saved_rules(clinic), base).changes
    assert [(c.what, c.before, c.after) for c in there] == [(c.what, c.after, c.before) for c in back]


def test_other_prices_are_told_as_money_alone() -> None:
    changed = told(saved_rules(load_rules(region="UK")), packaged_rules())
    assert all("£" in change.before and "$" in change.after for change in changed.changes)
    assert changed.notes == ()


def test_the_plan_of_then_has_no_prices_of_a_clinic_in_another_currency() -> None:
    """What a US plan cost is told in dollars as most clinics ask, never a UK clinic's pounds as dollars."""
    clinic = load_rules(clinic=UK)
    then = rules_as_saved(saved_rules(packaged_rules()), clinic, clinic=UK)
    assert then is not None
    assert (then.region, then.asks) == ("US", None)
    money = [c for c in told(saved_rules(packaged_rules()), clinic, clinic=UK).changes if "£" in c.after]
    assert money
    paid = {c.what: c.before for c in money if c.what in {"Deposit", "What you pay, and when"}}
    assert set(paid.values()) == {"not said"}, "most clinics' prices have no deposit and no plan of payments"
    assert all("$" in change.before for change in money if change.what not in paid)


def test_a_limit_that_the_clinic_signed_shorter_is_told_with_who_signed_it() -> None:
    """Saved with the base rules, opened at a clinic that lets people train from day 5."""
    changed = told(saved_rules(packaged_rules()), load_rules(clinic=UK), clinic=UK)
    (days,) = (change for change in changed.changes if change.what == "Days without heavy exercise")
    assert (days.before, days.after) == ("32", "15")
    (instruction,) = (change for change in changed.changes if change.what == "No heavy exercise")
    assert instruction.before == "day 0 to day 10 after a visit"
    assert instruction.after == "day 0 to day 4 after a visit"
    (exercise,) = (rule for rule in changed.rules if rule.name == "Days without heavy exercise")
    assert (exercise.before, exercise.after) == ("10 days (7 to 14)", "4 days (4 to 7)")
    assert exercise.set_by.startswith("Example clinic, signed by Dr A. Example, medical lead,")
    assert not any("outside" in note for note in changed.notes)


def test_a_limit_that_another_clinic_signed_is_that_of_the_plan_of_then() -> None:
    """Saved at that clinic, opened where the base rules hold: the limit is longer here."""
    changed = told(saved_rules(load_rules(clinic=UK)), packaged_rules())
    (days,) = (change for change in changed.changes if change.what == "Days without heavy exercise")
    assert (days.before, days.after) == ("15", "32")
    (exercise,) = (rule for rule in changed.rules if rule.name == "Days without heavy exercise")
    assert (exercise.before, exercise.after) == ("4 days (4 to 7)", "10 days (7 to 14)")


def test_a_gap_that_another_clinic_signed_is_that_of_the_plan_of_then() -> None:
    changed = told(moved(sessions__gaps__first_to_second=(3, 3, 5)), packaged_rules())
    (second,) = (change for change in changed.changes if change.what == "Visit 2")
    assert (second.before, second.after) == ("14 January 2027", "21 January 2027")


@pytest.mark.parametrize(
    ("rule", "figures", "name"),
    [
        ("instructions__direct_sun__to_day", (4000, 4000, 4000), "Days out of direct sun"),  # over a year
        ("instructions__direct_sun__to_day", (9, 3, 5), "Days out of direct sun"),  # beside its own range
        ("instructions__redness__to_day", (90, 90, 90), "Days of redness"),  # nobody signs what skin does
        ("instructions__sunscreen__spf", (1, 1, 1), "Sun protection factor of the sunscreen"),  # no days
    ],
)
def test_a_figure_that_nobody_may_sign_stays_as_it_is_now_and_is_named(
    rule: str, figures: tuple[int, int, int], name: str
) -> None:
    changed = told(moved(**{f"aftercare__{rule}": figures}), packaged_rules())
    assert changed.changes == ()
    assert "1 figure of then is outside what is accepted now, so it is left as it is now." in changed.notes
    assert f"Outside what is accepted now: {name}." in changed.notes


def test_an_instruction_with_other_words_is_named(tmp_path: Path) -> None:
    newer = edited_rules(
        tmp_path, "aftercare.yaml", "No heavy exercise and no hard", "No heavy exercise and no very hard"
    )
    changed = told(saved_rules(packaged_rules()), newer)
    assert any("have other words now: " in note for note in changed.notes)
    assert changed.notes[0] == "We found no difference in your visits, dates, money and instructions."


def test_a_rule_without_a_part_in_the_plan_is_counted_and_one_that_is_gone_too() -> None:
    then = moved(coverage__ludwig__I=(70, 40, 80), sessions__nap_hours=(1, 1, 1))
    changed = told(then, packaged_rules())
    assert changed.rules == ()
    assert "1 more rule has moved. It has no part in your plan." in changed.notes
    assert "1 rule of then is no rule any more." in changed.notes


@pytest.mark.parametrize(
    "figures",
    [(900, 900, 900), (-5, -5, -5), (Decimal("3.5"), 3, 4), (3, 4, 4)],
    ids=["beyond", "below", "half a visit", "value beside its range"],
)
def test_no_figure_of_a_file_is_planned_with_beyond_what_is_accepted(
    figures: tuple[Number, Number, Number],
) -> None:
    changed = told(moved(sessions__count=figures), packaged_rules())
    if figures[0] == 3:
        assert changed.rules[0].before == "3 visits"
    else:
        assert (
            "1 figure of then is outside what is accepted now, so it is left as it is now." in changed.notes
        )
        assert changed.changes == ()
        assert changed.rules == ()
        assert not any("more rule" in note for note in changed.notes)


def test_thousands_of_foreign_figures_are_counted_and_not_listed() -> None:
    saved = saved_rules(packaged_rules())
    many = {f"x.{number}": (1, 1, 1) for number in range(4000)}
    changed = told(replace(saved, fingerprint="another", figures={**saved.figures, **many}), packaged_rules())
    assert "4,000 rules of then are no rules any more." in changed.notes


def test_figures_that_contradict_each_other_make_no_plan_of_then() -> None:
    look = "aftercare__instructions__check_the_look"
    changed = told(
        moved(**{f"{look}__from_day": (28, 14, 30), f"{look}__to_day": (21, 21, 90)}), packaged_rules()
    )
    assert changed.changes == ()
    assert changed.notes[0].startswith("The saved figures don't fit together")


def test_a_price_of_then_is_told_with_its_own_name() -> None:
    changed = told(moved(prices__regions__US__course__points__2=(2000, 1800, 4000)), packaged_rules())
    assert "Price of all visits" in [change.what for change in changed.changes]
    assert changed.rules[0].before == "$2,000 ($1,800 to $4,000)"


def test_rules_that_can_no_longer_be_read_make_no_plan_of_then(tmp_path: Path) -> None:
    """As when a clinic's file is being written while somebody opens a saved plan."""
    broken = tmp_path / "clinic.yaml"
    broken.write_text("clinic: [", encoding="utf-8")
    saved = saved_rules(load_rules(clinic=STUDIO))
    changed = told(saved, packaged_rules(), clinic=broken)
    assert changed.changes == ()
    assert changed.notes


def test_the_hours_and_holidays_of_a_clinic_are_saved_and_planned_with_again() -> None:
    """Saved at the clinic in the UK, which is closed on Good Friday; opened where no clinic's file is."""
    good_friday = adult(calendar=CalendarAnswer(start=date(2027, 3, 26), weekdays=("fri",)))
    text = to_plan_file(good_friday, saved_rules(load_rules(clinic=UK)))
    opened = open_plan_file(read(text, "saved.json"))
    assert opened.problems == ()
    assert opened.rules == saved_rules(load_rules(clinic=UK))
    changed = told(opened.rules, packaged_rules(), good_friday)
    assert "The clinic is closed on other days than when these answers were given." in changed.why
    assert "The clinic is open at other hours than when these answers were given." in changed.why
    first = next(change for change in changed.changes if change.what == "First visit")
    assert (first.before, first.after) == ("2 April 2027", "26 March 2027")


def test_the_same_hours_in_another_order_are_no_others() -> None:
    clinic = load_rules(clinic=STUDIO)
    saved = saved_rules(clinic)
    turned = replace(saved, fingerprint="another", closed_days=saved.closed_days[::-1])
    assert told(turned, clinic, clinic=STUDIO).why == (
        "Some rules are not those of when you gave these answers.",
    )
