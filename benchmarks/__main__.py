"""Measure engine, look, files, page beside what they stand on; a line a claim, with both sides of its ratio.

`python -m benchmarks` takes some minutes, `python -m benchmarks page` only what it names; `--quick` takes
each measure once, to see that it runs. What takes a quarter of an hour is measured only where it is named.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from importlib import import_module

from benchmarks.effort import QUICK, THOROUGH
from benchmarks.machine import machine

PARTS = ("engine", "look", "files", "page", "browser")  # modules, each loaded only once it is its turn
LONG = ("load", "memory")
HELP = f"{', '.join(PARTS)}; all of these without one; {' and '.join(LONG)} where they are named"


def main(arguments: Sequence[str]) -> None:
    """Run every comparison and print it."""
    parser = ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="each measure once: shows that it runs")
    parser.add_argument("parts", nargs="*", metavar="part", help=HELP)
    asked = parser.parse_args(arguments)
    if unknown := set(asked.parts) - {*PARTS, *LONG}:
        parser.error(f"no part is called {', '.join(sorted(unknown))}")
    print(machine())
    for name in (*PARTS, *LONG):
        if name in (asked.parts or PARTS):
            import_module(f"benchmarks.{name}").compare(QUICK if asked.quick else THOROUGH)


if __name__ == "__main__":
    main(sys.argv[1:])
