"""The trace, told for a reader."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from smp_planner.domain.provenance import Reading, Step
from smp_planner.exports.explanation import fields, to_explanation
from tests.exports.sample_plan import COUNT, PLAN, REFERRAL

COUNT_TOLD = (
    "sessions.count = 3 visits (3 to 4): Three to start with.\n"
    "    sessions.count = 3 visits (range 3-4, limits 3-6)  liu-2025 (method), scalpguru"
    "  data/sessions.yaml:9:1  base rules\n"
)
COUNT_FED = (
    "From your answers: goals, area, density, hair still there and skin. Other answers may change this.\n"
)


def told(reading: Reading) -> str:
    """The line of one rule under a step."""
    step = Step(field="x", value=1, because="So it is.", rules=(reading,))
    return to_explanation(replace(PLAN, trace=(step,))).splitlines()[1]


def test_the_whole_trace_is_told_step_by_step() -> None:
    assert to_explanation(PLAN) == (
        COUNT_TOLD
        + "sessions.items.1.date = 2027-01-11: The first free day.\n"
        + "aftercare.windows.direct_sun: Sun fades pigment.\n"
        + "    aftercare.instructions.direct_sun  article  data/aftercare.yaml:14:3  base rules\n"
    )


def test_a_field_is_told_with_what_it_rests_on() -> None:
    assert to_explanation(PLAN, "sessions.items.1.date") == (
        f"sessions.items.1.date = 2027-01-11: The first free day.\n{COUNT_FED}\nwhich rests on\n{COUNT_TOLD}"
    )


def test_a_field_that_uses_no_other_step_stands_alone() -> None:
    assert to_explanation(PLAN, "sessions.count") == COUNT_TOLD + COUNT_FED


def test_a_prefix_selects_every_step_below_it() -> None:
    """The count is below `sessions`, so it is not told again as what the date rests on."""
    date_told = "sessions.items.1.date = 2027-01-11: The first free day.\n"
    assert to_explanation(PLAN, "sessions") == COUNT_TOLD + date_told + COUNT_FED


def test_a_field_below_a_step_is_told_by_that_step() -> None:
    assert to_explanation(PLAN, "sessions.count.low") == COUNT_TOLD + COUNT_FED


def test_an_unknown_field_is_named_with_the_nearest_one() -> None:
    with pytest.raises(
        ValueError, match=r"^the plan has no figure 'session.count'; did you mean 'sessions.count'\?$"
    ):
        to_explanation(PLAN, "session.count")


def test_a_field_like_no_other_is_named_alone() -> None:
    with pytest.raises(ValueError, match=r"^the plan has no figure 'zzz'$"):
        to_explanation(PLAN, "zzz")


def test_a_referral_is_explained_too() -> None:
    assert to_explanation(REFERRAL) == COUNT_TOLD


def test_fields_are_those_of_the_trace_in_its_order() -> None:
    assert fields(PLAN) == ("sessions.count", "sessions.items.1.date", "aftercare.windows.direct_sun")


def test_a_clinic_that_set_a_rule_is_named() -> None:
    moved = replace(COUNT, place="clinic.yaml:3:1", set_by="Example studio: we start with four")
    assert told(moved).endswith("  clinic.yaml:3:1  Example studio: we start with four")


def test_a_choice_is_told_by_its_word_and_a_sentence_is_not_repeated() -> None:
    chosen = Reading(id="technique.method.other", value="digital", sources=("article",), place="x:1:1")
    assert told(chosen) == "    technique.method.other = digital  article  x:1:1  base rules"
    assert (
        told(replace(chosen, value="It is so.")) == "    technique.method.other  article  x:1:1  base rules"
    )


def test_a_number_without_unit_and_range_is_told_all_the_same() -> None:
    bare = Reading(id="prices.point", value=Decimal("0.25"), sources=("a", "b"), place="x:1:1")
    assert told(bare) == "    prices.point = 0.25 (range none, limits none)  a, b  x:1:1  base rules"


def test_a_figure_that_no_clinic_may_set_is_told_without_limits() -> None:
    counted = replace(COUNT, id="risks.medication.itch.per_100", range=(1, 4), limits=(0, 100))
    assert "(range 1-4, not for a clinic to set)" in told(counted)
    assert "100)" not in told(counted)


def test_values_in_words_and_numbers_are_told_as_they_are() -> None:
    steps = (
        Step(field="a", value="digital", because="So."),
        Step(field="b", value=25500, because="So."),
        Step(field="c", value=Decimal("0.3"), because="So."),
    )
    assert to_explanation(replace(PLAN, trace=steps)) == "a = digital: So.\nb = 25,500: So.\nc = 0.3: So.\n"
