"""What a plan says about itself: where most clinics differ, and which documents it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from operator import attrgetter

from smp_planner.domain.plan import Compared, Referral
from smp_planner.domain.provenance import Source
from smp_planner.domain.quantities import Estimate
from smp_planner.domain.words import between, fill
from smp_planner.planner.own_rules import differs_of_checks, told_beside
from smp_planner.rules.ruleset import RuleSet


def differing_notes(visits: Estimate, rules: RuleSet) -> tuple[str, ...]:
    """One sentence for each main rule from which most clinics differ; `visits` are those of the plan."""
    return tuple(sentence for sentence in (_of_visits(visits, rules), *rules.kept(_of_rules)) if sentence)


def _of_rules(rules: RuleSet) -> tuple[str | None, ...]:
    beside = rules.kept(told_beside)
    return beside["direct_sun"], beside["heavy_exercise"], differs_of_checks(rules)


def _of_visits(visits: Estimate, rules: RuleSet) -> str | None:
    count = rules.sessions.count
    least, most = count.published
    if count.differs is None or least <= visits.low <= visits.high <= most:
        return None
    return fill(count.differs, published=between(least, most), visits=between(visits.low, visits.high))


def sources_used(plan: Compared, rules: RuleSet) -> tuple[Source, ...]:
    """Every document that the plan cites, in the order of the list of sources."""
    readings = chain.from_iterable(map(attrgetter("rules"), plan.trace))
    lists = {*map(attrgetter("sources"), readings), *_cited(plan)}
    cited = set(chain.from_iterable(lists))
    return tuple(source for id_, source in rules.sources.items() if id_ in cited)


def _cited(plan: Compared) -> Iterator[tuple[str, ...]]:
    """What is cited beside the steps, list by list; each cell of the comparison has its step."""
    suitability = plan.suitability
    for findings in (
        suitability.stop,
        suitability.wait,
        suitability.ask_doctor,
        suitability.know,
        suitability.open,
    ):
        yield from (finding.sources for finding in findings)
    yield from (risk.sources for risk in plan.risks)
    yield from (said.sources for harm in plan.harms for said in harm.none)
    yield from (said.sources for said in plan.comparison.first)
    yield from (way.sources for way in plan.comparison.branches)
    yield from (pair.sources for pair in plan.comparison.combinations)
    if isinstance(plan, Referral):
        return
    yield from (plan.method.sources, plan.shade.sources)
    yield from (sign.sources for sign in plan.aftercare.call_if)
    yield from (edit.sources for edit in plan.rules.clinic_edits)
