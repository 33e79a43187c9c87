"""comparison.yaml: the sentences around its figures: why, not known, what curves show, notes."""

from smp_planner.rules.figures import Saying, Strict, Text, Words


class FigureReasons(Strict):
    """The sentence that answers "why?" for each kind of figure in the comparison."""

    grafts_by_stage: Words
    grafts_by_area: Words
    grafts_by_kept: Words
    grafts_in_scars: Words
    grafts_scars_too: Words
    grafts_per_cm2: Words
    grafts_that_fit: Words
    first_by_stage: Words
    first_by_mean: Words
    grafts_growing: Words
    donor: Words
    donor_left: Words
    operations: Words
    cover_share: Words
    cover_share_kept: Words
    cover_share_stage: Words
    cover_share_reckoned: Words
    not_covered: Words
    hair_untreated: Words
    hair_medication: Words
    cost_nothing: Words
    cost_nothing_for_users: Words
    cost_medication: Words
    cost_first_month: Words
    cost_smp: Words
    cost_first_operation: Words
    cost_surgery: Words
    cost_surgery_later: Words
    cost_surgery_more: Words
    cost_per_cm2: Words
    cost_per_thin_cm2: Words
    visits: Words
    chair_hours: Words
    days_without: Words
    full_result: Words
    touch_ups: Words
    density_growing: Words
    density_that_fits: Words
    look: Words
    density: Words
    from_sources: Words
    words_from_sources: Words
    curves_about: Words


class NotKnown(Strict):
    """Why a figure of the comparison isn't known, or isn't shown.

    `donor_used_before`, `donor_size_used_before` and `laser_price` may hold {typical}, {range} and the like
    of a figure to set it against.
    """

    hair_of_women: Saying
    other_hair_loss: Saying
    grafts_in_scars: Saying
    no_donor: Saying
    donor_used_before: Saying
    donor_other_loss: Saying
    donor_size_used_before: Saying
    cover_used_before: Saying
    laser_price: Saying
    medication_price: Saying
    tablets_price: Saying
    thin_area: Saying
    money_withheld: Saying
    money_without_plan: Saying
    plan_withheld: Saying


class NotCounted(Strict):
    """What people are told of an answer that was counted in others alone, by whom they are.

    `users` are those who use a medicine for hair by now, where people were counted who began without.
    `resting`, `far` and `other_age` are those whose loss has stayed the same, has gone further, and who are
    of another age than the men who were counted over years.
    """

    men: Saying
    women: Saying
    others: Saying
    scars: Saying
    users: Saying
    resting: Saying
    far: Saying
    other_age: Saying


class FigureWords(Strict):
    """How the range behind a figure is said; it holds {low} and {high}.

    `one_study` is said in its place where one study gave one number, `one_review` and `one_survey` where it
    stands in a review or a survey alone, `our_sum` where a figure of surgery
    is the same from low to high; `over` tells a time in which people were counted, by its months; `leans`
    tells how it is decided what leans.
    """

    range: Words
    one_study: Words
    one_review: Words
    one_survey: Words
    our_sum: Words
    over: dict[Text, Words]
    leans: Words


class CurveTexts(Strict):
    """What the curves show, of whom, and what they leave out.

    `cost_apart` says what surgery's money holds of a loss that goes on, and SMP's does not.
    """

    hair: Saying
    hair_smp: Saying
    hair_medication: Saying
    hair_surgery: Saying
    cost: Saying
    cost_medication: Saying
    cost_medication_both: Saying
    cost_nothing_for_users: Saying
    cost_smp: Saying
    cost_surgery: Saying
    cost_apart: Saying
    cost_no_surgery: Saying


class FigureNotes(Strict):
    """Notes on figures that need one, and words for surgery that nobody needs, or perhaps nobody.

    `kept_unsure` stands by figures that rise with the grafts needed, `kept_unsure_turned` by those that fall.
    `own_hair`, `stage_below_full`, `stage_above_full`, `crown_fewer` and `place_unsaid` say how the grafts on
    each cm2 stand to what looks full, `tables_differ` that the plan of a stage does not fit its area,
    `price_of_plan` that a price is that of such a plan, and `spread_thin` that they are told over all of the
    area. `other_loss` stands by surgery's money where nobody knows if grafts grow in that kind of loss.
    `little_change` stands by SMP where our sum gives few grafts; `today_loss` where loss may move on, and
    `later_stage` where a later stage needs more than a donor area gives: it may hold {stage} and its need.
    `stage_kept` says that a stage's grafts are the same with hair kept, `stage_or_sum` that they are the high
    end where less is missing, `grafts_alone` that cover is told of grafts alone, `scar_of_transplant` that a
    scar may be the mark of an earlier transplant.
    `if_done` stands by a price of surgery whose grafts may come to none.
    `each_alone` tells what each medicine comes to alone, beside the price of both.
    `own_hair_told` and `own_hair_reckoned` say within words how much of the own hair was told, or reckoned.
    `none_needed`, `few_needed`, `own_hair_reckoned` and `ink` may hold {typical} and {high} of the figure,
    and the like.
    """

    above_donor: Saying
    used_before: Saying
    other_loss: Saying
    wide_range: Saying
    kept_unsure: Saying
    kept_unsure_turned: Saying
    kept_natural: Saying
    own_hair: Saying
    own_hair_told: Saying
    own_hair_reckoned: Saying
    stage_below_full: Saying
    stage_above_full: Saying
    crown_fewer: Saying
    place_unsaid: Saying
    tables_differ: Saying
    price_of_plan: Saying
    spread_thin: Saying
    stage_kept: Saying
    stage_or_sum: Saying
    grafts_alone: Saying
    scar_of_transplant: Saying
    each_alone: Saying
    if_done: Saying
    nothing_to_graft: Saying
    look_with_few_grafts: Saying
    none_needed: Saying
    few_needed: Saying
    little_change: Saying
    today_loss: Saying
    later_stage: Saying
    ink: Saying
