"""comparison.yaml: the sentences around its figures: why, not known, what curves show, notes."""

from smp_planner.rules.figures import Saying, Strict, Text


class FigureReasons(Strict):
    """The sentence that answers "why?" for each kind of figure in the comparison."""

    grafts_by_stage: Text
    grafts_by_area: Text
    grafts_in_scars: Text
    grafts_scars_too: Text
    first_by_stage: Text
    first_by_mean: Text
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
    no_donor: Saying
    medication_price: Saying
    money_withheld: Saying


class NotCounted(Strict):
    """What people are told of an answer that was counted in others alone, by whom they are."""

    men: Saying
    women: Saying
    others: Saying
    scars: Saying


class FigureWords(Strict):
    """How the range behind a figure is said; it holds {low} and {high}."""

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
