"""Where hair is thin and still grows: how large that area is, all that medication can work on."""

from __future__ import annotations

from smp_planner.domain.intake import AreaAnswer, Intake
from smp_planner.domain.quantities import Number
from smp_planner.planner.comparison.missing_hair import kept_parts
from smp_planner.planner.comparison.whom import Whom
from smp_planner.planner.coverage.answers import thin_stage_alone
from smp_planner.planner.coverage.assess import Coverage
from smp_planner.rules.ruleset import RuleSet


def find_thin_cm2(intake: Intake, coverage: Coverage, rules: RuleSet) -> Number | None:
    """Cm2 of the area that keeps a part of its hair; None where that isn't known, or no such part was named.

    It follows from the hair that is said to be left. Where nothing is said of it, a Ludwig stage of thin hair
    speaks for its own area (data/medication.yaml).
    """
    parts = kept_parts(intake.kept_hair, coverage, rules)
    if intake.kept_hair is None:
        share: Number = 1 if thin_stage_alone(intake.area, rules) else 0
    elif any(part.kept is None for part in parts):
        return None
    else:
        share = sum(part.share for part in parts if part.kept and part.kept < 1)
    return coverage.area.bare_cm2.typical * share or None


def is_thin_alone(
    area: AreaAnswer, thin_cm2: Number | None, coverage: Coverage, whom: Whom, rules: RuleSet
) -> bool:
    """Whether all of the area is thin hair of pattern loss, with no bare skin told.

    A stage of bare skin tells of some, however much hair is said to be left there.
    """
    pattern_loss = whom.kind in ("men", "women", "unsaid")
    bare_stage = area.norwood is not None or area.ludwig not in (None, *rules.medication.thin_stages)
    all_thin = thin_cm2 is not None and thin_cm2 >= coverage.area.bare_cm2.typical
    return pattern_loss and not bare_stage and all_thin
