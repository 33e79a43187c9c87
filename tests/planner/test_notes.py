"""What a plan says about itself: where most clinics differ, and the documents it rests on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from smp_planner.domain.intake import AreaAnswer
from smp_planner.domain.plan import Referral, TreatmentPlan
from smp_planner.domain.quantities import Estimate
from smp_planner.domain.words import span
from smp_planner.planner.notes import differing_notes, sources_used
from smp_planner.planner.pipeline import plan_treatment
from smp_planner.rules.ruleset import RuleSet
from tests.people import adult

FIVE = Estimate(4, 4, 5, "visits")


@pytest.fixture(scope="module")
def plan(rules: RuleSet) -> TreatmentPlan:
    made = plan_treatment(adult(), rules)
    assert isinstance(made, TreatmentPlan)
    return made


def ids(plan: TreatmentPlan | Referral, rules: RuleSet) -> list[str]:
    return [source.id for source in sources_used(plan, rules)]


def test_each_main_rule_that_most_clinics_see_otherwise_has_one_sentence(rules: RuleSet) -> None:
    notes = differing_notes(FIVE, rules)
    assert notes == (
        "Most clinics publish 2 to 4 visits, this plan 4 to 5.",
        "Most clinics ask for 3 to 30 days out of the sun. "
        "This plan keeps to 28 to 42 days after each visit.",
        "Most clinics allow full exercise from day 5 to 7. This plan keeps to 7 to 14 days after each visit.",
        "Many clinics refresh only after 2 to 5 years. This plan has a check within 1 to 2 years.",
    )
    assert all(note and note.endswith(".") for note in notes)


def test_a_rule_from_which_nobody_differs_has_no_sentence(rules: RuleSet) -> None:
    count = rules.sessions.count.model_copy(update={"differs": None})
    same = replace(rules, sessions=rules.sessions.model_copy(update={"count": count}))
    assert differing_notes(FIVE, same) == differing_notes(FIVE, rules)[1:]


def test_the_sentence_on_visits_tells_those_of_the_plan_in_view(plan: TreatmentPlan, rules: RuleSet) -> None:
    more = plan_treatment(adult(area=AreaAnswer(norwood="VI")), rules)
    assert isinstance(more, TreatmentPlan)
    assert [span(one.sessions.count) for one in (plan, more)] == ["3 to 4 visits", "4 to 5 visits"]
    assert not any("Most clinics publish" in note for note in plan.notes)  # it is within what they do
    assert more.notes[0] == "Most clinics publish 2 to 4 visits, this plan 4 to 5."


def test_documents_stand_in_the_order_of_the_list_each_once(plan: TreatmentPlan, rules: RuleSet) -> None:
    found = ids(plan, rules)
    assert found == [id_ for id_ in rules.sources if id_ in found]
    assert plan.sources == sources_used(plan, rules)


def test_a_document_that_nothing_cites_is_left_out(plan: TreatmentPlan, rules: RuleSet) -> None:
    bare = replace(plan, trace=())
    assert set(ids(bare, rules)) < set(ids(plan, rules))
    assert set(ids(plan, rules)) < set(rules.sources)


def only(plan: TreatmentPlan, **changes: object) -> TreatmentPlan:
    """The plan with no citation at all but those that are given."""
    care, findings = plan.aftercare, plan.suitability
    nothing = {
        "trace": (),
        "risks": (),
        "harms": (),
        "method": replace(plan.method, sources=()),
        "shade": replace(plan.shade, sources=()),
        "aftercare": replace(care, call_if=()),
        "suitability": replace(findings, stop=(), wait=(), ask_doctor=(), know=()),
        "comparison": replace(plan.comparison, branches=(), combinations=(), rows=()),
    }
    return replace(plan, **(nothing | changes))  # pyright: ignore[reportArgumentType]


def test_a_plan_without_citations_rests_on_nothing(plan: TreatmentPlan, rules: RuleSet) -> None:
    assert ids(only(plan), rules) == []


@pytest.mark.parametrize("part", ["method", "shade"])
def test_the_tool_and_the_shade_are_cited(plan: TreatmentPlan, rules: RuleSet, part: str) -> None:
    choice = getattr(plan, part)
    assert set(ids(only(plan, **{part: choice}), rules)) == set(choice.sources)


@pytest.mark.parametrize("level", ["stop", "wait", "ask_doctor", "know"])
def test_findings_of_every_level_are_cited(plan: TreatmentPlan, rules: RuleSet, level: str) -> None:
    finding = plan.suitability.know[0]
    bare = replace(plan.suitability, know=())
    listed = only(plan, suitability=replace(bare, **{level: (finding,)}))
    assert set(ids(listed, rules)) == set(finding.sources)


def test_warning_signs_risks_and_combinations_are_cited(plan: TreatmentPlan, rules: RuleSet) -> None:
    sign, risk, pair = plan.aftercare.call_if[0], plan.risks[0], plan.comparison.combinations[0]
    harm = next(harm for harm in plan.harms if len(harm.none) == 1)
    way, bare = plan.comparison.branches[0], replace(plan.comparison, rows=(), branches=(), combinations=())
    for part, cited in (
        ({"aftercare": replace(plan.aftercare, call_if=(sign,))}, sign),
        ({"risks": (risk,)}, risk),
        ({"harms": (harm,)}, harm.none[0]),
        ({"comparison": replace(bare, branches=(way,))}, way),
        ({"comparison": replace(bare, combinations=(pair,))}, pair),
    ):
        assert set(ids(only(plan, **part), rules)) == set(cited.sources)


def test_steps_are_cited_by_their_rules(plan: TreatmentPlan, rules: RuleSet) -> None:
    step = next(step for step in plan.trace if step.rules)
    cited = {id_ for reading in step.rules for id_ in reading.sources}
    assert set(ids(only(plan, trace=(step,)), rules)) == cited


def test_a_referral_cites_its_reasons(rules: RuleSet) -> None:
    referral = plan_treatment(adult(health=("keloid",)), rules)
    assert isinstance(referral, Referral)
    assert referral.suitability.stop[0].sources
    assert set(referral.suitability.stop[0].sources) <= set(ids(replace(referral, trace=()), rules))
