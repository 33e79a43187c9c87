"""The button of a file that is made on its tap, and that is there until the browser has fetched it.

Streamlit gives a file made after the tap to nobody, and takes away what is nobody's once two pages have been
drawn, whoever's: with ten people there, it would be gone before a browser on a slow line comes for it. And it
gives the button another name to ask by at each answer: whoever tapped just after one, as after a name on the
paper, asked for what was no longer there, or got the file without it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from threading import Thread
from typing import Any

import streamlit as st
from streamlit import runtime
from streamlit.runtime.media_file_manager import MediaFileManager
from streamlit.runtime.scriptrunner import add_script_run_ctx, get_script_run_ctx

from smp_planner.views.failed_files import on_click

ADD = "add_deferred"


def ask_by_one_name() -> None:
    """Let a button be asked for its file by one name, for every page of this process."""
    add: Callable[..., str] = getattr(MediaFileManager, ADD)
    if not hasattr(add, "__wrapped__"):
        setattr(MediaFileManager, ADD, _by_one_name(add))


def _by_one_name(add: Callable[..., str]) -> Callable[..., str]:
    @wraps(add)
    def added(files: Any, *asked: Any, element_id: str = "", **named: Any) -> str:
        new = add(files, *asked, element_id=element_id, **named)
        with files._lock:
            made = files._deferred_callables[new]
            owns = files._deferred_ids_by_session[made["session_id"]]
            same = (one for one in owns if files._deferred_callables[one]["element_id"] == element_id)
            first = next((one for one in same if one != new), new) if element_id else new
            if first != new:
                files._drop_deferred_id(new)
                files._deferred_callables[first] = made
                files._files_by_session_and_coord[made["session_id"]][made["coordinates"]] = first
        return first

    return added


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
