"""Questions with several answers side by side: a table, of which a phone shows one question at a time."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

import streamlit as st

from smp_planner.language.texts import _
from smp_planner.views import html
from smp_planner.views.picture import show


class Asked(NamedTuple):
    """A question by its id, and the answer of each to it as ready HTML."""

    id: str
    question: str
    answers: tuple[str, ...]

    @property
    def row(self) -> tuple[str, ...]:
        """The question and its answers as a row of ready HTML."""
        return escape(self.question), *self.answers


def show_questions(
    caption: str,
    key: str,
    names: Sequence[str],
    rows: Sequence[Asked],
    *,
    begins: int = 0,
    instead: str = "",
) -> None:
    """The questions as a table, and over it the choice of the one that a phone shows.

    `begins` is the place of the first one shown; `instead` is shown where the chosen question is not among
    them now.
    """
    asked, choice = {row.id: row for row in rows}, f"one_of_{key}"
    if st.session_state.setdefault(choice, rows[begins].id) not in asked:
        st.session_state[choice] = instead or rows[0].id
    with st.container(key=f"one_question_{key}"):
        chosen = st.radio(_("Question"), list(asked), key=choice, format_func=lambda id_: asked[id_].question)
    shown = list(asked).index(chosen)
    show(html.side_by_side(caption, names, [row.row for row in rows], on_phone=shown))
