"""What tests share: the packaged rules, read once; scenario files as tests; goldens."""

from __future__ import annotations

import gc
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings

from smp_planner.rules import files
from smp_planner.rules.ruleset import RuleSet
from tests.chromium import browser
from tests.ipdas_marks import pytest_collection_finish, pytest_runtest_makereport
from tests.packaged_rules import packaged_rules, rules_of, us_rules
from tests.texts_read_once import read_once

__all__ = ["browser", "pytest_collection_finish", "pytest_runtest_makereport"]

# A whole plan takes milliseconds and several are made for one example: on a busy machine that is
# slow drawing, and no fault. Every other health check stays on. Which lines only failing examples ran
# is left out: finding it takes minutes.
settings.register_profile(
    "plans",
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=[phase for phase in Phase if phase is not Phase.explain],
)
settings.load_profile("plans")

# A plan is many small objects that go by themselves, and the rules are many that stay: looking through all of
# them for rings as often as Python does takes an eighth of the time.
gc.set_threshold(100_000, 20, 50)

files.read = read_once


def pytest_sessionstart() -> None:
    """Each run reads the rules anew: they keep what was worked out, and mutation testing forks a run."""
    packaged_rules.cache_clear()
    us_rules.cache_clear()
    rules_of.cache_clear()


def pytest_runtest_setup() -> None:
    """Mutation testing asks which tests reach a function: what the rules keep would hide all but one."""
    if "MUTANT_UNDER_TEST" in os.environ:
        packaged_rules()._kept.clear()
        us_rules()._kept.clear()
        rules_of.cache_clear()


@pytest.fixture(scope="session")
def rules() -> RuleSet:
    """The packaged rules, for the default region."""
    return packaged_rules()


@pytest.fixture(scope="session")
def us() -> RuleSet:
    """The packaged rules of the US, where medicines are named and tablets have a price."""
    return us_rules()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--rewrite-goldens", action="store_true", help="write what tests expect anew; read the diff"
    )


def pytest_collect_file(parent: pytest.Collector, file_path: Path) -> pytest.Collector | None:
    if file_path.suffix == ".yaml" and file_path.parent.name == "scenarios":
        from tests.scenario_items import ScenarioFile

        return ScenarioFile.from_parent(parent, path=file_path)
    return None
