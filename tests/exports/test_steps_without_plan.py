"""Who gets no plan takes along what to ask, the decision and both checks, in text, page and PDF alike."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

import pytest

from smp_planner.domain.intake import AreaAnswer, Intake, Person
from smp_planner.domain.plan import Referral
from smp_planner.exports.paper.document import paper_of
from smp_planner.exports.paper.page import to_page
from smp_planner.exports.paper.pdf import to_pdf
from smp_planner.exports.text import to_text
from smp_planner.planner.pipeline import plan_treatment
from smp_planner.rules.ruleset import RuleSet
from tests.exports.paper.read_pdf import words_of
from tests.people import adult

UNDIAGNOSED = adult(
    goals=("alopecia_cover",), area=AreaAnswer(zones=("crown",)), health=("undiagnosed_hair_loss",)
)
REFERRED = {
    "undiagnosed loss": UNDIAGNOSED,
    "shedding": adult(health=("active_shedding",)),
    "pregnant": adult(
        area=AreaAnswer(ludwig="II"),
        person=Person(age=30, sex="female"),
        health=("pregnant_or_breastfeeding",),
    ),
    "a mole that changes": adult(health=("changing_mole",)),
    "under age": adult(person=Person(age=16, sex="male")),
}


def page(plan: Referral, *, whole: bool) -> str:
    return unescape(re.sub("<[^>]*>", " ", to_page(paper_of(plan, whole=whole))))


EXPORTS: dict[str, Callable[[Referral], str]] = {
    "text": to_text,
    "html in short": lambda plan: page(plan, whole=False),
    "html whole": lambda plan: page(plan, whole=True),
    "pdf in short": lambda plan: words_of(to_pdf(paper_of(plan), size="letter")),
    "pdf whole": lambda plan: words_of(to_pdf(paper_of(plan, whole=True), size="a4")),
}


def referred(intake: Intake, rules: RuleSet) -> Referral:
    plan = plan_treatment(intake, rules)
    assert isinstance(plan, Referral)
    return plan


def letters(words: str) -> str:
    """Words without blanks, breaks of lines and hyphens of a page."""
    return re.sub(r"[^a-z0-9?.,:]", "", words.lower())


def missing(plan: Referral, export: str) -> list[str]:
    """What a reader does not find of the decision, its questions, its facts and its check."""
    decision = plan.decision
    asked = [one.ask for own in (*decision.ask, *plan.talk.choosing) for one in own.questions]
    facts = [words for fact in decision.recap for words in (fact.question, fact.why)]
    checks = [words for one in decision.sure for words in (one.ask, one.if_no)]
    found = letters(EXPORTS[export](plan))
    sought = (decision.say, *asked, *facts, *checks, decision.talk_again, decision.all_yes)
    return [words for words in sought if letters(words) not in found]


@pytest.mark.ipdas("Q11")
@pytest.mark.parametrize("export", EXPORTS)
def test_a_person_with_undiagnosed_loss_finds_what_to_ask_and_both_checks(
    export: str, rules: RuleSet
) -> None:
    assert missing(referred(UNDIAGNOSED, rules), export) == []


@pytest.mark.parametrize("who", REFERRED)
def test_so_does_everybody_else_who_gets_no_plan(who: str, rules: RuleSet) -> None:
    plan = referred(REFERRED[who], rules)
    assert [missing(plan, export) for export in ("text", "html in short", "html whole")] == [[], [], []]


def test_the_first_question_to_a_doctor_is_what_kind_of_loss_it_is(rules: RuleSet) -> None:
    told = to_text(referred(UNDIAGNOSED, rules)).partition("\nWHAT TO ASK\n")[2]
    first, _, options = told.partition("\nDoing nothing: ask a doctor\n")
    assert first.startswith(
        "First, about the reason: ask a doctor\n[ ] About hair loss that no doctor has explained:"
    )
    assert options.startswith("[ ] What kind of hair loss do I have")


@pytest.mark.parametrize("export", EXPORTS)
def test_that_the_reason_comes_first_stands_before_all_time_to_think(export: str, rules: RuleSet) -> None:
    found = letters(EXPORTS[export](referred(UNDIAGNOSED, rules)))
    first = found.index(letters("There is no plan for now, and the reason comes first"))
    assert found.index(letters("See a doctor or a skin specialist first.")) < first
    assert first < found.index(letters("You don't have to decide today."))


@pytest.mark.parametrize("export", ["text", "html whole", "pdf whole"])
def test_how_poor_work_is_put_right_is_told_for_every_option(export: str, rules: RuleSet) -> None:
    plan = referred(UNDIAGNOSED, rules)
    found = letters(EXPORTS[export](plan))
    told = [words for own in plan.talk.put_right for words in (own.say, own.takes, own.not_known)]
    assert [words for words in told if letters(words) not in found] == []


@pytest.mark.parametrize("export", EXPORTS)
def test_what_is_agreed_before_a_first_visit_is_not_among_it(export: str, rules: RuleSet) -> None:
    found = letters(EXPORTS[export](referred(UNDIAGNOSED, rules)))
    assert letters("Agreed today") not in found
    assert letters(rules.talk.agreed["hairline"].say) not in found
