"""When to call, and whom: the urgent signs, then the others by who helps."""

from __future__ import annotations

from collections.abc import Iterable

from smp_planner.domain.care import WarningSign
from smp_planner.domain.plan import RulesEdition
from smp_planner.language.texts import N_, _

IN_THE_DAY, AT_NIGHT = N_("The clinic, in the day"), N_("The clinic, at night and on days off")


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


def helpers(signs: Iterable[WarningSign]) -> list[str]:
    """Whom to call, each once, those for whom it is urgent first."""
    by_haste = sorted(signs, key=lambda sign: not sign.urgent)
    return list(dict.fromkeys(sign.whom for sign in by_haste))


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
