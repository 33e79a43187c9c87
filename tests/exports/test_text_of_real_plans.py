"""What is printed of plans as the rules make them."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import pytest

from smp_planner.answers import read_intake
from smp_planner.domain.intake import AreaAnswer, Person, Scar
from smp_planner.domain.talk import Talk
from smp_planner.exports.text import to_text
from smp_planner.planner.pipeline import plan_treatment
from smp_planner.rules.ruleset import RuleSet
from tests.exports.sample_plan import PLAN
from tests.exports.sections import WHOLE_COMPARISON
from tests.people import adult, losing


@pytest.fixture(scope="module")
def texts(rules: RuleSet) -> dict[str, str]:
    people = {
        "usual": losing(),
        "woman": adult(
            area=AreaAnswer(ludwig="II"), goals=("added_density",), person=Person(age=41, sex="female")
        ),
        "scar": adult(area=AreaAnswer(scars=(Scar(length_cm=20, width_cm=1),)), goals=("scar_camouflage",)),
        "unchecked": adult(health_asked=False),
        "doctor": adult(health=("diabetes",)),
        "young": adult(person=Person(age=17)),
    }
    return {name: to_text(plan_treatment(intake, rules)) for name, intake in people.items()}


def test_a_usual_plan_fits_on_two_screens(texts: dict[str, str], rules: RuleSet) -> None:
    """Two windows of 55 lines, with a line left for the call; the pages for the talk come after it."""
    example = to_text(plan_treatment(read_intake("docs/example-intake.yaml"), rules))
    for text in (texts["usual"], example):
        plan, _, pages = text.partition("\nSTEPS TO A DECISION\n")
        assert len(plan.splitlines()) <= 109
        assert pages


def test_a_usual_plan_holds_every_warning_sign(texts: dict[str, str], rules: RuleSet) -> None:
    told = " ".join(texts["usual"].partition(WHOLE_COMPARISON)[0].split())
    signs = rules.aftercare.call_if.values()
    for sign in signs:
        after = told[told.index(sign.say.rstrip(".")) :]
        assert after[after.index(". Call ") + 7 :].startswith(sign.whom), sign.say
    urgent = [sign for sign in signs if sign.urgent]
    assert told.count(". Call ") == len(urgent) + len(
        {sign.whom for sign in signs} - {one.whom for one in urgent}
    )
    assert told.count("911 (US)") == len(urgent) == 2


def test_no_line_is_wider_than_80_columns(texts: dict[str, str]) -> None:
    assert [line for text in texts.values() for line in text.splitlines() if len(line) > 80] == []


def test_no_line_ends_in_blanks_and_no_two_are_empty(texts: dict[str, str]) -> None:
    for text in texts.values():
        lines = text.splitlines()
        assert [line for line in lines if line != line.rstrip()] == []
        assert not any(not one and not two for one, two in pairwise(lines))


def test_nothing_unfinished_is_printed(texts: dict[str, str]) -> None:
    for text in texts.values():
        plan = text.partition(WHOLE_COMPARISON)[0]  # after it, answers of the rules begin with "None"
        assert not {word for word in ("None", "nan") if word in plan.replace("None of ", "")}
        assert not {word for word in ("Decimal", "{", "}", ": None.") if word in text}


def test_the_pages_hold_every_risk_of_every_option_by_its_name(texts: dict[str, str], rules: RuleSet) -> None:
    pages = " ".join(texts["usual"].partition("\nRISKS OF EACH OPTION\n")[2].split())
    for option, risks in rules.risks.risks.items():
        name = rules.options.options[option].name
        for risk in risks.values():
            if risk.only_for != "women":
                assert f"- {name}: {risk.name[0].upper()}{risk.name[1:]}. " in pages, risk.name


def test_a_kind_of_harm_that_an_option_does_not_bring_is_told_too(texts: dict[str, str]) -> None:
    pages = " ".join(texts["usual"].partition("\nRISKS OF EACH OPTION\n")[2].split())
    assert "- Doing nothing: Nobody works on your skin, so no treatment leaves a mark." in pages
    assert "- Scalp micropigmentation (SMP): No drug is taken. Nobody has counted it here." in pages
    assert "ot happen here" not in pages


def test_how_many_risks_anybody_has_counted_is_told_of_every_option(texts: dict[str, str]) -> None:
    told = " ".join(texts["usual"].split())
    assert (
        "Risks below that somebody counted, and that nobody did: Doing nothing 1 and 6; "
        "Medication 3 and 8; SMP 0 and 11; FUT 6 and 6; FUE 5 and 7." in told
    )


def test_how_poor_work_is_put_right_is_told_of_every_option(texts: dict[str, str]) -> None:
    pages = " ".join(texts["usual"].partition("\nIF THE WORK IS POOR, OR IT ENDS BADLY\n")[2].split())
    assert pages.count(" It takes: ") == pages.count(" Not known: ") == 5


def test_every_option_has_its_list_of_questions_on_paper(texts: dict[str, str]) -> None:
    pages = texts["usual"].partition("\nWHAT TO ASK\n")[2].partition("\nDID I UNDERSTAND?")[0]
    lists = re.split(r"^\S.*: ask .*$", pages, flags=re.MULTILINE)[1:]
    assert [one.count("[ ] ") for one in lists] == [11] * 5


def test_a_plan_of_before_that_knows_no_kinds_of_harm_has_no_empty_page() -> None:
    text = to_text(replace(PLAN, harms=(), talk=Talk()))
    assert "RISKS OF EACH OPTION" not in text
    assert "IF THE WORK IS POOR" not in text


def test_a_plan_holds_what_to_settle_the_first_week_and_what_may_change_later(texts: dict[str, str]) -> None:
    """Nothing was written down yet: what there is to agree stands in the text all the same."""
    text = texts["usual"]
    settle = text.partition("\nWHAT TO SETTLE BEFORE THE FIRST VISIT\n")[2].partition("\n\n")[0]
    points = (
        "Hairline",
        "Upkeep",
        "Numbing",
        "Patch test",
        "Medicine",
        "Is the loss",
        "Headgear",
        "Who does",
    )
    for point in points:
        assert f"\n- {point}" in f"\n{settle}"
    assert "- Does it hurt? " in text.partition("\nDAYS 0 TO 7 IN PLAIN WORDS\n")[2].partition("\n\n")[0]
    later = text.partition("\nIF SOMETHING CHANGES LATER\n")[2].partition("\n\n")[0]
    for change in ("turns grey:", "loss spreads:", "colour is wrong:", "transplant later:"):
        assert change in later
