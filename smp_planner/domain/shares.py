"""How sure a count of people is: the share that was counted, and the interval that fits it.

The interval is Wilson's at 95 per cent: E. B. Wilson, Probable inference, the law of succession, and
statistical inference, Journal of the American Statistical Association 22 (1927), 209-212. With p = count / n:

    (p + z^2 / 2n +- z * sqrt(p (1 - p) / n + z^2 / 4n^2)) / (1 + z^2 / n)

It stays within 0 and 1, also for few people, and for none or all of them.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from smp_planner.domain.quantities import Number, rounded

HUNDREDTHS = "0.01"
Z = Decimal("1.959964")  # of 95 per cent, both sides, in the normal distribution


class Share(NamedTuple):
    """People of 100: the share that was counted, and both ends of its interval."""

    low: Number
    typical: Number
    high: Number


def share_of(count: int, people: int) -> Share:
    """So many of the people counted, as a share of 100 people, to a hundredth.

    Raises ValueError where nobody was counted, or more had it than were counted.
    """
    if not 0 <= count <= people or not people:
        raise ValueError(f"{count} of {people} people is no share")
    share, squared = Decimal(count) / people, Z * Z
    middle = share + squared / (2 * people)
    reach = Z * (share * (1 - share) / people + squared / (4 * people * people)).sqrt()
    whole = 1 + squared / people
    ends = ((middle - reach) / whole, share, (middle + reach) / whole)
    return Share(*(rounded(100 * end, HUNDREDTHS) for end in ends))
