"""The risks are told alike: every option is told of each kind of harm, and figures stand in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from smp_planner.domain.intake import OPTIONS
from smp_planner.errors import Problem, did_you_mean
from smp_planner.rules.figures import CountFigure
from smp_planner.rules.files import ReadFile
from smp_planner.rules.shapes.comparison import UNTREATED
from smp_planner.rules.shapes.risks import GRAFTS_LOST, RiskAnswer, RiskRules
from smp_planner.rules.source_map import Path
from smp_planner.rules.study_checks import check_both_ways, check_spread, check_whom, told_apart
from smp_planner.rules.templates import unfillable


def check_risks(file: ReadFile) -> Iterator[Problem]:
    """Every problem of what is said of the risks."""
    risks = cast(RiskRules, file.model)
    yield from unfillable(file, ("because", "counted"), risks.because.counted, ("label",))
    yield from _kinds(file, risks)
    for option, rules in risks.risks.items():
        for id_, risk in rules.items():
            here: Path = ("risks", option, id_)
            yield from check_whom(file, here, risk)
            for name, told in ((None, risk), *((name, getattr(risk, name)) for name in told_apart(risk))):
                path = (*here, name) if name else here
                yield from check_both_ways(
                    file, path, told.of_100, _asked_of(told), counted=told.per_100 is not None
                )
                yield from _time(file, path, told)
                yield from _grafts(file, path, told, tuple(risk.counted_in_others(told)))
                yield from _beside(file, path, told)
                for place, figure in _counts(told):
                    yield from check_spread(file, (*path, *place), figure)


def _counts(told: RiskAnswer) -> Iterator[tuple[Path, CountFigure]]:
    """The counts of a risk, each with its place."""
    named = (("per_100", told.per_100), ("untreated", told.untreated))
    yield from (((name,), figure) for name, figure in named if figure is not None)
    yield from ((("parts", name), figure) for name, figure in told.parts.items())


def _kinds(file: ReadFile, risks: RiskRules) -> Iterator[Problem]:
    """Whoever asks, an option brings a risk of a kind, or the kind says that it brings none."""
    for option, rules in risks.risks.items():
        for id_, risk in rules.items():
            if risk.kind not in risks.kinds:
                text = f"names '{risk.kind}', which is no kind of harm"
                hint = did_you_mean(risk.kind, risks.kinds)
                yield file.problem(("risks", option, id_, "kind"), text, "R309", hint)
    for id_, kind in risks.kinds.items():
        for option in [known for known in OPTIONS if known in risks.risks]:
            only_for = [risk.only_for for risk in risks.risks[option].values() if risk.kind == id_]
            for_all = None in only_for or {"men", "women"} <= set(only_for)
            if not for_all and option not in kind.none:
                text = f"should say of '{option}' why it brings no such harm"
                yield file.problem(("kinds", id_), text, "R305")
            elif for_all and option in kind.none:
                text = "says that it brings no such harm, but a risk of this kind is named"
                yield file.problem(("kinds", id_, "none", option), text, "R306")


def _beside(file: ReadFile, path: Path, told: RiskAnswer) -> Iterator[Problem]:
    """What stands beside a count stands in its words, and beside none nothing does."""
    for name in (UNTREATED, "untreated_not_known", "also"):
        if getattr(told, name) is not None and told.per_100 is None:
            yield file.problem((*path, name), "stands beside a count, but there is none", "R306")
    if told.untreated is not None and told.untreated_not_known is not None:
        text = "says that nobody counted, but untreated is a count"
        yield file.problem((*path, "untreated_not_known"), text, "R306")
    if told.untreated is not None and f"{{{UNTREATED}}}" not in (told.of_100 or ""):
        text = "is a count that of_100 does not tell: {untreated} is missing"
        yield file.problem((*path, UNTREATED), text, "R306")
    also = told.also or ""
    yield from unfillable(file, (*path, "also"), also, tuple(told.parts))
    for name in told.parts:
        if f"{{{name}}}" not in also:
            yield file.problem((*path, "parts", name), "is a figure that 'also' does not ask for", "R306")


def _time(file: ReadFile, path: Path, told: RiskAnswer) -> Iterator[Problem]:
    """A count says over what time it was made; where nobody counted there is no time."""
    if told.per_100 is not None and told.over is None:
        hint = "say over what time people were counted, or that the source does not tell it"
        yield file.problem(path, "counts people; over should say over what time", "R304", hint)
    if told.per_100 is None and told.over is not None:
        hint = "a time that belongs to other words stands in those words"
        yield file.problem((*path, "over"), "is the time of a count, but there is none", "R306", hint)


def _grafts(file: ReadFile, path: Path, told: RiskAnswer, counts: tuple[str, ...]) -> Iterator[Problem]:
    """How many grafts do not grow stands in the words of what is not known, and nowhere else.

    `counts`: the names of what was counted in others, which those words may tell too.
    """
    not_known, filled = told.not_known or "", told.grafts_of is not None
    yield from unfillable(file, (*path, "not_known"), not_known, (*counts, GRAFTS_LOST) if filled else counts)
    if filled and f"{{{GRAFTS_LOST}}}" not in not_known:
        text = f"names grafts that 'not_known' does not ask for: {{{GRAFTS_LOST}}} is missing"
        yield file.problem((*path, "grafts_of"), text, "R306")


def _asked_of(told: RiskAnswer) -> tuple[str, ...]:
    """What the words of a count may ask for beside the count itself."""
    return () if told.untreated is None else (UNTREATED,)
