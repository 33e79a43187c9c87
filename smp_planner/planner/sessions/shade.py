"""Which grey: a target that comes closest to the hair, and a lighter first session.

Steps of a greyscale, 1 lightest to 5 black. Skin tone shifts the first session; it is never darker
than the target. Where no grey fits there are words only.
"""

from __future__ import annotations

from decimal import Decimal

from smp_planner.domain.course import Shade
from smp_planner.domain.intake import Intake
from smp_planner.domain.provenance import Reading, Step
from smp_planner.domain.quantities import Estimate, spread
from smp_planner.domain.words import fill
from smp_planner.planner.coverage.extents import ZERO, Extent, estimate, exactly, extent_of
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.shapes.course import ShadeRow

UNIT = "steps"
WHOLE_STEPS = "1"


def choose_shade(intake: Intake, rules: RuleSet) -> tuple[Shade, tuple[Step, ...]]:
    """The shade of the first session and its target, from hair colour and skin tone."""
    if intake.hair.colour is None:
        return _unsure(rules)
    row = rules.density.shade[intake.hair.colour]
    if row.first is None or row.target is None:
        assert row.say is not None, "a hair colour that no grey matches has words"
        reading = row.read()
        shade = Shade(first_session=None, target=None, say=row.say, sources=reading.sources)
        return shade, (Step(field="shade", value=None, because=row.say, rules=(reading,)),)
    return _grey(row.first.read(), row.target.read(), row, intake.skin.tone, rules)


def _unsure(rules: RuleSet) -> tuple[Shade, tuple[Step, ...]]:
    say, reading = rules.density.shade_unsure, rules.density.shade_range.read()
    target = estimate(extent_of(reading), UNIT, WHOLE_STEPS, say.say)
    shade = Shade(first_session=None, target=target, say=say.say, sources=say.read().sources)
    return shade, (Step(field="shade.target", value=target, because=say.say, rules=(reading, say.read())),)


def _grey(
    first: Reading, target: Reading, row: ShadeRow, tone: str | None, rules: RuleSet
) -> tuple[Shade, tuple[Step, ...]]:
    notes, wide = rules.density.notes, rules.density.shade_unsure.say
    shift, shift_rules = _shift(tone, rules)
    lightest = rules.density.shade_range.read()
    darkest = extent_of(target)
    start = _shifted(extent_of(first), shift).at_least(exactly(lightest.low)).at_most(darkest)
    begin, end = (estimate(extent, UNIT, WHOLE_STEPS, wide) for extent in (start, darkest))
    shade = Shade(
        first_session=begin,
        target=end,
        say=row.say or _told(begin, end, rules),
        sources=row.read().sources,
    )
    return shade, (
        Step(
            field="shade.first_session",
            value=shade.first_session,
            because=notes["shade_first"].say,
            rules=(first, *shift_rules, lightest),
            uses=("shade.target",),
        ),
        Step(field="shade.target", value=shade.target, because=notes["shade_target"].say, rules=(target,)),
    )


def _told(first: Estimate, target: Estimate, rules: RuleSet) -> str:
    """The two greys by name: deepened at the second visit, or kept where the first is the target."""
    greys, notes = rules.density.greys, rules.density.notes
    words = notes["shade_keep" if first.typical == target.typical else "shade_deepen"].say
    return fill(words, first=greys[str(first.typical)], target=greys[str(target.typical)])


def _shift(tone: str | None, rules: RuleSet) -> tuple[Extent, tuple[Reading, ...]]:
    """Steps that skin tone adds; where nobody said, none, with the ends of all tones."""
    rows = rules.density.tone_shift.rows
    if tone is not None:
        reading = rows[tone].read()
        return exactly(reading.number), (reading,)
    readings = tuple(row.read() for row in rows.values())
    low, high = spread(ZERO, (reading.number for reading in readings))
    return Extent(Decimal(low), ZERO, Decimal(high)), readings


def _shifted(first: Extent, shift: Extent) -> Extent:
    """First shade and shift, moved one at a time."""
    low = min(first.low + shift.typical, first.typical + shift.low)
    high = max(first.high + shift.typical, first.typical + shift.high)
    return Extent(low, first.typical + shift.typical, high)
