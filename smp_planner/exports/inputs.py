"""Which answers of the person feed a figure, and what would change it, in plain words.

A step names the figures it uses; the answers that come in beside those stand here, by the field of the
step. A count of a study tells of the people it was counted in: answers choose the group alone. Tests change
each answer in turn and hold the table to what then changes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from functools import cache
from itertools import product

from smp_planner.domain.course import USUAL_SCAR
from smp_planner.domain.intake import OPTIONS
from smp_planner.domain.plan_figures import SURGERY
from smp_planner.domain.provenance import Step
from smp_planner.domain.quantities import Estimate
from smp_planner.domain.words import listed
from smp_planner.exports.steps import Steps
from smp_planner.language.texts import N_, NP_, _, p_

ANSWERS: Mapping[str, tuple[str, str]] = {
    "goals": NP_("your answers", "goals"),
    "area": NP_("your answers", "area"),
    "density": NP_("your answers", "density"),
    "kept_hair": NP_("your answers", "hair still there"),
    "skin": NP_("your answers", "skin"),
    "hair": NP_("your answers", "hair"),
    "habits": NP_("your answers", "habits"),
    "age": NP_("your answers", "age"),
    "sex": NP_("your answers", "sex"),
    "pregnant": NP_("your answers", "pregnancy"),
    "health": NP_("your answers", "health questions"),
    "medicine": NP_("your answers", "medicine"),
    "moving_on": NP_("your answers", "whether hair loss moves on"),
    "treated": NP_("your answers", "earlier treatment"),
    "dates": NP_("your answers", "dates"),
    "events": NP_("your answers", "events"),
    "crisp": NP_("your answers", "how crisp it should stay"),
    "matters": NP_("your answers", "what matters to you"),
}
ASKED_AS: Mapping[str, tuple[str, ...]] = {
    "health": ("health", "doctor_agreed"),
    "habits": ("sun", "heavy_sweat", "swims", "sun_protection", "headgear"),
    "pregnant": ("could_be_pregnant",),
    "medicine": ("medication_now",),
    "moving_on": ("loss_moving_on",),
    "treated": ("treated_before",),
    "dates": ("start", "weekdays", "away"),
    "crisp": ("wants_touch_ups",),
}
"""By which ids the answers are known that were understood, where one has another id or is asked in parts."""
FOR_ALL = N_("None of your answers changes this.")
NOT_GIVEN = N_("Nobody gave this size: it is one to begin with. Your own size takes its place.")
FROM_ANSWERS = N_("From your answers: {answers}. Other answers may change this.")
ABOUT = N_("Told for people like you, by your answers: {answers}.")
CHOSEN = N_("Your {answers} only chose whose answer is shown.")
COUNTED = N_("This was counted in {people}. Your {answers} only chose which group is shown.")
TELLS_OF = N_("This is told of {people}. Your {answers} only chose which group is shown.")
PEOPLE: Mapping[str, tuple[str, str]] = {
    "men": NP_("a group of people", "men with pattern hair loss"),
    "women": NP_("a group of people", "women"),
    "pattern_loss": NP_("a group of people", "people with pattern hair loss"),
    "others": NP_("a group of people", "people without pattern hair loss"),
    "scars": NP_("a group of people", "people with scars"),
}
ONE_AT_A_TIME = N_("Low and high each move one thing, and the rest stays as planned.")

EVERYBODY = "everybody"
WAITING = frozenset(
    f"comparison.not_known.{why}" for why in ("money_withheld", "money_without_plan", "plan_withheld")
)
"""The rules that say what a figure waits for; nothing but the health questions feeds it till then."""
_NONE: tuple[str, ...] = ()
_COUNTED = ("goals", "area", "sex")  # whom a study has counted: men, women, other kinds of loss, scars
_BEGUN = (*_COUNTED, "medicine")  # counted in people who used no medicine when they began
_COURSED = (*_COUNTED, "moving_on")  # told apart where the loss has stayed the same
_BEGUN_COURSED = (*_BEGUN, "moving_on")
_OVER_YEARS = ("goals", "area", "age", "sex", "medicine", "moving_on")  # counted over years, in some men
_GROUPS = frozenset((_COUNTED, _BEGUN, _COURSED, _BEGUN_COURSED, _OVER_YEARS))  # answers that choose a group
_GRAFTED = (*_COUNTED, "kept_hair")
_COURSE = ("goals", "area", "density", "kept_hair", "skin")  # how many visits there are
_DATED = (*_COURSE, "dates", "events")
_LONGER = ("goals", "area", "skin", "habits")  # what may make a limit longer
_WINDOWED = (*_DATED, "habits")
_SHAVEN = (*_DATED, "hair", "kept_hair")  # said in other words where hair isn't shaved
# Less after an earlier transplant.
_OF_PLACED = (
    "donor_left", "cover_share", "not_covered", "first_operation", "operations", "grafts_growing",
)  # fmt: skip
_OF_TODAY = ("age", "moving_on")  # whether it is said to be for the loss of today
_OF_LOSS_TODAY = [
    f"comparison.rows.{row}.{kind}"
    for row, kind in product(("donor_left", "cover_share", "not_covered"), SURGERY)
]
# Told apart where all of the area is thin hair.
_OF_THIN_HAIR = [
    f"comparison.rows.{row}"
    for row in ("cover_share.medication", "not_covered.medication", "not_covered.nothing")
]
_ENDS_TOGETHER = ("operations",)  # rows of surgery whose ends move all at once
_WAY_BACK = ("way_back", "way_back_cost")
_LIMITS = ("days_without_sun", "days_without_exercise", "days_without_swimming")
_PAID = ("cost_first", "cost_1y", "cost_5y", "cost_10y")
_MONEY = (*_PAID, "cost_per_cm2")
_OF_PLAN = ("density", "visits", "chair_hours", "full_result_months", "repeats", *_LIMITS, *_MONEY)
_OF_DONOR = [f"comparison.rows.{row}.{kind}" for row, kind in product((*_OF_PLACED, *_MONEY), SURGERY)]
_GOING_BACK = [f"comparison.rows.{row}.smp" for row in _WAY_BACK]
_GAINS = ("net_count_1y", "hair_count_5y", "improved", "kept_result")
_OF_BEGINNERS = [
    f"comparison.rows.{cell}"
    for cell in (
        *(f"hair_10y.{option}" for option in OPTIONS),
        *(f"{row}.{option}" for row, option in product(_GAINS, ("nothing", "medication"))),
        *(f"{row}.medication" for row in ("regrows_hair", "first_result_months", "full_result_months")),
        *(f"{row}.medication" for row in ("side_effects", "sexual_problems", "facial_hair")),
        "sexual_problems.nothing",
    )
]
_OF_YEARS = [
    *(f"comparison.rows.hair_10y.{option}" for option in OPTIONS),
    *(f"comparison.rows.hair_count_5y.{option}" for option in ("nothing", "medication")),
]
# Told apart where the loss has stayed the same.
_OF_RESTING = [
    *(
        f"comparison.rows.halts_loss.{option}"
        for option in OPTIONS
        if option not in ("nothing", "medication")
    ),
    *(f"comparison.rows.if_you_wait.{option}" for option in ("nothing", "medication")),
    *(f"comparison.rows.{row}.nothing" for row in ("look", "risks", "full_result_months", "lasting")),
    *(f"risks.nothing.{risk}" for risk in ("less_to_save", "more_to_cover")),
]
_OF_RESTING_OR_USERS = ("comparison.rows.halts_loss.nothing", "risks.nothing.loss_goes_on")
_ON_MEDICINE = (
    "how_it_works",
    "halts_loss",
    "on_stopping",
    "upkeep",
    "live_body",
    *_PAID,
)
_GOING_ON = [
    *(f"comparison.rows.{row}.nothing" for row in _ON_MEDICINE),
    *(f"comparison.rows.{row}.medication" for row in _PAID),
    "risks.nothing.loss_goes_on",
    *(
        f"risks.medication.{risk}"
        for risk in ("little_effect", "sexual_problems", "itch", "facial_hair", "shedding")
    ),
]
_OF_SMP = [f"comparison.rows.{row}.smp" for row in _OF_PLAN]
FED_BY: Mapping[str, tuple[str, ...]] = {
    "ask_again_on": _NONE,
    "suitability.": ("health",),
    "suitability.stop.under_18": ("age",),
    "suitability.stop.nothing_to_cover": ("goals", "area"),
    "suitability.stop.doctor_said_no": ("health", "area"),
    "suitability.wait.recent_transplant": ("treated", "dates"),
    "suitability.wait.recent_laser_removal": ("treated", "dates"),
    "suitability.wait.chemo_or_radiotherapy": ("treated", "dates"),
    "suitability.wait.could_be_pregnant": ("pregnant",),
    "suitability.ask_doctor.raised_scar": ("area",),
    "suitability.ask_doctor.young_scar": ("area",),
    "suitability.ask_doctor.chemo_or_radiotherapy_before": ("treated", "dates"),
    "suitability.open.age": ("age",),
    "suitability.open.could_be_pregnant": ("sex", "pregnant"),
    "suitability.open.transplant_on": ("treated",),
    "suitability.open.laser_removal_on": ("treated",),
    "suitability.open.chemo_or_radiotherapy_on": ("treated",),
    "suitability.know.cause_not_told": ("sex", "goals", "area"),
    "suitability.stop.dot_scars_alone": ("goals", "area"),
    "suitability.know.dot_scars": ("area",),
    "suitability.know.scar_not_told": ("goals", "area"),
    "suitability.know.scar_takes_pigment": ("goals", "area"),
    "suitability.know.scar_keeps_its_shape": ("goals", "area"),
    "suitability.know.scar_healed_work": ("goals", "area"),
    "suitability.know.long_hair_by_bare_skin": ("goals", "area", "kept_hair", "hair"),
    "suitability.know.keep_your_medicine": ("health", "medicine"),
    "suitability.know.not_regrowth": _NONE,
    "suitability.know.mri_tell_radiographer": _NONE,
    "suitability.know.further_hair_loss": ("moving_on",),
    "suitability.know.hair_loss_moving_on": ("moving_on", "medicine"),
    "suitability.know.young_loss": ("age", "goals", "area"),
    "suitability.know.young_line": ("age", "goals", "area"),
    "suitability.know.greying": ("hair",),
    "suitability.know.light_hair": ("hair",),
    "suitability.know.dark_skin": ("skin",),
    "suitability.know.little_change_early_loss": ("area", "kept_hair"),
    "suitability.know.smp_before": ("treated",),
    "suitability.know.late_transplant_wait": ("treated", "dates"),
    "suitability.know.transplant_before": ("treated", "dates"),
    "suitability.know.age_not_given": ("age",),
    "suitability.know.wears_headgear": ("habits",),
    "suitability.know.no_sun_protection": ("habits",),
    "area.": ("goals", "area"),
    "dots.": _NONE,
    "dots.per_cm2": ("density",),
    "dots.over_area": _NONE,
    "dots.total": ("kept_hair",),
    "method": ("goals", "area"),
    "shade": ("hair", "skin"),
    "shade.": ("hair", "skin"),
    "sessions.": _NONE,
    "sessions.count": _COURSE,
    "sessions.not_before": ("area", *_DATED),
    "sessions.items": _DATED,
    "sessions.items.": _COURSE,
    "sessions.latest_start.": _DATED,
    "sessions.conflicts": _DATED,
    "aftercare.": _NONE,
    "aftercare.days": _DATED,
    "aftercare.burden.": _DATED,
    "aftercare.conflicts": _DATED,
    "aftercare.gaps": _WINDOWED,
    "aftercare.maybe_longer": _WINDOWED,
    "aftercare.windows.": _DATED,
    "aftercare.windows.check_the_look": _WINDOWED,
    "aftercare.windows.direct_sun": _WINDOWED,
    "aftercare.windows.heavy_exercise": _WINDOWED,
    "aftercare.windows.foil_shave": _SHAVEN,
    "aftercare.windows.razor": _SHAVEN,
    "aftercare.before.": _DATED,
    "aftercare.before.razor": _SHAVEN,
    "touch_ups.": _NONE,
    "touch_ups.interval_months": (*_LONGER, "crisp"),
    "touch_ups.within.": (*_LONGER, "crisp"),
    "touch_ups.fade.": ("goals", "area"),
    "risks.": _COUNTED,
    "cost.": _NONE,
    "cost.course": _COURSE,
    "comparison.options.": (*_GRAFTED, "hair", "age", "pregnant", "health", "moving_on", "treated"),
    "risks.medication.low_mood": _BEGUN,
    "comparison.options.medication": (
        *_GRAFTED,
        "hair",
        "age",
        "pregnant",
        "health",
        "medicine",
        "moving_on",
    ),
    "comparison.options.smp": ("goals", "area", "age", "pregnant", "health", "moving_on"),
    "comparison.options.nothing": ("sex", "health", "medicine"),
    "comparison.grafts_per_cm2.": _GRAFTED,
    "comparison.rows.": _COUNTED,
    **dict.fromkeys((*_OF_BEGINNERS, *_GOING_ON), _BEGUN),
    **dict.fromkeys(_OF_YEARS, _OVER_YEARS),
    **dict.fromkeys(_OF_RESTING, _COURSED),
    **dict.fromkeys(_OF_RESTING_OR_USERS, _BEGUN_COURSED),
    **dict.fromkeys(_OF_SMP, _NONE),
    **{f"comparison.rows.{row}.smp": _GRAFTED for row in ("visits", *_MONEY)},
    **dict.fromkeys(_OF_DONOR, (*_GRAFTED, "treated")),
    **{f"comparison.rows.grafts_needed.{kind}": _GRAFTED for kind in SURGERY},
    **dict.fromkeys(_OF_LOSS_TODAY, (*_GRAFTED, "treated", *_OF_TODAY)),
    **dict.fromkeys(_OF_THIN_HAIR, _GRAFTED),
    **dict.fromkeys(_GOING_BACK, _NONE),
    "comparison.rows.cost_per_cm2.medication": _GRAFTED,
    **{f"comparison.rows.donor.{kind}": (*_COUNTED, "treated") for kind in SURGERY},
    "comparison.curves.": _GRAFTED,
    "comparison.curves.hair.": _OVER_YEARS,
    "comparison.curves.cost.nothing": ("medicine",),
    "comparison.curves.cost.medication": ("sex",),
    "comparison.curves.cost.smp": _NONE,
    "matters.": ("matters",),
    "what_if.": ("goals", "area"),
    "what_if.loss_moves_on": (*_GRAFTED, "treated"),
    "what_if.loss_moves_on.": (*_GRAFTED, "treated"),
    "talk.": _NONE,
    "talk.agreed.dot_scars": ("area",),
    "talk.agreed.later": ("hair",),
    "talk.later.greys": ("hair",),
    "decision.": _NONE,
    "about.": _NONE,
    "talk.first_week.work": _LONGER,
}
"""What feeds a step beside the figures it uses; a row that ends with a dot holds for all below it."""


@cache
def fed_by(field: str) -> tuple[str, ...]:
    """The answers that come into a step beside the figures it uses; LookupError where no row tells."""
    if field in FED_BY:
        return FED_BY[field]
    place = field
    while place:
        place = place.rpartition(".")[0]
        if f"{place}." in FED_BY:
            return FED_BY[f"{place}."]
    raise LookupError(f"nobody has said which answers feed '{field}'")


class Inputs:
    """The answers behind the steps of one plan: their own, and those of the figures they use."""

    def __init__(self, steps: Steps) -> None:
        self.steps = steps
        self._behind: dict[str, frozenset[str]] = {}

    def of(self, steps: Iterable[Step]) -> tuple[str, ...]:
        """The answers that feed these steps, by their keys in `ANSWERS`, in its order."""
        found = frozenset[str]().union(*map(self._of, steps))
        return tuple(answer for answer in ANSWERS if answer in found)

    def _of(self, step: Step) -> frozenset[str]:
        found = self._behind.get(step.field)
        if found is None:
            self._behind[step.field] = frozenset()  # a step that comes back to itself ends here
            used = self.steps.used(step)
            self._behind[step.field] = found = frozenset(_own(step)).union(*map(self._of, used))
        return found

    def told(self, steps: Sequence[Step]) -> str:
        """Which answers feed these steps, and how a range came about, in a few sentences."""
        if all(_is_supposed(step) for step in steps):
            return _(NOT_GIVEN)
        told = self._fed(self.of(steps), steps)
        ranged = any(step.of_whom is None and _moves_one_thing(step) for step in steps)
        return f"{told} {_(ONE_AT_A_TIME)}" if ranged else told

    def _fed(self, answers: tuple[str, ...], steps: Sequence[Step]) -> str:
        if answers not in _GROUPS:
            return from_answers(answers)
        named = _listed(answers)
        if any(step.of_whom is None for step in steps):
            return _(ABOUT, answers=named)
        return _of_group(steps, named)


def from_answers(answers: Sequence[str]) -> str:
    """That a figure comes from these answers, by their keys in `ANSWERS`, or from none."""
    return _(FROM_ANSWERS, answers=_listed(answers)) if answers else _(FOR_ALL)


def _is_supposed(step: Step) -> bool:
    """Whether it is the size of a scar that nobody told."""
    return step.field.startswith("area.parts.") and any(reading.id == USUAL_SCAR for reading in step.rules)


def _listed(answers: Sequence[str]) -> str:
    return listed([p_(*ANSWERS[answer]) for answer in answers])


def _own(step: Step) -> tuple[str, ...]:
    """The answers that feed a step beside the figures it uses."""
    if any(reading.id in WAITING for reading in step.rules):
        return ("health",)
    return _NONE if step.of_whom == EVERYBODY else fed_by(step.field)


def _of_group(steps: Sequence[Step], answers: str) -> str:
    """Of which group studies or rules tell, where it is one: answers chose it, and changed nothing in it."""
    groups = {step.of_whom for step in steps if step.of_whom != EVERYBODY}
    people = PEOPLE.get(next(iter(groups)) or "") if len(groups) == 1 else None
    if people is None:
        return _(CHOSEN, answers=answers)
    words = COUNTED if all(_is_counted(step) for step in steps) else TELLS_OF
    return _(words, people=p_(*people), answers=answers)


def _is_counted(step: Step) -> bool:
    """Whether a step holds a count of people or hairs; words are none, a zero without a range a judgement."""
    value = step.value.typical if isinstance(step.value, Estimate) else step.value
    return isinstance(value, (int, Decimal)) and (value != 0 or is_spread(step))


def _moves_one_thing(step: Step) -> bool:
    """Whether the ends of a figure each move one of several things."""
    return is_spread(step) and _moved(step) > 1 and not _ends_together(step)


def _ends_together(step: Step) -> bool:
    return step.field.removeprefix("comparison.rows.").partition(".")[0] in _ENDS_TOGETHER


def is_spread(step: Step) -> bool:
    """Whether the value of a step has a low and a high end that differ."""
    return isinstance(step.value, Estimate) and step.value.low != step.value.high


def _moved(step: Step) -> int:
    """How many things could move a figure: the figures of rules and of other steps."""
    return len(step.uses) + sum(reading.label is not None for reading in step.rules)
