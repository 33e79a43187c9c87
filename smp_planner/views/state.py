"""The only place that knows the keys of the page's answers; turns them into an Intake."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, cast

from smp_planner.domain.intake import (
    AreaAnswer,
    Away,
    CalendarAnswer,
    EventKind,
    Habits,
    Hair,
    Intake,
    LifeEvent,
    Measured,
    Person,
    Scar,
    Skin,
    TreatedBefore,
)
from smp_planner.domain.quantities import Number, rounded

UNSURE = "unsure"
EVENTS = (1, 2, 3)
HEALTH = "health_is_"
Answers = Mapping[str, Any]


def intake_of(answers: Answers, today: date) -> Intake:
    """The answers on the page as an Intake; an untouched question is not answered."""
    return Intake(
        goals=tuple(answers.get("goals") or ()),
        area=_area(answers),
        density=answers.get("density"),
        kept_hair=_share(answers.get("kept_hair")),
        skin=Skin(tone=_sure(answers.get("tone")), traits=_traits(answers)),
        hair=Hair(colour=_sure(answers.get("colour")), wears=cast(Any, _sure(answers.get("wears")))),
        habits=_habits(answers),
        person=_person(answers),
        health_asked=bool(answers.get("health_asked")),
        health=_health(answers),
        medication_now=tuple(answers.get("medication_now") or ()) or None,
        loss_moving_on=cast(Any, _sure(answers.get("loss_moving_on"))),
        treated_before=TreatedBefore(
            smp=_yes_no(answers.get("smp_before")),
            transplant_on=answers.get("transplant_on"),
            laser_removal_on=answers.get("laser_removal_on"),
            chemo_or_radiotherapy_on=answers.get("chemo_or_radiotherapy_on"),
        ),
        calendar=_calendar(answers, today),
        wants_touch_ups=cast(Any, _sure(answers.get("wants_touch_ups"))),
    )


def _health(answers: Answers) -> tuple[str, ...]:
    """What is ticked counts at once, also before the questions are all read."""
    return tuple(key.removeprefix(HEALTH) for key in answers if key.startswith(HEALTH) and answers[key])


def _sure(answer: str | None) -> str | None:
    return None if answer in (None, UNSURE) else answer


def _yes_no(answer: str | None) -> bool | None:
    return {"yes": True, "no": False}.get(answer or "")


def _share(per_cent: int | None) -> Number | None:
    return None if per_cent is None else Decimal(per_cent) / 100


def _traits(answers: Answers) -> tuple[str, ...] | None:
    return tuple(answers.get("traits") or ()) if answers.get("traits_known") else None


def _area(answers: Answers) -> AreaAnswer:
    ways = answers.get("area_ways") or ()
    scars: tuple[Scar, ...] = ()
    if "scars" in ways:
        scars = (Scar(length_cm=_cm(answers["scar_length"]), width_cm=_cm(answers["scar_width"])),)
    measured = None
    if "measured" in ways:
        measured = Measured(length_cm=_cm(answers["length_cm"]), width_cm=_cm(answers["width_cm"]))
    return AreaAnswer(
        norwood=_sure(answers.get("norwood")) if "norwood" in ways else None,
        ludwig=_sure(answers.get("ludwig")) if "ludwig" in ways else None,
        zones=tuple(answers.get("zones") or ()) if "zones" in ways else (),
        measured=measured,
        scars=scars,
    )


def _cm(value: float | None) -> Number:
    return rounded(Decimal(str(value or 0)), "0.1")


def _habits(answers: Answers) -> Habits:
    return Habits(
        sun=cast(Any, _sure(answers.get("sun"))),
        heavy_sweat=_yes_no(answers.get("heavy_sweat")),
        swims=_yes_no(answers.get("swims")),
    )


def _person(answers: Answers) -> Person:
    return Person(
        age=answers.get("age"),
        sex=cast(Any, _sure(answers.get("sex"))),
        could_be_pregnant=_yes_no(answers.get("could_be_pregnant")),
    )


def _calendar(answers: Answers, today: date) -> CalendarAnswer:
    away = answers.get("away") or ()
    return CalendarAnswer(
        start=answers.get("start") or today,
        weekdays=tuple(answers.get("weekdays") or ()),
        away=(Away(from_=away[0], to=away[-1]),) if away else (),
        events=tuple(event for number in EVENTS if (event := _event(answers, number)) is not None),
    )


def _event(answers: Answers, number: int) -> LifeEvent | None:
    days = answers.get(f"event_{number}_days") or ()
    if not days:
        return None
    name = (answers.get(f"event_{number}_name") or "").strip() or f"event {number}"
    kind = cast(EventKind, answers.get(f"event_{number}_kind") or "be_ready")
    return LifeEvent(from_=days[0], to=days[-1], name=name, kind=kind)
