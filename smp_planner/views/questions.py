"""The questions in people's words, for telling which answer doesn't fit."""

from __future__ import annotations

import re

from smp_planner.domain.words import number, sentence
from smp_planner.errors import Problem
from smp_planner.language.texts import N_, _

# A number in a key counts rows from 0; its place here is `#`, and people count from 1.
QUESTIONS = {
    "goals": N_("Goals"),
    "area": N_("The area"),
    "area.norwood": N_("Norwood stage"),
    "area.ludwig": N_("Ludwig stage"),
    "area.crown_of_norwood": N_("Norwood stage, not counted"),
    "area.crown_of_ludwig": N_("Ludwig stage, not counted"),
    "area.zones": N_("Places on the head"),
    "area.measured": N_("Area to fill, measured"),
    "area.measured.length_cm": N_("Area to fill, length"),
    "area.measured.width_cm": N_("Area to fill, width"),
    "area.measured.by": N_("Area to fill, measured as"),
    "area.measured.cm2": N_("Area to fill, its size"),
    "area.scars": N_("Scars"),
    "area.scars.#": N_("Scar {number}"),
    "area.scars.#.length_cm": N_("Scar {number}, length"),
    "area.scars.#.width_cm": N_("Scar {number}, width"),
    "area.scars.#.age_months": N_("Scar {number}, age"),
    "area.scars.#.age_told_on": N_("Scar {number}, the day when its age was told"),
    "area.scars.#.raised": N_("Scar {number}, raised"),
    "area.scars.#.red": N_("Scar {number}, red"),
    "area.scars.#.place": N_("Scar {number}, where it is"),
    "area.dot_scars": N_("Dots from an earlier FUE"),
    "density": N_("Density"),
    "kept_hair": N_("Hair still there"),
    "skin": N_("Your skin"),
    "skin.tone": N_("Skin type"),
    "skin.traits": N_("What your skin is like"),
    "hair": N_("Your hair"),
    "hair.colour": N_("Hair colour"),
    "hair.wears": N_("How you wear your hair"),
    "habits": N_("Habits"),
    "habits.sun": N_("How much sun you get"),
    "habits.heavy_sweat": N_("Hard sweating"),
    "habits.swims": N_("Swimming"),
    "habits.sun_protection": N_("Sunscreen on your head"),
    "habits.headgear": N_("A hat, helmet or headscarf"),
    "person": N_("About you"),
    "person.age": N_("Age"),
    "person.sex": N_("Sex"),
    "person.could_be_pregnant": N_("Could you be pregnant?"),
    "person.name": N_("Name"),
    "health": N_("Health questions"),
    "health_asked": N_("Health questions"),
    "doctor_agreed": N_("What a doctor said"),
    "unsure_about": N_("Health questions"),
    "unsure_health": N_("Health questions"),
    "medication_now": N_("Medicine for hair loss now"),
    "loss_moving_on": N_("Is your hair loss moving on?"),
    "treated_before": N_("Treated before"),
    "treated_before.smp": N_("SMP before"),
    "treated_before.transplant_on": N_("Day of the hair transplant"),
    "treated_before.laser_removal_on": N_("Day of the laser removal"),
    "treated_before.chemo_or_radiotherapy_on": N_("Day of chemotherapy or radiotherapy"),
    "calendar": N_("Your dates"),
    "calendar.start": N_("First day you could start"),
    "calendar.weekdays": N_("Days that suit you"),
    "calendar.away": N_("Time away"),
    "calendar.away.#": N_("Time away {number}"),
    "calendar.away.#.from": N_("Time away {number}, first day"),
    "calendar.away.#.to": N_("Time away {number}, last day"),
    "calendar.away.#.name": N_("Time away {number}, reason"),
    "calendar.events": N_("Events"),
    "calendar.events.#": N_("Event {number}"),
    "calendar.undated": N_("Events without a day"),
    "calendar.undated.#": N_("Event {number} without a day"),
    "calendar.undated.#.name": N_("Event {number} without a day, name"),
    "calendar.undated.#.kind": N_("Event {number} without a day, what it is about"),
    "calendar.events.#.to": N_("Event {number}, last day"),
    "calendar.events.#.name": N_("Event {number}, name"),
    "calendar.events.#.kind": N_("Event {number}, what it is about"),
    "calendar.visit_times": N_("Times of the visits"),
    "calendar.timezone": N_("Time zone"),
    "goals_by": N_("Goals"),
    "area_by": N_("Tell the area by (one or more)"),
    "matters": N_("What matters to you"),
    "own_matters": N_("What matters to you"),
    "wants_touch_ups": N_("How crisp it should stay"),
    "agreed": N_("Agreed today"),
}
NUMBER = re.compile(r"(?<=\.)[0-9]+(?=\.|$)")


def told_problem(problem: Problem) -> str:
    """The question, what is wrong with its answer, and what may help."""
    hint = f". {sentence(problem.hint)}" if problem.hint else ""
    return f"{question(problem.key)}: {problem.message}{hint}."


def question(key: str) -> str:
    """The question that a key of the answers belongs to, in people's words."""
    place = NUMBER.search(key)
    known = NUMBER.sub("#", key, count=1)
    while known not in QUESTIONS:
        if not known:
            return _("Your answers")
        known = known.rpartition(".")[0]
    return _(QUESTIONS[known], number=number(int(place[0]) + 1) if place else "")
