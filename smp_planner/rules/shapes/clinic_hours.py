"""A clinic's file, its hours: when it is open, and on which days it is closed."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from smp_planner.rules.figures import Strict, Text

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


class ClosedDays(Strict):
    """Weekdays, single days, spans, and days of every year (`MM-DD` or a rule) on which it is closed."""

    days: list[Day] = []
    dates: list[date | ClosedSpan] = []
    yearly: list[Text | MovingHoliday | EasterHoliday] = []
