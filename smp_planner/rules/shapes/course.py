"""coverage.yaml, density.yaml, sessions.yaml, technique.yaml: what is done."""

from typing import Annotated, Literal

from pydantic import Field

from smp_planner.rules.figures import (
    Basis,
    Choice,
    Cited,
    Figure,
    Pair,
    Row,
    Saying,
    SplitTable,
    Strict,
    Table,
    Text,
    Words,
)
from smp_planner.rules.shapes.clinic_hours import Holidays
from smp_planner.rules.shapes.rule_file import RuleFile


class ScarRules(Strict):
    """Size and margins of a scar; in the zones of `inside` it adds no area.

    `hair_around` is the zone whose kept hair is the hair around a scar.
    """

    margin_cm: Figure
    length_cm: Figure
    width_cm: Figure
    inside: Annotated[list[Text], Field(min_length=1)]
    hair_around: Text


class BlendBand(Strict):
    """The soft edge: treated = bare + factor * sqrt(bare), up to a most."""

    factor: Figure
    treated_most_cm2: Figure


class AtHome(Strict):
    """Estimating an area at home: what is counted, and how far each way may be off."""

    card_cm2: Figure
    palm_cm2: Figure
    may_be_off: Table


class NextStage(Strict):
    """How the bare area grows when loss moves on."""

    norwood: dict[str, str]
    ludwig: dict[str, str]
    growth: Figure


class CoverageRules(RuleFile):
    """coverage.yaml: zones, stages and scars to cm2."""

    zones: Table
    cells: dict[str, Words]
    inside: dict[str, list[str]]
    norwood: SplitTable
    nothing_bare: list[Text]
    ludwig: SplitTable
    scar: ScarRules
    blend_band: BlendBand
    at_home: AtHome
    when_unsure: dict[str, list[str]]
    unsure_goal: Text
    next_stage: NextStage
    notes: dict[str, Saying]


class ShadeRow(Cited):
    """Greyscale of one hair colour: first visit and target; words alone where no grey fits.

    Without words of its own it is told by its two steps.
    """

    first: Row | None = None
    target: Row | None = None
    say: Words | None = None
    basis: Basis


class Preview(Strict):
    """What the drawing of the look compares with, and how large dots and hairs are."""

    natural_hair: Figure
    dot_mm: Figure
    hair_mm: Figure


class DensityRules(RuleFile):
    """density.yaml: looks to dots per cm2, kept hair, shades, sizes for the drawing."""

    looks: Table
    unsure_look: Text
    least_share: Figure
    kept_when_unsure: Figure
    kept_when_thin: Figure
    counted_stages: list[Literal["I", "II", "IIA", "III", "III-vertex", "IV", "V", "VI", "VII"]]
    kept_when_thinning_begins: Figure
    thinning_begins: list[Literal["I", "II", "III"]]
    preview: Preview
    softer_for_oily: Saying
    shade: dict[str, ShadeRow]
    greys: dict[str, Words]
    tone_shift: Table
    shade_range: Figure
    shade_unsure: Saying
    notes: dict[str, Saying]


class Sessions(Figure):
    """How many sessions a course begins with, and how many most clinics publish."""

    published: Pair


class SessionRules(RuleFile):
    """sessions.yaml: how many, how long, how far apart.

    `shares` has a table for each number of visits (`of_3`): the per cent of all dots that each is given.
    """

    count: Sessions
    add: Table
    large_area_cm2: Figure
    likely_extra: Figure
    shares: dict[str, Table]
    dots_per_hour: Figure
    set_up_hours: Figure
    mapping_hours: Figure
    visit_hours: Figure
    shortest_visit_hours: Figure
    gaps: Table
    settled_after_days: Figure
    start_within_days: Figure
    holidays: Holidays
    notes: dict[str, Saying]
    words: dict[str, Words]


class TechniqueRules(RuleFile):
    """technique.yaml: digital or manual, what is worked on, the steps of a visit."""

    method: dict[str, Choice]
    focus: dict[str, Saying]
    break_minutes: Figure
    steps: dict[str, list[Words]]
    numbing: Saying
    facts: dict[str, Saying]
