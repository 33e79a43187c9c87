"""Beside the question of density stand soft, natural and dense as they look, to scale, light to send."""

from __future__ import annotations

import re
from urllib.parse import unquote

import pytest
from streamlit.testing.v1 import AppTest

from smp_planner.views.state import STEP
from tests.views.shown import markup

LOOKS = ("Soft: 100", "Natural: 150", "Dense: 195")


def squares(page: AppTest) -> list[str]:
    [shown] = re.findall(r'<div class="looks smp-taps">(.*?)</div>', markup(page))
    return re.findall(r"<figure [^>]*>(.*?)</figure>", shown)


def told(page: AppTest) -> None:
    found = squares(page)
    assert [re.search("<figcaption>(.*)<", one)[1] for one in found] == [*LOOKS]  # pyright: ignore
    dots = [unquote(one).count("h0") for one in found]
    assert dots == [100, 150, 195], "as many dots as the words say"
    assert "1 cm2 of bare skin, enlarged." in markup(page)
    assert sum(map(len, found)) < 9_000


def test_a_consultant_sees_them_beside_the_question(page: AppTest) -> None:
    told(page)


def test_a_patient_sees_them_beside_the_question(patient: AppTest) -> None:
    patient.session_state[STEP] = 2
    told(patient.run())


def test_they_say_that_they_are_to_compare_and_to_tap(page: AppTest) -> None:
    shown = markup(page)
    assert shown.index("1 cm2 of bare skin") < shown.index('class="looks smp-taps"')
    assert "Tap one." in shown
    assert re.findall(r'data-choice="density_look (\w+)"', shown) == ["soft", "natural", "dense"]


@pytest.mark.parametrize("step", [0, 1, 3])
def test_no_other_step_sends_them(patient: AppTest, step: int) -> None:
    patient.session_state[STEP] = step
    assert 'class="looks' not in markup(patient.run())
