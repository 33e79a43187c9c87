"""Answers that hang on each other: which one counts, also when two are given before the page has answered.

What the page writes into a question (a look moves the slider) takes a moment to reach the browser. Another
answer that is sent meanwhile brings the old value along: that is no answer, and is put right again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

import streamlit as st

from smp_planner.domain.intake import DENSITY_GOAL, SCAR_GOAL
from smp_planner.domain.tape import from_inches, in_inches
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views.begun_sizes import no_scar_told
from smp_planner.views.health_answers import NONE, SOME_UNSURE, asked_in
from smp_planner.views.state import (
    BEGUN,
    HEALTH,
    UNSURE,
    Answers,
    answers,
    are_begun_goals,
    dots_of_look,
    take_as_told,
)
from smp_planner.views.tab_text import is_answer
from smp_planner.views.tape import asked_sizes, inches_of
from smp_planner.views.to_intake import to_number

# All that was answered when the last run had settled it; of each question that was written into, the value
# that the browser had and the one that was written. The tab keeps no key that begins so.
BEFORE, WRITTEN = "tab_before", "tab_written"
SCARS_WAY = "scars"  # of the ways to tell the area
RETURNED = "tab_returned"  # whether this run puts the tab's answers beside what the browser shows


def settle(rules: RuleSet, *, fit_goals: bool = False) -> Answers:
    """The answers as they agree: before a question is drawn, and before they are planned with.

    `fit_goals`: goals that nobody answered follow the stage. They are drawn first, so that is for callbacks.
    """
    found = _Settling(dict(answers()))
    if BEFORE not in found.given or (found.changed and not found.given.get(RETURNED)):
        found.run(rules, fit_goals=fit_goals)
    return found.given


def settle_from(held: Answers) -> None:
    """Take these answers as settled; what the browser shows otherwise was answered later.

    That is known as each question is drawn, which is too late to write into another: `settle_late_answers`
    has to be called at the end of the run.
    """
    st.session_state[BEFORE], st.session_state[RETURNED] = dict(held), True


def settle_late_answers() -> None:
    """Draw the page once more where the browser brought an answer that the tab did not hold yet."""
    if st.session_state.get(RETURNED):
        st.session_state[RETURNED] = False
        if _Settling(dict(answers())).changed:
            st.rerun()


def settle_anew() -> None:
    """Take the answers as they stand: they were put in place together, and none of them moved another."""
    for key in (BEFORE, WRITTEN):
        st.session_state.pop(key, None)


def write_answer(key: str, value: object) -> None:
    """Write into a question when another part of the page was touched, in the callback of that."""
    state = st.session_state
    state[WRITTEN] = {**(state.get(WRITTEN) or {}), key: (state.get(key), value)}
    state[BEFORE] = {**(state.get(BEFORE) or answers()), key: value}
    state[key] = value


class _Settling:
    """The answers of one message of the browser, and which of them it changed."""

    def __init__(self, given: dict[str, Any]) -> None:
        self.given = given
        self.before: dict[str, Any] = given.get(BEFORE) or given
        self.written: dict[str, tuple[Any, Any]] = given.get(WRITTEN) or {}
        news = (key for key, value in given.items() if key not in self.before or self.before[key] != value)
        self.changed = {key for key in news if is_answer(key, given[key])}

    def run(self, rules: RuleSet, *, fit_goals: bool) -> None:
        self._put_right()
        ways = self._area_ways(rules)
        if fit_goals:
            self._begun_goals(ways, rules)
        self._write("area_ways", ways)
        self._chosen_stage()
        for group in rules.suitability.health_groups:
            asked = asked_in(group, self.given, rules)
            self._none(f"{NONE}{group}", [*(f"{HEALTH}{id_}" for id_ in asked), f"{SOME_UNSURE}{group}"])
        self._sizes()
        self._density({look: dots_of_look(look, rules) for look in (*rules.density.looks.rows, UNSURE)})
        answered = self.before if BEFORE in self.given else self._answers()
        settled = {key: self.given.get(key) for key in self.changed | self.written.keys()}
        st.session_state[BEFORE], st.session_state[WRITTEN] = answered | settled, self.written

    def _answers(self) -> dict[str, Any]:
        return {key: value for key, value in self.given.items() if is_answer(key, value)}

    def _write(self, key: str, value: object) -> None:
        """What is written anew takes a slider back that is still being moved, so only what differs is."""
        if self.given.get(key) != value:
            self._note(key, (self.given.get(key), value))
            self.given[key] = st.session_state[key] = value

    def _put_right(self) -> None:
        """A value that was written over and comes back beside another answer was sent too early.

        An answer of its own to what was written may have been given before the browser had heard of that,
        which would then take its place there; so it is written too. What comes back as it was written was
        heard, and so was all that was written before it.
        """
        if self.changed.isdisjoint(self.before):
            return  # new on the page: the browser has sent nothing since
        for key in self._heard():
            del self.written[key]
        beside = any(
            key in self.before and (key not in self.written or self.given.get(key) != self.written[key][0])
            for key in self.changed
        )
        for key, (had, wrote) in [entry for entry in self.written.items() if entry[0] in self.changed]:
            now = self.given.get(key)
            too_early = now == had and beside
            if too_early:
                self.given[key] = wrote
                self.changed.discard(key)
            self._note(key, (had, wrote) if too_early else (wrote, now))
            st.session_state[key] = self.given.get(key)

    def _note(self, key: str, had_and_wrote: tuple[Any, Any]) -> None:
        """What the browser had and what is written; the last stands last."""
        self.written.pop(key, None)
        self.written[key] = had_and_wrote

    def _heard(self) -> list[str]:
        """What was written, in its order, up to the last that came back."""
        keys = list(self.written)
        back = [place for place, key in enumerate(keys) if self.given.get(key) == self.written[key][1]]
        return keys[: back[-1] + 1] if back else []

    def _area_ways(self, rules: RuleSet) -> list[str]:
        """Of the stages for men and for women the one that was chosen last counts, as for nobody both do.

        The goal to hide a scar, when it is chosen, asks for the scars: alone in place of the way that the
        page began with, else beside the others. When it is taken back, scars go that nobody told.
        """
        ways: list[str] = list(self.given.get("area_ways") or ())
        seen: list[str] = list(self.before.get("area_ways", ways) or ways)
        if {"norwood", "ludwig"} <= set(ways):
            ways.remove("norwood" if "ludwig" not in seen else "ludwig")
        if "goals" in self.changed:
            ways = self._ways_for_scars(
                ways, begun=ways == seen == self.given[BEGUN]["area_ways"], rules=rules
            )
        return ways

    def _ways_for_scars(self, ways: list[str], *, begun: bool, rules: RuleSet) -> list[str]:
        goals: list[str] = list(self.given.get("goals") or ())
        had: list[str] = list(self.before.get("goals") or ())
        if begun and goals == [SCAR_GOAL]:
            return [SCARS_WAY]
        if SCAR_GOAL in goals and SCAR_GOAL not in had and SCARS_WAY not in ways:
            return [*ways, SCARS_WAY]
        if SCAR_GOAL in had and SCAR_GOAL not in goals and no_scar_told(self.given, rules):
            return [way for way in ways if way != SCARS_WAY]
        return ways

    def _begun_goals(self, ways: Sequence[str], rules: RuleSet) -> None:
        """Goals that the page began with fit the stage: where hair thins, that is more density."""
        thins = "ludwig" in ways and self.given.get("ludwig") in (UNSURE, *rules.medication.thin_stages)
        fitting = [DENSITY_GOAL] if thins else list(rules.intake.start_values.goals)
        if are_begun_goals(self.given) and fitting != self.given["goals"]:
            self._write("goals", fitting)
            self.given[BEGUN] = st.session_state[BEGUN] = {**self.given[BEGUN], "goals": fitting}
            self.changed.add(BEGUN)

    def _chosen_stage(self) -> None:
        """The stage that the page began with is somebody's own once they chose another, and it again too."""
        begun = self.given[BEGUN]
        if begun.get("area_ways") and "norwood" in self.changed and self.given["norwood"] != begun["norwood"]:
            take_as_told("area_ways")
            self.given[BEGUN] = st.session_state[BEGUN]
            self.changed.add(BEGUN)

    def _none(self, none: str, others: Sequence[str]) -> None:
        """A "none of these" that was ticked alone takes the ticks beside it away; else they take it away.

        In doubt a tick stays: a health answer must not be lost.
        """
        ticked = [key for key in others if self.given.get(key)]
        if not (self.given.get(none) and ticked):
            return
        if not self.before.get(none) and self.changed.isdisjoint(others):
            for key in ticked:
                self.given[key] = st.session_state[key] = False
            self.changed.update(ticked)
        else:
            self._write(none, False)

    def _sizes(self) -> None:
        """A size in cm and the same in inches follow each other: whichever was typed counts.

        Inches that only say what the cm say change nothing, so a size stays as exact as it was typed.
        """
        for key, unit in asked_sizes(self.given).items():
            inches = inches_of(key)
            if inches not in self.given:
                continue
            cm, typed = to_number(self.given.get(key)), Decimal(str(self.given[inches] or 0))
            if inches in self.changed and typed != in_inches(cm, unit):
                self._write(key, float(from_inches(typed, unit)))
            elif key in self.changed and cm != from_inches(typed, unit):
                self._write(inches, float(in_inches(cm, unit)))

    def _density(self, numbers: Mapping[str, int]) -> None:
        """Look and number of dots follow each other: whichever was moved counts."""
        look, dots = self.given.get("density_look"), self.given["density"]
        if "density" in self.changed:
            look = None
        elif "density_look" in self.changed and look is not None:
            dots = numbers[look]
        self._write("density_look", look)
        self._write("density", dots)
