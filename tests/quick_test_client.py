"""Streamlit's test client without what costs a third of its time.

At each run it looks through all installed packages, and it asks a thousand times a second whether the run has
ended, for which the run must stand still each time. Pages are spared the same work as those that are served.
"""

from __future__ import annotations

from threading import Thread

from streamlit.testing.v1 import local_script_runner
from streamlit.testing.v1.local_script_runner import LocalScriptRunner

from smp_planner.views.spared_work import spare_work

WAIT, RUN = "require_widgets_deltas", "_script_thread"
_ask = local_script_runner.require_widgets_deltas


def quicken() -> None:
    """See to it, for every page of this process; a second time does nothing more."""
    spare_work()
    setattr(local_script_runner, WAIT, _wait)


def _wait(runner: LocalScriptRunner, timeout: float = 3) -> None:
    """Wait for the end of the run; a run that takes longer is told as the test client tells it."""
    run: Thread | None = getattr(runner, RUN)
    if run:
        run.join(timeout)
    _ask(runner, timeout)
