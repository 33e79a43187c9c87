"""What a page held goes at once when nobody holds it: no ring waits until Python looks for rings.

A clinic's page makes a new plan with each answer; where each old one stayed for a while, a page took twice as
much memory.
"""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from smp_planner.domain.intake import Intake
from smp_planner.domain.plan import Referral
from smp_planner.planner.pipeline import begin_plan
from smp_planner.rules.load import DATA
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views.whys import Answered, Whys
from tests.packaged_rules import rules_of
from tests.people import ADULT, adult

REFERRED = adult(health=("active_skin_disease",))
CLINIC = DATA / "clinics" / "example-clinic.yaml"


@contextmanager
def nobody_looks_for_rings() -> Iterator[None]:
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@pytest.mark.parametrize("rules", [rules_of(), rules_of(clinic=CLINIC)], ids=["usual", "clinic"])
@pytest.mark.parametrize("intake", [ADULT, REFERRED], ids=["plan", "referral"])
def test_a_plan_of_which_everything_was_asked_goes_with_who_held_it(intake: Intake, rules: RuleSet) -> None:
    with nobody_looks_for_rings():
        begun = begin_plan(intake, rules)
        assert len(begun.outline.trace) > 0
        assert begun.whole.sources
        assert isinstance(begun.whole, Referral) == (intake is REFERRED)
        held = weakref.ref(begun)
        del begun
        assert held() is None


def test_what_stands_behind_each_why_goes_with_the_page(rules: RuleSet) -> None:
    with nobody_looks_for_rings():
        plan = begin_plan(ADULT, rules).whole
        whys = Whys(plan, rules)
        more = whys.and_of(()).named("plan a", Answered())
        for one in (whys, more, whys.of(plan)):
            assert "why?" in one.why("sessions.count") + one.why_all("sessions")
        assert [told().say for told in whys.told.values() if told().steps]
        held = [*map(weakref.ref, (whys, more))]
        del whys, more, one
        assert [one() for one in held] == [None, None]
