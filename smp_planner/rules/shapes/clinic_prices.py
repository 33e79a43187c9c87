"""A clinic's file, its prices: by visit, by stage, by area or by hour, and what belongs to a quote."""

from typing import Annotated, Literal

from pydantic import Field

from smp_planner.rules.figures import Number, Strict, Text


class VisitPrices(Strict):
    """What the first visit costs, and each later one; `for_scars`: each of a course for scars alone."""

    first: Number
    later: Number
    for_scars: Number | None = None


class StagePrices(Strict):
    """What a course costs at a stage; scar work alone at one price a course.

    An area that was not told as a stage costs what the smallest stage costs that covers as much.
    """

    norwood: dict[str, Number] = {}
    ludwig: dict[str, Number] = {}
    scars: Number | None = None


class AreaPrice(Strict):
    """What a course costs at one treated area."""

    cm2: Number
    price: Number


class Tax(Strict):
    """A tax on everything sold; `included`: the prices of the file hold it already."""

    name: Text
    percent: Number
    included: bool


class Deposit(Strict):
    """What is paid to book, as a share of the total or an amount, and when it is given back."""

    percent: Number | None = None
    amount: Number | None = None
    refund: Text


class FreeTouchUps(Strict):
    """Touch-ups that the course holds, within some months after its last visit."""

    visits: int
    within_months: int


class ClinicPrices(Strict):
    """What the clinic asks, in its currency; exactly one of `visit`, `stage`, `area` and `hour` is given.

    `extra_visit` goes with `stage` and `area`: by visit or by the hour a further visit has its price already.
    """

    visit: VisitPrices | None = None
    stage: StagePrices | None = None
    area: list[AreaPrice] | None = None
    hour: Number | None = None
    touch_up: Number
    extra_visit: Number | None = None
    patch_test: Number | None = None
    free_touch_ups: FreeTouchUps | None = None
    tax: Tax | None = None
    deposit: Deposit | None = None
    valid_days: int
    paid: Literal["by_visit", "before_the_first", "half_and_half"] = "by_visit"
    included: list[Text] = []
    not_included: list[Text] = []
    sources: Annotated[list[Text], Field(min_length=1)]
