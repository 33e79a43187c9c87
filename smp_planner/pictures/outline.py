"""The smooth outline of an area that is made of cells in rows, every other row half a cell further."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

Cell = tuple[int, int]
"""Its row and its column."""
Corner = tuple[int, int]
"""In halves of a cell's width from the left, and in rows from the top."""
Point = tuple[float, float]

TIMES = 6  # how often each point moves towards its neighbours
LEAST = 16  # corners of the smallest stretch or hole that is drawn: one of fewer cells is a speck


def outlines(cells: Iterable[Cell]) -> Iterator[list[Corner]]:
    """The corners around each stretch of cells and around each hole, one after another, but for specks.

    Three cells meet in a corner, as bricks do in a wall: so an outline never touches itself.
    """
    edges: set[tuple[Corner, Corner]] = set()
    for row, column in cells:
        x = 2 * column + row % 2
        around = ((x, row), (x + 1, row), (x + 2, row), (x + 2, row + 1), (x + 1, row + 1), (x, row + 1))
        for here, there in zip(around, (*around[1:], around[0]), strict=True):
            if (there, here) in edges:
                edges.remove((there, here))  # it lies between two cells
            else:
                edges.add((here, there))
    after = dict(sorted(edges))
    while after:
        corner, following = after.popitem()
        loop = [corner]
        while following != loop[0]:
            loop.append(following)
            following = after.pop(following)
        if len(loop) >= LEAST:
            yield loop


def smooth(points: Sequence[Point]) -> Sequence[Point]:
    """The points of a closed line without its steps: each as the mean of itself and its neighbours."""
    for _ in range(TIMES):
        before, after = (points[-1], *points[:-1]), (*points[1:], points[0])
        points = [
            ((a[0] + 2 * b[0] + c[0]) / 4, (a[1] + 2 * b[1] + c[1]) / 4)
            for a, b, c in zip(before, points, after, strict=True)
        ]
    return points


def curve(points: Sequence[Point]) -> str:
    """A closed curve along every third point, as the data of an SVG path."""
    bends = points[::3]
    middles = [
        ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in zip((bends[-1], *bends), bends, strict=False)
    ]
    drawn = (
        f"Q{_told(bend)} {_told(to)}" for bend, to in zip(bends, (*middles[1:], middles[0]), strict=True)
    )
    return f"M{_told(middles[0])}{''.join(drawn)}Z"


def _told(point: Point) -> str:
    return f"{point[0]:.1f} {point[1]:.1f}"
