"""What is told of a clinic's price list when answers are opened under another one, or under none."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from smp_planner.answering.what_changed import WhatChanged, what_changed
from smp_planner.answers import read_answers
from smp_planner.domain.saved_rules import SavedRules
from smp_planner.exports.plan_file import FILE_NAME, to_plan_file
from smp_planner.rules.load import DATA, load_rules
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.saved import rules_as_saved, saved_rules
from tests.own_clinic import NAMED
from tests.people import adult

CLINIC = DATA / "clinics" / "example-clinic.yaml"
BASE, OURS = load_rules(region="UK"), load_rules(clinic=CLINIC)
THE_SAME = "We found no difference in your visits, dates, money and instructions."
THE_SAME_BUT_MONEY = "We found no difference in your visits, dates and instructions."
NO_PRICES = "Money can't be compared: these answers came without a price list of then that can be used here."
OTHER_PRICES = "Another price list holds here than when these answers were given."
OTHER_WORDS = "The price list has other words beside its prices now. Please read them anew."
MONEY = {"Price of all visits", "Each touch-up", "Cost over 10 years", "Deposit", "What you pay, and when"}


@pytest.fixture
def dearer(tmp_path: Path) -> Path:
    """The example clinic, which raises its prices and its deposit and changes nothing else."""
    moves = {"V: 1100": "V: 1340", "touch_up: 200": "touch_up: 290", "{percent: 20, ref": "{percent: 50, ref"}
    return rewritten(tmp_path, moves)


def rewritten(folder: Path, moves: Mapping[str, str]) -> Path:
    """The file of the example clinic with passages of it changed, each of which stands there once."""
    text = CLINIC.read_text(encoding="utf-8")
    for old, new in moves.items():
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    path = folder / CLINIC.name
    path.write_text(text, encoding="utf-8")
    (folder / "example-clinic.svg").write_bytes(CLINIC.with_suffix(".svg").read_bytes())
    return path


def told(saved: SavedRules, rules: RuleSet, clinic: Path | None = None) -> WhatChanged:
    changed = what_changed(adult(), saved, rules, lambda then: rules_as_saved(then, rules, clinic=clinic))
    assert changed is not None
    return changed


def file_with(rules: RuleSet, **others: object) -> SavedRules:
    """What a file that is saved under some rules holds of them, with other values under some keys."""
    file: dict[str, Any] = json.loads(to_plan_file(adult(), saved_rules(rules)))
    file["rules"] |= others
    return opened(file)


def opened(file: dict[str, Any]) -> SavedRules:
    read = read_answers(json.dumps(file), FILE_NAME)
    assert not read.problems
    assert read.saved is not None
    return read.saved


def from_before(rules: RuleSet) -> SavedRules:
    """What a file held that was saved before price lists were."""
    file: dict[str, Any] = json.loads(to_plan_file(adult(), saved_rules(rules)))
    file["rules"].pop("prices", None)
    return opened(file)


def rows(changed: WhatChanged) -> dict[str, tuple[str, str]]:
    return {change.what: (change.before, change.after) for change in changed.changes}


def test_a_price_list_that_alone_was_changed_is_told_in_every_row_of_money(dearer: Path) -> None:
    changed = told(file_with(OURS), load_rules(clinic=dearer), dearer)
    found = rows(changed)
    assert found["Price of all visits"] == ("£1,320 (£1,320 to £1,584)", "£1,608 (£1,608 to £1,872)")
    assert found["Each touch-up"] == ("£240", "£348")
    assert found["Deposit"] == ("£264", "£804")
    assert found["Cost over 10 years"] == ("£2,520 (£2,520 to £2,784)", "£3,348 (£3,348 to £3,612)")
    assert not found.keys() & {"First visit", "Last visit", "Days out of direct sun"}
    assert changed.why == (OTHER_PRICES, "Some rules are not those of when you gave these answers.")
    assert changed.notes == ()


def test_a_price_that_moved_is_told_with_its_name_and_who_set_it(dearer: Path) -> None:
    course, touch_up, deposit = told(saved_rules(OURS), load_rules(clinic=dearer), dearer).rules
    assert course == ("Price of a course at Norwood V", "£1,100", "£1,340", "Example clinic")
    assert (touch_up.name, touch_up.before, touch_up.after) == ("Price of one touch-up", "£200", "£290")
    assert deposit[:3] == ("Deposit, as a share of the total", "20 per cent", "50 per cent")


def test_the_way_back_tells_the_same_the_other_way_round(dearer: Path) -> None:
    there = rows(told(saved_rules(OURS), load_rules(clinic=dearer), dearer))
    back = rows(told(saved_rules(load_rules(clinic=dearer)), OURS, CLINIC))
    assert there == {what: (after, before) for what, (before, after) in back.items()}


def test_from_usual_prices_to_a_clinics_and_back_the_money_is_told() -> None:
    there = told(file_with(BASE), OURS, CLINIC)
    back = told(file_with(OURS), BASE)
    assert rows(there).keys() >= MONEY
    assert rows(there)["Deposit"] == ("not said", "£264")
    for what in MONEY:
        assert rows(back)[what] == rows(there)[what][::-1]
    assert OTHER_PRICES in there.why
    assert OTHER_PRICES in back.why
    assert NO_PRICES not in (*there.notes, *back.notes)


def test_between_a_clinic_without_a_price_list_and_none_the_money_is_the_same(tmp_path: Path) -> None:
    """It is known that neither had a list, so none is missed."""
    path = tmp_path / "clinic.yaml"
    path.write_text(NAMED, encoding="utf-8")
    plain = load_rules(clinic=path)
    assert told(file_with(plain), BASE).notes[0] == THE_SAME
    assert OTHER_PRICES not in told(file_with(plain), BASE).why


def test_prices_in_another_currency_are_those_of_then() -> None:
    """Saved at the clinic in the UK, opened where nobody named a region: pounds then, dollars now."""
    found = rows(told(file_with(OURS), load_rules()))
    assert found["Price of all visits"][0] == "£1,320 (£1,320 to £1,584)"
    assert found["Price of all visits"][1].startswith("$")


def test_other_words_of_a_price_list_are_told_where_its_figures_are_the_same(tmp_path: Path) -> None:
    path = rewritten(tmp_path, {"up to 7 days before": "up to 30 days before"})
    changed = told(file_with(OURS), load_rules(clinic=path), path)
    assert changed.changes == ()
    assert changed.notes == (THE_SAME, OTHER_WORDS)


def test_what_is_saved_of_a_price_list_holds_none_of_its_words() -> None:
    text = to_plan_file(adult(), saved_rules(OURS))
    assert '"percent": 20' in text
    for words in ("VAT", "Given back", "patch test", "Travel"):
        assert words not in text


@pytest.mark.parametrize("now", ["dearer", "the same list", "no clinic"])
def test_of_a_file_from_before_no_money_is_told_and_that_it_is_not(now: str, dearer: Path) -> None:
    clinic = {"dearer": dearer, "the same list": CLINIC, "no clinic": None}[now]
    rules = load_rules(clinic=clinic) if clinic else BASE
    changed = told(replace(from_before(OURS), fingerprint="another"), rules, clinic)
    assert NO_PRICES in changed.notes
    assert not any("£" in told for change in changed.changes for told in (change.before, change.after))
    assert not any(rule.name.startswith("Price") for rule in changed.rules)
    assert OTHER_PRICES not in changed.why
    assert THE_SAME not in changed.notes
    assert (THE_SAME_BUT_MONEY in changed.notes) == bool(clinic)


def test_a_file_from_before_that_knew_no_clinic_has_the_usual_prices_of_then() -> None:
    changed = told(from_before(BASE), OURS, CLINIC)
    assert rows(changed).keys() >= MONEY
    assert NO_PRICES not in changed.notes


@pytest.mark.parametrize(
    "moved",
    [
        {"touch_up": 90_000},
        {"touch_up": -5},
        {"touch_up": 200.001},
        {"touch_up": 10**12},
        {"deposit": {"percent": 100, "refund": "0ea44ff9"}},
        {"stage": {"norwood": {"V": 1100}, "scars": 500}},
        {"hour": 100},
    ],
)
def test_a_price_list_that_no_clinic_may_have_is_not_planned_with(moved: Mapping[str, object]) -> None:
    prices = {**json.loads(to_plan_file(adult(), saved_rules(OURS)))["rules"]["prices"], **moved}
    changed = told(file_with(OURS, prices=prices, fingerprint="another"), OURS, CLINIC)
    assert changed.changes == ()
    assert changed.notes == (THE_SAME_BUT_MONEY, NO_PRICES)


def test_what_is_no_price_list_is_refused_with_its_place() -> None:
    file = json.loads(to_plan_file(adult(), saved_rules(OURS)))
    file["rules"]["prices"]["touch_up"] = "much"
    (problem,) = read_answers(json.dumps(file, indent=1), FILE_NAME).problems
    assert problem.key == "rules.prices.touch_up"
    assert problem.message == "should be a number; found 'much'"
    assert problem.place.line > 1


def test_a_document_by_another_name_makes_no_other_price_list(tmp_path: Path) -> None:
    moves = {
        "example-clinic-prices: {title": "our-list: {title",
        "sources: [example-clinic-prices]": "sources: [our-list]",
    }
    renamed = rewritten(tmp_path, moves)
    changed = told(saved_rules(OURS), load_rules(clinic=renamed), renamed)
    assert OTHER_PRICES not in changed.why
    assert (changed.changes, changed.rules) == ((), ())
