"""What an answer draws is drawn in the run that the answer has begun.

Streamlit draws the fragment that a question stands in. Asked in a callback for others, it ends that run,
tells the browser so, and begins another. Here the run that has begun walks the others instead, and the
browser is told once more what is being drawn (decision 33).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from streamlit.runtime.scriptrunner import RunDescriptor, ScriptRunnerEvent, get_script_run_ctx

MARK = "smp_own_fragments"  # which list of a run was emptied of what the run would have drawn


def drawn_in_this_run(parts: Sequence[str]) -> bool:
    """Let this run draw these parts and no others; those of another answer of the same moment come with them.

    False where the run draws the whole page: then nothing is changed. To be called in a callback, before
    anything is drawn. Raises StreamlitAPIException for a part that the page doesn't have.
    """
    run = cast("Any", get_script_run_ctx())
    fragments: list[str] | None = run.fragment_ids_this_run
    if not fragments:
        return False
    asked = run.fragment_storage.resolve_target(parts)
    before = fragments if getattr(run, MARK, None) is fragments else []
    fragments[:] = run.fragment_storage.order_fragment_ids([*dict.fromkeys((*before, *asked))])
    setattr(run, MARK, fragments)
    runner = run._enqueue.__self__
    runner.on_event.send(
        runner,
        event=ScriptRunnerEvent.SCRIPT_STARTED,
        page_script_hash=run.page_script_hash,
        fragment_ids_this_run=fragments,
        pages=run.pages_manager.get_pages(),
        run_descriptor=RunDescriptor.create(fragments),
    )
    return True
