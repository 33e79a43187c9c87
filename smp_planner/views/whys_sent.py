"""What a "why?" tells, sent when somebody opens it: the reason, the rules and documents that it rests on.

Of many figures nobody opens more than a few, so the page holds closed ones with their keys alone; a changed
answer puts no reason in words but those that stand open. The browser puts them in place as text and never
as markup.
"""

from __future__ import annotations

import json
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple, cast

import streamlit as st
from streamlit.components.v2 import component

from smp_planner.domain.provenance import Reading
from smp_planner.domain.words import number
from smp_planner.language.texts import N_, NN_, _, n_
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views.browser_language import speaking_as_the_browser
from smp_planner.views.faults import telling_of_faults
from smp_planner.views.figure_told import figure_told
from smp_planner.views.same_run import draw_last, draw_too
from smp_planner.views.state import PART, for_clinic
from smp_planner.views.whys import Told, Whys

Sent = Mapping[str, Any]
WHYS, KEPT, OPENED = "whys", "whys_kept", "whys_told"
ALL_BEHIND = N_("All rules and sources behind this")
REST_ON = NN_("The words rest on {count} source", "The words rest on {count} sources")


class Drawn(NamedTuple):
    """The "why?" of the plan that the page shows, and which of this person's drawings of one that is."""

    whys: Whys
    number: int


def fill_whys(whys: Whys) -> None:
    """Let each "why?" of the page be opened, once all of them are drawn.

    A drawn plan has all of them closed, so the browser is told of it where any stood open.
    """
    before: Drawn | None = st.session_state.get(KEPT)
    st.session_state[KEPT] = Drawn(whys, before.number + 1 if before else 1)
    if any(_opened()):
        draw_too(OPENED)


def forget_whys() -> None:
    """Let go of what stands behind figures that the page no longer shows."""
    st.session_state.pop(KEPT, None)


@st.fragment(key=OPENED)
@speaking_as_the_browser()
@telling_of_faults()
def tell_opened() -> None:
    """What those tell that stand open. To stand after the plan: one more that is opened draws no plan."""
    drawn: Drawn | None = st.session_state.get(KEPT)
    opened = [*_opened()]
    data = {
        "part": st.session_state.get(PART),
        "drawing": drawn.number if drawn and opened else None,
        "words": {"source": _("Source:"), "all": None if for_clinic() else _(ALL_BEHIND)},
        "whys": _told(drawn.whys, opened) if drawn else {},
    }
    _component(data=json.dumps(data).encode(), key=WHYS, on_open_change=_draw_those)


def _told(whys: Whys, opened: Iterable[str]) -> dict[str, Sent]:
    known = (key for key in opened if key in whys.told)
    return put_in_words(whys, known, with_places=for_clinic())


def _draw_those() -> None:
    """An opened "why?" changes no answer: no more than this is drawn, after a plan that is drawn as well."""
    draw_last(OPENED)


def _opened() -> Iterator[str]:
    """The keys of what stands open, folds among them; a browser may send anything."""
    opened = st.session_state.get(WHYS, {}).get("open")
    for key in cast("list[object]", opened) if isinstance(opened, list) else ():
        if isinstance(key, str):
            yield key


def put_in_words(whys: Whys, keys: Iterable[str], *, with_places: bool) -> dict[str, Sent]:
    """What the page sends of these "why?", by their keys.

    Where a rule stands in the files, and shares as they stand there, are for those who edit them; a patient
    is spared both, sees the `main` rules first, and one fold that holds every one.
    Raises KeyError for a "why?" that the page doesn't have.
    """
    return {key: _reason(whys.told[key](), whys.rules, with_places=with_places) for key in keys}


def _reason(one: Told, rules: RuleSet, *, with_places: bool) -> Sent:
    behind = one.rules
    main: Sequence[Reading] = () if with_places else _main(behind, one.planned)
    return {
        "say": one.say,
        "change": one.change,
        "rules": [_rule(reading, rules, with_places=with_places) for reading in behind],
        "main": [behind.index(reading) for reading in main],
        "cites": [_document(id_, rules) for id_ in one.cites],
        "rest_on": _rest_on(behind),
    }


def _main(rules: Sequence[Reading], planned: Container[object]) -> Sequence[Reading]:
    """The rules told first: what gives the value, and what a clinic set; else the one that says most.

    That is the first figure whose sources differ, else the first figure, else the first sentence.
    """
    named = [rule for rule in rules if rule.label]
    given = [rule for rule in named if (rule.value, rule.unit) in planned][:1]
    spread = [rule for rule in named if rule.range and rule.low != rule.high]
    of_clinic = [rule for rule in rules if rule.by_clinic and rule not in given]
    return [*given, *of_clinic] or (spread or named or [*rules])[:1]


def _document(id_: str, rules: RuleSet, at: str | None = None) -> Sequence[str | None]:
    """Title and address of a document, and the page of it that is meant."""
    source = rules.sources[id_]
    return source.title, source.url, at


def _rule(reading: Reading, rules: RuleSet, *, with_places: bool) -> Sent:
    """A rule in words, and how many documents it has; one that is a sentence has no figure."""
    sources = len(reading.sources)
    return {
        "name": reading.label,
        "figure": figure_told(reading, exactly=with_places) if reading.label else None,
        "count": n_("{count} source", "{count} sources", sources, count=number(sources)) if sources else None,
        "cites": [_document(id_, rules, reading.at.get(id_)) for id_ in reading.sources],
        "place": _place(reading) if with_places else None,
    }


def _place(reading: Reading) -> str:
    return _("In the rules: {place}", place=f"{reading.id}, {reading.place}")


def _rest_on(rules: Iterable[Reading]) -> str | None:
    """On how many documents the sentences rest that give the reason; None where there is none."""
    documents = {id_ for reading in rules if not reading.label for id_ in reading.sources}
    return n_(*REST_ON, len(documents), count=number(len(documents))) if documents else None


_component = component("smp_whys", js=Path(__file__).with_suffix(".js").read_text(encoding="utf-8"))
