"""What a clinic asks, ready for the planner: each figure of its price list with its place in the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal, NamedTuple

from smp_planner.domain.provenance import Reading
from smp_planner.domain.quantities import Number
from smp_planner.domain.rule_book import PRICE_LIST
from smp_planner.domain.words import stage_name
from smp_planner.language.texts import N_, _
from smp_planner.rules.shapes.clinic import ClinicFile
from smp_planner.rules.shapes.clinic_prices import ClinicPrices
from smp_planner.rules.shapes.years import PriceRules
from smp_planner.rules.source_map import Path, SourceMap, dotted

Model = Literal["visit", "stage", "area", "hour"]
MODELS: tuple[Model, ...] = ("visit", "stage", "area", "hour")
LABELS: Mapping[str, str] = {
    "visit.first": N_("Price of the first visit"),
    "visit.later": N_("Price of each later visit"),
    "visit.for_scars": N_("Price of a visit for scars alone"),
    "stage.scars": N_("Price of scar work, a course"),
    "hour": N_("Price of an hour in the chair"),
    "touch_up": N_("Price of one touch-up"),
    "extra_visit": N_("Price of a visit beyond the plan"),
    "patch_test": N_("Price of a patch test"),
    "tax.percent": N_("Tax on the prices"),
    "deposit.percent": N_("Deposit, as a share of the total"),
    "deposit.amount": N_("Deposit"),
    "free_touch_ups.visits": N_("Touch-ups at no charge"),
    "free_touch_ups.within_months": N_("Months in which touch-ups cost nothing"),
    "valid_days": N_("Days for which the prices are good"),
}
UNITS: Mapping[str, str] = {
    "tax.percent": "per cent",
    "deposit.percent": "per cent",
    "free_touch_ups.visits": "visits",
    "free_touch_ups.within_months": "months",
    "valid_days": "days",
}
"""Units of figures that are no money."""
NO_PRICE = ("tax", "deposit", "free_touch_ups", "valid_days")
DEPOSIT: Path = ("deposit", "amount")
TERMS: Mapping[str, Path] = {
    "tax.percent": ("clinic", "terms", "tax_percent"),
    "deposit.percent": ("clinic", "terms", "deposit_percent"),
    "free_touch_ups.visits": ("clinic", "terms", "free_touch_ups", "visits"),
    "free_touch_ups.within_months": ("clinic", "terms", "free_touch_ups", "within_months"),
    "valid_days": ("valid_days", "limits"),
}
"""Where in prices.yaml the limits of terms that are no prices stand, by the key of the clinic's file."""
LIMITS: Mapping[str | int, tuple[str, ...]] = {
    "visit": ("visit_seen", "limits"),
    "norwood": ("course", "limits"),
    "ludwig": ("course", "limits"),
    "scars": ("scar_course", "limits"),
    "area": ("course", "limits"),
    "touch_up": ("touch_up", "limits"),
    "extra_visit": ("extra_visit", "limits"),
    "hour": ("clinic", "limits", "hour"),
    "patch_test": ("clinic", "limits", "patch_test"),
}
"""Where below a region of prices.yaml the limits of a price stand, by the key of the clinic's file."""

FOR_SCARS = "visit.for_scars"
REPLACED = ("course", "scar_course", "extra_visit", "touch_up")
"""What below a region of prices.yaml a price list stands in the place of, beside the days of prices."""


FURTHER: Mapping[Model, str] = {
    "visit": "visit.later",
    "stage": "extra_visit",
    "area": "extra_visit",
    "hour": "hour",
}
"""By what a visit beyond the plan is paid, in each way of selling."""


class Limits(NamedTuple):
    """Which prices nobody may cross, and where in prices.yaml that stands."""

    low: Number
    high: Number
    at: Path


class ClinicAsks(NamedTuple):
    """A clinic's price list, and a reading of each figure in it by its key, such as `visit.first`."""

    clinic: str
    prices: ClinicPrices
    readings: Mapping[str, Reading]

    @property
    def model(self) -> Model:
        """By what the clinic sells a course; the checks see to it that there is one."""
        return next(model for model in MODELS if getattr(self.prices, model) is not None)

    @property
    def further(self) -> str:
        """The key of the price of a visit beyond the plan; by the hour, of an hour of it."""
        return FURTHER[self.model]

    def further_for(self, *, only_scars: bool) -> str:
        """The same for a course for scars alone, where the list has a price of such a visit."""
        return FOR_SCARS if only_scars and FOR_SCARS in self.readings else self.further

    def number(self, key: str) -> Number:
        """A figure of the list."""
        return self.readings[key].number

    def read(self, *keys: str) -> tuple[Reading, ...]:
        """The readings of those figures that the list holds."""
        return tuple(self.readings[key] for key in keys if key in self.readings)

    def below(self, key: str) -> tuple[Reading, ...]:
        """The readings of all figures of one table."""
        return tuple(reading for name, reading in self.readings.items() if name.startswith(f"{key}."))


def has_own(id_: str, region: str) -> bool:
    """Whether a price list of that region stands in the place of a rule of prices.yaml."""
    replaced = (f"prices.regions.{region}.{part}." for part in REPLACED)
    return f"{id_}.".startswith(("prices.valid_days.", *replaced))


def limits_of(path: Path, rules: PriceRules, region: str) -> Limits:
    """The limits of a figure of the list; a deposit in money is at most what any course may cost."""
    at = TERMS.get(dotted(path)) or ("regions", region, *_price_limits(path))
    low, high = _at(rules, at)
    return Limits(0 if path == DEPOSIT else low, high, at)


def _price_limits(path: Path) -> Path:
    return next((LIMITS[key] for key in reversed(path) if key in LIMITS), LIMITS["area"])


def _at(rules: PriceRules, path: Path) -> tuple[Number, Number]:
    found: Any = rules
    for key in path:
        found = getattr(found, str(key), None) or found[key]
    return found


def clinic_asks(clinic: ClinicFile, found: SourceMap, rules: PriceRules, region: str) -> ClinicAsks | None:
    """The price list of a clinic, with its places in the clinic's file; None where it gives none."""
    prices, currency = clinic.prices, rules.regions[region].currency
    if prices is None:
        return None
    readings = {
        dotted(path): Reading(
            id=f"{PRICE_LIST}{dotted(path)}",
            label=label,
            value=value,
            range=(value, value),
            limits=limits_of(path, rules, region)[:2],
            unit=UNITS.get(dotted(path), currency),
            basis="clinic",
            sources=tuple(prices.sources),
            place=str(found.place(("prices", *path)).without_folder),
            set_by=clinic.name,
        )
        for path, value, label in figures_of(prices)
    }
    return ClinicAsks(clinic.name, prices, readings)


def figures_of(prices: ClinicPrices) -> Iterator[tuple[Path, Number, str]]:
    """Every figure of a price list: its path below `prices`, its value, and its label in words."""
    if prices.stage is not None:
        for kind, table in (("norwood", prices.stage.norwood), ("ludwig", prices.stage.ludwig)):
            for stage, price in table.items():
                yield ("stage", kind, stage), price, _stage(kind, stage)
    for place, point in enumerate(prices.area or ()):
        yield ("area", place), point.price, _("Price of a course at {cm2} cm2", cm2=point.cm2)
    for key, label in LABELS.items():
        value: object = prices
        for part in key.split("."):
            value = getattr(value, part, None)
        if isinstance(value, Number):
            yield tuple(key.split(".")), value, _(label)


def _stage(kind: str, stage: str) -> str:
    name = stage_name(stage)
    if kind == "norwood":
        return _("Price of a course at Norwood {stage}", stage=name)
    return _("Price of a course at Ludwig {stage}", stage=name)
