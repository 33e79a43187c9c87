"""Whoever hosts the page is told all that is wrong with the settings, in words, before it starts."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.timing import ROOT
from smp_planner.serving.host_settings import BadHostSettings, HostSettings, host_settings

ALL_WRONG = {
    "SMP_MOST_PEOPLE": "many",
    "SMP_EMBEDDED_IN": "https://clinic.example/page",
    "SMP_HSTS_SECONDS": "-1",
    "SMP_DRAIN_SECONDS": "3600",
    "SMP_LOG": "xml",
}
TOLD = """\
SMP_MOST_PEOPLE is 'many'; it should be a whole number from 0 to 100000.
SMP_EMBEDDED_IN is 'https://clinic.example/page'; it should be origins parted by spaces, as \
'https://clinic.example https://*.other.example'.
SMP_HSTS_SECONDS is '-1'; it should be a whole number of seconds from 0 to 63072000.
SMP_DRAIN_SECONDS is '3600'; it should be a whole number of seconds from 0 to 600.
SMP_LOG is 'xml'; it should be json or text."""


def test_nothing_need_be_set_and_empty_is_as_unset() -> None:
    assert host_settings({}) == host_settings(dict.fromkeys(ALL_WRONG, "")) == HostSettings()


def test_what_is_set_is_taken() -> None:
    told = {
        "SMP_MOST_PEOPLE": "150",
        "SMP_EMBEDDED_IN": "https://clinic.example/  HTTPS://*.other.example:8443",
        "SMP_HSTS_SECONDS": "31536000",
        "SMP_DRAIN_SECONDS": "20",
        "SMP_LOG": "json",
    }
    origins = ("https://clinic.example", "https://*.other.example:8443")
    assert host_settings(told) == HostSettings(150, origins, 31_536_000, 20, "json")


def test_all_that_is_wrong_is_told_at_once() -> None:
    with pytest.raises(BadHostSettings) as wrong:
        host_settings(ALL_WRONG)
    assert str(wrong.value) == TOLD


@pytest.mark.parametrize(
    "origin", ["*", "clinic.example", "https://a.example;script-src *", "https://a.example,b"]
)
def test_an_origin_that_would_open_more_than_itself_is_refused(origin: str) -> None:
    with pytest.raises(BadHostSettings):
        host_settings({"SMP_EMBEDDED_IN": origin})


@pytest.mark.parametrize(
    "command",
    [("-m", "smp_planner.server"), ("-m", "uvicorn", "smp_planner.server:app")],
    ids=["our command", "uvicorn"],
)
def test_a_bad_setting_stops_the_start_with_words_and_no_traceback(command: tuple[str, ...]) -> None:
    done = subprocess.run(
        [sys.executable, *command], env={**os.environ, **ALL_WRONG}, cwd=ROOT, capture_output=True,
        timeout=30, check=False)  # fmt: skip
    assert done.returncode == 1
    assert done.stderr.decode() == f"The page was not started.\n{TOLD}\n"


FOREIGN = """
[client]
showErrorDetails = "full"
[server]
enableCORS = false
enableXsrfProtection = false
enableStaticServing = true
enableAgentApi = true
baseUrlPath = "elsewhere"
"""
ASKED = """
import smp_planner.server, streamlit as st
names = ("client.showErrorDetails", "server.enableCORS", "server.enableXsrfProtection",
         "server.enableStaticServing", "server.enableAgentApi", "server.baseUrlPath")
print(*(repr(st.get_option(name)) for name in names))
"""


def test_the_page_s_own_settings_hold_wherever_it_is_started(tmp_path: Path) -> None:
    (tmp_path / ".streamlit").mkdir()
    (tmp_path / ".streamlit" / "config.toml").write_text(FOREIGN)
    told = subprocess.run(
        [sys.executable, "-c", ASKED], env={**os.environ, "PYTHONPATH": str(ROOT)},
        cwd=tmp_path, capture_output=True, text=True, timeout=30, check=True,
    )  # fmt: skip
    assert told.stdout == "'none' True True False False ''\n"
