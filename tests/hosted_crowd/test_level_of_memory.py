"""Memory returns to its level once people have gone: as many again leave nothing behind that adds up."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from benchmarks.page import DENSITIES, STAGES
from benchmarks.servers import Served, serving
from benchmarks.visitor import fetched, visiting
from tests.hosted_crowd.test_nothing_kept import LOOKED_INTO, settled

VISITS, AT_ONCE = 130, 6  # more than the 128 sessions that are kept at most
MOST_GROWN = 20  # blocks of Python's memory for each visit; a page that is kept holds thousands


def test_memory_returns_to_its_level_when_as_many_have_come_and_gone_again() -> None:
    with serving(LOOKED_INTO) as served, ThreadPoolExecutor(AT_ONCE) as people:
        levels = [level_after(people, served) for _lot in range(2)]
    assert levels[1] - levels[0] < MOST_GROWN * VISITS


def level_after(people: ThreadPoolExecutor, served: Served) -> int:
    """How many blocks Python holds once people have come, given the same answers each time, and gone."""
    list(people.map(partial(visit, served.port), range(VISITS)))
    assert not any(settled(served).values())
    return json.loads(fetched(served.port, "/level"))


def visit(port: int, number: int) -> None:
    with visiting(port) as visitor:
        visitor.change("density", DENSITIES[number % len(DENSITIES)])
        visitor.change("norwood", STAGES[number % len(STAGES)])
