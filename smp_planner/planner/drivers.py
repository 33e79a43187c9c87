"""Which of the things that lengthen, hasten or add apply to this person, and which may.

The names are the row names of the rule tables: what each driver changes, and by how much,
stands in `data/`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from smp_planner.domain.intake import ALOPECIA_GOAL, SCAR_GOAL, WHOLE_SCALP, AreaAnswer, Intake
from smp_planner.domain.provenance import Reading
from smp_planner.domain.quantities import Number
from smp_planner.planner.coverage.answers import dots_are_the_scar, zones_named
from smp_planner.rules.figures import Row
from smp_planner.rules.ruleset import RuleSet

TRAIT_DRIVERS = ("oily", "dry_flaky", "sensitive")  # traits that are drivers of the same name


class Drivers(NamedTuple):
    """Drivers that apply, and those that may because the question was not answered."""

    present: frozenset[str]
    unsure: frozenset[str]

    def of(self, rows: dict[str, Row]) -> tuple[tuple[Reading, ...], tuple[Reading, ...]]:
        """The rows of a rule table that apply, and those that may, in the table's order."""
        present = tuple(row.read() for name, row in rows.items() if name in self.present)
        unsure = tuple(row.read() for name, row in rows.items() if name in self.unsure)
        return present, unsure


def find_drivers(intake: Intake, rules: RuleSet, *, treated_cm2: Number, dots_per_cm2: Number) -> Drivers:
    """The drivers of one person; treated area in cm2 and density in dots per cm2 are typical values."""
    answers = dict(_answers(intake, rules, treated_cm2, dots_per_cm2))
    return Drivers(
        present=frozenset(name for name, answer in answers.items() if answer is True),
        unsure=frozenset(name for name, answer in answers.items() if answer is None),
    )


def _answers(
    intake: Intake, rules: RuleSet, treated_cm2: Number, dots_per_cm2: Number
) -> Iterator[tuple[str, bool | None]]:
    """Each driver with yes, no, or None for not answered."""
    area, skin, habits, among = intake.area, intake.skin, intake.habits, rules.intake.drivers
    large = treated_cm2 > rules.sessions.large_area_cm2.read().number
    yield "large_area", large or is_large_stage(area, rules)
    yield "whole_scalp", WHOLE_SCALP in zones_named(area, rules)
    yield "scar_tissue", bool(area.scars) or (not dots_are_the_scar(intake) and _wants(SCAR_GOAL, intake))
    yield "alopecia", _wants(ALOPECIA_GOAL, intake)
    yield "dense_look", dots_per_cm2 >= rules.density.looks.rows["dense"].read().number
    yield "fair_skin", None if skin.tone is None else skin.tone in among["fair_skin"].among
    for trait in TRAIT_DRIVERS:
        yield trait, _has(skin.traits, (trait,))
    yield "difficult_skin", _has(skin.traits, among["difficult_skin"].among)
    yield "high_sun", None if habits.sun is None else habits.sun == "high"
    yield "heavy_sweat", habits.heavy_sweat
    yield "swims", habits.swims
    yield "crisp_look", None if intake.wants_touch_ups is None else intake.wants_touch_ups == "crisp"


def _wants(goal: str, intake: Intake) -> bool | None:
    """Whether that is a goal; None as long as no goal was told at all."""
    return goal in intake.goals if intake.goals else None


def is_large_stage(area: AreaAnswer, rules: RuleSet) -> bool:
    """Whether the stage alone makes the area a large one; a measurement speaks for itself."""
    return area.measured is None and area.norwood in rules.intake.drivers["large_area"].among


def _has(traits: tuple[str, ...] | None, any_of: Iterable[str]) -> bool | None:
    return None if traits is None else any(trait in traits for trait in any_of)
