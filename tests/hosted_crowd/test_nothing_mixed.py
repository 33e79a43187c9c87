"""Fifty people at once: each is sent the plan of their own answers, and nothing of anybody else's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from threading import Barrier
from typing import NamedTuple

import pytest

from benchmarks.servers import OURS, Served, serving
from benchmarks.visitor import fetched, visiting
from smp_planner.domain.intake import Intake
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.exports.handoff import to_fragment
from smp_planner.exports.steps import Steps
from smp_planner.exports.table import to_csv
from smp_planner.language.choose import speech_of
from smp_planner.language.speech import speaking
from smp_planner.planner.pipeline import plan_treatment
from smp_planner.rules.load import load_rules
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views import overview
from smp_planner.views.html import page
from smp_planner.views.plan_page import summary
from smp_planner.views.whys import Whys
from tests.hosted_crowd.crowd_people import (
    LOCALES,
    ReadingTab,
    changes_of,
    somebody,
    typed,
)

MANY = 50
WHYS = re.compile(r'<details data-key="([^"]+)"')


class Sent(NamedTuple):
    """What one person was sent at one moment, with the answers that they had given by then."""

    intake: Intake
    locale: str
    html: str
    reasons: dict[str, str]


class Visit(NamedTuple):
    """All that one person was sent: moment by moment, the table that they took along, and every message."""

    moments: list[Sent]
    table: bytes
    everything: bytes


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(OURS, tmp_path_factory.mktemp("crowd") / "log") as page:
        yield page


@pytest.fixture(scope="module")
def sent(served: Served) -> list[Visit]:
    """What all of them were sent; no one goes on before all the others have come as far."""
    together = Barrier(MANY, timeout=60)
    with ThreadPoolExecutor(MANY) as people:
        return list(people.map(lambda number: visit(served.port, number, together), range(MANY)))


def visit(port: int, number: int, together: Barrier) -> Visit:
    """Open a link with one's own answers, change some of them in the clinic's way, take a file along."""
    intake, locale = somebody(number), LOCALES[number % len(LOCALES)]
    tab = ReadingTab(locale, f"http://127.0.0.1:{port}/")
    seen: list[Sent] = []

    def look() -> None:
        html = "".join(tab.html)
        visitor.change("whys", {"open": WHYS.findall(html)})
        seen.append(Sent(intake, locale, html, tab.reasons))
        together.wait()

    together.wait()
    with visiting(port, tab=tab, link=link_of(intake)) as visitor:
        look()
        visitor.change("other_way", True)
        for key, value, person in changes_of(number):
            intake = person
            visitor.change(key, value)
            look()
        visitor.change("part", ["Talk and files"])
        visitor.unfold("fold_more_files")
        table = visitor.make_file("Table (csv)")
        together.wait()
        visitor.change("part", ["In short"])  # on a slow line the browser comes for its file after many runs
        together.wait()
        return Visit(seen, fetched(port, table), b"".join(tab.all))


def link_of(intake: Intake) -> str:
    link = to_fragment(intake, rules_in("en").edition, with_health=True, with_typed=True)
    assert link
    return link


@cache
def rules_in(locale: str) -> RuleSet:
    """The packaged rules as they are told to a browser of that language and country."""
    speech = speech_of(locale)
    return load_rules(speech=speech).with_habits(speech)


def told_in_short(plan: TreatmentPlan, rules: RuleSet, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """All figures of the plan in one look, as the page tells them before and after it offers other prices."""
    pieces: list[str] = []
    monkeypatch.setattr(overview, "show", lambda *shown: pieces.append(page(*shown)))
    monkeypatch.setattr(overview, "other_prices", lambda *_plan: "UK")  # to a browser whose clock is London's
    monkeypatch.setattr(overview, "offer_prices", lambda *_other: None)
    overview.show_overview(plan, Whys(plan, rules))
    assert len(pieces) == 2
    return pieces


def test_each_is_sent_the_whole_plan_of_their_own_answers_at_each_moment(
    sent: list[Visit], monkeypatch: pytest.MonkeyPatch
) -> None:
    mixed: list[str] = []
    for number, visited in enumerate(sent):
        assert len(visited.moments) == 3
        for moment, seen in enumerate(visited.moments):
            rules = rules_in(seen.locale)
            with speaking(speech_of(seen.locale)):
                plan = plan_treatment(seen.intake, rules)
                assert isinstance(plan, TreatmentPlan)
                sentence = summary(plan.sessions.glance, plan.suitability)
                wanted = (sentence, *told_in_short(plan, rules, monkeypatch))
                if not all(told in seen.html for told in wanted):
                    mixed.append(f"figures of person {number}, moment {moment}")
                if not reasons_are_of(plan, seen.reasons):
                    mixed.append(f"reasons of person {number}, moment {moment}")
                if seen is visited.moments[-1] and visited.table.decode() != to_csv(plan):
                    mixed.append(f"table of person {number}")
    assert not mixed


def reasons_are_of(plan: TreatmentPlan, reasons: dict[str, str]) -> bool:
    """Whether the reason behind each figure of the page is the plan's own, as patient or clinic reads it."""
    steps = Steps.of(plan.trace)
    keyed = [key for key in reasons if not key.startswith(("cited ", "rule "))]
    try:
        own = {key: [steps.at(field) for field in fields_of(key, steps)] for key in keyed}
    except LookupError:
        return False
    return len(own) > 15 and all(
        step.because in reasons[key] or (step.plainly or step.because) in reasons[key]
        for key, told in own.items()
        for step in told
    )


def fields_of(key: str, steps: Steps) -> Iterator[str]:
    """The fields that a "why?" of the page stands for; a full stop after one means all that is below it."""
    for name in key.split():
        yield from steps.below(name.removesuffix(".")) if name.endswith(".") else (name,)


def test_no_two_of_them_have_the_same_plan(sent: list[Visit]) -> None:
    """Else a mix could go unseen."""
    last = [visited.moments[-1].html for visited in sent]
    assert len(set(last)) == MANY


def test_nobody_is_sent_a_word_that_somebody_else_has_typed(sent: list[Visit]) -> None:
    for number, visited in enumerate(sent):
        found = set(re.findall(rb"Quibblewick(\d{3})", visited.everything))
        assert found == {typed(number, "")[-3:].encode()}
