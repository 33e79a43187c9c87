"""A process that is asked to stop throws nobody out at once, and ends in good time."""

from __future__ import annotations

import signal
import time
from pathlib import Path

import pytest
from websockets.exceptions import InvalidStatus

from benchmarks.visitor import visiting
from smp_planner.serving.admission import RENEWED
from smp_planner.serving.drain import UNTIL_HEARD
from tests.reading_grade import reading_grade
from tests.serving.hosting import closed_with, connected, get, hosting, logged

DRAIN = 3  # seconds
IN_GOOD_TIME = 6  # seconds


def test_it_takes_nobody_new_serves_on_for_a_while_and_ends_well(tmp_path: Path) -> None:
    told = {"SMP_DRAIN_SECONDS": str(DRAIN), "SMP_REGION": "UK"}
    with hosting(tmp_path / "log", **told) as served, visiting(served.port) as inside:
        served.process.send_signal(signal.SIGTERM)
        asked = time.monotonic()
        while get(served, "/readyz").status == 200:
            assert time.monotonic() - asked < 1
        assert get(served, "/readyz")[::2] == (503, b"draining")
        assert get(served, "/healthz").status == 200
        new = get(served)
        assert new.status == 503  # at which a proxy asks another process
        assert RENEWED in new.body.decode()
        with pytest.raises(InvalidStatus, match="503"), connected(served):
            pass
        inside.change("density", 130.0)
        assert closed_with(inside.socket) == 1012  # "service restart": the page comes back by itself
        assert time.monotonic() - asked >= DRAIN - 0.2
        assert served.process.wait(IN_GOOD_TIME) == 0
    assert reading_grade(RENEWED) <= 6
    assert logged(tmp_path / "log")[0]["said"].startswith("ready")
    assert said_of_its_end(tmp_path / "log") == [
        f"draining for at most {DRAIN} seconds, with 1 inside", "stopping, with 1 inside", "stopped",
    ]  # fmt: skip


def test_it_waits_no_longer_than_somebody_is_inside(tmp_path: Path) -> None:
    with hosting(tmp_path / "log", SMP_DRAIN_SECONDS="600") as served:
        with visiting(served.port) as inside:
            served.process.send_signal(signal.SIGTERM)
            time.sleep(UNTIL_HEARD + 2)
            inside.change("density", 130.0)
            assert get(served, "/readyz").body == b"draining"
        assert served.process.wait(IN_GOOD_TIME) == 0
    assert said_of_its_end(tmp_path / "log") == [
        "draining for at most 600 seconds, with 1 inside", "stopping, with 0 inside", "stopped",
    ]  # fmt: skip


def said_of_its_end(log: Path) -> list[str]:
    """What the log says after the line that it is ready."""
    said = [line["said"] for line in logged(log)]
    return said[1 + next(place for place, line in enumerate(said) if line.startswith("ready")) :]


def test_with_nobody_inside_a_balancer_still_hears_of_it(tmp_path: Path) -> None:
    with hosting(tmp_path / "log", SMP_DRAIN_SECONDS="600") as served:
        served.process.send_signal(signal.SIGTERM)
        time.sleep(UNTIL_HEARD - 2)
        assert get(served, "/readyz")[::2] == (503, b"draining")
        assert served.process.wait(IN_GOOD_TIME) == 0


def test_asked_once_more_while_it_looks_whether_somebody_is_inside_it_stops_once(tmp_path: Path) -> None:
    with hosting(tmp_path / "log", SMP_DRAIN_SECONDS="600") as served, visiting(served.port):
        served.process.send_signal(signal.SIGTERM)
        time.sleep(UNTIL_HEARD + 2)
        served.process.send_signal(signal.SIGTERM)
        assert served.process.wait(IN_GOOD_TIME) == 0
    assert said_of_its_end(tmp_path / "log")[1:] == ["stopping, with 1 inside", "stopped"]


@pytest.mark.parametrize(("drain", "times"), [("0", 1), ("60", 2)], ids=["by hand", "asked twice"])
def test_it_ends_at_once_where_it_shall(tmp_path: Path, drain: str, times: int) -> None:
    with hosting(tmp_path / "log", SMP_DRAIN_SECONDS=drain) as served, visiting(served.port):
        for _ in range(times):
            served.process.send_signal(signal.SIGTERM)
            time.sleep(0.2)
        assert served.process.wait(IN_GOOD_TIME) == 0


def test_a_clinic_s_file_with_faults_keeps_people_away_and_is_told_to_whoever_hosts_it(
    tmp_path: Path,
) -> None:
    clinic = tmp_path / "clinic.yaml"
    clinic.write_text("name: Our clinic\nregoin: UK\n", encoding="utf-8")
    with hosting(tmp_path / "log", SMP_CLINIC=str(clinic)) as served:
        assert get(served, "/readyz")[::2] == (503, b"rules")
        assert get(served, "/healthz").status == get(served).status == 200
    problems, begun, *_ = (line["said"] for line in logged(tmp_path / "log"))
    assert "clinic.yaml:2:1: regoin" in problems
    assert begun.startswith("not ready: rules; ")
