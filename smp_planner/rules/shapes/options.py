"""options.yaml: the five options, who may not, and the figures made personal."""

from typing import Annotated, Literal

from pydantic import Field

from smp_planner.rules.figures import Basis, Cited, Figure, Saying, Strict, Table, Text
from smp_planner.rules.shapes.rule_file import CountedIn, OptionId, RuleFile


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
        "whole_scalp_alopecia", "scars_alone", "sex_unsaid",
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
    natural_density: Figure
    scar_density: Figure
    donor: Table
    survival: Table
    per_operation: Figure
    later_operation: Figure
    later_operations: Figure


class HairRules(Strict):
    """How a hair count moves from year to year, untreated and on medication, and whose it was."""

    counted_in: CountedIn
    untreated_yearly_loss: Figure
    medication_gain: Table


class SurgeryPrices(Strict):
    """Prices of surgery in one region, by option."""

    per_graft: Table
    minimum: Table


class MedicationPrices(Strict):
    """Monthly prices of medication in one region: both medicines of men, and the lotion alone."""

    both: Figure
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
    density: Text
    from_sources: Text
    words_from_sources: Text
    curves_about: Text


class NotKnown(Strict):
    """Why a figure of the comparison isn't known, or isn't shown."""

    hair_of_women: Saying
    other_hair_loss: Saying
    grafts_in_scars: Saying
    medication_price: Saying
    money_withheld: Saying


class NotCounted(Strict):
    """What people are told of an answer that was counted in others alone, by whom they are."""

    men: Saying
    women: Saying
    others: Saying
    scars: Saying


class FigureWords(Strict):
    """How the span of a figure, and a range behind it, are said; both hold {low} and {high}."""

    span: Text
    range: Text


class CurveTexts(Strict):
    """What the curves show, of whom, and what they leave out."""

    hair: Saying
    hair_smp: Saying
    hair_medication: Saying
    hair_surgery: Saying
    cost: Saying
    cost_medication: Saying
    cost_surgery: Saying
    cost_no_surgery: Saying


class FigureNotes(Strict):
    """Notes on figures that need one, and words for surgery that nobody needs, or perhaps nobody.

    `none_needed`, `few_needed` and `perhaps_none` may hold {typical} and {high} of the figure, and the like.
    """

    above_donor: Saying
    wide_range: Saying
    kept_unsure: Saying
    kept_natural: Saying
    nothing_to_graft: Saying
    none_needed: Saying
    few_needed: Saying
    perhaps_none: Saying


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
    tablets_taken: Table
    because: FigureReasons
    words: FigureWords
    not_known: NotKnown
    not_counted: NotCounted
    curves: CurveTexts
    notes: FigureNotes
    combinations: dict[str, Saying]
