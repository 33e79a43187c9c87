"""Dots of an earlier FUE: told and not counted, as no source counts the work that they take."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from smp_planner.domain.intake import AreaAnswer, Intake, Measured, Scar
from smp_planner.domain.plan import Referral
from smp_planner.planner.answer_checks import check_answers
from smp_planner.planner.comparison.grafts import had_transplant
from smp_planner.planner.coverage.answers import dot_scars_alone, dots_are_the_scar, takes_usual_scar
from smp_planner.planner.pipeline import plan_treatment
from smp_planner.rules.ruleset import RuleSet
from tests.answers.answer_files import told, understood
from tests.people import adult, plan_of

DOTS = AreaAnswer(dot_scars=True)
LINE = Scar(length_cm=20, width_cm=Decimal("0.2"), age_months=30, raised=False, red=False)
ALONE = adult(goals=("scar_camouflage",), area=DOTS)
BESIDE = adult(goals=("shaved_look", "scar_camouflage"), area=AreaAnswer(norwood="VI", dot_scars=True))


def without_dots(intake: Intake) -> Intake:
    return replace(intake, goals=("shaved_look",), area=replace(intake.area, dot_scars=None))


def test_they_change_no_area_no_dot_and_no_price(rules: RuleSet) -> None:
    plan, other = plan_of(BESIDE, rules), plan_of(without_dots(BESIDE), rules)
    assert (plan.area, plan.dots) == (other.area, other.dots)
    assert plan.cost == other.cost
    assert len(plan.sessions.items) == len(other.sessions.items)


def test_surgery_needs_no_more_grafts_for_them_and_knows_that_some_are_used(rules: RuleSet) -> None:
    def needed(intake: Intake) -> list[str]:
        [row] = [row for row in plan_of(intake, rules).comparison.rows if row.id == "grafts_needed"]
        return [row.cells[option].say for option in ("fut", "fue")]

    assert needed(BESIDE) == needed(without_dots(BESIDE))
    assert had_transplant(BESIDE)
    assert not had_transplant(without_dots(BESIDE))


def test_the_plan_and_the_talk_say_that_they_are_left_out(rules: RuleSet) -> None:
    plan = plan_of(BESIDE, rules)
    [known] = [one for one in plan.suitability.know if one.id == "dot_scars"]
    assert "not in this plan" in known.say
    [point] = [one for one in plan.talk.agreed if one.id == "dot_scars"]
    assert point.write == "How many dots and visits they take, and what that costs"
    other = plan_of(without_dots(BESIDE), rules)
    assert "dot_scars" not in {one.id for one in (*other.suitability.know, *other.talk.agreed)}
    assert "talk.agreed.dot_scars" not in {step.field for step in other.trace}


def test_where_they_are_all_there_is_no_plan_is_made_and_smp_is_no_less_open(rules: RuleSet) -> None:
    referral = plan_treatment(ALONE, rules)
    assert isinstance(referral, Referral)
    assert [stop.id for stop in referral.suitability.stop] == ["dot_scars_alone"]
    assert referral.say.startswith("We can't plan this")
    smp = next(option for option in referral.comparison.options if option.id == "smp")
    assert smp.open_to_you == "ask"
    assert smp.why == "We can't count the work on your dots. Ask a clinic to look at them."
    assert referral.decision.reason is not None
    assert [asked.id for asked in referral.decision.reason.questions] == ["dot_scars_alone"]


def test_another_scar_beside_them_is_planned_as_ever(rules: RuleSet) -> None:
    both = replace(ALONE, area=replace(DOTS, scars=(LINE,)))
    assert plan_of(both, rules).area == plan_of(replace(both, area=AreaAnswer(scars=(LINE,))), rules).area
    assert not dots_are_the_scar(both)


@pytest.mark.parametrize(
    ("goals", "area", "alone"),
    [
        (("scar_camouflage",), DOTS, True),
        (("scar_camouflage",), replace(DOTS, norwood="I"), True),
        (("shaved_look",), replace(DOTS, norwood="I"), True),
        (("scar_camouflage",), replace(DOTS, scars=(LINE,)), False),
        (("scar_camouflage",), replace(DOTS, measured=Measured(cm2=40)), False),
        (("shaved_look", "scar_camouflage"), DOTS, False),
        (("scar_camouflage",), AreaAnswer(), False),
    ],
)
def test_they_are_alone_where_no_bare_area_and_no_other_scar_is_named(
    rules: RuleSet, goals: tuple[str, ...], area: AreaAnswer, alone: bool
) -> None:
    intake = adult(goals=goals, area=area)
    assert dot_scars_alone(intake, rules) is alone
    assert not (alone and takes_usual_scar(intake))


def test_who_tells_them_is_not_planned_a_scar_of_the_usual_size() -> None:
    assert not takes_usual_scar(BESIDE)
    assert takes_usual_scar(replace(BESIDE, area=replace(BESIDE.area, dot_scars=None)))


def test_a_file_tells_them_and_a_no_alone_is_no_area() -> None:
    file = "goals: [scar_camouflage]\narea: {{dot_scars: {said}}}\ncalendar: {{start: 2027-01-11}}\n"
    intake = understood(file.format(said="true"))
    assert intake
    assert intake.area == DOTS
    assert told(file.format(said="false")) == ["area I301"]


def test_too_wide_a_scar_leads_to_them(rules: RuleSet) -> None:
    wide, narrow = (
        adult(area=AreaAnswer(scars=(replace(LINE, width_cm=cm),))) for cm in (6, Decimal("0.01"))
    )
    [problem] = check_answers(wide, rules)
    assert problem.key == "area.scars.0.width_cm"
    assert "Many small dots from an earlier FUE are no scar of this kind: tick" in problem.message
    [problem] = check_answers(narrow, rules)
    assert "FUE" not in problem.message
