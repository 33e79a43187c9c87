"""Who says so: the words of the rules, with the dates of publication and of the next review."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from smp_planner.domain.about import About, AboutPoint
from smp_planner.domain.provenance import Step
from smp_planner.domain.words import fill, spoken
from smp_planner.rules.ruleset import RuleSet


class ToldAbout(NamedTuple):
    """What there is to know about the planner, and what it rests on."""

    about: About
    steps: tuple[Step, ...]


def build_about(rules: RuleSet) -> ToldAbout:
    """The dates and each point, the same for everybody."""
    return rules.kept(_told)


def _told(rules: RuleSet) -> ToldAbout:
    dates = rules.about.dates
    days = {"published": spoken(dates.published_on), "next_review": spoken(dates.next_review_on)}
    about = About(
        published_on=dates.published_on,
        next_review_on=dates.next_review_on,
        say=fill(dates.say, **days),
        points=tuple(AboutPoint(id_, point.title, point.say) for id_, point in rules.about.points.items()),
    )
    return ToldAbout(about, tuple(_steps(rules)))


def _steps(rules: RuleSet) -> Iterator[Step]:
    book = rules.about
    dates, because = book.dates, book.words["because_dates"]
    for name, day in (("published_on", dates.published_on), ("next_review_on", dates.next_review_on)):
        yield Step(f"about.{name}", day, because, (dates.read(),))
    for id_, point in book.points.items():
        yield Step(f"about.points.{id_}", None, book.words["because_points"], (point.read(),))
