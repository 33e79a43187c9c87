"""Which rules made the plan, and what the clinic changed in them."""

from __future__ import annotations

from smp_planner.domain.plan import ClinicEdit, RulesEdition
from smp_planner.domain.words import number
from smp_planner.language.texts import N_, _
from smp_planner.views import html
from smp_planner.views.picture import show

MOVED = N_("Changed by the clinic: {parameter} from {before} to {after}. {reason}")
MOVED_FAR = N_(
    "Changed by the clinic: {parameter} from {before} to {after}. "
    "This is outside the recommended range. {reason}"
)


def show_edition(rules: RulesEdition) -> None:
    """The edition of the rules and every value that the clinic moved."""
    changes = [html.quiet(_told(edit)) for edit in rules.clinic_edits]
    made_by = _("Rules of {edition}, fingerprint {mark}.", edition=rules.edition, mark=rules.fingerprint)
    show(html.quiet(made_by), *changes)


def _told(edit: ClinicEdit) -> str:
    return _(
        MOVED_FAR if edit.outside_range else MOVED,
        parameter=edit.parameter,
        before=number(edit.from_),
        after=number(edit.to),
        reason=edit.reason,
    )
