"""What the entries of a calendar file are called, both ways, to be seen before anybody takes it along."""

from __future__ import annotations

from typing import NamedTuple

from smp_planner.domain.plan import Compared, Referral
from smp_planner.exports.ical_entries import entries_of
from smp_planner.exports.standing import not_sure_yet, waits
from smp_planner.language.texts import N_, _

ASK_AGAIN, ASK_AGAIN_FULL = N_("Reminder: ask again"), N_("Ask again about SMP")


class Titles(NamedTuple):
    """What one kind of entry is called: so that others learn nothing from it, and in full."""

    discreet: str
    full: str


def as_told(plan: Compared, words: str) -> str:
    """The title of an entry, which says so where its days wait."""
    return not_sure_yet(words) if waits(plan) else words


def titles_of(plan: Compared) -> tuple[Titles, ...]:
    """One title of each kind: the first visit, each limit, the check; of a referral, to ask again."""
    if isinstance(plan, Referral):
        return (Titles(_(ASK_AGAIN), _(ASK_AGAIN_FULL)),)
    kinds: dict[str, Titles] = {}
    for entry in sorted(entries_of(plan), key=lambda entry: not entry.is_visit):
        titles = Titles(as_told(plan, entry.discreet), as_told(plan, entry.full))
        kinds.setdefault("visit" if entry.is_visit else entry.discreet, titles)
    return tuple(kinds.values())
