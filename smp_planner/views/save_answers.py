"""Save the answers as a small file, to go on with them another day or on another device."""

from __future__ import annotations

from smp_planner.domain.intake import Intake
from smp_planner.exports.plan_file import FILE_NAME, to_plan_file
from smp_planner.language.texts import N_, _
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.saved import saved_rules
from smp_planner.views import html
from smp_planner.views.file_button import file_button
from smp_planner.views.picture import show

TITLE = N_("Go on another day")
WHAT = N_(
    "A small file with your answers, health questions too, and no plan. Open it here again, on any device: "
    "your plan is made anew, and we tell you what has changed. Keep it where you keep private papers."
)


def offer_to_save(intake: Intake, rules: RuleSet) -> None:
    """A button for the file; it is made on the click and kept nowhere."""
    show(html.heading(_(TITLE)))
    file_button(
        _("Save my answers"), lambda: to_plan_file(intake, saved_rules(rules)).encode(), FILE_NAME,
        "application/json", key="save_answers",
    )  # fmt: skip
    show(html.quiet(_(WHAT)))
