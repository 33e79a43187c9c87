"""Who has a scar and no hair loss talks over the scar, and asks and decides about it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import pytest

from smp_planner.domain.decision import Decision
from smp_planner.domain.intake import OPTIONS, Person
from smp_planner.domain.plan import Referral
from smp_planner.domain.talk import Talk
from smp_planner.planner.pipeline import plan_treatment
from smp_planner.rules.ruleset import RuleSet
from tests.banned_words import unwanted
from tests.fair_people import SCARS
from tests.people import ADULT, adult, plan_of
from tests.reading_grade import reading_grade, words

SCAR = adult(goals=("scar_camouflage",), area=SCARS, kept_hair=None)
UNDER_AGE = Person(age=17, sex="male")
OF_LOSS = re.compile(
    r"\bhair loss\b|\bthe loss\b|\bruns? in families\b|\blose more hair\b|\bhair that goes\b"
    r"|\bmore bare skin\b|\bfront comes first\b|\bloss (?:may )?(?:go|goes|moves|runs|spread)\w*\b"
    r"|\bhairline\b|\bhair goes slowly\b",
    re.IGNORECASE,
)


class Text(NamedTuple):
    """A text that a person reads, and where it stands."""

    where: str
    say: str


def of_talk(talk: Talk) -> Iterator[Text]:
    for point in talk.agreed:
        yield Text(f"agreed.{point.id}", f"{point.say} {point.write}")
    for answer in (*talk.first_week, *talk.later):
        yield Text(answer.id, f"{answer.question} {answer.say}")
    for own in talk.choosing:
        for one in own.questions:
            yield Text(f"choosing.{own.option}.{one.id}", f"{one.ask} {one.why}")
    for end in talk.put_right:
        yield Text(f"put_right.{end.option}", f"{end.say} {end.takes} {end.not_known}")


def of_decision(decision: Decision) -> Iterator[Text]:
    yield Text("problem", decision.problem)
    yield Text("time", " ".join(decision.time))
    for own in (*((decision.reason,) if decision.reason else ()), *decision.ask):
        for one in own.questions:
            yield Text(f"ask.{own.option}.{one.id}", f"{one.ask} {one.why}")
    for fact in decision.recap:
        yield Text(f"recap.{fact.id}", f"{fact.question} {fact.why}")


def told(of: Talk, and_: Decision) -> list[Text]:
    return [*of_talk(of), *of_decision(and_)]


def test_for_scars_alone_no_talk_and_no_step_speaks_of_a_loss(rules: RuleSet) -> None:
    plan = plan_of(SCAR, rules)
    assert [text for text in told(plan.talk, plan.decision) if OF_LOSS.search(text.say)] == []


def test_the_words_are_found_where_somebody_loses_hair(rules: RuleSet) -> None:
    plan = plan_of(ADULT, rules)
    found = {text.where for text in told(plan.talk, plan.decision) if OF_LOSS.search(text.say)}
    assert {
        "spreads", "choosing.fut.plan", "choosing.nothing.photos", "put_right.nothing",
        "problem", "time", "ask.nothing.cause", "ask.smp.ages", "ask.fue.donor", "recap.grows",
    } <= found  # fmt: skip


def test_a_referral_for_a_scar_alone_asks_about_the_scar_too(rules: RuleSet) -> None:
    referral = plan_treatment(adult(goals=("scar_camouflage",), area=SCARS, person=UNDER_AGE), rules)
    assert isinstance(referral, Referral)
    assert [text for text in told(referral.talk, referral.decision) if OF_LOSS.search(text.say)] == []
    assert referral.decision.reason
    [first] = referral.decision.reason.questions
    assert first.ask == "What kind of scar do I have, and what may I do at my age?"
    assert referral.decision.time[0].startswith("There is no plan for now")
    of_loss = plan_treatment(adult(person=UNDER_AGE), rules)
    assert isinstance(of_loss, Referral)
    assert of_loss.decision.reason
    assert of_loss.decision.reason.questions[0].ask.startswith("What kind of hair loss do I have")
    assert of_loss.decision.problem.startswith("Pattern hair loss")


def test_healed_scars_are_asked_for_of_everybody_who_works_on_one(rules: RuleSet) -> None:
    asked = {own.option: [one.ask for one in own.questions] for own in plan_of(SCAR, rules).talk.choosing}
    assert "May I see healed scars like mine, in daylight, on skin and hair like mine?" in asked["smp"]
    for option in ("fut", "fue"):
        assert any(ask.startswith("May I see scars like mine that you filled") for ask in asked[option])


def test_what_may_come_later_leaves_out_a_loss_that_spreads(rules: RuleSet) -> None:
    assert [answer.id for answer in plan_of(SCAR, rules).talk.later] == ["greys", "colour", "transplant"]
    assert [answer.id for answer in plan_of(ADULT, rules).talk.later] == [
        "greys", "spreads", "colour", "transplant",
    ]  # fmt: skip


@pytest.mark.ipdas("Q11")
def test_for_scars_too_every_option_is_asked_about_alike(rules: RuleSet) -> None:
    plan = plan_of(SCAR, rules)
    assert tuple(own.option for own in plan.decision.ask) == OPTIONS
    for asked in (plan.decision.ask, plan.talk.choosing):
        counts = [len(own.questions) for own in asked]
        assert max(counts) == min(counts)
        lengths = [sum(len(words(f"{one.ask} {one.why}")) for one in own.questions) for own in asked]
        assert max(lengths) <= 1.5 * min(lengths)


def test_the_words_for_scars_are_plain_and_advise_nothing(rules: RuleSet) -> None:
    plan, usual = plan_of(SCAR, rules), plan_of(ADULT, rules)
    own = {*told(plan.talk, plan.decision)} - {*told(usual.talk, usual.decision)}
    read = [say for _, say in own] + [one.say for one in plan.suitability.know]
    assert len(own) > 20
    assert [say for say in read if reading_grade(say) > 8] == []
    assert [found for say in read if (found := unwanted(say))] == []


def test_what_is_not_compared_names_scar_repair_and_strip_surgery_its_second_line(rules: RuleSet) -> None:
    plan = plan_of(SCAR, rules)
    [left_out] = [point.say for point in plan.about.points if point.id == "left_out"]
    assert "Nor is scar repair among the five: a scar cut out and closed anew." in left_out
    assert left_out.endswith("Ask a doctor about them, and a surgeon about scar repair.")
    about = {option.id: option.about for option in plan.comparison.options}
    assert about["fut"].endswith("into the scar. It leaves a second line.")
    assert about["fue"].endswith("into the scar. Each leaves a dot.")


def test_no_visit_looks_for_follicles_where_there_are_none(rules: RuleSet) -> None:
    steps = [step for visit in plan_of(SCAR, rules).sessions.items for step in visit.steps]
    assert any("between the follicles where there are some" in step for step in steps)
    assert not any("Place the dots between the follicles" in step for step in steps)
