"""What is drawn of a plan: the areas, the densities and the kept hair that its dots are counted with."""

from __future__ import annotations

from decimal import Decimal
from math import sqrt

import pytest

from smp_planner.domain.drawing import Drawing
from smp_planner.domain.intake import AreaAnswer, Intake, Measured, Scar
from smp_planner.planner.coverage.cells import zone_cells
from smp_planner.planner.dots.drawing import drawing_of, look_of
from smp_planner.rules.ruleset import RuleSet
from tests.people import adult, plan_of

SCAR = Scar(length_cm=Decimal(12), width_cm=Decimal("0.5"))


def counted(drawing: Drawing, rules: RuleSet) -> float:
    """All dots of a look: area times density, zone by zone and patch by patch."""
    own = {
        zone: cm2.typical for zone in drawing.zones for name, cm2 in zone_cells(zone, rules) if name == zone
    }
    zones = sum(own[name] * zone.share * zone.fill.dots for name, zone in drawing.zones.items())
    patches = Decimal(0)
    for patch in drawing.patches:
        inner = Decimal(patch.length_cm * patch.width_cm)
        outer = (patch.length_cm + 2 * patch.edge_cm) * (patch.width_cm + 2 * patch.edge_cm)
        worth = outer - inner
        if patch.beyond:
            worth = (patch.length_cm + patch.width_cm) * patch.edge_cm + 4 * Decimal(patch.edge_cm) ** 2 / 3
        patches += inner * patch.inside.dots + worth * patch.edge.dots
    return float(zones + patches)


def in_edge(drawing: Drawing, intake: Intake, rules: RuleSet) -> float:
    """The dots of the soft edge, for which a head from above has no room: each zone adds to their square."""
    parts = {part.id: float(part.cm2.typical) for part in plan_of(intake, rules).area.parts}
    squares = sum(parts[name] * float(zone.fill.dots) ** 2 for name, zone in drawing.zones.items())
    return parts["blend_band"] * sqrt(squares / sum(parts[name] for name in drawing.zones))


@pytest.mark.parametrize("kept", [0, Decimal("0.4"), {"crown": Decimal("0.5"), "front": Decimal("0.2")}])
@pytest.mark.parametrize("area", [AreaAnswer(norwood="V"), AreaAnswer(zones=("front", "crown"))])
def test_zones_drawn_hold_the_dots_of_the_plan(area: AreaAnswer, kept: object, rules: RuleSet) -> None:
    person = adult(area=area, kept_hair=kept)
    drawing, total = drawing_of(person, rules), plan_of(person, rules).dots.total.typical
    drawn = counted(drawing, rules) + in_edge(drawing, person, rules)
    assert drawn == pytest.approx(float(total), rel=0.001)


@pytest.mark.parametrize(
    "area",
    [
        AreaAnswer(measured=Measured(length_cm=Decimal(12), width_cm=Decimal(9))),
        AreaAnswer(measured=Measured(cm2=Decimal(40))),
        AreaAnswer(scars=(SCAR, SCAR)),
        AreaAnswer(measured=Measured(cm2=Decimal(40)), scars=(SCAR,)),
    ],
)
def test_patches_drawn_hold_the_dots_of_the_plan_edge_and_margin_included(
    area: AreaAnswer, rules: RuleSet
) -> None:
    person = adult(area=area, kept_hair=Decimal("0.3"))
    drawing = drawing_of(person, rules)
    assert not drawing.zones
    total = plan_of(person, rules).dots.total.typical
    assert counted(drawing, rules) == pytest.approx(float(total), rel=0.001)


def test_hair_that_is_kept_stands_among_fewer_dots(rules: RuleSet) -> None:
    bare = drawing_of(adult(kept_hair=0), rules).zones["crown"].fill
    thin = drawing_of(adult(kept_hair=Decimal("0.4")), rules).zones["crown"].fill
    assert (bare.dots, bare.hairs) == (150, 0)
    assert thin.dots == 90
    assert thin.hairs == Decimal("0.4") * drawing_of(adult(), rules).full_hair


def test_the_whole_scalp_is_every_zone_with_the_hair_of_each(rules: RuleSet) -> None:
    drawing = drawing_of(
        adult(area=AreaAnswer(zones=("whole_scalp",)), kept_hair={"sides": Decimal("0.5")}), rules
    )
    assert {zone.share for zone in drawing.zones.values()} == {1}
    assert set(drawing.zones) == set(rules.coverage.inside["whole_scalp"])
    assert drawing.zones["sides"].fill.dots == 75
    assert drawing.zones["crown"].fill.dots == 150


def test_around_a_scar_hair_stands_unless_it_is_said_to_be_gone(rules: RuleSet) -> None:
    scars = AreaAnswer(scars=(SCAR,))
    for kept, hairs in ((None, 127), (0, 0), (Decimal("0.5"), 63.5), ({"crown": Decimal("0.1")}, 127)):
        [patch] = drawing_of(adult(area=scars, kept_hair=kept), rules).patches
        assert float(patch.edge.hairs) == hairs
        assert (patch.inside.dots, patch.inside.hairs) == (150, 0)


def test_a_scar_inside_the_area_lies_among_its_dots(rules: RuleSet) -> None:
    area = AreaAnswer(zones=("whole_scalp",), scars=(SCAR,))
    [patch] = drawing_of(adult(area=area, kept_hair=Decimal("0.4")), rules).patches
    assert (patch.inside.dots, patch.edge.dots) == (150, 90)


def test_a_scar_of_no_known_size_is_drawn_in_the_usual_one(rules: RuleSet) -> None:
    [patch] = drawing_of(adult(goals=("scar_camouflage",), area=AreaAnswer()), rules).patches
    usual = rules.coverage.scar
    assert (patch.length_cm, patch.width_cm) == (usual.length_cm.value, usual.width_cm.value)


def test_the_look_of_the_area_as_a_whole_is_its_mean(rules: RuleSet) -> None:
    person = adult(area=AreaAnswer(zones=("crown", "midscalp")), kept_hair={"crown": Decimal("0.5")})
    typical = drawing_of(person, rules).typical
    assert float(typical.dots) == pytest.approx((40 * 75 + 60 * 150) / 100)
    assert float(typical.hairs) == pytest.approx(40 * 63.5 / 100)


def test_a_look_names_the_treated_zones_and_says_how_wide_dots_and_hairs_are(rules: RuleSet) -> None:
    intake = adult(area=AreaAnswer(zones=("crown", "front")))
    look = look_of(intake, rules)
    assert look.drawing == drawing_of(intake, rules)
    assert dict(zip(look.drawing.zones, look.places, strict=True))["crown"] == "crown"
    assert 0 < look.hair_mm < look.dot_mm < 1


@pytest.mark.parametrize(
    ("area", "kept", "is_bare_by_hair"),
    [
        (AreaAnswer(zones=("crown",)), Decimal(0), False),
        (AreaAnswer(zones=("crown",)), Decimal("0.5"), False),
        (AreaAnswer(scars=(SCAR,)), None, True),
    ],
    ids=["bare", "thin", "a scar among hair"],
)
def test_bare_skin_is_named_where_hair_stands_beside_it(
    area: AreaAnswer, kept: object, rules: RuleSet, *, is_bare_by_hair: bool
) -> None:
    """195 dots on 1 cm2 of the scar read as those of the whole area, which had 138."""
    assert drawing_of(adult(area=area, kept_hair=kept), rules).bare_by_hair is is_bare_by_hair
