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


class ClinicFile(Strict):
    """clinics/*.yaml: one clinic over the base rules."""

    name: Text
    region: Literal["US", "UK"] | None = None
    closed: ClinicHours = ClinicHours()
    sources: dict[str, SourceEntry] = {}
    overrides: dict[str, Override] = {}
