"""clinics/*.yaml: one clinic over the base rules."""

from typing import Annotated, Literal

from pydantic import Field

from smp_planner.rules.figures import Strict, Text
from smp_planner.rules.shapes.clinic_care import Override, OwnInstruction, RuleException
from smp_planner.rules.shapes.clinic_hours import ClosedDays, Day
from smp_planner.rules.shapes.clinic_prices import ClinicPrices
from smp_planner.rules.shapes.rule_file import SourceEntry


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


MOST_CHAIRS = 100
MinutesApart = Literal[5, 10, 15, 20, 30, 60]
"""How far apart starts of visits may be."""


class Contact(Strict):
    """Whom a patient calls: in opening hours, and out of them."""

    in_hours: Text
    out_of_hours: Text


class Brand(Strict):
    """The clinic's colour (`#rrggbb`) and logo, an SVG or PNG file named from the clinic's file."""

    colour: Text | None = None
    logo: Text | None = None


class ClinicFile(Strict):
    """clinics/*.yaml: one clinic over the base rules; visits may start every `slot_minutes` of its hours."""

    name: Text
    region: Literal["US", "UK"] | None = None
    currency: Literal["USD", "GBP"] | None = None
    locale: Text | None = None
    timezone: Text | None = None
    prepared_by: Text | None = None
    contact: Contact | None = None
    brand: Brand = Brand()
    opening: dict[Day, list[Text]] | None = None
    closed: ClosedDays = ClosedDays()
    chairs: int = 1
    slot_minutes: MinutesApart = 30
    longest_visit: Override | None = None
    about: ClinicAbout = ClinicAbout()
    sources: dict[str, SourceEntry] = {}
    prices: ClinicPrices | None = None
    overrides: dict[str, Override] = {}
    exceptions: dict[str, RuleException] = {}
    instructions: dict[str, OwnInstruction] = {}
