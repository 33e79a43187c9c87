"""From the answers on the page to an Intake; an untouched question is not answered."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any, cast

from smp_planner.domain.answer_form import fault
from smp_planner.domain.in_hair import is_thinning
from smp_planner.domain.intake import (
    BEGUN_AREA,
    BEGUN_GOALS,
    BEGUN_SIZE,
    CROWN_GOAL,
    TREATED_ON,
    UNNAMED_MEDICINE,
    AreaAnswer,
    CalendarAnswer,
    Habits,
    Hair,
    Intake,
    Measured,
    Person,
    Scar,
    Skin,
    TreatedBefore,
)
from smp_planner.domain.provenance import Reading
from smp_planner.domain.quantities import Number, rounded
from smp_planner.errors import Problem
from smp_planner.language.texts import _
from smp_planner.planner.coverage.answers import takes_usual_scar
from smp_planner.planner.coverage.bare import find_bare
from smp_planner.planner.coverage.scars import find_scars
from smp_planner.planner.coverage.scars_alone import scars_alone as only_scars
from smp_planner.planner.dots.kept_hair import said_around, share_unsaid, unsaid_zones, why_no_count
from smp_planner.planner.suitability.found import asks_doctor
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views.begun_sizes import is_begun_scar, is_begun_size
from smp_planner.views.health_answers import open_groups, unsure_groups, unsure_named
from smp_planner.views.state import (
    CARDS,
    CM2,
    DOCTORS_WORD,
    DOT_SCARS,
    HEALTH,
    NAME,
    NOT_OF_MEN,
    PALMS,
    PREGNANT,
    SCARS,
    STAGE_LEFT,
    STRING,
    WRITTEN,
    Answers,
    are_begun_goals,
    asked_in_key,
    doctors_word_key,
    is_begun_area,
    sure,
    untouched_key,
)
from smp_planner.views.to_calendar import calendar_of, start_outside
from smp_planner.views.to_matters import matters_of, own_matters_of

STAGES = frozenset({"norwood", "ludwig"})  # ways to tell the area


def questions_open(answers: Answers, rules: RuleSet) -> Iterator[Problem]:
    """What has to be answered before anything can be planned."""
    if answers.get("start") is None:
        yield fault("calendar.start", _("please choose a day"), "I301")
    else:
        yield from start_outside(answers, rules)
    if list(answers.get("area_ways") or ()) == ["zones"] and not answers.get("zones"):
        yield fault(
            "area.zones", _("no place is chosen"), "I301", _("choose the places, or take another way")
        )


def intake_of(answers: Answers, rules: RuleSet) -> Intake:
    """The answers as an Intake; to be asked for when no question is open."""
    asks_health = open_groups(answers, rules)
    intake = Intake(
        goals=tuple(answers.get("goals") or ()),
        area=_area(answers, rules),
        density=_density(answers),
        skin=Skin(tone=sure(answers.get("tone")), traits=_which(answers, "has_traits", "traits")),
        hair=Hair(colour=sure(answers.get("colour")), wears=cast(Any, sure(answers.get("wears")))),
        habits=_habits(answers),
        person=_person(answers),
        health_asked=not asks_health,
        health=tuple(_health(answers, rules)),
        unsure_about=_unsure_about(answers, rules),
        unsure_health=() if asks_health else tuple(unsure_named(answers, rules)),
        medication_now=_medicine(answers),
        loss_moving_on=cast(Any, sure(answers.get("loss_moving_on"))),
        treated_before=_treated_before(answers, rules),
        calendar=calendar_of(answers, rules),
        matters=matters_of(answers),
        own_matters=tuple(own_matters_of(answers, rules)),
        wants_touch_ups=cast(Any, sure(answers.get("wants_touch_ups"))),
        agreed=dict(_agreed(answers, rules)),
    )
    return replace(
        intake,
        goals_by=BEGUN_GOALS if are_begun_goals(answers) else None,
        area_by=BEGUN_AREA if is_begun_area(answers) else None,
        kept_hair=_kept_hair(answers, intake, rules),
        doctor_agreed=_doctor_agreed(answers, asks_doctor(intake, rules)),
    )


def _doctor_agreed(answers: Answers, asking: Collection[str]) -> bool | None:
    """What a doctor said of all that asks for a word; a no of a part of it holds until it is said anew."""
    if (key := doctors_word_key(asking)) in answers:
        return _yes_no(answers[key])
    said = {
        frozenset(about): answers[key]
        for key in map(str, answers)
        if key.startswith(DOCTORS_WORD) and (about := asked_in_key(key)) and about <= {*asking}
    }
    yes, no = ([about for about, word in said.items() if word == one] for one in ("yes", "no"))
    return False if any(not any(about <= more for more in yes) for about in no) else None


def dated_waits(rules: RuleSet) -> dict[str, str]:
    """The waits that a date decides: id of the criterion, name of the date."""
    criteria = rules.suitability.criteria.items()
    return {id_: c.found_by for id_, c in criteria if c.level == "wait" and c.found_by in TREATED_ON}


def _yes_no(answer: str | None) -> bool | None:
    return {"yes": True, "no": False}.get(answer or "")


def _which(answers: Answers, question: str, list_: str) -> tuple[str, ...] | None:
    """A list that follows a yes; a no is an empty list; a yes without any is not answered yet."""
    if answers.get(question) == "no":
        return ()
    return (tuple(answers.get(list_) or ()) or None) if answers.get(question) == "yes" else None


def _medicine(answers: Answers) -> tuple[str, ...] | None:
    """As `_which`; a yes without any is still a yes."""
    named = _which(answers, "takes_medicine", "medication_now")
    return (UNNAMED_MEDICINE,) if named is None and answers.get("takes_medicine") == "yes" else named


def to_number(value: float | None, step: str = "0.01") -> Number:
    """A number from a field, to a hundredth unless another step is asked for; an empty one is 0."""
    return rounded(Decimal(str(value or 0)), step)


def _area(answers: Answers, rules: RuleSet) -> AreaAnswer:
    ways = answers.get("area_ways") or ()
    return AreaAnswer(
        norwood=sure(answers.get("norwood")) if "norwood" in ways else None,
        ludwig=sure(answers.get("ludwig")) if "ludwig" in ways else None,
        zones=tuple(answers.get("zones") or ()) if "zones" in ways else (),
        measured=measured_of(answers, rules) if "measured" in ways else None,
        scars=tuple(_scars(answers, rules)) if "scars" in ways else (),
        dot_scars=True if "scars" in ways and answers.get(DOT_SCARS) else None,
        **_crown_of(answers, ways),
    )


def _crown_of(answers: Answers, ways: Collection[str]) -> dict[str, Any]:
    """The stage in whose place the crown alone is counted, as long as that is so."""
    left = answers.get(STAGE_LEFT)
    alone = "zones" in ways and list(answers.get("zones") or ()) == [CROWN_GOAL]
    if not left or not alone or not STAGES.isdisjoint(ways):
        return {}
    return {f"crown_of_{stage}": sure(answers.get(stage)) for stage in STAGES & {*left["area_ways"]}}


def measured_of(answers: Answers, rules: RuleSet) -> Measured:
    """The measured area; what was counted, cards or palms, is taken as square centimetres.

    A size by tape that nobody put in says so.
    """
    way, at_home = answers.get("measured_as"), rules.coverage.at_home
    if way == CARDS:
        cards = to_number(answers.get("measured_cards"))
        return Measured(cm2=rounded(cards * at_home.card_cm2.value, "0.1"), by="card")
    if way == PALMS:
        palms = to_number(answers.get("measured_palms"))
        return Measured(cm2=rounded(palms * at_home.palm_cm2.value, "0.1"), by="palm")
    begun = BEGUN_SIZE if is_begun_size(answers, rules) else None
    if way == CM2:
        return Measured(cm2=to_number(answers.get("measured_cm2")), by=begun)
    return Measured(
        length_cm=to_number(answers.get("length_cm")),
        width_cm=to_number(answers.get("width_cm")),
        by="string" if way == STRING else begun,
    )


def _scars(answers: Answers, rules: RuleSet) -> Iterator[Scar]:
    for row in answers.get(f"{SCARS}_rows") or ():
        key = f"{SCARS}_{row}_"
        yield Scar(
            length_cm=to_number(answers.get(f"{key}length")),
            width_cm=to_number(answers.get(f"{key}width")),
            age_months=answers.get(f"{key}age"),
            age_told_on=answers.get(f"{key}age_told_on"),
            raised=_yes_no(answers.get(f"{key}raised")),
            red=_yes_no(answers.get(f"{key}red")),
            place=cast(Any, sure(answers.get(f"{key}place"))),
            by=BEGUN_SIZE if is_begun_scar(row, answers, rules) else None,
        )


def _density(answers: Answers) -> str | Number | None:
    look = answers.get("density_look")
    if look is None:
        return answers.get("density")
    return sure(look)


def places_known(answers: Answers) -> bool:
    """Whether it is known where on the head the area lies; a size alone doesn't tell."""
    ways: set[str] = set(answers.get("area_ways") or ())
    return "measured" not in ways or not ways.isdisjoint({"norwood", "ludwig", "zones"})


def thins_here(answers: Answers) -> bool:
    """Whether the answers are about hair that is thin rather than gone."""
    ludwig = "ludwig" in (answers.get("area_ways") or ())
    return is_thinning(answers.get("goals") or (), sure(answers.get("ludwig")) if ludwig else None)


def hair_unsaid(answers: Answers, rules: RuleSet) -> Reading:
    """The share of hair that is planned with as long as nobody said how much is left."""
    return share_unsaid(answers.get("goals") or (), _area(answers, rules), rules)


def no_count_of_hair(answers: Answers, rules: RuleSet) -> str:
    """Why that is no count of people like this one, in words; nothing where hair is gone, not thin."""
    found = why_no_count(answers.get("goals") or (), _area(answers, rules), rules)
    return str(found.value) if found else ""


def scars_alone(answers: Answers, rules: RuleSet) -> bool:
    """Whether nothing but scars is covered, so that hair counts only around them."""
    return only_scars(_undated(answers, rules), rules)


def supposes_scar(answers: Answers, rules: RuleSet) -> bool:
    """Whether a scar of the usual size is planned, as one is to be hidden and none was told."""
    return takes_usual_scar(_undated(answers, rules))


def scar_off_the_area(answers: Answers, rules: RuleSet) -> bool:
    """Whether one share of hair for all says nothing of the hair around a scar, as it lies off the area."""
    intake = _undated(answers, rules)
    covered = [cell.zone for cell in find_bare(intake, rules).cells]
    return any(said_around(0, scar.place, covered, rules) is None for scar in find_scars(intake, rules))


def _undated(answers: Answers, rules: RuleSet) -> Intake:
    goals: tuple[str, ...] = tuple(answers.get("goals") or ())
    return Intake(goals=goals, area=_area(answers, rules), calendar=CalendarAnswer(start=date.min))


def _kept_hair(
    answers: Answers, intake: Intake, rules: RuleSet
) -> Number | Mapping[str, Number | None] | None:
    way, zones = answers.get("kept_way"), answers.get("kept_zones") or ()
    if way == "none":
        return Decimal(0)
    if way == "same":
        return _share("kept_hair", answers)
    if way != "places" or not zones or not places_known(answers):
        return None
    said = {zone: _share(f"kept_in_{zone}", answers) for zone in zones}
    if not thins_here(answers):
        return said
    covered = [cell.zone for cell in find_bare(intake, rules).cells]
    return said | dict.fromkeys(unsaid_zones(covered, zones, rules))  # where hair thins it isn't gone


def _share(slider: str, answers: Answers) -> Number | None:
    """The share that a slider was moved to; where it was never moved, nobody said one."""
    return None if answers.get(untouched_key(slider)) else Decimal(answers.get(slider) or 0) / 100


def _health(answers: Answers, rules: RuleSet) -> Iterator[str]:
    """What is ticked counts at once, also before the questions are all read; a date speaks for itself."""
    dates = dated_waits(rules)
    for key in answers:
        id_ = str(key).removeprefix(HEALTH)
        dated = id_ in dates and answers.get(dates[id_]) is not None
        if id_ in NOT_OF_MEN and answers.get("sex") == "male":
            continue  # the question is not on the page
        if id_ != key and answers[key] and not dated:
            yield id_


def _unsure_about(answers: Answers, rules: RuleSet) -> tuple[str, ...]:
    """Who answered all groups but is unsure in one, gives no age or leaves pregnancy open, said no no."""
    if open_groups(answers, rules):
        return ()
    said = answers.get("sex") == "male" or answers.get(f"{HEALTH}{PREGNANT}")
    open_ = {
        "health": bool(unsure_groups(answers, rules)),
        "age": answers.get("age") is None,
        "could_be_pregnant": not said and _yes_no(answers.get("could_be_pregnant")) is None,
    }
    return tuple(name for name, is_open in open_.items() if is_open)


def _treated_before(answers: Answers, rules: RuleSet) -> TreatedBefore:
    days = {
        name: answers.get(name) for id_, name in dated_waits(rules).items() if answers.get(f"{HEALTH}{id_}")
    }
    return TreatedBefore(smp=_yes_no(answers.get("smp_before")), **days)


def _habits(answers: Answers) -> Habits:
    return Habits(
        sun=cast(Any, sure(answers.get("sun"))),
        heavy_sweat=_yes_no(answers.get("heavy_sweat")),
        swims=_yes_no(answers.get("swims")),
        sun_protection=_yes_no(answers.get("sun_protection")),
        headgear=_yes_no(answers.get("headgear")),
    )


def _person(answers: Answers) -> Person:
    """Age, sex and name; a man isn't asked about pregnancy, and where it is ticked only a no says more."""
    sex, pregnant = sure(answers.get("sex")), _yes_no(answers.get("could_be_pregnant"))
    settled = pregnant and answers.get(f"{HEALTH}{PREGNANT}")
    return Person(
        age=answers.get("age"),
        sex=cast(Any, sex),
        could_be_pregnant=None if sex == "male" or settled else pregnant,
        name=(answers.get(NAME) or "").strip(),
    )


def _agreed(answers: Answers, rules: RuleSet) -> Iterator[tuple[str, str]]:
    """What was written down of the talk, by the id of the point."""
    for id_ in rules.talk.agreed:
        words = (answers.get(f"{WRITTEN}{id_}") or "").strip()
        if words:
            yield id_, words
