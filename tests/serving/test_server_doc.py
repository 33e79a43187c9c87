"""Whoever hosts the page finds every setting, address and header in the reference."""

from __future__ import annotations

import pytest

from benchmarks.timing import ROOT
from smp_planner.serving.front_door import LARGEST_HEADERS, LONGEST_QUERY
from smp_planner.serving.host_settings import SETTINGS, HostSettings
from smp_planner.serving.safe_headers import safe_headers
from smp_planner.serving.turns import AT_A_TIME, MOST_BYTES, MOST_WAITING

DOC = (ROOT / "docs" / "reference" / "server.md").read_text(encoding="utf-8")
LIMITS = (
    f"{LONGEST_QUERY:,} bytes",
    f"{LARGEST_HEADERS // 1024} KiB",
    f"1 of one connection, {AT_A_TIME} of all",
    f"{MOST_WAITING}, or {MOST_BYTES // 2**20} MiB",
)


@pytest.mark.parametrize("name", SETTINGS)
def test_a_setting_is_told_with_what_it_should_be(name: str) -> None:
    row = next(line for line in DOC.splitlines() if line.startswith(f"| `{name}` |"))
    assert SETTINGS[name].wanted in row
    assert str(getattr(HostSettings(), SETTINGS[name].field) or "") in row


@pytest.mark.parametrize("header", safe_headers(HostSettings(hsts_seconds=1), ()))
def test_a_header_is_told(header: str) -> None:
    assert f"`{header}`" in DOC


@pytest.mark.parametrize("limit", LIMITS)
def test_a_limit_is_told(limit: str) -> None:
    assert limit in DOC
