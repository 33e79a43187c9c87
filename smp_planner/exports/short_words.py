"""What a rule of the aftercare asks for, in the few words that fit on a calendar."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from smp_planner.exports.wording import MAIN_LIMITS

# In the order in which the limits end after a visit.
AVOID: Mapping[str, str] = {
    "touching": MAIN_LIMITS["touching"],
    "creams": "No cream or oil",
    "tight_hats": "No tight hat",
    "shampoo": MAIN_LIMITS["shampoo"],
    "foil_shave": "No foil shaver",
    "normal_shampoo": "No normal shampoo",
    "razor": "No razor",
    "heavy_exercise": MAIN_LIMITS["heavy_exercise"],
    "swimming": MAIN_LIMITS["swimming"],
    "sauna_steam": MAIN_LIMITS["sauna_steam"],
    "exfoliant": "No scrub or acid",
    "self_tan_and_dye": "No self-tan or hair dye",
    "direct_sun": MAIN_LIMITS["direct_sun"],
}
DO: Mapping[str, str] = {
    "rinse": "Rinse with water",
    "mild_shampoo": "Wash with mild shampoo",
    "moisturise": "Put on moisturiser",
    "hat": "Wear a loose hat outdoors",
    "sunscreen": "Put on sunscreen outdoors",
    "check_the_look": "Look at the result and ask for a check",
}
EXPECT: Mapping[str, str] = {
    "redness": "Some redness",
    "scabs": "Small scabs",
    "darker_than_final": "Darker than it will be",
}


# Who may use no shampoo at all need not be told of a normal one.
SAID_BY = {"normal_shampoo": "shampoo"}


def needed(rules: Sequence[str]) -> list[str]:
    """These rules, less those that another of them says already."""
    return [rule for rule in rules if SAID_BY.get(rule) not in rules]


def short_words(table: Mapping[str, str], rules: Sequence[str]) -> list[str]:
    """The words of these rules, in the order of the table."""
    told = needed(rules)
    return [words for rule, words in table.items() if rule in told]
