"""A clinic's logo goes along inside a page, so that nothing is asked of anybody to see it."""

from __future__ import annotations

from base64 import b64decode
from typing import Literal

import pytest

from smp_planner.domain.clinic import Logo


@pytest.mark.parametrize(("kind", "told"), [("svg", "image/svg+xml"), ("png", "image/png")])
def test_a_logo_is_its_own_address(kind: Literal["svg", "png"], told: str) -> None:
    head, data = Logo(kind, b"<svg/>").address.split(",")
    assert head == f"data:{told};base64"
    assert b64decode(data) == b"<svg/>"
