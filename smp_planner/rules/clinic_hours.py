"""A clinic's hours, closed days, chairs and starts, as the readings that figures of chair time rest on.

They are facts of the clinic and cite no document: it set them itself, and its file is the place.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import time
from typing import get_args

from smp_planner.domain.intake import WEEKDAYS, Weekday
from smp_planner.domain.opening import HOUR
from smp_planner.domain.provenance import BASE_RULES, Reading
from smp_planner.domain.quantities import Number
from smp_planner.domain.words import listed, number, spoken_span
from smp_planner.language.speech import spoken_now
from smp_planner.language.texts import N_, NN_, NP_, _, n_, p_
from smp_planner.rules.clinic_days import DAY_ENDS, ClinicDays, clinic_days, days_of
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.shapes.clinic import MOST_CHAIRS, ClinicFile, MinutesApart
from smp_planner.rules.source_map import SourceMap

# Unchecked, as most processes read no clinic's file: checking one builds all that checks such files.
NO_CLINIC = ClinicFile.model_construct(name="-")
NO_DAYS = NP_("closed days", "none named")
SHUT = NP_("opening hours", "closed")
YEARLY = NN_("{count} day of every year", "{count} days of every year")
UNSAID = N_("The clinic's file does not say, so this is what is counted with.")


def hours_at(found: SourceMap) -> Mapping[str, str]:
    """Where a clinic's file names its hours and what goes with them; nothing of what it leaves out."""
    paths = (
        *(("opening", day) for day in WEEKDAYS),
        *((key,) for key in ("closed", "chairs", "slot_minutes")),
    )
    return {".".join(path): str(found.place(path).without_folder) for path in paths if found.holds(path)}


def open_on(weekday: Weekday, rules: RuleSet) -> Reading:
    """The hours of a weekday."""
    told = [
        _("{first} to {last}", first=_clock(span.opens), last=_clock(span.closes))
        for span in clinic_days(rules).spans(weekday)
    ]
    name = _("Open on {weekday}", weekday=rules.intake.choices["weekdays"][weekday])
    return _reading(f"opening.{weekday}", name, listed(told) or p_(*SHUT), rules)


def closed_days(rules: RuleSet) -> Reading:
    """The days on which the clinic is closed beside its weekly hours."""
    days = days_of(rules.clinic or NO_CLINIC)
    return _reading("closed", _("Closed days"), listed(_closed(days)) or p_(*NO_DAYS), rules)


def chairs(rules: RuleSet) -> Reading:
    """How many chairs the clinic has."""
    count = (rules.clinic or NO_CLINIC).chairs
    return _reading("chairs", _("Chairs"), count, rules, (1, MOST_CHAIRS))


def minutes_apart(rules: RuleSet) -> Reading:
    """How far apart two starts are."""
    apart, may_be = (rules.clinic or NO_CLINIC).slot_minutes, get_args(MinutesApart)
    limits = min(may_be), max(may_be)
    return _reading("slot_minutes", _("Time between two starts"), apart, rules, limits, "minutes")


def _clock(minute: int) -> str:
    at = minute % DAY_ENDS
    return spoken_now().figures.clock(time(at // HOUR, at % HOUR))


def _closed(days: ClinicDays) -> list[str]:
    spans = [spoken_span(first, last) for first, last in days.shut]
    yearly = len(days.yearly)
    return [*spans, n_(*YEARLY, yearly, count=number(yearly))] if yearly else spans


def _reading(
    key: str, label: str, value: Number | str, rules: RuleSet, limits: tuple[Number, ...] = (), unit: str = ""
) -> Reading:
    """A fact as a reading; one that the clinic's file leaves out is nobody's choice and says so."""
    place = rules.hours_at.get(key)
    clinic = rules.edition.clinic
    return Reading(
        id=f"clinic.{key}",
        label=label,
        value=value,
        range=() if isinstance(value, str) else (value, value),
        limits=limits,
        unit=unit,
        sources=(),
        place=place or "",
        set_by=clinic if place and clinic else BASE_RULES,
        note=None if place else _(UNSAID),
    )
