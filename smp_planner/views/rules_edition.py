"""Which rules made the plan, and what the clinic changed in them."""

from __future__ import annotations

from smp_planner.domain.plan import ClinicEdit, RulesEdition
from smp_planner.views import html
from smp_planner.views.picture import show


def show_edition(rules: RulesEdition) -> None:
    """The edition of the rules and every value that the clinic moved."""
    changes = [html.quiet(_told(edit)) for edit in rules.clinic_edits]
    show(html.quiet(f"Rules of {rules.edition}, fingerprint {rules.fingerprint}."), *changes)


def _told(edit: ClinicEdit) -> str:
    outside = " This is outside the recommended range." if edit.outside_range else ""
    return f"Changed by the clinic: {edit.parameter} from {edit.from_} to {edit.to}.{outside} {edit.reason}"
