"""Hair and money as far ahead as somebody looks: which rows and points belong to those years, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from smp_planner.domain.comparison import CurvePoint, Row
from smp_planner.domain.plan import Compared, TreatmentPlan
from smp_planner.domain.plan_figures import HORIZONS, SURGERY
from smp_planner.domain.quantities import Number
from smp_planner.domain.words import between, number
from smp_planner.language.texts import N_, _
from smp_planner.pictures.curves import LOOKS, Line

YEARS = tuple(int(horizon.removesuffix("y")) for horizon in HORIZONS)
"""How many years ahead one may look."""
HAIR, MONEY, NOTHING = "hair", "cost", "nothing"
WITHOUT_MOVED, ON_TABLETS = N_("{told}, without the moved hair"), N_("{told}, on tablets alone")
BESIDE_MEDICINE = N_("{told}, beside your medicine")
OF_HAIR = dict.fromkeys(SURGERY, WITHOUT_MOVED) | {"medication": ON_TABLETS}
"""What the own hair of an option is of, where it isn't all of it."""
Curve = tuple[CurvePoint, ...]


class InNumbers(NamedTuple):
    """A curve of one option in words: the field that explains it, and its value at each year shown.

    `called` is the option with what its curve leaves out.
    """

    option: str
    called: str
    field: str
    values: tuple[str, ...]


class OverYears(NamedTuple):
    """Curves of one kind up to a year: `id` is their part in the record.

    `lines` are those that are known all along, to be drawn. `about` tells whom the curves describe, and why
    one is not known; `fields` are the steps behind them. `by_then` holds each option's value at the last
    year, `why_then` the step behind it where it has a curve, `in_numbers` the curves that there are at each
    year of `years`.
    """

    id: str
    title: str
    unit: str
    lines: tuple[Line, ...]
    about: tuple[str, ...]
    fields: tuple[str, ...]
    by_then: Mapping[str, str]
    why_then: Mapping[str, str]
    years: tuple[int, ...]
    in_numbers: tuple[InNumbers, ...]


def in_view(rows: Sequence[Row], years: int) -> tuple[list[Row], list[Row]]:
    """The rows that stand where somebody looks so many years ahead; then those of other years."""
    apart = [row for row in rows if _is_apart(row, years)]
    return [row for row in rows if row not in apart], apart


def _is_apart(row: Row, years: int) -> bool:
    """Whether a row tells of other years, or of no years but some further ahead."""
    reaches = int((row.reaches or "0y").removesuffix("y"))
    return row.horizon not in (None, f"{years}y") or reaches > years


def over_years(plan: Compared, years: int) -> Iterator[OverYears]:
    """The curves of hair, and of money where it is shown, up to a year."""
    lines = plan.comparison.curves
    yield _told(plan, HAIR, (_("Own hair"), _("% of today")), lines.hair, years)
    if isinstance(plan, TreatmentPlan) and plan.cost:
        yield _told(plan, MONEY, (_("Money spent"), plan.cost.currency), lines.cost, years)


def _told(
    plan: Compared, kind: str, named: tuple[str, str], curves: Mapping[str, Curve], years: int
) -> OverYears:
    names = {option.id: option.name for option in plan.comparison.options}
    shown = tuple(year for year in YEARS if year <= years)
    field = f"comparison.curves.{kind}"
    return OverYears(
        id=kind,
        title=named[0],
        unit=named[1],
        lines=tuple(
            Line(_what_is_in(plan, kind, id_, names[id_]), known, LOOKS[id_])
            for id_, curve in curves.items()
            if (known := _known(curve, years))
        ),
        about=tuple(_about(plan.comparison.curves.about, kind, names)),
        fields=tuple(f"{field}.{id_}" for id_ in curves),
        by_then={
            name: _by_then(plan, kind, id_, curves.get(id_, ()), years) + _of_tablets(plan, kind, id_, years)
            for id_, name in names.items()
        },
        why_then={name: f"{field}.{id_}" for id_, name in names.items() if id_ in curves},
        years=shown,
        in_numbers=tuple(
            InNumbers(
                option=names[id_],
                called=_what_is_in(plan, kind, id_, names[id_]),
                field=f"{field}.{id_}",
                values=tuple(_at(curve, year) for year in shown),
            )
            for id_, curve in curves.items()
            if curve
        ),
    )


def _what_is_in(plan: Compared, kind: str, option: str, told: str) -> str:
    """Words on a curve with what it is of: own hair counts no moved hair, and of medicines tablets alone.

    Else surgery would look as if it did nothing, and the money beside it as if it were that of tablets. Who
    goes on with a medicine pays for it, which the nothing of doing nothing does not hold.
    """
    if kind == HAIR and option in OF_HAIR:
        return _(OF_HAIR[option], told=told)
    if kind == MONEY and option == NOTHING and plan.intake.medication_now:
        return _(BESIDE_MEDICINE, told=told)
    return told


def _by_then(plan: Compared, kind: str, option: str, curve: Curve, year: int) -> str:
    """The value at the last year with what it leaves out, to stand beside those of other kinds."""
    told = _at(curve, year)
    return _what_is_in(plan, kind, option, told) if _point(curve, year) else told


def _of_tablets(plan: Compared, kind: str, option: str, years: int) -> str:
    """What tablets alone cost by then, where the money is that of both medicines: the own hair is theirs."""
    if kind != MONEY:
        return ""
    cells = next(row.cells for row in plan.comparison.rows if row.id == f"{MONEY}_{years}y")
    alone = (cells[option].parts or {}).get("tablets")
    if alone is None:
        return ""
    return _(", tablets alone {told}", told=f"{number(alone.typical)} ({between(alone.low, alone.high)})")


def _about(about: Mapping[str, str], kind: str, names: Mapping[str, str]) -> Iterator[str]:
    """Whom the curves of one kind describe and what one leaves out that others hold, then single options."""
    for whom, words in about.items():
        option = whom.removeprefix(f"{kind}.")
        if whom in (kind, f"{kind}.apart"):
            yield words
        elif option in names:
            yield _("{option}: {words}", option=names[option], words=words)


def _known(curve: Curve, years: int) -> Sequence[tuple[Number, Number, Number, Number]]:
    """The points up to a year of a curve that is known all along; none of one that isn't."""
    points = [
        (point.year, point.low, point.typical, point.high)
        for point in curve
        if point.low is not None and point.typical is not None and point.high is not None
    ]
    return [point for point in points if point[0] <= years] if len(points) == len(curve) else ()


def _at(curve: Curve, year: int) -> str:
    """The value of a curve at a year, with its band."""
    known = _point(curve, year)
    if known is None:
        return _("not known")
    low, typical, high = known
    if low == typical == high == 0:
        return number(typical)  # a sure nothing has no range
    return f"{number(typical)} ({between(low, high)})"


def _point(curve: Curve, year: int) -> tuple[Number, Number, Number] | None:
    """Low, typical and high at a year, where they are known."""
    point = next((point for point in curve if point.year == year), None)
    if point is None or point.low is None or point.typical is None or point.high is None:
        return None
    return point.low, point.typical, point.high
