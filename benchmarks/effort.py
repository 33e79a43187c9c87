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
    visits: int
    watched_s: float  # seconds that a crowd is looked at
    steps: int  # crowds of another size, looked at one after the other
    more: float  # by how much a crowd grows from one look to the next


THOROUGH = Effort(
    loads=15, plans=200, processes=11, many=(1, 10, 100, 1000), rounds=20, taps=60, looks=41, files=9,
    visits=2000, watched_s=20, steps=7, more=1.25,
)  # fmt: skip
QUICK = Effort(
    loads=1, plans=1, processes=1, many=(1, 10), rounds=1, taps=2, looks=1, files=1,
    visits=40, watched_s=6, steps=4, more=1.5,
)  # fmt: skip
