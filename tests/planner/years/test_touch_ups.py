"""Checks come within 12 to 24 months by what speeds fading; the curve falls and its band widens."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smp_planner.domain.calendar_math import add_months
from smp_planner.domain.provenance import Step
from smp_planner.domain.quantities import Estimate, Number
from smp_planner.domain.years import FadePoint, TouchUp, TouchUps
from smp_planner.planner.drivers import Drivers
from smp_planner.planner.years.touch_ups import checks_within, schedule_touch_ups
from smp_planner.rules.load import load_rules
from smp_planner.rules.ruleset import RuleSet
from tests.edited_rules import edited_rules

LAST = date(2027, 3, 31)
MONTHS_OFF = {
    "high_sun": 4, "oily": 3, "swims": 3, "heavy_sweat": 2, "dry_flaky": 2, "scar_tissue": 3, "crisp_look": 3,
}  # fmt: skip


def drivers(*present: str, unsure: tuple[str, ...] = ()) -> Drivers:
    return Drivers(present=frozenset(present), unsure=frozenset(unsure))


def plan(rules: RuleSet, of: Drivers, *, only_scars: bool = False, fades_fast: bool = False) -> TouchUps:
    return schedule_touch_ups(LAST, of, rules, only_scars=only_scars, fades_fast=fades_fast)[0]


def trace(
    rules: RuleSet, of: Drivers, *, only_scars: bool = False, fades_fast: bool = False
) -> dict[str, Step]:
    _, tell = schedule_touch_ups(LAST, of, rules, only_scars=only_scars, fades_fast=fades_fast)
    steps = list(tell())
    assert len({step.field for step in steps}) == len(steps)
    return {step.field: step for step in steps}


def months(low: Number, typical: Number, high: Number) -> Estimate:
    return Estimate(low, typical, high, "months")


any_drivers = st.sets(st.sampled_from(sorted(MONTHS_OFF)))


# --- the interval -------------------------------------------------------------------------


def test_without_drivers_a_check_comes_after_24_months(rules: RuleSet) -> None:
    assert plan(rules, drivers()).interval_months == months(24, 24, 24)


@pytest.mark.parametrize(("name", "off"), MONTHS_OFF.items())
def test_each_driver_takes_its_months_off(rules: RuleSet, name: str, off: int) -> None:
    assert plan(rules, drivers(name)).interval_months.typical == 24 - off


def test_drivers_add_up_and_move_one_at_a_time(rules: RuleSet) -> None:
    # 24 - 4 - 3 = 17; sun from 0 to 8 instead of 4 is the widest move: 17 - 4 and 17 + 4
    assert plan(rules, drivers("high_sun", "oily")).interval_months == months(13, 17, 21)


def test_the_interval_never_falls_under_12_months(rules: RuleSet) -> None:
    # 24 - 20 = 4, and one driver without effect gives 8
    assert plan(rules, drivers(*MONTHS_OFF)).interval_months == months(12, 12, 12)


def test_the_interval_never_grows_over_24_months(rules: RuleSet) -> None:
    # 24 - 4 = 20, from 16 to 24
    assert plan(rules, drivers("high_sun")).interval_months == months(16, 20, 24)


def test_an_unsure_driver_lowers_the_low_end_only(rules: RuleSet) -> None:
    # sun may cost up to 8 months
    assert plan(rules, drivers(unsure=("high_sun",))).interval_months == months(16, 24, 24)


def test_unsure_drivers_move_one_at_a_time(rules: RuleSet) -> None:
    assert plan(rules, drivers(unsure=("high_sun", "oily", "swims"))).interval_months.low == 16


def test_a_driver_that_is_no_driver_here_changes_nothing(rules: RuleSet) -> None:
    assert plan(rules, drivers("dense_look", unsure=("fair_skin",))) == plan(rules, drivers())


def test_fast_fading_means_the_shortest_interval_whatever_the_drivers(rules: RuleSet) -> None:
    fast = plan(rules, drivers("oily", unsure=("high_sun",)), fades_fast=True)
    assert fast.interval_months == months(12, 12, 12)


def test_a_clinics_interval_is_where_the_drivers_start_from(tmp_path: Path) -> None:
    file = tmp_path / "clinic.yaml"
    file.write_text(
        "name: Somewhere\noverrides:\n  touch_ups.interval_months:\n"
        "    {value: 18, reason: we look sooner, sources: [our-judgement]}\n"
    )
    rules = load_rules(clinic=file)
    assert plan(rules, drivers("high_sun")).interval_months == months(12, 14, 18)


@given(present=any_drivers, unsure=any_drivers)
def test_the_interval_keeps_its_order_and_its_limits(
    rules: RuleSet, present: set[str], unsure: set[str]
) -> None:
    interval = plan(rules, drivers(*present, unsure=tuple(unsure - present))).interval_months
    assert 12 <= interval.low <= interval.typical <= interval.high <= 24


@given(present=any_drivers, name=st.sampled_from(sorted(MONTHS_OFF)))
def test_an_unsure_range_holds_what_either_answer_would_plan(
    rules: RuleSet, present: set[str], name: str
) -> None:
    others = present - {name}
    unsure = plan(rules, drivers(*others, unsure=(name,))).interval_months
    for answer in (drivers(*others), drivers(*others, name)):
        assert unsure.low <= plan(rules, answer).interval_months.typical <= unsure.high


# --- the checks ---------------------------------------------------------------------------


def test_checks_count_from_the_planned_day_of_the_one_before(rules: RuleSet) -> None:
    # oily and crisp: 18 months, from 15 to 21; 31 March clamps to the month's end
    items = plan(rules, drivers("oily", "crisp_look")).items
    assert items[:2] == (
        TouchUp(number=1, from_=date(2028, 6, 30), typical=date(2028, 9, 30), to=date(2028, 12, 31)),
        TouchUp(number=2, from_=date(2029, 12, 31), typical=date(2030, 3, 31), to=date(2030, 6, 30)),
    )


def test_checks_run_for_ten_years_the_last_day_included(rules: RuleSet) -> None:
    # 120 months hold 5 of 24, 6 of 18 (108) and 10 of 12
    assert [item.number for item in plan(rules, drivers()).items] == [1, 2, 3, 4, 5]
    assert plan(rules, drivers()).items[-1].typical == date(2037, 3, 31)
    assert len(plan(rules, drivers("oily", "crisp_look")).items) == 6
    assert len(plan(rules, drivers(), fades_fast=True).items) == 10


@given(present=any_drivers, unsure=any_drivers, last=st.dates(date(2020, 1, 1), date(2101, 12, 31)))
def test_spans_hold_their_day_and_never_overlap(
    rules: RuleSet, present: set[str], unsure: set[str], last: date
) -> None:
    found = drivers(*present, unsure=tuple(unsure - present))
    touch_ups, _ = schedule_touch_ups(last, found, rules, only_scars=False)
    assert all(item.from_ <= item.typical <= item.to for item in touch_ups.items)
    assert all(one.to <= two.from_ for one, two in pairwise(touch_ups.items))
    assert touch_ups.items[0].from_ >= add_months(last, 12)
    assert touch_ups.items[0].to <= add_months(last, 24)


@pytest.mark.parametrize(
    ("years", "interval", "count"),
    [(1, 12, 1), (1, 13, 0), (5, 24, 2), (5, 20, 3), (10, 18, 6), (10, 12, 10)],
)
def test_checks_within_counts_whole_intervals(years: int, interval: int, count: int) -> None:
    assert checks_within(years, interval) == count


# --- the fading curve ---------------------------------------------------------------------


def point(touch_ups: TouchUps, at: int) -> tuple[Number, Number, Number]:
    found = next(p for p in touch_ups.fade if p.months == at)
    return found.low, found.typical, found.high


def thousandths(*shares: str) -> tuple[Decimal, ...]:
    return tuple(map(Decimal, shares))


def test_the_curve_starts_whole_and_has_its_months(rules: RuleSet) -> None:
    fade = plan(rules, drivers()).fade
    assert fade[0] == FadePoint(months=0, low=1, typical=1, high=1)
    assert [p.months for p in fade] == [0, 6, 12, 24, 36, 48, 60, 84, 120]


def test_the_first_months_lose_what_was_measured(rules: RuleSet) -> None:
    # 0.10, from 0.09 to 0.11
    assert point(plan(rules, drivers()), 6) == thousandths("0.89", "0.9", "0.91")


def test_scars_alone_lose_more_at_first(rules: RuleSet) -> None:
    # 0.18, from 0.16 to 0.20
    scars = plan(rules, drivers("scar_tissue"), only_scars=True)
    assert point(scars, 6) == thousandths("0.8", "0.82", "0.84")


def test_scars_among_other_skin_widen_the_band_and_leave_the_rest_as_it_was(rules: RuleSet) -> None:
    # 0.10, from 0.09; the scars lose up to 0.20. A year: 0.80 x 0.90^0.5
    mixed = plan(rules, drivers("scar_tissue"))
    assert point(mixed, 6) == thousandths("0.8", "0.9", "0.91")
    assert point(mixed, 12) == thousandths("0.759", "0.863", "0.882")


def test_a_scar_that_may_be_there_widens_the_band_too(rules: RuleSet) -> None:
    assert plan(rules, drivers(unsure=("scar_tissue",))).fade == plan(rules, drivers("scar_tissue")).fade


def test_a_larger_loss_in_scars_moves_the_low_end_of_mixed_skin(tmp_path: Path) -> None:
    edited = edited_rules(
        tmp_path, "touch_ups.yaml", "value: 0.18, range: [0.16, 0.20]", "value: 0.35, range: [0.16, 0.35]"
    )
    mixed = plan(edited, drivers("scar_tissue"))
    assert point(mixed, 6) == thousandths("0.65", "0.9", "0.91")


def test_later_a_share_of_the_rest_goes_each_year(rules: RuleSet) -> None:
    # half a year: 0.89 x 0.90^0.5, 0.90 x 0.92^0.5, 0.91 x 0.94^0.5; nine and a half: the same ^9.5
    touch_ups = plan(rules, drivers())
    assert point(touch_ups, 12) == thousandths("0.844", "0.863", "0.882")
    assert point(touch_ups, 120) == thousandths("0.327", "0.408", "0.506")


def test_between_the_start_and_the_first_measure_the_line_is_straight(rules: RuleSet) -> None:
    # half of the way: 1 - 0.11 / 2, 1 - 0.10 / 2, 1 - 0.09 / 2
    fade = rules.touch_ups.fade.model_copy(update={"months": [3]})
    table = rules.touch_ups.model_copy(update={"fade": fade})
    assert point(plan(replace(rules, touch_ups=table), drivers()), 3) == thousandths("0.945", "0.95", "0.955")


def test_fast_fading_takes_the_highest_yearly_loss(rules: RuleSet) -> None:
    # 0.89, 0.90 and 0.91 x 0.90^0.5
    assert point(plan(rules, drivers(), fades_fast=True), 12) == thousandths("0.844", "0.854", "0.863")


@given(present=any_drivers)
def test_the_curve_falls_and_its_band_never_narrows(rules: RuleSet, present: set[str]) -> None:
    fade = plan(rules, drivers(*present)).fade
    for one, two in pairwise(fade):
        assert two.low < one.low
        assert two.typical < one.typical
        assert two.high < one.high
        assert two.high - two.low >= one.high - one.low
    assert all(0 <= p.low <= p.typical <= p.high <= 1 for p in fade)


# --- words and trace ----------------------------------------------------------------------


def test_the_notes_say_the_months_of_the_rules(rules: RuleSet) -> None:
    notes = plan(rules, drivers()).notes
    assert len(notes) == len(rules.touch_ups.notes)
    assert "never within 6 months" in notes[0]
    assert "measured for 6 months only" in notes[1]
    assert not any("{" in note for note in notes)


def test_every_figure_has_a_step_with_its_value(rules: RuleSet) -> None:
    of = drivers("oily")
    touch_ups, steps = plan(rules, of), trace(rules, of)
    assert set(steps) == {
        "touch_ups.interval_months",
        *(f"touch_ups.items.{item.number}" for item in touch_ups.items),
        *(f"touch_ups.within.{years}" for years in ("1y", "5y", "10y")),
        *(f"touch_ups.fade.{p.months}" for p in touch_ups.fade),
        "touch_ups.notes",
    }
    assert steps["touch_ups.interval_months"].value == touch_ups.interval_months
    assert steps["touch_ups.items.2"].value == touch_ups.items[1].typical
    assert steps["touch_ups.fade.12"].value == Estimate(*point(touch_ups, 12), "share")
    assert steps["touch_ups.notes"].value is None
    assert all(step.rules for step in steps.values())


def test_the_interval_rests_on_its_rule_and_the_drivers_in_play(rules: RuleSet) -> None:
    of = drivers("oily", unsure=("high_sun",))
    step = trace(rules, of)["touch_ups.interval_months"]
    assert [reading.id for reading in step.rules] == [
        "touch_ups.interval_months",
        "touch_ups.sooner_for.oily",
        "touch_ups.sooner_for.high_sun",
    ]


def test_under_fast_fading_the_interval_rests_on_its_rule_alone(rules: RuleSet) -> None:
    step = trace(rules, drivers("oily", unsure=("swims",)), fades_fast=True)["touch_ups.interval_months"]
    assert [reading.id for reading in step.rules] == ["touch_ups.interval_months"]
    assert step.because.startswith("This assumes that the look fades fast")


@pytest.mark.parametrize(
    ("of", "because"),
    [
        (drivers(), "Nothing you told us brings a check forward, so the usual gap of the rule holds."),
        (drivers("oily"), "Checks come sooner because of oily skin."),
        (
            drivers("oily", "swims", "high_sun"),
            "Checks come sooner because of a lot of sun, oily skin and swimming.",
        ),
        (
            drivers("oily", unsure=("swims", "heavy_sweat")),
            "Checks come sooner because of oily skin."
            " It may be sooner still, as we don't know about swimming and heavy sweat.",
        ),
    ],
)
def test_the_reason_names_what_counts(rules: RuleSet, of: Drivers, because: str) -> None:
    assert trace(rules, of)["touch_ups.interval_months"].because == because


def test_a_driver_without_a_name_is_named_by_its_key(rules: RuleSet) -> None:
    rows = rules.touch_ups.sooner_for.rows
    nameless = rows | {"oily": rows["oily"].model_copy(update={"name": None})}
    sooner_for = rules.touch_ups.sooner_for.model_copy(update={"rows": nameless})
    table = rules.touch_ups.model_copy(update={"sooner_for": sooner_for})
    step = trace(replace(rules, touch_ups=table), drivers("oily"))["touch_ups.interval_months"]
    assert step.because == "Checks come sooner because of oily."


def test_a_check_rests_on_the_last_visit_and_the_interval(rules: RuleSet) -> None:
    steps = trace(rules, drivers())
    first, second = steps["touch_ups.items.1"], steps["touch_ups.items.2"]
    assert first.uses == ("sessions.last_on", "touch_ups.interval_months")
    every = steps["touch_ups.interval_months"]
    *between, horizon, earliest = first.rules
    assert tuple(between) == every.rules
    assert [horizon.id, earliest.id] == ["touch_ups.horizon_years", "touch_ups.earliest_months"]
    assert first.because == f"24 months after your last visit. {every.because}"
    assert second.because == f"24 months after the check before. {every.because}"


def test_where_a_scar_may_be_done_the_curve_says_that_it_allows_for_one(rules: RuleSet) -> None:
    people = drivers("scar_tissue"), drivers(unsure=("scar_tissue",)), drivers()
    scarred, perhaps, plain = (trace(rules, who)["touch_ups.fade.6"] for who in people)
    assert perhaps.value == scarred.value != plain.value
    assert scarred.because.endswith("Scars fade sooner: the low end is theirs.")
    assert perhaps.because.endswith("If a scar is done, it fades sooner: the low end allows for that.")


def test_only_what_was_measured_is_said_to_be(rules: RuleSet) -> None:
    steps = trace(rules, drivers())
    early, late = steps["touch_ups.fade.6"], steps["touch_ups.fade.12"]
    assert [r.id for r in early.rules] == ["touch_ups.fade.first_months", "touch_ups.fade.first_loss"]
    assert [r.id for r in late.rules][-1] == "touch_ups.fade.yearly_loss"
    assert early.because == "One small study measured the first months."
    assert late.because.startswith("Nobody has measured this long")


def test_the_curve_of_scars_alone_rests_on_their_rule(rules: RuleSet) -> None:
    step = trace(rules, drivers("scar_tissue"), only_scars=True)["touch_ups.fade.6"]
    assert [r.id for r in step.rules] == ["touch_ups.fade.first_months", "touch_ups.fade.scar_first_loss"]
    assert step.because == "One small study measured the first months."


def test_the_curve_of_scars_among_other_skin_rests_on_both_rules_and_says_whose_the_low_end_is(
    rules: RuleSet,
) -> None:
    steps = trace(rules, drivers("scar_tissue"))
    assert [r.id for r in steps["touch_ups.fade.6"].rules] == [
        "touch_ups.fade.first_months", "touch_ups.fade.first_loss", "touch_ups.fade.scar_first_loss",
    ]  # fmt: skip
    for step in (steps["touch_ups.fade.6"], steps["touch_ups.fade.120"]):
        assert step.because.endswith("Scars fade sooner: the low end is theirs.")


def test_the_notes_rest_on_their_rules(rules: RuleSet) -> None:
    step = trace(rules, drivers())["touch_ups.notes"]
    assert [reading.id for reading in step.rules] == [
        f"touch_ups.notes.{id_}" for id_ in rules.touch_ups.notes
    ]
    assert step.because == "What clinics say about fading, and what nobody has measured."
