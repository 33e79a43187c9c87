"""What Streamlit is spared changes nothing that a person sees: each beside what it stands for."""

from __future__ import annotations

import inspect
from copy import deepcopy
from itertools import product
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast
from unittest.mock import patch

import pytest
from streamlit.components.v2.component_manager import BidiComponentManager
from streamlit.components.v2.manifest_scanner import scan_component_manifests
from streamlit.cursor import RunningCursor
from streamlit.delta_generator import DeltaGenerator
from streamlit.delta_generator_singletons import context_dg_stack
from streamlit.proto.RootContainer_pb2 import RootContainer
from streamlit.runtime.app_session import AppSession, AppSessionState
from streamlit.testing.v1 import AppTest

from smp_planner.views import spared_work
from smp_planner.views.same_run import WalkedRun
from smp_planner.views.spared_work import BEGIN, NUDGE, copied_place, kept_beginning, spare_work


def test_what_a_browser_is_told_as_a_run_begins_is_what_streamlit_tells_it() -> None:
    spare_work()
    begin = inspect.unwrap(getattr(AppSession, BEGIN))
    kept = kept_beginning(begin)
    for place, (page, state) in enumerate(product(("main", "other"), AppSessionState)):
        session = _session(f"session {place}", state, run_on_save=bool(place % 2))
        run = WalkedRun((f"fragment {place}",))
        told, sent = begin(session, page, run), kept(session, page, run)
        assert sent.SerializeToString(deterministic=True) == told.SerializeToString(deterministic=True)
        told_first = sent.new_session
        assert told_first.initialize.session_id == f"session {place}"
        assert told_first.custom_theme.light.primary_color != told_first.custom_theme.dark.primary_color
        assert not told_first.config.gather_usage_stats


def _session(name: str, state: AppSessionState, *, run_on_save: bool) -> AppSession:
    pages = SimpleNamespace(main_script_path="app.py", main_script_hash="main", get_pages=dict)
    own = SimpleNamespace(
        id=name, _script_data=SimpleNamespace(name="app", is_hello=False), _pages_manager=pages,
        _run_on_save=run_on_save, _state=state, _populate_app_pages=lambda *_: None,
        _compute_skills_nudge_state=lambda: (False, ""),
    )  # fmt: skip
    return cast("AppSession", own)


def test_nobody_is_asked_to_install_anything() -> None:
    spare_work()
    assert getattr(AppSession, NUDGE)(cast("AppSession", object())) == (False, "")


def test_what_a_fragment_writes_leaves_all_containers_around_it_as_they_were() -> None:
    spare_work()
    stack = _inside_each_other(7)
    places = [_place(one) for one in stack]
    first, second = (cast("tuple[Any, ...]", copied_place(stack)) for _ in range(2))
    for copies in (first, second):
        assert [_place(one) for one in copies] == places
        assert copies[-1]._parent is stack[-2]
        copies[-1]._cursor.lock_element()
        assert _place(copies[-1]) != places[-1]
    assert [_place(one) for one in stack] == places


def test_no_fragment_runs_in_a_thread_of_its_own_where_containers_would_be_shared() -> None:
    views = Path(inspect.getfile(spare_work)).parent
    assert [file.name for file in views.glob("*.py") if "parallel=" in file.read_text(encoding="utf-8")] == []


def test_the_page_itself_is_remembered_as_where_it_is_written() -> None:
    cursors = {0: RunningCursor(RootContainer.MAIN, (3,), 2)}
    copy = cast("dict[int, RunningCursor]", copied_place(cursors))
    copy[0].lock_element()
    assert copy[0].delta_path != cursors[0].delta_path


def test_how_far_the_page_is_written_is_remembered_for_what_stands_in_no_container_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page, styles = RootContainer.MAIN, RootContainer.EVENT
    cursors = {root: RunningCursor(root, (3,), 2) for root in (page, styles)}
    monkeypatch.setattr(spared_work, "get_script_run_ctx", lambda **_asked: SimpleNamespace(cursors=cursors))
    for stack, remembered in ((_inside_each_other(1), [page, styles]), (_inside_each_other(2), [styles])):
        held = context_dg_stack.set(stack)
        assert [*cast("dict[int, RunningCursor]", copied_place(cursors))] == remembered
        context_dg_stack.reset(held)


def test_a_copy_of_where_a_container_stands_is_the_same_and_its_own() -> None:
    spare_work()
    cursor = RunningCursor(RootContainer.MAIN, (3, 1), 2)
    cursor.transient_elements[0] = cast("Any", "half drawn")
    copy = deepcopy(cursor)
    assert (copy.delta_path, copy.transient_index, list(copy.transient_elements)) == (
        [RootContainer.MAIN, 3, 1, 0], 2, ["half drawn"],
    )  # fmt: skip
    copy.lock_element()
    assert cursor.delta_path == [RootContainer.MAIN, 3, 1, 0]
    assert list(cursor.transient_elements) == ["half drawn"]
    assert vars(deepcopy(cursor)).keys() == vars(cursor).keys()


def test_what_a_component_holds_is_read_as_it_is() -> None:
    spare_work()
    page = AppTest.from_function(_page_with_a_component, default_timeout=30).run()
    assert not page.exception
    assert page.text[0].value == "AttributeDictionary {'held': 3}"


def test_a_component_that_nobody_hears_is_shown_and_holds_nothing() -> None:
    spare_work()
    page = AppTest.from_function(_page_with_components_that_are_told, default_timeout=30).run()
    assert not page.exception
    assert page.text[0].value == "{}"
    assert len(page.get("bidi_component")) == 2
    assert "one" not in page.session_state


def test_no_installed_package_brings_a_component_so_none_is_lost_where_nobody_searches() -> None:
    assert scan_component_manifests() == []
    spare_work()
    with patch("importlib.metadata.distributions", side_effect=AssertionError("searched")):
        BidiComponentManager().discover_and_register_components()


def _page_with_components_that_are_told() -> None:
    import streamlit as st
    from streamlit.components.v2 import component

    told = component("told", js="export default () => {}")
    held = told(key="one", data={"words": "as they are"})
    told(key="other", data=b"bytes")
    st.text(str(dict(held)))


def _page_with_a_component() -> None:
    import streamlit as st
    from streamlit.components.v2 import component

    def ask() -> None:
        pass

    component("spared", js="export default () => {}")(key="spared", default={"held": 3}, on_held_change=ask)
    held = st.session_state["spared"]
    st.text(f"{type(held).__name__} {held}")


def _inside_each_other(depth: int) -> tuple[DeltaGenerator, ...]:
    stack: list[DeltaGenerator] = []
    for level in range(depth):
        cursor = RunningCursor(root_container=RootContainer.MAIN, parent_path=tuple(range(level)))
        parent = stack[-1] if stack else None
        stack.append(DeltaGenerator(RootContainer.MAIN, cursor, parent, "vertical"))
    return tuple(stack)


def _place(container: DeltaGenerator) -> str:
    return cast("Any", container)._get_delta_path_str()
