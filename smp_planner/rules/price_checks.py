"""A clinic's price list holds together: one way of selling, whole tables, prices inside the limits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import cast

from smp_planner.domain.quantities import CENTS, Number, rounded
from smp_planner.domain.words import listed
from smp_planner.errors import Problem, did_you_mean
from smp_planner.rules.clinic_asks import DEPOSIT, MODELS, NO_PRICE, figures_of, limits_of
from smp_planner.rules.files import ReadFile
from smp_planner.rules.shapes.clinic import ClinicFile
from smp_planner.rules.shapes.clinic_prices import ClinicPrices
from smp_planner.rules.shapes.course import CoverageRules, SessionRules
from smp_planner.rules.shapes.years import PriceRules, TouchUpRules
from smp_planner.rules.source_map import Path

PRICES = "prices"
TERM_FAULTS: Mapping[tuple[str, ...], tuple[str, str]] = {
    ("tax", "percent"): ("per cent", "R514"),
    ("deposit", "percent"): ("per cent", "R514"),
    ("free_touch_ups", "visits"): ("touch-ups", "R516"),
    ("free_touch_ups", "within_months"): ("months", "R516"),
    ("valid_days",): ("days", "R517"),
}
"""Terms that are no prices: their unit, and the code of one beyond its limits."""
TAX = ("tax", "percent")
REPLACED = {
    "valid_days": "valid_days",
    "touch_up": "touch_up",
    "extra_visit": "extra_visit",
    "visit_seen": "",
}
"""Figures of prices.yaml that a price list stands in place of, by where they end, and where in the list."""
TOUCH_UPS = "touch_ups"
PATCH_TEST = "patch test"
PAID_ALREADY = {
    "visit": "a visit beyond the plan costs what each later visit costs",
    "hour": "a visit beyond the plan costs its hours",
}
"""Why a way of selling has no price of a visit beyond the plan."""


def check_prices(clinic: ClinicFile, file: ReadFile, files: Mapping[str, ReadFile]) -> Iterator[Problem]:
    """Every problem of the price list of a clinic whose file has its shape."""
    if clinic.prices is None:
        return
    prices = clinic.prices
    yield from _one_model(prices, file)
    yield from _patch_test(prices, file)
    yield from _no_negative(prices, file)
    yield from _whole_coins(prices, file)
    yield from _replaced(clinic, file)
    yield from _areas(prices, file)
    models = {name: read.model for name, read in files.items()}
    if models.get(TOUCH_UPS) is not None:
        yield from _free_too_soon(prices, file, files[TOUCH_UPS], cast(TouchUpRules, models[TOUCH_UPS]))
    if models.get("coverage") is not None:
        yield from _stages(prices, file, cast(CoverageRules, models["coverage"]))
    if models.get("sessions") is not None:
        yield from _deposit(prices, file, cast(SessionRules, models["sessions"]))
    if models.get(PRICES) is not None:
        base = cast(PriceRules, models[PRICES])
        region = clinic.region or base.default_region
        yield from _in_limits(prices, file, files[PRICES], base, region)
        yield from _terms(prices, file, files[PRICES], base, region)
        yield from _whole_deposit(prices, file, files[PRICES], base, region)


def _one_model(prices: ClinicPrices, file: ReadFile) -> Iterator[Problem]:
    given = [model for model in MODELS if getattr(prices, model) is not None]
    if len(given) != 1:
        what = f"sells by {listed(given)}" if given else "has no price of a course"
        hint = "give exactly one of visit, stage, area and hour"
        yield file.problem((PRICES,), what, "R510", hint)
        return
    (model,) = given
    if model in PAID_ALREADY and prices.extra_visit is not None:
        what = f"has no place where a clinic sells by {model}"
        yield file.problem((PRICES, "extra_visit"), what, "R519", f"leave it out: {PAID_ALREADY[model]}")
    if model not in PAID_ALREADY and prices.extra_visit is None:
        text = "lacks extra_visit: what a visit beyond the plan costs"
        yield file.problem((PRICES,), text, "R519")


def _patch_test(prices: ClinicPrices, file: ReadFile) -> Iterator[Problem]:
    """What has a price of its own is not included."""
    for place, held in enumerate(prices.included if prices.patch_test else ()):
        if PATCH_TEST in held.casefold():
            text = f"holds a patch test, which costs {prices.patch_test} on top"
            hint = "give patch_test: 0 where it is in the price"
            yield file.problem((PRICES, "included", place), text, "R519", hint)


def _no_negative(prices: ClinicPrices, file: ReadFile) -> Iterator[Problem]:
    for path, value, _label in _figures(prices):
        if value < 0:
            yield file.problem((PRICES, *path), f"should be 0 or more; found {value}", "R511")


def _whole_coins(prices: ClinicPrices, file: ReadFile) -> Iterator[Problem]:
    """Prices finer than the smallest coin: nobody can pay them, and no sum of them would be exact."""
    for path, value, _label in _figures(prices):
        if (path[0] not in NO_PRICE or path == DEPOSIT) and value != rounded(value, CENTS):
            text = f"{value} is finer than the smallest coin, {CENTS}"
            yield file.problem((PRICES, *path), text, "R511", f"write {rounded(value, CENTS)}")


def _figures(prices: ClinicPrices) -> Iterator[tuple[Path, Number, str]]:
    """Every figure of the list, with the path at which it stands in the file."""
    for path, value, label in figures_of(prices):
        yield ((*path, "price") if path[0] == "area" else path), value, label


# --- stages and areas ---------------------------------------------------------------------


def _stages(prices: ClinicPrices, file: ReadFile, coverage: CoverageRules) -> Iterator[Problem]:
    """Stages that nobody knows or that are left out, prices that fall, scar work without a price."""
    if prices.stage is None:
        return
    path = (PRICES, "stage")
    tables = (
        ("norwood", prices.stage.norwood, coverage.norwood.rows, coverage.nothing_bare),
        ("ludwig", prices.stage.ludwig, coverage.ludwig.rows, ()),
    )
    if not any(priced for _kind, priced, _rows, _bare in tables):
        yield file.problem(path, "lacks both norwood and ludwig: what a course costs there", "R512")
    if prices.stage.scars is None:
        yield file.problem(path, "lacks scars: what scar work costs", "R512")
    for kind, priced, rows, bare in tables:
        for stage in priced:
            if stage not in rows:
                hint = did_you_mean(stage, rows)
                yield file.problem((*path, kind, stage), f"is no {kind.capitalize()} stage", "R512", hint)
        missing = [stage for stage in rows if stage not in priced and stage not in bare]
        if priced and missing:
            text = f"lacks {listed(missing)}: what a course costs there"
            yield file.problem((*path, kind), text, "R512")
        by_area = sorted((stage for stage in priced if stage in rows), key=lambda one: rows[one].value)
        for smaller, larger in pairwise(by_area):
            if priced[larger] < priced[smaller]:
                text = f"{priced[larger]} is less than the {priced[smaller]} of {smaller}, which covers less"
                yield file.problem((*path, kind, larger), text, "R513")


def _areas(prices: ClinicPrices, file: ReadFile) -> Iterator[Problem]:
    """Areas rise from line to line, and no larger one costs less."""
    if prices.area is not None and not prices.area:
        yield file.problem((PRICES, "area"), "lists no area", "R513")
    for place, point in enumerate(prices.area or ()):
        if point.cm2 <= 0:
            text = f"should be above 0; found {point.cm2}"
            yield file.problem((PRICES, "area", place, "cm2"), text, "R513")
    for place, (smaller, larger) in enumerate(pairwise(prices.area or ()), start=1):
        path = (PRICES, "area", place)
        if larger.cm2 <= smaller.cm2:
            text = f"{larger.cm2} is not above {smaller.cm2}, the area before it"
            yield file.problem((*path, "cm2"), text, "R513")
        if larger.price < smaller.price:
            text = f"{larger.price} is less than {smaller.price}, the price of a smaller area"
            yield file.problem((*path, "price"), text, "R513")


# --- shares, deposit, touch-ups, days -----------------------------------------------------


def _terms(
    prices: ClinicPrices, file: ReadFile, home: ReadFile, base: PriceRules, region: str
) -> Iterator[Problem]:
    """A tax, a deposit by share, free touch-ups and days beyond what anybody may state; a tax as a share."""
    for path, found, _label in figures_of(prices):
        if path not in TERM_FAULTS or found < 0:
            continue
        (unit, code), limits = TERM_FAULTS[cast("tuple[str, ...]", path)], limits_of(path, base, region)
        if not limits.low <= found <= limits.high:
            where = home.found.place(limits.at)
            text = f"{found} is beyond the limits {limits.low}-{limits.high} {unit} set in {where}"
            yield file.problem((PRICES, *path), text, code)
        elif path == TAX and 0 < found < base.clinic.terms.tax_least:
            where = home.found.place(("clinic", "terms", "tax_least"))
            text = f"{found} is less than {base.clinic.terms.tax_least} per cent, the least set in {where}"
            hint = f"write the tax in per cent: {rounded(found * 100, '0.001')}, not {found} as a share"
            yield file.problem((PRICES, *path), text, code, hint)


def _whole_deposit(
    prices: ClinicPrices, file: ReadFile, home: ReadFile, base: PriceRules, region: str
) -> Iterator[Problem]:
    """A deposit that is more than any course may cost."""
    amount, table = prices.deposit and prices.deposit.amount, base.regions[region]
    most = table.course.limits[1]
    if amount is not None and amount > most:
        where = home.found.place(("regions", region, "course", "limits"))
        text = f"{amount} {table.currency} is more than any course may cost, {most} (see {where})"
        yield file.problem((PRICES, "deposit", "amount"), text, "R515")


def _deposit(prices: ClinicPrices, file: ReadFile, sessions: SessionRules) -> Iterator[Problem]:
    deposit, path = prices.deposit, (PRICES, "deposit")
    if deposit is None:
        return
    if (deposit.percent is None) == (deposit.amount is None):
        hint = "give exactly one of percent and amount"
        found = "neither percent nor amount" if deposit.percent is None else "both percent and amount"
        yield file.problem(path, f"holds {found}", "R515", hint)
    least = min(_courses(prices, sessions), default=None)
    if deposit.amount is not None and least is not None and deposit.amount >= least:
        text = f"{deposit.amount} is not less than the cheapest course costs, {least}"
        yield file.problem((*path, "amount"), text, "R515")


def _courses(prices: ClinicPrices, sessions: SessionRules) -> Iterator[Number]:
    """What courses cost at least; by the hour nobody can tell before there is a plan."""
    if prices.visit is not None:
        fewest, visit = int(sessions.count.limits[0]), prices.visit
        yield visit.first + (fewest - 1) * visit.later
        yield from [fewest * visit.for_scars] if visit.for_scars is not None else []
    if prices.stage is not None:
        yield from prices.stage.norwood.values()
        yield from prices.stage.ludwig.values()
        yield from [prices.stage.scars] if prices.stage.scars is not None else []
    yield from (point.price for point in prices.area or ())


def _free_too_soon(
    prices: ClinicPrices, file: ReadFile, home: ReadFile, rules: TouchUpRules
) -> Iterator[Problem]:
    """Touch-ups that are free only in months in which nothing is refreshed."""
    free, earliest = prices.free_touch_ups, rules.earliest_months.value
    if free is not None and 0 < free.within_months <= earliest:
        where = home.found.place(("earliest_months", "value"))
        months = f"the months before the first touch-up set in {where}"
        text = f"{free.within_months} is not above {earliest}, {months}"
        yield file.problem((PRICES, "free_touch_ups", "within_months"), text, "R516")


def _replaced(clinic: ClinicFile, file: ReadFile) -> Iterator[Problem]:
    """Prices moved under overrides or exceptions beside a list that stands in their place."""
    for table in ("overrides", "exceptions"):
        for id_ in getattr(clinic, table):
            top, _, figure = id_.rpartition(".")
            if top.split(".")[0] == PRICES and figure in REPLACED:
                stated = getattr(clinic.prices, REPLACED[figure], None) is not None
                where = file.found.place((PRICES, REPLACED[figure]) if stated else (PRICES,))
                text = f"has no effect: the price list in {where} stands in its place"
                hint = "take it out; what the clinic asks stands under prices alone"
                yield file.problem((table, id_), text, "R519", hint)


# --- limits -------------------------------------------------------------------------------


def _in_limits(
    prices: ClinicPrices, file: ReadFile, home: ReadFile, base: PriceRules, region: str
) -> Iterator[Problem]:
    currency = base.regions[region].currency
    for path, value, _label in _figures(prices):
        limits = limits_of(path, base, region)
        if path[0] in NO_PRICE or value < 0 or limits.low <= value <= limits.high:
            continue
        where = home.found.place(limits.at)
        text = f"{value} is beyond the limits {limits.low}-{limits.high} {currency} set in {where}"
        hint = "a clinic sets its prices inside the limits, never the limits"
        yield file.problem((PRICES, *path), text, "R518", hint)
