"""Sentences that the planner asks for by name, and the figures that fill each of them."""

from __future__ import annotations

from collections.abc import Mapping

from smp_planner.rules.source_map import Path

Wordings = Mapping[str, tuple[str, ...]]

_EVENT = ("event", "on", "from", "to")

WORDINGS: tuple[tuple[str, Path, Wordings], ...] = (
    (
        "suitability",
        ("referral",),
        {
            "not_now": ("years",),
            "not_an_adult": ("years",),
            "nothing_to_cover": ("years",),
            "ask_again": ("date",),
            "no_date": (),
            "who_to_see": (),
        },
    ),
    (
        "suitability",
        ("because",),
        {
            "health": (),
            "answer": (),
            "everyone": (),
            "wait_until": ("length", "since", "until"),
            "wait_no_date": (),
            "ask_again": (),
            "open": (),
        },
    ),
    (
        "coverage",
        ("notes",),
        {
            "part_stage": ("zone", "stage"),
            "part_zone": ("zone", "stage"),
            "part_stage_and_zone": ("zone", "stage"),
            "part_measured": (),
            "part_measured_zone": ("zone", "stage"),
            "part_unsure": ("zone", "stage"),
            "part_goal_unsure": ("zone", "stage"),
            "part_band": (),
            "part_scar": ("number", "length", "width", "margin"),
            "part_scar_unsure": ("length", "width", "margin"),
            "part_scar_inside": ("number",),
            "part_scar_left_out": (),
            "measurement_beats_stage": ("stage",),
            "because_measured": (),
            "because_measured_in_zones": (),
            "because_whole": (),
            "because_named": (),
            "because_scars": (),
            "because_treated": (),
            "wide": (),
            "wide_stage": (),
            "wide_unsure": (),
            "wide_nothing_known": (),
        },
    ),
    (
        "density",
        ("notes",),
        {
            "chosen_look": ("look", "low", "high"),
            "chosen_number": ("number",),
            "look_unsure": ("look",),
            "dots": (),
            "dots_less_kept": (),
            "dots_kept_unsure": (),
            "dots_kept_partly_unsure": (),
            "shade_deepen": ("first", "target"),
            "shade_keep": ("first",),
            "shade_first": (),
            "shade_target": (),
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
            "chair_hours": (),
            "visit_hours": (),
            "first_visit_hours": (),
            "visit_dots": ("percent",),
            "share_after": (),
            "dots_by_visit": (),
            "slower_hand": ("needed", "hours"),
            "slower_hand_no_room": ("most", "hours"),
            "first_moved_for_events": ("day", "events"),
            "first_moved_for_gaps": ("day",),
            "first_after_away": ("last",),
            "first_open": ("day",),
            "wide_hours": (),
            "wide_dots": (),
        },
    ),
    (
        "aftercare",
        ("event_words",),
        {"be_ready": _EVENT, "sun": _EVENT, "sport": _EVENT, "swimming": _EVENT},
    ),
    (
        "aftercare",
        ("words",),
        {
            "unsure": ("reasons", "days"),
            "comma": (),
            "or": (),
            "and": (),
            "span": ("from", "to"),
            "burden": ("first", "last", "sun", "swimming", "sauna", "exercise"),
            "each_session": (),
            "last_session": (),
            "because_days": ("first", "days", "visit"),
            "because_longer": ("value", "reasons", "days", "most"),
            "because_lists": (),
            "because_before": ("days",),
            "because_calls": (),
            "because_burden": (),
            "because_first": (),
            "because_last": (),
            "because_conflicts": (),
        },
    ),
    (
        "touch_ups",
        ("because",),
        {
            "sooner": ("reasons",),
            "none_sooner": (),
            "maybe_sooner": ("reasons",),
            "fast": (),
            "from_last": (),
            "from_before": (),
            "measured": (),
            "not_measured": (),
            "notes": (),
        },
    ),
    (
        "prices",
        ("because",),
        {
            "course": (),
            "per_session": ("low", "high"),
            "touch_up": (),
            "totals": (),
            "removal": (),
            "valid_days": (),
            "notes": (),
        },
    ),
    (
        "what_if",
        ("names",),
        dict.fromkeys(("visits", "hours", "settled", "first_check", "course", "5y", "10y"), ()),
    ),
)

INSTRUCTION = ("first", "days", "next", "low", "high")
TOUCH_UP_NOTE = ("earliest", "measured")
