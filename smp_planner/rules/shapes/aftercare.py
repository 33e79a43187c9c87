"""aftercare.yaml: before, avoid, do, expect, call."""

from typing import Annotated, Literal

from pydantic import Field

from smp_planner.domain.care import CalendarRow
from smp_planner.rules.figures import Basis, Cited, Figure, Strict, Table, Text, Words
from smp_planner.rules.shapes.rule_file import RuleFile


class OnCalendar(Strict):
    """How a main limit stands on the sheet of a month: its row, its word there, and what that means."""

    row: CalendarRow
    word: Words
    means: Words


class Instruction(Cited):
    """What to avoid, do or expect, from one day after a visit to another (visit = day 0).

    It begins on `from_day` or the day after the rule named in `starts_after` ends (else on day 0),
    and ends on `to_day` or together with the rule named in `ends_with`; those rules stand above it.
    `spf` is the sun protection factor that its words ask for. `said_by` names a stricter rule, on whose
    days this one needs no words of its own. `say_in_hair` and `short_in_hair` are said in place of `say` and
    `short` where the dots go between hair that isn't shaved. `for_good` is what of it is kept up once its
    days after the last visit are over.
    """

    name: Words
    short: Words
    short_in_hair: Words | None = None
    said_by: Text | None = None
    calendar: OnCalendar | None = None
    kind: Literal["avoid", "do", "expect"]
    say: Words
    say_in_hair: Words | None = None
    for_good: Words | None = None
    after: Literal["each_session", "last_session"] = "each_session"
    from_day: Figure | None = None
    starts_after: Text | None = None
    to_day: Figure | None = None
    ends_with: Text | None = None
    longer_for: Table | None = None
    spf: Figure | None = None
    why: Words
    differs: Words | None = None


class BeforeVisit(Cited):
    """What to do or leave before a visit, up to the visit itself.

    It holds on no day of the rule named in `starts_after`: not before that has ended for the
    visit before, and not on the day of its own visit where the rule begins on it. What is `done_before`
    ends as many days before the visit as the short end of its range says, the day before at the latest, or
    on the last day before that on which the clinic is open.
    """

    name: Words
    short: Words
    short_in_hair: Words | None = None
    say: Words
    say_in_hair: Words | None = None
    days: Figure
    first_visit_only: bool = False
    done_before: bool = False
    starts_after: Text | None = None
    basis: Basis


class Call(Cited):
    """A warning sign and whom to call; `short` is the sign in a line with others."""

    short: Words
    say: Words
    whom: Words
    urgent: bool
    basis: Basis


class Emergency(Strict):
    """The number to call at once: as every text has it, and by region alone."""

    everywhere: Words
    in_region: dict[str, Words]


class Summer(Cited):
    """Months in which the sun is strong, by region."""

    months: dict[str, list[Text]]
    basis: Basis
    note: Words | None = None


class EventsBefore(Strict):
    """Which preparation each kind of event keeps clear of, besides the rule after a visit."""

    sun: Text


class EventsTogether(Strict):
    """Which kinds of event one kind counts as, all at once."""

    sun_and_swimming: Annotated[list[Literal["sun", "sport", "swimming"]], Field(min_length=1)]


class EventsShown(Strict):
    """Which rule tells for how long after a visit others can see it."""

    be_ready: Text


class AftercareRules(RuleFile):
    """aftercare.yaml: before, avoid, do, expect, call."""

    instructions: dict[str, Instruction]
    before: dict[str, BeforeVisit]
    emergency: Emergency
    call_if: dict[str, Call]
    summer: Summer
    events: dict[str, Text]
    events_together: EventsTogether
    events_before: EventsBefore
    events_shown: EventsShown
    event_words: dict[str, Words]
    words: dict[str, Words]
