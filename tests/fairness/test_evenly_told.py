"""What flatters one option or is left out of another is told of all: harms, good counts, caveats, mood."""

from __future__ import annotations

import pytest

from smp_planner.domain.comparison import Cell, Risk
from smp_planner.domain.for_and_against import points
from smp_planner.domain.intake import OPTIONS
from smp_planner.exports.text import to_text
from tests.fair_people import fair_plan

MAN, WOMAN, SCARS, OTHER = "a man, US", "a woman, US", "scars alone, US", "another hair loss, US"


def cells(name: str, row: str) -> dict[str, Cell]:
    [found] = [one for one in fair_plan(name).comparison.rows if one.id == row]
    return dict(found.cells)


def risk(name: str, option: str, id_: str) -> Risk:
    [found] = [one for one in fair_plan(name).risks if (one.option, one.id) == (option, id_)]
    return found


@pytest.mark.parametrize("name", [MAN, WOMAN, SCARS, OTHER])
def test_the_harms_of_tattoos_at_large_stand_beside_what_a_clinic_saw_of_smp(name: str) -> None:
    cell = cells(name, "side_effects")["smp"]
    assert cell.not_known
    assert "In tattoos of all kinds up to 67 of 100 had some reaction (one review)." in cell.say
    assert "chalarca-canas-2024" in cell.sources


def test_an_allergy_to_pigment_tells_the_reactions_to_tattoos_and_the_reports_on_one_ink() -> None:
    found = risk(MAN, "smp", "allergy")
    assert "Not known for SMP." in (found.not_known or "")
    assert "up to 67 of 100 people" in (found.not_known or "")
    assert "over 150 reports" in (found.not_known or "")
    assert {"chalarca-canas-2024", "fda-permanent-makeup"} <= set(found.sources)


def test_how_many_more_were_better_on_tablets_is_told_for_short_and_for_longer_trials() -> None:
    """18 and 29 of 100: one of 5.6 (4.6 to 7.0) and one of 3.4 (2.6 to 5.1) men, of a review's abstract."""
    cell = cells(MAN, "improved")["medication"]
    assert cell.say.startswith("18 more of 100 men than on dummy tablets saw themselves improved (14 to 22)")
    assert "in longer trials 29 (20 to 38)" in cell.say


def test_who_was_no_worse_after_five_years_is_told_of_who_stayed_on_tablets() -> None:
    """279 men were judged at five years; who had left by then was not among them."""
    for option, stayed in (("medication", "stayed on tablets"), ("nothing", "stayed on dummy tablets")):
        cell = cells(MAN, "kept_result")[option]
        assert stayed in cell.say
        assert stayed in (cell.of_100 or "")
    assert "stayed on tablets" in (risk(MAN, "medication", "little_effect").of_100 or "")


def test_who_sees_it_tells_of_both_surgeries_what_hair_covers_later() -> None:
    """FUT was told what covers its line, FUE its shaved patch alone."""
    seen = cells(MAN, "live_social")
    assert seen["fut"].say.endswith("Later, longer hair at the back covers the line.")
    assert seen["fue"].say.endswith("Later, hair that is not too short covers the dots.")


def test_lost_hair_that_came_back_on_dummies_is_not_denied() -> None:
    """ "Does not come back by itself" stood beside dummies that gained 3.9 and 9.4 hairs per cm2."""
    assert cells(MAN, "regrows_hair")["nothing"].say.startswith("No. As a rule, ")


def test_a_little_growth_in_women_is_not_told_as_none() -> None:
    """Moderate or marked growth was counted; who saw a little was told that she "did not" see more hair."""
    for option in ("nothing", "medication"):
        cell = cells(WOMAN, "improved")[option]
        assert "women saw clear growth with" in cell.say
        assert "saw less or none" in (cell.of_100 or "")
        assert "moderate or marked growth" in (cell.note or "").lower()


def test_few_men_stopped_tablets_for_a_sexual_problem_and_fewer_had_one_by_year_five() -> None:
    also = risk(MAN, "medication", "sexual_problems").also or ""
    assert "Stopped for it: 1.2 (dummy 0.9)." in also
    assert also.endswith("By year five each was under 0.3; how many men were left is not told.")


@pytest.mark.parametrize("option", ["nothing", "smp", "fut", "fue"])
def test_of_mood_it_is_said_that_no_study_was_found(option: str) -> None:
    """It was told further on, and further on it was not known."""
    for name in (MAN, WOMAN, SCARS):
        cell = cells(name, "live_mind")[option]
        assert cell.say.startswith("No study of mood was found.")


def test_no_answer_sends_the_reader_to_a_count_that_nobody_made() -> None:
    for row in fair_plan(MAN).comparison.rows:
        for option, cell in row.cells.items():
            assert "further on" not in cell.say, f"{row.id}.{option}"
            assert "the risks tell how many" not in cell.say, f"{row.id}.{option}"
    assert "nobody counted" in cells(MAN, "scar")["smp"].say


def test_the_ends_of_how_many_grafts_grow_are_told_with_the_same_doubt_for_both_ways() -> None:
    told = cells(MAN, "survival")
    assert told["fut"].say.endswith(
        "The middle is from one small study by a surgeon who favours strips, the high end from one patient."
    )
    assert told["fue"].say.endswith(
        "The low end is from one small study by a surgeon who favours strips, "
        "the high end from men on medicine."
    )
    assert "beehner-2015" in told["fut"].sources
    assert "beehner-2015" in told["fue"].sources
    for option in ("fut", "fue"):
        lost = risk(MAN, option, "poor_growth").not_known or ""
        assert "one small study" in lost


@pytest.mark.parametrize("option", ["fut", "fue"])
def test_a_survey_of_patients_stands_beside_what_clinics_claim_of_women(option: str) -> None:
    cell = cells(WOMAN, "women")[option]
    assert "Two clinics claim that about 5 of 100 women suit surgery (2 to 30)." in cell.say
    assert "Of 100 surgery patients, about 15 were women (one survey)." in cell.say


def test_a_woman_is_told_of_the_lotion_what_its_own_row_says_of_it() -> None:
    about = {name: fair_plan(name).comparison.options[1].about for name in (MAN, WOMAN)}
    assert "slow the loss" not in about[WOMAN]
    assert "hide the loss for a time" in about[WOMAN]
    assert "hides it for a time" in cells(WOMAN, "halts_loss")["medication"].say
    assert "These are for men, and can slow the loss. Or a lotion." in about[MAN]


def test_who_registers_smp_is_told_for_no_more_of_the_united_kingdom_than_was_read() -> None:
    assert "In the United Kingdom some councils register" in cells(MAN, "oversight")["smp"].say


def test_what_tablets_do_most_for_men_stands_among_the_points_for_medication() -> None:
    """It stood on neither side alone, and what waiting costs stood against the medicine."""
    plan = fair_plan(MAN).comparison
    told = {row.id: (row.question, cell.say) for row, cell in points(plan, "medication", "for")}
    assert told["regrows_hair"][0] == "Does it make hair grow, or slow the loss?"
    assert "tablets can slow or stop the loss in men" in told["regrows_hair"][1]
    against = {row.id: cell.say for row, cell in points(plan, "medication", "against")}
    assert against["if_you_wait"].startswith("No. It works on hair that is still there")


@pytest.mark.parametrize("name", [MAN, WOMAN, SCARS, OTHER])
def test_whether_the_loss_stops_how_long_it_lasts_and_the_cost_are_told_below_the_lists_of_all_five(
    name: str,
) -> None:
    plan = fair_plan(name)
    printed = " ".join(to_text(plan).split())
    _, _, lists = printed.partition("WHAT SPEAKS FOR AND AGAINST EACH OPTION")
    for option in plan.comparison.options:
        _, title, below = lists.partition(f"On neither side, for {option.name}:")
        assert title, option.id
        for row in ("halts_loss", "lasting", "cost_10y"):
            assert cells(name, row)[option.id].say in below, f"{row}.{option.id}"
    assert printed.count("On neither side, for ") == len(OPTIONS)
