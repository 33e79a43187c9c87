"""touch_ups.yaml, prices.yaml: what comes after, and what it costs."""

from typing import Annotated, Literal

from pydantic import Field

from smp_planner.rules.figures import (
    Basis,
    Cited,
    Figure,
    Number,
    Pair,
    Saying,
    Strict,
    Table,
    Unit,
    Words,
)
from smp_planner.rules.shapes.by_sale import BySale
from smp_planner.rules.shapes.rule_file import RuleFile


class Fade(Strict):
    """The fading curve: share lost in the first months, then a share of the rest each year.

    `months` are the points of the curve, counted from the last visit.
    """

    months: Annotated[list[int], Field(min_length=1)]
    first_months: Figure
    first_loss: Figure
    scar_first_loss: Figure
    yearly_loss: Figure


class TouchUpRules(RuleFile):
    """touch_ups.yaml: interval, drivers, fading."""

    interval_months: Figure
    sooner_for: Table
    earliest_months: Figure
    horizon_years: Figure
    fade: Fade
    notes: dict[str, Saying]
    because: dict[str, Words]


class PricePoint(Cited):
    """Course price at one treated area; between points the price runs straight."""

    cm2: Number
    value: Number
    range: Pair
    basis: Basis
    note: Words | None = None


class PriceTable(Strict):
    """Course prices by treated area: straight lines between the points, flat outside them."""

    label: Words
    unit: Unit
    limits: Pair
    note: Words | None = None
    points: Annotated[list[PricePoint], Field(min_length=1)]


class AskedLimits(Strict):
    """What nobody may cross with prices that the region publishes nothing of: an hour, a patch test."""

    hour: Pair
    patch_test: Pair


class ClinicInRegion(Strict):
    """What holds for the price list of a clinic in one region; `wording` says what a quote is not."""

    limits: AskedLimits
    wording: Words


class FreeLimits(Strict):
    """How many touch-ups may cost nothing, and for how many months."""

    visits: Pair
    within_months: Pair


class TermLimits(Cited):
    """What nobody may cross with terms of a price list that are no prices; no clinic moves it.

    A tax above 0 that is below `tax_least` per cent is taken for a share of one.
    """

    tax_percent: Pair
    tax_least: Number
    deposit_percent: Pair
    free_touch_ups: FreeLimits
    basis: Basis
    note: Words


class ClinicPriceRules(Strict):
    """What is said where a clinic gives a price list of its own, and the limits of its terms."""

    terms: TermLimits
    included: list[Words]
    in_totals: Words
    not_included: list[Words]
    unless_listed: Words
    unless_priced: Words
    no_scar_price: Saying
    scars_inside: Saying
    notes: dict[str, Saying]
    beside_others: dict[str, Saying]
    beyond_limits: dict[str, Saying]
    because: dict[str, Words]
    words: dict[str, Words]


class Prices(Strict):
    """Prices of one region, in its currency, tax as stated."""

    currency: Literal["USD", "GBP"]
    tax: Words
    course: PriceTable
    scar_course: PriceTable
    visit_seen: Figure
    extra_visit: Figure
    touch_up: Figure
    removal_price_not_known: Words
    clinic: ClinicInRegion


class PriceRules(RuleFile):
    """prices.yaml: course, visit, touch-up, removal, by region."""

    default_region: Literal["US", "UK"]
    valid_days: Figure
    horizons_years: list[int]
    removal_sessions: Figure
    removal_sessions_ink: Figure
    removal_say: Saying
    wide_range: Saying
    regions: dict[str, Prices]
    because: dict[str, Words]
    goes_by: BySale
    covers: Words
    included: list[Words]
    in_totals: Words
    if_loss: Words
    not_included: list[Words]
    notes: dict[str, Saying]
    clinic: ClinicPriceRules
