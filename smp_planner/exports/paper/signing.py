"""Lines to sign that it was talked over: no consent, no quote."""

from __future__ import annotations

from smp_planner.exports.paper.blocks import Lines, Paragraph, Section, Ticks
from smp_planner.language.texts import N_, _

RECORDS = N_("This records a talk. It is not consent, not a quote, not medical advice.")
NOT_BOUND = N_("To sign binds you to nothing. You can change your mind on any day.")


def signing(*, whole: bool = True) -> Section:
    """What was done with this paper, and who says so; in short the boxes stand in a row."""
    blocks = (
        *(
            (Paragraph(_(RECORDS), "notice"), Paragraph(_(NOT_BOUND)))
            if whole
            else (Paragraph(f"{_(RECORDS)} {_(NOT_BOUND)}", "notice"),)
        ),
        Ticks(
            (
                _("Read and talked over"),
                _("Still deciding"),
                _("Declined for now"),
                _("A copy was given to the person"),
            ),
            "" if whole else _("What was done:"),
        ),
        Lines(
            (
                _("The person: name, signature, day"),
                _("The practitioner: name, signature, day"),
                _("The interpreter, where one helped: name, signature, day"),
            ),
            beside=True,
        ),
    )
    return Section("signing", _("Talked over, and by whom"), blocks, together=True)
