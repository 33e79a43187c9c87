"""Who says so: what a reader has to know about the planner itself."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

Status = Literal["met", "in_part", "not_done", "not_for_this"]


class AboutPoint(NamedTuple):
    """One thing to know about the planner, under its title; a clinic may have stated it."""

    id: str
    title: str
    say: str


class IpdasPoint(NamedTuple):
    """One point of the list for decision aids: what it asks, where we stand, and how that is proved.

    `told` is the status in words; `how` says what proves it, or what is missing.
    """

    id: str
    group: str
    asks: str
    status: Status
    told: str
    how: str


class Ipdas(NamedTuple):
    """Our own look at the list for decision aids: what it is worth, and every point in its order."""

    say: str
    points: tuple[IpdasPoint, ...]


class About(NamedTuple):
    """When it was published and is to be reviewed, in words as well; each point; our look at the list."""

    published_on: date
    next_review_on: date
    say: str
    points: tuple[AboutPoint, ...]
    ipdas: Ipdas | None = None
