"""The kinds of questions: one of a few, several, yes or no, a day, rows that come and go."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import partial

import streamlit as st

from smp_planner.domain.words import day_and_weekday, number, sentence, stage_name
from smp_planner.errors import Problem
from smp_planner.language.speech import spoken_now
from smp_planner.language.texts import N_, _
from smp_planner.planner.answer_bounds import bounded, within
from smp_planner.rules.figures import Figure
from smp_planner.views import html
from smp_planner.views.find_out import how_to_find_out
from smp_planner.views.parts import answered
from smp_planner.views.picture import show, show_quiet
from smp_planner.views.settling import write_answer
from smp_planner.views.state import UNSURE, add_row, drop_row, for_clinic, rows_of, sure
from smp_planner.views.to_intake import to_number

YES_NO = {"yes": N_("Yes"), "no": N_("No")}
NOT_SURE = N_("Not sure")
# What a field takes at all. What the rules accept of it is said here in words; a field would only turn red.
MOST, MOST_TYPED = 1_000_000.0, 1_000_000_000.0
FIRST_DAY = date(1900, 1, 1)


def told_names(names: Mapping[str, str]) -> dict[str, str]:
    """The names of choices that are ours, not the rules', in the language that is spoken."""
    return {id_: _(name) for id_, name in names.items()}


def ask_one(
    label: str,
    key: str,
    names: Mapping[str, str],
    unsure: str = "",
    then: Callable[[], None] | None = None,
) -> None:
    """One of a few answers, or not sure, which may have words of its own; not sure is where it starts."""
    shown = dict(names) | {UNSURE: unsure or _(NOT_SURE)}
    st.session_state.setdefault(key, UNSURE)
    st.pills(
        label, list(shown), format_func=lambda id_: shown[id_], key=key, required=True, wrap=True,
        persist_state="session", on_change=answered(then),
    )  # fmt: skip
    hint = how_to_find_out(key)
    if hint and not for_clinic() and st.session_state[key] == UNSURE:
        show_quiet(hint)


def ask_grade(label: str, key: str, names: Mapping[str, str], then: Callable[[], None] | None = None) -> None:
    """A grade by its number, and the chosen one in words."""
    ask_one(label, key, {grade: stage_name(grade) for grade in names}, then=then)
    chosen = sure(st.session_state.get(key))
    if chosen:
        show_quiet(sentence(names[chosen]))


def ask_yes_no(label: str, key: str) -> None:
    """Yes, no, or not sure."""
    ask_one(label, key, told_names(YES_NO))


def ask_many(label: str, key: str, names: Mapping[str, str], then: Callable[[], None] | None = None) -> None:
    """Any number of answers; `then` is what an answer does beside."""
    st.pills(
        label, list(names), selection_mode="multi", format_func=lambda id_: names[id_], key=key,
        wrap=True, persist_state="session", on_change=answered(then),
    )  # fmt: skip


def ask_many_or_unsure(
    label: str, key: str, names: Mapping[str, str], told: str, then: Callable[[], None] | None = None
) -> None:
    """Any number of answers, or not sure, which takes them away; then it is told what that means.

    Not sure is where it starts, and it is what no answer is. A consultant's screen has no room to press it.
    """
    ask_many(label, key, names, then)
    is_open = not st.session_state.get(key)
    if not for_clinic():
        unsure = f"unsure_of_{key}"  # no answer of its own, so the tab keeps none
        st.session_state[unsure] = UNSURE if is_open else None
        not_sure, take_away = _(NOT_SURE), partial(write_answer, key, [])
        st.pills(
            _("{question}: not sure", question=label), [UNSURE], format_func=lambda _id: not_sure, key=unsure,
            required=is_open, label_visibility="collapsed", on_change=answered(take_away),
        )  # fmt: skip
    if is_open:
        hint = None if for_clinic() else how_to_find_out(f"unsure_of_{key}")
        show_quiet(f"{told} {hint}" if hint else told)


def ask_which(label: str, key: str, which: str, list_key: str, names: Mapping[str, str], unsure: str) -> None:
    """Yes, no, or not sure; after a yes, which of several, or what it means to choose none."""
    ask_yes_no(label, key)
    if st.session_state.get(key) == "yes":
        ask_many(which, list_key, names)
        if not st.session_state.get(list_key) and not for_clinic():
            show_quiet(unsure)


def ask_day(label: str, key: str, *, last: date, first: date = date.min) -> None:
    """A day, or none; the field takes none after the last, and one before the first is told.

    Under it stands the day in words: 03/04 is two days, by where somebody comes from. A later
    day that came with answers from elsewhere stays, and is told.
    """
    held: date | None = st.session_state.setdefault(key, None)
    st.date_input(
        label, None, min_value=FIRST_DAY, max_value=max(last, held or last), key=key,
        format=spoken_now().days.typed, persist_state="session", on_change=answered(),
    )  # fmt: skip
    if (day := st.session_state[key]) is not None:
        show_quiet(day_and_weekday(day))
        tell_problems(within(key, day, first, last))


def ask_number(label: str, key: str, *, step: float, accepted: Figure | None = None) -> None:
    """A number, with its plus and minus; one outside what is accepted is told."""
    st.number_input(
        label, -MOST_TYPED, MOST_TYPED, step=step, format="%g", key=key, persist_state="session",
        on_change=answered(partial(_emptied, key)),
    )  # fmt: skip
    if accepted:
        tell_problems(bounded(key, to_number(st.session_state[key]), accepted))


def _emptied(key: str) -> None:
    """A field that was emptied holds nothing; Streamlit puts the least it takes there."""
    if st.session_state[key] == -MOST_TYPED:
        st.session_state[key] = 0.0


def ask_count(
    label: str, key: str, *, accepted: Figure | None = None, then: Callable[[], None] | None = None
) -> None:
    """A whole number, or none; one outside what is accepted is told. `then` is what an answer does beside.

    What the browser itself refuses never comes here: the number before it would stay, and be told as found.
    """
    least = None if accepted else 0
    st.number_input(label, least, None, None, 1, key=key, persist_state="session", on_change=answered(then))
    if accepted and (count := st.session_state[key]) is not None:
        tell_problems(bounded(key, count, accepted))


def tell_problems(problems: Iterable[Problem]) -> None:
    """What is wrong with an answer, beside its field; a screen reader says it at once."""
    for problem in problems:
        show(html.alert(sentence(f"{problem.message}.")))


def ask_rows(
    kind: str,
    add: str,
    remove: str,
    draw: Callable[[int], None],
    *,
    most: int,
    least: int = 0,
    numbered: Callable[[int], str] = number,
) -> None:
    """Rows that can be added while there is room, and removed; each in a frame, numbered from 1.

    `most` is how many are accepted. `remove` is told here, with the number of the row in its place, as
    `numbered` writes it.
    """
    rows: Sequence[int] = rows_of(kind, least)
    for place, row in enumerate(rows, start=1):
        with st.container(border=True, key=f"{kind}_{row}_frame"):
            draw(row)
            if len(rows) > least:
                name = _(remove, number=numbered(place))
                st.button(
                    name, key=f"{kind}_{row}_drop", on_click=answered(partial(drop_row, kind, row)),
                    type="tertiary",
                )  # fmt: skip
    full = len(rows) >= most
    st.button(add, key=f"{kind}_add", disabled=full, on_click=answered(partial(add_row, kind)))
