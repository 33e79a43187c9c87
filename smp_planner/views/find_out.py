"""What "not sure" does to a plan and how to find out, for people who are alone with the question."""

from __future__ import annotations

import re

from smp_planner.language.texts import N_, _

HOW: dict[str, str] = {
    "unsure_of_goals": N_("Look at your head in a mirror, and at healed work: what would you change?"),
    "unsure_of_area_ways": N_(
        "Compare your head with the drawings under “Stage”, or tap the thin places on our head."
    ),
    "norwood": N_("Compare with photos from all sides."),
    "ludwig": N_("Part your hair in the middle, take a photo from above, and compare it with the stages."),
    "density_look": N_("Look at healed work on hair like yours."),
    "kept_way": N_("Compare top and back in a photo."),
    "could_be_pregnant": N_("A test from a pharmacy can tell."),
    "smp_before": N_("Look at old bills or photos, or ask the clinic that you went to."),
    "takes_medicine": N_("Read the name on the pack, or ask a pharmacist."),
    "tone": N_("Think of the first long day in the sun of a year: did your skin burn, or tan?"),
    "has_traits": N_("Press a tissue on your scalp some hours after a wash. Oil leaves a mark on it."),
    "colour": N_("Look at the roots, near the skin, in daylight."),
    "loss_moving_on": N_("Compare photos of today with photos that are a year old."),
    "wears": N_(
        "It moves no date and no price. It decides what is said of shaving, and of scars of surgery. "
        "Think of how you wore it in most weeks of this year."
    ),
    "sun": N_("Think of a usual week in summer: how long is your head in the sun?"),
    "heavy_sweat": N_(
        "Until you say, the plan counts with no. With a yes there may be more days without hard exercise: "
        "the plan says up to how many. There are fewer months between checks: the number that we then plan "
        "with lies in their range. "
        "Think of the last two weeks: was your head wet with sweat on most days?"
    ),
    "swims": N_(
        "Until you say, the plan counts with no. With a yes there are fewer months between checks: the "
        "number that we then plan with lies in their range. "
        "Count the weeks of the last two months in which you swam."
    ),
    "sun_protection": N_(
        "It moves no date and no price: sun fades the dots, so the plan warns those who use none. "
        "Look at home for a bottle with “SPF” on it."
    ),
    "headgear": N_(
        "It moves no date and no price: those who wear one read what to mind in the first days. "
        "Think of work, sport and faith in a usual week."
    ),
    "wants_touch_ups": N_("Ask to see photos of work that is some years old."),
    "scar_raised": N_(
        "It counts as flat until you say. Run a finger across it: can you feel an edge that stands up? "
        "If so, a doctor should see it first."
    ),
    "scar_place": N_(
        "Until you say, it counts as one across the back of the head, and is drawn there. If you "
        "gave one share of hair for all of your area, that can move a number."
    ),
    "scar_red": N_(
        "It counts as healed until you say, unless it is young. Compare it with the skin beside it in "
        "daylight. If it is red, a doctor should see it first."
    ),
}
ROW = re.compile(r"_[0-9]+_")


def how_to_find_out(key: str) -> str | None:
    """A sentence for a question that is answered with "not sure"; none where the person alone can know."""
    question = ROW.sub("_", key)  # of each scar the same is asked
    return _(HOW[question]) if question in HOW else None
