"""surgery.yaml, medication.yaml, hair.yaml: figures of the other options, made personal by the planner."""

from typing import Annotated, Literal

from pydantic import Field

from smp_planner.rules.figures import Figure, Pair, Saying, Strict, Table, Text, Words
from smp_planner.rules.shapes.rule_file import CountedIn, RuleFile


class SurgeryPrices(Strict):
    """Prices of surgery in one region, by option."""

    per_graft: Table
    minimum: Table


class SurgeryRules(RuleFile):
    """surgery.yaml: what surgery needs, what the donor area gives, and what it costs."""

    full_plan: Table
    first_operation: Table
    target_density: Figure
    crown_density: Figure
    cover_speaks_for: Figure
    natural_density: Figure
    scar_density: Figure
    donor: Table
    survival: Table
    per_operation: Figure
    later_operation: Figure
    later_operations: Figure
    prices: dict[str, SurgeryPrices]


class MedicationPrices(Strict):
    """Monthly prices of medication in one region: both medicines of men, and each of them alone."""

    both: Figure
    tablets: Figure
    lotion: Figure


class Naming(Strict):
    """Names of medicines, and the texts that hold them where a region may tell the public.

    `told` has the path of each text that it stands for, from the name of its file on; `no_address` is said
    of a document whose address is left out.
    """

    regions: list[Literal["US", "UK"]]
    names: Annotated[list[Text], Field(min_length=1)]
    no_address: Words
    told: dict[str, Words]


class MedicationRules(RuleFile):
    """medication.yaml: a month's cost, who takes tablets beside lotion, thin stages, names."""

    prices: dict[str, MedicationPrices]
    thin_stages: list[Literal["I", "II", "III"]]
    tablets_taken: Table
    naming: Naming


class CountedMen(Saying):
    """Those who were counted over years: of what age they were, and of what Norwood stages they were not."""

    ages: Pair
    not_stages: list[Literal["I", "II", "IIA", "III", "III-vertex", "IV", "V", "VI", "VII"]]


class HairRules(RuleFile):
    """hair.yaml: how a hair count moves from year to year, untreated and on medication, and whose it was."""

    counted_in: CountedIn
    counted: CountedMen
    untreated_yearly_loss: Figure
    medication_gain: Table
