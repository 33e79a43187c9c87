"""How large a measured area is: by tape measure, or at home by a string, payment cards or palms.

An estimate at home is planned with the span in which it may lie, which is told here in words.
"""

from __future__ import annotations

from decimal import Decimal

import streamlit as st

from smp_planner.domain.provenance import Reading
from smp_planner.domain.quantities import Estimate, rounded, to_in2
from smp_planner.domain.words import per_cent, planned_area, span
from smp_planner.language.texts import N_, _
from smp_planner.planner.answer_bounds import measured_out_of_bounds
from smp_planner.planner.coverage.extents import estimate
from smp_planner.planner.coverage.measured import size_of, told_of_tape
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views import html
from smp_planner.views.ask_tape import Asked, ask_size_by_tape, in_inches_here
from smp_planner.views.asking import ask_number, tell_problems, told_names
from smp_planner.views.begun_sizes import begun_sizes, is_begun_size
from smp_planner.views.parts import answered
from smp_planner.views.picture import show, show_quiet
from smp_planner.views.sourced import sourced
from smp_planner.views.state import CARDS, CM2, LENGTHS, PALMS, STRING, answers
from smp_planner.views.to_intake import measured_of

MEASURED_AS = {
    LENGTHS: N_("Tape measure"),
    STRING: N_("String"),
    CARDS: N_("Cards"),
    PALMS: N_("Palms"),
    CM2: N_("Square centimetres"),
}
IN_SQUARE_INCHES = N_("Square inches")
LENGTH = (Asked(N_("Length in cm"), 0.5), Asked(N_("Length in inches"), 0.25))
WIDTH = (Asked(N_("Width in cm"), 0.5), Asked(N_("Width in inches"), 0.25))
AREA = (
    Asked(N_("Area to fill in square centimetres"), 1.0),
    Asked(N_("Area to fill in square inches"), 0.25),
)
LAY_STRING = N_(
    "Lay a string along the longest line of the area to fill. Mark where it ends, and hold it "
    "to a ruler. Then do the same across."
)
CARD = N_(
    "Hold a payment card to your head. How many cover the area to fill? A half counts too. "
    "One card is {area}."
)
PALM = N_(
    "Lay your palm on your head, fingers lifted. How many palms cover the area to fill? A half counts too. "
    "An adult's palm without its fingers is about {area}."
)
OFF = {
    "string": N_(
        "Measured with a string it may be off by about {share}, so it may be {area}. "
        "Your plan counts with all of that."
    ),
    "card": N_(
        "Measured with a card it may be off by about {share}, so it may be {area}. "
        "Your plan counts with all of that."
    ),
    "palm": N_(
        "Measured with a palm it may be off by about {share}, so it may be {area}. "
        "Your plan counts with all of that."
    ),
}


def ask_size(rules: RuleSet) -> None:
    """The measured area, in the way the person measured it."""
    st.session_state.setdefault("measured_as", LENGTHS)
    names = told_names(MEASURED_AS | ({CM2: IN_SQUARE_INCHES} if in_inches_here() else {}))
    st.pills(
        _("Area to fill, measured as"), list(names), format_func=lambda id_: names[id_], key="measured_as",
        required=True, persist_state="session", on_change=answered(),
    )  # fmt: skip
    ways = {LENGTHS: _lengths, STRING: _string, CARDS: _cards, PALMS: _palms, CM2: _cm2}
    ways[st.session_state["measured_as"]](rules)


def by_tape() -> bool:
    """Whether the area is told in a unit of a tape: cards and palms are counted."""
    return st.session_state.get("measured_as") not in (CARDS, PALMS)


def _lengths(rules: RuleSet) -> None:
    _ask_lengths()
    _tell_size(rules)


def _string(rules: RuleSet) -> None:
    show_quiet(_(LAY_STRING))
    _ask_lengths()
    _tell_size(rules)


def _ask_lengths() -> None:
    left, right = st.columns(2)
    with left:
        ask_size_by_tape("length_cm", "cm", *LENGTH)
    with right:
        ask_size_by_tape("width_cm", "cm", *WIDTH)


def _cm2(rules: RuleSet) -> None:
    st.session_state.setdefault("measured_cm2", begun_sizes(rules)[CM2]["measured_cm2"])
    ask_size_by_tape("measured_cm2", "cm2", *AREA)
    _tell_size(rules)


def _cards(rules: RuleSet) -> None:
    one = rules.coverage.at_home.card_cm2.read()
    _count(_("Payment cards that cover the area to fill"), CARDS, CARD, one, rules)


def _palms(rules: RuleSet) -> None:
    one = rules.coverage.at_home.palm_cm2.read()
    _count(_("Palms that cover the area to fill"), PALMS, PALM, one, rules)


def _count(asked: str, way: str, how: str, one: Reading, rules: RuleSet) -> None:
    """How many of one thing cover the skin, and how large that thing is."""
    [(key, begun)] = begun_sizes(rules)[way].items()
    st.session_state.setdefault(key, begun)
    ask_number(asked, key, step=0.5)
    source = sourced(rules, one)
    show(html.quiet(_(how, area=exact_area(Decimal(one.number))), source))
    _tell_size(rules)


def _tell_size(rules: RuleSet) -> None:
    """What the answers come to in both units, and how far it may be off, where anybody knows."""
    measured = measured_of(answers(), rules)
    if problems := list(measured_out_of_bounds(measured, rules.intake.accepted)):
        tell_problems(problems)
        return
    begun = is_begun_size(answers(), rules)
    if begun:
        show_quiet(_("This is a size to begin with, until you put in yours."))
    size, off = size_of(measured, rules)
    told = _("That is {area}.", area=exact_area(size.typical))
    if off is None or measured.by is None:
        sure = () if begun else told_of_tape(measured, rules)
        show(html.quiet_answer(" ".join([told, *(note.say for note in sure)])))
        return
    area = estimate(size, "cm2", "1", "")
    band = _("{cm2}, or {in2}", cm2=span(area), in2=span(to_in2(area)))
    told = f"{told} {_(OFF[measured.by], share=per_cent(off.number), area=band)}"
    show(html.quiet_answer(told, sourced(rules, off)))


def exact_area(cm2: Decimal) -> str:
    """An area that was measured, in both units."""
    area = rounded(cm2, "0.1")
    return planned_area(Estimate(area, area, area, "cm2"))
