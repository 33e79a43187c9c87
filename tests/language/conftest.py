"""A language of marked letters, made of the texts as they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from smp_planner.language.choose import speech_of
from smp_planner.language.speech import Speech
from tests.language.look_alike import GREEK, write_catalogue
from tests.language.template import template


@pytest.fixture(scope="session")
def catalogues(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of catalogues that holds this language alone."""
    folder = tmp_path_factory.mktemp("catalogues")
    write_catalogue(template(), folder)
    return folder


@pytest.fixture(scope="session")
def greek(catalogues: Path) -> Speech:
    """Marked letters, with Greek days and figures."""
    return speech_of(GREEK, catalogues)
