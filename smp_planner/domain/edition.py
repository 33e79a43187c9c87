"""Which rules made a plan: their edition, and what a clinic moved or added, signed where it had to be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from smp_planner.domain.clinic import ClinicProfile
from smp_planner.domain.quantities import Number


class Signature(NamedTuple):
    """Who answers for a rule beyond the limits of the base rules, and since when."""

    by: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ClinicEdit:
    """A value that the clinic moved, from what to what, and why.

    `label` names it in words, `range` is what the base rules recommend, both in `unit`; `titles` are those of
    the sources. What is `signed` lies beyond the limits of the base rules.
    """

    parameter: str
    from_: Number
    to: Number
    reason: str
    outside_range: bool = False
    sources: tuple[str, ...] = ()
    label: str | None = None
    unit: str | None = None
    range: tuple[Number, ...] = ()
    titles: tuple[str, ...] = ()
    signed: Signature | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClinicInstruction:
    """An instruction of the clinic's own beside the base rules: what it says, why, by which documents.

    `rule` is its id among the aftercare. What may loosen a rule is `signed`.
    """

    rule: str
    name: str
    say: str
    reason: str
    titles: tuple[str, ...] = ()
    signed: Signature | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RulesEdition:
    """Which rules made this plan: review date, fingerprint of all files, clinic, region.

    `region` is that of the prices. Medicines are named only where a region was set that may name them.
    `own_instructions` is None where the clinic gives none beside the base rules.
    `profile` is None where no clinic states anything of itself.
    """

    edition: str
    fingerprint: str
    clinic: str | None = None
    region: str | None = None
    medicines_named: bool = False
    clinic_edits: tuple[ClinicEdit, ...] = ()
    own_instructions: tuple[ClinicInstruction, ...] | None = None
    profile: ClinicProfile | None = None
