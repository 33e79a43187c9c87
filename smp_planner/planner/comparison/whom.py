"""Whom a figure describes: what was counted in men with pattern loss says nothing of others."""

from __future__ import annotations

from typing import Literal, NamedTuple

from smp_planner.domain.intake import Intake
from smp_planner.planner.coverage.assess import Coverage
from smp_planner.rules.figures import Saying
from smp_planner.rules.ruleset import RuleSet

ALOPECIA_GOAL = "alopecia_cover"


class Whom(NamedTuple):
    """Men, women, or not said; and whether it is another loss than pattern loss."""

    sex: Literal["men", "women"] | None
    other_loss: bool

    @property
    def counted(self) -> bool:
        """Whether this is somebody like those whom the studies of men counted."""
        return self.sex != "women" and not self.other_loss


def whom_of(intake: Intake, coverage: Coverage) -> Whom:
    """Where the sex isn't said, Ludwig speaks for a woman; scars alone and alopecia are no pattern loss."""
    sex = intake.person.sex
    women = sex == "female" or (sex != "male" and intake.area.ludwig is not None)
    return Whom(
        sex="women" if women else "men" if sex == "male" else None,
        other_loss=coverage.only_scars or ALOPECIA_GOAL in intake.goals,
    )


def why_not_counted(whom: Whom, rules: RuleSet) -> Saying | None:
    """Why what was counted in men with pattern loss isn't known for this person; None where it is."""
    if whom.counted:
        return None
    reasons = rules.options.not_known
    return reasons.hair_of_women if whom.sex == "women" else reasons.other_hair_loss
