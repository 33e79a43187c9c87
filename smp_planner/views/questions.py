"""The questions in people's words, for telling which answer doesn't fit."""

from __future__ import annotations

import re

# A number in a key counts rows from 0; its place here is `#`, and people count from 1.
QUESTIONS = {
    "goals": "Goals",
    "area": "The area",
    "area.norwood": "Norwood stage",
    "area.ludwig": "Ludwig stage",
    "area.zones": "Places on the head",
    "area.measured": "Bare area, measured",
    "area.measured.length_cm": "Bare area, length",
    "area.measured.width_cm": "Bare area, width",
    "area.measured.by": "Bare area, measured as",
    "area.measured.cm2": "Bare area in square centimetres",
    "area.scars": "Scars",
    "area.scars.#": "Scar {}",
    "area.scars.#.length_cm": "Scar {}, length",
    "area.scars.#.width_cm": "Scar {}, width",
    "area.scars.#.age_months": "Scar {}, age",
    "area.scars.#.raised": "Scar {}, raised",
    "area.scars.#.red": "Scar {}, red",
    "density": "Density",
    "kept_hair": "Hair still there",
    "skin": "Your skin",
    "skin.tone": "Skin type",
    "skin.traits": "What your skin is like",
    "hair": "Your hair",
    "hair.colour": "Hair colour",
    "hair.wears": "How you wear your hair",
    "habits": "Habits",
    "habits.sun": "How much sun you get",
    "habits.heavy_sweat": "Hard sweating",
    "habits.swims": "Swimming",
    "habits.sun_protection": "Sunscreen on your head",
    "habits.headgear": "A hat, helmet or headscarf",
    "person": "About you",
    "person.age": "Age",
    "person.sex": "Sex",
    "person.could_be_pregnant": "Could you be pregnant?",
    "person.name": "Name",
    "health": "Health questions",
    "health_asked": "Health questions",
    "unsure_about": "Health questions",
    "medication_now": "Medicine for hair loss now",
    "loss_moving_on": "Is your hair loss moving on?",
    "treated_before": "Treated before",
    "treated_before.smp": "SMP before",
    "treated_before.transplant_on": "Day of the hair transplant",
    "treated_before.laser_removal_on": "Day of the laser removal",
    "treated_before.chemo_or_radiotherapy_on": "Day of chemotherapy or radiotherapy",
    "calendar": "Your dates",
    "calendar.start": "First day you could start",
    "calendar.weekdays": "Days that suit you",
    "calendar.away": "Time away",
    "calendar.away.#": "Time away {}",
    "calendar.away.#.from": "Time away {}, first day",
    "calendar.away.#.to": "Time away {}, last day",
    "calendar.away.#.name": "Time away {}, reason",
    "calendar.events": "Events",
    "calendar.events.#": "Event {}",
    "calendar.events.#.to": "Event {}, last day",
    "calendar.events.#.name": "Event {}, name",
    "calendar.events.#.kind": "Event {}, what it is about",
    "calendar.visit_times": "Times of the visits",
    "calendar.timezone": "Time zone",
    "matters": "What matters to you",
    "wants_touch_ups": "How crisp it should stay",
    "agreed": "Agreed today",
}
NUMBER = re.compile(r"(?<=\.)[0-9]+(?=\.|$)")


def question(key: str) -> str:
    """The question that a key of the answers belongs to, in people's words."""
    place = NUMBER.search(key)
    known = NUMBER.sub("#", key, count=1)
    while known not in QUESTIONS:
        if not known:
            return "Your answers"
        known = known.rpartition(".")[0]
    return QUESTIONS[known].format(int(place[0]) + 1 if place else "")
