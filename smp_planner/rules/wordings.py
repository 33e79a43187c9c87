"""Sentences that the planner asks for by name, and the figures that fill each of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from smp_planner.rules.shapes.options import FoundBy
from smp_planner.rules.source_map import Path

Wordings = Mapping[str, tuple[str, ...]]


def _plain(*names: str) -> Wordings:
    """Sentences that are filled with nothing."""
    return dict.fromkeys(names, ())


_EVENT = ("event", "on", "from", "to")

WORDINGS: tuple[tuple[str, Path, Wordings], ...] = (
    (
        "suitability",
        ("referral",),
        {
            "not_now": ("years",),
            "not_an_adult": ("years",),
            "nothing_to_cover": ("years",),
            "dot_scars_alone": ("years",),
            "ask_again": ("date",),
            **_plain("no_date", "who_to_see", "doctor_said_no", "your_health"),
        },
    ),
    (
        "suitability",
        ("because",),
        {
            "wait_until": ("length", "since", "until"),
            **_plain("health", "answer", "everyone", "wait_no_date", "wait_no_length", "ask_again", "open"),
        },
    ),
    (
        "coverage",
        ("notes",),
        {
            "part_stage": ("zone", "stage"),
            "part_zone": ("zone", "stage"),
            "part_stage_and_zone": ("zone", "stage"),
            "part_measured_zone": ("zone", "stage"),
            "part_unsure": ("zone", "stage"),
            "part_goal_unsure": ("zone", "stage"),
            "part_scar": ("number", "length", "width", "margin"),
            "part_scar_unsure": ("length", "width", "margin"),
            "part_scar_inside": ("number",),
            "measurement_beats_stage": ("stage",),
            "because_treated": ("parts", "all"),
            "sum_bare": ("area",),
            "sum_edge": ("area",),
            "sum_scars": ("area", "margin"),
            "sum_usual_scar": ("area", "margin"),
            "scars_left_out": ("all", "most", "cut"),
            **_plain(
                "part_measured", "part_at_home", "part_begun", "part_band", "part_scar_partly",
                "because_measured", "because_begun", "by_nobody", "by_tape", "by_box", "because_at_home",
                "because_measured_in_zones", "because_whole", "because_named", "because_scars",
                "because_treated_scars", "wide", "wide_stage", "wide_unsure",
                "wide_nothing_known",
            ),
        },
    ),
    (
        "density",
        ("notes",),
        {
            "chosen_look": ("look", "low", "high"),
            "chosen_number": ("number",),
            "look_unsure": ("look",),
            "shade_deepen": ("first", "target"),
            "shade_keep": ("first",),
            "dots_by_part": ("parts", "all", "area"),
            **dict.fromkeys(
                ("dots_kept_thin", "dots_kept_thinning_begins", "dots_kept_partly_thin"), ("no_count",)
            ),
            "dots_of_part": ("part", "area", "density", "share", "dots"),
            "dots_beyond": ("dots",),
            **_plain(
                "dots_around_scars", "dots_over_area", "dots_in_measured", "dots_in_blend_band",
                "dots_in_scars", "dots_in_scars_inside", "dots_in_around_scars",
                "dots_scars_alone", "dots_beside_scars",
                "dots", "dots_less_kept", "dots_kept_unsure", "dots_scars_kept_unsure",
                "dots_kept_partly_unsure",
                "no_count_at_counted_norwood", "no_count_at_norwood", "no_count_at_ludwig",
                "no_count_by_place",
                "shade_first",
                "shade_target",
            ),
        },
    ),
    (
        "sessions",
        ("notes",),
        {
            "no_room": ("hours", "most"),
            "added_for_hours": ("hours", "added"),
            "added_with_room": ("added",),
            "count_base": ("base",),
            "count_added": ("names",),
            "count_at_most": ("most",),
            "visit_dots": ("share",),
            "visit_or_more": ("hours",),
            **dict.fromkeys(("slower_hand", "at_slowest", "at_slowest_or_more"), ("needed", "hours")),
            "beyond_plan": (),
            "first_later_for_events": ("day", "events"),
            "first_later_for_missed": ("day", "events"),
            "first_later_for_days": ("day", "events"),
            "first_later_for_gaps": ("day",),
            "first_later_for_course": ("day",),
            "first_after_away": ("last",),
            "moved_for_holiday": ("holiday",),
            "moved_with_another": ("before", "on", "holiday"),
            "perhaps_closed": (),
            "around_christmas": (),
            "first_open": ("day",),
            "further_hours": ("most", "further"),
            "scar_settles": ("age", "start", "months", "day"),
            "scar_settles_told": ("age", "start", "months", "day"),
            **_plain(
                "chair_hours", "visit_hours", "first_visit_hours", "share_after", "dots_by_visit",
                "wide_hours", "wide_dots", "low_hours_no_sum",
            ),
        },
    ),
    (
        "sessions",
        ("words",),
        {
            "late": ("gap", "before", "low", "high", "most"),
            "soon": ("gap", "before", "planned", "least"),
            "own": ("gap", "before", "low", "high", "least", "most"),
            "own_not_kept": ("gap", "before", "planned", "low", "high", "least", "most"),
            **dict.fromkeys(("hurried", "hurried_own"), ("number", "before", "gap", "planned", "why")),
            **dict.fromkeys(("hurried_ready", "hurried_room", "hurried_clear"), ("events",)),
            "hurried_both": ("ready", "events"),
            "fits_last_visit": ("days",),
            "fits_with_shortest": ("soonest", "days"),
            "fits_partly": ("share",),
            "fits_with_another_clash": ("day", "on"),
            "fits_before_the_start": ("day", "on", "days"),
            "fits_after_it": ("last",),
            "fits_moved": ("event", "first", "last"),
            "latest_in_time": ("day", "on"),
            "latest_plan_anew": ("day", "on", "alike"),
            "latest_with_other_dates": ("day", "on"),
            "latest_too_late": ("day", "on"),
            "latest_never": ("day",),
            "closed_on": ("days",),
            "not_offered": ("days",),
            "no_last_day": ("most",),
            "over": ("event", "day"),
            **dict.fromkeys(("because_first", "because_only"), ("start", "weekdays")),
            "because_last": ("number", "gap", "before", "start", "weekdays"),
            "because_next": ("gap", "before"),
            "because_gap": ("before", "number", "planned"),
            "because_earliest": ("number",),
            "because_latest": ("number", "within"),
            "because_settled": ("days",),
            **dict.fromkeys(("because_patch_test", "because_patch_test_asked"), ("least", "days")),
            "because_patch_test_sooner": ("on", "days"),
            "no_patch_test": ("first", "last"),
            "within_event": ("event", "on"),
            "because_not_before": ("age", "start", "months"),
            "because_latest_start": ("event", "day", "days"),
            "because_latest_alike": ("on",),
            **_plain(
                "because_choice", "because_clash", "fits_without", "fits_no_sooner", "no_last_day_alone",
            ),
        },
    ),
    (
        "aftercare",
        ("event_words",),
        {
            "be_ready": (*_EVENT, "days"),
            **dict.fromkeys(("sun", "sun_before", "sport", "swimming"), _EVENT),
            **dict.fromkeys(("be_ready_on", "be_ready_after"), ("visits",)),
            "within": ("event", "visits"),
            "visit": ("number", "on"),
            "gaps": ("days",),
            "gaps_none": ("events",),
            "gaps_from": ("day",),
            "maybe_longer": ("reasons", "limit", "to"),
        },
    ),
    (
        "aftercare",
        ("words",),
        {
            "unsure": ("reasons", "days"),
            "burden": ("first", "last", "sun", "swimming", "sauna", "exercise"),
            "because_days": ("first", "days", "visit"),
            "because_longer": ("value", "reasons", "days", "most"),
            "because_before": ("days",),
            **_plain(
                "comma", "or", "and", "each_session", "last_session", "because_lists", "because_calls",
                "because_burden", "because_first", "because_last", "because_conflicts", "because_gaps",
                "because_maybe_longer",
            ),
        },
    ),
    (
        "touch_ups",
        ("because",),
        {
            "sooner": ("reasons",),
            "maybe_sooner": ("reasons",),
            **dict.fromkeys(("from_last", "from_before"), ("gap",)),
            "within": ("gap", "shortest", "longest"),
            "within_same": ("gap",),
            "within_wide": ("shortest", "longest"),
            **_plain(
                "none_sooner", "scars", "maybe_scars", "fast", "measured", "not_measured", "notes",
            ),
        },
    ),
    (
        "prices",
        ("because",),
        {
            "per_session": ("low", "high"),
            "totals": ("touch_ups",),
            "read_between": ("area", "low_point", "low_price", "high_point", "high_price", "price"),
            "read_at": ("area", "price"),
            **dict.fromkeys(("read_below", "read_above"), ("area", "point", "price")),
            "read_beside_scars": ("scars", "alone", "price"),
            "read_for": ("visits",),
            **_plain("course", "touch_up", "removal", "valid_days", "as_of", "covers", "notes"),
        },
    ),
    (
        "prices",
        ("clinic", "beside_others"),
        {
            **dict.fromkeys(("above", "below"), ("low", "high")),
            **dict.fromkeys(
                ("touch_up_above", "touch_up_below", "extra_visit_above", "extra_visit_below"),
                ("price", "low", "high"),
            ),
        },
    ),
    ("prices", ("clinic", "beyond_limits"), {"course": ("low", "high")}),
    (
        "prices",
        ("clinic", "because"),
        {
            "totals": ("touch_ups",),
            **_plain(
                "visit", "stage", "area", "hour", "touch_up", "valid_days", "as_of", "line", "total",
                "tax", "net", "deposit", "payment", "free_touch_ups", "beside_others",
            ),
        },
    ),
    (
        "prices",
        ("clinic", "words"),
        {
            "tax_in": ("name", "percent", "tax"),
            **dict.fromkeys(
                ("visit", "visit_if_needed", "pay_visit", "pay_visit_and_test", "pay_visit_if_needed"),
                ("number",),
            ),
            **dict.fromkeys(("hour", "beyond", "beyond_by_hour"), ("price",)),
            "covers_more": ("visits", "most", "price"),
            "covers_hours": ("visits", "price"),
            "free_touch_ups": ("touch_ups", "months", "until"),
            "free_too_soon": ("first",),
            "stage_by_area": ("stage", "why", "fits"),
            "by_area_no_price": ("told",),
            **dict.fromkeys(("by_area_covers", "by_area_largest"), ("area",)),
            "pay_deposit_cut": ("usual",),
            "pay_less_deposit": ("what",),
            **_plain(
                "tax_not_stated", "wide", "stage", "area", "scars", "patch_test",
                "by_area_measured", "by_area_not_told", "by_area_wider",
                "pay_deposit", "pay_further", "pay_before", "pay_half", "pay_rest",
            ),
        },
    ),
    (
        "what_if",
        ("names",),
        _plain(
            "area", "dots", "visits", "hours", "gaps", "settled", "first_check", "clashes", "course", "5y",
            "10y", "grafts", "donor_left_fut", "donor_left_fue",
        ),
    ),
    ("matters", ("words",), _plain("not_weighed", "because", "because_own")),
    (
        "talk",
        ("words",),
        {
            "patch_test": ("to", "visit"),
            "patch_test_closed": ("from", "to", "visit"),
            "patch_test_to_confirm": ("told",),
            "medicine": ("names",),
            **_plain(
                "medicine_unnamed", "no_medicine", "loss_moves_on", "loss_rests", "headgear", "no_headgear",
                "because_agreed",
                "because_first_week", "because_later",
                "because_choosing", "because_put_right",
            ),
        },
    ),
    (
        "decision",
        ("words",),
        _plain(
            "because_decision", "because_problem", "because_time", "because_reason", "because_ask",
            "because_recap",
            "because_sure",
        ),
    ),
    (
        "offers",
        ("words",),
        {
            "visits_unsaid": ("visits",),
            **dict.fromkeys(("hours_unsaid", "plan_hours"), ("hours",)),
            "grafts_unsaid": ("grafts",),
            "plan_dots": ("dots",),
            "fewer_visits": ("theirs", "visits"),
            "touch_ups": ("paid",),
            "interval_of_clinic": ("interval", "clinic"),
            "touch_up_tax": ("taxed",),
            **dict.fromkeys(("touch_up_said", "touch_up_unsaid"), ("price",)),
            **_plain(
                "grafts_not_known", "grafts_open", "tax_on_top", "tax_unsaid", "may_be_none", "no_dots",
                "no_visits", "no_hours", "free_taken_off", "free_too_soon", "free_unsaid",
                "free_count_unsaid", "free_months_unsaid", "touch_up_no_tax", "no_grafts", "more_surgery",
            ),
        },
    ),
    (
        "options",
        ("led_here",),
        {
            "answers": ("found",),
            "none": ("count",),
            "younger_than": ("value",),
            **_plain(*(name for name in get_args(FoundBy) if name != "younger_than")),
        },
    ),
    ("about", ("words",), _plain("because_dates", "because_ipdas", "because_points")),
)  # fmt: skip

INSTRUCTION = ("first", "days", "next", "low", "high")
DIFFERS = ("planned",)
TOUCH_UP_NOTE = ("earliest", "measured")
