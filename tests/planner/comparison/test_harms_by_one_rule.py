"""Harms follow one rule for every option: who asked people, then a clinic's own record, then not known.

The rule: docs/decisions/0037-harms-by-one-rule.md
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

import pytest

from smp_planner.domain.comparison import Cell, Risk
from smp_planner.domain.intake import AreaAnswer, Intake, Person, Scar
from smp_planner.exports.all_answers import all_answers
from smp_planner.exports.text import to_text
from smp_planner.planner.comparison.risks import list_risks
from smp_planner.planner.comparison.whom import Whom
from smp_planner.rules.ruleset import RuleSet
from tests.people import adult, plan_of
from tests.planner.comparison.whoms import WHOMS
from tests.records import entries, record_of

MEN, WOMEN = Whom("men", "men"), Whom("women", "women")
OWN_RECORDS = {"garg-2021", "korean-series", "liu-2025"}  # whoever did the work counted it
TOO_FEW = "likely too few"
PEOPLE = {
    "a man": adult(),
    "a woman": adult(person=Person(age=45, sex="female"), area=AreaAnswer(ludwig="II")),
    "sex not said": adult(person=Person()),
    "another loss": adult(goals=("alopecia_cover",)),
    "a scar": adult(goals=("scar_camouflage",), area=AreaAnswer(scars=(Scar(length_cm=20, width_cm=1),))),
}


def of(rules: RuleSet, whom: Whom, option: str) -> dict[str, Risk]:
    """What these people are told of an option's harms, by id."""
    return {risk.id: risk for risk in list_risks(whom, rules)[0] if risk.option == option}


# --- whose count is shown -------------------------------------------------------------------------


@pytest.mark.parametrize("whom", WHOMS, ids=str)
def test_a_count_of_the_clinic_that_did_the_work_is_called_too_few_whatever_the_option(
    rules: RuleSet, whom: Whom
) -> None:
    """Dead skin after surgery had the words; none infected after SMP had not."""
    told = list_risks(whom, rules)[0]
    noted = [risk for risk in told if "clinic" in f"{risk.of_100} {risk.not_known}"]
    assert {risk.option for risk in noted} == {"smp", "fut", "fue"}
    for risk in noted:
        assert TOO_FEW in f"{risk.of_100} {risk.not_known}", (risk.option, risk.id)


@pytest.mark.parametrize("whom", WHOMS, ids=str)
def test_what_rests_on_a_clinic_s_own_record_alone_is_shown_only_where_it_can_t_be_missed(
    rules: RuleSet, whom: Whom
) -> None:
    for risk in list_risks(whom, rules)[0]:
        if risk.per_100 is not None and set(risk.sources) - {"wilson-1927", "nirmal-2013"} <= OWN_RECORDS:
            assert risk.id in ("infection", "necrosis"), risk.id
            assert "The clinic that did the work counted: likely too few." in (risk.of_100 or ""), risk.id


@pytest.mark.parametrize("option", ["fut", "fue"])
@pytest.mark.parametrize(("risk", "asked"), [("folliculitis", 23), ("numbness", 11), ("swelling", 42)])
def test_the_study_that_asked_men_gives_the_count_and_the_record_its_low_end(
    rules: RuleSet, option: str, risk: str, asked: int
) -> None:
    told = of(rules, MEN, option)[risk]
    assert told.per_100 is not None
    assert told.per_100.typical == asked
    assert "The low end is a clinic's own count: likely too few." in (told.of_100 or "")
    assert "65 with FUT and 7 with FUE" in (told.per_100.note or "")


@pytest.mark.parametrize("whom", WHOMS, ids=str)
def test_no_infection_after_smp_is_pictured_since_no_source_counted_any(rules: RuleSet, whom: Whom) -> None:
    """From 43 people without any harm stood: of 100 people, 0 had an infection, and 100 had none."""
    for id_ in ("infection", "scarring", "allergy", "spread"):
        risk = of(rules, whom, "smp")[id_]
        assert risk.per_100 is None
        assert not re.search(r"\b0\b", risk.not_known or "")


# --- one harm, one range --------------------------------------------------------------------------


@pytest.mark.parametrize("whom", [MEN, WOMEN], ids=str)
@pytest.mark.parametrize("option", ["fut", "fue"])
def test_germs_in_hair_roots_and_infected_wounds_are_two_counts(
    rules: RuleSet, option: str, whom: Whom
) -> None:
    """8 of 73 men and 2 of 2,896 wounds were one range, fewer than 1 to 20."""
    infection = of(rules, whom, option)["infection"]
    assert infection.per_100 is not None
    assert (infection.per_100.low, infection.per_100.high) == (Decimal("0.02"), Decimal("0.25"))
    assert (infection.of_100 or "").startswith(
        "Of 100 people, fewer than 1 had an infected wound (0.02 to 0.25)"
    )
    assert "root" not in f"{infection.say} {infection.of_100}"


@pytest.mark.parametrize("option", ["fut", "fue"])
def test_germs_in_hair_roots_stand_with_the_sore_bumps_with_their_own_range(
    rules: RuleSet, option: str
) -> None:
    bumps = of(rules, MEN, option)["folliculitis"]
    assert bumps.also == "Counted apart: about 11 (6 to 20) of 100 men had germs in the hair roots."
    assert (bumps.of_100 or "").startswith(
        "Of 100 men, about 23 had sore bumps (7 to 34), and about 77 had none."
    )


# --- who was counted ------------------------------------------------------------------------------


@pytest.mark.parametrize("option", ["fut", "fue"])
def test_a_woman_reads_what_was_counted_in_people_and_that_the_rest_was_counted_in_men(
    rules: RuleSet, option: str
) -> None:
    told = of(rules, WOMEN, option)
    assert {risk.id for risk in told.values() if risk.per_100} == {"infection", "necrosis"}
    for id_ in ("folliculitis", "numbness", "swelling"):
        words = told[id_].not_known or ""
        assert words.startswith("Not known for women. Of 100 men, by records, phone and e-mail, "), id_
        assert ". A clinic noted " in words, id_
        assert words.endswith(": likely too few."), id_
    assert "about 11 (6 to 20) had germs in the roots" in (told["folliculitis"].not_known or "")


@pytest.mark.parametrize("option", ["fut", "fue"])
def test_a_woman_reads_what_men_had_with_the_range_that_a_man_reads(rules: RuleSet, option: str) -> None:
    """She read 42, and he about 42 (fewer than 1 to 54)."""
    for whom in (WOMEN, Whom("others", "unsaid")):
        told = of(rules, whom, option)["swelling"]
        assert "about 42 (fewer than 1 to 54)" in (told.not_known or "")
        assert told.per_100 is None
    steps = {step.field: step for step in list_risks(WOMEN, rules)[1]}
    rests_on = [reading.id for reading in steps[f"risks.{option}.swelling"].rules]
    assert f"risks.{option}.swelling.per_100" in rests_on


@pytest.mark.parametrize("whom", [MEN, WOMEN], ids=str)
def test_a_count_made_mostly_with_fut_says_so_of_fue_where_it_is_told(rules: RuleSet, whom: Whom) -> None:
    """65 men had FUT and 7 had FUE; that stood behind a tap, and nowhere in the text."""
    told = of(rules, whom, "fue")
    for id_ in ("folliculitis", "numbness", "swelling"):
        said = told[id_].of_100 or told[id_].not_known or ""
        assert "65 men with FUT and 7 with FUE" in said or "mostly with FUT" in said, id_


def test_a_line_that_was_not_noted_as_wide_is_not_called_narrow(rules: RuleSet) -> None:
    assert (of(rules, MEN, "fut")["line_scar"].of_100 or "").endswith("In about 83 none was noted.")


def test_smp_and_surgery_tell_both_sexes_alike_where_both_were_counted_or_neither(rules: RuleSet) -> None:
    for option in ("smp", "fut", "fue"):
        men, women = (of(rules, whom, option)["infection"] for whom in (MEN, WOMEN))
        assert (men.of_100, men.not_known) == (women.of_100, women.not_known), option


# --- tablets: no part is larger than the whole ----------------------------------------------------


def medication(intake: Intake, row: str, rules: RuleSet) -> Cell:
    """The answer for medication."""
    (found,) = [found for found in plan_of(intake, rules).comparison.rows if found.id == row]
    return found.cells["medication"]


def test_any_side_effect_of_tablets_is_not_pictured_as_fewer_than_sexual_problems_alone(
    rules: RuleSet,
) -> None:
    """Beside each other stood 2 of 100 with any side effect, and 4 of 100 with sexual problems."""
    whole, part = (medication(adult(), row, rules) for row in ("side_effects", "sexual_problems"))
    assert part.per_100
    assert (whole.per_100, whole.typical) == (None, None)
    assert whole.not_known == (
        "No study with a dummy group counted it. "
        "Trials that had one found more men with sexual problems alone."
    )


def test_what_was_counted_of_any_side_effect_is_told_with_its_time_and_that_no_dummy_was_there(
    rules: RuleSet,
) -> None:
    assert medication(adult(), "side_effects", rules).say == (
        "Not known. Without a dummy, 2 of 100 men on tablets (one study) within a year, 7 within ten years "
        "(one study); 6 on lotion (one study). Others counted more."
    )


# --- out of 100 in all that a patient reads -------------------------------------------------------

OUT_OF = re.compile(r"\b[\d.,]*\d (?:out )?of (?:some |its |the |these |those |about )?(\d[\d,]*)\b")


def other_denominators(text: str) -> list[str]:
    """Counts out of another number than 100; a score has at most 10 points."""
    found = ((match[0], int(match[1].replace(",", ""))) for match in OUT_OF.finditer(text))
    return [said for said, people in found if people > 10 and people != 100]


@pytest.mark.ipdas("Q7")
@pytest.mark.parametrize("intake", PEOPLE.values(), ids=PEOPLE)
def test_no_words_of_a_finished_plan_count_people_out_of_another_number_than_100(
    rules: RuleSet, intake: Intake
) -> None:
    """2 of 2,896 people, 8 of 73 men and 2 of 135 stood beside counts of 100."""
    plan = plan_of(intake, rules)
    told = [text for _, text in entries(record_of(plan)) if isinstance(text, str)]
    assert len(told) > 1000
    said = [*told, " ".join(to_text(plan).split()), " ".join(all_answers(plan))]
    assert [found for text in said for found in other_denominators(text)] == []


@pytest.mark.parametrize(
    "text",
    ["2 of 135 people", "a clinic noted 2 of 2,896 people", "11 of some 65 men had it", "5 of its 2,896"],
)
def test_the_gate_sees_another_number(text: str) -> None:
    assert other_denominators(text)


def test_the_gate_lets_the_size_of_a_study_and_scores_be() -> None:
    assert not other_denominators("Counted in 73 men. Of 100 men, 23; most of 73 men. It hurts: 0 of 10.")


def test_an_mri_scan_is_told_of_out_of_100_with_how_many_were_asked(rules: RuleSet) -> None:
    (say,) = [known.say for known in plan_of(adult(), rules).suitability.know if known.id.startswith("mri")]
    assert "About 1 of 100 people with cosmetic tattoos (fewer than 1 to 5; 135 were asked)" in say


# --- what is paid first, and who watches ----------------------------------------------------------


def test_what_medication_costs_first_is_a_month_s_supply_in_the_table_the_cell_and_the_why(
    us: RuleSet,
) -> None:
    plan = plan_of(adult(), us)
    assert "both $15 to $55 for a month's supply;" in " ".join(to_text(plan).split())
    assert medication(adult(), "cost_first", us).say == (
        "About $27 for a month of tablets and lotion ($15 to $55)."
    )
    (step,) = [step for step in plan.trace if step.field == "comparison.rows.cost_first.medication"]
    assert step.because.startswith("The price of a month's supply.")


def test_who_watches_over_smp_is_told_for_both_regions(rules: RuleSet) -> None:
    (row,) = [row for row in plan_of(adult(), rules).comparison.rows if row.id == "oversight"]
    assert "United Kingdom" in row.cells["smp"].say
    assert "United States" in row.cells["smp"].say
    assert "warrington-smp" in row.cells["smp"].sources


def all_told(risk: Risk) -> Iterator[str]:
    """Every word and note of one harm."""
    yield from filter(None, (risk.say, risk.of_100, risk.also, risk.not_known, risk.prevent, risk.do))
    yield from filter(None, (risk.per_100 and risk.per_100.note, risk.untreated and risk.untreated.note))


@pytest.mark.ipdas("Q7")
@pytest.mark.parametrize("whom", WHOMS, ids=str)
def test_harms_and_their_notes_count_out_of_100(rules: RuleSet, whom: Whom) -> None:
    for risk in list_risks(whom, rules)[0]:
        for text in all_told(risk):
            assert other_denominators(text) == [], risk.id
