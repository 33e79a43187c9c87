"""The list of public names is honest, sorted, and cheap to import."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import smp_planner


def test_every_public_name_can_be_imported() -> None:
    for name in smp_planner.__all__:
        assert getattr(smp_planner, name).__name__ == name


def test_the_list_is_sorted_and_complete() -> None:
    assert smp_planner.__all__ == sorted(smp_planner.__all__) == dir(smp_planner)
    assert set(smp_planner.__all__) >= {"load_rules", "plan_treatment", "read_intake"}


def test_a_name_that_is_none_is_refused_in_python_s_words() -> None:
    with pytest.raises(AttributeError, match="module 'smp_planner' has no attribute 'plan'"):
        smp_planner.plan  # noqa: B018


def test_importing_the_package_loads_nothing_of_it() -> None:
    code = (
        "import sys, smp_planner;"
        "print([m for m in sys.modules if m.startswith(('smp_planner.', 'pydantic', 'yaml'))])"
    )
    root = Path(smp_planner.__file__).parents[1]
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, check=True)
    assert done.stdout == b"[]\n"
