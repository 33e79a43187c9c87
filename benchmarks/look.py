"""How long the look of a plan takes on the server.

Paper and tests draw 25,000 dots there; a page only works out the numbers that it sends.
"""

from __future__ import annotations

import json
from decimal import Decimal

from benchmarks.effort import Effort
from benchmarks.timing import INTAKE, middle, milliseconds
from smp_planner.answers import read_intake
from smp_planner.domain.drawing import OF_AREA, Drawing, Fill, Zone
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.pictures.dots import marks_on_head
from smp_planner.pictures.drawn_look import head_with_dots
from smp_planner.pictures.seen import ZONES
from smp_planner.pictures.skin_tones import Colours, colours
from smp_planner.planner.dots.drawing import drawing_of
from smp_planner.planner.pipeline import plan_treatment
from smp_planner.rules.load import load_rules
from smp_planner.views.look_sent import sent

FILL = Fill(159, 0)  # so dense that the zones of the top hold 25,000 dots
TOP = Drawing(
    {zone: Zone(1, FILL) for zone in ("hairline_temples", "front", "midscalp", "crown")},
    (),
    {OF_AREA: FILL},
    0,
)
ALL = TOP._replace(zones={zone: Zone(1, FILL) for zone in ZONES})


def _clipped(drawing: Drawing, mine: Colours) -> int:
    return len(head_with_dots(drawing._replace(long=False), 1, mine, label="A head", order="parting"))


def compare(effort: Effort) -> None:
    """Print a line for the drawing on the server and one for what a page sends."""
    mine = colours("III", "dark_brown", 2, 3)
    first = milliseconds(lambda: marks_on_head(TOP, 1, "temples"))
    count = len(marks_on_head(TOP, 1, "temples").dots)
    drawn = middle(lambda: head_with_dots(TOP, 1, mine, label="A head"), effort.looks)
    print(f"head_with_dots  {drawn:6.1f} ms for {count:,} dots (goal: at most 30 for 25,000)")
    print(f"                {first:6.0f} ms the first time in a process, when the tile is laid over the head")
    for seen in ("side", "behind"):
        first = milliseconds(lambda seen=seen: marks_on_head(ALL, 1, "temples", seen))
        drawn = middle(
            lambda seen=seen: head_with_dots(ALL, 1, mine, label="A head", seen=seen), effort.looks
        )
        count = len(marks_on_head(ALL, 1, "temples", seen).dots)
        print(f"from {seen:<10} {drawn:6.1f} ms for {count:,} dots; the first time {first:.0f} ms")
    thin = Fill(75, 32)
    worn_long = Drawing(
        {zone: Zone(Decimal("0.5"), thin) for zone in TOP.zones}, (), {OF_AREA: thin}, 127, long=True
    )
    drawn = middle(lambda: head_with_dots(worn_long, 1, mine, label="A head", order="parting"), effort.looks)
    count = len(head_with_dots(worn_long, 1, mine, label="A head", order="parting"))
    worn = f"hair worn long: {drawn:.1f} ms, {count:,} letters, and {_clipped(worn_long, mine):,} if clipped"
    rules = load_rules()
    intake = read_intake(INTAKE)
    plan = plan_treatment(intake, rules)
    assert isinstance(plan, TreatmentPlan)
    drawing = drawing_of(intake, rules)
    example = middle(lambda: head_with_dots(drawing, 1, mine, label="A head"), effort.looks)
    marks = marks_on_head(drawing, 1, "temples")
    print(
        f"the example     {example:6.1f} ms for {len(marks.dots):,} dots and {len(marks.hairs):,} hairs; "
        f"{worn}"
    )

    def numbers() -> str:
        return json.dumps(sent(plan, drawing_of(intake, rules), rules))

    first = milliseconds(numbers)
    warm = middle(numbers, effort.looks)
    print(
        f"what a page sends {warm:4.2f} ms, the first time in a process {first:.2f} ms; "
        f"{len(numbers()):,} bytes of numbers and words"
    )
