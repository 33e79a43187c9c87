"""How a price by area was read: between which two points, or at which, in this person's own numbers."""

from __future__ import annotations

from smp_planner.domain.course import Area
from smp_planner.domain.quantities import Number, rounded
from smp_planner.domain.words import figure, fill, in_both_units
from smp_planner.planner.years.price_list import TENS, PriceList
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.shapes.years import PricePoint, PriceTable


def price_read(area: Area, asked: PriceList, visits: int, rules: RuleSet) -> str:
    """Where on the price list the planned area lies, what that comes to, and for how many visits."""
    cm2, scars, prices = area.cm2.typical, asked.scars, asked.prices
    table = prices.scar_course if scars.alone else prices.course
    told = [_read(cm2, table, asked, rules)]
    if scars.cm2 and not scars.alone:
        told.append(_beside_scars(area, asked, rules))
    for_visits = fill(rules.prices.because["read_for"], visits=figure(visits, "visits"))
    return " ".join((*told, for_visits))


def _read(cm2: Number, table: PriceTable, asked: PriceList, rules: RuleSet) -> str:
    """A price between two points, or beyond the first or the last, where it stays as it is."""
    below, above = asked.around(table, cm2)
    price = _told(asked.at(table, cm2).typical, asked)
    own = in_both_units(cm2)
    if below is above:
        where = "read_below" if cm2 < below.cm2 else "read_above" if cm2 > below.cm2 else "read_at"
        return fill(rules.prices.because[where], area=own, price=price, point=in_both_units(below.cm2))
    return fill(
        rules.prices.because["read_between"],
        area=own,
        price=price,
        **_point("low", below, asked),
        **_point("high", above, asked),
    )


def _point(end: str, point: PricePoint, asked: PriceList) -> dict[str, str]:
    price = asked.at_point(point).typical
    return {f"{end}_point": in_both_units(point.cm2), f"{end}_price": _told(price, asked)}


def _beside_scars(area: Area, asked: PriceList, rules: RuleSet) -> str:
    """What scars beside other area make of it: what they cost alone, and what counts."""
    scars = asked.scars
    alone = asked.at(asked.prices.scar_course, scars.cm2).typical
    counts = asked.work(area.cm2.typical, scars.added_cm2.typical).typical
    return fill(
        rules.prices.because["read_beside_scars"],
        scars=in_both_units(rounded(scars.cm2, "0.1")),
        alone=_told(alone, asked),
        price=_told(counts, asked),
    )


def _told(price: Number, asked: PriceList) -> str:
    return figure(rounded(price, TENS), asked.prices.currency)
