"""A clinic's file, its hours: when it is open, and on which days it is closed."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from smp_planner.rules.figures import Saying, Strict, Text

Day = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
Month = Literal["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
Which = Literal["first", "second", "third", "fourth", "last"]
FARTHEST_FROM_EASTER = 100  # days
LONGEST_CLOSED = 366  # days in one span: nobody can be planned where a clinic is closed for years


class ClosedSpan(Strict):
    """Days in a row on which the clinic is closed, both ends included; 366 at most."""

    from_: Annotated[date, Field(alias="from")]
    to: date


class MovingHoliday(Strict):
    """A holiday that falls on a weekday of a month: the last Monday of August."""

    the: Which
    weekday: Day
    of: Month


class EasterHoliday(Strict):
    """A holiday so many days after Easter Sunday; Good Friday is -2."""

    days_after_easter: int


Yearly = Text | MovingHoliday | EasterHoliday


class ClosedDays(Strict):
    """Weekdays, single days, spans, and days of every year (`MM-DD` or a rule) on which it is closed.

    `yearly` is None where none are named, and then the holidays of the base rules hold.
    """

    days: list[Day] = []
    dates: list[date | ClosedSpan] = []
    yearly: list[Yearly] | None = None


class HolidayRule(Saying):
    """Days of every year on which hardly any clinic works, or on which some are closed."""

    yearly: list[Yearly]


class Holidays(Strict):
    """Those of every region, and by region those that come on top.

    On those `around_christmas`, and on those `perhaps` in a region, only some clinics close.
    """

    everywhere: HolidayRule
    in_region: dict[str, HolidayRule]
    around_christmas: HolidayRule
    perhaps: dict[str, HolidayRule]
