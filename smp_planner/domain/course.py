"""What is done, and when: area, dots, tool, shade and the dated visits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from smp_planner.domain.intake import Weekday
from smp_planner.domain.quantities import Estimate, Number, rounded

BLEND_BAND = "blend_band"  # the part of an area that is its soft edge
STEP_CM2 = "0.1"  # areas are told to a tenth of a cm2
Kind = Literal["bare", "edge", "scars"]


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaPart:
    """One part of the treated area (a zone, the blend band, a scar) and why it counts."""

    id: str
    cm2: Estimate
    why: str

    @property
    def kind(self) -> Kind:
        """Whether it is skin to fill, the soft edge around that, or a scar with the skin around it."""
        return "edge" if self.id == BLEND_BAND else "scars" if self.id.startswith("scar_") else "bare"


USUAL_SCAR, SCARS_LEFT_OUT = "coverage.notes.part_scar_unsure", "coverage.notes.scars_left_out"
"""The rules behind a scar of the usual size, as nobody told its own, and behind what is left out of scars."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """Treated area in cm2 (`cm2`: bare union, band, scars), and the bare union alone."""

    cm2: Estimate
    bare_cm2: Estimate
    parts: tuple[AreaPart, ...]

    @property
    def by_kind(self) -> Mapping[Kind, Number]:
        """The planned cm2 of each kind of part that there is, to the step in which areas are told."""
        sums = dict[Kind, Number]()
        for part in self.parts:
            sums[part.kind] = sums.get(part.kind, 0) + part.cm2.typical
        return {kind: rounded(cm2, STEP_CM2) for kind, cm2 in sums.items() if cm2}

    @property
    def scars_alone(self) -> bool:
        """Whether scars and the skin around them are all that is treated."""
        return set(self.by_kind) == {"scars"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Dots:
    """Dots per cm2, in all, and by visit (the visits add up to the total).

    `per_cm2` is meant for bare skin. `over_area` is what the treated area takes on each cm2 on average: less,
    where hair takes a share.
    """

    per_cm2: Estimate
    over_area: Estimate
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
    """One session: when, how long, how many dots, and how far the work is after it (0-1).

    `some_taken`: from the earliest to the latest day it can't be on some days of a weekday that suits, as an
    event, time away or a closed day takes them. `or_more`: it is planned longer than the longest visit, as no
    visit is left to add, so the high end of its hours is none for a slower hand.
    """

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
    some_taken: Literal[True] | None = None
    or_more: Literal[True] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventConflict:
    """An event that healing can't be kept clear of, and what would fit; `on` is its first day."""

    event: str
    on: date
    say: str
    what_would_fit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LatestStart:
    """The last day on which the first visit can be and the look still be settled in time."""

    event: str
    on: date | None
    say: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Hurried:
    """A visit that is sooner after the one before than planned, so that the dates suit an event."""

    visit: int
    say: str


class Glance(NamedTuple):
    """What one sentence tells of a course: its sessions, the day of the first, the day it is settled."""

    sessions: Estimate
    first_on: date
    settled_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Sessions:
    """The course of visits.

    `timezone` is the clinic's, where times of visits were answered without one. `weekdays_off` says on which
    weekdays no visit is, and who left them out. `no_last_day` says that no event bounds the visits: then
    `latest` of a visit is only how far was looked. `patch_test_by` is the last day for a patch test before
    the first visit on which the clinic is open; None where it has no such day. `not_before` is the day before
    which no visit is planned, where a scar is too young until then. `further_hours` are those of the most
    hours in all that go into visits beyond these; with the high ends of the visits they add up to them.
    `hurried` are the visits that an event brings closer to the one before than planned. `no_room` is said
    where visits are longer than the longest, as no more are planned; it is among the notes too.
    """

    count: Estimate
    chair_hours: Estimate
    items: tuple[Visit, ...]
    last_on: date
    settled_on: date
    conflicts: tuple[EventConflict, ...] = ()
    latest_start: tuple[LatestStart, ...] = ()
    notes: tuple[str, ...] = ()
    timezone: str | None = None
    weekdays_off: tuple[str, ...] = ()
    no_last_day: str | None = None
    patch_test_by: date | None = None
    further_hours: Number | None = None
    not_before: date | None = None
    hurried: tuple[Hurried, ...] = ()
    no_room: str | None = None

    @property
    def glance(self) -> Glance:
        """What one sentence tells of them."""
        return Glance(self.count, self.items[0].date, self.settled_on)
