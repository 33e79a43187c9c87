"""From an Intake to the answers on the page, the way back of `to_intake`: a file or a link is opened.

What the page has no field for is told, so that nothing is lost in silence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping, Sequence
from dataclasses import replace
from datetime import time
from decimal import Decimal
from typing import Any, cast

from smp_planner.domain.intake import (
    BEGUN_SIZE,
    UNNAMED_MEDICINE,
    WHOLE_SCALP,
    AreaAnswer,
    Away,
    Intake,
    LifeEvent,
    Measured,
    Scar,
    UndatedEvent,
)
from smp_planner.domain.matters import weight_in_words
from smp_planner.domain.quantities import Number, rounded
from smp_planner.language.texts import _
from smp_planner.planner.suitability.found import asks_doctor
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views.ask_days import zones_of_the_world
from smp_planner.views.asking import FIRST_DAY
from smp_planner.views.health_answers import NONE, SOME_UNSURE, WHICH, ticked_in
from smp_planner.views.kept_plan import KEPT
from smp_planner.views.not_held import not_held
from smp_planner.views.state import (
    AWAY,
    BEGUN,
    BEGUN_ON,
    CARDS,
    CM2,
    DOT_SCARS,
    EVENTS,
    HEALTH,
    LENGTHS,
    MATTERS,
    NAME,
    PALMS,
    PART,
    PLAN_SEEN,
    SCARS,
    SIZE_PUT_IN,
    STAGE_LEFT,
    STEP,
    STRING,
    TAPE,
    UNSURE,
    WAY,
    WEIGHED,
    WRITTEN,
    doctors_word_key,
    dots_of_look,
    untouched_key,
)
from smp_planner.views.tab_text import is_answer
from smp_planner.views.to_calendar import visit_numbers
from smp_planner.views.to_intake import dated_waits, intake_of
from smp_planner.views.to_matters import own_lines, weight_of

MOST_MONTHS = 12_000  # more than any field could be asked to hold
OF_THE_PAGE = (WAY, STEP, PLAN_SEEN, PART, TAPE, BEGUN, BEGUN_ON)  # no answers, but where the page stands


def put_answers(intake: Intake, rules: RuleSet, state: MutableMapping[str, Any]) -> tuple[str, ...]:
    """Let the answers of an intake stand on the page, in place of all that stood there.

    They may be somebody else's, so nothing of the plan before is kept.
    `state` is the session's; the intake has to be one that the rules accept. The page has to be drawn anew
    after it, and `settle_anew` to be called. Gives what the page can't hold as it was, in words.
    """
    given = {**cast("Mapping[str, Any]", state[BEGUN]), **_state_of(intake, rules)}
    state[BEGUN] = {**cast("Mapping[str, Any]", state[BEGUN]), **_begun(intake, given)}
    state[BEGUN_ON] = min(state[BEGUN_ON], intake.calendar.start)  # a first day that has passed is told
    for key in [key for key in state if is_answer(str(key), state[key]) and key not in OF_THE_PAGE]:
        del state[key]
    state.update(given)
    state.pop(KEPT, None)
    return tuple(not_held(intake, intake_of({**state}, rules), rules))


def _begun(intake: Intake, given: Mapping[str, Any]) -> dict[str, Any]:
    """Of goals and area what nobody chose: it is where the page begins, as it was before it was saved."""
    begun: dict[str, Any] = {"goals": list(intake.goals) if intake.goals_by else [], "area_ways": []}
    return begun | ({key: given[key] for key in ("area_ways", "norwood")} if intake.area_by else {})


def _state_of(intake: Intake, rules: RuleSet) -> dict[str, Any]:
    return {
        "goals": list(intake.goals),
        **_area(intake, rules),
        **_density(intake, rules),
        **_kept_hair(intake),
        **_skin_and_hair(intake),
        **_habits(intake),
        **_person(intake),
        **_health(intake, rules),
        **_calendar(intake, rules),
        **_matters(intake, rules),
        **{f"{WRITTEN}{point}": words for point, words in intake.agreed.items()},
    }


def _yes_no(answer: bool | None) -> str:
    return UNSURE if answer is None else "yes" if answer else "no"


def _which(question_: str, list_: str, answer: tuple[str, ...] | None) -> dict[str, Any]:
    """A yes or a no, and after a yes the list."""
    said = None if answer is None else bool(answer)
    return {question_: _yes_no(said), list_: [one for one in answer or () if one != UNNAMED_MEDICINE]}


def _area(intake: Intake, rules: RuleSet) -> dict[str, Any]:
    """The ways in which the area is told; of the stages for men and for women the page holds one."""
    area = intake.area
    if area.norwood and area.ludwig:
        female = intake.person.sex == "female"
        area = replace(area, **{"norwood" if female else "ludwig": None})
    ways = ("norwood", "ludwig", "zones", "measured", "scars")
    return {
        "area_ways": [way for way in ways if _is_told_by(way, area)],
        "norwood": area.norwood or UNSURE,
        "ludwig": area.ludwig or UNSURE,
        "zones": list(area.zones),
        **_crown_of(area),
        **(_measured(area.measured, rules) if area.measured else {}),
        **_scars(area),
        DOT_SCARS: bool(area.dot_scars),
    }


def _is_told_by(way: str, area: AreaAnswer) -> bool:
    return bool(getattr(area, way)) or (way == "scars" and bool(area.dot_scars))


def _crown_of(area: AreaAnswer) -> dict[str, Any]:
    """The stage in whose place the crown alone is counted, and how the area is told with it again."""
    told = {"norwood": area.crown_of_norwood, "ludwig": area.crown_of_ludwig}
    stages = {scale: stage for scale, stage in told.items() if stage}
    if not stages or area.norwood or area.ludwig:
        return {}
    ways = [*stages, *(way for way in ("measured", "scars") if _is_told_by(way, area))]
    return {**stages, STAGE_LEFT: {"area_ways": ways, "zones": []}}


def _measured(measured: Measured, rules: RuleSet) -> dict[str, Any]:
    size = _size(measured, rules)
    return size if measured.by == BEGUN_SIZE else {**size, SIZE_PUT_IN: size["measured_as"]}


def _size(measured: Measured, rules: RuleSet) -> dict[str, Any]:
    at_home = rules.coverage.at_home
    if measured.cm2 is None:
        way = STRING if measured.by == STRING else LENGTHS
        lengths = (measured.length_cm or 0, measured.width_cm or 0)
        return {"measured_as": way, "length_cm": float(lengths[0]), "width_cm": float(lengths[1])}
    if measured.by == "card":
        return {"measured_as": CARDS, "measured_cards": _counted(measured.cm2, at_home.card_cm2.value)}
    if measured.by == "palm":
        return {"measured_as": PALMS, "measured_palms": _counted(measured.cm2, at_home.palm_cm2.value)}
    return {"measured_as": CM2, "measured_cm2": float(measured.cm2)}


def _counted(cm2: Number, one: Number) -> float:
    """How many of one thing an area was, to a hundredth."""
    return float(rounded(Decimal(cm2) / one, "0.01"))


def _scars(area: AreaAnswer) -> dict[str, Any]:
    rows = dict(enumerate(area.scars, start=1))
    given: dict[str, Any] = {f"{SCARS}_rows": list(rows)}
    for row, scar in rows.items():
        given |= _joined(f"{SCARS}_{row}_", _scar(scar))
    return given


def _scar(scar: Scar) -> dict[str, Any]:
    return {
        "length": float(scar.length_cm),
        "width": float(scar.width_cm),
        "age": None if scar.age_months is None else min(int(scar.age_months), MOST_MONTHS),
        "age_told_on": scar.age_told_on,
        "raised": _yes_no(scar.raised),
        "red": _yes_no(scar.red),
        "place": scar.place or UNSURE,
    }


def _joined(prefix: str, parts: Mapping[str, Any]) -> dict[str, Any]:
    return {f"{prefix}{name}": part for name, part in parts.items()}


def _density(intake: Intake, rules: RuleSet) -> dict[str, Any]:
    """A look with its number on the slider, a number alone, or not sure."""
    density = UNSURE if intake.density is None else intake.density
    if isinstance(density, str):
        return {"density_look": density, "density": dots_of_look(density, rules)}
    return {"density_look": None, "density": int(density)}


def _kept_hair(intake: Intake) -> dict[str, Any]:
    kept = intake.kept_hair
    if kept is None:
        return {"kept_way": UNSURE}
    if kept == 0:
        return {"kept_way": "none"}
    if not isinstance(kept, Mapping):
        return {"kept_way": "same", "kept_hair": _per_cent(kept), untouched_key("kept_hair"): False}
    said = {zone: share for zone, share in kept.items() if share is not None and zone != WHOLE_SCALP}
    shares = {f"kept_in_{zone}": _per_cent(share) for zone, share in said.items()}
    moved = {untouched_key(slider): False for slider in shares}
    return {"kept_way": "places", "kept_zones": list(said), **shares, **moved}


def _per_cent(share: Number) -> int:
    return int(rounded(Decimal(share) * 100))


def _skin_and_hair(intake: Intake) -> dict[str, Any]:
    return {
        "tone": intake.skin.tone or UNSURE,
        **_which("has_traits", "traits", intake.skin.traits),
        "colour": intake.hair.colour or UNSURE,
        "wears": intake.hair.wears or UNSURE,
        "loss_moving_on": intake.loss_moving_on or UNSURE,
        **_which("takes_medicine", "medication_now", intake.medication_now),
        "smp_before": _yes_no(intake.treated_before.smp),
    }


def _habits(intake: Intake) -> dict[str, Any]:
    habits = intake.habits
    return {
        "sun": habits.sun or UNSURE,
        "heavy_sweat": _yes_no(habits.heavy_sweat),
        "swims": _yes_no(habits.swims),
        "sun_protection": _yes_no(habits.sun_protection),
        "headgear": _yes_no(habits.headgear),
        "wants_touch_ups": intake.wants_touch_ups or UNSURE,
    }


def _person(intake: Intake) -> dict[str, Any]:
    person = intake.person
    return {
        NAME: person.name,
        "age": person.age,
        "sex": person.sex or UNSURE,
        "could_be_pregnant": _yes_no(person.could_be_pregnant),
    }


def _health(intake: Intake, rules: RuleSet) -> dict[str, Any]:
    """The ticks and the days; a group without a tick was answered with none of these, or with not sure.

    Where the answers don't say of what somebody wasn't sure, it is each group without a tick.
    """
    waits = dated_waits(rules)
    days = {id_: getattr(intake.treated_before, name) for id_, name in waits.items()}
    dated = {id_: day for id_, day in days.items() if day is not None and day >= FIRST_DAY}
    ticks = {f"{HEALTH}{id_}": True for id_ in (*intake.health, *dated)}
    given = {**ticks, **{waits[id_]: day for id_, day in dated.items()}}
    if asking := asks_doctor(intake, rules):
        given[doctors_word_key(asking)] = _yes_no(intake.doctor_agreed)
    if not intake.health_asked:
        return given
    groups = list(rules.suitability.health_groups)
    about = {"sex": intake.person.sex, **ticks}
    free = [group for group in groups if not ticked_in(group, about, rules)]
    named = dict(_unsure_in(intake, rules))
    if "health" in intake.unsure_about and not named:
        return {**given, **{f"{SOME_UNSURE}{group}": True for group in free or groups[-1:]}}
    given |= {f"{SOME_UNSURE}{group}": True for group in named}
    given |= {f"{WHICH}{group}": which for group, which in named.items() if which}
    return {**given, **{f"{NONE}{group}": True for group in free if group not in named}}


def _unsure_in(intake: Intake, rules: RuleSet) -> Iterator[tuple[str, list[str]]]:
    """The groups in which somebody wasn't sure, each with the ids that were named."""
    if "health" in intake.unsure_about:
        for id_, group in rules.suitability.health_groups.items():
            named = [asked for asked in group.ask if asked in intake.unsure_health]
            if named or id_ in intake.unsure_health:
                yield id_, named


def _calendar(intake: Intake, rules: RuleSet) -> dict[str, Any]:
    calendar = intake.calendar
    known = calendar.timezone in zones_of_the_world()
    return {
        "start": calendar.start,
        "weekdays": list(calendar.weekdays),
        **_rows(AWAY, calendar.away),
        **_rows(EVENTS, (*calendar.events, *calendar.undated)),
        **_visit_times(calendar.visit_times, rules),
        "timezone": calendar.timezone if known else UNSURE,
    }


def _rows(kind: str, spans: Sequence[Away | LifeEvent | UndatedEvent]) -> dict[str, Any]:
    rows = dict(enumerate(spans, start=1))
    given: dict[str, Any] = {f"{kind}_rows": list(rows)}
    for row, span in rows.items():
        own = "" if span.name == _("event {number}", number=row) else span.name
        parts: dict[str, Any] = {"name": own}
        if not isinstance(span, UndatedEvent):
            parts |= {"from": span.from_, "to": span.to if span.to != span.from_ else None}
        if not isinstance(span, Away):
            parts["kind"] = span.kind
        given |= _joined(f"{kind}_{row}_", parts)
    return given


def _visit_times(times: Mapping[int, str], rules: RuleSet) -> dict[str, Any]:
    """One time where every visit has the same, else the time of each."""
    told = {visit: time.fromisoformat(text) for visit, text in times.items()}
    if set(told) == set(visit_numbers(rules)) and len(set(told.values())) == 1:
        return {"visit_times_differ": False, "visit_time": told[1]}
    each = {f"visit_{visit}_time": chosen for visit, chosen in told.items()}
    return {"visit_times_differ": bool(each), "visit_time": None, **each}


def _matters(intake: Intake, rules: RuleSet) -> dict[str, Any]:
    """What matters and how much; a concern of weight 0 is none."""
    picked = {id_: weight for id_, weight in intake.matters.items() if weight != 0}
    given: dict[str, Any] = {MATTERS: list(picked)}
    given |= {f"{WEIGHED}{id_}": weight_in_words(weight or 0) for id_, weight in picked.items()}
    own_matters = (own for own in intake.own_matters if own.weight != 0)
    for line, own in zip(own_lines(rules), own_matters, strict=False):
        given |= {line: own.name, weight_of(line): weight_in_words(own.weight or 0)}
    return given
