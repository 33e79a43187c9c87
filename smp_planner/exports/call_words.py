"""When to call, and whom: the urgent signs, then the others by who helps."""

from __future__ import annotations

from collections.abc import Iterable

from smp_planner.domain.care import WarningSign
from smp_planner.domain.edition import RulesEdition
from smp_planner.domain.words import sentence
from smp_planner.language.texts import N_, _

IN_THE_DAY, AT_NIGHT = N_("The clinic, in the day"), N_("The clinic, at night and on days off")
WHEN = N_("{whom}: {signs}.")


def urgent(signs: Iterable[WarningSign]) -> list[WarningSign]:
    """The signs for which somebody calls at once."""
    return [sign for sign in signs if sign.urgent]


def soon(signs: Iterable[WarningSign]) -> list[WarningSign]:
    """The signs that are not urgent."""
    return [sign for sign in signs if not sign.urgent]


def by_whom(signs: Iterable[WarningSign]) -> dict[str, list[str]]:
    """What the signs say, by who helps."""
    by_whom: dict[str, list[str]] = {}
    for sign in signs:
        by_whom.setdefault(sign.whom, []).append(sign.say)
    return by_whom


def called_when(signs: Iterable[WarningSign]) -> tuple[str, ...]:
    """A line for each whom to call, with the signs in short; those for whom it is urgent first."""
    in_short: dict[str, list[str]] = {}
    for sign in sorted(signs, key=lambda sign: not sign.urgent):
        in_short.setdefault(sign.whom, []).append(sign.short or sign.say.rstrip("."))
    return tuple(_(WHEN, whom=sentence(whom), signs="; ".join(said)) for whom, said in in_short.items())


def clinic_numbers(rules: RulesEdition) -> tuple[tuple[str, str], ...]:
    """When the clinic can be called, and how; nothing where it hasn't said."""
    contact = rules.profile.contact if rules.profile else None
    if contact is None:
        return ()
    return (_(IN_THE_DAY), contact.in_hours), (_(AT_NIGHT), contact.out_of_hours)


def clinic_called(rules: RulesEdition) -> tuple[str, ...]:
    """The same, a line for each."""
    return tuple(f"{when}: {number}" for when, number in clinic_numbers(rules))


def prepared_by(rules: RulesEdition) -> str:
    """Who prepared the plan; nothing where the clinic hasn't said."""
    by = rules.profile.prepared_by if rules.profile else None
    return _("Prepared by {name}", name=by) if by else ""
