"""Two sets of curves over the years: hair that is left, and money that is spent, by option."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from smp_planner.domain.comparison import CurvePoint, Curves
from smp_planner.domain.provenance import Step
from smp_planner.planner.comparison.hair_curves import HairCurve, blank_points, draw_points
from smp_planner.planner.comparison.option_costs import OptionCost
from smp_planner.planner.one_at_a_time import sure
from smp_planner.rules.figures import Saying
from smp_planner.rules.ruleset import RuleSet

HAIR, COST, SMP = "hair", "cost", "smp"
COST_APART = f"{COST}.apart"  # what the money of one option holds and that of another does not


def draw_curves(
    hair: Mapping[str, HairCurve], costs: Mapping[str, OptionCost], rules: RuleSet
) -> tuple[Curves, tuple[Step, ...]]:
    """Both sets on one scale of years, with what they show, of whom, and what they leave out."""
    words = _words(hair, costs, rules)
    curves = Curves(
        hair={option: curve.points for option, curve in hair.items()},
        cost={option: _spent(cost, rules) for option, cost in costs.items()},
        about={about: " ".join(saying.say for saying in sayings) for about, sayings in words.items()},
    )
    return curves, (*_hair_steps(hair, rules), *_cost_steps(costs, rules), _about_step(words, rules))


def _spent(cost: OptionCost, rules: RuleSet) -> tuple[CurvePoint, ...]:
    """Nothing today, then what is paid by the end of each span of years."""
    years = rules.prices.horizons_years
    if cost.blank is not None:
        return blank_points((0, *years), None if cost.withheld else cost.blank)
    why_wide = cost.why_wide or rules.comparison.notes.wide_range
    return draw_points({0: sure(0)} | {year: cost.spans[year] for year in years}, why_wide)


def _hair_steps(hair: Mapping[str, HairCurve], rules: RuleSet) -> tuple[Step, ...]:
    return tuple(
        Step(
            field=f"comparison.curves.hair.{option}",
            value=curve.at_the_end.typical if curve.at_the_end else None,
            because=curve.because,
            rules=curve.rules,
            of_whom=rules.hair.counted_in if curve.at_the_end else "some",
        )
        for option, curve in hair.items()
    )


def _cost_steps(costs: Mapping[str, OptionCost], rules: RuleSet) -> tuple[Step, ...]:
    last = rules.prices.horizons_years[-1]
    return tuple(
        Step(
            field=f"comparison.curves.cost.{option}",
            value=None if cost.blank else cost.spans[last].typical,
            because=cost.blank.say if cost.blank else cost.because[last],
            rules=cost.rules,
            uses=tuple(cost.uses.values()),
        )
        for option, cost in costs.items()
    )


def _words(
    hair: Mapping[str, HairCurve], costs: Mapping[str, OptionCost], rules: RuleSet
) -> Mapping[str, tuple[Saying, ...]]:
    """What there is to say on a set (`hair`, `cost`), on its curves apart, and on one curve (`cost.fue`)."""
    return _hair_words(hair, rules) | _cost_words(costs, rules)


def _hair_words(hair: Mapping[str, HairCurve], rules: RuleSet) -> dict[str, tuple[Saying, ...]]:
    said = rules.comparison.curves
    unknown = _of_all(curve.not_known for curve in hair.values())
    if unknown is not None:
        return {HAIR: (unknown,)}
    return {
        HAIR: (said.hair,),
        f"{HAIR}.medication": (said.hair_medication,),
        f"{HAIR}.smp": (said.hair_smp,),
        f"{HAIR}.fut": (said.hair_surgery,),
        f"{HAIR}.fue": (said.hair_surgery,),
    }


def _cost_words(costs: Mapping[str, OptionCost], rules: RuleSet) -> dict[str, tuple[Saying, ...]]:
    said = rules.comparison.curves
    unknown = _of_all(cost.blank for cost in costs.values())
    if unknown is not None:
        return {COST: (unknown,)}
    words: dict[str, tuple[Saying, ...]] = {COST: (said.cost,)}
    if costs[SMP].about and any(cost.holds_later for cost in costs.values()):
        words[COST_APART] = (said.cost_apart,)
    for option, cost in costs.items():
        about = (cost.about or cost.blank, cost.note, cost.if_done)
        found = tuple(saying for saying in about if saying)
        if found:
            words[f"{COST}.{option}"] = found
    return words


def _of_all(reasons: Iterable[Saying | None]) -> Saying | None:
    """The one reason that holds for every option, if there is one."""
    first, *others = reasons
    return first if all(other is first for other in others) else None


def _about_step(words: Mapping[str, tuple[Saying, ...]], rules: RuleSet) -> Step:
    sayings = {id(saying): saying for about in words.values() for saying in about}
    return Step(
        field="comparison.curves.about",
        value=None,
        because=rules.comparison.because.curves_about,
        rules=tuple(saying.read() for saying in sayings.values()),
    )
