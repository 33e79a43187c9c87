"""How the range behind a figure reads, said once over everything that compares the options."""

from __future__ import annotations

from smp_planner.language.texts import N_

HOW_RANGES_READ = N_(
    "In brackets after a figure stands its range, from low to high. “One study” there means that one study "
    "alone gave the figure, so its range is not known."
)
