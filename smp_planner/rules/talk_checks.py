"""The talk can be told: its sentences can be filled in, and each point is written down or known."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from smp_planner.errors import Problem
from smp_planner.rules.files import ReadFile
from smp_planner.rules.shapes.talk import TalkRules
from smp_planner.rules.templates import unfillable

FIGURES = (
    "clip", "clip_low", "clip_high", "redness", "redness_low", "redness_high", "scabs", "hat_next",
    "touch_next", "shampoo_next", "exercise", "sun", "off_work", "off_work_low", "off_work_high", "settled",
    "laser", "laser_low", "laser_high",
)  # fmt: skip
"""What a sentence of the talk may ask for: figures of this file and of others."""


def check_talk(file: ReadFile) -> Iterator[Problem]:
    """Every problem of the talk, in a file that has its shape."""
    talk = cast(TalkRules, file.model)
    for part, id_, rule in talk.sentences():
        yield from unfillable(file, (part, id_, "say"), rule.say, FIGURES)
        if rule.for_scars is not None:
            yield from unfillable(file, (part, id_, "for_scars", "say"), rule.for_scars.say, FIGURES)
    for id_, answer in talk.first_week.items():
        if answer.with_headgear is not None:
            yield from unfillable(file, ("first_week", id_, "with_headgear"), answer.with_headgear, FIGURES)
    for id_, point in talk.agreed.items():
        for name, by_hair in (("in_hair", point.in_hair), ("long_by_bare", point.long_by_bare)):
            if by_hair is not None:
                yield from unfillable(file, ("agreed", id_, name, "say"), by_hair.say, ())
        if point.write is None and point.known_by is None:
            yield file.problem(("agreed", id_), "should hold write, or known_by, or both", "R305")
    most = max((len(own.questions) for own in talk.choosing.values()), default=0)
    for option, own in talk.choosing.items():
        at = ("choosing", option)
        if len(own.questions) < most - 1:
            text = f"holds {len(own.questions)} of {most}: no option has more than one question fewer"
            yield file.problem((*at, "questions"), text, "R308")
        for name in ("say", "takes", "not_known"):
            yield from unfillable(file, (*at, "put_right", name), getattr(own.put_right, name), FIGURES)
            if own.put_right.for_scars is not None:
                words: str = getattr(own.put_right.for_scars, name)
                yield from unfillable(file, (*at, "put_right", "for_scars", name), words, FIGURES)
