"""A clinic with rules of its own, for tests: exercise from day 5, checks every 3 to 5 years, both signed."""

from __future__ import annotations

from pathlib import Path

from smp_planner.rules.load import load_rules
from smp_planner.rules.ruleset import RuleSet

SIGNED = "sources: [ours], signed: {by: Dr A. Example, on: 2026-11-01}"
NAMED = """\
name: Own clinic
region: UK
sources:
  ours: {title: Our protocol, kind: clinic, grade: very_low, read_on: 2026-11-01}
"""
EXERCISE = f"""
  aftercare.instructions.heavy_exercise.to_day:
    {{value: 4, range: [4, 7], reason: Our clients train from day 5., {SIGNED}}}
"""
CHECKS = f"""
  touch_ups.interval_months: {{value: 48, range: [36, 60], reason: Our pigment holds., {SIGNED}}}
"""


def own_clinic(folder: Path, *, exceptions: str = "", overrides: str = "", instructions: str = "") -> RuleSet:
    """The packaged rules under a clinic that states these, each as lines of YAML."""
    path = folder / "clinic.yaml"
    tables = {"exceptions": exceptions, "overrides": overrides, "instructions": instructions}
    stated = "".join(f"{name}:{lines}\n" for name, lines in tables.items() if lines)
    path.write_text(f"{NAMED}{stated}", encoding="utf-8")
    return load_rules(clinic=path)
