"""What the aftercare asks of a person's weeks: the days with limits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from smp_planner.domain.care import Burden, Window
from smp_planner.domain.provenance import Step
from smp_planner.domain.words import fill, spoken
from smp_planner.planner.aftercare.windows import field_of_windows
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.shapes.aftercare import AftercareRules

COUNTED = {
    "days_without_sun": "direct_sun",
    "days_without_swimming": "swimming",
    "days_without_sauna": "sauna_steam",
    "days_without_heavy_exercise": "heavy_exercise",
}


def weigh_burden(
    visits: Sequence[date], windows: Sequence[Window], rules: RuleSet
) -> tuple[Burden, tuple[Step, ...]]:
    """How many days in all are without sun, swimming, sauna and heavy exercise, each day once."""
    days = {field: _days(rule, windows) for field, rule in COUNTED.items()}
    first, last = visits[0], max(window.to for window in windows if window.kind == "avoid")
    words = rules.aftercare.words
    burden = Burden(
        **days,
        first_day=first,
        last_day=last,
        say=fill(
            words["burden"],
            first=spoken(first),
            last=spoken(last),
            sun=days["days_without_sun"],
            swimming=days["days_without_swimming"],
            sauna=days["days_without_sauna"],
            exercise=days["days_without_heavy_exercise"],
        ),
    )
    return burden, tuple(_burden_steps(burden, days, windows, rules.aftercare))


def _days(rule: str, windows: Sequence[Window]) -> int:
    """Days of a rule; its windows don't overlap, and both ends are held."""
    return sum((window.to - window.from_).days + 1 for window in windows if window.rule == rule)


def _burden_steps(
    burden: Burden, days: dict[str, int], windows: Sequence[Window], book: AftercareRules
) -> Iterator[Step]:
    words = book.words
    for field, rule in COUNTED.items():
        yield Step(
            field=f"aftercare.burden.{field}",
            value=days[field],
            because=words["because_burden"],
            rules=(book.instructions[rule].read(),),
            uses=(field_of_windows(rule),),
        )
    avoided = tuple(map(field_of_windows, dict.fromkeys(w.rule for w in windows if w.kind == "avoid")))
    yield Step(
        field="aftercare.burden.first_day",
        value=burden.first_day,
        because=words["because_first"],
        uses=avoided,
    )
    yield Step(
        field="aftercare.burden.last_day", value=burden.last_day, because=words["because_last"], uses=avoided
    )
