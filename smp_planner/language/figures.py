"""How numbers, money and the time of day are written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import time
from decimal import Decimal
from typing import Protocol

SIGNS: Mapping[str, str] = {"USD": "$", "GBP": "£"}


class Figures(Protocol):
    """What can be written of figures."""

    def number(self, value: int | Decimal) -> str:
        """A number with its thousands parted: 25,500 or 2.5."""
        ...

    def money(self, value: int | Decimal, currency: str, *, cents: bool = False) -> str:
        """An amount, with cents where it has some or stands beside one that has: $2,800."""
        ...

    def per_cent(self, value: int | Decimal) -> str:
        """Parts of a hundred: 45%."""
        ...

    def clock(self, at: time) -> str:
        """A time of day: 09:30."""
        ...

    def row(self, parts: Sequence[str]) -> str:
        """Things that stand together: a, b and c."""
        ...


class OwnFigures:
    """The English that is written where nobody's locale is known; it needs no locale data."""

    def number(self, value: int | Decimal) -> str:
        """A number with its thousands parted by commas."""
        return f"{value:,}" if type(value) is int else f"{value:,f}"

    def money(self, value: int | Decimal, currency: str, *, cents: bool = False) -> str:
        """An amount after the sign of its own country."""
        cents = cents or (type(value) is not int and value != int(value))
        return f"{SIGNS[currency]}{value:,.2f}" if cents else f"{SIGNS[currency]}{int(value):,}"

    def per_cent(self, value: int | Decimal) -> str:
        """Parts of a hundred."""
        return f"{self.number(value)}%"

    def clock(self, at: time) -> str:
        """A time of a day of 24 hours."""
        return f"{at:%H:%M}"

    def row(self, parts: Sequence[str]) -> str:
        """Things that stand together, without a comma before the last."""
        return " and ".join(part for part in (", ".join(parts[:-1]), *parts[-1:]) if part)
