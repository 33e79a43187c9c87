"""The even tile: it is what its recipe makes, and every prefix of it is even."""

from __future__ import annotations

import textwrap
from base64 import b64encode
from hashlib import sha256

import numpy as np
import pytest

from smp_planner.pictures.tile import GRAIN, TILE, tile

PLACES, TRIED = 2048, 128


def nearest(places: int) -> np.ndarray:
    """How far the nearest neighbour of each of the first so many places is, over the seam too."""
    at = np.array(tile()[:places])
    apart = np.abs(at[:, None] - at[None])
    squares = (np.minimum(apart, GRAIN - apart) ** 2).sum(2)
    np.fill_diagonal(squares, GRAIN**2)
    return np.sqrt(squares.min(1))


def made() -> str:
    """The tile by its recipe: each place is the one of some tried that lies furthest from all before it.

    The best of all places would grow into a grid; the best of a few stays irregular, as hair is.
    """
    taken = np.zeros((PLACES, 2), np.int32)
    taken[0] = tried(0, 1)
    for number in range(1, PLACES):
        here = tried(number, TRIED)
        across, along = (np.abs(here[:, None, side] - taken[None, :number, side]) for side in (0, 1))
        across, along = np.minimum(across, GRAIN - across), np.minimum(along, GRAIN - along)
        taken[number] = here[int((across**2 + along**2).min(1).argmax())]
    packed = b"".join(int(x * GRAIN + y).to_bytes(3, "big") for x, y in taken)
    return "\n".join(["", *textwrap.wrap(b64encode(packed).decode(), 104), ""])


def tried(number: int, count: int) -> np.ndarray:
    """Places by chance, always the same ones."""
    names = (sha256(f"{number}.{attempt}".encode()).digest()[:3] for attempt in range(count))
    return np.array([divmod(int.from_bytes(name, "big"), GRAIN) for name in names], np.int32)


def test_the_tile_is_what_its_recipe_makes() -> None:
    assert made() == TILE


def test_no_place_is_taken_twice() -> None:
    assert len(set(tile())) == len(tile()) == PLACES


@pytest.mark.parametrize("places", [128, 512, 1024, PLACES])
def test_the_first_so_many_places_are_spread_evenly(places: int) -> None:
    """No two stand close: dots thrown at random come fifty times closer; a honeycomb would have 1."""
    honeycomb = GRAIN * np.sqrt(2 / np.sqrt(3) / places)
    assert nearest(places).min() > 0.55 * honeycomb
    assert nearest(places).mean() > 0.75 * honeycomb
