"""What the answers on the area leave open: nothing known, nothing bare, a scar that was not measured."""

from __future__ import annotations

from itertools import chain

from smp_planner.domain.intake import SCAR_GOAL, WHOLE_SCALP, AreaAnswer, Intake
from smp_planner.rules.ruleset import RuleSet


def area_unknown(area: AreaAnswer) -> bool:
    """Whether the person named no stage, zone, measurement or scar at all."""
    return not (area.norwood or area.scars or _more_than_norwood(area))


def zones_named(area: AreaAnswer, rules: RuleSet) -> tuple[str, ...]:
    """The zones that the person named; who named all of them one by one named the whole scalp."""
    within = rules.coverage.inside
    named = {*area.zones, *chain.from_iterable(within.get(zone, ()) for zone in area.zones)}
    return (*area.zones, WHOLE_SCALP) if named.issuperset(within[WHOLE_SCALP]) else area.zones


def nothing_to_cover(intake: Intake, rules: RuleSet) -> bool:
    """Whether there is nothing to cover: a stage with nothing bare alone, and no scar to hide."""
    if dot_scars_alone(intake, rules):
        return True
    return _nothing_bare(intake.area, rules) and not intake.area.scars and SCAR_GOAL not in intake.goals


def dot_scars_alone(intake: Intake, rules: RuleSet) -> bool:
    """Whether dots of an earlier FUE, which are not counted, are all there is to cover."""
    area = intake.area
    no_loss = set(intake.goals) == {SCAR_GOAL} and area_unknown(area)
    return dots_are_the_scar(intake) and (no_loss or _nothing_bare(area, rules))


def dots_are_the_scar(intake: Intake) -> bool:
    """Whether the scar to hide is dots of an earlier FUE: they were told, and no other scar was."""
    return bool(intake.area.dot_scars) and not intake.area.scars and not _measured_is_the_scar(intake)


def takes_usual_scar(intake: Intake) -> bool:
    """Whether a scar of the usual size is planned: one is to be hidden, and no answer gives its size.

    Where scars are the only goal, a measured area is the scar.
    """
    told = bool(intake.area.scars) or dots_are_the_scar(intake) or _measured_is_the_scar(intake)
    return SCAR_GOAL in intake.goals and not told


def _measured_is_the_scar(intake: Intake) -> bool:
    return intake.area.measured is not None and set(intake.goals) == {SCAR_GOAL}


def usual_scar_alone(intake: Intake, rules: RuleSet) -> bool:
    """Whether a scar of the usual size is planned and nothing else is known to be bare."""
    area = intake.area
    return takes_usual_scar(intake) and (area_unknown(area) or _nothing_bare(area, rules))


def covers_scars_alone(intake: Intake, rules: RuleSet) -> bool:
    """Whether scars are the only goal and the stage leaves nothing bare beside them."""
    return set(intake.goals) == {SCAR_GOAL} and _nothing_bare(intake.area, rules)


def thin_stage_alone(area: AreaAnswer, rules: RuleSet) -> bool:
    """Whether all that is known of where it lies is a stage whose hair is thin, not gone."""
    return area.ludwig in rules.medication.thin_stages and not area.norwood and not area.zones


def _nothing_bare(area: AreaAnswer, rules: RuleSet) -> bool:
    return area.norwood in rules.coverage.nothing_bare and not _more_than_norwood(area)


def _more_than_norwood(area: AreaAnswer) -> bool:
    return bool(area.ludwig or area.zones or area.measured)
