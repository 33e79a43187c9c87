"""What if one thing changes: the question, and what it does to the plan."""

from __future__ import annotations

from smp_planner.domain.plan import WhatIf


def what_if_told(case: WhatIf) -> str:
    """The question, then its first and last change: in visits or dates, and in the end."""
    return f"{case.say} {_effect(case)}"


def _effect(case: WhatIf) -> str:
    if not case.changes:
        return case.effect
    ends = dict.fromkeys((case.changes[0], case.changes[-1]))
    return " ".join(f"{change.what}: {change.after}." for change in ends)
