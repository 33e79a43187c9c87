"""The stages of hair loss drawn and in words, to compare a photo with."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

import streamlit as st

from smp_planner.pictures.head import head_from_above, order_of
from smp_planner.planner.coverage.stage_shares import stage_shares
from smp_planner.rules.ruleset import RuleSet


def show_stages(scale: str, names: Mapping[str, str], rules: RuleSet) -> None:
    """Each stage of a scale (`norwood`, `ludwig`): a head from above, its name, and what is gone."""
    drawn = rules.kept(_drawn)[scale]
    figures = "".join(
        f"<figure>{drawn[stage]}<figcaption>{escape(words)}</figcaption></figure>"
        for stage, words in names.items()
    )
    st.markdown(f'<div class="smp-stages">{figures}</div>', unsafe_allow_html=True)


def _drawn(rules: RuleSet) -> Mapping[str, Mapping[str, str]]:
    """Every stage of both scales as a picture: of women the hair thins along the parting."""
    return {
        scale: {
            stage: head_from_above(
                shares,
                label=f"A head from above, {scale.title()} stage {stage}",
                order=order_of(stage if scale == "norwood" else None, stage if scale == "ludwig" else None),
            )
            for stage, shares in stage_shares(scale, rules).items()
        }
        for scale in ("norwood", "ludwig")
    }
