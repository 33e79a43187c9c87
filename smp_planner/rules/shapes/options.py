"""options.yaml: the five options, and who may not."""

from typing import Annotated, Literal

from pydantic import Field

from smp_planner.rules.figures import Basis, Cited, Figure, Saying, Text, Words
from smp_planner.rules.shapes.rule_file import OptionId, RuleFile


class OptionName(Cited):
    """One option: its name, and in one line what it is, also for who uses a medicine for hair by now.

    `not_asked` tells, beside nothing that speaks against it, what nobody asked about.
    """

    name: Words
    about: Words
    about_for_users: Words | None = None
    not_asked: Saying | None = None


class Gate(Cited):
    """A reason why options ask for a talk first, or aren't for this person; none bars doing nothing.

    Doing nothing may ask for a doctor first, and stays open.

    `found_by` names the answer or result that brings it up, `among` the answers that do;
    `why` may hold {value}, {low} and {high} of the figure, {need}, {donor} and {both} grafts, or, where no
    plan is made, its {reasons}.
    """

    options: Annotated[list[OptionId], Field(min_length=1)]
    found_by: Literal[
        "sex", "could_be_pregnant", "younger_than", "health", "health_unchecked", "doctor_asked",
        "stage", "loss_moving_on", "need_above_donor", "shaved_head", "alopecia",
        "whole_scalp_alopecia", "scars_alone", "sex_unsaid", "not_now", "transplant_before",
        "woman_losing_hair", "no_hair_left", "raised_scar", "lost_on_medicine",
        "scar_untold", "raised_untold", "wants_shaved",
    ]  # fmt: skip
    among: list[Text] = []
    open_to_you: Literal["ask", "not_for_you"]
    why: Words
    figure: Figure | None = None
    basis: Basis
    note: Words | None = None


class SaidFirst(Saying):
    """What is said before the options where no plan is made; with `only_for` under that stop alone."""

    only_for: Text | None = None


class OptionRules(RuleFile):
    """options.yaml: the five options, and who may not."""

    order: Annotated[list[OptionId], Field(min_length=5, max_length=5)]
    order_say: Words
    options: dict[str, OptionName]
    nothing_against: Saying
    without_plan: dict[str, SaidFirst]
    gates: dict[str, Gate]
    nothing_costs: Figure
