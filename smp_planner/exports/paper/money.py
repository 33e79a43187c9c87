"""Money: what is paid when, what that holds, what would change it; or why no price is shown."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from smp_planner.domain.plan import TreatmentPlan
from smp_planner.domain.quote import Quote
from smp_planner.domain.words import figure, money
from smp_planner.domain.years import Cost
from smp_planner.exports.money_words import (
    NO_PRICE,
    not_sums,
    not_sums_but_shown,
    now_told,
    whose_prices,
    years_told,
)
from smp_planner.exports.over_years import YEARS
from smp_planner.exports.paper.blocks import Block, Bullets, Heading, Paragraph, Section, Table
from smp_planner.exports.paper.notices import notices
from smp_planner.exports.paper.pictures import money_in_short
from smp_planner.exports.quote_words import (
    PAID_FOR,
    PAID_WHEN,
    beside_quote,
    ends_before_last,
    made_up,
    paid_when,
    validity,
)
from smp_planner.exports.what_if_words import what_ifs_to_confirm
from smp_planner.language.texts import N_, _

LAST = YEARS[-1]
WIDTHS, HALVES = (1, 2), (1, 1)
PAID_WIDTHS = (6, 3, 2)
NOT_A_QUOTE = N_("An estimate to plan with. It is not a quote. Ask for one written total.")


def what_it_costs(plan: TreatmentPlan, made_on: date | None = None, *, whole: bool = True) -> Section:
    """The amounts from low to high with all that belongs to them; what if one thing changes.

    In short all amounts are one table, with a picture of what every option comes to over the years; what is
    included is a sentence, and nothing changes. With the day on which the plan was made a quote says until
    which day it is valid.
    """
    cost = plan.cost
    blocks: tuple[Block, ...] = (
        *notices(plan),
        *(_priced(plan, cost, made_on, whole=whole) if cost else _not_priced()),
        *(_what_if(plan) if whole else ()),
    )
    return Section("money", _("Money"), blocks, together=not whole)


def _not_priced() -> Iterator[Block]:
    yield Paragraph(_(NO_PRICE))


def _priced(plan: TreatmentPlan, cost: Cost, made_on: date | None, *, whole: bool) -> Iterator[Block]:
    yield Paragraph(cost.tax if cost.quote else _(NOT_A_QUOTE))
    yield Paragraph(f"{whose_prices(cost, plan.rules)} {cost.goes_by}")
    head = (_("What"), _("Planned, from low to high"))
    course, *later = now_told(cost)
    share = (_("The same, spread over the visits: each"), money(cost.per_session))
    shares = () if cost.quote else (share,)  # a quote says what is paid at each visit
    now, in_all = (course, *shares, *later), tuple(years_told(cost))
    quoted = tuple(_quoted(plan, cost.quote)) if cost.quote else ()
    if whole:
        yield Table(_("What it costs"), head, now, WIDTHS)
        yield from quoted
        yield Table(_("In all over the years"), head, in_all, WIDTHS)
    else:
        yield Table(_("What it costs, and in all over the years"), head, (*now, *in_all), WIDTHS)
        if picture := money_in_short(plan, LAST):
            yield picture
        yield from quoted
    about = (
        not_sums_but_shown(plan) if whole else not_sums(plan),
        None if cost.quote else cost.tax,
        *_holds_until(plan, cost, made_on),
    )
    said = tuple(filter(None, about))
    yield from map(Paragraph, said if whole else (" ".join(said),))
    yield from _what_it_holds(cost) if whole else _holds_in_short(cost)
    removal = (cost.removal.say, cost.removal.not_known)
    yield Bullets(tuple(filter(None, (cost.course.note, *removal, *cost.notes))))


def _what_it_holds(cost: Cost) -> Iterator[Block]:
    yield Heading(_("Included"))
    yield Bullets(cost.included)
    yield Heading(_("Extra"))
    yield Bullets(cost.not_included)
    yield Heading(_("Good to know"))


def _holds_in_short(cost: Cost) -> Iterator[Block]:
    yield Paragraph(_("Included: {points}.", points="; ".join(cost.included)))
    yield Paragraph(_("Extra: {points}.", points="; ".join(cost.not_included)))


def _quoted(plan: TreatmentPlan, quote: Quote) -> Iterator[Block]:
    """What the price is made up of, what is paid when, and what belongs to both."""
    rows = tuple((what, amount) for _field, what, amount in made_up(quote))
    yield Table(_(PAID_FOR), (_("What"), _("Amount")), rows, HALVES, named=True)
    head = (_("What"), _("When"), _("Amount"))
    payments = tuple((what, day, amount) for _field, what, day, amount in paid_when(plan, quote))
    yield Table(_(PAID_WHEN), head, payments, PAID_WIDTHS, named=True)
    if beside := tuple(say for _field, say in beside_quote(quote)):
        yield Bullets(beside)


def _holds_until(plan: TreatmentPlan, cost: Cost, made_on: date | None) -> Iterator[str]:
    if cost.quote:
        yield validity(plan, cost.quote, made_on)
        return
    yield _("Good for {days} from the day you got it.", days=figure(cost.valid_days, "days"))
    yield ends_before_last(plan, cost.valid_days, made_on)


def _what_if(plan: TreatmentPlan) -> Iterator[Block]:
    if plan.what_if:
        yield Heading(_("What if"))
        yield Bullets(tuple(what_ifs_to_confirm(plan)))
