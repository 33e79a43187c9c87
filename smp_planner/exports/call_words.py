"""When to call, and whom: the urgent signs, then the others by who helps."""

from __future__ import annotations

from collections.abc import Iterable

from smp_planner.domain.care import WarningSign


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
