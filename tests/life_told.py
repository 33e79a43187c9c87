"""What it is to live with each option: whether its words are real and its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from smp_planner.domain.plan_figures import SURGERY

LIVE = ("live_body", "live_mind", "live_social")  # body, mind, other people
LEAST = 6  # words of an answer


def told_alike(lives: Mapping[str, Sequence[str]]) -> list[str]:
    """What is wrong with the words for body, mind and other people, by option; none when all is well.

    Both kinds of surgery may share an answer; other options share none.
    """
    found: list[str] = []
    for option, told in lives.items():
        if min(len(say.split()) for say in told) < LEAST:
            found.append(f"{option}: is told in too few words")
        if len(set(told)) < len(told):
            found.append(f"{option}: is told the same of two of the three")
    for place in range(len(LIVE)):
        says = ["surgery" if option in SURGERY else option for option in lives]
        by_say: dict[str, set[str]] = {}
        for name, told in zip(says, lives.values(), strict=True):
            by_say.setdefault(told[place], set()).add(name)
        found += [f"{LIVE[place]}: {say}" for say, names in by_say.items() if len(names) > 1]
    return found
