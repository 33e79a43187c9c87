"""Open saved answers: they take the place of all answers on the page, or it is told why they can't.

The browser reads the file and sends what it holds once; nothing of it stays on the server but the answers.
"""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from uuid import uuid4

import streamlit as st
from streamlit.components.v2 import component

from smp_planner.answering.what_changed import what_changed
from smp_planner.answers import MAX_BYTES, Answers, read_answers
from smp_planner.domain.intake import Intake
from smp_planner.domain.saved_rules import SavedRules
from smp_planner.errors import Problem
from smp_planner.exports.plan_file import FILE_NAME
from smp_planner.language.speech import speaking
from smp_planner.language.texts import N_, _
from smp_planner.planner.answer_checks import check_answers
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views import html
from smp_planner.views.faults import telling_of_faults
from smp_planner.views.from_intake import put_answers
from smp_planner.views.opened import to_tell
from smp_planner.views.parts import drawing_all
from smp_planner.views.picture import show
from smp_planner.views.settling import settle_anew
from smp_planner.views.start_up import rules_then
from smp_planner.views.state import FILE_TOLD, JUST_OPENED, LINK_TOLD, for_clinic

FILE, REFUSED = "open_answers", "tab_refused"  # no answers: the tab keeps neither
LONGEST_NAME, MOST_TOLD = 60, 20
OPEN = N_("Open saved answers")
ABOUT = N_("A file that “Save my answers” made, here or elsewhere. It takes the place of all answers here.")
NOT_OPENED = N_("This file was not opened, and your answers here are as they were:")
WHICH = N_("Choose the file that “Save my answers” made. It is called {file}.")
MORE = N_("and {count} more")
_FILES = Path(__file__).parent
_field = component(
    "smp_open_answers",
    html=(
        '<div class="open"><label><input type="file" accept=".json,application/json"><span></span></label>'
        "<p></p></div>"
    ),
    css=(_FILES / "open_answers.css").read_text(encoding="utf-8"),
    js=(_FILES / "open_answers.js").read_text(encoding="utf-8"),
)


def offer_to_open(rules: RuleSet, then: Callable[[], None] | None = None) -> None:
    """The button, and under it what is wrong with the file that was chosen last."""
    ask_for_file(rules, then)
    tell_if_refused()


def ask_for_file(rules: RuleSet, then: Callable[[], None] | None = None) -> None:
    """The button alone; `then` is done once a file was opened."""
    about = "" if for_clinic() else _(ABOUT)  # a consultant's first screen has no room for it
    data = {"open": _(OPEN), "about": about, "most": MAX_BYTES}
    _field(data=data, key=FILE, on_file_change=drawing_all(partial(_open, rules, then)))


def tell_if_refused() -> None:
    """What is wrong with the file that was chosen last, if anything is."""
    if told := st.session_state.get(REFUSED):
        show(html.alert(_(NOT_OPENED)), html.bullets(told), html.paragraph(_(WHICH, file=FILE_NAME)))


@telling_of_faults()
def _open(rules: RuleSet, then: Callable[[], None] | None) -> None:
    """Take the answers over, or none of them; in the speech of the rules, as nothing else is spoken here."""
    file = st.session_state[FILE]["file"]
    with speaking(rules.speech):
        answers = _read(file)
        problems = [*answers.problems, *_unaccepted(answers, rules)]
        if problems or answers.intake is None:
            st.session_state[REFUSED] = list(_told(problems))
            return
        take_in(answers.intake, answers.saved, rules)
    if then is not None:
        then()


def take_in(intake: Intake, saved: SavedRules | None, rules: RuleSet) -> None:
    """Let answers that the rules accept stand on the page, and tell what changed since they were saved.

    What is told stands at the top of the page, so the browser goes there (`focus`).
    """
    state = st.session_state
    notes = put_answers(intake, rules, state)  # pyright: ignore[reportArgumentType]
    changed = what_changed(intake, saved, rules, partial(rules_then, rules=rules))
    state[FILE_TOLD] = to_tell(notes, changed)
    state[REFUSED] = None
    state[LINK_TOLD] = None
    state[JUST_OPENED] = uuid4().hex
    settle_anew()


def _read(file: object) -> Answers:
    """The answers of a file as our script tells it; whatever else is told is a file of nothing."""
    match file:
        case {"name": str(name), "held": str(held)}:
            return read_answers(_bytes(held), name[:LONGEST_NAME])
        case _:
            return read_answers(b"", "")


def _bytes(held: str) -> bytes:
    try:
        return b64decode(held, validate=True)
    except ValueError:
        return b""


def _unaccepted(answers: Answers, rules: RuleSet) -> list[Problem]:
    """What the rules don't know or don't accept, so that no field could hold it."""
    if answers.intake is None:
        return []
    return list(answers.with_problems(check_answers(answers.intake, rules)))[len(answers.problems) :]


def _told(problems: list[Problem]) -> Iterable[str]:
    ordered = sorted(problems, key=lambda one: (one.place, one.key))
    yield from map(str, ordered[:MOST_TOLD])
    if len(ordered) > MOST_TOLD:
        yield _(MORE, count=len(ordered) - MOST_TOLD)
