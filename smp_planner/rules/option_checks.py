"""The options hold together: in order, with reasons that can come up, and a hair count for every year."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import cast

from smp_planner.domain.intake import NORWOOD, OPTIONS, SEXES
from smp_planner.domain.plan_figures import HORIZONS, SURGERY
from smp_planner.errors import Problem, did_you_mean
from smp_planner.rules.answer_names import named
from smp_planner.rules.files import ReadFile
from smp_planner.rules.shapes.comparison import NOTHING
from smp_planner.rules.shapes.options import OptionRules
from smp_planner.rules.shapes.suitability import SuitabilityRules
from smp_planner.rules.shapes.years import PriceRules
from smp_planner.rules.table_checks import lacking, strange
from smp_planner.rules.templates import unfillable

ASK_FIRST = ("health", "woman_on_tablets", "man_on_tablets")
"""What may ask for a doctor also where nothing is done."""
OF_FIGURE = ("value", "low", "high")
OF_GRAFTS = ("need", "donor", "both")
OF_REFERRAL = ("reasons",)


def check_options(files: Mapping[str, ReadFile]) -> Iterator[Problem]:
    """Every problem of the options, in files with their shape."""
    if "options" in files:
        file, model = files["options"], cast(OptionRules, files["options"].model)
        yield from _order(file, model)
        if "suitability" in files:
            suitability = cast(SuitabilityRules, files["suitability"].model)
            yield from _gates(file, model, suitability)
            yield from _said_first(file, model, suitability)
    if "hair" in files and "prices" in files:
        yield from _years(files["hair"], files["prices"])


def _order(file: ReadFile, options: OptionRules) -> Iterator[Problem]:
    for option in OPTIONS:
        if option not in options.order:
            yield file.problem(("order",), f"lacks the row '{option}'", "R305")


def _said_first(file: ReadFile, options: OptionRules, suitability: SuitabilityRules) -> Iterator[Problem]:
    """What is said under some stops or waits names such as there are."""
    criteria = suitability.criteria.items()
    known = [id_ for id_, criterion in criteria if criterion.level in ("stop", "wait")]
    for id_, said in options.without_plan.items():
        for index, name in enumerate(said.only_for):
            path = ("without_plan", id_, "only_for", index)
            yield from named(file, path, name, "stop or wait", known)


def _gates(file: ReadFile, options: OptionRules, suitability: SuitabilityRules) -> Iterator[Problem]:
    """Each reason can come up: its answers can be given, its figure is there, its words can be filled."""
    known: Mapping[str, Collection[str]] = {"health": suitability.criteria, "sex": SEXES, "stage": NORWOOD}
    for id_, gate in options.gates.items():
        answers = known.get(gate.found_by, ())
        if gate.found_by == "younger_than" and gate.figure is None:
            yield file.problem(("gates", id_), "lacks the figure that says how young", "R305")
        if NOTHING in gate.options and (gate.found_by not in ASK_FIRST or gate.open_to_you != "ask"):
            text = "names 'nothing', which stays open: health or a medicine may ask for a doctor, no more"
            yield file.problem(("gates", id_, "options", gate.options.index(NOTHING)), text, "R306")
        surgical = set(gate.options) <= set(SURGERY)
        if gate.found_by == "need_above_donor" and not surgical:
            yield file.problem(
                ("gates", id_, "options"), "may hold fut and fue alone: others need no donor area", "R306"
            )
        names = (
            *(OF_FIGURE if gate.figure else ()),
            *(OF_GRAFTS if surgical else ()),
            *(OF_REFERRAL if gate.found_by == "not_now" else ()),
        )
        yield from unfillable(file, ("gates", id_, "why"), gate.why, names)
        for index, other in enumerate(gate.unless):
            if other not in options.gates:
                text, path = f"names '{other}', which is no reason here", ("gates", id_, "unless", index)
                yield file.problem(path, text, "R309", did_you_mean(other, options.gates))
        for index, answer in enumerate(gate.among):
            if answer not in answers:
                path = ("gates", id_, "among", index)
                yield file.problem(
                    path, f"names '{answer}', which is no answer here", "R309", did_you_mean(answer, answers)
                )


def _years(hair_file: ReadFile, prices_file: ReadFile) -> Iterator[Problem]:
    """The spans of money are those that the comparison names, and the hair count reaches to the longest."""
    prices = cast(PriceRules, prices_file.model)
    spans = tuple(f"{years}y" for years in prices.horizons_years)
    if spans != HORIZONS:
        text = f"must be {', '.join(HORIZONS)}, in years: the comparison asks for them by name"
        yield prices_file.problem(("horizons_years",), text, "R308")
        return
    years = tuple(str(year) for year in range(1, max(prices.horizons_years) + 1))
    for check in (lacking, strange):
        yield from check(hair_file, ("medication_gain", "rows"), years)
