"""The rows of the comparison: what is the same for everybody is worked out once for the rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from smp_planner.domain.comparison import Row
from smp_planner.domain.provenance import Step
from smp_planner.planner.comparison.cells import (
    MONEY,
    Blank,
    Filled,
    currency_of,
    from_plan,
    from_rules,
    withheld,
)
from smp_planner.planner.comparison.plan_figure import PlanFigure
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.shapes.options import RowRule


class PreparedRow(NamedTuple):
    """One question with its blanks by option, and the cells that don't depend on the person.

    `whole` is the finished row where none of its cells does.
    """

    id: str
    rule: RowRule
    group: str
    unit: str
    blanks: Mapping[str, Blank]
    fixed: Mapping[str, Filled]
    whole: tuple[Row, tuple[Step, ...]] | None


def fill_rows(
    figures: Mapping[str, PlanFigure], rules: RuleSet, *, money_shown: bool
) -> tuple[tuple[Row, ...], tuple[Step, ...]]:
    """All rows, their cells in the neutral order of the options, with a step for each."""
    prepared = rules.kept(_prepared)
    filled = [row.whole or _fill(row, figures, rules, money_shown=money_shown) for row in prepared]
    return tuple(row for row, _ in filled), tuple(step for _, steps in filled for step in steps)


def _prepared(rules: RuleSet) -> tuple[PreparedRow, ...]:
    return tuple(_prepare(rules))


def _prepare(rules: RuleSet) -> Iterator[PreparedRow]:
    for id_, row in rules.comparison.rows.items():
        blanks = {
            option: Blank(
                rule=row.cells[option],
                reading=row.cells[option].read(),
                field=f"comparison.rows.{id_}.{option}",
                unit=row.unit,
            )
            for option in rules.options.order
        }
        fixed = {
            option: from_rules(blank, rules) for option, blank in blanks.items() if not blank.rule.from_plan
        }
        unit = row.unit.replace(MONEY, currency_of(rules))
        group = rules.comparison.groups[row.group]
        whole = (
            _row(id_, group, row, unit, fixed)
            if fixed.keys() == blanks.keys() and not _of_money(row)
            else None
        )
        yield PreparedRow(id=id_, rule=row, group=group, unit=unit, blanks=blanks, fixed=fixed, whole=whole)


def _fill(
    row: PreparedRow, figures: Mapping[str, PlanFigure], rules: RuleSet, *, money_shown: bool
) -> tuple[Row, tuple[Step, ...]]:
    if _of_money(row.rule) and not money_shown:
        cells: Mapping[str, Filled] = {option: withheld(blank, rules) for option, blank in row.blanks.items()}
    else:
        cells = {
            option: row.fixed.get(option) or from_plan(blank, figures[blank.rule.from_plan or ""], rules)
            for option, blank in row.blanks.items()
        }
    return _row(row.id, row.group, row.rule, row.unit, cells)


def _of_money(row: RowRule) -> bool:
    return row.unit.startswith(MONEY)


def _row(
    id_: str, group: str, rule: RowRule, unit: str, cells: Mapping[str, Filled]
) -> tuple[Row, tuple[Step, ...]]:
    row = Row(
        id=id_,
        group=group,
        question=rule.question,
        unit=unit,
        cells={option: cell for option, (cell, _) in cells.items()},
    )
    return row, tuple(step for _, step in cells.values())
