"""The days of one person's courses, each looked for once: a plan and its what-ifs often ask for the same."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from smp_planner.domain.intake import CalendarAnswer
from smp_planner.domain.provenance import Telling
from smp_planner.planner.appointments.clashes import lengths_that_count
from smp_planner.planner.appointments.course_dates import Appointments
from smp_planner.planner.appointments.plan import plan_appointments
from smp_planner.planner.suitability.young_scars import ScarWait
from smp_planner.rules.ruleset import RuleSet

MOST = 12  # courses: a plan asks for one, its what-ifs for some more


class Diary:
    """The days found so far in one person's calendar, with what is waited for; the last few of them."""

    def __init__(self, calendar: CalendarAnswer, waits: ScarWait | None, rules: RuleSet) -> None:
        self._calendar, self._waits, self._rules = calendar, waits, rules
        self._found: dict[tuple[object, ...], tuple[Appointments, Telling]] = {}

    def days(
        self,
        count: int,
        lengths: Mapping[str, int],
        needed: tuple[int, ...] = (),
        kept: tuple[date, ...] = (),
    ) -> tuple[Appointments, Telling]:
        """What `plan_appointments` answers for so many visits, these lengths, minutes and kept days.

        Raises IntakeError when no course can start in the time that the rules accept.
        """
        asked = count, lengths_that_count(self._calendar, lengths, self._rules), needed, kept
        if asked not in self._found:
            if len(self._found) == MOST:
                self._found.pop(next(iter(self._found)))
            self._found[asked] = plan_appointments(
                self._calendar, count, lengths, self._rules, needed, kept, self._waits
            )
        return self._found[asked]
