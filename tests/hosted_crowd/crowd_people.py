"""Fifty people with different answers, and a browser's tab that reads all that it is sent."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from benchmarks.tab import Tab
from smp_planner.domain.intake import (
    GOALS,
    HAIR_COLOURS,
    NORWOOD,
    TONES,
    AreaAnswer,
    CalendarAnswer,
    Hair,
    Intake,
    LifeEvent,
    Measured,
    OwnConcern,
    Person,
    Skin,
)
from smp_planner.domain.matters import WEIGHTS
from smp_planner.domain.words import stage_name
from tests.people import START, adult

LOCALES = ("en-GB", "en-US", "de-DE", "fr-CA", "en")
WEEKS = (("mon", "tue"), ("wed", "thu", "fri"), ("mon", "wed", "fri", "sat"), ("tue", "thu"))


def somebody(number: int) -> Intake:
    """A person whom no other number is: goals, place, look, health, days and what was typed differ."""
    start = START + timedelta(days=number)
    wedding = start + timedelta(days=160 + number)
    weight = tuple(WEIGHTS.values())[number % len(WEIGHTS)]
    stage = NORWOOD[1 + number % (len(NORWOOD) - 1)]
    area = (
        AreaAnswer(norwood=stage)
        if number % 3
        else AreaAnswer(measured=Measured(cm2=Decimal(11400 + number) / 100))
    )
    return adult(
        goals=tuple(dict.fromkeys((GOALS[0], GOALS[number % 2]))),
        area=area,
        density=70 + number,
        skin=Skin(tone=TONES[number % len(TONES)], traits=("oily",) if number % 2 else ()),
        hair=Hair(colour=HAIR_COLOURS[number % len(HAIR_COLOURS)], wears="shaved"),
        person=Person(age=21 + number, sex="male", name=typed(number, "name")),
        calendar=CalendarAnswer(
            start=start,
            weekdays=WEEKS[number % len(WEEKS)],
            events=(LifeEvent(from_=wedding, to=wedding, name=typed(number, "event"), kind="be_ready"),),
        ),
        own_matters=(OwnConcern(name=typed(number, "matter"), weight=weight),),
        agreed={"hairline": typed(number, "agreed")},
    )


def typed(number: int, what: str) -> str:
    """What a person typed: words that stand nowhere else, and tell whose they are."""
    return f"Quibblewick{number:03d}{what}"


class ReadingTab(Tab):
    """A tab that keeps what stands on the page: its HTML, and what was sent to be put into it."""

    def __init__(self, locale: str, address: str) -> None:
        super().__init__(locale, address)
        self.cached: dict[str, ForwardMsg] = {}
        self.all: list[bytes] = []  # every message, as it came
        self.html: list[str] = []  # of the last run
        self.reasons: dict[str, str] = {}  # of each "why?"
        self.answers: Mapping[str, Any] = {}  # what it was given to keep
        self.address_changes: list[str] = []

    def _asks_for(self, fragment: str, *triggers: Any) -> bytes:
        self.html.clear()
        return super()._asks_for(fragment, *triggers)

    def take(self, data: Any) -> bool:
        """Read it, and what stands for what was sent before; whether it ends the run."""
        self.all.append(data)
        message = ForwardMsg.FromString(data)
        kind = message.WhichOneof("type")
        if kind == "ref_hash":
            again = ForwardMsg()
            again.CopyFrom(self.cached[message.ref_hash])
            again.metadata.CopyFrom(message.metadata)
            self._read(again)
        elif kind == "page_info_changed":
            self.address_changes.append(message.page_info_changed.query_string)
        elif kind == "delta":
            if message.metadata.cacheable:
                self.cached[message.hash] = message
            self._read(message)
        return super().take(data)

    def _read(self, message: ForwardMsg) -> None:
        drawn = message.delta.new_element
        if message.delta.WhichOneof("type") != "new_element":
            return
        kind = drawn.WhichOneof("type")
        if kind == "html":
            self.html.append(drawn.html.body)
        elif kind == "bidi_component":
            self._put_in(drawn.bidi_component)

    def _put_in(self, component: Any) -> None:
        if component.component_name.endswith("smp_whys"):
            self.reasons = {key: why["say"] for key, why in json.loads(component.bytes)["whys"].items()}
        elif component.id.endswith("-tab_keeper"):
            self.answers = json.loads(component.bytes)["answers"]
        elif component.id.endswith("-so_far"):
            self.answers = json.loads(json.loads(component.bytes)["answers"])["answers"]


def changes_of(number: int) -> Iterator[tuple[str, Any, Intake]]:
    """Answers that are changed in turn: key and value on the page, and who the person is then."""
    person = somebody(number)
    person = replace(person, density=195 - number)
    yield "density", 195.0 - number, person
    if person.area.norwood:
        stage = NORWOOD[1 + (number * 5 + 2) % (len(NORWOOD) - 1)]
        yield "norwood", [stage_name(stage)], replace(person, area=AreaAnswer(norwood=stage))
    else:
        days = replace(person.calendar, weekdays=("mon", "tue", "fri"))
        yield "weekdays", ["Monday", "Tuesday", "Friday"], replace(person, calendar=days)
