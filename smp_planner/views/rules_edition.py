"""Which rules made the plan, and what the clinic changed in them."""

from __future__ import annotations

from collections.abc import Iterator

from smp_planner.domain.plan import ClinicEdit, RulesEdition
from smp_planner.exports.wording import moved
from smp_planner.language.texts import _
from smp_planner.views import html


def edition(rules: RulesEdition) -> Iterator[str]:
    """The edition of the rules and every value that the clinic moved, as lines of HTML."""
    yield edition_line(rules)
    yield from (html.quiet(_told(edit)) for edit in rules.clinic_edits)


def edition_line(rules: RulesEdition) -> str:
    """The edition of the rules alone, as a line of HTML."""
    return html.quiet(
        _("Rules of {edition}, fingerprint {mark}.", edition=rules.edition, mark=rules.fingerprint)
    )


def _told(edit: ClinicEdit) -> str:
    return _("Changed by the clinic: {change}", change=moved(edit))
