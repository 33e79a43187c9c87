"""What if one thing changes: the question, and what it does to the plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from smp_planner.domain.plan import Change, TreatmentPlan, WhatIf
from smp_planner.exports.standing import to_confirm

FIRST_CHECK = "fades_fast"  # the case whose first change is a day


def what_ifs_told(cases: Iterable[WhatIf]) -> Iterator[str]:
    """Each question with its work or first change, those of days, and its last one; the grafts of surgery.

    What moves the price is said once, at the first that needs it; so are the same changes of days.
    """
    said: set[object] = {None}
    for case in cases:
        dates = () if case.dates in said else case.dates
        why = None if case.why in said else case.why
        yield " ".join(filter(None, (case.say, _effect(case, dates), why)))
        said |= {case.dates, case.why}


def what_ifs_to_confirm(plan: TreatmentPlan) -> Iterator[str]:
    """The same; those that tell days say where these hang on a doctor's answer, the others hold none."""
    for case, told in zip(plan.what_if, what_ifs_told(plan.what_if), strict=True):
        yield to_confirm(plan, told) if _tells_days(case) else told


def _tells_days(case: WhatIf) -> bool:
    return bool(case.dates) or (case.id == FIRST_CHECK and bool(case.changes))


def _effect(case: WhatIf, dates: tuple[Change, ...]) -> str:
    ends = (*(case.work or case.changes[:1]), *dates, *case.changes[-1:])
    told = [f"{change.what}: {change.after}." for change in (*dict.fromkeys(ends), *case.surgery[:1])]
    return " ".join(told if case.changes else (case.effect, *told))
