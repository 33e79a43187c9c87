"""What the server still holds after many short visits: its memory at every quarter, and at the end.

Beside the process's memory stand Python's blocks, which a system that gives none back does not hide.
"""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from benchmarks.effort import Effort
from benchmarks.page import DENSITIES, STAGES
from benchmarks.servers import COUNTED, Served, serving
from benchmarks.tab import Tab
from benchmarks.visitor import fetched, visiting

AT_ONCE = 6
PAPER_OF = 10  # so many visitors, one takes a plan on paper along
MOST_GROWN = 15  # MiB from a quarter of the visits on: a leak of 10 KiB a visit would be as much
REST = 85.0  # seconds: sessions are kept for 60 after their page was closed, and looked for every 10


def compare(effort: Effort) -> None:
    """Print the memory as the visits go on.

    The first quarter fills what is kept for all: modules, speeches, what follows from the rules, and as many
    sessions of people who may come back as Streamlit keeps (128). After it nothing may grow with the visits.
    """
    quarter = effort.visits // 4
    with serving(COUNTED) as served, ThreadPoolExecutor(AT_ONCE) as people:
        seen = [told(served, 0)]
        for done in range(quarter, effort.visits + 1, quarter):
            list(people.map(partial(_visit, served.port), range(done - quarter, done)))
            seen.append(told(served, done))
        time.sleep(REST if effort.visits > 100 else 0)
        rest, blocks = served.mib(), _blocks(served)
    grown, slope = seen[4] - seen[1], seen[4] - seen[2]
    print(
        f"memory after a rest: {rest:.1f} MiB, {blocks:,} blocks"
        f" | from {quarter} to {effort.visits} visits {grown:+.1f} MiB"
        f" (goal: at most {MOST_GROWN}), in the last half {slope:+.1f} MiB (goal: at most {MOST_GROWN / 2})"
    )


def told(served: Served, visits: int) -> float:
    """The server's memory in MiB, told and given."""
    mib = served.mib()
    print(f"memory after {visits:5d} visits: {mib:.1f} MiB, {_blocks(served):,} blocks", flush=True)
    return mib


def _blocks(served: Served) -> int:
    return int(fetched(served.port, "/blocks"))


def _visit(port: int, number: int) -> None:
    """Open the page, give some answers, look at another part of the plan, and leave; some take a paper."""
    with visiting(port, tab=Tab(address=f"http://127.0.0.1:{port}/")) as visitor:
        visitor.change("density", DENSITIES[number % len(DENSITIES)])
        visitor.change("norwood", STAGES[number % len(STAGES)])
        visitor.change("part", ["Visits"])
        if number % PAPER_OF == 0:
            visitor.change("part", ["Talk and files"])
            fetched(port, visitor.make_file("Plan on paper (PDF)"))
