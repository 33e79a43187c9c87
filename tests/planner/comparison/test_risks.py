"""What can go wrong: every option alike, with a count out of 100 or the reason why there is none."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

import pytest

from smp_planner.domain.comparison import Risk
from smp_planner.domain.intake import OPTIONS
from smp_planner.domain.provenance import Step
from smp_planner.domain.quantities import Estimate
from smp_planner.planner.comparison.risks import list_risks
from smp_planner.planner.comparison.whom import Sex, Whom
from smp_planner.rules.ruleset import RuleSet
from tests.banned_words import unwanted
from tests.reading_grade import reading_grade

SEXES: tuple[Sex, ...] = ("men", "women", "unsaid")
ANYBODY = Whom("unsaid", "unsaid")


@pytest.fixture(scope="module")
def risks(rules: RuleSet) -> tuple[Risk, ...]:
    """All risks of the packaged rules."""
    return list_risks(ANYBODY, rules)[0]


@pytest.fixture(scope="module")
def steps(rules: RuleSet) -> tuple[Step, ...]:
    """The steps behind them."""
    return list_risks(ANYBODY, rules)[1]


def of(risks: tuple[Risk, ...], option: str) -> dict[str, Risk]:
    """The risks of one option by id."""
    return {risk.id: risk for risk in risks if risk.option == option}


@pytest.mark.ipdas("1.1.5")
@pytest.mark.parametrize("sex", ["men", "women"])
@pytest.mark.parametrize("option", OPTIONS)
def test_every_option_has_three_to_eight_risks(
    rules: RuleSet, option: str, sex: Literal["men", "women"]
) -> None:
    risks, _ = list_risks(Whom(sex, sex), rules)
    assert 3 <= len(of(risks, option)) <= 8


def test_a_woman_is_told_no_risk_of_the_tablets_and_a_man_none_of_women(rules: RuleSet) -> None:
    told = {sex: set(of(list_risks(Whom(sex, sex), rules)[0], "medication")) for sex in SEXES}
    tablets = {"sexual_problems", "lasting_sexual_problems", "low_mood", "prostate_test"}
    assert told["men"] & tablets == tablets
    assert not told["women"] & tablets
    assert told["women"] - told["men"] == {"facial_hair"}
    assert told["unsaid"] == told["men"] | told["women"]


def test_options_come_in_their_order_and_no_risk_twice(risks: tuple[Risk, ...]) -> None:
    assert list(dict.fromkeys(risk.option for risk in risks)) == list(OPTIONS)
    assert len({(risk.option, risk.id) for risk in risks}) == len(risks)


def test_the_id_of_a_risk_does_not_repeat_its_option(risks: tuple[Risk, ...]) -> None:
    assert set(of(risks, "smp")) == {
        "infection", "scarring", "spread", "allergy", "colour_change", "uneven_or_wrong_shade",
        "over_treatment", "swelling_and_redness",
    }  # fmt: skip


def test_a_risk_has_either_a_count_or_the_reason_why_there_is_none(risks: tuple[Risk, ...]) -> None:
    for risk in risks:
        assert (risk.per_100 is None) != (risk.not_known is None), risk.id


@pytest.mark.ipdas("Q4")
def test_a_count_is_out_of_100_with_its_range_in_order_and_a_note_on_whom_it_describes(
    risks: tuple[Risk, ...],
) -> None:
    for risk in risks:
        if risk.per_100 is not None:
            assert risk.per_100.unit == "per 100", risk.id
            assert 0 <= risk.per_100.low <= risk.per_100.typical <= risk.per_100.high <= 100, risk.id
            assert risk.per_100.note, risk.id


def test_sexual_problems_carry_the_label_s_count_and_the_dummy_beside_it(risks: tuple[Risk, ...]) -> None:
    count = of(risks, "medication")["sexual_problems"].per_100
    assert isinstance(count, Estimate)
    assert (count.low, count.typical, count.high) == (Decimal("3.8"), Decimal("3.8"), Decimal("6.7"))
    assert "2.1 of 100 on dummy tablets" in (count.note or "")


@pytest.mark.parametrize(
    ("risk", "typical"),
    [("folliculitis", 7), ("numbness", 11), ("infection", Decimal("0.07")), ("necrosis", Decimal("0.1"))],
)
def test_both_surgeries_show_the_same_count(risks: tuple[Risk, ...], risk: str, typical: Decimal) -> None:
    for option in ("fut", "fue"):
        count = of(risks, option)[risk].per_100
        assert count is not None
        assert count.typical == typical


def test_none_seen_in_a_small_series_is_not_a_rate_of_nought(risks: tuple[Risk, ...]) -> None:
    infection = of(risks, "smp")["infection"]
    assert infection.per_100 is None
    assert infection.not_known is not None
    assert "43 and 10 people" in infection.not_known
    assert all(risk.per_100 is None for risk in of(risks, "smp").values())


def test_each_surgery_has_the_harm_of_its_own_donor_method(risks: tuple[Risk, ...]) -> None:
    assert "line_scar" in of(risks, "fut")
    assert "line_scar" not in of(risks, "fue")
    assert "donor_thinning" in of(risks, "fue")
    assert "donor_thinning" not in of(risks, "fut")


@pytest.mark.ipdas("Q1")
def test_doing_nothing_has_risks_too(risks: tuple[Risk, ...]) -> None:
    assert set(of(risks, "nothing")) == {"loss_goes_on", "less_to_save", "missed_cause", "worry"}


def test_every_risk_says_how_it_is_prevented_and_what_to_do(risks: tuple[Risk, ...]) -> None:
    for risk in risks:
        for text in (risk.say, risk.prevent, risk.do):
            assert text.endswith("."), risk.id


def test_sources_are_those_of_the_risk_and_of_its_count_each_once_and_all_listed(
    rules: RuleSet, risks: tuple[Risk, ...]
) -> None:
    for risk in risks:
        assert set(risk.sources) <= set(rules.sources), risk.id
        assert len(set(risk.sources)) == len(risk.sources), risk.id
    assert of(risks, "medication")["sexual_problems"].sources == (
        "propecia-label-effects", "propecia-label-year5", "mella-2010-summary", "finasteride-after-fue",
    )  # fmt: skip


def test_every_risk_has_one_step_at_its_path_with_its_figure(
    risks: tuple[Risk, ...], steps: tuple[Step, ...]
) -> None:
    assert [step.field for step in steps] == [f"risks.{risk.option}.{risk.id}" for risk in risks]
    assert [step.value for step in steps] == [risk.per_100 or risk.not_known for risk in risks]


def test_a_step_rests_on_the_rule_and_on_the_figure_where_there_is_one(steps: tuple[Step, ...]) -> None:
    by_field = {step.field: step for step in steps}
    counted = by_field["risks.fut.infection"]
    assert [reading.id for reading in counted.rules] == [
        "risks.fut.infection", "risks.fut.infection.per_100",
    ]  # fmt: skip
    assert counted.because.startswith("People with an infection after surgery: that many of 100 in ")
    unknown = by_field["risks.smp.infection"]
    assert [reading.id for reading in unknown.rules] == ["risks.smp.infection"]
    assert unknown.because == "Nobody has counted this in a way we can use, so no number is shown."


def test_the_texts_read_at_grade_8_or_lower_for_every_option(risks: tuple[Risk, ...]) -> None:
    for option in OPTIONS:
        for part in ("say", "prevent", "do"):
            text = " ".join(getattr(risk, part) for risk in of(risks, option).values())
            assert reading_grade(text) <= 8, (option, part)


def test_no_text_praises_frightens_or_names_a_medicine(risks: tuple[Risk, ...]) -> None:
    for risk in risks:
        note = risk.per_100.note if risk.per_100 else risk.not_known
        for text in (risk.say, risk.prevent, risk.do, note or ""):
            assert unwanted(text) == []


def test_the_same_rules_give_the_same_risks(rules: RuleSet) -> None:
    assert list_risks(ANYBODY, rules) == list_risks(ANYBODY, rules)
