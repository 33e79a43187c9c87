"""What a page shows, as text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from html import unescape
from typing import Any

from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Header

from smp_planner.rules.load import load_rules
from smp_planner.views.chair_time import TITLE as CHAIR_TIME
from smp_planner.views.health_answers import NONE
from smp_planner.views.patient_way import steps_of
from smp_planner.views.plan_page import AGREED, DECISION, MATTERS, OFFERS, PRACTITIONER
from smp_planner.views.state import PATIENT, WAY
from smp_planner.views.who_says_so import WHO_SAYS_SO
from smp_planner.views.whys import Whys
from smp_planner.views.whys_sent import KEPT, WHYS, put_in_words

PLAN_STEP = len(steps_of(load_rules()))  # where a patient has the plan
FOLDED = {
    CHAIR_TIME: ("Visits", "fold_chair_time"),
    OFFERS: ("Years and money", "fold_offers"),
    MATTERS: ("All options", "fold_matters"),
    AGREED: ("Talk and files", "fold_agreed"),
    PRACTITIONER: ("Talk and files", "fold_practitioner"),
    DECISION: ("Talk and files", "fold_decision"),
    WHO_SAYS_SO: ("Talk and files", "fold_who_says_so_talk"),
}


def notices(page: AppTest) -> str:
    """The sentences that stand out at the top of the plan."""
    return unescape(" ".join(re.findall(r'<div class="(?:said|notice)"[^>]*>(.*?)</div>', markup(page))))


def has_parts(page: AppTest) -> bool:
    """Whether there is a plan, whose parts can be chosen; a referral has none."""
    return any(control.key == "part" for control in page.segmented_control)


def markup(page: AppTest) -> str:
    """All HTML that the page put out."""
    return " ".join(piece.proto.body for piece in page.get("html"))


def titles(page: AppTest) -> list[str]:
    """The large titles of the page from top to bottom: of the questions or a step, of the plan."""
    found: list[str] = []
    for piece in page.main:
        if piece.type == "html":
            found += re.findall(r"<h2[^>]*>(.*?)</h2>", piece.proto.body)
        elif isinstance(piece, Header):
            found.append(piece.value)
    return found


def reasons(page: AppTest) -> dict[str, str]:
    """What each "why?" of the page opens to, by its key."""
    return _told(page.session_state[KEPT].whys, with_places=page.session_state[WAY] != PATIENT)


def reasons_of(whys: Whys) -> dict[str, str]:
    """What each "why?" that was asked for opens to in the clinic's way, by its key."""
    return _told(whys, with_places=True)


def rules_behind(whys: Whys, *, with_places: bool) -> list[Any]:
    """The rules behind every "why?" that was asked for, each once, as the browser is sent them."""
    sent = put_in_words(whys, whys.told, with_places=with_places).values()
    return [*{json.dumps(rule): rule for why in sent for rule in why["rules"]}.values()]


def _told(whys: Whys, *, with_places: bool) -> dict[str, str]:
    """What the browser puts together of what is sent: reason, rules, documents with their addresses."""

    def listed(cites: Iterable[tuple[str, str | None, str | None]]) -> list[str]:
        return [f"{title} {url}" for title, url, _ in cites]

    def rule(told: Any) -> list[str]:
        return [f"{told['name']}: {told['figure']}", *listed(told["cites"]), told["place"] or ""]

    return {
        key: "\n".join(
            (
                why["say"],
                why["change"],
                *(line for told in why["rules"] for line in rule(told)),
                *listed(why["cites"]),
            )
        )
        for key, why in put_in_words(whys, whys.told, with_places=with_places).items()
    }


def open_whys(page: AppTest) -> AppTest:
    """The page with every "why?" open."""
    page.session_state[WHYS] = {"open": [*page.session_state[KEPT].whys.told]}
    return page.run()


def open_folds(page: AppTest) -> AppTest:
    """The page with everything open that is folded away on it, and in what was folded away."""
    while closed := [
        key for key, value in page.session_state.to_dict().items() if key.startswith("fold_") and not value
    ]:
        for key in closed:
            page.session_state[key] = True
        page.run()
    return page


def open_tab(page: AppTest, name: str) -> AppTest:
    """The page with another part of the plan open, or what is folded away in one."""
    part, folded = FOLDED.get(name, (name, None))
    page.session_state["part"] = part
    if folded:
        page.session_state[folded] = True
    page.run()
    assert not page.exception
    return page


def none_of_these(page: AppTest) -> AppTest:
    """The page with "none of these" ticked in every group of the health questions that it shows."""
    for box in page.checkbox:
        if str(box.key).startswith(NONE):
            box.set_value(True)
    return page.run()


def press(page: AppTest, key: str) -> AppTest:
    """The page after a tap on a button."""
    page.button(key=key).click().run()
    assert not page.exception
    return page


def to_the_plan(page: AppTest) -> AppTest:
    """The patient's plan, with every further step passed by."""
    while not page.button(key="next").label.startswith("See"):
        press(page, "next")
    return press(page, "next")
