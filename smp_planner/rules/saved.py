"""The rules of a saved file: what is saved of them, and today's rules with those figures laid over them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import cast

from pydantic import BaseModel

from smp_planner.domain.intake import REGIONS, Weekday
from smp_planner.domain.provenance import Reading
from smp_planner.domain.quantities import Number
from smp_planner.domain.saved_rules import Figures, SavedRules
from smp_planner.language.speech import speaking
from smp_planner.language.spelling import in_us
from smp_planner.rules.checks import check_folder
from smp_planner.rules.clinic_days import closed_yearly
from smp_planner.rules.clinic_file import Moved
from smp_planner.rules.clinic_hours import NO_CLINIC
from smp_planner.rules.closed_words import as_word, from_word
from smp_planner.rules.layers import Layer, overlaid
from smp_planner.rules.load import assembled, read_layer
from smp_planner.rules.own_instructions import A_YEAR, base_instructions
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.saved_prices import prices_to_save, short_mark, with_prices_of_then
from smp_planner.rules.shapes.aftercare import AftercareRules, Instruction
from smp_planner.rules.shapes.clinic_hours import ClosedDays, ClosedSpan, Day
from smp_planner.rules.signed_exceptions import limits_as_signed, may_be_signed
from smp_planner.rules.walk import Found, cited, counts

Limits = tuple[Number, ...]
COURSE = (
    "suitability", "coverage", "density", "sessions", "technique", "aftercare", "touch_ups", "prices",
)  # fmt: skip
"""The rule files that a course of SMP rests on."""
PRICES = "prices.regions."


def saved_rules(rules: RuleSet) -> SavedRules:
    """What is saved of the rules beside somebody's answers; it holds nothing of the answers."""
    return rules.kept(_saved)


def _saved(rules: RuleSet) -> SavedRules:
    edition = rules.edition
    clinic = rules.clinic or NO_CLINIC
    closed = clinic.closed
    return SavedRules(
        edition=edition.edition,
        fingerprint=edition.fingerprint,
        clinic=edition.clinic,
        region=edition.region,
        language=rules.speech.language,
        closed_days=tuple(closed.days),
        closed_dates=tuple(day for day in closed.dates if isinstance(day, date)),
        closed_spans=tuple((span.from_, span.to) for span in closed.dates if not isinstance(span, date)),
        closed_yearly=tuple(map(as_word, closed_yearly(rules))),
        opening=_as_saved(clinic.opening),
        figures={id_: figures_of(reading) for id_, reading in course_figures(rules).items()},
        words=rules.kept(instruction_marks),
        prices=prices_to_save(rules.asks),
    )


def _as_saved(opening: Mapping[Day, list[str]] | None) -> Mapping[Weekday, tuple[str, ...]] | None:
    return None if opening is None else {day: tuple(spans) for day, spans in opening.items()}


def closed_on(saved: SavedRules) -> tuple[frozenset[object], ...]:
    """The days on which the clinic gives no appointment, in whatever order its file names them."""
    closed = saved.closed_days, saved.closed_dates, saved.closed_spans, saved.closed_yearly
    return tuple(map(frozenset, closed))


def course_figures(rules: RuleSet) -> Mapping[str, Reading]:
    """Every figure that a course rests on, by the id of its rule; prices are those of the region."""
    return rules.kept(_course_figures)


def _course_figures(rules: RuleSet) -> Mapping[str, Reading]:
    return {id_: found.entry.read() for id_, found in rules.kept(_course_entries).items()}


def _course_entries(rules: RuleSet) -> Mapping[str, Found]:
    own_prices = f"{PRICES}{rules.region}."
    return {
        found.id: found
        for name in COURSE
        for found in cited(name, cast(BaseModel, getattr(rules, name)))
        if is_figure(found) and (found.id.startswith(own_prices) or not found.id.startswith(PRICES))
    }


def is_figure(found: Found) -> bool:
    """Whether an entry holds a number with its range: a figure, a row of a table, a point of a price."""
    entry = vars(found.entry)
    return entry.get("value") is not None and bool(entry.get("range")) and bool(found.limits)


def figures_of(reading: Reading) -> Figures:
    """What a figure is planned with, and its range."""
    return reading.number, reading.low, reading.high


def instruction_marks(rules: RuleSet) -> Mapping[str, str]:
    """A short mark of the words of each instruction, by its id: other words have another mark.

    However a word is spelt, and whichever region's number is called, its mark is one.
    """
    spelt = ((id_, in_us(words)) for id_, words in _words(rules.aftercare))
    return {id_: short_mark(words) for id_, words in spelt}


def _words(book: AftercareRules) -> Iterator[tuple[str, str]]:
    for id_, one in book.instructions.items():
        yield f"aftercare.instructions.{id_}", f"{one.say}\0{one.say_in_hair or ''}"
    for id_, one in book.before.items():
        yield f"aftercare.before.{id_}", f"{one.say}\0{one.say_in_hair or ''}"
    for id_, one in book.call_if.items():
        whom = one.whom.replace(book.emergency.everywhere, "")
        yield f"aftercare.call_if.{id_}", f"{one.say}\0{whom}"


def rules_as_saved(
    saved: SavedRules, rules: RuleSet, folder: str | Path | None = None, *, clinic: str | Path | None = None
) -> RuleSet | None:
    """The rules of a folder and clinic with what was saved of those of then in place, to compare with.

    `rules` are those of today, from the same folder and clinic. A figure that is no rule any more, or lies
    outside what the rules accept today, stays as it is today. What this clinic signed beyond the limits of
    the base rules, or another one may have signed, is of the plan of then all the same. None where the
    figures contradict each other.
    """
    with speaking(rules.speech):
        layer, problems = read_layer(folder, clinic=clinic)
        if problems:
            return None
        layer = _laid_over(layer, saved)
        if check_folder(layer):
            return None
        region = saved.region if saved.region in REGIONS else rules.region
        return assembled(with_prices_of_then(layer, saved, region), region)


def _laid_over(base: Layer, saved: SavedRules) -> Layer:
    known = {found.id: found for name in COURSE for found in base.found[name] if is_figure(found)}
    moved: dict[str, Figures] = {}
    changes: dict[str, Mapping[str, object]] = {}
    for id_, figures in saved.figures.items():
        if id_ not in known or figures == _as_it_stands(known[id_]):
            continue
        before = base.replaced.get(id_)
        of_base = before.limits if before else ()
        limits = limits_that_hold(known[id_], figures, of_base, base_instructions(base.files))
        if limits:
            value, low, high = moved[id_] = figures
            own = {} if limits == known[id_].limits else {"limits": list(limits)}
            changes[id_] = {"value": value, "range": [low, high], **own}
    files = overlaid(base.files, changes, known)
    places = {id_: base.files[id_.split(".", 1)[0]].found.place(known[id_].path) for id_ in moved}
    found = {name: cited(name, cast(BaseModel, file.model)) for name, file in files.items()}
    clinic = base.clinic or NO_CLINIC
    return base._replace(
        files={**base.files, **files},
        found={**base.found, **found},
        clinic=clinic.model_copy(update=_hours(saved)),
        overrides={**base.overrides, **{id_: Moved(place, ()) for id_, place in places.items()}},
    )


def _hours(saved: SavedRules) -> Mapping[str, object]:
    """The hours of a clinic's file as they were saved."""
    spans = [ClosedSpan.model_validate({"from": first, "to": last}) for first, last in saved.closed_spans]
    closed = ClosedDays(
        days=list(saved.closed_days),
        dates=[*saved.closed_dates, *spans],
        yearly=[one for word in saved.closed_yearly if (one := from_word(word)) is not None],
    )
    opening = saved.opening
    return {
        "closed": closed,
        "opening": None if opening is None else {day: list(spans) for day, spans in opening.items()},
    }


def _as_it_stands(found: Found) -> Figures:
    entry = vars(found.entry)
    return entry["value"], *entry["range"]


def limits_that_hold(
    found: Found, figures: Figures, of_base: Limits, instructions: Mapping[str, Instruction]
) -> Limits:
    """The limits that saved figures are within: the rule's own of today, the base rules', or a clinic's.

    Nothing where they are within none. `of_base` are given where the clinic moved the rule. Days that a
    clinic may sign beyond all limits may be those of another clinic; they are limits of their own, as there.
    """
    value, low, high = figures
    if counts(found) and not all(isinstance(number, int) for number in figures):
        return ()
    for limits in (found.limits, of_base):
        if limits and limits[0] <= low <= high <= limits[1] and limits[0] <= value <= limits[1]:
            return limits
    if found.unit == "days" and 0 < low <= value <= high <= A_YEAR and may_be_signed(found.id, instructions):
        return tuple(limits_as_signed(found.id, found.limits, (low, high)))
    return ()


def fits_today(id_: str, figures: Figures, rules: RuleSet) -> bool:
    """Whether saved figures of a course's rule may be those of a plan of then."""
    before = rules.replaced.get(id_)
    found = rules.kept(_course_entries)[id_]
    of_base = before.limits if before else ()
    return bool(limits_that_hold(found, figures, of_base, rules.aftercare.instructions))
