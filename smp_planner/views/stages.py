"""The stages of hair loss drawn and in words: to compare a photo with, and to choose from."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

import streamlit as st

from smp_planner.domain.words import STAGE_IN_WORDS, stage_name
from smp_planner.language.texts import N_, _
from smp_planner.pictures.head import head_from_above, order_of
from smp_planner.pictures.parting import head_with_parting
from smp_planner.planner.coverage.stage_shares import stage_shares
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views.picture import show_quiet
from smp_planner.views.picture_taps import tapped_by

NORWOOD_FROM_ABOVE = N_("A head from above, Norwood stage {stage}")
LUDWIG_FROM_ABOVE = N_("A head from above, Ludwig stage {stage}")
TAP = N_("Or tap a drawing.")


def show_stages(scale: str, names: Mapping[str, str], rules: RuleSet) -> None:
    """Each stage of a scale (`norwood`, `ludwig`): a head from above, its name, and what is gone."""
    drawn = rules.kept(_drawn)[scale]
    captions = {
        stage: escape(_(STAGE_IN_WORDS, stage=stage_name(stage), words=words))
        for stage, words in names.items()
    }
    figures = "".join(
        f"<figure {tapped_by(scale, stage)}>{drawn[stage]}<figcaption>{caption}</figcaption></figure>"
        for stage, caption in captions.items()
    )
    show_quiet(_(TAP))
    st.markdown(f'<div class="smp-stages smp-taps">{figures}</div>', unsafe_allow_html=True)


def _drawn(rules: RuleSet) -> Mapping[str, Mapping[str, str]]:
    """Every stage of both scales as a picture: of women longer hair with a parting that widens."""
    return {
        "norwood": {
            stage: head_from_above(
                shares, label=_(NORWOOD_FROM_ABOVE, stage=stage_name(stage)), order=order_of(stage, None)
            )
            for stage, shares in stage_shares("norwood", rules).items()
        },
        "ludwig": {
            stage: head_with_parting(shares, label=_(LUDWIG_FROM_ABOVE, stage=stage_name(stage)))
            for stage, shares in stage_shares("ludwig", rules).items()
        },
    }
