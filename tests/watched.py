"""Serves the page like `streamlit run` or uvicorn; tells what runs end with and what was loaded.

`python -m tests.watched run PORT [option ...]` or `python -m tests.watched uvicorn PORT`.
"""

from __future__ import annotations

import gc
import signal
import sys
import threading

TOLD = "full collection after a run"
LOADED = "loaded: "
# Slow to import. (Streamlit imports plotly by itself, wherever it is installed; we do not install it.)
HEAVY = {"babel", "icalendar", "numpy", "pandas", "pyarrow", "typst"}


def tell(phase: str, info: dict[str, int]) -> None:
    """Say it when the thread of a page's script looks through everything that lives."""
    if phase == "start" and info["generation"] == 2 and "script" in threading.current_thread().name.lower():
        say(TOLD)


def say(words: str) -> None:
    """A line to the log."""
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def main(kind: str, port: str, *options: str) -> None:
    """Serve until the process is ended."""
    gc.callbacks.append(tell)
    if kind == "run":
        from streamlit.web.cli import main as streamlit

        own = ("--server.headless=true", "--server.address=127.0.0.1", f"--server.port={port}")
        signal.signal(signal.SIGTERM, lambda *_: sys.exit())  # the server hands it on when it has ended
        try:
            streamlit(["run", "app.py", *own, *options], standalone_mode=False)
        finally:
            say(f"{LOADED}{' '.join(sorted(HEAVY & set(sys.modules)))}.")
    else:
        import uvicorn

        uvicorn.run("smp_planner.server:app", host="127.0.0.1", port=int(port))


if __name__ == "__main__":
    main(*sys.argv[1:])
