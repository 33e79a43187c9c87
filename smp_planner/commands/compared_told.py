"""Two sets of rules and their plans beside each other, for the terminal and for a program."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, cast

from smp_planner.answering.compared import ComparedPlans
from smp_planner.domain.differences import NOTHING
from smp_planner.domain.edition import RulesEdition
from smp_planner.domain.provenance import Reading
from smp_planner.domain.quantities import Estimate
from smp_planner.domain.rule_changes import MovedFigure, OtherKey, RuleChanges
from smp_planner.domain.words import planned
from smp_planner.exports.lines import bullets, heading, paragraph
from smp_planner.exports.record import as_json
from smp_planner.language.texts import N_, _

TITLE = N_("What a rule change does to a plan")
OF_CLINIC = N_("{side}: {name}. Base rules of {edition} with the settings of {clinic}, prices for {region}.")
OF_BASE = N_("{side}: {name}. Rules of {edition}, prices for {region}.")
ONE_REGION = N_("Both are planned for the region of {side}; --region names another.")
TWO_CURRENCIES = N_(
    "A's prices are in {a}, B's in {b}. Nothing is converted, so their sums can't be compared as they stand."
)
SAME_RULES = N_("A and B say the same.")
FIGURES, KEYS = N_("Figures that differ"), N_("What else differs in the rules")
ONLY = N_("Only in {side}: {id}: {value} ({place})")
SIGNED_BY, FAR = N_("signed by {by}"), N_("outside what the sources recommend")
NAMED = N_("Medicines are named.")
COMES_OUT, ROWS, PARTS = N_("What comes out"), N_("What differs in the plan"), N_("Where in the plan record")
NO_DIFFERENCE = N_("No difference in the plan.")
NO_OTHER_ROW = N_("No difference in visits, dates, money and instructions.")
REFUSED = N_("{side} doesn't accept these answers: {problems}")


class Compared(NamedTuple):
    """Two sets of rules as they were named in the call, their editions, how they differ, and their plans.

    `currencies` are those of the prices. `region_of` is the side, A or B, whose region both are planned for,
    as the other names none.
    """

    names: tuple[str, str]
    editions: tuple[RulesEdition, RulesEdition]
    currencies: tuple[str, str]
    rules: RuleChanges
    plans: ComparedPlans
    region_of: str | None = None


def compared_text(compared: Compared) -> str:
    """All of it to read, 80 wide: the rules first, then what comes of them."""
    return "\n".join([*_lines(compared)]) + "\n"


def _lines(compared: Compared) -> Iterator[str]:
    rules, plans = compared.rules, compared.plans
    yield _(TITLE).upper()
    yield ""
    for side, name, edition in zip("AB", compared.names, compared.editions, strict=True):
        yield from _side(side, name, edition)
    if compared.region_of:
        yield from paragraph(_(ONE_REGION, side=compared.region_of))
    a, b = compared.currencies
    if a != b:
        yield from paragraph(_(TWO_CURRENCIES, a=a, b=b))
    if not (rules.figures or rules.keys):
        yield from ["", _(SAME_RULES)]
    if rules.figures:
        yield from heading(_(FIGURES))
        for figure in rules.figures:
            yield from _figure(figure)
    if rules.keys:
        yield from heading(_(KEYS))
        for key in rules.keys:
            yield from _key(key)
    yield from _plans(plans)


def _side(side: str, name: str, edition: RulesEdition) -> list[str]:
    told, region = OF_CLINIC if edition.clinic else OF_BASE, edition.region or "-"
    words = _(told, side=side, name=name, edition=edition.edition, clinic=edition.clinic or "", region=region)
    return paragraph(f"{words} {_(NAMED)}" if edition.medicines_named else words, rest="   ")


def _figure(figure: MovedFigure) -> Iterator[str]:
    yield from paragraph(f"{figure.label} ({figure.id})", first="- ", rest="  ")
    yield from paragraph(f"{_in_words(figure.before)} -> {_in_words(figure.after)}", first="  ", rest="  ")
    for side, reading in (("A", figure.before), ("B", figure.after)):
        yield from paragraph(f"{side}: {_(reading.set_by)} ({reading.place})", first="  ", rest="     ")


def _in_words(figure: Reading) -> str:
    told = planned(Estimate(figure.low, figure.number, figure.high, figure.unit))
    if figure.signed:
        return f"{told}, {_(SIGNED_BY, by=figure.signed)}"
    return told if figure.low <= figure.number <= figure.high else f"{told}, {_(FAR)}"


def _key(key: OtherKey) -> Iterator[str]:
    if key.before is NOTHING or key.after is NOTHING:
        side, place, value = (
            ("B", key.place_after, key.after)
            if key.before is NOTHING
            else ("A", key.place_before, key.before)
        )
        yield from bullets([_(ONLY, side=side, id=key.id, value=_flow(value), place=place)])
        return
    yield from bullets([key.id])
    for side, place, value in (("A", key.place_before, key.before), ("B", key.place_after, key.after)):
        yield from paragraph(f"{side}: {_flow(value)} ({place})", first="  ", rest="     ")


def _flow(value: object) -> str:
    """What stands at a key, on one line, as it could be written there."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        pairs = cast("dict[str, object]", value).items()
        return f"{{{', '.join(f'{key}: {_flow(inner)}' for key, inner in pairs)}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(_flow, cast('list[object]', value)))}]"
    return str(value)


def _plans(plans: ComparedPlans) -> Iterator[str]:
    yield from heading(_(COMES_OUT))
    if plans.are_alike:
        yield from bullets([f"{plans.before}.", _(NO_DIFFERENCE)])
        return
    yield from bullets([f"A: {plans.before}", f"B: {plans.after}"])
    for side, problems in plans.refused.items():
        told = "; ".join(f"{problem.key}: {problem.message}" for problem in problems)
        yield from bullets([_(REFUSED, side="A" if side == "before" else "B", problems=told)])
    if plans.changes:
        yield from heading(_(ROWS))
        yield from bullets(f"{row.what}: {row.before} -> {row.after}" for row in plans.changes)
    if plans.parts:
        yield from heading(_(PARTS))
        yield from bullets(": ".join(filter(None, (part, ", ".join(w)))) for part, w in plans.parts.items())


def compared_json(compared: Compared) -> str:
    """All of it for a program, in the manner of the plan record; what is left out does not stand there."""
    rules, plans = compared.rules, compared.plans
    a, b = map(_of_side, compared.names, compared.editions, compared.currencies)
    return as_json(
        {
            "a": a,
            "b": b,
            "rules": {
                "same": not (rules.figures or rules.keys),
                "figures": [
                    {"id": f.id, "label": f.label, "before": _reading(f.before), "after": _reading(f.after)}
                    for f in rules.figures
                ],
                "keys": [_pair(key) for key in rules.keys],
            },
            "plan": {
                "same": plans.are_alike,
                "before": plans.before,
                "after": plans.after,
                "changes": [change._asdict() for change in plans.changes],
                "parts": {part: list(within) for part, within in plans.parts.items()},
                "refused": {
                    side: [{"field": one.key, "message": one.message} for one in problems]
                    for side, problems in plans.refused.items()
                },
            },
        }
    )


def _of_side(name: str, edition: RulesEdition, currency: str) -> dict[str, object]:
    return {
        "name": name,
        "edition": edition.edition,
        "fingerprint": edition.fingerprint,
        "clinic": edition.clinic,
        "currency": currency,
    }


def _reading(figure: Reading) -> dict[str, object]:
    return {
        "value": figure.value,
        "range": list(figure.range),
        "unit": figure.unit,
        "set_by": figure.set_by,
        "place": figure.place,
    }


def _pair(key: OtherKey) -> dict[str, object]:
    sides = (("before", key.before, key.place_before), ("after", key.after, key.place_after))
    held = {side: {"value": value, "place": place} for side, value, place in sides if value is not NOTHING}
    return {"id": key.id, **held}
