"""The rows of the comparison: what is the same for all people of a kind is worked out once for the rules."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from smp_planner.domain.comparison import Cell, Row
from smp_planner.domain.provenance import OfWhom, Step
from smp_planner.planner.comparison.cells import (
    Blank,
    Filled,
    blank_for,
    from_plan,
    from_rules,
    needs_donor,
    withheld,
)
from smp_planner.planner.comparison.plan_figure import PlanFigure
from smp_planner.planner.comparison.whom import Whom, differs, is_about
from smp_planner.rules.figures import Saying
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.shapes.comparison import MONEY, Answer, RowRule

_Cell = tuple[Blank, Filled | None]  # a cell before it is filled, and filled where that needs no plan


class PreparedRow(NamedTuple):
    """One question with its blanks by option, and the cells that are the same for all people of a kind.

    `thin` are the cells, by option, of people whose whole area is thin hair. `whole` is the finished row
    where no cell needs a plan.
    """

    id: str
    rule: RowRule
    group: str
    unit: str
    horizon: str | None
    over: str | None
    blanks: Mapping[str, Blank]
    fixed: Mapping[str, Filled]
    thin: Mapping[str, Filled]
    whole: tuple[Row, tuple[Step, ...]] | None = None


class NoMoney(NamedTuple):
    """Why no option shows money, but for the `free`: of them there is nothing to buy."""

    why: Saying
    free: Collection[str] = ()


def fill_rows(
    figures: Mapping[str, PlanFigure],
    whom: Whom,
    rules: RuleSet,
    *,
    thin: bool = False,
    no_money: NoMoney | None = None,
) -> tuple[tuple[Row, ...], tuple[Step, ...]]:
    """The rows that are about this person, their cells in the order of the options, with a step for each.

    `thin`: the whole area is thin hair of pattern loss, and not bare. `no_money`: no price is told.
    """
    prepared = [row for row in rules.kept(_Prepared).rows(whom) if is_about(row.rule.only_for, whom.sex)]
    told = [_of_thin(row) for row in prepared] if thin else prepared
    filled = [row.whole or _fill(row, figures, rules, no_money) for row in told]
    return tuple(row for row, _ in filled), tuple(step for _, steps in filled for step in steps)


def _of_thin(row: PreparedRow) -> PreparedRow:
    """A row with what people are told of thin hair, where they are told that apart."""
    return row._replace(fixed={**row.fixed, **row.thin}, whole=None) if row.thin else row


class _Prepared:
    """The rows of each kind of people, prepared for the first of a kind and kept: they tell of nobody."""

    def __init__(self, rules: RuleSet) -> None:
        self._rules = rules
        self._rows: dict[Whom, tuple[PreparedRow, ...]] = {}
        self._cells: dict[tuple[str, int, int, int], _Cell] = {}

    def rows(self, whom: Whom) -> tuple[PreparedRow, ...]:
        """The rows of these people; those who are told the same share their cells."""
        if whom not in self._rows:
            asked = self._rules.comparison.questions()
            self._rows[whom] = tuple(self._row(group, id_, row, whom) for group, id_, row in asked)
        return self._rows[whom]

    def _row(self, group: str, id_: str, row: RowRule, whom: Whom) -> PreparedRow:
        cells = {option: self._cell(id_, row, option, whom) for option in self._rules.options.order}
        return _of_cells(self._rules.comparison.groups[group], id_, row, cells, self._rules)

    def _cell(self, id_: str, row: RowRule, option: str, whom: Whom) -> _Cell:
        """A cell of these people; those who are told the same share it."""
        blank, rule = blank_for(id_, row, option, whom, self._rules), row.cell(option)
        key = blank.field, id(blank.answer), id(blank.unknown), id(blank.begun)
        if key not in self._cells:
            everybody = not _is_told_apart(row, option) and not rule.for_thin
            self._cells[key] = _ready(
                blank, "everybody" if everybody else blank.describes or "some", self._rules
            )
        return self._cells[key]


def _is_told_apart(row: RowRule, option: str) -> bool:
    """Whether some people are told something else than others, or that the option isn't possible."""
    rule = row.cell(option)
    return differs(rule) or rule.from_the_start or rule.over_years or needs_donor(row, option)


def _ready(blank: Blank, of_whom: OfWhom, rules: RuleSet) -> _Cell:
    """A cell with what can be filled without a plan."""
    if blank.unknown is None and blank.answer.from_plan:
        return blank, None
    cell, step = from_rules(blank, rules)
    return blank, (cell, step._replace(of_whom=_told_of(cell, of_whom)))


def _told_of(cell: Cell, of_whom: OfWhom) -> OfWhom:
    """Of whom a cell tells: what isn't known tells of no group."""
    return "some" if cell.not_known and of_whom != "everybody" else of_whom


def _of_cells(group: str, id_: str, row: RowRule, cells: Mapping[str, _Cell], rules: RuleSet) -> PreparedRow:
    blanks = {option: blank for option, (blank, _) in cells.items()}
    fixed = {option: cell for option, (_, cell) in cells.items() if cell is not None}
    unit = row.unit.replace(MONEY, rules.currency)
    complete = len(fixed) == len(blanks) and not _of_money(row)
    row_of = PreparedRow(
        id=id_,
        rule=row,
        group=group,
        unit=unit,
        horizon=rules.comparison.horizon_of(id_),
        over=_over(row, rules),
        blanks=blanks,
        fixed=fixed,
        thin={
            option: _told_of_thin(blank, answer, rules)
            for option, blank in blanks.items()
            if (answer := row.cell(option).for_thin) is not None
        },
    )
    return row_of._replace(whole=_row(row_of, fixed)) if complete else row_of


def _told_of_thin(blank: Blank, answer: Answer, rules: RuleSet) -> Filled:
    cell, step = from_rules(Blank(answer, blank.field, blank.unit, None), rules)
    return cell, step._replace(of_whom="some")


def _over(row: RowRule, rules: RuleSet) -> str | None:
    """Over what time a question counts people, in words, or why no study tells it."""
    if row.over is None:
        return None
    return row.over.not_told or rules.comparison.words.over[str(row.over.months)]


def _fill(
    row: PreparedRow, figures: Mapping[str, PlanFigure], rules: RuleSet, no_money: NoMoney | None
) -> tuple[Row, tuple[Step, ...]]:
    if _of_money(row.rule) and no_money is not None:
        cells: Mapping[str, Filled] = {
            option: (row.fixed.get(option) if option in no_money.free else None)
            or withheld(blank, no_money.why)
            for option, blank in row.blanks.items()
        }
    else:
        cells = {
            option: row.fixed.get(option)
            or _from_plan(blank, figures[f"{blank.answer.from_plan}.{option}"], rules)
            for option, blank in row.blanks.items()
        }
    return _row(row, cells)


def _from_plan(blank: Blank, figure: PlanFigure, rules: RuleSet) -> Filled:
    """A cell of this person's plan; where studies counted it in a group, it tells of that group."""
    cell, step = from_plan(blank, figure, rules)
    return cell, step._replace(of_whom=_told_of(cell, blank.describes)) if blank.describes else step


def _of_money(row: RowRule) -> bool:
    return row.unit.startswith(MONEY)


def _row(row: PreparedRow, cells: Mapping[str, Filled]) -> tuple[Row, tuple[Step, ...]]:
    filled = Row(
        id=row.id,
        group=row.group,
        question=row.rule.question,
        unit=row.unit,
        cells={option: cell for option, (cell, _) in cells.items()},
        chance=row.rule.chance or None,
        over=row.over,
        horizon=row.horizon,
        reaches=f"{row.rule.reach_years}y" if row.rule.reach_years else None,
    )
    return filled, tuple(step for _, step in cells.values())
