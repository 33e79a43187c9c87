"""A size that a page begins with is no measurement: it counts exactly, and the trace says what it is."""

from __future__ import annotations

from decimal import Decimal

import pytest

from smp_planner.domain.intake import BEGUN_SIZE, AreaAnswer, Measured, Scar
from smp_planner.domain.tape import CM, INCHES, in_inches, round_on
from smp_planner.planner.dots.drawing import drawing_of
from smp_planner.planner.understood import understand
from smp_planner.rules.ruleset import RuleSet
from tests.people import adult
from tests.planner.coverage.treated_areas import steps_of

GUESS = "The area to fill is a size to begin with. Nobody put in yours, so it is a guess."
BEGUN = Measured(length_cm=14, width_cm=11, by=BEGUN_SIZE)


@pytest.mark.parametrize("zones", [(), ("crown",)])
def test_nobody_measured_a_size_to_begin_with_and_the_trace_says_so(
    rules: RuleSet, zones: tuple[str, ...]
) -> None:
    steps = steps_of(rules, AreaAnswer(measured=BEGUN, zones=zones))
    told = steps["area.bare_cm2"]
    assert told.because.startswith(GUESS)
    assert "measured it" not in told.because
    assert "was measured" not in told.because
    assert (told.value.low, told.value.typical, told.value.high) == (154, 154, 154)  # pyright: ignore
    assert "coverage.notes.by_nobody" in [reading.id for reading in told.rules]


def test_its_part_its_picture_and_the_answers_as_understood_say_so_too(rules: RuleSet) -> None:
    intake = adult(area=AreaAnswer(measured=BEGUN))
    part = steps_of(rules, intake.area)["area.parts.measured"]
    assert part.because == "The area to fill, of a size to begin with that nobody measured."
    [patch] = drawing_of(intake, rules).patches
    assert patch.id == BEGUN_SIZE
    [area] = [one.said for one in understand(intake, rules) if one.id == "area"]
    assert area == "14 by 11 cm, a size to begin with, not measured"


def test_a_scar_of_a_size_to_begin_with_is_understood_as_not_measured(rules: RuleSet) -> None:
    scar = Scar(length_cm=20, width_cm=Decimal("0.2"), by=BEGUN_SIZE)
    intake = adult(goals=("scar_camouflage",), area=AreaAnswer(scars=(scar,)))
    [area] = [one.said for one in understand(intake, rules) if one.id == "area"]
    assert "a size to begin with, not measured" in area


def test_a_length_to_begin_with_is_round_on_the_tape_that_asks_for_it() -> None:
    assert [round_on(CM, cm) for cm in (14, 11)] == [14, 11]
    begun = [round_on(INCHES, cm) for cm in (14, 11)]
    assert [in_inches(cm, "cm") for cm in begun] == [5.5, 4.5]
