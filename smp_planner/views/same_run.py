"""What an answer draws is drawn in the run that the answer has begun.

Streamlit draws the fragment that a question stands in. Asked in a callback for others, it ends that run,
tells the browser so, and begins another, in which it forgets what the callback wrote after a tap on a button.
Here the run that has begun walks the others instead, and at its end the browser is told which were walked, as
it then lets go of what they left out (decision 33).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from random import getrandbits
from typing import Any, cast

from streamlit.errors import StreamlitAPIException
from streamlit.runtime.scriptrunner import get_script_run_ctx, script_runner

DESCRIBED = "RunDescriptor"
MARK = "smp_own_fragments"  # which list of a run was emptied of what the run would have drawn


class WalkedRun:
    """What Streamlit tells the browser of a run: its name, and which fragments it is to walk by now."""

    def __init__(self, fragments: Iterable[str]) -> None:
        self.script_run_id = f"{getrandbits(128):x}"  # no secret: Streamlit asks the system for its chance
        self._fragments = fragments

    @classmethod
    def create(cls, fragments: Iterable[str] | None = None) -> WalkedRun:
        """A run that is to walk these fragments; the whole page where there are none."""
        return cls(fragments or ())

    @property
    def fragment_ids(self) -> tuple[str, ...]:
        """The fragments in their order."""
        return tuple(self._fragments)


def let_runs_walk_others() -> None:
    """Make it possible, for every page of this process; a second time does nothing more."""
    setattr(script_runner, DESCRIBED, WalkedRun)


def draw_too(part: str) -> None:
    """Let this run draw one more part, after all it draws now.

    Where it draws the whole page, or the screen that the part stands on, that draws it anyway.
    """
    fragments, asked = _of_this_run(part)
    fragments += [fragment for fragment in asked if fragment not in fragments]


def draw_last(part: str) -> None:
    """Let this run draw a part behind all others, where it draws it. To be called in a callback."""
    fragments, asked = _of_this_run(part)
    fragments.sort(key=lambda fragment: fragment in asked)


def _of_this_run(part: str) -> tuple[list[str], list[str]]:
    """What this run is to draw, to be changed in place, and what the part is there, if it has it."""
    run = cast("Any", get_script_run_ctx())
    fragments: list[str] | None = run.fragment_ids_this_run
    if not fragments or getattr(script_runner, DESCRIBED) is not WalkedRun:
        return [], []
    try:
        return fragments, run.fragment_storage.resolve_target(part)
    except StreamlitAPIException:
        return fragments, []


def drawn_in_this_run(parts: Sequence[str]) -> bool:
    """Let this run draw these parts and no others; those of another answer of the same moment come with them.

    A run that draws the whole page goes on to do so. False where runs can't walk others: then nothing is
    changed. To be called in a callback, before anything is drawn. Raises StreamlitAPIException for a part
    that the page doesn't have.
    """
    if getattr(script_runner, DESCRIBED) is not WalkedRun:
        return False
    run = cast("Any", get_script_run_ctx())
    fragments: list[str] | None = run.fragment_ids_this_run
    if not fragments:
        return True
    asked = run.fragment_storage.resolve_target(parts)
    before = fragments if getattr(run, MARK, None) is fragments else []
    fragments[:] = run.fragment_storage.order_fragment_ids([*dict.fromkeys((*before, *asked))])
    setattr(run, MARK, fragments)
    return True
