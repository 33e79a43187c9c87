"""What a page sends of its "why?": the reasons, and what stands behind them, each rule and document once.

Both travel apart: an answer changes some of the reasons and hardly ever a rule, and what stays the same is
not sent again. The browser puts a "why?" together when it is opened, as text and never as markup. Of many
figures nobody opens more than a few, and cleaning unopened HTML took half of the time after a tap.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from pathlib import Path
from typing import Any, NamedTuple

import streamlit as st
from streamlit.components.v2 import component

from smp_planner.domain.provenance import Reading
from smp_planner.domain.quantities import Estimate, Number, to_in2
from smp_planner.domain.words import figure, number, per_cent, planned
from smp_planner.exports.agreed_lines import ended
from smp_planner.exports.inputs import is_spread
from smp_planner.language.texts import N_, NN_, _, n_
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views.state import for_clinic
from smp_planner.views.who_set import who_set
from smp_planner.views.whys import Whys

Sent = Mapping[str, Any]
Names = Mapping[str, str]
KEPT = "tab_behind_whys"  # no answer: the tab keeps no key that begins so
SHARE = "share"  # the unit of a part of one
FAST = 1  # of 9; the example's 30 kB become 9
_ID = attrgetter("id")
ALL_BEHIND = N_("All rules and sources behind this")
SIGNED, WITHIN = N_("{figure} ({low} to {high})"), N_("{figure} (we plan within {low} to {high})")
USUAL = N_("{figure} (usually planned within {low} to {high})")
REST_ON = NN_("The words rest on {count} source", "The words rest on {count} sources")


def fill_whys(whys: Whys) -> None:
    """Send what stands behind each "why?" of the page, once all of them are drawn."""
    _behind(data=_behind_bytes(whys), key="behind_whys")
    _reasons(data=json.dumps(reasons(whys)).encode(), key="whys")


class _Kept(NamedTuple):
    """What was sent last of what stands behind the reasons, packed, and a mark of what it was made of."""

    rules: RuleSet
    made_of: int
    packed: bytes


def _behind_bytes(whys: Whys) -> bytes:
    """What stands behind the reasons; as it was sent last, where they rest on the same."""
    with_places = for_clinic()
    made_of = hash((with_places, *_made_of(whys)))  # its parts would take more than the text, packed
    kept: _Kept | None = st.session_state.get(KEPT)
    if kept is None or kept.rules is not whys.rules or kept.made_of != made_of:
        sent = json.dumps(behind(whys, with_places=with_places)).encode()
        st.session_state[KEPT] = _Kept(whys.rules, made_of, zlib.compress(sent, FAST))
        return sent
    return zlib.decompress(kept.packed)


def _made_of(whys: Whys) -> Iterator[Hashable]:
    """Which rules and figures stand behind each reason; the values of figures are no part of it."""
    for key, told in whys.told.items():
        yield key, told.rule and told.rule.id, told.cites, *(step.field for step in told.steps)
    for inputs in {id(told.inputs): told.inputs for told in whys.told.values() if told.inputs}.values():
        for step in inputs.steps.by_field.values():
            yield step.field, step.uses, is_spread(step), *map(_ID, step.rules)


def reasons(whys: Whys) -> Mapping[str, str]:
    """The reason of each "why?" in words, by its key."""
    return {key: told.say for key, told in whys.told.items()}


def behind(whys: Whys, *, with_places: bool) -> Sent:
    """What would change each figure, its rules by their number, its documents by a short name.

    Where a rule stands in the files, and shares as they stand there, are for those who edit them; a patient
    is spared both. A patient sees the `main` rules first, and `all` names the fold that holds every one.
    """
    rules = {key: told.rules for key, told in whys.told.items()}
    readings = {reading.id: reading for own in rules.values() for reading in own}
    cited = (id_ for told in whys.told.values() for id_ in told.cites)
    documents = dict.fromkeys([id_ for reading in readings.values() for id_ in reading.sources])
    documents |= dict.fromkeys(cited)
    numbers = {id_: number for number, id_ in enumerate(readings)}
    names, rules_told = whys.rules.kept(_short_names), whys.rules.kept(_RulesTold)
    return {
        "whys": {
            key: {
                "change": told.change,
                "rules": [numbers[reading.id] for reading in rules[key]],
                "main": [] if with_places else [numbers[reading.id] for reading in _main(rules[key])],
                "cites": [names[id_] for id_ in told.cites],
                "rest_on": _rest_on(rules[key]),
            }
            for key, told in whys.told.items()
        },
        "rules": [rules_told.of(reading, with_places=with_places) for reading in readings.values()],
        "sources": {
            names[id_]: (whys.rules.sources[id_].title, whys.rules.sources[id_].url) for id_ in documents
        },
        "source": _("Source:"),
        "all": None if with_places else _(ALL_BEHIND),
    }


def _main(rules: Sequence[Reading]) -> Sequence[Reading]:
    """The rules that are told first: what a clinic set of its own, else the one that says most.

    That is the first figure whose sources differ, else the first figure, else the first sentence.
    """
    named = [rule for rule in rules if rule.label]
    spread = [rule for rule in named if rule.range and rule.low != rule.high]
    return [rule for rule in rules if rule.by_clinic] or (spread or named or [*rules])[:1]


def _short_names(rules: RuleSet) -> Names:
    """A short name of each document, the same in every rule."""
    return {id_: str(number) for number, id_ in enumerate(rules.sources)}


class _RulesTold:
    """Rules as they are sent, each worked out once for all: they tell of nobody."""

    def __init__(self, rules: RuleSet) -> None:
        self._names = rules.kept(_short_names)
        self._told: dict[tuple[str, bool], tuple[Reading, Sent]] = {}

    def of(self, reading: Reading, *, with_places: bool) -> Sent:
        """A rule of the rules that keep this."""
        key = reading.id, with_places
        if key not in self._told or self._told[key][0] is not reading:
            self._told[key] = reading, _rule(reading, self._names, with_places=with_places)
        return self._told[key][1]


def _rule(reading: Reading, names: Names, *, with_places: bool) -> Sent:
    """A rule in words, and how many documents it has; one that is a sentence has no figure."""
    count = len(reading.sources)
    return {
        "name": reading.label,
        "figure": figure_told(reading, exactly=with_places) if reading.label else None,
        "count": n_("{count} source", "{count} sources", count, count=number(count)) if count else None,
        "cites": [(names[source], reading.at.get(source)) for source in reading.sources],
        "place": _place(reading) if with_places else None,
    }


def _place(reading: Reading) -> str:
    return _("In the rules: {place}", place=f"{reading.id}, {reading.place}")


def _rest_on(rules: Iterable[Reading]) -> str | None:
    """On how many documents the sentences rest that give the reason; None where there is none."""
    count = len({id_ for reading in rules if not reading.label for id_ in reading.sources})
    return n_(*REST_ON, count, count=number(count)) if count else None


def figure_told(reading: Reading, *, exactly: bool) -> str:
    """The figure of a rule, with what we plan within, how far a clinic may go, and who set it.

    A listed source may lie outside of what we plan within, so that no span of the sources is claimed.
    A share is told in parts of a hundred, but for those who want it `exactly`.
    """
    in_hundredths = reading.unit == SHARE and not exactly
    told_as = per_cent if in_hundredths else number
    low, high = _ends(reading.range)
    least, most = _ends(reading.limits)
    if isinstance(reading.value, str):
        told = reading.value
    else:
        told = per_cent(reading.value) if in_hundredths else figure(reading.value, reading.unit)
    if low != high:
        say = SIGNED if reading.signed else USUAL if reading.by_clinic else WITHIN
        told = _(say, figure=told, low=told_as(low), high=told_as(high))
    sentences = [f"{_with_inches(told, reading)}.", who_set(reading)]
    if reading.note:
        sentences.append(ended(reading.note))
    if least != most and not reading.signed and not reading.is_fixed:
        sentences.append(_("A clinic may set {low} to {high}.", low=told_as(least), high=told_as(most)))
    return " ".join(sentences)


def _ends(ends: Sequence[Number]) -> tuple[Number, Number]:
    """The first and the last; hours of opening have none."""
    return (ends[0], ends[-1]) if ends else (0, 0)


def _with_inches(told: str, reading: Reading) -> str:
    """An area in square inches too; any other figure as it is."""
    if reading.unit != "cm2":
        return told
    area = Estimate(reading.low, reading.number, reading.high, reading.unit)
    return _("{cm2}, or {in2}", cm2=told, in2=planned(to_in2(area)))


def _script(name: str) -> str:
    return (Path(__file__).parent / name).read_text(encoding="utf-8")


_reasons = component("smp_whys", js=_script("whys_sent.js"))
_behind = component("smp_behind_whys", js=_script("behind_whys.js"))
