"""The share of hair that is gone: one number, by zone weighed by area, or a span where nobody said."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from smp_planner.domain.intake import AreaAnswer, Measured
from smp_planner.domain.quantities import Number
from smp_planner.planner.comparison.missing_hair import missing_share
from smp_planner.planner.coverage.assess import assess_coverage
from smp_planner.planner.one_at_a_time import Span
from smp_planner.rules.ruleset import RuleSet
from tests.people import adult

HALF = Decimal("0.5")


def missing(rules: RuleSet, area: AreaAnswer, kept: Number | Mapping[str, Number] | None) -> Span:
    intake = adult(area=area, kept_hair=kept)
    return missing_share(intake, assess_coverage(intake, rules)[0], rules)[0]


def test_one_number_holds_for_the_whole_area(rules: RuleSet) -> None:
    assert missing(rules, AreaAnswer(norwood="V"), Decimal("0.3")) == (Decimal("0.7"),) * 3


def test_where_nobody_said_all_may_be_gone_or_half(rules: RuleSet) -> None:
    intake = adult(area=AreaAnswer(norwood="V"), kept_hair=None)
    share, readings = missing_share(intake, assess_coverage(intake, rules)[0], rules)
    assert share == (HALF, 1, 1)
    assert [reading.id for reading in readings] == ["density.kept_when_unsure"]


def test_zones_are_weighed_by_their_area_and_one_without_a_number_has_none_left(rules: RuleSet) -> None:
    # crown 40 cm2 half kept, midscalp 60 cm2 bare: 20 of 100 kept
    assert missing(rules, AreaAnswer(zones=("crown", "midscalp")), {"crown": HALF}) == (Decimal("0.8"),) * 3


def test_a_number_for_a_zone_holds_for_the_zone_inside_it(rules: RuleSet) -> None:
    assert missing(rules, AreaAnswer(zones=("hairline_temples",)), {"front": HALF}) == (HALF,) * 3


def test_the_number_of_the_inner_zone_beats_that_of_the_outer(rules: RuleSet) -> None:
    kept = {"front": HALF, "hairline_temples": 0}
    assert missing(rules, AreaAnswer(zones=("hairline_temples",)), kept) == (1, 1, 1)


def test_a_measured_area_takes_the_mean_of_the_zones_named(rules: RuleSet) -> None:
    # crown 40 cm2 half kept, midscalp 60 cm2 bare
    kept = {"crown": HALF, "midscalp": 0}
    assert missing(rules, AreaAnswer(measured=Measured(cm2=30)), kept) == (Decimal("0.8"),) * 3


def test_the_whole_scalp_takes_the_mean_of_its_zones(rules: RuleSet) -> None:
    # the zones add up to 20 + 80 + 60 + 40 + 110 + 200 = 510 cm2; the donor band of 200 is half kept
    share = missing(rules, AreaAnswer(zones=("whole_scalp",)), {"donor": HALF})
    assert share.typical == 1 - Decimal(100) / 510


def test_a_number_for_the_whole_scalp_holds_for_all_of_it(rules: RuleSet) -> None:
    assert missing(rules, AreaAnswer(zones=("whole_scalp",)), {"whole_scalp": HALF}) == (HALF,) * 3


def test_no_zone_named_means_nothing_is_kept(rules: RuleSet) -> None:
    assert missing(rules, AreaAnswer(measured=Measured(cm2=30)), {}) == (1, 1, 1)
