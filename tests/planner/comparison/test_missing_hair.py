"""The hair that grafts make up for on a cm2: by part, or for all the area where nobody said.

40 grafts per cm2 look full, 20 are planned at the crown, and natural density is 80: half of the hair kept
leaves no gap.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from smp_planner.domain.intake import AreaAnswer, Measured
from smp_planner.domain.quantities import Number
from smp_planner.planner.comparison.missing_hair import MissingHair, find_missing_hair
from smp_planner.planner.coverage.assess import assess_coverage
from smp_planner.rules.ruleset import RuleSet
from tests.people import adult

HALF = Decimal("0.5")
QUARTER = Decimal("0.25")  # 20 grafts per cm2 are there, 20 are missing


def found(rules: RuleSet, area: AreaAnswer, kept: Number | Mapping[str, Number | None] | None) -> MissingHair:
    intake = adult(area=area, kept_hair=kept)
    return find_missing_hair(intake, assess_coverage(intake, rules)[0], rules)


def missing(rules: RuleSet, area: AreaAnswer, kept: Number | Mapping[str, Number] | None) -> Number:
    hair = found(rules, area, kept)
    return hair.per_cm2(*(driver.typical for driver in hair.drivers))


def test_the_drivers_are_both_densities_and_the_hair_kept_where_nobody_said(rules: RuleSet) -> None:
    said, unsaid = (found(rules, AreaAnswer(norwood="V"), kept) for kept in (HALF, None))
    at_crown, anywhere = (15, 20, 30), (15, 40, 45)
    assert said.drivers == ((35, 40, 45), (65, 80, 100), (0, 0, 0), at_crown, anywhere)
    assert unsaid.drivers == ((35, 40, 45), (65, 80, 100), (0, 0, HALF), at_crown, anywhere)
    assert {part.kept for part in unsaid.parts} == {None}


def test_one_number_holds_for_the_whole_area(rules: RuleSet) -> None:
    # 40 - 0.3 x 80 in 72 of 100 cm2; at the crown 24 are there and 20 planned
    assert missing(rules, AreaAnswer(zones=("midscalp",)), Decimal("0.3")) == 16
    assert missing(rules, AreaAnswer(norwood="V"), Decimal("0.3")) == Decimal("0.72") * 16


def test_bare_skin_misses_all_that_looks_full_and_rests_on_that_alone(rules: RuleSet) -> None:
    hair = found(rules, AreaAnswer(zones=("midscalp",)), 0)
    assert hair.per_cm2(40, 80, 0, 20, 40) == hair.per_cm2(40, 100, 0, 20, 40) == 40
    assert [reading.id for reading in hair.rules] == ["surgery.target_density"]
    assert hair.why_wide is None


def test_where_nobody_said_the_hair_kept_moves_the_gap(rules: RuleSet) -> None:
    hair = found(rules, AreaAnswer(zones=("midscalp",)), None)
    assert [hair.per_cm2(40, 80, kept, 20, 40) for kept in (0, QUARTER, HALF)] == [40, 20, 0]


def test_a_zone_of_which_nobody_is_sure_moves_the_gap_of_its_own_part_alone(rules: RuleSet) -> None:
    # The crown is 40 of 140 cm2; the front keeps half, which leaves no gap there.
    hair = found(rules, AreaAnswer(zones=("front", "crown")), {"front": HALF, "crown": None})
    assert hair.kept == (0, 0, HALF)
    assert round(hair.per_cm2(40, 80, 0, 20, 40), 3) == round(20 * Decimal(40) / 140, 3)
    assert hair.per_cm2(40, 80, HALF, 20, 40) == 0
    assert hair.why_wide is rules.comparison.notes.kept_unsure


def test_hair_denser_than_what_looks_full_leaves_no_gap_and_no_surplus(rules: RuleSet) -> None:
    assert missing(rules, AreaAnswer(norwood="V"), 1) == 0


def test_zones_are_weighed_by_their_area_and_one_without_a_number_has_none_left(rules: RuleSet) -> None:
    # sides 110 cm2 with a gap of 20, midscalp 60 cm2 bare: (110 x 20 + 60 x 40) / 170
    sides = missing(rules, AreaAnswer(zones=("sides", "midscalp")), {"sides": QUARTER})
    assert round(sides, 3) == round(Decimal(4600) / 170, 3)
    # crown 40 cm2 without a gap, midscalp 60 cm2 bare
    assert missing(rules, AreaAnswer(zones=("crown", "midscalp")), {"crown": QUARTER}) == 24


def test_a_zone_with_too_much_hair_makes_up_for_no_other(rules: RuleSet) -> None:
    # the crown has no gap, the midscalp is bare: 60 x 40 / 100
    assert missing(rules, AreaAnswer(zones=("crown", "midscalp")), {"crown": 1}) == 24


def test_a_number_for_a_zone_holds_for_the_zone_inside_it(rules: RuleSet) -> None:
    assert missing(rules, AreaAnswer(zones=("hairline_temples",)), {"front": QUARTER}) == 20


def test_the_number_of_the_inner_zone_beats_that_of_the_outer(rules: RuleSet) -> None:
    kept = {"front": QUARTER, "hairline_temples": 0}
    assert missing(rules, AreaAnswer(zones=("hairline_temples",)), kept) == 40


def test_a_measured_area_lies_in_the_zones_that_hair_was_named_for(rules: RuleSet) -> None:
    # crown 40 cm2 with a gap of 10, midscalp 60 cm2 bare
    kept = {"crown": Decimal("0.125"), "midscalp": 0}
    assert missing(rules, AreaAnswer(measured=Measured(cm2=30)), kept) == 28


def test_the_whole_scalp_is_the_sum_of_its_zones(rules: RuleSet) -> None:
    # the zones add up to 20 + 80 + 60 + 40 + 110 + 200 = 510 cm2; the donor band of 200 has no gap
    # and of the others the crown of 40 is planned at half
    kept = {"donor": 1}
    assert round(missing(rules, AreaAnswer(zones=("whole_scalp",)), kept) * 510) == 270 * 40 + 40 * 20


def test_a_number_for_the_whole_scalp_holds_for_all_of_it(rules: RuleSet) -> None:
    # 20 are there: 20 are missing in 470 of 510 cm2, and none at the crown
    whole = missing(rules, AreaAnswer(zones=("whole_scalp",)), {"whole_scalp": QUARTER})
    assert round(whole * 510) == 470 * 20


def test_no_zone_named_means_nothing_is_kept(rules: RuleSet) -> None:
    assert missing(rules, AreaAnswer(measured=Measured(cm2=30)), {}) == 40


def test_a_bare_crown_is_planned_at_its_own_density_and_not_at_that_of_the_front(rules: RuleSet) -> None:
    """The front takes 40 grafts per cm2, a crown 20: surgeons set fewer there."""
    crown = found(rules, AreaAnswer(zones=("crown",)), 0)
    assert crown.per_cm2(*(driver.typical for driver in crown.drivers)) == 20
    assert [reading.id for reading in crown.rules] == ["surgery.crown_density"]
    assert missing(rules, AreaAnswer(zones=("front",)), 0) == 40


def test_zones_are_summed_each_at_its_own_density(rules: RuleSet) -> None:
    # the front of 100 cm2 at 40, the crown of 40 cm2 at 20
    both = found(rules, AreaAnswer(zones=("front", "crown")), 0)
    per_cm2 = both.per_cm2(*(driver.typical for driver in both.drivers))
    assert round(per_cm2 * 140) == 100 * 40 + 40 * 20
    assert [reading.id for reading in both.rules] == ["surgery.target_density", "surgery.crown_density"]


def test_an_area_by_size_alone_may_be_at_the_crown_so_its_low_end_is_that_of_a_crown(rules: RuleSet) -> None:
    hair = found(rules, AreaAnswer(measured=Measured(cm2=100)), 0)
    assert hair.unsaid == (15, 40, 45)
    assert hair.lies_in("unsaid")
    assert missing(rules, AreaAnswer(measured=Measured(cm2=100)), 0) == 40


def test_a_measured_area_with_its_place_named_takes_the_density_of_that_place(rules: RuleSet) -> None:
    assert missing(rules, AreaAnswer(measured=Measured(cm2=100), zones=("crown",)), 0) == 20


def test_to_look_full_a_crown_takes_as_many_as_the_front(rules: RuleSet) -> None:
    both = found(rules, AreaAnswer(zones=("front", "crown")), 0)
    assert round(both.to_look_full(40, 80, 0), 6) == 40
