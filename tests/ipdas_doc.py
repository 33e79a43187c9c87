"""How the planner stands against the list for decision aids, as a document: docs/reference/ipdas.md."""

from __future__ import annotations

from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.shapes.ipdas import IpdasPointRule
from tests.ipdas_marks import ROOT, proofs

DOCUMENT = ROOT / "docs" / "reference" / "ipdas.md"
HEAD = """# Against the list for patient decision aids

IPDASi v4.0 (Joseph-Williams 2014) lists 44 points in three groups. This is what the makers found when they
went through it themselves, in their own words. Nobody else has checked it, and no body has given it a mark.
A point is met where tests prove it: tests that bear its id, are collected, are never skipped, and pass. A
point that needs people is not done yet, as none were asked. The page shows the same list under "Who says
so". Written from `data/ipdas.yaml` and the tests: change an entry or a mark there, then run
`python -m pytest tests/test_ipdas_doc.py --rewrite-goldens`.
"""


def points_of(rules: RuleSet) -> dict[str, IpdasPointRule]:
    """Every point by its id, in the order of the list."""
    return {id_: point for group in rules.ipdas.groups.values() for id_, point in group.points.items()}


def render_ipdas(rules: RuleSet) -> str:
    """The whole document: the counts, then a table for each group."""
    status = [point.status for point in points_of(rules).values()]
    met, partly, open_, apart = (status.count(one) for one in ("met", "in_part", "not_done", "not_for_this"))
    lines = [
        HEAD,
        f"{len(status)} points: {met} met, {partly} met in part, {open_} not done yet, "
        f"{apart} not for this kind of tool.",
    ]
    for group in rules.ipdas.groups.values():
        lines += [
            "",
            f"## {group.title}",
            "",
            "| Point | What it asks | Status | How, or what is missing | Tests |",
        ]
        lines += ["|---|---|---|---|---|", *(_row(id_, point, rules) for id_, point in group.points.items())]
    return "\n".join(lines) + "\n"


def _row(id_: str, point: IpdasPointRule, rules: RuleSet) -> str:
    words = rules.ipdas.words
    tests = "<br>".join(f"`{test.removeprefix('tests/')}`" for test in proofs().get(id_, ()))
    told = getattr(words, point.status)
    return f"| {id_} | {point.asks} | {told} | {point.how or words.of_tests} | {tests} |"
