"""The comparison is fair: same questions, same weight, same plain words for each option."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator

import pytest

from smp_planner.domain.intake import OPTIONS
from smp_planner.domain.plan_figures import (
    AS_BARE,
    AS_CROWN,
    AS_DENSE,
    AS_FULL,
    AS_OF_DONOR,
    AS_PLACED,
    AT_CROWN,
    DONOR,
    GROWING,
    LOOKS_FULL,
    ON_BARE_SKIN,
    PER_CM2,
    PLACED,
    SURGERY,
)
from smp_planner.domain.quantities import rounded
from smp_planner.rules.comparison_checks import OF_PLAN
from smp_planner.rules.figures import source_id
from smp_planner.rules.load import load_rules
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.shapes.comparison import (
    FEWER,
    GAP,
    OTHERS,
    PEOPLE,
    RANGE_OF,
    SURGERY_CELL,
    UNTREATED,
    Answer,
    CellRule,
    ComparisonRules,
    RowRule,
)
from smp_planner.rules.shapes.rule_file import APART
from tests.banned_words import unwanted
from tests.reading_grade import reading_grade, words

GRADES = ("very_low", "low", "moderate", "high")
FROM_PLAN = {
    *(f"{cost}.{option}" for cost in ("cost_first", "cost_1y", "cost_5y", "cost_10y", "cost_per_cm2")
      for option in ("medication", "smp", "fut", "fue")),
    *(f"hair_10y.{option}" for option in OPTIONS),
    *(f"{what}.{option}" for what in ("density", "look", "grafts_needed", "first_operation", "survival",
                                      "grafts_growing", "donor", "donor_left", "operations", "cover_share",
                                      "not_covered")
      for option in ("fut", "fue")),
    "way_back.smp", "way_back_cost.smp",
    *(f"{what}.smp" for what in ("visits", "chair_hours", "days_without_sun", "days_without_exercise",
                                 "days_without_swimming", "full_result", "touch_ups_10y", "density")),
}  # fmt: skip
OF_SURGERY = (
    *((PER_CM2, AS_DENSE), (LOOKS_FULL, AS_FULL), (AT_CROWN, AS_CROWN), (ON_BARE_SKIN, AS_BARE)),
    *((PLACED, AS_PLACED), (GROWING, AS_PLACED), (DONOR, AS_OF_DONOR)),
)


def by_id(comparison: ComparisonRules) -> dict[str, RowRule]:
    """The questions by their id, in order."""
    return {id_: row for _, id_, row in comparison.questions()}


# --- the gates: functions over the rules ---------------------------------------------------


def gaps(comparison: ComparisonRules) -> list[str]:
    """Rows that lack an option, or have a cell without words."""
    return [
        f"{id_}.{option}"
        for id_, row in by_id(comparison).items()
        for option in OPTIONS
        if not answers(row, option) or not row.cell(option).say.strip()
    ]


def answers(row: RowRule, option: str) -> bool:
    """Whether a row answers for an option, alone or for both kinds of surgery."""
    return option in row.cells or (option in SURGERY and SURGERY_CELL in row.cells)


def filled(cell: Answer) -> str:
    """A cell's words with the cell's own numbers, or a number of four digits where the plan has its own."""
    low, typical, high = 1234, 1234, 1234
    if cell.value is not None and cell.range is not None:
        low, typical, high = cell.range[0], cell.value, cell.range[1]
    beside: dict[str, object] = {"fewer": -typical, "others": 100 - typical, "untreated": 12, "gap": 34}
    for name in (UNTREATED, *cell.beside):
        found = cell.beside.get(name)
        beside |= {name: 56, RANGE_OF.format(name): spread(34, 56, one_study=bool(found and found.one_study))}
    for name, figures in OF_SURGERY:
        if cell.from_plan in figures:
            beside |= {name: 56, RANGE_OF.format(name): spread(34, 56, one_study=False)}
    said = spread(low, high, one_study=cell.one_study)
    return cell.say.format(low=low, typical=typical, high=high, range=said, **beside)


def spread(low: object, high: object, *, one_study: bool) -> str:
    """A range as it is told."""
    return " (one study)" if one_study else f" ({low} to {high})"


def with_cells(comparison: ComparisonRules, id_: str, cells: dict[str, CellRule]) -> ComparisonRules:
    """The same rules with other answers to one question."""
    group = next(group for group, other, _ in comparison.questions() if other == id_)
    row = comparison.rows[group][id_].model_copy(update={"cells": cells})
    return comparison.model_copy(
        update={"rows": {**comparison.rows, group: {**comparison.rows[group], id_: row}}}
    )


@pytest.fixture(scope="module", params=[None, "US"])
def comparison(request: pytest.FixtureRequest) -> ComparisonRules:
    """The packaged comparison, in the words that name no medicine and in those that do."""
    return load_rules(region=request.param).comparison


def cells(comparison: ComparisonRules) -> Iterator[tuple[str, Answer]]:
    """Every answer with the name row.option; what some are told apart as row.option.for_women."""
    for id_, row in by_id(comparison).items():
        for option in OPTIONS:
            cell = row.cell(option)
            yield f"{id_}.{option}", cell
            for name in APART:
                answer = getattr(cell, name)
                if answer is not None:
                    yield f"{id_}.{option}.{name}", answer


# --- complete ------------------------------------------------------------------------------


@pytest.mark.ipdas("1.1.3")
def test_every_question_is_answered_for_every_option(comparison: ComparisonRules) -> None:
    assert gaps(comparison) == []


def test_the_gate_sees_a_missing_cell(comparison: ComparisonRules) -> None:
    row = by_id(comparison)["scar"]
    short = {option: cell for option, cell in row.cells.items() if option != "smp"}
    assert gaps(with_cells(comparison, "scar", short)) == ["scar.smp"]


# --- balanced ------------------------------------------------------------------------------


def test_an_answer_in_the_same_words_leans_the_same_way(comparison: ComparisonRules) -> None:
    for id_, row in by_id(comparison).items():
        leans: dict[str, set[str]] = {}
        for cell in row.cells.values():
            leans.setdefault(filled(cell), set()).add(cell.leans)
        assert all(len(ways) == 1 for ways in leans.values()), id_


def test_no_cell_is_longer_than_thirty_words(comparison: ComparisonRules) -> None:
    assert [name for name, cell in cells(comparison) if len(filled(cell).split()) > 30] == []


# --- plain words ---------------------------------------------------------------------------


def test_the_questions_read_at_grade_8_or_lower(comparison: ComparisonRules) -> None:
    assert reading_grade(" ".join(row.question for row in by_id(comparison).values())) <= 8
    assert reading_grade(" ".join(comparison.groups.values())) <= 8


def test_the_notes_and_gaps_in_knowledge_read_at_grade_8_or_lower(comparison: ComparisonRules) -> None:
    assert reading_grade(" ".join(cell.note for _, cell in cells(comparison) if cell.note)) <= 8
    assert reading_grade(" ".join(cell.not_known for _, cell in cells(comparison) if cell.not_known)) <= 8


def test_no_text_praises_or_promises(comparison: ComparisonRules) -> None:
    texts = [filled(cell) for _, cell in cells(comparison)]
    texts += [text for _, cell in cells(comparison) for text in (cell.note, cell.not_known) if text]
    texts += [row.question for row in by_id(comparison).values()] + list(comparison.groups.values())
    assert [text for text in texts if unwanted(text)] == []


def test_questions_end_with_a_question_mark_and_answers_with_a_full_stop(comparison: ComparisonRules) -> None:
    assert [row.question for row in by_id(comparison).values() if not row.question.endswith("?")] == []
    assert [name for name, cell in cells(comparison) if not cell.say.endswith(".")] == []


def test_no_answer_tells_a_bare_amount(comparison: ComparisonRules) -> None:
    """Many, few and most are for each reader to guess: a count stands there, or no amount."""
    bare = re.compile(r"\b(?<!how )(few|many|most) (people|men|women|had|stayed)\b", re.IGNORECASE)
    assert [name for name, cell in cells(comparison) if bare.search(cell.say)] == []


def test_who_may_not_have_medicine_names_pregnancy_the_scalp_and_sudden_loss(
    comparison: ComparisonRules,
) -> None:
    rule = by_id(comparison)["who_may_not"].cell("medication")
    assert rule.for_men
    assert rule.for_women
    for answer in (rule, rule.for_men, rule.for_women):
        assert re.search("red, infected or sunburnt scalp", answer.say)
        assert re.search("sudden.* patchy.* loss", answer.say)
        assert "under eighteen" in answer.say
    for answer in (rule, rule.for_women):
        assert re.search("pregnant(,| or) breast-feeding", answer.say)


def test_whom_an_option_suits_names_stage_and_cause(comparison: ComparisonRules) -> None:
    row = by_id(comparison)["suits"]
    assert "Norwood III to VI" in row.cell("fut").say
    assert "Norwood II to V." in row.cell("fue").say
    assert row.cell("medication").say.startswith("Pattern hair loss.")


def test_no_question_needs_the_one_before_it(comparison: ComparisonRules) -> None:
    """On a phone a question stands alone."""
    assert [row.question for row in by_id(comparison).values() if re.search(r"\bthese\b", row.question)] == []


# --- figures -------------------------------------------------------------------------------


@pytest.mark.ipdas("Q19")
def test_no_answer_is_graded_above_the_documents_it_cites(rules: RuleSet) -> None:
    for name, cell in cells(rules.comparison):
        graded = max(GRADES.index(rules.sources[source_id(cited)].grade) for cited in cell.sources)
        assert GRADES.index(cell.strength) <= graded, name


def test_words_with_places_for_numbers_have_a_figure_to_fill_them(comparison: ComparisonRules) -> None:
    for name, cell in cells(comparison):
        places = {field for _, field, _, _ in string.Formatter().parse(cell.say) if field}
        beside = {name for one in (UNTREATED, *cell.beside) for name in (one, RANGE_OF.format(one))}
        for one, figures in OF_SURGERY:
            if cell.from_plan in figures:
                beside |= {one, RANGE_OF.format(one)}
        assert places <= {*OF_PLAN, FEWER, OTHERS, GAP, *beside}, name
        assert not places or cell.value is not None or cell.from_plan is not None or cell.beside, name


def test_a_number_in_the_words_has_a_figure_with_a_range_behind_it(comparison: ComparisonRules) -> None:
    for name, cell in cells(comparison):
        if re.search(r"\b\d", cell.say):
            assert cell.value is not None or cell.from_plan is not None or cell.not_known is not None, name


LOOSE = re.compile(
    r"\d\.\d|[Aa]bout \d|\b\d+ (?:more|fewer|of 100|per cent|points|no further|moderately|much)\b"
    r"|\b\d+ with(?:out)?\b"
    r"|\bOf 100 [^{}]*\b\d"
)


def test_a_figure_in_a_note_or_in_what_is_not_known_stands_with_its_range_too(
    comparison: ComparisonRules,
) -> None:
    """Shares of people and hair counts stood in notes, where no range is told; how many were asked may."""
    for name, cell in cells(comparison):
        for told in (cell.note, cell.not_known, cell.say if cell.not_known else None):
            assert not LOOSE.search(re.sub(r"{\w+}", "", told or "")), f"{name}: {told}"


@pytest.mark.parametrize(
    "told",
    ["About 48 of 100 had more hair.", "3.4 and 5 on average", "Of 100 surgeons, 33 say", "26.3 per cent"],
)
def test_the_gate_sees_a_loose_figure(told: str) -> None:
    assert LOOSE.search(told)
    assert not LOOSE.search("Judged from photos of 279 men, after 48 weeks, or 3 to 6 months.")


@pytest.mark.ipdas("2.2.4")
def test_not_known_is_said_in_words_and_stands_without_a_figure(comparison: ComparisonRules) -> None:
    for name, cell in cells(comparison):
        if cell.not_known is not None:
            assert cell.value is None, name
            assert cell.from_plan is None, name
            assert "not known" in cell.say.lower(), name


def test_figures_come_from_the_rules_or_from_the_plan_but_not_from_both(comparison: ComparisonRules) -> None:
    asked = {f"{cell.from_plan}.{name.split('.')[1]}" for name, cell in cells(comparison) if cell.from_plan}
    assert asked == FROM_PLAN
    assert [name for name, cell in cells(comparison) if cell.from_plan and cell.value is not None] == []


@pytest.mark.ipdas("2.2.4")
def test_every_figure_has_a_range_a_basis_and_limits_of_its_own_or_its_row(rules: RuleSet) -> None:
    counted = [(name, cell) for name, cell in cells(rules.comparison) if cell.value is not None]
    assert len(counted) > 80
    for name, cell in counted:
        reading = cell.read()
        assert reading.basis, name
        assert reading.limits[0] <= reading.low <= reading.number <= reading.high <= reading.limits[1], name
        assert reading.label == by_id(rules.comparison)[name.split(".")[0]].question.rstrip("?"), name
    for name, cell in cells(rules.comparison):
        if cell.value is None:
            assert (cell.read().label, cell.read().limits) == (None, ()), name


def test_a_zero_by_our_judgement_is_called_derived(comparison: ComparisonRules) -> None:
    for name, cell in cells(comparison):
        if cell.value is not None and cell.sources == ["our-judgement"]:
            assert cell.basis == "derived", name


def test_words_follow_their_figure_wherever_it_can_be_moved(rules: RuleSet) -> None:
    """Whoever moves a value, in the rules or in a clinic's file, finds it in the words."""
    for name, cell in cells(rules.comparison):
        if cell.value is not None and len(set(cell.read().limits)) > 1:
            assert "{typical}" in cell.say or "{fewer}" in cell.say, name
            told = set(re.findall(r"[\d.]*\d", re.sub(r"{.*?}|cm2", "", cell.say))) - {"100", "10"}
            assert str(rounded(cell.value)) not in told, name


def test_a_wide_range_says_why(comparison: ComparisonRules) -> None:
    for name, cell in cells(comparison):
        if cell.range is not None and cell.range[0] >= 0 and cell.range[1] > cell.range[0] * 7 / 2:
            assert cell.note, name


def test_a_zero_rests_on_our_judgement(comparison: ComparisonRules) -> None:
    for name, cell in cells(comparison):
        if cell.value == 0:
            assert "our-judgement" in {source_id(cited) for cited in cell.sources}, name


@pytest.mark.ipdas("Q5")
def test_every_chance_is_told_as_a_count_of_100_people(comparison: ComparisonRules) -> None:
    counts = [
        (name, cell)
        for name, cell in cells(comparison)
        if cell.value is not None and by_id(comparison)[name.split(".")[0]].unit == PEOPLE
    ]
    assert sorted(name for name, _ in counts) == [
        "facial_hair.medication",
        "improved.medication.for_women",
        "improved.nothing.for_women",
        "kept_result.medication",
        "kept_result.nothing",
        "sexual_problems.medication",
        "sexual_problems.nothing",
    ]
    for name, cell in counts:
        assert "{typical} of 100" in cell.say, name
        assert (cell.read().limits[0], cell.read().limits[1]) == (0, 100), name


def test_a_count_told_both_ways_leaves_out_no_figure_of_its_words(comparison: ComparisonRules) -> None:
    """Where people are pictured it stands in place of the words."""
    for name, cell in cells(comparison):
        if cell.of_100 is not None:
            told, words = (set(re.findall(r"{(\w+)}", text)) for text in (cell.of_100, cell.say))
            assert words - {"typical", "others"} <= told, name


OUT_OF = re.compile(r"\b\d+ of (?:some |its |the )?(\d[\d,]*)\b")


@pytest.mark.ipdas("Q7")
def test_no_other_denominator_than_100_is_used_for_people(comparison: ComparisonRules) -> None:
    """In the words of an answer, as a picture tells it, in why it is not known, and in its note."""
    for name, cell in cells(comparison):
        if by_id(comparison)[name.split(".")[0]].unit != "score of 10":
            for text in filter(None, (filled(cell), cell.of_100, cell.not_known, cell.note)):
                assert set(OUT_OF.findall(text)) <= {"100"}, name


@pytest.mark.ipdas("Q7")
def test_no_other_denominator_than_100_is_used_in_a_risk_or_a_note(rules: RuleSet) -> None:
    """Counts of 73, of some 65 and of 2,896 people stood in the risks, which this did not read."""
    read = 0
    for option, risks in rules.risks.risks.items():
        for id_, risk in risks.items():
            for told in (risk, *filter(None, (getattr(risk, name) for name in APART))):
                counts = (told.per_100, told.untreated, *told.parts.values())
                notes = [count.note for count in counts if count]
                words = (told.say, told.of_100, told.also, told.not_known, told.prevent, told.do, *notes)
                for text in filter(None, words):
                    read += 1
                    assert set(OUT_OF.findall(text)) <= {"100"}, (option, id_)
    assert read > 200


def test_counts_nobody_could_check_are_left_out(comparison: ComparisonRules) -> None:
    """Counts of tablets after two years (27 per cm2, 138 per circle) were not read.

    That after one year (107 per circle, so 21 per cm2) stands in a press report alone: a note, no figure.
    """
    for id_ in ("net_count_1y", "hair_count_5y"):
        for cell in by_id(comparison)[id_].cells.values():
            assert cell.value not in (21, 27), id_
    for name, cell in cells(comparison):
        assert not re.search(r"\b138\b", f"{cell.say} {cell.note}"), name
        if re.search(r"\b107\b", f"{cell.say} {cell.note}"):
            assert "107" not in cell.say, name
            assert "press report" in (cell.note or ""), name


def test_side_effects_of_medication_stand_beside_those_of_a_dummy(comparison: ComparisonRules) -> None:
    row = by_id(comparison)["sexual_problems"]
    assert "dummy" in row.cells["nothing"].say
    assert "dummy" in row.cells["medication"].say


# --- the scorer itself ---------------------------------------------------------------------


def test_the_grade_of_a_known_sentence_is_the_formula_s() -> None:
    # Six words of one syllable in one sentence: 0.39 * 6 + 11.8 * 1 - 15.59 = -1.45.
    assert reading_grade("The cat sat on the mat.") == pytest.approx(-1.45)


def test_a_hard_text_fails_the_grade_that_ours_meets() -> None:
    hard = (
        "Androgenetic alopecia necessitates individualised pharmacological intervention, "
        "considering contraindications, comorbidities and anticipated therapeutic adherence."
    )
    assert reading_grade(hard) > 12


def test_a_number_counts_as_one_short_word_and_no_text_has_no_grade() -> None:
    assert words("About 3,240 to 6.5 cm2") == ["About", "3,240", "to", "6.5", "cm2"]
    assert reading_grade("") == 0
    # Two words, two syllables, one sentence without a full stop: 0.39 * 2 + 11.8 - 15.59 = -3.01.
    assert reading_grade("Cost 3,240") == pytest.approx(-3.01)
