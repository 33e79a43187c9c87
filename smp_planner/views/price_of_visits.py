"""The price of all visits, and beside it for how many that is: there may be more."""

from __future__ import annotations

from html import escape

from smp_planner.domain.years import Cost
from smp_planner.language.texts import _
from smp_planner.views import html
from smp_planner.views.whys import Whys


def price_of_visits(cost: Cost, whys: Whys) -> tuple[str, str]:
    """What it is called, and the price with what it covers and what one more visit adds."""
    price = html.figure(cost.course, whys.why("cost.course"))
    return _("Price of all visits"), f"{price} {escape(cost.covers)} {whys.why('cost.covers')}"
