"""Where the house is full, who comes is asked to try again, and those inside go on with their own plans."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import ExitStack
from urllib.error import HTTPError

import pytest
from websockets.exceptions import InvalidStatus

from benchmarks.servers import OURS, Served, serving
from benchmarks.visitor import fetched, visiting
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.exports.handoff import to_fragment
from smp_planner.planner.pipeline import plan_treatment
from smp_planner.views.plan_page import summary
from tests.hosted_crowd.crowd_people import ReadingTab, changes_of, somebody
from tests.packaged_rules import packaged_rules

INSIDE, MORE = 3, 3


@pytest.fixture
def full() -> Iterator[Served]:
    with serving(OURS._replace(environment=(("SMP_MOST_PEOPLE", str(INSIDE)),))) as served:
        yield served


def test_three_inside_go_on_and_three_more_are_refused_until_there_is_room(full: Served) -> None:
    rules = packaged_rules()
    with ExitStack() as open_:
        people = []
        for number in range(INSIDE):
            tab = ReadingTab("en", f"http://127.0.0.1:{full.port}/")
            link = to_fragment(somebody(number), rules.edition, with_health=True, with_typed=True) or ""
            people.append((number, tab, open_.enter_context(visiting(full.port, tab=tab, link=link))))
        for _ in range(MORE):
            with pytest.raises(InvalidStatus) as refused, visiting(full.port):
                pass
            assert refused.value.response.status_code == 503
            with pytest.raises(HTTPError, match="503"):
                fetched(full.port, "/")
        for number, tab, visitor in people:
            visitor.change("other_way", True)
            for key, value, person in changes_of(number):
                visitor.change(key, value)
                plan = plan_treatment(person, rules)
                assert isinstance(plan, TreatmentPlan)
                assert summary(plan.sessions.glance, plan.suitability) in "".join(tab.html)
            names = set(re.findall(rb"Quibblewick(\d{3})", b"".join(tab.all)))
            assert names == {b"%03d" % number}
    for _ in range(MORE):  # all have left, so there is room again
        with visiting(full.port):
            assert b"<html" in fetched(full.port, "/")
