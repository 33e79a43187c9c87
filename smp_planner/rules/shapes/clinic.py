"""clinics/*.yaml: one clinic over the base rules."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from smp_planner.rules.figures import Number, Strict, Text
from smp_planner.rules.shapes.rule_file import SourceEntry


class Override(Strict):
    """A value that a clinic moves inside the limits, with its reason and sources."""

    value: Number
    reason: Text
    sources: Annotated[list[Text], Field(min_length=1)]


class ClinicHours(Strict):
    """Weekdays and single days on which the clinic is closed."""

    days: list[Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]] = []
    dates: list[date] = []


class Statement(Strict):
    """What a clinic states of those who stand behind the planner, and where that is written."""

    say: Text
    sources: Annotated[list[Text], Field(min_length=1)]


class ClinicAbout(Strict):
    """Who made the planner, with which training, who paid, who gains, whom to write to; or some of it."""

    makers: Statement | None = None
    training: Statement | None = None
    funder: Statement | None = None
    interests: Statement | None = None
    contact: Statement | None = None

    def stated(self) -> dict[str, Statement]:
        """What is stated, by the id of its point in about.yaml."""
        return {id_: said for id_ in STATED if (said := getattr(self, id_)) is not None}


STATED = tuple(ClinicAbout.model_fields)
"""The points of about.yaml that a clinic may state."""


class ClinicFile(Strict):
    """clinics/*.yaml: one clinic over the base rules."""

    name: Text
    region: Literal["US", "UK"] | None = None
    closed: ClinicHours = ClinicHours()
    about: ClinicAbout = ClinicAbout()
    sources: dict[str, SourceEntry] = {}
    overrides: dict[str, Override] = {}
