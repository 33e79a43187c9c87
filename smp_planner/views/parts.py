"""Parts of the questions: an answer changed in one draws that part, what hangs on it, and the plan.

The plan is what a screen says of it: all of it beside a clinic's questions, one sentence on a patient's step.

Streamlit draws a fragment anew at each touch inside it. A question's callback may name others to draw
instead; every question passes `answered()`, which knows the part it stands in.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial
from typing import NamedTuple, ParamSpec

import streamlit as st

from smp_planner.views.browser_language import speaking_as_the_browser
from smp_planner.views.faults import telling_of_faults
from smp_planner.views.same_run import drawn_in_this_run

SCREEN, PLAN = "screen", "living_plan"
ALL = "tab_all"  # no answer: the tab keeps no key that begins so
Given = ParamSpec("Given")


class Drawn(NamedTuple):
    """What an answer draws: its own part if any, the plan, and between them the parts that hang on it.

    Those are drawn where `moved` gives something else than when the part was drawn.
    """

    own: tuple[str, ...]
    hanging: Sequence[str]
    moved: Callable[[], object]
    was: object

    def parts(self) -> tuple[str, ...]:
        """The parts to draw, now that there is an answer."""
        hanging = self.hanging if self.moved() != self.was else ()
        return (*self.own, *hanging, PLAN)


_DRAWN: ContextVar[Drawn | None] = ContextVar("drawn", default=None)


@contextmanager
def _drawing(drawn: Drawn | None) -> Generator[None]:
    """What the answers to the questions inside draw."""
    outside = _DRAWN.set(drawn)
    try:
        yield
    finally:
        _DRAWN.reset(outside)


def ask_part(
    name: str, ask: Callable[[], None], *, before: Sequence[str] = (), moved: Callable[[], object] = object
) -> None:
    """Draw a part of the questions; a changed answer draws it, the parts `before` the plan, and the plan.

    `moved` tells what the parts before the plan rest on, so that they are drawn only where that has changed;
    where nothing tells, they always are.
    """

    @st.fragment(key=name)
    def part() -> None:  # each page keeps it, so it is made of as little as can be
        with speaking_as_the_browser(), telling_of_faults(), _drawing(Drawn((name,), before, moved, moved())):
            ask()

    part()


def ask_alone(name: str, ask: Callable[[], None], *, moved: Callable[[], object] = object) -> None:
    """Ask what changes nothing else in its part, as a part of its own; the same parts hang on it.

    Outside a part it is asked like any other, in the same place.
    """
    if outside := _DRAWN.get():
        ask_part(name, ask, before=outside.hanging, moved=moved)
        return
    with st.container():
        ask()


@contextmanager
def shown_already(moved: Callable[[], object]) -> Generator[None]:
    """Ask inside what the browser shows by itself: its part is drawn only where `moved` gives something else.

    So `moved` tells all that the answer writes, beside it and into it.
    Outside a part it is asked like any other.
    """
    outside = _DRAWN.get()
    with _drawing(outside and Drawn((), (*outside.own, *outside.hanging), moved, moved())):
        yield


def answered(do: Callable[[], None] | None = None) -> Callable[[], None] | None:
    """What a question does when its answer changes: first `do`, then draw what hangs on it.

    Outside a part nothing is named, and the whole screen is drawn.
    """
    drawn = _DRAWN.get()
    return partial(_follow, do, drawn) if drawn else do


def drawing_all(do: Callable[..., None]) -> Callable[..., None]:
    """A callback of what stands outside the parts: it draws the whole page.

    Touched in the moment of an answer, the answer's callback alone says what is drawn; so the plan, which is
    always among it, is asked to look.
    """

    def done(*arguments: object) -> None:
        do(*arguments)
        st.session_state[ALL] = True

    return done


def drawing_screen(do: Callable[Given, None]) -> Callable[Given, None]:
    """A callback of what stands on the screen and outside the parts: it draws the screen.

    Touched in the moment of an answer, what both name is drawn, so the screen has to be named.
    """

    def done(*arguments: Given.args, **named: Given.kwargs) -> None:
        do(*arguments, **named)
        draw((SCREEN,))

    return done


def draw_all_if_asked() -> None:
    """Draw the whole page, where something outside the parts was touched and only parts are drawn."""
    if st.session_state.get(ALL):
        st.rerun()


def all_is_drawn() -> None:
    """Say that the whole page is being drawn."""
    st.session_state[ALL] = False


def draw(parts: Sequence[str]) -> None:
    """Draw these parts and no others, in the callback of a question."""
    if not drawn_in_this_run(parts):
        st.rerun(parts)


def _follow(do: Callable[[], None] | None, drawn: Drawn) -> None:
    if do is not None:
        do()
    draw(drawn.parts())
