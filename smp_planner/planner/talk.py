"""What clinic and person talk over: the words of the rules, filled with what this plan already knows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from smp_planner.domain.care import PATCH_TEST, Preparation
from smp_planner.domain.in_hair import is_in_hair, is_long_by_bare
from smp_planner.domain.intake import UNNAMED_MEDICINE, Intake
from smp_planner.domain.provenance import Reading, Step
from smp_planner.domain.talk import AgreedPoint, ClinicQuestion, OptionQuestions, PlainAnswer, PutRight, Talk
from smp_planner.domain.words import fill, listed, spoken
from smp_planner.planner.aftercare.lengths import CareLength, usual_lengths
from smp_planner.planner.coverage.assess import Coverage
from smp_planner.planner.patch_test import days_of_limits, last_day_to_test
from smp_planner.planner.suitability.found import is_found
from smp_planner.planner.talk_figures import TalkFigure, filled, talk_figures
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.shapes.talk import (
    AgreedByHair,
    AgreedRule,
    ChoosingRule,
    PutRightRule,
    QuestionRule,
    TalkRules,
)
from smp_planner.rules.told_apart import talk_of

AGREED, FIRST_WEEK, LATER = "talk.agreed.", "talk.first_week.", "talk.later."
GREYING, GAPS = "greying", "aftercare.gaps"
WITHOUT_PLAN = ("talk.choosing.", "talk.put_right.")
"""Where the steps begin of what is talked over without a plan too."""


class _Filled(NamedTuple):
    """The talk as far as no answer is needed for it, its steps, and the figures that it was filled with."""

    talk: Talk
    steps: tuple[Step, ...]
    figures: Mapping[str, TalkFigure]


class Known(NamedTuple):
    """What the plan knows: the area, the days before the visits, how long each rule holds, an open answer.

    `gaps` says on which days small gaps can be filled, where events leave only some.
    """

    coverage: Coverage
    first_visit: date
    before: tuple[Preparation, ...]
    lengths: Mapping[str, CareLength]
    provisional: bool
    gaps: str | None = None


def build_talk(intake: Intake, known: Known, rules: RuleSet) -> tuple[Talk, tuple[Step, ...]]:
    """The talk, filled with what the answers and the plan tell, and its steps."""
    alone = known.coverage.only_scars
    book, told = talk_of(rules, scars_alone=alone), rules.kept(_usual_talk_of_scars if alone else _usual_talk)
    figures = talk_figures(known.lengths, rules)
    if figures != told.figures:
        told = _fill(figures, book, rules)
    told_by = {**_from_answers(intake, rules), PATCH_TEST: _patch_test(known, rules)}
    points = book.agreed
    is_grey = not is_found(GREYING, rules.suitability.criteria[GREYING], intake, rules)
    left_out = {*_left_out(book, intake, known.coverage, is_grey=is_grey)}
    agreed = tuple(
        point._replace(known=told_by.get(points[point.id].known_by or ""))
        for point in told.talk.agreed
        if f"{AGREED}{point.id}" not in left_out
    )
    if is_grey:
        agreed = tuple(_said_to_grey(point, points[point.id], alone=alone) for point in agreed)
    worn = dict(_with_headgear(book, figures)) if intake.habits.headgear else {}
    first_week = tuple(
        answer._replace(say=worn[answer.id][0]) if answer.id in worn else answer
        for answer in told.talk.first_week
    )
    filling = {id_ for id_, answer in book.later.items() if answer.of_gaps and known.gaps}
    later = tuple(
        answer._replace(say=f"{answer.say} {known.gaps}") if answer.id in filling else answer
        for answer in told.talk.later
        if f"{LATER}{answer.id}" not in left_out
    )
    steps = tuple(
        step._replace(uses=(*step.uses, GAPS)) if step.field.removeprefix(LATER) in filling else step
        for step in told.steps
        if step.field not in left_out
    )
    own = {id_: words for id_, point in points.items() if (words := _by_hair(point, intake, alone=alone))}
    return (
        told.talk._replace(
            agreed=tuple(_in_own_words(point, own.get(point.id)) for point in agreed),
            first_week=first_week,
            later=later,
        ),
        tuple(_steps_by_head(tuple(_steps_by_hair(steps, own, rules)), worn, rules)),
    )


def build_talk_without_plan(rules: RuleSet, *, scars_alone: bool) -> tuple[Talk, tuple[Step, ...]]:
    """What needs no plan, and its steps: what to ask before choosing, and how poor work is put right."""
    told = rules.kept(_usual_talk_of_scars if scars_alone else _usual_talk)
    steps = tuple(step for step in told.steps if step.field.startswith(WITHOUT_PLAN))
    return Talk(choosing=told.talk.choosing, put_right=told.talk.put_right), steps


def _by_hair(rule: AgreedRule, intake: Intake, *, alone: bool) -> AgreedByHair | None:
    """The words of a point for how this hair is worn, where it has some; `alone`: scars are all there is."""
    if is_in_hair(intake, scars_alone=alone):
        return rule.in_hair
    return rule.long_by_bare if is_long_by_bare(intake, scars_alone=alone) else None


def _left_out(book: TalkRules, intake: Intake, coverage: Coverage, *, is_grey: bool) -> Iterator[str]:
    """The fields of what concerns others: other parts of the area, dots nobody told, hair that greys."""
    covered = {cell.zone for cell in coverage.wanted if cell.cm2.typical}
    for id_, point in book.agreed.items():
        elsewhere = point.only_in and covered.isdisjoint(point.only_in)
        if elsewhere or (point.only_told and not intake.area.dot_scars):
            yield f"{AGREED}{id_}"
    if is_grey:
        yield from (f"{LATER}{id_}" for id_, answer in book.later.items() if answer.of_greying)


def _said_to_grey(point: AgreedPoint, rule: AgreedRule, *, alone: bool) -> AgreedPoint:
    """A point in its words for hair that can't turn grey any more, where it has some."""
    told = rule.for_grey
    if told is None:
        return point
    return point._replace(say=told.for_scars if alone else told.say)


def _in_own_words(point: AgreedPoint, words: AgreedByHair | None) -> AgreedPoint:
    return point if words is None else point._replace(say=words.say, write=words.write)


def _with_headgear(
    book: TalkRules, figures: Mapping[str, TalkFigure]
) -> Iterator[tuple[str, tuple[str, tuple[Reading, ...]]]]:
    """The answers that are others for who wears something on the head on most days, and their rules."""
    for id_, answer in book.first_week.items():
        if answer.with_headgear is not None:
            yield id_, filled(answer.with_headgear, figures)


def _steps_by_hair(
    steps: tuple[Step, ...], own: Mapping[str, AgreedByHair], rules: RuleSet
) -> Iterator[Step]:
    """The steps; words for how hair is worn hold no figure, so no rule of one stands behind them."""
    for step in steps:
        id_ = step.field.removeprefix(AGREED)
        yield step._replace(rules=(rules.talk.agreed[id_].read(),)) if id_ in own else step


def _steps_by_head(
    steps: tuple[Step, ...], worn: Mapping[str, tuple[str, tuple[Reading, ...]]], rules: RuleSet
) -> Iterator[Step]:
    """The steps; an answer for who wears something on the head rests on the rules of its own figures."""
    for step in steps:
        id_ = step.field.removeprefix(FIRST_WEEK)
        answer = rules.talk.first_week.get(id_)
        told = worn.get(id_)
        yield step._replace(rules=(answer.read(), *told[1])) if answer and told else step


# --- what is known already ------------------------------------------------------------------


def _from_answers(intake: Intake, rules: RuleSet) -> Mapping[str, str | None]:
    """What the answers tell, by the name of the answer; None where it was not given."""
    words = rules.talk.words
    moving = {"yes": words["loss_moves_on"], "no": words["loss_rests"]}
    headgear = {True: words["headgear"], False: words["no_headgear"]}
    return {
        "medication_now": _medicine(intake, rules),
        "loss_moving_on": moving.get(intake.loss_moving_on or ""),
        "headgear": None if intake.habits.headgear is None else headgear[intake.habits.headgear],
    }


def _medicine(intake: Intake, rules: RuleSet) -> str | None:
    if intake.medication_now is None:
        return None
    if not intake.medication_now:
        return rules.talk.words["no_medicine"]
    names = rules.intake.in_a_line["medication_now"]
    named = [names[id_] for id_ in intake.medication_now if id_ != UNNAMED_MEDICINE]
    if not named:
        return rules.talk.words["medicine_unnamed"]
    return fill(rules.talk.words["medicine"], names=listed(named))


def _patch_test(known: Known, rules: RuleSet) -> str | None:
    """The last day for the test, as it stands before the first visit; or that the clinic is closed on all."""
    task = next((task for task in known.before if task.rule == PATCH_TEST), None)
    if task:
        first, last, say = task.from_, task.to, PATCH_TEST
    elif last_day_to_test(known.first_visit, rules) is None:
        first, last = days_of_limits(known.first_visit, rules.aftercare.before[PATCH_TEST].days)
        say = "patch_test_closed"
    else:
        return None
    words, days = rules.talk.words, {"from": first, "to": last, "visit": known.first_visit}
    told = fill(words[say], **{name: spoken(day) for name, day in days.items()})
    return fill(words["patch_test_to_confirm"], told=told) if known.provisional else told


# --- the words of the rules -----------------------------------------------------------------


def _usual_talk(rules: RuleSet) -> _Filled:
    """The talk for somebody for whom nothing lengthens any aftercare rule."""
    return _fill(talk_figures(rules.kept(usual_lengths), rules), rules.talk, rules)


def _usual_talk_of_scars(rules: RuleSet) -> _Filled:
    """The same for somebody for whom scars are all there is to cover."""
    book = talk_of(rules, scars_alone=True)
    return _fill(talk_figures(rules.kept(usual_lengths), rules), book, rules)


def _fill(figures: Mapping[str, TalkFigure], book: TalkRules, rules: RuleSet) -> _Filled:
    said = {(part, id_): filled(rule.say, figures) for part, id_, rule in book.sentences()}
    talk = Talk(
        agreed=tuple(
            AgreedPoint(id_, p.name, said["agreed", id_][0], p.write, None) for id_, p in book.agreed.items()
        ),
        first_week=tuple(
            PlainAnswer(id_, a.question, said["first_week", id_][0]) for id_, a in book.first_week.items()
        ),
        later=tuple(PlainAnswer(id_, a.question, said["later", id_][0]) for id_, a in book.later.items()),
        choosing=tuple(
            OptionQuestions(option, book.choosing[option].whom, _questions(book.choosing[option], rules))
            for option in rules.options.order
        ),
        put_right=tuple(
            _put_right(option, book.choosing[option].put_right, figures) for option in rules.options.order
        ),
    )
    behind = {key: readings for key, (_, readings) in said.items()}
    return _Filled(talk, tuple(_steps(behind, figures, book, rules)), figures)


def _questions(own: ChoosingRule, rules: RuleSet) -> tuple[ClinicQuestion, ...]:
    """The questions, each with what hangs on it in the region that is planned for."""
    return tuple(
        ClinicQuestion(id_, question.ask, _why(question, rules)) for id_, question in own.questions.items()
    )


def _why(question: QuestionRule, rules: RuleSet) -> str:
    region = rules.told_region
    return next((why for place, why in question.in_regions.items() if place == region), question.why)


def _put_right(option: str, rule: PutRightRule, figures: Mapping[str, TalkFigure]) -> PutRight:
    say, takes, not_known = (filled(words, figures)[0] for words in (rule.say, rule.takes, rule.not_known))
    return PutRight(option, say, takes, not_known, rule.strength)


def _steps(
    behind: Mapping[tuple[str, str], tuple[Reading, ...]],
    figures: Mapping[str, TalkFigure],
    book: TalkRules,
    rules: RuleSet,
) -> Iterator[Step]:
    """One step for each point, answer and question, with the rules of the figures in it."""
    for part, id_, rule in book.sentences():
        rested = behind[part, id_]
        if isinstance(rule, AgreedRule) and rule.known_by == PATCH_TEST:
            rested = (*rested, rules.aftercare.before[PATCH_TEST].days.read())
        because = book.words[f"because_{part}"]
        yield Step(f"talk.{part}.{id_}", None, because, (rule.read(), *rested))
    for option in rules.options.order:
        own = book.choosing[option]
        for id_, question in own.questions.items():
            because = book.words["because_choosing"]
            yield Step(f"talk.choosing.{option}.{id_}", None, because, (question.read(),))
        told = f"{own.put_right.say} {own.put_right.takes} {own.put_right.not_known}"
        rested = (own.put_right.read(), *filled(told, figures)[1])
        yield Step(f"talk.put_right.{option}", None, book.words["because_put_right"], rested)
