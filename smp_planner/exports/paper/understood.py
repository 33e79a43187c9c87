"""The answers as they were understood, so that whoever reads them can check."""

from __future__ import annotations

from smp_planner.domain.plan import Compared
from smp_planner.exports.paper.blocks import Section


def understood(plan: Compared) -> Section:
    """Each answer beside its question."""
    return Section("understood", "", ())
