"""The rules as the planner reads them: typed files, sources, and which edition they are."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast

from smp_planner.domain.intake import Weekday
from smp_planner.domain.plan import RulesEdition
from smp_planner.domain.provenance import Source
from smp_planner.rules.shapes.aftercare import AftercareRules
from smp_planner.rules.shapes.answers import IntakeRules
from smp_planner.rules.shapes.claims import ArticleRules, WhatIfRules
from smp_planner.rules.shapes.clinic import ClinicFile
from smp_planner.rules.shapes.course import CoverageRules, DensityRules, SessionRules, TechniqueRules
from smp_planner.rules.shapes.options import ComparisonRules, OptionRules, RiskRules
from smp_planner.rules.shapes.suitability import SuitabilityRules
from smp_planner.rules.shapes.years import PriceRules, TouchUpRules

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSet:
    """Checked rules. Every figure in them answers `.read()` with a `Reading`."""

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
    comparison: ComparisonRules
    risks: RiskRules
    what_if: WhatIfRules
    article: ArticleRules
    clinic: ClinicFile | None = None
    _kept: dict[Hashable, Any] = field(
        default_factory=dict[Hashable, Any], init=False, repr=False, compare=False
    )

    def kept(self, key: Hashable, work_out: Callable[[], T]) -> T:
        """What follows from the rules and the key alone, worked out on first use."""
        if key not in self._kept:
            self._kept[key] = work_out()
        return cast(T, self._kept[key])

    @property
    def region(self) -> str:
        """Region whose prices and words apply: asked for, the clinic's, or the base rules'."""
        return self.edition.region or self.prices.default_region

    @property
    def closed_weekdays(self) -> tuple[Weekday, ...]:
        """Weekdays on which the clinic is closed."""
        return tuple(self.clinic.closed.days) if self.clinic else ()
