"""The even tile: it is what its recipe makes, and every prefix of it is even."""

from __future__ import annotations

import textwrap
from base64 import b64encode
from hashlib import sha256

import numpy as np
import pytest

from smp_planner.pictures.tile import GRAIN, TILE, tile

PLACES, TRIED = 2048, 32_768


def nearest(places: int) -> np.ndarray:
    """How far the nearest neighbour of each of the first so many places is, over the seam too."""
    at = np.array(tile()[:places])
    apart = np.abs(at[:, None] - at[None])
    squares = (np.minimum(apart, GRAIN - apart) ** 2).sum(2)
    np.fill_diagonal(squares, GRAIN**2)
    return np.sqrt(squares.min(1))


def made() -> str:
    """The tile by its recipe: of the places tried, always the one furthest from all taken so far."""
    tried = [sha256(number.to_bytes(4, "big")).digest()[:3] for number in range(TRIED)]
    at = np.array([divmod(int.from_bytes(three, "big"), GRAIN) for three in tried])
    free = np.full(TRIED, 2 * GRAIN**2)
    taken, place = b"", 0
    for _ in range(PLACES):
        taken += tried[place]
        apart = np.abs(at - at[place])
        free = np.minimum(free, (np.minimum(apart, GRAIN - apart) ** 2).sum(1))
        place = int(free.argmax())
    return "\n".join(["", *textwrap.wrap(b64encode(taken).decode(), 104), ""])


def test_the_tile_is_what_its_recipe_makes() -> None:
    assert made() == TILE


def test_no_place_is_taken_twice() -> None:
    assert len(set(tile())) == len(tile()) == PLACES


@pytest.mark.parametrize("places", [128, 512, 1024, PLACES])
def test_the_first_so_many_places_are_spread_evenly(places: int) -> None:
    """No two stand close: dots thrown at random come fifty times closer; a honeycomb would have 1."""
    honeycomb = GRAIN * np.sqrt(2 / np.sqrt(3) / places)
    assert nearest(places).min() > 0.65 * honeycomb
    assert nearest(places).mean() > 0.8 * honeycomb
