"""Events that the dates suit, and would not if an answer that is missing made a limit longer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from smp_planner.domain.care import EventNote
from smp_planner.domain.intake import LifeEvent
from smp_planner.domain.provenance import Reading, Step
from smp_planner.domain.words import fill, joined, spoken
from smp_planner.planner.aftercare.lengths import CareLength, care_lengths
from smp_planner.planner.aftercare.windows import field_of_windows
from smp_planner.planner.appointments.clashes import Clash, find_clashes
from smp_planner.rules.ruleset import RuleSet


def note_maybe_longer(
    events: Sequence[LifeEvent], visits: Sequence[date], lengths: Mapping[str, CareLength], rules: RuleSet
) -> tuple[tuple[EventNote, ...], tuple[Step, ...]]:
    """Each event that falls within the most days that a limit may hold, in order, with what makes it so long.

    An event that clashes anyway is left out, as that is told of it.
    """
    found = tuple(_maybe_clashing(events, visits, lengths, rules))
    if not found:
        return (), ()
    notes = tuple(EventNote(event.name, event.from_, _say(clash, lengths, rules)) for event, clash in found)
    return notes, (_step([clash.rule for _event, clash in found], lengths, rules),)


def _maybe_clashing(
    events: Sequence[LifeEvent], visits: Sequence[date], lengths: Mapping[str, CareLength], rules: RuleSet
) -> Iterator[tuple[LifeEvent, Clash]]:
    most = {rule: length.at_most for rule, length in lengths.items()}
    days = care_lengths(lengths)
    if most == days:
        return
    for event in events:
        if event.kind != "be_ready" and not find_clashes(event, visits, days, rules):
            yield from ((event, clash) for clash in find_clashes(event, visits, most, rules))


def _say(clash: Clash, lengths: Mapping[str, CareLength], rules: RuleSet) -> str:
    book = rules.aftercare
    reasons = joined(lengths[clash.rule].unsure, comma=book.words["comma"], last=book.words["or"])
    limit = book.instructions[clash.rule].short
    return fill(book.event_words["maybe_longer"], reasons=reasons, limit=limit, to=spoken(clash.last))


def _step(behind: Sequence[str], lengths: Mapping[str, CareLength], rules: RuleSet) -> Step:
    of_rules = dict.fromkeys(behind)
    readings: list[Reading] = []
    for rule in of_rules:
        length = lengths[rule]
        readings += [*filter(None, (length.rule,)), *length.readings]
    return Step(
        field="aftercare.maybe_longer",
        value=len(behind),
        because=rules.aftercare.words["because_maybe_longer"],
        rules=tuple(readings),
        uses=tuple(map(field_of_windows, of_rules)),
    )
