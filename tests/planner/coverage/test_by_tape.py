"""An area by tape has no error band: it counts exactly, and the trace says that no figure was found."""

from __future__ import annotations

import pytest

from smp_planner.domain.intake import AreaAnswer, Measured
from smp_planner.rules.ruleset import RuleSet
from tests.planner.coverage.treated_areas import steps_of

NO_FIGURE = "You measured it, so we count with exactly this. We have no figure for how far a tape is off."
BOX = "Length times width is the box around an area."


def why(rules: RuleSet, measured: Measured, *zones: str) -> tuple[str, list[str]]:
    step = steps_of(rules, AreaAnswer(measured=measured, zones=zones))["area.bare_cm2"]
    return step.because, [reading.id for reading in step.rules]


@pytest.mark.parametrize("zones", [(), ("crown",)])
def test_a_measured_area_says_that_it_is_counted_exactly_and_why(
    rules: RuleSet, zones: tuple[str, ...]
) -> None:
    told, cited = why(rules, Measured(cm2=80), *zones)
    assert NO_FIGURE in told
    assert "coverage.notes.by_tape" in cited
    assert BOX not in told, "square centimetres may be those of any shape"


@pytest.mark.parametrize("zones", [(), ("crown",)])
def test_length_times_width_says_that_it_is_the_box_around_the_area(
    rules: RuleSet, zones: tuple[str, ...]
) -> None:
    told, cited = why(rules, Measured(length_cm=10, width_cm=8), *zones)
    assert NO_FIGURE in told
    assert BOX in told
    assert "coverage.notes.by_box" in cited


@pytest.mark.parametrize("by", ["string", "card", "palm"])
def test_an_estimate_at_home_has_its_band_and_says_neither(rules: RuleSet, by: str) -> None:
    told, _ = why(rules, Measured(cm2=80, by=by))  # pyright: ignore[reportArgumentType]
    assert "tape is off" not in told
    assert BOX not in told
