"""Every fault of the answers at once: bounds, then area and calendar as far as the sound answers go.

A plan checks these one after the other and stops at the first. Only when it has stopped is the rest
looked at here, with each faulty answer taken as not given.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace

from smp_planner.domain.intake import AreaAnswer, Intake, Measured
from smp_planner.errors import IntakeError, Problem
from smp_planner.planner.answer_checks import TOO_LARGE, check_answers, check_area
from smp_planner.planner.course import lay_ground, open_diary, plan_dated_visits
from smp_planner.planner.course_parts import Assumptions, Ground
from smp_planner.planner.coverage.answers import nothing_to_cover
from smp_planner.planner.coverage.assess import assess_coverage
from smp_planner.planner.suitability.assess import assess_suitability
from smp_planner.rules.ruleset import RuleSet


def all_faults(intake: Intake, rules: RuleSet, known: Sequence[Problem] = ()) -> list[Problem]:
    """What the rules find wrong; `known` are faults of form that the answers had when they were read."""
    found = check_answers(intake, rules)
    return found + later_faults(intake, rules, [*known, *found])


def later_faults(intake: Intake, rules: RuleSet, known: Sequence[Problem]) -> list[Problem]:
    """Faults of area and calendar beside the known ones; none of an answer that has one already."""
    faulty = {problem.key.split(".", 1)[0] for problem in known}
    too_large = any(problem.code == TOO_LARGE for problem in known)
    if "goals" in faulty or ("area" in faulty and not too_large):
        return []
    sound = _sound(intake, faulty, rules)
    if nothing_to_cover(sound, rules):
        return []
    ground = lay_ground(sound, rules)
    found = check_area(ground.coverage.area.cm2.typical, rules)
    if "calendar" not in faulty and not assess_suitability(sound, rules)[0].refer:
        found += _impossible_dates(sound, ground, rules)
    return found


def area_too_large(intake: Intake, rules: RuleSet) -> list[Problem]:
    """Whether all that is to be covered comes to more than is planned for; nothing where it can't be said.

    A size that is too large by itself is told where it stands (`check_answers`), and not once more here.
    """
    faulty = {problem.key.split(".", 1)[0] for problem in check_answers(intake, rules)}
    if not faulty.isdisjoint({"goals", "area"}):
        return []
    sound = _sound(intake, faulty, rules)
    if nothing_to_cover(sound, rules):
        return []
    return check_area(assess_coverage(sound, rules)[0].area.cm2.typical, rules)


def _sound(intake: Intake, faulty: set[str], rules: RuleSet) -> Intake:
    """The answers with each faulty one as if it had not been given; too large an area as the largest."""
    blank = Intake(goals=(), area=_largest(rules), calendar=intake.calendar)
    known = faulty.intersection(field.name for field in fields(Intake)) - {"calendar"}
    return replace(intake, **{name: getattr(blank, name) for name in known})


def _largest(rules: RuleSet) -> AreaAnswer:
    return AreaAnswer(measured=Measured(cm2=rules.intake.accepted.area_cm2.read().limits[1]))


def _impossible_dates(intake: Intake, ground: Ground, rules: RuleSet) -> list[Problem]:
    try:
        plan_dated_visits(ground, open_diary(intake, rules), rules, Assumptions())
    except IntakeError as impossible:
        return list(impossible.problems)
    return []
