"""What the page can't hold of the answers that were opened, so that nothing is lost in silence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import cast

from smp_planner.domain.intake import Intake
from smp_planner.domain.matters import WEIGHTS, weight_in_words
from smp_planner.exports.plan_answers import answers_of
from smp_planner.language.texts import N_, _
from smp_planner.planner.suitability.found import asks_doctor
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views.questions import question
from smp_planner.views.state import PREGNANT
from smp_planner.views.to_intake import dated_waits

WHICH_UNSURE = N_("Health questions: you weren't sure of some. The file doesn't say which, so look at each.")
ABSENT = object()  # of hair that nothing was said of none is left; where it is None, nobody is sure
NOT_HELD = N_("{question}: the page can't hold this answer as it was. Please look at it.")


def not_held(was: Intake, now: Intake, rules: RuleSet) -> Iterator[str]:
    """The questions whose answer is not the same on the page."""
    if not was.unsure_health:  # an older file doesn't say, which is told below
        now = replace(now, unsure_health=())
    mine, theirs = (dict(_leaves("", answers_of(_told_alike(one, rules)))) for one in (was, now))
    changed = (key for key in mine | theirs if mine.get(key, ABSENT) != theirs.get(key, ABSENT))
    yield from dict.fromkeys(_(NOT_HELD, question=question(key)) for key in changed)
    if "health" in was.unsure_about and not was.unsure_health:
        yield _(WHICH_UNSURE)


def _told_alike(intake: Intake, rules: RuleSet) -> Intake:
    """The answers in one way of several that mean the same.

    A day of an earlier treatment speaks for its tick; who is male or pregnant isn't asked whether he or she
    could be; a weight counts by its words; what a doctor said counts where one is to be asked.
    """
    person, waits = intake.person, dated_waits(rules)
    dated = {id_ for id_, name in waits.items() if getattr(intake.treated_before, name) is not None}
    if person.sex == "male" or (PREGNANT in intake.health and person.could_be_pregnant):
        person = replace(person, could_be_pregnant=None)
    own = (replace(one, weight=_by_words(one.weight)) for one in intake.own_matters if one.weight != 0)
    return replace(
        intake,
        person=person,
        doctor_agreed=intake.doctor_agreed if asks_doctor(intake, rules) else None,
        health=tuple(id_ for id_ in intake.health if id_ not in dated),
        matters={id_: _by_words(weight) for id_, weight in intake.matters.items() if weight != 0},
        own_matters=tuple(own),
        agreed={point: words.strip() for point, words in intake.agreed.items() if words.strip()},
    )


def _by_words(weight: int | None) -> int | None:
    words = weight_in_words(weight or 0)
    return WEIGHTS[words] if words else None


def _leaves(key: str, answer: object) -> Iterator[tuple[str, object]]:
    """Each answer by its dotted name; the order of several that were chosen is none."""
    if isinstance(answer, Mapping):
        for name, part in cast("Mapping[str, object]", answer).items():
            yield from _leaves(f"{key}.{name}".lstrip("."), part)
        return
    items = cast("list[object]", answer) if isinstance(answer, list) else []
    if not items or isinstance(items[0], str):
        yield key, frozenset(items) if isinstance(answer, list) else answer
        return
    for place, item in enumerate(items):
        yield from _leaves(f"{key}.{place}", item)
