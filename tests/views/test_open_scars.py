"""A scar of which not all was told: the page says so above the plan, and no option reads as all clear."""

from __future__ import annotations

import re
from datetime import date, timedelta

from streamlit.testing.v1 import AppTest

from tests.views.shown import markup, open_tab

OPEN = "Not told of your scar: its age, if it is raised and if it is red."
WAIT = r"no visit is planned before [^.]*"


def with_scar(page: AppTest) -> AppTest:
    """The page with a scar beside the stage, of which only the size to begin with is there."""
    return page.pills(key="area_ways").set_value(["norwood", "scars"]).run()


def test_an_open_scar_is_told_above_every_part_until_all_of_it_is_answered(page: AppTest) -> None:
    assert OPEN not in markup(page)
    with_scar(page)
    for part in ("In short", "Visits", "All options"):
        assert markup(open_tab(page, part)).count(OPEN) == 1, part
    assert "If raised, red or young, ask a doctor." in markup(page)
    page.number_input(key="scar_1_age").set_value(30)
    page.pills(key="scar_1_raised").set_value("no")
    page.pills(key="scar_1_red").set_value("no").run()
    assert OPEN not in markup(page)
    assert "If raised, red or young" not in markup(page)


def test_who_has_scars_alone_is_not_asked_whether_loss_moves_on(page: AppTest) -> None:
    def asked() -> set[str | None]:
        return {pills.key for pills in page.pills}

    assert "loss_moving_on" in asked()
    with_scar(page)
    assert "loss_moving_on" in asked(), "there is an area of loss beside the scar"
    page.pills(key="goals").set_value(["scar_camouflage"])
    page.pills(key="area_ways").set_value(["scars"]).run()
    assert "loss_moving_on" not in asked()
    assert any(pills.key == "takes_medicine" for pills in page.pills)


def test_a_start_chosen_later_does_not_move_the_day_on_which_a_young_scar_has_settled(page: AppTest) -> None:
    with_scar(page)
    page.number_input(key="scar_1_age").set_value(4).run()
    told = re.findall(WAIT, markup(open_tab(page, "Visits")))
    assert told
    page.date_input(key="start").set_value(page.session_state["begun_on"] + timedelta(days=90)).run()
    assert re.findall(WAIT, markup(page)) == told
    page.number_input(key="scar_1_age").set_value(None).run()
    assert not re.findall(WAIT, markup(page))


def test_an_age_that_was_told_on_an_earlier_day_says_so_until_it_is_typed_anew(page: AppTest) -> None:
    with_scar(page)
    page.number_input(key="scar_1_age").set_value(4).run()
    assert "This was its age on" not in markup(page)
    page.session_state["scar_1_age_told_on"] = date(2026, 1, 5)
    page.run()
    assert "This was its age on" in markup(page)
    page.number_input(key="scar_1_age").set_value(5).run()
    assert "This was its age on" not in markup(page)
