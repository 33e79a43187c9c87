"""What if one thing changes: the question, and what it does to the plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from smp_planner.domain.plan import WhatIf


def what_ifs_told(cases: Iterable[WhatIf]) -> Iterator[str]:
    """Each question with what changes; what moves the price is said once, at the first that needs it."""
    said: set[str | None] = {None}
    for case in cases:
        yield what_if_told(case) if case.why in said else f"{what_if_told(case)} {case.why}"
        said.add(case.why)


def what_if_told(case: WhatIf) -> str:
    """The question, its first and last change, in visits or dates and in the end; the grafts of surgery."""
    return f"{case.say} {_effect(case)}"


def _effect(case: WhatIf) -> str:
    ends = dict.fromkeys((case.changes[0], case.changes[-1])) if case.changes else ()
    told = [f"{change.what}: {change.after}." for change in (*ends, *case.surgery[:1])]
    return " ".join(told if case.changes else (case.effect, *told))
