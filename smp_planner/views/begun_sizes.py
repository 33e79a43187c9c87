"""The sizes that fields of an area begin with, and whether one of them is planned with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from smp_planner.rules.ruleset import RuleSet
from smp_planner.views.state import SCARS, Answers
from smp_planner.views.to_intake import CARDS, CM2, LENGTHS, PALMS, STRING


def begun_sizes(rules: RuleSet) -> Mapping[str, Mapping[str, float]]:
    """By the way an area is measured, what its fields begin with."""
    begun, at_home = rules.intake.start_values, rules.coverage.at_home
    cm2 = rules.intake.accepted.area_cm2.value
    lengths = {"length_cm": float(begun.length_cm), "width_cm": float(begun.width_cm)}
    return {
        LENGTHS: lengths,
        STRING: lengths,
        CM2: {"measured_cm2": float(cm2)},
        CARDS: {"measured_cards": float(cm2 // at_home.card_cm2.value)},
        PALMS: {"measured_palms": float(cm2 // at_home.palm_cm2.value)},
    }


def is_begun_size(answers: Answers, rules: RuleSet) -> bool:
    """Whether the measured area is still as its fields begin."""
    begun = begun_sizes(rules)[answers.get("measured_as") or LENGTHS]
    return all(answers.get(key, size) == size for key, size in begun.items())


def begun_scar(rules: RuleSet) -> Mapping[str, float]:
    """What the fields of a scar begin with: the size of one that was not measured."""
    usual = rules.coverage.scar
    return {"length": float(usual.length_cm.value), "width": float(usual.width_cm.value)}


def is_begun_scar(row: int, answers: Answers, rules: RuleSet) -> bool:
    """Whether the scar of a row is still as its fields begin."""
    begun = begun_scar(rules).items()
    return all(answers.get(f"{SCARS}_{row}_{side}", size) == size for side, size in begun)


def plans_with_begun_size(answers: Answers, rules: RuleSet) -> bool:
    """Whether a size that the page began with counts in the plan."""
    return any(_begun(answers, rules))


def _begun(answers: Answers, rules: RuleSet) -> Iterator[bool]:
    ways = answers.get("area_ways") or ()
    if "measured" in ways:
        yield is_begun_size(answers, rules)
    if "scars" in ways:
        yield from (is_begun_scar(row, answers, rules) for row in answers.get(f"{SCARS}_rows") or ())
