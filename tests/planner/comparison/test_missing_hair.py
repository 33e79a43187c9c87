"""The hair that grafts make up for on a cm2: by part, or for all the area where nobody said.

40 grafts per cm2 look full, natural density is 80: half of the hair kept leaves no gap.
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
    assert said.drivers == ((35, 40, 45), (65, 80, 100), (0, 0, 0))
    assert unsaid.drivers == ((35, 40, 45), (65, 80, 100), (0, 0, HALF))
    assert unsaid.parts == ()


def test_one_number_holds_for_the_whole_area(rules: RuleSet) -> None:
    # 40 - 0.3 x 80
    assert missing(rules, AreaAnswer(norwood="V"), Decimal("0.3")) == 16


def test_bare_skin_misses_all_that_looks_full_and_rests_on_that_alone(rules: RuleSet) -> None:
    hair = found(rules, AreaAnswer(norwood="V"), 0)
    assert hair.per_cm2(40, 80, 0) == hair.per_cm2(40, 100, 0) == 40
    assert [reading.id for reading in hair.rules] == ["surgery.target_density"]
    assert hair.why_wide is None


def test_where_nobody_said_the_hair_kept_moves_the_gap(rules: RuleSet) -> None:
    hair = found(rules, AreaAnswer(norwood="V"), None)
    assert (hair.per_cm2(40, 80, 0), hair.per_cm2(40, 80, QUARTER), hair.per_cm2(40, 80, HALF)) == (40, 20, 0)


def test_a_zone_of_which_nobody_is_sure_moves_the_gap_of_its_own_part_alone(rules: RuleSet) -> None:
    # The crown is 40 of 140 cm2; the front keeps half, which leaves no gap there.
    hair = found(rules, AreaAnswer(zones=("front", "crown")), {"front": HALF, "crown": None})
    assert hair.drivers == ((35, 40, 45), (65, 80, 100), (0, 0, HALF))
    assert round(hair.per_cm2(40, 80, 0), 3) == round(40 * Decimal(40) / 140, 3)
    assert hair.per_cm2(40, 80, HALF) == 0
    assert hair.why_wide is rules.comparison.notes.kept_unsure


def test_hair_denser_than_what_looks_full_leaves_no_gap_and_no_surplus(rules: RuleSet) -> None:
    assert missing(rules, AreaAnswer(norwood="V"), 1) == 0


def test_zones_are_weighed_by_their_area_and_one_without_a_number_has_none_left(rules: RuleSet) -> None:
    # crown 40 cm2 with a gap of 20, midscalp 60 cm2 bare: (40 x 20 + 60 x 40) / 100
    assert missing(rules, AreaAnswer(zones=("crown", "midscalp")), {"crown": QUARTER}) == 32


def test_a_zone_with_too_much_hair_makes_up_for_no_other(rules: RuleSet) -> None:
    # the crown has no gap, the midscalp is bare: 60 x 40 / 100
    assert missing(rules, AreaAnswer(zones=("crown", "midscalp")), {"crown": 1}) == 24


def test_a_number_for_a_zone_holds_for_the_zone_inside_it(rules: RuleSet) -> None:
    assert missing(rules, AreaAnswer(zones=("hairline_temples",)), {"front": QUARTER}) == 20


def test_the_number_of_the_inner_zone_beats_that_of_the_outer(rules: RuleSet) -> None:
    kept = {"front": QUARTER, "hairline_temples": 0}
    assert missing(rules, AreaAnswer(zones=("hairline_temples",)), kept) == 40


def test_a_measured_area_lies_in_the_zones_that_hair_was_named_for(rules: RuleSet) -> None:
    # crown 40 cm2 with a gap of 20, midscalp 60 cm2 bare
    kept = {"crown": QUARTER, "midscalp": 0}
    assert missing(rules, AreaAnswer(measured=Measured(cm2=30)), kept) == 32


def test_the_whole_scalp_is_the_sum_of_its_zones(rules: RuleSet) -> None:
    # the zones add up to 20 + 80 + 60 + 40 + 110 + 200 = 510 cm2; the donor band of 200 has no gap
    kept = {"donor": 1}
    assert round(missing(rules, AreaAnswer(zones=("whole_scalp",)), kept) * 510) == 310 * 40


def test_a_number_for_the_whole_scalp_holds_for_all_of_it(rules: RuleSet) -> None:
    assert missing(rules, AreaAnswer(zones=("whole_scalp",)), {"whole_scalp": QUARTER}) == 20


def test_no_zone_named_means_nothing_is_kept(rules: RuleSet) -> None:
    assert missing(rules, AreaAnswer(measured=Measured(cm2=30)), {}) == 40
