"""The guide for hosts says what is so."""

from __future__ import annotations

import re
import tomllib

from benchmarks.timing import ROOT
from smp_planner.serving.host_settings import SETTINGS
from smp_planner.serving.places import Places
from tests.deploy.files import GUIDE, PORT, cluster_settings, compose, replicas
from tests.reading_grade import reading_grade


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


def test_the_notice_says_how_long_answers_are_held_after_a_page_was_closed() -> None:
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))
    assert settings["server"]["disconnectedSessionTTL"] == 60  # seconds; and at most ten more (decision 31)
    assert "for a little more than a minute after" in GUIDE


def part(text: str, title: str) -> str:
    """What stands below a title, up to the next one."""
    return text.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def numbers(text: str) -> set[str]:
    return set(re.findall(r"\d+(?:\.\d+)?", text))


def test_how_many_people_it_holds_is_what_was_measured() -> None:
    told = re.findall(
        r"^\| (?:patients|consultants) .+$", part(GUIDE, "How many people it holds"), re.MULTILINE
    )
    assert len(told) == 2
    measured = (ROOT / "docs" / "reference" / "measurements.md").read_text("utf-8")
    assert numbers(" ".join(told)) <= numbers(part(measured, "Many people"))


def test_who_stays_while_a_replica_is_away_is_what_the_others_hold() -> None:
    places = Places(int(cluster_settings()["SMP_MOST_PEOPLE"]))
    held = places.most + places.kept
    rows = re.findall(r"^\| (\d)[^|]* \| (\d+) \| (\d+) \|$", GUIDE, re.MULTILINE)
    assert len(rows) == 3
    for many, let_in, stay in (map(int, row) for row in rows):
        assert (let_in, stay) == (many * places.most, (many - 1) * held)


def test_an_upgrade_looks_at_one_replica_before_the_other_goes_and_then_renews_the_proxy() -> None:
    commands = part(GUIDE, "Upgrade, and back").split("```")[1].splitlines()
    here = replicas()["planner-1"]["networks"]["inside"]["ipv4_address"]
    order = [
        next(number for number, line in enumerate(commands) if word in line)
        for word in (
            "smp_planner check",
            "--wait planner-1",
            f"exec proxy wget -q -O - http://{here}:{PORT}/readyz",
            "--wait planner-2",
            "--force-recreate proxy tls",
        )
    ]
    assert order == sorted(order)
    assert max(order) == len(commands) - 1


def test_every_image_that_is_pinned_is_among_those_to_renew() -> None:
    told = part((ROOT / "docs" / "how-to" / "update-dependencies.md").read_text("utf-8"), "The images")
    images = [one["image"] for one in compose()["services"].values() if "build" not in one]
    makers = {image.split("/")[-1].split(":")[0] for image in images} | {"python"}
    assert {maker for maker in makers if maker not in told.lower()} == set()
