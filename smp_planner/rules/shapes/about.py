"""about.yaml: who made this planner, from what, and what has not been done."""

from datetime import date

from smp_planner.rules.figures import Saying, Words
from smp_planner.rules.shapes.rule_file import RuleFile


class Dates(Saying):
    """When it was published, and by when it is to be looked through again."""

    published_on: date
    next_review_on: date


class AboutPoint(Saying):
    """One thing to know about the planner itself.

    `by_clinic` stands in its place where a clinic states it: it holds {stated} and {clinic}.
    """

    title: Words
    by_clinic: Words | None = None


class AboutRules(RuleFile):
    """about.yaml: the dates, and each point in its order."""

    dates: Dates
    points: dict[str, AboutPoint]
    words: dict[str, Words]
