"""One answer as it was understood, so that whoever gave it can check."""

from __future__ import annotations

from typing import NamedTuple


class Understood(NamedTuple):
    """What was asked, in a few words, and the answer in words.

    `open` where it was not answered, or not sure: the plan then holds for what it could be.
    """

    id: str
    asked: str
    said: str
    open: bool = False
