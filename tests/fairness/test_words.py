"""Words on finished plans, as they are shown: as many for each option, short, plain, and without a slant."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

import pytest
from hypothesis import example, given, settings

from smp_planner.domain.intake import OPTIONS, AreaAnswer, Intake, Measured, Person
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views.whys import Whys
from tests.banned_words import unwanted
from tests.drawn_people import patients, planned_course
from tests.fair_people import BEFORE, PLANS, fair_plan
from tests.packaged_rules import packaged_rules
from tests.people import adult, plan_of
from tests.reading_grade import reading_grade, sentences, syllables, words

MOST_IN_A_CELL, MOST_IN_A_REASON = 30, 15
RATIO = 1.5
GRADE = 8
SHORTEST = 10  # words; in a shorter text a single long word decides the grade
LONG_WORD = 3  # syllables
# Five reasons against surgery, a need above the donor area that nobody knows well, and a transplant before.
HARDEST = adult(
    area=AreaAnswer(norwood="IIA", ludwig="II", measured=Measured(cm2=350)),
    person=Person(age=20, sex="female"),
    kept_hair=None,
    loss_moving_on="yes",
    treated_before=BEFORE,
)
BEHIND_WHY = re.compile(r"<details.*?</details>", re.DOTALL)
TAG = re.compile(r"<[^>]+>")


class Text(NamedTuple):
    """One text that a person reads of one option, and where it stands."""

    option: str
    where: str
    say: str


def shown_cells(plan: TreatmentPlan) -> Iterator[Text]:
    """The cells of the table as the page shows them: the words, and the note that stands beside a figure."""
    whys = Whys(plan, packaged_rules())
    for row in plan.comparison.rows:
        for option, cell in row.cells.items():
            put_out = whys.cell(f"comparison.rows.{row.id}.{option}", cell)
            yield Text(option, row.id, unescape(TAG.sub("", BEHIND_WHY.sub("", put_out))).strip())


def reasons(plan: TreatmentPlan) -> Iterator[Text]:
    """Whether each option is open to this person."""
    return (Text(option.id, "open to you", option.why) for option in plan.comparison.options)


def abouts(plan: TreatmentPlan) -> Iterator[Text]:
    """What each option is."""
    return (Text(option.id, "what it is", option.about) for option in plan.comparison.options)


def texts(plan: TreatmentPlan) -> Iterator[Text]:
    """Every text of the comparison, one by one: answers, notes, counts told both ways, what is not known."""
    yield from reasons(plan)
    yield from abouts(plan)
    for row in plan.comparison.rows:
        for option, cell in row.cells.items():
            for say in (cell.say, cell.note, cell.of_100, cell.not_known):
                if say:
                    yield Text(option, row.id, say)


def risk_texts(plan: TreatmentPlan) -> Iterator[Text]:
    """Every text of the risks, one by one."""
    for risk in plan.risks:
        for say in (risk.say, risk.of_100, risk.not_known, risk.prevent, risk.do):
            if say:
                yield Text(risk.option, risk.id, say)


def lengths_of(plan: TreatmentPlan) -> dict[str, int]:
    """Words by option: what it is, whether it is open to this person, and its cells as they are shown."""
    return lengths_in(*abouts(plan), *reasons(plan), *shown_cells(plan))


def lengths_in(*found: Text) -> dict[str, int]:
    """Words by option."""
    lengths = dict.fromkeys(OPTIONS, 0)
    for text in found:
        lengths[text.option] += len(text.say.split())
    return lengths


def hard(found: Iterator[Text]) -> set[str]:
    """The texts above the grade, each with its grade."""
    return {
        f"{text.option}, {text.where}: {reading_grade(text.say):.1f} {text.say}"
        for text in found
        if len(words(text.say)) >= SHORTEST and reading_grade(text.say) > GRADE
    }


def slanted(found: Iterator[Text]) -> set[str]:
    """The texts that praise, promise, press or name a medicine."""
    return {f"{text.option}, {text.where}: {text.say}" for text in found if unwanted(text.say)}


def smog(text: str) -> float:
    """The grade by long words in 30 sentences or more (McLaughlin 1969)."""
    long_words = sum(syllables(word) >= LONG_WORD for word in words(text))
    return 1.043 * math.sqrt(long_words * 30 / sentences(text)) + 3.1291


# --- as many words --------------------------------------------------------------------------------


@pytest.mark.ipdas("2.1.1")
@pytest.mark.parametrize("name", PLANS)
def test_no_option_is_told_in_half_as_many_words_again_as_another(name: str) -> None:
    lengths = lengths_of(fair_plan(name))
    assert max(lengths.values()) <= RATIO * min(lengths.values()), lengths


@pytest.mark.ipdas("2.1.1")
def test_four_reasons_against_surgery_leave_as_many_words_for_each_option(rules: RuleSet) -> None:
    lengths = lengths_of(plan_of(HARDEST, rules))
    assert max(lengths.values()) <= RATIO * min(lengths.values()), lengths


@pytest.mark.ipdas("2.1.1")
@settings(max_examples=25)
@given(patients)
@example(HARDEST)
def test_no_option_is_told_in_half_as_many_words_again_as_another_to_anybody(intake: Intake) -> None:
    """In all rows; each answer on health may bring a warning of its own, and none of them is cut."""
    plan = planned_course(intake)
    lengths = lengths_in(*abouts(plan), *shown_cells(plan))
    assert max(lengths.values()) <= RATIO * min(lengths.values()), lengths


@pytest.mark.parametrize("name", PLANS)
def test_no_cell_is_longer_than_thirty_words_with_its_note(name: str) -> None:
    assert [text for text in shown_cells(fair_plan(name)) if len(text.say.split()) > MOST_IN_A_CELL] == []


def test_no_reason_is_longer_than_fifteen_words_so_that_two_fit_a_cell(rules: RuleSet) -> None:
    figures = dict.fromkeys(("value", "low", "high", "need", "donor", "both", "reasons"), "4,000")
    told = {id_: gate.why.format(**figures) for id_, gate in rules.options.gates.items()}
    assert [why for why in told.values() if len(why.split()) > MOST_IN_A_REASON] == []


@pytest.mark.parametrize("name", PLANS)
def test_what_speaks_against_an_option_for_you_keeps_to_fifteen_words_a_reason(name: str) -> None:
    plan = fair_plan(name)
    steps = {step.field: step for step in plan.trace}
    for text in reasons(plan):
        rests_on = steps[f"comparison.options.{text.option}"].rules
        told = max(1, sum(reading.id.count(".") == 2 and "gates" in reading.id for reading in rests_on))
        assert len(text.say.split()) <= MOST_IN_A_REASON * told, text


# --- plain words ----------------------------------------------------------------------------------


@pytest.mark.ipdas("Q21")
@pytest.mark.parametrize("name", PLANS)
def test_every_text_reads_at_grade_8_or_lower(name: str) -> None:
    assert hard(texts(fair_plan(name))) == set()


@pytest.mark.parametrize("name", PLANS)
def test_every_text_of_the_risks_reads_at_grade_8_or_lower(name: str) -> None:
    assert hard(risk_texts(fair_plan(name))) == set()


@pytest.mark.parametrize("name", PLANS)
def test_all_that_is_told_of_an_option_reads_at_grade_8_or_lower_by_its_long_words_too(name: str) -> None:
    told = list(shown_cells(fair_plan(name)))
    for option in OPTIONS:
        text = " ".join(cell.say for cell in told if cell.option == option)
        assert sentences(text) >= 30
        assert smog(text) <= GRADE, option


@pytest.mark.parametrize("name", PLANS)
def test_no_text_has_a_slant_or_names_a_medicine(name: str) -> None:
    plan = fair_plan(name)
    assert slanted(texts(plan)) == set()
    assert slanted(risk_texts(plan)) == set()


# --- the gates see a fault ------------------------------------------------------------------------


def test_a_long_sentence_in_a_plain_table_is_found() -> None:
    long_winded = (
        "Not under eighteen, nor when pregnant or breast-feeding, nor with raised scars, skin disease on the "
        "scalp or a changing mole."
    )
    assert hard(iter([Text("smp", "who_may_not", long_winded)]))
    assert slanted(iter([Text("smp", "look", "The dots look perfect.")]))


def test_the_grade_by_long_words_is_the_formula_s() -> None:
    # One long word in one sentence: 1.043 * sqrt(30) + 3.1291 = 8.84.
    assert smog("A medicine helps.") == pytest.approx(8.842, abs=0.001)
    assert smog("The cat sat.") == pytest.approx(3.1291)
