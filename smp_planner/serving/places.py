"""How many people are inside, and whether one more may come in: a count, and nothing about anybody."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager

A_TENTH = 10


class Places:
    """The places of this process. A few more than `most` are kept for people who come back.

    Else somebody who loads the page again, or whose phone slept, would find their own place taken by a new
    person. Nobody's place is held by name: who comes back first, gets one. With `most` 0 there is no limit.
    Once closed there is room for nobody who comes; those inside stay.
    """

    def __init__(self, most: int) -> None:
        self.most = most
        self.kept = -(-most // A_TENTH)
        self.taken = 0
        self.is_closed = False  # for good: the process is about to stop

    def has_room(self) -> bool:
        """Whether a new person may come in."""
        return self._has_room_within(self.most)

    def has_room_kept(self) -> bool:
        """Whether somebody who comes back may come in."""
        return self._has_room_within(self.most + self.kept)

    def _has_room_within(self, places: int) -> bool:
        return not self.is_closed and (not self.most or self.taken < places)

    @contextmanager
    def one_taken(self) -> Generator[None]:
        """Take a place until the block ends."""
        self.taken += 1
        try:
            yield
        finally:
            self.taken -= 1
