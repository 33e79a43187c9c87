"""What the planner says about itself can be told, by a clinic too; its review comes after publication."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import cast

from smp_planner.errors import Problem
from smp_planner.rules.files import ReadFile
from smp_planner.rules.shapes.about import AboutRules
from smp_planner.rules.shapes.clinic import STATED
from smp_planner.rules.shapes.ipdas import IpdasRules
from smp_planner.rules.templates import unfillable

DATES = ("published", "next_review")
BY_CLINIC = ("clinic", "stated")
OPEN, APART = "not_done", "not_for_this"
REVIEW = ("dates", "next_review_on")


def check_about(files: Mapping[str, ReadFile]) -> Iterator[Problem]:
    """Every problem of it, in files that have their shape."""
    if "about" in files:
        yield from _dates(files["about"])
        yield from _by_clinic(files["about"])
    if "ipdas" in files:
        yield from _ipdas(files["ipdas"])


def _dates(file: ReadFile) -> Iterator[Problem]:
    dates = cast(AboutRules, file.model).dates
    yield from unfillable(file, ("dates", "say"), dates.say, DATES)
    if dates.next_review_on <= dates.published_on:
        text = f"{dates.next_review_on} should be later than the day of publication, {dates.published_on}"
        yield file.problem(REVIEW, text, "R308")


def _by_clinic(file: ReadFile) -> Iterator[Problem]:
    """What a clinic may state has words for it, which hold its own and its name; nothing else has."""
    for id_, point in cast(AboutRules, file.model).points.items():
        path, words = ("points", id_), point.by_clinic
        if words is None and id_ in STATED:
            yield file.problem(path, "is a clinic's to state, and should have by_clinic", "R306")
        if words is None:
            continue
        if id_ not in STATED:
            yield file.problem((*path, "by_clinic"), "is for what a clinic may state alone", "R306")
        yield from unfillable(file, (*path, "by_clinic"), words, BY_CLINIC)
        for name in BY_CLINIC:
            if f"{{{name}}}" not in words:
                yield file.problem((*path, "by_clinic"), f"should hold {{{name}}}", "R306")


def _ipdas(file: ReadFile) -> Iterator[Problem]:
    """A point says how it is proved or what is missing, unless it is not for this kind of tool."""
    ipdas = cast(IpdasRules, file.model)
    yield from unfillable(file, ("words", "stated"), ipdas.words.stated, ("clinic",))
    for group, kind in ipdas.groups.items():
        for id_, point in kind.points.items():
            path = ("groups", group, "points", id_)
            if point.how is None and point.status != APART:
                yield file.problem(path, "should say in how what proves it, or what is missing", "R306")
            if point.how is not None and point.status == APART:
                yield file.problem((*path, "how"), "tells of a point that is not for this tool", "R306")
            if point.met_when_stated and point.status != OPEN:
                yield file.problem((*path, "met_when_stated"), "is for a point that is not done yet", "R306")


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
