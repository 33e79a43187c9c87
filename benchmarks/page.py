"""A changed answer to the finished page, beside an empty page of Streamlit's: time, and the server's work."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import cycle
from statistics import median, quantiles
from typing import NamedTuple

from benchmarks.effort import Effort
from benchmarks.servers import OURS, OURS_FOR_PATIENTS, STOCK, TUNED, TUNED_AND_SPARED, Page, Served, serving
from benchmarks.tab import Value
from benchmarks.visitor import Visitor, visiting

IN_A_ROW = 10  # changes of one visitor before the next one has his turn
DENSITIES = [float(dots) for dots in range(50, 201, 5)]
STAGES = [["III"], ["IV"], ["V"], ["VI"], ["VII"]]


class Play(NamedTuple):
    """What a visitor does: the page, what is done before, which answer is changed, and to what in turn."""

    name: str
    page: Page
    before: tuple[tuple[str, Value], ...]
    key: str
    values: list[Value]


class Seen(NamedTuple):
    """What came of it: milliseconds of each change, and of the server's processor for one change."""

    times: list[float]
    cpu: float

    @property
    def middle(self) -> float:
        """The time that half of the changes take at most."""
        return median(self.times)

    @property
    def slow(self) -> float:
        """The time that 95 of 100 changes take at most."""
        return quantiles(self.times, n=20)[-1]


TO_LOOKS = (("next", True), ("next", True))
STOCK_SLIDER = Play("stock empty page", STOCK, (), "density", [*DENSITIES])
TUNED_SLIDER = Play("tuned empty page", TUNED, (), "density", [*DENSITIES])
SPARED_SLIDER = Play("tuned and spared empty page", TUNED_AND_SPARED, (), "density", [*DENSITIES])
EMPTY_PLAYS = (STOCK_SLIDER, TUNED_SLIDER, SPARED_SLIDER)
OUR_PLAYS = (
    Play("clinic, In short, density", OURS, (), "density", [*DENSITIES]),
    Play("clinic, In short, stage", OURS, (), "norwood", [*STAGES]),
    Play("clinic, another part", OURS, (), "part", [["Visits"], ["Aftercare"], ["In short"]]),
    Play("patient, a step, density", OURS_FOR_PATIENTS, TO_LOOKS, "density", [*DENSITIES]),
)


def compare(effort: Effort) -> None:
    """Let all visitors play in turn, as a busy machine is then busy for all; print what they saw."""
    seen = _play((*EMPTY_PLAYS, *OUR_PLAYS), effort.rounds)
    stock, tuned = seen[STOCK_SLIDER.name], seen[TUNED_SLIDER.name]
    for name, one in seen.items():
        line = (
            f"{name:27s} {one.middle:6.1f} ms, 95 of 100 in {one.slow:6.1f} ms, processor {one.cpu:5.1f} ms"
        )
        if name not in {play.name for play in EMPTY_PLAYS}:
            line += (
                f" | {one.middle / stock.middle:.2f} of stock (goal 0.5)"
                f" | {one.middle / tuned.middle:.1f} times tuned (goal 3)"
                f", slow ones {one.slow / tuned.slow:.1f} (goal 5)"
            )
        print(line)


def _play(plays: tuple[Play, ...], rounds: int) -> dict[str, Seen]:
    with ExitStack() as open_:
        pages: dict[Page, Served] = {}
        for play in plays:
            if play.page not in pages:
                pages[play.page] = open_.enter_context(serving(play.page))
        turns = [_turn(play, pages[play.page], open_) for play in plays]
        _ = [turn() for turn in turns]  # nobody measures his first changes
        seen = [[turn() for turn in turns] for _ in range(rounds)]
    return {
        play.name: Seen(
            [ms for times, _ in own for ms in times], sum(cpu for _, cpu in own) / rounds / IN_A_ROW
        )
        for play, own in zip(plays, zip(*seen, strict=True), strict=True)
    }


def _turn(play: Play, served: Served, open_: ExitStack) -> Callable[[], tuple[list[float], float]]:
    """A visitor come so far, and his next changes: the time of each, and the server's work for all."""
    visitor = open_.enter_context(visiting(served.port))
    for key, value in play.before:
        visitor.change(key, value)
    values = cycle(play.values)
    return lambda: _change(visitor, served, play.key, values)


def _change(visitor: Visitor, served: Served, key: str, values: Iterator[Value]) -> tuple[list[float], float]:
    before = served.cpu_ms()
    times = [visitor.change(key, next(values)) for _ in range(IN_A_ROW)]
    return times, served.cpu_ms() - before
