"""What of a drawing has a place on the head: zones and scars, and not a size alone."""

from __future__ import annotations

from smp_planner.domain.drawing import Drawing, Fill, Patch, Zone

FILL = Fill(150, 0)
SCAR = Patch("scar_1", 12, 1, 2, FILL, Fill(38, 127))
MEASURED = Patch("measured", 8, 5, 1, FILL, FILL, Fill(0, 127))


def drawn(*patches: Patch, **zones: Zone) -> Drawing:
    return Drawing(zones, patches, FILL, 127)


def test_a_scar_has_a_place_on_the_head_and_a_measured_size_has_none() -> None:
    both = drawn(MEASURED, SCAR)
    assert both.scars == (SCAR,)
    assert both.on_head
    assert both.without_place
    assert not drawn(SCAR).without_place
    assert not drawn(MEASURED).on_head
    assert drawn(crown=Zone(1, FILL)).on_head
