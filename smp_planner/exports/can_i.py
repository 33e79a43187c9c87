"""Can I do this on that day? A plan's own days give the answer, in a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from smp_planner.domain.care import Aftercare, Preparation
from smp_planner.domain.words import listed, spoken


class Activity(NamedTuple):
    """What somebody would like to do, and every rule that may speak against it: after a visit, before one."""

    name: str
    after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()


# An activity is free only on a day on which none of its rules holds: who may not use a foil shaver may
# not use a razor either.
ACTIVITIES: Mapping[str, Activity] = {
    "swim": Activity("Swim", after=("swimming", "touching")),
    "sun": Activity("Be in the sun", after=("direct_sun",), before=("tan_or_sunburn",)),
    "train": Activity("Train hard", after=("heavy_exercise",)),
    "sauna": Activity("Use a sauna", after=("sauna_steam",)),
    "touch": Activity("Touch or wet my scalp", after=("touching",)),
    "mild_shampoo": Activity("Use mild shampoo", after=("shampoo", "touching")),
    "normal_shampoo": Activity("Use normal shampoo", after=("normal_shampoo", "shampoo", "touching")),
    "foil_shaver": Activity("Use a foil shaver", after=("foil_shave", "touching")),
    "razor": Activity("Shave with a razor", after=("razor", "foil_shave", "touching"), before=("razor",)),
    "tight_hat": Activity("Wear a tight hat", after=("tight_hats",)),
    "cream": Activity("Use cream or hair lotion", after=("creams",)),
    "scrub": Activity("Use a scrub or acid", after=("exfoliant",)),
    "dye": Activity("Dye my hair or self-tan", after=("self_tan_and_dye",)),
    "alcohol": Activity("Drink alcohol", before=("alcohol",)),
    "coffee": Activity("Drink coffee", before=("caffeine",)),
}
KINDS = {"avoid": "Avoid", "do": "Do", "expect": "Usual"}
ONE_DAY = timedelta(1)


class _Run(NamedTuple):
    """Days in a row, both ends included, on which a limit after these visits holds."""

    first: date
    last: date
    sessions: tuple[int, ...]


def can_i(care: Aftercare, activity: Activity, day: date) -> str:
    """Whether a plan leaves a day free for an activity, from when to when it doesn't, and why then."""
    runs = tuple(_runs(care, activity))
    near = [p for p in preparations_on(care, day) if p.rule in activity.before]
    held = next((run for run in runs if run.first <= day <= run.last), None)
    if held is not None:
        later = _next_start(care, activity, runs, held.last)
        free, until = spoken(held.last + ONE_DAY), f", until {spoken(later)}" if later else ""
        return (
            f"Not on {spoken(day)}. The limit holds from {spoken(held.first)} to {spoken(held.last)}, "
            f"after {_visits(held.sessions)}. From {free} on you are free of it{until}."
        )
    if near:
        first = near[0]
        days = f"from {spoken(first.from_)} to {spoken(first.to)}"
        return f"Not on {spoken(day)}, as visit {first.session} is near. {first.say} This holds {days}."
    return _free(care, activity, runs, day)


def _free(care: Aftercare, activity: Activity, runs: tuple[_Run, ...], day: date) -> str:
    said = [f"No rule of this plan speaks against it on {spoken(day)}."]
    if preparations_on(care, day):
        said.append("But a visit is near: see below what it asks for.")
    later = _next_start(care, activity, runs, day)
    said.append(f"The next limit begins on {spoken(later)}." if later else "By then this limit is over.")
    return " ".join(said)


def held_on(care: Aftercare, day: date) -> list[tuple[str, str]]:
    """Everything that holds on a day: of which kind, and in its own words."""
    held = [window for window in care.windows if window.from_ <= day <= window.to]
    rows = [(name, window.say) for kind, name in KINDS.items() for window in held if window.kind == kind]
    rows += [(f"Before visit {p.session}", p.say) for p in preparations_on(care, day)]
    return rows or [("Nothing", "No rule of this plan holds on that day.")]


def preparations_on(care: Aftercare, day: date) -> list[Preparation]:
    """What holds on a day because a visit is near."""
    return [preparation for preparation in care.before if preparation.from_ <= day <= preparation.to]


def _runs(care: Aftercare, activity: Activity) -> Iterator[_Run]:
    """The days on which any rule of the activity holds; what touches is one run."""
    run: _Run | None = None
    windows = [window for window in care.windows if window.rule in activity.after]
    for window in sorted(windows, key=lambda window: window.from_):
        if run is None or window.from_ > run.last + ONE_DAY:
            if run is not None:
                yield run
            run = _Run(window.from_, window.to, window.sessions)
        else:
            sessions = tuple(sorted({*run.sessions, *window.sessions}))
            run = _Run(run.first, max(run.last, window.to), sessions)
    if run is not None:
        yield run


def _next_start(care: Aftercare, activity: Activity, runs: tuple[_Run, ...], day: date) -> date | None:
    """The next day after this one on which a limit or a preparation of the activity begins."""
    starts = [run.first for run in runs]
    starts += [p.from_ for p in care.before if p.rule in activity.before]
    return min((start for start in starts if start > day), default=None)


def _visits(numbers: tuple[int, ...]) -> str:
    told = listed([str(number) for number in numbers])
    return f"visit {told}" if len(numbers) == 1 else f"visits {told}"
