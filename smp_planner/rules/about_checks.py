"""What the planner says about itself can be told, and its next review comes after it was published."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import cast

from smp_planner.errors import Problem
from smp_planner.rules.files import ReadFile
from smp_planner.rules.shapes.about import AboutRules
from smp_planner.rules.templates import unfillable

DATES = ("published", "next_review")
REVIEW = ("dates", "next_review_on")


def check_about(files: Mapping[str, ReadFile]) -> Iterator[Problem]:
    """Every problem of it, in a file that has its shape."""
    if "about" not in files:
        return
    file = files["about"]
    dates = cast(AboutRules, file.model).dates
    yield from unfillable(file, ("dates", "say"), dates.say, DATES)
    if dates.next_review_on <= dates.published_on:
        text = f"{dates.next_review_on} should be later than the day of publication, {dates.published_on}"
        yield file.problem(REVIEW, text, "R308")


def review_overdue(files: Mapping[str, ReadFile], today: date) -> Iterator[Problem]:
    """A warning where the day of the next review has passed."""
    if "about" not in files or files["about"].model is None:
        return
    due = cast(AboutRules, files["about"].model).dates.next_review_on
    if due < today:
        yield files["about"].problem(
            REVIEW,
            f"was {due}, and that day has passed",
            "R310",
            hint="look everything through, then move the dates",
            level="warning",
        )
