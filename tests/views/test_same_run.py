"""What stands behind figures is drawn after the plan, in whatever order both were touched."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

import pytest
from streamlit.errors import StreamlitAPIException

from smp_planner.views import same_run
from smp_planner.views.same_run import draw_last, draw_too, let_runs_walk_others

PARTS = {"plan": ["p"], "whys": ["w"]}


class _Storage:
    """The parts that a page has."""

    def resolve_target(self, part: str) -> list[str]:
        if part not in PARTS:
            raise StreamlitAPIException(part)
        return PARTS[part]


def run_of(monkeypatch: pytest.MonkeyPatch, *fragments: str) -> list[str]:
    """What a run is to draw, by a run that draws these; nothing: the whole page."""
    let_runs_walk_others()
    run = SimpleNamespace(fragment_ids_this_run=[*fragments], fragment_storage=_Storage())
    monkeypatch.setattr(same_run, "get_script_run_ctx", lambda: run)
    return run.fragment_ids_this_run


@pytest.mark.parametrize(
    ("asked", "before", "after"),
    [
        *((draw_last, before, after) for before, after in (("wp", "pw"), ("awp", "apw"), ("p", "p"))),
        *((draw_too, before, after) for before, after in (("p", "pw"), ("ap", "apw"))),
        *((either, same, same) for either in (draw_last, draw_too) for same in ("pw", "")),
    ],
)
def test_a_part_is_drawn_once_and_behind_all_others(
    asked: Callable[[str], None], before: str, after: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    fragments = run_of(monkeypatch, *before)
    asked("whys")
    assert fragments == [*after], "the whole page draws it anyway"


def test_a_part_that_the_page_does_not_have_is_not_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    fragments = run_of(monkeypatch, "p")
    draw_too("sentence")
    draw_last("sentence")
    assert fragments == ["p"]
