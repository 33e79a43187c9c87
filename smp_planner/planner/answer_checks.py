"""What only the rules can say of the answers: known words, accepted ranges, a possible area."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from itertools import chain

from smp_planner.domain.answer_form import fault, form_faults
from smp_planner.domain.intake import UNNAMED_MEDICINE, Intake
from smp_planner.domain.quantities import Number
from smp_planner.errors import Place, Problem, did_you_mean
from smp_planner.language.texts import N_, _
from smp_planner.planner.answer_bounds import IN_ALL, TOO_LARGE, answers_out_of_bounds, bounded
from smp_planner.rules.ruleset import RuleSet

LONGEST_LIST = 12
LONGEST_STAGE = 3
NONE_OF_THESE = N_("should be one of {known}; found '{found}'")
NOT_KNOWN = N_("is not an answer we know; found '{found}'")


def check_answers(
    intake: Intake, rules: RuleSet, place: Callable[[str], Place] | None = None
) -> list[Problem]:
    """Every answer that the rules don't know or don't accept; `place` finds an answer in its file."""
    problems = [*form_faults(intake), *_unknown(intake, rules), *answers_out_of_bounds(intake, rules)]
    return problems if place is None else [p._replace(place=place(p.key)) for p in problems]


def check_area(treated_cm2: Number, rules: RuleSet) -> list[Problem]:
    """Whether the treated area in cm2, band and margins included, is one that is planned for."""
    accepted = rules.intake.accepted.area_cm2
    return list(bounded("area", treated_cm2, accepted, code=TOO_LARGE, says=IN_ALL))


def health_ids(rules: RuleSet) -> tuple[str, ...]:
    """The ids that `health` may hold: everything that is asked, found by health answers, or a wait."""
    return rules.kept(_health_ids)


def _health_ids(rules: RuleSet) -> tuple[str, ...]:
    return tuple(
        id_
        for id_, criterion in rules.suitability.criteria.items()
        if criterion.ask is not None or criterion.found_by == "health" or criterion.level == "wait"
    )


def unsure_ids(rules: RuleSet) -> tuple[str, ...]:
    """The ids that `unsure_health` may hold: the groups of health questions, and those that stand in them."""
    groups = rules.suitability.health_groups
    return (*groups, *chain.from_iterable(group.ask for group in groups.values()))


def _unknown(intake: Intake, rules: RuleSet) -> Iterator[Problem]:
    """Words that stand for nothing in the rules."""
    for key, words, known in _lists(intake, rules):
        for index, word in enumerate(words):
            yield from _known(f"{key}.{index}", word, known)
    if isinstance(intake.kept_hair, Mapping):
        for zone in intake.kept_hair:
            yield from _known(f"kept_hair.{zone}", zone, rules.coverage.zones.rows)
    for concern in intake.matters:
        yield from _known(f"matters.{concern}", concern, rules.matters.concerns)
    for point in intake.agreed:
        yield from _known(f"agreed.{point}", point, rules.talk.agreed)
    for key, word, known in _single_words(intake, rules):
        if isinstance(word, str):
            yield from _known(key, word, known)


def _lists(intake: Intake, rules: RuleSet) -> Iterator[tuple[str, Collection[str], Collection[str]]]:
    choices = rules.intake.choices
    yield "goals", intake.goals, choices["goals"]
    yield "area.zones", intake.area.zones, rules.coverage.zones.rows
    yield "skin.traits", intake.skin.traits or (), choices["traits"]
    yield "health", intake.health, health_ids(rules)
    yield "unsure_about", intake.unsure_about, rules.suitability.unsure
    yield "unsure_health", intake.unsure_health, unsure_ids(rules)
    yield "medication_now", intake.medication_now or (), (*choices["medication_now"], UNNAMED_MEDICINE)


def _single_words(intake: Intake, rules: RuleSet) -> Iterator[tuple[str, object, Collection[str]]]:
    yield "area.norwood", intake.area.norwood, rules.coverage.norwood.rows
    yield "area.ludwig", intake.area.ludwig, rules.coverage.ludwig.rows
    yield "area.crown_of_norwood", intake.area.crown_of_norwood, rules.coverage.norwood.rows
    yield "area.crown_of_ludwig", intake.area.crown_of_ludwig, rules.coverage.ludwig.rows
    yield "density", intake.density, rules.density.looks.rows
    yield "skin.tone", intake.skin.tone, rules.density.tone_shift.rows
    yield "hair.colour", intake.hair.colour, rules.density.shade


def _known(key: str, word: str, known: Collection[str]) -> Iterator[Problem]:
    if word in known:
        return
    says = NONE_OF_THESE if len(known) <= LONGEST_LIST else NOT_KNOWN
    hint = did_you_mean(word, known) if len(word) > LONGEST_STAGE else ""  # one stage is not another
    yield fault(key, _(says, known=", ".join(known), found=word), "I401", hint)
