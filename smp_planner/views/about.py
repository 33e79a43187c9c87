"""What this page is and what it is not: said once, where somebody begins."""

from smp_planner.language.texts import N_

TITLE = N_("Plan scalp micropigmentation")
WHAT_SMP_IS = N_(
    "Scalp micropigmentation (SMP) is a tattoo of tiny dots of pigment on the scalp. They look like cropped "
    "hair. SMP grows no hair."
)
INTRO = N_(
    "A planning estimate for a talk with a professional. It is not medical advice, not a diagnosis and not "
    "a quote. Doing nothing is a choice too. The server works with your answers while this page is open and "
    "stores none of them. Your browser keeps them in this tab, so that a reload loses nothing. On a shared "
    "device, press “Begin anew” at the end."
)
