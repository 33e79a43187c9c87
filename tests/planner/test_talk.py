"""What clinic and person talk over: the words of the rules, with the figures that the plan has."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from smp_planner.domain.intake import OPTIONS, AreaAnswer, Habits, Hair, Scar
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.domain.talk import Talk
from smp_planner.exports.steps import Steps
from smp_planner.planner.aftercare.lengths import usual_lengths
from smp_planner.planner.coverage.assess import assess_coverage
from smp_planner.planner.talk import Known, build_talk
from smp_planner.planner.talk_figures import talk_figures
from smp_planner.rules.load import load_rules
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.shapes.clinic import ClinicFile
from smp_planner.rules.talk_checks import FIGURES
from tests.edited_rules import edited_rules
from tests.people import ADULT, adult, plan_of
from tests.reading_grade import reading_grade

SENTENCES = ("agreed", "first_week", "later")


def planned(rules: RuleSet, **changes: object) -> TreatmentPlan:
    return plan_of(adult(**changes), rules)


def said(talk: Talk, part: str, id_: str) -> str:
    return next(one.say for one in getattr(talk, part) if one.id == id_)


def sentences(talk: Talk) -> list[str]:
    """Everything that a person reads of the talk."""
    return [
        *(words for point in talk.agreed for words in (point.say, point.known) if words),
        *(f"{answer.question}. {answer.say}" for answer in (*talk.first_week, *talk.later)),
        *(f"{question.ask} {question.why}" for own in talk.choosing for question in own.questions),
        *(words for own in talk.put_right for words in (own.say, own.takes, own.not_known)),
    ]


def test_every_figure_that_a_sentence_may_ask_for_is_there(rules: RuleSet) -> None:
    assert sorted(talk_figures(rules.kept(usual_lengths), rules)) == sorted(FIGURES)


def test_the_talk_holds_every_point_of_the_rules_in_their_order(rules: RuleSet) -> None:
    talk, book = planned(rules, area=AreaAnswer(norwood="V", dot_scars=True)).talk, rules.talk
    for part in SENTENCES:
        assert [one.id for one in getattr(talk, part)] == list(getattr(book, part))
    assert [own.option for own in talk.choosing] == [own.option for own in talk.put_right] == list(OPTIONS)
    for own in talk.choosing:
        assert [one.id for one in own.questions] == list(book.choosing[own.option].questions)


def test_no_brace_is_left_in_a_sentence(rules: RuleSet) -> None:
    assert not any("{" in words or "}" in words for words in sentences(planned(rules).talk))


@pytest.mark.parametrize("health", [(), ("blood_thinner",)])
def test_everything_is_said_in_plain_words(rules: RuleSet, health: tuple[str, ...]) -> None:
    texts = sentences(planned(rules, health=health, medication_now=("minoxidil",)).talk)
    assert [text for text in texts if reading_grade(text) > 8] == []


@pytest.mark.parametrize(
    ("file", "old", "new", "part", "id_", "says"),
    [
        ("aftercare.yaml", "Days of redness, value: 3, range: [2, 5]",
         "Days of redness, value: 4, range: [3, 5]", "first_week", "looks", "for 3 to 5 days, mostly 4"),
        ("aftercare.yaml", "Days without tight hats, value: 3, range: [3, 3], limits: [3, 3]",
         "Days without tight hats, value: 5, range: [5, 5], limits: [3, 5]",
         "agreed", "headgear", "Before day 6"),
        ("talk.yaml", "value: 2, range: [1, 4]", "value: 3, range: [2, 4]",
         "agreed", "upkeep", "3 days (2 to 4)"),
        ("comparison/time.yaml", "leans: neither, value: 0, range: [0, 5]",
         "leans: neither, value: 1, range: [0, 6]",
         "first_week", "work", "up to 6 days after each visit"),
    ],
)  # fmt: skip
def test_a_figure_that_is_moved_in_its_own_file_is_moved_in_the_talk(
    tmp_path: Path, file: str, old: str, new: str, part: str, id_: str, says: str
) -> None:
    assert says in said(planned(edited_rules(tmp_path, file, old, new)).talk, part, id_)


def test_what_lengthens_a_rule_for_this_person_lengthens_it_in_the_talk(rules: RuleSet) -> None:
    sweats = replace(ADULT.habits, heavy_sweat=True)
    assert "work waits 10 days" in said(planned(rules).talk, "first_week", "work")
    assert "work waits 12 days" in said(planned(rules, habits=sweats).talk, "first_week", "work")


def test_every_point_has_a_step_with_the_rules_of_its_figures(rules: RuleSet) -> None:
    plan = planned(rules)
    steps = Steps.of(plan.trace)
    for part in SENTENCES:
        for one in getattr(plan.talk, part):
            assert steps.at(f"talk.{part}.{one.id}").rules, (part, one.id)
    for own in plan.talk.choosing:
        for one in own.questions:
            assert steps.at(f"talk.choosing.{own.option}.{one.id}").rules, (own.option, one.id)
    laser = [rule.id for rule in steps.at("talk.put_right.smp").rules]
    assert laser == ["talk.smp.put_right", "prices.removal_sessions"]
    behind = [rule.id for rule in steps.at("talk.first_week.work").rules]
    assert behind == [
        "talk.first_week.work",
        "comparison.time.days_off_work.cells.smp",
        "aftercare.instructions.heavy_exercise.to_day",
        "aftercare.instructions.direct_sun.to_day",
    ]
    patch_test = [rule.id for rule in steps.at("talk.agreed.patch_test").rules]
    assert patch_test[-1] == "aftercare.before.patch_test.days"


@pytest.mark.parametrize(
    ("answers", "point", "known"),
    [
        ({"medication_now": None}, "medication_now", None),
        ({"medication_now": ("unnamed",)}, "medication_now", "Yes, not said which."),
        ({"medication_now": ()}, "medication_now", "You take no medicine for hair loss now."),
        ({"medication_now": ("minoxidil", "other")}, "medication_now",
         "For your hair you take: lotion and another medicine for hair."),
        ({"loss_moving_on": None}, "loss_moving_on", None),
        ({"loss_moving_on": "yes"}, "loss_moving_on", "Your loss is moving on."),
        ({"loss_moving_on": "no"}, "loss_moving_on", "Your loss has stayed the same."),
        ({"habits": replace(ADULT.habits, headgear=None)}, "headgear", None),
        ({"habits": replace(ADULT.habits, headgear=True)}, "headgear",
         "You wear something on your head on most days."),
        ({}, "headgear", "You wear nothing on your head on most days."),
        ({}, "hairline", None),
    ],
    ids=str,
)  # fmt: skip
def test_what_the_answers_tell_is_known(
    rules: RuleSet, answers: dict[str, Any], point: str, known: str | None
) -> None:
    agreed = {one.id: one for one in planned(rules, **answers).talk.agreed}
    assert agreed[point].known == known


@pytest.mark.parametrize("closed", [{}, {"days": ["sun", "mon"]}, {"yearly": ["01-04"]}], ids=str)
def test_a_patch_test_is_on_or_before_the_same_day_here_as_everywhere(
    rules: RuleSet, closed: dict[str, Any]
) -> None:
    here = replace(rules, clinic=ClinicFile.model_validate({"name": "C", "closed": closed}))
    week = next(
        task for task in plan_of(ADULT, rules).aftercare.before if task.rule == "patch_test"
    )._replace(from_=date(2027, 1, 4))
    area, _ = assess_coverage(ADULT, here)
    for provisional, ending in ((False, ""), (True, " To be confirmed: a doctor has to answer first.")):
        known = Known(area, date(2027, 1, 11), (week,), rules.kept(usual_lengths), provisional=provisional)
        point = {one.id: one for one in build_talk(ADULT, known, here)[0].agreed}["patch_test"]
        assert point.known == f"On or before 9 January 2027. Your first visit is on 11 January 2027.{ending}"


def test_where_no_day_is_left_before_the_first_visit_no_day_is_named(rules: RuleSet) -> None:
    area, _ = assess_coverage(ADULT, rules)
    bare = Known(area, date(2027, 1, 11), (), rules.kept(usual_lengths), provisional=False)
    talk, _ = build_talk(ADULT, bare, rules)
    assert {one.id: one.known for one in talk.agreed}["patch_test"] is None


# --- who does it, and poor work put right: every option alike --------------------------------


def test_every_option_has_its_list_alike_in_number_length_and_what_is_asked(rules: RuleSet) -> None:
    lists = {own.option: own.questions for own in planned(rules).talk.choosing}
    counts = [len(questions) for questions in lists.values()]
    assert max(counts) - min(counts) <= 1
    for questions in lists.values():
        assert {"licence", "who", "correction", "price", "time"} <= {question.id for question in questions}
    lengths = [sum(len(f"{q.ask} {q.why}".split()) for q in questions) for questions in lists.values()]
    assert max(lengths) <= 1.5 * min(lengths)


def test_no_question_is_asked_twice_of_one_option(rules: RuleSet) -> None:
    plan = planned(rules)
    deciding = {own.option: own.questions for own in plan.decision.ask}
    for own in plan.talk.choosing:
        asked = [question.ask for question in (*own.questions, *deciding[own.option])]
        assert len(set(asked)) == len(asked)


def test_putting_right_is_told_of_every_option_alike_and_names_what_is_not_known(rules: RuleSet) -> None:
    told = planned(rules).talk.put_right
    lengths = [len(f"{own.say} {own.takes} {own.not_known}".split()) for own in told]
    assert max(lengths) <= 1.5 * min(lengths)
    for own in told:
        assert own.strength, own.option
        assert all(len(words.split()) <= 30 for words in (own.say, own.takes, own.not_known)), own.option


def test_putting_smp_right_holds_the_laser_visits_of_the_prices(rules: RuleSet) -> None:
    smp = next(own for own in planned(rules).talk.put_right if own.option == "smp")
    assert smp.takes.startswith("About 2 laser visits (1 to 3) for SMP pigment")


# --- hair that can't turn grey any more, and where the person is ------------------------------------


@pytest.mark.parametrize(
    ("colour", "greys"), [("white", False), ("grey", False), ("black", True), ("red", True), (None, True)]
)
def test_who_is_grey_by_now_is_told_nothing_of_turning_grey(
    rules: RuleSet, colour: str | None, greys: bool
) -> None:
    """It stood in the talk for everybody, while "Good to know" left it out for grey hair."""
    plan = planned(rules, hair=Hair(colour=colour, wears="shaved"))
    assert ("greys" in {answer.id for answer in plan.talk.later}) is greys
    assert ("turn grey" in said(plan.talk, "agreed", "later")) is greys
    assert ("talk.later.greys" in {step.field for step in plan.trace}) is greys
    assert ("greying" in {finding.id for finding in plan.suitability.know}) is greys


def test_of_scars_alone_grey_hair_is_told_of_pigment_that_fades(rules: RuleSet) -> None:
    scar = AreaAnswer(scars=(Scar(length_cm=10, width_cm=1),))
    plan = planned(rules, goals=("scar_camouflage",), area=scar, hair=Hair(colour="grey"))
    assert said(plan.talk, "agreed", "later").startswith("Pigment in a scar can fade sooner.")


@pytest.mark.parametrize(
    ("region", "licence", "pigment"),
    [
        ("UK", "Some councils in England keep a register", "If your skin reacts"),
        ("US", "Rules differ from place to place.", "In the US no pigment is approved"),
    ],
)
def test_what_hangs_on_a_question_to_a_clinic_fits_the_region(
    region: str, licence: str, pigment: str
) -> None:
    talk = plan_of(ADULT, load_rules(region=region)).talk
    asked = {q.id: q for own in talk.choosing if own.option == "smp" for q in own.questions}
    assert asked["licence"].why.startswith(licence)
    assert asked["pigment"].why.startswith(pigment)


def test_who_wears_a_helmet_reads_at_work_that_it_waits(rules: RuleSet) -> None:
    """ "You can work the next day: 0 days off" was told to a man whose helmet waits until day 4."""
    plan = planned(rules, habits=Habits(headgear=True))
    work = said(plan.talk, "first_week", "work")
    assert work.startswith("If you need a tight hat or helmet at work, wait until day 4 after each visit.")
    step = Steps.of(plan.trace).at("talk.first_week.work")
    assert "aftercare.instructions.tight_hats.to_day" in [reading.id for reading in step.rules]
    bare = said(planned(rules).talk, "first_week", "work")
    assert bare.startswith("You can work the next day")
    assert "helmet" not in bare
