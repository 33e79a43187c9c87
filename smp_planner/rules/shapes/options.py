"""options.yaml: the five options, and who may not."""

from typing import Annotated, Literal

from pydantic import Field

from smp_planner.rules.figures import Basis, Cited, Figure, Saying, Text, Words
from smp_planner.rules.shapes.rule_file import OneSex, OptionId, RuleFile

FoundBy = Literal[
    "sex", "could_be_pregnant", "younger_than", "health", "health_unchecked", "doctor_asked",
    "doctor_agreed", "stage", "loss_moving_on", "need_above_donor", "shaved_head", "alopecia",
    "whole_scalp_alopecia", "scars_alone", "sex_unsaid", "not_now", "transplant_before",
    "woman_losing_hair", "no_hair_left", "raised_scar", "young_scar", "lost_on_medicine",
    "scar_untold", "raised_untold", "wants_shaved", "tablets_not_asked", "woman_on_tablets",
    "man_on_tablets", "young_loss",
    "dot_scars_alone",
]  # fmt: skip
"""The answer or the result that brings a reason up."""


class NothingAgainst(Saying):
    """What is said where nothing speaks against an option; `in_short` names the part of it that holds."""

    in_short: Words


class OptionName(Cited):
    """One option: its name, and in one line what it is.

    `about_for_users` is said to who uses a medicine for hair by now, `about_for_scars` where scars are all
    there is, `about_for_others` of another kind of hair loss, and `about_for_women` to women, if part of it
    is for men.

    `nothing_against_women` is what women are told where nothing speaks against it, if part of it is for men.
    """

    name: Words
    about: Words
    about_for_users: Words | None = None
    about_for_scars: Words | None = None
    about_for_others: Words | None = None
    nothing_against_women: NothingAgainst | None = None
    about_for_women: Words | None = None


class Gate(Cited):
    """A reason why options ask for a talk first, or aren't for this person; none bars doing nothing.

    Doing nothing may ask for a doctor first, and stays open.

    `found_by` names the answer or result that brings it up, `among` the answers that do; `only_for` is the
    sex that it is about, where the sex isn't said too; it isn't told beside the gates named in `unless`,
    which say as much. `not_in` are the regions whose leaflets don't say it: it isn't told there, and where
    no region was chosen it is. `in_short` stands beside the state in a headline;
    `why` may hold {value}, {low} and {high} of the figure, {need}, {donor} and {both} grafts, or, where no
    plan is made, its {reasons}.
    """

    options: Annotated[list[OptionId], Field(min_length=1)]
    found_by: FoundBy
    among: list[Text] = []
    only_for: OneSex | None = None
    unless: list[Text] = []
    not_in: list[Literal["US", "UK"]] = []
    open_to_you: Literal["ask", "not_for_you"]
    why: Words
    in_short: Words | None = None
    figure: Figure | None = None
    basis: Basis
    note: Words | None = None


class SaidFirst(Saying):
    """What is said before the options where no plan is made; `only_for`: under these stops and waits."""

    only_for: list[Text] = []


class OptionRules(RuleFile):
    """options.yaml: the five options, and who may not."""

    order: Annotated[list[OptionId], Field(min_length=5, max_length=5)]
    order_say: Words
    options: dict[str, OptionName]
    nothing_against: Saying
    without_plan: dict[str, SaidFirst]
    gates: dict[str, Gate]
    led_here: dict[Text, Words]
    nothing_costs: Figure
