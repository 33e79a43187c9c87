"""How many cases a hostile test tries: few and the same ones each time, or many new ones."""

from __future__ import annotations

from hypothesis import settings

LONG = "long"
HANDED_OUT: list[int] = []
"""How many cases each test tries in every run."""


def is_long() -> bool:
    """Whether the long run was asked for."""
    return settings.get_current_profile_name() == LONG


def cases(few: int, many: int = 1_200) -> settings:
    """So many cases: few in every run, always the same; many, new ones each time, in the long run."""
    return settings(max_examples=rounds(few, many), derandomize=not is_long())


def rounds(few: int, many: int) -> int:
    """So many rounds of a test that draws by a seed of its own; to be called where its module begins."""
    HANDED_OUT.append(few)
    return many if is_long() else few


def step(few: int, many: int) -> int:
    """How far apart the cases are that are taken from a list: far in every run, near in the long one."""
    return many if is_long() else few
