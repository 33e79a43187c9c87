"""The finished plan: one frozen record, in the order a person reads it.

Field names are those of the plan record; a trailing underscore (`from_`) only keeps clear
of a Python keyword and is dropped when the record is written.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from smp_planner.domain.intake import Intake, Weekday
from smp_planner.domain.provenance import Source, Step
from smp_planner.domain.quantities import Estimate, Number


@dataclass(frozen=True, slots=True, kw_only=True)
class ClinicEdit:
    """A value that the clinic moved, from what to what, and why."""

    parameter: str
    from_: Number
    to: Number
    reason: str
    outside_range: bool = False
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RulesEdition:
    """Which rules made this plan: review date, fingerprint of all files, clinic, region."""

    edition: str
    fingerprint: str
    clinic: str | None = None
    region: str | None = None
    clinic_edits: tuple[ClinicEdit, ...] = ()


# --- may it be done, and when -------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing the health answers bring up, in plain words."""

    id: str
    say: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait:
    """A wait: until which day (None: the date isn't known), and why."""

    id: str
    say: str
    until: date | None
    why: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Suitability:
    """What speaks against it, asks for a wait, asks for a doctor, or is good to know."""

    checked: bool
    provisional: bool
    stop: tuple[Finding, ...] = ()
    wait: tuple[Wait, ...] = ()
    ask_doctor: tuple[Finding, ...] = ()
    know: tuple[Finding, ...] = ()


# --- what is done -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaPart:
    """One part of the treated area (a zone, the blend band, a scar) and why it counts."""

    id: str
    cm2: Estimate
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """Treated area in cm2 (`cm2`: bare union, band, scars), and the bare union alone."""

    cm2: Estimate
    bare_cm2: Estimate
    parts: tuple[AreaPart, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dots:
    """Dots per cm2 of bare skin, in all, and by visit (the visits add up to the total)."""

    per_cm2: Estimate
    total: Estimate
    per_session: tuple[Estimate, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """Digital or manual work, with the reason."""

    suggested: Literal["digital", "manual", "either"]
    say: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shade:
    """Greyscale steps of the pigment, 1 lightest to 5 black; words where no grey fits."""

    first_session: Estimate | None
    target: Estimate | None
    say: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One session: when, how long, how many dots, and how far the work is after it (0-1)."""

    number: int
    date: date
    weekday: Weekday
    earliest: date
    latest: date
    gap_days: int | None
    hours: Estimate
    dots: Estimate
    share_after: Number
    focus: str
    steps: tuple[str, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EventConflict:
    """An event that healing can't be kept clear of, and what would fit."""

    event: str
    say: str
    what_would_fit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LatestStart:
    """The last day on which the first visit can be and the look still be settled in time."""

    event: str
    on: date | None
    say: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sessions:
    """The course of visits."""

    count: Estimate
    chair_hours: Estimate
    items: tuple[Visit, ...]
    last_on: date
    settled_on: date
    conflicts: tuple[EventConflict, ...] = ()
    latest_start: tuple[LatestStart, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """One instruction over a run of days, both ends included, and the visits it follows."""

    rule: str
    kind: Literal["avoid", "do", "expect"]
    say: str
    from_: date
    to: date
    sessions: tuple[int, ...]
    differs: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CareDay:
    """What holds on one day: ids of the aftercare rules."""

    date: date
    avoid: tuple[str, ...]
    do: tuple[str, ...]
    expect: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WarningSign:
    """A sign to act on, whom to call, and whether at once."""

    say: str
    whom: str
    urgent: bool
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Preparation:
    """What to do or leave before one visit, both ends included."""

    rule: str
    session: int
    from_: date
    to: date
    say: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CareConflict:
    """An aftercare window that falls on an event."""

    event: str
    rule: str
    from_: date
    to: date
    say: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Burden:
    """Days with limits from the first visit to the end of the last window."""

    days_without_sun: int
    days_without_swimming: int
    days_without_sauna: int
    days_without_heavy_exercise: int
    first_day: date
    last_day: date
    say: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Aftercare:
    """Everything before and after the visits, by window and by day."""

    windows: tuple[Window, ...]
    days: tuple[CareDay, ...]
    call_if: tuple[WarningSign, ...]
    before: tuple[Preparation, ...]
    conflicts: tuple[CareConflict, ...]
    burden: Burden


@dataclass(frozen=True, slots=True, kw_only=True)
class TouchUp:
    """One check of the look: the span of days and the day planned with."""

    number: int
    from_: date
    typical: date
    to: date


@dataclass(frozen=True, slots=True, kw_only=True)
class FadePoint:
    """Share of the look that is left (0-1) some months after the last visit, untouched."""

    months: int
    low: Number
    typical: Number
    high: Number


@dataclass(frozen=True, slots=True, kw_only=True)
class TouchUps:
    """Checks over the years and the fading curve behind them."""

    interval_months: Estimate
    items: tuple[TouchUp, ...]
    fade: tuple[FadePoint, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk:
    """One risk of one option: how many of 100, or why that isn't known; what helps."""

    option: str
    id: str
    say: str
    per_100: Estimate | None
    not_known: str | None
    prevent: str
    do: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Removal:
    """Taking the pigment out again: laser visits, and what is known of the price."""

    sessions: Estimate
    price: Estimate | None
    not_known: str | None
    say: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """Money for SMP: the course, a visit's share of it, a touch-up, and the years."""

    currency: str
    tax: str
    valid_days: int
    course: Estimate
    per_session: Estimate
    touch_up: Estimate
    totals: Mapping[str, Estimate]
    removal: Removal
    included: tuple[str, ...]
    not_included: tuple[str, ...]
    notes: tuple[str, ...] = ()


# --- set beside the alternatives ----------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One option's answer to one question; either a figure, words, or why it isn't known."""

    say: str
    leans: Literal["for", "against", "neither"]
    low: Number | None = None
    typical: Number | None = None
    high: Number | None = None
    not_known: str | None = None
    per_100: Estimate | None = None
    sources: tuple[str, ...]
    strength: str
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One question, answered for every option."""

    id: str
    group: str
    question: str
    unit: str
    cells: Mapping[str, Cell]


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One of the five options and whether something speaks against it for this person."""

    id: str
    name: str
    about: str = ""
    open_to_you: Literal["nothing_against", "ask", "not_for_you"]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CurvePoint:
    """A value at a year, with its band; where nothing is known, why not, and no figure."""

    year: int
    low: Number | None
    typical: Number | None
    high: Number | None
    not_known: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Curves:
    """Hair left (per cent of today) and money spent, by option, over ten years."""

    hair: Mapping[str, tuple[CurvePoint, ...]]
    cost: Mapping[str, tuple[CurvePoint, ...]]
    about: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Five options over the same questions; nobody wins."""

    order_say: str = ""
    options: tuple[Option, ...]
    combinations: tuple[Finding, ...] = ()
    rows: tuple[Row, ...]
    curves: Curves


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One figure before and after: visits, a date, money."""

    what: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIf:
    """A full new plan under one changed assumption, compared with this one."""

    id: str
    say: str
    effect: str
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TreatmentPlan:
    """One person's dated, sourced plan."""

    kind: Literal["plan"] = "plan"
    rules: RulesEdition
    intake: Intake
    suitability: Suitability
    notes: tuple[str, ...] = ()
    area: Area
    dots: Dots
    method: Method
    shade: Shade
    sessions: Sessions
    aftercare: Aftercare
    touch_ups: TouchUps
    risks: tuple[Risk, ...]
    cost: Cost | None
    comparison: Comparison
    what_if: tuple[WhatIf, ...]
    trace: tuple[Step, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Referral:
    """Not now, or not here: the reason, and from when to ask again."""

    kind: Literal["referral"] = "referral"
    rules: RulesEdition
    intake: Intake
    suitability: Suitability
    ask_again_on: date | None
    say: str
    trace: tuple[Step, ...]
    sources: tuple[Source, ...]
