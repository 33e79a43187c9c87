"""What a page sends of its "why?": each reason by its key, each rule and each document once.

The browser puts it in place when a "why?" is opened, as text and never as markup. Of many figures
nobody opens more than a few, and cleaning unopened HTML took half of the time after a tap.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from streamlit.components.v2 import component

from smp_planner.domain.provenance import Reading
from smp_planner.domain.quantities import Estimate, to_in2
from smp_planner.domain.words import figure, number, planned
from smp_planner.views.state import for_clinic
from smp_planner.views.whys import Whys

Numbers = Mapping[str, int]
Sent = Mapping[str, Any]


def fill_whys(whys: Whys) -> None:
    """Send what stands behind each "why?" of the page, once all of them are drawn."""
    _filling(data=json.dumps(sent(whys, with_places=for_clinic())).encode(), key="whys")


def sent(whys: Whys, *, with_places: bool) -> Sent:
    """Reasons, rules and documents as plain data; rules and documents are referred to by number.

    Where a rule stands in the files is for those who edit them; a patient is spared it.
    """
    rules = {reading.id: reading for told in whys.told.values() for reading in told.rules}
    cited = (id_ for told in whys.told.values() for id_ in told.cites)
    documents = dict.fromkeys([id_ for reading in rules.values() for id_ in reading.sources])
    documents |= dict.fromkeys(cited)
    rule_numbers, numbers = _numbered(rules), _numbered(documents)
    return {
        "whys": {
            key: {
                "say": told.say,
                "change": told.change,
                "rules": [rule_numbers[reading.id] for reading in told.rules],
                "cites": [numbers[id_] for id_ in told.cites],
            }
            for key, told in whys.told.items()
        },
        "rules": [_rule(reading, numbers, with_place=with_places) for reading in rules.values()],
        "sources": [(whys.sources[id_].title, whys.sources[id_].url) for id_ in documents],
    }


def _numbered(ids: Mapping[str, object]) -> Numbers:
    return {id_: number for number, id_ in enumerate(ids)}


def _rule(reading: Reading, numbers: Numbers, *, with_place: bool) -> Sent:
    """A rule with its documents, each with the page that is meant; one that is a sentence has no figure."""
    return {
        "name": reading.label,
        "figure": _figure(reading) if reading.label else None,
        "cites": [(numbers[id_], reading.at.get(id_)) for id_ in reading.sources],
        "place": f"{reading.id}, {reading.place}" if with_place else None,
    }


def _figure(reading: Reading) -> str:
    """The figure of a rule, with what the sources span, how far a clinic may go, and who set it."""
    low, high = reading.range[0], reading.range[-1]
    least, most = reading.limits[0], reading.limits[-1]
    limits = f" A clinic may set {number(least)} to {number(most)}." if least != most else ""
    band = f" (sources span {number(low)} to {number(high)})" if low != high else ""
    by = "" if reading.set_by == "base rules" else f" Set by {reading.set_by}."
    told = reading.value if isinstance(reading.value, str) else figure(reading.value, reading.unit)
    note = f" {reading.note}" if reading.note else ""
    return f"{told}{band}{_inches(reading)}.{by}{note}{limits}"


def _inches(reading: Reading) -> str:
    """An area in square inches too; nothing for any other figure."""
    if reading.unit != "cm2":
        return ""
    low, high = reading.range[0], reading.range[-1]
    return f", or {planned(to_in2(Estimate(low, reading.number, high, reading.unit)))}"


_SCRIPT = (Path(__file__).parent / "whys_sent.js").read_text(encoding="utf-8")
_filling = component("smp_whys", js=_SCRIPT)
