"""Two sets of rules beside each other: every figure and every other key that differs, with its place."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from smp_planner.domain.differences import NOTHING
from smp_planner.domain.rule_changes import RuleChanges
from smp_planner.rules.compare import Side, rule_changes
from smp_planner.rules.load import DATA, assembled, read_layer
from tests.packaged_rules import packaged_rules

OURS = "name: Ours\noverrides:\n  {id}: {{value: {value}, reason: {reason}, sources: [our-judgement]}}\n"
GAP = "sessions.gaps.second_to_third"


def side(folder: Path | None = None, clinic: Path | None = None) -> Side:
    """Rules that have no problem, read and assembled."""
    layer, problems = read_layer(folder, clinic=clinic)
    assert problems == []
    return Side(layer, assembled(layer, None))


def clinic_side(tmp_path: Path, name: str, text: str) -> Side:
    path = tmp_path / f"{name}.yaml"
    path.write_text(text)
    return side(clinic=path)


def against_base(tmp_path: Path, file: str, old: str, new: str) -> RuleChanges:
    """The packaged rules beside a copy of them in which `new` stands for every `old` of a file."""
    folder = tmp_path / "data"
    shutil.copytree(DATA, folder)
    path = folder / file
    text, count = re.subn(old, new, path.read_text(encoding="utf-8"), count=1, flags=re.MULTILINE)
    assert count == 1
    path.write_text(text, encoding="utf-8")
    return rule_changes(side(), side(folder))


def test_the_same_rules_differ_in_nothing() -> None:
    assert rule_changes(side(), side()) == RuleChanges((), ())


def test_comments_and_empty_lines_are_no_difference(tmp_path: Path) -> None:
    assert against_base(tmp_path, "sessions.yaml", r"^reviewed:", "# more\n\nreviewed:") == RuleChanges(
        (), ()
    )


def test_a_figure_of_a_folder_is_told_with_both_places(tmp_path: Path) -> None:
    base = packaged_rules().sessions.count.read()
    told = against_base(tmp_path, "sessions.yaml", rf"^  value: {base.value}$", "  value: 4")
    (moved,) = told.figures
    assert (moved.id, moved.label) == ("sessions.count", base.label)
    assert (moved.before.value, moved.after.value) == (base.value, 4)
    assert [reading.place for reading in moved[2:]] == [base.place, f"{tmp_path}/{base.place}"]
    assert told.keys == ()


def test_a_count_of_people_is_told_as_the_figure_that_follows_from_it(tmp_path: Path) -> None:
    told = against_base(tmp_path, "comparison/sure.yaml", r"of: \[42, 43\]", "of: [41, 43]")
    (moved,) = told.figures
    assert moved.before.value != moved.after.value
    assert told.keys == ()


def test_a_text_a_source_and_the_limits_of_a_table_are_told_by_the_id_of_their_rule(tmp_path: Path) -> None:
    (text,) = against_base(tmp_path / "a", "technique.yaml", r"say: \"", 'say: "So: ').keys
    assert text.id.endswith(".say")
    assert (str(text.after), text.place_after != "") == (f"So: {text.before}", True)
    (source,) = against_base(tmp_path / "b", "sources.yaml", r"year: 20\d\d", "year: 1999").keys
    assert (source.id.split(".")[0], source.id.split(".")[2], source.after) == ("sources", "year", 1999)
    (limits,) = against_base(
        tmp_path / "c", "sessions.yaml", r"^  limits: \[7, 90\]$", "  limits: [7, 91]"
    ).keys
    assert (limits.id, limits.before, limits.after) == ("sessions.gaps.limits", [7, 90], [7, 91])


def test_a_key_that_one_folder_has_alone_is_told_with_one_place(tmp_path: Path) -> None:
    row = "  {label: Months before pigment"
    told = against_base(
        tmp_path, "touch_ups.yaml", re.escape(row), row.replace("{", "{differs: Some come sooner., ")
    )
    (added,) = told.keys
    assert (added.id, added.before, added.after) == (
        "touch_ups.earliest_months.differs",
        NOTHING,
        "Some come sooner.",
    )
    assert (added.place_before, added.place_after.split(":")[-1]) == ("", "4")


def test_what_a_clinic_moves_is_told_once_with_its_reason(tmp_path: Path) -> None:
    ours = clinic_side(tmp_path, "ours", OURS.format(id=GAP, value=21, reason="so"))
    told = rule_changes(side(), ours)
    assert [(moved.id, moved.after.set_by) for moved in told.figures] == [(GAP, "Ours: so")]
    assert [(key.id, key.after) for key in told.keys] == [("clinic.name", "Ours")]
    gone = rule_changes(ours, side())
    assert [(key.id, key.before, key.after, key.place_after) for key in gone.keys] == [
        ("clinic.name", "Ours", NOTHING, "")
    ]


def test_another_reason_for_the_same_value_is_told_as_a_key(tmp_path: Path) -> None:
    one, other = (
        clinic_side(tmp_path, reason, OURS.format(id=GAP, value=21, reason=reason))
        for reason in ("so", "thus")
    )
    told = rule_changes(one, other)
    assert told.figures == ()
    assert [(key.id, key.before, key.after) for key in told.keys] == [
        (f"clinic.overrides.{GAP}.reason", "so", "thus")
    ]
