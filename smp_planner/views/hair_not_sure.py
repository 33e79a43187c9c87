"""In which places somebody wasn't sure how much hair is left, by name."""

from __future__ import annotations

from smp_planner.domain.intake import Intake
from smp_planner.domain.words import listed
from smp_planner.exports.hair_unsaid import NOT_SURE, NOT_SURE_AT, open_places
from smp_planner.language.texts import _
from smp_planner.rules.ruleset import RuleSet


def not_sure_told(intake: Intake, rules: RuleSet) -> str:
    """That nobody said how much hair is left: at all, or in these places."""
    names = rules.intake.in_a_line["zones"]
    places = [names[place] for place in open_places(intake.kept_hair)]
    return _(NOT_SURE_AT, places=listed(places)) if places else _(NOT_SURE)
