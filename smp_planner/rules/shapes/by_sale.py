"""Words that differ by how a course is sold."""

from smp_planner.rules.figures import Strict, Words


class BySale(Strict):
    """A text for each way of selling a course; by area where a clinic gives no prices of its own."""

    area: Words
    stage: Words
    visit: Words
    hour: Words
