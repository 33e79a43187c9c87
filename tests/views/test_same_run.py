"""What stands behind figures is drawn after the plan, in whatever order both were touched."""

from __future__ import annotations

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
    ("touched", "drawn"), [("wp", "pw"), ("pw", "pw"), ("awp", "apw"), ("p", "p"), ("", "")]
)
def test_a_part_is_drawn_behind_all_others_where_it_is_drawn(
    touched: str, drawn: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    fragments = run_of(monkeypatch, *touched)
    draw_last("whys")
    assert fragments == [*drawn]


@pytest.mark.parametrize(("before", "after"), [("p", "pw"), ("pw", "pw"), ("", "")])
def test_one_more_part_is_drawn_once_and_with_the_whole_page_anyway(
    before: str, after: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    fragments = run_of(monkeypatch, *before)
    draw_too("whys")
    assert fragments == [*after]


def test_a_part_that_the_page_does_not_have_is_not_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    fragments = run_of(monkeypatch, "p")
    draw_too("sentence")
    draw_last("sentence")
    assert fragments == ["p"]
