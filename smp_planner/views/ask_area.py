"""The questions about goal and place: how large it is, how dense it should look, what hair is left."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import partial
from html import escape
from typing import NamedTuple

import streamlit as st

from smp_planner.domain.intake import LUDWIG, NORWOOD, WHOLE_SCALP
from smp_planner.domain.provenance import Reading
from smp_planner.domain.quantities import rounded
from smp_planner.domain.scar_places import ALONE as SCAR_PLACES
from smp_planner.domain.words import listed, per_cent, spoken, stage_told
from smp_planner.exports.hair_unsaid import COUNTED_AROUND_SCARS, counted_as
from smp_planner.language.texts import N_, _
from smp_planner.planner.answer_bounds import most_of
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views import html
from smp_planner.views.ask_dot_scars import TOO_WIDE, ask_dot_scars, least_scars
from smp_planner.views.ask_size import ask_size, by_tape, exact_area
from smp_planner.views.ask_tape import Asked, ask_size_by_tape, ask_tape
from smp_planner.views.asking import (
    ask_count,
    ask_grade,
    ask_many,
    ask_many_or_unsure,
    ask_one,
    ask_rows,
    ask_yes_no,
    tell_problems,
    told_names,
)
from smp_planner.views.begun_sizes import begun_scar, is_begun_scar
from smp_planner.views.density_squares import LOOK, show_density_squares
from smp_planner.views.fold import fold
from smp_planner.views.parts import answered, ask_alone, shown_already
from smp_planner.views.picture import show, show_quiet
from smp_planner.views.picture_taps import take_taps
from smp_planner.views.scalp_map import show_scalp_map
from smp_planner.views.settling import settle
from smp_planner.views.size_words import size_told
from smp_planner.views.sourced import why_asked
from smp_planner.views.stages import show_stages
from smp_planner.views.state import (
    SCARS,
    TODAY,
    Answers,
    answers,
    are_begun_goals,
    for_clinic,
    is_begun_area,
    sure,
    take_as_told,
    untouched_key,
)
from smp_planner.views.step_problems import too_large_in_all
from smp_planner.views.to_intake import (
    hair_unsaid,
    no_count_of_hair,
    places_known,
    scar_off_the_area,
    scars_alone,
    supposes_scar,
    thins_here,
    to_number,
)

AREA_WAYS = {
    "norwood": N_("Stage (men)"),
    "ludwig": N_("Stage (women)"),
    "zones": N_("Places on the head"),
    "measured": N_("Measured"),
    "scars": N_("Scars"),
}
SCAR_LENGTH = (Asked(N_("Scar: length in cm"), 0.5), Asked(N_("Scar: length in inches"), 0.25))
SCAR_WIDTH = (Asked(N_("Scar: width in cm"), 0.05), Asked(N_("Scar: width in inches"), 0.02))
FRONT_ALONE = N_(
    "The front half counts with its hairline: these answers can't leave it out. Is your hairline still "
    "full? Choose “By place” below, with 100 for hairline and temples: then it gets few dots. Or measure "
    "the area to fill."
)
STRING_ON_SCAR = N_(
    "Lay a string along the scar, from end to end, and hold it to a ruler. Someone can help you behind. "
    "Measure the width where the scar is widest."
)
SCAR_SUPPOSED = N_(
    "You want a scar less visible, and told none. So one of the usual size counts, which is not from you. "
    "Tap “Scars” to tell yours."
)
WIDTH_BEGUN = N_("The width is still the one to begin with, until you put in yours.")
AGE_TOLD_ON = N_("This was its age on {day}. The plan counts on from then. Type its age anew if it was not.")
SCAR_AND_AROUND = N_("That is {area}. Dots go {margin} beyond it on each side, so the plan counts more.")
PLACES_OPEN = N_("Choose the places. Until then nothing is planned.")
PLACES_BESIDE = N_("Choose the places. Until then they count as not known.")
THIN = N_("Where hair thins, some is most often left.")
KEPT_WAYS = {"none": N_("None"), "same": N_("The same all over"), "places": N_("By place")}
USUAL_GOAL = N_(
    "Not sure? Then we count as for “{goal}”. The ranges allow for the others, but not for the size of a "
    "scar to hide: tell that under “Scars”."
)
USUAL_AREA = N_("Not sure? Then we take the places that your goal is about, and the range gets wide.")
SAME_IS_OF_LOSS = N_(
    "This is about the area of the loss. Around a scar at the back or on a side we count hair as full. Is it "
    "thin or bare there? Choose “By place” and tell the back of the head too."
)
BEGUN_SHARE = N_("This is no answer yet. Move it, or take it as it stands.")
RIGHT = N_("{share} is right")
BEGUN_ANSWER = N_("Still an example. Take “{answer}” as it is")


def ask_goals(rules: RuleSet) -> None:
    """What the person would like, one thing or several."""
    goals = rules.intake.choices["goals"]
    usual = goals[rules.coverage.unsure_goal]
    ask_many_or_unsure(_("Goals"), "goals", goals, _(USUAL_GOAL, goal=usual), partial(take_as_told, "goals"))
    if are_begun_goals(answers()):
        _offer_begun("goals", listed([goals[goal] for goal in answers()["goals"]]))


def _offer_begun(question: str, answer: str) -> None:
    """What the page began with can be taken as it stands; till then it is no answer."""
    st.button(
        _(BEGUN_ANSWER, answer=answer),
        key=f"{question}_right",
        on_click=answered(partial(take_as_told, question)),
        type="tertiary",
    )


def ask_area(rules: RuleSet) -> None:
    """How large the area is, in one or more ways."""
    choices = rules.intake.choices
    settle(rules)
    asked, names = _("Tell the area by (one or more)"), told_names(AREA_WAYS)
    ask_many_or_unsure(asked, "area_ways", names, _(USUAL_AREA), partial(_fit_goals, rules))
    ways = st.session_state.get("area_ways") or ()
    if "norwood" in ways:
        _stage(_("Norwood stage"), "norwood", {stage: choices["norwood"][stage] for stage in NORWOOD}, rules)
    if "ludwig" in ways:
        _stage(_("Ludwig stage"), "ludwig", {stage: choices["ludwig"][stage] for stage in LUDWIG}, rules)
    if "zones" in ways:
        show_scalp_map(rules)
        ask_many(_("Places"), "zones", choices["zones"])
        _tell_of_places()
    if "scars" in ways or ("measured" in ways and by_tape()):
        ask_tape(rules)
    if "measured" in ways:
        ask_size(rules)
    if "scars" in ways:
        remove = N_("Remove scar {number}")
        most, least = most_of(rules.intake.accepted.scars), least_scars()
        ask_dot_scars(rules)
        ask_rows(SCARS, _("Add a scar"), remove, lambda row: _scar(row, rules), most=most, least=least)
    if supposes_scar(answers(), rules):
        show_quiet(_(SCAR_SUPPOSED))
    if _adds_up():
        tell_problems(too_large_in_all(answers(), rules))


def _adds_up() -> bool:
    """Whether all ways together may be too large, which is told below them: no stage and no place is."""
    return not {"measured", "scars"}.isdisjoint(st.session_state.get("area_ways") or ())


def _tell_of_places() -> None:
    """What no choice means, and that the hairline comes along with the front."""
    chosen = st.session_state.get("zones") or ()
    if not chosen:
        show_quiet(_(PLACES_BESIDE if len(st.session_state["area_ways"]) > 1 else PLACES_OPEN))
    if "front" in chosen and not {"hairline_temples", WHOLE_SCALP} & set(chosen):
        show_quiet(_(FRONT_ALONE))


def _stage(label: str, key: str, names: dict[str, str], rules: RuleSet) -> None:
    ask = partial(_grade, label, key, names, partial(_fit_goals, rules))
    if _adds_up():
        with st.container():
            ask()
    else:
        ask_alone(f"ask_{key}", ask, moved=partial(_hangs_on_stage, rules))
    if not for_clinic():
        show_stages(key, names, rules)
        return
    fold(_("What do the stages mean?"), f"{key}_meaning", lambda: show_stages(key, names, rules))


def _fit_goals(rules: RuleSet) -> None:
    """Goals that the page began with follow the area that is told; in a callback, before they are drawn."""
    settle(rules, fit_goals=True)


def _hangs_on_stage(rules: RuleSet) -> object:
    """What the questions beside the stage rest on."""
    given = answers()
    return *_hair_asked_for(given), counted_when_unsure(given, rules), given.get("goals")


def _grade(label: str, key: str, names: dict[str, str], then: Callable[[], None]) -> None:
    ask_grade(label, key, names, then)
    take_taps(key, then)
    if key == "norwood" and is_begun_area(answers()):
        _offer_begun("area_ways", stage_told("norwood", st.session_state[key]))


def _scar(row: int, rules: RuleSet) -> None:
    """One scar; it starts with the size of one that wasn't measured."""
    accepted = rules.intake.accepted
    for side, size in begun_scar(rules).items():
        st.session_state.setdefault(f"{SCARS}_{row}_{side}", size)
    if not for_clinic():
        show_quiet(_(STRING_ON_SCAR))
    left, right = st.columns(2)
    length, width = f"{SCARS}_{row}_length", f"{SCARS}_{row}_width"
    with left:
        ask_size_by_tape(length, "cm", *SCAR_LENGTH, accepted=accepted.scar_length_cm)
    with right:
        ask_size_by_tape(width, "cm", *SCAR_WIDTH, accepted=accepted.scar_width_cm)
    if to_number(st.session_state[width]) > accepted.scar_width_cm.read().limits[1]:
        show_quiet(_(TOO_WIDE))
    _tell_size_of_scar(row, rules)
    ask_one(_("Where is it?"), f"{SCARS}_{row}_place", told_names(SCAR_PLACES))
    _ask_age_of_scar(row)
    ask_yes_no(_("Is it raised?"), f"{SCARS}_{row}_raised")
    ask_yes_no(_("Is it still red?"), f"{SCARS}_{row}_red")


def _ask_age_of_scar(row: int) -> None:
    """How old a scar is today; from then on it ages, so the day is held beside it and told on a later one."""
    age, told_on = f"{SCARS}_{row}_age", f"{SCARS}_{row}_age_told_on"
    label = _("Age of the scar today, in months (6 years: 72; empty: not sure)")
    ask_count(label, age, then=partial(_told_today, age, told_on))
    day = st.session_state.get(told_on)
    if day is not None and day != st.session_state[TODAY]:
        show_quiet(_(AGE_TOLD_ON, day=spoken(day)))


def _told_today(age: str, told_on: str) -> None:
    told = st.session_state[age] is not None
    st.session_state[told_on] = st.session_state[TODAY] if told else None


def _tell_size_of_scar(row: int, rules: RuleSet) -> None:
    """Whose size it is; once it was put in, the area that it comes to."""
    if is_begun_scar(row, answers(), rules):
        show_quiet(_("This is a size to begin with, until you put in yours: that of a common scar."))
        return
    if st.session_state[f"{SCARS}_{row}_width"] == begun_scar(rules)["width"]:
        show_quiet(_(WIDTH_BEGUN))
    sides = (to_number(st.session_state[f"{SCARS}_{row}_{side}"]) for side in ("length", "width"))
    length, width = map(Decimal, sides)
    area = Decimal(rounded(length * width, "0.1"))
    if min(length, width, area) > 0:
        margin = size_told(rules.coverage.scar.margin_cm.read().number)
        show(html.quiet_answer(_(SCAR_AND_AROUND, area=exact_area(area), margin=margin)))


LOOK_NOT_SURE = N_("Not sure: the range holds all three.")
TWO_OPEN = N_("Two open answers together can go past it.")


def ask_density(rules: RuleSet) -> None:
    """A look, a number of dots, or not sure; a look moves the slider, the slider lets go of the look."""
    looks = rules.density.looks.rows
    names = {look: row.name or look for look, row in looks.items()}
    settle(rules)
    ask_one(_("Density"), LOOK, names)
    take_taps(LOOK)
    if not for_clinic():
        show_density_squares(rules)
        with st.expander(_("My own number")):
            _ask_dots(rules)
    else:
        _ask_dots(rules)
    show_quiet(_density_in_words(rules))


def _ask_dots(rules: RuleSet) -> None:
    low, high = rules.intake.accepted.dots_per_cm2.limits
    with shown_already(partial(_beside_dots, rules)):
        st.slider(
            _("Density: dots on one square centimetre"), int(low), int(high), step=5, key="density",
            persist_state="session", on_change=answered(),
        )  # fmt: skip


def _beside_dots(rules: RuleSet) -> object:
    """The look beside the number of dots once both agree, and whether the browser shows both so."""
    shown = [st.session_state.get(key) for key in (LOOK, "density")]
    given = settle(rules)
    return given.get(LOOK), shown == [given.get(LOOK), given.get("density")]


def _density_in_words(rules: RuleSet) -> str:
    look = st.session_state.get("density_look")
    if look is None:
        return _("Your own number.")
    if said := rules.intake.choices["density"].get(look):
        return said
    # A patient, who has three minutes, finds the rest behind the plan's "why?".
    return " ".join(map(_, (LOOK_NOT_SURE, TWO_OPEN) if for_clinic() else (LOOK_NOT_SURE,)))


NO_PLACES = N_(
    "Name the places of the area first. A size alone does not say where it is, so this counts as not sure."
)


def _hair_asked_for(given: Answers) -> tuple[bool, bool]:
    """What the question about the hair that is still there rests on."""
    return thins_here(given), places_known(given)


def ask_kept_hair(rules: RuleSet) -> None:
    """The hair that is still there: one share, a share by place, or not sure.

    Where hair thins, a place that isn't named is one of which nobody said anything; elsewhere it is bare.
    """
    given = answers()
    thins, known = _hair_asked_for(given)
    low, high = (int(limit * 100) for limit in rules.intake.accepted.kept_hair.limits)
    ask_one(_("How much hair is still there?"), "kept_way", told_names(KEPT_WAYS))
    way = st.session_state.get("kept_way")
    if way == "places" and not known:
        show_quiet(_(NO_PLACES))
        return
    unmoved = way == "same" and st.session_state.get(untouched_key("kept_hair"))
    if sure(way) is None or unmoved or (way == "places" and not st.session_state.get("kept_zones")):
        told = " ".join((*((_(THIN),) if thins else ()), counted_when_unsure(given, rules)))
        behind = behind_unsure(given, rules)
        first = f"<div>{escape(behind.say)}</div>" if behind.say else ""
        why = why_asked(rules, behind.rule, answers=behind.answers, first=first)
        show(html.quiet(told, why))
    if way in ("none", "same") and scar_off_the_area(given, rules):
        show_quiet(_(SAME_IS_OF_LOSS))
    if way == "same":
        _share(_("Hair still there, per cent (50 is half)"), "kept_hair", low, high)
    if way == "places":
        zones = {zone: name for zone, name in rules.intake.choices["zones"].items() if zone != WHOLE_SCALP}
        asked = (
            _("Places where hair is left (not sure in the others)")
            if thins
            else _("Places where hair is left (none in the others)")
        )
        ask_many(asked, "kept_zones", zones)
        for zone in st.session_state.get("kept_zones") or ():
            if (key := f"kept_in_{zone}") not in st.session_state:
                begun = rules.intake.start_values.kept_per_cent
                st.session_state[key], st.session_state[untouched_key(key)] = begun, True
            _share(_("{place}: hair left, per cent", place=zones[zone]), f"kept_in_{zone}", low, high)


def counted_when_unsure(given: Answers, rules: RuleSet) -> str:
    """What the plan counts with as long as nobody said how much hair is left."""
    if scars_alone(given, rules):
        return _(COUNTED_AROUND_SCARS)
    return counted_as(hair_unsaid(given, rules))


class Behind(NamedTuple):
    """The rule behind what is counted with, the answers that choose it, and why it is no count."""

    rule: Reading
    answers: tuple[str, ...] = ()
    say: str = ""


def behind_unsure(given: Answers, rules: RuleSet) -> Behind:
    """What stands behind that."""
    if scars_alone(given, rules):
        return Behind(rules.density.least_share.read())
    return Behind(hair_unsaid(given, rules), ("goals", "area"), no_count_of_hair(given, rules))


def _share(label: str, key: str, low: int, high: int) -> None:
    """A share of hair; a slider that nobody has moved is no answer until a tap takes it as one."""
    st.slider(
        label, low, high, step=5, key=key, persist_state="session", on_change=answered(partial(_moved, key))
    )
    if st.session_state.get(untouched_key(key)):
        show_quiet(_(BEGUN_SHARE))
        share = per_cent(Decimal(st.session_state[key]) / 100)
        st.button(_(RIGHT, share=share), key=f"{key}_right", on_click=answered(partial(_moved, key)))


def _moved(slider: str) -> None:
    st.session_state[untouched_key(slider)] = False
