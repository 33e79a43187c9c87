"""What was answered of the health questions, group by group.

A group is answered once something in it is ticked, or "none of these", or "not sure". What is not ticked
in a group that is answered does not apply.
"""

from __future__ import annotations

from collections.abc import Iterator

from smp_planner.domain.intake import Intake
from smp_planner.domain.words import number
from smp_planner.language.texts import _, n_
from smp_planner.planner.suitability.open_questions import names_of_unsure
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views.state import HEALTH, NOT_OF_MEN, Answers

NONE, SOME_UNSURE, WHICH = "health_none_", "health_unsure_", "health_which_"


def asked_in(group: str, answers: Answers, rules: RuleSet) -> tuple[str, ...]:
    """The ids of the questions of a group; a man isn't asked whether he is pregnant or gave birth."""
    ids = rules.suitability.health_groups[group].ask
    return tuple(id_ for id_ in ids if id_ not in NOT_OF_MEN or answers.get("sex") != "male")


def ticked_in(group: str, answers: Answers, rules: RuleSet) -> tuple[str, ...]:
    """What is ticked in a group."""
    return tuple(id_ for id_ in asked_in(group, answers, rules) if answers.get(f"{HEALTH}{id_}"))


def open_groups(answers: Answers, rules: RuleSet) -> tuple[str, ...]:
    """The groups that nobody has answered yet."""
    return tuple(
        group
        for group in rules.suitability.health_groups
        if not ticked_in(group, answers, rules)
        and not answers.get(f"{NONE}{group}")
        and not answers.get(f"{SOME_UNSURE}{group}")
    )


def unsure_groups(answers: Answers, rules: RuleSet) -> tuple[str, ...]:
    """The groups in which the person isn't sure of something."""
    return tuple(g for g in rules.suitability.health_groups if answers.get(f"{SOME_UNSURE}{g}"))


def unsure_named(answers: Answers, rules: RuleSet) -> Iterator[str]:
    """The id of what the person isn't sure of; where none was named, that of its group."""
    for group in unsure_groups(answers, rules):
        named = answers.get(f"{WHICH}{group}") or ()
        yield from [id_ for id_ in asked_in(group, answers, rules) if id_ in named] or [group]


def unsure_of(answers: Answers, rules: RuleSet) -> Iterator[str]:
    """What the person isn't sure of, by name; where none was named, the heading of its group."""
    return names_of_unsure(tuple(unsure_named(answers, rules)), rules.suitability)


def told_of_group(group: str, _intake: Intake, answers: Answers, rules: RuleSet) -> str:
    """What was answered in a group, in a few words: what the person isn't sure of by name, never a tick."""
    if group in open_groups(answers, rules):
        return _("not answered yet")
    if ticks := len(ticked_in(group, answers, rules)):
        told = n_("{count} ticked", "{count} ticked", ticks, count=number(ticks))
    else:
        told = _("none of these") if answers.get(f"{NONE}{group}") else _("nothing ticked")
    if group not in unsure_groups(answers, rules):
        return told
    named = [id_ for id_ in unsure_named(answers, rules) if id_ in asked_in(group, answers, rules)]
    if not named:
        return _("{told}, not sure about some", told=told)
    return _(
        "{told}, not sure of: {which}", told=told, which="; ".join(names_of_unsure(named, rules.suitability))
    )
