"""suitability.yaml: stop, wait, ask a doctor, know."""

from typing import Annotated, Literal

from pydantic import Field

from smp_planner.rules.figures import Basis, Cited, Figure, Saying, Strict, Text, Words
from smp_planner.rules.shapes.rule_file import RuleFile


class Criterion(Cited):
    """One reason to stop, wait, ask a doctor or know something before planning.

    `found_by` is how it comes up: `health` (the person ticks it) or the name of an answer; `among` holds
    the choices of that answer that bring it up. `short` names what is asked in a few words. `reason` tells
    why it matters at all. `for_scars` is said in place of `say` where scars are all there is to cover,
    `for_users` to who uses a medicine for hair by now; `with_dates` behind it where a plan has dates.
    """

    level: Literal["stop", "wait", "ask_doctor", "know"]
    ask: Words | None = None
    short: Words | None = None
    found_by: Literal[
        "health", "age", "transplant_on", "laser_removal_on", "chemo_or_radiotherapy_on",
        "transplant_past", "chemo_or_radiotherapy_past",
        "could_be_pregnant", "nothing_to_cover", "loss_moving_on", "loss_may_move_on", "little_loss",
        "light_hair", "dark_skin", "raised_scar", "young_scar", "scar_untold", "greying", "everyone",
        "smp_before",
        "medicine_named", "age_unknown", "headgear", "no_sun_protection", "long_by_bare", "scar",
        "doctor_said_no", "woman_without_stage",
        "dot_scars", "dot_scars_alone", "young_loss", "young_line",
    ]  # fmt: skip
    among: list[Text] = []
    say: Words
    reason: Saying | None = None
    for_scars: Words | None = None
    for_users: Words | None = None
    with_dates: Words | None = None
    wait: Figure | None = None
    basis: Basis
    note: Words | None = None


class OpenQuestion(Saying):
    """What is said where a safety question was answered with "not sure".

    `among` holds the sexes that are asked it, where not everyone is; somebody who gave none is asked too.
    `say_named` is said in place of `say` where the person named which of the health questions it is.
    """

    among: list[Text] = []
    say_named: Words | None = None


class HealthGroup(Strict):
    """Health questions that the page asks together, in their order."""

    title: Words
    ask: Annotated[list[Text], Field(min_length=1)]


class ScarOpen(Strict):
    """What can be open about a scar, as it stands in a line with others."""

    age: Words
    raised: Words
    red: Words


class SuitabilityRules(RuleFile):
    """suitability.yaml: stop, wait, ask a doctor, know."""

    adult_from_years: Figure
    settled_scar_months: Figure
    much_hair_left: Figure
    loss_judged_from_years: Figure
    criteria: dict[str, Criterion]
    health_groups: dict[str, HealthGroup]
    unsure: dict[str, OpenQuestion]
    scar_open: ScarOpen
    referral: dict[str, Words]
    because: dict[str, Words]
