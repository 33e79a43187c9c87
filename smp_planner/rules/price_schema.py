"""JSON Schema of a clinic's price list: the limits of prices by region, and those of its terms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, cast

from smp_planner.rules.clinic_asks import limits_of
from smp_planner.rules.layers import Layer
from smp_planner.rules.price_checks import TERM_FAULTS
from smp_planner.rules.shapes.years import PriceRules, TouchUpRules

Schema = dict[str, Any]


def add_price_limits(schema: Schema, shapes: Mapping[str, Schema], base: Layer) -> None:
    """Put the limits of a price list into the schema of a clinic's file; prices have those of the region."""
    rules = cast(PriceRules, base.files["prices"].model)
    for (shape, key), limits in _terms(rules, cast(TouchUpRules, base.files["touch_ups"].model)):
        shapes[shape]["properties"][key] |= limits
    schema["allOf"] = [_of_region(region, rules) for region in rules.regions]


def between(low: int | Decimal, high: int | Decimal) -> Schema:
    """That a number stays inside limits."""
    return {"minimum": plain(low), "maximum": plain(high)}


def plain(number: int | Decimal) -> int | float:
    """A number as JSON holds it."""
    return number if isinstance(number, int) else float(number)


def _terms(rules: PriceRules, touch_ups: TouchUpRules) -> Iterator[tuple[tuple[str, str], Schema]]:
    shapes = {"tax": "Tax", "deposit": "Deposit", "free_touch_ups": "FreeTouchUps"}
    for path in TERM_FAULTS:
        limits = limits_of(path, rules, rules.default_region)
        *table, key = path
        shape = shapes[table[0]] if table else "ClinicPrices"
        yield (shape, key), between(limits.low, limits.high)
    earliest = touch_ups.earliest_months.value
    yield ("FreeTouchUps", "within_months"), {"exclusiveMinimum": plain(earliest)}


def _of_region(region: str, rules: PriceRules) -> Schema:
    """The limits of prices where the file names a region; without a name, those of the usual one."""

    def limits(*path: str | int) -> Schema:
        found = limits_of(path, rules, region)
        return between(found.low, found.high)

    most = rules.regions[region].course.limits[1]
    prices: Schema = {
        "visit": _table(dict.fromkeys(("first", "later", "for_scars"), limits("visit"))),
        "stage": _table(
            {
                **{kind: {"additionalProperties": limits("stage", kind)} for kind in ("norwood", "ludwig")},
                "scars": limits("stage", "scars"),
            }
        ),
        "area": {"items": _table({"price": limits("area", 0)})},
        **{key: limits(key) for key in ("hour", "touch_up", "extra_visit", "patch_test")},
        "deposit": _table({"amount": {"maximum": plain(most)}}),
    }
    named = [] if region == rules.default_region else ["region"]
    return {
        "if": {"properties": {"region": {"const": region}}, "required": named},
        "then": _table({"prices": _table(prices)}),
    }


def _table(keys: Mapping[str, Schema]) -> Schema:
    return {"properties": keys}
