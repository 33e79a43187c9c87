"""Which figures no clinic may set: what was counted or measured in people, and what other ways ask.

A clinic sets its own work, care and prices. Whoever sells one way must not write what studies found of it,
nor what the others do to people, take from them and cost (decision 27).
"""

FILES = ("comparison.", "hair.", "medication.", "options.", "risks.", "surgery.")
"""Rule files of studies and of the other ways: every figure in them."""
TABLES = ("touch_ups.fade.", "density.preview.natural_hair", "density.preview.hair_mm")
"""What was measured of fading and of hair, in files about a clinic's own work."""


def is_fixed(id_: str) -> bool:
    """Whether no clinic may set the figure of this id."""
    return id_.startswith((*FILES, *TABLES))
