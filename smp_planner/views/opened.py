"""What is different since answers were given: before anything else on the page, until it is closed.

It is told after saved answers were opened, and where the rules were renewed while a page stood open.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from typing import Any, cast

import streamlit as st

from smp_planner.answering.what_changed import WhatChanged
from smp_planner.language.texts import N_, _
from smp_planner.views import html
from smp_planner.views.parts import drawing_screen
from smp_planner.views.picture import show
from smp_planner.views.state import FILE_TOLD

HERE = N_("Your saved answers are here.")
DIFFERENT = N_("What is different since you answered")
NOW = N_("The plan below is made by the rules of now. This is what they change for you.")
IN_PLAN, IN_RULES = N_("In your plan"), N_("Rules that have moved")
OF_PLAN = (N_("What"), N_("Before"), N_("Now"))
OF_RULES = (N_("Rule"), N_("Before"), N_("Now"), N_("Set by"))
CLOSE = N_("I have seen this")
PANEL = "opened"


def to_tell(notes: Iterable[str], changed: WhatChanged | None) -> dict[str, object]:
    """What is told, in lists of words: the tab keeps it until it is closed."""
    told: dict[str, object] = {"notes": list(notes)}
    if changed is None:
        return told
    tables = {"changes": list(map(list, changed.changes)), "rules": list(map(list, changed.rules))}
    return {**told, **tables, "why": list(changed.why), "more": list(changed.notes)}


def show_opened() -> None:
    """The differences, and what the page couldn't hold of the answers; a button closes it."""
    told = cast("Mapping[str, Any] | None", st.session_state.get(FILE_TOLD))
    if not told:
        return
    with st.container(border=True, key=PANEL):
        if "why" in told:
            st.header(_(DIFFERENT), anchor=False)
        show(*_pieces(told))
        st.button(_(CLOSE), on_click=drawing_screen(_close), key="opened_seen")


def _pieces(told: Mapping[str, Any]) -> Iterator[str]:
    if "why" in told:
        yield from map(html.notice, told["why"])
        if told["changes"]:
            yield html.paragraph(_(NOW))
        yield from _table(IN_PLAN, OF_PLAN, told["changes"])
        yield from _table(IN_RULES, OF_RULES, told["rules"])
        yield from map(html.paragraph, told["more"])
    else:
        yield html.paragraph(_(HERE))
    yield from map(html.notice, told["notes"])


def _table(caption: str, headers: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    if rows:
        yield html.table(_(caption), list(map(_, headers)), [tuple(map(escape, row)) for row in rows])


def _close() -> None:
    st.session_state[FILE_TOLD] = None
