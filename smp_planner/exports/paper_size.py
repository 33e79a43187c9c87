"""The size of paper that people have at hand where they live."""

from __future__ import annotations

from typing import Literal

from smp_planner.domain.edition import RulesEdition

PaperSize = Literal["letter", "a4"]


def usual_paper(rules: RulesEdition) -> PaperSize:
    """Letter in the United States, A4 everywhere else, by the region of the prices."""
    return "letter" if rules.region == "US" else "a4"
