"""surgery.yaml, medication.yaml, hair.yaml: figures of the other options, made personal by the planner."""

from typing import Literal

from smp_planner.rules.figures import Figure, Strict, Table
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
    natural_density: Figure
    scar_density: Figure
    donor: Table
    survival: Table
    per_operation: Figure
    later_operation: Figure
    later_operations: Figure
    prices: dict[str, SurgeryPrices]


class MedicationPrices(Strict):
    """Monthly prices of medication in one region: both medicines of men, and the lotion alone."""

    both: Figure
    lotion: Figure


class MedicationRules(RuleFile):
    """medication.yaml: what a month costs, who takes tablets beside the lotion, which stages are thin."""

    prices: dict[str, MedicationPrices]
    thin_stages: list[Literal["I", "II", "III"]]
    tablets_taken: Table


class HairRules(RuleFile):
    """hair.yaml: how a hair count moves from year to year, untreated and on medication, and whose it was."""

    counted_in: CountedIn
    untreated_yearly_loss: Figure
    medication_gain: Table
