"""The parts of a plan that a rule feeds, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from smp_planner.language.texts import N_, _

PARTS: Mapping[str, str] = {
    "ask_again_on": N_("when to ask again"),
    "suitability": N_("who may be treated"),
    "area": N_("the area"),
    "dots": N_("dots"),
    "method": N_("digital or manual"),
    "shade": N_("the shade"),
    "sessions": N_("days of visits"),
    "sessions.count": N_("how many visits"),
    "sessions.chair_hours": N_("hours of visits"),
    "sessions.items": N_("the course of visits"),
    "sessions.items.*.date": N_("days of visits"),
    "sessions.items.*.earliest": N_("days of visits"),
    "sessions.items.*.latest": N_("days of visits"),
    "sessions.items.*.gap_days": N_("days of visits"),
    "sessions.items.*.hours": N_("hours of visits"),
    "sessions.settled_on": N_("when the look has settled"),
    "aftercare": N_("care after a visit"),
    "aftercare.before": N_("what to do before a visit"),
    "touch_ups": N_("touch-ups"),
    "touch_ups.fade": N_("how the look fades"),
    "risks": N_("risks"),
    "cost": N_("prices"),
    "comparison": N_("the comparison of options"),
    "comparison.options": N_("for whom an option is"),
    "comparison.rows": N_("the comparison of options"),
    "comparison.curves": N_("the curves over the years"),
    "matters": N_("what matters to you"),
    "what_if": N_("what if"),
    "talk": N_("the talk with the clinic"),
    "decision": N_("the steps to a decision"),
    "about": N_("who says so"),
}
"""By the field of the plan; a field that isn't here is told as the nearest above it."""


def told_parts(fields: Iterable[str]) -> list[str]:
    """The parts of a plan that fields stand in, each once, in words."""
    return [_(words) for words in dict.fromkeys(map(_part, fields))]


def _part(field: str) -> str:
    while field not in PARTS:
        field = field.rpartition(".")[0]
    return PARTS[field]
