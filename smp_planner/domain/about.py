"""Who says so: what a reader has to know about the planner itself."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple


class AboutPoint(NamedTuple):
    """One thing to know about the planner, under its title."""

    id: str
    title: str
    say: str


class About(NamedTuple):
    """When it was published and is to be reviewed, in words as well; then each point."""

    published_on: date
    next_review_on: date
    say: str
    points: tuple[AboutPoint, ...]
