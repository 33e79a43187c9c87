"""The button of a file that is made on its tap, and that is there until the browser has fetched it.

Streamlit gives a file made after the tap to nobody, and takes away what is nobody's once two pages have been
drawn, whoever's: with ten people there, it would be gone before a browser on a slow line comes for it.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread

import streamlit as st
from streamlit import runtime
from streamlit.runtime.scriptrunner import add_script_run_ctx, get_script_run_ctx

from smp_planner.views.failed_files import on_click


def file_button(label: str, make: Callable[[], bytes], name: str, kind: str, key: str | None = None) -> None:
    """A button for the file that `make` makes; it goes with the session, or when its page is drawn anew."""
    made = _kept_for_the_browser(on_click(make), name, kind)
    st.download_button(label, made, file_name=name, mime=kind, on_click="ignore", key=key)


def _kept_for_the_browser(make: Callable[[], bytes], name: str, kind: str) -> Callable[[], bytes]:
    """What makes the file, and says that it belongs to the session that drew the button."""
    context = get_script_run_ctx()
    if context is None or not runtime.exists():
        return make
    files = runtime.get_instance().media_file_mgr

    def made() -> bytes:
        content = make()
        keeping = Thread(
            target=files.add,
            args=(content, kind, f"file {name}", name),
            kwargs={"is_for_static_download": True},
        )
        add_script_run_ctx(keeping, context)  # whose file it is goes by the thread
        keeping.start()
        keeping.join()
        return content

    return made
