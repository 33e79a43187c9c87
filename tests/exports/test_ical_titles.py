"""What the page shows of the titles is what the file holds."""

from __future__ import annotations

import icalendar
import pytest

from smp_planner.domain.plan import Referral, TreatmentPlan
from smp_planner.exports.ical import to_ics
from smp_planner.exports.ical_titles import titles_of
from tests.exports.sample_plan import PLAN, REFERRAL


def in_file(plan: TreatmentPlan | Referral, *, full: bool) -> set[str]:
    calendar = icalendar.Calendar.from_ical(to_ics(plan, full_titles=full))
    return {str(event["summary"]) for event in calendar.events}


@pytest.mark.parametrize("plan", [PLAN, REFERRAL])
def test_each_title_that_is_shown_is_in_the_file_that_has_such_titles(plan: TreatmentPlan | Referral) -> None:
    shown = titles_of(plan)
    assert {titles.discreet for titles in shown} <= in_file(plan, full=False)
    assert {titles.full for titles in shown} <= in_file(plan, full=True)


def test_every_kind_of_title_is_shown_once_the_visit_first() -> None:
    discreet = [titles.discreet for titles in titles_of(PLAN)]
    assert discreet[0] == "Appointment 1"
    assert in_file(PLAN, full=False) - {*discreet} == {"Appointment 2", "Appointment 3"}
    assert len(discreet) == len({*discreet})
