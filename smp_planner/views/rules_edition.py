"""Which rules made the plan, what the clinic changed in them, who prepared it, and whom to call."""

from __future__ import annotations

from collections.abc import Iterator

from smp_planner.domain.edition import RulesEdition
from smp_planner.exports.call_words import clinic_called, prepared_by
from smp_planner.exports.clinics_own import own_rules_told
from smp_planner.language.texts import _
from smp_planner.views import html


def edition(rules: RulesEdition) -> Iterator[str]:
    """The edition of the rules, each value that the clinic moved, and the clinic itself, as lines of HTML."""
    yield edition_line(rules)
    yield from (html.quiet(_told(change)) for change in own_rules_told(rules))
    if by := prepared_by(rules):
        yield html.quiet(f"{by}, {rules.clinic}.")
    yield from map(html.quiet, clinic_called(rules))


def edition_line(rules: RulesEdition) -> str:
    """The edition of the rules alone, as a line of HTML."""
    return html.quiet(
        _("Rules of {edition}, fingerprint {mark}.", edition=rules.edition, mark=rules.fingerprint)
    )


def _told(change: str) -> str:
    return _("Changed by the clinic: {change}", change=change)
