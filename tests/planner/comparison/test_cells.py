"""Words and figures of a cell say the same, money has its sign, and what isn't known is its own state."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from smp_planner.domain.intake import AreaAnswer
from smp_planner.domain.quantities import Estimate
from smp_planner.planner.comparison.cells import Blank, blank_for, from_plan, from_rules
from smp_planner.planner.comparison.filled import fill_cell
from smp_planner.planner.comparison.plan_figure import PlanFigure
from smp_planner.planner.comparison.whom import Whom
from smp_planner.rules.load import load_rules
from smp_planner.rules.ruleset import RuleSet
from tests.comparison_rules import row_of
from tests.edited_rules import edited_rules
from tests.people import ADULT, adult, plan_of

RANGED = "About {typical}{range}."


def blank(rules: RuleSet, row: str, option: str) -> Blank:
    return blank_for(row, row_of(rules, row), option, Whom("men", "men"), rules)


def in_pounds(rules: RuleSet) -> RuleSet:
    return replace(rules, edition=replace(rules.edition, region="UK"))


# --- words ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        (Estimate(3000, 3750, 4500, "grafts"), "About 3,750 (3,000 to 4,500)."),
        (Estimate(Decimal("1.5"), 2, Decimal("2.5"), "months"), "About 2 (1.5 to 2.5)."),
        (Estimate(240, 324, 1540, "USD"), "About $324 ($240 to $1,540)."),
        (Estimate(17, 23, 39, "GBP/cm2"), "About £23 (£17 to £39)."),
        (Estimate(28, 28, 28, "days"), "About 28."),
        (Estimate(0, 0, 0, "USD"), "About $0."),
    ],
)
def test_a_figure_is_told_with_its_range_and_sign(rules: RuleSet, figure: Estimate, said: str) -> None:
    assert fill_cell(RANGED, figure, rules) == said


def test_a_text_may_ask_for_the_ends_alone(rules: RuleSet) -> None:
    assert fill_cell("From {low} up to {high}.", Estimate(5, 6, 8, "days"), rules) == "From 5 up to 8."
    assert fill_cell("From {low} up to {high}.", Estimate(5, 5, 5, "days"), rules) == "From 5 up to 5."


def test_a_text_without_places_to_fill_stays_as_it_is(rules: RuleSet) -> None:
    assert fill_cell("No hair is moved.", Estimate(0, 0, 0, "grafts"), rules) == "No hair is moved."


# --- the same for everybody -------------------------------------------------------------------


def test_a_cell_of_the_rules_holds_its_figure_and_a_step(rules: RuleSet) -> None:
    cell, step = from_rules(blank(rules, "scar", "fut"), rules)
    rule = row_of(rules, "scar").cell("fut")
    assert cell.say == "Yes, a line from ear to ear, about 2 mm wide (1 to 3). It stays."
    assert (cell.low, cell.typical, cell.high) == (1, 2, 3)
    assert (cell.leans, cell.strength, cell.note, cell.per_100) == ("neither", "low", None, None)
    assert cell.sources == rule.read().sources
    assert step
    assert step.field == "comparison.rows.scar.fut"
    assert step.value == Estimate(1, 2, 3, "mm")
    assert step.rules == (rule.read(),)
    assert step.because == rules.comparison.because.from_sources


def test_a_cell_of_words_alone_has_no_figure_and_a_step_that_names_its_sources(rules: RuleSet) -> None:
    cell, step = from_rules(blank(rules, "lasting", "medication"), rules)
    assert cell.say == "As long as you keep taking it, day after day."
    assert (cell.low, cell.typical, cell.high, cell.not_known) == (None, None, None, None)
    assert cell.leans == "neither"
    assert (step.field, step.value) == ("comparison.rows.lasting.medication", None)
    assert step.because == rules.comparison.because.words_from_sources
    assert [reading.sources for reading in step.rules] == [cell.sources]


def test_what_is_not_known_keeps_its_words_and_its_reason(rules: RuleSet) -> None:
    cell, step = from_rules(blank(rules, "satisfied", "nothing"), rules)
    rule = row_of(rules, "satisfied").cell("nothing")
    assert (cell.say, cell.not_known) == (rule.say, rule.not_known)
    assert cell.not_known
    assert (step.value, step.because) == (None, cell.not_known)


def test_counts_of_people_are_of_100_and_whole_in_words(rules: RuleSet) -> None:
    # 4 of 16 people: 25, by Wilson 10.18 to 49.50
    cell, _ = from_rules(blank(rules, "kept_result", "nothing"), rules)
    ends = (Decimal("10.18"), Decimal("25.00"), Decimal("49.50"))
    assert cell.per_100 == Estimate(*ends, "per 100", cell.note)
    assert cell.say.startswith(
        "About 25 of 100 men who stayed on dummy tablets looked no worse after five years (10 to 50), 75 "
    )


def test_who_was_satisfied_with_surgery_is_words_as_with_dots_since_no_study_had_a_comparison(
    rules: RuleSet,
) -> None:
    """90 of 100 had a picture, and 98 of 100 with SMP were hatched; surgeons too asked of their own work."""
    cell, step = from_rules(blank(rules, "satisfied", "fut"), rules)
    assert (cell.typical, cell.per_100, cell.of_100) == (None, None, None)
    assert "90 of 100 were “satisfied” (83 to 97)" in cell.say
    assert "No study had a comparison group" in (cell.not_known or "")
    assert step.rules[1] == row_of(rules, "satisfied").cell("fut").beside["pleased"].read()


def test_who_was_highly_satisfied_with_dots_is_no_picture_beside_who_was_satisfied(rules: RuleSet) -> None:
    """42 of 43, asked by those who did the work: another measure than that of surgery, with no time told."""
    cell, step = from_rules(blank(rules, "satisfied", "smp"), rules)
    assert (cell.typical, cell.per_100, cell.of_100) == (None, None, None)
    assert cell.not_known
    assert "98 of 100 were “highly satisfied” (88 to more than 99)" in cell.say
    assert "Those who did the work asked." in cell.say
    assert step.rules[1] == row_of(rules, "satisfied").cell("smp").beside["highly"].read()
    surgery, _ = from_rules(blank(rules, "satisfied", "fut"), rules)
    assert "studies by surgeons" in surgery.say


def test_a_broken_count_of_people_is_told_in_whole_people(rules: RuleSet) -> None:
    found = blank(rules, "kept_result", "medication")
    counted = found.answer.model_copy(update={"say": RANGED})
    cell, _ = from_rules(found._replace(answer=counted), rules)
    assert cell.say == "About 90 (86 to 93)."


def test_one_number_of_one_study_says_so_and_each_treatment_has_its_own(rules: RuleSet) -> None:
    """Tablets and lotion are two treatments, no range of one; a trial without dummies makes no headline."""
    cell, step = from_rules(blank(rules, "improved", "medication"), rules)
    assert cell.say == (
        "18 more of 100 men than on dummy tablets saw themselves improved (14 to 22), in longer trials 29 "
        "(20 to 38). How many on each is not known."
    )
    assert (cell.note or "").endswith(
        "Without a dummy a trial counted as better, of 100 men: 81 on tablets (one study), 59 on lotion "
        "(one study), 94 on both (one study). All knew what they took."
    )
    assert (cell.low, cell.typical, cell.high, cell.per_100, cell.of_100) == (None,) * 5
    beside = row_of(rules, "improved").cell("medication").beside
    assert step.rules[1:] == tuple(
        beside[name].read() for name in ("more", "longer", "tablets", "lotion", "both")
    )


def test_parts_of_a_series_have_intervals_of_their_own(rules: RuleSet) -> None:
    # 10, 31 and 71 of 112 people
    cell, _ = from_rules(blank(rules, "kept_result", "fut"), rules)
    assert cell.say == (
        "Not known past four years. By then 9 of 100 kept all density (5 to 16), 28 lost a little "
        "(20 to 37), 63 more (54 to 72)."
    )


def test_the_count_with_a_dummy_is_told_as_it_stands_in_the_answer_of_doing_nothing(rules: RuleSet) -> None:
    cell, step = from_rules(blank(rules, "sexual_problems", "medication"), rules)
    nothing = row_of(rules, "sexual_problems").cell("nothing").read()
    assert nothing.number == Decimal("2.14")  # 20 of 934 men
    assert cell.say.startswith("About 4 of 100 men on tablets (3 to 5), ")  # 36 of 945
    assert "about 2 of 100 on dummy tablets (1 to 3)" in cell.say
    assert step.rules == (row_of(rules, "sexual_problems").cell("medication").read(), nothing)
    assert set(cell.sources) >= set(nothing.sources)


def test_women_are_told_the_count_with_a_dummy_of_women(rules: RuleSet) -> None:
    row = row_of(rules, "improved")
    cell, step = from_rules(blank_for("improved", row, "medication", Whom("women", "women"), rules), rules)
    nothing = row.cell("nothing").for_women
    assert nothing
    assert nothing.value == Decimal("13.87")
    assert cell.say == (
        "About 26 of 100 women saw clear growth with lotion (23 to 30). With dummy lotion it was about 14 of "
        "100 (11 to 17)."
    )
    assert nothing.read() in step.rules


def test_a_gap_follows_both_of_its_figures(rules: RuleSet, tmp_path: Path) -> None:
    cell, _ = from_rules(blank(rules, "hair_count_5y", "medication"), rules)
    assert cell.say.endswith("That is about 55 more than on dummy tablets.")
    edited = edited_rules(
        tmp_path,
        "comparison/does.yaml",
        "value: -47, range: [-47, -47], one_study: true",
        "value: -40, range: [-40, -40], one_study: true",
    )
    cell, _ = from_rules(blank(edited, "hair_count_5y", "medication"), edited)
    assert cell.say.endswith("That is about 48 more than on dummy tablets.")


@pytest.mark.ipdas("Q8")
def test_a_count_can_be_told_both_ways_round(rules: RuleSet) -> None:
    cell, _ = from_rules(blank(rules, "kept_result", "nothing"), rules)
    assert cell.say == (
        "About 25 of 100 men who stayed on dummy tablets looked no worse after five years (10 to 50), "
        "75 worse. They began under 42, with mild to moderate loss."
    )


def test_what_counts_no_people_is_told_with_its_decimals(rules: RuleSet) -> None:
    cell, _ = from_rules(blank(rules, "scar", "fue"), rules)
    assert cell.say == "Yes, a dot for each graft, about 0.8 mm wide (0.7 to 1). They stay."


def test_a_price_of_the_rules_is_read_in_the_currency_of_the_region() -> None:
    for region, currency in (("US", "USD"), ("UK", "GBP")):
        rules = load_rules(region=region)
        _, step = from_rules(blank(rules, "cost_1y", "nothing"), rules)
        assert [reading.unit for reading in step.rules] == [currency]


def test_a_loss_is_told_without_its_sign(rules: RuleSet) -> None:
    cell, _ = from_rules(blank(rules, "hair_count_5y", "nothing"), rules)
    assert cell.typical == -47
    assert cell.say == (
        "The 15 men who stayed on dummy tablets had about 47 fewer hairs per cm2 (one study). "
        "They were under 42."
    )


def test_the_note_of_a_rule_stands_at_the_figure(rules: RuleSet) -> None:
    cell, step = from_rules(blank(rules, "visits", "medication"), rules)
    assert cell.note == row_of(rules, "visits").cell("medication").note
    assert step
    assert step.value == Estimate(0, 1, 2, "visits", cell.note)


def test_a_wide_range_without_a_note_says_why(rules: RuleSet) -> None:
    found = blank(rules, "visits", "medication")
    bare = found.answer.model_copy(update={"note": None})
    cell, _ = from_rules(found._replace(answer=bare), rules)
    assert cell.note == rules.comparison.notes.wide_range.say


def test_money_of_the_rules_is_in_the_currency_of_the_region(rules: RuleSet) -> None:
    dollars, step = from_rules(blank(rules, "cost_1y", "nothing"), rules)
    pounds, _ = from_rules(blank(rules, "cost_1y", "nothing"), in_pounds(rules))
    assert dollars.say.startswith("$0.")
    assert pounds.say.startswith("£0.")
    assert step
    assert step.value == Estimate(0, 0, 0, "USD")
    assert (rules.currency, in_pounds(rules).currency) == ("USD", "GBP")


def test_a_figure_that_is_changed_is_told_in_the_words_and_in_the_answer_that_names_it(
    tmp_path: Path,
) -> None:
    old, new = "of: [20, 934]", "value: 3, range: [2.1, 3]"
    rules = edited_rules(tmp_path, "comparison/body.yaml", old, new)
    dummy, _ = from_rules(blank(rules, "sexual_problems", "nothing"), rules)
    assert dummy.say == "About 3 of 100 men on dummy tablets (2 to 3)."
    tablets, _ = from_rules(blank(rules, "sexual_problems", "medication"), rules)
    assert "about 3 of 100 on dummy tablets (2 to 3)" in tablets.say


# --- from the plan ------------------------------------------------------------------------------


def test_a_cell_of_the_plan_holds_its_figure_sources_and_step(rules: RuleSet) -> None:
    need = rules.surgery.full_plan.rows["V"].read()
    figure = PlanFigure(
        estimate=Estimate(3000, 3750, 4500, "grafts"), because="Why.", rules=(need,), uses=("area.bare_cm2",)
    )
    found = blank(rules, "grafts_needed", "fut")
    cell, step = from_plan(found, figure, rules)
    assert cell.say == "About 3,750 grafts (3,000 to 4,500)."
    assert (cell.low, cell.typical, cell.high) == (3000, 3750, 4500)
    assert (cell.leans, cell.strength) == (found.answer.leans, found.answer.strength)
    assert cell.sources == (
        *found.reading.sources,
        *(id_ for id_ in need.sources if id_ not in found.reading.sources),
    )
    assert len(set(cell.sources)) == len(cell.sources)
    assert step
    assert (step.field, step.value, step.because) == (
        "comparison.rows.grafts_needed.fut",
        figure.estimate,
        "Why.",
    )
    assert (step.rules, step.uses) == ((need, found.reading), ("area.bare_cm2",))


def test_notes_of_the_rule_and_of_the_figure_are_both_told(rules: RuleSet) -> None:
    figure = PlanFigure(estimate=Estimate(1, 2, 3, "per cent", "A second note."), because="Why.")
    cell, step = from_plan(blank(rules, "hair_10y", "smp"), figure, rules)
    assert cell.note == "Pigment does not change the loss. A second note."
    assert step
    assert isinstance(step.value, Estimate)
    assert step.value.note == cell.note


@pytest.mark.parametrize(("high", "wide"), [(7, False), (8, True)])
def test_a_figure_of_the_plan_over_three_and_a_half_times_its_low_end_says_why(
    rules: RuleSet, high: int, wide: bool
) -> None:
    figure = PlanFigure(estimate=Estimate(2, 3, high, "grafts"), because="Why.")
    cell, _ = from_plan(blank(rules, "grafts_needed", "fut"), figure, rules)
    assert cell.note == (rules.comparison.notes.wide_range.say if wide else None)


def test_a_figure_that_is_not_known_leans_to_no_side(rules: RuleSet) -> None:
    reason = rules.comparison.not_known.hair_of_women
    figure = PlanFigure(estimate=None, because=reason.say, rules=(reason.read(),))
    found = blank(rules, "donor", "fut")
    cell, step = from_plan(found, figure, rules)
    assert found.answer.leans == "against"
    assert (cell.say, cell.not_known, cell.leans, cell.note) == (reason.say, reason.say, "neither", None)
    assert (cell.low, cell.typical, cell.high) == (None, None, None)
    assert (step.value, step.because, step.rules) == (None, reason.say, (reason.read(), found.reading))
    assert set(cell.sources) == {*found.reading.sources, *reason.read().sources}


# --- surgery that nobody needs ------------------------------------------------------------------


def test_surgery_that_nobody_needs_says_so_and_leans_to_no_side(rules: RuleSet) -> None:
    why, found = rules.comparison.notes.none_needed, blank(rules, "cover_share", "fut")
    none = Estimate(0, 0, 0, "grafts/cm2")
    beside = {"placed": none, "growing": none, "full": none}
    figure = PlanFigure(estimate=Estimate(0, 0, 0, "grafts"), because="Why.", not_needed=why, beside=beside)
    cell, _ = from_plan(found, figure, rules)
    assert found.answer.leans == "for"
    assert (cell.leans, cell.not_needed, cell.not_known) == ("neither", True, None)
    assert cell.say == "Our sum gives 0. Ask a surgeon."
    assert cell.note is None


def test_a_cell_without_a_figure_for_this_person_has_not_the_strength_of_the_answer_for_others(
    rules: RuleSet,
) -> None:
    reason, found = rules.comparison.not_known.hair_of_women, blank(rules, "on_stopping", "medication")
    cell, _ = from_plan(found, PlanFigure(estimate=None, because=reason.say), rules)
    assert (found.answer.strength, cell.strength) == ("moderate", "very_low")


def test_a_wide_range_says_why_also_where_perhaps_nothing_is_needed(rules: RuleSet) -> None:
    half_kept = adult(area=AreaAnswer(zones=("hairline_temples",)), density=None, kept_hair=Decimal("0.5"))
    plan = plan_of(half_kept, rules)
    (row,) = [row for row in plan.comparison.rows if row.id == "operations"]
    told = row.cells["fut"]
    assert told.say == "Our sum gives 0 to 1. Ask a surgeon."
    assert told.note


def test_doing_nothing_costs_nothing_in_the_money_of_the_region() -> None:
    """Its reason told US$0 in the UK."""
    for region, currency in (("US", "USD"), ("UK", "GBP")):
        steps = {step.field: step for step in plan_of(ADULT, load_rules(region=region)).trace}
        assert [reading.unit for reading in steps["comparison.curves.cost.nothing"].rules] == [currency]
