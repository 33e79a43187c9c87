"""Who says so: the words of the rules or of the clinic, the dates, and our look at the list of IPDAS."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from smp_planner.domain.about import About, AboutPoint, Ipdas, IpdasPoint, Status
from smp_planner.domain.provenance import Step
from smp_planner.domain.words import fill, spoken
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.shapes.about import AboutPoint as AboutRule
from smp_planner.rules.shapes.clinic import Statement
from smp_planner.rules.shapes.ipdas import IpdasPointRule


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
        points=tuple(
            AboutPoint(id_, point.title, _say(id_, point, rules)) for id_, point in rules.about.points.items()
        ),
        ipdas=Ipdas(rules.ipdas.about.say, tuple(_ipdas(rules))),
    )
    return ToldAbout(about, tuple(_steps(rules)))


def _stated(rules: RuleSet) -> Mapping[str, Statement]:
    """What the clinic states of those who stand behind the planner, by the id of its point."""
    return rules.clinic.about.stated() if rules.clinic else {}


def _say(id_: str, point: AboutRule, rules: RuleSet) -> str:
    said = _stated(rules).get(id_)
    if said is None or rules.clinic is None or point.by_clinic is None:
        return point.say
    return fill(point.by_clinic, clinic=rules.clinic.name, stated=said.say)


def _ipdas(rules: RuleSet) -> Iterator[IpdasPoint]:
    for group in rules.ipdas.groups.values():
        for id_, point in group.points.items():
            status, how = _stands(point, rules)
            words: str = getattr(rules.ipdas.words, status)
            yield IpdasPoint(id_, group.title, point.asks, status, words, how)


def _stands(point: IpdasPointRule, rules: RuleSet) -> tuple[Status, str]:
    """Where we stand against a point, and how that is proved; what a clinic states may meet it."""
    if rules.clinic and point.met_when_stated in _stated(rules):
        return "met", fill(rules.ipdas.words.stated, clinic=rules.clinic.name)
    return point.status, point.how or rules.ipdas.words.of_tests


def _steps(rules: RuleSet) -> Iterator[Step]:
    book = rules.about
    dates, because = book.dates, book.words["because_dates"]
    for name, day in (("published_on", dates.published_on), ("next_review_on", dates.next_review_on)):
        yield Step(f"about.{name}", day, because, (dates.read(),))
    for id_, point in book.points.items():
        yield Step(f"about.points.{id_}", None, book.words["because_points"], (point.read(),))
    yield Step("about.ipdas", None, book.words["because_ipdas"], (rules.ipdas.about.read(),))
