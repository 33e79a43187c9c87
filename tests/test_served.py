"""The page as it is really served: what a run costs, what is loaded, what is packed, what is logged."""

from __future__ import annotations

import gzip
import re
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.RootContainer_pb2 import RootContainer

from benchmarks.servers import OURS, OURS_BY_RUN, Page, Served, serving
from benchmarks.tab import Tab, Value
from benchmarks.visitor import Visitor, visiting
from smp_planner.serving.first_words import LOADING
from smp_planner.views.about import TITLE
from smp_planner.views.faults import FAULT
from smp_planner.views.look import LOOK
from smp_planner.views.plan_page import PARTS
from tests.reading_grade import reading_grade
from tests.watched import LOADED, TOLD

RUN = Page("run", ("-m", "tests.watched", "run", "{port}"))
UVICORN = Page("uvicorn", ("-m", "tests.watched", "uvicorn", "{port}"))
COLLECTING = Page("collecting", (*RUN.arguments, "--runner.postScriptGC=true"))
BROWSER = """
import os, re, sys, urllib.request
page = urllib.request.urlopen(sys.argv[2]).read().decode()
told = f"{sys.argv[2]} {re.search('<title>(.*)</title>', page)[1]}"
open(sys.argv[1] + ".new", "w").write(told)
os.rename(sys.argv[1] + ".new", sys.argv[1])
"""
ANSWERS = [60.0, 75.0, 90.0, 105.0]


def collections(page: Page, log: Path) -> int:
    """How many of a visitor's changes of an answer end with a full collection."""
    with serving(page, log) as served, visiting(served.port) as visitor:
        visitor.change("density", 130.0)  # the first runs import, and freeze what they have imported
        before = log.read_text().count(TOLD)
        for answer in ANSWERS:
            visitor.change("density", answer)
        visitor.change("part", ["Visits"])  # its run begins after the one before has ended in every way
        return log.read_text().count(TOLD) - before


@pytest.mark.parametrize("page", [RUN, UVICORN], ids=lambda page: page.name)
def test_no_run_ends_with_a_full_collection(page: Page, tmp_path: Path) -> None:
    assert collections(page, tmp_path / "log") == 0


def test_a_full_collection_after_each_run_would_be_seen(tmp_path: Path) -> None:
    assert collections(COLLECTING, tmp_path / "log") >= len(ANSWERS)


@pytest.mark.parametrize(("locale", "loaded"), [("en", ""), ("en-GB", "babel")])
def test_a_plan_and_its_files_are_shown_before_anything_heavy_is_loaded(
    tmp_path: Path, locale: str, loaded: str
) -> None:
    """But for the habits of the country that the person's browser names."""
    with serving(RUN, tmp_path / "log") as served, visiting(served.port, locale) as visitor:
        for part in ("All options", "Talk and files"):
            visitor.change("part", [part])
    assert f"{LOADED}{loaded}." in (tmp_path / "log").read_text()


@pytest.mark.parametrize(
    ("key", "answer", "beside"),
    [
        ("density", 130.0, ()),
        ("weekdays", ["Monday", "Tuesday"], ()),
        ("norwood", ["VI"], ()),
        ("area_ways", ["Stage (women)"], ("goals", "kept_way")),
        ("goals", ["A new hairline"], ("kept_way",)),
        ("kept_way", ["By place"], ()),
    ],
)
def test_an_answer_draws_its_part_what_hangs_on_it_and_the_plan_alone(
    served: Served, key: str, answer: Value, beside: tuple[str, ...]
) -> None:
    questions = (
        "goals",
        "area_ways",
        "norwood",
        "kept_way",
        "density",
        "weekdays",
        "fold_habits",
        "other_way",
    )
    with visiting(served.port) as visitor:
        visitor.change(key, answer)
        assert visitor.drew("part")
        assert [one for one in questions if visitor.drew(one)] == sorted({key, *beside}, key=questions.index)


def test_a_number_of_dots_draws_its_question_only_where_that_says_something_else(served: Served) -> None:
    with visiting(served.port) as visitor:
        visitor.change("density", 130.0)
        assert visitor.drew("density_look"), "no look goes with the number any more"
        visitor.change("density_look", ["Dense"])
        assert visitor.drew("density"), "the look moves the number"
        visitor.change("density", 140.0)
        assert visitor.drew("density_look")
        visitor.change("density_look", [])  # the browser has heard that no look goes with it
        visitor.change("density", 145.0)
        assert visitor.drew("part")
        assert not visitor.drew("density_look")
        assert not visitor.drew("density")
        visitor.tab.changed("density_look", ["Dense"])  # tapped, and the number moved in the same moment
        visitor.change("density", 150.0)
        assert visitor.drew("density_look"), "the number counts, and the browser has to let go of the look"


def test_a_stage_draws_the_question_about_the_hair_where_other_hair_is_counted(served: Served) -> None:
    """Half is left at a woman's stage I, a quarter at II; none at a man's IV and V: until somebody says."""
    with visiting(served.port) as visitor:
        visitor.change("area_ways", ["Stage (women)"])
        visitor.change("ludwig", ["I"])
        visitor.change("ludwig", ["II"])
        assert visitor.drew("kept_way")
    with visiting(served.port) as visitor:
        visitor.change("area_ways", ["Stage (men)"])
        visitor.change("norwood", ["IV"])
        visitor.change("norwood", ["V"])
        assert not visitor.drew("kept_way")


def test_a_size_beside_a_stage_is_told_anew_with_the_stage(served: Served) -> None:
    """Stage and scars together may be too large, which stands below both."""
    with visiting(served.port) as visitor:
        visitor.change("area_ways", ["Stage (men)", "Scars"])
        visitor.change("norwood", ["VII"])
        assert visitor.drew("scar_1_length")


TO_A_STEP = {
    "goals": (),
    "area": ("next",),
    "look": ("next", "next"),
    "person": ("next", "next", "next"),
    "health": ("next", "next", "next", "next"),
}
HELD = "health_none_scalp"


@contextmanager
def at_step(served: Served, name: str) -> Iterator[Visitor]:
    """A patient who has come to a step."""
    with visiting(served.port) as visitor:
        for key in ("other_way", *TO_A_STEP[name]):
            visitor.change(key, True)
        yield visitor


@pytest.mark.parametrize(
    ("step", "before", "key", "answer", "drawn", "most"),
    [
        ("goals", (), "goals", ["A new hairline"], {"goals", "unsure_of_goals"}, 6),
        ("area", (("area_ways", ["Stage (men)"]),), "norwood", ["V"], {"norwood", "picture_taps_norwood"}, 8),
        ("area", (), "kept_way", ["The same all over"], {"kept_way", "kept_hair", "kept_hair_right"}, 9),
        ("look", (("density", 100.0),), "density", 105.0, set(), 4),
        ("person", (), "sex", ["Female"], {"age", "sex", "could_be_pregnant"}, 10),
    ],
)
def test_an_answer_on_a_patient_s_step_draws_its_question_and_the_sentence_alone(
    served: Served,
    step: str,
    before: tuple[tuple[str, Value], ...],
    key: str,
    answer: Value,
    drawn: set[str],
    most: int,
) -> None:
    with at_step(served, step) as visitor:
        for one, said in before:
            visitor.change(one, said)
        visitor.change(key, answer)
        assert {id_.rpartition("-")[2] for id_ in visitor.tab.drawn} == drawn | {"so_far"}
        assert visitor.pieces <= most, "the whole step is some 20"


def test_a_habit_is_drawn_alone(served: Served) -> None:
    with at_step(served, "goals") as visitor:
        visitor.change("next", True)
        visitor.change("skip", True)
        visitor.change("to_step_more_8", True)
        visitor.change("colour", ["Black"])
        assert {id_.rpartition("-")[2] for id_ in visitor.tab.drawn} == {"colour", "so_far"}


def test_a_tick_draws_its_group_only_where_another_tick_goes_or_more_is_asked(served: Served) -> None:
    with at_step(served, "health") as visitor:
        visitor.unfold("health_is_changing_mole")
        assert (visitor.drew("so_far"), visitor.drew(HELD)) == (True, False)
        visitor.unfold("health_unsure_scalp")
        assert visitor.drew("health_which_scalp"), "which ones is asked"
        visitor.unfold(HELD)
        assert visitor.drew("health_is_changing_mole"), "none of these takes it away"


def test_next_in_the_moment_of_an_answer_goes_on_with_the_answer(served: Served) -> None:
    with at_step(served, "goals") as visitor:
        visitor.tab.changed("goals", ["A new hairline"])
        visitor.change("next", True)
        assert visitor.drew("area_ways")
        visitor.tab.changed("area_ways", ["Stage (men)"])
        visitor.change("back", True)
        assert visitor.drew("goals")
        visitor.change("next", True)
        assert visitor.drew("norwood"), "the answer counts"


def test_who_was_kept_at_a_step_is_told_at_each_answer_whether_that_still_stands(served: Served) -> None:
    with at_step(served, "health") as visitor:
        visitor.change("next", True)
        assert visitor.drew(HELD), "nothing is ticked yet"
        visitor.unfold(HELD)
        assert visitor.drew("next"), "so the whole step is drawn, and the words are gone"


def test_a_why_that_is_opened_draws_no_plan_and_follows_each_answer_from_then_on(served: Served) -> None:
    with visiting(served.port) as visitor:
        visitor.change("whys", {"open": ["sessions.count"]})
        assert visitor.drew("whys")
        assert visitor.pieces < 4, "no part of the plan is drawn"
        visitor.change("density", 135.0)
        assert visitor.drew("whys"), "the reason tells the new number"


class Listening(Tab):
    """A tab that counts how often it is told of a fault of ours."""

    faults = 0

    def take(self, data: Any) -> bool:
        self.faults += FAULT.encode() in data
        return super().take(data)


def test_who_opened_a_why_and_went_to_a_question_finds_the_plan_again(served: Served) -> None:
    tab = Listening()
    with visiting(served.port, tab=tab) as visitor:
        for key in ("other_way", "next", "skip"):
            visitor.change(key, True)
        visitor.change("whys", {"open": ["sessions.count"]})
        for key in ("to_step_0", "skip"):
            visitor.change(key, True)
        assert visitor.drew("part"), "the plan is drawn"
        assert tab.faults == 0


class Styled(Tab):
    """A tab that knows which styles stand beside its page."""

    def __init__(self) -> None:
        super().__init__()
        self.styles: dict[tuple[int, ...], str] = {}

    def take(self, data: Any) -> bool:
        message = ForwardMsg.FromString(data)
        path = tuple(message.metadata.delta_path)
        if path and path[0] == RootContainer.EVENT:
            self.styles[path] = message.delta.new_element.html.body
        return super().take(data)


def test_the_look_of_the_page_stays_whatever_part_is_opened(served: Served) -> None:
    tab = Styled()
    with visiting(served.port, tab=tab) as visitor:
        for part in PARTS:
            visitor.change("part", [part])
            assert LOOK in tab.styles.values(), part
    assert len(tab.styles) > 1, "parts bring styles of their own"


class Counting(Tab):
    """A tab that counts how often it is told that a run has ended, early or not."""

    ended = 0

    def take(self, data: Any) -> bool:
        self.ended += ForwardMsg.FromString(data).WhichOneof("type") == "script_finished"
        return super().take(data)


def test_an_answer_is_one_run_of_the_page_whatever_it_draws(served: Served) -> None:
    tab = Counting()
    with visiting(served.port, tab=tab) as visitor:
        for key, value in (("density", 135.0), ("norwood", ["VI"]), ("part", ["Visits"])):
            tab.ended = 0
            visitor.change(key, value)
            assert tab.ended == 1, key


def test_two_answers_of_one_moment_draw_what_hangs_on_either(served: Served) -> None:
    with visiting(served.port) as visitor:
        visitor.tab.changed("weekdays", ["Monday"])
        visitor.change("norwood", ["VI"])
        drawn = {key for key in ("norwood", "weekdays", "part", "density") if visitor.drew(key)}
        assert drawn == {"norwood", "weekdays", "part"}


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All that the hosted page says."""
    return tmp_path_factory.mktemp("served") / "log"


@pytest.fixture(scope="module", params=[OURS, OURS_BY_RUN], ids=["hosted", "at hand"])
def served(request: pytest.FixtureRequest, log: Path) -> Iterator[Served]:
    """The page as it is hosted, and as `streamlit run` serves it."""
    with serving(request.param, log) as page:
        yield page


def get(served: Served, path: str, **headers: str) -> tuple[dict[str, str], bytes]:
    asked = {name.replace("_", "-"): value for name, value in headers.items()}
    request = urllib.request.Request(f"http://127.0.0.1:{served.port}{path}", headers=asked)
    with urllib.request.urlopen(request, timeout=10) as answer:
        return {name.lower(): value for name, value in answer.headers.items()}, answer.read()


def test_the_page_s_scripts_travel_packed(served: Served) -> None:
    script = re.findall(r'src="\.?(/static/[^"]+\.js)"', get(served, "/")[1].decode())[0]
    plain = get(served, script)[1]
    told, packed = get(served, script, Accept_Encoding="gzip")
    assert told["content-encoding"] == "gzip"
    assert gzip.decompress(packed) == plain
    assert len(packed) < len(plain) / 2


def test_before_any_script_has_come_a_person_reads_what_the_page_is_and_that_it_loads(served: Served) -> None:
    told, page = get(served, "/")
    text = page.decode()
    assert told["cache-control"] == "no-cache"
    assert f"<title>{TITLE}</title>" in text
    assert text.index(LOADING) > text.index('<div id="root">')
    assert reading_grade(LOADING) <= 6


def test_the_first_words_are_in_the_language_that_the_browser_asks_for(served: Served) -> None:
    for asked, tag in (("en-GB,en;q=0.9", "en-GB"), ("de-DE", "en-DE"), ("", "en")):
        _headers, page = get(served, "/", accept_language=asked)
        assert f'<html lang="{tag}"' in page.decode()


def test_a_visitor_gets_a_plan(served: Served) -> None:
    with visiting(served.port) as visitor:
        visitor.change("norwood", ["VI"])
        visitor.change("part", ["Aftercare"])
        assert any("can_i" in id_ for id_ in visitor.fragments)


def test_what_follows_the_address_is_not_logged(served: Served, log: Path) -> None:
    get(served, "/?answer=a-keloid")
    with visiting(served.port):
        pass
    assert log.read_text().strip()
    assert "keloid" not in log.read_text()


def test_at_hand_the_page_opens_in_the_person_s_browser(tmp_path: Path) -> None:
    opened, browser = tmp_path / "opened", tmp_path / "browser.py"
    browser.write_text(BROWSER)
    shown = OURS_BY_RUN._replace(
        arguments=(*OURS_BY_RUN.arguments, "--server.headless=false"),
        environment=(("BROWSER", f"{sys.executable} {browser} {opened} %s"),),
    )
    with serving(shown) as served:
        assert any(opened.exists() or time.sleep(0.1) for _ in range(100))
    assert opened.read_text() == f"http://127.0.0.1:{served.port} {TITLE}"
