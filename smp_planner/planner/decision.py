"""The steps to a decision: the words of the rules, for pattern hair loss, for another kind, and for scars."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from smp_planner.domain.decision import Decision, OptionQuestions, RecapQuestion, SureQuestion
from smp_planner.domain.findings import Suitability
from smp_planner.domain.provenance import Step
from smp_planner.domain.talk import ClinicQuestion
from smp_planner.domain.words import fill
from smp_planner.planner.comparison.whom import Kind
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.shapes.decision import DecisionRules
from smp_planner.rules.told_apart import Apart, decision_of

REASON = "reason"


class ToldDecision(NamedTuple):
    """The steps to a decision, and what they rest on."""

    decision: Decision
    steps: tuple[Step, ...]


def build_decision(kind: Kind, rules: RuleSet) -> ToldDecision:
    """The steps to a decision, for every option alike; in words of their own for scars and another loss."""
    return rules.kept(_TOLD.get(kind, _told_of_loss))


def build_decision_without_plan(suitability: Suitability, kind: Kind, rules: RuleSet) -> ToldDecision:
    """The same steps where no plan can be made: the reason comes first, and is asked about first."""
    decision, steps = _told_without_plan(kind, rules)
    asked = tuple(_about_reasons(suitability, rules, decision_of(rules, _APART.get(kind))))
    reason = OptionQuestions(REASON, rules.decision.ask_reason.whom, tuple(question for question, _ in asked))
    return ToldDecision(decision._replace(reason=reason), (*(step for _, step in asked), *steps))


def _about_reasons(
    suitability: Suitability, rules: RuleSet, told: DecisionRules
) -> Iterator[tuple[ClinicQuestion, Step]]:
    """One question for each reason, in words of its own or in those of its kind, with its step."""
    book, because = told.ask_reason.questions, told.words["because_reason"]
    found = [(stop.id, "stop") for stop in suitability.stop]
    for id_, kind in (*found, *((wait.id, "wait") for wait in suitability.wait)):
        rule, criterion = book.get(id_) or book[kind], rules.suitability.criteria[id_]
        question = ClinicQuestion(id_, fill(rule.ask, reason=criterion.short or ""), rule.why)
        rests = (rule.read(), criterion.read())
        uses = (f"suitability.{kind}.{id_}",)
        yield question, Step(f"decision.ask.{REASON}.{id_}", None, because, rests, uses)


def _told_without_plan(kind: Kind, rules: RuleSet) -> ToldDecision:
    decision, steps = build_decision(kind, rules)
    first = rules.decision.without_plan
    return ToldDecision(
        decision._replace(time=(first.say, *decision.time)),
        tuple(
            step._replace(rules=(first.read(), *step.rules)) if step.field == "decision.time" else step
            for step in steps
        ),
    )


def _told_of_loss(rules: RuleSet) -> ToldDecision:
    return _told(rules.decision, rules)


def _told_of_scars(rules: RuleSet) -> ToldDecision:
    return _told(decision_of(rules, "scars"), rules)


def _told_of_others(rules: RuleSet) -> ToldDecision:
    return _told(decision_of(rules, "others"), rules)


_APART: Mapping[Kind, Apart] = {"scars": "scars", "others": "others"}
_TOLD: Mapping[Kind, Callable[[RuleSet], ToldDecision]] = {
    "scars": _told_of_scars,
    "others": _told_of_others,
}


def _told(book: DecisionRules, rules: RuleSet) -> ToldDecision:
    decision = Decision(
        say=book.decision.say,
        problem=book.problem.say,
        time=tuple(rule.say for rule in book.time.values()),
        ask=tuple(_questions(option, book) for option in rules.options.order),
        recap=tuple(RecapQuestion(id_, r.question, r.answer, r.why) for id_, r in book.recap.items()),
        sure=tuple(SureQuestion(id_, s.ask, s.if_no) for id_, s in book.sure.items()),
        talk_again=book.talk_again.say,
        all_yes=book.all_yes.say,
    )
    return ToldDecision(decision, tuple(_steps(book, rules)))


def _questions(option: str, book: DecisionRules) -> OptionQuestions:
    own = book.ask[option]
    asked = (ClinicQuestion(id_, q.ask, q.why) for id_, q in own.questions.items())
    return OptionQuestions(option, own.whom, tuple(asked))


def _steps(book: DecisionRules, rules: RuleSet) -> Iterator[Step]:
    """A step for each sentence; a fact of the recap uses the answers of the comparison that say the same."""
    words = book.words
    yield Step("decision.say", None, words["because_decision"], (book.decision.read(),))
    yield Step("decision.problem", None, words["because_problem"], (book.problem.read(),))
    yield Step("decision.time", None, words["because_time"], tuple(r.read() for r in book.time.values()))
    for option in rules.options.order:
        for id_, question in book.ask[option].questions.items():
            yield Step(f"decision.ask.{option}.{id_}", None, words["because_ask"], (question.read(),))
    for id_, fact in book.recap.items():
        rests = tuple(
            f"comparison.rows.{row}.{option}" for row, options in fact.rests_on.items() for option in options
        )
        yield Step(f"decision.recap.{id_}", None, words["because_recap"], (fact.read(),), rests)
    asked = (*book.sure.values(), book.talk_again, book.all_yes)
    yield Step("decision.sure", None, words["because_sure"], tuple(rule.read() for rule in asked))
