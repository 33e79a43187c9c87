"""The packaged rules with one passage of one file changed, for tests that need other figures."""

from __future__ import annotations

import shutil
from pathlib import Path

from smp_planner.rules.load import DATA, load_rules
from smp_planner.rules.ruleset import RuleSet


def edited_rules(tmp_path: Path, file: str, old: str, new: str, *, region: str | None = None) -> RuleSet:
    """The rules after replacing `old`, which must stand once in the file, by `new`."""
    folder = tmp_path / "data"
    shutil.copytree(DATA, folder)
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{file} holds it {text.count(old)} times: {old}"
    path.write_text(text.replace(old, new), encoding="utf-8")
    return load_rules(folder, region=region)
