"""What clinic and person talk over: the words of the rules, filled with what this plan already knows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from smp_planner.domain.care import Preparation
from smp_planner.domain.intake import Intake
from smp_planner.domain.provenance import Step
from smp_planner.domain.talk import AgreedPoint, ClinicQuestion, PlainAnswer, Talk
from smp_planner.domain.words import listed, spoken
from smp_planner.planner.aftercare.lengths import CareLength, usual_lengths
from smp_planner.planner.talk_figures import TalkFigure, filled, talk_figures
from smp_planner.rules.figures import Saying
from smp_planner.rules.ruleset import RuleSet

PATCH_TEST = "patch_test"


class _Told(NamedTuple):
    """The talk as far as no answer is needed for it, and its steps."""

    talk: Talk
    steps: tuple[Step, ...]


class Known(NamedTuple):
    """What the plan knows: the days before the visits, how long each rule holds, an open doctor's answer."""

    first_visit: date
    before: tuple[Preparation, ...]
    lengths: Mapping[str, CareLength]
    provisional: bool


def build_talk(intake: Intake, plan: Known, rules: RuleSet) -> tuple[Talk, tuple[Step, ...]]:
    """The talk, filled with what the answers and the plan tell, and its steps."""
    lengths = plan.lengths
    usual = rules.kept(usual_lengths)
    if all(lengths[rule] is usual[rule] for rule in usual):
        told = rules.kept(_told_usually)
    else:
        told = _told(lengths, rules)
    known = {**_from_answers(intake, rules), PATCH_TEST: _patch_test(plan, rules)}
    points = rules.talk.agreed
    agreed = tuple(
        point._replace(known=known.get(points[point.id].known_by or "")) for point in told.talk.agreed
    )
    return told.talk._replace(agreed=agreed), told.steps


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
    names = rules.intake.choices["medication_now"]
    said = listed([names[id_].lower() for id_ in intake.medication_now])
    return rules.talk.words["medicine"].format(names=said)


def _patch_test(plan: Known, rules: RuleSet) -> str | None:
    """The days for the test, up to the day before the first visit."""
    first = next((task.from_ for task in plan.before if task.rule == PATCH_TEST), plan.first_visit)
    last = plan.first_visit - timedelta(days=1)
    if first > last:
        return None
    words = rules.talk.words["patch_test_to_confirm" if plan.provisional else PATCH_TEST]
    days = {"from": first, "to": last, "visit": plan.first_visit}
    return words.format(**{name: spoken(day) for name, day in days.items()})


# --- the words of the rules -----------------------------------------------------------------


def _told_usually(rules: RuleSet) -> _Told:
    """The talk for somebody for whom nothing lengthens any aftercare rule."""
    return _told(rules.kept(usual_lengths), rules)


def _told(lengths: Mapping[str, CareLength], rules: RuleSet) -> _Told:
    book, figures = rules.talk, talk_figures(lengths, rules)

    def say(entry: Saying) -> str:
        return filled(entry.say, figures)[0]

    talk = Talk(
        agreed=tuple(AgreedPoint(id_, p.name, say(p), p.write, None) for id_, p in book.agreed.items()),
        first_week=tuple(PlainAnswer(id_, a.question, say(a)) for id_, a in book.first_week.items()),
        later=tuple(PlainAnswer(id_, a.question, say(a)) for id_, a in book.later.items()),
        practitioner=tuple(ClinicQuestion(id_, q.ask, q.why) for id_, q in book.practitioner.items()),
    )
    return _Told(talk, tuple(_steps(figures, rules)))


def _steps(figures: Mapping[str, TalkFigure], rules: RuleSet) -> Iterator[Step]:
    """One step for each point, answer and question, with the rules of the figures in it."""
    book = rules.talk
    for part in ("agreed", "first_week", "later"):
        for id_, entry in getattr(book, part).items():
            behind = filled(entry.say, figures)[1]
            if getattr(entry, "known_by", None) == PATCH_TEST:
                behind = (*behind, rules.aftercare.before[PATCH_TEST].days.read())
            because = book.words[f"because_{part}"]
            yield Step(f"talk.{part}.{id_}", None, because, (entry.read(), *behind))
    for id_, question in book.practitioner.items():
        because = book.words["because_practitioner"]
        yield Step(f"talk.practitioner.{id_}", None, because, (question.read(),))
