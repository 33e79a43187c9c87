"""How to find out what somebody isn't sure about, for people who are alone with the question."""

from __future__ import annotations

from smp_planner.language.texts import N_, _

HOW: dict[str, str] = {
    "norwood": N_("Have a photo taken from above, and one from each side. Compare them with the stages."),
    "ludwig": N_("Part your hair in the middle, take a photo from above, and compare it with the stages."),
    "density_look": N_("Look at healed work of clinics, on heads and hair like yours."),
    "kept_way": N_("Hold a phone over your head in bright light. Compare it with the back of your head."),
    "could_be_pregnant": N_("A test from a pharmacy can tell."),
    "smp_before": N_("Look at old bills or photos, or ask the clinic that you went to."),
    "takes_medicine": N_("Read the name on the packet, or ask a pharmacist."),
    "tone": N_("Think of the first long day in the sun of a year: did your skin burn, or tan?"),
    "has_traits": N_("Press a tissue on your scalp some hours after a wash. Oil leaves a mark on it."),
    "colour": N_("Look at the roots, near the skin, in daylight."),
    "loss_moving_on": N_("Compare photos of today with photos that are a year old."),
    "sun": N_("Think of a usual week in summer: how long is your head in the sun?"),
    "wants_touch_ups": N_("Ask to see photos of work that is some years old."),
}


def how_to_find_out(key: str) -> str | None:
    """A sentence for a question that is answered with "not sure"; none where the person alone can know."""
    return _(HOW[key]) if key in HOW else None
