"""The rows of the comparison: what is the same for everybody is worked out once for the rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
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
    not_counted,
    withheld,
)
from smp_planner.planner.comparison.plan_figure import PlanFigure
from smp_planner.planner.comparison.whom import Whom, why_not_counted
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.shapes.comparison import CellRule, RowRule


class PreparedRow(NamedTuple):
    """One question with its blanks by option, and the cells that don't depend on the person.

    `whole` is the finished row where none of its cells does; `differing` are the options whose answer
    depends on whom it describes.
    """

    id: str
    rule: RowRule
    group: str
    unit: str
    blanks: Mapping[str, Blank]
    fixed: Mapping[str, Filled]
    whole: tuple[Row, tuple[Step, ...]] | None
    differing: frozenset[str]


def fill_rows(
    figures: Mapping[str, PlanFigure], whom: Whom, rules: RuleSet, *, money_shown: bool
) -> tuple[tuple[Row, ...], tuple[Step, ...]]:
    """All rows, their cells in the neutral order of the options, with a step for each."""
    prepared = rules.kept(_prepared)
    filled = [
        row.whole
        if row.whole and (whom.counted or not row.differing)
        else _fill(row, figures, whom, rules, money_shown=money_shown)
        for row in prepared
    ]
    return tuple(row for row, _ in filled), tuple(chain.from_iterable(steps for _, steps in filled))


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
        yield PreparedRow(
            id=id_,
            rule=row,
            group=group,
            unit=unit,
            blanks=blanks,
            fixed=fixed,
            whole=whole,
            differing=frozenset(
                option for option, cell in row.cells.items() if cell.counted_in or cell.for_women
            ),
        )


def _fill(
    row: PreparedRow, figures: Mapping[str, PlanFigure], whom: Whom, rules: RuleSet, *, money_shown: bool
) -> tuple[Row, tuple[Step, ...]]:
    if _of_money(row.rule) and not money_shown:
        cells: Mapping[str, Filled] = {option: withheld(blank, rules) for option, blank in row.blanks.items()}
    else:
        cells = {
            option: _of_others(blank, row.rule.cells[option], figures, whom, rules)
            if option in row.differing and not whom.counted
            else row.fixed.get(option) or _filled(blank, figures, rules)
            for option, blank in row.blanks.items()
        }
    return _row(row.id, row.group, row.rule, row.unit, cells)


def _filled(blank: Blank, figures: Mapping[str, PlanFigure], rules: RuleSet) -> Filled:
    """A cell with its figure: of the plan where it asks for one, else of the rules."""
    name = blank.rule.from_plan
    return from_rules(blank, rules) if name is None else from_plan(blank, figures[name], rules)


def _of_others(
    blank: Blank, rule: CellRule, figures: Mapping[str, PlanFigure], whom: Whom, rules: RuleSet
) -> Filled:
    """A cell for somebody whom the studies of men don't describe."""
    reason = why_not_counted(whom, rules)
    own = rule.for_women if whom.sex == "women" else None
    if own is not None and not (rule.counted_in and whom.other_loss):
        return _filled(blank._replace(rule=own, reading=own.read()), figures, rules)
    return not_counted(blank, reason) if rule.counted_in and reason else _filled(blank, figures, rules)


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
