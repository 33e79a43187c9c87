"""ipdas.yaml: the points of the list for decision aids, and where the planner stands against each."""

from typing import Literal

from smp_planner.domain.about import Status
from smp_planner.rules.figures import Saying, Strict, Words
from smp_planner.rules.shapes.rule_file import RuleFile


class IpdasPointRule(Strict):
    """One point: what it asks, whether it is met, and how that is proved or what is missing.

    `met_when_stated`: what a clinic has to state of itself to meet it.
    """

    asks: Words
    status: Status
    how: Words | None = None
    met_when_stated: Literal["funder", "training"] | None = None


class IpdasGroup(Strict):
    """Points of one kind, by the ids of the list, in its order."""

    title: Words
    points: dict[str, IpdasPointRule]


class IpdasWords(Strict):
    """What each status is called; how a point is met by {clinic}; what stands for a point about tests."""

    met: Words
    in_part: Words
    not_done: Words
    not_for_this: Words
    stated: Words
    of_tests: Words


class IpdasRules(RuleFile):
    """ipdas.yaml: what the list is, its points by group, and the words around them."""

    about: Saying
    groups: dict[str, IpdasGroup]
    words: IpdasWords
