"""No button is kept as an answer, however seldom it is seen: the framework would refuse it when set back."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

import pytest

from smp_planner import views
from smp_planner.views.tab_text import BUTTONS, is_answer

BUTTON_CALLS = {"button", "download_button", "form_submit_button", "menu_button", "file_button"}
PASSED_ON = "file_button"  # the module that makes a button under a key of its caller's


class Keyed(NamedTuple):
    """What the views draw, by the name of the call, under which key; 1 stands for what a run fills in."""

    call: str
    key: str


def keyed() -> Iterator[Keyed]:
    for path in sorted(Path(views.__path__[0]).glob("*.py")):
        names = vars(import_module(f"{views.__name__}.{path.stem}"))
        for one in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(one, ast.Call) and path.stem != PASSED_ON:
                call = getattr(one.func, "attr", getattr(one.func, "id", ""))
                keys = (given.value for given in one.keywords if given.arg == "key")
                yield from (Keyed(call, text_of(key, names)) for key in keys)


def text_of(key: ast.expr, names: dict[str, object]) -> str:
    if isinstance(key, ast.JoinedStr):
        return "".join(text_of(part, names) for part in key.values)
    if isinstance(key, ast.FormattedValue):
        return text_of(key.value, names)
    if isinstance(key, ast.Constant):
        return str(key.value)
    return str(names.get(key.id, 1)) if isinstance(key, ast.Name) else "1"


ALL = tuple(keyed())


@pytest.mark.parametrize("key", [one.key for one in ALL if one.call in BUTTON_CALLS])
def test_a_button_is_no_answer(key: str) -> None:
    assert not is_answer(key, value=False)


def test_the_list_names_no_button_that_is_gone() -> None:
    assert {one.key for one in ALL} >= BUTTONS


def test_whether_something_is_unfolded_is_kept_as_yes_or_no_alone() -> None:
    assert is_answer("fold_offers", value=True)
    assert not any(is_answer("fold_offers", value) for value in (-1e18, "open", [True], None))
