"""The rules as the planner reads them: typed files, sources, and which edition they are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, TypeVar, cast

from smp_planner.domain.clinic import Logo
from smp_planner.domain.edition import RulesEdition
from smp_planner.domain.provenance import Reading, Source
from smp_planner.language.speech import OWN, Speech
from smp_planner.rules.clinic_asks import ClinicAsks
from smp_planner.rules.shapes.about import AboutRules
from smp_planner.rules.shapes.aftercare import AftercareRules
from smp_planner.rules.shapes.answers import IntakeRules
from smp_planner.rules.shapes.claims import ArticleRules, WhatIfRules
from smp_planner.rules.shapes.clinic import ClinicFile
from smp_planner.rules.shapes.comparison import ComparisonRules
from smp_planner.rules.shapes.course import CoverageRules, DensityRules, SessionRules, TechniqueRules
from smp_planner.rules.shapes.decision import DecisionRules
from smp_planner.rules.shapes.ipdas import IpdasRules
from smp_planner.rules.shapes.matters import MattersRules
from smp_planner.rules.shapes.offers import OfferRules
from smp_planner.rules.shapes.options import OptionRules
from smp_planner.rules.shapes.risks import RiskRules
from smp_planner.rules.shapes.suitability import SuitabilityRules
from smp_planner.rules.shapes.talk import TalkRules
from smp_planner.rules.shapes.treatments import HairRules, MedicationRules, SurgeryRules
from smp_planner.rules.shapes.years import PriceRules, TouchUpRules

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSet:
    """Checked rules. Every figure in them answers `.read()` with a `Reading`.

    `hours_at` is where the clinic's file names its hours, closed days, chairs and starts, by key.
    `speech` is what their texts are told in, and so is all that is planned by them. `headings` are the first
    lines of the files, by the name of the file. `replaced` are the rules that a clinic moved, as the base
    rules have them, by their id. `asks` is the clinic's own price list, where it gives one in the currency of
    the region. `told_region` is the region that was asked for, or the clinic's; None where nobody named one.
    """

    edition: RulesEdition
    sources: Mapping[str, Source]
    intake: IntakeRules
    suitability: SuitabilityRules
    coverage: CoverageRules
    density: DensityRules
    sessions: SessionRules
    technique: TechniqueRules
    aftercare: AftercareRules
    touch_ups: TouchUpRules
    prices: PriceRules
    options: OptionRules
    surgery: SurgeryRules
    medication: MedicationRules
    hair: HairRules
    comparison: ComparisonRules
    matters: MattersRules
    risks: RiskRules
    what_if: WhatIfRules
    talk: TalkRules
    decision: DecisionRules
    offers: OfferRules
    about: AboutRules
    ipdas: IpdasRules
    article: ArticleRules
    clinic: ClinicFile | None = None
    asks: ClinicAsks | None = None
    told_region: str | None = None
    hours_at: Mapping[str, str] = field(default_factory=dict[str, str])
    logo: Logo | None = None
    replaced: Mapping[str, Reading] = field(default_factory=dict[str, Reading])
    headings: Mapping[str, str] = field(default_factory=dict[str, str])
    speech: Speech = OWN
    _kept: dict[Callable[[RuleSet], Any], Any] = field(
        default_factory=dict[Callable[["RuleSet"], Any], Any], init=False, repr=False, compare=False
    )

    def kept(self, work_out: Callable[[RuleSet], T]) -> T:
        """What a function works out from the rules alone, worked out on first use.

        It is given nothing but the rules, so nothing of a person can stay behind.
        """
        if work_out not in self._kept:
            self._kept[work_out] = work_out(self)
        return cast(T, self._kept[work_out])

    def with_habits(self, speech: Speech) -> RuleSet:
        """The same texts, with days and figures as another speech of the same language writes them."""
        return replace(self, speech=speech)

    @property
    def region(self) -> str:
        """Region whose prices and words apply: asked for, the clinic's, or the base rules'."""
        return self.edition.region or self.prices.default_region

    @property
    def currency(self) -> str:
        """Currency of the prices: that of the region."""
        return self.prices.regions[self.region].currency

    @property
    def prices_as_of(self) -> date:
        """Day on which the prices were last looked at: the clinic's list, else those of the region."""
        if self.asks is None:
            return self.prices.reviewed.on
        return max(self.sources[id_].read_on for id_ in self.asks.prices.sources)

    @property
    def made_by(self) -> tuple[str, str | None]:
        """What tells these rules from others: the fingerprint of their files, and the region asked for."""
        return self.edition.fingerprint, self.edition.region
