"""What speaks for an option and what against it: as many of both for every person, and honestly so."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
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

LEAST = 3  # points on each side of every option; more would need a lean that is not honest
# Where another loss has reached the whole scalp donor hair is no matter, and what medicines for pattern loss
# give is not known; what can't be done has no points.
LEAST_OF_A_BARE_SCALP = 2
# Questions that weigh, and answers of theirs that stand on neither side, each with its reason.
NEITHER = {
    "regrows_hair.fut.for_scars": "not known",
    "regrows_hair.medication.for_others": "not known",
    "regrows_hair.medication.for_scars": "not known",
    "if_you_wait.medication.for_scars": "not known: nobody counted what it does for scars alone",
    "cover_share.smp": "not known: it can reach any part, and how much holds pigment nobody counted",
    "cover_share.smp.for_others": "not known: how much holds pigment nobody counted",
    "cover_share.smp.for_scars": "not known: how much holds pigment nobody counted",
    "cover_share.medication.for_others": "not known",
    "donor.nothing.for_whole_scalp": "no such thing: there is no donor hair to take",
    "donor.medication.for_whole_scalp": "no such thing: there is no donor hair to take",
    "donor.smp.for_whole_scalp": "no such thing: there is no donor hair to take",
    "first_result_months.nothing": "no such thing: there is no gain to wait for",
    "first_result_months.nothing.for_others": "no such thing: there is no gain to wait for",
    "first_result_months.nothing.for_scars": "no such thing: there is no gain to wait for",
    "first_result_months.fut.for_scars": "not known",
    "first_result_months.fut.for_others": "not known",
    "first_result_months.fue.for_others": "not known",
    "combines_with.nothing": "no such thing: there is nothing to join",
    "oversight.nothing": "no such thing: there is nothing to watch over",
    "oversight.nothing.for_scars": "no such thing: there is nothing to watch over",
    "oversight.smp": "half and half: it differs by place",
    "visits.medication": "half and half: none for lotion from a shop",
    "upkeep.fut": "half and half: nothing for moved hair, medication for the rest",
    "upkeep.fue": "half and half: nothing for moved hair, medication for the rest",
    "reversible.smp": "half and half: it can be undone in part",
    "reversible.medication": "half and half: most can go back, and for some men problems last",
}
# The other answers to those questions, by what they tell in whatever words: one fact, one side.
SAME_FACTS: Mapping[str, Mapping[tuple[str, str], str]] = {
    "regrows_hair": {
        ("for", "hair grows where it was thin or bare, and tablets slow the loss"): (
            "medication medication.for_women fut fue fue.for_scars"
        ),
        ("against", "no hair grows"): "nothing nothing.for_others nothing.for_scars smp",
    },
    "cover_share": {
        ("against", "no bare skin is covered"): "nothing medication medication.for_scars",
        ("for", "by its figure"): "fut fut.for_women fut.for_scars fue fue.for_women fue.for_scars",
    },
    "first_result_months": {
        ("for", "on the same day"): "smp",
        ("against", "months later"): "medication medication.for_women fut fue fue.for_scars",
    },
    "combines_with": {
        ("for", "others go with it"): (
            "medication medication.for_women medication.for_others medication.for_whole_scalp "
            "smp smp.for_whole_scalp fut fue"
        ),
    },
    "oversight": {("for", "somebody watches over it everywhere"): "medication fut fue"},
    "risks": {
        ("against", "something can go wrong"): (
            "nothing nothing.for_others nothing.for_scars nothing.for_resting medication medication.for_men "
            "medication.for_women smp fut fue"
        ),
    },
    "donor": {
        ("for", "no donor hair is used"): (
            "nothing nothing.for_others nothing.for_scars "
            "medication medication.for_others medication.for_scars smp smp.for_others smp.for_scars"
        ),
        ("against", "what is used is used up"): "fut fut.for_women fue fue.for_women",
    },
    "reversible": {
        ("for", "yes"): "nothing medication.for_women",
        ("against", "no"): "fut fue",
    },
    "if_you_wait": {
        ("against", "it may do less later"): (
            "nothing nothing.for_others nothing.for_scars nothing.for_resting nothing.for_far "
            "medication medication.for_others medication.for_resting"
        ),
        ("for", "it can wait"): "smp fut fut.for_others fut.for_scars fue fue.for_others fue.for_scars",
    },
    "visits": {("for", "none"): "nothing", ("against", "some, at the low end too"): "smp fut fue"},
    "upkeep": {
        ("for", "nothing to do"): "nothing nothing.for_users fut.for_others fue.for_others",
        ("against", "something to do as long as it is to stay"): "medication medication.for_women smp",
    },
}
HALF_AND_HALF = re.compile(r"^In part|\bfor most\b|\bfor a time\b|\bdiffers by place\b|\boften advised\b")
# Questions whose figure decides the side, and the figure, if any, above which it speaks for an option.
BY_FIGURE: Mapping[str, str | None] = {
    "visits": None,
    "first_result_months": None,
    "cover_share": "for above",
}


# --- the gates ------------------------------------------------------------------------------------


def unbalanced(comparison: Comparison) -> list[str]:
    """The options that have two points more on one side than on the other; none when fair."""
    found: list[str] = []
    bare = cant_be_done(comparison, "fut")
    least = LEAST_OF_A_BARE_SCALP if bare else LEAST
    for option in OPTIONS:
        counts = Counter(row.cells[option].leans for row in comparison.rows)
        few = 0 if bare and option in SURGERY else least
        if abs(counts["for"] - counts["against"]) > 1 or min(counts["for"], counts["against"]) < few:
            found.append(f"{option}: {counts['for']} for, {counts['against']} against")
    return found


def cant_be_done(comparison: Comparison, option: str) -> bool:
    """Whether an option is not possible for this person, and says so where it asks about donor hair."""
    return any(
        row.id == "donor" and row.cells[option].say.startswith("Can't be done") for row in comparison.rows
    )


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


def leaning(comparison: ComparisonRules) -> dict[str, str]:
    """Every answer to a question that weighs, as row.option or row.option.for_whom, and its side."""
    return {
        ".".join(filter(None, (id_, option, name))): answer.leans
        for _, id_, row in comparison.questions()
        if row.weighs
        for option in OPTIONS
        for name in ("", *APART)
        if (answer := getattr(row.cell(option), name) if name else row.cell(option))
    }


def facts_on_two_sides(comparison: ComparisonRules) -> list[str]:
    """Answers that stand on another side than the others that tell the same fact in other words."""
    sides = leaning(comparison)
    return [
        f"{row}.{name} is {sides[f'{row}.{name}']}, but {fact} is {side}"
        for row, facts in SAME_FACTS.items()
        for (side, fact), names in facts.items()
        for name in names.split()
        if sides[f"{row}.{name}"] != side
    ]


def side_of_figure(row: str, weighs: str, cell: Cell, speaks_for: float) -> str:
    """The side that a figure with its range stands on, by the rule that is the same for all options."""
    assert cell.low is not None
    assert cell.high is not None
    if BY_FIGURE[row] is not None:
        return "against" if cell.high == 0 else "for" if cell.low > speaks_for else "neither"
    assert weighs in ("gives", "asks")
    return "for" if cell.high == 0 else "against" if cell.low > 0 else "neither"


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


def test_who_watches_over_smp_could_not_stand_against_it_for_everybody() -> None:
    """No pigment is approved in the US, but local rules watch over who does it: half and half, as elsewhere.

    Against it, it would leave SMP three points for it and five against where the whole scalp is bare.
    """
    comparison = fair_plan("another hair loss, the whole scalp, a woman, US").comparison
    rows = [turned(row, "smp", "against") if row.id == "oversight" else row for row in comparison.rows]
    assert unbalanced(replace(comparison, rows=tuple(rows))) == ["smp: 3 for, 5 against"]
    [told] = [row.cells["smp"].say for row in comparison.rows if row.id == "oversight"]
    assert "local rules apply, and no pigment is approved for injection" in told


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
    """Visits that are not asked; bare skin that is not covered."""
    rows = {row.id: row for row in fair_plan("a man, US").comparison.rows}
    for id_, at_nothing in (("visits", "for"), ("cover_share", "against")):
        for option, cell in rows[id_].cells.items():
            assert (cell.leans == at_nothing) is (cell.typical == 0), f"{id_}.{option}"


@pytest.mark.parametrize("name", PLANS)
def test_a_figure_stands_where_its_whole_range_stands(name: str, rules: RuleSet) -> None:
    """A range from nothing to something is half and half: days off from 0 to 5 spoke for SMP."""
    weighs = {id_: row.weighs for _, id_, row in rules.comparison.questions()}
    threshold = float(rules.surgery.cover_speaks_for.read().number)
    for row in fair_plan(name).comparison.rows:
        for option, cell in row.cells.items() if row.id in BY_FIGURE else ():
            if cell.typical is not None and not (cell.not_known or cell.withheld or cell.not_needed):
                side = side_of_figure(row.id, weighs[row.id] or "", cell, threshold)
                assert cell.leans == side, f"{row.id}.{option}"


def test_every_answer_that_leans_is_named_with_the_fact_it_tells(rules: RuleSet) -> None:
    named = [
        f"{row}.{name}"
        for row, facts in SAME_FACTS.items()
        for names in facts.values()
        for name in names.split()
    ]
    assert len(named) == len(set(named))
    assert {*named, *NEITHER} == leaning(rules.comparison).keys()


def test_the_same_fact_in_other_words_stands_on_the_same_side(rules: RuleSet) -> None:
    """Medication day by day spoke for surgery and against medication; own hair spoke for one of two."""
    assert facts_on_two_sides(rules.comparison) == []


def test_half_and_half_stands_on_neither_side(rules: RuleSet) -> None:
    for _, id_, row in rules.comparison.questions():
        for option in OPTIONS if row.weighs else ():
            cell = row.cell(option)
            for answer in (cell, *(getattr(cell, name) for name in APART)):
                if answer and HALF_AND_HALF.search(answer.say):
                    assert answer.leans == "neither", f"{id_}.{option}"


def test_how_a_lean_is_decided_is_told(rules: RuleSet) -> None:
    told = fair_plan("a man, US").comparison.leans_say
    assert told == rules.comparison.words.leans
    for words in ("gives", "takes", "same answer", "not known", "for you to say"):
        assert words in told
    for words in ("We chose them so that", "how many it has says nothing", "what it costs"):
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
    rows = [row for row in fair_plan("a man, US").comparison.rows if row.id == "regrows_hair"]
    assert told_two_ways(with_rows([turned(rows[0], "smp", "neither")])) == ["regrows_hair: No"]


def test_the_gate_sees_the_same_fact_told_two_ways_in_other_words(tmp_path: Path) -> None:
    """Sun care and touch-ups, on the side of nothing to do."""
    folder = tmp_path / "data"
    shutil.copytree(DATA, folder, ignore=shutil.ignore_patterns("clinics"))
    path = folder / "comparison" / "effort.yaml"
    rows = yaml.safe_load(path.read_text(encoding="utf-8"))
    rows["upkeep"]["cells"]["smp"]["leans"] = "for"
    path.write_text(yaml.safe_dump(rows, sort_keys=False, allow_unicode=True), encoding="utf-8")
    edited, _ = try_load(folder)
    assert edited is not None
    assert facts_on_two_sides(edited.comparison) == [
        "upkeep.smp is for, but something to do as long as it is to stay is against"
    ]


def test_the_gate_sees_figures_that_turn_to_and_fro() -> None:
    rows = [row for row in fair_plan("a man, US").comparison.rows if row.id == "visits"]
    assert turning(with_rows([turned(rows[0], "fut", "for")])) == ["visits"]


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
                if "your own hair" in cell.say:  # its hair counts too, so it is no number of grafts
                    assert re.search(rf" fill \d+ per cent .*at {full.number} per cm2", cell.say)
                    continue
                assert re.search(rf"gets enough: {full.number} grafts per cm2", cell.say)
                assert cell.say.startswith("With the plan's ")
