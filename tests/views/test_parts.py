"""No question leaves an old plan on the page: each says what its answer draws."""

from __future__ import annotations

import ast
from pathlib import Path

from smp_planner.views.parts import answered, shown_already

VIEWS = Path(__file__).resolve().parents[2] / "smp_planner" / "views"
QUESTIONS = (*VIEWS.glob("ask*.py"), VIEWS / "scalp_map.py")
INPUTS = {
    "button", "checkbox", "date_input", "multiselect", "number_input", "pills", "radio", "segmented_control",
    "select_slider", "selectbox", "slider", "text_area", "text_input", "time_input", "toggle", "_scalp",
}  # fmt: skip


def inputs(path: Path) -> list[ast.Call]:
    """The calls of a module that put something to answer on the page."""
    calls = (
        node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)
    )
    return [call for call in calls if getattr(call.func, "attr", getattr(call.func, "id", "")) in INPUTS]


def told(call: ast.Call) -> str:
    """What it does when it is touched, as the code says it."""
    return next((ast.unparse(k.value) for k in call.keywords if (k.arg or "").startswith("on_")), "")


def test_every_question_draws_the_plan_when_its_answer_changes() -> None:
    asked = {f"{path.name}:{call.lineno}": told(call) for path in QUESTIONS for call in inputs(path)}
    assert len(asked) > 15
    assert not {place: does for place, does in asked.items() if not does.startswith("answered(")}


def test_outside_a_part_what_the_browser_shows_by_itself_is_asked_like_any_other() -> None:
    def nothing() -> None:
        pass

    with shown_already(lambda: None):
        assert answered() is None
        assert answered(nothing) is nothing
