"""How much is measured."""

from __future__ import annotations

from typing import NamedTuple


class Effort(NamedTuple):
    """How often each comparison is run, and of how many plans at most."""

    loads: int
    plans: int
    processes: int
    many: tuple[int, ...]
    rounds: int
    taps: int
    looks: int
    files: int


THOROUGH = Effort(
    loads=15, plans=200, processes=11, many=(1, 10, 100, 1000), rounds=20, taps=60, looks=41, files=9
)
QUICK = Effort(loads=1, plans=1, processes=1, many=(1, 10), rounds=1, taps=2, looks=1, files=1)
