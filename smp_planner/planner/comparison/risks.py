"""The risks of every option: how many of 100 people, or why that isn't known; what helps."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from smp_planner.domain.comparison import Harm, Risk
from smp_planner.domain.findings import Finding
from smp_planner.domain.provenance import Described, OfWhom, Reading, Step
from smp_planner.domain.quantities import Estimate, Number
from smp_planner.domain.words import fill
from smp_planner.planner.comparison.cells import NOBODY_COUNTED
from smp_planner.planner.comparison.of_100 import both_ways, people
from smp_planner.planner.comparison.whole_people import ALL_COUNTED
from smp_planner.planner.comparison.whom import (
    Whom,
    asked_as,
    begun_already,
    differs,
    holds_for,
    is_about,
    not_counted,
    own_answer,
    own_course,
)
from smp_planner.planner.one_at_a_time import one_at_a_time, span_of
from smp_planner.rules.figures import Saying
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.shapes.risks import GRAFTS_LOST, RiskAnswer, RiskRule


class Told(NamedTuple):
    """One risk as these people are told it: the answer for them, or why nobody counted them.

    `begun` is what is said beside a count of people who began the medicine that these use by now.
    """

    option: str
    id: str
    rule: RiskRule
    answer: RiskAnswer
    describes: Described | None
    unknown: Saying | None = None
    begun: Saying | None = None

    @property
    def readings(self) -> tuple[Reading, ...]:
        """The rules behind it."""
        answer = self.answer
        if self.unknown is not None:
            return answer.read(), self.unknown.read()
        others = self.rule.counted_in_others(answer).values()
        figures = (answer.per_100, answer.untreated, *answer.parts.values(), *others, self.begun)
        return answer.read(), *(figure.read() for figure in figures if figure is not None)


def list_risks(whom: Whom, rules: RuleSet) -> tuple[tuple[Risk, ...], tuple[Step, ...]]:
    """The risks that this person runs, option by option; a step `risks.<option>.<id>` each."""
    listed = rules.kept(_Listed).of(whom)
    return tuple(risk for risk, _ in listed), tuple(step for _, step in listed)


def _is_run_by(whom: Whom, rule: RiskRule) -> bool:
    """Whether a risk is one of these people's: by their sex, or by the medicine that they use."""
    return is_about(rule.only_for, whom.sex) or rule.or_users_of in whom.uses


def harms_of(risks: tuple[Risk, ...], rules: RuleSet) -> tuple[Harm, ...]:
    """The kinds of harm in their order, each with what is said of an option that has none of these risks."""
    brings, none = {(risk.kind, risk.option) for risk in risks}, rules.kept(_none)
    return tuple(
        Harm(
            id_,
            kind.name,
            tuple(none[id_, option] for option in rules.options.order if (id_, option) not in brings),
        )
        for id_, kind in rules.risks.kinds.items()
    )


def _none(rules: RuleSet) -> Mapping[tuple[str, str], Finding]:
    """Why an option brings no harm of a kind, by both."""
    return {
        (id_, option): Finding(id=option, say=why.say, sources=why.read().sources)
        for id_, kind in rules.risks.kinds.items()
        for option, why in kind.none.items()
    }


class _Listed:
    """The risks as each kind of people is told them, put in words for the first of a kind and kept."""

    def __init__(self, rules: RuleSet) -> None:
        self._rules = rules
        self._of: dict[Whom, tuple[tuple[Risk, Step], ...]] = {}
        self._same: dict[tuple[str, str], tuple[Risk, Step]] = {}

    def of(self, whom: Whom) -> tuple[tuple[Risk, Step], ...]:
        """The risks that these people run, option by option."""
        if whom not in self._of:
            self._of[whom] = tuple(
                self._risk(option, id_, rule, whom)
                for option in self._rules.options.order
                for id_, rule in self._rules.risks.risks[option].items()
                if _is_run_by(whom, rule)
            )
        return self._of[whom]

    def _risk(self, option: str, id_: str, rule: RiskRule, whom: Whom) -> tuple[Risk, Step]:
        """A risk of which nobody is told apart is one and the same for all."""
        if (option, id_) in self._same:
            return self._same[option, id_]
        filled = _filled(_told(option, id_, rule, whom, self._rules), self._rules)
        if not differs(rule):
            self._same[option, id_] = filled
        return filled


def _told(option: str, id_: str, rule: RiskRule, whom: Whom, rules: RuleSet) -> Told:
    whom = asked_as(rule, whom)
    apart = own_course(rule, whom)
    if apart is not None:
        return Told(option, id_, rule, apart, None)
    own = own_answer(rule, whom)
    if own is not None:
        begun = begun_already(own[1].of_medicine, whom, rules)
        return Told(option, id_, rule, own[1], own[0], begun=begun)
    if holds_for(rule.counted_in, whom.kind):
        begun = begun_already(rule.of_medicine, whom, rules)
        return Told(option, id_, rule, rule, rule.counted_in, begun=begun)
    return Told(option, id_, rule, rule, None, not_counted(whom.kind, rules))


def _filled(told: Told, rules: RuleSet) -> tuple[Risk, Step]:
    """The risk, and the step with its count or with why there is none."""
    answer, because = told.answer, rules.risks.because
    counted = None if told.unknown else answer.per_100
    grafts = _grafts(told, rules)
    readings = (*told.readings, grafts) if grafts else told.readings
    count = _count(counted.read()) if counted else None
    untreated = _count(answer.untreated.read()) if counted and answer.untreated else None
    parts = {name: _count(figure.read()) for name, figure in answer.parts.items()} if counted else {}
    risk = Risk(
        option=told.option,
        id=told.id,
        name=answer.called or told.rule.name,
        kind=told.rule.kind,
        say=answer.say,
        per_100=count,
        of_100=_of_100(answer.of_100, count, untreated, rules) if count and answer.of_100 else None,
        over=_over(told) if counted else None,
        untreated=untreated,
        untreated_not_known=answer.untreated_not_known if counted else None,
        also=_also(answer.also, parts, rules) if parts and answer.also else None,
        parts=parts or None,
        strength=NOBODY_COUNTED if told.unknown else answer.strength,
        not_known=told.unknown.say if told.unknown else _not_known(told, grafts, rules),
        prevent=answer.prevent,
        do=answer.do,
        describes=told.describes,
        sources=tuple(dict.fromkeys(source for reading in readings for source in reading.sources)),
    )
    return risk, Step(
        field=f"risks.{risk.option}.{risk.id}",
        value=risk.per_100 or risk.not_known,
        because=fill(because.counted, label=counted.label) if counted else because.not_counted,
        rules=readings,
        of_whom=_of_whom(told),
    )


def _over(told: Told) -> str | None:
    """Over what time people were counted, and that they began what these use by now."""
    begun = told.begun.say if told.begun else None
    return " ".join(filter(None, (told.answer.over, begun))) or None


def _grafts(told: Told, rules: RuleSet) -> Reading | None:
    """The share of grafts that grow, where the words tell how many do not."""
    of = None if told.unknown else told.answer.grafts_of
    return rules.surgery.survival.rows[of].read() if of else None


def _not_known(told: Told, grafts: Reading | None, rules: RuleSet) -> str | None:
    """Why there is no count; how many of 100 grafts do not grow and what others had, where it tells that."""
    say = told.answer.not_known
    if say is None:
        return None
    counts = told.rule.counted_in_others(told.answer)
    places = {name: people(_count(count.read()), rules) for name, count in counts.items()}
    if grafts is not None:
        lost = Estimate(*one_at_a_time(_lost_of_100, span_of(grafts)), "grafts of 100")
        places[GRAFTS_LOST] = people(lost, rules)
    return fill(say, **places) if places else say


def _lost_of_100(growing: Number) -> Number:
    return ALL_COUNTED * (1 - growing)


def _of_whom(told: Told) -> OfWhom:
    """Of whom a risk tells; what nobody counted tells of no group."""
    if not differs(told.rule):
        return "everybody"
    return (told.answer.per_100 and told.describes) or "some"


def _of_100(say: str, count: Estimate, untreated: Estimate | None, rules: RuleSet) -> str:
    """The count both ways, and how many it was on a dummy."""
    return both_ways(say, count, rules, {"untreated": people(untreated, rules)} if untreated else None)


def _also(say: str, parts: Mapping[str, Estimate], rules: RuleSet) -> str:
    """Parts of the count: one number as it stands in its document, since in whole people they look alike."""
    return fill(say, **{name: _part(part, rules) for name, part in parts.items()})


def _part(part: Estimate, rules: RuleSet) -> Number | str:
    return part.typical if part.low == part.high else people(part, rules)


def _count(reading: Reading) -> Estimate:
    return Estimate(*span_of(reading), reading.unit, reading.note)
