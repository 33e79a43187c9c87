"""A link that holds the answers, and its code for the camera of a phone; both only when asked for."""

from __future__ import annotations

from html import escape
from ipaddress import ip_address
from urllib.parse import urlsplit, urlunsplit

import streamlit as st

from smp_planner.domain.plan import TreatmentPlan
from smp_planner.exports.handoff import holds_typed, to_fragment
from smp_planner.language.texts import N_, _
from smp_planner.pictures.qr_code import QrCode, qr_code
from smp_planner.views import html
from smp_planner.views.image import image
from smp_planner.views.picture import show, show_quiet
from smp_planner.views.state import UNKEPT

MADE = "tab_link_made"  # the fragment that was asked for: it is shown while it is that of the answers
WITH_HEALTH, WITH_TYPED = f"{UNKEPT}link_health", f"{UNKEPT}link_typed"
TITLE = N_("A link, and a code for your phone")
HOLDS = N_(
    "The link holds your answers: goals, area with scars, look, hair, skin, sex, habits, what matters to "
    "you, and days. It also holds whether you are still losing hair and whether you had SMP before, your "
    "wish for touch-ups, and any times of visits with their time zone. They stand in the link itself, and "
    "nothing is stored. Whoever gets it can read them."
)
WITHOUT_HEALTH = N_(
    "Without this tick your age, medicine and health answers are left out. Whoever opens the link is "
    "asked for them, and sees no price before that."
)
TOO_MANY = N_("There are too many answers for a link. Take a file along instead.")
TOO_FINE = N_("There are too many answers for a code that a phone can read. Send the link instead.")
HERE_ALONE = N_("This page runs for this computer alone, so the link opens on no other.")
CODE = N_("A QR code that holds the link")
UNDER_CODE = N_("Point the phone's camera at the code. It holds the same as the link.")
LEAST_PX, CODE_PX = 3, 384  # of a module; of the whole code, as far as whole pixels a module allow


def offer_link(plan: TreatmentPlan) -> None:
    """What the link would hold, what else it may hold, a button; then the link and its code."""
    show(html.heading(_(TITLE)), html.paragraph(_(HOLDS)))
    health = st.checkbox(_("Age, medicine and health answers too"), key=WITH_HEALTH)
    show_quiet(_(WITHOUT_HEALTH))
    typed = holds_typed(plan.intake) and st.checkbox(
        _("What was typed too: names, own words, what was agreed"), key=WITH_TYPED
    )
    fragment = to_fragment(plan.intake, plan.rules, with_health=health, with_typed=typed)
    if fragment is None:
        show(html.notice(_(TOO_MANY)))
        return
    st.button(_("Make a link"), on_click=_make, args=(fragment,), key="link_make")
    if st.session_state.get(MADE) == fragment:
        _show_link(address_of(st.context.url or "", fragment))


def _make(fragment: str) -> None:
    st.session_state[MADE] = fragment


def address_of(page: str, fragment: str) -> str:
    """The page's address as the browser has it, behind any proxy, under any path, with the fragment."""
    found = urlsplit(page)
    return urlunsplit(found._replace(path=f"{found.path.rstrip('/')}/", query="", fragment=fragment))


def is_here_alone(address: str) -> bool:
    """Whether an address leads each computer to itself."""
    host = urlsplit(address).hostname or ""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


def _show_link(address: str) -> None:
    st.code(address, language=None, wrap_lines=True)
    if is_here_alone(address):
        show(html.notice(_(HERE_ALONE)))
    code = qr_code(address)
    if code is None:
        show(html.notice(_(TOO_FINE)))
    else:
        show(_figure(code))


def _figure(code: QrCode) -> str:
    """The code, each module of it some whole pixels wide where there is room."""
    width = max(LEAST_PX, CODE_PX // code.modules) * code.modules
    caption = f"<figcaption>{escape(_(UNDER_CODE))}</figcaption>"
    return f'<figure class="code" style="width:{width}px">{image(code.svg, _(CODE))}{caption}</figure>'
