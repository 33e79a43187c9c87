"""A clinic's price list in saved answers: what is saved of it, and the list of then in a plan of then."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any, cast

from smp_planner.domain.saved_rules import SavedPrices, SavedRules
from smp_planner.rules.clinic_asks import ClinicAsks
from smp_planner.rules.figures import source_id
from smp_planner.rules.files import ReadFile
from smp_planner.rules.layers import Layer
from smp_planner.rules.price_checks import check_prices
from smp_planner.rules.shapes.clinic import ClinicFile
from smp_planner.rules.shapes.clinic_prices import ClinicPrices
from smp_planner.rules.shapes.years import PriceRules
from smp_planner.rules.source_map import SourceMap

WORDS = (("tax", "name"), ("deposit", "refund"), ("included",), ("not_included",))
"""What a price list says beside its figures, by its path: of these a short mark is saved."""
NO_FILE = ReadFile("clinic", "", SourceMap(""), None)  # a saved list stands in no file of a clinic


def short_mark(words: str) -> str:
    """A short mark of words: other words have another one."""
    return hashlib.sha256(words.encode()).hexdigest()[:8]


def prices_to_save(asks: ClinicAsks | None) -> SavedPrices:
    """The figures of a price list as a clinic's file holds them, and marks of its words; {} of none."""
    return {} if asks is None else as_saved(_marked(asks.prices))


def as_saved(prices: ClinicPrices) -> SavedPrices:
    """A price list as it is kept with answers: what its file says, and nothing that it leaves out."""
    return prices.model_dump(exclude_defaults=True)


def _marked(prices: ClinicPrices) -> ClinicPrices:
    tax, deposit = prices.tax, prices.deposit
    return prices.model_copy(
        update={
            "tax": tax and tax.model_copy(update={"name": short_mark(tax.name)}),
            "deposit": deposit and deposit.model_copy(update={"refund": short_mark(deposit.refund)}),
            "included": _mark_of_all(prices.included),
            "not_included": _mark_of_all(prices.not_included),
        }
    )


def _mark_of_all(texts: list[str]) -> list[str]:
    return [short_mark("\0".join(texts))] if texts else []


def words_of_prices(prices: Mapping[str, object]) -> tuple[object, ...]:
    """The marks of what a saved price list says beside its figures."""
    return tuple(_words(prices))


def _words(prices: Mapping[str, object]) -> Iterator[object]:
    for path in WORDS:
        found: Any = prices
        for key in path:
            found = found.get(key, {})
        yield found


def with_prices_of_then(layer: Layer, saved: SavedRules, region: str) -> Layer:
    """The layer of a plan of then with the price list of then, or with none.

    It has none where none was saved, or where the rules would not take it from a clinic now. Its documents
    are not among today's, and nobody sees what a plan of then cites: it cites the base rules' instead.
    """
    assert layer.clinic is not None
    books = cast(PriceRules, layer.files["prices"].model).valid_days.sources
    prices = _taken(saved, layer, region)
    own = prices and prices.model_copy(update={"sources": [source_id(one) for one in books]})
    clinic = layer.clinic.model_copy(update={"region": region, "prices": own})
    return layer._replace(clinic=clinic, clinic_file=layer.clinic_file or NO_FILE)


def _taken(saved: SavedRules, layer: Layer, region: str) -> ClinicPrices | None:
    if not saved.prices:
        return None
    clinic = ClinicFile.model_validate({"name": "-", "region": region, "prices": saved.prices})
    return None if any(check_prices(clinic, NO_FILE, layer.files)) else clinic.prices
