"""Which criteria a person's answers bring up: ticked by the person, or following from an answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from smp_planner.domain.intake import Intake, Scar
from smp_planner.domain.quantities import Number
from smp_planner.planner.coverage.answers import nothing_to_cover
from smp_planner.planner.suitability.waits import span_of, treated_on, waiting_for
from smp_planner.rules.shapes.suitability import Criterion, SuitabilityRules

EARLY_LOSS = ("I",)
LIGHT_HAIR = ("blond", "red", "white")
GREY_ALREADY = ("grey", "white")
MEDICINE_IDS = ("blood_thinner", "isotretinoin_now", "photosensitising_drugs", "topical_retinoid_or_steroid")

_BY_ANSWER: Mapping[str, Callable[[Intake], bool]] = {
    "could_be_pregnant": lambda intake: intake.person.could_be_pregnant is True,
    "nothing_to_cover": nothing_to_cover,
    "loss_moving_on": lambda intake: intake.loss_moving_on == "yes",
    "loss_may_move_on": lambda intake: intake.loss_moving_on != "no",
    "little_loss": lambda intake: intake.area.ludwig in EARLY_LOSS,
    "light_hair": lambda intake: intake.hair.colour in LIGHT_HAIR,
    "greying": lambda intake: intake.hair.colour not in GREY_ALREADY,
    "raised_scar": lambda intake: any(scar.raised for scar in intake.area.scars),
    "everyone": lambda _: True,
    "smp_before": lambda intake: intake.treated_before.smp is True,
    "medicine_named": lambda intake: (
        bool(intake.medication_now) or not set(MEDICINE_IDS).isdisjoint(intake.health)
    ),
}


def is_found(id_: str, criterion: Criterion, intake: Intake, rules: SuitabilityRules) -> bool:
    """Whether a criterion applies; a wait applies until its day has come on the first day on offer."""
    since = treated_on(intake.treated_before, criterion)
    if since is not None:
        start = intake.calendar.start
        span = span_of(waiting_for(criterion, rules), since)
        return start < span.until if criterion.level == "wait" else span.until <= start < span.until_longest
    if id_ in intake.health:
        return True
    if criterion.found_by == "age":
        age = intake.person.age
        return age is not None and age < rules.adult_from_years.read().number
    if criterion.found_by == "young_scar":
        settled = rules.settled_scar_months.read().number
        return any(is_young(scar, settled) for scar in intake.area.scars)
    by_answer = _BY_ANSWER.get(criterion.found_by)
    return by_answer is not None and by_answer(intake)


def is_young(scar: Scar, settled_months: Number) -> bool:
    """Whether a scar is red, or known to be younger than the age from which scars count as settled."""
    return bool(scar.red) or (scar.age_months is not None and scar.age_months < settled_months)
