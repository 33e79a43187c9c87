"""How long the files to take home take, warm; a PDF beside as many empty pages by the same printer.

Each is made anew from a finished plan, as on the tap of its button.
"""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.effort import Effort
from benchmarks.timing import INTAKE, middle
from smp_planner.answers import read_intake
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.exports.ical import to_ics
from smp_planner.exports.paper.blocks import Paper, Paragraph, Section
from smp_planner.exports.paper.document import paper_of
from smp_planner.exports.paper.page import to_page
from smp_planner.exports.paper.pdf import Printer, to_pdf
from smp_planner.exports.paper.press import PRESS
from smp_planner.exports.paper.printer import printed
from smp_planner.exports.plan_file import to_plan_file
from smp_planner.exports.text import to_text
from smp_planner.exports.workbook import to_xlsx
from smp_planner.planner.dots.drawing import look_of
from smp_planner.planner.pipeline import plan_treatment
from smp_planner.rules.load import load_rules
from smp_planner.rules.saved import saved_rules

GOAL_MS = 50
PAGES = 12  # as many as the example in short has


def compare(effort: Effort) -> None:
    """Print a line a file; the PDF in short has a goal."""
    rules, intake = load_rules(), read_intake(INTAKE)
    plan = plan_treatment(intake, rules)
    assert isinstance(plan, TreatmentPlan)
    look = look_of(intake, rules)

    def pdf(*, whole: bool, printer: Printer = PRESS.printed) -> bytes:
        return to_pdf(paper_of(plan, look=look, whole=whole), size="letter", printer=printer)

    short, here, whole, empty = (_warm(work, effort.files) for work in (
        lambda: pdf(whole=False), lambda: pdf(whole=False, printer=printed), lambda: pdf(whole=True),
        lambda: to_pdf(_empty(PAGES), size="letter"),
    ))  # fmt: skip
    beside = f"{here / empty:.1f} times {PAGES} empty pages"
    print(f"PDF in short    {short:6.1f} ms (goal: at most {GOAL_MS})")
    print(f"  printed here  {here:6.1f} ms | {beside}")
    print(f"PDF, whole      {whole:6.1f} ms")
    print(f"{PAGES} empty pages  {empty:6.1f} ms")
    for name, work in (
        ("page in short", lambda: to_page(paper_of(plan, look=look))),
        ("spreadsheet", lambda: to_xlsx(plan)),
        ("text", lambda: to_text(plan)),
        ("calendar", lambda: to_ics(plan)),
        ("saved answers", lambda: to_plan_file(intake, saved_rules(rules))),
    ):
        print(f"{name:15} {_warm(work, effort.files):6.1f} ms")


def _empty(pages: int) -> Paper:
    """As many pages, each with a title and one line."""
    sections = tuple(
        Section(f"page_{page}", f"Page {page}", (Paragraph("A line."),), alone=True) for page in range(pages)
    )
    return Paper(
        title="Empty", person="", brand="", mark="", edition="", footer="", language="en", sections=sections
    )


def _warm(work: Callable[[], object], runs: int) -> float:
    """What the work takes once all is loaded."""
    work()
    return middle(work, runs)
