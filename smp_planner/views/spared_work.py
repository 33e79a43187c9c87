"""What Streamlit does at every answer, or once at the start, though nothing here asks for it, is spared.

Streamlit has no settings for it, so some functions of its inside are put out of the way, once a process
(decision 33). Together they took a quarter of an answer's processor time; what a person sees is the same.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from functools import wraps
from typing import Any, cast

from streamlit.components.v2.bidi_component import main as components
from streamlit.components.v2.component_manager import BidiComponentManager
from streamlit.cursor import Cursor, SparseList
from streamlit.delta_generator import DeltaGenerator
from streamlit.delta_generator_singletons import context_dg_stack
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.RootContainer_pb2 import RootContainer
from streamlit.runtime import app_session, fragment
from streamlit.runtime.app_session import AppSession, AppSessionState
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.state import SessionState
from streamlit.runtime.state.common import RegisterWidgetResult

Present = Callable[[object, SessionState], object]
View = Callable[..., Present]
Register = Callable[..., Any]
Begin = Callable[..., ForwardMsg]
VIEW = "make_bidi_component_presenter"
REGISTER = "register_widget"
NUDGE, BEGIN = "_compute_skills_nudge_state", "_create_new_session_message"
SEARCH, COPY = "discover_and_register_components", "deepcopy"


def spare_work() -> None:
    """Put them out of the way, for every page of this process; a second time does nothing more."""
    if getattr(DeltaGenerator, "__deepcopy__") is not copied_alone:  # noqa: B009 - the type knows no such name
        setattr(components, VIEW, view_if_triggered(getattr(components, VIEW)))
        setattr(components, REGISTER, registered_if_heard(getattr(components, REGISTER)))
        for kind, copied in (
            (DeltaGenerator, copied_alone),
            (Cursor, copied_small),
            (SparseList, copied_small),
        ):
            setattr(kind, "__deepcopy__", copied)  # noqa: B010
        setattr(AppSession, NUDGE, nudge_nobody)
        setattr(AppSession, BEGIN, kept_beginning(getattr(AppSession, BEGIN)))
        setattr(fragment, COPY, copied_place)
        setattr(BidiComponentManager, SEARCH, search_nowhere)


def search_nowhere(_manager: BidiComponentManager, *, start_file_watching: bool = True) -> None:
    """No installed package brings a component of its own: all of this page's are made where they are shown.

    Streamlit opens the description of every installed package for it, in a tenth of a second of the start.
    """


def nudge_nobody(_session: AppSession) -> tuple[bool, str]:
    """Nobody who looks at a plan is asked to install helpers for whoever writes pages."""
    return False, ""


def kept_beginning(begin: Begin) -> Begin:
    """What a browser is told at the begin of a run, as the first was told, but for which run and whose it is.

    Streamlit puts it together anew at each answer, of six sections of the theme and all settings. Of a page
    that there is not, which anybody may ask for, nothing is kept.
    """
    kept: dict[str, ForwardMsg] = {}

    @wraps(begin)
    def begun(session: AppSession, page: str, run: Any, *pages: Any) -> ForwardMsg:
        own = cast("Any", session)
        if page != own._pages_manager.main_script_hash:
            return begin(session, page, run, *pages)
        if page not in kept:
            kept[page] = begin(session, page, run, *pages)
            kept[page].metadata.ClearField("run")
        message = ForwardMsg()
        message.CopyFrom(kept[page])
        cast("Any", app_session)._set_run_identity(message, run)
        first = message.new_session.initialize
        first.session_id = session.id
        first.session_status.run_on_save = own._run_on_save
        first.session_status.script_is_running = own._state == AppSessionState.APP_IS_RUNNING
        return message

    return begun


def view_if_triggered(view: View) -> View:
    """The view of what a component holds with its triggers, where there are any; else just what it holds.

    Streamlit makes the view by a class of its own for each component at each look at the session's state: 46
    at an answer, which only a collection takes away.
    """

    @wraps(view)
    def view_of(aggregator: str, *asked: Any) -> Present:
        present = view(aggregator, *asked)

        def present_if_triggered(held: object, state: SessionState) -> object:
            try:
                triggers = cast("Any", state)._new_widget_state[aggregator]
            except KeyError:
                return held
            return present(held, state) if triggers else held

        return present_if_triggered

    return view_of


def registered_if_heard(register: Register) -> Register:
    """Register a component only where a callback of ours hears it: Streamlit registers each one twice."""

    @wraps(register)
    def registered(id_: str, *, deserializer: Callable[[object], Any], **named: Any) -> Any:
        if named["callbacks"] is None:
            return RegisterWidgetResult[Any](deserializer(None), value_changed=False)
        return register(id_, deserializer=deserializer, **named)

    return registered


def copied_place(place: object) -> object:
    """Where a fragment stands, as it is remembered: a copy of what it writes into, and what that stands in.

    Streamlit copies all containers around a fragment, seven or so, for each of them and at each of its runs,
    and how far the page itself is written. A fragment of ours writes into none but the innermost container,
    into the page itself only where it stands in none, and none runs in a thread of its own. Styles alone go
    to a place of their own beside the page.
    """
    if isinstance(place, tuple):
        *around, innermost = cast("tuple[DeltaGenerator, ...]", place)
        return (*around, deepcopy(innermost))
    run = get_script_run_ctx(suppress_warning=True)
    if run is None or place is not run.cursors or len(context_dg_stack.get()) == 1:
        return deepcopy(place)
    return deepcopy({root: written for root, written in run.cursors.items() if root != RootContainer.MAIN})


def copied_alone(container: DeltaGenerator, memo: dict[int, Any]) -> DeltaGenerator:
    """A container's copy, that stands in what it stands in: Streamlit copies that too, up to the page."""
    its = cast("Any", container)
    copy = cast(
        "Any",
        DeltaGenerator(
            root_container=its._root_container,
            cursor=deepcopy(its._cursor, memo),
            parent=its._parent,
            block_type=its._block_type,
        ),
    )
    copy._form_data = deepcopy(its._form_data, memo)
    copy._creating_fragment_id = its._creating_fragment_id
    return copy


def copied_small(own: Cursor | SparseList[Any], memo: dict[int, Any]) -> Any:
    """A copy of where a container stands, as small as the first: Python's own takes twice its memory.

    A page remembers some hundred of them, one for each fragment and what is around it.
    """
    copy = object.__new__(type(own))
    for name, value in vars(own).items():
        setattr(copy, name, deepcopy(value, memo))
    return copy
