"""How many people a process holds, beside the tuned empty page; what each costs; a full house."""

from __future__ import annotations

import time
import urllib.error
import urllib.request
from collections.abc import Sequence
from contextlib import ExitStack
from math import ceil, inf
from statistics import median, quantiles
from typing import NamedTuple

from benchmarks.browser import browsing, chromium, weigh_first_plan
from benchmarks.crowd import THINKS, Crowd, crowding
from benchmarks.effort import Effort
from benchmarks.page import OUR_PLAYS, TUNED_SLIDER, Play
from benchmarks.servers import OURS, Served, serving
from benchmarks.visitor import visiting

GOAL_MS, GOAL_PEOPLE, GOAL_SHARE = 300, 150, 0.5
GOAL_MIB_PAGE, GOAL_MIB, GOAL_START_S = 0.3, 250, 1.5
CLINIC, PATIENT = OUR_PLAYS[0], OUR_PLAYS[3]
FEW = 20  # people, who show what a change and a page cost
FIRST = 0.4  # of a processor: so busy is the server when the search for the most begins
MOST = 2_000  # people; beyond it the search ends


class Load(NamedTuple):
    """People at a page for a while: how many, what they waited for, and what it cost the servers."""

    people: int
    times: list[float]
    faults: list[str]
    clients: float  # of a processor, all clients together
    servers: float  # of a processor, all servers together
    mib: float  # of the largest process

    @property
    def slow(self) -> float:
        """The milliseconds that 95 of 100 changes take at most; endless where any has failed or none came."""
        if self.faults or len(self.times) < 2:
            return inf
        return quantiles(self.times, n=20)[-1]

    def __str__(self) -> str:
        """As a line of what was seen."""
        middle = median(self.times or [inf])
        return (
            f"{self.people:5d} people: half in {middle:5.0f} ms, 95 of 100 in {self.slow:5.0f} ms"
            f" of {len(self.times)} changes; servers {self.servers:.0%} of a processor, clients"
            f" {self.clients:.0%}, {self.mib:.0f} MiB{f', faults: {self.faults[:2]}' if self.faults else ''}"
        )


class Held(NamedTuple):
    """What came of a search: the most people, a page's memory, the largest process, and every look."""

    people: int
    page_mib: float
    mib: float
    loads: list[Load]


class Side:
    """Processes with the same page, and a crowd for each: people parted as a sticky balancer would."""

    def __init__(self, play: Play, replicas: int, open_: ExitStack) -> None:
        self.play = play
        self.served = [open_.enter_context(serving(play.page)) for _ in range(replicas)]
        self.crowds = [
            open_.enter_context(crowding(served.port, play, seed)) for seed, served in enumerate(self.served)
        ]

    def watch(self, people: int, seconds: float) -> Load:
        """What they wait for, once so many are there."""
        faults = [fault for crowd, own in self._parted(people) for fault in crowd.become(own)]
        for crowd in self.crowds:
            crowd.begin(THINKS)  # until all have had a turn
        _ = [crowd.end() for crowd in self.crowds]
        work, start = self._cpu_s(), time.monotonic()
        for crowd in self.crowds:
            crowd.begin(seconds)
        seen = [crowd.end() for crowd in self.crowds]
        taken = time.monotonic() - start
        return Load(
            people,
            [ms for one in seen for ms in one.times],
            faults + [fault for one in seen for fault in one.faults],
            sum(one.share for one in seen),
            (self._cpu_s() - work) / taken,
            max(served.mib() for served in self.served),
        )

    def _parted(self, people: int) -> list[tuple[Crowd, int]]:
        shares = [people // len(self.crowds)] * len(self.crowds)
        shares[0] += people - sum(shares)
        return list(zip(self.crowds, shares, strict=True))

    def _cpu_s(self) -> float:
        return sum(served.cpu_ms() for served in self.served) / 1000


def compare(effort: Effort) -> None:
    """Print what every goal asks for, and what was reached."""
    thorough = effort.steps > 4
    _start(3 if thorough else 1)
    _weigh()
    tuned = _search(TUNED_SLIDER, 1, effort)
    _tell("tuned empty page", 1, tuned)
    for name, play in (("patient, a step", PATIENT), ("clinic, In short", CLINIC)):
        held = _search(play, 1, effort)
        _tell(name, 1, held, _beside(held, tuned))
        if thorough or play is CLINIC:
            both = _search(play, 2, effort)
            _tell(name, 2, both, f" | {_share(both, held)} times one process's {held.people}")
        if play is CLINIC:
            _full(max(FEW, held.people), effort)


def _start(times: int) -> None:
    """From the start of a process to its first word that it is ready, and to the plan of who comes then."""
    seconds: list[float] = []
    to_plan: list[float] = []
    for _ in range(times):
        start = time.monotonic()
        with serving(OURS) as served:
            while _status(served, "/readyz") != 200:
                time.sleep(0.01)
            seconds.append(time.monotonic() - start)
            with visiting(served.port):
                to_plan.append(time.monotonic() - start)
    print(f"start to ready: {median(seconds):.2f} s (goal: at most {GOAL_START_S})")
    print(f"start to the plan of who comes in that moment: {median(to_plan):.2f} s")


def _weigh() -> None:
    """What a first plan weighs over the wire, in Chromium on a phone with an empty cache."""
    if path := chromium():
        with serving(OURS) as served, browsing(path) as browser:
            weigh_first_plan(browser, served)
    else:
        print("first plan on a phone: not weighed, as there is no Chromium")


def _status(served: Served, path: str) -> int:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{served.port}{path}", timeout=10) as answer:
            return answer.status
    except urllib.error.HTTPError as refused:
        return refused.code


def _search(play: Play, replicas: int, effort: Effort) -> Held:
    """Let more and more people come until the slow changes take too long, then fewer, then half way."""
    with ExitStack() as open_:
        side = Side(play, replicas, open_)
        loads = [side.watch(FEW * replicas, effort.watched_s)]
        low, high, people = loads[0].people, MOST, _first(loads[0], replicas)
        while low < people < high and loads[0].slow < GOAL_MS and len(loads) < effort.steps:
            loads.append(side.watch(people, effort.watched_s))
            if loads[-1].slow < GOAL_MS:
                low = people
                people = ceil(people * effort.more) if high == MOST else (low + high) // 2
            else:
                high = people
                people = (low + high) // 2
            if high < low * (1 + (effort.more - 1) / 2):
                break
    return _held(loads, replicas)


def _tell(name: str, replicas: int, held: Held, ratio: str = "") -> None:
    print(f"{name}, {replicas} process{'es' if replicas > 1 else ''}:")
    for load in held.loads:
        print(f"  {load}")
    print(f"  held with 95 of 100 in {GOAL_MS} ms: {held.people} people{ratio}")
    print(
        f"  {held.page_mib:.2f} MiB a page (goal: at most {GOAL_MIB_PAGE}),"
        f" {held.mib:.0f} MiB a process (goal: at most {GOAL_MIB})",
        flush=True,
    )


def _first(few: Load, replicas: int) -> int:
    """How many people to begin the search with, by what the first few have cost."""
    each = few.servers / few.people
    return max(FEW * replicas * 2, min(MOST, int(FIRST * replicas / each)))


def _held(loads: Sequence[Load], replicas: int) -> Held:
    good = [load for load in loads if load.slow < GOAL_MS] or [loads[0]]
    few, most = loads[0], good[-1]
    more = (most.people - few.people) / replicas
    page = (most.mib - few.mib) / more if more else float("nan")
    return Held(most.people if most.slow < GOAL_MS else 0, page, most.mib, list(loads))


def _beside(held: Held, tuned: Held) -> str:
    return (
        f" (goal: at least {GOAL_PEOPLE}) | {_share(held, tuned)} of the tuned empty page's {tuned.people}"
        f" (goal: at least {GOAL_SHARE})"
    )


def _share(held: Held, beside: Held) -> str:
    return f"{held.people / beside.people:.2f}" if beside.people else "?"


def _full(people: int, effort: Effort) -> None:
    """A house that is full: who comes is asked to try again, and those inside wait no longer than before."""
    inside = people * 4 // 5
    full = CLINIC.page._replace(environment=(("SMP_MOST_PEOPLE", str(inside)),))
    with ExitStack() as open_:
        side = Side(CLINIC._replace(page=full), 1, open_)
        before = side.watch(inside, effort.watched_s)
        late = open_.enter_context(crowding(side.served[0].port, CLINIC, seed=7))
        side.crowds[0].begin(effort.watched_s)
        got = late.knock(max(3, int(effort.watched_s) * 5))
        page = _status(side.served[0], "/")
        during = side.crowds[0].end()
    slow = Load(inside, during.times, during.faults, 0, 0, 0).slow
    refused = sum(status == 503 for status in got)
    print(
        f"full with {inside} people, {len(got)} more: {refused} refused with 503 at the connection,"
        f" {page} at the page; 95 of 100 changes inside in {slow:.0f} ms, before {before.slow:.0f} ms;"
        f" faults inside: {len(during.faults)} (goal: all refused, none, and at most {GOAL_MS} ms)"
    )
