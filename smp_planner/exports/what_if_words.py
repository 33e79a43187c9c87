"""What if one thing changes: the question, and what it does to the plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from smp_planner.domain.plan import Change, WhatIf


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


def _effect(case: WhatIf, dates: tuple[Change, ...]) -> str:
    ends = (*(case.work or case.changes[:1]), *dates, *case.changes[-1:])
    told = [f"{change.what}: {change.after}." for change in (*dict.fromkeys(ends), *case.surgery[:1])]
    return " ".join(told if case.changes else (case.effect, *told))
