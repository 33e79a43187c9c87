"""The session's state: every answer stands in it under the key of its question, and nowhere else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from typing import Any, cast

import streamlit as st

from smp_planner.domain.intake import CARRIES
from smp_planner.domain.tape import CM, round_on
from smp_planner.rules.ruleset import RuleSet

UNSURE = "unsure"
WAY, PATIENT, CLINIC = "way", "patient", "clinic"
STEP, PLAN_SEEN, PART = "step", "plan_seen", "part"  # where the page stands
TAPE = "tape"  # whether sizes are asked in cm or in inches, on the whole page
LENGTHS, STRING, CM2, CARDS, PALMS = "lengths", "string", "cm2", "cards", "palms"  # how an area was measured
SIZE_PUT_IN = "size_put_in"  # how the area was measured, where answers that were opened tell so
BEGUN, BEGUN_ON = "begun", "begun_on"  # the answers that it began with, and the day
TODAY = "tab_today"  # the day on which the page was last drawn; kept nowhere
NO_EXAMPLE = "no_example"  # whether all answers were forgotten: then no example stands in their place
HEALTH = "health_is_"
DOCTORS_WORD = "doctor_agreed_"
PREGNANT = CARRIES
NOT_OF_MEN = frozenset({PREGNANT, "recent_birth"})  # health questions that no man is asked
WRITTEN = "agreed_"
NAME = "name"  # for paper alone
UNKEPT = "unkept_"  # what the reader answers for themselves alone: it is kept nowhere
MATTERS, WEIGHED, OWN_CONCERN = "matters", "matters_", "own_concern_"
STAGE_LEFT = "stage_left"  # how the area was told before the crown alone was counted, where it is
KEPT_A = "plan_a"  # the answers of the plan that was kept to compare with, as text
LINK_TOLD = "tab_link_told"  # what is said of the link that was opened, until somebody has read it
FILE_TOLD = (
    "opened_file"  # what is different since the answers were saved, or the rules renewed; until closed
)
JUST_OPENED = "tab_just_opened"  # a mark of the file that was opened last in this session
SCARS, EVENTS, AWAY = "scar", "event", "away"
DOT_SCARS = "dot_scars"
OFFERS = "offer"  # their rows hold what somebody typed of offers they got
Answers = Mapping[str, Any]
Clock = Callable[[], date]  # a page may stay open past midnight, so it asks anew
_ROWS = tuple(f"{kind}_rows" for kind in (SCARS, EVENTS, AWAY))


def answers() -> Answers:
    """The answers as they stand, taken out of the session once: each look into the session costs."""
    return cast("Answers", st.session_state.to_dict())


def sure(answer: str | None) -> str | None:
    """An answer, or None where it is missing or not sure."""
    return None if answer in (None, UNSURE) else answer


def begin(rules: RuleSet, today: date, *, example: bool) -> None:
    """Give each question that starts with an answer its start value, once a session.

    With an example the page opens on a plan; without one nothing is said of the person yet.
    """
    st.session_state[TODAY] = today
    values = _start_values(rules, today, example=example)
    for key, value in values.items():
        st.session_state.setdefault(key, value)
    st.session_state.setdefault(BEGUN, values)
    st.session_state.setdefault(BEGUN_ON, today)


def begins_with_example(way: str) -> bool:
    """Whether a way opens on an example: the clinic's, but where somebody forgot all answers."""
    return way == CLINIC and not st.session_state.get(NO_EXAMPLE)


def begin_the_other_way(rules: RuleSet, today: date, *, example: bool) -> None:
    """What the page began with gives way to how the other way begins; answers that somebody gave stay."""
    if _untouched(answers()):
        values = _start_values(rules, today, example=example)
        st.session_state.update(values | {BEGUN: values})


def _start_values(rules: RuleSet, today: date, *, example: bool) -> dict[str, object]:
    start, tape = rules.intake.start_values, st.session_state.get(TAPE, CM)
    return {
        "goals": list(start.goals) if example else [],
        "area_ways": list(start.area_ways) if example else [],
        "norwood": start.norwood if example else UNSURE,
        "ludwig": start.ludwig if example else UNSURE,
        "length_cm": float(round_on(tape, start.length_cm)),
        "width_cm": float(round_on(tape, start.width_cm)),
        "density_look": start.density if example else UNSURE,
        "density": dots_of_look(start.density, rules),
        "kept_hair": start.kept_per_cent,
        untouched_key("kept_hair"): True,
        "weekdays": list(start.weekdays),
        "start": today + timedelta(days=start.start_in_days),
    }


def dots_of_look(look: str, rules: RuleSet) -> int:
    """The dots on one cm2 that a look is planned with; for not sure, those of the look that then counts."""
    named = rules.density.unsure_look if look == UNSURE else look
    return int(rules.density.looks.rows[named].value)


def untouched_key(slider: str) -> str:
    """Where it is held that nobody has moved a slider yet, so that where it stands is no answer."""
    return f"{slider}_begun"


def doctors_word_key(asking: Iterable[str]) -> str:
    """Where it is held what a doctor said of all that asks for a doctor's word, each by its id.

    Of something else nothing was said yet, so it has a key of its own.
    """
    return f"{DOCTORS_WORD}{'-'.join(asking)}"


def asked_in_key(key: str) -> set[str]:
    """The ids of what asks for a doctor's word, of which such a key holds what the doctor said."""
    return {*filter(None, key.removeprefix(DOCTORS_WORD).split("-"))}


def for_clinic() -> bool:
    """Whether the page is shown to a consultant, not to a patient alone."""
    return st.session_state.get(WAY) != PATIENT


def is_example(answers: Answers) -> bool:
    """Whether the page began with an example, and all answers are still those of it."""
    return bool(answers[BEGUN]["goals"]) and _untouched(answers)


def is_begun_area(answers: Answers) -> bool:
    """Whether the page began with an area, and it is still that one."""
    begun = answers.get(BEGUN, {})
    return bool(begun.get("area_ways")) and all(
        answers.get(key) == begun[key] for key in ("area_ways", "norwood")
    )


def take_as_told(*keys: str) -> None:
    """What the page began with in these questions is an answer now, also where it stays as it is."""
    st.session_state[BEGUN] = {**st.session_state[BEGUN], **{key: [] for key in keys}}


def are_begun_goals(answers: Answers) -> bool:
    """Whether the page began with goals, and these are still the ones."""
    begun = answers.get(BEGUN, {}).get("goals")
    return bool(begun) and answers.get("goals") == begun


def holds_answers() -> bool:
    """Whether somebody gave an answer in this tab, kept a plan there to compare with, or typed an offer."""
    if BEGUN not in st.session_state:
        return False
    given = answers()
    return bool(given.get(KEPT_A)) or holds_offers() or not _untouched(given)


def holds_offers() -> bool:
    """Whether somebody typed the price of an offer."""
    given = answers()
    return any(given[key] for key in given if key.startswith(f"{OFFERS}_") and key.endswith("_amount"))


def _untouched(answers: Answers) -> bool:
    """Whether all answers are still those that the page started with."""
    given = (key for key in answers if str(key).startswith(("health_", WRITTEN, *_ROWS)))
    return all(answers.get(key) == value for key, value in answers[BEGUN].items()) and not any(
        answers.get(key) for key in (NAME, *given)
    )


def rows_of(kind: str, least: int = 0) -> list[int]:
    """The numbers of the rows of one kind; at least so many are there."""
    rows = st.session_state.setdefault(f"{kind}_rows", list(range(1, least + 1)))
    return list(rows)


def add_row(kind: str) -> None:
    """One more row; it gets a number that none had before."""
    last = st.session_state.get(f"{kind}_last", 0)
    rows = rows_of(kind)
    number = max([last, *rows]) + 1
    st.session_state[f"{kind}_last"] = number
    st.session_state[f"{kind}_rows"] = [*rows, number]


def drop_row(kind: str, number: int) -> None:
    """Take a row out, with the answers in it."""
    st.session_state[f"{kind}_last"] = max([st.session_state.get(f"{kind}_last", 0), *rows_of(kind)])
    st.session_state[f"{kind}_rows"] = [row for row in rows_of(kind) if row != number]
    for key in [key for key in st.session_state if str(key).startswith(f"{kind}_{number}_")]:
        del st.session_state[key]
