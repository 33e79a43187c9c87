"""What tests share: the packaged rules, read once; scenario files as tests; goldens."""

from __future__ import annotations

from pathlib import Path

import pytest

from smp_planner.rules.load import load_rules
from smp_planner.rules.ruleset import RuleSet


@pytest.fixture(scope="session")
def rules() -> RuleSet:
    """The packaged rules, for the default region."""
    return load_rules()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--rewrite-goldens", action="store_true", help="write what tests expect anew; read the diff"
    )


def pytest_collect_file(parent: pytest.Collector, file_path: Path) -> pytest.Collector | None:
    if file_path.suffix == ".yaml" and file_path.parent.name == "scenarios":
        from tests.scenario_items import ScenarioFile

        return ScenarioFile.from_parent(parent, path=file_path)
    return None
