"""What a callback wrote into a question reaches the browser, also where only parts are drawn after it.

After a tap on a button or a drawing of ours, Streamlit 1.67 hands the tap to the parts that are drawn (it
"replays" it). In doing so it forgets that the callback wrote anything, and sends the browser only what is not
how a question begins. So a list that was emptied stood there full, and came back with the next answer.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from streamlit.runtime.state import SessionState

Prepare = Callable[..., None]
PREPARE = "on_script_will_rerun"


def keep_writes() -> None:
    """Let Streamlit remember it, for every page of this process; a second time does nothing more."""
    prepare = getattr(SessionState, PREPARE)
    if not hasattr(prepare, "__wrapped__"):
        setattr(SessionState, PREPARE, keeping_writes(prepare))


def keeping_writes(prepare: Prepare) -> Prepare:
    """What is done before a run; where the browser says nothing new in it, what was written stays written."""

    @wraps(prepare)
    def prepare_and_keep(state: SessionState, said: object, **replayed: Any) -> None:
        its = cast("Any", state)._new_session_state
        written = dict(its) if said is None else {}
        prepare(state, said, **replayed)
        its.update(written)

    return prepare_and_keep
