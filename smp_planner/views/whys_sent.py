"""What a page sends of its "why?": the reasons, and the rules and documents that they rest on, each once.

Both travel apart: an answer changes some of the reasons and hardly ever a rule, and what stays the same is
not sent again. The browser puts a "why?" together when it is opened, as text and never as markup. Of many
figures nobody opens more than a few, and cleaning unopened HTML took half of the time after a tap.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

import streamlit as st
from streamlit.components.v2 import component

from smp_planner.domain.provenance import Reading
from smp_planner.domain.quantities import Estimate, Number, to_in2
from smp_planner.domain.words import figure, number, per_cent, planned
from smp_planner.exports.agreed_lines import ended
from smp_planner.language.texts import N_, NN_, _, n_
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views.state import PART, for_clinic
from smp_planner.views.who_set import who_set
from smp_planner.views.whys import Told, Whys

Sent = Mapping[str, Any]
Names = Mapping[str, str]
SHARE = "share"  # the unit of a part of one
ALL_BEHIND = N_("All rules and sources behind this")
SIGNED, WITHIN = N_("{figure} ({low} to {high})"), N_("{figure} (we plan within {low} to {high})")
USUAL = N_("{figure} (usually planned within {low} to {high})")
REST_ON = NN_("The words rest on {count} source", "The words rest on {count} sources")


def fill_whys(whys: Whys) -> None:
    """Send what each "why?" of the page tells, once all of them are drawn."""
    sent = put_in_words(whys, with_places=for_clinic())
    _behind(data=sent.behind.encode(), key="behind_whys")
    _reasons(data=json.dumps({"part": st.session_state.get(PART), "whys": sent.reasons}).encode(), key="whys")


class SentWhys(NamedTuple):
    """The reason of each "why?" by its key, the rules and documents behind them, as the text that is sent.

    A reason names its rules and documents by their numbers.
    """

    reasons: Mapping[str, Sent]
    behind: str


def put_in_words(whys: Whys, *, with_places: bool) -> SentWhys:
    """What the page sends of its "why?".

    Where a rule stands in the files, and shares as they stand there, are for those who edit them; a patient
    is spared both, sees the `main` rules first, and one fold that holds every one.
    """
    told = whys.rules.kept(_Told)
    rules = {key: one.rules for key, one in whys.told.items()}
    reasons = {key: _reason(one, rules[key], told, with_places=with_places) for key, one in whys.told.items()}
    readings = {reading.id: reading for own in rules.values() for reading in own}
    cited = [id_ for one in whys.told.values() for id_ in one.cites]
    return SentWhys(reasons, _behind_all(readings.values(), cited, told, with_places=with_places))


def _reason(one: Told, rules: Sequence[Reading], told: _Told, *, with_places: bool) -> Sent:
    return {
        "say": one.say,
        "change": one.change,
        "rules": [told.number(reading) for reading in rules],
        "main": [] if with_places else [told.number(reading) for reading in _main(rules)],
        "cites": [told.names[id_] for id_ in one.cites],
        "rest_on": _rest_on(rules),
    }


def _behind_all(
    readings: Collection[Reading], cited: Iterable[str], told: _Told, *, with_places: bool
) -> str:
    """Rules and documents by their numbers; `all` names the fold that holds every rule."""
    documents = dict.fromkeys([id_ for reading in readings for id_ in reading.sources])
    words = {"source": _("Source:"), "all": None if with_places else _(ALL_BEHIND)}
    rules = ", ".join(told.rule(reading, with_places=with_places) for reading in readings)
    sources = ", ".join(map(told.document, documents | dict.fromkeys(cited)))
    return f'{{"words": {json.dumps(words)}, "rules": {{{rules}}}, "sources": {{{sources}}}}}'


def _main(rules: Sequence[Reading]) -> Sequence[Reading]:
    """The rules that are told first: what a clinic set of its own, else the one that says most.

    That is the first figure whose sources differ, else the first figure, else the first sentence.
    """
    named = [rule for rule in rules if rule.label]
    spread = [rule for rule in named if rule.range and rule.low != rule.high]
    return [rule for rule in rules if rule.by_clinic] or (spread or named or [*rules])[:1]


class _Told:
    """Rules and documents as they are sent, each put in words once for all: they tell of nobody."""

    def __init__(self, rules: RuleSet) -> None:
        self.names: Names = {id_: str(number) for number, id_ in enumerate(rules.sources)}
        self._free = count()
        self._numbers: dict[str, int] = {}
        self._sources = rules.sources
        self._documents: dict[str, str] = {}
        self._rules: dict[tuple[str, bool], tuple[Reading, str]] = {}

    def number(self, reading: Reading) -> int:
        """The number of a rule, given once; two visitors may ask for it in the same moment."""
        if reading.id not in self._numbers:
            self._numbers.setdefault(reading.id, next(self._free))
        return self._numbers[reading.id]

    def rule(self, reading: Reading, *, with_places: bool) -> str:
        """A rule of the rules that keep this, by its number."""
        key = reading.id, with_places
        kept, told = self._rules.get(key, (None, ""))
        if kept is not reading:
            words = json.dumps(_rule(reading, self.names, with_places=with_places))
            told = f'"{self.number(reading)}": {words}'
            self._rules[key] = reading, told
        return told

    def document(self, id_: str) -> str:
        """Title and address of a document, by its number."""
        if id_ not in self._documents:
            source = self._sources[id_]
            self._documents[id_] = f'"{self.names[id_]}": {json.dumps((source.title, source.url))}'
        return self._documents[id_]


def _rule(reading: Reading, names: Names, *, with_places: bool) -> Sent:
    """A rule in words, and how many documents it has; one that is a sentence has no figure."""
    sources = len(reading.sources)
    return {
        "name": reading.label,
        "figure": figure_told(reading, exactly=with_places) if reading.label else None,
        "count": n_("{count} source", "{count} sources", sources, count=number(sources)) if sources else None,
        "cites": [(names[source], reading.at.get(source)) for source in reading.sources],
        "place": _place(reading) if with_places else None,
    }


def _place(reading: Reading) -> str:
    return _("In the rules: {place}", place=f"{reading.id}, {reading.place}")


def _rest_on(rules: Iterable[Reading]) -> str | None:
    """On how many documents the sentences rest that give the reason; None where there is none."""
    documents = {id_ for reading in rules if not reading.label for id_ in reading.sources}
    return n_(*REST_ON, len(documents), count=number(len(documents))) if documents else None


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
