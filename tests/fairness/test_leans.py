"""What speaks for an option and what against it: as many of both for every person, and honestly so."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal

import pytest
import yaml
from hypothesis import given

from smp_planner.domain.comparison import Cell, Comparison, Row
from smp_planner.domain.intake import OPTIONS, Intake
from smp_planner.domain.plan_figures import SURGERY
from smp_planner.rules.load import DATA, try_load
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.shapes.comparison import ComparisonRules
from smp_planner.rules.shapes.rule_file import APART
from tests.drawn_people import patients, planned_course
from tests.fair_people import KINDS, PLANS, fair_plan
from tests.people import plan_of

LEAST = 4  # points on each side of every option, for anybody
# Questions that weigh, and answers of theirs that stand on neither side, each with its reason.
NEITHER = {
    "halts_loss.medication.for_women": "half and half: it hides the loss for a time",
    "regrows_hair.fut.for_scars": "not known",
    "first_result_months.fut.for_scars": "not known",
    "first_result_months.fut.for_others": "not known",
    "first_result_months.fue.for_others": "not known",
    "halts_loss.nothing.for_scars": "a scar has no loss to stop",
    "halts_loss.smp.for_scars": "a scar has no loss to stop",
    "halts_loss.fut.for_scars": "a scar has no loss to stop",
    "halts_loss.fue.for_scars": "a scar has no loss to stop",
    "lasting.fut": "not known past four years",
    "lasting.fue": "not known",
    "lasting.nothing": "there is nothing to last",
    "lasting.nothing.for_others": "there is nothing to last",
    "everyday.nothing": "there is nothing new to wash or cut",
    "everyday.smp": "half and half: it can be washed, and not be combed or cut",
    "everyday.fut.for_scars": "not known",
    "everyday.fue.for_scars": "half and half: hair grows in the scar, and the scar stays between it",
    "oversight.nothing": "there is nothing to watch over",
    "reversible.smp": "half and half: it can be undone in part",
    "reversible.medication": "half and half: most can go back, and for some men problems last",
}


# --- the gates ------------------------------------------------------------------------------------


def unbalanced(comparison: Comparison) -> list[str]:
    """The options that have two points more on one side than on the other; none when fair."""
    found: list[str] = []
    for option in OPTIONS:
        counts = Counter(row.cells[option].leans for row in comparison.rows)
        if abs(counts["for"] - counts["against"]) > 1 or min(counts["for"], counts["against"]) < LEAST:
            found.append(f"{option}: {counts['for']} for, {counts['against']} against")
    return found


def told_two_ways(comparison: Comparison) -> list[str]:
    """Where the same fact, a figure or a first sentence, speaks for one option and not for another."""
    found: list[str] = []
    for row in comparison.rows:
        for fact in (_figure, _opening):
            leans: dict[object, set[str]] = {}
            for cell in _answered(row):
                if fact(cell):
                    leans.setdefault(fact(cell), set()).add(cell.leans)
            found += [f"{row.id}: {told}" for told, ways in leans.items() if len(ways) > 1]
    return found


def turning(comparison: Comparison) -> list[str]:
    """Questions in whose figures, from the smallest to the largest, the leans change sides more than once."""
    found: list[str] = []
    for row in comparison.rows:
        figures = [(float(cell.typical), cell.leans) for cell in _answered(row) if cell.typical is not None]
        sides = [leans for _, leans in sorted(figures) if leans != "neither"]
        if sum(one != other for one, other in pairwise(sides)) > 1:
            found.append(row.id)
    return found


def unweighed(comparison: ComparisonRules) -> set[str]:
    """Answers that stand on neither side though their question weighs something."""
    return {
        ".".join(filter(None, (id_, option, name)))
        for _, id_, row in comparison.questions()
        if row.weighs
        for option in OPTIONS
        for name in ("", *APART)
        if (answer := getattr(row.cell(option), name) if name else row.cell(option))
        and answer.leans == "neither"
    }


def _answered(row: Row) -> Iterator[Cell]:
    return (cell for cell in row.cells.values() if not (cell.not_known or cell.withheld or cell.not_needed))


def _figure(cell: Cell) -> object:
    return None if cell.typical is None else (cell.low, cell.typical, cell.high)


def _opening(cell: Cell) -> object:
    """The first sentence, where it is no more than a few words: "No.", "A lot."."""
    first = re.split(r"[.:]\s", cell.say)[0]
    return first.rstrip(".") if len(first.split()) < 5 else None


# --- balance on finished plans --------------------------------------------------------------------


@pytest.mark.ipdas("1.1.4", "2.1.1")
@pytest.mark.parametrize("name", PLANS)
def test_as_much_speaks_for_an_option_as_against_it_for_every_kind_of_person(name: str) -> None:
    assert unbalanced(fair_plan(name).comparison) == []


@pytest.mark.ipdas("1.1.4", "1.1.5")
@given(patients)
def test_as_much_speaks_for_an_option_as_against_it_for_anybody(intake: Intake) -> None:
    assert unbalanced(planned_course(intake).comparison) == []


def test_as_many_questions_weigh_what_an_option_gives_as_what_it_asks(rules: RuleSet) -> None:
    weighs = Counter(row.weighs for _, _, row in rules.comparison.questions())
    assert abs(weighs["gives"] - weighs["asks"]) <= 1
    assert min(weighs["gives"], weighs["asks"]) >= LEAST


# --- honesty --------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", PLANS)
def test_the_same_fact_leans_the_same_way_for_every_option(name: str) -> None:
    comparison = fair_plan(name).comparison
    assert told_two_ways(comparison) == []
    assert turning(comparison) == []


def test_what_is_not_known_or_not_shown_stands_on_neither_side() -> None:
    for name in PLANS:
        for row in fair_plan(name).comparison.rows:
            for option, cell in row.cells.items():
                if cell.not_known or cell.withheld or cell.not_needed:
                    assert cell.leans == "neither", f"{name}: {row.id}.{option}"


def test_a_question_that_weighs_leans_for_every_option_but_for_stated_reasons(rules: RuleSet) -> None:
    assert unweighed(rules.comparison) == NEITHER.keys()


def test_a_figure_of_nothing_speaks_for_an_option_where_a_question_asks_and_against_it_where_it_gives() -> (
    None
):
    """Days, money and grafts that are not asked; bare skin that is not covered."""
    rows = {row.id: row for row in fair_plan("a man, US").comparison.rows}
    for id_, at_nothing in (("days_off_work", "for"), ("cost_10y", "for"), ("cover_share", "against")):
        for option, cell in rows[id_].cells.items():
            assert (cell.leans == at_nothing) is (cell.typical == 0), f"{id_}.{option}"


def test_how_a_lean_is_decided_is_told(rules: RuleSet) -> None:
    told = fair_plan("a man, US").comparison.leans_say
    assert told == rules.comparison.words.leans
    for words in ("gives", "takes", "same answer", "not known", "for you to say"):
        assert words in told


# --- the gates see a fault ------------------------------------------------------------------------

Change = Callable[[dict[str, Any], str], None]


def drop(cells: dict[str, Any], option: str) -> None:
    """The answer is deleted."""
    del cells[option]


def empty(cells: dict[str, Any], option: str) -> None:
    """The words of the answer are deleted."""
    cells[option]["say"] = ""


def hush(cells: dict[str, Any], option: str) -> None:
    """The answer is said to be not known."""
    cells[option] |= {"say": "Not known.", "not_known": "Nobody looked.", "leans": "neither"}
    for name in ("value", "range", "limits", "basis", "from_plan", "beside", "note"):
        cells[option].pop(name, None)


def unlean(cells: dict[str, Any], option: str) -> None:
    """The words stay, and are on neither side."""
    cells[option]["leans"] = "neither"


def faults(folder: Path) -> list[str]:
    """What the gates say of the rules in a folder."""
    rules, problems = try_load(folder)
    if rules is None:
        return [f"{problem}" for problem in problems]
    plan = plan_of(KINDS["a man"], rules)
    return [*sorted(unweighed(rules.comparison) - NEITHER.keys()), *unbalanced(plan.comparison)]


@pytest.mark.parametrize("option", OPTIONS)
@pytest.mark.parametrize("change", [drop, empty, hush, unlean])
def test_the_gates_see_that_one_con_was_removed(tmp_path: Path, option: str, change: Change) -> None:
    folder = tmp_path / "data"
    shutil.copytree(DATA, folder, ignore=shutil.ignore_patterns("clinics"))
    assert faults(folder) == []
    path, row = next(
        (path, id_)
        for path in sorted((folder / "comparison").glob("*.yaml"))
        for id_, row in yaml.safe_load(path.read_text(encoding="utf-8")).items()
        if row["cells"].get(_cell(row, option), {}).get("leans") == "against"
    )
    rows = yaml.safe_load(path.read_text(encoding="utf-8"))
    change(rows[row]["cells"], _cell(rows[row], option))
    path.write_text(yaml.safe_dump(rows, sort_keys=False, allow_unicode=True), encoding="utf-8")
    assert any(row in fault for fault in faults(folder))


def _cell(row: dict[str, Any], option: str) -> str:
    """The key under which a row answers for an option."""
    return option if option in row["cells"] or option not in SURGERY else "surgery"


def test_the_gate_sees_cons_that_are_turned_into_pros() -> None:
    rows = list(fair_plan("a man, US").comparison.rows)
    cons = [place for place, row in enumerate(rows) if row.cells["smp"].leans == "against"]
    for place in cons[:2]:
        rows[place] = turned(rows[place], "smp", "for")
    assert [told.split(":")[0] for told in unbalanced(with_rows(rows))] == ["smp"]


def test_the_gate_sees_the_same_fact_told_two_ways() -> None:
    rows = [row for row in fair_plan("a man, US").comparison.rows if row.id == "halts_loss"]
    assert told_two_ways(with_rows([turned(rows[0], "smp", "neither")])) == ["halts_loss: No"]


def test_the_gate_sees_figures_that_turn_to_and_fro() -> None:
    rows = [row for row in fair_plan("a man, US").comparison.rows if row.id == "cost_10y"]
    assert turning(with_rows([turned(rows[0], "fue", "for")])) == ["cost_10y"]


def turned(row: Row, option: str, leans: Literal["for", "against", "neither"]) -> Row:
    """The row with another lean in one answer."""
    return row._replace(cells={**row.cells, option: row.cells[option]._replace(leans=leans)})


def with_rows(rows: list[Row]) -> Comparison:
    """A man's comparison with other rows."""
    return replace(fair_plan("a man, US").comparison, rows=tuple(rows))


@pytest.mark.parametrize("name", PLANS)
def test_a_cover_that_speaks_for_surgery_is_told_at_a_density_that_looks_full(
    name: str, rules: RuleSet
) -> None:
    """A published plan may reach everywhere and look thin: the share is that which can look full."""
    full = rules.surgery.target_density.read()
    for row in fair_plan(name).comparison.rows:
        for option in SURGERY if row.id == "cover_share" else ():
            cell = row.cells[option]
            if cell.leans == "for" and not name.startswith("scars"):
                assert f"at what looks full: {full.number} grafts per cm2" in cell.say
                assert "The plan sets" in cell.say
