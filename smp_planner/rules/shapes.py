"""What each rule file looks like: one model a file, read by the planner by attribute."""

from collections.abc import Callable
from datetime import date
from typing import Annotated, Any, Literal, TypeVar, cast

from pydantic import Field, PrivateAttr

from smp_planner.rules.figures import (
    Basis,
    Choice,
    Cited,
    Figure,
    Number,
    Pair,
    Row,
    Saying,
    SplitTable,
    Strict,
    Table,
    Text,
    Unit,
)

T = TypeVar("T")
Kind = Literal[
    "guideline", "regulator", "review", "trial", "cohort", "case_series", "small_study", "book",
    "society", "survey", "label", "clinic", "marketing", "press", "judgement",
]  # fmt: skip
Grade = Literal["high", "moderate", "low", "very_low"]
OptionId = Literal["nothing", "medication", "smp", "fut", "fue"]
Leans = Literal["for", "against", "neither"]


class Reviewed(Strict):
    """When and by whom the figures of a file were last looked through."""

    on: date
    by: Text


class RuleFile(Strict):
    """What every rule file begins with."""

    reviewed: Reviewed


class SourceEntry(Strict):
    """sources.yaml: one document."""

    title: Text
    year: int | None = None
    kind: Kind
    grade: Grade
    url: Annotated[str, Field(pattern=r"^https?://")] | None = None
    read_on: date


# --- intake.yaml --------------------------------------------------------------------------


class Accepted(Strict):
    """Bounds of the answers; outside them an answer is refused."""

    start: Annotated[list[date], Field(min_length=2, max_length=2)]
    age: Figure
    area_cm2: Figure
    dots_per_cm2: Figure
    kept_hair: Figure
    scar_length_cm: Figure
    scar_width_cm: Figure
    concern_weight: Figure
    events: Figure
    appointment_within_days: Figure


class IntakeRules(RuleFile):
    """intake.yaml: what answers are accepted, and the names of the choices."""

    accepted: Accepted
    choices: dict[str, dict[str, Text]]
    concerns: dict[str, Text]


# --- suitability.yaml ---------------------------------------------------------------------


class Criterion(Cited):
    """One reason to stop, wait, ask a doctor or know something before planning.

    `found_by` is how it comes up: `health` (the person ticks it) or the name of an answer.
    """

    level: Literal["stop", "wait", "ask_doctor", "know"]
    ask: Text | None = None
    found_by: Literal[
        "health", "age", "transplant_on", "laser_removal_on", "chemo_or_radiotherapy_on",
        "could_be_pregnant", "nothing_to_cover", "loss_moving_on", "loss_may_move_on", "little_loss",
        "light_hair", "raised_scar", "greying", "everyone", "smp_before", "medicine_named",
    ]  # fmt: skip
    say: Text
    wait: Figure | None = None
    basis: Basis
    note: Text | None = None


class SuitabilityRules(RuleFile):
    """suitability.yaml: stop, wait, ask a doctor, know."""

    adult_from_years: Figure
    criteria: dict[str, Criterion]
    referral: dict[str, Text]
    because: dict[str, Text]


# --- coverage.yaml, density.yaml, sessions.yaml, technique.yaml ---------------------------


class ScarRules(Strict):
    """Margins around a scar."""

    margin_cm: Figure
    length_cm: Figure
    width_cm: Figure


class BlendBand(Strict):
    """The soft edge: treated = bare + factor * sqrt(bare), up to a most."""

    factor: Figure
    treated_most_cm2: Figure


class NextStage(Strict):
    """How the bare area grows when loss moves on."""

    norwood: dict[str, str]
    ludwig: dict[str, str]
    growth: Figure


class CoverageRules(RuleFile):
    """coverage.yaml: zones, stages and scars to cm2."""

    zones: Table
    inside: dict[str, list[str]]
    norwood: SplitTable
    ludwig: SplitTable
    scar: ScarRules
    blend_band: BlendBand
    when_unsure: dict[str, list[str]]
    next_stage: NextStage
    notes: dict[str, Saying]


class ShadeRow(Cited):
    """Greyscale of one hair colour: first visit and target; words alone where no grey fits."""

    first: Row | None = None
    target: Row | None = None
    say: Text
    basis: Basis


class DensityRules(RuleFile):
    """density.yaml: looks to dots per cm2, kept hair, shades."""

    looks: Table
    unsure_look: Text
    least_share: Figure
    kept_when_unsure: Figure
    softer_for_oily: Saying
    shade: dict[str, ShadeRow]
    tone_shift: Table
    shade_range: Figure
    shade_unsure: Saying
    notes: dict[str, Saying]


class Shares(Cited):
    """How the dots are spread over the visits, in per cent."""

    sessions: int
    percent: list[Number]
    basis: Basis
    note: Text | None = None


class SessionRules(RuleFile):
    """sessions.yaml: how many, how long, how far apart."""

    count: Figure
    add: Table
    large_area_cm2: Figure
    likely_extra: Figure
    shares: list[Shares]
    dots_per_hour: Figure
    set_up_hours: Figure
    mapping_hours: Figure
    visit_hours: Figure
    shortest_visit_hours: Figure
    gaps: Table
    settled_after_days: Figure
    start_within_days: Figure
    notes: dict[str, Saying]


class TechniqueRules(RuleFile):
    """technique.yaml: digital or manual, what is worked on, the steps of a visit."""

    method: dict[str, Choice]
    focus: dict[str, Saying]
    steps: dict[str, list[Text]]
    numbing: Saying
    facts: dict[str, Saying]


# --- aftercare.yaml -----------------------------------------------------------------------


class Instruction(Cited):
    """What to avoid, do or expect, from one day after a visit to another (visit = day 0).

    It begins on `from_day` or the day after the rule named in `starts_after` ends (else on day 0),
    and ends on `to_day` or together with the rule named in `ends_with`; those rules stand above it.
    """

    name: Text
    kind: Literal["avoid", "do", "expect"]
    say: Text
    after: Literal["each_session", "last_session"] = "each_session"
    from_day: Figure | None = None
    starts_after: Text | None = None
    to_day: Figure | None = None
    ends_with: Text | None = None
    longer_for: Table | None = None
    why: Text
    differs: Text | None = None


class BeforeVisit(Cited):
    """What to do or leave before a visit, up to the visit itself.

    It never begins before the rule named in `starts_after` has ended for the visit before.
    """

    name: Text
    say: Text
    days: Figure
    first_visit_only: bool = False
    starts_after: Text | None = None
    basis: Basis


class Call(Cited):
    """A warning sign and whom to call."""

    say: Text
    whom: Text
    urgent: bool
    basis: Basis


class AftercareRules(RuleFile):
    """aftercare.yaml: before, avoid, do, expect, call."""

    instructions: dict[str, Instruction]
    before: dict[str, BeforeVisit]
    call_if: dict[str, Call]
    events: dict[str, Text]
    event_words: dict[str, Text]
    words: dict[str, Text]


# --- touch_ups.yaml, prices.yaml ----------------------------------------------------------


class Fade(Strict):
    """The fading curve: share lost in the first months, then a share of the rest each year.

    `months` are the points of the curve, counted from the last visit.
    """

    months: Annotated[list[int], Field(min_length=1)]
    first_months: Figure
    first_loss: Figure
    scar_first_loss: Figure
    yearly_loss: Figure


class TouchUpRules(RuleFile):
    """touch_ups.yaml: interval, drivers, fading."""

    interval_months: Figure
    sooner_for: Table
    earliest_months: Figure
    horizon_years: Figure
    fade: Fade
    notes: dict[str, Saying]


class PricePoint(Cited):
    """Course price at one treated area; between points the price runs straight."""

    cm2: Number
    value: Number
    range: Pair
    basis: Basis
    note: Text | None = None


class PriceTable(Strict):
    """Course prices by treated area: straight lines between the points, flat outside them."""

    label: Text
    unit: Unit
    limits: Pair
    note: Text | None = None
    points: Annotated[list[PricePoint], Field(min_length=1)]


class Prices(Strict):
    """Prices of one region, in its currency, tax as stated."""

    currency: Literal["USD", "GBP"]
    tax: Text
    course: PriceTable
    scar_course: PriceTable
    visit_seen: Figure
    extra_visit: Figure
    touch_up: Figure
    removal_price_not_known: Text


class PriceRules(RuleFile):
    """prices.yaml: course, visit, touch-up, removal, by region."""

    default_region: Literal["US", "UK"]
    valid_days: Figure
    horizons_years: list[int]
    removal_sessions: Figure
    removal_say: Saying
    wide_range: Saying
    regions: dict[str, Prices]
    included: list[Text]
    not_included: list[Text]
    notes: dict[str, Saying]


# --- options.yaml, comparison.yaml, risks.yaml --------------------------------------------


class OptionName(Cited):
    """One option: its name, and in one line what it is."""

    name: Text
    about: Text


class Gate(Cited):
    """A reason why options ask for a talk first, or aren't for this person; none bars doing nothing.

    `found_by` names the answer or result that brings it up, `among` the answers that do;
    `why` may hold {value}, {low} and {high} of the figure, or {need}, {donor} and {both} grafts.
    """

    options: Annotated[list[Literal["medication", "smp", "fut", "fue"]], Field(min_length=1)]
    found_by: Literal[
        "sex", "could_be_pregnant", "younger_than", "health", "health_unchecked", "doctor_asked",
        "stage", "loss_moving_on", "need_above_donor", "shaved_head", "alopecia",
        "whole_scalp_alopecia", "scars_alone",
    ]  # fmt: skip
    among: list[Text] = []
    open_to_you: Literal["ask", "not_for_you"]
    why: Text
    figure: Figure | None = None
    basis: Basis
    note: Text | None = None


class GraftRules(Strict):
    """What surgery needs and what the donor area gives."""

    full_plan: Table
    target_density: Figure
    scar_density: Figure
    donor: Table
    survival: Table
    per_operation: Figure
    later_operation: Figure


class HairRules(Strict):
    """How the hair count of men moves from year to year: untreated, and on medication."""

    untreated_yearly_loss: Figure
    medication_gain: Table


class SurgeryPrices(Strict):
    """Prices of surgery in one region, by option."""

    per_graft: Table
    minimum: Table


class MedicationPrices(Strict):
    """Monthly prices of medication in one region."""

    tablets: Figure
    lotion: Figure


class FigureReasons(Strict):
    """The sentence that answers "why?" for each kind of figure in the comparison."""

    grafts_by_stage: Text
    grafts_by_area: Text
    grafts_in_scars: Text
    grafts_growing: Text
    donor: Text
    operations: Text
    cover_share: Text
    hair_untreated: Text
    hair_medication: Text
    cost_nothing: Text
    cost_medication: Text
    cost_smp: Text
    cost_first_operation: Text
    cost_surgery: Text
    cost_per_cm2: Text
    visits: Text
    chair_hours: Text
    days_without: Text
    full_result: Text
    touch_ups: Text
    from_sources: Text


class NotKnown(Strict):
    """Why a figure of the comparison isn't known, or isn't shown."""

    hair_of_women: Saying
    other_hair_loss: Saying
    nothing_to_graft: Saying
    strip_into_scars: Saying
    medication_price: Saying
    money_withheld: Saying


class CurveTexts(Strict):
    """What the curves show, of whom, and what they leave out."""

    hair: Saying
    hair_smp: Saying
    hair_medication: Saying
    hair_surgery: Saying
    cost: Saying
    cost_medication: Saying
    cost_surgery: Saying


class FigureNotes(Strict):
    """Notes on figures that need one."""

    above_donor: Saying
    wide_range: Saying


class OptionRules(RuleFile):
    """options.yaml: the five options, who may not, and the figures made personal."""

    order: Annotated[list[OptionId], Field(min_length=5, max_length=5)]
    order_say: Text
    options: dict[str, OptionName]
    nothing_against: Saying
    gates: dict[str, Gate]
    grafts: GraftRules
    hair: HairRules
    nothing_costs: Figure
    surgery_prices: dict[str, SurgeryPrices]
    medication_prices: dict[str, MedicationPrices]
    because: FigureReasons
    not_known: NotKnown
    curves: CurveTexts
    notes: FigureNotes
    combinations: dict[str, Saying]


class CellRule(Cited):
    """One answer: words, and a figure where one is known.

    `say` may hold {low}, {typical}, {high} and, with `from_plan`, is filled from this plan.
    """

    say: Text
    leans: Leans
    value: Number | None = None
    range: Annotated[list[Number], Field(min_length=2, max_length=2)] | None = None
    per_100: bool = False
    not_known: Text | None = None
    from_plan: Text | None = None
    strength: Grade
    note: Text | None = None


class RowRule(Strict):
    """One question, answered for each of the five options."""

    group: Text
    question: Text
    unit: Text
    cells: dict[str, CellRule]


class ComparisonRules(RuleFile):
    """comparison.yaml: the questions and the answers per option."""

    groups: dict[str, Text]
    rows: dict[str, RowRule]
    _kept: tuple[object, dict[str, Any]] | None = PrivateAttr(default=None)

    def kept(self, rules: object, name: str, work_out: Callable[[], T]) -> T:
        """What follows from a set of rules alone, worked out on first use and kept with it."""
        kept = self._kept
        if kept is None or kept[0] is not rules:
            kept = self._kept = (rules, {})
        if name not in kept[1]:
            kept[1][name] = work_out()
        return cast(T, kept[1][name])


class RiskRule(Cited):
    """One risk of one option."""

    option: OptionId
    say: Text
    per_100: Figure | None = None
    not_known: Text | None = None
    prevent: Text
    do: Text
    strength: Grade


class RiskRules(RuleFile):
    """risks.yaml: what can go wrong, for every option."""

    risks: dict[str, RiskRule]


# --- what_if.yaml, article.yaml, clinics/*.yaml -------------------------------------------


class WhatIfRule(Strict):
    """One changed assumption."""

    say: Text
    none: Text
    same: Text
    no_dates: Text
    more_sessions: Figure | None = None
    price_rise: Figure | None = None


class WhatIfRules(RuleFile):
    """what_if.yaml: the assumptions that are changed one at a time."""

    cases: dict[str, WhatIfRule]
    names: dict[str, Text]


class Claim(Cited):
    """A claim of the article that contradicts itself or the literature, and our settlement."""

    topic: Text
    claims: Annotated[list[Text], Field(min_length=1)]
    kind: Literal["contradicts_itself", "not_supported"]
    literature: Text
    settled: Text
    rules: list[Text] = []


class ArticleRules(RuleFile):
    """article.yaml: where the source article can't be taken at its word."""

    claims: dict[str, Claim]


class Override(Strict):
    """A value that a clinic moves inside the limits, with its reason and sources."""

    value: Number
    reason: Text
    sources: Annotated[list[Text], Field(min_length=1)]


class ClinicHours(Strict):
    """Weekdays and single days on which the clinic is closed."""

    days: list[Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]] = []
    dates: list[date] = []


class ClinicFile(Strict):
    """clinics/*.yaml: one clinic over the base rules."""

    name: Text
    region: Literal["US", "UK"] | None = None
    closed: ClinicHours = ClinicHours()
    sources: dict[str, SourceEntry] = {}
    overrides: dict[str, Override] = {}
