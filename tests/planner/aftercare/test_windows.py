"""Days of each rule and their windows over the visits."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smp_planner.domain.care import Window
from smp_planner.domain.intake import EventKind
from smp_planner.domain.provenance import Step
from smp_planner.planner.aftercare.days import list_days
from smp_planner.planner.aftercare.lengths import care_lengths, measure_lengths
from smp_planner.planner.aftercare.windows import lay_windows
from smp_planner.planner.drivers import Drivers
from smp_planner.rules.ruleset import RuleSet
from tests.care_people import CARE_DRIVERS, NONE, drivers, visits_with_gaps
from tests.comparison_rules import row_of
from tests.edited_rules import edited_rules
from tests.people import START


def laid(
    rules: RuleSet, visits: tuple[date, ...], who: Drivers = NONE
) -> tuple[dict[str, list[Window]], dict[str, Step]]:
    """Windows by rule, and steps by rule."""
    windows, steps = lay_windows(visits, measure_lengths(who, rules), rules)
    by_rule: dict[str, list[Window]] = {}
    for window in windows:
        by_rule.setdefault(window.rule, []).append(window)
    return by_rule, {step.field.removeprefix("aftercare.windows."): step for step in steps}


def spans(windows: list[Window]) -> list[tuple[int, int, tuple[int, ...]]]:
    """First and last day, counted from the first visit, and the visits."""
    return [((w.from_ - START).days, (w.to - START).days, w.sessions) for w in windows]


# --- The rules ------------------------------------------------------------------------------


def test_rules_that_lean_on_others_stand_below_them(rules: RuleSet) -> None:
    above: set[str] = set()
    for id_, instruction in rules.aftercare.instructions.items():
        for other in (instruction.starts_after, instruction.ends_with):
            assert other is None or other in above, id_
        assert (instruction.to_day is None) is (instruction.ends_with is not None), id_
        above.add(id_)


def test_ids_that_the_outside_relies_on_are_things_to_avoid(rules: RuleSet) -> None:
    for id_ in ("direct_sun", "heavy_exercise", "swimming", "sauna_steam", "shampoo", "foil_shave"):
        assert rules.aftercare.instructions[id_].kind == "avoid"


def test_the_rules_of_the_article_are_hard_limits_and_say_where_clinics_differ(rules: RuleSet) -> None:
    for id_, limits in {"direct_sun": (28, 42), "heavy_exercise": (7, 14)}.items():
        instruction = rules.aftercare.instructions[id_]
        assert instruction.to_day is not None
        assert instruction.to_day.read().limits == limits
        assert instruction.differs
        assert "article" in instruction.to_day.read().sources


def test_every_event_kind_has_its_rule_and_its_words(rules: RuleSet) -> None:
    book = rules.aftercare
    assert book.events == {
        "be_ready": "settled",
        "sun": "direct_sun",
        "sport": "heavy_exercise",
        "swimming": "swimming",
    }
    assert book.events.keys() <= book.event_words.keys()
    assert book.events_together.sun_and_swimming == ["sun", "swimming"]
    known = {*book.events, *book.events_together.model_fields_set}
    assert known == set(get_args(EventKind)) == rules.intake.choices["event_kind"].keys()
    assert book.events_before.sun == "tan_or_sunburn"
    assert book.instructions[book.events_shown.be_ready].kind == "expect"


# --- Lengths --------------------------------------------------------------------------------


def test_lengths_for_somebody_without_any_driver(rules: RuleSet) -> None:
    assert care_lengths(measure_lengths(NONE, rules)) == {
        "direct_sun": 28, "heavy_exercise": 10, "swimming": 28, "sauna_steam": 28, "touching": 3,
        "shampoo": 4, "normal_shampoo": 9, "creams": 3, "foil_shave": 5, "razor": 9, "tight_hats": 3,
        "exfoliant": 28, "self_tan_and_dye": 28, "rinse": 4, "mild_shampoo": 9, "moisturise": 28,
        "hat": 28, "sunscreen": 28, "check_the_look": 28, "redness": 3, "scabs": 7, "darker_than_final": 28,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("present", "rule", "days"),
    [
        ({"fair_skin"}, "direct_sun", 35),
        ({"sensitive"}, "direct_sun", 35),
        ({"high_sun"}, "direct_sun", 35),
        ({"large_area"}, "direct_sun", 31),
        ({"fair_skin", "large_area"}, "direct_sun", 38),
        ({"fair_skin", "sensitive"}, "direct_sun", 42),
        ({"fair_skin", "sensitive", "high_sun", "large_area"}, "direct_sun", 42),
        ({"heavy_sweat"}, "heavy_exercise", 12),
        ({"oily"}, "heavy_exercise", 12),
        ({"large_area"}, "heavy_exercise", 12),
        ({"scar_tissue"}, "heavy_exercise", 11),
        ({"heavy_sweat", "oily", "large_area", "scar_tissue"}, "heavy_exercise", 14),
        ({"oily"}, "creams", 5),
        ({"fair_skin"}, "hat", 35),
        ({"fair_skin"}, "sunscreen", 35),
        ({"swims", "crisp_look", "alopecia"}, "swimming", 28),
    ],
)
def test_drivers_lengthen_a_rule_up_to_its_limit(
    rules: RuleSet, present: set[str], rule: str, days: int
) -> None:
    assert care_lengths(measure_lengths(drivers(present), rules))[rule] == days


@given(st.sets(st.sampled_from(CARE_DRIVERS)), st.sets(st.sampled_from(CARE_DRIVERS)))
def test_more_drivers_never_shorten_and_never_cross_the_limits(
    rules: RuleSet, some: set[str], more: set[str]
) -> None:
    short, long = measure_lengths(drivers(some), rules), measure_lengths(drivers(some | more), rules)
    unsure = measure_lengths(drivers(some, more), rules)
    for rule, length in short.items():
        assert length.days <= long[rule].days
        assert unsure[rule].days == length.days
        assert unsure[rule].at_most == (
            long[rule].days if rules.aftercare.instructions[rule].to_day else length.days
        )
        to_day = rules.aftercare.instructions[rule].to_day
        if to_day is not None:
            low, high = to_day.read().limits
            assert low <= length.days <= long[rule].days <= high


def test_part_of_a_day_counts_as_one(tmp_path: Path) -> None:
    old = "label: Days without heavy exercise, value: 10"
    rules = edited_rules(tmp_path, "aftercare.yaml", old, old.replace("10", "9.5"))
    assert care_lengths(measure_lengths(NONE, rules))["heavy_exercise"] == 10
    assert care_lengths(measure_lengths(drivers({"oily"}), rules))["heavy_exercise"] == 12


# --- Windows --------------------------------------------------------------------------------


def test_an_avoid_window_begins_on_the_visit_and_holds_both_ends(rules: RuleSet) -> None:
    windows, _ = laid(rules, visits_with_gaps(60))
    assert spans(windows["direct_sun"]) == [(0, 28, (1,)), (60, 88, (2,))]
    assert spans(windows["shampoo"]) == [(0, 4, (1,)), (60, 64, (2,))]
    assert spans(windows["foil_shave"]) == [(0, 5, (1,)), (60, 65, (2,))]


def test_windows_that_overlap_or_touch_are_one(rules: RuleSet) -> None:
    # exercise 10 days: visits 11 days apart touch, 12 apart leave a free day
    touching, _ = laid(rules, visits_with_gaps(11, 12))
    assert spans(touching["heavy_exercise"]) == [(0, 21, (1, 2)), (23, 33, (3,))]
    overlapping, _ = laid(rules, visits_with_gaps(10, 28, 28))
    assert spans(overlapping["direct_sun"]) == [(0, 94, (1, 2, 3, 4))]


def test_a_new_visit_starts_the_clock_of_what_to_do_anew(rules: RuleSet) -> None:
    windows, _ = laid(rules, visits_with_gaps(10, 28))
    # cream from day 4 up to the day before the next visit, at last to day 28
    assert spans(windows["moisturise"]) == [(4, 9, (1,)), (14, 37, (2,)), (42, 66, (3,))]
    assert spans(windows["mild_shampoo"]) == [(5, 9, (1,)), (15, 19, (2,)), (43, 47, (3,))]
    assert spans(windows["rinse"]) == [(4, 4, (1,)), (14, 14, (2,)), (42, 42, (3,))]


def test_what_to_do_ends_the_day_before_the_next_visit(rules: RuleSet) -> None:
    assert spans(laid(rules, visits_with_gaps(28))[0]["moisturise"])[0] == (4, 27, (1,))
    assert spans(laid(rules, visits_with_gaps(29))[0]["moisturise"])[0] == (4, 28, (1,))


def test_what_would_begin_after_the_next_visit_falls_away(rules: RuleSet) -> None:
    assert spans(laid(rules, visits_with_gaps(14))[0]["sunscreen"]) == [(28, 42, (2,))]
    assert spans(laid(rules, visits_with_gaps(15))[0]["sunscreen"]) == [(14, 14, (1,)), (29, 43, (2,))]


def test_what_to_expect_without_a_break_is_one_window(rules: RuleSet) -> None:
    windows, _ = laid(rules, visits_with_gaps(10, 28))
    assert spans(windows["darker_than_final"]) == [(0, 66, (1, 2, 3))]
    assert spans(windows["redness"]) == [(0, 3, (1,)), (10, 13, (2,)), (38, 41, (3,))]


def test_what_counts_from_the_last_visit_counts_from_no_other(rules: RuleSet) -> None:
    windows, steps = laid(rules, visits_with_gaps(60, 60))
    assert spans(windows["check_the_look"]) == [(141, 148, (3,))]
    assert steps["check_the_look"].because.endswith(
        "The rule runs from day 21 to day 28 after the last visit."
    )


def test_a_rule_without_any_day_has_neither_window_nor_step(tmp_path: Path) -> None:
    old = "label: First day for the check, value: 21"
    rules = edited_rules(tmp_path, "aftercare.yaml", old, old.replace("21", "29"))
    windows, steps = laid(rules, visits_with_gaps(10, 28))
    assert "check_the_look" not in windows
    assert "check_the_look" not in steps
    assert "redness" in steps


def test_part_of_a_first_day_counts_as_one(tmp_path: Path) -> None:
    old = "label: First day of sunscreen, value: 14"
    rules = edited_rules(tmp_path, "aftercare.yaml", old, old.replace("14", "14.5"))
    assert spans(laid(rules, visits_with_gaps(60))[0]["sunscreen"])[0] == (15, 28, (1,))


def test_windows_come_in_the_order_of_the_rules_and_of_the_days(rules: RuleSet) -> None:
    windows, _ = lay_windows(visits_with_gaps(10, 28), measure_lengths(NONE, rules), rules)
    order = list(rules.aftercare.instructions)
    places = [(order.index(w.rule), w.from_) for w in windows]
    assert places == sorted(places)
    assert {w.rule for w in windows} == set(order)
    assert all(w.kind == rules.aftercare.instructions[w.rule].kind for w in windows)


# --- Words ----------------------------------------------------------------------------------


def test_a_window_says_this_persons_days(rules: RuleSet) -> None:
    windows, _ = laid(rules, visits_with_gaps(60), drivers({"fair_skin"}))
    assert windows["direct_sun"][0].say == (
        "Keep your scalp out of direct sun for 35 days after each visit."
        " Stay in the shade or wear a loose hat."
    )
    assert windows["shampoo"][0].say == "No shampoo of any kind before day 5 after a visit."


def test_a_window_says_where_most_clinics_differ(rules: RuleSet) -> None:
    windows, _ = laid(rules, visits_with_gaps(60))
    assert windows["heavy_exercise"][0].differs == (
        "Most clinics allow full exercise from day 5 to 7. This plan keeps to 7 to 14 days after each visit."
    )
    assert windows["swimming"][0].differs is None


def test_a_missing_answer_keeps_the_days_and_says_how_many_it_may_be(rules: RuleSet) -> None:
    windows, steps = laid(rules, visits_with_gaps(60), drivers({"large_area"}, {"fair_skin", "high_sun"}))
    window = windows["direct_sun"][0]
    assert spans([window]) == [(0, 31, (1,))]
    assert window.say.endswith(" If you have fair skin or get much sun, make it up to 42 days.")
    assert [r.id.rsplit(".", 1)[-1] for r in steps["direct_sun"].rules] == [
        "direct_sun", "to_day", "large_area", "fair_skin", "high_sun",
    ]  # fmt: skip


def test_several_missing_answers_are_told_as_one_list(rules: RuleSet) -> None:
    unsure = drivers(unsure={"fair_skin", "sensitive", "high_sun"})
    assert laid(rules, visits_with_gaps(60), unsure)[0]["direct_sun"][0].say.endswith(
        " If you have fair skin, have sensitive skin or get much sun, make it up to 42 days."
    )


def test_redness_lasts_as_long_at_most_as_the_comparison_says(rules: RuleSet) -> None:
    windows, _ = laid(rules, visits_with_gaps(60))
    assert (
        windows["redness"][0].say == "Some redness and slight swelling are usual for 2 to 5 days, mostly 3."
    )
    assert row_of(rules, "days_off_work").cell("smp").read().high == 5


def test_a_rule_that_ends_with_another_repeats_no_doubt(rules: RuleSet) -> None:
    windows, _ = laid(rules, visits_with_gaps(60), drivers(unsure={"fair_skin"}))
    assert windows["hat"][0].say == "Wear a loose, clean hat outdoors."


# --- Trace ----------------------------------------------------------------------------------


def test_a_step_says_the_days_of_its_rule(rules: RuleSet) -> None:
    _, steps = laid(rules, visits_with_gaps(60))
    swimming = steps["swimming"]
    assert swimming.value == 28
    assert swimming.because == (
        f"{rules.aftercare.instructions['swimming'].why} The rule runs from day 0 to day 28 after each visit."
    )
    assert [r.id for r in swimming.rules] == [
        "aftercare.instructions.swimming",
        "aftercare.instructions.swimming.to_day",
    ]
    assert swimming.uses == ()


def test_a_longer_rule_says_why_and_how_far_it_may_go(rules: RuleSet) -> None:
    _, steps = laid(rules, visits_with_gaps(60), drivers({"fair_skin", "large_area"}))
    assert steps["direct_sun"].because == (
        "Sun fades fresh pigment and harms healing skin."
        " The rule is 28 days, and longer because you have fair skin and have a large area done:"
        " 38 days, never over 42."
    )
    assert steps["direct_sun"].value == 38


def test_a_rule_that_leans_on_others_names_them(rules: RuleSet) -> None:
    _, steps = laid(rules, visits_with_gaps(60))
    assert steps["mild_shampoo"].uses == (
        "aftercare.windows.shampoo",
        "aftercare.windows.normal_shampoo",
    )
    assert steps["mild_shampoo"].because.endswith("The rule runs from day 5 to day 9 after each visit.")
    assert steps["moisturise"].uses == ("aftercare.windows.creams",)
    assert [r.id for r in steps["sunscreen"].rules] == [
        "aftercare.instructions.sunscreen",
        "aftercare.instructions.sunscreen.from_day",
        "aftercare.instructions.sunscreen.spf",
    ]


# --- By day ---------------------------------------------------------------------------------

people = st.builds(drivers, st.sets(st.sampled_from(CARE_DRIVERS)))
courses = st.lists(st.integers(7, 60), min_size=2, max_size=5).map(lambda gaps: visits_with_gaps(*gaps))


@given(courses, people)
def test_windows_of_one_rule_leave_a_free_day_between_them(
    rules: RuleSet, visits: tuple[date, ...], who: Drivers
) -> None:
    for windows in laid(rules, visits, who)[0].values():
        for earlier, later in pairwise(windows):
            assert earlier.to + timedelta(days=1) < later.from_
            assert earlier.sessions[-1] < later.sessions[0]


@given(courses, people)
def test_only_what_to_avoid_goes_on_past_the_next_visit(
    rules: RuleSet, visits: tuple[date, ...], who: Drivers
) -> None:
    lengths = care_lengths(measure_lengths(who, rules))
    for windows in laid(rules, visits, who)[0].values():
        for window in windows:
            first, last = visits[window.sessions[0] - 1], visits[window.sessions[-1] - 1]
            assert first <= window.from_
            assert window.to <= last + timedelta(days=lengths[window.rule])
            if window.kind == "avoid":
                assert window.from_ == first
                assert window.to == last + timedelta(days=lengths[window.rule])


@given(courses, people)
def test_a_day_lists_exactly_the_rules_whose_windows_hold_it(
    rules: RuleSet, visits: tuple[date, ...], who: Drivers
) -> None:
    windows, _ = lay_windows(visits, measure_lengths(who, rules), rules)
    days = list_days(windows)
    assert days[0].date == visits[0]
    assert days[-1].date == max(window.to for window in windows)
    for number, day in enumerate(days):
        assert day.date == visits[0] + timedelta(days=number)
        for kind, found in (("avoid", day.avoid), ("do", day.do), ("expect", day.expect)):
            held = [w.rule for w in windows if w.kind == kind and w.from_ <= day.date <= w.to]
            assert list(found) == held


def test_equal_days_share_their_ids(rules: RuleSet) -> None:
    days = list_days(lay_windows(visits_with_gaps(60), measure_lengths(NONE, rules), rules)[0])
    assert days[0].avoid is days[1].avoid
    assert days[0].avoid is days[60].avoid


def test_days_free_of_everything_stand_between_visits_too(rules: RuleSet) -> None:
    days = list_days(lay_windows(visits_with_gaps(60), measure_lengths(NONE, rules), rules)[0])
    assert (days[40].avoid, days[40].do, days[40].expect) == ((), (), ())
