"""The guide for hosts says what is so."""

from __future__ import annotations

import re

from benchmarks.timing import ROOT
from smp_planner.serving.host_settings import SETTINGS
from tests.deploy.files import DEPLOY, cluster_settings, compose
from tests.reading_grade import reading_grade

GUIDE = (ROOT / "docs" / "how-to" / "host-it.md").read_text("utf-8")


def test_every_setting_of_a_host_is_explained_with_what_our_files_say() -> None:
    told = dict(re.findall(r"^\| `(SMP_\w+)` \|.*\| ([^|]+) \|$", GUIDE, re.MULTILINE))
    assert set(told) >= {*SETTINGS, *cluster_settings()}
    for name in ("SMP_VIEW", "SMP_MOST_PEOPLE", "SMP_DRAIN_SECONDS", "SMP_LOG"):
        assert told[name].strip("`") == cluster_settings()[name]


def test_every_part_of_one_host_and_every_file_is_told() -> None:
    first_cells = " ".join(re.findall(r"^\|([^|]+)\|", GUIDE, re.MULTILINE))
    assert all(f"`{name}`" in first_cells for name in compose()["services"])
    files = set(re.findall(r"`?(deploy/[\w./-]*\w)`?", GUIDE)) - {"deploy/.env", "deploy/kubernetes"}
    assert len(files) > 5
    assert [path for path in files if not (ROOT / path).exists()] == []


def test_the_notice_for_visitors_is_in_plain_words_and_names_both_cookies_and_the_log() -> None:
    lines = [line.lstrip("> ") for line in GUIDE.splitlines() if line.startswith(">")]
    parts = re.split(r"\n\s*\n", re.sub(r"[*\[\]]", "", "\n".join(lines)))
    assert len(parts) > 5
    assert all(reading_grade(part) <= 8 for part in parts)
    assert "Two small ones" in GUIDE


def test_the_guide_leaves_figures_to_the_measurements() -> None:
    assert GUIDE.count("<!-- SIZING") <= 1
    assert "reference/measurements.md" in GUIDE
    assert "measurements.md" in (DEPLOY / "kubernetes" / "deployment.yaml").read_text("utf-8")
