"""The sizes that fields of an area begin with, and whether one of them is planned with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from smp_planner.domain.tape import CM, INCHES, Tape, round_on
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views.state import (
    CARDS,
    CM2,
    DOT_SCARS,
    LENGTHS,
    PALMS,
    SCARS,
    SIZE_PUT_IN,
    STRING,
    Answers,
    sure,
)


def begun_sizes(rules: RuleSet, tape: Tape = CM) -> Mapping[str, Mapping[str, float]]:
    """By the way an area is measured, what its fields begin with; lengths are round on the tape."""
    begun, at_home = rules.intake.start_values, rules.coverage.at_home
    cm2 = rules.intake.accepted.area_cm2.value
    sides = {"length_cm": begun.length_cm, "width_cm": begun.width_cm}
    lengths = {side: float(round_on(tape, size)) for side, size in sides.items()}
    return {
        LENGTHS: lengths,
        STRING: lengths,
        CM2: {"measured_cm2": float(cm2)},
        CARDS: {"measured_cards": float(cm2 // at_home.card_cm2.value)},
        PALMS: {"measured_palms": float(cm2 // at_home.palm_cm2.value)},
    }


def is_begun_size(answers: Answers, rules: RuleSet) -> bool:
    """Whether the measured area is still as its fields begin, on either tape."""
    way = answers.get("measured_as") or LENGTHS
    return answers.get(SIZE_PUT_IN) != way and any(
        _is(begun_sizes(rules, tape)[way], answers) for tape in (CM, INCHES)
    )


def begin_anew_on(tape: Tape, answers: Answers, rules: RuleSet) -> Mapping[str, float]:
    """The lengths to begin with on another tape, where nobody put in any; else none."""
    begun = (begun_sizes(rules, of)[LENGTHS] for of in (CM, INCHES))
    untouched = answers.get(SIZE_PUT_IN) not in (LENGTHS, STRING) and any(
        _is(sides, answers) for sides in begun
    )
    return begun_sizes(rules, tape)[LENGTHS] if untouched else {}


def _is(begun: Mapping[str, float], answers: Answers) -> bool:
    return all(answers.get(key, size) == size for key, size in begun.items())


def begun_scar(rules: RuleSet) -> Mapping[str, float]:
    """What the fields of a scar begin with: the size of one that was not measured."""
    usual = rules.coverage.scar
    return {"length": float(usual.length_cm.value), "width": float(usual.width_cm.value)}


def is_begun_scar(row: int, answers: Answers, rules: RuleSet) -> bool:
    """Whether the scar of a row is still as its fields begin."""
    begun = begun_scar(rules).items()
    return all(answers.get(f"{SCARS}_{row}_{side}", size) == size for side, size in begun)


def no_scar_told(answers: Answers, rules: RuleSet) -> bool:
    """Whether nobody told a scar yet: each row is as it begins, and no dots of an earlier FUE are ticked."""
    rows = answers.get(f"{SCARS}_rows") or ()
    return not answers.get(DOT_SCARS) and all(is_untouched_scar(row, answers, rules) for row in rows)


def is_untouched_scar(row: int, answers: Answers, rules: RuleSet) -> bool:
    """Whether nobody told anything of the scar of a row: neither its size nor what it is like."""
    said = (sure(answers.get(f"{SCARS}_{row}_{key}")) for key in ("age", "place", "raised", "red"))
    return is_begun_scar(row, answers, rules) and all(one is None for one in said)


def plans_with_begun_size(answers: Answers, rules: RuleSet) -> bool:
    """Whether a size that the page began with counts in the plan."""
    return any(_begun(answers, rules))


def _begun(answers: Answers, rules: RuleSet) -> Iterator[bool]:
    ways = answers.get("area_ways") or ()
    if "measured" in ways:
        yield is_begun_size(answers, rules)
    if "scars" in ways:
        yield from (is_begun_scar(row, answers, rules) for row in answers.get(f"{SCARS}_rows") or ())
