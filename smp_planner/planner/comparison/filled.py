"""The words of a cell with its figure in them."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from smp_planner.domain.provenance import Reading
from smp_planner.domain.quantities import Estimate
from smp_planner.domain.words import currency_in, number
from smp_planner.language.speech import spoken_now
from smp_planner.planner.comparison.whole_people import whole_people
from smp_planner.planner.one_at_a_time import span_of
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.shapes.comparison import RANGE_OF


def fill_cell(
    say: str,
    figure: Estimate,
    rules: RuleSet,
    beside: Mapping[str, str] | None = None,
    *,
    one_number: str = "",
    people: bool = False,
) -> str:
    """A template with {low}, {typical}, {high} and {range} filled in, and what stands beside by its name.

    How a range is said stands in data/comparison.yaml; `one_number` is said in its place where there is none.
    `people`: the figure counts people of 100, who come whole.
    """
    if "{" not in say:
        return say
    low, typical, high = map(whole_people, figure[:3]) if people else _told(figure)
    range_ = one_number if low == high else rules.comparison.words.range.format(low=low, high=high)
    return say.format(low=low, typical=typical, high=high, range=range_, **(beside or {}))


def told_beside(beside: Mapping[str, Reading], unit: str, rules: RuleSet, *, whole: bool) -> dict[str, str]:
    """Each figure beside that of a cell by its name, and its range; `whole`: people come whole."""
    told: dict[str, str] = {}
    for name, reading in beside.items():
        figure = Estimate(*span_of(reading), unit)
        one = one_number(figure, rules, reading.sources)
        told[name] = whole_people(figure.typical) if whole else number(figure.typical)
        told[RANGE_OF.format(name)] = fill_cell("{range}", figure, rules, one_number=one, people=whole)
    return told


def told_figures(beside: Mapping[str, Estimate], rules: RuleSet) -> dict[str, str]:
    """Each figure of the plan beside that of a cell by its name, and its range."""
    return {name: _told(figure)[1] for name, figure in beside.items()} | {
        RANGE_OF.format(name): fill_cell("{range}", figure, rules) for name, figure in beside.items()
    }


def one_number(figure: Estimate, rules: RuleSet, sources: Collection[str] = ()) -> str:
    """What stands in place of a range: in the rules a figure of one study is one number, and a zero.

    A number that rests on a review or a survey alone is called one of those.
    """
    if figure.low != figure.high or figure.high == 0:
        return ""
    words, kinds = rules.comparison.words, {rules.sources[id_].kind for id_ in sources}
    return {"review": words.one_review, "survey": words.one_survey}.get("".join(kinds), words.one_study)


def _told(figure: Estimate) -> tuple[str, str, str]:
    """Low, typical and high in words, as amounts where they are money."""
    figures, currency = spoken_now().figures, currency_in(figure.unit)
    ends = (figure.low, figure.typical, figure.high)
    if currency:
        low, typical, high = (figures.money(end, currency) for end in ends)
    else:
        low, typical, high = map(figures.number, ends)
    return low, typical, high
